"""One teacher's performance in one period: the value that takes events and answers what may follow."""

from collections.abc import Iterable
from datetime import date
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core.calendar import CALENDAR, Period, PeriodCalendar
from pmm_core.cycle._decide import decide, is_open, refusals_of
from pmm_core.cycle._event import CycleEvent
from pmm_core.cycle._facts import EFFECTS, Facts
from pmm_core.cycle._frame import Frame
from pmm_core.cycle._kinds import EventKind
from pmm_core.cycle._moment import Moment
from pmm_core.cycle._party import Party
from pmm_core.cycle._process import Process, Situation
from pmm_core.cycle._steps import NextStep
from pmm_core.cycle._tables import PROCESSES
from pmm_core.cycle._trail import Trail
from pmm_core.errors import Refusal, RefusedError

_new: Final = object.__new__
_put: Final = object.__setattr__


@final
@attrs.frozen(kw_only=True, repr=False)
class PerformanceCycle(Moment):
    """One teacher's performance cycle in one period (siklus pengelolaan kinerja).

    It is its own history: where it stands is worked out from its events when it is built, so that a cycle that could
    not have happened cannot exist.  `PerformanceCycle.open` begins one; `apply` gives the next.

    Args:
        frame: who, when, and by which rules.
        events: what happened, in order.

    Raises:
        RefusedError: every reason why the first impossible one of the events cannot follow those before it.
        WrongTypeError: for a field of the wrong kind.

    >>> from datetime import date
    >>> from pmm_core.calendar import Period, Phase
    >>> from pmm_core.people import Role
    >>> guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
    >>> opened = PerformanceCycle.open(employee=guru, superior=kepala, period=Period.parse("2024-S1"))
    >>> plan = Plan(indicator=TEACHER_INDICATORS[4], competence=(CompetenceItem("k1", CompetenceKind.SELF_TRAINING),))
    >>> cycle = opened.apply(PlanSubmitted(on=date(2024, 1, 11), by=guru, plan=plan))
    >>> cycle, cycle.side_of(kepala), cycle.evidence_of("k1")
    (<PerformanceCycle 2024-S1 submitted/not-started: 1 events>, (Side.SUPERIOR,), 0)

    Nobody approves their own plan; the superior may approve it or send it back:

    >>> own = PlanApproved(on=date(2024, 1, 15), by=guru)
    >>> cycle.can(own), [refusal.code for refusal in cycle.refusals(own)]
    (False, ['wrong-actor', 'own-approval'])
    >>> [kind.value for kind in cycle.allowed(on=date(2024, 1, 15), by=kepala)]
    ['revision-requested', 'plan-approved']
    >>> print(cycle.next_steps(on=date(2024, 1, 15))[1])
    plan approved by the superior: until 2024-06-30
    >>> cycle.window(Phase.EXECUTION)
    <Window 2024-02-01..2024-06-30>
    >>> cycle.as_of(date(2024, 1, 10)) == opened, opened.replay(cycle.events) == cycle
    (True, True)
    """

    def __attrs_post_init__(self) -> None:
        problems = Problems("PerformanceCycle")
        problems.instance("frame", self.frame, Frame, "a Frame")
        problems.done()
        situation, facts = _fold(self.frame, self.events)
        _put(self, "_situation", situation)
        _put(self, "_facts", facts)

    @classmethod
    def open(
        cls,
        *,
        employee: Party,
        superior: Party,
        period: Period,
        process: Process | None = None,
        calendar: PeriodCalendar = CALENDAR,
    ) -> "PerformanceCycle":
        """Begin a cycle, with nothing done yet.

        Args:
            employee: whose performance it is.
            superior: who approves, observes and rates.
            period: which period.
            process: the rules; those of the period's scheme where they are left out.
            calendar: where the windows come from.

        Returns:
            The cycle, in draft.

        Raises:
            InvalidValueError: ``no-process`` where no rules are known for the period, and those of the class.
            UnknownNameError: ``unknown-period``.
            WrongTypeError: for an argument of the wrong kind.

        >>> from pmm_core.calendar import Period
        >>> from pmm_core.people import Role
        >>> guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
        >>> cycle = PerformanceCycle.open(employee=guru, superior=kepala, period=Period.parse("2024-S1"))
        >>> cycle.state.label_id, cycle.process.key
        ('draf RHK', '2024')
        """
        if process is None:
            problems = Problems("PerformanceCycle")
            if problems.instance("period", period, Period, "a Period"):
                process = next((known for known in PROCESSES if known.mark == period.mark), None)
                if process is None:
                    problems.add("process", "no-process", f"no rules are known for {period}")
            problems.done()
        assert process is not None  # noqa: S101 -- done() has raised otherwise
        frame = Frame(employee=employee, superior=superior, period=period, process=process, calendar=calendar)
        return cls(frame=frame)

    # -- what may happen

    def refusals(self, event: CycleEvent) -> tuple[Refusal, ...]:
        """Every reason why an event cannot happen now; none means that it can.

        Args:
            event: what is to happen.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but an event.
        """
        return refusals_of(self.frame, self._situation, self._facts, self.events.last, event)

    def can(self, event: CycleEvent) -> bool:
        """Whether an event can happen now; arguments and errors as for `refusals`."""
        return not self.refusals(event)

    def apply(self, event: CycleEvent) -> "PerformanceCycle":
        """The cycle as it is after an event.

        Args:
            event: what happened.

        Returns:
            The new cycle; this one stays as it is.

        Raises:
            RefusedError: with every reason, and what would be possible.
            WrongTypeError: ``wrong-type`` for anything but an event.

        >>> from datetime import date
        >>> from pmm_core.calendar import Period
        >>> from pmm_core.people import Role
        >>> guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
        >>> opened = PerformanceCycle.open(employee=guru, superior=kepala, period=Period.parse("2024-S1"))
        >>> plan = Plan(indicator=TEACHER_INDICATORS[4], competence=())
        >>> filed = PlanSubmitted(on=date(2024, 1, 11), by=guru, plan=plan)
        >>> opened.apply(filed).state, opened.state
        (State.SUBMITTED, State.DRAFT)
        """
        situation, facts = _step(self.frame, self._situation, self._facts, self.events.last, event)
        # what is right by construction is not checked again: this is the one place that builds a cycle without __init__
        cycle = _new(PerformanceCycle)
        _put(cycle, "frame", self.frame)
        _put(cycle, "events", Trail(self.events, event, self.events.size + 1))
        _put(cycle, "_situation", situation)
        _put(cycle, "_facts", facts)
        return cycle

    def allowed(self, *, on: date, by: Party) -> tuple[EventKind, ...]:
        """What somebody may record on a day, given a fitting payload.

        Args:
            on: the day.
            by: who.

        Returns:
            The kinds of event, in the order of a cycle.

        Raises:
            WrongTypeError: for an argument of the wrong kind.
        """
        problems = Problems("question to the cycle")
        problems.day("on", on)
        problems.instance("by", by, Party, "a Party")
        problems.done()
        return tuple(
            kind.kind
            for kind in self.process.valid
            if not decide(
                self.frame, self._situation, self._facts, self.events.last, kind=kind, on=on, by=by, event=None
            )
        )

    def next_steps(self, *, on: date) -> tuple[NextStep, ...]:
        """What can come next, whose turn it is, and by when, seen from a day.

        Args:
            on: the day.

        Returns:
            One step per kind of event that follows from where the cycle stands, the open ones first.

        Raises:
            WrongTypeError: ``datetime-for-date`` or ``wrong-type``.
        """
        problems = Problems("question to the cycle")
        problems.day("on", on)
        problems.done()
        steps = [self._step(kind, on) for kind in self._situation.exits]
        return tuple(sorted(steps, key=_open_first))

    def _step(self, kind: type[CycleEvent], on: date) -> NextStep:
        row = self.process.valid[kind]
        ahead = [window for window in self.frame.windows_of(kind) if window.end >= on]
        window = ahead[0] if ahead else None
        opened = is_open(self.frame, self._facts, self.events.last, kind=kind, on=on)
        return NextStep(kind=kind.kind, by=row.by, window=window, open=opened, missed=self.frame.is_over(kind, on))

    def as_of(self, day: date) -> "PerformanceCycle":
        """The cycle as it was at the end of a day.

        Args:
            day: any; before the first event it is the cycle as it was opened.

        Returns:
            The cycle with the events up to that day.

        Raises:
            WrongTypeError: ``datetime-for-date`` or ``wrong-type``.
        """
        problems = Problems("question to the cycle")
        problems.day("day", day)
        problems.done()
        return self.replay([event for event in self.events if event.on <= day])

    def replay(self, events: Iterable[CycleEvent]) -> "PerformanceCycle":
        """The cycle with these events in place of its own; ``cycle.replay(cycle.events) == cycle``.

        Args:
            events: what happened, in order.

        Raises:
            RefusedError: every reason why the first impossible event cannot follow those before it.
            WrongTypeError: for anything but events.
        """
        return PerformanceCycle(frame=self.frame, events=events)

    def __reduce__(self) -> tuple[object, ...]:
        # built anew from its events, so that what comes out of a pickle or a copy was checked like everything else
        return _restore, (self.frame, tuple(self.events))


def _restore(frame: Frame, events: tuple[CycleEvent, ...]) -> PerformanceCycle:
    return PerformanceCycle(frame=frame, events=events)


def _step(
    frame: Frame, situation: Situation, facts: Facts, last: CycleEvent | None, event: CycleEvent
) -> tuple[Situation, Facts]:
    """Where an event leads, or everything that speaks against it."""
    refusals = refusals_of(frame, situation, facts, last, event)
    if refusals:
        raise RefusedError(f"record {event.kind.value}", refusals)
    kind = type(event)
    effect = EFFECTS.get(kind)
    return situation.exits[kind], facts if effect is None else effect(facts, event)


def _fold(frame: Frame, events: Iterable[CycleEvent]) -> tuple[Situation, Facts]:
    """Where a row of events leads from the beginning."""
    situation, facts, last = frame.process.start, Facts(frame.superior), None
    for event in events:
        situation, facts = _step(frame, situation, facts, last, event)
        last = event
    return situation, facts


def _open_first(step: NextStep) -> tuple[bool, bool]:
    return (not step.open, step.missed)
