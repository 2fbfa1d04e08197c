"""Strategies for regions, and calls about regions that are almost right."""

from collections.abc import Callable
from functools import cache
from typing import Any, Final, cast

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core import regions
from pmm_core.errors import PmmError
from pmm_core.regions import Kabupaten, KabupatenCode, Province, ProvinceCode, RegionKind
from pmm_core.testing._near_miss import NearMiss
from pmm_core.testing._shared import check_strategies


def provinces() -> st.SearchStrategy[Province]:
    """Generate the bundled provinces (provinsi); shrinks to Aceh, the first.

    Returns:
        A strategy for provinces.

    >>> from hypothesis import given
    >>> @given(provinces())
    ... def law(province):
    ...     assert province.size > 0
    >>> law()
    """
    return st.sampled_from(regions.provinces())


def kabupatens(
    *, province: Province | str | None = None, kind: RegionKind | None = None
) -> st.SearchStrategy[Kabupaten]:
    """Generate the bundled kabupaten and kota; shrinks to the one with the lowest code.

    Args:
        province: only those of this province, given as a value or as `pmm_core.regions.find_province` reads it.
        kind: only kabupaten, or only kota.

    Returns:
        A strategy for kabupaten and kota; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind,
        for a province that there is not, and where no bundled region meets the conditions.

    >>> from hypothesis import given
    >>> @given(kabupatens(province="Jawa Tengah"))
    ... def law(kabupaten):
    ...     assert kabupaten.key.startswith("33.")
    >>> law()
    """
    if province is None and kind is None:
        return st.sampled_from(regions.kabupatens())
    return st.deferred(lambda: _some(province, kind))


def _some(province: Province | str | None, kind: RegionKind | None) -> st.SearchStrategy[Kabupaten]:
    try:
        rows = regions.kabupatens(province=province, kind=kind)
    except PmmError as error:
        raise InvalidArgument(str(error)) from error
    if not rows:
        raise InvalidArgument("no bundled kabupaten or kota meets these conditions")
    return st.sampled_from(rows)


def province_codes() -> st.SearchStrategy[ProvinceCode]:
    """Generate codes of provinces that have the right form, whether a province has them or not.

    Returns:
        A strategy for codes; shrinks to the lowest.

    >>> from hypothesis import given
    >>> @given(province_codes())
    ... def law(code):
    ...     assert ProvinceCode.parse(str(code)) == code
    >>> law()
    """
    return st.integers(10, 99).map(lambda number: ProvinceCode(str(number)))


def kabupaten_codes() -> st.SearchStrategy[KabupatenCode]:
    """Generate codes of kabupaten and kota that have the right form, whether a region has them or not.

    Returns:
        A strategy for codes; shrinks to the lowest.

    >>> from hypothesis import given
    >>> @given(kabupaten_codes())
    ... def law(code):
    ...     assert code.text.startswith(code.province.text)
    >>> law()
    """
    return st.builds(_code, st.integers(10, 99), st.sampled_from((*range(1, 70), *range(71, 100))))


def _code(province: int, own: int) -> KabupatenCode:
    return KabupatenCode(f"{province}.{own:02}")


def region_spellings(
    *, kabupaten: st.SearchStrategy[Kabupaten] | None = None
) -> st.SearchStrategy[tuple[str, Kabupaten]]:
    """Generate pairs of a text and the one region that it names, in every form in which people write it.

    The forms: code and former codes; official and short name; the name with every kind word; the bare name where only
    one region has it; other spellings with and without a kind word; each in other cases, with other blanks, and with
    letters and digits only.

    Args:
        kabupaten: where the regions come from, bundled ones only; all of them where it is left out.

    Returns:
        A strategy for pairs; shrinks to the official name of the first region.  Drawing from it raises
        ``InvalidArgument`` for anything but a strategy.

    >>> from hypothesis import given
    >>> @given(region_spellings())
    ... def law(pair):
    ...     assert regions.find(pair[0]) == pair[1]
    >>> law()
    """
    return _spelled(kabupaten)


@st.composite
def _spelled(draw: st.DrawFn, rows: st.SearchStrategy[Kabupaten] | None) -> tuple[str, Kabupaten]:
    check_strategies(kabupaten=rows)
    kabupaten = draw(kabupatens() if rows is None else rows)
    codes = _codes(kabupaten)
    text = draw(st.sampled_from((*_names(kabupaten), *codes)))
    change = draw(st.sampled_from(_CHANGES))
    return text if text in codes else change(text), kabupaten


def _same(text: str) -> str:
    return text


def _padded(text: str) -> str:
    return f"  {text.replace(' ', '   ')}\n"


