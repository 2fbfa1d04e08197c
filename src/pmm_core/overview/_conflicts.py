"""Cycles that cannot stand side by side: two of one person for one period, or for periods that share days."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import final

import attrs

from pmm_core._checks import Problems
from pmm_core._texts import check_stream
from pmm_core.calendar import Period, Window
from pmm_core.cycle import Party, PerformanceCycle
from pmm_core.errors import Refusal, RefusedError
from pmm_core.overview._reading import is_cycle

_Span = tuple[Window, Period]


@final
@attrs.frozen(kw_only=True)
class Conflict:
    """Two cycles of one person that cannot stand side by side (siklus ganda).

    `conflicts` finds them.

    Args:
        employee: whose cycles they are.
        first: the period of the one that begins earlier.
        second: the period of the other.
        shared: the days that the two periods share; None where they are one period in two calendars and share none.

    Raises:
        InvalidValueError: ``no-conflict`` for two periods that share no day.
        WrongTypeError: for a field of the wrong kind.

    >>> from pmm_core.people import Role
    >>> guru, kepala = Party("G-1", Role.TEACHER), Party("K-3", Role.HEAD)
    >>> cycle = PerformanceCycle.open(employee=guru, superior=kepala, period=Period.parse("2024-S1"))
    >>> [conflict.code for conflict in conflicts([cycle, cycle])]
    ['repeated-cycles']
    """

    employee: Party
    first: Period
    second: Period
    shared: Window | None

    def __attrs_post_init__(self) -> None:
        problems = Problems("Conflict")
        problems.instance("employee", self.employee, Party, "a Party")
        problems.instance("first", self.first, Period, "a Period")
        problems.instance("second", self.second, Period, "a Period")
        if self.shared is not None:
            problems.instance("shared", self.shared, Window, "a Window or None")
        elif self.first != self.second:
            problems.add("shared", "no-conflict", "must hold the days that the two periods share")
        problems.done()

    @property
    def code(self) -> str:
        """The stable code: ``repeated-cycles`` for one period, ``overlapping-periods`` for two that share days."""
        return "repeated-cycles" if self.first == self.second else "overlapping-periods"


def conflicts(cycles: Iterable[PerformanceCycle]) -> tuple[Conflict, ...]:
    """Find every pair of cycles of one person that cannot stand side by side.

    A person has one cycle for a period, and no two for periods that share days; the days are those of the cycles' own
    calendars, in which the schemes may differ.  What is kept of a cycle is whose it is and its days.

    Args:
        cycles: which to look at; any iterable.

    Returns:
        The conflicts, by person and then by the days of the periods.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but cycles.

    >>> from pmm_core.people import Role
    >>> guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
    >>> cycle = PerformanceCycle.open(employee=guru, superior=kepala, period=Period.parse("2024-S1"))
    >>> [each.code for each in conflicts([cycle, cycle])]
    ['repeated-cycles']
    """
    problems = Problems("conflicts")
    check_stream(problems, "cycles", cycles, "cycles")
    problems.done()
    spans: dict[str, list[_Span]] = {}
    people: dict[str, Party] = {}
    for index, cycle in enumerate(cycles):
        if is_cycle(problems, index, cycle):
            people.setdefault(cycle.employee.id, cycle.employee)
            spans.setdefault(cycle.employee.id, []).append((cycle.frame.span, cycle.period))
    problems.done()
    return tuple(
        Conflict(employee=people[who], first=one[1], second=other[1], shared=one[0].intersection(other[0]))
        for who in sorted(spans)
        for one, other in _pairs(sorted(spans[who]))
    )


def _pairs(spans: list[_Span]) -> Iterator[tuple[_Span, _Span]]:
    """The pairs that share days or a period; in the order of their days, so that what has ended is let go."""
    running: list[_Span] = []
    past: dict[Period, list[_Span]] = {}
    for span in spans:
        still: list[_Span] = []
        for each in running:
            if each[0].end >= span[0].start:
                still.append(each)
            else:
                past.setdefault(each[1], []).append(each)
        running = still
        yield from ((each, span) for each in (*past.get(span[1], ()), *running))
        running.append(span)


def require_one_each(cycles: Iterable[PerformanceCycle]) -> None:
    """Do nothing if everybody has one cycle for a period and none that share days, and refuse otherwise.

    Args:
        cycles: which to look at; any iterable.

    Raises:
        RefusedError: ``repeated-cycles`` and ``overlapping-periods``, a reason for each pair of periods, with numbers
            only; `conflicts` says whose.
        WrongTypeError: ``wrong-type`` for anything but cycles.

    >>> from pmm_core.people import Role
    >>> guru, kepala = Party("G-1", Role.TEACHER), Party("K-3", Role.HEAD)
    >>> cycle = PerformanceCycle.open(employee=guru, superior=kepala, period=Period.parse("2024-S1"))
    >>> try:
    ...     require_one_each([cycle, cycle])
    ... except RefusedError as error:
    ...     print(error.codes)
    ('repeated-cycles',)
    """
    found = Counter((each.first, each.second) for each in conflicts(cycles))
    if found:
        raise RefusedError("keep one cycle each", tuple(_refusal(*pair, found[pair]) for pair in sorted(found)))


def _refusal(first: Period, second: Period, number: int) -> Refusal:
    if first == second:
        return Refusal(
            "repeated-cycles", f"two cycles of {first} of one person ({number} found)", ("keep one of them",)
        )
    why = f"cycles of {first} and {second}, which share days, of one person ({number} found)"
    return Refusal("overlapping-periods", why, (f"keep that of {first}", f"keep that of {second}"))
