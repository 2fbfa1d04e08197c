"""Columns as others write them: numbers of every width, columns of nothing but gaps, days of another type."""

# pyright: reportMissingTypeStubs=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (several of the engines ship no types)

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from fractions import Fraction
from typing import Any, Final

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from carriers import CARRIERS, Carrier, Row
from logs import LAWFUL, rows_of
from own_rows import teacher_row
from test_composite_laws import index_of
from test_standings import row
from which import LOCAL, NULLS, ONE, QUICK

from pmm_core import find
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.frames import (
    COMMUNITIES,
    CYCLES,
    EVENTS,
    MEASUREMENTS,
    SCHOOLS,
    TEACHERS,
    adoption,
    audit,
    composite,
    faults,
    locate,
    movement,
    registered_communities,
    standings,
    targets,
    verify,
)
from pmm_core.people import Role, Teacher
from pmm_core.ranking import SCHOOLS_LOGGED_IN

DAY: Final = date(2022, 12, 23)
MOST: Final = 2**63 - 1
FIGURES: Final = (
    ("33.01", 1, 2),
    ("33.02", 2**63, 2**64 - 1),
    ("33.03", 2**64 - 1, 2**64 - 1),
    ("33.04", 3, 2**63),
    ("33.05", None, 7),
    ("33.06", 5, 9),
)
INDEX: Final = index_of((SCHOOLS_LOGGED_IN, Fraction(1), None))
TEACHER: Final[Row] = teacher_row(Teacher(id="t-1", role=Role.TEACHER, workplace=find("Kab. Batang")))
EVENT_ROWS, CYCLE_ROWS = rows_of(LAWFUL[:1])
PLACED: Final[Row] = {
    **dict.fromkeys(("metric", "scope", "scale", "ties", "tie_breaks"), "x"),
    "area": "33.01",
    "on": DAY,
    "rank": 2**64 - 1,
}
SCHOOL: Final[Row] = {"npsn": "20300001", "level": "sd", "kabupaten": "33.25"}


def frame_of(carrier: Carrier, rows: Sequence[Mapping[str, Any]], **types: Any) -> Any:
    """A frame of these rows in which some columns are of a type of Arrow that is not the usual one."""
    cells = {name: [each.get(name) for each in rows] for name in rows[0]}
    return carrier.load(pa.table({name: pa.array(found, types.get(name)) for name, found in cells.items()}))


def unsigned(carrier: Carrier, metric: str = "teachers-logged-in") -> Any:
    rows = [row(area, number, base, metric=metric) for area, number, base in FIGURES]
    return frame_of(carrier, rows, numerator=pa.uint64(), denominator=pa.uint64())


def told(carrier: Carrier, frame: Any, *names: str) -> list[tuple[Any, ...]]:
    return sorted((tuple(each[name] for name in names) for each in carrier.rows(frame)), key=repr)


class TestNumbersWithoutASign:
    """A number that 64 bits with a sign do not hold is out of range, as any other that is too large."""

    @LOCAL
    def test_standings_tell_the_row_and_rank_the_others(self, carrier: Carrier) -> None:
        assert [
            ("33.01", 1, 2, 2, None),
            ("33.02", MOST, MOST, None, "out-of-range"),
            ("33.03", MOST, MOST, None, "out-of-range"),
            ("33.04", 3, MOST, None, "out-of-range"),
            ("33.05", None, 7, None, "missing-value"),
            ("33.06", 5, 9, 1, None),
        ] == told(carrier, standings(unsigned(carrier)), "area", "numerator", "denominator", "rank", "reason")

    @QUICK
    def test_targets_and_an_index_leave_the_row_out(self, carrier: Carrier) -> None:
        gone = [("33.02", "out-of-range"), ("33.03", "out-of-range"), ("33.04", "out-of-range")]
        found = told(carrier, composite(INDEX, unsigned(carrier, "schools-logged-in")), "area", "reason")
        assert [*gone, ("33.05", "missing-value")] == [each for each in found if each[1] is not None]
        steps = told(carrier, targets(unsigned(carrier), rank=1), "area", "to_share", "reason")
        assert [("33.01", 1, None), ("33.02", None, "not-ranked")] == steps[:2]

    @QUICK
    def test_faults_count_the_rows(self, carrier: Carrier) -> None:
        found = faults(unsigned(carrier), MEASUREMENTS)
        assert [
            ("denominator", "out-of-range", 3),
            ("numerator", "missing-value", 1),
            ("numerator", "out-of-range", 2),
        ] == told(carrier, found, "column", "code", "rows")

    @QUICK
    def test_the_other_doors_take_them_too(self, carrier: Carrier) -> None:
        rows = [TEACHER | {"topics_completed": number} for number in (2**64 - 1, 0)]
        steps = adoption(frame_of(carrier, rows, topics_completed=pa.uint64()), on=DAY)
        assert ("topic-4-completed", 1, 2) == told(carrier, steps, "metric", "numerator", "denominator")[-1]
        later = PLACED | {"on": DAY.replace(year=2023), "rank": 3}
        places = [frame_of(carrier, [each], rank=pa.uint64()) for each in (PLACED, later)]
        assert [("up", MOST, 3, MOST - 3)] == told(
            carrier, movement(*places), "kind", "rank_before", "rank_after", "places"
        )

    @QUICK
    def test_an_audit_finds_an_event_whose_number_does_not_follow(self, carrier: Carrier) -> None:
        rows = [{name: each[name] for name in EVENTS.required} for each in EVENT_ROWS[:2]]
        given = frame_of(carrier, [rows[0], rows[1] | {"number": 2**64 - 1}], number=pa.uint64())
        found = audit(given, carrier.frame(CYCLE_ROWS, CYCLES))
        assert [(MOST, "missing-number")] == told(carrier, found, "number", "code")


