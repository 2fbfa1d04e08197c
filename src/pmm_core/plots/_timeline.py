"""Period timeline: the phases of a period as bars, what was extended, and a day."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from matplotlib.axes import Axes

from pmm_core._checks import Problems
from pmm_core.calendar import CALENDAR, OpenPhase, Period, PeriodCalendar, Phase, Window, months_in
from pmm_core.plots._canvas import BLUE, GROUND, INK, ORANGE, SKY, Canvas, Side, check_call
from pmm_core.plots._days import position
from pmm_core.plots._words import words_for
from pmm_core.ranking import Language

_FILLS: Final[Mapping[Phase, str]] = MappingProxyType(
    {Phase.PLANNING: SKY, Phase.EXECUTION: BLUE, Phase.ASSESSMENT: ORANGE}
)
_BAR: Final = 0.2
_ROW: Final = 0.62  # inches: a bar and the line above it
_DAY: Final = timedelta(days=1)
_NOON: Final = 0.5
_LEFT: Final[Side] = "left"
_RIGHT: Final[Side] = "right"


def period_timeline(
    period: Period,
    *,
    calendar: PeriodCalendar = CALENDAR,
    on: date | None = None,
    ax: Axes | None = None,
    language: Language = "en",
) -> Axes:
    """Draw the phases of a period, each in a row of its own, since they may overlap (garis waktu periode).

    What an extension added is hatched.  A day is a line through all rows, with a mark on each phase that is open on it
    and their names above.

    Args:
        period: one of the calendar.
        calendar: where the windows come from.
        on: a day to mark, between the first and the last day of the picture.
        ax: what to draw into; a Figure of its own where it is left out.
        language: ``"en"`` or ``"id"``.

    Returns:
        The Axes.

    Raises:
        UnknownNameError: ``unknown-period``.
        InvalidValueError: ``out-of-range`` for a day outside, or for a period that is open to the very end of all days;
            ``malformed`` for another language, ``unexpected-kind`` for an Axes with angles or depth.
        WrongTypeError: ``datetime-for-date`` or ``wrong-type``.

    >>> from datetime import date
    >>> from pmm_core import Period
    >>> ax = period_timeline(Period.parse("2024-S1"), on=date(2024, 3, 7))
    >>> ax.texts[-1].get_text()
    '7 March 2024: planning, execution'
    """
    problems = Problems("period_timeline")
    problems.instance("period", period, Period, "a Period")
    problems.instance("calendar", calendar, PeriodCalendar, "a PeriodCalendar")
    if on is not None:
        problems.day("on", on)
    check_call(problems, ax, language)
    problems.done()
    phases = calendar.phases(period)
    shown = calendar.span(period)
    for phase in phases:
        shown = shown.enclosure(phase.window)
    if shown.end == date.max:
        problems.add("period", "out-of-range", f"must end before {date.max}, since the picture ends with the day after")
    if on is not None and on not in shown:
        problems.add("on", "out-of-range", f"must lie in {shown}")
    problems.done()
    canvas = Canvas(ax, words_for(language), (8, 1.3 + _ROW * len(phases)))
    canvas.limits((position(shown.start), position(shown.end + _DAY)), (len(phases) - 0.5, -1.0))
    canvas.ax.xaxis.axis_date()
    canvas.ticks("y", range(len(phases)), [canvas.words.label(each.phase) for each in phases])
    _months(canvas, shown, len(phases))
    for row, each in enumerate(phases):
        _draw(canvas, each, row, shown)
    pattern = calendar.scheme_of(period).pattern(period)
    name = str(period) if pattern is None else f"{period} · {canvas.words.label(pattern)}"
    canvas.title(name, canvas.words.window(calendar.span(period)))
    if on is not None:
        _day(canvas, on, phases, shown)
    return canvas.ax


def _months(canvas: Canvas, shown: Window, rows: int) -> None:
    """Write the months, each under its middle, and draw where they begin."""
    months = months_in(shown)
    ends = [*(position(month) for month in months[1:]), position(shown.end + _DAY)]
    starts = [position(max(month, shown.start)) for month in months]
    texts = [
        f"{canvas.words.month(month)}\n{month.year:04}" if not index or month.month == 1 else canvas.words.month(month)
        for index, month in enumerate(months)
    ]
    canvas.ticks("x", [(start + end) / 2 for start, end in zip(starts, ends, strict=True)], texts)
    for x in (*starts, ends[-1]):
        canvas.line((x, x), (-0.75, rows - 0.5), colour="#e4e6e8", width=0.8, order=0)


def _draw(canvas: Canvas, each: OpenPhase, row: int, shown: Window) -> None:
    """Draw one phase with its window above it; what was added is hatched."""
    words, fill = canvas.words, _FILLS[each.phase]
    start, end = position(each.window.start), position(each.window.end + _DAY)
    regular = position(each.regular.end + _DAY)
    bar = (row - _BAR, row + _BAR)
    canvas.bar((start, regular), bar, fill=fill, edge=INK)
    text = words.window(each.window)
    if each.extension is not None:
        canvas.bar((regular, end), bar, fill=GROUND, edge=fill, hatch="////")
        canvas.bar((regular, end), bar, fill="none", edge=INK, order=3)
        text = f"{text} ({words.extended.format(day=words.day(each.regular.end))})"
    early = (each.window.start - shown.start) * 2 <= shown.end - shown.start
    x, align = (start, _LEFT) if early else (end, _RIGHT)
    canvas.text(x, row - _BAR, text, shift=(0, 3), align=align, valign="bottom", back=True)


def _day(canvas: Canvas, on: date, phases: Sequence[OpenPhase], shown: Window) -> None:
    """Draw a day through all rows, and mark what is open on it."""
    words, x = canvas.words, position(on) + _NOON
    canvas.line((x, x), (-0.75, len(phases) - 0.5), width=1.4, dashes="--", order=4)
    opened = [(row, each) for row, each in enumerate(phases) if on in each.window]
    for row, _ in opened:
        canvas.mark(x, row, "D", size=7, order=5)
    names = ", ".join(words.label(each.phase) for _, each in opened) or words.none_open
    early = (on - shown.start) * 2 <= shown.end - shown.start
    text = f"{words.day(on)}: {names}"
    canvas.text(x, -0.75, text, shift=(0, 2), align=_LEFT if early else _RIGHT, valign="bottom", bold=True)
