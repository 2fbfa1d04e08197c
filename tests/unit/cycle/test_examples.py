"""The worked examples of the domain notes and of the design, one after the other, on the seeds' own days."""

from datetime import date
from typing import Any

import attrs
import pytest

from pmm_core.appraisal import Predicate, Rating
from pmm_core.calendar import (
    CALENDAR,
    SEMESTERS_2024_TO_MAY,
    Period,
    PeriodCalendar,
    PeriodPattern,
    PeriodScheme,
    Phase,
    Window,
)
from pmm_core.cycle import (
    ADVISED_POINTS,
    HEAD_INDICATORS,
    OFFICE_ROLES,
    PRACTICE_ITEM,
    PROCESS_2024,
    PROCESS_2025,
    TEACHER_INDICATORS,
    AppraisalAfter,
    AppraisalSent,
    Appraised,
    ApprovalDays,
    AspectJudgement,
    Awareness,
    CompetenceCompleted,
    CompetenceItem,
    CompetenceKind,
    CycleClosed,
    CycleEvent,
    EkinerjaSynchronised,
    EventKind,
    EvidenceAttached,
    FinalNoteGiven,
    FocusRating,
    FollowUpAdvised,
    FollowUpDiscussed,
    FollowUpDone,
    FollowUpReflected,
    NextStep,
    ObservationDays,
    ObservationHeld,
    ObservationRescheduled,
    Party,
    PerformanceCycle,
    Plan,
    PlanAgreed,
    PlanApproved,
    PlanSubmitted,
    PointsBound,
    Policies,
    PracticeAspect,
    PreparationDiscussed,
    Progress,
    RevisionRequested,
    RubricLevel,
    Side,
    Stage,
    StageRuns,
    State,
    SuperiorChanged,
    mermaid,
)
from pmm_core.errors import RefusedError
from pmm_core.people import Role
from pmm_core.sources import Certainty

GURU, KEPALA, BARU = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD), Party("K-4", Role.HEAD)
DINAS, PENGAWAS = Party("D-1", Role.OFFICE_HEAD), Party("P-5", Role.SUPERVISOR)
S1, S2, A1 = Period.parse("2024-S1"), Period.parse("2024-S2"), Period.parse("2025-A1")
ITEMS = (
    CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 2),
    CompetenceItem("k2", CompetenceKind.SHARING_PARTICIPANT, 2),
    CompetenceItem("k3", CompetenceKind.PEER_OBSERVATION),
)
PLAN = Plan(indicator=TEACHER_INDICATORS[1], competence=ITEMS)
RATINGS = tuple(FocusRating(f"perilaku {number}", RubricLevel.EFFECTIVE) for number in (1, 2, 3))
ASPECTS = tuple(AspectJudgement(aspect, Rating.AS_EXPECTED) for aspect in PracticeAspect)
JANUARY, MARCH, JUNE = date(2024, 1, 11), date(2024, 3, 7), date(2024, 6, 27)


def opened(**others: Any) -> PerformanceCycle:
    fields: dict[str, Any] = {"employee": GURU, "superior": KEPALA, "period": S1}
    return PerformanceCycle.open(**(fields | others))


def submitted(on: date = JANUARY, by: Party = GURU, plan: Plan = PLAN) -> PlanSubmitted:
    return PlanSubmitted(on=on, by=by, plan=plan)


def agreed(cycle: PerformanceCycle | None = None, on: date = JANUARY) -> PerformanceCycle:
    start = opened() if cycle is None else cycle
    for event in (submitted(on=on), PlanApproved(on=on, by=KEPALA), PlanAgreed(on=on, by=GURU)):
        start = start.apply(event)
    return start


def held(on: date = MARCH, by: Party = KEPALA) -> ObservationHeld:
    return ObservationHeld(on=on, by=by, ratings=RATINGS)


def appraised(on: date = JUNE, results: Rating = Rating.ABOVE, behaviour: Rating = Rating.ABOVE) -> Appraised:
    return Appraised(on=on, by=KEPALA, results=results, behaviour=behaviour, aspects=ASPECTS)


def prepared(on: date = date(2024, 2, 5), scheduled: date = MARCH) -> PreparationDiscussed:
    return PreparationDiscussed(on=on, by=GURU, scheduled=scheduled, aim="aim")


