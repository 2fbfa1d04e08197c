"""What the fields of a row of a table may hold: members of one kind, or moves from one member to another."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, cast

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled
from pmm_core.cycle._event import CycleEvent
from pmm_core.cycle._kinds import EventKind

_ASKED_FOR: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "fitting-indicator": ("plan",),
        "enough-points": ("plan",),
        "schedule-in-window": ("scheduled",),
        "on-schedule": (),
        "known-item": ("item",),
        "next-number": ("item", "number"),
        "dated-in-period": ("dated",),
        "open-item": ("item",),
        "reflection": ("reflection",),
        "fitting-superior": ("superior",),
    }
)
"""Which fields of an event each guard looks at."""


def check_event(problems: Problems, event: Any) -> bool:  # noqa: ANN401 -- whatever a caller without a checker gives
    """Check that a row is about one kind of event."""
    if (
        isinstance(event, type)
        and issubclass(event, CycleEvent)
        and isinstance(getattr(event, "kind", None), EventKind)
    ):
        return True
    return problems.add("event", "wrong-type", "must be a kind of event")


def check_guards(problems: Problems, guards: Iterable[Labelled], event: type[CycleEvent]) -> None:
    """Check that an event holds what its guards look at."""
    held = attrs.fields_dict(event)
    for index, guard in enumerate(guards):
        for name in _ASKED_FOR[guard.value]:
            if name not in held:
                why = f"{guard.value} asks for {name}, which {event.kind.value} does not have"
                problems.add(f"guards[{index}]", "malformed", why)


def check_all(problems: Problems, path: str, values: tuple[object, ...], kind: type[Labelled]) -> None:
    """Check that a field holds members of one kind, each once."""
    sound = [problems.instance(path, value, kind, f"of kind {kind.__name__}") for value in values]
    if all(sound) and len(set(values)) != len(values):
        problems.add(path, "duplicate", "holds something twice")


def check_moves(problems: Problems, path: str, moves: tuple[object, ...], kind: type[Labelled]) -> None:
    """Check that a field holds moves, and one at most from each place."""
    pairs: list[tuple[object, ...]] = [cast("tuple[object, ...]", move) for move in moves if isinstance(move, tuple)]
    if [len(pair) for pair in pairs] != [2] * len(moves):
        problems.add(path, "wrong-type", "must be a tuple of pairs")
        return
    check_all(problems, path, tuple(old for old, _ in pairs), kind)
    for _, new in pairs:
        problems.instance(path, new, kind, f"of kind {kind.__name__}")
