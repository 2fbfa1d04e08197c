"""Schemes: what a regulation says about the periods of a year, as a value.

The theory: a scheme divides the year, which may begin in any month, into periods that follow each other without a gap,
and holds for a run of years.  Everything in it is without a year, so that one value serves for all of them.
"""

import re
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core.calendar._period import LAST_YEAR, Period, check_mark, check_year
from pmm_core.calendar._phase import TRIAL_YEARS, DeadlineKind, DeadlineRule, Phase, PhaseSpan, YearDay, check_order
from pmm_core.calendar._window import Window
from pmm_core.sources import Source

_KEY: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@final
@attrs.frozen(kw_only=True)
class PeriodPattern:
    """One period of a year, without its year.

    Args:
        label_id: how it is called in Indonesian.
        label_en: how it is called in English.
        first: its first day.
        last: its last day.
        phases: when its phases are open, each phase once and within the period; they may overlap.
        deadlines: by when things must be done, each kind once; they may lie after the period.

    Raises:
        InvalidValueError: ``window-reversed``, ``outside-period`` for a phase, ``duplicate``, or ``empty`` for an empty
            label or no phases.
        WrongTypeError: for a field of the wrong kind.

    >>> SEMESTERS_2024.patterns[0].label_id
    'semester 1'
    """

    label_id: str
    label_en: str
    first: YearDay
    last: YearDay
    phases: tuple[PhaseSpan, ...]
    deadlines: tuple[DeadlineRule, ...] = ()

    def __attrs_post_init__(self) -> None:
        problems = Problems("PeriodPattern")
        problems.text("label_id", self.label_id)
        problems.text("label_en", self.label_en)
        ordered = check_order(problems, self.first, self.last)
        if _members(problems, "phases", self.phases, PhaseSpan):
            _once(problems, "phases", [span.phase for span in self.phases])
            if not self.phases:
                problems.add("phases", "empty", "must hold at least one phase")
            for index, span in enumerate(self.phases if ordered else ()):
                if not all(self.window(year).contains(span.window(year)) for year in TRIAL_YEARS):
                    why = f"must lie between {self.first} and {self.last}"
                    problems.add(f"phases[{index}]", "outside-period", why)
        if _members(problems, "deadlines", self.deadlines, DeadlineRule):
            _once(problems, "deadlines", [rule.kind for rule in self.deadlines])
        problems.done()

    def window(self, year: int) -> Window:
        """The days of the period in a year of the scheme.

        Args:
            year: from 1 to 9998.

        Raises:
            InvalidValueError: ``too-small`` or ``too-large``.
            WrongTypeError: for anything but a whole number.
        """
        return Window(self.first.in_year(year), self.last.in_year(year))

    def span(self, phase: Phase) -> PhaseSpan | None:
        """The rule for a phase.

        Args:
            phase: which phase of the period.

        Returns:
            The rule; None where the period has no such phase.
        """
        return next((span for span in self.phases if span.phase is phase), None)


def _members(problems: Problems, path: str, values: object, kind: type[object]) -> bool:
    if not isinstance(values, tuple):
        return problems.instance(path, values, tuple, "a tuple")
    parts: tuple[object, ...] = values  # pyright: ignore[reportUnknownVariableType] -- of anything at all
    checked = [
        problems.instance(f"{path}[{index}]", part, kind, f"a {kind.__name__}") for index, part in enumerate(parts)
    ]
    return all(checked)


def _once(problems: Problems, path: str, found: list[Phase] | list[DeadlineKind]) -> None:
    for index, each in enumerate(found):
        if each in found[:index]:
            problems.add(f"{path}[{index}]", "duplicate", "must not say the same thing twice")


