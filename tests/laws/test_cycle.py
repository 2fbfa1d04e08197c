"""The laws of cycles: one function decides, a cycle is its events, and what was refused leaves no trace."""

import copy
import pickle
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import example, given, settings, strategies as st

from pmm_core.appraisal import MATRIX, Rating
from pmm_core.calendar import Period
from pmm_core.cycle import (
    EVENT_TYPES,
    HEAD_INDICATORS,
    OFFICE_ROLES,
    PRACTICE_ITEM,
    PROCESS_2024,
    SUPERIORS,
    TEACHER_INDICATORS,
    Appraised,
    AspectJudgement,
    CompetenceItem,
    CompetenceKind,
    CycleEvent,
    EvidenceAttached,
    FocusRating,
    ObservationDays,
    Party,
    PerformanceCycle,
    Plan,
    PlanAgreed,
    PlanApproved,
    PlanDrafted,
    PlanSubmitted,
    Policies,
    PracticeAspect,
    RubricLevel,
    State,
    SuperiorChanged,
    Trail,
)
from pmm_core.errors import InvalidValueError, RefusedError
from pmm_core.people import Role
from pmm_core.testing._cycle import cycle_histories, cycles, exits_of, next_events, refused_events
from pmm_core.testing._cycle_events import events
from pmm_core.testing._cycle_plans import parties
from pmm_core.testing._shared import days

GURU, KEPALA = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
DINAS = Party("D-1", Role.OFFICE_HEAD)
JANUARY = date(2024, 1, 11)
PLAN = Plan(
    indicator=TEACHER_INDICATORS[1],
    competence=(CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 4),),
)
OPENED = PerformanceCycle.open(employee=GURU, superior=KEPALA, period=Period.parse("2024-S1"))
AGREED = OPENED.replay(
    (
        PlanSubmitted(on=JANUARY, by=GURU, plan=PLAN),
        PlanApproved(on=JANUARY, by=KEPALA),
        PlanAgreed(on=JANUARY, by=GURU),
    )
)
Refused = tuple[PerformanceCycle, CycleEvent, frozenset[str]]
SMALL = settings(max_examples=40)


def evidence(number: int, on: date = date(2024, 3, 7)) -> EvidenceAttached:
    return EvidenceAttached(on=on, by=GURU, item=PRACTICE_ITEM, number=number, title="foto", dated=on)


def pickled(cycle: PerformanceCycle) -> Any:
    return pickle.loads(pickle.dumps(cycle))  # noqa: S301 -- our own bytes


class TestACycleIsItsEvents:
    """Where a cycle stands is worked out from its events alone."""

    @given(cycles())
    @example(AGREED)
    def test_replay(self, cycle: PerformanceCycle) -> None:
        again = cycle.replay(cycle.events)
        assert again == cycle
        assert hash(again) == hash(cycle)
        assert (again.state, again.progress, again.plan, again.superior) == (
            cycle.state,
            cycle.progress,
            cycle.plan,
            cycle.superior,
        )
        assert repr(again) == repr(cycle)
        assert str(again) == str(cycle)

    @given(cycles())
    @example(AGREED)
    def test_one_by_one_is_all_at_once(self, cycle: PerformanceCycle) -> None:
        step = cycle.replay(())
        for event in cycle.events:
            step = step.apply(event)
        assert step == cycle
        assert step._facts == cycle._facts
        assert step._situation is cycle._situation

    @given(cycles(min_events=1, max_events=12), st.data())
    @example(AGREED, None)
    def test_another_history_is_another_cycle(self, cycle: PerformanceCycle, data: st.DataObject | None) -> None:
        fewer = len(cycle.events) - 1 if data is None else data.draw(st.integers(0, len(cycle.events) - 1))
        earlier = cycle.replay(cycle.events.until(fewer))
        assert earlier != cycle
        assert fewer == len(earlier.events)
        assert tuple(cycle.events)[:fewer] == tuple(earlier.events)

    @given(cycle_histories())
    @example(tuple(AGREED.events))
    def test_events_come_in_the_order_of_their_days(self, history: tuple[CycleEvent, ...]) -> None:
        assert sorted(event.on for event in history) == [event.on for event in history]


