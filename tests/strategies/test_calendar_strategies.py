"""The strategies for the calendar: only valid values, every form reached, the simplest first, no filtering."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar, cast

import pytest
from hypothesis import Phase as Phases, find as simplest, given, settings, strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.calendar import (
    CALENDAR,
    SEMESTERS_2024,
    Extension,
    Period,
    PeriodCalendar,
    PeriodScheme,
    Phase,
    WeekendOnly,
    Window,
    YearDay,
    parse_date,
)
from pmm_core.errors import PmmError, codes
from pmm_core.errors._codes import _CALENDAR
from pmm_core.sources import works
from pmm_core.testing import _calendar as calendar_testing
from pmm_core.testing._calendar import (
    date_spellings,
    extensions,
    period_calendars,
    period_schemes,
    periods,
    windows,
    working_weeks,
)
from pmm_core.testing._calendar_near_misses import CALENDAR_NEAR_MISSES
from pmm_core.testing._near_miss import NearMiss

T = TypeVar("T")
STRICT = settings(suppress_health_check=[], max_examples=100)  # a strategy that filters or dawdles fails here
MARCH = Window.parse("2024-03-01..2024-03-31")
SEMESTERS = PeriodCalendar((SEMESTERS_2024,))


def first(strategy: st.SearchStrategy[T], condition: Callable[[T], bool] = lambda _: True) -> T:
    """The simplest example; no database, since Hypothesis would file all these conditions under one key."""
    return simplest(strategy, condition, settings=settings(database=None, max_examples=2_000))


@STRICT
@given(windows(), windows(within=MARCH))
def test_windows_lie_where_they_are_wanted(anywhere: Window, inside: Window) -> None:
    assert 2020 <= anywhere.start.year <= anywhere.end.year <= 2030
    assert MARCH.contains(inside)


@STRICT
@given(periods(), periods(of=SEMESTERS))
def test_periods_are_known(period: Period, semester: Period) -> None:
    assert CALENDAR.span(period).days >= 181
    assert semester in SEMESTERS.periods(2024)


@STRICT
@given(period_schemes(), period_schemes(first_year=2024, years=2, source=st.just(works()[0])))
def test_schemes_hold_for_the_wanted_years(scheme: PeriodScheme, short: PeriodScheme) -> None:
    assert scheme.holds_in(2020)
    assert scheme.last_year is None
    assert 1 <= scheme.periods_per_year <= 4
    assert [short.holds_in(year) for year in (2023, 2024, 2025, 2026)] == [False, True, True, False]
    assert short.source is works()[0]


@STRICT
@given(extensions(), extensions(of=SEMESTERS))
def test_extensions_can_be_taken(extension: Extension, of_2024: Extension) -> None:
    assert PeriodCalendar(CALENDAR.schemes, (extension,)).extensions == (extension,)
    assert SEMESTERS.extend(of_2024).window(of_2024.period, of_2024.phase).end == of_2024.until


@STRICT
@given(period_calendars())
def test_calendars_answer(calendar: PeriodCalendar) -> None:
    assert calendar.periods(calendar.schemes[0].first_year)


@STRICT
@given(working_weeks())
def test_weeks_have_a_working_day(week: WeekendOnly) -> None:
    assert len(week.days_off) < 7


@STRICT
@given(date_spellings())
def test_spellings_name_their_day(pair: tuple[str, date]) -> None:
    assert parse_date(pair[0]) == pair[1]


def test_every_form_of_a_date_is_sound() -> None:
    for form in calendar_testing._FORMS:
        for change in calendar_testing._CASES:
            for day in (date(2024, 3, 7), date(2022, 12, 23), date(2024, 5, 31), date(2021, 8, 1)):
                text, same = calendar_testing._spelled(day, form, change)
                assert parse_date(text) == same == day


def test_the_simplest_come_first() -> None:
    assert first(windows()) == Window.parse("2020-01-01..2020-01-01")
    assert str(first(periods())) == "2024-S1"
    assert first(extensions()).phase is Phase.PLANNING
    assert first(working_weeks()).days_off == frozenset()
    assert first(date_spellings()) == ("1 Januari 2020", date(2020, 1, 1))


SHAPES: dict[str, Callable[[PeriodCalendar], bool]] = {
    "two schemes": lambda calendar: len(calendar.schemes) == 2,
    "two extensions": lambda calendar: len(calendar.extensions) == 2,
    "no end": lambda calendar: calendar.schemes[-1].last_year is None,
    "quarters": lambda calendar: calendar.schemes[0].periods_per_year == 4,
    "from July": lambda calendar: calendar.schemes[0].patterns[0].first.month == 7,
}


@pytest.mark.parametrize("name", SHAPES)
def test_calendars_of_every_shape_are_reached(name: str) -> None:
    # the first one found; making it simpler would take most of the time
    found = settings(database=None, max_examples=2_000, phases=[Phases.generate])
    assert SHAPES[name](simplest(period_calendars(), SHAPES[name], settings=found))


def test_a_period_that_ends_with_february_does_so_in_every_year() -> None:
    last = calendar_testing.last_day(date(2023, 2, 28))
    assert [last.in_year(year) for year in (2023, 2024)] == [date(2023, 2, 28), date(2024, 2, 29)]
    assert calendar_testing.last_day(date(2024, 1, 31)) == YearDay(1, 31, 1)


@pytest.mark.parametrize(
    ("name", "strategy", "message"),
    [
        ("windows", lambda: windows(within=cast("Any", "2024")), "within must be a Window"),
        ("periods", lambda: periods(of=cast("Any", SEMESTERS_2024)), "of must be a PeriodCalendar"),
        ("schemes", lambda: period_schemes(source=cast("Any", works()[0])), "source must be a strategy"),
        ("extensions", lambda: extensions(of=cast("Any", "2024")), "of must be a PeriodCalendar"),
    ],
)
def test_arguments_are_checked_when_drawn(name: str, strategy: Any, message: str) -> None:
    del name
    made = strategy()
    with pytest.raises(InvalidArgument, match=message):
        first(made)


@pytest.mark.parametrize("miss", CALENDAR_NEAR_MISSES, ids=lambda miss: f"{miss.code}: {miss.why}")
def test_near_misses_are_refused_for_their_code(miss: NearMiss) -> None:
    with pytest.raises(PmmError) as caught:
        miss.provoke()
    assert miss.code in caught.value.codes


def test_near_misses_cover_every_code_of_the_calendar() -> None:
    missed = {miss.code for miss in CALENDAR_NEAR_MISSES}
    elsewhere = {"no-decree", "naive-datetime"}  # with the holidays and the calendar files
    assert {code.text for code in _CALENDAR} - elsewhere <= missed <= {code.text for code in codes()}
    assert missed >= {"malformed", "empty", "duplicate", "wrong-type", "bool-for-int", "float-for-exact"}
