"""Activities and attendance: the events of the seeds, and what does not add up."""

import copy
import pickle
from datetime import date, datetime
from typing import Any, cast

import attrs
import pytest

from pmm_core.communities import Activity, ActivityKind, Attendance, AttendanceMode, Headcount
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.people import Role
from pmm_core.regions import find

OFFLINE, ONLINE = AttendanceMode.OFFLINE, AttendanceMode.ONLINE
TEACHERS, HEADS, SUPERVISOR = Headcount(Role.TEACHER, 40), Headcount(Role.HEAD, 3), Headcount(Role.SUPERVISOR, 1)
ANY_ATTENDANCE, ANY_ACTIVITY, ANY_COUNT = cast("Any", Attendance), cast("Any", Activity), cast("Any", Headcount)


def activity(**changes: object) -> Activity:
    fields = {"kind": ActivityKind.BIMTEK, "name": "Bimtek e-Kinerja PMM"}
    built: Activity = ANY_ACTIVITY(**(fields | changes))
    return built


class TestSeeds:
    """The events as the five articles tell them."""

    def test_blitar_44_are_40_and_3_and_1(self) -> None:
        visit = activity(
            kind=ActivityKind.STUDY_VISIT,
            days=(date(2024, 3, 7),),
            attendance=Attendance(counts=(TEACHERS, HEADS, SUPERVISOR), total=44),
        )
        assert 44 == visit.attendance.size == 40 + 3 + 1
        assert (40, 3, 1) == tuple(visit.attendance.of_role(each.role) for each in visit.attendance.counts)
        assert (date(2024, 3, 7), date(2024, 3, 7)) == (visit.first_day, visit.last_day)

    def test_batang_135_are_100_and_35_in_4_meetings(self) -> None:
        parts = (Headcount(Role.TEACHER, 100, group="IPS"), Headcount(Role.TEACHER, 35, group="mapel lain"))
        bimtek = activity(days=(date(2024, 1, 11),), sessions=4, attendance=Attendance(counts=parts))
        assert (135, 135) == (bimtek.attendance.size, bimtek.attendance.of_role(Role.TEACHER))
        assert bimtek.attendance.of_mode(OFFLINE) is None  # online and offline, nobody says how many
        assert 4 == bimtek.sessions

    def test_barito_timur_125_in_2_sessions_of_one_day_that_is_not_given(self) -> None:
        clinic = activity(
            kind=ActivityKind.COACHING_CLINIC,
            day_count=1,
            sessions=2,
            attendance=Attendance(total=125),
            kabupaten=find("Barito Timur"),
        )
        assert (125, None, None) == (clinic.attendance.size, clinic.first_day, clinic.last_day)

    def test_batang_207_in_person_and_an_unknown_number_online(self) -> None:
        parts = (
            Headcount(Role.TEACHER, 207, mode=OFFLINE),
            Headcount(Role.HEAD, None, mode=ONLINE),
            Headcount(Role.TEACHER, None, mode=ONLINE),
        )
        came = Attendance(counts=parts)
        assert (207, None, None) == (came.of_mode(OFFLINE), came.of_mode(ONLINE), came.size)
        assert (None, None, 0) == (came.of_role(Role.HEAD), came.of_role(Role.TEACHER), came.of_role(Role.SUPERVISOR))


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        ({"counts": (TEACHERS, HEADS, SUPERVISOR), "total": 45}, ["total"]),
        ({"counts": (TEACHERS, HEADS, SUPERVISOR), "total": 43}, ["total"]),
        ({"counts": (TEACHERS, Headcount(Role.HEAD, None)), "total": 39}, ["total"]),
        ({"counts": (TEACHERS,), "offline": 41}, ["offline"]),
        ({"counts": (TEACHERS,), "online": 41}, ["online"]),
        ({"counts": (TEACHERS,), "offline": 20, "online": 21}, ["offline"]),
        ({"counts": (TEACHERS,), "offline": 20, "online": 19}, ["offline"]),
        ({"counts": (Headcount(Role.TEACHER, 5, mode=ONLINE),), "online": 4}, ["online"]),
        ({"counts": (Headcount(Role.TEACHER, 5, mode=OFFLINE),), "online": 1}, ["online"]),
        (
            {"counts": (Headcount(Role.TEACHER, 5, mode=OFFLINE),), "total": 6, "online": 2},
            ["total", "online"],
        ),
        ({"offline": 207, "total": 200}, ["total"]),
        ({"offline": 1, "online": 2, "total": 4}, ["total"]),
    ],
)
def test_what_does_not_add_up_is_refused(fields: dict[str, Any], paths: list[str]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        ANY_ATTENDANCE(**fields)
    assert ("attendance-sum",) == caught.value.codes
    assert paths == [each.path for each in caught.value.problems]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (None, None, None)),
        ({"total": 44}, (44, None, None)),
        ({"offline": 207, "online": 3}, (210, 207, 3)),
        ({"offline": 207, "total": 210}, (210, 207, 3)),
        ({"online": 3, "total": 210}, (210, 207, 3)),
        ({"counts": (TEACHERS,), "offline": 30}, (40, 30, 10)),
        ({"counts": (TEACHERS,), "offline": 30, "online": 10}, (40, 30, 10)),
        ({"counts": (Headcount(Role.TEACHER, None),), "total": 7, "online": 0}, (7, 7, 0)),
        ({"counts": (Headcount(Role.TEACHER, 5, mode=ONLINE),)}, (5, 0, 5)),
        ({"counts": (Headcount(Role.TEACHER, None, mode=OFFLINE),), "offline": 207}, (207, 207, 0)),
        (
            {
                "counts": (Headcount(Role.TEACHER, None, mode=OFFLINE), Headcount(Role.HEAD, 3, mode=ONLINE)),
                "total": 10,
            },
            (10, 7, 3),
        ),
        ({"counts": (TEACHERS,), "offline": 0}, (40, 0, 40)),
        ({"total": 0}, (0, 0, 0)),
        ({"total": 3, "offline": 1, "online": 2}, (3, 1, 2)),
    ],
)
def test_what_follows_from_the_figures(fields: dict[str, Any], expected: tuple[int | None, ...]) -> None:
    came: Attendance = ANY_ATTENDANCE(**fields)
    assert expected == (came.size, came.of_mode(OFFLINE), came.of_mode(ONLINE))