class TestRefusal:
    """An event that is refused changes nothing and carries every reason; all others are taken."""

    @given(cycles(max_events=15), st.data())
    @example(OPENED, PlanAgreed(on=JANUARY, by=KEPALA))
    @example(AGREED, evidence(1))
    @SMALL
    def test_apply_takes_what_has_no_refusals(self, cycle: PerformanceCycle, data: Any) -> None:
        if isinstance(data, CycleEvent):
            event = data
        elif exits_of(cycle) and data.draw(st.booleans()):
            event = data.draw(next_events(cycle))
        else:
            event = data.draw(events())
        reasons = cycle.refusals(event)
        assert cycle.can(event) is not bool(reasons)
        if reasons:
            with pytest.raises(RefusedError) as caught:
                cycle.apply(event)
            assert reasons == caught.value.refusals
            assert f"record {event.kind.value}" == caught.value.action
        else:
            assert (*cycle.events, event) == tuple(cycle.apply(event).events)

    @given(refused_events())
    @example((OPENED, PlanAgreed(on=JANUARY, by=KEPALA), frozenset({"wrong-state", "wrong-actor"})))
    def test_nothing_changes(self, triple: Refused) -> None:
        cycle, event, expected = triple
        before = pickle.dumps(cycle), str(cycle), cycle.events, cycle._facts, cycle._situation
        with pytest.raises(RefusedError) as caught:
            cycle.apply(event)
        assert expected <= set(caught.value.codes)
        assert cycle.refusals(event) == caught.value.refusals
        assert before == (pickle.dumps(cycle), str(cycle), cycle.events, cycle._facts, cycle._situation)

    @given(refused_events())
    @example((AGREED, PlanAgreed(on=JANUARY, by=GURU), frozenset({"duplicate-event"})))
    def test_no_history_holds_what_is_refused(self, triple: Refused) -> None:
        cycle, event, _ = triple
        with pytest.raises(RefusedError) as caught:
            cycle.replay((*cycle.events, event))
        assert cycle.refusals(event) == caught.value.refusals
        with pytest.raises(RefusedError):
            attrs.evolve(cycle, events=(*cycle.events, event))


class TestTheWayBack:
    """What comes out of a pickle, a copy or another constructor was checked like everything else."""

    @given(cycles(max_events=12), st.sampled_from([copy.copy, copy.deepcopy, pickled]))
    @example(AGREED, copy.copy)
    def test_it_is_the_same(
        self, cycle: PerformanceCycle, through: Callable[[PerformanceCycle], PerformanceCycle]
    ) -> None:
        back = through(cycle)
        assert back == cycle
        assert hash(back) == hash(cycle)
        assert (back.state, back.progress) == (cycle.state, cycle.progress)
        assert attrs.evolve(cycle) == cycle

    @given(refused_events())
    @example((AGREED, evidence(2), frozenset({"evidence-number"})))
    def test_a_forged_one_is_refused(self, triple: Refused) -> None:
        cycle, event, _ = triple
        reduced: Any = cycle.__reduce__()
        with pytest.raises(RefusedError):
            reduced[0](reduced[1][0], (*reduced[1][1], event))
        with pytest.raises(RefusedError):
            PerformanceCycle(frame=cycle.frame, events=Trail(cycle.events, event, len(cycle.events) + 1))

    @given(cycles(max_events=10), st.integers(-3, 12))
    @example(AGREED, 0)
    @example(AGREED, 3)
    def test_no_trail_counts_events_that_it_does_not_hold(self, cycle: PerformanceCycle, size: int) -> None:
        if size == len(cycle.events):
            assert cycle.events == Trail(cycle.events.earlier, cycle.events.last, size)
            return
        with pytest.raises(InvalidValueError) as caught:
            Trail(cycle.events.earlier, cycle.events.last, size)
        assert ("malformed",) == caught.value.codes


