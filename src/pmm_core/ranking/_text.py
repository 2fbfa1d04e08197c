"""Tables as people read them: aligned text and escaped HTML, in English and Indonesian."""

from types import MappingProxyType
from typing import Final

from pmm_core._tables import columns, html_table
from pmm_core.ranking._area import ScopeKind
from pmm_core.ranking._measurement import Measurement, rounded
from pmm_core.ranking._metric import Scale
from pmm_core.ranking._movement import MovementKind, Movements
from pmm_core.ranking._table import Table
from pmm_core.ranking._ties import TieMethod
from pmm_core.ranking._words import Words, place_text, words_for

_AREA: Final = 1  # the column that names the row
_ARROWS: Final = MappingProxyType(
    {MovementKind.UP.value: "▲", MovementKind.DOWN.value: "▼", MovementKind.SAME.value: "="}
)


def _figures(figure: Measurement, words: Words) -> list[str]:
    exact, percent = figure.value, figure.percent()
    if figure.denominator is not None and percent is not None:
        return [words.number(int(figure.numerator)), words.number(figure.denominator), words.number(percent)]
    if exact is None or exact.denominator == 1:
        return [words.number(int(exact or 0))]
    return [words.number(rounded(exact, 2))]


def _moved(movements: Movements, figure: Measurement, words: Words) -> str:
    row = next(row for row in movements.rows if row.area.key == figure.area.key)
    if row.places is None:
        return words.label(row.kind)
    steps = place_text(max(row.places, -row.places)) if row.places else ""
    return f"{_ARROWS[row.kind.value]}{steps}"


def _cells(table: Table, movements: Movements | None, words: Words) -> list[list[str]]:
    head = [words.place, words.area, words.label(table.metric.unit)]
    if table.scale is Scale.SHARE:
        head += [words.of, "%"]
    rows = [head if movements is None else [*head, words.moved]]
    for place, figure in zip(table.places, table.ranked, strict=True):
        row = [place_text(place), str(figure.area), *_figures(figure, words)]
        rows.append(row if movements is None else [*row, _moved(movements, figure, words)])
    return rows


def _title(table: Table, words: Words) -> str:
    return f"{words.label(table.metric)} · {table.scope.label} · {words.day(table.on)}"


def _notes(table: Table, words: Words) -> list[str]:
    notes: list[str] = []
    if table.unranked:
        notes.append(words.unranked)
        notes.extend(f"  {row.area}: {words.label(row.reason)}" for row in table.unranked)
    missing = table.missing
    if missing and table.scope.kind is not ScopeKind.NAMED:
        everyone = len(missing) + len(table.areas)
        notes.append(words.missing.format(missing=len(missing), all=everyone, scope=table.scope.label))
    if len(set(table.places)) < len(table.places) or table.ties is not TieMethod.COMPETITION:
        notes.append(f"{words.ties}: {words.label(table.ties)}")
    return notes


def text_of(table: Table, movements: Movements | None, language: str) -> str:
    """The table as aligned text."""
    words = words_for(language)
    notes = _notes(table, words)
    lines = [_title(table, words), "", *columns(_cells(table, movements, words), left=_AREA)]
    return "\n".join([*lines, "", *notes] if notes else lines)


def html_of(table: Table, movements: Movements | None, language: str) -> str:
    """The table as escaped HTML."""
    words = words_for(language)
    head, *body = _cells(table, movements, words)
    return html_table(
        "standings", words.code, _title(table, words), body, head=head, left=_AREA, notes=_notes(table, words)
    )
