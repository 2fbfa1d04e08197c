"""Dates as people write them in Indonesian, read and written.

dateutil's parser is lenient: it fills what is missing, swaps day and month where the order given does not fit, and
takes nearly any word for a time zone.  So only words and numbers that a date can hold come to it, and what it makes of
them is held against the numbers that were written.
"""

import re
from datetime import date
from typing import Final

from pmm_core._checks import Problems, shown
from pmm_core.calendar._names import FILLERS, MONTH_NAMES, MONTHS, WEEKDAYS
from pmm_core.calendar._weekday import Weekday
from pmm_core.calendar._window import check_day

_SUBJECT: Final = "date"
_LONGEST: Final = 60
_APOSTROPHES: Final = re.compile("['`\u2018\u2019\u02bc]")
_ALLOWED: Final = re.compile(r"[A-Za-z0-9\s,./()-]+")  # blanks of every kind, digits and letters of one only
_PARTS: Final = re.compile(r"[a-z]+|[0-9]+")
_YEAR_DIGITS: Final = 4
_MOST_DAYS: Final = 31
_HOLDS: Final = 3  # day, month and year


def parse_date(text: str, *, year: int | None = None) -> date:
    """Read a date as people write it in Indonesian, the day first.

    Months and days of the week may be in full or short, in any case; a day of the week must be the right one.  The
    form of ISO 8601 is read as well.  Nothing is guessed, and no clock is read.

    Args:
        text: the date: ``Kamis, 11 Januari 2024``, ``Jumat (23/12/2022)``, or with the year given ``24/11``.
        year: the year of a text that may not name it; must agree with one that does.

    Returns:
        The day.

    Raises:
        InvalidValueError: ``partial-date``, ``ambiguous-date`` for a year of two digits, ``no-such-day``,
            ``weekday-mismatch``, ``year-mismatch``, ``malformed``, ``empty``; ``too-small`` or ``too-large`` for the
            year given.
        WrongTypeError: for an argument of the wrong kind.

    >>> parse_date("Kamis, 11 Januari 2024"), parse_date("Kamis (24/11)", year=2022)
    (datetime.date(2024, 1, 11), datetime.date(2022, 11, 24))
    """
    problems = Problems(_SUBJECT)
    if year is not None:
        problems.integer("year", year, minimum=1, maximum=date.max.year)
    parts = _split(problems, text)
    problems.done()
    words = [part for part in parts if part.isalpha()]
    numbers = [part for part in parts if not part.isalpha()]
    _check_form(problems, words, numbers, year)
    problems.done()
    day = _read(problems, parts, words, numbers, year)
    problems.done()
    return day


def _split(problems: Problems, text: object) -> list[str]:
    """Take a text apart into words and numbers; what stands between them says nothing."""
    if not problems.text("text", text) or not isinstance(text, str):
        return []
    plain = _APOSTROPHES.sub("", text)
    if len(text) > _LONGEST:
        problems.add("text", "malformed", f"must have at most {_LONGEST} characters")
    elif not _ALLOWED.fullmatch(plain) or not (parts := _PARTS.findall(plain.lower())):
        problems.add("text", "malformed", f"must be a date such as 11 Januari 2024, not {shown(text)}")
    else:
        return parts
    return []


def _check_form(problems: Problems, words: list[str], numbers: list[str], year: int | None) -> None:
    """Check that words and numbers can make one date, so that none is taken for a time or passed over."""
    known = MONTHS.keys() | WEEKDAYS.keys() | FILLERS
    understood = known.issuperset(words)
    if not understood:
        problems.add("text", "malformed", "must hold no words but a day of the week and a month")
    years = [number for number in numbers if len(number) == _YEAR_DIGITS]
    short = [number for number in numbers if len(number) < _YEAR_DIGITS - 1]
    months = sum(word in MONTHS for word in words)
    said = months + len(numbers)
    if len(years) + len(short) < len(numbers) or max(months, len(years)) > 1 or said > _HOLDS:
        problems.add("text", "malformed", "must hold one day, one month and one year of four digits")
    elif said == _HOLDS and not years:
        problems.add("text", "ambiguous-date", "must have a year of four digits, since two do not say the century")
    elif any(not 1 <= int(number) <= _MOST_DAYS for number in short):
        problems.add("text", "no-such-day", "must have a day from 1 to 31")
    elif understood and said + (year is not None and not years) < _HOLDS:
        problems.add("text", "partial-date", "must name day, month and year")


def _read(problems: Problems, parts: list[str], words: list[str], numbers: list[str], year: int | None) -> date:
    from pmm_core.calendar._reader import read  # noqa: PLC0415 -- dateutil's parser is slow to import

    year_first = bool(numbers) and len(numbers[0]) == _YEAR_DIGITS
    found = read(" ".join(parts), year=year, year_first=year_first)
    # two defaults that give two days would mean that one of them filled in what the text does not say
    if found is None or found[0] != found[1] or not _says(found[0], words, numbers, year_first=year_first):
        problems.add("text", "no-such-day", "must be a day of the calendar, in numbers as day, month and year")
        return date.min
    day = found[0]
    if year is not None and day.year != year:
        problems.add("text", "year-mismatch", f"must not name another year than {year}")
    if any(WEEKDAYS.get(word, day.weekday()) != day.weekday() for word in words):
        problems.add("text", "weekday-mismatch", f"must name {Weekday.of(day).label_id}, which {day} is")
    return day


def _says(day: date, words: list[str], numbers: list[str], *, year_first: bool) -> bool:
    """Whether the numbers are those of the day, in their order: dateutil swaps them where they do not fit."""
    expected = [day.day]
    if not any(word in MONTHS for word in words):
        expected.append(day.month)
    if any(len(number) == _YEAR_DIGITS for number in numbers):
        expected.append(day.year)
    return list(map(int, numbers)) == (expected[::-1] if year_first else expected)


def format_date(day: date, *, weekday: bool = False) -> str:
    """Write a date in Indonesian, so that `parse_date` reads it back.

    Args:
        day: any.
        weekday: whether to write the day of the week before it.

    Raises:
        WrongTypeError: ``datetime-for-date`` or ``wrong-type``.

    >>> from datetime import date
    >>> format_date(date(2024, 1, 11), weekday=True)
    'Kamis, 11 Januari 2024'
    """
    check_day(_SUBJECT, "day", day)
    text = f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year:04}"
    return f"{Weekday.of(day).label_id}, {text}" if weekday else text