@final
@attrs.frozen(kw_only=True, repr=False)
class PeriodScheme:
    """A scheme of periods (skema periode), as a regulation lays it down.

    Args:
        key: short and stable, lower case: ``semesters-2024``.
        mark: one to three capital letters, which stand in the text ids of its periods.
        patterns: the periods of a year in order; without a gap, until the year begins anew.
        first_year: the first year for which it holds.
        last_year: the last one; None where no end is known.
        source: the regulation.
        note: known disputes and doubts; empty where there are none.

    Raises:
        InvalidValueError: ``periods-untiled`` where the patterns leave days out or share some, ``malformed``,
            ``empty``, ``too-small`` or ``too-large`` for the years.
        WrongTypeError: for a field of the wrong kind.

    >>> SEMESTERS_2024.holds_in(2024), SEMESTERS_2024.holds_in(2025)
    (True, False)
    """

    key: str
    mark: str
    patterns: tuple[PeriodPattern, ...]
    first_year: int
    last_year: int | None = None
    source: Source
    note: str = ""

    def __attrs_post_init__(self) -> None:
        problems = Problems("PeriodScheme")
        if problems.text("key", self.key) and not _KEY.fullmatch(self.key):
            problems.add("key", "malformed", "must be lower-case words and numbers joined by hyphens")
        check_mark(problems, self.mark)
        begins = check_year(problems, "first_year", self.first_year)
        if self.last_year is not None and check_year(problems, "last_year", self.last_year) and begins:
            problems.integer("last_year", self.last_year, minimum=self.first_year)
        if _members(problems, "patterns", self.patterns, PeriodPattern):
            self._check_tiling(problems)
        problems.instance("source", self.source, Source, "a Source")
        problems.instance("note", self.note, str, "a text")
        problems.done()

    def _check_tiling(self, problems: Problems) -> None:
        if not self.patterns:
            problems.add("patterns", "empty", "must hold at least one period")
            return
        if self.patterns[0].first.years_later:
            problems.add("patterns[0]", "periods-untiled", "must begin in the year itself, not in the year after")
        for year in TRIAL_YEARS:
            windows = [pattern.window(year) for pattern in self.patterns]
            windows.append(self.patterns[0].window(year + 1))
            for index, pattern in enumerate(self.patterns):
                if (windows[index + 1].start - windows[index].end).days != 1:
                    why = f"must end on the day before the next period begins, but ends on {pattern.last}"
                    problems.add(f"patterns[{index}]", "periods-untiled", why)
                    return

    @property
    def periods_per_year(self) -> int:
        """How many periods a year has."""
        return len(self.patterns)

    def holds_in(self, year: int) -> bool:
        """Tell whether the scheme holds for a year.

        Args:
            year: any.

        Raises:
            WrongTypeError: for anything but a whole number.
        """
        problems = Problems("PeriodScheme.holds_in")
        problems.integer("year", year, minimum=None)
        problems.done()
        return self.first_year <= year <= (LAST_YEAR if self.last_year is None else self.last_year)

    def periods(self, year: int) -> tuple[Period, ...]:
        """List the periods of a year.

        Args:
            year: any.

        Returns:
            The periods in order; none for a year in which the scheme does not hold.

        >>> SEMESTERS_2024.periods(2024)
        (<Period 2024-S1>, <Period 2024-S2>)
        """
        if not self.holds_in(year):
            return ()
        return tuple(Period(year, self.mark, ordinal) for ordinal in range(1, len(self.patterns) + 1))

    def pattern(self, period: Period) -> PeriodPattern | None:
        """The pattern of a period; None for a period of another scheme or of a year in which it does not hold.

        Args:
            period: any.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a period.
        """
        problems = Problems("PeriodScheme.pattern")
        problems.instance("period", period, Period, "a Period")
        problems.done()
        known = period.mark == self.mark and self.holds_in(period.year) and period.ordinal <= len(self.patterns)
        return self.patterns[period.ordinal - 1] if known else None

    def __str__(self) -> str:
        until = "" if self.last_year is None else self.last_year
        return f"{self.key} ({self.first_year}..{until}): {self.source.title}"

    def __repr__(self) -> str:
        return f"<PeriodScheme {self.key}>"
