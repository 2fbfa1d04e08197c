"""Evaluations: what a superior found of somebody's work in a period, and over a year.

The theory: the ratings are given, and the predicate is read off the matrix.  An annual evaluation considers the
periodic ones, but no source tells a formula that leads from them to it; so its ratings are given as well, the periodic
ones stand beside it, and whether they agree is a fact to be looked at, not an error.  The same holds for a day: a late
evaluation took place, and its day says so.
"""

from datetime import date
from itertools import pairwise
from typing import final

import attrs

from pmm_core._checks import Problems
from pmm_core._texts import check_id
from pmm_core.appraisal._matrix import predicate_of
from pmm_core.appraisal._rating import Predicate, Rating
from pmm_core.appraisal._windows import (
    AnnualOpening,
    annual_window,
    check_calendar,
    last_day_of_period,
    last_day_of_year,
    periodic_window,
)
from pmm_core.calendar import CALENDAR, Period, PeriodCalendar
from pmm_core.calendar._period import check_year


def _check_ratings(problems: Problems, evaluation: "PeriodicEvaluation | AnnualEvaluation") -> None:
    """Check what both kinds of evaluation hold."""
    check_id(problems, "employee", evaluation.employee)
    problems.instance("results", evaluation.results, Rating, "a Rating")
    problems.instance("behaviour", evaluation.behaviour, Rating, "a Rating")
    problems.day("on", evaluation.on)


def _days_after(on: date, last: date) -> int:
    return max(0, (on - last).days)


@final
@attrs.frozen(kw_only=True)
class PeriodicEvaluation:
    """The evaluation of one employee in one period (evaluasi periodik): in 2024 a semester, from 2025 the year's one.

    Args:
        employee: the caller's own opaque id of whose work it is; never a name or an official number.
        period: of which period.
        results: the rating of the results of work (hasil kerja).
        behaviour: the rating of the behaviour at work (perilaku kerja).
        on: the day on which it was made; a late one is a fact, see `days_late`.

    Raises:
        InvalidValueError: for the employee ``empty``, ``malformed``, or ``personal-id`` for an official number.
        WrongTypeError: for a field of the wrong kind, a datetime for the day among them.

    >>> from datetime import date
    >>> from pmm_core.calendar import Period
    >>> done = PeriodicEvaluation(
    ...     employee="G-17",
    ...     period=Period.parse("2024-S1"),
    ...     results=Rating.AS_EXPECTED,
    ...     behaviour=Rating.ABOVE,
    ...     on=date(2024, 7, 2),
    ... )
    >>> done.predicate, done.days_late()
    (Predicate.GOOD, 2)
    """

    employee: str = attrs.field(repr=False)
    period: Period
    results: Rating
    behaviour: Rating
    on: date
    predicate: Predicate = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        problems = Problems("PeriodicEvaluation")
        _check_ratings(problems, self)
        problems.instance("period", self.period, Period, "a Period")
        problems.done()
        object.__setattr__(self, "predicate", predicate_of(self.results, self.behaviour))

    def days_late(self, *, calendar: PeriodCalendar = CALENDAR) -> int:
        """How many days after the last day it was made: 0 where it was in time.

        Args:
            calendar: whose deadlines hold, extensions counted in.

        Raises:
            RefusedError: ``no-deadline`` where the calendar names none.
            UnknownNameError: ``unknown-period``.
            WrongTypeError: ``wrong-type`` for anything but a calendar.
        """
        problems = Problems("PeriodicEvaluation.days_late")
        check_calendar(problems, calendar)
        problems.done()
        return _days_after(self.on, last_day_of_period(self.period, calendar))

    def is_late(self, *, calendar: PeriodCalendar = CALENDAR) -> bool:
        """Tell whether it was made after the last day; for arguments and errors see `days_late`."""
        return self.days_late(calendar=calendar) > 0

    def is_early(self, *, calendar: PeriodCalendar = CALENDAR) -> bool:
        """Tell whether it was made before the window opened; for arguments and errors see `periodic_window`."""
        return self.on < periodic_window(self.period, calendar=calendar).start


