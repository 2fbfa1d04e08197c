"""Shares against plain arithmetic: Python's Fraction, whole numbers crosswise, and long division by hand."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Final

from hypothesis import example, given, strategies as st

from pmm_core._checks import Exact
from pmm_core.ranking import (
    SCHOOLS_LOGGED_IN,
    TEACHERS_LOGGED_IN,
    Component,
    Index,
    Measurement,
    composite,
    rank,
)
from pmm_core.regions import kabupatens
from pmm_core.sources import works

DAY: Final = date(2024, 3, 7)
AREAS: Final = kabupatens()
HUGE: Final = 10**40
PAIRS: Final = st.integers(1, 40).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))) | st.integers(
    1, HUGE
).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
Pair = tuple[int, int]


def share(number: int, of: int, area: int = 0) -> Measurement:
    return Measurement.share(AREAS[area], TEACHERS_LOGGED_IN, number, of=of, on=DAY)


def long_division(number: int, of: int, places: int) -> Decimal:
    """The percentage as one learns it at school: digit by digit, and half a step up at the end."""
    whole, left = divmod(100 * number, of)
    digits = ""
    for _ in range(places):
        digit, left = divmod(left * 10, of)
        digits += str(digit)
    counted = int(f"{whole}{digits}") + (2 * left >= of)
    return Decimal(counted).scaleb(-places)


class TestOneShare:
    """A share is the fraction of its two numbers, and its percentage is that of long division."""

    @given(PAIRS)
    @example((0, 1))
    @example((304, 1414))
    @example((HUGE - 1, HUGE))
    def test_the_value(self, pair: Pair) -> None:
        number, of = pair
        found = share(number, of)
        value = found.value
        assert value is not None
        assert Fraction(number, of) == value
        assert number * value.denominator == of * value.numerator
        assert of - number == found.left

    @given(PAIRS, st.integers(0, 12))
    @example((1, 8), 0)  # 12.5
    @example((1, 16), 1)  # 6.25
    @example((1, 3), 12)
    @example((199, 200), 0)  # 99.5
    @example((HUGE - 1, HUGE), 12)
    def test_the_percentage(self, pair: Pair, places: int) -> None:
        number, of = pair
        found = share(number, of).percent(places)
        with localcontext(prec=60):  # HUGE, times a hundred, with all places, is told exactly
            assert long_division(number, of, places) == found
        assert found is not None
        assert -places == found.as_tuple().exponent
        assert 2 * abs(Fraction(found) - Fraction(100 * number, of)) <= Fraction(1, 10**places)

    @given(st.integers(0, 4000), st.integers(0, 4))
    @example(1, 0)
    @example(4000, 4)
    def test_where_decimals_are_exact_they_round_the_same(self, number: int, places: int) -> None:
        exact = Decimal(100 * number) / 4000
        expected = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        assert expected == share(number, 4000).percent(places)


class TestManyShares:
    """Tables stand in the order of the shares, told without a division: a/b is above c/d where ad is above bc."""

    @given(st.lists(PAIRS, min_size=1, max_size=12))
    @example([(1, 3), (2, 6), (3333333, 10000000)])
    @example([(10**17, 10**17 + 1), (10**17 + 1, 10**17 + 2)])  # the same as floats
    def test_places(self, pairs: list[Pair]) -> None:
        table = rank(share(number, of, area) for area, (number, of) in enumerate(pairs))
        for area, (number, of) in enumerate(pairs):
            better = sum(other * of > number * base for other, base in pairs)
            equal = sum(other * of == number * base for other, base in pairs)
            row = table.of(AREAS[area])
            assert (better + 1, equal) == (row.rank, row.tied + 1)

    @given(st.lists(st.tuples(PAIRS, PAIRS), min_size=1, max_size=5), st.integers(1, 99))
    @example([((1, 3), (2, 3)), ((2, 3), (1, 3))], 50)
    def test_an_index_of_two_shares(self, rows: Sequence[tuple[Pair, Pair]], weight: int) -> None:
        """Points are a hundred times the weighted sum, over one denominator."""
        weights: tuple[Exact, Exact] = Decimal(weight).scaleb(-2), Fraction(100 - weight, 100)
        found = composite(index_of(weights), figures_of(rows))
        for area, ((a, b), (c, d)) in enumerate(rows):
            expected = Fraction(weight * a * d + (100 - weight) * c * b, b * d)
            assert expected == found.of(AREAS[area]).measurement.value


def index_of(weights: tuple[Exact, Exact]) -> Index:
    metrics = TEACHERS_LOGGED_IN, SCHOOLS_LOGGED_IN
    parts = tuple(Component(metric=metric, weight=each) for metric, each in zip(metrics, weights, strict=True))
    return Index(key="both", label_id="keduanya", label_en="both", components=parts, source=works()[0])


def figures_of(rows: Sequence[tuple[Pair, Pair]]) -> list[Measurement]:
    return [
        Measurement.share(AREAS[area], metric, number, of=of, on=DAY)
        for area, pairs in enumerate(rows)
        for metric, (number, of) in zip((TEACHERS_LOGGED_IN, SCHOOLS_LOGGED_IN), pairs, strict=True)
    ]
