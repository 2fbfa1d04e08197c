"""Cycles that have come so far: the thirteen events that a cycle needs, on days of the first semester of 2024."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from pmm_core.appraisal import Rating
from pmm_core.calendar import CALENDAR, Period, PeriodCalendar
from pmm_core.cycle import (
    TEACHER_INDICATORS,
    AppraisalSent,
    Appraised,
    AspectJudgement,
    CycleClosed,
    CycleEvent,
    FinalNoteGiven,
    FocusRating,
    FollowUpAdvised,
    FollowUpDiscussed,
    FollowUpDone,
    FollowUpReflected,
    ObservationHeld,
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
KEPALA = Party("K-3", Role.HEAD)
PLAN = Plan(indicator=TEACHER_INDICATORS[1], competence=())


def events_of(guru: Party) -> list[CycleEvent]:
    ratings = tuple(FocusRating(name, RubricLevel.EFFECTIVE) for name in "abc")
    aspects = tuple(AspectJudgement(aspect, Rating.ABOVE) for aspect in PracticeAspect)

    def day(month: int, number: int) -> date:
        return date(2024, month, number)

    return [
        PlanSubmitted(on=day(1, 11), by=guru, plan=PLAN),
        PlanApproved(on=day(1, 22), by=KEPALA),
        PlanAgreed(on=day(1, 23), by=guru),
        PreparationDiscussed(on=day(2, 5), by=guru, scheduled=day(3, 7), aim="aim"),
        ObservationHeld(on=day(3, 7), by=KEPALA, ratings=ratings),
        FollowUpDiscussed(on=day(3, 14), by=guru, reflection="r", follow_up="f"),
        FollowUpAdvised(on=day(3, 18), by=KEPALA, note="n"),
        FollowUpDone(on=day(4, 22), by=guru, effort="e"),
        FollowUpReflected(on=day(6, 3), by=guru, reflection="r"),
        FinalNoteGiven(on=day(6, 10), by=KEPALA, note="n"),
        Appraised(on=day(6, 20), by=KEPALA, results=Rating.ABOVE, behaviour=Rating.ABOVE, aspects=aspects),
        AppraisalSent(on=day(6, 24), by=KEPALA),
        CycleClosed(on=day(6, 28), by=KEPALA),
    ]


@pytest.fixture
def make() -> Make:
    """Make the cycle of somebody with the first so many of the events."""

    def made(
        steps: int = 0,
        who: str = "G-1",
        *,
        period: str = "2024-S1",
        process: Process | None = None,
        calendar: PeriodCalendar = CALENDAR,
        more: tuple[Any, ...] = (),
    ) -> PerformanceCycle:
        guru = Party(who, Role.TEACHER)
        opened = PerformanceCycle.open(
            employee=guru, superior=KEPALA, period=Period.parse(period), process=process, calendar=calendar
        )
        return opened.replay((*events_of(guru)[:steps], *more))

    return made
