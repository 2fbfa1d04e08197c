"""Logs as they were found: everything that the rules refuse in a row of events, not the first of it alone.

Theory.  `PerformanceCycle` refuses the first event that cannot have happened, and there is no cycle.  A log that was
kept elsewhere has to be read to its end.  So an event that the rules refuse is reported and then **taken at its word**:
for what comes after it, the cycle stands where that event leads.  A row of the table has two axes, the state and the
progress; on each that the row moves, the cycle goes to where the row leads, and an axis that it does not move stays as
it is.  What an event tells (the plan, the day that was set, the superior) is taken over likewise.

Two things are not taken over, so that a slip is not found again in all that follows.  A day outside the windows of its
event says nothing of the days after it: what follows is held against the last day that kept its windows.  And a number
of evidence that the item has already leaves its count as it is, unless that count left numbers out.

So nothing is found in a lawful log, the first finding holds what the constructor of a cycle raises, and most slips are
one finding: what follows is judged as if it had been right.  Where that contradicts what was told by mistake, for
instance who the superior is, it is found as well.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from itertools import product
from types import MappingProxyType
from typing import TypeVar, final

import attrs

from pmm_core._checks import Problems, items
from pmm_core.cycle._decide import refusals_of
from pmm_core.cycle._event import CycleEvent
from pmm_core.cycle._events import EVENT_TYPES, EvidenceAttached
from pmm_core.cycle._facts import EFFECTS, Facts
from pmm_core.cycle._frame import Frame
from pmm_core.cycle._kinds import EventKind
from pmm_core.cycle._process import Place, Process, Situation, linked
from pmm_core.cycle._terms import Progress, State
from pmm_core.errors import Refusal

A = TypeVar("A", State, Progress)
_ORDER = frozenset({"wrong-state", "wrong-stage"})


@final
@attrs.frozen(kw_only=True)
class Finding:
    """One event of a log that the rules refuse (temuan).

    Args:
        number: which event of the log, from 1.
        event: what it records.
        on: its day.
        state: where the cycle stood before it, earlier findings taken at their word.
        progress: how far the five stages had come.
        refusals: every reason.
        missing: the events that would have had to come between, on the shortest way; none where its place in the order
            is right, or where no way leads there.

    Raises:
        InvalidValueError: ``too-small`` for a number below 1, ``empty`` without a reason.
        WrongTypeError: for a field of the wrong kind.
    """

    number: int
    event: EventKind
    on: date
    state: State
    progress: Progress
    refusals: tuple[Refusal, ...]
    missing: tuple[EventKind, ...] = ()

    def __attrs_post_init__(self) -> None:
        problems = Problems("Finding")
        problems.integer("number", self.number, minimum=1)
        problems.instance("event", self.event, EventKind, "an EventKind")
        problems.day("on", self.on)
        problems.instance("state", self.state, State, "a State")
        problems.instance("progress", self.progress, Progress, "a Progress")
        for name, kind, called in (("refusals", Refusal, "a Refusal"), ("missing", EventKind, "an EventKind")):
            if problems.instance(name, getattr(self, name), tuple, "a tuple"):
                for index, value in enumerate(getattr(self, name)):
                    problems.instance(f"{name}[{index}]", value, kind, called)
        if self.refusals == ():
            problems.add("refusals", "empty", "must hold at least one reason")
        problems.done()

    @property
    def codes(self) -> tuple[str, ...]:
        """The stable codes of the reasons, in their order."""
        return tuple(refusal.code for refusal in self.refusals)

    def __str__(self) -> str:
        why = "; ".join(map(str, self.refusals))
        after = f"; missing before it: {', '.join(kind.value for kind in self.missing)}" if self.missing else ""
        return f"no. {self.number}, {self.on}, {self.event.value}: {why}{after}"


@final
@attrs.frozen(kw_only=True, repr=False)
class Audit:
    """A log of one cycle, read to its end (audit catatan).

    `audit` reads one.

    Args:
        frame: who, when, and by which rules.
        events: what the log holds, in its order.

    Raises:
        WrongTypeError: for a field of the wrong kind.
    """

    frame: Frame
    events: tuple[CycleEvent, ...]
    findings: tuple[Finding, ...] = attrs.field(init=False, eq=False)
    """Every event that the rules refuse, in the order of the log."""
    state: State = attrs.field(init=False, eq=False)
    """Where the cycle stands at the end, every event taken at its word."""
    progress: Progress = attrs.field(init=False, eq=False)
    """How far the five stages have come by then."""

    def __attrs_post_init__(self) -> None:
        problems = Problems("audit")
        problems.instance("frame", self.frame, Frame, "a Frame")
        if problems.instance("events", self.events, tuple, "a tuple of events"):
            for index, event in enumerate(self.events):
                problems.instance(f"events[{index}]", event, EVENT_TYPES, "one of the events of a cycle")
        problems.done()
        findings, place = _read(self.frame, self.events)
        object.__setattr__(self, "findings", findings)
        object.__setattr__(self, "state", place[0])
        object.__setattr__(self, "progress", place[1])

    @property
    def sound(self) -> bool:
        """Whether nothing was found, so that the events make a `PerformanceCycle`."""
        return not self.findings

    def __str__(self) -> str:
        stands = f"{self.state.label_en}, {self.progress.label_en}"
        lines = [f"log of {self.frame.period} (process {self.frame.process.key}): {len(self.events)} events, {stands}"]
        lines.extend(f"  {finding}" for finding in self.findings)
        return "\n".join(lines)

    def __repr__(self) -> str:
        return f"<Audit {self.frame.period}: {len(self.events)} events, {len(self.findings)} findings>"

    def __reduce__(self) -> tuple[object, ...]:
        # what was found is worked out again
        return audit, (self.frame, self.events)


def audit(frame: Frame, events: Iterable[CycleEvent]) -> Audit:
    """Read a log of one cycle to its end and tell everything that the rules refuse.

    Args:
        frame: who, when, and by which rules.
        events: what the log holds, in its order.

    Returns:
        The findings, and where the cycle stands if every event is taken at its word.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a frame and events.

    >>> from pmm_core.calendar import Period
    >>> from pmm_core.cycle import PROCESS_2024, Party, PlanAgreed
    >>> from pmm_core.people import Role
    >>> guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
    >>> frame = Frame(employee=guru, superior=kepala, period=Period.parse("2024-S1"), process=PROCESS_2024)
    >>> found = audit(frame, [PlanAgreed(on=date(2024, 1, 11), by=guru)])
    >>> [finding.codes for finding in found.findings], [kind.value for kind in found.findings[0].missing]
    ([('wrong-state',)], ['plan-submitted', 'plan-approved'])
    >>> found.state, found.sound
    (State.AGREED, False)
    """
    problems = Problems("audit")
    given = items(problems, "events", events, "events")
    problems.done()
    return Audit(frame=frame, events=given)


def _read(frame: Frame, events: tuple[CycleEvent, ...]) -> tuple[tuple[Finding, ...], Place]:
    """Everything that is found, and the place at the end."""
    places = everywhere(frame.process)
    here, facts = places[frame.process.start.place], Facts(frame.superior)
    last: CycleEvent | None = None
    timely: CycleEvent | None = None
    findings: list[Finding] = []
    doubted: set[str] = set()
    for number, event in enumerate(events, start=1):
        refusals, kind = refusals_of(frame, here, facts, _before(last, timely, event), event), type(event)
        if refusals:
            findings.append(_finding(number, event, here, refusals, frame.process))
            here = places[word_of(frame.process, kind, here.place)]
        else:
            here = here.exits[kind]
        last = event
        if not any(refusal.code == "outside-window" for refusal in refusals):
            timely = event
        facts = _told(facts, event, doubted)
    return tuple(findings), here.place


def _before(last: CycleEvent | None, timely: CycleEvent | None, event: CycleEvent) -> CycleEvent | None:
    """What an event is held against: the last that kept its windows, but the one before it where it repeats that."""
    if last is timely or last == event:
        return last
    return None if timely == event else timely  # its day is that of the other, and it comes not right after it


def _told(facts: Facts, event: CycleEvent, doubted: set[str]) -> Facts:
    """What the log says by now; the items are doubted of which the last number left some out."""
    if isinstance(event, EvidenceAttached):
        known = facts.evidence_of(event.item) or 0
        if event.number <= known and event.item not in doubted:
            return facts
        if event.number > known + 1:
            doubted.add(event.item)
        elif event.number != known:
            doubted.discard(event.item)
    effect = EFFECTS.get(type(event))
    return facts if effect is None else effect(facts, event)


def _finding(
    number: int, event: CycleEvent, here: Situation, refusals: tuple[Refusal, ...], process: Process
) -> Finding:
    misplaced = any(refusal.code in _ORDER for refusal in refusals)
    return Finding(
        number=number,
        event=event.kind,
        on=event.on,
        state=here.state,
        progress=here.progress,
        refusals=refusals,
        missing=ways(process, here.place).get(event.kind, ()) if misplaced else (),
    )


@lru_cache(maxsize=64)
def everywhere(process: Process) -> Mapping[Place, Situation]:
    """Every pair of state and progress with its exits, those too that only a broken log comes to."""
    situations = linked(process.valid, tuple(product(State, Progress)))
    return MappingProxyType({situation.place: situation for situation in situations})


def word_of(process: Process, kind: type[CycleEvent], place: Place) -> Place:
    """Where an event leads that is taken at its word."""
    row = process.valid.get(kind)
    if row is None:
        return place
    return _along(row.states, place[0]), _along(row.progress, place[1])


def _along(moves: tuple[tuple[A, A], ...], old: A) -> A:
    """Where moves along one axis lead from a place that they may not even start from."""
    known = dict(moves).get(old)
    targets = {new for was, new in moves if new is not was}
    return known if known is not None else targets.pop() if len(targets) == 1 else old


@lru_cache(maxsize=4096)
def ways(process: Process, place: Place) -> Mapping[EventKind, tuple[EventKind, ...]]:
    """What would have to come between, on the shortest way, for every kind of event that a way leads to."""
    start = everywhere(process)[place]
    between: dict[Situation, tuple[EventKind, ...]] = {start: ()}
    found: dict[EventKind, tuple[EventKind, ...]] = {}
    queue = [start]
    for here in queue:  # grows while it is read
        for step, there in here.exits.items():
            found.setdefault(step.kind, between[here])
            if there not in between:
                between[there] = (*between[here], step.kind)
                queue.append(there)
    return MappingProxyType(found)
