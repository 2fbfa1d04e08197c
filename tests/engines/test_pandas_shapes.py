"""Frames of pandas as people have them: gaps as floats, days as points in time, an index of their own."""

# pyright: reportMissingTypeStubs=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (pandas ships no types)

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import import_module
from typing import Any, Final

import pandas as pd
import pytest
from carriers import CARRIERS
from logs import LAWFUL, rows_of
from test_composite_laws import index_of

from pmm_core.calendar import Period
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.frames import (
    COMMUNITIES,
    CYCLES,
    EVENTS,
    MEASUREMENTS,
    TEACHERS,
    adoption,
    adoption_by_batches,
    audit,
    composite,
    faults,
    locate,
    measure_stages,
    movement,
    registered_communities,
    standings,
    states,
    tally,
    targets,
    verify,
)
from pmm_core.ranking import SCHOOLS_LOGGED_IN

Table = Any
dask: Any = import_module("dask.dataframe")
Shape = Callable[[Table], Table]
PANDAS: Final = CARRIERS["pandas"]
NOTHING: Final = float("nan")
DAY: Final = date(2024, 3, 1)
INDEX: Final = index_of((SCHOOLS_LOGGED_IN, Fraction(1), None))
EVENT_ROWS, CYCLE_ROWS = rows_of(LAWFUL)
LOG: Final[Table] = PANDAS.frame(EVENT_ROWS[:3] + EVENT_ROWS[4:], EVENTS)
THOSE: Final[Table] = PANDAS.frame(CYCLE_ROWS, CYCLES)
PEOPLE: Final[Table] = pd.DataFrame(
    {
        "id": ["t-1", "t-2", "t-3"],
        "role": ["teacher"] * 3,
        "kabupaten": ["33.25", "33.26", None],
        "account_registered": [True, True, False],
        "logged_in": [True, False, False],
        "topics_completed": [1, 0, 0],
        "school": ["20300001", None, "20300002"],
    }
)
LISTED: Final[Table] = pd.DataFrame({"npsn": ["20300001", "20300002"], "kabupaten": ["33.25", "33.26"]})
GROUPS: Final[Table] = pd.DataFrame(
    {"id": ["k-1", "k-2"], "kabupaten": ["33.25"] * 2, "registered_on": pd.to_datetime(["2022-01-01", None])}
)


def figures(on: str, *rows: tuple[str, int]) -> Table:
    return pd.DataFrame(
        {
            "area": [area for area, _ in rows],
            "metric": ["schools-logged-in"] * len(rows),
            "on": pd.to_datetime([on] * len(rows)),
            "numerator": [number for _, number in rows],
            "denominator": [50] * len(rows),
        }
    )


EARLY: Final[Table] = figures("2022-01-01", ("33.25", 1), ("33.26", 2), ("33.01", 3), ("33.01", 4))
LATE: Final[Table] = figures("2022-02-01", ("33.25", 5), ("33.26", 2), ("33.02", 3))
COUNTS: Final[Table] = EARLY.assign(metric="communities-registered", denominator=NOTHING)


@cache
def standing() -> Table:
    return states(LOG, THOSE, on=DAY)


@cache
def ranked() -> tuple[Table, Table]:
    return standings(EARLY), standings(LATE)


CALLS: Final[Mapping[str, Callable[[Shape], Table]]] = {
    "audit": lambda given: audit(given(LOG), given(THOSE)),
    "states": lambda given: states(given(LOG), given(THOSE), on=DAY),
    "tally": lambda given: tally(given(standing()), by=["period"]),
    "measure_stages": lambda given: measure_stages(
        given(PEOPLE), given(standing()), on=DAY, period=Period.parse("2024-S1")
    ),
    "standings": lambda given: standings(given(EARLY)),
    "targets": lambda given: targets(given(LATE), rank=1, ties="ordinal"),
    "composite": lambda given: composite(INDEX, given(EARLY)),
    "movement": lambda given: movement(given(ranked()[0]), given(ranked()[1])),
    "adoption": lambda given: adoption(given(PEOPLE), on=DAY),
    "adoption_by_batches": lambda given: adoption_by_batches([given(PEOPLE), given(PEOPLE)], on=DAY),
    "registered_communities": lambda given: registered_communities(given(GROUPS), on=DAY),
    "locate": lambda given: locate(given(PEOPLE), given(LISTED)),
    "faults": lambda given: faults(given(PEOPLE), TEACHERS),
}