def payloads(cycle: PerformanceCycle, on: date, by: Party) -> dict[type[CycleEvent], CycleEvent]:
    """For every kind of event the payload that has the best chance, typed here and not taken from the strategies."""
    head = cycle.employee.role is Role.HEAD
    keys = () if cycle.plan is None else tuple(item.key for item in cycle.plan.competence)
    left = [key for key in keys if key not in cycle.completed]
    plan = attrs.evolve(PLAN, indicator=(HEAD_INDICATORS if head else TEACHER_INDICATORS)[0])
    if cycle.plan == plan:
        plan = attrs.evolve(plan, competence=(CompetenceItem("k9", CompetenceKind.COMMUNITY_MOVER, 3),))
    scheduled = min(max(on, cycle.frame.execution.start), cycle.frame.execution.end)
    above = SUPERIORS[cycle.employee.role][0]
    new = next(Party(key, above) for key in ("N-1", "N-2", "N-3") if key not in (cycle.superior.id, cycle.employee.id))
    said: dict[str, dict[str, Any]] = {
        "plan-drafted": {"plan": plan},
        "plan-submitted": {"plan": plan},
        "revision-requested": {"reason": "-"},
        "preparation-discussed": {"scheduled": scheduled, "aim": "-"},
        "observation-rescheduled": {"scheduled": scheduled, "reason": f"no. {len(cycle.events)}"},
        "observation-held": {"ratings": tuple(FocusRating(each, RubricLevel.EFFECTIVE) for each in "abc")},
        "follow-up-discussed": {"reflection": "-", "follow_up": "-"},
        "follow-up-advised": {"note": "-"},
        "follow-up-done": {"effort": "-"},
        "follow-up-reflected": {"reflection": "-"},
        "final-note-given": {"note": "-"},
        "evidence-attached": {
            "item": PRACTICE_ITEM,
            "number": (cycle.evidence_of(PRACTICE_ITEM) or 0) + 1,
            "title": "-",
            "dated": min(on, cycle.frame.span.end),
        },
        "competence-completed": {"item": left[0] if left else "none", "reflection": "-"},
        "superior-changed": {"superior": new, "reason": "-"},
        "appraised": {
            "results": Rating.ABOVE,
            "behaviour": Rating.ABOVE,
            "aspects": tuple(AspectJudgement(aspect, Rating.ABOVE) for aspect in PracticeAspect),
        },
        "ekinerja-synchronised": {"reference": "-"},
    }
    return {kind: kind(on=on, by=by, **said.get(kind.kind.value, {})) for kind in EVENT_TYPES}


def everybody(cycle: PerformanceCycle) -> list[Party]:
    office = Party("office", OFFICE_ROLES[0])
    return [cycle.employee, cycle.superior, office, Party("stranger", Role.TRAINER), Party("other", Role.HEAD)]


def some_days(cycle: PerformanceCycle) -> list[date]:
    """The days on which something can change: the ends of the windows, the last event, and the days beside them."""
    found = [cycle.frame.span.start, cycle.frame.span.end]
    found += [
        day for windows in cycle.frame.windows.values() for window in windows for day in (window.start, window.end)
    ]
    found += [] if cycle.events.last is None else [cycle.events.last.on]
    found += [] if cycle.scheduled is None else [cycle.scheduled]
    return sorted({day + timedelta(step) for day in found for step in (-1, 0, 1)})


AS_SCHEDULED = PROCESS_2024.choosing(Policies(observation=ObservationDays.AS_SCHEDULED))
SCHEDULED = attrs.evolve(AGREED, frame=attrs.evolve(AGREED.frame, process=AS_SCHEDULED)).apply(
    payloads(AGREED, date(2024, 3, 7), GURU)[EVENT_TYPES[5]]
)


class TestAllowed:
    """What `allowed` lists is exactly what some payload would be taken for, on every day and for everybody."""

    @given(cycles(max_events=20), st.none() | parties())
    @example(OPENED, None)
    @example(AGREED, None)
    @example(SCHEDULED, None)
    @SMALL
    def test_exactly(self, cycle: PerformanceCycle, anybody: Party | None) -> None:
        for on in some_days(cycle):
            for by in [*everybody(cycle), *([anybody] if anybody else [])]:
                taken = [kind.kind for kind, event in payloads(cycle, on, by).items() if cycle.can(event)]
                assert sorted(taken, key=str) == sorted(cycle.allowed(on=on, by=by), key=str), (on, by)

    @given(cycles(max_events=20), days())
    @example(SCHEDULED, date(2024, 3, 6))
    @example(AGREED, date(2024, 3, 7))
    def test_next_steps_say_the_same_of_all_sides(self, cycle: PerformanceCycle, day: date) -> None:
        for on in (day, *some_days(cycle)):
            steps = cycle.next_steps(on=on)
            assert {kind.kind for kind in cycle._situation.exits} == {step.kind for step in steps}
            assert len(steps) == len(cycle._situation.exits)
            opened = {step.kind for step in steps if step.open}
            assert opened == {kind for by in everybody(cycle) for kind in cycle.allowed(on=on, by=by)}
            for step in steps:
                assert step.missed is bool(step.window is None and cycle.process.valid[kind_of(step.kind)].within)
                assert not (step.open and step.missed)
                if step.open and step.window is not None:
                    assert on in step.window
            assert [step.open for step in steps] == sorted((step.open for step in steps), reverse=True)


def kind_of(kind: Any) -> type[CycleEvent]:
    return next(each for each in EVENT_TYPES if each.kind is kind)


