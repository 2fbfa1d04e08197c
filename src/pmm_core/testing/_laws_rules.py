"""The laws of predicates, credit and round trips, as functions to be called on one's own.

Each is checked by a definition that shares nothing with the library's tables: the matrix in words, the credit in whole
hundredths.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

from pmm_core.appraisal import Predicate, Rating
from pmm_core.credit import Grade
from pmm_core.testing._shared import hundredths

Part = tuple[int, Predicate, Grade]
_PERCENT: Final = MappingProxyType(
    {"very-good": 150, "good": 100, "needs-improvement": 75, "poor": 50, "very-poor": 25}
)
_TENTHS: Final = MappingProxyType({"pertama": 125, "muda": 250, "madya": 375, "utama": 500})
_MONTHS: Final = 12


def check_matrix(matrix: Callable[[Rating, Rating], object]) -> None:
    """Check that a predicate is read off the ratings as it must be (kuadran kinerja), for all nine pairs.

    The law in words: behaviour below expectation is poor, and very poor where the results are below it too; results
    below expectation with any other behaviour need improvement; both above are very good; the rest is good.

    Args:
        matrix: takes the rating of results and that of behaviour, in this order, and returns the predicate.

    Raises:
        AssertionError: with the first pair that has another predicate.

    >>> from pmm_core.appraisal import predicate_of
    >>> check_matrix(predicate_of)
    >>> check_matrix(lambda results, behaviour: predicate_of(behaviour, results))
    Traceback (most recent call last):
        ...
    AssertionError: results below expectation, behaviour as expected: poor, which the law gives needs improvement
    """
    for results in Rating:
        for behaviour in Rating:
            found, expected = matrix(results, behaviour), _predicate(results, behaviour)
            told = found.label_en if isinstance(found, Predicate) else f"no predicate but a {type(found).__name__}"
            pair = f"results {results.label_en}, behaviour {behaviour.label_en}"
            assert found is expected, f"{pair}: {told}, which the law gives {expected.label_en}"


def _predicate(results: Rating, behaviour: Rating) -> Predicate:
    if behaviour is Rating.BELOW:
        return Predicate.VERY_POOR if results is Rating.BELOW else Predicate.POOR
    if results is Rating.BELOW:
        return Predicate.NEEDS_IMPROVEMENT
    return Predicate.VERY_GOOD if results is behaviour is Rating.ABOVE else Predicate.GOOD


def check_credit(
    credit: Callable[[int, Predicate, Grade], object], months: int, predicate: Predicate, grade: Grade
) -> None:
    """Check what some months earn (angka kredit): months/12 x percent x coefficient, rounded once, half up.

    Args:
        credit: takes months, predicate and grade and returns the figure with two decimal places, exact and no float.
        months: 1 to 12.
        predicate: the predicate for these months.
        grade: the grade in these months.

    Raises:
        AssertionError: where it is another figure, or a float.
        ValueError: for months that no evaluation covers.

    >>> from pmm_core.credit import credit
    >>> check_credit(credit, 12, Predicate.VERY_POOR, Grade.PERTAMA)
    >>> by_floats = lambda months, predicate, grade: Decimal(str(round(months / 12 * 0.25 * 12.5, 2)))
    >>> check_credit(by_floats, 12, Predicate.VERY_POOR, Grade.PERTAMA)
    Traceback (most recent call last):
        ...
    AssertionError: 12 months, very poor, Ahli Pertama: 3.12, which rounded once is 3.13
    """
    expected = _written([(months, predicate, grade)])
    told = f"{months} months, {predicate.label_en}, {grade.label_id}"
    _check_figure(credit(months, predicate, grade), expected, told)


def check_credit_total(total: Callable[[list[Part]], object], parts: Sequence[Part]) -> None:
    """Check that credit is added up exactly and rounded at the end: 4 quarters of 4.6875 are 18.75, not 18.76.

    Args:
        total: takes months, predicate and grade of each part and returns the sum with two decimal places, no float.
        parts: what is added up; each as `check_credit` takes it.

    Raises:
        AssertionError: where it is another figure, or a float.
        ValueError: for months that no evaluation covers.

    >>> from pmm_core.credit import credit
    >>> quarters = [(3, Predicate.VERY_GOOD, Grade.PERTAMA)] * 4
    >>> check_credit_total(lambda parts: sum(credit(*part) for part in parts), quarters)
    Traceback (most recent call last):
        ...
    AssertionError: the sum of 4 parts: 18.76, which rounded once is 18.75
    """
    _check_figure(total(list(parts)), _written(parts), f"the sum of {len(parts)} parts")


def _check_figure(found: object, expected: Decimal, told: str) -> None:
    exact = isinstance(found, int | Fraction | Decimal) and not isinstance(found, bool)
    assert exact, f"{told}: a {type(found).__name__}, not an exact number"
    assert found == expected, f"{told}: {found}, which rounded once is {expected}"


def _written(parts: Iterable[Part]) -> Decimal:
    """The sum in whole numbers: 240 to the hundredth, so that half a hundredth is 120 of them."""
    number = 0
    for months, predicate, grade in parts:
        if not 1 <= months <= _MONTHS:
            raise ValueError(f"no evaluation covers {months} months")
        number += 2 * months * _PERCENT[predicate.value] * _TENTHS[grade.value]
    return hundredths((number + 120) // 240)


def check_round_trip(dump: Callable[[Any], Any], load: Callable[[Any], object], values: Iterable[Any]) -> None:
    """Check that what is written comes back when it is read (hukum pulang-pergi).

    The laws: a value comes back as an equal one of the same type; reading does not use the document up; what came back
    is written as it was before, so that a value has one document.

    Args:
        dump: writes a value.
        load: reads what ``dump`` wrote.
        values: what is written; draw it from the strategies of this package.

    Raises:
        AssertionError: with the first law that is broken; it names the type of a value, never the value.

    >>> from pmm_core import Period
    >>> check_round_trip(str, Period.parse, [Period(2024, "S", 1)])
    >>> check_round_trip(str, lambda text: text, [Period(2024, "S", 1)])
    Traceback (most recent call last):
        ...
    AssertionError: a Period comes back as a str
    """
    for value in values:
        name = type(value).__name__
        document = dump(value)
        found: Any = load(document)
        assert type(found) is type(value), f"a {name} comes back as a {type(found).__name__}"
        assert found == value, f"a {name} comes back as another one"
        assert load(document) == value, f"read twice, a {name} comes back as another one"
        assert dump(found) == dump(value), f"a {name} that came back is written in another way"
