"""The tables of overview beside tables written by hand, and beside the tables of the cycle that they are about."""

import pytest

from pmm_core.cycle import (
    EVENT_TYPES,
    PROCESS_2024,
    PROCESS_2025,
    PROCESSES,
    AppraisalAfter,
    CycleClosed,
    EventKind,
    FollowUpDiscussed,
    Policies,
    Process,
    Progress,
    StageRuns,
    State,
)
from pmm_core.overview import PHASES, REACHED, REQUIRED_EVENTS, CyclePhase, Milestone, milestones_of
from pmm_core.overview._milestones import DONE
from pmm_core.overview._tally import STAGE_MILESTONES

# what lies behind each state, the stages apart; and how many stages lie behind each progress
BY_STATE = {
    "draft": "opened",
    "submitted": "opened plan-submitted",
    "returned": "opened",
    "approved": "opened plan-submitted plan-approved",
    "agreed": "opened plan-submitted plan-approved plan-agreed",
    "rated": "opened plan-submitted plan-approved plan-agreed rated",
    "sent": "opened plan-submitted plan-approved plan-agreed rated sent",
    "synchronised": "opened plan-submitted plan-approved plan-agreed rated sent",
    "closed": "opened plan-submitted plan-approved plan-agreed rated sent closed",
}
BY_PROGRESS = {
    "not-started": 0,
    "prepared": 1,
    "observed": 2,
    "discussed": 2,
    "advised": 3,
    "followed-up": 4,
    "reflected": 4,
    "concluded": 5,
}
STAGES = ["stage-1", "stage-2", "stage-3", "stage-4", "stage-5"]
BEFORE_THE_STAGES = {"draft", "submitted", "returned", "approved"}
PHASE_OF = {
    "draft": "planning",
    "submitted": "planning",
    "returned": "planning",
    "approved": "planning",
    "agreed": "execution",
    "rated": "assessment",
    "sent": "done",
    "synchronised": "done",
    "closed": "done",
}
REQUIRED = [
    *("plan-submitted", "plan-approved", "plan-agreed"),
    *("preparation-discussed", "observation-held", "follow-up-discussed", "follow-up-advised"),
    *("follow-up-done", "follow-up-reflected", "final-note-given"),
    *("appraised", "appraisal-sent", "cycle-closed"),
]
PLACES = [(state, progress) for state in State for progress in Progress]
OUTER = [Milestone(word) for word in BY_STATE["closed"].split()]
INNER = [Milestone.PLAN_AGREED, *map(Milestone, STAGES)]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place[0].value}/{place[1].value}")
def test_what_is_reached_at_a_place_is_what_a_hand_wrote(place: tuple[State, Progress]) -> None:
    state, progress = place
    stages = 0 if state.value in BEFORE_THE_STAGES else BY_PROGRESS[progress.value]
    assert {*BY_STATE[state.value].split(), *STAGES[:stages]} == {each.value for each in REACHED[place]}
    assert sorted(REACHED[place], key=tuple(Milestone).index) == list(REACHED[place])


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place[0].value}/{place[1].value}")
def test_the_phase_of_a_place_is_what_a_hand_wrote(place: tuple[State, Progress]) -> None:
    state, progress = place
    waits_for_the_appraisal = (state, progress) == (State.AGREED, Progress.CONCLUDED)
    assert ("assessment" if waits_for_the_appraisal else PHASE_OF[state.value]) == PHASES[place].value


def test_the_tables_are_total_and_reach_every_member() -> None:
    assert PLACES == list(REACHED) == list(PHASES) == list(DONE)
    assert set(Milestone) == {milestone for reached in REACHED.values() for milestone in reached}
    assert set(CyclePhase) == set(PHASES.values())


def test_along_each_line_nothing_is_skipped() -> None:
    for reached in REACHED.values():
        outer = [milestone for milestone in OUTER if milestone in reached]
        inner = [milestone for milestone in INNER if milestone in reached]
        assert outer == OUTER[: len(outer)]
        assert inner == INNER[: len(inner)]


def test_the_required_events_are_those_of_the_hand_and_lead_to_every_milestone_but_the_first() -> None:
    assert REQUIRED == [kind.value for kind in REQUIRED_EVENTS]
    assert list(dict.fromkeys(REQUIRED_EVENTS.values())) == [each for each in Milestone if each is not Milestone.OPENED]
    assert STAGES == [milestone.value for milestone in STAGE_MILESTONES]


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.key)
@pytest.mark.parametrize("appraisal", AppraisalAfter)
@pytest.mark.parametrize("runs", StageRuns)
def test_an_event_of_the_cycles_tables_reaches_what_it_should(
    process: Process, appraisal: AppraisalAfter, runs: StageRuns
) -> None:
    for situation in process.choosing(Policies(appraisal=appraisal, runs=runs)).situations:
        for event, after in situation.exits.items():
            gained = set(DONE[after.place]) - set(DONE[situation.place])
            lost = set(DONE[situation.place]) - set(DONE[after.place])
            if event.kind is EventKind.REVISION_REQUESTED:
                assert (set(), {EventKind.PLAN_SUBMITTED}) == (gained, lost)
            elif situation.progress is Progress.CONCLUDED and after.progress is Progress.PREPARED:
                assert (set(), 6) == (gained, len(lost))  # a second run, with its first stage behind
            else:
                assert ({event.kind} & set(REQUIRED_EVENTS), set()) == (gained, lost)


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.key)
def test_both_known_schemes_have_every_milestone(process: Process) -> None:
    assert tuple(Milestone) == milestones_of(process)


def test_a_scheme_of_ones_own_has_the_milestones_that_it_has_all_the_events_for() -> None:
    rows = tuple(row for row in PROCESS_2025.rows if row.event not in (FollowUpDiscussed, CycleClosed))
    short = Process(key="short", mark="A", rows=rows)
    assert {Milestone.STAGE_3, Milestone.CLOSED} == set(Milestone) - set(milestones_of(short))


def test_what_is_required_is_known_to_the_cycle() -> None:
    assert set(REQUIRED_EVENTS) <= {event.kind for event in EVENT_TYPES}
    assert {event.kind for event in PROCESS_2024.valid} >= set(REQUIRED_EVENTS)
