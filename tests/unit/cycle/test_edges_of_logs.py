"""Edges of cycles and logs that mutation testing brought to light: the last event, what stays, the last day."""

import pickle
from datetime import date
from typing import Any

import attrs
import pytest

from pmm_core.appraisal import Predicate, Rating
from pmm_core.calendar import Period
from pmm_core.cycle import (
    EVENT_TYPES,
    PROCESS_2024,
    PROCESS_2025,
    TEACHER_INDICATORS,
    Appraised,
    AspectJudgement,
    CompetenceCompleted,
    CompetenceItem,
    CompetenceKind,
    CycleClosed,
    CycleEvent,
    EventKind,
    EvidenceAttached,
    FocusRating,
    Frame,
    ObservationDays,
    ObservationHeld,
    ObservationRescheduled,
    Party,
    PerformanceCycle,
    Plan,
    PlanAgreed,
    PlanApproved,
    PlanDrafted,
    PlanSubmitted,
    Policies,
    PracticeAspect,
    PreparationDiscussed,
    Process,
    Row,
    RubricLevel,
    Side,
    StageRuns,
    State,
    SuperiorChanged,
    Trail,
    audit,
)
from pmm_core.errors import RefusedError
from pmm_core.people import Role

GURU, KEPALA, BARU = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD), Party("K-4", Role.HEAD)
DINAS = Party("D-1", Role.OFFICE_HEAD)
FRAME = Frame(employee=GURU, superior=KEPALA, period=Period.parse("2024-S1"), process=PROCESS_2024)
ITEMS = tuple(CompetenceItem(key, CompetenceKind.SELF_TRAINING, 2) for key in ("k1", "k2"))
PLAN = Plan(indicator=TEACHER_INDICATORS[1], competence=ITEMS)
JANUARY, FEBRUARY, MARCH, JUNE = date(2024, 1, 11), date(2024, 2, 5), date(2024, 3, 7), date(2024, 6, 27)
SUBMITTED = PlanSubmitted(on=JANUARY, by=GURU, plan=PLAN)
APPROVED, AGREED = PlanApproved(on=JANUARY, by=KEPALA), PlanAgreed(on=JANUARY, by=GURU)
PREPARED = PreparationDiscussed(on=FEBRUARY, by=GURU, scheduled=MARCH, aim="-")
EVIDENCE = EvidenceAttached(on=MARCH, by=GURU, item="k1", number=1, title="-", dated=MARCH)
COMPLETED = CompetenceCompleted(on=MARCH, by=GURU, item="k1")
CHANGED = SuperiorChanged(on=MARCH, by=DINAS, superior=BARU, reason="-")
ASPECTS = tuple(AspectJudgement(aspect, Rating.AS_EXPECTED) for aspect in PracticeAspect)
APPRAISED = Appraised(on=JUNE, by=KEPALA, results=Rating.ABOVE, behaviour=Rating.AS_EXPECTED, aspects=ASPECTS)
STRICT = attrs.evolve(FRAME, process=PROCESS_2024.choosing(Policies(observation=ObservationDays.AS_SCHEDULED)))


def cycle_of(*events: CycleEvent, frame: Frame = FRAME) -> PerformanceCycle:
    return PerformanceCycle(frame=frame, events=events)


def codes(*events: CycleEvent, frame: Frame = FRAME) -> list[tuple[int, tuple[str, ...]]]:
    return [(finding.number, finding.codes) for finding in audit(frame, events).findings]