WIDER: Final[Mapping[str, Callable[[Any], Any]]] = {
    "polars": lambda frame: frame.cast({"numerator": pl.Int128, "denominator": pl.UInt128}),
    "duckdb": lambda frame: frame.project(
        'area, metric, "on", numerator::hugeint as numerator, denominator::uhugeint as denominator'
    ),
}
TIMES: Final[Mapping[str, Callable[[Any], Any]]] = {
    "polars": lambda frame: frame.with_columns(numerator=pl.col("numerator") * -(2**62)),
    "duckdb": lambda frame: frame.project(f"* replace (numerator * {-(2**62)}::hugeint as numerator)"),
}


@pytest.mark.parametrize("engine", WIDER)
def test_numbers_of_128_bits_as_sums_of_duckdb_are_taken(engine: str) -> None:
    carrier = CARRIERS[engine]
    frame = WIDER[engine](unsigned(carrier))
    assert told(carrier, standings(unsigned(carrier)), "area", "numerator", "rank", "reason") == told(
        carrier, standings(frame), "area", "numerator", "rank", "reason"
    )
    below = TIMES[engine](WIDER[engine](frame_of(carrier, [row("33.01", 4, 9), row("33.02", 0, 9)])))
    assert [(-(2**63), "negative"), (0, None)] == told(carrier, standings(below), "numerator", "reason")


def test_narrow_numbers_may_have_gaps(carrier: Carrier) -> None:
    rows = [row("33.01", 4, None, metric="communities-registered"), row("33.02", 5, None)]
    frame = frame_of(carrier, [rows[0], rows[1] | {"denominator": 5}], numerator=pa.int32(), denominator=pa.int16())
    assert [("33.01", None, 1), ("33.02", 5, 1)] == told(carrier, standings(frame), "area", "denominator", "rank")


