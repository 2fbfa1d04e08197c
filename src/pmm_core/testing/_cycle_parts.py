"""Strategies for what a cycle shows of itself: its frame, trail and next steps, and the rows and moves of its table."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.calendar import Period
from pmm_core.cycle import (
    PROCESSES,
    ExtraDuty,
    Frame,
    Move,
    NextStep,
    PerformanceCycle,
    Process,
    Row,
    Trail,
    inner_moves,
    outer_moves,
)
from pmm_core.testing._cycle import cycles, opened
from pmm_core.testing._cycle_plans import pick
from pmm_core.testing._shared import check_member, check_strategies, days, keys, labels


def extra_duties() -> st.SearchStrategy[ExtraDuty]:
    """Generate extra duties (tugas tambahan).

    Returns:
        A strategy for duties.

    >>> from hypothesis import find as simplest
    >>> simplest(extra_duties(), lambda duty: True).title
    'A'
    """
    return st.builds(ExtraDuty, keys(), labels())


def frames(*, period: Period | None = None, process: Process | None = None) -> st.SearchStrategy[Frame]:
    """Generate what never changes in a cycle: who, when, and by which rules.

    Args:
        period: only of this period; of the years 2024 to 2026 where it is left out.
        process: only by these rules; the known ones under any reading where it is left out.

    Returns:
        A strategy for frames; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind, and for a
        period and a process that do not belong together.

    >>> from hypothesis import find as simplest
    >>> simplest(frames(), lambda frame: True)
    <Frame 2024-S1 by process 2024>
    """
    return opened(period, process).map(_frame_of)


def _frame_of(cycle: PerformanceCycle) -> Frame:
    return cycle.frame


def trails(*, min_events: int = 0, max_events: int = 40) -> st.SearchStrategy[Trail]:
    """Generate the events of cycles as a cycle keeps them.

    Args:
        min_events: at least so many events.
        max_events: at most so many events.

    Returns:
        A strategy for trails; shrinks to an empty one.  Drawing from it raises ``InvalidArgument`` as for `cycles`.

    >>> from hypothesis import find as simplest
    >>> simplest(trails(min_events=1), lambda trail: True)
    <Trail of 1 events>
    """
    return cycles(min_events=min_events, max_events=max_events).map(_trail_of)


def _trail_of(cycle: PerformanceCycle) -> Trail:
    return cycle.events


def next_steps(*, cycle: st.SearchStrategy[PerformanceCycle] | None = None) -> st.SearchStrategy[NextStep]:
    """Generate what can come next in cycles, seen from any day: open, still to come, and missed.

    Args:
        cycle: where the cycles come from; short ones of `cycles` where it is left out.  Of a cycle in which nothing
            comes any more, the steps are those at its beginning.

    Returns:
        A strategy for steps; drawing from it raises ``InvalidArgument`` for anything but a strategy of cycles.

    >>> from hypothesis import find as simplest
    >>> print(simplest(next_steps(), lambda step: step.window is not None and not step.open and not step.missed))
    plan drafted by the employee: from 2024-01-01 to 2024-03-31
    """
    return _next_steps(cycle)


@st.composite
def _next_steps(draw: st.DrawFn, cycle: st.SearchStrategy[Any] | None) -> NextStep:
    check_strategies(cycle=cycle)
    drawn: Any = draw(cycles(max_events=8) if cycle is None else cycle)
    if not isinstance(drawn, PerformanceCycle):
        raise InvalidArgument(f"cycle must be a strategy of cycles, not of {type(drawn).__name__}")
    day = draw(days())
    return pick(draw, drawn.next_steps(on=day) or drawn.replay(()).next_steps(on=day))


def process_rows(*, process: Process | None = None) -> st.SearchStrategy[Row]:
    """Generate what the tables say of single kinds of events, alternative readings included.

    Args:
        process: only of this process; of all known ones where it is left out.

    Returns:
        A strategy for rows; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(process_rows(), lambda row: row.choice is not None).event.kind
    EventKind.PLAN_SUBMITTED
    """
    return st.deferred(lambda: st.sampled_from([row for each in _among(process) for row in each.rows]))


def moves(*, process: Process | None = None) -> st.SearchStrategy[Move]:
    """Generate the arrows of the diagrams: between states, and between the five stages.

    Args:
        process: only of this process; of all known ones where it is left out.

    Returns:
        A strategy for moves; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(moves(), lambda move: True)
    Move(source='draft', target='submitted', event='plan-submitted')
    """
    return st.deferred(lambda: st.sampled_from(_all_moves(process)))


def _all_moves(process: Process | None) -> list[Move]:
    return [move for each in _among(process) for draws in (outer_moves, inner_moves) for move in draws(each)]


def _among(process: Process | None) -> tuple[Process, ...]:
    check_member("process", process, Process)
    return PROCESSES if process is None else (process,)
