"""The texts of calendar files in Indonesian and English."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled
from pmm_core.calendar import format_date
from pmm_core.sources import Source


@final
@attrs.frozen(kw_only=True)
class Words:
    """The texts of one language; those with braces are filled in."""

    code: str
    category: str
    name: str
    deadline: str
    window: str
    span: str
    extended: str
    left: tuple[str, str]
    late: tuple[str, str]
    done: str
    nothing: str
    seen: str
    next: str
    by: str
    observation: str
    held: str
    source: str
    labelled: str

    def label(self, thing: Labelled) -> str:
        """What a thing is called."""
        return thing.label_en if self.code == "en" else thing.label_id

    def day(self, day: date) -> str:
        """A day, as people write it."""
        return day.isoformat() if self.code == "en" else format_date(day)

    def cited(self, sources: Iterable[Source]) -> list[str]:
        """A line for each work, with how sure it is."""
        return [
            self.source.format(title=source.title, certainty=self.label(source.certainty))
            for source in dict.fromkeys(sources)
        ]


_WORDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "en": Words(
            code="en",
            category="performance management",
            name="Performance management {period}",
            deadline="Deadline: {kind} of {period}",
            window="{phase} of {period}",
            span="{first} to {last}, {days} days",
            extended="Extended from {regular} to {until}: {reason}",
            left=("Deadline of {phase} of {period}: 1 step left", "Deadline of {phase} of {period}: {n} steps left"),
            late=("Late: {phase} of {period}, 1 step left", "Late: {phase} of {period}, {n} steps left"),
            done="Done: {phase} of {period}",
            nothing="Nothing is left to be done.",
            seen="As of {day}",
            next=", next",
            by=" or ",
            observation="Observation of practice, {period}",
            held="Observation of practice held, {period}",
            source="Source: {title} ({certainty})",
            labelled="{label}: {text}",
        ),
        "id": Words(
            code="id",
            category="pengelolaan kinerja",
            name="Pengelolaan Kinerja {period}",
            deadline="Tenggat: {kind} {period}",
            window="Masa {phase} {period}",
            span="{first} s.d. {last}, {days} hari",
            extended="Diperpanjang dari {regular} sampai {until}: {reason}",
            left=("Tenggat {phase} {period}: tersisa 1 langkah", "Tenggat {phase} {period}: tersisa {n} langkah"),
            late=("Terlambat: {phase} {period}, tersisa 1 langkah", "Terlambat: {phase} {period}, tersisa {n} langkah"),
            done="Selesai: {phase} {period}",
            nothing="Tidak ada langkah yang tersisa.",
            seen="Keadaan per {day}",
            next=", berikutnya",
            by=" atau ",
            observation="Observasi Kinerja {period}",
            held="Observasi Kinerja {period} sudah dilaksanakan",
            source="Sumber: {title} ({certainty})",
            labelled="{label}: {text}",
        ),
    }
)


def check_language(problems: Problems, language: object) -> None:
    """Check that there are words for a language."""
    if language not in tuple(_WORDS):  # a tuple, since what callers give need not have a hash
        problems.add("language", "malformed", f"must be one of {', '.join(_WORDS)}")


def words_for(language: str) -> Words:
    """The wording of a language that was checked."""
    return _WORDS[language]


def begun(text: str) -> str:
    """A text with a capital letter."""
    return text[:1].upper() + text[1:]
