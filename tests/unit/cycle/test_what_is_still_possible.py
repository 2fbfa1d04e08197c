"""What a refusal calls possible is so on the day, and tables of one's own are checked before anything asks them."""

from datetime import date
from typing import Any, cast

import attrs
import pytest

from pmm_core.calendar import Period
from pmm_core.cycle import (
    PROCESS_2024,
    PROCESS_2025,
    TEACHER_INDICATORS,
    CycleEvent,
    EvidenceAttached,
    Frame,
    Guard,
    ObservationHeld,
    Party,
    PerformanceCycle,
    Plan,
    PlanAgreed,
    PlanSubmitted,
    Policies,
    Process,
    Row,
)
from pmm_core.errors import InvalidValueError, Problem, WrongTypeError
from pmm_core.people import Role

GURU, KEPALA = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
PLAN = Plan(indicator=TEACHER_INDICATORS[0], competence=())
FRAME = Frame(employee=GURU, superior=KEPALA, period=Period.parse("2024-S1"), process=PROCESS_2024)
SUBMITTED = PROCESS_2024.valid[PlanSubmitted]


def opened(period: str = "2024-S1") -> PerformanceCycle:
    return PerformanceCycle.open(employee=GURU, superior=KEPALA, period=Period.parse(period))


@pytest.mark.parametrize(
    ("day", "possible"),
    [
        (date(2024, 3, 31), ("plan-drafted", "plan-submitted", "superior-changed")),
        (date(2024, 4, 1), ("superior-changed",)),
        (date(2024, 7, 1), ("superior-changed",)),
    ],
)
def test_what_follows_is_named_as_long_as_its_window_is_not_over(day: date, possible: tuple[str, ...]) -> None:
    (refusal, *_) = opened().refusals(PlanAgreed(on=day, by=GURU))
    assert ("wrong-state", possible) == (refusal.code, refusal.possible)


def test_so_it_is_for_what_another_scheme_knows() -> None:
    upload = EvidenceAttached(
        on=date(2025, 2, 3), by=GURU, item="practice", number=1, title="foto", dated=date(2025, 2, 3)
    )
    (refusal,) = opened("2025-A1").refusals(upload)
    assert ("not-in-scheme", ("superior-changed",)) == (refusal.code, refusal.possible)
    (early,) = opened("2025-A1").refusals(attrs.evolve(upload, on=date(2025, 1, 31)))
    assert ("plan-drafted", "plan-submitted", "superior-changed") == early.possible


def test_a_step_is_missed_exactly_where_its_windows_are_over() -> None:
    cycle = opened()
    for day in (date(2023, 12, 31), date(2024, 3, 31), date(2024, 4, 1), date(2024, 7, 1)):
        for step in cycle.next_steps(on=day):
            kind = next(kind for kind in PROCESS_2024.valid if kind.kind is step.kind)
            assert step.missed is FRAME.is_over(kind, day)


@pytest.mark.parametrize("wrong", [None, "plan-submitted", 3])
def test_only_kinds_of_events_are_over(wrong: Any) -> None:
    with pytest.raises(WrongTypeError):
        FRAME.is_over(wrong, date(2024, 1, 1))
    with pytest.raises(WrongTypeError):
        FRAME.is_over(PlanSubmitted, wrong)


@pytest.mark.parametrize("process", [PROCESS_2024, PROCESS_2025, PROCESS_2024.choosing(Policies())])
def test_nobody_changes_what_follows_for_all_cycles(process: Process) -> None:
    for place in process.situations:
        with pytest.raises(AttributeError):
            cast("Any", place.exits).clear()
        with pytest.raises(TypeError):
            cast("Any", place.refusals)[PlanSubmitted] = None


@pytest.mark.parametrize(
    ("guards", "problems"),
    [
        (
            (Guard.KNOWN_ITEM, Guard.NEXT_NUMBER),
            (
                Problem("guards[0]", "malformed", "known-item asks for item, which plan-submitted does not have"),
                Problem("guards[1]", "malformed", "next-number asks for item, which plan-submitted does not have"),
                Problem("guards[1]", "malformed", "next-number asks for number, which plan-submitted does not have"),
            ),
        ),
        (
            (Guard.FITTING_INDICATOR, Guard.REFLECTION),
            (Problem("guards[1]", "malformed", "reflection asks for reflection, which plan-submitted does not have"),),
        ),
    ],
)
def test_a_guard_asks_for_what_the_event_holds(guards: tuple[Guard, ...], problems: tuple[Problem, ...]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(SUBMITTED, guards=guards)
    assert problems == caught.value.problems


def test_every_guard_fits_an_event_and_none_fits_all() -> None:
    for guard in Guard:
        fitting: list[type[CycleEvent]] = []
        for kind, row in PROCESS_2024.valid.items():
            try:
                attrs.evolve(row, guards=(guard,))
            except InvalidValueError:
                continue
            fitting.append(kind)
        assert fitting
        assert guard is Guard.ON_SCHEDULE or len(fitting) < len(PROCESS_2024.valid)


@pytest.mark.parametrize("event", [CycleEvent, int, None, "plan-submitted"])
def test_a_row_is_about_one_kind_of_event(event: Any) -> None:
    with pytest.raises(WrongTypeError) as caught:
        Row(event=event, by=SUBMITTED.by, states=SUBMITTED.states, guards=SUBMITTED.guards, rule=SUBMITTED.rule)
    assert (Problem("event", "wrong-type", "must be a kind of event"),) == caught.value.problems


def test_what_is_no_frame_and_no_rating_is_told_in_words() -> None:
    nothing, day = cast("Any", None), date(2024, 3, 7)
    with pytest.raises(WrongTypeError) as unframed:
        PerformanceCycle(frame=nothing)
    assert "invalid PerformanceCycle: frame: must be a Frame, not None [wrong-type]" == str(unframed.value)
    with pytest.raises(WrongTypeError) as unrated:
        ObservationHeld(on=day, by=KEPALA, ratings=(nothing, nothing, nothing))
    assert [
        Problem(f"ratings[{index}]", "wrong-type", "must be a FocusRating, not None") for index in range(3)
    ] == list(unrated.value.problems)
