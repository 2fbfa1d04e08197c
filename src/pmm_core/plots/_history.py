"""Rank history: who stood where, table after table, as a bump chart."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Final, final

import attrs
from matplotlib.axes import Axes

from pmm_core._checks import Problems
from pmm_core.plots._areas import found, read_areas
from pmm_core.plots._canvas import (
    BLUE,
    FAINT,
    GREEN,
    INK,
    MUTED,
    ORANGE,
    PURPLE,
    ROW,
    SKY,
    VERMILION,
    Canvas,
    Dashes,
    Shape,
    check_call,
    spread,
)
from pmm_core.plots._days import position, thinned, width_of
from pmm_core.plots._words import name_of, place_of, words_for
from pmm_core.ranking import Area, History, Language, Place, Standing, TieMethod
from pmm_core.ranking._words import place_text

MOST_LABELS: Final = 40
"""More areas than this, more than any province has, and only those that are lit get a label."""
_Look = tuple[str, Shape, Dashes]
_ON_TOP: Final = 5.0
_NEXT: Final = 0.01  # of two marks that meet, one covers the other with its number, so that neither becomes unreadable
_LOOKS: Final[tuple[_Look, ...]] = (
    (BLUE, "o", "-"),
    (VERMILION, "s", "-"),
    (GREEN, "D", "-"),
    (PURPLE, "h", "--"),
    (ORANGE, "8", "--"),
    (SKY, "p", "--"),
)
_MOST_DAYS: Final = 10
_STEP: Final = 5
_FEW_PLACES: Final = 12  # up to here each place is written, and none is left out


@final
@attrs.frozen
class _Way:
    """One area with its points: the day and the place, None where it had none."""

    area: Area
    points: tuple[tuple[date, Place | None], ...]

    @property
    def runs(self) -> list[list[tuple[date, Place]]]:
        """The points that have a place, parted where one has none."""
        parts = groupby(self.points, key=_has_place)
        return [[(day, place) for day, place in part if place is not None] for placed, part in parts if placed]


def _has_place(point: tuple[date, Place | None]) -> bool:
    return point[1] is not None


def rank_history(
    history: History, *, highlight: Iterable[Area | str] = (), ax: Axes | None = None, language: Language = "en"
) -> Axes:
    """Draw who stood where over time, as a bump chart (riwayat peringkat).

    Place 1 is on top.  The areas that are lit have a colour, marks with their places and bold names; all others stay
    in the background.  A place that is shared has an equals sign before it, and a line has a hole where its area had
    no place.  In a table of more than 40 areas only those that are lit have a name.

    Args:
        history: the tables, of any number of days.
        highlight: which areas to light, as areas, codes or names.
        ax: what to draw into; a Figure of its own, tall enough for all names, where it is left out.
        language: ``"en"`` or ``"id"``.

    Returns:
        The Axes; ``ax.figure.savefig("history.png")`` writes it.

    Raises:
        UnknownNameError: ``not-in-table`` for an area in none of the tables, ``unknown-region``.
        AmbiguousNameError: ``ambiguous-region``.
        InvalidValueError: ``malformed`` for another language, ``unexpected-kind`` for an Axes with angles or depth.
        WrongTypeError: ``wrong-type`` for an argument of the wrong kind.

    >>> from datetime import date
    >>> from pmm_core import History, Measurement, find, rank
    >>> from pmm_core.ranking import COMMUNITIES_REGISTERED
    >>> def table(month, **counts):
    ...     day = date(2022, month, 1)
    ...     return rank(Measurement.count(find(name), COMMUNITIES_REGISTERED, n, on=day) for name, n in counts.items())
    >>> history = History.of_tables([table(1, Batang=9, Kudus=5), table(6, Batang=9, Kudus=12)])
    >>> rank_history(history, highlight=["Kudus"]).get_title(loc="left")
    'Learning communities registered in PMM · Jawa Tengah'
    """
    problems = Problems("rank_history")
    problems.instance("history", history, History, "a History")
    asked = read_areas(problems, "highlight", highlight)
    check_call(problems, ax, language)
    problems.done()
    lit = found(asked, lambda area: history.of(area).area)
    ways, last = _ways(history), history.tables[-1]
    few = len(ways) <= MOST_LABELS
    shown = {way.area.key: way.area for way in ways} if few else lit
    worst = float(max((place for table in history.tables for place in table.places), default=1))
    labels = [row for row in last.rows if row.area.key in shown]
    apart = max(1, worst / MOST_LABELS)
    at = _heights(labels, last.ties, apart, few=few)
    top, bottom = min([1, *at]) - 0.6 * apart, max([worst, *at]) + 0.6 * apart
    canvas = Canvas(ax, words_for(language), (8, 1.6 + ROW * max(8, (bottom - top) / apart)))
    days = [table.on for table in history.tables]
    start, end, margin = position(days[0]), position(days[-1]), width_of(days) * 0.04
    canvas.limits((start - margin, end + margin), (bottom, top))
    _frame(canvas, history, worst, days)
    looks = {key: _LOOKS[index % len(_LOOKS)] for index, key in enumerate(lit)}
    for way in ways:
        _draw(canvas, way, looks.get(way.area.key), faint=bool(lit), width=1.2 if few else 0.4)
    known = {way.area.key: way for way in ways}
    for index, (key, look) in enumerate(looks.items()):
        _mark(canvas, known[key], look, _ON_TOP + index * _NEXT)
    for row, y in zip(labels, at, strict=True):
        own = row.area.key in looks
        colour = looks[row.area.key][0] if own else FAINT
        canvas.line((end, end + margin), (float(row.rank), y), colour=colour, width=1, order=3 if own else 1)
        text = f"{place_of(row)}  {name_of(row.area)}"
        canvas.text(1, y, text, within="x", shift=(4, 0), colour=INK if own or not lit else MUTED, bold=own)
    absent = [name_of(way.area) for way in ways if way.points[-1][1] is None and way.area.key in shown]
    if absent:
        canvas.notes([f"{canvas.words.common.unranked} {', '.join(absent)}"], under=36)
    return canvas.ax


def _heights(labels: Sequence[Standing], ties: TieMethod, apart: float, *, few: bool) -> list[float]:
    """Where the labels stand: where all have one, and ties leave places empty, each has a place to itself."""
    if few and ties is not TieMethod.DENSE:
        return [float(place) for place in range(1, len(labels) + 1)]
    return spread([float(row.rank) for row in labels], apart)


def _ways(history: History) -> list[_Way]:
    """The way of every area, in the order of their codes."""
    tables = [
        {figure.area.key: place for figure, place in zip(table.ranked, table.places, strict=True)}
        for table in history.tables
    ]
    days = [table.on for table in history.tables]
    areas = {area.key: area for table in history.tables for area in table.areas}
    return [
        _Way(area, tuple((day, places.get(key)) for day, places in zip(days, tables, strict=True)))
        for key, area in sorted(areas.items())
    ]


def _frame(canvas: Canvas, history: History, worst: float, days: Sequence[date]) -> None:
    """Write what stands around the lines."""
    words, last = canvas.words, history.tables[-1]
    below = words.whole.format(first=words.day(days[0]), last=words.day(days[-1]))
    canvas.title(f"{words.label(last.metric)} · {last.scope.label}", below if len(days) > 1 else words.day(days[0]))
    canvas.ax.xaxis.axis_date()
    shown = thinned(days, _MOST_DAYS)
    canvas.ticks("x", [position(day) for day in shown], [words.tick(day) for day in shown])
    step = 1 if worst <= _FEW_PLACES else _STEP * max(1, round(worst / MOST_LABELS))
    places = sorted({1, *range(step, int(worst) + 1, step)})
    canvas.ticks("y", places, [place_text(place) for place in places])
    canvas.text(0, 1, words.common.place, within="xy", shift=(-6, 0), align="right", valign="bottom", colour=MUTED)
    for place in places:
        canvas.line((position(days[0]), position(days[-1])), (place, place), colour="#eeeeee", width=0.8, order=0)


def _draw(canvas: Canvas, way: _Way, look: _Look | None, *, faint: bool, width: float) -> None:
    """Draw one area, a line for each run; a run of one table is a dot."""
    for run in way.runs:
        xs, ys = [position(day) for day, _ in run], [float(place) for _, place in run]
        if look is not None:
            canvas.line(xs, ys, colour=look[0], width=2.4, dashes=look[2], order=3)
        else:
            colour = FAINT if faint else MUTED
            canvas.line(xs, ys, colour=colour, width=width, order=1)
            if len(run) == 1:
                canvas.mark(xs[0], ys[0], "o", size=3, fill=colour, edge=colour, order=1)


def _mark(canvas: Canvas, way: _Way, look: _Look, order: float) -> None:
    """Mark the points of a lit area with their places, as many as there is room for, and name it where it ends."""
    days = set(thinned([day for day, _ in way.points], _MOST_DAYS))
    for day, place in (point for run in way.runs for point in run):
        x, y = position(day), float(place)
        if day in days:
            text = place_text(place)
            canvas.mark(x, y, look[1], size=7 + 4 * max(2, len(text)), edge=look[0], width=2, order=order)
            canvas.text(x, y, text, align="center", bold=True, order=order)
    if way.points[-1][1] is None and way.runs:
        day, place = way.runs[-1][-1]
        canvas.text(position(day), float(place), name_of(way.area), shift=(12, 0), bold=True, back=True)
