"""What stands in a ledger of credit: months with a predicate, a new diploma, a rise.

Months earn by the grade in which they are recorded; the ledger knows it, the entry does not.
"""

from typing import Final, Self, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.appraisal import Predicate
from pmm_core.calendar import CALENDAR, Period, PeriodCalendar, Window, months_in
from pmm_core.calendar._months import day_in
from pmm_core.calendar._period import LAST_YEAR
from pmm_core.credit._grade import Golongan
from pmm_core.credit._tables import MONTHS
from pmm_core.errors import InvalidValueError, Problem

_LONGEST: Final = 31
FIRST_YEAR: Final = 2023  # of Peraturan BKN 3/2023; the older system must not be mixed with its formula


@final
@labelled(
    BACHELOR=("S1/D-IV", "bachelor (S1, D-IV)"),
    MASTER=("S2", "master (S2)"),
    DOCTOR=("S3", "doctor (S3)"),
)
class Degree(Labelled):
    """The levels of diplomas (jenjang pendidikan, ijazah), from the lowest to the highest.

    >>> Degree("s2").label_en
    'master (S2)'
    """

    BACHELOR = "s1"
    MASTER = "s2"
    DOCTOR = "s3"


@final
@attrs.frozen(kw_only=True)
class Earned:
    """Months that were evaluated with one predicate, and earn credit (konversi predikat kinerja).

    `Earned.in_year`, `Earned.in_period` and `Earned.in_window` build it from the calendar.  The formula is that of
    Peraturan BKN 3/2023: what was earned before 2023 is no `Earned` but part of the opening of a `CreditLedger`.

    Args:
        year: the calendar year in which the months lie, 2023 or later.
        first_month: the first of them, 1 to 12.
        months: how many there are, none of them in the next year; a semester has 6.
        predicate: the predicate of performance for them.

    Raises:
        InvalidValueError: ``too-small`` or ``too-large``.
        WrongTypeError: ``bool-for-int``, ``float-for-exact`` or ``wrong-type``.

    >>> print(Earned(year=2024, first_month=7, months=6, predicate=Predicate.GOOD))
    2024-07..2024-12 good
    """

    year: int
    first_month: int
    months: int
    predicate: Predicate

    def __attrs_post_init__(self) -> None:
        problems = Problems("Earned")
        if problems.integer("year", self.year, minimum=None, maximum=LAST_YEAR) and self.year < FIRST_YEAR:
            why = f"must be at least {FIRST_YEAR}; what was earned before is part of the opening balance of a ledger"
            problems.add("year", "too-small", why)
        if problems.integer("first_month", self.first_month, minimum=1, maximum=MONTHS):
            problems.integer("months", self.months, minimum=1, maximum=MONTHS + 1 - self.first_month)
        else:
            problems.integer("months", self.months, minimum=1, maximum=MONTHS)
        problems.instance("predicate", self.predicate, Predicate, "a Predicate")
        problems.done()

    @classmethod
    def in_window(cls, window: Window, predicate: Predicate) -> Self:
        """The months of a window.

        Args:
            window: from the first day of a month to the last day of one in the same year.
            predicate: the predicate of performance for these months.

        Returns:
            The entry.

        Raises:
            InvalidValueError: ``partial-month`` for a window that cuts a month, ``too-large`` for months of two years,
                ``too-small`` for a year before 2023.
            WrongTypeError: ``wrong-type`` for an argument of the wrong kind.

        >>> from pmm_core.calendar import Window
        >>> Earned.in_window(Window.parse("2024-02-01..2024-06-30"), Predicate.GOOD).months
        5
        """
        months = months_in(window)
        last = window.end
        if window.start != months[0] or last != day_in(last.year, last.month, _LONGEST):
            why = "must begin with the first and end with the last day of a month"
            raise InvalidValueError("Earned", (Problem("window", "partial-month", why),))
        return cls(year=window.start.year, first_month=window.start.month, months=len(months), predicate=predicate)

    @classmethod
    def in_period(cls, period: Period, predicate: Predicate, *, calendar: PeriodCalendar = CALENDAR) -> Self:
        """The months of a period: 6 of a semester of 2024, 12 of 2025.

        Args:
            period: one of the calendar.
            predicate: the predicate of performance for it.
            calendar: where the days of the period come from.

        Returns:
            The entry.

        Raises:
            UnknownNameError: ``unknown-period``.
            InvalidValueError: ``partial-month`` for a period that cuts a month, ``too-large`` for months of two years,
                ``too-small`` for a year before 2023.
            WrongTypeError: ``wrong-type`` for an argument of the wrong kind.

        >>> from pmm_core.calendar import Period
        >>> print(Earned.in_period(Period.parse("2025-A1"), Predicate.VERY_GOOD))
        2025-01..2025-12 very good
        """
        problems = Problems("Earned")
        problems.instance("calendar", calendar, PeriodCalendar, "a PeriodCalendar")
        problems.done()
        return cls.in_window(calendar.span(period), predicate)

    @classmethod
    def in_year(cls, year: int, predicate: Predicate) -> Self:
        """The twelve months of a year, as an annual evaluation covers them.

        Args:
            year: which year, 2023 or later.
            predicate: the predicate of performance for it.

        Returns:
            The entry.

        Raises:
            InvalidValueError: ``too-small`` or ``too-large`` for the year.
            WrongTypeError: ``wrong-type`` and others for an argument of the wrong kind.

        >>> print(Earned.in_year(2024, Predicate.GOOD))
        2024-01..2024-12 good
        """
        return cls(year=year, first_month=1, months=MONTHS, predicate=predicate)

    @property
    def last_month(self) -> int:
        """The last of the months, 1 to 12."""
        return self.first_month + self.months - 1

    def overlaps(self, other: "Earned") -> bool:
        """Tell whether the two share a month.

        Args:
            other: any months.

        Raises:
            WrongTypeError: ``wrong-type`` for anything else.
        """
        problems = Problems("overlaps")
        problems.instance("other", other, Earned, "Earned")
        problems.done()
        first, last = max(self.first_month, other.first_month), min(self.last_month, other.last_month)
        return self.year == other.year and first <= last

    def __str__(self) -> str:
        return f"{self.year}-{self.first_month:02}..{self.year}-{self.last_month:02} {self.predicate.label_en}"


@final
@attrs.frozen
class DiplomaBonus:
    """A new higher diploma (ijazah), which adds a quarter of what a rise of rank needs in the present grade.

    Args:
        degree: the level of the new diploma.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a degree.

    >>> print(DiplomaBonus(Degree.MASTER))
    new diploma: master (S2)
    """

    degree: Degree

    def __attrs_post_init__(self) -> None:
        problems = Problems("DiplomaBonus")
        problems.instance("degree", self.degree, Degree, "a Degree")
        problems.done()

    def __str__(self) -> str:
        return f"new diploma: {self.degree.label_en}"


@final
@attrs.frozen
class Rise:
    """A rise to the next golongan ruang (kenaikan pangkat atau jenjang).

    Args:
        to: the golongan ruang that is reached.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a golongan ruang.

    >>> print(Rise(Golongan.III_B))
    rise to III/b
    """

    to: Golongan

    def __attrs_post_init__(self) -> None:
        problems = Problems("Rise")
        problems.instance("to", self.to, Golongan, "a Golongan")
        problems.done()

    def __str__(self) -> str:
        return f"rise to {self.to}"


CreditEntry = Earned | DiplomaBonus | Rise
"""What stands in a ledger of credit."""
