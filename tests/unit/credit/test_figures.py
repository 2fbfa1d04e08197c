"""What months earn: every worked example, and what is no number of months."""

from decimal import Decimal, getcontext, localcontext
from fractions import Fraction
from typing import Any, cast

import pytest

from pmm_core import credit as door
from pmm_core.appraisal import Predicate
from pmm_core.credit import Grade, credit, exact_credit
from pmm_core.errors import InvalidValueError, WrongTypeError

ANY_CREDIT, ANY_EXACT = cast("Any", credit), cast("Any", exact_credit)
PREDICATES = (
    Predicate.VERY_GOOD,
    Predicate.GOOD,
    Predicate.NEEDS_IMPROVEMENT,
    Predicate.POOR,
    Predicate.VERY_POOR,
)
YEAR = {
    Grade.PERTAMA: ("18.75", "12.50", "9.38", "6.25", "3.13"),
    Grade.MUDA: ("37.50", "25.00", "18.75", "12.50", "6.25"),
    Grade.MADYA: ("56.25", "37.50", "28.13", "18.75", "9.38"),
    Grade.UTAMA: ("75.00", "50.00", "37.50", "25.00", "12.50"),
}
SEMESTER = {
    Grade.PERTAMA: ("9.38", "6.25", "4.69", "3.13", "1.56"),
    Grade.MUDA: ("18.75", "12.50", "9.38", "6.25", "3.13"),
    Grade.MADYA: ("28.13", "18.75", "14.06", "9.38", "4.69"),
    Grade.UTAMA: ("37.50", "25.00", "18.75", "12.50", "6.25"),
}


@pytest.mark.parametrize("grade", Grade)
@pytest.mark.parametrize(("months", "table"), [(12, YEAR), (6, SEMESTER)])
def test_the_published_tables(months: int, table: dict[Grade, tuple[str, ...]], grade: Grade) -> None:
    assert table[grade] == tuple(str(credit(months, predicate, grade)) for predicate in PREDICATES)


@pytest.mark.parametrize(
    ("months", "predicate", "grade", "expected"),
    [
        (2, Predicate.GOOD, Grade.PERTAMA, "2.08"),
        (5, Predicate.VERY_GOOD, Grade.MADYA, "23.44"),
        (1, Predicate.VERY_POOR, Grade.PERTAMA, "0.26"),
    ],
)
def test_single_examples(months: int, predicate: Predicate, grade: Grade, expected: str) -> None:
    assert expected == str(credit(months, predicate, grade))


def test_the_exact_figure_is_a_fraction_that_keeps_what_the_written_one_drops() -> None:
    assert Fraction(25, 12) == exact_credit(2, Predicate.GOOD, Grade.PERTAMA)
    assert Fraction("4.6875") == exact_credit(3, Predicate.VERY_GOOD, Grade.PERTAMA)
    assert Fraction is type(exact_credit(12, Predicate.GOOD, Grade.MUDA))


def test_the_written_figure_does_not_depend_on_the_decimal_context() -> None:
    with localcontext() as context:
        context.prec = 2
        assert Decimal("18.75") == credit(12, Predicate.VERY_GOOD, Grade.PERTAMA)
        assert Fraction(75, 4) == exact_credit(12, Predicate.VERY_GOOD, Grade.PERTAMA)
    assert getcontext().prec > 2


@pytest.mark.parametrize("call", [ANY_CREDIT, ANY_EXACT])
@pytest.mark.parametrize(
    ("months", "code"),
    [
        (0, "too-small"),
        (-1, "too-small"),
        (13, "too-large"),
        (True, "bool-for-int"),
        (6.0, "float-for-exact"),
        (Decimal(6), "wrong-type"),
        (Fraction(6), "wrong-type"),
        ("6", "wrong-type"),
        (None, "wrong-type"),
    ],
)
def test_what_is_no_number_of_months_is_refused(call: Any, months: object, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        call(months, Predicate.GOOD, Grade.PERTAMA)
    assert [("months", code)] == [(each.path, each.code) for each in caught.value.problems]


@pytest.mark.parametrize("call", [ANY_CREDIT, ANY_EXACT])
def test_every_wrong_argument_is_told(call: Any) -> None:
    with pytest.raises(WrongTypeError) as caught:
        call(13, "good", "muda")
    found = [(each.path, each.code) for each in caught.value.problems]
    assert [("months", "too-large"), ("predicate", "wrong-type"), ("grade", "wrong-type")] == found


def test_the_door_shows_what_it_lists() -> None:
    assert sorted(door.__all__) == dir(door)
