"""Reading a log to its end: what is found, and where the cycle stands if every event is taken at its word."""

import copy
import pickle
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, cast

import attrs
import pytest

from pmm_core.calendar import Period
from pmm_core.cycle import (
    PROCESS_2024,
    PROCESS_2025,
    TEACHER_INDICATORS,
    Audit,
    CompetenceItem,
    CompetenceKind,
    CycleClosed,
    CycleEvent,
    EventKind,
    EvidenceAttached,
    Finding,
    FollowUpDone,
    Frame,
    Party,
    PerformanceCycle,
    Plan,
    PlanAgreed,
    PlanApproved,
    PlanSubmitted,
    PreparationDiscussed,
    Process,
    Progress,
    State,
    SuperiorChanged,
    audit,
)
from pmm_core.cycle._audit import everywhere, ways
from pmm_core.errors import InvalidValueError, Refusal, RefusedError, WrongTypeError
from pmm_core.people import Role

MARK = "R4HAS1A"
GURU, KEPALA, DINAS = Party(f"G-{MARK}", Role.TEACHER), Party("K-3", Role.HEAD), Party("D-1", Role.OFFICE_HEAD)
PLAN = Plan(indicator=TEACHER_INDICATORS[1], competence=(CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 4),))
FRAME = Frame(employee=GURU, superior=KEPALA, period=Period.parse("2024-S1"), process=PROCESS_2024)
SUBMITTED = PlanSubmitted(on=date(2024, 1, 11), by=GURU, plan=PLAN)
APPROVED = PlanApproved(on=date(2024, 1, 22), by=KEPALA)
AGREED = PlanAgreed(on=date(2024, 1, 23), by=GURU)
MARCH = date(2024, 3, 1)
PREPARED = PreparationDiscussed(on=date(2024, 2, 5), by=GURU, scheduled=date(2024, 2, 12), aim=MARK)
FINDING = Finding(
    number=1,
    event=EventKind.PLAN_AGREED,
    on=date(2024, 1, 23),
    state=State.DRAFT,
    progress=Progress.NOT_STARTED,
    refusals=(Refusal("wrong-state", "does not follow"),),
)


def codes(*events: CycleEvent, frame: Frame = FRAME) -> list[tuple[int, tuple[str, ...]]]:
    return [(finding.number, finding.codes) for finding in audit(frame, events).findings]


