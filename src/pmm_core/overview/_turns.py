"""What brings an unfinished cycle further on a day, and what is left where nothing does.

Whether a window is open the cycle itself is asked, so that nothing is called possible that it would refuse.  Of what
the cycle needs next, the first that is open counts; where all of it is closed, what is open later; and where no window
comes again, the cycle can come further under another calendar only.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from pmm_core.cycle import EventKind, NextStep, PerformanceCycle
from pmm_core.overview._agenda import Step
from pmm_core.overview._milestones import REQUIRED_EVENTS, Milestone

Turn = tuple[str, EventKind]
Unfinished = tuple[str, tuple[EventKind, ...]]

FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "open_steps": "record {kind} in {n}",
        "later_steps": "wait for the window of {kind} in {n}",
        "past_steps": "extend the window of {kind} in {n}",
    }
)
"""For each field of an answer what is possible."""

ORDER: Final[Mapping[Milestone, int]] = MappingProxyType(
    {milestone: index for index, milestone in enumerate(Milestone)}
)
_WAYS: Final[Mapping[EventKind, tuple[EventKind, ...]]] = MappingProxyType(
    {EventKind.OBSERVATION_HELD: (EventKind.OBSERVATION_RESCHEDULED,)}
)
"""What opens a way to an event that waits for a day of its own."""


def turn_of(cycle: PerformanceCycle, left: Iterable[Step], on: date) -> tuple[str, EventKind]:
    """The field of an answer that a cycle belongs into on a day, and with which event."""
    asked = {step.kind: step for step in cycle.next_steps(on=on)}
    needed = [way for step in left for way in (step.kind, *_WAYS.get(step.kind, ())) if way in asked]
    ways = [asked[way] for way in needed] or list(asked.values())  # a way of its own that a table may have
    for path, fits in (("open_steps", _is_open), ("later_steps", _is_ahead)):
        for step in ways:
            if fits(step):
                return path, step.kind
    return "past_steps", ways[0].kind


def _is_open(step: NextStep) -> bool:
    return step.open


def _is_ahead(step: NextStep) -> bool:
    return not step.missed


def possible(turns: Mapping[str, tuple[Turn, ...]], unfinished: tuple[Unfinished, ...]) -> tuple[str, ...]:
    """What is possible on the day, the earliest in a cycle first; an earlier milestone where some can go no further."""
    found: list[str] = []
    for path, form in FORMS.items():
        numbers = Counter(kind for _, kind in turns[path])
        found += [form.format(kind=kind.value, n=numbers[kind]) for kind in EventKind if numbers[kind]]
    if turns["past_steps"]:
        firsts = [REQUIRED_EVENTS.get(needs[0], Milestone.PLAN_SUBMITTED) for _, needs in unfinished]
        reached = tuple(Milestone)[min(ORDER[each] for each in firsts) - 1]
        found.append(f"ask for an earlier milestone: {reached.value}")
    return tuple(found)


def by_id(row: Turn | Unfinished) -> tuple[str, list[str]]:
    """The order of rows: by the id, then by what is said of it."""
    who, kinds = row
    return who, [kind.value for kind in (kinds if isinstance(kinds, tuple) else (kinds,))]
