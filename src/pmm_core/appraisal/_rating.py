"""Ratings on two axes, and the predicates that they can yield.

Results of work (hasil kerja) and behaviour at work (perilaku kerja) are each rated against what was expected, on three
levels.  The predicate is read off a table of nine cells; nobody chooses it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, final

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.appraisal._wording import Wording, read_word, words_of


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

    @classmethod
    def parse(cls, text: str) -> "Rating":
        """Read a rating from its wire text or one of its labels, whatever the case and the blanks around it.

        Args:
            text: one word for a rating in Indonesian or English.

        Raises:
            InvalidValueError: ``empty`` for nothing but blanks.
            UnknownNameError: ``unknown-word``, with the ratings that there are.
            WrongTypeError: ``wrong-type`` for anything but a text.

        >>> Rating.parse(" Sesuai ekspektasi ")
        Rating.AS_EXPECTED
        """
        return read_word("rating", _RATING_WORDS, text)


_RATING_WORDS: Final = words_of(Rating)


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

    @classmethod
    def parse(cls, text: str) -> "Predicate":
        """Read a predicate from its wire text, a label or a synonym, whatever the case and the blanks around it.

        Args:
            text: one word for a predicate in Indonesian or English; see `SYNONYMS` for the other words.

        Raises:
            InvalidValueError: ``empty`` for nothing but blanks.
            UnknownNameError: ``unknown-word``, with the predicates that there are.
            WrongTypeError: ``wrong-type`` for anything but a text.

        >>> Predicate.parse("cukup"), Predicate.parse("Kurang/Misconduct")
        (Predicate.NEEDS_IMPROVEMENT, Predicate.POOR)
        """
        return read_word("predicate", _PREDICATE_WORDS, text)

    def text(self, *, wording: Wording = Wording.REGULATION) -> str:
        """Write the predicate in Indonesian.

        Args:
            wording: the word of the regulation, or the synonym where there is one.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a wording.

        >>> Predicate.POOR.text(), Predicate.POOR.text(wording=Wording.SYNONYM)
        ('Kurang', 'Kurang/Misconduct')
        """
        problems = Problems("Predicate.text")
        problems.instance("wording", wording, Wording, "a Wording")
        problems.done()
        if wording is Wording.REGULATION:
            return self.label_id
        return next((word for word, meant in SYNONYMS.items() if meant is self), self.label_id)


SYNONYMS: Final[Mapping[str, Predicate]] = MappingProxyType(
    {
        "Cukup": Predicate.NEEDS_IMPROVEMENT,
        "Kurang/Misconduct": Predicate.POOR,
        "Misconduct": Predicate.POOR,
    }
)
"""Other words that are in use for predicates; the first one for a predicate is the one that is written."""

_PREDICATE_WORDS: Final = words_of(Predicate, SYNONYMS)
