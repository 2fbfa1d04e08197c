"""The laws of the regions: codes, names, and the resolver against a slow one written another way."""

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import assume, example, given, strategies as st

from pmm_core.errors import AmbiguousNameError, InvalidValueError, PmmError, UnknownNameError
from pmm_core.regions import (
    CodeSystem,
    Kabupaten,
    KabupatenCode,
    ProvinceCode,
    RegionKind,
    aliases,
    find,
    find_province,
    former_codes,
    kabupatens,
    provinces,
    resolve,
)
from pmm_core.testing import _regions as regions_testing

WORDS = ("Kabupaten", "Kab.", "Kab", "Kota", "Kotamadya", "Kodya", "Kota Adm.", "Kab. Administrasi", "Adm.", "")
NOBODY = ("Baru", "Waringin Barat")  # what is left of Kotabaru and Kotawaringin Barat without their first letters
NAMES = sorted({row.name for row in kabupatens()} | {alias.text for alias in aliases()} | {*NOBODY})


def words_and_names() -> st.SearchStrategy[str]:
    """Texts that are nearly names: any kind word before any name, joined in any way, in any case."""
    return st.builds(
        joined,
        st.sampled_from(WORDS),
        st.sampled_from((" ", "  ", "-", ".", "", "\u00a0")),
        st.sampled_from(NAMES),
        st.sampled_from((str.lower, str.upper, str.title)),
    )


def joined(word: str, gap: str, name: str, change: Callable[[str], str]) -> str:
    return change(f"{word}{gap}{name}")


def slow_resolver(text: str) -> set[str]:
    """Resolve by scanning every row and taking kind words apart; shares nothing with the library but its tables."""
    rows = kabupatens()
    plain = text.strip()
    codes = {row.key for row in rows if row.key == plain}
    codes |= {former.kabupaten.key for former in former_codes() if former.code.text == plain}
    if codes:
        return codes
    key = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    parts = re.fullmatch(r"(?:(kabupaten|kab\.?)|(kota|kotamadya|kodya))(?: (administrasi|adm\.?))? (.+)", key)
    parts = parts or re.fullmatch(r"()()(administrasi|adm\.?) (.+)", key)

    def allowed(row: Kabupaten) -> bool:
        if parts is None:
            return False
        kabupaten, kota, administrative, _ = parts.groups()
        if administrative and not row.key.startswith("31."):
            return False
        return not (kabupaten and row.kind is RegionKind.KOTA) and not (kota and row.kind is RegionKind.KABUPATEN)

    rest = parts.group(4) if parts else ""
    with_word = {row.key for row in rows if row.name.casefold() == rest and allowed(row)}
    in_province = {row.key for row in rows if f"{row} ({row.province})".casefold() == key}
    alone = {row.key for row in rows if row.name.casefold() == key}
    other = {alias.kabupaten.key for alias in aliases() if alias.text.casefold() == key}
    other |= {a.kabupaten.key for a in aliases() if a.text.casefold() == rest and allowed(a.kabupaten)}
    for found in (with_word | in_province, alone, other):
        if found:
            return found
    return {row.key for row in rows if letters(key) in loose_names(row) and not contradicts(key, row)}


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def loose_names(row: Kabupaten) -> set[str]:
    names = [row.name, *(alias.text for alias in aliases() if alias.kabupaten == row)]
    kinds = ["kabupaten", "kab"] if row.kind is RegionKind.KABUPATEN else ["kota", "kotamadya", "kodya"]
    words = ["", *kinds]
    if row.key.startswith("31."):
        words += [word + more for word in words for more in ("adm", "administrasi")]
    loose = {word + letters(name.casefold()) for word in words for name in names}
    return loose | {letters(f"{row}{row.province}".casefold())}


def contradicts(key: str, row: Kabupaten) -> bool:
    word, _, rest = key.partition(" ")
    wrong = ("kota", "kotamadya", "kodya") if row.kind is RegionKind.KABUPATEN else ("kabupaten", "kab", "kab.")
    return bool(rest) and word in wrong


def outcome(call: Callable[[], object]) -> object:
    """What a call gives back or raises; only errors of the library are taken for an answer."""
    try:
        return call()
    except PmmError as error:
        return error


def found_by_library(text: str) -> set[str]:
    found = outcome(lambda: find(text))
    if isinstance(found, AmbiguousNameError):
        return {find(candidate).key for candidate in found.candidates}
    return {found.key} if isinstance(found, Kabupaten) else set()


class TestTheResolver:
    """Whatever is written, the index finds what a scan of all rows finds: one region, both, or none."""

    @given(words_and_names())
    @example("Kota Baru")
    @example("Kota Waringin Barat")
    @example("kota-baru")
    @example("Kab. Adm. Kep. Seribu")
    @example("Adm. Jakarta Pusat")
    @example("Banjar")
    def test_near_names(self, text: str) -> None:
        assert slow_resolver(text) == found_by_library(text)

    @given(regions_testing.region_spellings())
    @example(("91.01", find("93.01")))
    @example(("50 Kota", find("13.07")))
    def test_spellings(self, pair: tuple[str, Kabupaten]) -> None:
        text, kabupaten = pair
        assert {kabupaten.key} == slow_resolver(text)
        assert kabupaten is find(text)

    @given(st.text())
    @example("٣٣.٢٥")
    @example("Kabupaten")
    @example("33.25")
    def test_any_text(self, text: str) -> None:
        assume(text.strip() and not re.fullmatch(r"[1-9][0-9]{3}", text.strip()))
        assert slow_resolver(text) == found_by_library(text)


