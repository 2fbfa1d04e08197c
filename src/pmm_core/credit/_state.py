"""Where a ledger stands, and the one function that decides what may be recorded next.

A standing knows all that later entries are judged by, so that one entry more is judged without reading the others.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, assert_never

import attrs

from pmm_core.appraisal import Predicate
from pmm_core.credit._diploma import against_evaluation, higher_degrees
from pmm_core.credit._entry import FIRST_YEAR, CreditEntry, Degree, DiplomaBonus, Earned, Rise
from pmm_core.credit._figure import exact_credit
from pmm_core.credit._grade import GRADES, Golongan, next_golongan
from pmm_core.credit._need import Need, Outlook, ReachedBy
from pmm_core.credit._tables import DIPLOMA_BONUS, MONTHS
from pmm_core.errors import Refusal

_SHOWN: Final = (Predicate.VERY_GOOD, Predicate.GOOD)


@attrs.frozen(kw_only=True)
class Standing:
    """What a ledger amounts to after some entries."""

    golongan: Golongan
    exact: Fraction
    reached_by: ReachedBy
    degree: Degree | None
    last: Earned | None = None
    """The months that were credited last."""
    credited: int = 0
    """All months that were credited, one bit for each since the first of all."""

    @property
    def last_predicate(self) -> Predicate | None:
        """The predicate of the months that were credited last."""
        return None if self.last is None else self.last.predicate

    def outlook(self) -> Outlook:
        """What comes next from here."""
        return Outlook(
            golongan=self.golongan,
            balance=self.exact,
            reached_by=self.reached_by,
            degree=self.degree,
            last_predicate=self.last_predicate,
        )

    def need(self, to: Golongan) -> Need:
        """What a rise ahead needs from here."""
        return Need(
            golongan=self.golongan,
            to=to,
            balance=self.exact,
            reached_by=self.reached_by,
            degree=self.degree,
            last_predicate=self.last_predicate,
        )


def refusals_of(standing: Standing, entry: CreditEntry) -> tuple[Refusal, ...]:
    """Every reason why an entry cannot be recorded now; none means that it can."""
    match entry:
        case Earned():
            return tuple(_against_months(standing, entry))
        case DiplomaBonus():
            return tuple(_against_diploma(standing, entry))
        case Rise():
            return tuple(_against_rise(standing, entry))
        case _ as never:
            assert_never(never)


def after(standing: Standing, entry: CreditEntry) -> Standing:
    """Where the ledger stands after an entry that nothing speaks against."""
    grade = GRADES[standing.golongan]
    match entry:
        case Earned(months=months, predicate=predicate):
            exact = standing.exact + exact_credit(months, predicate, grade)
            return attrs.evolve(standing, exact=exact, last=entry, credited=standing.credited | _bits(entry))
        case DiplomaBonus(degree=degree):
            exact = standing.exact + Fraction(DIPLOMA_BONUS[grade])
            return attrs.evolve(standing, exact=exact, degree=degree)
        case Rise(to=to):
            exact = standing.exact if GRADES[to] is grade else Fraction(0)
            return attrs.evolve(standing, golongan=to, exact=exact)
        case _ as never:
            assert_never(never)


def _bits(entry: Earned) -> int:
    return (1 << entry.months) - 1 << MONTHS * (entry.year - FIRST_YEAR) + entry.first_month - 1


def _against_months(standing: Standing, entry: Earned) -> Iterator[Refusal]:
    last = standing.last
    if last is None:
        return
    possible = (f"months after {last.year}-{last.last_month:02}",)
    if standing.credited & _bits(entry):
        yield Refusal("months-overlap", "credit was earned for some of these months already", possible)
    if (entry.year, entry.first_month) < (last.year, last.first_month):
        yield Refusal("out-of-order", "these months lie before those that were credited last", possible)


def _against_diploma(standing: Standing, entry: DiplomaBonus) -> Iterator[Refusal]:
    unrewarded = against_evaluation(standing.last_predicate)
    if unrewarded is not None:
        yield unrewarded
    higher = higher_degrees(standing.degree)
    if entry.degree not in higher:
        why = f"{entry.degree.label_en} is not above what is held or was rewarded"
        yield Refusal("degree-not-higher", why, tuple(degree.label_en for degree in higher))


def _against_rise(standing: Standing, entry: Rise) -> Iterator[Refusal]:
    following = next_golongan(standing.golongan)
    if following is None:
        yield Refusal("top-golongan", f"nothing follows {standing.golongan}")
        return
    if entry.to is not following:
        yield Refusal("wrong-golongan", f"{entry.to} does not follow {standing.golongan}", (f"rise to {following}",))
    need = standing.need(following)
    if not need.reached:
        why = f"{following} needs {need.needed}, and {need.missing} are missing"
        possible = tuple(f"{need.months(predicate)} months at {predicate.label_id}" for predicate in _SHOWN)
        yield Refusal("credit-short", why, possible)
