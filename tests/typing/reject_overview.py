"""What must not type-check with many cycles; a marker that is not needed is an error."""

from datetime import date

from pmm_core import testing
from pmm_core.calendar import Period
from pmm_core.cycle import Party, PerformanceCycle, State
from pmm_core.overview import (
    REACHED,
    CycleTally,
    Milestone,
    Overview,
    closing,
    compare_tallies,
    conflicts,
    count_cycles,
    due,
    late,
    measure_stages,
    review,
)
from pmm_core.people import Role

day, period = date(2024, 6, 30), Period.parse("2024-S1")
guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
cycle = PerformanceCycle.open(employee=guru, superior=kepala, period=period)
tally = CycleTally(on=day)

count_cycles([cycle])  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
count_cycles([cycle], day)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
count_cycles(cycle, on=day)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
count_cycles([cycle], on=day, by="school")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
late([cycle], on="2024-06-30")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
late([guru], on=day)  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
due([cycle], on=day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
closing([cycle], period="2024-S1", on=day)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
closing([cycle], period=period, on=day, expected=["G-17"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
closing([cycle], period=period, on=day, until="sent")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
conflicts([cycle], on=day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
compare_tallies(tally, [cycle])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
measure_stages([guru], [cycle], on=day)  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
review([cycle], on=day, within="14")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
tally.text(language="jv")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
tally.cycles = 3  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
tally.states[State.DRAFT] = 3  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
REACHED[cycle.place] = (Milestone.OPENED,)  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
CycleTally(day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
testing.cycle_lists(period)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


class Mine(Overview):  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    """A final class."""