class TestLookingBack:
    """`as_of` gives the history up to a day, and never takes anything back."""

    @given(cycles(max_events=20), days(), st.integers(0, 400))
    @example(AGREED, date(2024, 1, 10), 1)
    def test_it_only_grows(self, cycle: PerformanceCycle, day: date, later: int) -> None:
        before, after = cycle.as_of(day), cycle.as_of(day + timedelta(later))
        assert tuple(before.events) == tuple(after.events)[: len(before.events)]
        assert tuple(after.events) == tuple(cycle.events)[: len(after.events)]
        assert all(event.on <= day for event in before.events)
        assert all(event.on > day for event in tuple(cycle.events)[len(before.events) :])
        assert before == before.as_of(day)

    @given(cycles(min_events=1))
    @example(AGREED)
    def test_as_of_the_last_day_it_is_the_cycle(self, cycle: PerformanceCycle) -> None:
        assert cycle.events.last is not None
        assert cycle == cycle.as_of(cycle.events.last.on)
        assert 0 == len(cycle.as_of(next(iter(cycle.events)).on - timedelta(1)).events)


class TestNobodyDecidesOnTheirOwn:
    """The employee of a cycle takes no part in it but as the employee, whatever else the same person is."""

    @given(cycles(max_events=20), st.sampled_from(Role), days())
    @example(attrs.evolve(AGREED, frame=AGREED.frame), Role.OFFICE_HEAD, date(2024, 3, 7))
    def test_in_another_role(self, cycle: PerformanceCycle, role: Role, day: date) -> None:
        same = Party(cycle.employee.id, role)
        for on in (day, *some_days(cycle)):
            for kind in cycle.allowed(on=on, by=same):
                assert same == cycle.employee
                assert "employee" in {side.value for side in cycle.process.valid[kind_of(kind)].by}


class TestOneChangeOfSuperior:
    """From the change on, the new superior decides and the former does not."""

    @given(cycles(max_events=12))
    @example(AGREED)
    def test_the_former_is_refused(self, cycle: PerformanceCycle) -> None:
        change = next((event for event in cycle.events if isinstance(event, SuperiorChanged)), None)
        if change is not None:
            at = tuple(cycle.events).index(change)
            after = cycle.replay(tuple(cycle.events)[: at + 1])
            former = cycle.replay(tuple(cycle.events)[:at]).superior
            assert change.superior == after.superior != former
            assert not [side for side in after.side_of(former) if side.value == "superior"]


class TestTheCostOfAStep:
    """A step shares the whole history with the cycle before it, however long that is."""

    def test_two_thousand_events(self) -> None:
        cycle = AGREED
        for number in range(1, 2001):
            before, cycle = cycle, cycle.apply(evidence(number))
            assert cycle.events.earlier is before.events
            assert cycle.frame is before.frame
        assert 2003 == len(cycle.events)
        assert 2000 == cycle.evidence_of(PRACTICE_ITEM)
        assert cycle._facts.plan is AGREED.plan
        assert 2 == len(cycle._facts.evidence)  # bounded by the plan, not by the events
        again = pickle.loads(pickle.dumps(cycle))  # noqa: S301 -- our own bytes
        assert again == cycle == copy.deepcopy(cycle)
        assert 3 == len(cycle.as_of(date(2024, 3, 6)).events)


class TestThePredicateFollowsFromTheRatings:
    """Nobody chooses a predicate: it is read off the matrix."""

    @given(cycles(min_events=8))
    @example(AGREED)
    def test_it_is_there_after_the_appraisal_only(self, cycle: PerformanceCycle) -> None:
        rated = [event for event in cycle.events if isinstance(event, Appraised)]
        assert len(rated) == (cycle.state in (State.RATED, State.SENT, State.SYNCHRONISED, State.CLOSED))
        assert cycle.predicate == (MATRIX[rated[0].results, rated[0].behaviour] if rated else None)
        found = cycle.evaluation
        assert (found is None) == (not rated)
        for event in rated if found is not None else ():
            assert found is not None
            assert (cycle.employee.id, cycle.period, cycle.predicate) == (found.employee, found.period, found.predicate)
            assert event.on == found.on


class TestADraftIsNoDecision:
    """Drafting is the employee's own: it never moves the cycle."""

    @given(cycles(max_events=12))
    @example(OPENED.apply(PlanDrafted(on=JANUARY, by=GURU, plan=PLAN)))
    def test_drafts_leave_the_state(self, cycle: PerformanceCycle) -> None:
        step = cycle.replay(())
        for event in cycle.events:
            then = step.apply(event)
            if isinstance(event, PlanDrafted):
                assert (step.state, step.progress) == (then.state, then.progress)
                assert event.plan == then.plan
            step = then
