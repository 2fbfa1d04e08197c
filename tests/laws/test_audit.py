"""The laws of audits: nothing is found in what could have happened, and one slip does not hide the next."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import example, given, settings, strategies as st

from pmm_core.calendar import Period
from pmm_core.codec import from_plain, to_plain
from pmm_core.cycle import (
    PROCESS_2024,
    PROCESSES,
    TEACHER_INDICATORS,
    Audit,
    EvidenceAttached,
    Frame,
    Party,
    PerformanceCycle,
    Plan,
    PlanAgreed,
    PlanApproved,
    PlanSubmitted,
    Process,
    audit,
)
from pmm_core.cycle._audit import word_of
from pmm_core.errors import RefusedError
from pmm_core.overview import REQUIRED_EVENTS
from pmm_core.people import Role
from pmm_core.testing import audits, cycles

GURU, KEPALA = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
FRAME = Frame(employee=GURU, superior=KEPALA, period=Period.parse("2024-S1"), process=PROCESS_2024)
BROKEN = audit(FRAME, (PlanAgreed(on=date(2024, 1, 11), by=KEPALA), PlanAgreed(on=date(2023, 1, 11), by=GURU)))
PLAN = Plan(indicator=TEACHER_INDICATORS[1], competence=())
AGREED = PerformanceCycle(
    frame=FRAME,
    events=(
        PlanSubmitted(on=date(2024, 1, 11), by=GURU, plan=PLAN),
        PlanApproved(on=date(2024, 1, 12), by=KEPALA),
        PlanAgreed(on=date(2024, 1, 13), by=GURU),
    ),
)
MARCH = date(2024, 3, 7)
SMALL = settings(max_examples=30)


def _long_cycles(process: Process) -> st.SearchStrategy[PerformanceCycle]:
    return cycles(process=process, min_events=2, max_events=20)


def _any_process() -> st.SearchStrategy[PerformanceCycle]:
    return st.sampled_from(PROCESSES).flatmap(_long_cycles)


class TestLawfulLogs:
    """An audit of the events of a cycle finds nothing, and stands where the cycle stands."""

    @given(cycles())
    @example(PerformanceCycle(frame=FRAME))
    @SMALL
    def test_nothing_is_found(self, cycle: PerformanceCycle) -> None:
        found = audit(cycle.frame, cycle.events)
        assert () == found.findings
        assert cycle.place == (found.state, found.progress)

    @given(audits(max_slips=0))
    @SMALL
    def test_what_is_sound_is_a_cycle(self, found: Audit) -> None:
        assert found.sound
        assert len(found.events) == len(PerformanceCycle(frame=found.frame, events=found.events).events)


class TestBrokenLogs:
    """The first finding is what a cycle refuses; what comes later never changes what was found before."""

    @given(audits())
    @example(BROKEN)
    @SMALL
    def test_the_first_finding_is_the_refusal(self, found: Audit) -> None:
        if found.sound:
            assert (found.state, found.progress) == PerformanceCycle(frame=found.frame, events=found.events).place
            return
        first = found.findings[0]
        with pytest.raises(RefusedError) as refused:
            PerformanceCycle(frame=found.frame, events=found.events)
        assert refused.value.refusals == first.refusals
        before = PerformanceCycle(frame=found.frame, events=found.events[: first.number - 1])
        assert before.place == (first.state, first.progress)

    @given(audits(), st.integers(0, 30))
    @example(BROKEN, 1)
    @SMALL
    def test_the_beginning_of_a_log_is_judged_alike(self, found: Audit, size: int) -> None:
        earlier = audit(found.frame, found.events[:size])
        assert tuple(each for each in found.findings if each.number <= size) == earlier.findings

    @given(audits())
    @example(BROKEN)
    @SMALL
    def test_the_end_is_where_the_words_of_the_events_lead(self, found: Audit) -> None:
        place = found.frame.process.start.place
        for event in found.events:
            place = word_of(found.frame.process, type(event), place)
        assert place == (found.state, found.progress)

    @given(st.sampled_from(PROCESSES).flatmap(_long_cycles), st.data())
    @settings(max_examples=25)
    def test_a_required_event_that_is_left_out_is_missed(self, cycle: PerformanceCycle, data: st.DataObject) -> None:
        events = tuple(cycle.events)
        required = [index for index, event in enumerate(events) if event.kind in REQUIRED_EVENTS]
        if len(required) > 1:
            at = data.draw(st.sampled_from(required[:-1]))
            assert not audit(cycle.frame, events[:at] + events[at + 1 :]).sound


class TestOneSlip:
    """A day outside its windows, and a number of evidence that is there already, are found once and nowhere else."""

    @given(_any_process(), st.integers(0, 19))
    @example(AGREED, 1)
    @SMALL
    def test_a_day_outside_its_windows(self, cycle: PerformanceCycle, at: int) -> None:
        events = list(cycle.events)
        dated = [index for index, event in enumerate(events) if cycle.frame.windows_of(type(event))]
        slipped = dated[at % len(dated)]
        for days in (400, -400):
            late = attrs.evolve(events[slipped], on=events[slipped].on + timedelta(days))
            found = audit(cycle.frame, [*events[:slipped], late, *events[slipped + 1 :]])
            assert [slipped + 1] == [finding.number for finding in found.findings]
            assert "outside-window" in found.findings[0].codes
            assert cycle.place == (found.state, found.progress)

    @given(st.integers(1, 5), st.integers(0, 4), st.integers(0, 5))
    @example(3, 1, 3)
    @SMALL
    def test_evidence_that_is_there_already(self, size: int, again: int, at: int) -> None:
        uploads = [
            EvidenceAttached(on=MARCH, by=GURU, item="practice", number=number, title="-", dated=MARCH)
            for number in range(1, size + 1)
        ]
        again %= size
        at = max(again + 1, min(at, size))
        found = audit(FRAME, [*AGREED.events, *uploads[:at], uploads[again], *uploads[at:]])
        assert [(len(AGREED.events) + at + 1, {"duplicate-event"})] == [
            (finding.number, set(finding.codes)) for finding in found.findings
        ]


class TestOnTheWire:
    """What was written is read again, and its findings with it."""

    @given(audits(max_events=10))
    @example(BROKEN)
    @settings(max_examples=15)
    def test_round_trip(self, found: Audit) -> None:
        known = {process.key: process for process in (PROCESS_2024,)}
        if known.get(found.frame.process.key) == found.frame.process:
            again = from_plain(to_plain(found), Audit)
            assert found == again
            assert found.findings == again.findings
        for finding in found.findings:
            assert finding == from_plain(to_plain(finding), type(finding))
