"""All that is wrong with a frame as one error, on every engine."""

# pyright: reportMissingTypeStubs=false
# (pandas ships no types)

from datetime import date, datetime
from typing import Any, Final

import narwhals.stable.v2 as nw
import pytest
from carriers import CARRIERS, Carrier
from own_rows import Row, teacher_row
from which import NULLS

from pmm_core import find
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.frames import EVENTS, SCHOOLS, TEACHERS, Column, ColumnKind, Schema, verify
from pmm_core.people import Role, Teacher

ARROW: Final = CARRIERS["pyarrow"]
TEACHER: Final = teacher_row(Teacher(id="t-1", role=Role.TEACHER, workplace=find("Kab. Batang")))
EVENT: Final[Row] = {
    "cycle": "c-1",
    "number": 1,
    "kind": "plan-agreed",
    "on": date(2024, 1, 9),
    "by_id": "g-1",
    "by_role": "teacher",
}


def told(frame: Any, schema: Schema) -> list[str]:
    with pytest.raises(InvalidValueError) as caught:
        verify(frame, schema)
    return [*map(str, caught.value.problems)]


def test_a_sound_frame_is_given_back_as_it_was(carrier: Carrier) -> None:
    frame = carrier.frame([TEACHER, TEACHER | {"id": "t-2"}], TEACHERS)
    assert frame is verify(frame, TEACHERS)
    empty = carrier.frame([], EVENTS)
    assert empty is verify(empty, EVENTS)


@NULLS
def test_all_problems_are_told_at_once_in_the_order_of_the_columns(carrier: Carrier) -> None:
    rows = [
        TEACHER | {"id": "t-1", "topics_completed": 2**31, "logged_in": True, "account_registered": True},
        TEACHER | {"id": "t-2", "role": "guru"},
        TEACHER | {"id": "t-3", "role": "guru"},
        TEACHER | {"id": "t-3", "role": "Ibu Siti"},
        TEACHER | {"id": "siti@guru.sd.belajar.id", "kabupaten": "33.99", "logged_in": True},
        TEACHER | {"id": "3325012345678901"},
        TEACHER | {"id": None},
    ]
    assert [
        "teachers[id]: a key that another row has too in 2 rows, for instance t-3 [duplicate]",
        "teachers[id]: a text of another form in 1 row, whose key is not shown [malformed]",
        "teachers[id]: no value in 1 row, whose key is not shown [missing-value]",
        "teachers[id]: a text with the form of a NIK, NUPTK or NIP in 1 row, whose key is not shown [personal-id]",
        "teachers[role]: the unknown code 'guru' in 2 rows, for instance t-2 and t-3 [unknown-choice]",
        "teachers[role]: an unknown code in 1 row, for instance t-3 [unknown-choice]",
        "teachers[kabupaten]: the unknown code '33.99' in 1 row, whose key is not shown [unknown-region]",
        "teachers[account_registered]: a log-in without an account in 1 row, whose key is not shown [skipped-step]",
        "teachers[topics_completed]: a number too large for exact arithmetic in 1 row, for instance t-1 [out-of-range]",
    ] == told(carrier.frame(rows, TEACHERS), TEACHERS)


@NULLS
def test_rows_of_one_event_after_another_are_told_by_their_keys(carrier: Carrier) -> None:
    rows = [EVENT, EVENT, EVENT | {"number": 4}, EVENT | {"cycle": "c-2", "number": 0}]
    assert [
        "events[number]: a gap before the last number in 1 row, for instance c-1#4 [missing-number]",
        "events[number]: a number below the smallest that is allowed in 1 row, for instance c-2#0 [too-small]",
        "events[cycle#number]: a key that another row has too in 2 rows, for instance c-1#1 [duplicate]",
    ] == told(carrier.frame(rows, EVENTS), EVENTS)


def test_of_one_column_no_more_than_twenty_are_told() -> None:
    rows: list[Row] = [TEACHER | {"id": f"t-{index}", "role": f"role-{index:02}"} for index in range(22)]
    found = told(ARROW.frame([*rows, rows[0] | {"id": "t-22"}], TEACHERS), TEACHERS)
    assert 21 == len(found)
    assert (
        "teachers[role]: the unknown code 'role-00' in 2 rows, for instance t-0 and t-22 [unknown-choice]" == found[0]
    )
    assert "teachers[role]: and 2 more [unknown-choice]" == found[-1]


def test_exactly_twenty_are_all_told() -> None:
    rows: list[Row] = [TEACHER | {"id": f"t-{index}", "role": f"role-{index:02}"} for index in range(20)]
    assert not [each for each in told(ARROW.frame(rows, TEACHERS), TEACHERS) if "more" in each]


def test_keys_that_are_not_shown_are_counted() -> None:
    school: Row = {"npsn": "20300001", "level": "s-d", "kabupaten": "33.25"}
    rows = [school, school | {"npsn": "20300002"}]
    assert ["schools[level]: the unknown code 's-d' in 2 rows, whose keys are not shown [unknown-choice]"] == told(
        ARROW.frame(rows, SCHOOLS), SCHOOLS
    )


def test_a_schema_of_one_s_own_is_checked_as_well() -> None:
    columns = (
        Column(name="id", kind=ColumnKind.TEXT, about="Free text, so that it is never shown."),
        Column(name="number", kind=ColumnKind.INTEGER, about="Any.", nullable=True),
    )
    own = Schema(name="own", about="Rows of one's own.", columns=columns, key=("id",))
    rows: list[Row] = [{"id": "a", "number": 1}, {"id": "a", "number": None}, {"id": "b", "number": -(2**31)}]
    assert [
        "own[id]: a key that another row has too in 2 rows, whose keys are not shown [duplicate]",
        "own[number]: a number too large for exact arithmetic in 1 row, whose key is not shown [out-of-range]",
    ] == told(ARROW.frame(rows, own), own)


def test_a_schema_without_anything_to_check_but_its_key() -> None:
    column = Column(name="id", kind=ColumnKind.TEXT, about="Anything.", nullable=True)
    own = Schema(name="own", about="Rows of one's own.", columns=(column,), key=("id",))
    assert verify(ARROW.frame([{"id": "a"}, {"id": None}, {"id": None}], own), own) is not None


def test_a_missing_column_is_told_before_anything_runs() -> None:
    frame = ARROW.frame([TEACHER | {"role": "guru"}], TEACHERS, only=("id", "role"))
    missing = ["kabupaten", "account_registered", "logged_in", "topics_completed"]
    assert [f"teachers[{name}]: the column {name} is missing [missing-column]" for name in missing] == told(
        frame, TEACHERS
    )


def test_a_time_in_a_column_of_days_is_of_a_wrong_type() -> None:
    import pandas as pd  # noqa: PLC0415 -- only this engine has no days

    noon = datetime(2024, 1, 9, 12)  # noqa: DTZ001 -- as pandas holds days
    with pytest.raises(WrongTypeError) as caught:
        verify(pd.DataFrame([EVENT | {"on": noon}]), EVENTS)
    assert ("datetime-for-date",) == caught.value.codes


def test_a_frame_of_narwhals_is_given_back_as_one() -> None:
    frame = nw.from_native(ARROW.frame([TEACHER], TEACHERS))
    assert frame is verify(frame, TEACHERS)


def test_what_is_no_schema_is_told() -> None:
    wrong: Any = "teachers"
    with pytest.raises(WrongTypeError) as caught:
        verify(ARROW.frame([TEACHER], TEACHERS), wrong)
    assert ["schema"] == [problem.path for problem in caught.value.problems]
