"""The whole-number keys that tables sort by, against fractions."""

from fractions import Fraction
from math import gcd

from hypothesis import example, given, strategies as st

from pmm_core.ranking._order import SAFE, key_of, keys, keys_of, picker, ratio, shift_for
from pmm_core.testing import exact_scores

SIZES = tuple(size + step for size in (2**26, 2**31, 2**53, 2**64) for step in (-2, -1, 0, 1, 2))
BASES = st.integers(1, 9) | st.sampled_from(SIZES) | st.integers(1, 2**70)
Pair = tuple[int, int]


def neighbours(number: int, base: int) -> tuple[Pair, Pair]:
    """Two fractions as close as two can be on such bases: the cross product differs by 1."""
    common = gcd(number, base)
    number, base = number // common, base // common
    other = pow(base, -1, number) if number > 1 else 1
    below = (base * other - 1) // number
    return (number, base), ((other, below) if below else (other + number, base))


NEIGHBOURS = st.builds(neighbours, st.integers(1, 2**70) | st.sampled_from(SIZES), BASES)


def ordered_alike(fractions: list[Pair]) -> None:
    found = keys([number for number, _ in fractions], [base for _, base in fractions])
    exact = [Fraction(number, base) for number, base in fractions]
    for key, value in zip(found, exact, strict=True):
        for other, its in zip(found, exact, strict=True):
            assert (key < other) == (value < its)
            assert (key == other) == (value == its)


class TestKeysOrderAsFractionsDo:
    """Two keys are ordered and equal exactly as the two fractions are, whatever the size of the bases."""

    @given(st.lists(st.tuples(st.integers(-(2**70), 2**70), BASES), max_size=6))
    @example([(1, 3), (2, 6), (-1, 3), (0, 5)])
    @example([])
    def test_any(self, fractions: list[Pair]) -> None:
        ordered_alike(fractions)

    @given(NEIGHBOURS, BASES)
    @example(((2**26, 2**26 + 1), (2**26 - 1, 2**26)), 1)
    @example(((2**31 - 1, 2**31), (2**31 - 2, 2**31 - 1)), 7)
    @example(((2**53, 2**53 + 1), (2**53 - 1, 2**53)), 2**26)
    @example(((2**64, 2**64 + 1), (2**64 - 1, 2**64)), 2**64)
    def test_the_closest_neighbours(self, pair: tuple[Pair, Pair], more: int) -> None:
        one, other = pair
        assert 1 == abs(one[0] * other[1] - other[0] * one[1]) or 1 == one[1] == other[1]
        ordered_alike([one, other, (one[0] * more, one[1] * more), (-one[0], one[1]), (-other[0], other[1])])

    @given(st.integers(1, 2**70))
    @example(1)
    @example(2)
    @example(2**26)
    def test_the_worst_case_of_a_base(self, base: int) -> None:
        ordered_alike([(1, base), (1, base + 1), (base, base + 1), (base - 1, base), (0, 1), (1, 1)])


class TestKeysOfExactNumbers:
    """The keys of int, Fraction and Decimal are ordered and equal exactly as the numbers are."""

    @given(st.lists(exact_scores(), max_size=6))
    @example([Fraction(1, 3), 0, -1])
    def test_mixed(self, values: list[int]) -> None:
        found = keys_of(values)
        for key, value in zip(found, values, strict=True):
            for other, its in zip(found, values, strict=True):
                assert (key < other) == (Fraction(value) < Fraction(its))
                assert (key == other) == (Fraction(value) == Fraction(its))

    @given(exact_scores())
    @example(Fraction(-1, 3))
    def test_a_ratio_has_a_positive_base(self, value: int) -> None:
        number, base = ratio(value)
        assert base > 0
        assert Fraction(value) == Fraction(number, base)


class TestOneKeyIsAllKeys:
    """Keys reckoned alone, under the shift of all bases, are ordered and equal exactly as those of the list are."""

    @given(st.lists(st.tuples(st.integers(0, 2**40), BASES), min_size=1, max_size=6))
    @example([(1, 3), (1, 1)])
    @example([(SAFE - 1, SAFE - 1), (SAFE - 2, SAFE - 1), (SAFE - 3, SAFE - 2), (1, SAFE - 1), (1, SAFE - 2)])
    @example([(SAFE, SAFE), (SAFE - 1, SAFE)])
    def test_it(self, fractions: list[Pair]) -> None:
        shift = shift_for([base for _, base in fractions])
        alone = [key_of(number, base, shift) for number, base in fractions]
        listed = keys([number for number, _ in fractions], [base for _, base in fractions])
        for one, its in zip(alone, listed, strict=True):
            assert [one < other for other in alone] == [its < other for other in listed]
            assert [one == other for other in alone] == [its == other for other in listed]

    @given(st.integers(1, SAFE - 1), st.integers(2, SAFE - 1))
    @example(SAFE - 1, SAFE - 1)
    @example(1, SAFE - 1)
    def test_the_closest_neighbours_below_the_bound_are_told_apart(self, number: int, base: int) -> None:
        one, other = neighbours(number, base)
        if max(*one, *other) < SAFE:
            ordered_alike([one, other, (-one[0], one[1]), (-other[0], other[1])])


class TestPicking:
    """A picker takes exactly the items of its indices, in their order, none and one among them."""

    @given(st.lists(st.integers(0, 4), max_size=6))
    @example([])
    @example([3])
    def test_it(self, order: list[int]) -> None:
        assert tuple("abcde"[index] for index in order) == picker(order)("abcde")
