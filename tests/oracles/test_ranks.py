"""Places against SciPy and pandas, which number ties by code that shares nothing with ours.

Both want machine numbers.  So exact scores are brought to one denominator and compared as whole numbers of 64 bits,
never as floats, and half places are halves in binary as well.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from math import lcm
from typing import Any, Final

import pytest
from hypothesis import example, given, strategies as st

from pmm_core._checks import Exact
from pmm_core.ranking import (
    TEACHERS_LOGGED_IN,
    Direction,
    Measurement,
    Place,
    ScopeKind,
    TieMethod,
    rank,
    rank_within,
    ranks,
)
from pmm_core.regions import kabupatens
from pmm_core.testing import exact_scores, tie_methods

np: Any = import_module("numpy")
pd: Any = import_module("pandas")
scipy_stats: Any = import_module("scipy.stats")

# what the three call the five methods
SCIPY: Final = {
    TieMethod.COMPETITION: "min",
    TieMethod.DENSE: "dense",
    TieMethod.MODIFIED: "max",
    TieMethod.ORDINAL: "ordinal",
    TieMethod.FRACTIONAL: "average",
}
PANDAS: Final = SCIPY | {TieMethod.ORDINAL: "first"}
DAY: Final = date(2024, 3, 7)
DIRECTIONS: Final = st.sampled_from(Direction)
NEIGHBOURS: Final = [2**62, 2**62 - 1, 2**62, -(2**62), 1 - 2**62, 0]  # no two of them are the same float
MIXED: Final[list[Exact]] = [Decimal("0.5"), Fraction(1, 3), 0, Fraction(1, 2), Decimal("0.50"), 1, Fraction(2, 6)]


def whole(scores: list[Exact]) -> Any:
    """The scores as whole numbers that sort the same and are equal where the scores are."""
    exact = [Fraction(score) for score in scores]
    common = lcm(*(score.denominator for score in exact))
    return np.array([int(score * common) for score in exact], dtype="int64")  # raises for what does not fit


def by_scipy(numbers: Any, ties: TieMethod, direction: Direction) -> list[Place]:
    given_so = -numbers if direction is Direction.HIGHER else numbers
    return [Fraction(place) for place in scipy_stats.rankdata(given_so, method=SCIPY[ties]).tolist()]


def by_pandas(numbers: Any, ties: TieMethod, direction: Direction) -> list[Place]:
    found = pd.Series(numbers).rank(method=PANDAS[ties], ascending=direction is Direction.LOWER)
    return [Fraction(place) for place in found.tolist()]


class TestPlainScores:
    """All five methods, both directions, exact numbers of every kind: three programs, one answer."""

    @given(st.lists(exact_scores(min_value=-90, max_value=90), max_size=8), tie_methods(), DIRECTIONS)
    @example(MIXED, TieMethod.COMPETITION, Direction.HIGHER)
    @example(MIXED, TieMethod.DENSE, Direction.LOWER)
    @example(MIXED, TieMethod.MODIFIED, Direction.HIGHER)
    @example(MIXED, TieMethod.ORDINAL, Direction.HIGHER)
    @example(MIXED, TieMethod.FRACTIONAL, Direction.LOWER)
    def test_fractions_and_decimals(self, scores: list[Exact], ties: TieMethod, direction: Direction) -> None:
        numbers = whole(scores)
        assert by_scipy(numbers, ties, direction) == ranks(scores, ties=ties, direction=direction)
        assert by_pandas(numbers, ties, direction) == ranks(scores, ties=ties, direction=direction)

    @given(st.lists(st.integers(-3, 3) | st.integers(-(2**62), 2**62), max_size=30), tie_methods(), DIRECTIONS)
    @example(NEIGHBOURS, TieMethod.COMPETITION, Direction.HIGHER)
    @example(NEIGHBOURS, TieMethod.FRACTIONAL, Direction.LOWER)
    def test_whole_numbers_that_no_float_tells_apart(
        self, scores: list[int], ties: TieMethod, direction: Direction
    ) -> None:
        numbers = np.array(scores, dtype="int64")
        assert by_scipy(numbers, ties, direction) == ranks(scores, ties=ties, direction=direction)
        assert by_pandas(numbers, ties, direction) == ranks(scores, ties=ties, direction=direction)


def nation() -> list[Measurement]:
    """A share for every kabupaten, with many that are equal and bases that differ."""
    return [
        Measurement.share(area, TEACHERS_LOGGED_IN, n * 37 % 12 * (n % 5 + 1), of=12 * (n % 5 + 1), on=DAY)
        for n, area in enumerate(kabupatens())
    ]


def as_frame(figures: list[Measurement]) -> Any:
    """The same as pandas would hold it, in the order of the codes, since ORDINAL goes by them."""
    rows = sorted((figure.area.key, figure.numerator * (720 // (figure.denominator or 1))) for figure in figures)
    return pd.DataFrame([(area[:2], area, score) for area, score in rows], columns=["province", "area", "score"])


@pytest.mark.parametrize("ties", TieMethod)
def test_the_table_of_the_nation(ties: TieMethod) -> None:
    figures = nation()
    frame = as_frame(figures)
    expected = dict(zip(frame["area"], by_pandas(frame["score"], ties, Direction.HIGHER), strict=True))
    assert 514 == len(expected)
    assert expected == {row.area.key: row.rank for row in rank(figures, ties=ties)}


@pytest.mark.parametrize("ties", TieMethod)
def test_the_tables_within_the_provinces(ties: TieMethod) -> None:
    figures = nation()
    frame = as_frame(figures)
    places = frame.groupby("province")["score"].rank(method=PANDAS[ties], ascending=False)
    expected = dict(zip(frame["area"], map(Fraction, places), strict=True))
    tables = rank_within(ScopeKind.PROVINCE, figures, ties=ties)
    assert expected == {row.area.key: row.rank for table in tables for row in table}
    assert frame["province"].nunique() == len(tables)


@pytest.mark.parametrize("ties", TieMethod)
def test_the_oracles_would_tell_methods_apart(ties: TieMethod) -> None:
    """No two methods agree on these scores, by either of the others, so that a name mixed up would show."""
    numbers = whole(MIXED)
    for oracle in (by_scipy, by_pandas):
        found = [oracle(numbers, other, Direction.HIGHER) for other in TieMethod]
        assert 1 == found.count(oracle(numbers, ties, Direction.HIGHER))
