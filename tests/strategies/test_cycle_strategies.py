"""The strategies for cycles: only valid values, every form reached, the simplest first, no filtering."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find as simplest, given, settings, strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.appraisal import Predicate, Rating
from pmm_core.calendar import Period, Window
from pmm_core.cycle import (
    OFFICE_ROLES,
    PROCESS_2024,
    PROCESS_2025,
    SUPERIORS,
    TEACHER_INDICATORS,
    CompetenceItem,
    CompetenceKind,
    CycleEvent,
    EventKind,
    FocusRating,
    Guard,
    IndicatorFamily,
    ObservationDays,
    Party,
    PerformanceCycle,
    Plan,
    PointsBound,
    Policies,
    PracticeIndicator,
    Process,
    Progress,
    State,
)
from pmm_core.errors import Code, PmmError, _codes
from pmm_core.people import Role
from pmm_core.testing._appraisal import predicates, ratings
from pmm_core.testing._cycle import cycle_histories, cycles, exits_of, refused_events
from pmm_core.testing._cycle_events import _day_in, _unlike, days_for, events, open_items
from pmm_core.testing._cycle_near_misses import CYCLE_NEAR_MISSES
from pmm_core.testing._cycle_plans import (
    _all_processes,
    competence_items,
    focus_ratings,
    parties,
    plans,
    policies,
    practice_indicators,
    processes,
)
from pmm_core.testing._near_miss import NearMiss

STRICT = settings(suppress_health_check=[], max_examples=60)  # a strategy that filters or dawdles fails here
SLOW = [HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large]
FAR = settings(phases=[Phase.generate], max_examples=3_000, suppress_health_check=SLOW, database=None, deadline=None)
ANNUAL = Period.parse("2025-A1")
GURU, KEPALA = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
OPENED = PerformanceCycle.open(employee=GURU, superior=KEPALA, period=Period.parse("2024-S1"))


def drawn(strategy: st.SearchStrategy[Any]) -> Any:
    """What a strategy gives first; what it refuses is refused here."""
    return simplest(strategy, lambda _: True, settings=settings(phases=[Phase.generate, Phase.shrink], database=None))


@given(st.data())
def test_the_parts_of_a_cycle(data: st.DataObject) -> None:
    assert data.draw(parties(role=Role.HEAD)).role is Role.HEAD
    assert isinstance(data.draw(parties()), Party)
    assert data.draw(practice_indicators(family=IndicatorFamily.HEAD)).family is IndicatorFamily.HEAD
    assert isinstance(data.draw(practice_indicators()), PracticeIndicator)
    assert isinstance(data.draw(competence_items()), CompetenceItem)
    plan = data.draw(plans(family=IndicatorFamily.TEACHER, enough_points=True))
    assert (0, IndicatorFamily.TEACHER) == (plan.shortfall, plan.indicator.family)
    assert isinstance(data.draw(plans()), Plan)
    assert {FocusRating} == {type(rating) for rating in data.draw(focus_ratings())}
    assert isinstance(data.draw(policies()), Policies)
    assert isinstance(data.draw(processes()), Process)
    assert "2025" == data.draw(processes(period=ANNUAL)).key
    assert isinstance(data.draw(ratings()), Rating)
    assert isinstance(data.draw(predicates()), Predicate)


@given(st.data(), st.sampled_from(EventKind))
def test_events_are_of_the_kind_that_is_asked(data: st.DataObject, kind: EventKind) -> None:
    assert kind is data.draw(events(kind=kind)).kind
    assert isinstance(data.draw(events()), CycleEvent)


@STRICT
@given(cycles())
def test_cycles_could_have_happened(cycle: PerformanceCycle) -> None:
    assert cycle.replay(()).replay(tuple(cycle.events)) == cycle


@STRICT
@given(refused_events())
def test_refused_events_are_refused_for_the_codes(triple: tuple[PerformanceCycle, CycleEvent, frozenset[str]]) -> None:
    cycle, event, expected = triple
    assert expected
    assert expected <= {refusal.code for refusal in cycle.refusals(event)}


@given(st.data(), st.integers(0, 30), st.integers(0, 5))
@settings(max_examples=25)
def test_cycles_have_the_size_that_is_asked(data: st.DataObject, least: int, more: int) -> None:
    cycle = data.draw(cycles(min_events=least, max_events=least + more))
    assert least <= len(cycle.events) <= least + more


@given(st.data())
@settings(max_examples=15)
def test_cycles_are_of_the_period_and_by_the_rules_that_are_asked(data: st.DataObject) -> None:
    assert ANNUAL == data.draw(cycles(period=ANNUAL)).period
    required = PROCESS_2024.choosing(Policies(points=PointsBound.REQUIRED, observation=ObservationDays.AS_SCHEDULED))
    cycle = data.draw(cycles(process=required))
    assert required == cycle.process
    filed = [event.plan for event in cast("Any", cycle.events) if event.kind.value == "plan-submitted"]
    assert cycle.employee.role is not Role.TEACHER or all(plan.shortfall == 0 for plan in filed)
    history = data.draw(cycle_histories(period=ANNUAL, process=PROCESS_2025, min_events=2, max_events=3))
    assert len(history) in (2, 3)


def test_cycles_reach_every_state_every_stage_and_every_kind_of_event() -> None:
    states: set[State] = set()
    stages: set[Progress] = set()
    kinds: set[EventKind] = set()

    def all_were_seen(cycle: PerformanceCycle) -> bool:
        walked = cycle.replay(())
        for event in cycle.events:  # a walk could have ended after any of its steps
            walked = walked.apply(event)
            states.add(walked.state)
            stages.add(walked.progress)
            kinds.add(event.kind)
        states.add(State.DRAFT)
        return (set(State), set(Progress), set(EventKind)) == (states, stages, kinds)

    simplest(cycles(), all_were_seen, settings=FAR)  # fails where a thousand cycles leave something out
    assert (set(State), set(Progress), set(EventKind)) == (states, stages, kinds)


@pytest.mark.parametrize("role", [role for role in Role if SUPERIORS[role]])
def test_cycles_are_of_every_employee(role: Role) -> None:
    found = simplest(cycles(min_events=3), lambda cycle: cycle.employee.role is role, settings=FAR)
    assert found.superior.role in SUPERIORS[role]


def test_the_simplest() -> None:
    assert 0 == len(drawn(cycles()).events)
    assert () == drawn(cycle_histories())
    assert (Rating.BELOW, Predicate.VERY_POOR) == (drawn(ratings()), drawn(predicates()))
    assert TEACHER_INDICATORS[0] == drawn(practice_indicators())
    assert Policies() == drawn(policies())
    assert PROCESS_2024 == drawn(processes())
    cycle, event, codes = drawn(refused_events())
    assert (0, {"wrong-actor", "own-approval"}) == (len(cycle.events), codes)
    assert EventKind.PLAN_APPROVED is event.kind  # the first that has no payload
    assert isinstance(drawn(events()), CycleEvent)
    assert 64 == len(_all_processes()) == len(set(_all_processes()))


WRONG: list[Callable[[], st.SearchStrategy[Any]]] = [
    lambda: parties(role=cast("Any", "head")),
    lambda: practice_indicators(family=cast("Any", "head")),
    lambda: plans(family=cast("Any", "head")),
    lambda: processes(period=cast("Any", "2024-S1")),
    lambda: processes(period=Period.parse("2024-Q1")),
    lambda: events(kind=cast("Any", "plan-drafted")),
    lambda: cycles(period=cast("Any", "2024-S1")),
    lambda: cycles(process=cast("Any", "2024")),
    lambda: cycles(period=Period.parse("2024-Q1")),
    lambda: cycles(period=ANNUAL, process=PROCESS_2024),
    lambda: cycles(process=attrs.evolve(PROCESS_2024, mark="Q")),
    lambda: cycles(min_events=2, max_events=1),
    lambda: cycles(min_events=cast("Any", True)),
    lambda: cycles(process=attrs.evolve(PROCESS_2024, rows=PROCESS_2024.rows[-1:]), min_events=1),
    lambda: refused_events(cycle=cast("Any", OPENED)),
    lambda: refused_events(cycle=cast("Any", st.just("cycle"))),
]


@pytest.mark.parametrize("number", range(len(WRONG)))
def test_wrong_arguments_are_refused_when_a_value_is_drawn(number: int) -> None:
    strategy = WRONG[number]()
    with pytest.raises(InvalidArgument):
        drawn(strategy)


def changes_superior_last(cycle: PerformanceCycle) -> bool:
    return cycle.events.last is not None and cycle.events.last.kind is EventKind.SUPERIOR_CHANGED


class TestTheWalk:
    """Corners that a walk turns rarely."""

    def test_a_draft_that_would_be_repeated_tells_something_else(self) -> None:
        by = {"on": date(2024, 1, 11), "by": GURU}
        make: Any = drawn(events(kind=EventKind.PLAN_DRAFTED))
        draft = attrs.evolve(make, **by)
        once = _unlike(draft)
        assert once not in (draft, _unlike(once))
        assert draft == _unlike(once)
        moved: Any = drawn(events(kind=EventKind.OBSERVATION_RESCHEDULED))
        assert moved.reason + "!" == cast("Any", _unlike(moved)).reason
        closed = drawn(events(kind=EventKind.CYCLE_CLOSED))
        assert closed is _unlike(closed)

    def test_by_the_schedule_only(self) -> None:
        only = cycles(process=PROCESS_2024.choosing(Policies(observation=ObservationDays.AS_SCHEDULED)))
        found = simplest(only, lambda cycle: cycle.progress is Progress.OBSERVED, settings=FAR)
        (held,) = [event for event in found.events if event.kind is EventKind.OBSERVATION_HELD]
        assert found.scheduled == held.on

    def test_a_schedule_that_was_missed_leaves_no_day(self) -> None:
        only = cycles(process=PROCESS_2024.choosing(Policies(observation=ObservationDays.AS_SCHEDULED)))
        held = next(kind for kind in PROCESS_2024.valid if kind.kind is EventKind.OBSERVATION_HELD)
        found = simplest(
            only,
            lambda cycle: (
                cycle.progress is Progress.PREPARED
                and cycle.scheduled is not None
                and cycle.events.last is not None
                and cycle.events.last.on > cycle.scheduled
            ),
            settings=FAR,
        )
        assert () == days_for(found, held)
        assert held not in exits_of(found)

    def test_nothing_is_completed_where_nothing_is_left(self) -> None:
        found = simplest(cycles(), lambda cycle: cycle.state is State.AGREED and not open_items(cycle), settings=FAR)
        done = next(kind for kind in found.process.valid if kind.kind is EventKind.COMPETENCE_COMPLETED)
        assert Guard.OPEN_ITEM in found.process.valid[done].guards
        assert () == days_for(found, done)

    def test_an_end_has_no_exits(self) -> None:
        assert () == exits_of(simplest(cycles(), lambda cycle: cycle.state is State.CLOSED, settings=FAR))

    def test_somebody_of_the_office_is_neither_of_the_two(self) -> None:
        found = simplest(cycles(), changes_superior_last, settings=FAR)
        assert found.events.last is not None
        assert found.events.last.by.role in OFFICE_ROLES
        assert found.events.last.by.id not in (found.employee.id, found.superior.id)

    def test_days_of_two_windows(self) -> None:
        """No known process has a row with days between its windows; a reading of somebody's own can."""
        january, june = Window.parse("2024-01-01..2024-01-02"), Window.parse("2024-06-01..2024-06-02")
        days = [date(2024, 1, 1), date(2024, 1, 2), date(2024, 6, 1), date(2024, 6, 2)]

        @st.composite
        def drawing(draw: st.DrawFn) -> date:
            return _day_in(draw, (january, june))

        for day in days:
            assert day == simplest(drawing(), lambda each, day=day: each == day, settings=FAR)  # type: ignore[misc]

    def test_a_plan_without_figures_is_filled_up(self) -> None:
        none = simplest(
            plans(enough_points=True),
            lambda plan: any(item.kind is CompetenceKind.PROGRAMME for item in plan.competence),
            settings=FAR,
        )
        assert none.points >= 32


@pytest.mark.parametrize("miss", CYCLE_NEAR_MISSES, ids=lambda miss: f"{miss.code}: {miss.why}")
def test_near_misses_are_refused_for_their_code(miss: NearMiss) -> None:
    with pytest.raises(PmmError) as caught:
        miss.provoke()
    assert miss.code in caught.value.codes


@pytest.mark.parametrize("code", _codes._CYCLE, ids=lambda code: code.text)
def test_every_code_of_the_cycle_has_a_near_miss(code: Code) -> None:
    assert code.text in {miss.code for miss in CYCLE_NEAR_MISSES}


def test_what_a_scheme_does_not_know_is_among_the_refused() -> None:
    annual = PerformanceCycle.open(employee=GURU, superior=KEPALA, period=ANNUAL)
    _, event, codes = simplest(
        refused_events(cycle=st.just(annual)), lambda found: "not-in-scheme" in found[2], settings=FAR
    )
    assert frozenset({"not-in-scheme"}) == codes
    assert "not-in-scheme" in {refusal.code for refusal in annual.refusals(event)}
