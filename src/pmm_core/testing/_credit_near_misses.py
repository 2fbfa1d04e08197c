"""Near misses of credit: calls that are almost right, each with the code that it must be refused for."""

from datetime import date
from decimal import Decimal
from typing import Any, Final, cast

from pmm_core import credit as door
from pmm_core.appraisal import Predicate
from pmm_core.calendar import Period, Window
from pmm_core.credit import (
    CreditLedger,
    Degree,
    DiplomaBonus,
    Earned,
    Golongan,
    Grade,
    Need,
    Outlook,
    Rise,
    credit,
    exact_credit,
)
from pmm_core.people import EmploymentStatus
from pmm_core.testing._near_miss import NearMiss

_ANY: Final = cast("Any", door)  # the door without its types, for calls that a type checker would refuse
_GOOD, _POOR = Predicate.GOOD, Predicate.POOR


def _ledger(**changes: Any) -> CreditLedger:
    fields: dict[str, Any] = {"start": Golongan.III_A, "employment": EmploymentStatus.PNS}
    return CreditLedger(**(fields | changes))


def _earned(**changes: Any) -> Earned:
    fields: dict[str, Any] = {"year": 2024, "first_month": 1, "months": 6, "predicate": _GOOD}
    return Earned(**(fields | changes))


def _after_a_year(predicate: Predicate = _GOOD, **changes: Any) -> CreditLedger:
    return _ledger(**changes).earn(Earned.in_year(2024, predicate))


_JUST_BELOW: Final = Decimal("49.99")

CREDIT_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    NearMiss("collects-no-credit", "a PPPK", lambda: _ledger(employment=EmploymentStatus.PPPK)),
    NearMiss("collects-no-credit", "no servant of the state", lambda: _ledger(employment=EmploymentStatus.NON_ASN)),
    NearMiss(
        "partial-month",
        "begins on the second",
        lambda: Earned.in_window(Window(date(2024, 1, 2), date(2024, 6, 30)), _GOOD),
    ),
    NearMiss(
        "partial-month",
        "28 February of a leap year",
        lambda: Earned.in_window(Window(date(2024, 1, 1), date(2024, 2, 28)), _GOOD),
    ),
    NearMiss("months-overlap", "June twice", lambda: _ledger().earn(_earned()).earn(_earned(first_month=6, months=1))),
    NearMiss(
        "months-overlap",
        "the same semester twice in one ledger",
        lambda: _ledger(entries=(_earned(), _earned())),
    ),
    NearMiss("out-of-order", "the year before", lambda: _after_a_year().earn(Earned.in_year(2023, _GOOD))),
    NearMiss("no-evaluation", "a diploma first", lambda: _ledger().add_diploma(Degree.MASTER)),
    NearMiss("predicate-too-low", "a diploma after Kurang", lambda: _after_a_year(_POOR).add_diploma(Degree.MASTER)),
    NearMiss(
        "predicate-too-low",
        "a diploma after Butuh Perbaikan",
        lambda: _after_a_year(Predicate.NEEDS_IMPROVEMENT).add_diploma(Degree.MASTER),
    ),
    NearMiss(
        "degree-not-higher",
        "the same level twice",
        lambda: _after_a_year().add_diploma(Degree.MASTER).add_diploma(Degree.MASTER),
    ),
    NearMiss(
        "degree-not-higher", "S1 after S2", lambda: _after_a_year(degree=Degree.MASTER).add_diploma(Degree.BACHELOR)
    ),
    NearMiss("credit-short", "49.99 of 50", lambda: _ledger(opening=_JUST_BELOW).rise()),
    NearMiss("credit-short", "99.99 of 100", lambda: _ledger(start=Golongan.III_B, opening=Decimal("99.99")).rise()),
    NearMiss(
        "wrong-golongan",
        "two steps at once",
        lambda: _ledger(opening=Decimal(100)).record(Rise(Golongan.III_C)),
    ),
    NearMiss(
        "wrong-golongan",
        "beyond the next grade",
        lambda: Need(golongan=Golongan.III_A, to=Golongan.III_D),
    ),
    NearMiss("top-golongan", "above IV/e", lambda: _ledger(start=Golongan.IV_E, opening=Decimal(999)).rise()),
    NearMiss("too-small", "no month", lambda: credit(0, _GOOD, Grade.PERTAMA)),
    NearMiss("too-small", "a year of the older system", lambda: Earned.in_year(2022, _GOOD)),
    NearMiss("too-small", "month 0", lambda: _earned(first_month=0)),
    NearMiss("too-large", "thirteen months", lambda: exact_credit(13, _GOOD, Grade.PERTAMA)),
    NearMiss("too-large", "into the next year", lambda: _earned(first_month=8)),
    NearMiss("unknown-period", "a third semester", lambda: Earned.in_period(Period(2024, "S", 3), _GOOD)),
    NearMiss("malformed", "III/e", lambda: Golongan.parse("III/e")),
    NearMiss("malformed", "a golongan below the experts", lambda: Golongan.parse("II/d")),
    NearMiss("empty", "no golongan", lambda: Golongan.parse(" ")),
    NearMiss("negative", "less than nothing", lambda: _ledger(opening=Decimal("-0.01"))),
    NearMiss("not-finite", "not a number", lambda: Outlook(golongan=Golongan.III_A, balance=Decimal("NaN"))),
    NearMiss("bool-for-int", "a yes for months", lambda: credit(True, _GOOD, Grade.PERTAMA)),
    NearMiss("float-for-exact", "half a month", lambda: _ANY.credit(0.5, _GOOD, Grade.PERTAMA)),
    NearMiss("float-for-exact", "a float brought along", lambda: _ledger(opening=18.75)),
    NearMiss("wrong-type", "a whole number brought along", lambda: _ledger(opening=50)),
    NearMiss("wrong-type", "the text of a golongan", lambda: _ANY.grade_of("III/a")),
    NearMiss("wrong-type", "the text of a degree", lambda: _ANY.DiplomaBonus("s2")),
    NearMiss(
        "wrong-type", "a diploma earns no months", lambda: cast("Any", _ledger()).earn(DiplomaBonus(Degree.MASTER))
    ),
)