@final
@attrs.frozen(kw_only=True)
class AnnualEvaluation:
    """The evaluation of one employee over a year (evaluasi tahunan), with the periodic ones that it considers.

    Its ratings are given and never computed: no source tells how two semesters combine.

    Args:
        employee: the caller's own opaque id of whose work it is; never a name or an official number.
        year: the year that is evaluated, not the one in which that is done.
        results: the rating of the results of work (hasil kerja) over the year.
        behaviour: the rating of the behaviour at work (perilaku kerja) over the year.
        on: the day on which it was made; a late one is a fact, see `days_late`.
        periodic: the periodic evaluations of this employee and year that are known, the earliest period first.

    Raises:
        InvalidValueError: ``other-employee``, ``other-year``, ``duplicate`` or ``out-of-order`` for the periodic ones;
            ``empty``, ``malformed`` or ``personal-id`` for the employee; ``too-small`` or ``too-large`` for the year.
        WrongTypeError: for a field of the wrong kind, a datetime for the day among them.

    >>> from datetime import date
    >>> year = AnnualEvaluation(
    ...     employee="G-17", year=2024, results=Rating.ABOVE, behaviour=Rating.ABOVE, on=date(2025, 1, 31)
    ... )
    >>> year.predicate, year.days_late(), year.missing()
    (Predicate.VERY_GOOD, 0, (<Period 2024-S1>, <Period 2024-S2>))
    """

    employee: str = attrs.field(repr=False)
    year: int
    results: Rating
    behaviour: Rating
    on: date
    periodic: tuple[PeriodicEvaluation, ...] = ()
    predicate: Predicate = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        problems = Problems("AnnualEvaluation")
        _check_ratings(problems, self)
        known = check_year(problems, "year", self.year)
        if problems.instance("periodic", self.periodic, tuple, "a tuple of PeriodicEvaluation"):
            kinds = [
                problems.instance(f"periodic[{index}]", each, PeriodicEvaluation, "a PeriodicEvaluation")
                for index, each in enumerate(self.periodic)
            ]
            if all(kinds):
                self._check_periodic(problems, known=known)
        problems.done()
        object.__setattr__(self, "predicate", predicate_of(self.results, self.behaviour))

    def _check_periodic(self, problems: Problems, *, known: bool) -> None:
        for index, each in enumerate(self.periodic):
            if each.employee != self.employee:
                problems.add(f"periodic[{index}].employee", "other-employee", "must be of the employee of the year")
            if known and each.period.year != self.year:
                message = f"must be of {self.year}, not of {each.period}"
                problems.add(f"periodic[{index}].period", "other-year", message)
        seen: set[Period] = set()
        for index, each in enumerate(self.periodic):
            if each.period in seen:
                problems.add(f"periodic[{index}].period", "duplicate", f"{each.period} is evaluated already")
            seen.add(each.period)
        for index, (one, other) in enumerate(pairwise(self.periodic), 1):
            if other.period < one.period:
                message = f"must not stand after {one.period}"
                problems.add(f"periodic[{index}].period", "out-of-order", message)

    def days_late(self, *, calendar: PeriodCalendar = CALENDAR) -> int:
        """How many days after the last day it was made: 0 where it was in time.

        Args:
            calendar: whose deadlines hold; no extension moves that of the year, as `annual_window` tells.

        Raises:
            RefusedError: ``no-deadline`` where the calendar names none.
            UnknownNameError: ``no-period`` for a year without periods.
            WrongTypeError: ``wrong-type`` for anything but a calendar.
        """
        problems = Problems("AnnualEvaluation.days_late")
        check_calendar(problems, calendar)
        problems.done()
        return _days_after(self.on, last_day_of_year(self.year, calendar))

    def is_late(self, *, calendar: PeriodCalendar = CALENDAR) -> bool:
        """Tell whether it was made after the last day; for arguments and errors see `days_late`."""
        return self.days_late(calendar=calendar) > 0

    def is_early(
        self, *, calendar: PeriodCalendar = CALENDAR, opening: AnnualOpening = AnnualOpening.WITH_LAST_ASSESSMENT
    ) -> bool:
        """Tell whether it was made before the window opened; for arguments and errors see `annual_window`."""
        return self.on < annual_window(self.year, calendar=calendar, opening=opening).start

    def missing(self, *, calendar: PeriodCalendar = CALENDAR) -> tuple[Period, ...]:
        """List the periods of the year of which no evaluation is known, the earliest first.

        Args:
            calendar: whose periods count; none for a year without a scheme.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a calendar.
        """
        problems = Problems("AnnualEvaluation.missing")
        check_calendar(problems, calendar)
        problems.done()
        known = {each.period for each in self.periodic}
        return tuple(period for period in calendar.periods(self.year) if period not in known)

    @property
    def differing(self) -> tuple[PeriodicEvaluation, ...]:
        """The periodic evaluations with another predicate than the year's; a fact, and no verdict."""
        return tuple(each for each in self.periodic if each.predicate is not self.predicate)

    @property
    def differs(self) -> bool:
        """Whether any periodic evaluation has another predicate than the year's."""
        return bool(self.differing)
