"""What must not type-check with credit; a marker that is not needed is an error."""

from pmm_core.appraisal import Predicate
from pmm_core.credit import (
    COEFFICIENTS,
    CreditLedger,
    DiplomaBonus,
    Earned,
    Golongan,
    Grade,
    Outlook,
    Rise,
    credit,
    grade_of,
)
from pmm_core.people import EmploymentStatus

ledger = CreditLedger(start=Golongan.III_A, employment=EmploymentStatus.PNS)

credit(0.5, Predicate.GOOD, Grade.PERTAMA)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
credit(6, Grade.PERTAMA, Predicate.GOOD)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
grade_of("III/a")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
COEFFICIENTS[Grade.MUDA] = 1  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
CreditLedger(start=Golongan.III_A)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
CreditLedger(start=Golongan.III_A, employment=EmploymentStatus.PNS, opening=50)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
CreditLedger(start=Golongan.III_A, employment=EmploymentStatus.PNS, entries=[])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Earned(2024, 1, 6, Predicate.GOOD)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Earned.in_period("2024-S1", Predicate.GOOD)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
DiplomaBonus("s2")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ledger.earn(Rise(Golongan.III_B))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ledger.opening = 5  # type: ignore[misc, assignment]  # pyright: ignore[reportAttributeAccessIssue]
Outlook(golongan=Golongan.III_A, balance=18.75)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Outlook(golongan=Golongan.III_A, last_predicate="good")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Outlook(golongan=Golongan.III_A).next_step.missing  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
