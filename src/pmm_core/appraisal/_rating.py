"""Ratings on two axes and the predicate that they yield.

Results of work (hasil kerja) and behaviour at work (perilaku kerja) are each rated against what was expected, on three
levels.  The predicate is read off a table of nine cells; nobody chooses it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, final

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled


@final
@labelled(
    BELOW=("di bawah ekspektasi", "below expectation"),
    AS_EXPECTED=("sesuai ekspektasi", "as expected"),
    ABOVE=("di atas ekspektasi", "above expectation"),
)
class Rating(Labelled):
    """How results or behaviour compare with what was expected, from the worst to the best.

    >>> Rating.ABOVE.label_id
    'di atas ekspektasi'
    """

    BELOW = "below"
    AS_EXPECTED = "as-expected"
    ABOVE = "above"


@final
@labelled(
    VERY_POOR=("Sangat Kurang", "very poor"),
    POOR=("Kurang", "poor"),
    NEEDS_IMPROVEMENT=("Butuh Perbaikan", "needs improvement"),
    GOOD=("Baik", "good"),
    VERY_GOOD=("Sangat Baik", "very good"),
)
class Predicate(Labelled):
    """What a performance amounts to (predikat kinerja), from the worst to the best.

    >>> [predicate.label_id for predicate in Predicate][-1]
    'Sangat Baik'
    """

    VERY_POOR = "very-poor"
    POOR = "poor"
    NEEDS_IMPROVEMENT = "needs-improvement"
    GOOD = "good"
    VERY_GOOD = "very-good"


MATRIX: Final[Mapping[tuple[Rating, Rating], Predicate]] = MappingProxyType(
    {
        # (results of work, behaviour at work)
        (Rating.ABOVE, Rating.ABOVE): Predicate.VERY_GOOD,
        (Rating.ABOVE, Rating.AS_EXPECTED): Predicate.GOOD,
        (Rating.ABOVE, Rating.BELOW): Predicate.POOR,
        (Rating.AS_EXPECTED, Rating.ABOVE): Predicate.GOOD,
        (Rating.AS_EXPECTED, Rating.AS_EXPECTED): Predicate.GOOD,
        (Rating.AS_EXPECTED, Rating.BELOW): Predicate.POOR,
        (Rating.BELOW, Rating.ABOVE): Predicate.NEEDS_IMPROVEMENT,
        (Rating.BELOW, Rating.AS_EXPECTED): Predicate.NEEDS_IMPROVEMENT,
        (Rating.BELOW, Rating.BELOW): Predicate.VERY_POOR,
    }
)
"""The predicate for every pair of ratings: results first, behaviour second."""


def predicate_of(results: Rating, behaviour: Rating) -> Predicate:
    """Read the predicate off the matrix (kuadran kinerja).

    Args:
        results: the rating of the results of work (hasil kerja).
        behaviour: the rating of the behaviour at work (perilaku kerja).

    Returns:
        The predicate.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but ratings.

    >>> predicate_of(Rating.ABOVE, Rating.AS_EXPECTED)
    Predicate.GOOD
    """
    problems = Problems("predicate")
    problems.instance("results", results, Rating, "a Rating")
    problems.instance("behaviour", behaviour, Rating, "a Rating")
    problems.done()
    return MATRIX[results, behaviour]
