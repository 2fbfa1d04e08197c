"""What is left to be done from every place of a process, worked out once for many cycles.

What is left is read off the compiled tables of the cycle's own process: a required event that does not lie behind the
cycle and that can still happen on some way from where it stands.  So what was overtaken is not left: where the
appraisal may come before the stages, they are not left for a cycle that was rated.  Whether a window is past does not
matter here.
"""

from collections.abc import Callable
from datetime import date
from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core.cycle import EVENT_TYPES, EventKind, Frame, PerformanceCycle, Side
from pmm_core.overview._milestones import DONE, REQUIRED_EVENTS, Place

_TYPES: Final = MappingProxyType({kind.kind: kind for kind in EVENT_TYPES})
_MOST: Final = 64  # far above the schemes and periods of one question; so that a stream cannot make it grow


@final
@attrs.frozen
class Step:
    """A required event that is left: what, by which side, until when, and whether it follows at once."""

    kind: EventKind
    by: tuple[Side, ...]
    deadline: date | None
    is_next: bool


Keep = Callable[[Step], bool]


@final
class Agenda:
    """What is left, for the cycles of one question; kept per process, calendar and period, and no longer than that.

    Args:
        keep: which of the steps are asked for.
    """

    __slots__ = ("_keep", "_known")

    def __init__(self, keep: Keep) -> None:
        self._keep = keep
        # by identity, since comparing tables and calendars would cost more than working the steps out; the frame that
        # is kept beside them keeps both alive, so that no other can take their place in memory
        self._known: dict[object, tuple[Frame, dict[Place, tuple[Step, ...]]]] = {}

    def left(self, cycle: PerformanceCycle) -> tuple[Step, ...]:
        """What is left in a cycle, in the order of a cycle."""
        frame, place = cycle.frame, cycle.place
        key = id(frame.process), id(frame.calendar), frame.period
        if key not in self._known:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[key] = frame, {}
        found = self._known[key][1]
        steps = found.get(place)
        if steps is None:
            steps = found[place] = tuple(filter(self._keep, steps_of(frame, place)))
        return steps


def steps_of(frame: Frame, place: Place) -> tuple[Step, ...]:
    """What is left from a place, in the order of a cycle."""
    here = next(each for each in frame.process.situations if each.place == place)
    onward = [here]
    for situation in onward:  # grows while it is read
        onward += [after for after in dict.fromkeys(situation.exits.values()) if after not in onward]
    ahead = {event for situation in onward for event in situation.exits}
    steps: list[Step] = []
    for kind in REQUIRED_EVENTS:
        event = _TYPES[kind]
        if kind not in DONE[place] and event in ahead:
            row = frame.process.valid[event]
            deadline = max((frame.phases[phase].end for phase in row.within), default=None)
            steps.append(Step(kind, row.by, deadline, event in here.exits))
    return tuple(steps)
