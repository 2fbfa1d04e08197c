"""The matrix (kuadran kinerja): which pair of ratings yields which predicate, and how sure that is.

The annex of the regulation was not readable.  The table is the one that most public implementations hold and that
memory of the annex agrees with; so those that differ are data as well, and no page needs to hide them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, final

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.appraisal._rating import Predicate, Rating
from pmm_core.appraisal._wording import Wording

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


@final
@labelled(
    AGREES=("sama di semua sel", "agrees cell for cell"),
    DIFFERS=("berbeda tabel atau istilah", "differs in the table or in its words"),
    UNREADABLE=("tidak terbaca", "could not be read"),
)
class Stance(Labelled):
    """How a witness of the matrix stands to it.

    >>> Stance.DIFFERS.label_en
    'differs in the table or in its words'
    """

    AGREES = "agrees"
    DIFFERS = "differs"
    UNREADABLE = "unreadable"


MATRIX_WITNESSES: Final[Mapping[Stance, int]] = MappingProxyType(
    {Stance.AGREES: 5, Stance.DIFFERS: 4, Stance.UNREADABLE: 1}
)
"""How many witnesses of the matrix stand how: nine public implementations, and the annex of the regulation."""


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


def pairs_of(predicate: Predicate) -> tuple[tuple[Rating, Rating], ...]:
    """List the pairs of ratings that yield a predicate: results first, behaviour second.

    Args:
        predicate: which one; none is left without a pair.

    Returns:
        The pairs in the order of `MATRIX`, the best results first.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a predicate.

    >>> pairs_of(Predicate.POOR)
    ((Rating.ABOVE, Rating.BELOW), (Rating.AS_EXPECTED, Rating.BELOW))
    """
    problems = Problems("pairs_of")
    problems.instance("predicate", predicate, Predicate, "a Predicate")
    problems.done()
    return tuple(pair for pair, found in MATRIX.items() if found is predicate)


def matrix_markdown(*, wording: Wording = Wording.REGULATION) -> str:
    """Draw the matrix as a Markdown table: results downwards from the best, behaviour across from the worst.

    Args:
        wording: the words of the regulation, or the synonyms.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a wording.

    >>> print(matrix_markdown().splitlines()[2])
    | di atas ekspektasi | Kurang | Baik | Sangat Baik |
    """
    lines = [
        ["hasil kerja \\ perilaku kerja", *(behaviour.label_id for behaviour in Rating)],
        ["---"] * (len(Rating) + 1),
    ]
    for results in reversed(Rating):
        cells = [MATRIX[results, behaviour].text(wording=wording) for behaviour in Rating]
        lines.append([results.label_id, *cells])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
