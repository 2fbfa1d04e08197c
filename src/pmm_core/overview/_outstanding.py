"""What has not been done, by whom it waits to be done, and by when.

The day by which something must be done is the last day of the windows that the cycle's own tables give it, extensions
counted in; no date stands here.  What the tables allow on any day has no such day and is never late, nor is anything
optional: evidence, competence items, another day for an observation.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core.calendar import Period
from pmm_core.cycle import EventKind, Party, PerformanceCycle, Side
from pmm_core.overview._agenda import Agenda, Keep, Step
from pmm_core.overview._milestones import REQUIRED_EVENTS, Milestone
from pmm_core.overview._reading import as_on, check_question, is_cycle
from pmm_core.overview._words import words_for
from pmm_core.ranking import Language

_USUAL: Final = ((Side.EMPLOYEE,), (Side.SUPERIOR,), (Side.SUPERIOR, Side.OFFICE))  # as the known tables have them


@final
@attrs.frozen(kw_only=True)
class Outstanding:
    """Something that a cycle needs and that was not done by the end of a day (yang belum selesai).

    `outstanding`, `late` and `due` give them.

    Args:
        employee: whose cycle it is.
        superior: who was the superior on that day.
        period: of which period.
        kind: which event is missing.
        by: the sides that may record it.
        deadline: the last day on which it can be recorded; None where any day will do.
        on: the day of the question.
        is_next: whether it follows from where the cycle stands, its window open or not; other steps wait for one that
            comes before.  `pmm_core.cycle.PerformanceCycle.next_steps` tells whether it can be recorded on that day.

    Raises:
        InvalidValueError: ``optional-event`` for a kind that nothing waits for, ``empty`` for no side.
        WrongTypeError: for a field of the wrong kind.

    >>> from datetime import date
    >>> from pmm_core.people import Role
    >>> missing = Outstanding(
    ...     employee=Party("G-17", Role.TEACHER),
    ...     superior=Party("K-3", Role.HEAD),
    ...     period=Period.parse("2024-S1"),
    ...     kind=EventKind.PLAN_SUBMITTED,
    ...     by=(Side.EMPLOYEE,),
    ...     deadline=date(2024, 3, 31),
    ...     on=date(2024, 4, 3),
    ...     is_next=True,
    ... )
    >>> missing.days_left, missing.is_late, missing.milestone
    (-3, True, Milestone.PLAN_SUBMITTED)
    >>> print(missing)
    2024-S1: plan submitted by the employee, by 2024-03-31, 3 days late
    """

    employee: Party
    superior: Party
    period: Period
    kind: EventKind
    by: tuple[Side, ...]
    deadline: date | None
    on: date
    is_next: bool

    def __attrs_post_init__(self) -> None:
        me: Any = self  # whatever a caller without a type checker gave
        if not (
            type(me.employee) is type(me.superior) is Party
            and type(me.period) is Period
            and type(me.kind) is EventKind
            and me.kind in REQUIRED_EVENTS
            and me.by in _USUAL
            and (me.deadline is None or type(me.deadline) is date)
            and type(me.on) is date
            and type(me.is_next) is bool
        ):
            self._find_problems()  # the long way, which finds every problem

    def _find_problems(self) -> None:
        problems = Problems("Outstanding")
        problems.instance("employee", self.employee, Party, "a Party")
        problems.instance("superior", self.superior, Party, "a Party")
        problems.instance("period", self.period, Period, "a Period")
        if problems.instance("kind", self.kind, EventKind, "an EventKind") and self.kind not in REQUIRED_EVENTS:
            problems.add("kind", "optional-event", f"must be an event that a cycle needs, not {self.kind.value}")
        if problems.instance("by", self.by, tuple, "a tuple of sides"):
            if not self.by:
                problems.add("by", "empty", "must not be empty")
            for index, side in enumerate(self.by):
                problems.instance(f"by[{index}]", side, Side, "a Side")
        if self.deadline is not None:
            problems.day("deadline", self.deadline)
        problems.day("on", self.on)
        problems.instance("is_next", self.is_next, bool, "True or False")
        problems.done()

    @property
    def milestone(self) -> Milestone:
        """Which milestone it leads to."""
        return REQUIRED_EVENTS[self.kind]

    @property
    def days_left(self) -> int | None:
        """How many days are left, 0 on the last; below 0 what is late; None where any day will do."""
        return None if self.deadline is None else (self.deadline - self.on).days

    @property
    def is_late(self) -> bool:
        """Whether its last day is past."""
        return self.deadline is not None and self.deadline < self.on

    @property
    def waits_for(self) -> tuple[Party, ...]:
        """Who can record it, as far as the cycle knows them; whoever acts for the office is not known to it."""
        known = {Side.EMPLOYEE: self.employee, Side.SUPERIOR: self.superior}
        return tuple(known[side] for side in self.by if side in known)

    def text(self, *, language: Language = "en") -> str:
        """One line for people, without an id.

        Args:
            language: ``"en"`` or ``"id"``.

        Raises:
            InvalidValueError: ``malformed`` for another language.
        """
        words = words_for(language)
        left = self.days_left
        when = words.any_day
        if left is not None:
            form = words.days_left if left >= 0 else words.days_late
            when = form.format(day=self.deadline, days=words.counted(words.days, max(left, -left)))
        sides = words.sides.join(map(words.common.label, self.by))
        return words.step.format(period=self.period, kind=words.common.label(self.kind), by=sides, when=when)

    def __str__(self) -> str:
        return self.text()


def outstanding(cycles: Iterable[PerformanceCycle], *, on: date) -> Iterator[Outstanding]:
    """Go through all that the cycles need and have not done by the end of a day.

    Lazy: it reads a cycle when it is asked for the next thing and keeps none, so that it works on a stream.  The
    arguments are checked at once, each cycle when it is read.  What comes later in a cycle is listed too, with
    ``is_next`` False; what was overtaken and what is optional is not.

    Args:
        cycles: which to read; any iterable.
        on: the day; what happened later does not count.

    Returns:
        An iterator, cycle by cycle, and within a cycle in its order.

    Raises:
        WrongTypeError: ``datetime-for-date`` or ``wrong-type``.

    >>> from datetime import date
    >>> from pmm_core.people import Role
    >>> cycle = PerformanceCycle.open(
    ...     employee=Party("G-17", Role.TEACHER), superior=Party("K-3", Role.HEAD), period=Period.parse("2024-S1")
    ... )
    >>> first, *rest = outstanding([cycle], on=date(2024, 3, 7))
    >>> print(first)
    2024-S1: plan submitted by the employee, by 2024-03-31, 24 days left
    >>> len(rest)
    12
    """
    return _rows("outstanding", cycles, on, _everything)


def late(cycles: Iterable[PerformanceCycle], *, on: date) -> Iterator[Outstanding]:
    """Go through what is outstanding and whose last day is before a day (terlambat); lazy as `outstanding` is.

    Args:
        cycles: which to read; any iterable.
        on: the day; what happened later does not count.

    Returns:
        An iterator, cycle by cycle, and within a cycle in its order.

    Raises:
        WrongTypeError: ``datetime-for-date`` or ``wrong-type``.

    >>> from datetime import date
    >>> from pmm_core.people import Role
    >>> cycle = PerformanceCycle.open(
    ...     employee=Party("G-1", Role.TEACHER), superior=Party("K-3", Role.HEAD), period=Period.parse("2024-S1")
    ... )
    >>> print(next(late([cycle], on=date(2024, 4, 1))))
    2024-S1: plan submitted by the employee, by 2024-03-31, 1 day late
    """
    return _rows("late", cycles, on, lambda step: step.deadline is not None and step.deadline < on)


def due(cycles: Iterable[PerformanceCycle], *, on: date, within: int) -> Iterator[Outstanding]:
    """Go through what is outstanding and whose last day is near (jatuh tempo); lazy as `outstanding` is.

    Args:
        cycles: which to read; any iterable.
        on: the day; what happened later does not count.
        within: how many days ahead to look; 0 asks for what ends on that very day.

    Returns:
        An iterator, cycle by cycle, and within a cycle in its order.

    Raises:
        InvalidValueError: ``negative`` for *within*.
        WrongTypeError: ``datetime-for-date``, ``bool-for-int``, ``float-for-exact`` or ``wrong-type``.

    >>> from datetime import date
    >>> from pmm_core.people import Role
    >>> cycle = PerformanceCycle.open(
    ...     employee=Party("G-1", Role.TEACHER), superior=Party("K-3", Role.HEAD), period=Period.parse("2024-S1")
    ... )
    >>> print(next(due([cycle], on=date(2024, 3, 25), within=7)))
    2024-S1: plan submitted by the employee, by 2024-03-31, 6 days left
    """
    problems = Problems("due")
    problems.integer("within", within)
    check_question(problems, cycles, on)
    problems.done()
    return _rows("due", cycles, on, lambda step: step.deadline is not None and 0 <= (step.deadline - on).days <= within)


def _everything(_step: Step) -> bool:
    return True


def _rows(verb: str, cycles: Iterable[PerformanceCycle], on: date, keep: Keep) -> Iterator[Outstanding]:
    problems = Problems(verb)
    check_question(problems, cycles, on)
    problems.done()
    return _read(problems, cycles, on, Agenda(keep))


def _read(problems: Problems, cycles: Iterable[PerformanceCycle], on: date, agenda: Agenda) -> Iterator[Outstanding]:
    for index, cycle in enumerate(cycles):
        if not is_cycle(problems, index, cycle):
            problems.done()
        yield from rows_of(as_on(cycle, on), on, agenda)


def rows_of(cycle: PerformanceCycle, on: date, agenda: Agenda) -> Iterator[Outstanding]:
    """What an agenda has for one cycle."""
    steps = agenda.left(cycle)
    if not steps:
        return
    employee, superior, period = cycle.employee, cycle.superior, cycle.period
    for step in steps:
        yield Outstanding(
            employee=employee,
            superior=superior,
            period=period,
            kind=step.kind,
            by=step.by,
            deadline=step.deadline,
            on=on,
            is_next=step.is_next,
        )
