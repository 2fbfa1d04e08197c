"""How far it is to the next rank and the next grade.

A need counts from the start of the grade, as the balance does.  What is missing divided by what a month earns, rounded
up, is the fewest months: one month fewer does not get there.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core._checks import Exact, Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.appraisal import Predicate
from pmm_core.credit._diploma import higher_degrees, months_before
from pmm_core.credit._entry import Degree
from pmm_core.credit._figure import PLACES, rate, written, written_up
from pmm_core.credit._grade import GRADES, Golongan, Grade, RiseKind, golongan_of, next_golongan
from pmm_core.credit._rules import (
    COEFFICIENT,
    CUMULATIVE,
    DIPLOMA,
    FORMULA,
    LAST_EVALUATION,
    PERCENT,
    PROJECTION,
    REACHED,
    RESTART,
    RISE_NEEDS,
)
from pmm_core.credit._tables import DIPLOMA_BONUS, MONTHS, cumulative_need
from pmm_core.sources import Rule, Source
from pmm_core.sources._citing import sources_of

_HALF_A_HUNDREDTH: Final = Fraction(1, 2 * 10**PLACES)
_RULES: Final = (
    *(RISE_NEEDS, CUMULATIVE, RESTART, FORMULA, PERCENT, COEFFICIENT),
    *(DIPLOMA, LAST_EVALUATION, REACHED, PROJECTION),
)


@final
@labelled(
    EXACT=("angka tepat", "the exact figure"),
    WRITTEN=("angka tertulis, dua desimal", "the written figure with two decimal places"),
)
class ReachedBy(Labelled):
    """Which figure must reach a need; no source says, and 49.996 is written 50.00.

    >>> ReachedBy("exact").label_en
    'the exact figure'
    """

    EXACT = "exact"
    WRITTEN = "written"


def _ahead(golongan: Golongan) -> Mapping[Golongan, int]:
    """What each rise needs that the present grade's credit can lead to: up to the first rank of the next grade."""
    mine = golongan_of(GRADES[golongan])
    steps = ((next_golongan(here), cumulative_need(here)) for here in mine[mine.index(golongan) :])
    return MappingProxyType({to: need for to, need in steps if to is not None and need is not None})


AHEAD: Final[Mapping[Golongan, Mapping[Golongan, int]]] = MappingProxyType({each: _ahead(each) for each in Golongan})


def _check_standing(problems: Problems, here: "Need | Outlook") -> None:
    problems.instance("golongan", here.golongan, Golongan, "a Golongan")
    problems.exact("balance", here.balance)
    problems.instance("reached_by", here.reached_by, ReachedBy, "a ReachedBy")
    if here.degree is not None:
        problems.instance("degree", here.degree, Degree, "a Degree")
    if here.last_predicate is not None:
        problems.instance("last_predicate", here.last_predicate, Predicate, "a Predicate")