RUN: tuple[CycleEvent, ...] = (
    prepared(),
    held(),
    FollowUpDiscussed(on=MARCH, by=GURU, reflection="r", follow_up="f", awareness=Awareness.AWARE),
    FollowUpAdvised(on=date(2024, 3, 21), by=KEPALA, note="n"),
    FollowUpDone(on=date(2024, 4, 29), by=GURU, effort="e"),
    FollowUpReflected(on=date(2024, 6, 3), by=GURU, reflection="r"),
    FinalNoteGiven(on=date(2024, 6, 10), by=KEPALA, note="n"),
)


def concluded() -> PerformanceCycle:
    return agreed().replay((*agreed().events, *RUN))


def codes(cycle: PerformanceCycle, event: CycleEvent) -> set[str]:
    return {refusal.code for refusal in cycle.refusals(event)}


class TestTransitionsOfTheNotes:
    """Section (b), line by line."""

    def test_draft_is_submitted_by_the_teacher_and_not_by_the_superior(self) -> None:
        assert opened().can(submitted())
        assert {"wrong-actor"} == codes(opened(), submitted(by=KEPALA))

    def test_submitted_is_approved_or_sent_back_by_the_superior(self) -> None:
        cycle = opened().apply(submitted())
        assert State.APPROVED is cycle.apply(PlanApproved(on=JANUARY, by=KEPALA)).state
        sent_back = cycle.apply(RevisionRequested(on=JANUARY, by=KEPALA, reason="poin"))
        assert State.RETURNED is sent_back.state
        again = sent_back.apply(submitted(on=date(2024, 1, 12)))
        assert State.SUBMITTED is again.state

    def test_sent_back_any_number_of_times(self) -> None:
        cycle = opened()
        for day in range(1, 29):
            on = date(2024, 1, day)
            cycle = cycle.apply(submitted(on=on)).apply(RevisionRequested(on=on, by=KEPALA, reason="lagi"))
        assert 56 == len(cycle.events)
        assert cycle.can(submitted(on=date(2024, 3, 31)))

    def test_approved_is_agreed_by_the_teacher(self) -> None:
        cycle = opened().apply(submitted()).apply(PlanApproved(on=JANUARY, by=KEPALA))
        assert State.AGREED is cycle.apply(PlanAgreed(on=JANUARY, by=GURU)).state
        assert {"wrong-actor"} == codes(cycle, PlanAgreed(on=JANUARY, by=KEPALA))

    def test_no_execution_without_agreement(self) -> None:
        cycle = opened().apply(submitted()).apply(PlanApproved(on=JANUARY, by=KEPALA))
        assert {"wrong-state"} == codes(cycle, prepared())

    def test_the_stages_in_their_order_only(self) -> None:
        """Stage 2 before 1, 3 before 2, 5 before 4, and every other pair out of order."""
        cycle = agreed()
        for step, event in enumerate(RUN):
            for later in RUN[step + 1 :]:
                assert "wrong-stage" in codes(cycle, later)
            cycle = cycle.apply(event)
            for earlier in RUN[: step + 1]:
                assert "wrong-stage" in codes(cycle, attrs.evolve(earlier, on=event.on))
        assert tuple(Stage) == cycle.stages_done

    def test_no_assessment_before_the_fifth_stage_is_done(self) -> None:
        cycle = agreed()
        for event in RUN:
            assert {"wrong-stage"} == codes(cycle, appraised())
            cycle = cycle.apply(event)
        assert cycle.can(appraised())

    def test_no_execution_before_the_first_of_february(self) -> None:
        assert {"outside-window"} == codes(agreed(), prepared(on=date(2024, 1, 31)))
        assert agreed().can(prepared(on=date(2024, 2, 1)))
        assert agreed().can(prepared(on=date(2024, 6, 30), scheduled=date(2024, 6, 30)))
        assert {"outside-window", "schedule-outside-window"} == codes(
            agreed(), prepared(on=date(2024, 7, 1), scheduled=date(2024, 7, 1))
        )

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2023, 12, 31), {"outside-window"}),
            (date(2024, 1, 1), set[str]()),
            (date(2024, 1, 31), set[str]()),
            (date(2024, 3, 31), set[str]()),
            (date(2024, 4, 1), {"outside-window"}),
        ],
    )
    def test_the_extension_moves_filing(self, on: date, expected: set[str]) -> None:
        assert expected == codes(opened(), submitted(on=on))

    def test_nobody_approves_their_own(self) -> None:
        cycle = opened().apply(submitted())
        assert {"wrong-actor", "own-approval"} == codes(cycle, PlanApproved(on=JANUARY, by=GURU))
        with pytest.raises(Exception, match="same-person"):
            opened(superior=Party("G-17", Role.HEAD))


