"""The rules of the calendar, each with its source.

Days that a scheme names carry their source in the scheme itself; the rules here say what they add up to.
"""

from typing import Final

from pmm_core.sources import Rule
from pmm_core.sources._citing import names_at
from pmm_core.sources._works import (
    ANNUAL_2025_PRESS,
    CEPU,
    COMMON_INDONESIAN,
    HOLIDAYS_PACKAGE,
    KEPPRES_4_2022,
    OUR_DESIGN,
    PD7607,
    PD7607_EVALUATION,
    SE0559,
    SEED_BATANG,
    SEED_BLITAR,
    SIARAN_14119,
)

_named: Final = names_at("pmm_core.calendar")
_of_holidays: Final = names_at("pmm_core.holidays")  # an edge, whose rules stand here since no list of ours imports it


TWO_PERIODS: Final = Rule(
    key="calendar.two-periods",
    statement="The year 2024 has two periods, January to June and July to December.",
    applies_to=_named("SEMESTERS_2024", "SEMESTERS_2024_TO_MAY", "CALENDAR"),
    source=PD7607,
    note="Cited by SE 0559; 2024 is the only year for which the two were used.",
)
PLANNING: Final = Rule(
    key="calendar.planning",
    statement="Planning is in the first month of a semester: January and July.",
    applies_to=_named("SEMESTERS_2024", "SEMESTERS_2024_TO_MAY"),
    source=CEPU,
    note="Press and schools' leaflets; no regulation's text was seen that says so.",
)
EXECUTION: Final = Rule(
    key="calendar.execution",
    statement="Execution of the first semester of 2024 can be done and finished from February to June: 151 days.",
    applies_to=_named("SEMESTERS_2024"),
    source=SEED_BLITAR,
    note="SE 0559 agrees on the end; one leaflet ends it in May (see calendar.execution-to-may).",
)
EXECUTION_SECOND: Final = Rule(
    key="calendar.execution-second-semester",
    statement="Execution of the second semester is from August to December: 153 days.",
    applies_to=_named("SEMESTERS_2024"),
    source=SE0559,
    note="SE 0559 says that later periods have the same shape; the days follow from that.",
)
EXECUTION_TO_MAY: Final = Rule(
    key="calendar.execution-to-may",
    statement="The other reading: execution from February to May and from August to November.",
    applies_to=_named("SEMESTERS_2024_TO_MAY"),
    source=CEPU,
    note="Contradicts the seed and SE 0559; chosen only by putting this scheme into a calendar.",
)
ASSESSMENT: Final = Rule(
    key="calendar.assessment",
    statement="Assessment is in the last month of a semester, June and December; it overlaps execution.",
    applies_to=_named("SEMESTERS_2024", "SEMESTERS_2024_TO_MAY", "Phase", "OpenPhase"),
    source=CEPU,
    note="The leaflet has no overlap, since it ends execution a month earlier; that the two overlap is our reading.",
)
EVALUATION: Final = Rule(
    key="calendar.evaluation-deadlines",
    statement="Periodic evaluation at the latest on 30 June and 31 December; annual evaluation in January after.",
    applies_to=_named(
        "SEMESTERS_2024",
        "SEMESTERS_2024_TO_MAY",
        "ANNUAL_2025",
        "ANNUAL_FROM_2026",
        "Deadline",
        "DeadlineKind",
        "DeadlineRule",
    ),
    source=PD7607_EVALUATION,
    note="The articles are ascribed to Perdirjen GTK 7607/2023 by inference.  By our design the annual evaluation "
    "belongs to the year's last period, and the same days are kept for 2025 and later.",
)
EXTENDED: Final = Rule(
    key="calendar.planning-extended",
    statement="Planning of the first semester of 2024 was extended to 31 March 2024.",
    applies_to=_named("PLANNING_2024_S1_EXTENDED", "Extension", "CALENDAR"),
    source=SE0559,
    note="Read as moving the deadline of planning only; no other extension was found.",
)
ANNUAL: Final = Rule(
    key="calendar.annual-period",
    statement="From 2025 there is one period a year; planning in January, execution from February.",
    applies_to=_named("ANNUAL_2025", "ANNUAL_FROM_2026", "CALENDAR"),
    source=ANNUAL_2025_PRESS,
    note="Guides for 2025, cut after March; that execution ends with the year, and that later years are alike, is our "
    "design.  No end of the scheme is known.",
)
ANNUAL_ASSESSMENT: Final = Rule(
    key="calendar.annual-assessment",
    statement="The assessment stage of 2025 started on 13 November 2025.",
    applies_to=_named("ANNUAL_2025", "ANNUAL_FROM_2026"),
    source=SIARAN_14119,
    note="That it ends on 31 December, and starts on the same day in later years, is our design.",
)
MODEL: Final = Rule(
    key="calendar.periods-and-schemes",
    statement="A scheme tiles its years with periods; a day lies in one period at most, and in any number of phases.",
    applies_to=_named("Period", "PeriodCalendar", "PeriodPattern", "PeriodScheme", "PhaseSpan", "YearDay"),
    source=OUR_DESIGN,
    note="No source defines text ids or what holds on a day without a scheme; such a day is an error.",
)
WHOLE_DAYS: Final = Rule(
    key="calendar.whole-days",
    statement="A window holds whole days, both ends in; months are counted from the anchor day and never in a chain.",
    applies_to=_named("Window", "add_months", "months_in"),
    source=OUR_DESIGN,
    note="Sources name first and last days; that both count fits the 151 days of February to June 2024.",
)
DATES: Final = Rule(
    key="calendar.indonesian-dates",
    statement="Dates are written day first, with the names of months and days in full or short: Jumat (23/12/2022).",
    applies_to=_named("parse_date", "Weekday"),
    source=SEED_BATANG,
    note="The seeds show the forms; which short forms are read, and that nothing is guessed, is our design.",
)
WRITTEN_DATES: Final = Rule(
    key="calendar.written-dates",
    statement="A date is written as Kamis, 11 Januari 2024.",
    applies_to=_named("format_date", "Weekday"),
    source=COMMON_INDONESIAN,
)
WORKING: Final = Rule(
    key="calendar.working-days",
    statement="Working days are Monday to Friday, or to Saturday where asked; holidays come from the caller.",
    applies_to=_named(
        "WorkingCalendar",
        "WeekendOnly",
        "FIVE_DAY_WEEK",
        "SIX_DAY_WEEK",
        "working_days",
        "next_working_day",
        "add_working_days",
    ),
    source=OUR_DESIGN,
    note="The rules known fix days of the calendar, so that this is a convenience; schools work five or six days.",
)
DECREES: Final = Rule(
    key="calendar.holidays-by-decree",
    statement="The holidays and the joint leave of a year are those of its joint decree (SKB) and of what amended it; "
    "days of elections come on top.",
    applies_to=_of_holidays("DECREES", "NationalCalendar"),
    source=HOLIDAYS_PACKAGE,
    note="The numbers of the decrees are those of the press; that of 2024 is recalled.  The two days of elections in "
    "2024 are those of the holidays package, which cites decrees of the president for such days; these were not seen.  "
    "A year without a known decree is refused, which is our design.",
)
JOINT_LEAVE: Final = Rule(
    key="calendar.joint-leave",
    statement="Joint leave (cuti bersama) is a day off for civil servants; other employers may choose.",
    applies_to=_of_holidays("JointLeave", "NationalCalendar"),
    source=KEPPRES_4_2022,
    note="Whoever had to work for the sake of their post gets the days added to their annual leave.  Private schools "
    "may differ, so that both readings can be chosen.",
)

RULES: Final = (
    TWO_PERIODS,
    PLANNING,
    EXECUTION,
    EXECUTION_SECOND,
    EXECUTION_TO_MAY,
    ASSESSMENT,
    EVALUATION,
    EXTENDED,
    ANNUAL,
    ANNUAL_ASSESSMENT,
    MODEL,
    WHOLE_DAYS,
    DATES,
    WRITTEN_DATES,
    WORKING,
    DECREES,
    JOINT_LEAVE,
)
