"""Tables as people read them: aligned text and escaped HTML, in English and Indonesian."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from html import escape
from types import MappingProxyType
from typing import Final, Literal, get_args

import attrs

from pmm_core._checks import Problems
from pmm_core.ranking._area import ScopeKind
from pmm_core.ranking._measurement import Measurement, rounded
from pmm_core.ranking._metric import Scale
from pmm_core.ranking._movement import MovementKind, Movements
from pmm_core.ranking._table import Table
from pmm_core.ranking._ties import Place, TieMethod

Language = Literal["en", "id"]
"""The languages in which tables are printed."""


@attrs.frozen(kw_only=True)
class _Words:
    place: str
    area: str
    of: str
    share: str
    move: str
    unranked: str
    missing: str
    ties: str
    sign: str


_WORDS: Final[Mapping[str, _Words]] = MappingProxyType(
    {
        "en": _Words(
            place="place",
            area="area",
            of="of",
            share="%",
            move="moved",
            unranked="without a place:",
            missing="no figure for {missing} of {all} areas in {scope}",
            ties="ties",
            sign=".",
        ),
        "id": _Words(
            place="peringkat",
            area="wilayah",
            of="dari",
            share="%",
            move="perubahan",
            unranked="tanpa peringkat:",
            missing="tidak ada data untuk {missing} dari {all} wilayah di {scope}",
            ties="nilai seri",
            sign=",",
        ),
    }
)
_ARROWS: Final = MappingProxyType(
    {MovementKind.UP.value: "▲", MovementKind.DOWN.value: "▼", MovementKind.SAME.value: "="}
)


def words_for(language: str) -> _Words:
    """The wording of a language, or an error that names those there are."""
    if language not in _WORDS:
        problems = Problems("text")
        problems.add("language", "malformed", f"must be one of {', '.join(get_args(Language))}")
        problems.done()
    return _WORDS[language]


def place_text(place: Place) -> str:
    """A place as people write it: 27, or 2½."""
    if isinstance(place, Fraction):
        whole, half = divmod(place, 1)
        return f"{whole}½" if half else f"{whole}"
    return str(place)


def _number(value: object, sign: str) -> str:
    return str(value).replace(".", sign)


def _figures(figure: Measurement, sign: str) -> list[str]:
    if figure.denominator is None:
        exact = figure.value or Fraction(0)
        whole = exact.denominator == 1
        return [str(exact) if whole else _number(rounded(exact, 2), sign)]
    return [str(figure.numerator), str(figure.denominator), _number(figure.percent(), sign)]


def _moved(movements: Movements, figure: Measurement, language: str) -> str:
    row = next(row for row in movements.rows if row.area.key == figure.area.key)
    label = row.kind.label_en if language == "en" else row.kind.label_id
    if row.places is None:
        return label
    steps = place_text(max(row.places, -row.places)) if row.places else ""
    return f"{_ARROWS[row.kind.value]}{steps}"


def _cells(table: Table, movements: Movements | None, language: str) -> list[list[str]]:
    words = words_for(language)
    unit = table.metric.unit.label_en if language == "en" else table.metric.unit.label_id
    head = [words.place, words.area, unit]
    if table.scale is Scale.SHARE:
        head += [words.of, words.share]
    rows = [head if movements is None else [*head, words.move]]
    for place, figure in zip(table.places, table.ranked, strict=True):
        row = [place_text(place), str(figure.area), *_figures(figure, words.sign)]
        rows.append(row if movements is None else [*row, _moved(movements, figure, language)])
    return rows


def _title(table: Table, language: str) -> str:
    label = table.metric.label_en if language == "en" else table.metric.label_id
    return f"{label} · {table.scope.label} · {table.on.isoformat()}"


def _notes(table: Table, language: str) -> list[str]:
    words = words_for(language)
    notes: list[str] = []
    if table.unranked:
        notes.append(words.unranked)
        for row in table.unranked:
            reason = row.reason.label_en if language == "en" else row.reason.label_id
            notes.append(f"  {row.area}: {reason}")
    missing = table.missing
    if missing and table.scope.kind is not ScopeKind.NAMED:
        everyone = len(missing) + len(table.measurements) + len(table.without)
        notes.append(words.missing.format(missing=len(missing), all=everyone, scope=table.scope.label))
    if len(set(table.places)) < len(table.places) or table.ties is not TieMethod.COMPETITION:
        notes.append(f"{words.ties}: {table.ties.label_en if language == 'en' else table.ties.label_id}")
    return notes


def aligned(rows: Sequence[Sequence[str]], *, left: Iterable[int] = (1,)) -> list[str]:
    """Columns under each other, numbers to the right, names to the left."""
    texts = frozenset(left)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if column in texts else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def text_of(table: Table, movements: Movements | None, language: str) -> str:
    """The table as aligned text."""
    cells = _cells(table, movements, language)
    return "\n".join(
        [
            _title(table, language),
            "",
            *aligned(cells),
            *([""] if _notes(table, language) else []),
            *_notes(table, language),
        ]
    )


def html_of(table: Table, movements: Movements | None, language: str) -> str:
    """The table as escaped HTML."""
    head, *body = _cells(table, movements, language)
    parts = [
        f'<table class="pmm-standings" lang="{language}">',
        f"<caption>{escape(_title(table, language))}</caption>",
    ]
    parts.append("<thead><tr>" + "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head) + "</tr></thead>")
    parts.append("<tbody>")
    parts.extend("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in body)
    parts.append("</tbody></table>")
    parts.extend(f"<p>{escape(note)}</p>" for note in _notes(table, language))
    return "\n".join(parts)
