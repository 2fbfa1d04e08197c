"""The checks that every value is put through."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from placed import Placed

from pmm_core._checks import Problems, items, kind_of, shown
from pmm_core.errors import InvalidValueError, WrongTypeError

TODAY = date(2024, 3, 7)
NOON = datetime(2024, 3, 7, 12)  # noqa: DTZ001 -- any datetime is refused


def found(problems: Problems) -> list[tuple[str, str]]:
    """Return path and code of what a collector holds."""
    try:
        problems.done()
    except InvalidValueError as error:
        return [(problem.path, problem.code) for problem in error.problems]
    return []


@pytest.mark.parametrize(("value", "kind"), [(None, "None"), (3, "int"), ("x", "str"), (TODAY, "date")])
def test_a_value_is_named_by_its_kind(value: object, kind: str) -> None:
    assert kind == kind_of(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Batang", "'Batang'"),
        ("", "''"),
        ("12345", "'12345'"),
        ("33.25", "'33.25'"),
        ("12a345", "'12a345'"),
        ("123456", "a text of 6 characters"),
        ("1-2-3-4-5-6", "a text of 11 characters"),
        ("1.2 3-456", "a text of 9 characters"),
        ("x 1987 0101 y", "a text of 13 characters"),
        ("guru@example", "a text of 12 characters"),
        ("x" * 60, repr("x" * 60)),
        ("x" * 61, repr("x" * 59 + "…")),
    ],
)
def test_a_text_is_quoted_shortened_or_hidden(text: str, expected: str) -> None:
    assert expected == shown(text)


def test_nothing_found_raises_nothing() -> None:
    Problems("Thing").done()


def test_what_was_found_is_raised_at_once() -> None:
    problems = Problems("Thing")
    assert problems.add("a", "empty", "must not be empty") is False
    assert problems.add("b", "negative", "must not be negative") is False
    with pytest.raises(InvalidValueError) as caught:
        problems.done()
    assert type(caught.value) is InvalidValueError
    expected = "invalid Thing: a: must not be empty [empty]; b: must not be negative [negative]"
    assert expected == str(caught.value)


@pytest.mark.parametrize("code", ["wrong-type", "bool-for-int", "float-for-exact", "datetime-for-date"])
def test_one_problem_of_type_makes_it_a_type_error(code: str) -> None:
    problems = Problems("Thing")
    problems.add("a", "empty", "must not be empty")
    problems.add("b", code, "must be something else")
    with pytest.raises(WrongTypeError):
        problems.done()


@pytest.mark.parametrize(
    ("value", "kind", "codes"),
    [(3, int, []), (3, (int, str), []), ("3", int, ["wrong-type"]), (None, (int, str), ["wrong-type"])],
)
def test_an_instance_is_of_the_kind(value: object, kind: Any, codes: list[str]) -> None:
    problems = Problems("Thing")
    assert problems.instance("x", value, kind, "a number") is (not codes)
    assert [("x", code) for code in codes] == found(problems)


@pytest.mark.parametrize(
    ("value", "code"),
    [("a", None), (" a ", None), ("", "empty"), (" \n", "empty"), (b"a", "wrong-type"), (None, "wrong-type")],
)
def test_a_text_has_something_in_it(value: object, code: str | None) -> None:
    problems = Problems("Thing")
    assert problems.text("x", value) is (code is None)
    assert ([("x", code)] if code else []) == found(problems)


@pytest.mark.parametrize(
    ("value", "bounds", "code"),
    [
        (0, {}, None),
        (-1, {}, "negative"),
        (-1, {"minimum": None}, None),
        (1, {"minimum": 1}, None),
        (0, {"minimum": 1}, "too-small"),
        (5, {"maximum": 5}, None),
        (6, {"maximum": 5}, "too-large"),
        (True, {}, "bool-for-int"),
        (1.0, {}, "float-for-exact"),
        (Fraction(1), {}, "wrong-type"),
        ("1", {}, "wrong-type"),
    ],
)
def test_an_integer_is_whole_and_within_its_bounds(value: object, bounds: dict[str, Any], code: str | None) -> None:
    problems = Problems("Thing")
    assert problems.integer("x", value, **bounds) is (code is None)
    assert ([("x", code)] if code else []) == found(problems)


@pytest.mark.parametrize(
    ("value", "bounds", "code"),
    [
        (0, {}, None),
        (Fraction(1, 3), {}, None),
        (Decimal("67.82"), {}, None),
        (Decimal(-1), {}, "negative"),
        (Fraction(-1, 3), {"minimum": None}, None),
        (Fraction(1, 3), {"minimum": 1}, "too-small"),
        (Decimal("1.01"), {"maximum": 1}, "too-large"),
        (False, {}, "bool-for-int"),
        (0.5, {}, "float-for-exact"),
        (Decimal("NaN"), {}, "not-finite"),
        (Decimal("-Infinity"), {}, "not-finite"),
        (Decimal("1E60"), {}, None),
        (Decimal("1E61"), {}, "out-of-range"),
        (Decimal("1E-60"), {}, None),
        (Decimal("1E-61"), {}, "out-of-range"),
        (Decimal("0." + "1" * 60), {}, None),
        (Decimal("0." + "1" * 61), {}, "out-of-range"),
        ("0.5", {}, "wrong-type"),
        (None, {}, "wrong-type"),
    ],
)
def test_an_exact_number_is_finite_and_within_its_bounds(
    value: object, bounds: dict[str, Any], code: str | None
) -> None:
    problems = Problems("Thing")
    assert problems.exact("x", value, **bounds) is (code is None)
    assert ([("x", code)] if code else []) == found(problems)


@pytest.mark.parametrize(
    ("value", "code"), [(TODAY, None), (NOON, "datetime-for-date"), ("2024-03-07", "wrong-type"), (None, "wrong-type")]
)
def test_a_day_is_a_date_and_no_datetime(value: object, code: str | None) -> None:
    problems = Problems("Thing")
    assert problems.day("x", value) is (code is None)
    assert ([("x", code)] if code else []) == found(problems)


def test_items_are_read_once_into_a_tuple() -> None:
    problems = Problems("Thing")
    assert items(problems, "x", iter([1, 2]), "numbers") == (1, 2)
    assert [] == found(problems)


def test_the_elements_of_a_set_are_read_in_the_order_of_their_kinds() -> None:
    for place, number in ((0, 1), (1, 0)):
        given = {Placed("x", place), number, None}
        assert [None, "x", number] == list(items(Problems("this"), "x", given, "texts"))


def test_what_is_wrong_with_the_elements_of_a_set_is_told_by_its_code() -> None:
    for place, number in ((0, 1), (1, 0)):
        problems = Problems("this")
        problems.add("a", "wrong-type", "what was found before stays where it is")
        problems.each_of("b", {Placed(" ", place), number}, Problems.text)
        assert [("a", "wrong-type"), ("b", "empty"), ("b", "wrong-type")] == found(problems)


@pytest.mark.parametrize("value", ["ab", b"abc", 3, None])
def test_a_text_or_a_single_value_is_no_collection(value: Any) -> None:
    problems = Problems("Thing")
    assert items(problems, "x", value, "numbers") == ()
    assert [("x", "wrong-type")] == found(problems)
