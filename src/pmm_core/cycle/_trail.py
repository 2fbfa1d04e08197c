"""The events of a cycle as an immutable row to which one can be added at the same cost however long it is."""

from collections.abc import Iterable, Iterator
from typing import Final, final

import attrs

from pmm_core._checks import Problems, items
from pmm_core.cycle._event import CycleEvent
from pmm_core.cycle._process import Printer


@final
@attrs.frozen(eq=False, repr=False)
class Trail:
    """Events in their order, sharing all but the last with the trail they came from.

    Build one with `Trail.of`.  It compares, counts and iterates as a tuple of the events does.

    Args:
        earlier: all events but the last; None for an empty trail.
        last: the last event; None for an empty trail.
        size: how many there are, one more than the earlier ones.

    Raises:
        InvalidValueError: ``empty`` where one of the two is left out, ``malformed`` for another size.
        WrongTypeError: for a field of the wrong kind.
    """

    earlier: "Trail | None" = None
    last: CycleEvent | None = None
    size: int = 0

    def __attrs_post_init__(self) -> None:
        earlier, last, size = self.earlier, self.last, self.size
        whole = type(size) is int and isinstance(last, CycleEvent)
        if whole and isinstance(earlier, Trail) and size == earlier.size + 1:
            return  # what every event of a cycle comes through
        problems = Problems("Trail")
        rest = problems.instance("earlier", earlier, (Trail, type(None)), "a Trail or None")
        ends = problems.instance("last", last, (CycleEvent, type(None)), "an event of a cycle or None")
        counted = problems.integer("size", size, minimum=None)
        if rest and ends and (earlier is None) is not (last is None):
            missing = "earlier" if earlier is None else "last"
            problems.add(missing, "empty", "must be given where the other is")
        elif rest and ends and counted and size != (0 if earlier is None else earlier.size + 1):
            problems.add("size", "malformed", "must be one more than the earlier events are, and 0 without events")
        problems.done()

    @classmethod
    def of(cls, events: "Iterable[CycleEvent] | Trail") -> "Trail":
        """A trail of these events.

        Args:
            events: in their order.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but events.

        >>> from datetime import date
        >>> from pmm_core.people import Role
        >>> guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
        >>> Trail.of([PlanApproved(on=date(2024, 1, 15), by=kepala), PlanAgreed(on=date(2024, 1, 16), by=guru)])
        <Trail of 2 events>
        """
        return _read("Trail", events)

    def then(self, event: CycleEvent) -> "Trail":
        """The trail with one event more.

        Args:
            event: what happened next; neither its kind nor its day is looked at, a cycle does that.

        Raises:
            InvalidValueError: ``empty`` for None.
            WrongTypeError: ``wrong-type`` for anything else that is no event.

        >>> from datetime import date
        >>> from pmm_core.people import Role
        >>> len(Trail().then(PlanAgreed(on=date(2024, 1, 16), by=Party("G-17", Role.TEACHER))))
        1
        """
        return Trail(self, event, self.size + 1)

    def until(self, size: int) -> "Trail":
        """The first so many events.

        Args:
            size: how many; all of them where there are no more.

        Raises:
            InvalidValueError: ``negative``.
            WrongTypeError: for anything but a whole number.

        >>> from datetime import date
        >>> from pmm_core.people import Role
        >>> guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
        >>> both = Trail.of([PlanApproved(on=date(2024, 1, 15), by=kepala), PlanAgreed(on=date(2024, 1, 16), by=guru)])
        >>> [str(event.on) for event in both.until(1)]
        ['2024-01-15']
        """
        problems = Problems("Trail")
        problems.integer("size", size)
        problems.done()
        trail: Trail = self
        while trail.size > size and trail.earlier is not None:
            trail = trail.earlier
        return trail

    def __iter__(self) -> Iterator[CycleEvent]:
        events: list[CycleEvent] = []
        trail: Trail | None = self
        while trail is not None and trail.last is not None:
            events.append(trail.last)
            trail = trail.earlier
        return reversed(events)

    def __len__(self) -> int:
        return self.size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Trail) and self.size == other.size and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<Trail of {self.size} events>"

    def _repr_pretty_(self, printer: Printer, _cycle: bool) -> None:  # noqa: FBT001 -- as IPython calls it
        # Hypothesis would print link within link
        printer.text("Trail.of(")
        printer.pretty(tuple(self))
        printer.text(")")

    def __reduce__(self) -> tuple[object, ...]:
        # as a row: link by link, a long trail would exhaust the stack of pickle and copy
        return Trail.of, (tuple(self),)


EMPTY: Final = Trail()


def trail_of(events: "Iterable[CycleEvent] | Trail") -> Trail:
    """A trail of these events; a cycle's constructor reads by it."""
    return _read("PerformanceCycle", events)


def _read(subject: str, events: "Iterable[CycleEvent] | Trail") -> Trail:
    if isinstance(events, Trail):
        return events
    problems = Problems(subject)
    trail = EMPTY
    for index, event in enumerate(items(problems, "events", events, "events")):
        if problems.instance(f"events[{index}]", event, CycleEvent, "an event of a cycle"):
            trail = trail.then(event)
    problems.done()
    return trail
