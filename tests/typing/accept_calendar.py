"""What users write with the calendar; checked, never run."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, assert_never, assert_type

from pmm_core.calendar import (
    ANNUAL_2025,
    CALENDAR,
    FIVE_DAY_WEEK,
    PLANNING_2024_S1_EXTENDED,
    SEMESTERS_2024,
    SIX_DAY_WEEK,
    Deadline,
    DeadlineKind,
    Extension,
    OpenPhase,
    Period,
    PeriodCalendar,
    PeriodPattern,
    PeriodScheme,
    Phase,
    PhaseSpan,
    Weekday,
    WeekendOnly,
    Window,
    WorkingCalendar,
    YearDay,
    add_months,
    add_working_days,
    format_date,
    months_in,
    next_working_day,
    parse_date,
    working_days,
)
from pmm_core.errors import Refusal
from pmm_core.sources import Rule, Source

day = date(2024, 3, 7)
period = CALENDAR.period_on(day)
assert_type(period, Period)
assert_type(CALENDAR.phases_on(day), tuple[OpenPhase, ...])
assert_type(CALENDAR.phases(period), tuple[OpenPhase, ...])
assert_type(CALENDAR.window(period, Phase.EXECUTION), Window)
assert_type(CALENDAR.regular_window(period, Phase.PLANNING), Window)
assert_type(CALENDAR.months(period, Phase.EXECUTION), tuple[date, ...])
assert_type(CALENDAR.is_open(period, Phase.PLANNING, on=day), bool)
assert_type(CALENDAR.why_closed(period, Phase.PLANNING, on=day), Refusal | None)
assert_type(CALENDAR.require_open(period, Phase.PLANNING, on=day), OpenPhase)
assert_type(CALENDAR.days_left(period, Phase.PLANNING, on=day), int)
assert_type(CALENDAR.deadlines(period), tuple[Deadline, ...])
assert_type(CALENDAR.due(on=day), tuple[Deadline, ...])
assert_type(CALENDAR.next(period), Period)
assert_type(CALENDAR.previous(period), Period)
assert_type(CALENDAR.nearest(day), Period)
assert_type(CALENDAR.periods(2024), tuple[Period, ...])
assert_type(CALENDAR.scheme_of(period), PeriodScheme)
assert_type(CALENDAR.span(period), Window)
assert_type(CALENDAR.sources, tuple[Source, ...])
assert_type(CALENDAR.rules, tuple[Rule, ...])
assert_type(CALENDAR.extend(PLANNING_2024_S1_EXTENDED), PeriodCalendar)
assert_type(PeriodCalendar((SEMESTERS_2024, ANNUAL_2025)), PeriodCalendar)
assert_type(SEMESTERS_2024.patterns, tuple[PeriodPattern, ...])
assert_type(SEMESTERS_2024.patterns[0].span(Phase.PLANNING), PhaseSpan | None)
assert_type(YearDay(1, 31, years_later=1).in_year(2024), date)
assert_type(CALENDAR.phases_on(day)[0].extension, Extension | None)

window = Window(day, day)
assert_type(Window.parse("2024-02-01..2024-06-30"), Window)
assert_type(window.intersection(window), Window | None)
assert_type(window.gap(window), Window | None)
assert_type(window.union(window), Window)
assert_type(window.minus(window), tuple[Window, ...])
assert_type(iter(window), Iterator[date])
assert_type(day in window, bool)
assert_type(sorted([window]), list[Window])
assert_type(Period.parse("2024-S1"), Period)
assert_type(Period.is_valid("2024-S1"), bool)
assert_type(sorted([period]), list[Period])

assert_type(parse_date("24/11", year=2022), date)
assert_type(format_date(day, weekday=True), str)
assert_type(add_months(day, 1), date)
assert_type(months_in(window), tuple[date, ...])
assert_type(Weekday.of(day), Weekday)
assert_type(Weekday.MONDAY.label_id, str)


class Own:
    def is_working_day(self, day: date) -> bool:
        return SIX_DAY_WEEK.is_working_day(day)


own: WorkingCalendar = Own()
also: WorkingCalendar = WeekendOnly(frozenset({Weekday.FRIDAY}))
assert_type(working_days(window, working=own), tuple[date, ...])
assert_type(next_working_day(day, working=FIVE_DAY_WEEK), date)
assert_type(add_working_days(day, 2, working=Own()), date)

kind: Literal[DeadlineKind.EVALUATION] = DeadlineKind.EVALUATION
assert_type(kind.phase, Phase | None)


def every(phase: Phase) -> int:
    match phase:
        case Phase.PLANNING | Phase.EXECUTION:
            return 1
        case Phase.ASSESSMENT:
            return 2
        case _:
            assert_never(phase)