class TestTheLastEvent:
    """Nothing comes before it, and it comes once."""

    def test_a_cycle_and_a_log_refuse_what_is_dated_before_it(self) -> None:
        early = attrs.evolve(APPROVED, on=date(2024, 1, 10))
        with pytest.raises(RefusedError) as caught:
            cycle_of(SUBMITTED, early)
        assert ("before-last-event",) == caught.value.codes
        assert [(2, ("before-last-event",))] == codes(SUBMITTED, early)

    def test_nobody_may_record_anything_before_it(self) -> None:
        cycle = cycle_of(SUBMITTED)
        assert () == cycle.allowed(on=date(2024, 1, 10), by=KEPALA)
        assert (EventKind.REVISION_REQUESTED, EventKind.PLAN_APPROVED) == cycle.allowed(on=JANUARY, by=KEPALA)

    def test_what_follows_on_its_own_day_is_open(self) -> None:
        steps = {step.kind: step.open for step in cycle_of(SUBMITTED).next_steps(on=JANUARY)}
        assert steps[EventKind.PLAN_APPROVED]
        assert not any(step.open for step in cycle_of(SUBMITTED).next_steps(on=date(2024, 1, 10)))

    def test_once_more_is_told_beside_the_order(self) -> None:
        assert [(2, ("wrong-state", "duplicate-event"))] == codes(SUBMITTED, SUBMITTED)

    def test_once_more_is_told_of_what_the_scheme_does_not_know(self) -> None:
        annual = attrs.evolve(FRAME, period=Period.parse("2025-A1"), process=PROCESS_2025)
        evidence = attrs.evolve(EVIDENCE, on=date(2025, 3, 7), dated=date(2025, 3, 7))
        found = audit(annual, (evidence, evidence)).findings
        assert [("not-in-scheme",), ("not-in-scheme", "duplicate-event")] == [finding.codes for finding in found]
        assert "evidence-attached was recorded already" == found[1].refusals[1].message


def test_somebody_is_known_by_id_and_role_and_need_not_be_the_same_object() -> None:
    assert () == cycle_of().refusals(attrs.evolve(SUBMITTED, by=Party("G-17", Role.TEACHER)))
    assert () == cycle_of(SUBMITTED).refusals(attrs.evolve(APPROVED, by=Party("K-3", Role.HEAD)))


class TestNextSteps:
    def test_open_ones_come_first_and_those_whose_window_is_past_last(self) -> None:
        cycle = cycle_of(SUBMITTED, APPROVED, AGREED)
        for on, expected in (
            (
                JANUARY,
                [("superior-changed", True), ("preparation-discussed", False), ("evidence-attached", False)],
            ),
            (
                MARCH,
                [("preparation-discussed", True), ("superior-changed", True), ("evidence-attached", True)],
            ),
        ):
            assert expected == [(step.kind.value, step.open) for step in cycle.next_steps(on=on)][:3]
        late = cycle_of().next_steps(on=date(2024, 4, 1))
        assert ["superior-changed", "plan-drafted", "plan-submitted"] == [step.kind.value for step in late]
        assert [False, True, True] == [step.missed for step in late]

    def test_the_last_day_of_a_window_is_in_it(self) -> None:
        (step,) = [each for each in cycle_of(SUBMITTED).next_steps(on=date(2024, 6, 30)) if each.kind is APPROVED.kind]
        assert "plan approved by the superior: until 2024-06-30" == str(step)

    def test_an_observation_is_open_on_the_day_that_was_set_for_it(self) -> None:
        cycle = cycle_of(SUBMITTED, APPROVED, AGREED, PREPARED, frame=STRICT)
        for on, expected in ((MARCH, True), (date(2024, 3, 8), False)):
            (step,) = [each for each in cycle.next_steps(on=on) if each.kind is EventKind.OBSERVATION_HELD]
            assert expected is step.open

    def test_both_sides_are_told_whose_turn_it_may_be(self) -> None:
        rule = PROCESS_2024.rows[0].rule
        both = Row(
            event=PlanDrafted, by=(Side.EMPLOYEE, Side.SUPERIOR), states=((State.DRAFT, State.DRAFT),), rule=rule
        )
        frame = attrs.evolve(FRAME, process=Process(key="own", mark="S", rows=(both,)))
        (step,) = cycle_of(frame=frame).next_steps(on=JANUARY)
        assert "plan drafted by the employee or superior: any day" == str(step)


