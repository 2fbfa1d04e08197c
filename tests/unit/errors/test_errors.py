"""What the errors say."""

from collections.abc import Callable
from typing import Any

import pytest

from pmm_core.errors import (
    AmbiguousNameError,
    IncomparableError,
    InvalidValueError,
    PmmError,
    Problem,
    Refusal,
    RefusedError,
    UnknownNameError,
    WrongTypeError,
)

NEGATIVE = Problem("numerator", "negative", "must not be negative")
EMPTY = Problem("title", "empty", "must not be empty")
UNREACHABLE = Refusal("unreachable", "place 1 is out of reach", ("rank 2", "rank 3"))
PASSED = Refusal("deadline-passed", "the day has passed")


def test_a_problem_says_where_what_and_its_code() -> None:
    assert str(NEGATIVE) == "numerator: must not be negative [negative]"


def test_a_refusal_says_what_would_be_possible() -> None:
    assert str(UNREACHABLE) == "place 1 is out of reach [unreachable] (possible: rank 2; rank 3)"


def test_a_long_list_of_what_would_be_possible_is_shortened_in_the_text_only() -> None:
    ranks = tuple(f"rank {number}" for number in range(2, 15))
    assert "place 1 [unreachable]" == str(Refusal("unreachable", "place 1"))
    assert f"place 1 [unreachable] (possible: {'; '.join(ranks[:12])})" == str(
        Refusal("unreachable", "place 1", ranks[:12])
    )
    long = Refusal("unreachable", "place 1", ranks)
    assert f"place 1 [unreachable] (possible: {'; '.join(ranks[:12])}; and 1 more)" == str(long)
    assert ranks == long.possible


def test_a_refusal_without_a_way_out_says_only_why() -> None:
    assert str(PASSED) == "the day has passed [deadline-passed]"


def problem_with(code: str) -> object:
    return Problem("x", code, "y")


def refusal_with(code: str) -> object:
    return Refusal(code, "y")


@pytest.mark.parametrize(("build", "subject"), [(problem_with, "Problem"), (refusal_with, "Refusal")])
def test_a_reason_with_an_unlisted_code_cannot_be_built(build: Callable[[str], object], subject: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        build("made-up")
    why = "must be a stable code; pmm_core.errors.codes() lists them"
    assert (subject, (Problem("code", "unknown-choice", why),)) == (caught.value.subject, caught.value.problems)
    assert InvalidValueError is type(caught.value)


def not_a_text(path: str, kind: str) -> Problem:
    return Problem(path, "wrong-type", f"must be a text, not {kind}")


def test_everything_is_told_that_keeps_a_reason_from_being_one() -> None:
    wrong: Any = 7
    with pytest.raises(WrongTypeError) as caught:
        Problem(wrong, wrong, wrong)
    assert (not_a_text("path", "int"), not_a_text("code", "int"), not_a_text("message", "int")) == caught.value.problems
    with pytest.raises(WrongTypeError) as caught:
        Refusal("made-up", wrong, wrong)
    expected = (
        not_a_text("message", "int"),
        Problem("possible", "wrong-type", "must be a tuple of texts"),
        Problem("code", "unknown-choice", "must be a stable code; pmm_core.errors.codes() lists them"),
    )
    assert expected == caught.value.problems


@pytest.mark.parametrize("possible", [["rank 2"], "rank 2", ("rank 2", 3), None])
def test_what_would_be_possible_is_a_tuple_of_texts(possible: Any) -> None:
    with pytest.raises(WrongTypeError) as caught:
        Refusal("unreachable", "place 1 is out of reach", possible)
    assert (Problem("possible", "wrong-type", "must be a tuple of texts"),) == caught.value.problems


def test_an_invalid_value_names_every_problem() -> None:
    error = InvalidValueError("Source", (NEGATIVE, EMPTY))
    expected = "invalid Source: numerator: must not be negative [negative]; title: must not be empty [empty]"
    assert expected == str(error)


def test_the_codes_of_an_invalid_value_come_in_order_and_once() -> None:
    assert InvalidValueError("Source", (EMPTY, NEGATIVE, EMPTY)).codes == ("empty", "negative")


def test_a_wrong_type_says_the_same_as_an_invalid_value() -> None:
    assert str(WrongTypeError("Source", (NEGATIVE,))) == str(InvalidValueError("Source", (NEGATIVE,)))


def test_an_unknown_name_offers_close_ones() -> None:
    error = UnknownNameError("kabupaten", "'Batnag'", "unknown-region", ("Batang", "Batanghari"))
    assert str(error) == "unknown kabupaten: 'Batnag' [unknown-region]; did you mean Batang, Batanghari?"
    assert error.codes == ("unknown-region",)


def test_an_unknown_name_without_close_ones_stops_there() -> None:
    assert str(UnknownNameError("kabupaten", "'Q'", "unknown-region")) == "unknown kabupaten: 'Q' [unknown-region]"


def test_an_ambiguous_name_lists_what_it_can_be() -> None:
    error = AmbiguousNameError("kabupaten", "'Blitar'", ("Kabupaten Blitar", "Kota Blitar"))
    expected = "ambiguous kabupaten: 'Blitar' can be Kabupaten Blitar or Kota Blitar [ambiguous-region]"
    assert expected == str(error)
    assert error.codes == ("ambiguous-region",)


def test_a_refused_call_names_every_refusal() -> None:
    error = RefusedError("set a target", (UNREACHABLE, PASSED, PASSED))
    assert str(error) == f"cannot set a target: {UNREACHABLE}; {PASSED}; {PASSED}"
    assert error.codes == ("unreachable", "deadline-passed")


def test_incomparable_tables_are_a_refused_call() -> None:
    assert str(IncomparableError("compare", (PASSED,))) == str(RefusedError("compare", (PASSED,)))


def test_the_root_has_no_codes() -> None:
    assert PmmError("something").codes == ()