class TestTheDesignsExample:
    """Section 6 of the design, as it was written before the code."""

    def test_three_reasons_and_more_at_once(self) -> None:
        cycle = opened().apply(submitted())
        event = held(on=date(2024, 1, 12), by=GURU)
        refusals = cycle.refusals(event)
        assert ["wrong-state", "wrong-actor", "own-approval", "outside-window"] == [each.code for each in refusals]
        order, actor, _, window = refusals
        assert ("revision-requested", "plan-approved", "superior-changed") == order.possible
        assert ("superior",) == actor.possible
        assert ("2024-02-01..2024-06-30",) == window.possible
        with pytest.raises(RefusedError) as caught:
            cycle.apply(event)
        assert all(f"[{each.code}]" in str(caught.value) for each in refusals)

    def test_who_may_do_what_and_by_when(self) -> None:
        cycle = agreed()
        steps = {step.kind: step for step in cycle.next_steps(on=MARCH)}
        preparation = steps[EventKind.PREPARATION_DISCUSSED]
        assert (Side.EMPLOYEE,) == preparation.by
        assert preparation.open
        assert preparation.window == Window(date(2024, 2, 1), date(2024, 6, 30))
        assert "preparation talk by the employee: until 2024-06-30" in (
            str(preparation).replace("preparation discussed", "preparation talk")
        )
        assert EventKind.APPRAISED not in steps

    def test_the_day_that_counts_is_the_last_of_all_windows_together(self) -> None:
        """Planning and execution overlap in 2024: approval is due at the end of both, not of the first."""
        cycle = opened().apply(submitted())
        (approval,) = [step for step in cycle.next_steps(on=MARCH) if step.kind is EventKind.PLAN_APPROVED]
        assert approval == NextStep(
            kind=EventKind.PLAN_APPROVED,
            by=(Side.SUPERIOR,),
            window=Window(date(2024, 1, 1), date(2024, 6, 30)),
            open=True,
        )
        assert cycle.can(PlanApproved(on=date(2024, 6, 30), by=KEPALA))
        assert {"outside-window"} == codes(cycle, PlanApproved(on=date(2024, 7, 1), by=KEPALA))

    def test_as_of(self) -> None:
        cycle = concluded()
        assert State.AGREED is cycle.as_of(date(2024, 2, 1)).state
        assert Progress.NOT_STARTED is cycle.as_of(date(2024, 2, 1)).progress
        assert Progress.DISCUSSED is cycle.as_of(MARCH).progress
        assert State.DRAFT is cycle.as_of(date(2024, 1, 10)).state

    def test_a_diagram_marks_where_it_stands(self) -> None:
        cycle = concluded()
        marked = mermaid(cycle.process, here=(cycle.state, cycle.progress)).splitlines()
        assert ["    class agreed here", "    class concluded here"] == [
            line for line in marked if line.endswith(" here")
        ]
        draft = mermaid(PROCESS_2024, here=(State.DRAFT, Progress.NOT_STARTED)).splitlines()
        assert ["    class draft here"] == [line for line in draft if line.endswith(" here")]
        assert set(mermaid(PROCESS_2024).splitlines()) < set(draft)

    def test_printing_names_nobody(self) -> None:
        text = str(concluded())
        assert text.startswith("cycle of 2024-S1 (process 2024): agreed, in execution, five stages concluded\n")
        assert "  2024-03-07  observation held" in text
        assert "  next: appraised by the superior (2024-06-01..2024-06-30)" in text
        assert "G-17" not in text + repr(concluded())
        sent = concluded().apply(appraised()).apply(AppraisalSent(on=JUNE, by=KEPALA))
        assert "  next: cycle closed by the superior or office (any day)" in str(sent)