@cache
def expected(call: str) -> list[dict[str, Any]]:
    """What comes out of the rows as they are."""
    return PANDAS.rows(CALLS[call](as_it_is))


def as_it_is(table: Table) -> Table:
    return table


def _named(table: Table) -> list[str]:
    return [name for name in ("cycle", "area", "id", "npsn") if name in table.columns]


def kept_as_index(table: Table) -> Table:
    return table.set_index(_named(table)[:1], drop=False) if _named(table) else table


def two_levels(table: Table) -> Table:
    return table.set_index([*_named(table)[:1], table.columns[-1]], drop=False)


def one_label(table: Table) -> Table:
    return table.set_axis([7] * len(table), axis=0)


def in_a_zone(table: Table) -> Table:
    days = {name: table[name].dt.tz_localize("Asia/Jayapura") for name in table.select_dtypes("datetime").columns}
    return table.assign(**days)


def by_nanoseconds(table: Table) -> Table:
    return table.astype(dict.fromkeys(table.select_dtypes("datetime").columns, "datetime64[ns]"))


def with_more(table: Table) -> Table:
    more = table.assign(_n=1, row=2, mark="m", _at=4, _school="s", _of_the_school="x", _areas="a", phases_over=-1)
    more[5] = 0
    return more


def nullable(table: Table) -> Table:
    return table.convert_dtypes()


def of_arrow(table: Table) -> Table:
    return table.convert_dtypes(dtype_backend="pyarrow")


def objects(table: Table) -> Table:
    texts = table.astype(dict.fromkeys(table.select_dtypes("str").columns, object))
    return texts.where(texts.notna(), None)


def _one_way(table: Table) -> Table:
    return with_more(kept_as_index(in_a_zone(table)))


def _another_way(table: Table) -> Table:
    return two_levels(by_nanoseconds(objects(table)))


def _third_way(table: Table) -> Table:
    return one_label(nullable(table))


def _fourth_way(table: Table) -> Table:
    return kept_as_index(of_arrow(in_a_zone(table)))


SHAPES: Final = (_one_way, _another_way, _third_way, _fourth_way)
MORE: Final = ("_n", "row", "mark", "_at", "_school", "_of_the_school", "_areas", "phases_over", 5)


class TestShapes:
    """Law: the same rows give the same answer, however pandas holds them, and what was given stays as it is."""

    @pytest.mark.parametrize("call", CALLS)
    def test_the_answer_is_the_same_and_what_is_given_stays(self, call: str) -> None:
        given: list[tuple[Table, Table]] = []
        for shape in SHAPES if call in {"standings", "locate", "faults"} else SHAPES[:2]:

            def shaped(table: Table, shape: Shape = shape) -> Table:
                made = shape(table)
                given.append((made, made.copy(deep=True)))
                return made

            rows = PANDAS.rows(CALLS[call](shaped))
            assert expected(call) == [{name: row[name] for name in row if name not in MORE} for row in rows]
        assert given
        for now, before in given:
            pd.testing.assert_frame_equal(before, now)

    @pytest.mark.parametrize("call", ["audit", "standings"])
    def test_pieces_of_dask_may_have_such_an_index_and_zone(self, call: str) -> None:
        def pieces(table: Table) -> Table:
            return dask.from_pandas(kept_as_index(in_a_zone(table)), npartitions=2, sort=False)

        assert expected(call) == PANDAS.rows(CALLS[call](pieces).compute())


