"""The predicate matrix, cell by cell, and what it refuses."""

import pickle
from itertools import product
from typing import Any, cast

import pytest

from pmm_core import appraisal
from pmm_core.appraisal import MATRIX, Predicate, Rating, predicate_of
from pmm_core.errors import WrongTypeError
from pmm_core.rulebook import rules

ABOVE, SAME, BELOW = Rating.ABOVE, Rating.AS_EXPECTED, Rating.BELOW
# results of work, behaviour at work, predicate: typed from the notes, in the words of the regulation
CELLS = [
    (ABOVE, ABOVE, "Sangat Baik"),
    (ABOVE, SAME, "Baik"),
    (ABOVE, BELOW, "Kurang"),
    (SAME, ABOVE, "Baik"),
    (SAME, SAME, "Baik"),
    (SAME, BELOW, "Kurang"),
    (BELOW, ABOVE, "Butuh Perbaikan"),
    (BELOW, SAME, "Butuh Perbaikan"),
    (BELOW, BELOW, "Sangat Kurang"),
]
RANK = list(Predicate).index


@pytest.mark.parametrize(("results", "behaviour", "predicate"), CELLS)
def test_every_cell(results: Rating, behaviour: Rating, predicate: str) -> None:
    assert predicate == predicate_of(results, behaviour).label_id


def test_there_is_no_tenth_cell() -> None:
    assert {(results, behaviour) for results, behaviour, _ in CELLS} == set(product(Rating, repeat=2)) == set(MATRIX)
    assert set(MATRIX.values()) == set(Predicate)


def test_better_behaviour_never_makes_it_worse() -> None:
    for results in Rating:
        column = [RANK(predicate_of(results, behaviour)) for behaviour in Rating]
        assert sorted(column) == column


def test_better_results_never_make_it_worse_while_behaviour_is_as_it_should_be() -> None:
    """Below expectation in behaviour is misconduct, which better results do not mend beyond one step."""
    for behaviour in Rating:
        row = [RANK(predicate_of(results, behaviour)) for results in Rating]
        assert sorted(row) == row


def test_the_axes_are_not_the_same() -> None:
    assert predicate_of(ABOVE, BELOW) is not predicate_of(BELOW, ABOVE)


def test_the_matrix_is_read_only() -> None:
    with pytest.raises(TypeError):
        cast("Any", MATRIX)[ABOVE, ABOVE] = Predicate.POOR


@pytest.mark.parametrize(
    ("given", "paths"),
    [
        (("above", ABOVE), ["results"]),
        ((ABOVE, None), ["behaviour"]),
        ((3, True), ["results", "behaviour"]),
        ((Predicate.GOOD, Predicate.GOOD), ["results", "behaviour"]),
    ],
    ids=["text", "none", "numbers", "predicates"],
)
def test_anything_but_ratings_is_refused(given: tuple[Any, Any], paths: list[str]) -> None:
    with pytest.raises(WrongTypeError) as caught:
        predicate_of(*given)
    assert paths == [problem.path for problem in caught.value.problems]
    assert ("wrong-type",) == caught.value.codes


@pytest.mark.parametrize("member", [*Rating, *Predicate], ids=repr)
def test_members_come_back_and_have_words_in_both_languages(member: Rating | Predicate) -> None:
    assert member is pickle.loads(pickle.dumps(member))  # noqa: S301 -- our own bytes
    assert member is type(member)(member.value)
    assert member.label_id
    assert member.label_en


def test_the_wire_texts() -> None:
    assert ["below", "as-expected", "above"] == [rating.value for rating in Rating]
    assert ["very-poor", "poor", "needs-improvement", "good", "very-good"] == [each.value for each in Predicate]


def test_the_rule_says_how_sure_it_is() -> None:
    (rule,) = [rule for rule in rules() if rule.key == "appraisal.matrix"]
    assert "pmm_core.appraisal.MATRIX" in rule.applies_to
    assert "five of nine" in rule.note


def test_the_door_lists_what_it_offers() -> None:
    assert sorted(appraisal.__all__) == dir(appraisal)