class TestAWholeSemester:
    """One made-up teacher from January to the end."""

    def test_to_the_end(self) -> None:
        cycle = concluded()
        assert cycle.evaluation is None
        assert cycle.frame.windows_of(Appraised) == cycle.frame.windows[Appraised]
        assert set(cycle.process.valid) == set(cycle.frame.windows)
        cycle = cycle.apply(appraised(results=Rating.ABOVE, behaviour=Rating.AS_EXPECTED))
        assert (State.RATED, Predicate.GOOD) == (cycle.state, cycle.predicate)
        assert cycle.evaluation is not None
        assert ("G-17", Predicate.GOOD, False) == (
            cycle.evaluation.employee,
            cycle.evaluation.predicate,
            cycle.evaluation.is_late(),
        )
        cycle = cycle.apply(AppraisalSent(on=JUNE, by=KEPALA))
        cycle = cycle.apply(EkinerjaSynchronised(on=date(2024, 7, 2), by=DINAS, reference="bkn-1"))
        assert (EventKind.CYCLE_CLOSED,) == cycle.allowed(on=date(2024, 7, 2), by=KEPALA)
        cycle = cycle.apply(CycleClosed(on=date(2024, 7, 3), by=KEPALA))
        assert State.CLOSED is cycle.state
        assert () == cycle.next_steps(on=date(2024, 7, 3))
        assert () == cycle.allowed(on=date(2024, 7, 3), by=KEPALA)
        assert PLAN == cycle.plan
        assert cycle.rules

    def test_closed_without_synchronisation_too(self) -> None:
        sent = concluded().apply(appraised()).apply(AppraisalSent(on=JUNE, by=KEPALA))
        assert sent.can(CycleClosed(on=JUNE, by=DINAS))
        assert State.CLOSED is sent.apply(CycleClosed(on=JUNE, by=KEPALA)).state

    def test_a_closed_cycle_refuses_everything_and_says_so(self) -> None:
        closed = concluded().apply(appraised()).apply(AppraisalSent(on=JUNE, by=KEPALA))
        closed = closed.apply(CycleClosed(on=JUNE, by=KEPALA))
        for event in closed.events:
            assert "cycle-closed" in codes(closed, event)
        annual = attrs.evolve(closed.frame, period=A1, process=PROCESS_2025)
        late = {EventKind.APPRAISED, EventKind.APPRAISAL_SENT, EventKind.CYCLE_CLOSED}
        year: list[CycleEvent] = []
        for event in closed.events:
            on = date(2025, 12, 1) if event.kind in late else event.on.replace(year=2025)
            change: dict[str, Any] = {"on": on}
            if event.kind is EventKind.PREPARATION_DISCUSSED:
                change["scheduled"] = date(2025, 3, 7)
            year.append(attrs.evolve(event, **change))
        ended = PerformanceCycle(frame=annual, events=tuple(year))
        upload = EvidenceAttached(on=JUNE, by=GURU, item=PRACTICE_ITEM, number=1, title="foto", dated=JUNE)
        assert {"not-in-scheme", "cycle-closed", "before-last-event"} == codes(ended, upload)

    def test_evidence_and_competence_beside_the_stages(self) -> None:
        cycle = agreed()
        assert (None, 0) == (opened().evidence_of(PRACTICE_ITEM), cycle.evidence_of(PRACTICE_ITEM))
        for item, number in ((PRACTICE_ITEM, 1), ("k1", 1), (PRACTICE_ITEM, 2)):
            cycle = cycle.apply(
                EvidenceAttached(on=MARCH, by=GURU, item=item, number=number, title="foto", dated=date(2024, 1, 2))
            )
        assert [2, 1, 0, None] == [cycle.evidence_of(item) for item in (PRACTICE_ITEM, "k1", "k2", "k9")]
        for key in ("k2", "k1", "k3"):
            cycle = cycle.apply(CompetenceCompleted(on=MARCH, by=GURU, item=key))
        assert {"k1", "k2", "k3"} == cycle.completed
        assert EventKind.COMPETENCE_COMPLETED not in cycle.allowed(on=MARCH, by=GURU)
        (done,) = [step for step in cycle.next_steps(on=MARCH) if step.kind is EventKind.COMPETENCE_COMPLETED]
        assert not done.open

    def test_a_new_plan_begins_with_no_evidence(self) -> None:
        assert [0, 0, 0, 0] == [agreed().evidence_of(key) for key in PLAN.item_keys]

    def test_rescheduling(self) -> None:
        cycle = agreed().apply(prepared())
        moved = cycle.apply(
            ObservationRescheduled(on=date(2024, 3, 6), by=KEPALA, scheduled=date(2024, 3, 14), reason="sakit")
        )
        assert (MARCH, date(2024, 3, 14)) == (cycle.scheduled, moved.scheduled)
        assert cycle.progress is moved.progress

    @pytest.mark.parametrize(
        ("on", "expected", "text"),
        [
            (date(2024, 1, 31), (False, False), "preparation discussed by the employee: from 2024-02-01 to 2024-06-30"),
            (date(2024, 2, 1), (True, False), "preparation discussed by the employee: until 2024-06-30"),
            (date(2024, 7, 1), (False, True), "preparation discussed by the employee: its window is past"),
        ],
    )
    def test_steps_before_in_and_after_their_window(self, on: date, expected: tuple[bool, bool], text: str) -> None:
        (step,) = [each for each in agreed().next_steps(on=on) if each.kind is EventKind.PREPARATION_DISCUSSED]
        assert (expected, text) == ((step.open, step.missed), str(step))

    def test_steps_of_any_day(self) -> None:
        rated = concluded().apply(appraised())
        (step,) = [each for each in rated.next_steps(on=JUNE) if each.kind is EventKind.APPRAISAL_SENT]
        assert "appraisal sent by the superior: any day" == str(step)
        (early,) = [each for each in rated.next_steps(on=JANUARY) if each.kind is EventKind.APPRAISAL_SENT]
        assert not early.open


