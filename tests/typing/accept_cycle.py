"""What users write with cycles, appraisals and their strategies; checked, never run."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, assert_never, assert_type

from hypothesis.strategies import SearchStrategy

from pmm_core import testing
from pmm_core.appraisal import MATRIX, Predicate, Rating, predicate_of
from pmm_core.calendar import Period, Phase, Window
from pmm_core.cycle import (
    EVENT_TYPES,
    POINTS,
    PROCESS_2024,
    TEACHER_INDICATORS,
    Appraised,
    CompetenceItem,
    CompetenceKind,
    CycleEvent,
    EventKind,
    Move,
    NextStep,
    Party,
    PerformanceCycle,
    Plan,
    PlanSubmitted,
    Policies,
    PracticeIndicator,
    Process,
    Row,
    Side,
    Stage,
    StageRuns,
    State,
    Trail,
    markdown,
    mermaid,
    outer_moves,
)
from pmm_core.errors import Refusal
from pmm_core.people import Role
from pmm_core.sources import Rule

day = date(2024, 1, 11)
guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
plan = Plan(indicator=TEACHER_INDICATORS[1], competence=(CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 4),))
event = PlanSubmitted(on=day, by=guru, plan=plan)
cycle = PerformanceCycle.open(employee=guru, superior=kepala, period=Period.parse("2024-S1"))

assert_type(cycle, PerformanceCycle)
assert_type(cycle.apply(event), PerformanceCycle)
assert_type(cycle.replay([event]), PerformanceCycle)
assert_type(cycle.replay(cycle.events), PerformanceCycle)
assert_type(cycle.as_of(day), PerformanceCycle)
assert_type(cycle.refusals(event), tuple[Refusal, ...])
assert_type(cycle.can(event), bool)
assert_type(cycle.allowed(on=day, by=kepala), tuple[EventKind, ...])
assert_type(cycle.next_steps(on=day), tuple[NextStep, ...])
assert_type(cycle.next_steps(on=day)[0].window, Window | None)
assert_type(cycle.state, State)
assert_type(cycle.stages_done, tuple[Stage, ...])
assert_type(cycle.plan, Plan | None)
assert_type(cycle.superior, Party)
assert_type(cycle.scheduled, date | None)
assert_type(cycle.completed, frozenset[str])
assert_type(cycle.evidence_of("practice"), int | None)
assert_type(cycle.predicate, Predicate | None)
assert_type(cycle.side_of(guru), tuple[Side, ...])
assert_type(cycle.window(Phase.PLANNING), Window)
assert_type(cycle.rules, tuple[Rule, ...])
assert_type(cycle.events, Trail)
assert_type(iter(cycle.events), Iterator[CycleEvent])
assert_type(PerformanceCycle(frame=cycle.frame, events=(event,)).process, Process)

assert_type(plan.points, int)
assert_type(plan.shortfall, int | None)
assert_type(plan.competence[0].points, int | None)
assert_type(POINTS[CompetenceKind.SPEAKER], int | None)
assert_type(TEACHER_INDICATORS[0], PracticeIndicator)
assert_type(PROCESS_2024.choosing(Policies(runs=StageRuns.MANY)), Process)
assert_type(PROCESS_2024.valid, Mapping[type[CycleEvent], Row])
assert_type(EVENT_TYPES, tuple[type[CycleEvent], ...])
assert_type(outer_moves(PROCESS_2024), tuple[Move, ...])
assert_type(mermaid(PROCESS_2024, here=(cycle.state, cycle.progress)), str)
assert_type(markdown(PROCESS_2024), str)
drafted: Literal[EventKind.PLAN_DRAFTED] = EventKind.PLAN_DRAFTED

assert_type(predicate_of(Rating.ABOVE, Rating.BELOW), Predicate)
assert_type(MATRIX[Rating.ABOVE, Rating.BELOW], Predicate)


def rated(appraised: Appraised) -> Predicate:
    return assert_type(appraised.predicate, Predicate)


def level(rating: Rating) -> int:
    match rating:
        case Rating.BELOW | Rating.AS_EXPECTED:
            return 1
        case Rating.ABOVE:
            return 2
        case _:
            assert_never(rating)


cycles: SearchStrategy[PerformanceCycle] = testing.cycles(min_events=1)
events: SearchStrategy[CycleEvent] = testing.events(kind=EventKind.PLAN_DRAFTED)
refused: SearchStrategy[tuple[PerformanceCycle, CycleEvent, frozenset[str]]] = testing.refused_events(cycle=cycles)


class MyMachine(testing.CycleMachine):
    def make_store(self) -> dict[int, CycleEvent]:
        return {}

    def append(self, store: Any, event: CycleEvent) -> None:
        store[len(store)] = event

    def load(self, store: Any) -> Iterable[CycleEvent]:
        values: Iterable[CycleEvent] = store.values()
        return values
