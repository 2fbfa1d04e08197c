"""Predicates, distributions and credit: beside the fewest lines of plain Python that give the same answer."""

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from timing import Plan, Row, compare

from pmm_core.appraisal import (
    OrganisationPredicate,
    Predicate,
    PredicateCounts,
    Rating,
    check_distribution,
    predicate_of,
)
from pmm_core.credit import CreditLedger, Earned, Golongan, Grade, Outlook, credit
from pmm_core.people import EmploymentStatus

MATRIX = {("above", "above"): "very-good", ("above", "as-expected"): "good"}
SCHOOL = [Predicate.VERY_GOOD] * 70 + [Predicate.GOOD] * 25 + [Predicate.NEEDS_IMPROVEMENT] * 5
CENT = Decimal("0.01")


def plain_credit() -> Decimal:
    """Work out six months of very good as a first expert, unchecked."""
    return (Decimal(6) / 12 * Decimal("1.5") * Decimal("12.5")).quantize(CENT, ROUND_HALF_UP)


def plain_check() -> bool:
    """Look at the one clause of an outstanding organisation."""
    counts = Counter(SCHOOL)
    return Fraction(counts[Predicate.VERY_GOOD], len(SCHOOL)) <= Fraction(7, 10)


def plain_months() -> int:
    """Count the months up to the next rank one by one."""
    balance, months = Fraction(75, 8), 0
    while balance < 50:
        balance += Fraction(25, 16)
        months += 1
    return months


def plain_ledger() -> Decimal:
    """Add four years up, unchecked and without a history."""
    total = sum((Decimal("1.5") * Decimal("12.5") for _ in range(4)), Decimal(0))
    return total.quantize(CENT, ROUND_HALF_UP)


def four_years() -> Decimal:
    """Do the same in a ledger: checked, with its history."""
    ledger = CreditLedger(start=Golongan.III_A, employment=EmploymentStatus.PNS)
    for year in (2023, 2024, 2025, 2026):
        ledger = ledger.earn(Earned.in_year(year, Predicate.VERY_GOOD))
    return ledger.balance


def our_months() -> int:
    """Ask the outlook for the same."""
    step = Outlook(golongan=Golongan.III_A, balance=Fraction(75, 8)).next_step
    if step is None:
        raise SystemExit("nothing follows")
    return step.months(Predicate.VERY_GOOD) or 0


def rows(plan: Plan) -> list[Row]:
    """Measure all of it."""
    outstanding = OrganisationPredicate.OUTSTANDING
    counts = PredicateCounts.of(SCHOOL)
    if credit(6, Predicate.VERY_GOOD, Grade.PERTAMA) != plain_credit() or four_years() != plain_ledger():
        raise SystemExit("the credits do not agree")
    if our_months() != plain_months() or check_distribution(counts, outstanding).ok is not plain_check():
        raise SystemExit("the answers do not agree")
    return [
        compare(
            "predicate_of(results, behaviour)",
            {
                "ours": lambda: predicate_of(Rating.ABOVE, Rating.AS_EXPECTED),
                "dict": lambda: MATRIX["above", "as-expected"],
            },
            plan,
            note="ours checks its arguments",
        ),
        compare(
            "check_distribution of 100 predicates",
            {
                "ours": lambda: check_distribution(PredicateCounts.of(SCHOOL), outstanding),
                "Counter": plain_check,
            },
            plan,
            note="the peer looks at one clause and says yes or no",
        ),
        compare(
            "credit(6, VERY_GOOD, PERTAMA)",
            {"ours": lambda: credit(6, Predicate.VERY_GOOD, Grade.PERTAMA), "decimal": plain_credit},
            plan,
            note="the peer checks nothing",
        ),
        compare(
            "a ledger of four years",
            {"ours": four_years, "decimal": plain_ledger},
            plan,
            note="the peer keeps no history and refuses nothing",
        ),
        compare(
            "months to the next rank",
            {"ours": our_months, "a loop": plain_months},
            plan,
            note="the peer counts one by one",
        ),
    ]