@final
@attrs.frozen(kw_only=True)
class Need:
    """What a rise needs, what is missing, and in how many months it is there (kebutuhan angka kredit).

    Args:
        golongan: where somebody is.
        to: a golongan ruang ahead in the same grade, or the first of the next grade.
        balance: the exact credit since the start of the grade.
        reached_by: which figure must reach the need.
        degree: the highest degree held or rewarded, or None where it is not known.
        last_predicate: the predicate of the months that were credited last, or None where there are none or it is not
            known.  A ledger hands its own on.  With None or a predicate below Baik, a new diploma is taken to wait for
            one month at least, as a ledger without any months refuses it.

    Raises:
        InvalidValueError: ``wrong-golongan`` for a rise that this grade's credit does not lead to, ``negative``,
            ``not-finite`` or ``out-of-range`` for the balance.
        WrongTypeError: ``float-for-exact``, ``bool-for-int`` or ``wrong-type``.

    >>> from decimal import Decimal
    >>> from pmm_core.appraisal import Predicate
    >>> need = Need(golongan=Golongan.III_A, to=Golongan.III_B, balance=Decimal("18.75"))
    >>> need.needed, need.missing, need.months(Predicate.VERY_GOOD), need.months(Predicate.VERY_GOOD, diploma=True)
    (50, Decimal('31.25'), 20, 12)
    """

    golongan: Golongan
    to: Golongan
    balance: Exact = 0
    reached_by: ReachedBy = ReachedBy.EXACT
    degree: Degree | None = None
    last_predicate: Predicate | None = None

    def __attrs_post_init__(self) -> None:
        problems = Problems("Need")
        _check_standing(problems, self)
        known = isinstance(self.golongan, Golongan)  # pyright: ignore[reportUnnecessaryIsInstance] -- callers without a type checker
        if problems.instance("to", self.to, Golongan, "a Golongan") and known and self.to not in AHEAD[self.golongan]:
            names = ", ".join(map(str, AHEAD[self.golongan])) or "nothing"
            problems.add("to", "wrong-golongan", f"the credit of this grade leads from {self.golongan} to {names}")
        problems.done()

    @property
    def grade(self) -> Grade:
        """The present grade (jenjang)."""
        return GRADES[self.golongan]

    @property
    def kind(self) -> RiseKind:
        """Whether the rise stays in the grade or leads to the next."""
        return RiseKind.RANK if GRADES[self.to] is self.grade else RiseKind.GRADE

    @property
    def needed(self) -> int:
        """The credit that is needed, counted from the start of the grade."""
        return AHEAD[self.golongan][self.to]

    @property
    def exact_missing(self) -> Fraction:
        """Exactly what is missing; 0 where nothing is."""
        slack = 0 if self.reached_by is ReachedBy.EXACT else _HALF_A_HUNDREDTH
        return max(Fraction(0), self.needed - slack - Fraction(self.balance))

    @property
    def missing(self) -> Decimal:
        """What is missing with two decimal places, rounded up, so that 0.00 means that nothing is."""
        return written_up(self.exact_missing)

    @property
    def reached(self) -> bool:
        """Whether nothing is missing."""
        return not self.exact_missing

    def months(self, predicate: Predicate, *, diploma: bool = False) -> int | None:
        """The fewest whole months that get there at one predicate.

        Args:
            predicate: the predicate of performance in all of these months.
            diploma: whether a new higher diploma is added after them.

        Returns:
            The number of months; 0 where nothing is missing.  With a diploma that is needed at least 1, unless the
            months credited last were at least Baik.  None with a diploma that would not be rewarded: at a predicate
            below Baik, or above S3.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a predicate.

        >>> from pmm_core.appraisal import Predicate
        >>> Need(golongan=Golongan.IV_A, to=Golongan.IV_D, balance=0).months(Predicate.VERY_GOOD)
        96
        """
        problems = Problems("months")
        problems.instance("predicate", predicate, Predicate, "a Predicate")
        problems.instance("diploma", diploma, bool, "a bool")
        problems.done()
        least, bonus = 0, Fraction(0)
        if diploma:
            waits = months_before(self.last_predicate, predicate) if higher_degrees(self.degree) else None
            if waits is None:
                return None
            least, bonus = waits, Fraction(DIPLOMA_BONUS[self.grade])
        if self.reached:
            return 0
        # rounded up in whole numbers: no loop, however far it is
        return max(least, -(-(self.exact_missing - bonus) // rate(predicate, self.grade)))

    def years(self, predicate: Predicate, *, diploma: bool = False) -> int | None:
        """In which year at one predicate it is there: 3 means in the third.

        Args:
            predicate: the predicate of performance in all of these years.
            diploma: whether a new higher diploma is added after them.

        Returns:
            The fewest whole years; 0 where nothing is missing, None with a diploma that would not be rewarded.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a predicate.

        >>> from pmm_core.appraisal import Predicate
        >>> Need(golongan=Golongan.III_A, to=Golongan.III_B, balance=0).years(Predicate.VERY_GOOD)
        3
        """
        months = self.months(predicate, diploma=diploma)
        return None if months is None else -(-months // MONTHS)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that produced this."""
        return _RULES

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the rules come from, each work once."""
        return sources_of(*self.rules)

    def __str__(self) -> str:
        lines = [f"{self.kind.label_en} to {self.to}: {self.needed} needed, {self.missing} missing"]
        for predicate in reversed(Predicate):
            alone, helped = self.months(predicate), self.months(predicate, diploma=True)
            extra = "" if helped is None else f", {helped} with a new diploma"
            lines.append(f"  {predicate.label_en}: {alone} months{extra}")
        return lines[0] if self.reached else "\n".join(lines)


@final
@attrs.frozen(kw_only=True)
class Outlook:
    """What comes next from here: the next step, and the next grade (prospek kenaikan).

    `CreditLedger.outlook` builds it from a ledger; a golongan ruang and a balance are enough.

    Args:
        golongan: where somebody is.
        balance: the exact credit since the start of the grade.
        reached_by: which figure must reach a need.
        degree: the highest degree held or rewarded, or None where it is not known.
        last_predicate: the predicate of the months that were credited last, or None where there are none or it is not
            known; what that means for a new diploma, `Need` tells.

    Raises:
        InvalidValueError: ``negative``, ``not-finite`` or ``out-of-range`` for the balance.
        WrongTypeError: ``float-for-exact``, ``bool-for-int`` or ``wrong-type``.

    >>> from decimal import Decimal
    >>> outlook = Outlook(golongan=Golongan.III_C, balance=Decimal("137.50"))
    >>> outlook.next_step.reached, outlook.next_grade.missing
    (True, Decimal('62.50'))
    >>> print(Outlook(golongan=Golongan.IV_E))
    IV/e, principal expert, balance 0.00
      nothing follows
    """

    golongan: Golongan
    balance: Exact = 0
    reached_by: ReachedBy = ReachedBy.EXACT
    degree: Degree | None = None
    last_predicate: Predicate | None = None
    next_step: Need | None = attrs.field(init=False, eq=False, repr=False)
    """The rise to the next golongan ruang; None at IV/e."""
    next_grade: Need | None = attrs.field(init=False, eq=False, repr=False)
    """The rise to the next grade (jenjang), which can be the next step; None as Ahli Utama."""

    def __attrs_post_init__(self) -> None:
        problems = Problems("Outlook")
        _check_standing(problems, self)
        problems.done()
        needs = [self._need(to) for to in AHEAD[self.golongan]]
        object.__setattr__(self, "next_step", needs[0] if needs else None)
        object.__setattr__(self, "next_grade", next((need for need in needs if need.kind is RiseKind.GRADE), None))

    def _need(self, to: Golongan) -> Need:
        return Need(
            golongan=self.golongan,
            to=to,
            balance=self.balance,
            reached_by=self.reached_by,
            degree=self.degree,
            last_predicate=self.last_predicate,
        )

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that produced this."""
        return _RULES

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the rules come from, each work once."""
        return sources_of(*self.rules)

    def __str__(self) -> str:
        balance = written(Fraction(self.balance))
        lines = [f"{self.golongan}, {GRADES[self.golongan].label_en}, balance {balance}"]
        needs = [need for need in dict.fromkeys((self.next_step, self.next_grade)) if need is not None]
        lines.extend(line for need in needs for line in str(need).splitlines())
        return "\n  ".join(lines if needs else [*lines, "nothing follows"])
