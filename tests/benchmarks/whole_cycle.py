"""One cycle of twenty events, made up, from the draft of the plan to the appraisal that was sent."""

from collections.abc import Callable
from datetime import date

from pmm_core import Party, PerformanceCycle, Period, Plan, Rating, Role
from pmm_core.cycle import (
    TEACHER_INDICATORS,
    AppraisalSent,
    Appraised,
    AspectJudgement,
    CompetenceCompleted,
    CompetenceItem,
    CompetenceKind,
    CycleEvent,
    EvidenceAttached,
    FinalNoteGiven,
    FocusRating,
    FollowUpAdvised,
    FollowUpDiscussed,
    FollowUpDone,
    FollowUpReflected,
    ObservationHeld,
    ObservationRescheduled,
    PlanAgreed,
    PlanApproved,
    PlanDrafted,
    PlanSubmitted,
    PracticeAspect,
    PreparationDiscussed,
    RevisionRequested,
    RubricLevel,
)

SEMESTER = Period.parse("2024-S1")
HEAD = Party("K-3", Role.HEAD)
PLAN = Plan(
    indicator=TEACHER_INDICATORS[1],
    competence=(
        CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 2),
        CompetenceItem("k2", CompetenceKind.PEER_OBSERVATION),
        CompetenceItem("k3", CompetenceKind.SHARING_PARTICIPANT, 2),
    ),
)
RATINGS = tuple(FocusRating(name, RubricLevel.EFFECTIVE) for name in ("first", "second", "third"))
ASPECTS = tuple(AspectJudgement(aspect, Rating.ABOVE) for aspect in PracticeAspect)


def days(count: int) -> Callable[[int, int], date]:
    """Return a giver of days that are made once."""
    known = {(month, day): date(2024, month, day) for month in range(1, 7) for day in range(1, count)}
    return lambda month, day: known[month, day]


ON = days(29)


def opened(guru: Party) -> PerformanceCycle:
    """Open a cycle of the first semester of 2024."""
    return PerformanceCycle.open(employee=guru, superior=HEAD, period=SEMESTER)


def twenty(guru: Party) -> list[CycleEvent]:
    """Return a whole cycle of twenty events, from the draft to the appraisal that was sent."""
    return [
        PlanDrafted(on=ON(1, 10), by=guru, plan=PLAN),
        PlanSubmitted(on=ON(1, 11), by=guru, plan=PLAN),
        RevisionRequested(on=ON(1, 15), by=HEAD, reason="say which class"),
        PlanSubmitted(on=ON(1, 17), by=guru, plan=PLAN),
        PlanApproved(on=ON(1, 22), by=HEAD),
        PlanAgreed(on=ON(1, 23), by=guru),
        PreparationDiscussed(on=ON(2, 1), by=guru, scheduled=ON(2, 27), aim="calm beginnings"),
        ObservationRescheduled(on=ON(2, 26), by=HEAD, scheduled=ON(3, 7), reason="a meeting"),
        ObservationHeld(on=ON(3, 7), by=HEAD, ratings=RATINGS),
        FollowUpDiscussed(on=ON(3, 14), by=guru, reflection="too short", follow_up="a round"),
        FollowUpAdvised(on=ON(3, 18), by=HEAD, note="in two classes"),
        EvidenceAttached(on=ON(4, 2), by=guru, item="k1", number=1, title="certificate", dated=ON(4, 1)),
        EvidenceAttached(on=ON(4, 2), by=guru, item="k1", number=2, title="certificate", dated=ON(4, 2)),
        CompetenceCompleted(on=ON(4, 2), by=guru, item="k1"),
        FollowUpDone(on=ON(4, 22), by=guru, effort="in two classes"),
        CompetenceCompleted(on=ON(5, 13), by=guru, item="k2"),
        FollowUpReflected(on=ON(6, 3), by=guru, reflection="they remind each other"),
        FinalNoteGiven(on=ON(6, 10), by=HEAD, note="show it"),
        Appraised(on=ON(6, 20), by=HEAD, results=Rating.ABOVE, behaviour=Rating.ABOVE, aspects=ASPECTS),
        AppraisalSent(on=ON(6, 24), by=HEAD),
    ]
