"""Strategies for events: any valid one, and those that can follow where a cycle stands."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from pmm_core.calendar import Window
from pmm_core.cycle import (
    EVENT_TYPES,
    PRACTICE_ITEM,
    SUPERIORS,
    AspectJudgement,
    Awareness,
    CycleEvent,
    EventKind,
    ExtraDuty,
    Guard,
    IndicatorFamily,
    ObservationRescheduled,
    Party,
    PerformanceCycle,
    PlanDrafted,
    PracticeAspect,
    Row,
    Side,
)
from pmm_core.people import Role
from pmm_core.testing._appraisal import ratings
from pmm_core.testing._cycle_plans import focus_ratings, parties, plans
from pmm_core.testing._shared import check_member, days, keys, labels

Payload = dict[str, st.SearchStrategy[Any]]
TYPES: Final[Mapping[EventKind, type[CycleEvent]]] = MappingProxyType({kind.kind: kind for kind in EVENT_TYPES})
_OFFICE: Final = (Role.OFFICE_HEAD, Role.OFFICE_SECRETARY, Role.OFFICE_STAFF)
_MOST_EVIDENCE: Final = 5
_SOON: Final = 10  # days within which the next step comes more often than not
_AWARE: Final = st.none() | st.sampled_from(Awareness)


def judgements() -> st.SearchStrategy[tuple[AspectJudgement, ...]]:
    """Generate how practice was judged: three aspects, each once, in any order."""
    return st.permutations(tuple(PracticeAspect)).flatmap(_judged)


def _judged(aspects: list[PracticeAspect]) -> st.SearchStrategy[tuple[AspectJudgement, ...]]:
    return st.tuples(*(st.builds(AspectJudgement, st.just(aspect), ratings()) for aspect in aspects))


def _note() -> st.SearchStrategy[str]:
    return st.just("") | labels()


# What each kind of event holds beside day and actor
_PAYLOADS: Final[Mapping[EventKind, Callable[[], Payload]]] = MappingProxyType(
    {
        EventKind.PLAN_DRAFTED: lambda: {"plan": plans()},
        EventKind.PLAN_SUBMITTED: lambda: {"plan": plans()},
        EventKind.REVISION_REQUESTED: lambda: {"reason": labels()},
        EventKind.PLAN_APPROVED: dict,
        EventKind.PLAN_AGREED: dict,
        EventKind.PREPARATION_DISCUSSED: lambda: {"scheduled": days(), "aim": labels()},
        EventKind.OBSERVATION_RESCHEDULED: lambda: {"scheduled": days(), "reason": labels()},
        EventKind.OBSERVATION_HELD: lambda: {"ratings": focus_ratings(), "recommendation": _note()},
        EventKind.FOLLOW_UP_DISCUSSED: lambda: {"reflection": labels(), "follow_up": labels(), "awareness": _AWARE},
        EventKind.FOLLOW_UP_ADVISED: lambda: {"note": labels()},
        EventKind.FOLLOW_UP_DONE: lambda: {"effort": labels()},
        EventKind.FOLLOW_UP_REFLECTED: lambda: {"reflection": labels(), "awareness": _AWARE},
        EventKind.FINAL_NOTE_GIVEN: lambda: {"note": labels()},
        EventKind.EVIDENCE_ATTACHED: lambda: {
            "item": st.just(PRACTICE_ITEM) | keys(),
            "number": st.integers(1, _MOST_EVIDENCE),
            "title": labels(),
            "dated": days(),
        },
        EventKind.COMPETENCE_COMPLETED: lambda: {"item": keys(), "reflection": _note()},
        EventKind.SUPERIOR_CHANGED: lambda: {"superior": parties(), "reason": labels()},
        EventKind.APPRAISED: lambda: {
            "results": ratings(),
            "behaviour": ratings(),
            "aspects": judgements(),
            "notes": _note(),
        },
        EventKind.APPRAISAL_SENT: dict,
        EventKind.EKINERJA_SYNCHRONISED: lambda: {"reference": labels()},
        EventKind.CYCLE_CLOSED: dict,
    }
)


def events(*, kind: EventKind | None = None) -> st.SearchStrategy[CycleEvent]:
    """Generate valid events of any kind, whether a cycle would take them or not.

    Args:
        kind: only this kind; any where it is left out.

    Returns:
        A strategy for events; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(events(kind=EventKind.PLAN_AGREED), lambda event: True)
    PlanAgreed(on=datetime.date(2020, 1, 1))
    """
    return _events(kind)


@st.composite
def _events(draw: st.DrawFn, kind: EventKind | None) -> CycleEvent:
    check_member("kind", kind, EventKind)
    chosen = draw(st.sampled_from(EventKind)) if kind is None else kind
    return draw(event_of(TYPES[chosen], draw(days()), draw(parties())))


@st.composite
def event_of(draw: st.DrawFn, kind: type[CycleEvent], on: date, by: Party, **given: Any) -> CycleEvent:
    """Generate an event of a kind, with a payload of any content but for what is given."""
    payload = {name: draw(strategy) for name, strategy in _PAYLOADS[kind.kind]().items() if name not in given}
    return kind(on=on, by=by, **payload, **given)


# -- what can follow


def days_for(cycle: PerformanceCycle, kind: type[CycleEvent]) -> tuple[Window, ...]:
    """On which days a kind of event that follows can be recorded; none where it cannot be any more."""
    row, last = cycle.process.valid[kind], cycle.events.last
    first = cycle.frame.span.start if last is None else last.on
    found = cycle.frame.windows[kind] or (Window(first, max(first, cycle.frame.span.end)),)
    ahead = [Window(max(first, window.start), window.end) for window in found if window.end >= first]
    if Guard.ON_SCHEDULE in row.guards and cycle.scheduled is not None:
        day = cycle.scheduled
        return (Window(day, day),) if any(day in window for window in ahead) else ()
    return () if Guard.OPEN_ITEM in row.guards and not open_items(cycle) else tuple(ahead)


def open_items(cycle: PerformanceCycle) -> tuple[str, ...]:
    """The keys of the competence items that are still to be completed."""
    items = () if cycle.plan is None else cycle.plan.competence
    return tuple(item.key for item in items if item.key not in cycle.completed)


@st.composite
def following_events(draw: st.DrawFn, cycle: PerformanceCycle, kind: type[CycleEvent]) -> CycleEvent:
    """Generate an event that a cycle takes; `days_for` must have a day for its kind."""
    row = cycle.process.valid[kind]
    on = draw(_days_in(days_for(cycle, kind)))
    by = draw(_acting(cycle, draw(st.sampled_from(row.by))))
    event = draw(event_of(kind, on, by, **draw(_fitting(cycle, row, on))))
    return _unlike(event) if event == cycle.events.last else event


@st.composite
def _days_in(draw: st.DrawFn, windows: tuple[Window, ...]) -> date:
    last = sum(window.days for window in windows) - 1
    number = draw(st.integers(0, min(last, _SOON)) | st.integers(0, last))
    for window in windows[:-1]:
        if number < window.days:
            return window.start + timedelta(number)
        number -= window.days
    return windows[-1].start + timedelta(number)


def _acting(cycle: PerformanceCycle, side: Side) -> st.SearchStrategy[Party]:
    if side is Side.OFFICE:
        return st.builds(Party, other_ids(cycle), st.sampled_from(_OFFICE))
    return st.just(cycle.employee if side is Side.EMPLOYEE else cycle.superior)


def other_ids(cycle: PerformanceCycle) -> st.SearchStrategy[str]:
    """Ids of anybody but the two of the cycle."""
    taken = (cycle.employee.id, cycle.superior.id)
    return keys().map(lambda key: key + "x" * (max(map(len, taken)) + 1) if key in taken else key)


@st.composite
def _fitting(draw: st.DrawFn, cycle: PerformanceCycle, row: Row, on: date) -> dict[str, Any]:
    """Those parts of a payload that guards look at, as they must be."""
    frame, kind = cycle.frame, row.event.kind
    if kind in (EventKind.PLAN_DRAFTED, EventKind.PLAN_SUBMITTED):
        family = IndicatorFamily.HEAD if cycle.employee.role is Role.HEAD else IndicatorFamily.TEACHER
        return {"plan": draw(plans(family=family, enough_points=Guard.ENOUGH_POINTS in row.guards))}
    if kind in (EventKind.PREPARATION_DISCUSSED, EventKind.OBSERVATION_RESCHEDULED):
        return {"scheduled": draw(st.dates(max(on, frame.execution.start), frame.execution.end))}
    if kind is EventKind.EVIDENCE_ATTACHED:
        item = draw(st.sampled_from((PRACTICE_ITEM,) if cycle.plan is None else cycle.plan.item_keys))
        dated = draw(st.dates(frame.span.start, min(on, frame.span.end)))
        return {"item": item, "number": (cycle.evidence_of(item) or 0) + 1, "dated": dated}
    if kind is EventKind.COMPETENCE_COMPLETED:
        reflection = labels() if Guard.REFLECTION in row.guards else _note()
        return {"item": draw(st.sampled_from(open_items(cycle))), "reflection": draw(reflection)}
    if kind is EventKind.SUPERIOR_CHANGED:
        roles = st.sampled_from(SUPERIORS[cycle.employee.role])
        return {"superior": draw(st.builds(Party, other_ids(cycle), roles))}
    return {}


def _unlike(event: CycleEvent) -> CycleEvent:
    """An event that tells something else than the one before it, of which it would be a repetition."""
    if isinstance(event, PlanDrafted):
        title = ExtraDuty("t0", "A")
        duties = event.plan.duties
        return attrs.evolve(
            event, plan=attrs.evolve(event.plan, duties=duties[1:] if title in duties else (title, *duties))
        )
    if isinstance(event, ObservationRescheduled):
        return attrs.evolve(event, reason=event.reason + "!")
    return event
