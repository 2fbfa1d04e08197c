"""The calendar: which phases are open on a day, why others are not, and by when what must be done."""

from datetime import date
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core.calendar._calendar_rules import rules_of
from pmm_core.calendar._known import ANNUAL_2025, ANNUAL_FROM_2026, PLANNING_2024_S1_EXTENDED, SEMESTERS_2024
from pmm_core.calendar._months import months_in
from pmm_core.calendar._period import Deadline, Extension, OpenPhase, Period
from pmm_core.calendar._periods import QUESTION, Periods
from pmm_core.calendar._phase import Phase
from pmm_core.calendar._window import Window, check_day
from pmm_core.errors import Refusal, RefusedError
from pmm_core.sources import Rule, Source


@final
@attrs.frozen(repr=False)
class PeriodCalendar(Periods):
    """A calendar of periods (kalender periode): schemes, one after the other, and extensions.

    `CALENDAR` is the one that is known; another reading, or another year's decision, makes another value.

    Args:
        schemes: each begins after the one before has ended; only the last may have no end.
        extensions: at most one for each phase of a period.

    Raises:
        InvalidValueError: ``schemes-overlap``, ``empty`` for no schemes; for an extension ``unknown-period``,
            ``no-such-phase``, ``not-later`` or ``duplicate``.
        WrongTypeError: for a field of the wrong kind.

    >>> from datetime import date
    >>> CALENDAR.period_on(date(2024, 3, 7)), CALENDAR.next(Period.parse("2024-S2"))
    (<Period 2024-S1>, <Period 2025-A1>)
    """

    def extend(self, extension: Extension) -> "PeriodCalendar":
        """The calendar with one extension more.

        Args:
            extension: of a phase that is not extended yet.

        Raises:
            InvalidValueError: ``unknown-period``, ``no-such-phase``, ``not-later`` or ``duplicate``.
            WrongTypeError: ``wrong-type`` for anything but an extension.
        """
        return PeriodCalendar(self.schemes, (*self.extensions, extension))

    def phases_on(self, day: date) -> tuple[OpenPhase, ...]:
        """The phases that are open on a day, with their windows; they may overlap.

        Args:
            day: any.

        Returns:
            The open phases by period and phase; none on a day between two phases.

        Raises:
            UnknownNameError: ``no-period`` where no scheme holds and nothing is open.
            WrongTypeError: ``datetime-for-date`` or ``wrong-type``.

        >>> [found.phase.label_id for found in CALENDAR.phases_on(date(2024, 6, 1))]
        ['pelaksanaan', 'penilaian']
        """
        if type(day) is date:  # the way of nearly every question, without a further call
            index = day.toordinal() - self._first
            if 0 <= index < len(self._table) and (found := self._table[index][1]):
                return found
        period, found = self._entry(day)
        if period is None and not found:
            raise self._no_period(day)
        return found

    def phases(self, period: Period) -> tuple[OpenPhase, ...]:
        """The phases of a period with their windows, in the order of `Phase`.

        Args:
            period: one of this calendar.

        Raises:
            UnknownNameError: ``unknown-period``.
            WrongTypeError: ``wrong-type`` for anything but a period.
        """
        return self._row(period).openings

    def _opening(self, period: Period, phase: Phase) -> OpenPhase:
        if type(phase) is not Phase:
            problems = Problems(QUESTION)
            problems.instance("phase", phase, Phase, "a Phase")
            problems.done()
        row = self._row(period)
        found = row.opening(phase)
        if found is None:
            possible = tuple(each.phase.label_en for each in row.openings)
            refusal = Refusal("no-such-phase", f"{period} has no {phase.label_en}", possible)
            raise RefusedError("find the window of a phase", (refusal,))
        return found

    def window(self, period: Period, phase: Phase) -> Window:
        """When a phase of a period is open, an extension counted in.

        Args:
            period: one of this calendar.
            phase: one that the period has.

        Raises:
            UnknownNameError: ``unknown-period``.
            RefusedError: ``no-such-phase``.
            WrongTypeError: for an argument of the wrong kind.

        >>> CALENDAR.window(Period.parse("2024-S1"), Phase.EXECUTION).days
        151
        """
        return self._opening(period, phase).window

    def regular_window(self, period: Period, phase: Phase) -> Window:
        """When a phase of a period would be open without an extension.

        Args:
            period: one of this calendar.
            phase: one that the period has.

        Raises:
            UnknownNameError: ``unknown-period``.
            RefusedError: ``no-such-phase``.
            WrongTypeError: for an argument of the wrong kind.

        >>> CALENDAR.regular_window(Period.parse("2024-S1"), Phase.PLANNING)
        <Window 2024-01-01..2024-01-31>
        """
        return self._opening(period, phase).regular

    def months(self, period: Period, phase: Phase) -> tuple[date, ...]:
        """The first days of the months in which a phase of a period is open; see `months_in`.

        Args:
            period: one of this calendar.
            phase: one that the period has.

        Raises:
            UnknownNameError: ``unknown-period``.
            RefusedError: ``no-such-phase``.
            WrongTypeError: for an argument of the wrong kind.
        """
        return months_in(self._opening(period, phase).window)

    def is_open(self, period: Period, phase: Phase, *, on: date) -> bool:
        """Tell whether a phase of a period is open on a day.

        Args:
            period: one of this calendar.
            phase: one that the period has.
            on: the day.

        Raises:
            UnknownNameError: ``unknown-period``.
            RefusedError: ``no-such-phase``.
            WrongTypeError: for an argument of the wrong kind.
        """
        check_day(QUESTION, "on", on)
        return on in self._opening(period, phase).window

    def why_closed(self, period: Period, phase: Phase, *, on: date) -> Refusal | None:
        """Why a phase of a period is closed on a day, and what is possible instead.

        Args:
            period: one of this calendar.
            phase: one that the period has.
            on: the day.

        Returns:
            A refusal with ``phase-not-open`` or ``phase-over``; None where the phase is open.  What is possible after
            the end is what is open on the day, and the next window of the phase that is not over.

        Raises:
            UnknownNameError: ``unknown-period``.
            RefusedError: ``no-such-phase``.
            WrongTypeError: for an argument of the wrong kind.

        >>> print(CALENDAR.why_closed(Period.parse("2024-S1"), Phase.PLANNING, on=date(2024, 4, 1)).message)
        planning of 2024-S1 ended on 2024-03-31
        """
        check_day(QUESTION, "on", on)
        found = self._opening(period, phase)
        if on in found.window:
            return None
        name = f"{phase.label_en} of {period}"
        if on < found.window.start:
            return Refusal("phase-not-open", f"{name} begins on {found.window.start}", (str(found),))
        _, others = self._entry(on)
        after = self._timeline.upcoming(period, phase, on)
        possible = (*others, *(() if after is None or after in others else (after,)))
        return Refusal("phase-over", f"{name} ended on {found.window.end}", tuple(map(str, possible)))

    def require_open(self, period: Period, phase: Phase, *, on: date) -> OpenPhase:
        """The opening of a phase of a period, or an error where it is closed on a day.

        Args:
            period: one of this calendar.
            phase: one that the period has.
            on: the day.

        Raises:
            RefusedError: ``phase-not-open`` or ``phase-over`` with what is possible, as `why_closed` says;
                ``no-such-phase``.
            UnknownNameError: ``unknown-period``.
            WrongTypeError: for an argument of the wrong kind.
        """
        closed = self.why_closed(period, phase, on=on)
        if closed is not None:
            raise RefusedError(f"go on with {phase.label_en}", (closed,))
        return self._opening(period, phase)

    def days_left(self, period: Period, phase: Phase, *, on: date) -> int:
        """How many days are left until a phase of a period ends: 0 on its last day.

        Args:
            period: one of this calendar.
            phase: one that the period has.
            on: the day from which to count; may lie before the phase begins.

        Raises:
            RefusedError: ``phase-over`` after the last day, ``no-such-phase``.
            UnknownNameError: ``unknown-period``.
            WrongTypeError: for an argument of the wrong kind.

        >>> CALENDAR.days_left(Period.parse("2024-S1"), Phase.EXECUTION, on=date(2024, 3, 7))
        115
        """
        closed = self.why_closed(period, phase, on=on)
        if closed is not None and closed.code == "phase-over":
            raise RefusedError("count the days left", (closed,))
        return (self._opening(period, phase).window.end - on).days

    def deadlines(self, period: Period) -> tuple[Deadline, ...]:
        """By when what of a period must be done, the earliest first; extensions are counted in.

        Args:
            period: one of this calendar.

        Raises:
            UnknownNameError: ``unknown-period``.
            WrongTypeError: ``wrong-type`` for anything but a period.

        >>> print(CALENDAR.deadlines(Period.parse("2024-S2"))[-1])
        2025-01-31: annual evaluation of 2024-S2
        """
        return self._row(period).deadlines

    def due(self, *, on: date) -> tuple[Deadline, ...]:
        """What is still to be done on a day: the deadlines that lie ahead, of all periods that have begun.

        Args:
            on: the day; a deadline on this very day is still ahead.

        Returns:
            The deadlines, the earliest first; none before the first period.

        Raises:
            WrongTypeError: ``datetime-for-date`` or ``wrong-type``.

        >>> print(CALENDAR.due(on=date(2025, 1, 31))[0])
        2025-01-31: annual evaluation of 2024-S2
        """
        check_day(QUESTION, "on", on)
        begun = [row for row in self._timeline.near(on).values() if row.span.start <= on]
        ahead = [deadline for row in begun for deadline in row.deadlines if on <= deadline.on]
        return tuple(sorted(ahead, key=lambda deadline: deadline.on))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that produced this: of the known schemes and extensions in it, and of every calendar."""
        return rules_of((*self.schemes, *self.extensions))

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where schemes, phases, deadlines and extensions come from, each work once."""
        found = [scheme.source for scheme in self.schemes]
        for pattern in (pattern for scheme in self.schemes for pattern in scheme.patterns):
            found += [source for span in pattern.phases for source in span.sources]
            found += [rule.source for rule in pattern.deadlines]
        return tuple(dict.fromkeys((*found, *(extension.source for extension in self.extensions))))

    def __str__(self) -> str:
        return "\n".join([*map(str, self.schemes), *map(str, self.extensions)])

    def __repr__(self) -> str:
        keys = ", ".join(scheme.key for scheme in self.schemes)
        extended = f"; {len(self.extensions)} extended" if self.extensions else ""
        return f"<PeriodCalendar {keys}{extended}>"


CALENDAR: Final = PeriodCalendar((SEMESTERS_2024, ANNUAL_2025, ANNUAL_FROM_2026), (PLANNING_2024_S1_EXTENDED,))
