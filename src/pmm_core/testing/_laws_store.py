"""The laws of a store of events, as a function to be called on one's own."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any, Final, TypeVar

import attrs

from pmm_core.cycle import CycleEvent, PerformanceCycle

S = TypeVar("S")
_DAY: Final = timedelta(days=1)


def check_cycle_store(
    make_store: Callable[[], S],
    append: Callable[[S, CycleEvent, int], object],
    load: Callable[[S], Iterable[CycleEvent]],
    cycle: PerformanceCycle,
    *,
    reopen: Callable[[S], S] | None = None,
    close: Callable[[S], object] | None = None,
    conflict: type[Exception] | tuple[type[Exception], ...] = Exception,
) -> None:
    """Check that a store of events keeps what it is given (hukum penyimpanan siklus).

    The laws: a new store is empty; what was appended comes back, all of it and in order, after every single event and
    after the store was opened again; loading changes nothing; who appends must say how many events they have seen, and
    is turned away where there are more by now, so that of two writers at the same time neither loses an event; the
    cycle that is replayed from the store is the one that was recorded, today and as of each day.

    `CycleMachine` asks more of a whole service, with refused events in between; this asks a store alone, at once.

    Args:
        make_store: builds an empty store for one cycle.
        append: takes the store, an event, and how many events the writer has seen; raises where there are others.
        load: takes the store and gives back all events, in order.
        cycle: what is recorded, event by event; draw it from `cycles`.
        reopen: closes the store and opens it again; the same store goes on where it is left out.
        close: frees what a store holds; nothing where it is left out.
        conflict: what ``append`` raises when the writer has not seen all.

    Raises:
        AssertionError: with the first law that is broken.

    >>> def append(store, event, seen):
    ...     if seen != len(store):
    ...         raise RuntimeError("somebody else was faster")
    ...     store.append(event)
    >>> from hypothesis import find as simplest
    >>> from pmm_core.testing import cycles
    >>> cycle = simplest(cycles(min_events=2), lambda cycle: True)
    >>> check_cycle_store(list, append, tuple, cycle)
    >>> check_cycle_store(list, lambda store, event, seen: store.append(event), tuple, cycle)
    Traceback (most recent call last):
        ...
    AssertionError: two writers had seen 0 events, and both could append
    """
    store, other = make_store(), make_store()
    try:
        _check_empty(load(store))
        events = tuple(cycle.events)
        for seen, event in enumerate(events):
            append(store, event, seen)
            _check_same(tuple(load(store)), events[: seen + 1], "appended")
            _check_late_writer(append, store, event, seen, conflict)
            _check_same(tuple(load(store)), events[: seen + 1], "there before a writer was turned away")
        _check_empty(load(other))
        if reopen is not None:
            store = reopen(store)
            _check_same(tuple(load(store)), events, "there before it was opened again")
        _check_cycle(tuple(load(store)), cycle)
    finally:
        if close is not None:
            close(store)
            close(other)


def _check_empty(events: Iterable[CycleEvent]) -> None:
    assert not tuple(events), "a store that was just made holds events already"


def _check_same(found: tuple[CycleEvent, ...], expected: tuple[CycleEvent, ...], when: str) -> None:
    if found == expected:
        return
    assert len(found) == len(expected), f"{len(found)} events come back, and {len(expected)} were {when}"
    index = next(index for index, (one, other) in enumerate(zip(found, expected, strict=True)) if one != other)
    kinds = f"{_kind(found[index])} comes back, and {expected[index].kind.value} was {when}"
    if found[index] in expected:
        raise AssertionError(f"the order is lost: as event {index + 1} {kinds}")
    raise AssertionError(f"event {index + 1} has changed: {kinds}")


def _kind(event: Any) -> str:
    return event.kind.value if isinstance(event, CycleEvent) else f"a {type(event).__name__}"


def _check_late_writer(
    append: Callable[[S, CycleEvent, int], object],
    store: S,
    event: CycleEvent,
    seen: int,
    conflict: type[Exception] | tuple[type[Exception], ...],
) -> None:
    """Append what somebody else wrote who had seen as much; another event, lest it be taken for a repetition."""
    try:
        append(store, attrs.evolve(event, on=event.on + _DAY), seen)
    except conflict:
        return
    raise AssertionError(f"two writers had seen {seen} events, and both could append")


def _check_cycle(events: tuple[CycleEvent, ...], cycle: PerformanceCycle) -> None:
    again = cycle.replay(events)
    assert again == cycle, "the cycle of the stored events is another one"
    for day in sorted({event.on for event in events}):
        assert again.as_of(day) == cycle.as_of(day), f"as of {day} the cycle of the stored events is another one"
