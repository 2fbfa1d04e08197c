"""What users write with many cycles, their reviews and their strategies; checked, never run."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import assert_never, assert_type

from hypothesis.strategies import SearchStrategy

from pmm_core import rank, testing
from pmm_core.appraisal import Predicate
from pmm_core.calendar import Period, Window
from pmm_core.cycle import EventKind, Party, PerformanceCycle, Progress, Side, Stage, State
from pmm_core.errors import Refusal
from pmm_core.overview import (
    PHASES,
    PLANS_AGREED,
    REACHED,
    REQUIRED_EVENTS,
    STAGE_FUNNEL,
    STAGE_METRICS,
    Closing,
    Conflict,
    CyclePhase,
    CycleTally,
    Milestone,
    MilestoneChange,
    Outstanding,
    Overview,
    closing,
    compare_tallies,
    conflicts,
    count_cycles,
    due,
    late,
    measure_stages,
    milestones_of,
    outstanding,
    require_one_each,
    review,
)
from pmm_core.people import Role, Teacher
from pmm_core.ranking import Funnel, Measurement, Metric, Standings
from pmm_core.regions import find

day, period = date(2024, 6, 30), Period.parse("2024-S1")
guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
cycle = PerformanceCycle.open(employee=guru, superior=kepala, period=period)


def stream() -> Iterator[PerformanceCycle]:
    yield cycle


def school_of(cycle: PerformanceCycle) -> str:
    return {"G-17": "SD 1"}[cycle.employee.id]


assert_type(cycle.place, tuple[State, Progress])
tally = count_cycles(stream(), on=day)
assert_type(tally, CycleTally)
assert_type(count_cycles([cycle], on=day, by=school_of), Mapping[str, CycleTally])
assert_type(count_cycles([cycle], on=day, by=lambda each: each.period), Mapping[Period, CycleTally])
assert_type(tally + tally, CycleTally)
assert_type(tally.cycles, int)
assert_type(tally.states, Mapping[State, int])
assert_type(tally.progress, Mapping[Progress, int])
assert_type(tally.phases, Mapping[CyclePhase, int])
assert_type(tally.milestones, Mapping[Milestone, int])
assert_type(tally.stages, Mapping[Stage, int])
assert_type(tally.predicates, Mapping[Predicate, int])
assert_type(tally.text(language="id"), str)
whole: CycleTally = sum([tally, tally], CycleTally(on=day))

assert_type(outstanding(stream(), on=day), Iterator[Outstanding])
assert_type(late([cycle], on=day), Iterator[Outstanding])
assert_type(due([cycle], on=day, within=14), Iterator[Outstanding])
row = next(late([cycle], on=day))
assert_type(row.kind, EventKind)
assert_type(row.by, tuple[Side, ...])
assert_type(row.deadline, date | None)
assert_type(row.days_left, int | None)
assert_type(row.milestone, Milestone)
assert_type(row.waits_for, tuple[Party, ...])

answer = closing(stream(), period=period, on=day, expected=[guru], until=Milestone.RATED)
assert_type(answer, Closing)
assert_type(answer.may_close, bool)
assert_type(answer.refusals, tuple[Refusal, ...])
assert_type(answer.missing, tuple[str, ...])
assert_type(answer.unfinished, tuple[tuple[str, tuple[EventKind, ...]], ...])
assert_type(answer.open_steps, tuple[tuple[str, EventKind], ...])
assert_type(answer.later_steps, tuple[tuple[str, EventKind], ...])
assert_type(answer.past_steps, tuple[tuple[str, EventKind], ...])
answer.require()

assert_type(conflicts(stream()), tuple[Conflict, ...])
assert_type(conflicts([cycle])[0].shared, Window | None)
require_one_each([cycle])

change = compare_tallies(tally, tally)
assert_type(change.rows, tuple[MilestoneChange, ...])
assert_type(change.of(Milestone.RATED).share_difference, Fraction)
assert_type(list(change), list[MilestoneChange])

teachers = [Teacher(id="G-17", role=Role.TEACHER, workplace=find("33.25"))]
figures = measure_stages(teachers, stream(), on=day, metrics=[PLANS_AGREED])
assert_type(figures, tuple[Measurement, ...])
assert_type(rank(figures), Standings)
assert_type(STAGE_METRICS, tuple[Metric, ...])
assert_type(STAGE_FUNNEL, Funnel)

seen = review(stream(), on=day, within=7, expected=[guru])
assert_type(seen, Overview)
assert_type(seen.late, tuple[Outstanding, ...])
assert_type(seen.text(ids=True), str)

assert_type(REACHED[cycle.place], tuple[Milestone, ...])
assert_type(PHASES[cycle.place], CyclePhase)
assert_type(REQUIRED_EVENTS[EventKind.APPRAISED], Milestone)
assert_type(milestones_of(cycle.process), tuple[Milestone, ...])


def colour(phase: CyclePhase) -> str:
    match phase:
        case CyclePhase.PLANNING | CyclePhase.EXECUTION:
            return "yellow"
        case CyclePhase.ASSESSMENT:
            return "blue"
        case CyclePhase.DONE:
            return "green"
        case _:
            assert_never(phase)


lists: SearchStrategy[list[PerformanceCycle]] = testing.cycle_lists(period=period, max_size=3)
tallies: SearchStrategy[CycleTally] = testing.cycle_tallies(on=day)
steps: SearchStrategy[Outstanding] = testing.outstanding_steps(on=day, within=14)
overviews: SearchStrategy[Overview] = testing.overviews()
