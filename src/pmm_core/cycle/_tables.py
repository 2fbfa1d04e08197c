"""The tables: what may happen in a cycle, by whom, when, and where it leads.

Read a row as a sentence: this event, recorded by this side, within these windows, leads from these states to those and
from this progress to that, if its payload passes these guards.  Where a row names a choice, it holds under that reading
only and stands beside the row of the other reading.  The scheme of 2025 has rows of its own; no code asks for the year.
"""

from typing import Final

from pmm_core.calendar import Phase
from pmm_core.cycle import _events as event, _rules as rule
from pmm_core.cycle._policies import (
    AppraisalAfter,
    ApprovalDays,
    ObservationDays,
    PointsBound,
    StageRuns,
)
from pmm_core.cycle._process import Guard, Process, Row
from pmm_core.cycle._terms import Progress, Side, State

_EMPLOYEE: Final = (Side.EMPLOYEE,)
_SUPERIOR: Final = (Side.SUPERIOR,)
_PLANNING: Final = (Phase.PLANNING,)
_EXECUTION: Final = (Phase.EXECUTION,)
_ASSESSMENT: Final = (Phase.ASSESSMENT,)
_STAYS: Final = ((State.AGREED, State.AGREED),)
_DRAFTING: Final = ((State.DRAFT, State.DRAFT), (State.RETURNED, State.RETURNED))
_SUBMITTING: Final = ((State.DRAFT, State.SUBMITTED), (State.RETURNED, State.SUBMITTED))

# a plan is sent back only as long as it can be filed again, so that nothing ends there
_SENDING_BACK: Final = Row(
    event=event.RevisionRequested,
    by=_SUPERIOR,
    states=((State.SUBMITTED, State.RETURNED),),
    within=_PLANNING,
    rule=rule.REVISION,
)

# when a plan is approved and agreed: the extension of 2024 speaks of filing only
_APPROVAL: Final = tuple(
    Row(event=done, by=by, states=(move,), within=within, choice=choice, rule=rule.APPROVAL)
    for choice, within in (
        (ApprovalDays.WITH_EXECUTION, (Phase.PLANNING, Phase.EXECUTION)),
        (ApprovalDays.PLANNING_ONLY, _PLANNING),
    )
    for done, by, move in (
        (event.PlanApproved, _SUPERIOR, (State.SUBMITTED, State.APPROVED)),
        (event.PlanAgreed, _EMPLOYEE, (State.APPROVED, State.AGREED)),
    )
)

# stage 1: once a period, or again after the five stages
_PREPARATION: Final = tuple(
    Row(
        event=event.PreparationDiscussed,
        by=_EMPLOYEE,
        states=_STAYS,
        progress=moves,
        within=_EXECUTION,
        guards=(Guard.SCHEDULE_IN_WINDOW,),
        choice=choice,
        rule=rule.STAGES,
    )
    for choice, moves in (
        (StageRuns.ONE, ((Progress.NOT_STARTED, Progress.PREPARED),)),
        (StageRuns.MANY, ((Progress.NOT_STARTED, Progress.PREPARED), (Progress.CONCLUDED, Progress.PREPARED))),
    )
)

# stage 2: on any day of execution, or on the scheduled day only
_OBSERVATION: Final = tuple(
    Row(
        event=event.ObservationHeld,
        by=_SUPERIOR,
        states=_STAYS,
        progress=((Progress.PREPARED, Progress.OBSERVED),),
        within=_EXECUTION,
        guards=guards,
        choice=choice,
        rule=rule.OBSERVATION,
    )
    for choice, guards in (
        (ObservationDays.ANY_DAY, ()),
        (ObservationDays.AS_SCHEDULED, (Guard.ON_SCHEDULE,)),
    )
)
_RESCHEDULING: Final = Row(
    event=event.ObservationRescheduled,
    by=_SUPERIOR,
    states=_STAYS,
    progress=((Progress.PREPARED, Progress.PREPARED),),
    within=_EXECUTION,
    guards=(Guard.SCHEDULE_IN_WINDOW,),
    rule=rule.RESCHEDULING,
)

# stages 3 to 5, the third and the fifth concluded by the superior's note
_FOLLOW_UP: Final = tuple(
    Row(event=done, by=by, states=_STAYS, progress=(move,), within=_EXECUTION, rule=rule.STAGES)
    for done, by, move in (
        (event.FollowUpDiscussed, _EMPLOYEE, (Progress.OBSERVED, Progress.DISCUSSED)),
        (event.FollowUpAdvised, _SUPERIOR, (Progress.DISCUSSED, Progress.ADVISED)),
        (event.FollowUpDone, _EMPLOYEE, (Progress.ADVISED, Progress.FOLLOWED_UP)),
        (event.FollowUpReflected, _EMPLOYEE, (Progress.FOLLOWED_UP, Progress.REFLECTED)),
        (event.FinalNoteGiven, _SUPERIOR, (Progress.REFLECTED, Progress.CONCLUDED)),
    )
)

