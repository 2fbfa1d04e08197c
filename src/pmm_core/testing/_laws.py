"""Laws as functions, to be called on a ranking, a movement or an apportionment of one's own.

Each law is checked by a slow definition that shares nothing with the library's own ranking, so that an adapter (a
query, a data frame, another language) can be held against the rule itself.  A law that is broken raises
``AssertionError``.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, assert_never

from pmm_core._checks import Exact
from pmm_core.ranking import Direction, Place, TieMethod


def check_ranking(
    ranking: Callable[[list[Any]], Sequence[Any]],
    scores: Sequence[Exact],
    *,
    ties: TieMethod = TieMethod.COMPETITION,
    direction: Direction = Direction.HIGHER,
) -> None:
    """Check that a ranking follows the law of its tie method (hukum peringkat).

    For standard competition the law reads: a place is 1 + the number of strictly better scores.  Also checked: one
    place per score, places are exact and no float, the order of the input does not matter (under ORDINAL only where
    scores differ), the input is left as it was, and asking twice gives the same.

    Args:
        ranking: takes a list of scores and returns the place of each, in the same order.
        scores: exact numbers to rank; draw them from `exact_scores`.
        ties: the method that the ranking claims to follow; under ORDINAL the earlier of equal scores comes first.
        direction: which end of the scores is the good one.

    Raises:
        AssertionError: with the first law that is broken.

    >>> check_ranking(lambda scores: [1 + sum(other > score for other in scores) for score in scores], [90, 85, 85, 80])
    >>> check_ranking(lambda scores: [1, 2, 3, 4], [90, 85, 85, 80])
    Traceback (most recent call last):
        ...
    AssertionError: place 3 for the score 85, which the law of competition gives place 2
    """
    given = list(scores)
    places = list(ranking(list(given)))
    assert len(places) == len(given), f"{len(places)} places for {len(given)} scores"
    for score, place in zip(given, places, strict=True):
        exact = isinstance(place, int | Fraction) and not isinstance(place, bool)
        assert exact, f"the place of {score} is a {type(place).__name__}, not an exact number"
    for index, score in enumerate(given):
        expected = place_by_definition(given, index, ties=ties, direction=direction)
        found = places[index]
        assert found == expected, (
            f"place {found} for the score {score}, which the law of {ties.value} gives place {expected}"
        )
    untouched = list(given)
    assert places == list(ranking(untouched)), "asked twice, it gives different places"
    assert untouched == given, "it changes its input"
    _check_order(ranking, given, places, ties)


def _check_order(
    ranking: Callable[[list[Any]], Sequence[Any]], scores: list[Exact], places: list[Place], ties: TieMethod
) -> None:
    if ties is TieMethod.ORDINAL and len({Fraction(score) for score in scores}) < len(scores):
        return
    half = len(scores) // 2
    for order in (range(len(scores))[::-1], (*range(half, len(scores)), *range(half))):
        moved = list(ranking([scores[index] for index in order]))
        assert moved == [places[index] for index in order], "the order of the input changes places"


def place_by_definition(
    scores: Sequence[Exact],
    index: int,
    *,
    ties: TieMethod = TieMethod.COMPETITION,
    direction: Direction = Direction.HIGHER,
) -> Place:
    """Tell the place of one score among all by counting, the slow way.

    Args:
        scores: exact numbers.
        index: whose place is wanted.
        ties: how equal scores are numbered; under ORDINAL the earlier comes first.
        direction: which end of the scores is the good one.

    Returns:
        The place; a fraction under FRACTIONAL.

    >>> [place_by_definition([90, 85, 85, 80], index, ties=TieMethod.DENSE) for index in range(4)]
    [1, 2, 2, 3]
    """
    sign = 1 if direction is Direction.HIGHER else -1
    values = [sign * Fraction(score) for score in scores]
    own = values[index]
    better = [value for value in values if value > own]
    equal = values.count(own) - 1
    match ties:
        case TieMethod.COMPETITION:
            return len(better) + 1
        case TieMethod.DENSE:
            return len(set(better)) + 1
        case TieMethod.MODIFIED:
            return len(better) + equal + 1
        case TieMethod.ORDINAL:
            return len(better) + values[:index].count(own) + 1
        case TieMethod.FRACTIONAL:
            return Fraction(sum(range(len(better) + 1, len(better) + equal + 2)), equal + 1)
        case _ as never:
            assert_never(never)


def check_movement(movement: Callable[[int, int], int], before: int, after: int) -> None:
    """Check that a movement between two places has the right sign and size (hukum perubahan peringkat).

    The law: places climbed are positive, so that from 1 to 27 is -26; there and back adds up to nothing.

    Args:
        movement: takes the place before and the place after and returns the places climbed.
        before: a place.
        after: another.

    Raises:
        AssertionError: with the first law that is broken.

    >>> check_movement(lambda before, after: before - after, 1, 27)
    >>> check_movement(lambda before, after: after - before, 1, 27)
    Traceback (most recent call last):
        ...
    AssertionError: from place 1 to 27 is -26 places climbed, not 26
    """
    found = movement(before, after)
    climbed = len(range(after, before)) - len(range(before, after))
    assert found == climbed, f"from place {before} to {after} is {climbed} places climbed, not {found}"
    assert found + movement(after, before) == 0, f"from {before} to {after} and back does not add up to nothing"


def check_apportionment(share: Callable[[int, list[int]], Sequence[Any]], units: int, left: Sequence[int]) -> None:
    """Check that units are shared out in proportion to what each has left (hukum sisa terbesar).

    The laws: the shares are whole numbers that add up exactly; none exceeds what there is left; none is a whole unit or
    more away from its exact part; who has more left never gets less; the order of
    the input decides only between equal remainders.

    Args:
        share: takes the units and what each has left, and returns the share of each in the same order.
        units: how many to share out, at most as many as are left in all.
        left: what each has left.

    Raises:
        AssertionError: with the first law that is broken.
        ValueError: where there are more units than are left.

    >>> check_apportionment(lambda units, left: [units * each // sum(left) for each in left], 6, [50, 25])
    >>> check_apportionment(lambda units, left: [round(units * each / sum(left)) for each in left], 5, [10, 10])
    Traceback (most recent call last):
        ...
    AssertionError: the shares add up to 4, not 5
    """
    room = sum(left)
    if units > room:
        raise ValueError(f"{units} units cannot be shared out where {room} are left")
    shares = list(share(units, list(left)))
    assert len(shares) == len(left), f"{len(shares)} shares for {len(left)}"
    assert all(type(each) is int and each >= 0 for each in shares), f"not all whole numbers from 0 on: {shares}"
    assert sum(shares) == units, f"the shares add up to {sum(shares)}, not {units}"
    for own, each in zip(left, shares, strict=True):
        assert each <= own, f"a share of {each} where {own} are left"
        exact = Fraction(units * own, room or 1)
        assert abs(each - exact) < 1, f"a share of {each} where {exact} is the exact part"
    for own, each in zip(left, shares, strict=True):
        for other, its in zip(left, shares, strict=True):
            assert own <= other or each >= its, f"{own} left get {each}, and {other} left get {its}"
    moved = list(share(units, list(reversed(left))))
    same = _by_remainder(units, left, shares) == _by_remainder(units, list(reversed(left)), moved)
    assert same, "the order of the input changes the shares"


def _by_remainder(units: int, left: Sequence[int], shares: Sequence[int]) -> dict[int, int]:
    """How many units go to those with equal remainders; the order may decide among them, never between others."""
    room = sum(left) or 1
    found: dict[int, int] = {}
    for own, each in zip(left, shares, strict=True):
        remainder = units * own % room
        found[remainder] = found.get(remainder, 0) + each
    return found
