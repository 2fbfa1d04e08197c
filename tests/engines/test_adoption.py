"""Adoption over frames is adoption over objects, on every engine."""

from datetime import date, datetime
from typing import Any

import pytest
from carriers import CARRIERS, Carrier
from hypothesis import example, given, strategies as st
from own_rows import Row, few, in_order, measurement_row, teacher_row

from pmm_core import find
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.frames import TEACHERS, adoption
from pmm_core.people import COUNTED_ROLES, PmmProgress, Role, SchoolLevel, Teacher
from pmm_core.ranking import (
    ACCOUNTS_ACTIVATED,
    ADOPTION,
    COMMUNITIES_REGISTERED,
    TEACHERS_LOGGED_IN,
    TOPIC_4_COMPLETED,
    Metric,
    measure_adoption,
)
from pmm_core.regions import Kabupaten
from pmm_core.testing import kabupatens, teachers

DAY = date(2022, 12, 23)
BATANG, KUDUS = find("Kab. Batang"), find("Kudus")
COLUMNS = ["area", "metric", "on", "numerator", "denominator", "reason"]


def person(number: int, *, at: Kabupaten = BATANG, step: int = 0, role: Role = Role.TEACHER) -> Teacher:
    progress = PmmProgress(account_registered=step > 0, logged_in=step > 1, topics_completed=max(0, step - 2))
    return Teacher(id=f"t-{number}", role=role, workplace=at, progress=progress)


def row(**changes: Any) -> Row:
    return teacher_row(person(1)) | changes


CROWD = [
    *[person(number, step=number % 7) for number in range(20)],
    *[person(number, at=KUDUS, step=number % 3) for number in range(20, 30)],
    *[person(number, at=KUDUS, step=6, role=Role.HEAD) for number in range(30, 33)],
]


class TestAdoption:
    """Law: rows are counted as the objects that they stand for."""

    def test_over_any_people(self, carrier: Carrier) -> None:
        @few(carrier)
        @given(
            st.lists(teachers(), max_size=16, unique_by=lambda teacher: teacher.id),
            st.sets(st.sampled_from(Role)),
            st.lists(st.sampled_from(ADOPTION.steps), max_size=6),
            st.lists(kabupatens(), max_size=3),
        )
        @example([], {Role.TEACHER}, list(ADOPTION.steps), [BATANG, KUDUS, BATANG])
        @example(CROWD, set(Role), [TOPIC_4_COMPLETED, ACCOUNTS_ACTIVATED, TOPIC_4_COMPLETED], [])
        def check(people: list[Teacher], roles: set[Role], metrics: list[Metric], among: list[Kabupaten]) -> None:
            frame = carrier.frame([*map(teacher_row, people)], TEACHERS)
            found = adoption(frame, on=DAY, metrics=metrics, roles=roles, among=among)
            wanted = measure_adoption(people, on=DAY, metrics=metrics, roles=roles, among=among)
            assert isinstance(found, carrier.kind())
            assert in_order(map(measurement_row, wanted)) == carrier.rows(found)

        check()


def test_all_steps_of_the_teachers_are_measured_unless_the_caller_says_otherwise(carrier: Carrier) -> None:
    among = [BATANG, find("Kota Sabang")]
    found = adoption(carrier.frame([*map(teacher_row, CROWD)], TEACHERS), on=DAY, among=among)
    wanted = measure_adoption(CROWD, on=DAY, metrics=ADOPTION.steps, roles=COUNTED_ROLES, among=among)
    assert in_order(map(measurement_row, wanted)) == carrier.rows(found)
    assert COLUMNS == list(carrier.rows(found)[0])


def test_who_asks_for_no_metric_or_no_role_gets_what_the_core_gives() -> None:
    frame = CARRIERS["pyarrow"].frame([*map(teacher_row, CROWD)], TEACHERS)
    assert [] == CARRIERS["pyarrow"].rows(adoption(frame, on=DAY, metrics=[]))
    assert [] == CARRIERS["pyarrow"].rows(adoption(frame, on=DAY, roles=[]))
    nobody = measure_adoption(CROWD, on=DAY, roles=[], among=[BATANG])
    found = adoption(frame, on=DAY, roles=[], among=[BATANG])
    assert in_order(map(measurement_row, nobody)) == CARRIERS["pyarrow"].rows(found)


def test_one_level_of_school_can_be_asked_for(carrier: Carrier) -> None:
    rows = [row(id="t-1", level="sd"), row(id="t-2", level="sd", role="head"), row(id="t-3", level=None)]
    found = adoption(carrier.frame(rows, TEACHERS), on=DAY, metrics=[ACCOUNTS_ACTIVATED], level=SchoolLevel.SD)
    assert [(0, 1)] == [(each["numerator"], each["denominator"]) for each in carrier.rows(found)]


def test_a_funnel_that_widens_and_a_code_that_is_none_stay_visible_with_a_reason(carrier: Carrier) -> None:
    rows = [
        row(id="t-1", logged_in=True),
        row(id="t-2", kabupaten="99.01"),
        row(id="t-3", kabupaten=None),
        row(id="t-4", kabupaten="33.26", account_registered=True, logged_in=True),
    ]
    found = adoption(carrier.frame(rows, TEACHERS), on=DAY, metrics=[TEACHERS_LOGGED_IN, ACCOUNTS_ACTIVATED])
    told = {(each["area"], each["metric"]): (each["numerator"], each["reason"]) for each in carrier.rows(found)}
    assert {
        ("33.25", "accounts-activated"): (0, None),
        ("33.25", "teachers-logged-in"): (1, "funnel-widens"),
        ("33.26", "accounts-activated"): (1, None),
        ("33.26", "teachers-logged-in"): (1, None),
        ("99.01", "accounts-activated"): (0, "unknown-region"),
        ("99.01", "teachers-logged-in"): (0, "unknown-region"),
        (None, "accounts-activated"): (0, "unknown-region"),
        (None, "teachers-logged-in"): (0, "unknown-region"),
    } == told


def test_only_the_columns_that_are_needed_must_be_there(carrier: Carrier) -> None:
    frame = carrier.frame([row()], TEACHERS, only=("role", "kabupaten", "logged_in"))
    assert 1 == len(carrier.rows(adoption(frame, on=DAY, metrics=[TEACHERS_LOGGED_IN])))
    with pytest.raises(InvalidValueError) as caught:
        adoption(frame, on=DAY)
    assert ["teachers[account_registered]", "teachers[topics_completed]"] == [
        problem.path for problem in caught.value.problems
    ]


def test_all_problems_are_told_at_once(carrier: Carrier) -> None:
    frame = carrier.frame([row()], TEACHERS, only=("kabupaten", "account_registered"))
    others: list[Any] = ["teachers-logged-in"]
    noon = datetime(2022, 12, 23, 12)  # noqa: DTZ001 -- without a zone
    wrong: Any = {"on": noon, "roles": ["teacher"], "among": ["33.25"], "level": "sd"}
    with pytest.raises(WrongTypeError) as caught:
        adoption(frame, metrics=[COMMUNITIES_REGISTERED, ACCOUNTS_ACTIVATED, *others], **wrong)
    assert [
        ("on", "datetime-for-date"),
        ("metrics[0]", "wrong-metric"),
        ("metrics[2]", "wrong-type"),
        ("roles[0]", "wrong-type"),
        ("among[0]", "wrong-type"),
        ("level", "wrong-type"),
        ("teachers[role]", "missing-column"),
    ] == [(problem.path, problem.code) for problem in caught.value.problems]