class TestNothingButGaps:
    """A column without a type says that all its values are missing, as a column of the right type does."""

    def test_counts_have_no_base(self, carrier: Carrier) -> None:
        rows = [row(f"33.0{number}", number, None, metric="communities-registered") for number in (1, 2, 3)]
        found = standings(frame_of(carrier, rows, denominator=pa.null()))
        assert [("33.01", None, 3), ("33.02", None, 2), ("33.03", None, 1)] == told(
            carrier, found, "area", "denominator", "rank"
        )

    def test_columns_of_every_kind(self, carrier: Carrier) -> None:
        assert [] == carrier.rows(faults(self.events(carrier), EVENTS))

    @QUICK
    def test_an_audit_takes_them_as_it_takes_columns_of_their_types(self, carrier: Carrier) -> None:
        found = audit(self.events(carrier), carrier.frame(CYCLE_ROWS, CYCLES))
        assert [] == carrier.rows(found)

    def events(self, carrier: Carrier) -> Any:
        """The events of a lawful log of which nothing is known beside what must be."""
        optional = [column.name for column in EVENTS.columns if column.optional]
        rows = [each | dict.fromkeys(optional) for each in EVENT_ROWS]
        return frame_of(carrier, rows, **dict.fromkeys(optional, pa.null()))

    @NULLS
    def test_where_no_gaps_may_be_they_are_told_as_all_gaps_are(self, carrier: Carrier) -> None:
        nothing = {"level": pa.null(), "kecamatan": pa.null()}
        schools = frame_of(carrier, [SCHOOL | dict.fromkeys(nothing)], **nothing)
        assert [("level", "missing-value", 1)] == told(carrier, faults(schools, SCHOOLS), "column", "code", "rows")
        with pytest.raises(InvalidValueError) as caught:
            verify(schools, SCHOOLS)
        assert [("schools[level]", "no value in 1 row, whose key is not shown")] == [
            (problem.path, problem.message) for problem in caught.value.problems
        ]
        rows = [row("33.01", None, 3)]
        assert [("33.01", "missing-value")] == told(
            carrier, standings(frame_of(carrier, rows, numerator=pa.null())), "area", "reason"
        )

    @NULLS
    def test_communities_without_a_day_and_teachers_without_a_school(self, carrier: Carrier) -> None:
        rows = [{"kabupaten": "33.25", "registered_on": None}]
        batang = [find("Kab. Batang")]
        found = registered_communities(frame_of(carrier, rows, registered_on=pa.null()), on=DAY, among=batang)
        assert [("33.25", 0)] == told(carrier, found, "area", "numerator")
        rows = [{"id": "t-1", "school": None, "kabupaten": None, "note": None}]
        people = frame_of(carrier, rows, school=pa.null(), kabupaten=pa.null(), note=pa.null())
        located = locate(people, frame_of(carrier, [SCHOOL]))
        assert [("t-1", None, None, None)] == told(carrier, located, "id", "school", "note", "kabupaten")
        rows = [{"id": "t-1", "school": "20300001", "kabupaten": None}]
        located = locate(frame_of(carrier, rows, kabupaten=pa.null()), frame_of(carrier, [SCHOOL]))
        assert [("t-1", "33.25")] == told(carrier, located, "id", "kabupaten")

    def test_a_frame_of_pandas_without_rows_has_columns_of_objects(self) -> None:
        empty = pd.DataFrame(columns=[column.name for column in TEACHERS.columns])
        assert verify(empty, TEACHERS) is empty
        assert 0 == len(standings(pd.DataFrame(columns=list(MEASUREMENTS.required))))
        assert 0 == len(faults(pd.DataFrame(columns=list(COMMUNITIES.required)), COMMUNITIES))


@LOCAL
def test_days_that_arrow_counts_in_thousandths_of_a_second(carrier: Carrier) -> None:
    rows = [row("33.01", 1, 2), row("33.02", 2, 2)]
    frame = frame_of(carrier, rows, on=pa.date64())
    if carrier.name.startswith("polars"):  # which makes a point in time of it
        with pytest.raises(WrongTypeError, match="cast it to the type of days"):
            standings(frame)
        return
    assert [("33.01", DAY, 2), ("33.02", DAY, 1)] == told(carrier, standings(frame), "area", "on", "rank")


@pytest.mark.parametrize("name", ["pyarrow", "pandas-arrow"])
def test_days_that_are_not_whole_are_told(name: str) -> None:
    late = pa.array([0, 86_400_001, None], pa.int64()).cast(pa.date64())
    given = pa.table({"kabupaten": ["33.25"] * 3, "registered_on": late})
    with pytest.raises(WrongTypeError) as caught:
        registered_communities(CARRIERS[name].load(given), on=DAY)
    hint = "; in pandas, datetime64 at midnight" if name.startswith("pandas") else ""
    assert [("communities[registered_on]", "datetime-for-date", f"must hold days, not times of a day{hint}")] == [
        (problem.path, problem.code, problem.message) for problem in caught.value.problems
    ]


@QUICK
def test_what_pandas_needs_is_told_of_its_frames_alone(carrier: Carrier) -> None:
    wrong: Row = row("33.01", 1, 2) | {"on": time(12), "numerator": "one", "denominator": 0.5}
    with pytest.raises(WrongTypeError) as caught:
        standings(frame_of(carrier, [wrong]))
    messages = [problem.message.split(", not ")[0] for problem in caught.value.problems]
    assert (
        [
            "must hold days; in pandas, datetime64 at midnight",
            "must hold whole numbers; in pandas, write those with gaps as Int64",
            "must hold whole numbers; in pandas, write those with gaps as Int64",
        ]
        == messages
        if carrier.name == "pandas"
        else ["must hold days", *["must hold whole numbers"] * 2] == messages
    )


@ONE
def test_a_type_that_has_no_other_name_is_called_as_the_engine_calls_it(carrier: Carrier) -> None:
    spans = pa.array([(1, 2, 3)], pa.month_day_nano_interval())
    with pytest.raises(WrongTypeError) as caught:
        verify(pa.table({"npsn": spans, "level": ["sd"], "kabupaten": ["33.25"]}), SCHOOLS)
    assert ["must hold texts, not 'month_day_nano_interval'"] == [each.message for each in caught.value.problems]
    assert carrier.name
