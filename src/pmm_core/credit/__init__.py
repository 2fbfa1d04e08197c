"""Angka kredit: what a predicate earns, what the next rank and grade need, and how far it is.

Start with `credit` for one period, with `CreditLedger` for many, and with `Outlook` for what comes next.  The skilled
grades (keterampilan) are left out: teachers have none.
"""

from pmm_core.credit._entry import CreditEntry, Degree, DiplomaBonus, Earned, Rise
from pmm_core.credit._figure import credit, exact_credit
from pmm_core.credit._grade import (
    GRADES,
    Golongan,
    Grade,
    RiseKind,
    golongan_of,
    grade_of,
    next_golongan,
    next_rise,
)
from pmm_core.credit._ledger import CreditLedger
from pmm_core.credit._line import LedgerLine
from pmm_core.credit._need import Need, Outlook, ReachedBy
from pmm_core.credit._tables import (
    COEFFICIENTS,
    COLLECTORS,
    DIPLOMA_BONUS,
    DIPLOMA_PERCENT,
    GRADE_NEEDS,
    PERCENTS,
    RANK_NEEDS,
    collects_credit,
    cumulative_need,
)

__all__ = [
    "COEFFICIENTS",
    "COLLECTORS",
    "DIPLOMA_BONUS",
    "DIPLOMA_PERCENT",
    "GRADES",
    "GRADE_NEEDS",
    "PERCENTS",
    "RANK_NEEDS",
    "CreditEntry",
    "CreditLedger",
    "Degree",
    "DiplomaBonus",
    "Earned",
    "Golongan",
    "Grade",
    "LedgerLine",
    "Need",
    "Outlook",
    "ReachedBy",
    "Rise",
    "RiseKind",
    "collects_credit",
    "credit",
    "cumulative_need",
    "exact_credit",
    "golongan_of",
    "grade_of",
    "next_golongan",
    "next_rise",
]


def __dir__() -> list[str]:
    return __all__
