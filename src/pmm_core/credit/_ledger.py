"""The ledger of one civil servant's credit: what was earned, in order, and what it amounts to.

The balance counts since the start of the present grade.  It is kept exact and rounded once, when it is written.
"""

from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core.credit._entry import CreditEntry, Degree, DiplomaBonus, Earned, Rise
from pmm_core.credit._figure import written
from pmm_core.credit._grade import GRADES, Golongan, Grade, next_golongan
from pmm_core.credit._line import LedgerLine
from pmm_core.credit._need import Outlook, ReachedBy
from pmm_core.credit._rules import (
    COEFFICIENT,
    CUMULATIVE,
    DIPLOMA,
    ENTRIES,
    FIRST_MONTHS,
    FORMULA,
    LAST_EVALUATION,
    PERCENT,
    PNS_ONLY,
    REACHED,
    RESTART,
    RISE_NEEDS,
    ROUNDING,
)
from pmm_core.credit._state import Standing, after, refusals_of
from pmm_core.credit._tables import COLLECTORS
from pmm_core.errors import Refusal, RefusedError
from pmm_core.people import EmploymentStatus
from pmm_core.sources import Rule, Source
from pmm_core.sources._citing import sources_of

_NOTHING: Final = Decimal("0.00")
_ENTRIES: Final = (Earned, DiplomaBonus, Rise)
_FIELDS: Final = ("start", "employment", "opening", "degree", "reached_by", "entries")
_new: Final = object.__new__
_put: Final = object.__setattr__


