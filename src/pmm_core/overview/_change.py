"""What changed between two tallies, for instance of this period and of the one before."""

from collections.abc import Iterator
from fractions import Fraction
from typing import final

import attrs

from pmm_core._checks import Problems
from pmm_core._tables import columns
from pmm_core.errors import IncomparableError, Refusal
from pmm_core.overview._milestones import Milestone
from pmm_core.overview._tally import CycleTally
from pmm_core.overview._words import words_for
from pmm_core.ranking import Language


@final
@attrs.frozen(kw_only=True)
class MilestoneChange:
    """How many cycles reached a milestone before and after, out of how many.

    Args:
        milestone: which one.
        before: how many had reached it.
        after: how many have.
        cycles_before: out of how many.
        cycles_after: out of how many.

    Raises:
        InvalidValueError: ``too-small`` where there were no cycles, ``negative``, or ``over-full`` for more than all.
        WrongTypeError: for a field of the wrong kind.

    >>> change = MilestoneChange(
    ...     milestone=Milestone.PLAN_AGREED, before=30, after=35, cycles_before=40, cycles_after=42
    ... )
    >>> change.difference, change.share_before, change.share_difference
    (5, Fraction(3, 4), Fraction(1, 12))
    """

    milestone: Milestone
    before: int
    after: int
    cycles_before: int
    cycles_after: int

    def __attrs_post_init__(self) -> None:
        problems = Problems("MilestoneChange")
        problems.instance("milestone", self.milestone, Milestone, "a Milestone")
        for path, number, base in (
            ("before", self.before, self.cycles_before),
            ("after", self.after, self.cycles_after),
        ):
            based = problems.integer(f"cycles_{path}", base, minimum=1)
            if problems.integer(path, number) and based and number > base:
                problems.add(path, "over-full", f"must not exceed the cycles, but does by {number - base}")
        problems.done()

    @property
    def difference(self) -> int:
        """How many more there are; below 0 where there are fewer."""
        return self.after - self.before

    @property
    def share_before(self) -> Fraction:
        """Which share of the cycles had reached it."""
        return Fraction(self.before, self.cycles_before)

    @property
    def share_after(self) -> Fraction:
        """Which share of the cycles has."""
        return Fraction(self.after, self.cycles_after)

    @property
    def share_difference(self) -> Fraction:
        """By how much the share grew, exactly; below 0 where it fell."""
        return self.share_after - self.share_before


@final
@attrs.frozen(repr=False)
class TallyChange:
    """What changed between two tallies (perbandingan), milestone by milestone.

    `compare_tallies` builds it.

    Args:
        before: the earlier tally.
        after: the later one.

    Raises:
        IncomparableError: ``empty`` for a tally of no cycles, which has no shares; ``dates-reversed`` where the first
            is not the earlier one.
        WrongTypeError: for anything but tallies.

    >>> from datetime import date
    >>> from pmm_core.calendar import Period
    >>> from pmm_core.cycle import Party, PerformanceCycle
    >>> from pmm_core.overview import count_cycles
    >>> from pmm_core.people import Role
    >>> guru, kepala = Party("G-1", Role.TEACHER), Party("K-3", Role.HEAD)
    >>> cycle = PerformanceCycle.open(employee=guru, superior=kepala, period=Period.parse("2024-S1"))
    >>> before, after = (count_cycles([cycle], on=day) for day in (date(2024, 1, 2), date(2024, 2, 2)))
    >>> [row.difference for row in TallyChange(before, after)][:2]
    [0, 0]
    """

    before: CycleTally
    after: CycleTally

    def __attrs_post_init__(self) -> None:
        problems = Problems("compare_tallies")
        problems.instance("before", self.before, CycleTally, "a CycleTally")
        problems.instance("after", self.after, CycleTally, "a CycleTally")
        problems.done()
        refusals = [
            Refusal("empty", f"the tally of {tally.on} counts no cycle", ("compare tallies that count some",))
            for tally in (self.before, self.after)
            if not tally.cycles
        ]
        if self.before.on >= self.after.on:
            why = f"the tally called earlier is of {self.before.on}, the other of {self.after.on}"
            refusals.append(Refusal("dates-reversed", why, ("give the earlier tally as before",)))
        if refusals:
            raise IncomparableError("compare two tallies", tuple(refusals))

    @property
    def rows(self) -> tuple[MilestoneChange, ...]:
        """One change for each milestone, in their order."""
        old, new = self.before.milestones, self.after.milestones
        bases = {"cycles_before": self.before.cycles, "cycles_after": self.after.cycles}
        return tuple(MilestoneChange(milestone=each, before=old[each], after=new[each], **bases) for each in Milestone)

    def of(self, milestone: Milestone) -> MilestoneChange:
        """The change of one milestone.

        Args:
            milestone: which one.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a milestone.
        """
        problems = Problems("TallyChange.of")
        problems.instance("milestone", milestone, Milestone, "a Milestone")
        problems.done()
        return next(row for row in self.rows if row.milestone is milestone)

    def __iter__(self) -> Iterator[MilestoneChange]:
        return iter(self.rows)

    def text(self, *, language: Language = "en") -> str:
        """One line for each milestone, the counts first and then the shares.

        Args:
            language: ``"en"`` or ``"id"``.

        Raises:
            InvalidValueError: ``malformed`` for another language.
        """
        words = words_for(language)
        number, cells = words.common.number, list[tuple[str, ...]]()
        for row in self.rows:
            counts = (number(row.before), "->", number(row.after), f"({row.difference:+d})")
            shares = (words.percent(row.before, row.cycles_before), "->", words.percent(row.after, row.cycles_after))
            cells.append((words.common.label(row.milestone), *counts, *shares))
        head = words.change.format(
            before=self.before.on,
            after=self.after.on,
            old=words.counted(words.cycles, self.before.cycles),
            new=words.counted(words.cycles, self.after.cycles),
        )
        return "\n".join((head, "", *columns(cells)))

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<TallyChange {self.before.on} -> {self.after.on}>"


def compare_tallies(before: CycleTally, after: CycleTally) -> TallyChange:
    """Compare two tallies of the same people, for instance of a period and of the one before.

    Args:
        before: the earlier tally.
        after: the later one.

    Returns:
        The change of each milestone, in numbers and in exact shares.

    Raises:
        IncomparableError: ``empty`` or ``dates-reversed``, all at once.
        WrongTypeError: for anything but tallies.

    >>> from datetime import date
    >>> from pmm_core.cycle import Progress, State
    >>> agreed, draft = (State.AGREED, Progress.NOT_STARTED), (State.DRAFT, Progress.NOT_STARTED)
    >>> before = CycleTally(on=date(2024, 3, 31), places=((*agreed, 3), (*draft, 1)))
    >>> after = CycleTally(on=date(2024, 9, 30), places=((*agreed, 7), (*draft, 1)))
    >>> compare_tallies(before, after).of(Milestone.PLAN_AGREED).share_difference
    Fraction(1, 8)
    """
    return TallyChange(before, after)
