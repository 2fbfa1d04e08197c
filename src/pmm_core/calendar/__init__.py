"""Periods, phases and their windows, deadlines, Indonesian dates and working days (kalender).

Start with `CALENDAR`, which holds what is known: two semesters in 2024, one annual period from 2025, and the extension
of planning to 31 March 2024.  Ask it for `PeriodCalendar.period_on` and `PeriodCalendar.phases_on` a day.  No question
reads a clock: the day is always given.
"""

from pmm_core.calendar._calendar import CALENDAR, PeriodCalendar
from pmm_core.calendar._dates import format_date, parse_date
from pmm_core.calendar._known import (
    ANNUAL_2025,
    ANNUAL_FROM_2026,
    PLANNING_2024_S1_EXTENDED,
    SEMESTERS_2024,
    SEMESTERS_2024_TO_MAY,
)
from pmm_core.calendar._months import add_months, months_in
from pmm_core.calendar._period import Deadline, Extension, OpenPhase, Period
from pmm_core.calendar._phase import DeadlineKind, DeadlineRule, Phase, PhaseSpan, YearDay
from pmm_core.calendar._scheme import PeriodPattern, PeriodScheme
from pmm_core.calendar._weekday import Weekday
from pmm_core.calendar._window import Window
from pmm_core.calendar._working import (
    FIVE_DAY_WEEK,
    SIX_DAY_WEEK,
    WeekendOnly,
    WorkingCalendar,
    add_working_days,
    next_working_day,
    working_days,
)

__all__ = [
    "ANNUAL_2025",
    "ANNUAL_FROM_2026",
    "CALENDAR",
    "FIVE_DAY_WEEK",
    "PLANNING_2024_S1_EXTENDED",
    "SEMESTERS_2024",
    "SEMESTERS_2024_TO_MAY",
    "SIX_DAY_WEEK",
    "Deadline",
    "DeadlineKind",
    "DeadlineRule",
    "Extension",
    "OpenPhase",
    "Period",
    "PeriodCalendar",
    "PeriodPattern",
    "PeriodScheme",
    "Phase",
    "PhaseSpan",
    "Weekday",
    "WeekendOnly",
    "Window",
    "WorkingCalendar",
    "YearDay",
    "add_months",
    "add_working_days",
    "format_date",
    "months_in",
    "next_working_day",
    "parse_date",
    "working_days",
]


def __dir__() -> list[str]:
    return __all__
