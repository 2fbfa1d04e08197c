"""One line of a ledger: an entry with what it changed."""

from decimal import Decimal
from fractions import Fraction
from typing import final

import attrs

from pmm_core.credit._entry import CreditEntry
from pmm_core.credit._figure import written
from pmm_core.credit._grade import Golongan


@final
@attrs.frozen(kw_only=True)
class LedgerLine:
    """One entry of a ledger with what it changed (baris buku angka kredit).

    The ledger builds them; see `CreditLedger.running`.

    Args:
        entry: what was recorded.
        golongan: the golongan ruang after it.
        added: exactly what it added; below 0 for a rise of grade, which sets the balance back to 0.
        exact: the exact balance after it.

    >>> from pmm_core.appraisal import Predicate
    >>> from pmm_core.credit import CreditLedger, Earned
    >>> from pmm_core.people import EmploymentStatus
    >>> ledger = CreditLedger(start=Golongan.III_A, employment=EmploymentStatus.PNS)
    >>> (line,) = ledger.earn(Earned.in_year(2024, Predicate.GOOD)).running()
    >>> line.added, line.balance
    (Fraction(25, 2), Decimal('12.50'))
    """

    entry: CreditEntry
    golongan: Golongan
    added: Fraction
    exact: Fraction

    @property
    def balance(self) -> Decimal:
        """The balance after it with two decimal places, half up."""
        return written(self.exact)
