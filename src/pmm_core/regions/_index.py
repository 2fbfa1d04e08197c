"""Everything that a region may be written as, and what each writing means.

Theory.  Every way to write a region that can be foreseen is put into one index when the first name is asked for,
whole: with each kind word before it, without, as an alias, and each of these again as its squashed key.  A text is then
looked up as a whole and nothing is ever cut off it.  That is why Kotabaru, Kotamobagu and Kotawaringin Barat need no
exception, why "Kota X" cannot become a kabupaten by losing its first word, and why a hit costs two look-ups.  Where two
writings meet, the earlier member of `MatchedBy` has it.

The one explicit exception is an alias: "Kota Baru" is how BPS writes Kabupaten Kotabaru, and there is no Kota Baru.
"""

from collections.abc import Iterator
from functools import cache
from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core._labels import Labelled, labelled
from pmm_core.regions._data import made_once
from pmm_core.regions._kinds import RegionKind
from pmm_core.regions._region import Kabupaten, is_administrative, table
from pmm_core.regions._spelling import aliases, by_code, former_codes, normal, squashed

_KABUPATEN_WORDS: Final = ("kabupaten", "kab.", "kab")
_KOTA_WORDS: Final = ("kota", "kotamadya", "kodya")
_ADMINISTRATIVE_WORDS: Final = ("administrasi", "adm.", "adm")
KIND_OF_WORD: Final[MappingProxyType[str, RegionKind]] = MappingProxyType(
    dict.fromkeys(_KABUPATEN_WORDS, RegionKind.KABUPATEN) | dict.fromkeys(_KOTA_WORDS, RegionKind.KOTA)
)


@final
@labelled(
    CODE=("kode", "code"),
    FORMER_CODE=("kode lama", "former code"),
    OFFICIAL_NAME=("nama resmi", "name with kind word"),
    NAME=("nama", "name"),
    ALIAS=("nama lain", "other spelling"),
    SQUASHED=("huruf dan angka saja", "letters and digits only"),
)
class MatchedBy(Labelled):
    """How a text was recognised, in the order in which it is tried.

    >>> from pmm_core.regions import resolve
    >>> resolve("Batang Hari").matched.label_en
    'other spelling'
    """

    CODE = "code"
    FORMER_CODE = "former-code"
    OFFICIAL_NAME = "official-name"
    NAME = "name"
    ALIAS = "alias"
    SQUASHED = "squashed"


@final
@attrs.frozen
class Resolution:
    """What a text was found to mean, and how.

    Args:
        kabupaten: the kabupaten or kota.
        matched: how the text was recognised.
        note: what a reader should know about it, such as the law behind a former code; often empty.

    >>> from pmm_core.regions import resolve
    >>> print(resolve("91.01").note)
    former code 91.01 of Kabupaten Merauke, 93.01 since UU 14/2022
    """

    kabupaten: Kabupaten
    matched: MatchedBy
    note: str = ""


Found = tuple[Resolution, ...]


@final
@attrs.frozen
class Index:
    """What each writing means: codes as typed, names in their normal form, and their squashed keys."""

    codes: dict[str, Found]
    names: dict[str, Found]
    squashed: dict[str, Found]


def _words(kabupaten: Kabupaten) -> tuple[str, ...]:
    words = _KABUPATEN_WORDS if kabupaten.kind is RegionKind.KABUPATEN else _KOTA_WORDS
    if is_administrative(kabupaten.code):
        long = tuple(f"{word} {more}" for word in words for more in _ADMINISTRATIVE_WORDS)
        return (*words, *long, *_ADMINISTRATIVE_WORDS)
    return words


def _written() -> Iterator[tuple[str, Resolution]]:
    """Every writing of every region in its normal form, in the order of `MatchedBy`."""
    for row in table().kabupatens:
        found = Resolution(row, MatchedBy.OFFICIAL_NAME)
        name = normal(row.name)
        for word in _words(row):
            yield f"{word} {name}", found
        yield normal(unique(row)), found
    for row in table().kabupatens:
        yield normal(row.name), Resolution(row, MatchedBy.NAME)
    for alias in aliases():
        row = alias.kabupaten
        found = Resolution(row, MatchedBy.ALIAS, f"another spelling of {row} ({alias.source})")
        name = normal(alias.text)
        yield name, found
        for word in _words(row):
            yield f"{word} {name}", found


def _add(writings: dict[str, Found], key: str, found: Resolution) -> None:
    there = writings.setdefault(key, (found,))
    if there[0].matched is found.matched and all(other.kabupaten is not found.kabupaten for other in there):
        writings[key] = (*there, found)


@cache
def index() -> Index:
    """Give every writing of the bundled regions, put in place when the first name is asked for."""
    found: Index = made_once("_indexed", "INDEX")
    return found


def put_in_place() -> Index:
    """Put every writing of the bundled regions in place."""
    codes: dict[str, Found] = {key: (Resolution(row, MatchedBy.CODE),) for key, row in by_code().items()}
    for former in former_codes():
        note = f"former code {former.code} of {former.kabupaten}, {former.kabupaten.key} since {former.law}"
        codes[former.code.text] = (Resolution(former.kabupaten, MatchedBy.FORMER_CODE, note),)
    names: dict[str, Found] = {}
    loose: dict[str, Found] = {}
    for key, found in _written():
        _add(names, key, found)
        row = found.kabupaten
        _add(loose, squashed(key), Resolution(row, MatchedBy.SQUASHED, f"letters and digits agree with {row}"))
    return Index(codes, names, loose)


def unique(kabupaten: Kabupaten) -> str:
    """Write a region so that nobody takes it for another: Kota Banjar (Jawa Barat)."""
    return f"{kabupaten} ({kabupaten.province})"