class TestCompetencePoints:
    """The examples of section (b): 32 to 128 advised, points of a row static."""

    @pytest.mark.parametrize(
        ("items", "points", "shortfall"),
        [
            (ITEMS, 32, 0),
            ((("self-training", 3), ("sharing-participant", 1)), 28, 4),
            ((("community-mover", 3),), 36, 0),
            ((("community-mover", 2),), 0, 32),
            ((("community-mover", 9),), 36, 0),
            ((("self-training", 16),), 128, 0),
            ((("self-training", 17),), 136, 0),
            ((("speaker", 1), ("course", 1), ("peer-observation", 1)), 24, 8),
            ((("community-mover", 3), ("community-mover", 3)), 36, 0),
            ((("community-mover", 1), ("community-mover", 2)), 36, 0),
            ((("community-mover", 1), ("self-training", 1), ("community-mover", 1)), 8, 24),
            ((("programme", 4),), 0, None),
            ((("programme", 1), ("self-training", 3)), 24, None),
            ((("programme", 1), ("self-training", 4)), 32, 0),
            ((), 0, 32),
        ],
    )
    def test_points(self, items: tuple[Any, ...], points: int, shortfall: int | None) -> None:
        competence = tuple(
            each if isinstance(each, CompetenceItem) else CompetenceItem(f"k{number}", CompetenceKind(each[0]), each[1])
            for number, each in enumerate(items)
        )
        plan = Plan(indicator=TEACHER_INDICATORS[0], competence=competence)
        assert (points, shortfall) == (plan.points, plan.shortfall)

    def test_what_the_table_does_not_know(self) -> None:
        assert CompetenceItem("k1", CompetenceKind.PROGRAMME).points is None
        assert (32, 128) == ADVISED_POINTS

    @pytest.mark.parametrize("items", [(), ITEMS])
    def test_what_is_missing_to_a_head_nobody_knows(self, items: tuple[CompetenceItem, ...]) -> None:
        assert Plan(indicator=HEAD_INDICATORS[0], competence=items).shortfall is None

    def test_nobody_is_refused_for_figures_that_nobody_knows(self) -> None:
        required = PROCESS_2024.choosing(Policies(points=PointsBound.REQUIRED))
        programme = attrs.evolve(PLAN, competence=(CompetenceItem("k1", CompetenceKind.PROGRAMME),))
        assert opened(process=required).can(submitted(plan=programme))
        few = (CompetenceItem("k1", CompetenceKind.SELF_TRAINING),)
        head = attrs.evolve(PLAN, indicator=HEAD_INDICATORS[0], competence=few)
        own = opened(employee=KEPALA, superior=DINAS, process=required)
        assert own.can(submitted(by=KEPALA, plan=head))
        supervisor = opened(employee=PENGAWAS, superior=DINAS, process=required)
        assert supervisor.can(submitted(by=PENGAWAS, plan=attrs.evolve(PLAN, competence=few)))
        assert {"points-short"} == codes(opened(process=required), submitted(plan=attrs.evolve(PLAN, competence=few)))
        assert {"wrong-indicator"} == codes(opened(process=required), submitted(plan=head))

    def test_advice_and_the_other_reading(self) -> None:
        short = attrs.evolve(PLAN, competence=ITEMS[:1])
        assert opened().can(submitted(plan=short))
        required = opened(process=PROCESS_2024.choosing(Policies(points=PointsBound.REQUIRED)))
        assert required.can(submitted())
        (refusal,) = required.refusals(submitted(plan=short))
        assert ("points-short", ("competence items for 16 points more",)) == (refusal.code, refusal.possible)
        assert opened(period=A1).can(submitted(on=date(2025, 1, 11), plan=short))


