"""A period as people read it: when its phases are open, and by when what must be done; in English and Indonesian."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled
from pmm_core._tables import columns, html_notes, html_table
from pmm_core.calendar._dates import format_date
from pmm_core.calendar._timeline import Row


@final
@attrs.frozen(kw_only=True)
class Words:
    """The texts of one language; those with braces are filled in."""

    code: str
    phases: tuple[str, str, str, str, str]
    deadlines: tuple[str, str, str]
    extended: str

    def label(self, thing: Labelled) -> str:
        """What a thing is called."""
        return thing.label_en if self.code == "en" else thing.label_id

    def day(self, day: date) -> str:
        """A day, as people write it."""
        return day.isoformat() if self.code == "en" else format_date(day)


_WORDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "en": Words(
            code="en",
            phases=("phase", "from", "to", "days", "how sure"),
            deadlines=("deadline", "on", "how sure"),
            extended="{phase} extended from {day}: {reason}",
        ),
        "id": Words(
            code="id",
            phases=("tahap", "mulai", "sampai", "hari", "kepastian"),
            deadlines=("tenggat", "pada", "kepastian"),
            extended="{phase} diperpanjang dari {day}: {reason}",
        ),
    }
)


def words_for(language: str) -> Words:
    """The wording of a language, or an error that names those there are."""
    if language not in tuple(_WORDS):  # a tuple, since what callers give need not have a hash
        problems = Problems("text")
        problems.add("language", "malformed", f"must be one of {', '.join(_WORDS)}")
        problems.done()
    return _WORDS[language]


def _title(row: Row, words: Words) -> str:
    return f"{row.period} · {row.pattern.label_en if words.code == 'en' else row.pattern.label_id}"


def _phases(row: Row, words: Words) -> list[tuple[str, ...]]:
    return [
        (
            words.label(found.phase),
            words.day(found.window.start),
            words.day(found.window.end),
            str(found.window.days),
            words.label(found.certainty),
        )
        for found in row.openings
    ]


def _deadlines(row: Row, words: Words) -> list[tuple[str, ...]]:
    return [
        (words.label(found.kind), words.day(found.on), words.label(found.source.certainty)) for found in row.deadlines
    ]


def _extensions(row: Row, words: Words) -> list[str]:
    return [
        words.extended.format(
            phase=words.label(found.phase), day=words.day(found.regular.end), reason=found.extension.reason
        )
        for found in row.openings
        if found.extension is not None
    ]


def text_of(row: Row, language: str) -> str:
    """The period as aligned text."""
    words = words_for(language)
    lines = [_title(row, words), "", *columns([words.phases, *_phases(row, words)]), *_extensions(row, words)]
    if row.deadlines:
        lines += ["", *columns([words.deadlines, *_deadlines(row, words)])]
    return "\n".join(lines)


def html_of(row: Row, language: str) -> str:
    """The period as escaped HTML."""
    words = words_for(language)
    title = _title(row, words)
    notes = _extensions(row, words)
    parts = [html_table("phases", words.code, title, _phases(row, words), head=words.phases)]
    parts += html_notes(words.code, notes)
    if row.deadlines:
        parts.append(html_table("deadlines", words.code, title, _deadlines(row, words), head=words.deadlines))
    return "\n".join(parts)