class TestWhatIsFound:
    def test_nothing_in_a_lawful_log(self) -> None:
        found = audit(FRAME, (SUBMITTED, APPROVED, AGREED, PREPARED))
        assert found.sound
        assert () == found.findings
        assert (State.AGREED, Progress.PREPARED) == (found.state, found.progress)

    def test_nothing_in_an_empty_log(self) -> None:
        assert (State.DRAFT, True) == (audit(FRAME, ()).state, audit(FRAME, ()).sound)

    def test_one_slip_is_one_finding(self) -> None:
        assert [(2, ("wrong-state",))] == codes(SUBMITTED, AGREED, PREPARED)

    def test_a_day_outside_its_windows_is_not_held_against_what_follows(self) -> None:
        late = attrs.evolve(APPROVED, on=date(2024, 12, 12))
        assert [(2, ("outside-window",))] == codes(SUBMITTED, late, AGREED, PREPARED)
        early = attrs.evolve(APPROVED, on=date(2023, 1, 22))
        assert [(2, ("outside-window", "before-last-event"))] == codes(SUBMITTED, early, AGREED)

    def test_what_follows_it_is_held_against_the_last_day_that_kept_its_windows(self) -> None:
        late, before = attrs.evolve(APPROVED, on=date(2024, 12, 12)), attrs.evolve(AGREED, on=date(2024, 1, 10))
        found = audit(FRAME, (SUBMITTED, late, before)).findings
        assert [("outside-window",), ("before-last-event",)] == [finding.codes for finding in found]
        assert ("2024-01-11 or later",) == found[1].refusals[0].possible
        assert [(1, ("outside-window",))] == codes(attrs.evolve(SUBMITTED, on=date(2024, 12, 12)), APPROVED)

    def test_a_day_within_its_windows_is_taken_at_its_word(self) -> None:
        late, early = attrs.evolve(APPROVED, on=date(2024, 5, 12)), attrs.evolve(APPROVED, on=date(2024, 1, 8))
        assert [(3, ("before-last-event",))] == codes(SUBMITTED, late, AGREED, PREPARED)
        assert [(2, ("before-last-event",))] == codes(SUBMITTED, early, AGREED, PREPARED)

    def test_what_is_told_twice_outside_its_windows_is_told_to_be_told_twice(self) -> None:
        late = attrs.evolve(SUBMITTED, on=date(2024, 12, 12))
        assert [(1, ("outside-window",)), (2, ("wrong-state", "outside-window", "duplicate-event"))] == codes(
            late, late
        )
        again = [(2, ("outside-window",)), (3, ("wrong-state",))]
        assert again == codes(SUBMITTED, attrs.evolve(APPROVED, on=date(2024, 12, 12)), SUBMITTED)

    @pytest.mark.parametrize(
        ("numbers", "expected"),
        [
            ((1, 2, 3, 2, 4, 5), [(7, "duplicate-event")]),
            ((1, 2, 3, 3, 4, 5), [(7, "duplicate-event")]),
            ((1, 2, 3, 1, 2, 3, 4), [(7, "duplicate-event"), (8, "duplicate-event"), (9, "duplicate-event")]),
            ((1, 2, 4, 5, 6), [(6, "evidence-number")]),
            ((1, 2, 4, 3, 4), [(6, "evidence-number"), (7, "duplicate-event")]),
            ((1, 2, 30, 4, 5), [(6, "evidence-number"), (7, "duplicate-event")]),
            ((1, 2, 30, 3, 4, 5), [(6, "evidence-number"), (7, "duplicate-event")]),
            ((1, 2, 30, 30, 3, 4), [(6, "evidence-number"), (7, "duplicate-event"), (8, "duplicate-event")]),
            ((1, 2, 4, 5, 3, 6), [(6, "evidence-number"), (8, "duplicate-event")]),
        ],
    )
    def test_a_number_of_evidence_is_held_against_what_the_item_has(
        self, numbers: tuple[int, ...], expected: list[tuple[int, str]]
    ) -> None:
        uploads = [
            EvidenceAttached(on=date(2024, 3, day), by=GURU, item="k1", number=number, title="-", dated=MARCH)
            for day, number in enumerate(numbers, 1)
        ]
        found = codes(SUBMITTED, APPROVED, AGREED, *uploads)
        assert [(number, (code,)) for number, code in expected] == found

    def test_what_would_have_had_to_come_between(self) -> None:
        found = audit(FRAME, (SUBMITTED, PREPARED)).findings
        assert (EventKind.PLAN_APPROVED, EventKind.PLAN_AGREED) == found[0].missing
        assert (State.SUBMITTED, Progress.NOT_STARTED) == (found[0].state, found[0].progress)

    def test_within_the_stages(self) -> None:
        done = FollowUpDone(on=date(2024, 3, 4), by=GURU, effort="kursus")
        found = audit(FRAME, (SUBMITTED, APPROVED, AGREED, PREPARED, done))
        assert ("wrong-stage",) == found.findings[0].codes
        assert (
            EventKind.OBSERVATION_HELD,
            EventKind.FOLLOW_UP_DISCUSSED,
            EventKind.FOLLOW_UP_ADVISED,
        ) == found.findings[0].missing
        assert Progress.FOLLOWED_UP is found.progress

    def test_an_axis_that_an_event_does_not_move_stays(self) -> None:
        found = audit(FRAME, (PREPARED,))
        assert (State.DRAFT, Progress.PREPARED) == (found.state, found.progress)

    def test_what_is_not_in_the_scheme_moves_nothing(self) -> None:
        frame = Frame(employee=GURU, superior=KEPALA, period=Period.parse("2025-A1"), process=PROCESS_2025)
        evidence = EvidenceAttached(
            on=date(2025, 3, 4), by=GURU, item="k1", number=1, title=MARK, dated=date(2025, 3, 4)
        )
        found = audit(frame, (evidence,))
        assert ("not-in-scheme",) == found.findings[0].codes
        assert (State.DRAFT, Progress.NOT_STARTED) == (found.state, found.progress)

    def test_a_wrong_actor_is_one_finding_only(self) -> None:
        assert [(2, ("wrong-actor", "own-approval"))] == codes(
            SUBMITTED, attrs.evolve(APPROVED, by=GURU), AGREED, PREPARED
        )

    def test_a_superior_who_should_not_have_been_named_acts_from_then_on(self) -> None:
        changed = SuperiorChanged(on=date(2024, 1, 12), by=KEPALA, superior=Party("K-4", Role.HEAD), reason="mutasi")
        assert [(2, ("wrong-actor",)), (3, ("wrong-actor",))] == codes(SUBMITTED, changed, APPROVED)
        assert [(2, ("wrong-actor",))] == codes(SUBMITTED, changed, attrs.evolve(APPROVED, by=Party("K-4", Role.HEAD)))

    def test_after_closing_every_event_is_found(self) -> None:
        closed = CycleClosed(on=date(2024, 1, 24), by=DINAS)
        again = attrs.evolve(SUBMITTED, on=date(2024, 1, 25))
        assert [(1, ("wrong-state",)), (2, ("cycle-closed",))] == codes(closed, again)
        assert () == audit(FRAME, (closed, again)).findings[1].missing

    def test_an_event_that_no_way_leads_to_misses_nothing(self) -> None:
        found = audit(FRAME, (SUBMITTED, APPROVED, AGREED, attrs.evolve(SUBMITTED, on=date(2024, 1, 24))))
        assert ("wrong-state",) == found.findings[0].codes
        assert () == found.findings[0].missing
        assert State.SUBMITTED is found.state

    def test_the_first_finding_is_what_a_cycle_refuses(self) -> None:
        events = (SUBMITTED, attrs.evolve(APPROVED, by=GURU), PREPARED)
        with pytest.raises(RefusedError) as refused:
            PerformanceCycle(frame=FRAME, events=events)
        assert refused.value.refusals == audit(FRAME, events).findings[0].refusals

    def test_a_row_with_two_targets_stays_where_it_cannot_be_told(self) -> None:
        rows = tuple(
            attrs.evolve(row, states=((State.SUBMITTED, State.APPROVED), (State.RETURNED, State.AGREED)))
            if row.event is PlanApproved
            else row
            for row in PROCESS_2024.rows
        )
        frame = attrs.evolve(FRAME, process=Process(key="own", mark="S", rows=rows))
        assert State.DRAFT is audit(frame, (APPROVED,)).state
        assert State.APPROVED is audit(frame, (SUBMITTED, APPROVED)).state


