"""Cycles of one teacher that have come so far, on days of the first semester of 2024."""

from collections.abc import Callable
from datetime import date

import pytest

from pmm_core.appraisal import Rating
from pmm_core.calendar import CALENDAR, Period, PeriodCalendar
from pmm_core.cycle import (
    PROCESS_2024,
    TEACHER_INDICATORS,
    Appraised,
    AspectJudgement,
    CycleEvent,
    FinalNoteGiven,
    FocusRating,
    FollowUpAdvised,
    FollowUpDiscussed,
    FollowUpDone,
    FollowUpReflected,
    ObservationHeld,
    ObservationRescheduled,
    Party,
    PerformanceCycle,
    Plan,
    PlanAgreed,
    PlanApproved,
    PlanSubmitted,
    PracticeAspect,
    PreparationDiscussed,
    Process,
    RubricLevel,
)
from pmm_core.people import Role

Make = Callable[..., PerformanceCycle]
GURU, KEPALA = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
RATINGS = tuple(FocusRating(name, RubricLevel.EFFECTIVE) for name in "abc")
ASPECTS = tuple(AspectJudgement(aspect, Rating.ABOVE) for aspect in PracticeAspect)


def day(month: int, number: int) -> date:
    return date(2024, month, number)


EVENTS: tuple[CycleEvent, ...] = (
    PlanSubmitted(on=day(1, 11), by=GURU, plan=Plan(indicator=TEACHER_INDICATORS[1], competence=())),
    PlanApproved(on=day(1, 22), by=KEPALA),
    PlanAgreed(on=day(1, 23), by=GURU),
    PreparationDiscussed(on=day(2, 5), by=GURU, scheduled=day(3, 7), aim="aim"),
    ObservationRescheduled(on=day(3, 6), by=KEPALA, scheduled=day(3, 12), reason="rain"),
    ObservationHeld(on=day(3, 14), by=KEPALA, ratings=RATINGS),
    FollowUpDiscussed(on=day(3, 18), by=GURU, reflection="r", follow_up="f"),
    FollowUpAdvised(on=day(3, 19), by=KEPALA, note="n"),
    FollowUpDone(on=day(4, 22), by=GURU, effort="e"),
    FollowUpReflected(on=day(6, 3), by=GURU, reflection="r"),
    FinalNoteGiven(on=day(6, 10), by=KEPALA, note="n"),
    Appraised(on=day(6, 20), by=KEPALA, results=Rating.ABOVE, behaviour=Rating.ABOVE, aspects=ASPECTS),
)


@pytest.fixture
def make() -> Make:
    """Make a cycle with the first so many of the events."""

    def made(
        steps: int = 0,
        *,
        calendar: PeriodCalendar = CALENDAR,
        process: Process = PROCESS_2024,
        more: tuple[CycleEvent, ...] = (),
    ) -> PerformanceCycle:
        opened = PerformanceCycle.open(
            employee=GURU, superior=KEPALA, period=Period.parse("2024-S1"), process=process, calendar=calendar
        )
        return opened.replay((*EVENTS[:steps], *more))

    return made
