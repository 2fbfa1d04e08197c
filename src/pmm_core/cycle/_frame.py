"""What never changes in a cycle: who, when, and by which rules."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, final

import attrs

from pmm_core._checks import Problems
from pmm_core.calendar import CALENDAR, Period, PeriodCalendar, Phase, Window
from pmm_core.cycle._event import CycleEvent
from pmm_core.cycle._party import SUPERIORS, Party
from pmm_core.cycle._process import Printer, Process


@final
@attrs.frozen(kw_only=True, repr=False)
class Frame:
    """What never changes in a cycle; all its moments share it.

    The windows are worked out here, once, so that no transition asks a calendar.

    Args:
        employee: whose performance it is; a teacher, or a head of school as an employee.
        superior: who approves, observes and rates at the beginning.
        period: which period.
        process: the rules of its scheme.
        calendar: where the windows of the phases come from.

    Raises:
        InvalidValueError: ``same-person`` or ``wrong-superior``; ``no-process`` for a process of another scheme.
        UnknownNameError: ``unknown-period`` for a period that the calendar does not know.
        RefusedError: ``no-such-phase`` for a period without one of the three phases.
        WrongTypeError: for a field of the wrong kind.
    """

    employee: Party
    superior: Party
    period: Period
    process: Process
    calendar: PeriodCalendar = attrs.field(default=CALENDAR, hash=False)
    span: Window = attrs.field(init=False, eq=False)
    """All days of the period."""
    execution: Window = attrs.field(init=False, eq=False)
    """The window of execution."""
    phases: Mapping[Phase, Window] = attrs.field(init=False, eq=False)
    """The window of each phase of the period, extensions counted."""
    first_end: date = attrs.field(init=False, eq=False)
    """The last day on which no window of a phase is over."""

    def __attrs_post_init__(self) -> None:
        self._check()
        known = {phase: self.calendar.window(self.period, phase) for phase in Phase}
        put = object.__setattr__
        put(self, "span", self.calendar.span(self.period))
        put(self, "execution", known[Phase.EXECUTION])
        put(self, "phases", MappingProxyType(known))
        put(self, "first_end", min(window.end for window in known.values()))

    @property
    def windows(self) -> Mapping[type[CycleEvent], tuple[Window, ...]]:
        """In which windows each kind of event may happen, those that touch as one; none where any day will do."""
        return MappingProxyType({kind: self.windows_of(kind) for kind in self.process.valid})

    def windows_of(self, kind: type[CycleEvent]) -> tuple[Window, ...]:
        """In which windows one kind of event may happen, those that touch as one; none where any day will do.

        Args:
            kind: the class of the event.

        Raises:
            InvalidValueError: ``not-in-scheme`` for a kind that the process does not have.
            WrongTypeError: ``wrong-type`` for anything but a class.

        >>> from pmm_core.people import Role
        >>> guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
        >>> frame = Frame(employee=guru, superior=kepala, period=Period.parse("2024-S1"), process=PROCESS_2024)
        >>> frame.windows_of(ObservationHeld)
        (<Window 2024-02-01..2024-06-30>,)
        >>> frame.windows_of(CycleClosed)
        ()
        """
        if not _is_known(kind, self.process):  # asked for each refusal, so that what is right pays little
            problems = Problems("windows_of")
            if problems.instance("kind", kind, type, "a class of events"):
                problems.add("kind", "not-in-scheme", f"must be an event of the process {self.process.key}")
            problems.done()
        return _joined(tuple([self.phases[phase] for phase in self.process.valid[kind].within]))

    def is_over(self, kind: type[CycleEvent], on: date) -> bool:
        """Whether a kind of event can never happen any more, seen from a day, since its windows are over.

        Args:
            kind: the class of the event, as for `windows_of`.
            on: the day.

        Raises:
            InvalidValueError: ``not-in-scheme`` for a kind that the process does not have.
            WrongTypeError: ``wrong-type`` for anything but a class and a day.

        >>> from pmm_core.people import Role
        >>> guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
        >>> frame = Frame(employee=guru, superior=kepala, period=Period.parse("2024-S1"), process=PROCESS_2024)
        >>> frame.is_over(PlanSubmitted, date(2024, 3, 31)), frame.is_over(PlanSubmitted, date(2024, 4, 1))
        (False, True)
        """
        problems = Problems("is_over")
        problems.day("on", on)
        problems.done()
        windows = self.windows_of(kind)
        return bool(windows) and windows[-1].end < on

    def _check(self) -> None:
        problems = Problems("PerformanceCycle")
        parties = [problems.instance(name, getattr(self, name), Party, "a Party") for name in ("employee", "superior")]
        problems.instance("calendar", self.calendar, PeriodCalendar, "a PeriodCalendar")
        dated = problems.instance("period", self.period, Period, "a Period")
        ruled = problems.instance("process", self.process, Process, "a Process")
        if dated and ruled and self.process.mark != self.period.mark:
            problems.add("process", "no-process", f"the process {self.process.key} is not for {self.period}")
        if all(parties):
            if self.employee.id == self.superior.id:
                problems.add("superior", "same-person", "nobody is their own superior")
            if self.superior.role not in SUPERIORS[self.employee.role]:
                roles = " or ".join(role.label_en for role in SUPERIORS[self.employee.role]) or "nobody"
                problems.add("superior", "wrong-superior", f"of a {self.employee.role.label_en} can be: {roles}")
        problems.done()

    def __reduce__(self) -> tuple[object, ...]:
        # the tables of windows are worked out again
        names = ("employee", "superior", "period", "process", "calendar")
        return _restore, ({name: getattr(self, name) for name in names},)

    def __repr__(self) -> str:
        return f"<Frame {self.period} by process {self.process.key}>"

    def _repr_pretty_(self, printer: Printer, _cycle: bool) -> None:  # noqa: FBT001 -- as IPython calls it
        # Hypothesis would print the whole table and calendar, and IPython must show no ids
        printer.text(f"<Frame of a {self.employee.role.label_en}, {self.period}, by {self.process}>")


def _is_known(kind: object, process: Process) -> bool:
    return isinstance(kind, type) and kind in process.valid


@lru_cache(maxsize=256)  # the same few windows stand behind the cycles of a whole province
def _joined(windows: tuple[Window, ...]) -> tuple[Window, ...]:
    """The windows in their order, those that touch as one, so that its end is the last day that counts."""
    joined: list[Window] = []
    for window in sorted(windows, key=_start):
        if joined and (joined[-1].overlaps(window) or joined[-1].adjacent(window)):
            joined[-1] = joined[-1].union(window)
        else:
            joined.append(window)
    return tuple(joined)


def _start(window: Window) -> date:
    return window.start


def _restore(parts: dict[str, Any]) -> Frame:
    return Frame(**parts)
