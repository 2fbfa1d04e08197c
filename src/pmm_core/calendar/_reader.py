"""Indonesian for dateutil's parser.

A file of its own, since dateutil's parser takes as long to import as the rest of the library: it is loaded when the
first date is read.
"""

from datetime import date, datetime
from typing import Final

from dateutil.parser import parser, parserinfo

from pmm_core.calendar._names import FILLERS, MONTHS, WEEKDAYS

# What dateutil's parser has been seen to raise, or may by its code; OverflowError and ArithmeticError come from numbers
_RAISED: Final = (ValueError, ArithmeticError, TypeError, LookupError, AttributeError, AssertionError)


class _Indonesian(parserinfo):
    """The words of Indonesian dates.

    Every question that the parser asks is answered here; the parent is not set up, since it reads the clock to guess
    the century of years with two digits, which are refused before they come here.
    """

    def __init__(self, *, year_first: bool) -> None:
        self.dayfirst = not year_first
        self.yearfirst = year_first

    def jump(self, name: str) -> bool:
        return name.isspace() or name in FILLERS

    def weekday(self, name: str) -> int | None:
        return WEEKDAYS.get(name)

    def month(self, name: str) -> int | None:
        return MONTHS.get(name)

    def hms(self, name: str) -> None:
        """No times of the day here."""

    def ampm(self, name: str) -> None:
        """No times of the day here."""

    def pertain(self, name: str) -> bool:  # noqa: ARG002 -- the signature is dateutil's
        return False

    def validate(self, res: object) -> bool:
        return getattr(res, "hour", None) is None


_DAY_FIRST: Final = parser(_Indonesian(year_first=False))
_YEAR_FIRST: Final = parser(_Indonesian(year_first=True))
# The parser fills what a text lacks from a default.  Two that differ in day, month and year show what it filled.  The
# days are more than a week apart, since a day of the week alone moves a default to the next such day; both years have a
# 29 February, so that it is not the default that refuses one.
_ONE: Final = datetime(2000, 1, 1)  # noqa: DTZ001 -- whole days have no zone
_OTHER: Final = datetime(2004, 2, 15)  # noqa: DTZ001 -- the same


def read(text: str, *, year: int | None, year_first: bool) -> tuple[date, date] | None:
    """Read a text against two defaults.

    Args:
        text: words and numbers, lower case, one blank between them.
        year: the year to take where the text has none.
        year_first: whether numbers begin with the year.

    Returns:
        What either default gives; equal where the text says it all.  None where there is no such day.
    """
    reader = _YEAR_FIRST if year_first else _DAY_FIRST
    one = _ONE if year is None else _ONE.replace(year=year)
    other = _OTHER if year is None else _OTHER.replace(year=year)
    try:
        return reader.parse(text, default=one).date(), reader.parse(text, default=other).date()
    except _RAISED:
        return None