class TestWhatACycleRemembers:
    """What an event does not tell stays as it was, in whatever order a table lets the events come."""

    def cycle(self) -> PerformanceCycle:
        anywhere, rule = tuple((state, state) for state in State), PROCESS_2024.rows[0].rule
        rows = tuple(Row(event=kind, by=tuple(Side), states=anywhere, rule=rule) for kind in EVENT_TYPES)
        frame = attrs.evolve(FRAME, process=Process(key="own", mark="S", rows=rows))
        return cycle_of(
            SUBMITTED, PREPARED, EVIDENCE, COMPLETED, CHANGED, attrs.evolve(APPRAISED, by=BARU), frame=frame
        )

    def told(self, cycle: PerformanceCycle) -> dict[str, object]:
        return {
            "superior": cycle.superior,
            "plan": cycle.plan,
            "scheduled": cycle.scheduled,
            "evidence": [cycle.evidence_of(key) for key in PLAN.item_keys],
            "completed": cycle.completed,
            "predicate": cycle.predicate,
        }

    def test_everything_that_was_told(self) -> None:
        assert {
            "superior": BARU,
            "plan": PLAN,
            "scheduled": MARCH,
            "evidence": [0, 1, 0],
            "completed": {"k1"},
            "predicate": Predicate.GOOD,
        } == self.told(self.cycle())

    @pytest.mark.parametrize(
        ("event", "changes"),
        [
            (PlanSubmitted(on=JUNE, by=GURU, plan=PLAN), {"evidence": [0, 0, 0]}),
            (PreparationDiscussed(on=JUNE, by=GURU, scheduled=JUNE, aim="-"), {"scheduled": JUNE}),
            (ObservationRescheduled(on=JUNE, by=BARU, scheduled=JUNE, reason="-"), {"scheduled": JUNE}),
            (attrs.evolve(EVIDENCE, on=JUNE, item="k2"), {"evidence": [0, 1, 1]}),
            (CompetenceCompleted(on=JUNE, by=GURU, item="k2"), {"completed": {"k1", "k2"}}),
            (attrs.evolve(CHANGED, on=JUNE, superior=KEPALA), {"superior": KEPALA}),
            (attrs.evolve(APPRAISED, by=BARU, results=Rating.AS_EXPECTED), {}),
            (attrs.evolve(APPRAISED, by=BARU, behaviour=Rating.ABOVE), {"predicate": Predicate.VERY_GOOD}),
        ],
        ids=lambda given: given.kind.value if isinstance(given, CycleEvent) else "-".join(given) or "nothing",
    )
    def test_an_event_changes_what_it_tells_and_nothing_else(self, event: CycleEvent, changes: dict[str, Any]) -> None:
        before = self.cycle()
        assert self.told(before) | changes == self.told(before.apply(event))

    def test_a_log_remembers_the_day_that_was_set_before_the_plan(self) -> None:
        held = ObservationHeld(
            on=date(2024, 3, 8), by=KEPALA, ratings=tuple(FocusRating(text, RubricLevel.EFFECTIVE) for text in "abc")
        )
        plan = [attrs.evolve(event, on=FEBRUARY) for event in (SUBMITTED, APPROVED, AGREED)]
        assert [(1, ("wrong-state",)), (5, ("off-schedule",))] == codes(PREPARED, *plan, held, frame=STRICT)


class TestPickles:
    """What was chosen and what happened comes back."""

    def test_a_cycle_brings_its_events_along(self) -> None:
        cycle = cycle_of(SUBMITTED, APPROVED)
        same: PerformanceCycle = pickle.loads(pickle.dumps(cycle))  # noqa: S301 -- our own bytes
        assert (cycle, (SUBMITTED, APPROVED), State.APPROVED) == (same, tuple(same.events), same.state)

    def test_a_process_brings_its_readings_along(self) -> None:
        process = PROCESS_2024.choosing(Policies(runs=StageRuns.MANY))
        same: Process = pickle.loads(pickle.dumps(process))  # noqa: S301 -- our own bytes
        assert (process, StageRuns.MANY) == (same, same.policies.runs)


def test_trails_of_other_events_have_another_hash() -> None:
    assert 3 == len({hash(Trail.of(events)) for events in ((), (SUBMITTED,), (SUBMITTED, APPROVED))})


def test_nothing_is_missing_in_a_closed_cycle_even_where_a_table_of_ones_own_opens_it_again() -> None:
    rows = tuple(
        attrs.evolve(row, states=(*row.states, (State.CLOSED, State.DRAFT))) if row.event is PlanDrafted else row
        for row in PROCESS_2024.rows
    )
    frame = attrs.evolve(FRAME, process=Process(key="own", mark="S", rows=rows))
    closed = CycleClosed(on=JANUARY, by=DINAS)
    found = audit(frame, (closed, SUBMITTED)).findings[1]
    assert (("cycle-closed",), ()) == (found.codes, found.missing)