@final
@attrs.frozen(kw_only=True, repr=False)
class CreditLedger:
    """The credit of one civil servant over the years (angka kredit kumulatif); it names nobody.

    Verbs return a new ledger or refuse with every reason; `refusals` tells the reasons beforehand.

    Args:
        start: the golongan ruang when the ledger was opened.
        employment: how the person is employed; only PNS collect credit.
        opening: the credit brought along since the start of the grade (angka kredit awal).  Who enters a grade above
            its first golongan ruang brings along what the steps before needed.
        degree: the highest degree (ijazah) when the ledger was opened, or None where it is not known.
        reached_by: which figure must reach a need.
        entries: what was recorded, in order; use the verbs.

    Raises:
        RefusedError: ``collects-no-credit``, or every reason against the first entry that cannot be recorded.
        InvalidValueError: ``negative``, ``not-finite`` or ``out-of-range`` for the opening balance.
        WrongTypeError: ``float-for-exact``, ``bool-for-int`` or ``wrong-type``.

    >>> from pmm_core.appraisal import Predicate
    >>> from pmm_core.people import EmploymentStatus
    >>> ledger = CreditLedger(start=Golongan.III_A, employment=EmploymentStatus.PNS)
    >>> for year in (2023, 2024, 2025):
    ...     ledger = ledger.earn(Earned.in_year(year, Predicate.VERY_GOOD))
    >>> print(ledger.rise())
    credit of a PNS since III/a
      opening                     III/a   0.00
      2023-01..2023-12 very good  III/a  18.75
      2024-01..2024-12 very good  III/a  37.50
      2025-01..2025-12 very good  III/a  56.25
      rise to III/b               III/b  56.25
    """

    start: Golongan
    employment: EmploymentStatus
    opening: Decimal = _NOTHING
    degree: Degree | None = None
    reached_by: ReachedBy = ReachedBy.EXACT
    entries: tuple[CreditEntry, ...] = ()
    _standing: Standing = attrs.field(init=False, eq=False)
    _lines: tuple[LedgerLine, ...] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        self._check_types()
        if not COLLECTORS[self.employment]:
            why = f"{self.employment.label_id} collects no credit for a rank"
            raise RefusedError("open a ledger of credit", (Refusal("collects-no-credit", why),))
        standing = Standing(
            golongan=self.start, exact=Fraction(self.opening), reached_by=self.reached_by, degree=self.degree
        )
        lines: list[LedgerLine] = []
        for index, entry in enumerate(self.entries):
            reasons = refusals_of(standing, entry)
            if reasons:
                raise RefusedError(f"record entries[{index}]", reasons)
            standing, line = _step(standing, entry)
            lines.append(line)
        _put(self, "_standing", standing)
        _put(self, "_lines", tuple(lines))

    def _check_types(self) -> None:
        problems = Problems("CreditLedger")
        problems.instance("start", self.start, Golongan, "a Golongan")
        problems.instance("employment", self.employment, EmploymentStatus, "an EmploymentStatus")
        if problems.exact("opening", self.opening):
            problems.instance("opening", self.opening, Decimal, "a Decimal")
        if self.degree is not None:
            problems.instance("degree", self.degree, Degree, "a Degree")
        problems.instance("reached_by", self.reached_by, ReachedBy, "a ReachedBy")
        if problems.instance("entries", self.entries, tuple, "a tuple of entries"):
            for index, entry in enumerate(self.entries):
                problems.instance(f"entries[{index}]", entry, _ENTRIES, "Earned, a DiplomaBonus or a Rise")
        problems.done()

    @property
    def golongan(self) -> Golongan:
        """The present golongan ruang."""
        return self._standing.golongan

    @property
    def grade(self) -> Grade:
        """The present grade (jenjang)."""
        return GRADES[self.golongan]

    @property
    def exact(self) -> Fraction:
        """The exact balance since the start of the grade; rules use this one."""
        return self._standing.exact

    @property
    def balance(self) -> Decimal:
        """The balance since the start of the grade with two decimal places, half up, rounded once."""
        return written(self.exact)

    def running(self) -> tuple[LedgerLine, ...]:
        """One line for each entry, with the balance after it.

        >>> from pmm_core.appraisal import Predicate
        >>> from pmm_core.people import EmploymentStatus
        >>> ledger = CreditLedger(start=Golongan.III_A, employment=EmploymentStatus.PNS)
        >>> for month in (1, 4, 7, 10):
        ...     ledger = ledger.earn(Earned(year=2024, first_month=month, months=3, predicate=Predicate.VERY_GOOD))
        >>> print(*(line.balance for line in ledger.running()))
        4.69 9.38 14.06 18.75
        """
        return self._lines

    def outlook(self) -> Outlook:
        """What the next step and the next grade need from here."""
        return self._standing.outlook()

    # -- what may be recorded

    def refusals(self, entry: CreditEntry) -> tuple[Refusal, ...]:
        """Every reason why an entry cannot be recorded now; none means that it can.

        Args:
            entry: months, a diploma or a rise.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but an entry.
        """
        problems = Problems("CreditLedger")
        problems.instance("entry", entry, _ENTRIES, "Earned, a DiplomaBonus or a Rise")
        problems.done()
        return refusals_of(self._standing, entry)

    def can(self, entry: CreditEntry) -> bool:
        """Whether an entry can be recorded now; arguments and errors as for `refusals`."""
        return not self.refusals(entry)

    def record(self, entry: CreditEntry) -> "CreditLedger":
        """The ledger with one entry more.

        Args:
            entry: months, a diploma or a rise.

        Returns:
            The new ledger; this one stays as it is.

        Raises:
            RefusedError: with every reason, as the verb for the entry gives them.
            WrongTypeError: ``wrong-type`` for anything but an entry.
        """
        reasons = self.refusals(entry)
        if reasons:
            raise RefusedError(_ACTIONS[type(entry)], reasons)
        standing, line = _step(self._standing, entry)
        # what is right by construction is not checked again: only here a ledger is built without __init__
        ledger = _new(CreditLedger)
        changed = {"entries": (*self.entries, entry), "_standing": standing, "_lines": (*self._lines, line)}
        for name, value in (self._fields() | changed).items():
            _put(ledger, name, value)
        return ledger

    def earn(self, earned: Earned) -> "CreditLedger":
        """Credit is earned for some months, at the coefficient of the present grade.

        Args:
            earned: the months and their predicate.

        Returns:
            The new ledger.

        Raises:
            RefusedError: all of ``months-overlap`` and ``out-of-order`` that apply.
            WrongTypeError: ``wrong-type`` for anything but months.
        """
        problems = Problems("CreditLedger")
        problems.instance("earned", earned, Earned, "Earned")
        problems.done()
        return self.record(earned)

    def add_diploma(self, degree: Degree) -> "CreditLedger":
        """A new higher diploma (ijazah) is rewarded.

        Args:
            degree: its level.

        Returns:
            The new ledger.

        Raises:
            RefusedError: all of ``no-evaluation``, ``predicate-too-low`` and ``degree-not-higher`` that apply.
            WrongTypeError: ``wrong-type`` for anything but a degree.
        """
        return self.record(DiplomaBonus(degree))

    def rise(self) -> "CreditLedger":
        """The person rises to the next golongan ruang; with the next grade, the balance restarts at 0.

        Returns:
            The new ledger.

        Raises:
            RefusedError: ``credit-short``, or ``top-golongan`` at IV/e.
        """
        return self.record(Rise(next_golongan(self.golongan) or self.golongan))

    # -- where it comes from, and what it looks like

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that produced this."""
        figures = (FORMULA, PERCENT, COEFFICIENT, ROUNDING, RISE_NEEDS, RESTART, CUMULATIVE)
        return (*figures, DIPLOMA, LAST_EVALUATION, PNS_ONLY, ENTRIES, FIRST_MONTHS, REACHED)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the rules come from, each work once."""
        return sources_of(*self.rules)

    def __reduce__(self) -> tuple[object, ...]:
        # built anew from its entries, so that what comes out of a pickle or a copy was checked like everything else
        return _restore, (self._fields(),)

    def _fields(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in _FIELDS}

    def __repr__(self) -> str:
        return f"<CreditLedger {self.golongan} {self.balance}, {len(self.entries)} entries>"

    def __str__(self) -> str:
        rows = [("opening", self.start, written(Fraction(self.opening)))]
        rows.extend((str(line.entry), line.golongan, line.balance) for line in self._lines)
        what, where, figure = (max(len(str(row[column])) for row in rows) for column in range(3))
        lines = [f"{text:{what}}  {golongan!s:{where}}  {balance!s:>{figure}}" for text, golongan, balance in rows]
        return "\n  ".join([f"credit of a {self.employment.label_id} since {self.start}", *lines])


def _step(standing: Standing, entry: CreditEntry) -> tuple[Standing, LedgerLine]:
    """Where the ledger stands after an entry that nothing speaks against, and the line that tells of it."""
    then = after(standing, entry)
    added = then.exact - standing.exact
    return then, LedgerLine(entry=entry, golongan=then.golongan, added=added, exact=then.exact)


def _restore(fields: dict[str, Any]) -> CreditLedger:
    return CreditLedger(**fields)


_ACTIONS: Final = MappingProxyType({Earned: "earn credit", DiplomaBonus: "add a diploma", Rise: "rise"})
