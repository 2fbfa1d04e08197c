"""The calendar of 2023 to 2030, written down: a change of any day is seen, and then either meant or not.

``PMM_UPDATE_GOLDEN=1`` rewrites the golden file.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from goldens import assert_kept

from pmm_core.calendar import (
    CALENDAR,
    PLANNING_2024_S1_EXTENDED,
    SEMESTERS_2024_TO_MAY,
    Period,
    PeriodCalendar,
    PeriodScheme,
    Phase,
    months_in,
)
from pmm_core.errors import UnknownNameError

GOLDEN = Path(__file__).parent / "golden" / "calendar_2023_2030.txt"
YEARS = range(2023, 2031)


def period_lines(calendar: PeriodCalendar, period: Period) -> Iterator[str]:
    """Write what is known of a period: its days, its phases with their months, its deadlines, each with its source."""
    span = calendar.span(period)
    yield f"{period}: {span}, {span.days} days, {calendar.scheme_of(period).key}"
    for found in calendar.phases(period):
        months = " ".join(f"{first:%m}" for first in months_in(found.window))
        moved = f", regular {found.regular}" if found.extension else ""
        sources = f"{', '.join(source.key for source in found.sources)}; {found.certainty.value}"
        yield f"  {found.phase.value}: {found.window}, {found.window.days} days, months {months}{moved} [{sources}]"
    for deadline in calendar.deadlines(period):
        yield f"  by {deadline.on}: {deadline.kind.value} [{deadline.source.key}, {deadline.source.certainty.value}]"


def day_lines(calendar: PeriodCalendar) -> Iterator[str]:
    """Write what holds from each day on which anything changes, found by asking every day."""
    day, last, before = date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31), ""
    while day <= last:
        try:
            found = calendar.phases_on(day)
            holds = f"{calendar.period_on(day)}: " + ", ".join(f"{each.phase.value} of {each.period}" for each in found)
        except UnknownNameError as error:
            holds = f"no period, nearest {error.suggestions[0]}"
        if holds != before:
            yield f"{day} {holds}"
        before = holds
        day += timedelta(1)


def snapshot() -> str:
    lines = ["# Periods"]
    lines += [line for year in YEARS for period in CALENDAR.periods(year) for line in period_lines(CALENDAR, period)]
    other = PeriodCalendar((SEMESTERS_2024_TO_MAY,), (PLANNING_2024_S1_EXTENDED,))
    lines += ["", "# The other reading of 2024"]
    lines += [line for period in other.periods(2024) for line in period_lines(other, period)]
    lines += ["", "# Days on which something changes", *day_lines(CALENDAR)]
    return "\n".join(lines) + "\n"


def test_the_calendar_is_as_written_down() -> None:
    assert_kept(GOLDEN, snapshot())


@pytest.mark.parametrize("scheme", [*CALENDAR.schemes, SEMESTERS_2024_TO_MAY], ids=lambda scheme: scheme.key)
def test_every_known_scheme_has_every_phase_and_deadline_of_it(scheme: PeriodScheme) -> None:
    for pattern in scheme.patterns:
        assert {span.phase for span in pattern.phases} == set(Phase)
        assert {rule.kind.phase for rule in pattern.deadlines} >= set(Phase)


def test_the_phases_of_every_known_period_leave_no_day_out() -> None:
    for period in (period for year in YEARS for period in CALENDAR.periods(year)):
        assert all(CALENDAR.phases_on(day) for day in CALENDAR.span(period))