_SUPERIOR_CHANGE: Final = Row(
    event=event.SuperiorChanged,
    by=(Side.OFFICE,),
    states=tuple(
        (state, state)
        for state in (State.DRAFT, State.SUBMITTED, State.RETURNED, State.APPROVED, State.AGREED, State.RATED)
    ),
    guards=(Guard.FITTING_SUPERIOR,),
    rule=rule.SUPERIOR_CHANGE,
)

# the appraisal waits for the five stages, or does not
_APPRAISAL: Final = tuple(
    Row(
        event=event.Appraised,
        by=_SUPERIOR,
        states=((State.AGREED, State.RATED),),
        progress=tuple((progress, progress) for progress in progresses),
        within=_ASSESSMENT,
        choice=choice,
        rule=rule.APPRAISAL,
    )
    for choice, progresses in (
        (AppraisalAfter.ALL_STAGES, (Progress.CONCLUDED,)),
        (AppraisalAfter.ANY_TIME, tuple(Progress)),
    )
)
_CLOSING: Final = (
    Row(
        event=event.AppraisalSent,
        by=_SUPERIOR,
        states=((State.RATED, State.SENT),),
        rule=rule.SENDING,
    ),
    Row(
        event=event.EkinerjaSynchronised,
        by=(Side.OFFICE,),
        states=((State.SENT, State.SYNCHRONISED),),
        rule=rule.SYNCHRONISING,
    ),
    Row(
        event=event.CycleClosed,
        by=(Side.SUPERIOR, Side.OFFICE),
        states=((State.SENT, State.CLOSED), (State.SYNCHRONISED, State.CLOSED)),
        rule=rule.CLOSING,
    ),
)


def _drafting(*guards: Guard) -> Row:
    return Row(
        event=event.PlanDrafted,
        by=_EMPLOYEE,
        states=_DRAFTING,
        within=_PLANNING,
        guards=guards,
        rule=rule.PLANNING,
    )


def _submitting(choice: PointsBound | None, *guards: Guard) -> Row:
    return Row(
        event=event.PlanSubmitted,
        by=_EMPLOYEE,
        states=_SUBMITTING,
        within=_PLANNING,
        guards=guards,
        choice=choice,
        rule=rule.PLANNING,
    )


_COMMON: Final = (
    _SENDING_BACK,
    *_APPROVAL,
    *_PREPARATION,
    _RESCHEDULING,
    *_OBSERVATION,
    *_FOLLOW_UP,
    _SUPERIOR_CHANGE,
    *_APPRAISAL,
    *_CLOSING,
)

PROCESS_2024: Final = Process(
    key="2024",
    mark="S",
    rows=(
        _drafting(Guard.FITTING_INDICATOR),
        _submitting(PointsBound.ADVISED, Guard.FITTING_INDICATOR),
        _submitting(PointsBound.REQUIRED, Guard.FITTING_INDICATOR, Guard.ENOUGH_POINTS),
        *_COMMON,
        Row(
            event=event.EvidenceAttached,
            by=_EMPLOYEE,
            states=_STAYS,
            within=_EXECUTION,
            guards=(Guard.KNOWN_ITEM, Guard.NEXT_NUMBER, Guard.DATED_IN_PERIOD),
            rule=rule.EVIDENCE,
        ),
        Row(
            event=event.CompetenceCompleted,
            by=_EMPLOYEE,
            states=_STAYS,
            within=_EXECUTION,
            guards=(Guard.OPEN_ITEM,),
            rule=rule.COMPETENCE,
        ),
    ),
)
"""Two semesters a year, points for competence, evidence uploaded."""

PROCESS_2025: Final = Process(
    key="2025",
    mark="A",
    rows=(
        _drafting(Guard.FITTING_INDICATOR),
        _submitting(None, Guard.FITTING_INDICATOR),
        *_COMMON,
        Row(
            event=event.CompetenceCompleted,
            by=_EMPLOYEE,
            states=_STAYS,
            within=_EXECUTION,
            guards=(Guard.OPEN_ITEM, Guard.REFLECTION),
            rule=rule.ANNUAL,
        ),
    ),
)
"""One period a year, a reflection in place of points, no uploads."""

PROCESSES: Final = (PROCESS_2024, PROCESS_2025)
