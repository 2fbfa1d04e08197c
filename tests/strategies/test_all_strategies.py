"""Every strategy of the door alike: nothing discarded, the simplest first, every argument checked when drawn."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from inspect import isfunction, signature
from pathlib import Path
from types import UnionType
from typing import Any, Final, cast, get_args, get_origin, get_type_hints

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, find as simplest, given, settings, strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.statistics import collector

from pmm_core import testing
from pmm_core.calendar import CALENDAR, Period, PeriodCalendar
from pmm_core.overview import Outstanding
from pmm_core.ranking import TEACHERS_LOGGED_IN, Run, Scale, Standings

NAMED: Final[dict[str, Callable[..., st.SearchStrategy[Any]]]] = {
    name: thing
    for name in testing.__all__
    if isfunction(thing := getattr(testing, name))
    and get_origin(get_type_hints(thing).get("return")) is st.SearchStrategy
}
ARGUMENTS: Final = [(name, argument) for name, make in NAMED.items() for argument in signature(make).parameters]
NONSENSE: Final = object()
PAGE: Final = (Path(__file__).parents[2] / "docs" / "reference" / "testing.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMED)
def test_nothing_is_discarded_and_values_are_of_their_kind(name: str) -> None:
    (hint,) = get_args(get_type_hints(NAMED[name])["return"])
    kind = hint if get_origin(hint) in {None, UnionType} else get_origin(hint)
    ends: Counter[str] = Counter()

    def keep(statistics: Any) -> None:
        for key, phase in statistics.items():
            if key.endswith("-phase"):
                ends.update(case["status"] for case in phase["test-cases"])

    @settings(max_examples=12, database=None, derandomize=True, deadline=None, phases=[Phase.generate])
    @given(NAMED[name]())
    def draw(value: object) -> None:
        assert isinstance(value, kind)

    with cast("Any", collector).with_value(keep):
        draw()
    assert 0 == ends["invalid"]
    assert ends["valid"] > 0


@pytest.mark.parametrize(("name", "argument"), ARGUMENTS, ids=[f"{name}-{argument}" for name, argument in ARGUMENTS])
def test_every_argument_is_checked_and_only_when_a_value_is_drawn(name: str, argument: str) -> None:
    strategy = NAMED[name](**{argument: NONSENSE})

    @settings(max_examples=1, database=None, suppress_health_check=[HealthCheck.too_slow])
    @given(strategy)
    def draw(_value: object) -> None: ...

    with pytest.raises(InvalidArgument) as caught:
        draw()
    assert argument.removeprefix("min_").removeprefix("max_") in str(caught.value)


NO_DEADLINES: Final = PeriodCalendar(
    tuple(
        evolve(scheme, patterns=tuple(evolve(pattern, deadlines=()) for pattern in scheme.patterns))
        for scheme in CALENDAR.schemes
    )
)


def around(day: date) -> st.SearchStrategy[Outstanding]:
    """What is outstanding on a day, however far ahead somebody looks."""
    return testing.outstanding_steps(on=day, within=10**30) | testing.outstanding_steps(on=day)


REFUSED: Final[dict[str, tuple[st.SearchStrategy[Any], str]]] = {
    "nothing to draw": (testing.deadlines(of=NO_DEADLINES), "the calendar has none of these"),
    "steps of no cycle": (
        testing.next_steps(cycle=cast("Any", st.just("cycle"))),
        "cycle must be a strategy of cycles, not of str",
    ),
    "a report of no year": (testing.rapor_reports(year=0), "year must be a year from 1 to 9999 or None, not 0"),
    "a tally of a truth value": (testing.an_tallies(year=True), "year must be a year from 1 to 9999 or None, not True"),
    "an assessment after all years": (testing.an_participations(year=10_000), "year must be a year from 1 to 9999"),
    "a year that no period has": (
        testing.annual_evaluations(year=999),
        "year must be one of the calendar or None, not 999",
    ),
    "a year before the calendar": (testing.annual_evaluations(year=2020), "year must be one of the calendar"),
    "a scheme before all schemes": (testing.period_schemes(first_year=1), "first_year must be a year from 1000"),
    "a scheme of no years": (testing.period_schemes(years=0), "min_years=1 is above max_years=0"),
    "a scheme that outlasts all years": (testing.period_schemes(first_year=9998, years=2), "to 9998, not 9999"),
    "a scheme from no year on": (
        testing.period_schemes(first_year=cast("Any", None)),
        "first_year must be a year from 1000 to 9998, not None",
    ),
    "a cycle of an unknown period": (
        testing.cycles(period=Period(2030, "S", 1)),
        "period must be one of the calendar, not 2030-S1",
    ),
    "an evaluation of an unknown period": (
        testing.periodic_evaluations(period=Period(2030, "S", 1)),
        "period must be one of the calendar, not 2030-S1",
    ),
    "a moment for a day": (
        testing.cycle_tallies(on=datetime(2024, 3, 7, tzinfo=UTC)),
        "on must be a date or None, not datetime",
    ),
    "the same of a step": (
        testing.outstanding_steps(on=datetime(2024, 3, 7, tzinfo=UTC)),
        "on must be a date or None, not datetime",
    ),
    "a history of no tables": (testing.histories(min_tables=0, max_tables=0), "min_tables=1 is above max_tables=0"),
    "places for all without a base": (
        testing.standings(unranked=False, max_base=0),
        "max_base=0 leaves every share without a place",
    ),
    "an empty table of another scale": (
        testing.standings(metric=st.just(TEACHERS_LOGGED_IN), scale=Scale.COUNT, max_size=0),
        "max_size=0: an empty table of <Metric teachers-logged-in> is one of shares",
    ),
}


@pytest.mark.parametrize(("strategy", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_drawn_is_refused(strategy: st.SearchStrategy[Any], message: str) -> None:
    with pytest.raises(InvalidArgument, match=message):
        simplest(strategy, lambda _: True, settings=settings(database=None))


def areas_of(*tables: Standings) -> int:
    """How many areas stand in the tables, with a place or without."""
    return len({row.area for table in tables for row in (*table, *table.unranked)})


@pytest.mark.parametrize("scale", [None, *Scale])
@settings(max_examples=40, deadline=None, database=None, derandomize=True)
@given(data=st.data())
def test_a_table_of_no_areas_is_empty(data: st.DataObject, scale: Scale | None) -> None:
    table = data.draw(testing.standings(max_size=0, scale=scale))
    assert 0 == areas_of(table)
    assert scale in {None, table.scale}


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(
    st.integers(0, 4).flatmap(lambda size: st.tuples(st.just(size), testing.table_pairs(min_size=size, max_size=size)))
)
def test_two_tables_have_as_many_areas_as_are_asked_for(drawn: tuple[int, tuple[Standings, Standings]]) -> None:
    size, pair = drawn
    assert size == areas_of(*pair)


@settings(max_examples=40, deadline=None, database=None, derandomize=True)
@given(testing.standings(unranked=False, scale=Scale.COUNT, max_base=0))
def test_no_count_is_above_the_largest(table: Standings) -> None:
    assert {0} >= {figure.numerator for figure in table.measurements}


@settings(max_examples=20, deadline=None, database=None, derandomize=True)
@given(testing.runs(max_tables=10**30), st.sampled_from([date.min, date.max]).flatmap(around))
def test_bounds_beyond_all_days_end_with_them(run: Run, step: Outstanding) -> None:
    assert run.last <= date.max
    assert date.min <= (step.deadline or step.on) <= date.max


def test_counts_come_with_plain_counts_first() -> None:
    counted = testing.measurements(scale=Scale.COUNT)
    chosen = settings(phases=[Phase.generate, Phase.shrink], database=None, deadline=None)
    assert simplest(counted, lambda _: True, settings=chosen).metric.base is None


# how the simplest of each writes itself, as the reference tells it; an ellipsis stands for the rest of a long one
SIMPLEST: Final = dict(re.findall(r"^\| `(\w+)\(\)` \| `([^`]+)` \|$", PAGE, re.MULTILINE))


@pytest.mark.parametrize("name", NAMED)
def test_the_simplest_comes_first(name: str) -> None:
    chosen = settings(phases=[Phase.generate, Phase.shrink], database=None, deadline=None)
    found = repr(simplest(NAMED[name](), lambda _: True, settings=chosen))
    told = SIMPLEST[name]
    assert told == found or (told.endswith("…") and found.startswith(told[:-1]))


def test_the_reference_tells_the_simplest_of_each_and_of_nothing_else() -> None:
    assert sorted(NAMED) == list(SIMPLEST)


def test_the_reference_documents_every_name_once() -> None:
    told = re.findall(r"^\.\. auto(?:function|class|data):: (\w+)$", PAGE, re.MULTILINE)
    assert sorted(testing.__all__) == sorted(told)