class TestTheHeadIsBoth:
    """A head is the superior in the cycles of teachers and the employee in one of the office."""

    def test_the_heads_own_cycle(self) -> None:
        plan = attrs.evolve(PLAN, indicator=HEAD_INDICATORS[0])
        for above in (DINAS, PENGAWAS):
            cycle = opened(employee=KEPALA, superior=above).apply(submitted(by=KEPALA, plan=plan))
            assert State.APPROVED is cycle.apply(PlanApproved(on=JANUARY, by=above)).state
            assert {"wrong-actor", "own-approval"} == codes(cycle, PlanApproved(on=JANUARY, by=KEPALA))

    def test_sides(self) -> None:
        own = opened(employee=KEPALA, superior=DINAS)
        assert (Side.EMPLOYEE,) == own.side_of(KEPALA)
        assert (Side.SUPERIOR, Side.OFFICE) == own.side_of(DINAS)
        assert (Side.SUPERIOR,) == opened().side_of(KEPALA)
        assert () == opened().side_of(BARU)
        assert opened().employee is GURU

    def test_a_teachers_indicator_is_not_a_heads(self) -> None:
        head = opened(employee=KEPALA, superior=DINAS)
        assert {"wrong-indicator"} == codes(head, submitted(by=KEPALA))

    def test_a_supervisor_is_held_against_the_indicators_of_teachers_in_any_period(self) -> None:
        """Our design, said by cycle.supervisors: no source names their indicators or their first period."""
        supervisor = opened(employee=PENGAWAS, superior=DINAS)
        assert supervisor.can(submitted(by=PENGAWAS))
        plan = attrs.evolve(PLAN, indicator=HEAD_INDICATORS[0])
        assert {"wrong-indicator"} == codes(supervisor, submitted(by=PENGAWAS, plan=plan))

    @pytest.mark.parametrize(
        ("employee", "superior", "expected", "certainty"),
        [
            (GURU, KEPALA, "cycle.superiors", Certainty.OFFICIAL),
            (KEPALA, DINAS, "cycle.superiors-of-heads", Certainty.SECONDARY),
            (KEPALA, PENGAWAS, "cycle.superiors-of-heads", Certainty.SECONDARY),
            (PENGAWAS, DINAS, "cycle.supervisors", Certainty.DESIGN),
        ],
    )
    def test_a_cycle_tells_who_says_whose_superior_is_whose(
        self, employee: Party, superior: Party, expected: str, certainty: Certainty
    ) -> None:
        rules = opened(employee=employee, superior=superior).rules
        above = [rule for rule in rules if "pmm_core.cycle.SUPERIORS" in rule.applies_to]
        assert [(expected, certainty)] == [(rule.key, rule.certainty) for rule in above]

    @pytest.mark.parametrize("role", OFFICE_ROLES)
    def test_somebody_of_the_office_does_not_act_for_it_in_their_own_cycle(self, role: Role) -> None:
        """A head who is seconded to the office must not name the own superior, nor close the own cycle."""
        me = Party(GURU.id, role)
        change = SuperiorChanged(on=JANUARY, by=me, superior=BARU, reason="mutasi")
        assert {"wrong-actor", "own-approval"} == codes(opened(), change)
        assert () == opened().side_of(me)
        assert () == opened().allowed(on=JANUARY, by=me)
        sent = concluded().apply(appraised()).apply(AppraisalSent(on=JUNE, by=KEPALA))
        assert {"wrong-actor", "own-approval"} == codes(sent, CycleClosed(on=JUNE, by=me))


class TestAChangeOfSuperior:
    """From the day of the change on the new one decides."""

    def test_in_the_middle_of_the_period(self) -> None:
        cycle = agreed().apply(prepared())
        cycle = cycle.apply(SuperiorChanged(on=date(2024, 3, 1), by=DINAS, superior=BARU, reason="mutasi"))
        assert (BARU, KEPALA) == (cycle.superior, cycle.frame.superior)
        assert {"wrong-actor"} == codes(cycle, held(by=KEPALA))
        assert Progress.OBSERVED is cycle.apply(held(by=BARU)).progress
        assert KEPALA == cycle.as_of(date(2024, 2, 29)).superior

    def test_what_a_new_superior_must_be(self) -> None:
        def change(superior: Party) -> SuperiorChanged:
            return SuperiorChanged(on=MARCH, by=DINAS, superior=superior, reason="mutasi")

        assert {"duplicate-event"} == codes(agreed(), change(KEPALA))
        assert {"wrong-superior"} == codes(agreed(), change(PENGAWAS))
        assert {"same-person"} == codes(agreed(), change(Party(GURU.id, Role.HEAD)))
        back = agreed().apply(change(BARU)).apply(change(KEPALA))
        assert KEPALA == back.superior


