"""What every log of cycles here can do, whatever it writes to; the rest of a service stands on these three verbs."""

from datetime import date
from typing import Protocol

from pmm_core import PerformanceCycle
from pmm_core.cycle import CycleEvent, Frame


class ChangedMeanwhileError(Exception):
    """The log does not hold what the writer has read: load again, ask the cycle again."""


class NoSuchCycleError(LookupError):
    """No cycle was opened under this key."""


class CycleLog(Protocol):
    """Keeps the events of many cycles, and only adds to them."""

    def open(self, key: str, frame: Frame) -> None:
        """Keep what never changes in a cycle; its events come later.

        Raises:
            ChangedMeanwhileError: a cycle was opened under this key before.
        """
        ...

    def append(self, key: str, event: CycleEvent, *, expected: int) -> None:
        """Add an event to a cycle that has exactly the expected number of events.

        Raises:
            ChangedMeanwhileError: it has another number; nothing was added.
        """
        ...

    def load(self, key: str, *, as_of: date | None = None) -> PerformanceCycle:
        """Give back a cycle, as it stands or as it was at the end of a day.

        Raises:
            NoSuchCycleError: no cycle was opened under this key.
        """
        ...


def record(
    log: CycleLog, key: str, event: CycleEvent, *, expected: int | None = None, tries: int = 5
) -> PerformanceCycle:
    """Load a cycle, ask it, and add the event; once more from the start where somebody else was faster.

    Args:
        log: where the cycle is kept.
        key: which cycle.
        event: what happened.
        expected: how many events the cycle had when somebody decided on this one; any where it is left out.
        tries: how often to begin.

    Raises:
        RefusedError: the cycle does not take the event; the log is as it was.
        ChangedMeanwhileError: the cycle has another number of events, or somebody else was faster every time.
        NoSuchCycleError: no cycle was opened under this key.
    """
    while True:
        cycle = log.load(key)
        if expected not in {None, len(cycle.events)}:
            raise ChangedMeanwhileError
        after = cycle.apply(event)
        tries -= 1
        try:
            log.append(key, event, expected=len(cycle.events))
        except ChangedMeanwhileError:
            if not tries:
                raise
        else:
            return after
