"""Strategies for events: any valid one, and those that can follow where a cycle stands."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import permutations
from types import MappingProxyType
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from pmm_core.appraisal import Rating
from pmm_core.calendar import Window
from pmm_core.cycle import (
    EVENT_TYPES,
    OFFICE_ROLES,
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
from pmm_core.testing._cycle_plans import focus_ratings, parties, pick, plan_of, plans, text, up_to
from pmm_core.testing._shared import check_member, days, keys

Payload = dict[str, st.SearchStrategy[Any]]
TYPES: Final[Mapping[EventKind, type[CycleEvent]]] = MappingProxyType({kind.kind: kind for kind in EVENT_TYPES})
_MOST_EVIDENCE: Final = 5
_SOON: Final = 6  # days within which the next step comes most of the time
_SELDOM: Final = 7  # one step in eight comes later


@st.composite
def _texts(draw: st.DrawFn) -> str:
    return text(draw)


@st.composite
def _notes(draw: st.DrawFn) -> str:
    return text(draw, or_none=True)


def aspect_judgements() -> st.SearchStrategy[tuple[AspectJudgement, ...]]:
    """Generate how one appraisal judges practice: three aspects, each once, in any order.

    Returns:
        A strategy for tuples of three judgements.

    >>> from hypothesis import find as simplest
    >>> [judgement.aspect.value for judgement in simplest(aspect_judgements(), lambda judgements: True)]
    ['reflection', 'learning', 'change']
    """
    return _judgements()


@st.composite
def _judgements(draw: st.DrawFn) -> tuple[AspectJudgement, ...]:
    aspects = pick(draw, tuple(permutations(PracticeAspect)))
    return tuple(AspectJudgement(aspect, pick(draw, tuple(Rating))) for aspect in aspects)


_TEXTS: Final = _texts()
_NOTES: Final = _notes()
_AWARE: Final = st.sampled_from((None, *Awareness))


# What each kind of event holds beside day and actor
_PAYLOADS: Final[Mapping[EventKind, Payload]] = MappingProxyType(
    {
        EventKind.PLAN_DRAFTED: {"plan": plans()},
        EventKind.PLAN_SUBMITTED: {"plan": plans()},
        EventKind.REVISION_REQUESTED: {"reason": _TEXTS},
        EventKind.PLAN_APPROVED: {},
        EventKind.PLAN_AGREED: {},
        EventKind.PREPARATION_DISCUSSED: {"scheduled": days(), "aim": _TEXTS},
        EventKind.OBSERVATION_RESCHEDULED: {"scheduled": days(), "reason": _TEXTS},
        EventKind.OBSERVATION_HELD: {"ratings": focus_ratings(), "recommendation": _NOTES},
        EventKind.FOLLOW_UP_DISCUSSED: {"reflection": _TEXTS, "follow_up": _TEXTS, "awareness": _AWARE},
        EventKind.FOLLOW_UP_ADVISED: {"note": _TEXTS},
        EventKind.FOLLOW_UP_DONE: {"effort": _TEXTS},
        EventKind.FOLLOW_UP_REFLECTED: {"reflection": _TEXTS, "awareness": _AWARE},
        EventKind.FINAL_NOTE_GIVEN: {"note": _TEXTS},
        EventKind.EVIDENCE_ATTACHED: {
            "item": st.just(PRACTICE_ITEM) | keys(),
            "number": st.integers(1, _MOST_EVIDENCE),
            "title": _TEXTS,
            "dated": days(),
        },
        EventKind.COMPETENCE_COMPLETED: {"item": keys(), "reflection": _NOTES},
        EventKind.SUPERIOR_CHANGED: {"superior": parties(), "reason": _TEXTS},
        EventKind.APPRAISED: {
            "results": ratings(),
            "behaviour": ratings(),
            "aspects": aspect_judgements(),
            "notes": _NOTES,
        },
        EventKind.APPRAISAL_SENT: {},
        EventKind.EKINERJA_SYNCHRONISED: {"reference": _TEXTS},
        EventKind.CYCLE_CLOSED: {},
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
    return event_of(draw, TYPES[chosen], draw(days()), draw(parties()))


def event_of(draw: st.DrawFn, kind: type[CycleEvent], on: date, by: Party, **given: Any) -> CycleEvent:
    """Draw an event of a kind, with a payload of any content but for what is given."""
    payload = {name: draw(strategy) for name, strategy in _PAYLOADS[kind.kind].items() if name not in given}
    return kind(on=on, by=by, **payload, **given)


# -- what can follow


def days_for(cycle: PerformanceCycle, kind: type[CycleEvent]) -> tuple[Window, ...]:
    """On which days a kind of event that follows can be recorded; none where it cannot be any more."""
    row, last = cycle.process.valid[kind], cycle.events.last
    first = cycle.frame.span.start if last is None else last.on
    found = cycle.frame.windows_of(kind) or (Window(first, max(first, cycle.frame.span.end)),)
    ahead = [Window(max(first, window.start), window.end) for window in found if window.end >= first]
    if Guard.ON_SCHEDULE in row.guards and cycle.scheduled is not None:
        day = cycle.scheduled
        return (Window(day, day),) if any(day in window for window in ahead) else ()
    return () if Guard.OPEN_ITEM in row.guards and not open_items(cycle) else tuple(ahead)


def open_items(cycle: PerformanceCycle) -> tuple[str, ...]:
    """The keys of the competence items that are still to be completed."""
    items = () if cycle.plan is None else cycle.plan.competence
    return tuple(item.key for item in items if item.key not in cycle.completed)


def following_event(draw: st.DrawFn, cycle: PerformanceCycle, kind: type[CycleEvent]) -> CycleEvent:
    """Draw an event that a cycle takes; `days_for` must have a day for its kind."""
    row = cycle.process.valid[kind]
    on = _day_in(draw, days_for(cycle, kind))
    by = _acting(draw, cycle, pick(draw, row.by))
    event = event_of(draw, kind, on, by, **_fitting(draw, cycle, row, on))
    return _unlike(event) if event == cycle.events.last else event


def _day_in(draw: st.DrawFn, windows: tuple[Window, ...]) -> date:
    """Draw a day, most of the time one of the next."""
    last = sum(window.days for window in windows) - 1
    number = up_to(draw, last if up_to(draw, _SELDOM) == _SELDOM else min(last, _SOON))
    for window in windows[:-1]:
        if number < window.days:
            return window.start + timedelta(number)
        number -= window.days
    return windows[-1].start + timedelta(number)


def _acting(draw: st.DrawFn, cycle: PerformanceCycle, side: Side) -> Party:
    if side is Side.OFFICE:
        return Party(other_id(draw, cycle, "d"), pick(draw, OFFICE_ROLES))
    return cycle.employee if side is Side.EMPLOYEE else cycle.superior


def other_id(draw: st.DrawFn, cycle: PerformanceCycle, prefix: str) -> str:
    """Draw the id of anybody but the two of the cycle."""
    taken = (cycle.employee.id, cycle.superior.id)
    return pick(draw, [key for key in (f"{prefix}{number}" for number in range(1, 5)) if key not in taken])


def _fitting(draw: st.DrawFn, cycle: PerformanceCycle, row: Row, on: date) -> dict[str, Any]:
    """Those parts of a payload that guards look at, as they must be."""
    frame, kind = cycle.frame, row.event.kind
    if kind in (EventKind.PLAN_DRAFTED, EventKind.PLAN_SUBMITTED):
        family = IndicatorFamily.HEAD if cycle.employee.role is Role.HEAD else IndicatorFamily.TEACHER
        asked = Guard.ENOUGH_POINTS in row.guards and cycle.employee.role is Role.TEACHER
        return {"plan": plan_of(draw, family, enough_points=asked)}
    if kind in (EventKind.PREPARATION_DISCUSSED, EventKind.OBSERVATION_RESCHEDULED):
        first = max(on, frame.execution.start)
        return {"scheduled": first + timedelta(up_to(draw, (frame.execution.end - first).days))}
    if kind is EventKind.EVIDENCE_ATTACHED:
        item = pick(draw, (PRACTICE_ITEM,) if cycle.plan is None else cycle.plan.item_keys)
        dated = frame.span.start + timedelta(up_to(draw, (min(on, frame.span.end) - frame.span.start).days))
        return {"item": item, "number": (cycle.evidence_of(item) or 0) + 1, "dated": dated}
    if kind is EventKind.COMPETENCE_COMPLETED:
        reflection = text(draw, or_none=Guard.REFLECTION not in row.guards)
        return {"item": pick(draw, open_items(cycle)), "reflection": reflection}
    if kind is EventKind.SUPERIOR_CHANGED:
        return {"superior": Party(other_id(draw, cycle, "k"), pick(draw, SUPERIORS[cycle.employee.role]))}
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