def test_without_parts_no_role_is_known_unless_nobody_came() -> None:
    assert Attendance(total=44).of_role(Role.TEACHER) is None
    assert 0 == Attendance(total=0).of_role(Role.TEACHER)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"counts": (Headcount(Role.TEACHER, None), HEADS), "total": 44}, (41, 3)),
        ({"counts": (Headcount(Role.TEACHER, None), Headcount(Role.HEAD, None)), "total": 44}, (None, None)),
        ({"counts": (Headcount(Role.TEACHER, None), Headcount(Role.HEAD, None)), "total": 0}, (0, 0)),
        ({"counts": (Headcount(Role.TEACHER, None, mode=OFFLINE), HEADS), "offline": 2}, (None, 3)),
        (
            {"counts": (Headcount(Role.TEACHER, None, mode=OFFLINE), Headcount(Role.HEAD, None)), "online": 0},
            (None, None),
        ),
        (
            {"counts": (Headcount(Role.TEACHER, None), Headcount(Role.HEAD, None, mode=ONLINE)), "online": 0},
            (None, 0),
        ),
        (
            {
                "counts": (Headcount(Role.TEACHER, None, mode=OFFLINE), Headcount(Role.HEAD, 3, mode=ONLINE)),
                "total": 10,
            },
            (7, 3),
        ),
    ],
)
def test_a_role_is_known_where_the_figures_leave_one_number(
    fields: dict[str, Any], expected: tuple[int | None, int | None]
) -> None:
    came: Attendance = ANY_ATTENDANCE(**fields)
    assert expected == (came.of_role(Role.TEACHER), came.of_role(Role.HEAD))


