"""The guards that payloads are held against, each a named function of the table's `Guard`.

A guard gives its reason or nothing.  Where it can fail whatever the payload says, it also answers without one, so that
what is allowed on a day is told exactly.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from pmm_core.cycle._events import (
    CompetenceCompleted,
    EvidenceAttached,
    ObservationRescheduled,
    PlanDrafted,
    PlanSubmitted,
    PreparationDiscussed,
    SuperiorChanged,
)
from pmm_core.cycle._facts import Facts
from pmm_core.cycle._frame import Frame
from pmm_core.cycle._party import SUPERIORS
from pmm_core.cycle._plan import ADVISED_POINTS, IndicatorFamily
from pmm_core.cycle._process import Guard
from pmm_core.errors import Refusal
from pmm_core.people import Role

Check = Callable[[Frame, Facts, Any], Refusal | None]
Outlook = Callable[[Facts, date], Refusal | None]


def _fitting_indicator(frame: Frame, _: Facts, event: PlanDrafted | PlanSubmitted) -> Refusal | None:
    family = IndicatorFamily.HEAD if frame.employee.role is Role.HEAD else IndicatorFamily.TEACHER
    if event.plan.indicator.family is family:
        return None
    why = f"{event.plan.indicator.key} is no indicator of a {frame.employee.role.label_en}"
    return Refusal("wrong-indicator", why, (f"an indicator for {family.label_en}",))


def _enough_points(frame: Frame, _: Facts, event: PlanSubmitted) -> Refusal | None:
    short = event.plan.shortfall
    if not short or frame.employee.role is not Role.TEACHER:  # what is advised to others, no source tells
        return None
    why = f"the plan has {event.plan.points} points, {short} fewer than {ADVISED_POINTS[0]}"
    return Refusal("points-short", why, (f"competence items for {short} points more",))


def _schedule_in_window(frame: Frame, _: Facts, event: PreparationDiscussed | ObservationRescheduled) -> Refusal | None:
    if event.scheduled in frame.execution and event.scheduled >= event.on:
        return None
    first = max(event.on, frame.execution.start)
    possible = (f"a day in {first}..{frame.execution.end}",) if first <= frame.execution.end else ()
    past = event.scheduled in frame.execution
    why = f"{event.scheduled} is before {event.on}" if past else f"{event.scheduled} is outside {frame.execution}"
    return Refusal("schedule-outside-window", why, possible)


def _on_schedule(facts: Facts, on: date) -> Refusal | None:
    if facts.scheduled is None or on == facts.scheduled:
        return None
    return Refusal("off-schedule", f"the observation is set for {facts.scheduled}", ("reschedule it",))


def _on_scheduled_day(_: Frame, facts: Facts, event: Any) -> Refusal | None:  # noqa: ANN401 -- any event has a day
    return _on_schedule(facts, event.on)


def _known_item(_: Frame, facts: Facts, event: EvidenceAttached) -> Refusal | None:
    if facts.evidence_of(event.item) is not None:
        return None
    items = () if facts.plan is None else facts.plan.item_keys
    return Refusal("unknown-item", "the plan has no such item", items)


def _next_number(_: Frame, facts: Facts, event: EvidenceAttached) -> Refusal | None:
    known = facts.evidence_of(event.item)
    if known is None or event.number == known + 1:
        return None
    code = "duplicate-event" if event.number <= known else "evidence-number"
    why = f"evidence {event.number} of the item does not follow {known}"
    return Refusal(code, why, (f"number {known + 1}",))


def _dated_in_period(frame: Frame, _: Facts, event: EvidenceAttached) -> Refusal | None:
    if event.dated not in frame.span:
        why = f"{event.dated} is outside the period, {frame.span}"
    elif event.dated > event.on:
        why = f"{event.dated} is after {event.on}, the day it was attached"
    else:
        return None
    last = min(event.on, frame.span.end)
    possible = (f"evidence dated in {frame.span.start}..{last}",) if frame.span.start <= last else ()
    return Refusal("evidence-outside-period", why, possible)


def _open_items(facts: Facts) -> tuple[str, ...]:
    items = () if facts.plan is None else facts.plan.competence
    return tuple(item.key for item in items if item.key not in facts.completed)


def _open_item(_: Frame, facts: Facts, event: CompetenceCompleted) -> Refusal | None:
    possible = _open_items(facts)
    if event.item in possible:
        return None
    if event.item in facts.completed:
        return Refusal("item-completed", "the item is completed already", possible)
    return Refusal("unknown-item", "the plan has no such competence item", possible)


def _any_open_item(facts: Facts, _: date) -> Refusal | None:
    if facts.plan is None or _open_items(facts):
        return None
    return Refusal("item-completed", "no competence item is open")


def _reflection(_: Frame, __: Facts, event: CompetenceCompleted) -> Refusal | None:
    if event.reflection.strip():
        return None
    return Refusal("missing-reflection", "this scheme asks for a reflection", ("a reflection",))


def _fitting_superior(frame: Frame, facts: Facts, event: SuperiorChanged) -> Refusal | None:
    employee, superior = frame.employee, event.superior
    if superior.id == employee.id:
        return Refusal("same-person", "nobody is their own superior", ("somebody else",))
    roles = SUPERIORS[employee.role]
    if superior.role not in roles:
        why = f"a {superior.role.label_en} is no superior of a {employee.role.label_en}"
        return Refusal("wrong-superior", why, tuple(role.label_en for role in roles))
    if superior == facts.superior:
        return Refusal("duplicate-event", "this is the superior already", ("somebody else",))
    return None


CHECKS: Final[Mapping[Guard, Check]] = MappingProxyType(
    {
        Guard.FITTING_INDICATOR: _fitting_indicator,
        Guard.ENOUGH_POINTS: _enough_points,
        Guard.SCHEDULE_IN_WINDOW: _schedule_in_window,
        Guard.ON_SCHEDULE: _on_scheduled_day,
        Guard.KNOWN_ITEM: _known_item,
        Guard.NEXT_NUMBER: _next_number,
        Guard.DATED_IN_PERIOD: _dated_in_period,
        Guard.OPEN_ITEM: _open_item,
        Guard.REFLECTION: _reflection,
        Guard.FITTING_SUPERIOR: _fitting_superior,
    }
)
"""What each guard asks of a payload."""

OUTLOOKS: Final[Mapping[Guard, Outlook]] = MappingProxyType(
    {Guard.ON_SCHEDULE: _on_schedule, Guard.OPEN_ITEM: _any_open_item}
)
"""What those guards ask that can fail whatever the payload says."""
