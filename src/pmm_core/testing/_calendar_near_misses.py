"""Calls about the calendar that are almost right, with the code that they must be refused for."""

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any, Final, cast

import attrs

from pmm_core import calendar
from pmm_core.calendar import (
    ANNUAL_2025,
    CALENDAR,
    PLANNING_2024_S1_EXTENDED,
    SEMESTERS_2024,
    Period,
    PeriodCalendar,
    PeriodScheme,
    Phase,
    Weekday,
    WeekendOnly,
    Window,
    YearDay,
    add_months,
    add_working_days,
    parse_date,
)
from pmm_core.testing._near_miss import NearMiss

_ANY: Final = cast("Any", calendar)  # the door without its types, for calls that a type checker would refuse
_S1: Final = Period(2024, "S", 1)
_EXECUTION: Final = SEMESTERS_2024.patterns[0].phases[1]
_NOON: Final = datetime(2024, 3, 7, 12)  # noqa: DTZ001 -- it is refused whatever its zone


def _nobody_works(day: date) -> bool:
    return day < date.min


_NOBODY: Final = cast("Any", SimpleNamespace(is_working_day=_nobody_works))


def _extended(**changes: Any) -> PeriodCalendar:
    return PeriodCalendar(CALENDAR.schemes, (attrs.evolve(PLANNING_2024_S1_EXTENDED, **changes),))


def _window(text: str) -> Window:
    return Window.parse(text)


def _without_planning() -> PeriodScheme:
    first, second = SEMESTERS_2024.patterns
    return attrs.evolve(SEMESTERS_2024, patterns=(attrs.evolve(first, phases=first.phases[1:]), second))


CALENDAR_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    NearMiss("window-reversed", "the ends swapped", lambda: _window("2024-06-30..2024-02-01")),
    NearMiss("window-reversed", "a phase", lambda: attrs.evolve(_EXECUTION, last=YearDay(1, 31))),
    NearMiss("malformed", "one day is no window", lambda: _window("2024-06-30")),
    NearMiss("no-such-day", "30 February", lambda: _window("2024-02-01..2024-02-30")),
    NearMiss(
        "windows-apart",
        "February is missing",
        lambda: _window("2024-01-01..2024-01-31").union(_window("2024-03-01..2024-03-31")),
    ),
    NearMiss("out-of-range", "the day after", lambda: CALENDAR.span(_S1).day_number(date(2024, 7, 1))),
    NearMiss("out-of-range", "past the end of the calendar", lambda: add_months(date.max, 1)),
    NearMiss("datetime-for-date", "an end with a time", lambda: _ANY.Window(_NOON, date(2024, 6, 30))),
    NearMiss("datetime-for-date", "a question with a time", lambda: CALENDAR.phases_on(_NOON)),
    NearMiss("bool-for-int", "a yes for a number of months", lambda: add_months(date(2024, 1, 31), True)),
    NearMiss("float-for-exact", "half a month", lambda: _ANY.add_months(date(2024, 1, 31), 0.5)),
    NearMiss("no-period", "the day before the first scheme", lambda: CALENDAR.period_on(date(2023, 12, 31))),
    NearMiss("no-period", "before the first period", lambda: CALENDAR.previous(_S1)),
    NearMiss("unknown-period", "a third semester", lambda: CALENDAR.span(Period.parse("2024-S3"))),
    NearMiss("unknown-period", "a semester of 2025", lambda: CALENDAR.span(Period.parse("2025-S1"))),
    NearMiss("unknown-period", "an extension of none", lambda: _extended(period=Period(2023, "S", 1))),
    NearMiss("malformed", "no hyphen", lambda: Period.parse("2024S1")),
    NearMiss("malformed", "small letters", lambda: Period(2024, "s", 1)),
    NearMiss("too-small", "semesters are counted from 1", lambda: Period(2024, "S", 0)),
    NearMiss("too-large", "the last year has none after it", lambda: Period.parse("9999-A1")),
    NearMiss("too-large", "31 June", lambda: YearDay(6, 31)),
    NearMiss("wrong-type", "the text of a period", lambda: _ANY.CALENDAR.window("2024-S1", Phase.PLANNING)),
    NearMiss("wrong-type", "the text of a phase", lambda: _ANY.CALENDAR.window(_S1, "planning")),
    NearMiss(
        "no-such-phase",
        "an extension of a phase that the period does not have",
        lambda: PeriodCalendar((_without_planning(),), (PLANNING_2024_S1_EXTENDED,)),
    ),
    NearMiss(
        "phase-over",
        "the day after the extension",
        lambda: CALENDAR.days_left(_S1, Phase.PLANNING, on=date(2024, 4, 1)),
    ),
    NearMiss(
        "phase-over",
        "planning after its end",
        lambda: CALENDAR.require_open(_S1, Phase.PLANNING, on=date(2024, 4, 1)),
    ),
    NearMiss(
        "phase-not-open",
        "the day before execution",
        lambda: CALENDAR.require_open(_S1, Phase.EXECUTION, on=date(2024, 1, 31)),
    ),
    NearMiss("not-later", "the regular last day", lambda: _extended(until=date(2024, 1, 31))),
    NearMiss("duplicate", "extended twice", lambda: CALENDAR.extend(PLANNING_2024_S1_EXTENDED)),
    NearMiss("schemes-overlap", "the wrong order", lambda: PeriodCalendar((ANNUAL_2025, SEMESTERS_2024))),
    NearMiss("empty", "no scheme at all", lambda: PeriodCalendar(())),
    NearMiss(
        "periods-untiled", "half a year", lambda: attrs.evolve(SEMESTERS_2024, patterns=SEMESTERS_2024.patterns[:1])
    ),
    NearMiss(
        "outside-period", "a semester cut in May", lambda: attrs.evolve(SEMESTERS_2024.patterns[0], last=YearDay(5, 31))
    ),
    NearMiss("no-working-day", "a week of Sundays", lambda: WeekendOnly(frozenset(Weekday))),
    NearMiss("no-working-day", "nobody works", lambda: add_working_days(date(2024, 3, 7), 1, working=_NOBODY)),
    NearMiss("partial-date", "no year", lambda: parse_date("Kamis (24/11)")),
    NearMiss("partial-date", "no day", lambda: parse_date("Maret 2024")),
    NearMiss("ambiguous-date", "two digits of a year", lambda: parse_date("11/01/24")),
    NearMiss("no-such-day", "month first", lambda: parse_date("01/31/2024")),
    NearMiss("no-such-day", "31 April", lambda: parse_date("31 April 2024")),
    NearMiss("weekday-mismatch", "it was a Thursday", lambda: parse_date("Jumat, 11 Januari 2024")),
    NearMiss("year-mismatch", "another year", lambda: parse_date("11 Januari 2024", year=2023)),
    NearMiss("malformed", "English", lambda: parse_date("7 March 2024")),
    NearMiss("malformed", "a time", lambda: parse_date("7 Maret 2024 10.30")),
    NearMiss("malformed", "Arabic-Indic digits", lambda: parse_date("٧ Maret ٢٠٢٤")),
    NearMiss("empty", "only blanks", lambda: parse_date("  ")),
)
