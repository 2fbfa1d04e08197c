"""Exact keys to sort by, in whole numbers only.

Fractions are slow to compare, floats are not exact.  With bases below 2**b, two different fractions differ by more
than 2**-(2*b); multiplied by 2**(2*b) they therefore differ by more than 1, and their whole parts keep the order and
tell them apart.  Equal fractions get equal keys.  So a plain integer per score sorts and compares exactly, whatever
the size of the base; ``tests/laws/test_order.py`` holds it against `fractions.Fraction`.
"""

from collections.abc import Sequence

from pmm_core._checks import Exact

Ratio = tuple[int, int]
"""A numerator and a positive denominator."""


def ratio(value: Exact) -> Ratio:
    """Read an exact number as a numerator and a positive denominator."""
    return value.as_integer_ratio()


def shift_for(ratios: Sequence[Ratio]) -> int:
    """How many bits keep any two of these fractions apart."""
    largest = max([base for _, base in ratios], default=1)
    return 0 if largest == 1 else 2 * largest.bit_length()


def key_of(number: int, base: int, shift: int) -> int:
    """The key of one fraction; keys compare only under one shift."""
    return (number << shift) // base


def keys(ratios: Sequence[Ratio]) -> list[int]:
    """One whole number per fraction, ordered and equal exactly as the fractions are."""
    shift = shift_for(ratios)
    if shift == 0:
        return [number for number, _ in ratios]
    return [(number << shift) // base for number, base in ratios]
