"""What must not type-check with cycles and appraisals; a marker that is not needed is an error."""

from datetime import date

from pmm_core import testing
from pmm_core.appraisal import MATRIX, Predicate, Rating, predicate_of
from pmm_core.calendar import Period
from pmm_core.cycle import PROCESS_2024, Party, PerformanceCycle, PlanApproved, Policies, StageRuns
from pmm_core.people import Role

day = date(2024, 1, 11)
guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
cycle = PerformanceCycle.open(employee=guru, superior=kepala, period=Period.parse("2024-S1"))

PerformanceCycle.open(guru, kepala, Period.parse("2024-S1"))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
PerformanceCycle.open(employee="G-17", superior=kepala, period=cycle.period)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
PerformanceCycle.open(employee=guru, superior=kepala, period="2024-S1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
PlanApproved(day, kepala)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
PlanApproved(on="2024-01-11", by=kepala)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
PlanApproved(on=day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
PlanApproved(on=day, by=kepala).by = guru  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
cycle.apply("plan-approved")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
cycle.apply(PlanApproved)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
cycle.allowed(day, kepala)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
cycle.next_steps(day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
cycle.state = cycle.state  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
PROCESS_2024.choosing(StageRuns.MANY)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Policies(runs="many")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

predicate_of(Rating.ABOVE, Predicate.GOOD)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
MATRIX[Rating.ABOVE, Rating.ABOVE] = Predicate.POOR  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
testing.cycles(process="2024")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


class Mine(PerformanceCycle):  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    """A final class."""
