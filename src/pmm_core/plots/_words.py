"""The wording of the pictures in English and Indonesian; numbers and days are written as the core writes them."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Protocol, final, get_args

import attrs

from pmm_core._checks import Problems
from pmm_core.calendar import Window, format_date
from pmm_core.calendar._names import MONTH_NAMES
from pmm_core.overview import _words as _of_overview
from pmm_core.ranking import Area, Language, Measurement, Standing
from pmm_core.ranking._measurement import rounded
from pmm_core.ranking._words import Words as Common, place_text
from pmm_core.regions import Kabupaten

_ENGLISH_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT: Final = 3  # letters of a month
_LONGEST: Final = 40  # letters of a name, more than any kabupaten or province has; a picture is 110 letters wide
_BEGIN: Final = 26


class Worded(Protocol):
    """What has a wording in both languages."""

    @property
    def label_id(self) -> str:
        """In Indonesian."""
        ...

    @property
    def label_en(self) -> str:
        """In English."""
        ...


@final
@attrs.frozen(kw_only=True)
class Words:
    """The texts of one language; those with braces are filled in."""

    common: Common
    overview: _of_overview.Words
    months: tuple[str, ...]
    whole: str
    since: str
    shown: str
    extended: str
    none_open: str
    cycle: str
    next: str
    by: str
    credit: str
    opening: str
    diploma: str
    rise: str
    reached: str
    missing: str
    top: str

    def label(self, thing: Worded) -> str:
        """What a thing is called."""
        return thing.label_id if self.common.code == "id" else thing.label_en

    def day(self, value: date) -> str:
        """A day in full: 7 March 2024."""
        if self.common.code == "id":
            return format_date(value)
        return f"{value.day} {self.months[value.month - 1]} {value.year:04}"

    def month(self, value: date) -> str:
        """The month of a day in short: Mar."""
        return self.months[value.month - 1][:_SHORT]

    def tick(self, value: date) -> str:
        """A day in two lines, for an axis."""
        return f"{value.day} {self.month(value)}\n{value.year:04}"

    def window(self, value: Window) -> str:
        """A window in full, with its length."""
        days = self.overview.counted(self.overview.days, value.days)
        return f"{self.day(value.start)} – {self.day(value.end)}, {days}"

    def cells(self, figure: Measurement) -> tuple[str, ...]:
        """A figure as it stands in columns: the number and, for a share, its percentage."""
        exact, percent = figure.value, figure.percent()
        if figure.denominator is not None and percent is not None:
            number, base = (self.common.number(each) for each in (int(figure.numerator), figure.denominator))
            return f"{number} {self.common.of} {base}", f"{self.common.number(percent)} %"
        if exact is None or exact.denominator == 1:
            return (self.common.number(int(exact or 0)),)
        return (self.common.number(rounded(exact, 2)),)


_WORDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "en": Words(
            common=_of_overview.words_for("en").common,
            overview=_of_overview.words_for("en"),
            months=_ENGLISH_MONTHS,
            whole="{first} to {last}",
            since="{day}; movement since {before}",
            shown="{n} of {all} are shown",
            extended="extended from {day}",
            none_open="no phase is open",
            cycle="performance cycle",
            next="next: {what} by the {sides}, {when}",
            by="by {day}",
            credit="credit",
            opening="opening",
            diploma="diploma\n{degree}",
            rise="rise to\n{to}",
            reached="{to} needs {needed}: reached",
            missing="{to} needs {needed}: {missing} missing",
            top="{to} needs {needed}",
        ),
        "id": Words(
            common=_of_overview.words_for("id").common,
            overview=_of_overview.words_for("id"),
            months=MONTH_NAMES,
            whole="{first} sampai {last}",
            since="{day}; perubahan sejak {before}",
            shown="{n} dari {all} ditampilkan",
            extended="diperpanjang dari {day}",
            none_open="tidak ada tahap yang terbuka",
            cycle="siklus pengelolaan kinerja",
            next="berikutnya: {what} oleh {sides}, {when}",
            by="paling lambat {day}",
            credit="angka kredit",
            opening="awal",
            diploma="ijazah\n{degree}",
            rise="naik ke\n{to}",
            reached="{to} perlu {needed}: tercapai",
            missing="{to} perlu {needed}: kurang {missing}",
            top="{to} perlu {needed}",
        ),
    }
)


def check_language(problems: Problems, language: object) -> None:
    """Check that there are words for a language."""
    if language not in tuple(_WORDS):  # a tuple, since what callers give need not have a hash
        problems.add("language", "malformed", f"must be one of {', '.join(get_args(Language))}")


def words_for(language: str) -> Words:
    """The wording of a language that was checked."""
    return _WORDS[language]


def sentence(text: str) -> str:
    """A text that begins with a capital."""
    return text[:1].upper() + text[1:]


def name_of(area: Area) -> str:
    """The name of an area, short; one of the caller's own in one line, and cut in its middle where it is long."""
    if isinstance(area, Kabupaten):
        return area.short_name
    name = " ".join("".join(letter if letter.isprintable() else " " for letter in str(area)).split())
    return name if len(name) <= _LONGEST else f"{name[:_BEGIN]}…{name[_BEGIN + 1 - _LONGEST :]}"


def place_of(row: Standing) -> str:
    """The place of a row; one that is shared is marked."""
    return f"={place_text(row.rank)}" if row.tied else place_text(row.rank)
