"""Strategies for grades, golongan ruang, entries and ledgers of credit, and what comes next."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Final

from hypothesis import strategies as st

from pmm_core.appraisal import Predicate
from pmm_core.credit import (
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
    golongan_of,
    next_golongan,
)
from pmm_core.credit._entry import FIRST_YEAR
from pmm_core.credit._need import AHEAD
from pmm_core.credit._state import Standing, after, refusals_of
from pmm_core.people import EmploymentStatus
from pmm_core.testing._shared import check_member, check_size, hundredths

_TIMES: Final = tuple(
    (year, first, months)
    for year in range(FIRST_YEAR, FIRST_YEAR + 12)
    for months in range(1, 13)
    for first in range(1, 14 - months)
)
_ALL: Final = st.sampled_from(Golongan)
_GAPS: Final = (0, 0, 1, 6)  # months between two entries; many follow each other at once


def grades() -> st.SearchStrategy[Grade]:
    """Generate grades (jenjang); shrinks to the lowest.

    Returns:
        A strategy for grades.

    >>> from hypothesis import find as simplest
    >>> simplest(grades(), lambda grade: True)
    Grade.PERTAMA
    """
    return st.sampled_from(Grade)


def golongans(*, grade: Grade | None = None) -> st.SearchStrategy[Golongan]:
    """Generate golongan ruang; shrinks to the lowest.

    Args:
        grade: only those of this grade (jenjang); all where it is left out.

    Returns:
        A strategy for golongan ruang; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(golongans(grade=Grade.MADYA), lambda golongan: True)
    Golongan.IV_A
    """
    return _golongans(grade)


@st.composite
def _golongans(draw: st.DrawFn, grade: Grade | None) -> Golongan:
    check_member("grade", grade, Grade)
    return draw(st.sampled_from(tuple(Golongan) if grade is None else golongan_of(grade)))


def degrees() -> st.SearchStrategy[Degree]:
    """Generate the levels of diplomas (ijazah); shrinks to the lowest.

    Returns:
        A strategy for degrees.

    >>> from hypothesis import find as simplest
    >>> simplest(degrees(), lambda degree: True)
    Degree.BACHELOR
    """
    return st.sampled_from(Degree)


def earned_months() -> st.SearchStrategy[Earned]:
    """Generate months that earn credit (konversi predikat kinerja); shrinks to one month with the worst predicate.

    Returns:
        A strategy for months.

    >>> from hypothesis import find as simplest
    >>> print(simplest(earned_months(), lambda earned: earned.months > 5))
    2023-01..2023-06 very poor
    """
    return st.builds(_earned, _WHEN, st.sampled_from(Predicate))


def _earned(when: tuple[int, int, int], predicate: Predicate) -> Earned:
    year, first, months = when
    return Earned(year=year, first_month=first, months=months, predicate=predicate)


_WHEN: Final = st.integers(0, len(_TIMES) - 1).map(_TIMES.__getitem__)  # not sampled, which would print them all


def diploma_bonuses() -> st.SearchStrategy[DiplomaBonus]:
    """Generate new diplomas (ijazah); shrinks to the lowest level.

    Returns:
        A strategy for diplomas.

    >>> from hypothesis import find as simplest
    >>> print(simplest(diploma_bonuses(), lambda bonus: True))
    new diploma: bachelor (S1, D-IV)
    """
    return degrees().map(DiplomaBonus)


def golongan_rises() -> st.SearchStrategy[Rise]:
    """Generate rises to any golongan ruang (kenaikan pangkat atau jenjang); shrinks to the lowest.

    Returns:
        A strategy for rises.

    >>> from hypothesis import find as simplest
    >>> print(simplest(golongan_rises(), lambda rise: True))
    rise to III/a
    """
    return _ALL.map(Rise)


def credit_entries() -> st.SearchStrategy[CreditEntry]:
    """Generate what can stand in a ledger of credit: months, diplomas and rises; shrinks to one month.

    Returns:
        A strategy for entries.

    >>> from hypothesis import find as simplest
    >>> print(simplest(credit_entries(), lambda entry: True))
    2023-01..2023-01 very poor
    """
    # all three are drawn, so that months are the simplest
    return st.builds(_chosen, st.integers(0, 2), st.tuples(earned_months(), diploma_bonuses(), golongan_rises()))


def _chosen(index: int, entries: tuple[CreditEntry, ...]) -> CreditEntry:
    return entries[index]


_BALANCES: Final = st.sampled_from((0, 50, 100, 150, 200, 300, 450)).map(
    lambda need: hundredths(100 * need)
) | st.integers(0, 50_000).map(hundredths)
_HELD: Final = st.sampled_from((None, *Degree))
_LAST: Final = st.sampled_from((None, *Predicate))
_READINGS: Final = st.sampled_from(ReachedBy)


def credit_ledgers(
    *, start: Golongan | None = None, min_size: int = 0, max_size: int = 8
) -> st.SearchStrategy[CreditLedger]:
    """Generate ledgers of credit (buku angka kredit) with months, diplomas and rises, several in a row among them.

    Args:
        start: the golongan ruang when the ledger was opened; any where it is left out.
        min_size: the fewest entries.
        max_size: the most entries.

    Returns:
        A strategy for ledgers; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> print(simplest(credit_ledgers(start=Golongan.IV_A), lambda ledger: ledger.golongan is Golongan.IV_B))
    credit of a PNS since IV/a
      opening       IV/a  150.00
      rise to IV/b  IV/b  150.00
    """
    return _ledgers(start, min_size, max_size)


@st.composite
def _ledgers(draw: st.DrawFn, start: Golongan | None, min_size: int, max_size: int) -> CreditLedger:
    check_member("start", start, Golongan)
    check_size("size", min_size, max_size)
    golongan = draw(_ALL) if start is None else start
    opening, degree, reached_by = draw(_BALANCES), draw(_HELD), draw(_READINGS)
    standing = Standing(golongan=golongan, exact=Fraction(opening), reached_by=reached_by, degree=degree)
    entries: list[CreditEntry] = []
    for move in draw(st.lists(_MOVES, min_size=min_size, max_size=max_size)):
        entries.append(_entry_by(standing, *move))
        standing = after(standing, entries[-1])
    return CreditLedger(
        start=golongan,
        employment=EmploymentStatus.PNS,
        opening=opening,
        degree=degree,
        reached_by=reached_by,
        entries=tuple(entries),
    )


# what a move makes of a ledger depends on where that stands, what is drawn does not: so ledgers shrink well
_MOVES: Final = st.sampled_from(tuple(product(range(4), _GAPS, (1, 3, 6, 12), Predicate)))


def _entry_by(standing: Standing, choice: int, gap: int, months: int, predicate: Predicate) -> CreditEntry:
    possible = (_next_months(standing, gap, months, predicate), *_others(standing))
    return possible[choice % len(possible)]


def _others(standing: Standing) -> Iterator[CreditEntry]:
    """What can be recorded besides months, the rise first."""
    following = next_golongan(standing.golongan)
    rises = () if following is None else (Rise(following),)
    for entry in (*rises, *map(DiplomaBonus, Degree)):
        if not refusals_of(standing, entry):
            yield entry


def _next_months(standing: Standing, gap: int, months: int, predicate: Predicate) -> Earned:
    """Months that follow those credited last, after a gap, cut where the year ends."""
    begins = 12 * FIRST_YEAR
    if standing.last is not None:
        begins = 12 * standing.last.year + standing.last.last_month
    year, month = divmod(begins + gap, 12)
    return Earned(year=year, first_month=month + 1, months=min(months, 12 - month), predicate=predicate)


def ledger_lines() -> st.SearchStrategy[LedgerLine]:
    """Generate lines of ledgers of credit, each the last one of its ledger.

    Returns:
        A strategy for lines.

    >>> from hypothesis import find as simplest
    >>> simplest(ledger_lines(), lambda line: True).balance
    Decimal('0.26')
    """
    return credit_ledgers(min_size=1, max_size=4).map(_last_line)


def _last_line(ledger: CreditLedger) -> LedgerLine:
    return ledger.running()[-1]


def credit_outlooks() -> st.SearchStrategy[Outlook]:
    """Generate outlooks (prospek kenaikan), those of the highest golongan ruang among them.

    Returns:
        A strategy for outlooks.

    >>> from hypothesis import find as simplest
    >>> simplest(credit_outlooks(), lambda outlook: outlook.next_step is None).golongan
    Golongan.IV_E
    """
    return st.builds(
        Outlook, golongan=_ALL, balance=_BALANCES, reached_by=_READINGS, degree=_HELD, last_predicate=_LAST
    )


def credit_needs() -> st.SearchStrategy[Need]:
    """Generate needs (kebutuhan angka kredit), reached ones among them.

    Returns:
        A strategy for needs.

    >>> from hypothesis import find as simplest
    >>> simplest(credit_needs(), lambda need: True).to
    Golongan.III_B
    """
    return st.builds(_need, st.sampled_from(_STEPS), _BALANCES, _READINGS, _HELD, _LAST)


def _need(
    step: tuple[Golongan, Golongan],
    balance: Decimal,
    reached_by: ReachedBy,
    degree: Degree | None,
    last: Predicate | None,
) -> Need:
    return Need(
        golongan=step[0], to=step[1], balance=balance, reached_by=reached_by, degree=degree, last_predicate=last
    )


_STEPS: Final = tuple((here, to) for here, needs in AHEAD.items() for to in needs)
