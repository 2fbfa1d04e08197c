"""What must not type-check with calendar files and notebooks; a marker that is not needed is an error."""

from datetime import UTC, date, datetime

from pmm_core import CALENDAR, PerformanceCycle, Period
from pmm_core.ics import cycle_deadlines, period_deadlines

period = Period.parse("2024-S1")
stamp = datetime(2024, 2, 1, 8, tzinfo=UTC)

period_deadlines(period)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
period_deadlines("2024-S1", stamp=stamp)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
period_deadlines(period, CALENDAR, stamp=stamp)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
period_deadlines(period, stamp=date(2024, 2, 1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
period_deadlines(period, stamp=stamp, language="fr")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
CALENDAR.text(period, language="fr")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
CALENDAR.html("2024-S1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def refused(cycle: PerformanceCycle) -> None:
    """Ask for what no cycle has."""
    cycle_deadlines(cycle, stamp=stamp)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    cycle_deadlines(cycle, on="2024-03-07", stamp=stamp)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    cycle_deadlines([cycle], on=date(2024, 3, 7), stamp=stamp)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    cycle_deadlines(cycle, on=date(2024, 3, 7), stamp=stamp, key=7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
