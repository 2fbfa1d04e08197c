"""Words for ratings and predicates: which are read, which are written, and what is not guessed."""

import traceback
from typing import Any, cast

import pytest

from pmm_core.appraisal import SYNONYMS, OrganisationPredicate, Predicate, Rating, Wording
from pmm_core.appraisal._wording import words_of
from pmm_core.calendar import Phase
from pmm_core.errors import InvalidValueError, UnknownNameError, WrongTypeError
from pmm_core.rulebook import rules

ANY_PREDICATE, ANY_RATING, ANY_ORGANISATION = (
    cast("Any", Predicate),
    cast("Any", Rating),
    cast("Any", OrganisationPredicate),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sangat Baik", Predicate.VERY_GOOD),
        ("very good", Predicate.VERY_GOOD),
        ("very-good", Predicate.VERY_GOOD),
        ("BAIK", Predicate.GOOD),
        (" Butuh Perbaikan\n", Predicate.NEEDS_IMPROVEMENT),
        ("Cukup", Predicate.NEEDS_IMPROVEMENT),
        ("cukup", Predicate.NEEDS_IMPROVEMENT),
        ("Kurang", Predicate.POOR),
        ("Kurang/Misconduct", Predicate.POOR),
        ("misconduct", Predicate.POOR),
        ("Sangat Kurang", Predicate.VERY_POOR),
    ],
)
def test_predicates_are_read(text: str, expected: Predicate) -> None:
    assert expected is Predicate.parse(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("di atas ekspektasi", Rating.ABOVE),
        ("Above expectation", Rating.ABOVE),
        ("above", Rating.ABOVE),
        ("SESUAI EKSPEKTASI", Rating.AS_EXPECTED),
        ("as-expected", Rating.AS_EXPECTED),
        ("\tdi bawah ekspektasi ", Rating.BELOW),
    ],
)
def test_ratings_are_read(text: str, expected: Rating) -> None:
    assert expected is Rating.parse(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Istimewa", OrganisationPredicate.OUTSTANDING),
        ("outstanding", OrganisationPredicate.OUTSTANDING),
        ("Baik", OrganisationPredicate.GOOD),
        ("Cukup", OrganisationPredicate.NEEDS_IMPROVEMENT),
        ("kurang", OrganisationPredicate.POOR),
        ("sangat kurang", OrganisationPredicate.VERY_POOR),
    ],
)
def test_predicates_of_organisations_are_read(text: str, expected: OrganisationPredicate) -> None:
    assert expected is OrganisationPredicate.parse(text)


PEOPLE = ("Sangat Kurang", "Kurang", "Butuh Perbaikan", "Baik", "Sangat Baik")


@pytest.mark.parametrize(
    "text", ["Baiq", "Istimewa", "Sangat  Baik", "3", "Sangat", "very_good", "Kurang / Misconduct"]
)
def test_what_nearly_fits_is_refused_with_all_that_there_are(text: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        Predicate.parse(text)
    error = caught.value
    assert ("predicate", repr(text), "unknown-word", PEOPLE) == (error.kind, error.text, error.code, error.suggestions)


def test_every_kind_has_its_own_words() -> None:
    with pytest.raises(UnknownNameError) as caught:
        OrganisationPredicate.parse("Misconduct")
    assert ("organisation predicate", (*PEOPLE[:4], "Istimewa")) == (caught.value.kind, caught.value.suggestions)
    with pytest.raises(UnknownNameError) as caught:
        Rating.parse("sesuai")
    wording = ("di bawah ekspektasi", "sesuai ekspektasi", "di atas ekspektasi")
    assert ("rating", wording) == (caught.value.kind, caught.value.suggestions)


@pytest.mark.parametrize("kind", [ANY_PREDICATE, ANY_RATING, ANY_ORGANISATION], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(("text", "code"), [("", "empty"), (" \n", "empty"), (3, "wrong-type"), (None, "wrong-type")])
def test_what_is_no_word_is_refused(kind: Any, text: Any, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        kind.parse(text)
    assert [("text", code)] == [(each.path, each.code) for each in caught.value.problems]


def test_what_could_be_a_personal_number_is_not_repeated() -> None:
    number = "199001012022212001"
    with pytest.raises(UnknownNameError) as caught:
        Predicate.parse(number)
    assert "a text of 18 characters" == caught.value.text
    assert number not in "".join(traceback.format_exception_only(caught.value))


@pytest.mark.parametrize(
    ("predicate", "regulation", "synonym"),
    [
        (Predicate.VERY_POOR, "Sangat Kurang", "Sangat Kurang"),
        (Predicate.POOR, "Kurang", "Kurang/Misconduct"),
        (Predicate.NEEDS_IMPROVEMENT, "Butuh Perbaikan", "Cukup"),
        (Predicate.GOOD, "Baik", "Baik"),
        (Predicate.VERY_GOOD, "Sangat Baik", "Sangat Baik"),
    ],
    ids=repr,
)
def test_what_is_written(predicate: Predicate, regulation: str, synonym: str) -> None:
    assert regulation == predicate.text() == predicate.text(wording=Wording.REGULATION)
    assert synonym == predicate.text(wording=Wording.SYNONYM)


def test_a_wording_is_no_text() -> None:
    with pytest.raises(WrongTypeError) as caught:
        ANY_PREDICATE.GOOD.text(wording="synonym")
    assert ["wording"] == [each.path for each in caught.value.problems]


def test_the_synonyms_are_read_only_and_sourced() -> None:
    with pytest.raises(TypeError):
        cast("Any", SYNONYMS)["Lumayan"] = Predicate.GOOD
    (rule,) = [rule for rule in rules() if rule.key == "appraisal.synonyms"]
    assert ("bkn-3-2023-slides", "secondary") == (rule.source.key, rule.certainty.value)
    assert all(word in rule.statement or word in rule.note for word in SYNONYMS)


def test_one_word_for_two_members_fails_at_import() -> None:
    with pytest.raises(TypeError, match="Phase: execution names two members"):
        words_of(Phase, {"Execution": Phase.PLANNING})
