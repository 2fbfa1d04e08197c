"""The shipped laws let right code through and catch each planted mistake."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, strategies as st

from pmm_core._checks import Exact
from pmm_core.ranking import Direction, TieMethod, ranks
from pmm_core.testing import (
    check_apportionment,
    check_movement,
    check_ranking,
    exact_scores,
    place_by_definition,
    tie_methods,
)

SCORES: list[Exact] = [90, Fraction(171, 2), Fraction(171, 2), 80]
CLOSE: list[Exact] = [Fraction(2**60, 2**60 + 1), Fraction(2**60 - 1, 2**60)]  # one float, two numbers


def ranked_by(ties: TieMethod) -> Callable[[list[Any]], list[Any]]:
    return lambda scores: list(ranks(scores, ties=ties))


def right(scores: list[Any]) -> list[Any]:
    return [1 + sum(other > score for other in scores) for score in scores]


def ordinal(scores: list[Any]) -> list[Any]:
    return list(ranks(scores, ties=TieMethod.ORDINAL))


def dense(scores: list[Any]) -> list[Any]:
    return list(ranks(scores, ties=TieMethod.DENSE))


def upside_down(scores: list[Any]) -> list[Any]:
    return list(ranks(scores, direction=Direction.LOWER))


def from_zero(scores: list[Any]) -> list[Any]:
    return [place - 1 for place in right(scores)]


def with_floats(scores: list[Any]) -> list[Any]:
    return right([float(score) for score in scores])


def in_floats(scores: list[Any]) -> list[Any]:
    return [float(place) for place in right(scores)]


def in_bools(scores: list[Any]) -> list[Any]:
    return [place == 1 for place in right(scores)]


def one_too_few(scores: list[Any]) -> list[Any]:
    return right(scores)[1:]


def sorting_its_input(scores: list[Any]) -> list[Any]:
    places = right(scores)
    scores.sort()
    return places


class Forgetful:
    """Ranks well once, and never again."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, scores: list[Any]) -> list[Any]:
        self.calls += 1
        return right(scores) if self.calls == 1 else dense(scores)


class Partial:
    """Ranks well as long as the scores come in the order in which they came first."""

    def __init__(self) -> None:
        self.first: list[Any] = []

    def __call__(self, scores: list[Any]) -> list[Any]:
        self.first = self.first or list(scores)
        return right(scores) if scores == self.first else dense(scores)


@given(st.lists(exact_scores(), max_size=8), tie_methods(), st.sampled_from(Direction))
def test_right_rankings_pass(scores: list[Any], ties: TieMethod, direction: Direction) -> None:
    check_ranking(lambda given: ranks(given, ties=ties, direction=direction), scores, ties=ties, direction=direction)


@pytest.mark.parametrize(
    ("planted", "scores", "message"),
    [
        (ordinal, SCORES, "place 3 for the score 171/2, which the law of competition gives place 2"),
        (dense, SCORES, "place 3 for the score 80"),
        (upside_down, SCORES, "place 4 for the score 90"),
        (from_zero, SCORES, "place 0 for the score 90"),
        (with_floats, CLOSE, "gives place 2"),
        (in_floats, SCORES, "is a float, not an exact number"),
        (in_bools, SCORES, "is a bool, not an exact number"),
        (one_too_few, SCORES, "3 places for 4 scores"),
        (sorting_its_input, SCORES, "it changes its input"),
        (Forgetful(), SCORES, "asked twice"),
        (Partial(), SCORES, "the order of the input changes places"),
    ],
    ids=lambda value: getattr(value, "__name__", type(value).__name__) if callable(value) else "",
)
def test_wrong_rankings_are_caught(
    planted: Callable[[list[Any]], Sequence[Any]], scores: list[Any], message: str
) -> None:
    with pytest.raises(AssertionError) as caught:
        check_ranking(planted, scores)
    assert message in str(caught.value)


@pytest.mark.parametrize("ties", TieMethod)
def test_each_law_catches_every_other_method(ties: TieMethod) -> None:
    for other in TieMethod:
        if other is ties:
            check_ranking(ranked_by(other), SCORES, ties=ties)
        else:
            with pytest.raises(AssertionError):
                check_ranking(ranked_by(other), SCORES, ties=ties)


def test_the_definition_by_hand() -> None:
    places = [place_by_definition(SCORES, index, ties=TieMethod.FRACTIONAL) for index in range(4)]
    assert [1, Fraction(5, 2), Fraction(5, 2), 4] == places
    assert 4 == place_by_definition(SCORES, 0, direction=Direction.LOWER)


@given(st.integers(1, 99), st.integers(1, 99))
def test_the_right_movement_passes(before: int, after: int) -> None:
    check_movement(lambda one, other: one - other, before, after)


MOVEMENTS: dict[str, tuple[Callable[[int, int], int], str]] = {
    "wrong sign": (lambda before, after: after - before, "is -26 places climbed, not 26"),
    "no sign": (lambda before, after: abs(before - after), "is -26 places climbed, not 26"),
    "only falls": (lambda before, after: min(before - after, 0), "and back does not add up to nothing"),
}


@pytest.mark.parametrize(("planted", "message"), MOVEMENTS.values(), ids=MOVEMENTS)
def test_wrong_movements_are_caught(planted: Callable[[int, int], int], message: str) -> None:
    with pytest.raises(AssertionError) as caught:
        check_movement(planted, 1, 27)
    assert message in str(caught.value)


Share = Callable[[int, list[int]], Sequence[Any]]
SHARES: dict[str, tuple[Share, int, list[int], str | None]] = {
    "too few": (lambda _, left: left[1:], 1, [1], "0 shares for 1"),
    "parts": (lambda units, left: [units / len(left)] * len(left), 2, [1, 1], "not all whole numbers"),
    "bools": (lambda _units, _left: [True], 1, [1], "not all whole numbers"),
    "negative": (lambda _units, _left: [-1, 2], 1, [2, 2], "not all whole numbers"),
    "lost": (lambda _, left: [0] * len(left), 1, [1, 1], "the shares add up to 0, not 1"),
    "beyond": (lambda _units, _left: [2, 0], 2, [1, 3], "a share of 2 where 1 are left"),
    "far off": (lambda _units, _left: [3, 1], 4, [4, 4], "a share of 3 where 2 is the exact part"),
    "unfair": (lambda _units, _left: [1, 0], 1, [4, 5], "5 left get 0, and 4 left get 1"),
    "equals": (lambda _units, _left: [1, 0, 0], 1, [2, 2, 2], None),
    "equal remainders": (lambda _, left: [1, 7] if left == [2, 30] else [8, 0], 8, [2, 30], None),
    "order": (lambda _, left: [2, 2] if left == [5, 4] else [1, 3], 4, [5, 4], "the order of the input changes"),
}


@pytest.mark.parametrize(("planted", "units", "left", "message"), SHARES.values(), ids=SHARES)
def test_wrong_apportionments_are_caught(planted: Share, units: int, left: list[int], message: str | None) -> None:
    if message is None:
        check_apportionment(planted, units, left)
        return
    with pytest.raises(AssertionError) as caught:
        check_apportionment(planted, units, left)
    assert message in str(caught.value)


def test_more_than_there_is_left_is_no_question() -> None:
    with pytest.raises(ValueError, match="3 units cannot be shared out where 2 are left"):
        check_apportionment(lambda _, left: left, 3, [1, 1])
