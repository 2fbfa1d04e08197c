"""What a calendar knows of its periods; `PeriodCalendar`, which is built on it, answers for phases and deadlines."""

from datetime import date
from typing import Final, Literal

import attrs

from pmm_core._checks import Problems
from pmm_core.calendar._period import Extension, Period, check_year
from pmm_core.calendar._scheme import PeriodScheme
from pmm_core.calendar._text import html_of, text_of
from pmm_core.calendar._timeline import Entry, Row, Timeline, check_extensions, check_schemes
from pmm_core.calendar._window import Window, check_day
from pmm_core.errors import UnknownNameError

QUESTION: Final = "question to the calendar"


@attrs.frozen(repr=False)
class Periods:
    """The periods of schemes that follow each other."""

    schemes: tuple[PeriodScheme, ...]
    extensions: tuple[Extension, ...] = ()
    _timeline: Timeline = attrs.field(init=False, eq=False)
    _first: int = attrs.field(init=False, eq=False)  # of the timeline, kept here as well since it is asked most often
    _table: tuple[Entry, ...] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        problems = Problems("PeriodCalendar")
        if problems.instance("schemes", self.schemes, tuple, "a tuple of PeriodScheme"):
            if not self.schemes:
                problems.add("schemes", "empty", "must hold at least one scheme")
            for index, scheme in enumerate(self.schemes):
                problems.instance(f"schemes[{index}]", scheme, PeriodScheme, "a PeriodScheme")
        if problems.instance("extensions", self.extensions, tuple, "a tuple of Extension"):
            for index, extension in enumerate(self.extensions):
                problems.instance(f"extensions[{index}]", extension, Extension, "an Extension")
        problems.done()
        check_schemes(problems, self.schemes)
        check_extensions(problems, self.schemes, self.extensions)
        problems.done()
        put, timeline = object.__setattr__, Timeline.build(self.schemes, self.extensions)
        put(self, "_timeline", timeline)
        put(self, "_first", timeline.first)
        put(self, "_table", timeline.table)

    def _row(self, period: Period) -> Row:
        if type(period) is not Period:
            problems = Problems(QUESTION)
            problems.instance("period", period, Period, "a Period")
            problems.done()
        row = self._timeline.row(period)
        if row is None:
            near = self.periods(period.year) or (self._timeline.nearest(date(period.year, 1, 1)),)
            raise UnknownNameError("period", str(period), "unknown-period", tuple(map(str, near)))
        return row

    def _no_period(self, day: date) -> UnknownNameError:
        nearest = self._timeline.nearest(day)
        return UnknownNameError("period of the day", day.isoformat(), "no-period", (str(nearest),))

    def _entry(self, day: date) -> Entry:
        check_day(QUESTION, "day", day)
        index = day.toordinal() - self._first
        return self._table[index] if 0 <= index < len(self._table) else self._timeline.entry(day)

    def period_on(self, day: date) -> Period:
        """The period that a day lies in; every day lies in one at most.

        Args:
            day: any.

        Raises:
            UnknownNameError: ``no-period`` where no scheme holds; the suggestion is the nearest period.
            WrongTypeError: ``datetime-for-date`` or ``wrong-type``.

        >>> CALENDAR.period_on(date(2023, 12, 31))
        Traceback (most recent call last):
            ...
        pmm_core.errors.UnknownNameError: unknown period of the day: 2023-12-31 [no-period]; did you mean 2024-S1?
        """
        period, _ = self._entry(day)
        if period is None:
            raise self._no_period(day)
        return period

    def nearest(self, day: date) -> Period:
        """The period that a day lies in, or else the nearest one; of two equally near the earlier.

        Args:
            day: any.

        Raises:
            WrongTypeError: ``datetime-for-date`` or ``wrong-type``.
        """
        check_day(QUESTION, "day", day)
        return self._timeline.nearest(day)

    def periods(self, year: int) -> tuple[Period, ...]:
        """List the periods of a year, in order; none for a year without a scheme.

        Args:
            year: from 1000 to 9998.

        Raises:
            InvalidValueError: ``too-small`` or ``too-large``.
            WrongTypeError: for anything but a whole number.

        >>> CALENDAR.periods(2024), CALENDAR.periods(2025), CALENDAR.periods(2023)
        ((<Period 2024-S1>, <Period 2024-S2>), (<Period 2025-A1>,), ())
        """
        problems = Problems(QUESTION)
        check_year(problems, "year", year)
        problems.done()
        return tuple(period for scheme in self.schemes for period in scheme.periods(year))

    def next(self, period: Period) -> Period:
        """The period after a period, across a change of scheme too.

        Args:
            period: one of this calendar.

        Raises:
            UnknownNameError: ``unknown-period``, or ``no-period`` after the last one.
            WrongTypeError: ``wrong-type`` for anything but a period.
        """
        return self._beside(period, 1, "period after")

    def previous(self, period: Period) -> Period:
        """The period before a period, across a change of scheme too.

        Args:
            period: one of this calendar.

        Raises:
            UnknownNameError: ``unknown-period``, or ``no-period`` before the first one.
            WrongTypeError: ``wrong-type`` for anything but a period.
        """
        return self._beside(period, -1, "period before")

    def _beside(self, period: Period, step: int, kind: str) -> Period:
        found = self._timeline.beside(self._row(period), step)
        if found is None:
            raise UnknownNameError(kind, str(period), "no-period")
        return found

    def scheme_of(self, period: Period) -> PeriodScheme:
        """The scheme that a period belongs to.

        Args:
            period: one of this calendar.

        Raises:
            UnknownNameError: ``unknown-period``.
            WrongTypeError: ``wrong-type`` for anything but a period.
        """
        return self._row(period).scheme

    def span(self, period: Period) -> Window:
        """All days of a period.

        Args:
            period: one of this calendar.

        Raises:
            UnknownNameError: ``unknown-period``.
            WrongTypeError: ``wrong-type`` for anything but a period.

        >>> CALENDAR.span(Period.parse("2024-S1"))
        <Window 2024-01-01..2024-06-30>
        """
        return self._row(period).span

    def text(self, period: Period, *, language: Literal["en", "id"] = "en") -> str:
        """The phases and deadlines of a period as aligned text for a terminal.

        Args:
            period: one of this calendar.
            language: ``"en"`` or ``"id"``.

        Returns:
            Lines without colours; extensions are counted in, and stand below the phases with their reason.

        Raises:
            UnknownNameError: ``unknown-period``.
            InvalidValueError: ``malformed`` for another language.
            WrongTypeError: ``wrong-type`` for anything but a period.

        >>> print(CALENDAR.text(Period.parse("2024-S2")))
        2024-S2 · second semester
        <BLANKLINE>
        phase             from          to  days   how sure
        planning    2024-07-01  2024-07-31    31  secondary
        execution   2024-08-01  2024-12-31   153   official
        assessment  2024-12-01  2024-12-31    31  secondary
        <BLANKLINE>
        deadline                     on   how sure
        end of planning      2024-07-31  secondary
        end of execution     2024-12-31   official
        periodic evaluation  2024-12-31  secondary
        annual evaluation    2025-01-31  secondary
        """
        return text_of(self._row(period), language)

    def html(self, period: Period, *, language: Literal["en", "id"] = "en") -> str:
        """The same as HTML tables for notebooks and pages, all text escaped; arguments and errors as for `text`."""
        return html_of(self._row(period), language)
