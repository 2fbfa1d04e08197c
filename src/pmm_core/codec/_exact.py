"""Exact numbers as texts that give back their sort and every digit.

    7       a whole number
    7/2     a fraction; 7/1 is one as well
    12.50   a decimal; a decimal always has a point or an exponent, so that 7. is one and 7 is none

There is one text for each number: `exact_text` writes it, and nothing else is read.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from pmm_core._checks import Exact

DIGITS: Final = 60
"""No number of a document has more digits, nor a larger exponent; far above anything that is counted."""
BOUND: Final = 10**DIGITS
SORTS: Final = MappingProxyType({int: "whole", Fraction: "fraction", Decimal: "decimal"})

# [0-9] and never \d, which takes the digits of every script
_WHOLE: Final = re.compile(r"-?[0-9]+")
_FRACTION: Final = re.compile(r"(-?[0-9]+)/([0-9]+)")
_DECIMAL: Final = re.compile(r"-?[0-9]+(?:\.[0-9]*)?(?:E[+-][0-9]{1,4})?")


def exact_text(value: Exact) -> str:
    """Write an exact number."""
    if isinstance(value, Decimal):
        text = Decimal.__str__(value).upper()  # a context may ask for a small e
        return text if "." in text or "E" in text else f"{text}."
    if isinstance(value, int):
        return f"{int(value):d}"
    return f"{value.numerator:d}/{value.denominator:d}"


def fits(value: Exact, digits: int) -> bool:
    """Whether a number is finite and has no more digits than that, nor a larger exponent."""
    if isinstance(value, Decimal):
        return value.is_finite() and abs(value.adjusted()) <= digits and len(value.as_tuple().digits) <= digits
    bound = BOUND if digits == DIGITS else 10**digits
    return -bound < value.numerator < bound and value.denominator < bound


def _whole(text: str) -> Exact | None:
    return int(text) if _WHOLE.fullmatch(text) else None


def _fraction(text: str) -> Exact | None:
    found = _FRACTION.fullmatch(text)
    return Fraction(int(found[1]), int(found[2])) if found and found[2].strip("0") else None


def _decimal(text: str) -> Exact | None:
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


_READERS: Final[MappingProxyType[str, Callable[[str], Exact | None]]] = MappingProxyType(
    {"whole": _whole, "fraction": _fraction, "decimal": _decimal}
)


def is_long(text: str, digits: int) -> bool:
    """Whether a text is longer than that of any number with so many digits, so that it need not be read."""
    return len(text) > 2 * digits + 8


def exact_of(text: str) -> Exact | None:
    """Read an exact number; None for every other text, also for another way to write the same number."""
    sort = "fraction" if "/" in text else "decimal" if "." in text or "E" in text else "whole"
    value = _READERS[sort](text)
    return value if value is not None and exact_text(value) == text else None


def sort_of(value: Exact) -> str:
    """The sort of a number."""
    if isinstance(value, Decimal):
        return SORTS[Decimal]
    return SORTS[int] if isinstance(value, int) else SORTS[Fraction]