class TestGapsAsFloats:
    """Law: a column of floats that are all missing is one of nothing but gaps, as a column without a type is."""

    def test_counts_have_no_base(self) -> None:
        rows = PANDAS.rows(standings(COUNTS.drop_duplicates("area")))
        assert [("33.01", None, 1), ("33.25", None, 3), ("33.26", None, 2)] == [
            (row["area"], row["denominator"], row["rank"]) for row in rows
        ]

    @pytest.mark.parametrize("kind", ["float32", "double[pyarrow]", "str"])
    def test_columns_of_every_kind(self, kind: str) -> None:
        optional = [column.name for column in EVENTS.columns if column.optional]
        gaps = pd.Series([None] * len(LOG), dtype=kind)
        log = LOG.drop(columns=optional).assign(**{name: gaps.to_numpy(dtype=object) for name in optional})
        log = log.astype(dict.fromkeys(optional, kind))
        assert [] == [row for row in PANDAS.rows(faults(log, EVENTS)) if row["column"] in optional]
        without = audit(LOG.drop(columns=optional), THOSE)
        assert PANDAS.rows(without) == PANDAS.rows(audit(log, THOSE))

    @pytest.mark.parametrize(
        ("name", "code"),
        [("numerator", "missing-value"), ("on", "missing-value"), ("area", "unknown-region"), ("reason", None)],
    )
    def test_where_no_gaps_may_be_each_row_says_so(self, name: str, code: str | None) -> None:
        rows = PANDAS.rows(standings(LATE.assign(**{name: NOTHING})))
        assert [code] * 3 == [row["reason"] for row in rows]

    def test_movement_takes_places_that_nobody_has(self) -> None:
        before, after = ranked()
        rows = PANDAS.rows(movement(before.assign(rank=NOTHING), after))
        assert [("33.02", "new"), ("33.25", "new"), ("33.26", "new")] == [(row["area"], row["kind"]) for row in rows]
        assert [] == PANDAS.rows(movement(before.assign(rank=NOTHING), after.assign(rank=NOTHING)))

    def test_a_kabupaten_that_nobody_has_is_looked_up(self) -> None:
        people = PEOPLE.assign(kabupaten=NOTHING)
        assert [("t-1", "33.25"), ("t-2", None), ("t-3", "33.26")] == [
            (row["id"], row["kabupaten"]) for row in PANDAS.rows(locate(people, LISTED))
        ]
        nobody = locate(people.assign(school=NOTHING), LISTED.assign(kabupaten=NOTHING))
        assert [None] * 3 == [row["kabupaten"] for row in PANDAS.rows(nobody)]

    def test_no_rows_are_no_floats(self) -> None:
        assert 0 == len(standings(COUNTS[:0]))

    @pytest.mark.parametrize("cells", [[1.0, NOTHING, NOTHING, NOTHING], [1.5, 2, 3, 4]])
    def test_one_number_is_enough_to_be_refused(self, cells: list[float]) -> None:
        with pytest.raises(WrongTypeError, match="those with gaps as Int64") as caught:
            standings(COUNTS.assign(denominator=cells))
        assert ("float-for-exact",) == caught.value.codes

    def test_flags_with_gaps_are_told_how_to_write_them(self) -> None:
        with pytest.raises(WrongTypeError, match="those with gaps as boolean"):
            adoption(PEOPLE.assign(logged_in=[True, None, False]), on=DAY)


class TestTimesOfADay:
    """Law: of two times of one day each would be a day of its own, so that they are refused, as elsewhere."""

    @pytest.mark.parametrize(
        ("shape", "unit"), [(as_it_is, "h"), (of_arrow, "min"), (in_a_zone, "s"), (as_it_is, "ns")]
    )
    def test_they_are_refused(self, shape: Shape, unit: Any) -> None:
        times = pd.to_datetime(["2022-12-23", "2022-12-23", None, None]).astype("datetime64[ns]")
        times += pd.to_timedelta([0, 1, 0, 0], unit=unit)
        with pytest.raises(WrongTypeError) as caught:
            standings(shape(EARLY.assign(on=times)))
        assert [("measurements[on]", "datetime-for-date")] == [
            (problem.path, problem.code) for problem in caught.value.problems
        ]
        assert "must hold days, not times of a day; in pandas, datetime64 at midnight" in str(caught.value)

    def test_where_each_row_is_checked_they_are_counted(self) -> None:
        late = EARLY.assign(on=pd.to_datetime(["2022-12-23", "2022-12-24 07:00"] * 2, format="mixed"))
        assert [("on", "datetime-for-date", 2)] == [
            (row["column"], row["code"], row["rows"]) for row in PANDAS.rows(faults(late, MEASUREMENTS))
        ]
        with pytest.raises(InvalidValueError, match="datetime-for-date"):
            verify(late, MEASUREMENTS)
        kinds = GROUPS.assign(kind="within-school", registered_on=pd.to_datetime(["2022-01-01 01:00", None]))
        assert 1 == len(faults(kinds, COMMUNITIES))