class TestTheGraph:
    def test_every_pair_of_state_and_progress_has_its_exits(self) -> None:
        places = everywhere(PROCESS_2024)
        assert 72 == len(places)
        for place, situation in places.items():
            exits = {kind for kind, row in PROCESS_2024.valid.items() if row.after(*place) is not None}
            assert exits == set(situation.exits)
            assert set(PROCESS_2024.valid) - exits == set(situation.refusals)

    def test_places_of_cycles_are_those_of_the_process(self) -> None:
        for situation in PROCESS_2024.situations:
            same = everywhere(PROCESS_2024)[situation.place]
            assert list(situation.exits) == list(same.exits)
            assert situation.refusals == same.refusals

    def test_ways_begin_where_an_event_can_follow_at_once(self) -> None:
        found = ways(PROCESS_2024, (State.DRAFT, Progress.NOT_STARTED))
        assert () == found[EventKind.PLAN_SUBMITTED]
        assert (EventKind.PLAN_SUBMITTED,) == found[EventKind.REVISION_REQUESTED]


class TestValues:
    def test_an_audit_survives_pickle_and_copy(self) -> None:
        found = audit(FRAME, [SUBMITTED, AGREED])
        for same in (pickle.loads(pickle.dumps(found)), copy.copy(found), copy.deepcopy(found), attrs.evolve(found)):  # noqa: S301 -- our own bytes
            assert found == same
            assert hash(found) == hash(same)
            assert found.findings == same.findings
        assert Audit(frame=FRAME, events=(SUBMITTED, AGREED)) == found
        assert attrs.evolve(found, events=(SUBMITTED,)).sound

    def test_a_finding_survives_pickle_and_copy(self) -> None:
        for same in (pickle.loads(pickle.dumps(FINDING)), copy.deepcopy(FINDING), attrs.evolve(FINDING)):  # noqa: S301 -- our own bytes
            assert FINDING == same
            assert hash(FINDING) == hash(same)

    def test_texts_tell_numbers_and_reasons_and_nobody(self) -> None:
        found = audit(FRAME, (SUBMITTED, AGREED, PREPARED))
        assert "<Audit 2024-S1: 3 events, 1 findings>" == repr(found)
        text = str(found)
        assert "log of 2024-S1 (process 2024): 3 events, agreed, in execution, prepared" == text.splitlines()[0]
        assert text.splitlines()[1].startswith("  no. 2, 2024-01-23, plan-agreed: ")
        assert text.splitlines()[1].endswith("; missing before it: plan-approved")
        assert MARK not in text + repr(found) + repr(found.findings) + str(FINDING)

    def test_an_audit_checks_what_it_is_given(self) -> None:
        calls: tuple[Callable[[], Audit], ...] = (
            lambda: Audit(frame=cast("Any", None), events=()),
            lambda: Audit(frame=FRAME, events=cast("Any", [])),
            lambda: Audit(frame=FRAME, events=cast("Any", (1,))),
            lambda: audit(FRAME, cast("Any", 5)),
            lambda: audit(FRAME, cast("Any", [None])),
        )
        for wrong in calls:
            with pytest.raises(WrongTypeError) as refused:
                wrong()
            assert ("wrong-type",) == refused.value.codes

    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("number", 0, "too-small"),
            ("number", True, "bool-for-int"),
            ("event", "plan-agreed", "wrong-type"),
            ("on", datetime(2024, 1, 1), "datetime-for-date"),  # noqa: DTZ001 -- what must be refused
            ("state", None, "wrong-type"),
            ("progress", State.DRAFT, "wrong-type"),
            ("refusals", (), "empty"),
            ("refusals", [], "wrong-type"),
            ("refusals", ("wrong-state",), "wrong-type"),
            ("missing", None, "wrong-type"),
            ("missing", ("plan-agreed",), "wrong-type"),
        ],
    )
    def test_a_finding_checks_its_fields(self, field: str, value: object, code: str) -> None:
        with pytest.raises((InvalidValueError, WrongTypeError)) as refused:
            attrs.evolve(FINDING, **{field: cast("Any", value)})
        assert (code,) == refused.value.codes