class TestTheSameEventTwice:
    """An equal event is refused as a slip right after the first; after another one it is judged like any event."""

    def test_in_a_row_it_is_a_slip_and_after_another_it_is_not(self) -> None:
        moved = ObservationRescheduled(on=MARCH, by=KEPALA, scheduled=date(2024, 3, 14), reason="sakit")
        upload = EvidenceAttached(on=MARCH, by=GURU, item=PRACTICE_ITEM, number=1, title="foto", dated=MARCH)
        once = agreed().apply(prepared()).apply(moved)
        assert {"duplicate-event"} == codes(once, moved)
        again = once.apply(upload).apply(moved)
        assert [moved, upload, moved] == list(again.events)[-3:]


class TestTheYearFrom2025:
    """One period a year, no points, no uploads, a reflection: the same engine, other rows."""

    def test_the_process_follows_from_the_period(self) -> None:
        assert (PROCESS_2024, PROCESS_2024, PROCESS_2025) == tuple(
            opened(period=period).process for period in (S1, S2, A1)
        )
        assert "2026-A1" == str(opened(period=Period.parse("2026-A1")).period)

    def test_no_uploads(self) -> None:
        cycle = agreed(opened(period=A1), on=date(2025, 1, 11))
        day = date(2025, 3, 7)
        upload = EvidenceAttached(on=day, by=GURU, item=PRACTICE_ITEM, number=1, title="foto", dated=day)
        (refusal,) = cycle.refusals(upload)
        assert "not-in-scheme" == refusal.code
        assert "preparation-discussed" in refusal.possible
        assert EventKind.EVIDENCE_ATTACHED not in cycle.allowed(on=day, by=GURU)
        before = attrs.evolve(upload, on=date(2025, 1, 10))
        assert {"not-in-scheme", "before-last-event"} == codes(cycle, before)
        assert {"not-in-scheme"} == codes(opened(period=A1), upload)

    def test_a_reflection_is_required(self) -> None:
        cycle = agreed(opened(period=A1), on=date(2025, 1, 11))
        done = CompetenceCompleted(on=date(2025, 3, 7), by=GURU, item="k1", reflection=" ")
        assert {"missing-reflection"} == codes(cycle, done)
        assert cycle.can(attrs.evolve(done, reflection="belajar"))

    def test_the_windows_of_the_year(self) -> None:
        assert date(2025, 11, 13) == opened(period=A1).window(Phase.ASSESSMENT).start
        assert {"outside-window"} == codes(opened(period=A1), submitted(on=date(2025, 2, 1)))


class TestEveryOpenQuestionHasTwoReadings:
    """Doubts 7 to 11: the default, and the other that can be chosen."""

    def test_approval(self) -> None:
        only = PROCESS_2024.choosing(Policies(approval=ApprovalDays.PLANNING_ONLY))
        april = PlanApproved(on=date(2024, 4, 1), by=KEPALA)
        assert opened().apply(submitted()).can(april)
        assert {"outside-window"} == codes(opened(process=only).apply(submitted()), april)

    def test_a_plan_is_sent_back_as_long_as_it_can_be_submitted_again(self) -> None:
        cycle = opened().apply(submitted())
        last, late = (
            RevisionRequested(on=day, by=KEPALA, reason="poin") for day in (date(2024, 3, 31), date(2024, 4, 1))
        )
        assert cycle.apply(last).can(submitted(on=date(2024, 3, 31)))
        assert ({"outside-window"}, (EventKind.PLAN_APPROVED,)) == (
            codes(cycle, late),
            cycle.allowed(on=late.on, by=KEPALA),
        )

    def test_a_head_who_is_moved_after_the_period_leaves_no_cycle_behind(self) -> None:
        baru, july = Party("K-9", Role.HEAD), date(2024, 7, 1)
        moved = SuperiorChanged(on=july, by=DINAS, superior=baru, reason="mutasi")
        rated = concluded().apply(appraised())
        assert rated.apply(moved).can(AppraisalSent(on=july, by=baru))
        assert {"wrong-state"} == codes(rated.apply(AppraisalSent(on=july, by=KEPALA)), moved)

    def test_observation(self) -> None:
        strict = PROCESS_2024.choosing(Policies(observation=ObservationDays.AS_SCHEDULED))
        other_day = held(on=date(2024, 3, 8))
        assert agreed().apply(prepared()).can(other_day)
        cycle = agreed(opened(process=strict)).apply(prepared())
        (refusal,) = cycle.refusals(other_day)
        assert ("off-schedule", ("reschedule it",)) == (refusal.code, refusal.possible)
        assert cycle.can(held())
        assert EventKind.OBSERVATION_HELD not in cycle.allowed(on=date(2024, 3, 8), by=KEPALA)
        assert EventKind.OBSERVATION_HELD in cycle.allowed(on=MARCH, by=KEPALA)
        (step,) = [each for each in cycle.next_steps(on=other_day.on) if each.kind is EventKind.OBSERVATION_HELD]
        assert not step.open
        moved = ObservationRescheduled(on=other_day.on, by=KEPALA, scheduled=other_day.on, reason="sakit")
        assert cycle.apply(moved).can(other_day)
        assert {"wrong-stage"} == codes(agreed(opened(process=strict)), held())

    def test_appraisal(self) -> None:
        loose = PROCESS_2024.choosing(Policies(appraisal=AppraisalAfter.ANY_TIME))
        assert {"wrong-stage"} == codes(agreed(), appraised())
        cycle = agreed(opened(process=loose)).apply(appraised())
        assert (State.RATED, Progress.NOT_STARTED) == (cycle.state, cycle.progress)
        assert {"wrong-state"} == codes(cycle, prepared(on=JUNE, scheduled=JUNE))

    def test_runs(self) -> None:
        again = prepared(on=date(2024, 6, 11), scheduled=date(2024, 6, 12))
        assert {"wrong-stage"} == codes(concluded(), again)
        many = PROCESS_2024.choosing(Policies(runs=StageRuns.MANY))
        cycle = agreed(opened(process=many)).replay((*agreed().events, *RUN)).apply(again)
        assert (Progress.PREPARED, date(2024, 6, 12)) == (cycle.progress, cycle.scheduled)
        assert (Stage.PREPARATION,) == cycle.stages_done

    def test_a_reading_that_is_chosen_is_seen(self) -> None:
        assert "<Process 2024: 20 kinds of event, 16 situations>" == repr(PROCESS_2024)
        many = PROCESS_2024.choosing(Policies(runs=StageRuns.MANY, points=PointsBound.REQUIRED))
        assert "<Process 2024, many, required: 20 kinds of event, 16 situations>" == repr(many)
        assert many != PROCESS_2024


