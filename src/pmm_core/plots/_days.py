"""Days on an axis."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, Final

from matplotlib import dates

_FEWEST_DAYS: Final = 1
_dates: Any = dates  # it ships no types


def position(day: date) -> float:
    """Where a day begins on an axis of days."""
    return float(_dates.date2num(datetime.combine(day, time())))


def width_of(days: Sequence[date]) -> float:
    """How wide an axis of these days is; a single day has a width too."""
    return max(_FEWEST_DAYS, (days[-1] - days[0]).days)


def thinned(days: Sequence[date], most: int) -> list[date]:
    """Some of the days, the first and the last among them, so far apart that their labels do not touch."""
    apart = width_of(days) / most
    kept = [days[0]]
    for day in days[1:-1]:
        if (day - kept[-1]).days >= apart and (days[-1] - day).days >= apart:
            kept.append(day)
    return kept if len(days) == 1 else [*kept, days[-1]]
