"""Credit ledger: the balance entry by entry, against what the rises need."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Final, assert_never

from matplotlib.axes import Axes

from pmm_core._checks import Problems
from pmm_core.credit import (
    CreditEntry,
    CreditLedger,
    DiplomaBonus,
    Earned,
    Golongan,
    LedgerLine,
    Need,
    Rise,
    cumulative_need,
    next_golongan,
)
from pmm_core.credit._figure import written
from pmm_core.credit._tables import MONTHS
from pmm_core.plots._canvas import BLUE, FAINT, GROUND, INK, MUTED, ORANGE, Canvas, check_call
from pmm_core.plots._words import Words, words_for
from pmm_core.ranking import Language

_BAR: Final = 0.36
_COLUMN: Final = 0.72  # inches


def credit_ledger(ledger: CreditLedger, *, ax: Axes | None = None, language: Language = "en") -> Axes:
    """Draw a ledger of credit: one column for each entry, and what the rises need as lines (buku angka kredit).

    The dark part of a column is what its entry added, hatched for a diploma; the light part was there before.  After a
    rise of grade the balance begins again at 0, and the line of the need changes with each rise.

    Args:
        ledger: which one.
        ax: what to draw into; a Figure of its own, wide enough for all columns, where it is left out.
        language: ``"en"`` or ``"id"``.

    Returns:
        The Axes.

    Raises:
        InvalidValueError: ``malformed`` for another language, ``unexpected-kind`` for an Axes with angles or depth.
        WrongTypeError: ``wrong-type`` for an argument of the wrong kind.

    >>> from pmm_core import CreditLedger, Predicate
    >>> from pmm_core.credit import Earned, Golongan
    >>> from pmm_core.people import EmploymentStatus
    >>> ledger = CreditLedger(start=Golongan.III_A, employment=EmploymentStatus.PNS)
    >>> ax = credit_ledger(ledger.earn(Earned.in_year(2024, Predicate.GOOD)))
    >>> [text.get_text() for text in ax.texts if "needs" in text.get_text()]
    ['III/b needs 50: 37.50 missing', 'III/c needs 100: 87.50 missing']
    """
    problems = Problems("credit_ledger")
    problems.instance("ledger", ledger, CreditLedger, "a CreditLedger")
    check_call(problems, ax, language)
    problems.done()
    words, lines, needs, spans = words_for(language), ledger.running(), _needs(ledger), _spans(ledger)
    columns = len(lines) + 1
    old = [(figure, span) for span in spans[:-1] if (figure := cumulative_need(span[0])) is not None]
    heights = [float(ledger.opening), *(float(line.exact) for line in lines)]
    high = max([1.0, *heights, *(figure for figure, _ in old), *(need.needed for need in needs)])
    canvas = Canvas(ax, words, (3.4 + _COLUMN * max(columns, 4), 4.2))
    canvas.limits((-0.6, columns - 0.4), (0, high * 1.1))
    canvas.ticks("y", [], [])
    canvas.ticks("x", range(columns), [f"{words.opening}\n{ledger.start}", *(_name(line, words) for line in lines)])
    canvas.line((-0.6, columns - 0.4), (0, 0), colour=MUTED, width=0.8, order=3)
    _column(canvas, 0, (0, heights[0]), written(Fraction(ledger.opening)), None)
    for x, line in enumerate(lines, 1):
        before = min(heights[x - 1], heights[x])
        _column(canvas, x, (before, heights[x]), line.balance, line.entry)
        if isinstance(line.entry, Rise):
            canvas.line((x - 0.5, x - 0.5), (0, high * 1.06), colour=MUTED, dashes=":", order=1)
    for figure, (golongan, first, last) in old:
        canvas.line((first - 0.5, last + 0.5), (figure, figure), colour=MUTED, dashes="--", order=3)
        text = words.top.format(to=next_golongan(golongan), needed=words.common.number(figure))
        canvas.text(first - 0.45, figure, text, shift=(0, 3), valign="bottom", colour=MUTED)
    for need in needs:
        canvas.line((spans[-1][1] - 0.5, columns - 0.4), (need.needed, need.needed), width=1.2, dashes="--", order=3)
        canvas.text(1, need.needed, _told(need, words), within="x", shift=(6, 0), bold=not need.reached)
    balance = words.common.number(ledger.balance)
    canvas.title(words.credit, f"{ledger.golongan}, {words.label(ledger.grade)}: {balance}")
    return canvas.ax


def _spans(ledger: CreditLedger) -> list[tuple[Golongan, int, int]]:
    """From which column to which each golongan ruang was held."""
    held = enumerate([ledger.start, *(line.golongan for line in ledger.running())])
    parts = [(golongan, [x for x, _ in part]) for golongan, part in groupby(held, key=_golongan)]
    return [(golongan, xs[0], xs[-1]) for golongan, xs in parts]


def _golongan(entry: tuple[int, Golongan]) -> Golongan:
    return entry[1]


def _needs(ledger: CreditLedger) -> tuple[Need, ...]:
    """What the next step and the next grade need, once where they are the same."""
    outlook = ledger.outlook()
    return tuple(need for need in dict.fromkeys((outlook.next_step, outlook.next_grade)) if need is not None)


def _column(canvas: Canvas, x: int, part: tuple[float, float], balance: Decimal, entry: CreditEntry | None) -> None:
    """Draw one column: what was there, what was added, and the balance above it."""
    before, after = part
    sides = (x - _BAR, x + _BAR)
    canvas.bar(sides, (0, before), fill=FAINT)
    match entry:
        case None | Rise():
            canvas.bar(sides, (before, after), fill=FAINT)
        case Earned():
            canvas.bar(sides, (before, after), fill=BLUE)
        case DiplomaBonus():
            canvas.bar(sides, (before, after), fill=GROUND, edge=ORANGE, hatch="////")
            canvas.bar(sides, (before, after), fill="none", edge=INK, order=3)
        case _ as never:
            assert_never(never)
    text = canvas.words.common.number(balance)
    canvas.text(x, after, text, shift=(0, 3), align="center", valign="bottom", bold=True, back=True)


def _name(line: LedgerLine, words: Words) -> str:
    """What stands under a column."""
    match line.entry:
        case Earned(year=year, first_month=first, last_month=last) as earned:
            if earned.months == MONTHS:
                return f"{year:04}"
            months = [words.month(date(year, month, 1)) for month in dict.fromkeys((first, last))]
            return f"{'–'.join(months)}\n{year:04}"
        case DiplomaBonus(degree=degree):
            return words.diploma.format(degree=degree.value.upper())
        case Rise(to=to):
            return words.rise.format(to=to)
        case _ as never:
            assert_never(never)


def _told(need: Need, words: Words) -> str:
    form = words.reached if need.reached else words.missing
    missing, needed = words.common.number(need.missing), words.common.number(need.needed)
    return form.format(to=need.to, needed=needed, missing=missing)