class TestAnotherCalendar:
    """A calendar of one's own moves the windows; what it lacks is refused when the cycle is opened."""

    def test_a_later_extension(self) -> None:
        plain = PeriodCalendar(CALENDAR.schemes)
        assert {"outside-window"} == codes(opened(calendar=plain), submitted(on=date(2024, 2, 1)))
        assert opened().can(submitted(on=date(2024, 2, 1)))
        assert opened(calendar=plain) != opened()

    def test_execution_until_may(self) -> None:
        """The other reading of one school's leaflet: windows beside each other count as one."""
        calendar = PeriodCalendar((SEMESTERS_2024_TO_MAY,))
        cycle = agreed(opened(calendar=calendar))
        assert {"outside-window", "schedule-outside-window"} == codes(
            cycle, prepared(on=date(2024, 6, 1), scheduled=date(2024, 6, 1))
        )
        (approval,) = cycle.frame.windows_of(PlanApproved)
        assert Window(date(2024, 1, 1), date(2024, 5, 31)) == approval

    def test_windows_with_days_between_them(self) -> None:
        scheme = CALENDAR.schemes[0]
        first = attrs.evolve(scheme.patterns[0], phases=scheme.patterns[0].phases)
        assert isinstance(first, PeriodPattern)
        rows = [
            attrs.evolve(row, within=(Phase.ASSESSMENT, Phase.PLANNING)) if row.event is PlanApproved else row
            for row in PROCESS_2024.rows
        ]
        process = attrs.evolve(PROCESS_2024, rows=tuple(rows))
        cycle = opened(process=process).apply(submitted())
        assert 2 == len(cycle.frame.windows_of(PlanApproved))
        (step,) = [each for each in cycle.next_steps(on=date(2024, 4, 15)) if each.kind is EventKind.PLAN_APPROVED]
        assert ("plan approved by the superior: from 2024-06-01 to 2024-06-30", False) == (str(step), step.open)
        (refusal,) = cycle.refusals(PlanApproved(on=date(2024, 4, 15), by=KEPALA))
        assert ("outside-window", ("2024-06-01..2024-06-30",)) == (refusal.code, refusal.possible)

    def test_a_period_without_a_phase(self) -> None:
        scheme = CALENDAR.schemes[0]
        first, second = scheme.patterns
        calendar = PeriodCalendar(
            (attrs.evolve(scheme, patterns=(attrs.evolve(first, phases=first.phases[1:]), second)),)
        )
        assert isinstance(calendar.schemes[0], PeriodScheme)
        with pytest.raises(RefusedError) as caught:
            opened(calendar=calendar)
        assert ("no-such-phase",) == caught.value.codes
