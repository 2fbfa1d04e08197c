"""What the annotations of a class do not tell: fields that are named, left out or built again.

A process is known by its key, since rules are code; the readings that were chosen are data.  A cycle is built from its
events, one after the other, so that no document can tell a history that could not have happened.  Bundled regions are
shared: a million teachers of one kabupaten hold it once.
"""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import attrs

from pmm_core.calendar import CALENDAR
from pmm_core.codec._kinds import BASES
from pmm_core.codec._shapes import ChoiceShape, ListShape, NamedShape, ReferenceShape, Shape, TaggedShape
from pmm_core.cycle import PROCESSES, CycleEvent, Frame, PerformanceCycle, Policies, Process
from pmm_core.errors import InvalidValueError, Problem, Refusal, RefusedError, codes
from pmm_core.regions import Kabupaten, KabupatenCode, Province, ProvinceCode, kabupatens, provinces

_CODES: Final = tuple(code.text for code in codes())
_PROCESS_KEYS: Final = tuple(process.key for process in PROCESSES)
_KNOWN: Final = MappingProxyType({process.key: process for process in PROCESSES})

FIELDS: Final[Mapping[tuple[type[Any], str], Shape]] = MappingProxyType(
    {
        (Problem, "code"): ChoiceShape("code", _CODES, _CODES),
        (Refusal, "code"): ChoiceShape("code", _CODES, _CODES),
        (Process, "key"): ChoiceShape("process-key", _PROCESS_KEYS, _PROCESS_KEYS),
        (Frame, "calendar"): NamedShape(
            ChoiceShape("calendar", ("default",), (CALENDAR,)), ReferenceShape("period-calendar")
        ),
        (PerformanceCycle, "events"): ListShape(TaggedShape(BASES[CycleEvent])),
    }
)
"""Fields whose shape is not that of their type."""

LEFT_OUT: Final = frozenset({(Process, "mark"), (Process, "rows")})
"""Fields that follow from the others."""


def _check_process(process: Process) -> None:
    known = _KNOWN.get(process.key)
    if known is None or known.rows != process.rows or known.mark != process.mark:
        why = f"only the processes of the library can be written: {', '.join(_KNOWN)}"
        raise InvalidValueError("document", (Problem("process", "unknown-process", why),))


def _process(key: str, policies: Policies | None = None) -> Process:
    known = _KNOWN[key]
    return known if policies is None or policies == known.policies else known.choosing(policies)


def _cycle(frame: Frame, events: tuple[CycleEvent, ...] = ()) -> PerformanceCycle:
    cycle = PerformanceCycle(frame=frame)
    for index, event in enumerate(events):
        try:
            cycle = cycle.apply(event)
        except RefusedError as error:
            raise InvalidValueError("PerformanceCycle", _impossible(f"events[{index}]", error.refusals)) from None
    return cycle


def _impossible(path: str, refusals: tuple[Refusal, ...]) -> tuple[Problem, ...]:
    first = Problem(path, "impossible-history", "cannot follow the events before it")
    return (first, *(Problem(path, refusal.code, refusal.message) for refusal in refusals))


@cache
def _bundled() -> Mapping[KabupatenCode, Kabupaten]:
    return MappingProxyType({kabupaten.code: kabupaten for kabupaten in kabupatens()})


@cache
def _bundled_provinces() -> Mapping[ProvinceCode, Province]:
    return MappingProxyType({province.code: province for province in provinces()})


def _kabupaten(**fields: Any) -> Kabupaten:  # noqa: ANN401 -- fields of any kind
    known = _bundled().get(fields["code"])
    return known if known is not None and _same(known, fields) else Kabupaten(**fields)


def _province(**fields: Any) -> Province:  # noqa: ANN401 -- fields of any kind
    known = _bundled_provinces().get(fields["code"])
    return known if known is not None and _same(known, fields) else Province(**fields)


def _same(known: Kabupaten | Province, fields: Mapping[str, object]) -> bool:
    """Whether the fields are those of a bundled region, which then is shared and not built again."""
    return len(fields) == len(attrs.fields(type(known))) - 1 and all(
        getattr(known, name) == value for name, value in fields.items()
    )


CHECKS: Final[Mapping[type[Any], Callable[[Any], None]]] = MappingProxyType({Process: _check_process})
"""What must hold for a value to be written."""

BUILDERS: Final[Mapping[type[Any], Callable[..., Any]]] = MappingProxyType(
    {Process: _process, PerformanceCycle: _cycle, Kabupaten: _kabupaten, Province: _province}
)
"""How a value is built from its fields where its class does not do it."""
