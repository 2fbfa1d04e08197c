"""Periods, and what is dated by them: extensions, deadlines and open phases."""

import re
from datetime import date
from typing import Final, Self, final

import attrs

from pmm_core._checks import Problems
from pmm_core._tables import html_table
from pmm_core.calendar._phase import DeadlineKind, Phase, weakest
from pmm_core.calendar._window import Window
from pmm_core.errors import InvalidValueError, Problem
from pmm_core.sources import Certainty, Source

FIRST_YEAR: Final = 1000  # four digits, so that ids sort as texts do
LAST_YEAR: Final = 9998  # the year after it still is one
_MOST_ORDINAL: Final = 99
_MARK: Final = re.compile(r"[A-Z]{1,3}")
_FORM: Final = re.compile(r"([1-9][0-9]{3})-([A-Z]{1,3})([1-9][0-9]?)")


def check_mark(problems: Problems, value: object) -> None:
    """Check the letters that tell the periods of one scheme from those of another."""
    if problems.text("mark", value) and isinstance(value, str) and not _MARK.fullmatch(value):
        problems.add("mark", "malformed", "must be one to three capital letters from A to Z")


def check_year(problems: Problems, path: str, value: object) -> bool:
    """Check a year that periods can have."""
    return problems.integer(path, value, minimum=FIRST_YEAR, maximum=LAST_YEAR)


@final
@attrs.frozen(order=True, repr=False, cache_hash=True)
class Period:
    """A period (periode): a semester of 2024, or the whole of 2025; where it lies, the calendar says.

    Periods of one calendar are ordered as they follow each other.

    Args:
        year: the year in which it begins, or in which the first period of its scheme's year does.
        mark: the letters of its scheme: ``S`` for semesters, ``A`` for annual periods.
        ordinal: which one of the year, from 1.

    Raises:
        InvalidValueError: ``too-small``, ``too-large``, ``empty`` or ``malformed``.
        WrongTypeError: for a field of the wrong kind.

    >>> Period(2024, "S", 1), str(Period.parse("2025-A1"))
    (<Period 2024-S1>, '2025-A1')
    """

    year: int
    mark: str
    ordinal: int

    def __attrs_post_init__(self) -> None:
        if type(self.year) is type(self.ordinal) is int and type(self.mark) is str and self._is_plain():
            return
        problems = Problems("Period")
        check_year(problems, "year", self.year)
        check_mark(problems, self.mark)
        problems.integer("ordinal", self.ordinal, minimum=1, maximum=_MOST_ORDINAL)
        problems.done()

    def _is_plain(self) -> bool:
        """Whether all is well, asked without writing down what is not."""
        sound = FIRST_YEAR <= self.year <= LAST_YEAR and 1 <= self.ordinal <= _MOST_ORDINAL
        return sound and _MARK.fullmatch(self.mark) is not None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a text id as `str` writes it, with blanks around it allowed.

        Args:
            text: year, hyphen, mark and ordinal: ``2024-S1``.

        Returns:
            The period; whether there is such a one, the calendar knows.

        Raises:
            InvalidValueError: ``empty``, ``malformed``, or ``too-large`` for the year 9999.
            WrongTypeError: ``wrong-type`` for anything but a text.

        >>> Period.parse(" 2024-S2 ").ordinal
        2
        """
        problems = Problems("Period")
        if not problems.text("text", text):
            problems.done()
        found = _FORM.fullmatch(text.strip())
        if found is None:
            form = "must be year, hyphen, capital letters and number, such as 2024-S1"
            raise InvalidValueError("Period", (Problem("text", "malformed", form),))
        year, mark, ordinal = found.groups()
        return cls(int(year), mark, int(ordinal))

    @staticmethod
    def is_valid(text: object) -> bool:
        """Tell whether `parse` would read it.

        Args:
            text: anything; what is no text is not valid.

        >>> Period.is_valid("2024-S1"), Period.is_valid("2024S1")
        (True, False)
        """
        found = _FORM.fullmatch(text.strip()) if isinstance(text, str) else None
        return found is not None and int(found[1]) <= LAST_YEAR

    def _repr_html_(self) -> str:
        rows = (("year", str(self.year)), ("scheme", self.mark), ("number in the year", str(self.ordinal)))
        return html_table("period", "en", f"period {self}", rows)

    def __str__(self) -> str:
        return f"{self.year}-{self.mark}{self.ordinal}"

    def __repr__(self) -> str:
        return f"<Period {self}>"


@final
@attrs.frozen(kw_only=True)
class Extension:
    """An extension (perpanjangan): a phase of one period stays open until a later day.

    Args:
        period: of which period.
        phase: which phase.
        until: the new last day; `PeriodCalendar` checks that it is later than the regular one.
        reason: why, in a few words.
        source: the decision.

    Raises:
        InvalidValueError: ``empty`` for no reason.
        WrongTypeError: for a field of the wrong kind, a datetime for the day among them.

    >>> PLANNING_2024_S1_EXTENDED.until
    datetime.date(2024, 3, 31)
    """

    period: Period
    phase: Phase
    until: date
    reason: str
    source: Source

    def __attrs_post_init__(self) -> None:
        problems = Problems("Extension")
        problems.instance("period", self.period, Period, "a Period")
        problems.instance("phase", self.phase, Phase, "a Phase")
        problems.day("until", self.until)
        problems.text("reason", self.reason)
        problems.instance("source", self.source, Source, "a Source")
        problems.done()

    def __str__(self) -> str:
        return f"{self.phase.label_en} of {self.period} until {self.until.isoformat()}: {self.reason}"


@final
@attrs.frozen(kw_only=True)
class Deadline:
    """A deadline (tenggat): the last day on which something of a period can be done.

    The calendar builds them; see `PeriodCalendar.deadlines`.

    Args:
        period: of which period.
        kind: what must be done.
        on: the last day.
        source: where that is said.

    >>> print(CALENDAR.deadlines(Period.parse("2024-S1"))[0])
    2024-03-31: end of planning of 2024-S1
    """

    period: Period
    kind: DeadlineKind
    on: date
    source: Source

    def __str__(self) -> str:
        return f"{self.on.isoformat()}: {self.kind.label_en} of {self.period}"


@final
@attrs.frozen(kw_only=True, repr=False)
class OpenPhase:
    """A phase of one period, and when it is open.

    The calendar builds them; see `PeriodCalendar.phases_on`.

    Args:
        period: of which period.
        phase: which phase.
        window: when it is open, an extension counted in.
        regular: when it would be open without an extension.
        sources: where that is said, an extension's decision last.
        extension: what moved its end; None where nothing did.

    >>> from datetime import date
    >>> for found in CALENDAR.phases_on(date(2024, 3, 7)):
    ...     print(found)
    planning of 2024-S1: 2024-01-01..2024-03-31, extended
    execution of 2024-S1: 2024-02-01..2024-06-30
    """

    period: Period
    phase: Phase
    window: Window
    regular: Window
    sources: tuple[Source, ...]
    extension: Extension | None = None

    @property
    def certainty(self) -> Certainty:
        """How sure the window is: as sure as the least sure of its sources."""
        return weakest(self.sources)

    def __str__(self) -> str:
        extended = "" if self.extension is None else ", extended"
        return f"{self.phase.label_en} of {self.period}: {self.window}{extended}"

    def __repr__(self) -> str:
        return f"<OpenPhase {self}>"
