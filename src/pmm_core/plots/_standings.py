"""Standings: one bar for each area, best first, with what moved since an earlier table."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from matplotlib.axes import Axes

from pmm_core._checks import Problems
from pmm_core.plots._areas import found, read_areas
from pmm_core.plots._canvas import BLUE, FAINT, INK, MUTED, ROW, VERMILION, Canvas, Shape, check_call
from pmm_core.plots._words import Words, name_of, place_of, words_for
from pmm_core.ranking import (
    Area,
    Language,
    Movement,
    MovementKind,
    Movements,
    ScopeKind,
    Standings,
    TieMethod,
)
from pmm_core.ranking._words import place_text

_GAP: Final = 0.7
_BAR: Final = 0.34


def standings(
    table: Standings,
    *,
    before: Standings | None = None,
    highlight: Iterable[Area | str] = (),
    top: int | None = None,
    ax: Axes | None = None,
    language: Language = "en",
) -> Axes:
    """Draw a table of places as bars, the best on top (klasemen).

    Equal areas share a place, which is marked with an equals sign.  With an earlier table each row has an arrow and the
    number of places it climbed or fell.  Who has no place is listed below, with the reason, and so are areas without
    any figure and those that had a place and lost it.

    Args:
        table: what to draw.
        before: an earlier table, to show who climbed and who fell.
        highlight: which areas to light, as areas, codes or names; they are shown whatever *top* says.
        top: show only places up to this one; all where it is left out.
        ax: what to draw into; a Figure of its own, tall enough for all rows, where it is left out.
        language: ``"en"`` or ``"id"``.

    Returns:
        The Axes.

    Raises:
        IncomparableError: where the earlier table does not compare with this one.
        UnknownNameError: ``not-in-table`` or ``unknown-region`` for an area to light.
        AmbiguousNameError: ``ambiguous-region``.
        InvalidValueError: ``too-small`` for *top*, ``malformed`` for another language, ``unexpected-kind`` for an Axes
            with angles or depth.
        WrongTypeError: ``wrong-type`` and others for an argument of the wrong kind.

    >>> from datetime import date
    >>> from pmm_core import Measurement, find, rank
    >>> from pmm_core.ranking import SCHOOLS_LOGGED_IN
    >>> counts = {"Paser": 304, "Berau": 47, "Kota Samarinda": 203}
    >>> day = date(2022, 6, 30)
    >>> table = rank(Measurement.count(find(name), SCHOOLS_LOGGED_IN, n, on=day) for name, n in counts.items())
    >>> [label.get_text() for label in standings(table, highlight=["Berau"]).get_yticklabels()]
    ['Kab. Paser  1', 'Kota Samarinda  2', 'Kab. Berau  3']
    """
    problems = Problems("standings")
    problems.instance("table", table, Standings, "Standings")
    if before is not None:
        problems.instance("before", before, Standings, "Standings or None")
    if top is not None:
        problems.integer("top", top, minimum=1)
    asked = read_areas(problems, "highlight", highlight)
    check_call(problems, ax, language)
    problems.done()
    lit = found(asked, table.find)
    movements = None if before is None else table.compare(before)
    words = words_for(language)
    everyone = table.rows
    kept = [index for index, row in enumerate(everyone) if top is None or row.rank <= top or row.area.key in lit]
    rows, at = [everyone[index] for index in kept], _heights(kept)
    notes = _notes(table, movements, words, len(rows))
    deep = at[-1] if at else 1.0
    canvas = Canvas(ax, words, (8, 1.2 + ROW * (deep + 1) + 0.16 * len(notes)))
    values = [float(row.measurement.value or 0) for row in rows]
    low, high = min([0.0, *values]), max([0.0, *values])
    canvas.limits((low, high if high > low else low + 1), (deep + 0.6, 0.4))
    canvas.ticks("x", [], [])
    canvas.ticks("y", at, [f"{name_of(row.area)}  {place_of(row)}" for row in rows])
    for label, row in zip(canvas.ax.get_yticklabels(), rows, strict=True):
        label.set_fontweight("bold" if row.area.key in lit else "normal")
    for row, y, value in zip(rows, at, values, strict=True):
        canvas.bar((0, value), (y - _BAR, y + _BAR), fill=BLUE if row.area.key in lit else FAINT)
    canvas.line((0, 0), (0.5, deep + 0.5), colour=MUTED, width=0.8, order=3)
    for one, other in pairwise(at):
        if other - one > 1:
            canvas.text(0, (one + other) / 2, "···", within="x", shift=(-6, 0), align="right", colour=MUTED, bold=True)
    cells = [words.cells(row.measurement) for row in rows]
    right = canvas.columns(cells, at, [row.area.key in lit for row in rows])
    if movements is not None:
        moved = {row.area.key: row for row in movements.rows}
        for row, y in zip(rows, at, strict=True):
            _arrow(canvas, moved[row.area.key], y, right)
    below = words.day(table.on)
    if before is not None:
        below = words.since.format(day=below, before=words.day(before.on))
    canvas.title(f"{words.label(table.metric)} · {table.scope.label}", below)
    canvas.notes(notes)
    return canvas.ax


def _heights(kept: Sequence[int]) -> list[float]:
    """Where the rows stand, with a gap where some between are not shown."""
    at: list[float] = []
    last = -1
    for index in kept:
        at.append((at[-1] if at else 0.0) + 1 + (_GAP if index != last + 1 else 0))
        last = index
    return at


def _arrow(canvas: Canvas, movement: Movement, y: float, right: float) -> None:
    """Draw which way an area moved, and by how many places."""
    looks: dict[MovementKind, tuple[Shape, str]] = {
        MovementKind.UP: ("^", BLUE),
        MovementKind.DOWN: ("v", VERMILION),
    }
    text = canvas.words.label(movement.kind)
    if movement.kind is MovementKind.SAME:
        text = "="
    elif movement.kind in looks:
        shape, colour = looks[movement.kind]
        canvas.mark(1, y, shape, size=6, fill=colour, edge=colour, width=0, shift=right + 4)
        places = movement.places or 0
        text = place_text(max(places, -places))
    shift = right + (11 if movement.kind in looks else 0)
    canvas.text(1, y, text, within="x", shift=(shift, 0), colour=INK if movement.kind in looks else MUTED)


def _notes(table: Standings, movements: Movements | None, words: Words, shown: int) -> list[str]:
    """Who is not among the bars, and why."""
    notes: list[str] = []
    if shown < table.size:
        notes.append(words.shown.format(n=words.common.number(shown), all=words.common.number(table.size)))
    if table.unranked:
        rows = ", ".join(f"{name_of(row.area)} ({words.label(row.reason)})" for row in table.unranked)
        notes.append(f"{words.common.unranked} {rows}")
    if movements is not None and (left := movements.only(MovementKind.LEFT)):
        notes.append(f"{words.label(MovementKind.LEFT)}: {', '.join(name_of(row.area) for row in left)}")
    missing = table.missing
    if missing and table.scope.kind is not ScopeKind.NAMED:
        everyone = len(missing) + len(table.areas)
        notes.append(words.common.missing.format(missing=len(missing), all=everyone, scope=table.scope.label))
    if not table.metric.more_is_better:
        notes.append(words.label(table.metric.direction))
    if len(set(table.places)) < len(table.places) or table.ties is not TieMethod.COMPETITION:
        notes.append(f"{words.common.ties}: {words.label(table.ties)}")
    return notes