def _joined(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _underlined(text: str) -> str:
    return text.replace(" ", "_")


_CHANGES: Final[tuple[Callable[[str], str], ...]] = (
    _same,
    str.upper,
    str.lower,
    str.swapcase,
    _padded,
    _joined,
    _underlined,
)


@cache
def _names(kabupaten: Kabupaten) -> tuple[str, ...]:
    words = ("Kabupaten", "Kab.", "Kab") if kabupaten.kind is RegionKind.KABUPATEN else ("Kota", "Kotamadya", "Kodya")
    others = tuple(alias.text for alias in regions.aliases() if alias.kabupaten == kabupaten)
    alone = sum(row.name == kabupaten.name for row in regions.kabupatens()) == 1
    return (
        kabupaten.official_name,
        kabupaten.short_name,
        *((kabupaten.name,) if alone else ()),
        *(f"{word} {name}" for word in words for name in (kabupaten.name, *others)),
        *others,
        f"{kabupaten.official_name} ({kabupaten.province.name})",
    )


@cache
def _codes(kabupaten: Kabupaten) -> tuple[str, ...]:
    former = tuple(each.code.text for each in regions.former_codes() if each.kabupaten == kabupaten)
    return (kabupaten.key, f" {kabupaten.key} ", *former)


def _kabupaten(**changes: Any) -> Kabupaten:
    batang = regions.find("33.25")
    fields: dict[str, Any] = {
        "code": batang.code,
        "name": batang.name,
        "kind": batang.kind,
        "province": batang.province,
        "kecamatan_count": batang.kecamatan_count,
    }
    return Kabupaten(**(fields | changes))


_ANY: Final = cast("Any", regions)  # the door without its types, for calls that a type checker would refuse

REGION_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    NearMiss("unknown-region", "a name that no region has", lambda: regions.find("Atlantis")),
    NearMiss("unknown-region", "Batang is a kabupaten only", lambda: regions.find("Kota Batang")),
    NearMiss("unknown-region", "a code of the right form that no region has", lambda: regions.find("33.99")),
    NearMiss("unknown-region", "a code in Arabic-Indic digits", lambda: regions.find("٣٣.٢٥")),
    NearMiss("unknown-region", "the kind word alone", lambda: regions.find("Kabupaten")),
    NearMiss("unknown-region", "a province that there is not", lambda: regions.find_province("Jawa Selatan")),
    NearMiss("unknown-region", "a list within no province", lambda: regions.kabupatens(province="Jawa Selatan")),
    NearMiss("ambiguous-region", "a kabupaten and a kota in one province", lambda: regions.find("Blitar")),
    NearMiss("ambiguous-region", "a kabupaten and a kota in two provinces", lambda: regions.find("Banjar")),
    NearMiss("ambiguous-region", "the province does not decide", lambda: regions.find("Tegal", province="33")),
    NearMiss("code-system", "Batang for Kemendagri, maybe another for BPS", lambda: regions.find("3325")),
    NearMiss("code-system", "Aceh Selatan or Simeulue", lambda: KabupatenCode.parse("1101")),
    NearMiss(
        "code-system",
        "codes of BPS are not bundled",
        lambda: KabupatenCode.parse("3325", system=regions.CodeSystem.BPS),
    ),
    NearMiss("kind-mismatch", "33.25 is a kabupaten", lambda: regions.find("33.25", kind=RegionKind.KOTA)),
    NearMiss("kind-mismatch", "code and kind of one value", lambda: _kabupaten(kind=RegionKind.KOTA)),
    NearMiss("province-mismatch", "33.25 lies in Jawa Tengah", lambda: regions.find("33.25", province="Jawa Timur")),
    NearMiss(
        "province-mismatch",
        "code and province of one value",
        lambda: _kabupaten(province=regions.find_province("Jawa Timur")),
    ),
    NearMiss("malformed", "a leading zero", lambda: ProvinceCode("03")),
    NearMiss("malformed", "blanks are for parse", lambda: KabupatenCode(" 33.25")),
    NearMiss("malformed", "70 is neither kabupaten nor kota", lambda: KabupatenCode("33.70")),
    NearMiss("malformed", "a zero lost on the way through a number", lambda: KabupatenCode.parse("11.1")),
    NearMiss("malformed", "Arabic-Indic digits", lambda: KabupatenCode.parse("٣٣.٢٥")),
    NearMiss("malformed", "two lines", lambda: _kabupaten(name="Batang\nHari")),
    NearMiss("malformed", "blanks around the name", lambda: _kabupaten(name=" Batang")),
    NearMiss("wrong-type", "a code read as a number", lambda: _ANY.find(33.25)),
    NearMiss("wrong-type", "four digits read as a number", lambda: _ANY.KabupatenCode.parse(3325)),
    NearMiss("wrong-type", "nothing", lambda: _ANY.find(None)),
    NearMiss("wrong-type", "the text of a kind", lambda: _ANY.find("Blitar", kind="kota")),
    NearMiss("wrong-type", "the text of a code in a value", lambda: _kabupaten(code="33.25")),
    NearMiss("empty", "no name", lambda: regions.find("")),
    NearMiss("empty", "only blanks", lambda: regions.find_province("  ")),
    NearMiss("empty", "no code", lambda: KabupatenCode.parse("\t")),
    NearMiss("empty", "a region without a name", lambda: _kabupaten(name="")),
    NearMiss("too-small", "no kecamatan at all", lambda: _kabupaten(kecamatan_count=0)),
    NearMiss("bool-for-int", "a yes for a number", lambda: _kabupaten(kecamatan_count=True)),
    NearMiss("float-for-exact", "a number of kecamatan with a point", lambda: _kabupaten(kecamatan_count=15.0)),
)
