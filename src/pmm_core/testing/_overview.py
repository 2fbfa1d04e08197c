"""Strategies for many cycles at once: those of a number of people, in one period or in several."""

from typing import Final

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.calendar import Period
from pmm_core.cycle import Party, PerformanceCycle, Process
from pmm_core.testing._cycle import cycles
from pmm_core.testing._shared import check_member, check_size

_WALKS: Final = st.integers(0, 2)


def cycle_lists(
    *,
    period: Period | None = None,
    process: Process | None = None,
    mixed: bool = False,
    min_size: int = 0,
    max_size: int = 5,
    max_events: int = 20,
) -> st.SearchStrategy[list[PerformanceCycle]]:
    """Generate the cycles of a number of people, each of whom has one, and each cycle at any point of its way.

    Some of them go the same way for a while, so that a long list is drawn as fast as a short one.

    Args:
        period: all of this period; of one period of the years 2024 to 2026 where it is left out.
        process: all by these rules; by the known ones under any reading where it is left out.
        mixed: whether each cycle may be of a period of its own.
        min_size: at least so many cycles.
        max_size: at most so many cycles.
        max_events: at most so many events in a cycle.

    Returns:
        A strategy for lists; shrinks to none.  The ids of the employees are ``G-1``, ``G-2`` and so on.  Drawing from
        it raises ``InvalidArgument`` for an argument of the wrong kind, for a period beside *mixed*, and for a period
        and a process that do not belong together.

    >>> from hypothesis import find as simplest
    >>> simplest(cycle_lists(), lambda found: len(found) == 2)
    [<PerformanceCycle 2024-S1 draft/not-started: 0 events>, <PerformanceCycle 2024-S1 draft/not-started: 0 events>]
    """
    return _cycle_lists(period, process, mixed=mixed, size=(min_size, max_size), max_events=max_events)


@st.composite
def _cycle_lists(
    draw: st.DrawFn,
    period: Period | None,
    process: Process | None,
    *,
    mixed: bool,
    size: tuple[int, int],
    max_events: int,
) -> list[PerformanceCycle]:
    check_size("size", *size)
    check_size("events", 0, max_events)
    check_member("period", period, Period)
    check_member("process", process, Process)
    check_member("mixed", mixed, bool)
    if mixed and period is not None:
        raise InvalidArgument("cycles of one period are not mixed; leave one of the two out")
    # a few walks, and everybody somewhere on one of them: a walk is what takes long to draw
    where = st.tuples(_WALKS, st.integers(0, max_events))
    found = draw(st.lists(where, min_size=size[0], max_size=size[1]))
    walks: list[PerformanceCycle] = []
    for _ in range(1 + max((walk for walk, _ in found), default=-1)):
        walks.append(draw(cycles(period=period, process=process, max_events=max_events)))
        period = None if mixed else walks[0].period
    return [given_to(walks[walk], f"G-{number}", cut) for number, (walk, cut) in enumerate(found, 1)]


def given_to(cycle: PerformanceCycle, who: str, cut: int | None = None) -> PerformanceCycle:
    """The first events of the same cycle for another employee, who must be nobody else in it."""
    own, employee = cycle.employee, Party(who, cycle.employee.role)
    first = tuple(cycle.events)[:cut]
    events = [attrs.evolve(event, by=employee) if event.by == own else event for event in first]
    return PerformanceCycle(frame=attrs.evolve(cycle.frame, employee=employee), events=events)
