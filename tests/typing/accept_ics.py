"""What users write with calendar files and notebooks; checked, never run."""

from datetime import UTC, date, datetime
from typing import assert_type

import icalendar

from pmm_core import CALENDAR, PerformanceCycle, Period
from pmm_core.ics import cycle_deadlines, period_deadlines
from pmm_core.overview import Overview
from pmm_core.ranking import Language, Movements, Standings, Target

period = Period.parse("2024-S1")
stamp = datetime(2024, 2, 1, 8, tzinfo=UTC)
language: Language = "en"

assert_type(period_deadlines(period, stamp=stamp), icalendar.Calendar)
assert_type(
    period_deadlines(period, calendar=CALENDAR, stamp=stamp, language=language, windows=False), icalendar.Calendar
)
raw: bytes = period_deadlines(period, stamp=stamp).to_ical()


def written(cycle: PerformanceCycle) -> icalendar.Calendar:
    """Write the file of a cycle."""
    return cycle_deadlines(cycle, on=date(2024, 3, 7), stamp=stamp, language="id", key="k-1", label="Bu Ani")


def shown(table: Standings, moved: Movements, target: Target, seen: Overview) -> tuple[str, ...]:
    """Write what a notebook shows."""
    assert_type(CALENDAR.text(period, language="id"), str)
    assert_type(CALENDAR.html(period, language=language), str)
    tables = (table.html(before=table), moved.html(language="id"), target.html(), seen.tally.html())
    return (*tables, seen.html(language=language))