class TestEveryTextIsAnswered:
    """Any text either names a region or is refused by an error of the library, with a code and without a crash."""

    @given(st.text())
    @example("")
    @example("3325")
    @example("\ud800")
    @example("ſ" * 100)
    def test_kabupaten(self, text: str) -> None:
        found = outcome(lambda: find(text))
        assert found in kabupatens() or (isinstance(found, PmmError) and found.codes)

    @given(st.text())
    @example("33")
    @example("")
    @example("\ud800")
    def test_province(self, text: str) -> None:
        found = outcome(lambda: find_province(text))
        assert found in provinces() or (isinstance(found, PmmError) and found.codes)

    @given(st.text())
    @example("33.25")
    @example("3325")
    @example(" 11.10 ")
    def test_codes(self, text: str) -> None:
        assert isinstance(outcome(lambda: KabupatenCode.parse(text)), KabupatenCode) == KabupatenCode.is_valid(text)
        assert isinstance(outcome(lambda: ProvinceCode.parse(text)), ProvinceCode) == ProvinceCode.is_valid(text)


class TestSuggestionsLead:
    """Each suggestion and each candidate of a refusal is a text that finds one region."""

    @given(words_and_names(), st.sampled_from(RegionKind) | st.none())
    @example("Kota Batang", None)
    @example("Banjar", None)
    @example("Blitarr", RegionKind.KOTA)
    @example("Batang", RegionKind.KOTA)
    def test_they_are_found(self, text: str, kind: RegionKind | None) -> None:
        found = outcome(lambda: find(text, kind=kind))
        if isinstance(found, UnknownNameError):
            assert all(suggestion == str(find(suggestion, kind=kind)) for suggestion in found.suggestions)
        elif isinstance(found, InvalidValueError):
            there = outcome(lambda: find(text))
            assert ("kind-mismatch",) == tuple(dict.fromkeys(found.codes))
            assert isinstance(there, AmbiguousNameError) or (isinstance(there, Kabupaten) and there.kind is not kind)
        elif isinstance(found, AmbiguousNameError):
            assert len({find(candidate) for candidate in found.candidates}) == len(found.candidates) == 2
        else:
            assert isinstance(found, Kabupaten)


class TestTheKindIsNeverTurned:
    """A text that says kota never finds a kabupaten, nor the reverse; "Kota Baru" of BPS is the one that looks so."""

    @given(st.sampled_from(("Kota", "Kotamadya", "Kodya")), st.sampled_from(NAMES))
    @example("Kota", "Waringin Barat")
    @example("Kota", "Batang")
    def test_kota(self, word: str, name: str) -> None:
        assume((word, name) != ("Kota", "Baru"))
        for key in found_by_library(f"{word} {name}"):
            assert find(key).kind is RegionKind.KOTA

    @given(st.sampled_from(("Kabupaten", "Kab.", "Kab")), st.sampled_from(NAMES))
    @example("Kab.", "Sungai Penuh")
    def test_kabupaten(self, word: str, name: str) -> None:
        for key in found_by_library(f"{word} {name}"):
            assert find(key).kind is RegionKind.KABUPATEN

    @given(st.sampled_from(NAMES), st.sampled_from(RegionKind))
    @example("Kota Baru", RegionKind.KOTA)
    @example("Baru", RegionKind.KABUPATEN)
    @example("Waringin Barat", RegionKind.KOTA)
    def test_the_argument(self, name: str, kind: RegionKind) -> None:
        found = outcome(lambda: find(name, kind=kind))
        if isinstance(found, Kabupaten):
            assert found.kind is kind
        elif name in NOBODY:
            assert isinstance(found, UnknownNameError)
        else:
            assert isinstance(found, InvalidValueError)
            assert {"kind-mismatch"} == set(found.codes)
            assert all(row.kind is not kind for row in kabupatens() if row.name == name)


class TestNamesRoundTrip:
    """Every region is found by its own official name, code, short name, and by its name with the province."""

    @pytest.mark.parametrize("row", kabupatens(), ids=lambda row: row.key)
    def test_every_form(self, row: Kabupaten) -> None:
        for text in (str(row), row.official_name, row.short_name, row.key, f"{row} ({row.province})"):
            assert row is find(text)
            assert row is find(text.upper())
        for form in (str(row), row.short_name):
            assert row is find(re.sub(r"[^A-Za-z0-9]", "", form))
        assert row is find(row.code)
        assert row is find(row.name, kind=row.kind)

    @pytest.mark.parametrize("row", kabupatens(), ids=lambda row: row.key)
    def test_the_bare_name(self, row: Kabupaten) -> None:
        twins = [other for other in kabupatens() if other.name == row.name]
        for text in (row.name, re.sub(r"[^A-Za-z0-9]", "", row.name)):
            if len(twins) == 1:
                assert row is find(text)
            else:
                with pytest.raises(AmbiguousNameError):
                    resolve(text)


class TestCodesRoundTrip:
    """A code reads back from what it prints, tells kind and province, and sorts as its text does."""

    @given(regions_testing.kabupaten_codes())
    @example(KabupatenCode("11.10"))
    def test_kabupaten(self, code: KabupatenCode) -> None:
        assert code == KabupatenCode.parse(str(code))
        assert code == KabupatenCode.parse(str(code).replace(".", ""), system=CodeSystem.KEMENDAGRI)
        assert str(code).startswith(f"{code.province}.")
        assert (code.kind is RegionKind.KOTA) == (int(str(code)[3:]) > 70)

    @given(regions_testing.province_codes())
    @example(ProvinceCode("33"))
    def test_province(self, code: ProvinceCode) -> None:
        assert code == ProvinceCode.parse(str(code))

    @given(st.lists(regions_testing.kabupaten_codes()))
    @example([KabupatenCode("11.10"), KabupatenCode("11.09")])
    def test_order(self, codes: list[KabupatenCode]) -> None:
        assert [str(code) for code in sorted(codes)] == sorted(str(code) for code in codes)
