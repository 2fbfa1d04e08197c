"""What an organisation's predicate says about the predicates of its employees: clauses, as data.

The circular's words reached us through the press: "most (at most 70 %)".  The number is an upper bound.  Whether "most"
also is a lower one is open, so both readings are here; the library goes by the number alone unless told otherwise,
since a refusal should rest on a number that somebody has published.
"""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, final

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.appraisal._clause import Bound, Clause, MostReading
from pmm_core.appraisal._rating import SYNONYMS, Predicate
from pmm_core.appraisal._wording import read_word, words_of
from pmm_core.sources import _works


@final
@labelled(
    VERY_POOR=("Sangat Kurang", "very poor"),
    POOR=("Kurang", "poor"),
    NEEDS_IMPROVEMENT=("Butuh Perbaikan", "needs improvement"),
    GOOD=("Baik", "good"),
    OUTSTANDING=("Istimewa", "outstanding"),
)
class OrganisationPredicate(Labelled):
    """What the performance of an organisation amounts to (predikat kinerja organisasi), from the worst to the best.

    >>> OrganisationPredicate.OUTSTANDING.label_id
    'Istimewa'
    """

    VERY_POOR = "very-poor"
    POOR = "poor"
    NEEDS_IMPROVEMENT = "needs-improvement"
    GOOD = "good"
    OUTSTANDING = "outstanding"

    @classmethod
    def parse(cls, text: str) -> "OrganisationPredicate":
        """Read it from its wire text or one of its labels, whatever the case and the blanks; *Cukup* is read, too.

        Args:
            text: one word for a predicate of an organisation in Indonesian or English.

        Raises:
            InvalidValueError: ``empty`` for nothing but blanks.
            UnknownNameError: ``unknown-word``, with those that there are.
            WrongTypeError: ``wrong-type`` for anything but a text.

        >>> OrganisationPredicate.parse("istimewa")
        OrganisationPredicate.OUTSTANDING
        """
        return read_word("organisation predicate", _WORDS, text)


# the circular writes "Butuh Perbaikan (Cukup)"; misconduct is a word for people only
_CUKUP: Final = next(word for word, meant in SYNONYMS.items() if meant is Predicate.NEEDS_IMPROVEMENT)
_WORDS: Final = words_of(OrganisationPredicate, {_CUKUP: OrganisationPredicate.NEEDS_IMPROVEMENT})


def _clause(bound: Bound, limit: Fraction | int, *predicates: Predicate, reading: MostReading | None = None) -> Clause:
    return Clause(
        predicates=predicates,
        bound=bound,
        share=limit if isinstance(limit, Fraction) else None,
        heads=limit if isinstance(limit, int) else None,
        source=_works.SE_MENPANRB_3_2023 if reading is None else _works.OUR_DESIGN,
        reading=reading,
    )


_TENTH, _HALF, _SIXTY, _SEVENTY = Fraction(1, 10), Fraction(1, 2), Fraction(6, 10), Fraction(7, 10)
_VERY_POOR, _POOR, _NEEDS, _GOOD, _VERY_GOOD = Predicate
_HALF_AS_WELL: Final = MostReading.MORE_THAN_HALF

DISTRIBUTION: Final[Mapping[OrganisationPredicate, tuple[Clause, ...]]] = MappingProxyType(
    {
        OrganisationPredicate.OUTSTANDING: (
            _clause(Bound.AT_MOST, _SEVENTY, _VERY_GOOD),
            _clause(Bound.MORE_THAN, _HALF, _VERY_GOOD, reading=_HALF_AS_WELL),
        ),
        OrganisationPredicate.GOOD: (
            _clause(Bound.AT_MOST, _SEVENTY, _GOOD),
            _clause(Bound.MORE_THAN, _HALF, _GOOD, reading=_HALF_AS_WELL),
            _clause(Bound.AT_LEAST, 1, _POOR, _NEEDS),
        ),
        OrganisationPredicate.NEEDS_IMPROVEMENT: (
            _clause(Bound.AT_LEAST, _SIXTY, _NEEDS),
            _clause(Bound.AT_MOST, _TENTH, _VERY_GOOD),
        ),
        OrganisationPredicate.POOR: (
            _clause(Bound.AT_LEAST, _SIXTY, _POOR),
            _clause(Bound.AT_LEAST, _TENTH, _NEEDS),
            _clause(Bound.AT_MOST, _TENTH, _VERY_GOOD),
        ),
        OrganisationPredicate.VERY_POOR: (
            _clause(Bound.AT_LEAST, _SIXTY, _VERY_POOR),
            _clause(Bound.AT_LEAST, _TENTH, _POOR, _NEEDS),
            _clause(Bound.AT_MOST, 0, _VERY_GOOD),
        ),
    }
)
"""The clauses for every predicate of an organisation, those of one reading only among them; see `clauses_of`."""
_CEILING: Final = MostReading.CEILING_ONLY


def check_question(problems: Problems, organisation: object, reading: object) -> None:
    """Check what decides which clauses hold."""
    problems.instance("organisation", organisation, OrganisationPredicate, "an OrganisationPredicate")
    problems.instance("reading", reading, MostReading, "a MostReading")


def clauses_of(organisation: OrganisationPredicate, *, reading: MostReading = _CEILING) -> tuple[Clause, ...]:
    """List the clauses that hold for an organisation with some predicate.

    Args:
        organisation: the predicate of the organisation.
        reading: whether "most" is a lower bound as well.

    Raises:
        WrongTypeError: for an argument of the wrong kind.

    >>> for clause in clauses_of(OrganisationPredicate.GOOD):
    ...     print(clause)
    good: at most 70 %
    poor or needs improvement: at least 1 employee
    """
    problems = Problems("clauses_of")
    check_question(problems, organisation, reading)
    problems.done()
    return tuple(each for each in DISTRIBUTION[organisation] if each.reading in (None, reading))
