"""The one function that decides; everything else asks it."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from pmm_core._checks import Problems
from pmm_core.calendar import Window
from pmm_core.cycle._event import CycleEvent
from pmm_core.cycle._events import EVENT_TYPES
from pmm_core.cycle._facts import Facts
from pmm_core.cycle._frame import Frame
from pmm_core.cycle._guards import CHECKS, OUTLOOKS
from pmm_core.cycle._party import OFFICE_ROLES, Party
from pmm_core.cycle._process import CLOSED, Guard, Row, Situation, misplaced
from pmm_core.cycle._terms import Side, State
from pmm_core.errors import Refusal

_OWN: Final = Refusal("own-approval", "nobody decides on their own plan or performance")


def holds(side: Side, party: Party, frame: Frame, facts: Facts) -> bool:
    """Whether somebody acts for a side in this cycle."""
    if side is Side.EMPLOYEE:
        return party is frame.employee or party == frame.employee
    if side is Side.SUPERIOR:
        return party is facts.superior or party == facts.superior
    return party.role in OFFICE_ROLES and party.id != frame.employee.id


def refusals_of(
    frame: Frame, situation: Situation, facts: Facts, last: CycleEvent | None, event: CycleEvent
) -> tuple[Refusal, ...]:
    """Every reason why an event cannot happen; none means that it can."""
    kind = type(event)
    if kind not in frame.process.valid:
        problems = Problems("event")
        problems.instance("event", event, EVENT_TYPES, "one of the events of a cycle")
        problems.done()
    return decide(frame, situation, facts, last, kind=kind, on=event.on, by=event.by, event=event)


def decide(
    frame: Frame,
    situation: Situation,
    facts: Facts,
    last: CycleEvent | None,
    *,
    kind: type[CycleEvent],
    on: date,
    by: Party,
    event: CycleEvent | None,
) -> tuple[Refusal, ...]:
    """Every reason why something cannot happen; none means that it can.

    Args:
        frame: what never changes in the cycle.
        situation: where it stands.
        facts: what it remembers.
        last: its last event.
        kind: what is to happen.
        on: the day.
        by: who records it.
        event: the event itself; None asks whether any payload could pass.
    """
    row = frame.process.valid.get(kind)
    if row is None:
        return tuple(_foreign(frame, situation, last, kind=kind, on=on, event=event))
    found: list[Refusal] = []
    if kind not in situation.exits:
        refusal = situation.refusals[kind]
        found.append(refusal if on <= frame.first_end else _still(frame, situation, row, on))
    for side in row.by:
        if holds(side, by, frame, facts):
            break
    else:
        found.append(frame.process.actors[kind])
        if by.id == frame.employee.id and Side.EMPLOYEE not in row.by:
            found.append(_OWN)
    if row.within and not _within(frame, row, on):
        found.append(_outside(on, frame.windows_of(kind)))
    if last is not None and (on < last.on or type(last) is kind):
        found.extend(_out_of_order(last, kind, on, event))
    if row.guards:
        found.extend(_ahead(facts, row.guards, on) if event is None else _guarded(frame, facts, row.guards, event))
    return tuple(found)


def _still(frame: Frame, situation: Situation, row: Row, on: date) -> Refusal:
    """Why an event does not follow, with those that do and whose windows are not over."""
    return misplaced(situation, row, (kind for kind in situation.exits if not frame.is_over(kind, on)))


def _foreign(
    frame: Frame,
    situation: Situation,
    last: CycleEvent | None,
    *,
    kind: type[CycleEvent],
    on: date,
    event: CycleEvent | None,
) -> Iterator[Refusal]:
    """What speaks against an event that the scheme does not know."""
    possible = tuple(other.kind.value for other in situation.exits if not frame.is_over(other, on))
    yield Refusal("not-in-scheme", f"the process {frame.process.key} has no {kind.kind.value}", possible)
    if situation.state is State.CLOSED:
        yield CLOSED
    if last is not None:
        yield from _out_of_order(last, kind, on, event)


def is_open(frame: Frame, facts: Facts, last: CycleEvent | None, *, kind: type[CycleEvent], on: date) -> bool:
    """Whether a day is right for what follows from where a cycle stands, whoever's turn it is."""
    row = frame.process.valid[kind]
    if (last is not None and on < last.on) or (row.within and not _within(frame, row, on)):
        return False
    return not tuple(_ahead(facts, row.guards, on))


@lru_cache(maxsize=1024)  # refusals come in crowds, on one day and from one window
def _outside(on: date, windows: tuple[Window, ...]) -> Refusal:
    ahead = tuple(str(window) for window in windows if window.end >= on)
    return Refusal("outside-window", f"{on} is outside {' and '.join(map(str, windows))}", ahead)


def _within(frame: Frame, row: Row, on: date) -> bool:
    phases = frame.phases
    for phase in row.within:
        window = phases[phase]
        if window.start <= on <= window.end:
            return True
    return False


def _out_of_order(last: CycleEvent, kind: type[CycleEvent], on: date, event: CycleEvent | None) -> Iterator[Refusal]:
    if on < last.on:
        yield Refusal("before-last-event", f"{on} is before {last.on}", (f"{last.on} or later",))
    if event is not None and last == event:
        yield Refusal("duplicate-event", f"{kind.kind.value} was recorded already")


def _guarded(frame: Frame, facts: Facts, guards: tuple[Guard, ...], event: CycleEvent) -> Iterator[Refusal]:
    """What the guards have against an event."""
    for guard in guards:
        reason = CHECKS[guard](frame, facts, event)
        if reason is not None:
            yield reason


def _ahead(facts: Facts, guards: tuple[Guard, ...], on: date) -> Iterator[Refusal]:
    """What they have against a day, whatever the event would say."""
    for guard in guards:
        outlook = OUTLOOKS.get(guard)
        reason = None if outlook is None else outlook(facts, on)
        if reason is not None:
            yield reason
