"""Exact numbers as texts: each sort comes back as itself with all its digits, and there is one text for each."""

from decimal import Context, Decimal, Inexact, Rounded, localcontext
from fractions import Fraction

import pytest

from pmm_core._checks import Exact
from pmm_core.codec._exact import DIGITS, exact_of, exact_text, fits, is_long, sort_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (7, "7"),
        (-7, "-7"),
        (10**59, "1" + "0" * 59),
        (Fraction(3, 4), "3/4"),
        (Fraction(7), "7/1"),
        (Fraction(-1, 3), "-1/3"),
        (Decimal(7), "7."),
        (Decimal("12.50"), "12.50"),
        (Decimal("-0.0"), "-0.0"),
        (Decimal("-0"), "-0."),
        (Decimal("1E+2"), "1E+2"),
        (Decimal("0.00000001"), "1E-8"),
        (Decimal("1.50E+3"), "1.50E+3"),
    ],
)
def test_a_number_is_one_text_and_the_text_is_the_number(value: Exact, text: str) -> None:
    assert text == exact_text(value)
    back = exact_of(text)
    assert (type(value), repr(value)) == (type(back), repr(back))


@pytest.mark.parametrize("value", [Decimal("6E+1"), Decimal("0.00000001"), Decimal("-1.5E+3"), Decimal("0E-9")])
def test_a_number_is_one_text_whatever_the_arithmetic_of_the_caller(value: Decimal) -> None:
    with localcontext(Context(prec=1, capitals=0, traps=[Inexact, Rounded])):
        text = exact_text(value)
        back = exact_of(text)
    assert text == exact_text(value)
    assert isinstance(back, Decimal)
    assert value.as_tuple() == back.as_tuple()


@pytest.mark.parametrize(
    "text",
    [
        *("", " 7", "7 ", "+7", "07", "-0", "7,5", "1_000", "\u0667", "0x10", "--7", "7\n", "\u00bd", "VII"),
        *("6/8", "3/ 4", "3/-4", "-0/1", "0/5", "3/0", "/4", "3/", "3/4/5", "7/01", "1/2.0"),
        *("1e2", "1E2", "1E", ".5", "1.5e+3", "15E+2.0", "100E+0", "01.5", "1.5.", "1E+02", "+1.5", "0.00000001"),
        *("NaN", "sNaN", "Infinity", "-Infinity", "inf", "NaN.", "1E+99999", "1/2E+1"),
    ],
)
def test_every_other_text_is_no_number(text: str) -> None:
    assert exact_of(text) is None


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (99, 2, True),
        (100, 2, False),
        (-99, 2, True),
        (-100, 2, False),
        (10**60 - 1, DIGITS, True),
        (10**60, DIGITS, False),
        (Fraction(99, 98), 2, True),
        (Fraction(1, 101), 2, False),
        (Fraction(101, 2), 2, False),
        (Decimal("9.9"), 2, True),
        (Decimal("9.99"), 2, False),
        (Decimal("1E+2"), 2, True),
        (Decimal("1E+3"), 2, False),
        (Decimal("1E-2"), 2, True),
        (Decimal("1E-3"), 2, False),
        (Decimal("NaN"), 2, False),
        (Decimal("Infinity"), 2, False),
    ],
)
def test_a_number_fits_by_its_digits_and_its_exponent(value: Exact, digits: int, expected: bool) -> None:  # noqa: FBT001 -- drawn or listed
    assert expected is fits(value, digits)


@pytest.mark.parametrize("value", [10**60 - 1, -(10**60) + 1, Fraction(10**60 - 1, 10**60 - 2), -Fraction(1, 3)])
def test_no_number_that_fits_is_too_long_to_be_read(value: Exact) -> None:
    assert not is_long(exact_text(value), DIGITS)
    assert is_long("9" * 129, DIGITS)


def test_a_number_has_one_sort() -> None:
    assert ["whole", "fraction", "decimal"] == [sort_of(value) for value in (1, Fraction(1), Decimal(1))]
