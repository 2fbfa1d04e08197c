"""The strategies of appraisal: only valid values, every form reached, the simplest first, no filtering."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import pytest
from hypothesis import Phase, find as simplest, given, settings, strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.appraisal import (
    AnnualEvaluation,
    Bound,
    Clause,
    ClauseBounds,
    DistributionCheck,
    MostReading,
    OrganisationPredicate,
    PeriodicEvaluation,
    Predicate,
    PredicateCounts,
    Rating,
    Violation,
)
from pmm_core.calendar import Period
from pmm_core.errors import PmmError, codes
from pmm_core.errors._codes import _APPRAISAL
from pmm_core.testing._appraisal import annual_evaluations, periodic_evaluations, predicates, ratings
from pmm_core.testing._appraisal_distribution import (
    clause_bounds,
    clauses,
    distribution_checks,
    organisation_predicates,
    predicate_counts,
    violations,
)
from pmm_core.testing._appraisal_near_misses import APPRAISAL_NEAR_MISSES
from pmm_core.testing._near_miss import NearMiss

T = TypeVar("T")
STRICT = settings(suppress_health_check=[], max_examples=60)  # a strategy that filters or dawdles fails here
REACH = settings(database=None, max_examples=2_000, phases=[Phase.generate])
S2 = Period(2024, "S", 2)


def first(strategy: st.SearchStrategy[T]) -> T:
    """The simplest example; no database, since Hypothesis would file all these under one key."""
    return simplest(strategy, lambda _: True, settings=settings(database=None))


def reached(strategy: st.SearchStrategy[T], condition: Callable[[T], bool]) -> T:
    """Any example that meets a condition, without the cost of shrinking it."""
    return simplest(strategy, condition, settings=REACH)


@STRICT
@given(
    periodic_evaluations(),
    periodic_evaluations(employee=st.just("G-17"), period=S2, late=True),
    periodic_evaluations(late=False),
)
def test_periodic_evaluations(
    any_one: PeriodicEvaluation, late: PeriodicEvaluation, timely: PeriodicEvaluation
) -> None:
    assert any_one.days_late() >= 0
    assert ("G-17", S2, True) == (late.employee, late.period, late.is_late())
    assert (False, False) == (timely.is_late(), timely.is_early())


@STRICT
@given(
    annual_evaluations(),
    annual_evaluations(employee=st.just("G-17"), year=2025, late=True),
    annual_evaluations(late=False),
)
def test_annual_evaluations(any_one: AnnualEvaluation, late: AnnualEvaluation, timely: AnnualEvaluation) -> None:
    assert any_one.missing() or any_one.periodic
    assert ("G-17", 2025, True) == (late.employee, late.year, late.is_late())
    assert (False, False) == (timely.is_late(), timely.is_early())


@STRICT
@given(predicate_counts(), predicate_counts(min_employees=3, max_employees=5), organisation_predicates())
def test_counts(anything: PredicateCounts, few: PredicateCounts, organisation: OrganisationPredicate) -> None:
    assert 0 <= anything.employees <= 200
    assert 3 <= few.employees <= 5
    assert organisation in OrganisationPredicate


@STRICT
@given(clauses(), clause_bounds(), violations())
def test_clauses(clause: Clause, found: ClauseBounds, violation: Violation) -> None:
    assert (clause.share is None) is not (clause.heads is None)
    assert 1 <= found.employees <= 40
    assert violation.misses_by > 0


@STRICT
@given(distribution_checks())
def test_checks(check: DistributionCheck) -> None:
    assert 1 <= check.counts.employees <= 40


@given(st.data(), st.sampled_from(OrganisationPredicate), st.sampled_from(MostReading), st.booleans())
@settings(suppress_health_check=[], max_examples=60)
def test_checks_are_what_is_asked(
    data: st.DataObject,
    organisation: OrganisationPredicate,
    reading: MostReading,
    ok: bool,  # noqa: FBT001 -- drawn
) -> None:
    check = data.draw(distribution_checks(organisation=organisation, reading=reading, ok=ok))
    assert (organisation, reading, ok) == (check.organisation, check.reading, check.ok)


def test_the_simplest_come_first() -> None:
    assert Rating.BELOW is first(ratings())
    assert Predicate.VERY_POOR is first(predicates())
    assert OrganisationPredicate.VERY_POOR is first(organisation_predicates())
    assert PredicateCounts() == first(predicate_counts())
    assert PredicateCounts(very_poor=2) == first(predicate_counts(min_employees=2))
    assert "very good: at most 70 %" == str(first(clauses()))
    evaluation = first(periodic_evaluations())
    assert ("t-1", "2024-S1", Predicate.VERY_POOR, 0) == (
        evaluation.employee,
        str(evaluation.period),
        evaluation.predicate,
        evaluation.days_late(),
    )
    year = first(annual_evaluations())
    assert (2024, (), 0) == (year.year, year.periodic, year.days_late())
    assert (False, True) == (first(distribution_checks(ok=False)).ok, first(distribution_checks(ok=True)).ok)


FORMS: dict[str, tuple[Callable[[], st.SearchStrategy[Any]], Callable[[Any], bool]]] = {
    "a period's evaluation before its window": (periodic_evaluations, lambda each: each.is_early()),
    "late": (periodic_evaluations, lambda each: each.is_late()),
    "of the annual scheme": (periodic_evaluations, lambda each: each.period.mark == "A"),
    "a year with both semesters": (annual_evaluations, lambda each: len(each.periodic) == 2),
    "that differs": (annual_evaluations, lambda each: each.differs),
    "that misses some": (annual_evaluations, lambda each: each.periodic and each.missing()),
    "before its window": (annual_evaluations, lambda each: each.is_early()),
    "a clause in heads": (clauses, lambda each: each.heads is not None and each.heads > 1),
    "a clause of one's own on three": (clauses, lambda each: len(each.predicates) == 3),
    "counts of everything": (predicate_counts, lambda each: all(each.heads(one) for one in Predicate)),
    "several violations": (distribution_checks, lambda each: len(each.violations) > 1),
    "nothing violated": (distribution_checks, lambda each: each.ok),
}


@pytest.mark.parametrize("name", FORMS)
def test_every_form_is_reached(name: str) -> None:
    strategy, condition = FORMS[name]
    assert condition(reached(strategy(), condition))


@pytest.mark.parametrize("member", [*Rating, *Predicate, *OrganisationPredicate, *Bound, *MostReading], ids=repr)
def test_every_member_is_reached(member: Any) -> None:
    ways: dict[type[Any], tuple[st.SearchStrategy[Any], Callable[[Any], Any]]] = {
        Rating: (ratings(), lambda each: each),
        Predicate: (predicates(), lambda each: each),
        OrganisationPredicate: (distribution_checks(), lambda check: check.organisation),
        Bound: (violations(), lambda violation: violation.clause.bound),
        MostReading: (distribution_checks(), lambda check: check.reading),
    }
    strategy, read = ways[type(member)]
    assert member is read(reached(strategy, lambda each: read(each) is member))


@pytest.mark.parametrize("code", ["share-too-high", "share-too-low", "none-allowed", "some-needed"])
def test_violations_of_every_code_are_reached(code: str) -> None:
    assert code == reached(violations(), lambda each: each.refusal.code == code).refusal.code


@pytest.mark.parametrize(
    ("strategy", "message"),
    [
        (periodic_evaluations(employee=cast("Any", "G-17")), "employee must be a strategy"),
        (periodic_evaluations(period=cast("Any", "2024-S1")), "period must be a Period"),
        (periodic_evaluations(late=cast("Any", "yes")), "late must be True"),
        (annual_evaluations(employee=cast("Any", "G-17")), "employee must be a strategy"),
        (annual_evaluations(year=2023), "year must be one of the calendar"),
        (annual_evaluations(year=cast("Any", "2024")), "year must be one of the calendar"),
        (annual_evaluations(late=cast("Any", 1)), "late must be True"),
        (predicate_counts(min_employees=-1), "min_employees must be"),
        (predicate_counts(min_employees=3, max_employees=2), "min_employees=3 is above"),
        (distribution_checks(organisation=cast("Any", "Baik")), "organisation must be a OrganisationPredicate"),
        (distribution_checks(reading=cast("Any", "half")), "reading must be a MostReading"),
        (distribution_checks(ok=cast("Any", "yes")), "ok must be True"),
    ],
    ids=range(12),
)
def test_arguments_are_checked_when_drawn(strategy: st.SearchStrategy[Any], message: str) -> None:
    with pytest.raises(InvalidArgument, match=message):
        first(strategy)


@pytest.mark.parametrize(
    "miss", APPRAISAL_NEAR_MISSES, ids=[f"{miss.code}: {miss.why}" for miss in APPRAISAL_NEAR_MISSES]
)
def test_near_misses_are_refused_for_their_code(miss: NearMiss) -> None:
    with pytest.raises(PmmError) as caught:
        miss.provoke()
    assert miss.code in caught.value.codes


def test_near_misses_cover_every_code_of_appraisal() -> None:
    missed = {miss.code for miss in APPRAISAL_NEAR_MISSES}
    assert {code.text for code in _APPRAISAL} <= missed <= {code.text for code in codes()}
    assert missed >= {"empty", "duplicate", "wrong-type", "bool-for-int", "float-for-exact", "datetime-for-date"}
