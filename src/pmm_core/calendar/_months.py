"""Months: the one place where dateutil's month arithmetic is used.

Steps are always taken from the anchor day and never chained: 31 January and one month is 29 February, and one month
more from there is 29 March, while 31 January and two months is 31 March.
"""

from datetime import date, datetime
from functools import lru_cache
from typing import Final

from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, rrule

from pmm_core._checks import Problems
from pmm_core.calendar._window import Window, check_window
from pmm_core.errors import InvalidValueError, Problem

_MOST: Final = 12 * 9998  # more months than lie between any two days


def add_months(day: date, months: int) -> date:
    """Step so many months from an anchor day; a day that the month lacks becomes its last.

    Never chain steps: step twice as far from the same anchor instead.

    Args:
        day: the anchor.
        months: how many months later; negative for earlier.

    Returns:
        The day.

    Raises:
        InvalidValueError: ``out-of-range`` where the calendar ends before that, ``too-small`` or ``too-large`` for more
            months than any calendar has.
        WrongTypeError: for a field of the wrong kind.

    >>> from datetime import date
    >>> add_months(date(2024, 1, 31), 1), add_months(date(2024, 1, 31), 2)
    (datetime.date(2024, 2, 29), datetime.date(2024, 3, 31))
    """
    problems = Problems("add_months")
    problems.day("day", day)
    problems.integer("months", months, minimum=-_MOST, maximum=_MOST)
    problems.done()
    try:
        return day + relativedelta(months=months)
    except (ValueError, OverflowError):
        problem = Problem("months", "out-of-range", "must not lead out of the years 1 to 9999")
        raise InvalidValueError("add_months", (problem,)) from None


def months_in(window: Window) -> tuple[date, ...]:
    """List the months (bulan) that a window touches.

    Args:
        window: any window.

    Returns:
        The first day of every month that has a day in the window, in order.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a window.

    >>> [first.month for first in months_in(Window.parse("2024-02-01..2024-06-30"))]
    [2, 3, 4, 5, 6]
    """
    if type(window) is not Window:
        check_window("months_in", "window", window)
    return _first_days(window.start.year, window.start.month, window.end.year, window.end.month)


@lru_cache(maxsize=256)  # a rule is expanded once for each pair of months, since the same windows are asked for again
def _first_days(year: int, month: int, last_year: int, last_month: int) -> tuple[date, ...]:
    rule = rrule(MONTHLY, dtstart=datetime(year, month, 1), until=datetime(last_year, last_month, 1))  # noqa: DTZ001 -- whole days have no zone
    return tuple(each.date() for each in rule)


def day_in(year: int, month: int, day: int) -> date:
    """The day of a month; where the month is shorter, its last."""
    try:
        return date(year, month, day)  # nearly always there, and far cheaper than asking dateutil at once
    except ValueError:
        return date(year, month, 1) + relativedelta(day=day)
