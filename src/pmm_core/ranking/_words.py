"""The wording of printed results in English and Indonesian, and how numbers are written in either."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final, Literal, final, get_args

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled
from pmm_core.ranking._metric import Metric, Unit
from pmm_core.ranking._ties import Place

Language = Literal["en", "id"]
"""The languages in which results are printed."""


@final
@attrs.frozen(kw_only=True)
class Words:
    """The texts of one language; those with braces are filled in."""

    code: str
    place: str
    area: str
    of: str
    moved: str
    unranked: str
    missing: str
    ties: str
    climbed: str
    stayed: str
    nothing: str
    standing: str
    share: str
    beat: str
    units: str
    done: str
    per_day: str
    per_week: str
    out_of_reach: str
    only_shared: str
    still: str
    going_on: str
    but_for: str
    more: str
    fewer: str
    kecamatan: str
    sum: str
    thousands: str
    point: str

    def label(self, thing: Labelled | Metric | Unit) -> str:
        """What a thing is called."""
        return thing.label_en if self.code == "en" else thing.label_id

    def number(self, value: int | Decimal) -> str:
        """A number as it is written in this language."""
        return f"{value:,}".translate({ord(","): self.thousands, ord("."): self.point})

    def day(self, value: date) -> str:
        """A day, in the form that sorts."""
        return value.isoformat()


_WORDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "en": Words(
            code="en",
            place="place",
            area="area",
            of="of",
            moved="moved",
            unranked="without a place:",
            missing="no figure for {missing} of {all} areas in {scope}",
            ties="ties",
            climbed="{before} -> {after}, {way} {places} {noun}",
            stayed="{place}, same place",
            nothing="no movement",
            standing="{area}: place {place} of {size} on {on}; wanted: {wanted} by {by}",
            share="to share it",
            beat="to pass it",
            units="{units} {change} {unit} in {days} days",
            done="nothing to do",
            per_day="{n} a day",
            per_week="{n} a week",
            out_of_reach="out of reach; the best is place {best}",
            only_shared="out of reach; the place can only be shared",
            still="with the others standing still",
            going_on="with the others going on as since {day}",
            but_for="{going_on}, but for {areas}, without a figure then",
            more="more",
            fewer="fewer",
            kecamatan="kecamatan",
            sum="sum",
            thousands=",",
            point=".",
        ),
        "id": Words(
            code="id",
            place="peringkat",
            area="wilayah",
            of="dari",
            moved="perubahan",
            unranked="tanpa peringkat:",
            missing="tidak ada data untuk {missing} dari {all} wilayah di {scope}",
            ties="nilai seri",
            climbed="{before} -> {after}, {way} {places} peringkat",
            stayed="{place}, tetap",
            nothing="tidak ada perubahan",
            standing="{area}: peringkat {place} dari {size} per {on}; sasaran: {wanted} paling lambat {by}",
            share="untuk menyamai",
            beat="untuk melampaui",
            units="{units} {unit} {change} dalam {days} hari",
            done="sudah tercapai",
            per_day="{n} per hari",
            per_week="{n} per minggu",
            out_of_reach="tidak terjangkau; paling baik peringkat {best}",
            only_shared="tidak terjangkau; peringkat itu hanya dapat disamai",
            still="dengan anggapan wilayah lain tetap",
            going_on="dengan anggapan wilayah lain berjalan seperti sejak {day}",
            but_for="{going_on}, kecuali {areas}, saat itu tanpa angka",
            more="lagi",
            fewer="lebih sedikit",
            kecamatan="kecamatan",
            sum="jumlah",
            thousands=".",
            point=",",
        ),
    }
)


def words_for(language: str) -> Words:
    """The wording of a language, or an error that names those there are."""
    if language not in tuple(_WORDS):  # a tuple, since what callers give need not have a hash
        problems = Problems("text")
        problems.add("language", "malformed", f"must be one of {', '.join(get_args(Language))}")
        problems.done()
    return _WORDS[language]


def place_text(place: Place) -> str:
    """A place as people write it: 27, or 2½."""
    if isinstance(place, Fraction):
        whole, rest = divmod(place, 1)
        return f"{whole or ''}½" if 2 * rest == 1 else str(place)
    return str(place)
