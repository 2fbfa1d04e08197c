"""Where a ledger stands, and the one function that decides what may be recorded next."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, assert_never

import attrs

from pmm_core.appraisal import Predicate
from pmm_core.credit._entry import CreditEntry, Degree, DiplomaBonus, Earned, Rise
from pmm_core.credit._figure import exact_credit
from pmm_core.credit._grade import GRADES, Golongan, next_golongan
from pmm_core.credit._need import REWARDED, Need, Outlook, ReachedBy, higher_degrees
from pmm_core.credit._tables import DIPLOMA_BONUS
from pmm_core.errors import Refusal

_SHOWN: Final = (Predicate.VERY_GOOD, Predicate.GOOD)


@attrs.frozen(kw_only=True)
class Standing:
    """What a ledger amounts to after some entries."""

    golongan: Golongan
    exact: Fraction
    reached_by: ReachedBy
    degree: Degree | None
    earned: tuple[Earned, ...] = ()

    def outlook(self) -> Outlook:
        """What comes next from here."""
        return Outlook(golongan=self.golongan, balance=self.exact, reached_by=self.reached_by, degree=self.degree)

    def need(self, to: Golongan) -> Need:
        """What a rise ahead needs from here."""
        return Need(golongan=self.golongan, to=to, balance=self.exact, reached_by=self.reached_by, degree=self.degree)


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
            return attrs.evolve(standing, exact=exact, earned=(*standing.earned, entry))
        case DiplomaBonus(degree=degree):
            exact = standing.exact + Fraction(DIPLOMA_BONUS[grade])
            return attrs.evolve(standing, exact=exact, degree=degree)
        case Rise(to=to):
            exact = standing.exact if GRADES[to] is grade else Fraction(0)
            return attrs.evolve(standing, golongan=to, exact=exact)
        case _ as never:
            assert_never(never)


def _against_months(standing: Standing, entry: Earned) -> Iterator[Refusal]:
    if not standing.earned:
        return
    last = standing.earned[-1]
    possible = (f"months after {last.year}-{last.last_month:02}",)
    if any(entry.overlaps(earlier) for earlier in standing.earned):
        yield Refusal("months-overlap", "credit was earned for some of these months already", possible)
    if (entry.year, entry.first_month) < (last.year, last.first_month):
        yield Refusal("out-of-order", "these months lie before those that were credited last", possible)


def _against_diploma(standing: Standing, entry: DiplomaBonus) -> Iterator[Refusal]:
    if not standing.earned:
        possible = ("earn credit for some months first",)
        yield Refusal("no-evaluation", "a diploma is rewarded after an evaluation, and there is none", possible)
    elif standing.earned[-1].predicate not in REWARDED:
        why = f"the last evaluation is {standing.earned[-1].predicate.label_id}"
        yield Refusal("predicate-too-low", why, ("earn credit with at least Baik first",))
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
