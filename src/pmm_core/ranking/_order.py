"""Exact keys to sort by: one plain number per fraction, ordered and equal exactly as the fractions are.

Fractions are slow to compare.  Two different fractions on bases up to M differ by at least 1 / M**2; multiplied by a
power of two above M**2 they therefore differ by more than 1, and their whole parts keep the order and tell them apart.
Equal fractions get equal keys.  So a plain integer per score sorts and compares exactly, whatever the size of the base.

Where numerators and bases are below 2**26, as all that is counted in a kabupaten is, the rounded quotient does the same
for a third of the price: two different fractions a/b and c/d differ by a share of at least 1 / (a * d) > 2**-52 of
themselves, which is more than the widest gap between neighbouring doubles, and rounding never turns an order round.
Such a quotient is compared and never read.  ``tests/laws/test_order.py`` holds both against `fractions.Fraction`.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import Any, Final, TypeVar

from pmm_core._checks import Exact

T = TypeVar("T")

Ratio = tuple[int, int]
"""A numerator and a positive denominator."""
SAFE: Final = 2**26
"""Below this, rounded quotients of whole numbers are ordered and equal exactly as the fractions are."""


def ratio(value: Exact) -> Ratio:
    """Read an exact number as a numerator and a positive denominator."""
    return value.as_integer_ratio()


def negated(value: Exact) -> Exact:
    """Turn an exact number round; a plain minus rounds a decimal by whatever context its caller set."""
    return value.copy_negate() if isinstance(value, Decimal) else -value


def shift_for(bases: Iterable[int]) -> int:
    """How many bits keep any two fractions on these bases apart."""
    largest = max(bases, default=1)
    return 0 if largest == 1 else (largest * largest).bit_length()


def key_of(number: int, base: int, shift: int) -> int:
    """The key of one fraction; keys compare only under one shift."""
    return (number << shift) // base


def keys(numbers: Sequence[int], bases: Sequence[int]) -> list[Any]:
    """One plain number per fraction, ordered and equal as the fractions are; they compare with each other only."""
    shift = shift_for(bases)
    if shift == 0:
        return list(numbers)
    if max(bases) < SAFE and max(numbers) < SAFE and min(numbers) > -SAFE:
        return [number / base for number, base in zip(numbers, bases, strict=True)]
    return [(number << shift) // base for number, base in zip(numbers, bases, strict=True)]  # key_of, without the call


def keys_of(values: Iterable[Exact]) -> list[Any]:
    """The same for exact numbers of any kind."""
    ratios = [ratio(value) for value in values]
    return keys([number for number, _ in ratios], [base for _, base in ratios])


def picker(order: Sequence[int]) -> Callable[[Sequence[T]], tuple[T, ...]]:
    """Takes the items of any sequence in this order; what `itemgetter` does, also for one index and for none."""
    if len(order) > 1:
        return itemgetter(*order)
    return lambda values: tuple(values[index] for index in order)
