"""What users write with credit; checked, never run."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

from pmm_core.appraisal import Predicate
from pmm_core.calendar import Period, Window
from pmm_core.credit import (
    COEFFICIENTS,
    GRADE_NEEDS,
    RANK_NEEDS,
    CreditEntry,
    CreditLedger,
    Degree,
    DiplomaBonus,
    Earned,
    Golongan,
    Grade,
    LedgerLine,
    Need,
    Outlook,
    ReachedBy,
    Rise,
    RiseKind,
    collects_credit,
    credit,
    cumulative_need,
    exact_credit,
    golongan_of,
    grade_of,
    next_golongan,
    next_rise,
)
from pmm_core.errors import Refusal
from pmm_core.people import EmploymentStatus

assert_type(credit(6, Predicate.GOOD, Grade.PERTAMA), Decimal)
assert_type(exact_credit(6, Predicate.GOOD, Grade.PERTAMA), Fraction)
assert_type(Golongan.parse("IIIa"), Golongan)
assert_type(grade_of(Golongan.III_A), Grade)
assert_type(golongan_of(Grade.MADYA), tuple[Golongan, ...])
assert_type(next_golongan(Golongan.IV_E), Golongan | None)
assert_type(next_rise(Golongan.IV_E), RiseKind | None)
assert_type(cumulative_need(Golongan.IV_E), int | None)
assert_type(collects_credit(EmploymentStatus.PNS), bool)
assert_type(COEFFICIENTS, Mapping[Grade, Decimal])
assert_type(RANK_NEEDS[Grade.MUDA], int)
assert_type(GRADE_NEEDS[Grade.UTAMA], int | None)

semester = Earned.in_period(Period.parse("2024-S1"), Predicate.VERY_GOOD)
assert_type(semester, Earned)
assert_type(Earned.in_window(Window.parse("2024-07-01..2024-12-31"), Predicate.GOOD), Earned)
assert_type(Earned.in_year(2025, Predicate.GOOD).last_month, int)
entries: list[CreditEntry] = [semester, DiplomaBonus(Degree.MASTER), Rise(Golongan.III_B)]

ledger = CreditLedger(start=Golongan.III_A, employment=EmploymentStatus.PNS, opening=Decimal("31.25"))
assert_type(ledger.earn(semester).add_diploma(Degree.MASTER).rise(), CreditLedger)
assert_type(ledger.record(entries[0]), CreditLedger)
assert_type(ledger.refusals(entries[0]), tuple[Refusal, ...])
assert_type(ledger.can(Rise(Golongan.III_B)), bool)
assert_type(ledger.exact, Fraction)
assert_type(ledger.balance, Decimal)
assert_type(ledger.running(), tuple[LedgerLine, ...])
assert_type(ledger.running()[0].entry, CreditEntry)
assert_type(ledger.outlook(), Outlook)

outlook = Outlook(golongan=Golongan.III_A, balance=Fraction(75, 4), reached_by=ReachedBy.WRITTEN)
assert_type(Outlook(golongan=Golongan.III_A, last_predicate=Predicate.GOOD).last_predicate, Predicate | None)
assert_type(Need(golongan=Golongan.III_A, to=Golongan.III_B, last_predicate=None).last_predicate, Predicate | None)
assert_type(outlook.next_step, Need | None)
if outlook.next_step is not None:
    assert_type(outlook.next_step.missing, Decimal)
    assert_type(outlook.next_step.months(Predicate.GOOD, diploma=True), int | None)
    assert_type(outlook.next_step.years(Predicate.GOOD), int | None)
