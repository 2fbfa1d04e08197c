"""Tables as people read them: columns of text for terminals, and HTML for notebooks and pages.

The HTML says what its cells are and nothing of how they look, so that light and dark pages show it in their own way.
Every text is escaped here, and nowhere else.
"""

from collections.abc import Iterable, Sequence
from html import escape


def columns(rows: Sequence[Sequence[str]], *, left: int = 0) -> list[str]:
    """Columns under each other, one of them to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if column == left else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def html_table(
    kind: str,
    language: str,
    caption: str,
    rows: Iterable[Sequence[str]],
    *,
    head: Sequence[str] = (),
    left: int = 0,
    notes: Iterable[str] = (),
) -> str:
    """An HTML table, with notes below it.

    Args:
        kind: what it shows, for its class; a word of ours.
        language: the code of the language of the texts.
        caption: what stands above it.
        rows: the cells of its body.
        head: what the columns hold; no line where it is left out.
        left: which column names the row.
        notes: paragraphs below the table.
    """
    parts = [f'<table class="pmm-{kind}" lang="{language}">', f"<caption>{escape(caption)}</caption>"]
    if head:
        parts.append("<thead><tr>" + "".join(_named(cell, "col") for cell in head) + "</tr></thead>")
    parts.append("<tbody>")
    for row in rows:
        cells = (_named(cell, "row") if at == left else f"<td>{escape(cell)}</td>" for at, cell in enumerate(row))
        parts.append("<tr>" + "".join(cells) + "</tr>")
    parts.append("</tbody></table>")
    return "\n".join([*parts, *html_notes(language, notes)])


def html_notes(language: str, notes: Iterable[str]) -> list[str]:
    """Paragraphs, each escaped."""
    return [f'<p lang="{language}">{escape(note)}</p>' for note in notes]


def _named(cell: str, scope: str) -> str:
    return f'<th scope="{scope}">{escape(cell)}</th>'
