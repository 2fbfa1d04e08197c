"""Many cycles at once: counting and reviewing them beside a plain Counter over what they say of themselves."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from timing import Plan as Timing, Row, compare

from pmm_core import Party, PerformanceCycle, Period, Plan, Rating, Role
from pmm_core.cycle import (
    TEACHER_INDICATORS,
    AppraisalSent,
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
    PlanAgreed,
    PlanApproved,
    PlanSubmitted,
    PracticeAspect,
    PreparationDiscussed,
    RubricLevel,
)
from pmm_core.overview import conflicts, count_cycles, late, review

SEMESTER = Period.parse("2024-S1")
HEAD = Party("K-3", Role.HEAD)
PLAN = Plan(indicator=TEACHER_INDICATORS[1], competence=())
RATINGS = tuple(FocusRating(name, RubricLevel.EFFECTIVE) for name in ("first", "second", "third"))
ASPECTS = tuple(AspectJudgement(aspect, Rating.ABOVE) for aspect in PracticeAspect)
MARCH, JULY, MANY = date(2024, 3, 15), date(2024, 7, 1), 2_000


def walk(guru: Party) -> list[CycleEvent]:
    """Return what a whole cycle needs, up to the appraisal that was sent."""
    june = date(2024, 6, 20)
    return [
        PlanSubmitted(on=date(2024, 1, 11), by=guru, plan=PLAN),
        PlanApproved(on=date(2024, 1, 22), by=HEAD),
        PlanAgreed(on=date(2024, 1, 23), by=guru),
        PreparationDiscussed(on=date(2024, 2, 5), by=guru, scheduled=date(2024, 3, 7), aim="calm beginnings"),
        ObservationHeld(on=date(2024, 3, 7), by=HEAD, ratings=RATINGS),
        FollowUpDiscussed(on=date(2024, 3, 14), by=guru, reflection="too short", follow_up="a round"),
        FollowUpAdvised(on=date(2024, 3, 18), by=HEAD, note="in two classes"),
        FollowUpDone(on=date(2024, 4, 22), by=guru, effort="in two classes"),
        FollowUpReflected(on=date(2024, 6, 3), by=guru, reflection="they remind each other"),
        FinalNoteGiven(on=date(2024, 6, 10), by=HEAD, note="show it"),
        Appraised(on=june, by=HEAD, results=Rating.ABOVE, behaviour=Rating.ABOVE, aspects=ASPECTS),
        AppraisalSent(on=june + timedelta(4), by=HEAD),
    ]


def cycles_of(number: int, steps: Callable[[int], int]) -> list[PerformanceCycle]:
    """Return the cycles of so many teachers, each with its own number of events."""
    found: list[PerformanceCycle] = []
    for index in range(number):
        guru = Party(f"G-{index}", Role.TEACHER)
        opened = PerformanceCycle.open(employee=guru, superior=HEAD, period=SEMESTER)
        found.append(opened.replay(walk(guru)[: steps(index)]))
    return found


def counted(cycles: list[PerformanceCycle]) -> Callable[[], Any]:
    """Return the plain loop: what a caller would write, without a day, groups, predicates or checks."""
    return lambda: Counter((cycle.state, cycle.progress) for cycle in cycles)


def rows(plan: Timing) -> list[Row]:
    """Measure all of it; the numbers are for one pass over two thousand cycles."""
    spread = cycles_of(MANY, lambda index: index % 13)
    usual = cycles_of(MANY, lambda index: 5 if index % 20 else 0)  # in March one in twenty has not begun
    ours = {(state, progress): number for state, progress, number in count_cycles(spread, on=JULY).places}
    if ours != counted(spread)():
        raise SystemExit("the two do not agree")
    school = {f"G-{index}": index % 40 for index in range(MANY)}
    note = f"{MANY:,} cycles a call; the peer checks nothing and knows no day"
    return [
        compare(
            "count_cycles()",
            {"ours": lambda: count_cycles(spread, on=JULY), "Counter": counted(spread)},
            plan,
            goal=2.0,
            stretch=1.2,
            note=note,
        ),
        compare(
            "count_cycles(by=), 40 groups",
            {
                "ours": lambda: count_cycles(spread, on=JULY, by=lambda cycle: school[cycle.employee.id]),
                "Counter": counted(spread),
            },
            plan,
            note="the peer makes no groups",
        ),
        compare(
            "count_cycles() of an earlier day",
            {"ours": lambda: count_cycles(spread, on=MARCH), "Counter": counted(spread)},
            plan,
            note="half of the cycles are worked out as they were",
        ),
        compare(
            "review(), one in twenty late",
            {"ours": lambda: review(usual, on=date(2024, 4, 3)), "Counter": counted(usual)},
            plan,
            goal=8.0,
            stretch=4.0,
            note="the peer finds nobody who is late",
        ),
        compare(
            "review(), nearly all late",
            {"ours": lambda: review(spread, on=JULY), "Counter": counted(spread)},
            plan,
            note="five or six steps late for each cycle, each a value of its own, sorted",
        ),
        compare(
            "late(), nearly all late",
            {"ours": lambda: sum(1 for _ in late(spread, on=JULY)), "Counter": counted(spread)},
            plan,
            note="each of some eleven thousand steps is a checked value",
        ),
        compare(
            "conflicts(), none",
            {"ours": lambda: conflicts(spread), "Counter": counted(spread)},
            plan,
            note="the peer compares nothing",
        ),
    ]
