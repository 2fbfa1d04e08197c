"""What a frame of a cycle answers about a kind of event, what a trail is made of, and what the drawings take."""

from datetime import date
from typing import Any

import pytest

from pmm_core import InvalidValueError, Party, Period, Role, WrongTypeError
from pmm_core.calendar import Window
from pmm_core.cycle import (
    PROCESS_2025,
    EvidenceAttached,
    Frame,
    PlanApproved,
    PlanSubmitted,
    Progress,
    State,
    Trail,
    mermaid,
)
from pmm_core.errors import Problem

ANNUAL = Frame(
    employee=Party("t-1", Role.TEACHER),
    superior=Party("h-1", Role.HEAD),
    period=Period.parse("2025-A1"),
    process=PROCESS_2025,
)
ON = date(2025, 1, 7)


def test_a_kind_of_event_has_the_windows_of_its_phases() -> None:
    assert (Window(date(2025, 1, 1), date(2025, 1, 31)),) == ANNUAL.windows_of(PlanSubmitted)


def test_a_kind_that_the_scheme_does_not_have_is_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        ANNUAL.windows_of(EvidenceAttached)
    assert (Problem("kind", "not-in-scheme", "must be an event of the process 2025"),) == caught.value.problems


def test_every_thing_in_a_trail_that_is_no_event_is_told() -> None:
    event, wrong = PlanApproved(by=ANNUAL.superior, on=ON), [7, None]
    things: Any = [wrong[0], event, wrong[1]]
    with pytest.raises(WrongTypeError) as caught:
        Trail.of(things)
    found = [(problem.path, problem.message) for problem in caught.value.problems]
    assert [
        ("events[0]", "must be an event of a cycle, not int"),
        ("events[2]", "must be an event of a cycle, not None"),
    ] == found


def test_a_trail_is_cut_where_it_is_asked_to_be() -> None:
    event = PlanApproved(by=ANNUAL.superior, on=ON)
    trail = Trail.of([event, event])
    assert [0, 1, 2, 2] == [len(trail.until(size)) for size in range(4)]


@pytest.mark.parametrize(
    "here", [(State.AGREED,), (Progress.PREPARED, State.AGREED), (State.AGREED, Progress.PREPARED, 1), State.AGREED]
)
def test_only_a_place_can_be_marked_in_a_drawing(here: Any) -> None:
    with pytest.raises(WrongTypeError) as caught:
        mermaid(PROCESS_2025, here=here)
    why = f"must be a pair of a State and a Progress, not {type(here).__name__}"
    assert (Problem("here", "wrong-type", why),) == caught.value.problems
