"""Strategies for cycles: every one is walked through the tables, so that it could have happened."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.calendar import CALENDAR, Period
from pmm_core.cycle import (
    EVENT_TYPES,
    PROCESSES,
    SUPERIORS,
    CycleEvent,
    Party,
    PerformanceCycle,
    Process,
    Side,
    State,
)
from pmm_core.people import Role
from pmm_core.testing._cycle_events import days_for, event_of, following_event, other_id
from pmm_core.testing._cycle_plans import parties, pick, processes, up_to
from pmm_core.testing._shared import check_known, check_member, check_size, check_strategies, days

_YEARS: Final = range(2024, 2027)
_EMPLOYEES: Final = tuple(role for role in Role if SUPERIORS[role])
_STRANGERS: Final = (Role.TRAINER, Role.AGENCY_STAFF)
_LONG: Final = 19  # one walk in twenty ends at any step
_ONWARD: Final = 3  # how many times likelier a step onward is than one that stays where it is

Refused = tuple[PerformanceCycle, CycleEvent, frozenset[str]]


def cycles(
    *,
    period: Period | None = None,
    process: Process | None = None,
    min_events: int = 0,
    max_events: int = 40,
) -> st.SearchStrategy[PerformanceCycle]:
    """Generate cycles that could have happened, from just opened to closed, of teachers, heads and supervisors.

    Every event follows from the tables: an exit is chosen, a day in its windows not before the last event, somebody
    whose turn it is, and a payload that passes the guards.

    Args:
        period: only of this period; of the years 2024 to 2026 where it is left out.
        process: only by these rules; the known ones under any reading where it is left out.
        min_events: at least so many events.
        max_events: at most so many events.

    Returns:
        A strategy for cycles; shrinks to one that was just opened.  Drawing from it raises ``InvalidArgument`` for an
        argument of the wrong kind, for a period and a process that do not belong together, and where the process has
        no walk of ``min_events``.

    >>> from hypothesis import find as simplest
    >>> simplest(cycles(), lambda cycle: True)
    <PerformanceCycle 2024-S1 draft/not-started: 0 events>
    >>> simplest(cycles(), lambda cycle: cycle.state is State.APPROVED)
    <PerformanceCycle 2024-S1 approved/not-started: 2 events>
    """
    return _cycles(period, process, min_events, max_events)


@st.composite
def _cycles(
    draw: st.DrawFn, period: Period | None, process: Process | None, min_events: int, max_events: int
) -> PerformanceCycle:
    check_size("events", min_events, max_events)
    cycle = draw(opened(period, process))
    # each step asks whether there is one, so that Hypothesis can leave one out in the middle when it shrinks
    while len(cycle.events) < max_events and (len(cycle.events) < min_events or up_to(draw, _LONG)):
        exits = exits_of(cycle, lasting=len(cycle.events) + 1 < min_events)
        if not exits:
            break
        cycle = cycle.apply(following_event(draw, cycle, pick(draw, exits)))
    if len(cycle.events) < min_events:
        raise InvalidArgument(f"a walk through the process {cycle.process.key} came to no {min_events} events")
    return cycle


@st.composite
def opened(draw: st.DrawFn, period: Period | None, process: Process | None) -> PerformanceCycle:
    """Generate cycles that were just opened."""
    check_member("period", period, Period)
    check_member("process", process, Process)
    marks = {known.mark for known in PROCESSES} if process is None else {process.mark}
    if period is None:
        found = [each for scheme in CALENDAR.schemes for year in _YEARS for each in scheme.periods(year)]
        fitting = [each for each in found if each.mark in marks]
        if not fitting:
            raise InvalidArgument(f"no period is known for the process {sorted(marks)}; give one")
        period = pick(draw, fitting)
    elif period.mark not in marks:
        raise InvalidArgument(f"the process is not for {period}")
    check_known(period)
    employee = draw(parties(role=pick(draw, _EMPLOYEES)))
    above = draw(parties(role=pick(draw, SUPERIORS[employee.role])))
    return PerformanceCycle.open(
        employee=employee,
        superior=Party(above.id + "x", above.role) if above.id == employee.id else above,
        period=period,
        process=draw(processes(period=period)) if process is None else process,
    )


@st.composite
def next_events(draw: st.DrawFn, cycle: PerformanceCycle) -> CycleEvent:
    """Generate what a cycle takes; `exits_of` must have something for it."""
    return following_event(draw, cycle, pick(draw, exits_of(cycle)))


def exits_of(cycle: PerformanceCycle, *, lasting: bool = False) -> tuple[type[CycleEvent], ...]:
    """What can follow, the steps onward more often; where a walk must last, only where it can go on for ever."""
    here, rows = (cycle.state, cycle.progress), cycle.process.valid
    leads = {kind: place for kind, row in rows.items() if (place := row.after(*here)) and days_for(cycle, kind)}
    if lasting:
        leads = {
            kind: place for kind, place in leads.items() if any(row.after(*place) == place for row in rows.values())
        }
    onward = [kind for kind, place in leads.items() if place != here and place[0] is not State.RETURNED]
    return (*onward * _ONWARD, *(kind for kind in leads if kind not in onward))


def cycle_histories(
    *,
    period: Period | None = None,
    process: Process | None = None,
    min_events: int = 0,
    max_events: int = 40,
) -> st.SearchStrategy[tuple[CycleEvent, ...]]:
    """Generate the events of cycles, in order; the arguments are those of `cycles`.

    Args:
        period: only of this period; of the years 2024 to 2026 where it is left out.
        process: only by these rules; the known ones under any reading where it is left out.
        min_events: at least so many events.
        max_events: at most so many events.

    Returns:
        A strategy for tuples of events; shrinks to none.

    >>> from hypothesis import find as simplest
    >>> simplest(cycle_histories(min_events=1), lambda events: True)[0].kind
    EventKind.PLAN_SUBMITTED
    """
    return _cycles(period, process, min_events, max_events).map(_events_of)


def _events_of(cycle: PerformanceCycle) -> tuple[CycleEvent, ...]:
    return tuple(cycle.events)


def refused_events(*, cycle: st.SearchStrategy[PerformanceCycle] | None = None) -> st.SearchStrategy[Refused]:
    """Generate cycles with an event that they must refuse, and codes that must be among the reasons.

    The event itself is valid; its order, actor or day is wrong, or it was recorded already.

    Args:
        cycle: where the cycles come from; `cycles` where it is left out.

    Returns:
        A strategy for triples of cycle, event and codes; drawing from it raises ``InvalidArgument`` for anything but a
        strategy of cycles.

    >>> from hypothesis import find as simplest
    >>> cycle, event, codes = simplest(refused_events(), lambda triple: True)
    >>> codes <= {refusal.code for refusal in cycle.refusals(event)}
    True
    """
    return _refused(cycle)


@st.composite
def _refused(draw: st.DrawFn, cycle: st.SearchStrategy[Any] | None) -> Refused:
    check_strategies(cycle=cycle)
    drawn: Any = draw(cycles() if cycle is None else cycle)
    if not isinstance(drawn, PerformanceCycle):
        raise InvalidArgument(f"cycle must be a strategy of cycles, not of {type(drawn).__name__}")
    event, codes = pick(draw, _FAULTS)(draw, drawn)
    return drawn, event, codes


Fault = tuple[CycleEvent, frozenset[str]]


def _by_a_stranger(draw: st.DrawFn, cycle: PerformanceCycle) -> Fault:
    by = Party(other_id(draw, cycle, "x"), pick(draw, _STRANGERS))
    kind = pick(draw, tuple(cycle.process.valid))
    return event_of(draw, kind, draw(days()), by), frozenset({"wrong-actor"})


def _on_their_own(draw: st.DrawFn, cycle: PerformanceCycle) -> Fault:
    """What others decide, recorded by the employee, also as somebody of the office."""
    kind = pick(draw, [kind for kind, row in cycle.process.valid.items() if Side.EMPLOYEE not in row.by])
    by = pick(draw, (cycle.employee, Party(cycle.employee.id, Role.OFFICE_HEAD)))
    return event_of(draw, kind, draw(days()), by), frozenset({"wrong-actor", "own-approval"})


def _out_of_order(draw: st.DrawFn, cycle: PerformanceCycle) -> Fault:
    here, rows = (cycle.state, cycle.progress), cycle.process.valid
    kind = pick(draw, [kind for kind in EVENT_TYPES if kind not in rows or not rows[kind].after(*here)])
    if kind not in rows:
        code = "not-in-scheme"
    elif cycle.state is State.CLOSED:
        code = "cycle-closed"
    else:
        code = "wrong-stage" if cycle.state in dict(rows[kind].states) else "wrong-state"
    by = pick(draw, (cycle.employee, cycle.superior))
    return event_of(draw, kind, draw(days()), by), frozenset({code})


def _outside_its_window(draw: st.DrawFn, cycle: PerformanceCycle) -> Fault:
    kind = pick(draw, [kind for kind, row in cycle.process.valid.items() if row.within])
    windows = cycle.frame.windows_of(kind)
    beyond = draw(st.integers(1, 400))
    day = pick(draw, (windows[0].start - timedelta(beyond), windows[-1].end + timedelta(beyond)))
    by = pick(draw, (cycle.employee, cycle.superior))
    return event_of(draw, kind, day, by), frozenset({"outside-window"})


def _before_the_last(draw: st.DrawFn, cycle: PerformanceCycle) -> Fault:
    """Before the day of the last event; where there is none, the event of somebody else."""
    last = cycle.events.last
    if last is None:
        return _by_a_stranger(draw, cycle)
    day = last.on - timedelta(draw(st.integers(1, 400)))
    kind = pick(draw, EVENT_TYPES)
    return event_of(draw, kind, day, last.by), frozenset({"before-last-event"})


def _once_more(draw: st.DrawFn, cycle: PerformanceCycle) -> Fault:
    """The last event again; where there is none, what does not follow."""
    last = cycle.events.last
    return _out_of_order(draw, cycle) if last is None else (last, frozenset({"duplicate-event"}))


_FAULTS: Final[tuple[Callable[[st.DrawFn, PerformanceCycle], Fault], ...]] = (
    _by_a_stranger,
    _on_their_own,
    _out_of_order,
    _outside_its_window,
    _before_the_last,
    _once_more,
)
