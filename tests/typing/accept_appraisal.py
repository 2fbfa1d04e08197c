"""What users write with the appraisal; checked, never run."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import assert_type

from pmm_core.appraisal import (
    DISTRIBUTION,
    MATRIX,
    MATRIX_WITNESSES,
    SYNONYMS,
    AnnualEvaluation,
    AnnualOpening,
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
    Wording,
    annual_window,
    bounds,
    can_be_met,
    check_distribution,
    clauses_of,
    matrix_markdown,
    pairs_of,
    periodic_window,
    predicate_of,
)
from pmm_core.calendar import CALENDAR, Period, Window
from pmm_core.errors import Refusal
from pmm_core.sources import works

assert_type(Predicate.parse("Cukup"), Predicate)
assert_type(Rating.parse("above"), Rating)
assert_type(OrganisationPredicate.parse("Istimewa"), OrganisationPredicate)
assert_type(Predicate.GOOD.text(wording=Wording.SYNONYM), str)
assert_type(SYNONYMS["Cukup"], Predicate)
assert_type(MATRIX[Rating.ABOVE, Rating.BELOW], Predicate)
assert_type(predicate_of(Rating.ABOVE, Rating.BELOW), Predicate)
assert_type(pairs_of(Predicate.POOR), tuple[tuple[Rating, Rating], ...])
assert_type(matrix_markdown(wording=Wording.SYNONYM), str)
assert_type(sum(MATRIX_WITNESSES.values()), int)

period = Period.parse("2024-S1")
first = PeriodicEvaluation(
    employee="G-17", period=period, results=Rating.ABOVE, behaviour=Rating.ABOVE, on=date(2024, 6, 30)
)
assert_type(first.predicate, Predicate)
assert_type(first.days_late(calendar=CALENDAR), int)
assert_type(first.is_early(), bool)
year = AnnualEvaluation(
    employee="G-17",
    year=2024,
    results=Rating.ABOVE,
    behaviour=Rating.ABOVE,
    on=date(2025, 1, 31),
    periodic=(first,),
)
assert_type(year.missing(), tuple[Period, ...])
assert_type(year.differing, tuple[PeriodicEvaluation, ...])
assert_type(periodic_window(period), Window)
assert_type(annual_window(2024, opening=AnnualOpening.AFTER_LAST_PERIOD), Window)


def stream() -> Iterator[Predicate]:
    yield Predicate.GOOD


counts = PredicateCounts.of(stream()) + PredicateCounts(very_good=1)
assert_type(counts, PredicateCounts)
assert_type(sum([counts, counts], PredicateCounts()), PredicateCounts)
assert_type(counts.share(Predicate.GOOD, Predicate.VERY_GOOD), Fraction | None)
check = check_distribution(counts, OrganisationPredicate.GOOD, reading=MostReading.MORE_THAN_HALF)
assert_type(check, DistributionCheck)
assert_type(check.violations, tuple[Violation, ...])
assert_type(check.refusals, tuple[Refusal, ...])
assert_type(check.require_ok().ok, bool)
assert_type(bounds(OrganisationPredicate.GOOD, 43)[0].most, int)
assert_type(bounds(OrganisationPredicate.GOOD, 43), tuple[ClauseBounds, ...])
assert_type(can_be_met(OrganisationPredicate.GOOD, 2), bool)
assert_type(DISTRIBUTION[OrganisationPredicate.GOOD], tuple[Clause, ...])
assert_type(clauses_of(OrganisationPredicate.GOOD), tuple[Clause, ...])
Clause(predicates=(Predicate.GOOD,), bound=Bound.AT_MOST, share=Fraction(1, 2), source=works()[0])