def test_a_part_is_there_once() -> None:
    again = Headcount(Role.TEACHER, 3)
    with pytest.raises(InvalidValueError) as caught:
        Attendance(counts=(TEACHERS, Headcount(Role.TEACHER, 3, group="IPS"), again))
    assert [("counts[2]", "duplicate")] == [(each.path, each.code) for each in caught.value.problems]


def test_every_wrong_field_of_an_attendance_is_told() -> None:
    with pytest.raises(WrongTypeError) as caught:
        ANY_ATTENDANCE(counts=(TEACHERS, 3), total=True, offline=1.0, online=-1)
    assert ["counts[1]", "total", "offline", "online"] == [each.path for each in caught.value.problems]
    with pytest.raises(WrongTypeError):
        ANY_ATTENDANCE(counts=[TEACHERS])


def test_every_wrong_field_of_a_headcount_is_told() -> None:
    with pytest.raises(WrongTypeError) as caught:
        ANY_COUNT("teacher", -1, mode="online", group=" ")
    assert ["role", "number", "mode", "group"] == [each.path for each in caught.value.problems]


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        ({"days": (date(2024, 1, 12), date(2024, 1, 11))}, [("days", "malformed")]),
        ({"days": (date(2024, 1, 11),) * 2}, [("days", "malformed")]),
        ({"days": (date(2024, 1, 11), date(2024, 1, 12)), "day_count": 1}, [("day_count", "too-small")]),
        ({"days": (date(2024, 1, 11), date(2024, 1, 12)), "sessions": 1}, [("sessions", "too-small")]),
        ({"day_count": 3, "sessions": 2}, [("sessions", "too-small")]),
        ({"day_count": 0}, [("day_count", "too-small")]),
        ({"sessions": 0}, [("sessions", "too-small")]),
        ({"days": (datetime(2024, 1, 11), 1)}, [("days[0]", "datetime-for-date"), ("days[1]", "wrong-type")]),  # noqa: DTZ001
        ({"days": [date(2024, 1, 11)]}, [("days", "wrong-type")]),
        (
            {"kind": "bimtek", "name": "", "attendance": 44, "kabupaten": "33.25", "community": "a b"},
            [
                ("kind", "wrong-type"),
                ("name", "empty"),
                ("attendance", "wrong-type"),
                ("kabupaten", "wrong-type"),
                ("community", "malformed"),
            ],
        ),
    ],
)
def test_what_is_no_activity_is_refused(fields: dict[str, Any], problems: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        activity(**fields)
    assert problems == [(each.path, each.code) for each in caught.value.problems]


@pytest.mark.parametrize("asked", ["online", "teacher", None, []], ids=repr)
def test_a_text_is_neither_a_role_nor_a_mode_that_nobody_had(asked: Any) -> None:
    came = Attendance(counts=(TEACHERS, HEADS), total=43)
    for path, question in (("mode", came.of_mode), ("role", came.of_role)):
        with pytest.raises(WrongTypeError) as caught:
            question(asked)
        assert [(path, "wrong-type")] == [(each.path, each.code) for each in caught.value.problems]


@pytest.mark.parametrize(
    ("value", "other"),
    [
        (TEACHERS, HEADS),
        (Attendance(counts=(TEACHERS,), total=40), Attendance(total=40)),
        (activity(days=(date(2024, 1, 11),), community="mgmp"), activity(sessions=4)),
    ],
)
def test_they_are_values(value: Any, other: object) -> None:
    assert value != other
    for each in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value)), attrs.evolve(value)):  # noqa: S301 -- our own bytes
        assert value == each
        assert 2 == len({value, each, other})
        assert repr(value) == repr(each)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, value.__slots__[0], None)
