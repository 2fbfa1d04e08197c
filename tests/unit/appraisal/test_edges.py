"""Edges of appraisal that mutation testing brought to light: exact texts, and values next to a border."""

from fractions import Fraction
from typing import Any

import attrs
import pytest

from pmm_core._labels import Labelled, labelled
from pmm_core.appraisal import (
    DISTRIBUTION,
    ClauseBounds,
    OrganisationPredicate,
    Predicate,
    PredicateCounts,
    Rating,
    Violation,
    annual_window,
    check_distribution,
)
from pmm_core.appraisal._wording import words_of
from pmm_core.calendar import PeriodCalendar, PeriodPattern, PeriodScheme, Phase, PhaseSpan, YearDay
from pmm_core.errors import InvalidValueError, UnknownNameError, WrongTypeError
from pmm_core.sources import works

MOST_70 = DISTRIBUTION[OrganisationPredicate.OUTSTANDING][0]


@labelled(ONE=("satu", "one"), UNO=("uno", "Satu"))
class Twice(Labelled):
    ONE = "one"
    UNO = "uno"


def clause_refused(**changes: Any) -> str:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(MOST_70, **changes)
    return str(caught.value)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"share": 1}, "share: must be a Fraction, not int [wrong-type]"),
        ({"predicates": (Predicate.GOOD, Predicate.GOOD)}, "predicates: must hold each predicate once [duplicate]"),
        (
            {"predicates": (Predicate.GOOD, Predicate.POOR)},
            "predicates: must stand from the worst to the best [out-of-order]",
        ),
        ({"share": Fraction(3, 2)}, "share: must be at most 1 [too-large]"),
    ],
)
def test_a_clause_says_what_is_wrong_with_it(changes: dict[str, Any], said: str) -> None:
    assert f"invalid Clause: {said}" == clause_refused(**changes)


def test_one_violated_clause_is_told_in_the_singular_and_more_in_the_plural() -> None:
    one = check_distribution(PredicateCounts(good=29, very_good=71), OrganisationPredicate.OUTSTANDING)
    assert "outstanding organisation of 100 employees: 1 clause violated" == str(one).splitlines()[0]
    two = check_distribution(PredicateCounts(very_good=1), OrganisationPredicate.NEEDS_IMPROVEMENT)
    assert "needs improvement organisation of 1 employee: 2 clauses violated" == str(two).splitlines()[0]


def test_words_lead_to_their_member_whatever_their_case() -> None:
    table = words_of(Rating, {"Luar Biasa": Rating.ABOVE})
    assert Rating.ABOVE is table["luar biasa"] is table["di atas ekspektasi"] is table["above"]
    assert 10 == len(table)


def test_a_word_for_two_members_fails_at_once() -> None:
    with pytest.raises(TypeError, match=r"^Twice: Satu names two members$"):
        words_of(Twice)


def test_the_nearest_year_is_counted_from_new_year() -> None:
    """Where a year begins on 2 January, the first day of the year that is asked for lies nearer to the one before."""
    work = works()[0]
    span = PhaseSpan(phase=Phase.PLANNING, first=YearDay(1, 2), last=YearDay(1, 31), sources=(work,))
    pattern = PeriodPattern(
        label_id="setahun", label_en="a year", first=YearDay(1, 2), last=YearDay(1, 1, years_later=1), phases=(span,)
    )
    schemes = tuple(
        PeriodScheme(key=f"year-{year}", mark="Y", patterns=(pattern,), first_year=year, last_year=year, source=work)
        for year in (2020, 2023)
    )
    with pytest.raises(UnknownNameError) as caught:
        annual_window(2022, calendar=PeriodCalendar(schemes))
    assert ("2020",) == caught.value.suggestions


@pytest.mark.parametrize("actual", [5, 6, 7])
def test_what_a_clause_allows_is_no_violation_its_bounds_included(actual: int) -> None:
    at_least_60 = ClauseBounds(DISTRIBUTION[OrganisationPredicate.POOR][0], 7)
    assert (5, 7) == (at_least_60.fewest, at_least_60.most)
    with pytest.raises(InvalidValueError) as caught:
        Violation(at_least_60, actual)
    assert "invalid Violation: actual: must be a number that the clause does not allow [out-of-range]" == str(
        caught.value
    )


def test_what_is_no_predicate_is_named_by_its_kind() -> None:
    with pytest.raises(WrongTypeError) as caught:
        PredicateCounts.of(["good"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    assert "invalid PredicateCounts: predicates[0]: must be a Predicate, not str [wrong-type]" == str(caught.value)
