"""Phases, and what a regulation says about their days: values that hold for any year."""

from collections.abc import Iterable
from datetime import date
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.calendar._months import day_in
from pmm_core.calendar._window import Window
from pmm_core.sources import Certainty, Source

_LAST_YEAR: Final = 9998  # the year after it still is one
_LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
TRIAL_YEARS: Final = (2023, 2024)
"""A year without and a year with a 29 February: what holds in both holds in every year."""


@final
@labelled(
    PLANNING=("perencanaan", "planning"),
    EXECUTION=("pelaksanaan", "execution"),
    ASSESSMENT=("penilaian", "assessment"),
)
class Phase(Labelled):
    """A phase (tahap) of performance management, in the order in which they begin.

    Phases may overlap, so that a day has any number of open ones.

    >>> Phase.EXECUTION.label_id
    'pelaksanaan'
    """

    PLANNING = "planning"
    EXECUTION = "execution"
    ASSESSMENT = "assessment"


@final
@labelled(
    PLANNING=("akhir perencanaan", "end of planning"),
    EXECUTION=("akhir pelaksanaan", "end of execution"),
    EVALUATION=("evaluasi periodik", "periodic evaluation"),
    ANNUAL_EVALUATION=("evaluasi tahunan", "annual evaluation"),
)
class DeadlineKind(Labelled):
    """What must be done by a deadline (tenggat).

    >>> DeadlineKind.EVALUATION.phase
    Phase.ASSESSMENT
    """

    PLANNING = "planning"
    EXECUTION = "execution"
    EVALUATION = "evaluation"
    ANNUAL_EVALUATION = "annual-evaluation"

    @property
    def phase(self) -> Phase | None:
        """The phase whose extension moves the deadline; None for one that no phase moves."""
        return _PHASES[list(DeadlineKind).index(self)]


_PHASES: Final = (Phase.PLANNING, Phase.EXECUTION, Phase.ASSESSMENT, None)


@final
@attrs.frozen
class YearDay:
    """A day as a rule names it, without its year: 30 June, or 31 January of the year after.

    Args:
        month: from 1 to 12.
        day: from 1 to the last that the month can have; 29 February means the last day of February in every year.
        years_later: 1 for the year after the one that the rule is applied to, else 0.

    Raises:
        InvalidValueError: ``too-small`` or ``too-large``.
        WrongTypeError: for a field of the wrong kind.

    >>> YearDay(1, 31, years_later=1).in_year(2024)
    datetime.date(2025, 1, 31)
    """

    month: int
    day: int
    years_later: int = 0

    def __attrs_post_init__(self) -> None:
        problems = Problems("YearDay")
        longest = 31
        if problems.integer("month", self.month, minimum=1, maximum=12):
            longest = _LONGEST[self.month - 1]
        problems.integer("day", self.day, minimum=1, maximum=longest)
        problems.integer("years_later", self.years_later, maximum=1)
        problems.done()

    def in_year(self, year: int) -> date:
        """The day when the rule is applied to a year.

        Args:
            year: from 1 to 9998.

        Raises:
            InvalidValueError: ``too-small`` or ``too-large``.
            WrongTypeError: for anything but a whole number.

        >>> YearDay(2, 29).in_year(2023)
        datetime.date(2023, 2, 28)
        """
        if type(year) is not int or not 1 <= year <= _LAST_YEAR:
            problems = Problems("YearDay.in_year")
            problems.integer("year", year, minimum=1, maximum=_LAST_YEAR)
            problems.done()
        return day_in(year + self.years_later, self.month, self.day)

    def __str__(self) -> str:
        return f"{self.month:02}-{self.day:02}" + " of the year after" * self.years_later


def weakest(sources: Iterable[Source]) -> Certainty:
    """The least sure of the certainties of some works."""
    strength = tuple(Certainty)  # from the strongest to the weakest
    return max((source.certainty for source in sources), key=strength.index)


def check_order(problems: Problems, first: object, last: object) -> bool:
    """Check that two days of a rule are such and in order, in short and in long years."""
    sound = problems.instance("first", first, YearDay, "a YearDay") & problems.instance(
        "last", last, YearDay, "a YearDay"
    )
    if not (sound and isinstance(first, YearDay) and isinstance(last, YearDay)):
        return False
    if any(last.in_year(year) < first.in_year(year) for year in TRIAL_YEARS):
        return problems.add("last", "window-reversed", f"must not lie before {first}")
    return True


@final
@attrs.frozen(kw_only=True)
class PhaseSpan:
    """From when to when a phase is open, in any year.

    Args:
        phase: which one.
        first: its first day.
        last: its last day.
        sources: where that is said, at least one; the two ends may be said in different works.

    Raises:
        InvalidValueError: ``window-reversed`` where it would end before it begins, ``empty`` for no sources.
        WrongTypeError: for a field of the wrong kind.

    >>> from pmm_core.sources import works
    >>> span = PhaseSpan(phase=Phase.EXECUTION, first=YearDay(2, 1), last=YearDay(6, 30), sources=works()[:1])
    >>> span.window(2024)
    <Window 2024-02-01..2024-06-30>
    """

    phase: Phase
    first: YearDay
    last: YearDay
    sources: tuple[Source, ...]

    def __attrs_post_init__(self) -> None:
        problems = Problems("PhaseSpan")
        problems.instance("phase", self.phase, Phase, "a Phase")
        check_order(problems, self.first, self.last)
        if problems.instance("sources", self.sources, tuple, "a tuple of Source"):
            for index, source in enumerate(self.sources):
                problems.instance(f"sources[{index}]", source, Source, "a Source")
            if not self.sources:
                problems.add("sources", "empty", "must name at least one source")
        problems.done()

    @property
    def certainty(self) -> Certainty:
        """How sure it is: as sure as the least sure of its sources."""
        return weakest(self.sources)

    def window(self, year: int) -> Window:
        """The window in a year.

        Args:
            year: from 1 to 9998.

        Raises:
            InvalidValueError: ``too-small`` or ``too-large``.
            WrongTypeError: for anything but a whole number.
        """
        return Window(self.first.in_year(year), self.last.in_year(year))


@final
@attrs.frozen
class DeadlineRule:
    """By when something must be done, in any year.

    Args:
        kind: what.
        on: the last day.
        source: where that is said.

    Raises:
        WrongTypeError: for a field of the wrong kind.

    >>> from pmm_core.sources import works
    >>> print(DeadlineRule(DeadlineKind.EVALUATION, YearDay(6, 30), works()[0]).on)
    06-30
    """

    kind: DeadlineKind
    on: YearDay
    source: Source

    def __attrs_post_init__(self) -> None:
        problems = Problems("DeadlineRule")
        problems.instance("kind", self.kind, DeadlineKind, "a DeadlineKind")
        problems.instance("on", self.on, YearDay, "a YearDay")
        problems.instance("source", self.source, Source, "a Source")
        problems.done()
