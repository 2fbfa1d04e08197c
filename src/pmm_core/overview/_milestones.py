"""How far a cycle is: milestones, the events that lead to them, and the phase it stands in.

Theory.  A cycle is two machines (see `pmm_core.cycle`), so that milestones stand on two lines.  The outer line is
opened, plan submitted, approved and agreed, rated, sent, closed; the inner one branches off at the agreement and goes
through the five stages.  Along each line the numbers only narrow.  The lines meet again where the appraisal waits for
the stages; where it may come at any progress, a cycle can be rated that has not reached them.

A milestone is reached while a cycle stands at it or beyond, by the state and the progress alone.  So what has to be
done again is not reached: a plan that was sent back has to be submitted again, and a second run of the stages counts
from its own first stage.  Synchronising is no milestone, since a cycle can be closed without it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, final

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.cycle import EventKind, Process, Progress, State

Place = tuple[State, Progress]


@final
@labelled(
    OPENED=("dibuka", "opened"),
    PLAN_SUBMITTED=("RHK diajukan", "plan submitted"),
    PLAN_APPROVED=("RHK disetujui", "plan approved"),
    PLAN_AGREED=("RHK disepakati", "plan agreed"),
    STAGE_1=("tahap 1, Diskusi Persiapan", "stage 1, preparation talk"),
    STAGE_2=("tahap 2, Observasi Kinerja", "stage 2, observation of practice"),
    STAGE_3=("tahap 3, Diskusi Tindak Lanjut", "stage 3, follow-up talk"),
    STAGE_4=("tahap 4, Upaya Tindak Lanjut", "stage 4, follow-up effort"),
    STAGE_5=("tahap 5, Refleksi Tindak Lanjut", "stage 5, follow-up reflection"),
    RATED=("dinilai", "rated"),
    SENT=("penilaian dikirim", "appraisal sent"),
    CLOSED=("ditutup", "closed"),
)
class Milestone(Labelled):
    """What a cycle passes on its way (tonggak), in the order of a cycle.

    >>> [milestone.label_id for milestone in Milestone][:2]
    ['dibuka', 'RHK diajukan']
    """

    OPENED = "opened"
    PLAN_SUBMITTED = "plan-submitted"
    PLAN_APPROVED = "plan-approved"
    PLAN_AGREED = "plan-agreed"
    STAGE_1 = "stage-1"
    STAGE_2 = "stage-2"
    STAGE_3 = "stage-3"
    STAGE_4 = "stage-4"
    STAGE_5 = "stage-5"
    RATED = "rated"
    SENT = "sent"
    CLOSED = "closed"


@final
@labelled(
    PLANNING=("perencanaan", "planning"),
    EXECUTION=("pelaksanaan", "execution"),
    ASSESSMENT=("penilaian", "assessment"),
    DONE=("selesai", "done"),
)
class CyclePhase(Labelled):
    """Where a cycle stands, whatever the calendar says: a plan can still be in planning in June.

    After the five stages it stands in assessment, since only that is left; once the appraisal was sent, it is done.

    >>> CyclePhase("done").label_id
    'selesai'
    """

    PLANNING = "planning"
    EXECUTION = "execution"
    ASSESSMENT = "assessment"
    DONE = "done"


REQUIRED_EVENTS: Final[Mapping[EventKind, Milestone]] = MappingProxyType(
    {
        EventKind.PLAN_SUBMITTED: Milestone.PLAN_SUBMITTED,
        EventKind.PLAN_APPROVED: Milestone.PLAN_APPROVED,
        EventKind.PLAN_AGREED: Milestone.PLAN_AGREED,
        EventKind.PREPARATION_DISCUSSED: Milestone.STAGE_1,
        EventKind.OBSERVATION_HELD: Milestone.STAGE_2,
        EventKind.FOLLOW_UP_DISCUSSED: Milestone.STAGE_3,
        EventKind.FOLLOW_UP_ADVISED: Milestone.STAGE_3,
        EventKind.FOLLOW_UP_DONE: Milestone.STAGE_4,
        EventKind.FOLLOW_UP_REFLECTED: Milestone.STAGE_5,
        EventKind.FINAL_NOTE_GIVEN: Milestone.STAGE_5,
        EventKind.APPRAISED: Milestone.RATED,
        EventKind.APPRAISAL_SENT: Milestone.SENT,
        EventKind.CYCLE_CLOSED: Milestone.CLOSED,
    }
)
"""The events that a whole cycle needs, in their order, and the milestone that each leads to; others are optional."""

_REQUIRED: Final = tuple(REQUIRED_EVENTS)
_OF_THE_PLAN: Final = 3
_OF_THE_STAGES: Final = 7

# how many of the three events of the plan and of the three of the appraisal lie behind a state
_BEHIND: Final[Mapping[State, tuple[int, int]]] = MappingProxyType(
    {
        State.DRAFT: (0, 0),
        State.SUBMITTED: (1, 0),
        State.RETURNED: (0, 0),
        State.APPROVED: (2, 0),
        State.AGREED: (3, 0),
        State.RATED: (3, 1),
        State.SENT: (3, 2),
        State.SYNCHRONISED: (3, 2),
        State.CLOSED: (3, 3),
    }
)


def _done(state: State, progress: Progress) -> tuple[EventKind, ...]:
    """The required events that lie behind a place; the positions of progress count those of the stages."""
    plan, appraisal = _BEHIND[state]
    stages = tuple(Progress).index(progress) if plan == _OF_THE_PLAN else 0
    first = _OF_THE_PLAN + _OF_THE_STAGES
    return (
        *_REQUIRED[:plan],
        *_REQUIRED[_OF_THE_PLAN : _OF_THE_PLAN + stages],
        *_REQUIRED[first : first + appraisal],
    )


def _reached(done: tuple[EventKind, ...]) -> tuple[Milestone, ...]:
    """The milestones all of whose events are behind."""
    open_ones = {milestone for kind, milestone in REQUIRED_EVENTS.items() if kind not in done}
    return tuple(milestone for milestone in Milestone if milestone not in open_ones)


def _phase(state: State, progress: Progress) -> CyclePhase:
    plan, appraisal = _BEHIND[state]
    if plan < _OF_THE_PLAN:
        return CyclePhase.PLANNING
    if appraisal == 0:
        return CyclePhase.ASSESSMENT if progress is Progress.CONCLUDED else CyclePhase.EXECUTION
    return CyclePhase.ASSESSMENT if appraisal == 1 else CyclePhase.DONE


DONE: Final[Mapping[Place, tuple[EventKind, ...]]] = MappingProxyType(
    {(state, progress): _done(state, progress) for state in State for progress in Progress}
)
REACHED: Final[Mapping[Place, tuple[Milestone, ...]]] = MappingProxyType(
    {place: _reached(done) for place, done in DONE.items()}
)
"""The milestones that a cycle has reached, for every pair of state and progress."""

PHASES: Final[Mapping[Place, CyclePhase]] = MappingProxyType({place: _phase(*place) for place in DONE})
"""The phase that a cycle stands in, for every pair of state and progress."""


def milestones_of(process: Process) -> tuple[Milestone, ...]:
    """The milestones that cycles of a process can come to: opened, and those that it has all the events for.

    Args:
        process: the rules of a scheme, those of 2024 or of 2025 or your own.

    Returns:
        The milestones in their order.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a process.

    >>> from pmm_core.cycle import PROCESS_2025
    >>> len(milestones_of(PROCESS_2025))
    12
    """
    problems = Problems("milestones_of")
    problems.instance("process", process, Process, "a Process")
    problems.done()
    known = {event.kind for event in process.valid}
    lacking = {milestone for kind, milestone in REQUIRED_EVENTS.items() if kind not in known}
    return tuple(milestone for milestone in Milestone if milestone not in lacking)
