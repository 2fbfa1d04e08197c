"""Numbering places when scores are equal.

Five conventions are in use, and users want opposite ones, so each has a name and a table keeps the one it was made
with.  A method is defined by how many others are better and how many are equal (`place_among`); the functions below
number a whole list at once and must agree with that definition, which the law tests check.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final, assert_never, final

from pmm_core._checks import MOST, Exact, Problems, items
from pmm_core._labels import Labelled, labelled
from pmm_core.ranking._metric import Direction
from pmm_core.ranking._order import keys_of

Place = int | Fraction
"""A place in a table; a fraction only under `TieMethod.FRACTIONAL`."""


@final
@labelled(
    COMPETITION=("kompetisi (1, 2, 2, 4)", "standard competition (1, 2, 2, 4)"),
    DENSE=("rapat (1, 2, 2, 3)", "dense (1, 2, 2, 3)"),
    MODIFIED=("kompetisi modifikasi (1, 3, 3, 4)", "modified competition (1, 3, 3, 4)"),
    ORDINAL=("urut (1, 2, 3, 4)", "ordinal (1, 2, 3, 4)"),
    FRACTIONAL=("rata-rata (1, 2½, 2½, 4)", "fractional (1, 2½, 2½, 4)"),
)
class TieMethod(Labelled):
    """How equal scores are numbered.

    COMPETITION: all take the best place, the next places stay empty (1, 2, 2, 4).  DENSE: no place stays empty
    (1, 2, 2, 3).  MODIFIED: all take the last of their places (1, 3, 3, 4).  ORDINAL: every area its own place, ties
    in the order of their codes (1, 2, 3, 4).  FRACTIONAL: the mean of their places (1, 2½, 2½, 4).
    """

    COMPETITION = "competition"
    DENSE = "dense"
    MODIFIED = "modified"
    ORDINAL = "ordinal"
    FRACTIONAL = "fractional"


def place_among(ties: TieMethod, *, better: int, equal: int, distinct: int) -> Place:
    """The place of one among others: the definition that everything else follows.

    Args:
        ties: the method.
        better: how many others are strictly better; under ORDINAL those that are equal and listed before count too.
        equal: how many others are equal.
        distinct: how many distinct scores are strictly better.
    """
    match ties:
        case TieMethod.COMPETITION | TieMethod.ORDINAL:
            return better + 1
        case TieMethod.DENSE:
            return distinct + 1
        case TieMethod.MODIFIED:
            return better + equal + 1
        case TieMethod.FRACTIONAL:
            return Fraction(2 * better + equal + 2, 2)
        case _ as never:
            assert_never(never)


def _competition(scores: Sequence[object], order: Sequence[int]) -> list[int]:
    places = [0] * len(order)
    place, last = 0, None
    for position, index in enumerate(order, 1):
        score = scores[index]
        if score != last:
            place, last = position, score
        places[index] = place
    return places


def _dense(scores: Sequence[object], order: Sequence[int]) -> list[int]:
    places = [0] * len(order)
    place, last = 0, None
    for index in order:
        score = scores[index]
        if score != last:
            place, last = place + 1, score
        places[index] = place
    return places


def _modified(scores: Sequence[object], order: Sequence[int]) -> list[int]:
    # seen from the end of the table, the last of the tied places is the first
    last = len(order) + 1
    return [last - place for place in _competition(scores, order[::-1])]


def _ordinal(_scores: Sequence[object], order: Sequence[int]) -> list[int]:
    places = [0] * len(order)
    for position, index in enumerate(order, 1):
        places[index] = position
    return places


def _fractional(scores: Sequence[object], order: Sequence[int]) -> list[Fraction]:
    first, last = _competition(scores, order), _modified(scores, order)
    return [Fraction(one + other, 2) for one, other in zip(first, last, strict=True)]


NUMBERING: Final[Mapping[TieMethod, Callable[[Sequence[object], Sequence[int]], Sequence[Place]]]] = MappingProxyType(
    {
        TieMethod.COMPETITION: _competition,
        TieMethod.DENSE: _dense,
        TieMethod.MODIFIED: _modified,
        TieMethod.ORDINAL: _ordinal,
        TieMethod.FRACTIONAL: _fractional,
    }
)
"""How each method numbers scores, given the indices of the scores from the best to the worst."""


def ranks(
    scores: Iterable[Exact], *, ties: TieMethod = TieMethod.COMPETITION, direction: Direction = Direction.HIGHER
) -> list[Place]:
    """Number plain scores, where no table is wanted.

    Args:
        scores: exact numbers (int, Fraction, Decimal), mixed as you like.
        ties: how equal scores are numbered; under ORDINAL the earlier in the input comes first.
        direction: which end is the good one.

    Returns:
        One place per score, in the order of the input: whole numbers, or fractions under FRACTIONAL.

    Raises:
        InvalidValueError: ``not-finite`` or ``out-of-range``, each with the index of the score.
        WrongTypeError: ``float-for-exact``, ``bool-for-int`` or ``wrong-type``.

    >>> from decimal import Decimal
    >>> ranks([Decimal("90.0"), Decimal("85.5"), Decimal("85.5"), 80])
    [1, 2, 2, 4]
    >>> ranks([3, 1, 2], direction=Direction.LOWER)
    [3, 1, 2]
    """
    given, values = _checked(scores, ties, direction)
    order = sorted(range(len(values)), key=values.__getitem__, reverse=direction is Direction.HIGHER)
    if order and not (-MOST < values[order[0]] < MOST and -MOST < values[order[-1]] < MOST):
        _check_each(given)  # only where an end of them is so far off, which costs the others nothing
    return list(NUMBERING[ties](values, order))


def _checked(scores: Iterable[Exact], ties: TieMethod, direction: Direction) -> tuple[tuple[Exact, ...], Sequence[int]]:
    """Check everything but the size of whole numbers, and turn it into whole numbers that sort the same."""
    problems = Problems("ranks")
    values = items(problems, "scores", scores, "exact numbers")
    kinds = set(map(type, values))
    if not kinds <= {int}:  # which cannot be anything but exact and finite
        _look_at_each(problems, values)
    problems.instance("ties", ties, TieMethod, "a TieMethod")
    problems.instance("direction", direction, Direction, "a Direction")
    problems.done()
    return values, values if kinds <= {int} else keys_of(values)


def _check_each(scores: tuple[Exact, ...]) -> None:
    problems = Problems("ranks")
    _look_at_each(problems, scores)
    problems.done()


def _look_at_each(problems: Problems, scores: tuple[Exact, ...]) -> None:
    for index, score in enumerate(scores):
        problems.exact(f"scores[{index}]", score, minimum=None)
