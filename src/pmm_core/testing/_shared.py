"""Small strategies and argument checks that the strategies of every concept share.

Wrong arguments are refused when a value is drawn, never when the strategy is made, as Hypothesis asks of strategies:
so a module with a wrong strategy still imports, and the test that uses it says what is wrong.
"""

from datetime import MAXYEAR, MINYEAR, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.calendar import CALENDAR, Period

_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_KEYS: Final = len(_DIGITS) ** 10
_SAMPLES: Final = ("A", "guru", "Kec. Batang", "<script>alert('x')</script>", '"&amp;" <b>', "ꦲꦏ꧀ꦱꦫ", "-", "½")
FIRST_DAY: Final = date(2020, 1, 1)
LAST_DAY: Final = date(2030, 12, 31)


@cache  # Hypothesis looks at every new strategy object again
def keys() -> st.SearchStrategy[str]:
    """Generate stable keys: lower-case words and numbers joined by hyphens; shrinks to ``0``."""
    return st.integers(0, _KEYS - 1).map(_key)


def _key(number: int) -> str:
    """One number for the whole key, since a draw for each letter costs ten times as much."""
    letters: list[str] = []
    while number or not letters:
        number, digit = divmod(number, len(_DIGITS))
        letters.append(_DIGITS[digit])
    middle = len(letters) // 2
    joint = "-" if letters[0] in "hyphen" and middle else ""  # some keys of two words, and which ones is all the same
    return f"{''.join(letters[:middle])}{joint}{''.join(letters[middle:])}"


@cache
def labels() -> st.SearchStrategy[str]:
    """Generate texts with something to see in them, markup and quotes among them; shrinks to ``A``."""
    return st.sampled_from(_SAMPLES) | _texts()


@cache
def label_pairs() -> st.SearchStrategy[tuple[str, str]]:
    """Generate a label in each of two languages, with one choice less than two labels take."""
    return st.sampled_from([(one, other) for one in _SAMPLES for other in _SAMPLES]) | st.tuples(_texts(), _texts())


@cache
def _texts() -> st.SearchStrategy[str]:
    return st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12).map(_seen)


def _seen(text: str) -> str:
    return text if any(sign.isalnum() for sign in text) else f"{text}A"


@cache
def days() -> st.SearchStrategy[date]:
    """Generate days of the years 2020 to 2030; shrinks to the first."""
    return st.dates(FIRST_DAY, LAST_DAY)


def digits(number: int, *bases: int) -> tuple[int, ...]:
    """Take one number apart into a choice for each of several bases, the first in the lowest place.

    One draw of a number below their product is far cheaper than a draw for each; below 2**24 Hypothesis draws evenly.
    """
    found: list[int] = []
    for base in bases:
        number, digit = divmod(number, base)
        found.append(digit)
    return tuple(found)


def hundredths(number: int) -> Decimal:
    """So many hundredths with two decimal places; arithmetic would round them by the decimal context of the caller."""
    return Decimal((int(number < 0), tuple(map(int, str(abs(number)))), -2))


def check_size(name: str, low: object, high: object) -> None:
    """Refuse bounds that are no whole numbers from 0 on, or in the wrong order."""
    for end, value in (("min", low), ("max", high)):
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise InvalidArgument(f"{end}_{name} must be a whole number from 0 on, not {value!r}")
    if isinstance(low, int) and isinstance(high, int) and low > high:
        raise InvalidArgument(f"min_{name}={low} is above max_{name}={high}")


def check_strategies(**given: Any) -> None:
    """Refuse arguments that are neither left out nor strategies."""
    for name, value in given.items():
        if value is not None and not isinstance(value, st.SearchStrategy):
            kind = type(value).__name__
            raise InvalidArgument(f"{name} must be a strategy, not {kind}; wrap a fixed value in st.just")


def check_day(name: str, value: object) -> None:
    """Refuse an argument that is neither left out nor a day; a datetime is none."""
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise InvalidArgument(f"{name} must be a date or None, not {type(value).__name__}")


def check_year(name: str, value: object, *, least: int = MINYEAR, most: int = MAXYEAR, needed: bool = False) -> None:
    """Refuse an argument that is no year between these two, nor left out where it can be."""
    if value is None and not needed:
        return
    if type(value) is not int or not least <= value <= most:
        choice = "" if needed else " or None"
        raise InvalidArgument(f"{name} must be a year from {least} to {most}{choice}, not {value!r}")


def check_known(period: Period | None) -> None:
    """Refuse a period that the calendar of the library does not have."""
    if period is not None and period not in CALENDAR.periods(period.year):
        raise InvalidArgument(f"period must be one of the calendar, not {period}")


def check_member(name: str, value: object, kind: type[Any]) -> None:
    """Refuse an argument that is neither left out nor of its kind."""
    if value is not None and not isinstance(value, kind):
        raise InvalidArgument(f"{name} must be a {kind.__name__} or None, not {type(value).__name__}")
