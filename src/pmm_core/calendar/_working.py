"""Working days.

The rules of performance management that are known fix days of the calendar, never working days; this is a convenience
for planning what is done inside a window.  Holidays are not bundled: they change by decree within the year, so that
they come from a `WorkingCalendar` of the caller.
"""

from datetime import date, timedelta
from typing import Final, Protocol, final, runtime_checkable

import attrs

from pmm_core._checks import Problems
from pmm_core.calendar._weekday import Weekday
from pmm_core.calendar._window import Window, check_window
from pmm_core.errors import InvalidValueError, Problem, Refusal, RefusedError

_REACH: Final = 366  # days in a row without work after which the search is given up
_MOST: Final = 366 * 100


@runtime_checkable
class WorkingCalendar(Protocol):
    """What knows the working days (hari kerja): anything with this one method.

    >>> isinstance(FIVE_DAY_WEEK, WorkingCalendar)
    True
    """

    def is_working_day(self, day: date) -> bool:
        """Tell whether people work on a day.

        Args:
            day: any calendar day.
        """
        ...


@final
@attrs.frozen
class WeekendOnly:
    """Working days by the day of the week alone, without holidays.

    Args:
        days_off: the days of the week on which nobody works; not all seven.

    Raises:
        InvalidValueError: ``no-working-day`` where every day is off.
        WrongTypeError: ``wrong-type`` for anything but a frozenset of days of the week.

    >>> from datetime import date
    >>> saturday = date(2024, 3, 9)
    >>> FIVE_DAY_WEEK.is_working_day(saturday), SIX_DAY_WEEK.is_working_day(saturday)
    (False, True)
    """

    days_off: frozenset[Weekday]

    def __attrs_post_init__(self) -> None:
        problems = Problems("WeekendOnly")
        if problems.instance("days_off", self.days_off, frozenset, "a frozenset of Weekday"):
            problems.each_of("days_off", self.days_off, _check_weekday)
            if self.days_off.issuperset(Weekday):
                problems.add("days_off", "no-working-day", "must leave at least one day of the week")
        problems.done()

    def is_working_day(self, day: date) -> bool:
        """Tell whether people work on a day.

        Args:
            day: any.

        Raises:
            WrongTypeError: ``datetime-for-date`` or ``wrong-type``.
        """
        return Weekday.of(day) not in self.days_off


def _check_weekday(problems: Problems, path: str, value: object) -> None:
    problems.instance(path, value, Weekday, "a frozenset of Weekday")


FIVE_DAY_WEEK: Final = WeekendOnly(frozenset({Weekday.SATURDAY, Weekday.SUNDAY}))
SIX_DAY_WEEK: Final = WeekendOnly(frozenset({Weekday.SUNDAY}))


def _check(day: object, working: object) -> None:
    problems = Problems("working days")
    problems.day("day", day)
    problems.instance("working", working, WorkingCalendar, "a WorkingCalendar")
    problems.done()


def working_days(window: Window, *, working: WorkingCalendar = FIVE_DAY_WEEK) -> tuple[date, ...]:
    """List the working days of a window.

    Args:
        window: any window.
        working: what knows the working days; five days a week where it is left out.

    Returns:
        The days in order; none where nobody works in the window.

    Raises:
        WrongTypeError: ``wrong-type`` for an argument of the wrong kind.

    >>> len(working_days(Window.parse("2024-02-01..2024-06-30"), working=SIX_DAY_WEEK))
    129
    """
    check_window("working days", "window", window)
    _check(window.start, working)
    return tuple(day for day in window if working.is_working_day(day))


def next_working_day(day: date, *, working: WorkingCalendar = FIVE_DAY_WEEK) -> date:
    """The first working day from a day on; the day itself where it is one.

    Args:
        day: where to begin.
        working: what knows the working days; five days a week where it is left out.

    Raises:
        RefusedError: ``no-working-day`` where there is none within a year.
        InvalidValueError: ``out-of-range`` where the calendar ends before that.
        WrongTypeError: for an argument of the wrong kind.

    >>> from datetime import date
    >>> next_working_day(date(2024, 6, 30))
    datetime.date(2024, 7, 1)
    """
    _check(day, working)
    return day if working.is_working_day(day) else _seek(day, 1, working)


def add_working_days(day: date, days: int, *, working: WorkingCalendar = FIVE_DAY_WEEK) -> date:
    """Step so many working days from a day, which is not counted itself.

    Args:
        day: where to begin; need not be a working day.
        days: how many; negative steps back, and 0 stays on the day whatever it is.
        working: what knows the working days; five days a week where it is left out.

    Raises:
        RefusedError: ``no-working-day`` where there is none within a year.
        InvalidValueError: ``out-of-range`` where the calendar ends before that, ``too-small`` or ``too-large`` for
            more than a hundred years of days.
        WrongTypeError: for an argument of the wrong kind.

    >>> from datetime import date
    >>> add_working_days(date(2024, 3, 7), 2), add_working_days(date(2024, 3, 7), -4)
    (datetime.date(2024, 3, 11), datetime.date(2024, 3, 1))
    """
    _check(day, working)
    problems = Problems("working days")
    problems.integer("days", days, minimum=-_MOST, maximum=_MOST)
    problems.done()
    for _ in range(abs(days)):
        day = _seek(day, 1 if days > 0 else -1, working)
    return day


def _seek(day: date, step: int, working: WorkingCalendar) -> date:
    for away in range(1, _REACH + 1):
        try:
            found = day + timedelta(days=step * away)
        except OverflowError:
            problem = Problem("day", "out-of-range", "must not lead out of the years 1 to 9999")
            raise InvalidValueError("working days", (problem,)) from None
        if working.is_working_day(found):
            return found
    why = f"there is none within {_REACH} days of {day}"
    raise RefusedError("find a working day", (Refusal("no-working-day", why, ("another WorkingCalendar",)),))
