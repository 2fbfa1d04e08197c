"""What must not type-check with the appraisal; a marker that is not needed is an error."""

from datetime import date

from pmm_core.appraisal import (
    MATRIX,
    Bound,
    Clause,
    OrganisationPredicate,
    PeriodicEvaluation,
    Predicate,
    PredicateCounts,
    Rating,
    annual_window,
    bounds,
    check_distribution,
    pairs_of,
    periodic_window,
    predicate_of,
)
from pmm_core.calendar import Period
from pmm_core.sources import works

counts = PredicateCounts(good=3)
first = PeriodicEvaluation(
    employee="G-17",
    period=Period.parse("2024-S1"),
    results=Rating.ABOVE,
    behaviour=Rating.ABOVE,
    on=date(2024, 6, 30),
)

Predicate.parse(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Predicate.GOOD.text("synonym")  # type: ignore[call-arg, arg-type]  # pyright: ignore[reportCallIssue]
Predicate.GOOD.text(wording="synonym")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
predicate_of(Predicate.GOOD, Rating.ABOVE)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
pairs_of("good")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
MATRIX[Rating.ABOVE, Rating.ABOVE] = Predicate.GOOD  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
first.predicate = Predicate.GOOD  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
PeriodicEvaluation("G-17", first.period, Rating.ABOVE, Rating.ABOVE, first.on)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
first.days_late(2024)  # type: ignore[call-arg, arg-type]  # pyright: ignore[reportCallIssue]
periodic_window("2024-S1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
annual_window(first.period)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
annual_window(2024, opening="after-last-period")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
PredicateCounts(3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
PredicateCounts(good=0.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
PredicateCounts.of(["Baik"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
counts + 1  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
counts.share(Predicate.GOOD) + 1  # type: ignore[operator]  # pyright: ignore[reportOptionalOperand]
check_distribution(counts, Predicate.GOOD)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
check_distribution([Predicate.GOOD], OrganisationPredicate.GOOD)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bounds(OrganisationPredicate.GOOD, 0.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Clause(predicates=(Predicate.GOOD,), bound=Bound.AT_MOST, share=0.7, source=works()[0])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
OrganisationPredicate.VERY_GOOD  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
