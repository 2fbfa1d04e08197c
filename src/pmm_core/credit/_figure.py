"""The credit of some months with one predicate in one grade: exact, and as it is written.

Figures are added exactly and rounded once, when they are written.  Four quarters of 4.6875 are 18.75; four times the
written 4.69 would be 18.76.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from pmm_core._checks import Problems
from pmm_core.appraisal import Predicate
from pmm_core.credit._grade import Grade
from pmm_core.credit._tables import COEFFICIENTS, MONTHS, PERCENTS

PLACES: Final = 2
_CENTS: Final = 10**PLACES


def rate(predicate: Predicate, grade: Grade) -> Fraction:
    """The exact credit of one month."""
    return Fraction(COEFFICIENTS[grade]) * PERCENTS[predicate] / (100 * MONTHS)


def written(value: Fraction) -> Decimal:
    """Write an exact figure from 0 on with two decimal places, half up, whatever the decimal context of the caller."""
    return _decimal((2 * value.numerator * _CENTS + value.denominator) // (2 * value.denominator))


def written_up(value: Fraction) -> Decimal:
    """Write an exact figure from 0 on with two decimal places, never too small."""
    return _decimal(-(-value.numerator * _CENTS // value.denominator))


def _decimal(cents: int) -> Decimal:
    return Decimal((0, tuple(map(int, str(cents))), -PLACES))


def exact_credit(months: int, predicate: Predicate, grade: Grade) -> Fraction:
    """Tell exactly what some months earn (angka kredit); rules use this one.

    Args:
        months: how many months the evaluation covers, 1 to 12.
        predicate: the predicate of performance for these months.
        grade: the grade (jenjang) in these months.

    Returns:
        Months / 12 × percent of the predicate × coefficient of the grade.

    Raises:
        InvalidValueError: ``too-small`` or ``too-large`` for the months.
        WrongTypeError: ``bool-for-int``, ``float-for-exact`` or ``wrong-type``.

    >>> from pmm_core.appraisal import Predicate
    >>> exact_credit(6, Predicate.NEEDS_IMPROVEMENT, Grade.PERTAMA)
    Fraction(75, 16)
    """
    problems = Problems("credit")
    problems.integer("months", months, minimum=1, maximum=MONTHS)
    problems.instance("predicate", predicate, Predicate, "a Predicate")
    problems.instance("grade", grade, Grade, "a Grade")
    problems.done()
    return months * rate(predicate, grade)


def credit(months: int, predicate: Predicate, grade: Grade) -> Decimal:
    """Tell what some months earn (angka kredit), as it is written: two decimal places, half up.

    Never add such figures: add exact ones, as `CreditLedger` does, and round the sum.

    Args:
        months: how many months the evaluation covers, 1 to 12.
        predicate: the predicate of performance for these months.
        grade: the grade (jenjang) in these months.

    Returns:
        The rounded figure.

    Raises:
        InvalidValueError: ``too-small`` or ``too-large`` for the months.
        WrongTypeError: ``bool-for-int``, ``float-for-exact`` or ``wrong-type``.

    >>> from pmm_core.appraisal import Predicate
    >>> credit(12, Predicate.NEEDS_IMPROVEMENT, Grade.PERTAMA), credit(2, Predicate.GOOD, Grade.PERTAMA)
    (Decimal('9.38'), Decimal('2.08'))
    """
    return written(exact_credit(months, predicate, grade))
