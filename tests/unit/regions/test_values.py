"""Province, Kabupaten and the small values: construction, refusal, and what every value of the library can do."""

import copy
import pickle
from typing import Any, cast

import attrs
import pytest

from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.regions import (
    IslandGroup,
    Kabupaten,
    KabupatenCode,
    MatchedBy,
    Province,
    ProvinceCode,
    RegionKind,
    Resolution,
    TimeZone,
    aliases,
    find,
    find_province,
    former_codes,
)

ANY_KABUPATEN = cast("Any", Kabupaten)
ANY_PROVINCE = cast("Any", Province)

BATANG = find("33.25")
JATENG = BATANG.province


def province(**changes: object) -> Province:
    fields = {
        "code": ProvinceCode("98"),
        "name": "Pulau Uji",
        "island_group": IslandGroup.JAWA,
        "timezone": TimeZone.WIB,
    }
    built: Province = ANY_PROVINCE(**(fields | changes))
    return built


def kabupaten(**changes: object) -> Kabupaten:
    fields = {"code": KabupatenCode("98.01"), "name": "Contoh", "kind": RegionKind.KABUPATEN, "province": province()}
    built: Kabupaten = ANY_KABUPATEN(**(fields | changes))
    return built


PAIRS: list[tuple[Any, Any, Any]] = [
    (ProvinceCode("33"), ProvinceCode("33"), ProvinceCode("34")),
    (KabupatenCode("33.25"), KabupatenCode("33.25"), KabupatenCode("33.26")),
    (province(), province(), province(name="Pulau Lain")),
    (kabupaten(), kabupaten(), kabupaten(kecamatan_count=3)),
    (Resolution(BATANG, MatchedBy.CODE), Resolution(BATANG, MatchedBy.CODE), Resolution(BATANG, MatchedBy.NAME)),
    (aliases()[0], copy.copy(aliases()[0]), aliases()[1]),
    (former_codes()[0], copy.copy(former_codes()[0]), former_codes()[1]),
]


@pytest.mark.parametrize(("value", "twin", "other"), PAIRS)
def test_values_compare_by_what_they_hold(value: object, twin: object, other: object) -> None:
    assert value == twin
    assert twin == value
    assert hash(value) == hash(twin)
    assert value != other
    assert other != value
    assert value != "33"
    assert len({value, twin, other}) == 2


@pytest.mark.parametrize(("value", "_twin", "_other"), PAIRS)
def test_values_are_copied_and_pickled_whole(value: Any, _twin: object, _other: object) -> None:
    copies = [copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value)), attrs.evolve(value)]  # noqa: S301 -- our own bytes
    for each in copies:
        assert each == value
        assert hash(each) == hash(value)
        assert repr(each) == repr(value)


@pytest.mark.parametrize(("value", "_twin", "_other"), PAIRS)
def test_values_are_frozen(value: Any, _twin: object, _other: object) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, value.__slots__[0], None)


def test_codes_are_ordered_by_their_text_and_regions_are_not() -> None:
    assert KabupatenCode("11.10") > KabupatenCode("11.09")
    assert ProvinceCode("11") < ProvinceCode("12")
    with pytest.raises(TypeError):
        sorted(cast("Any", [BATANG, find("33.01")]))


def test_the_key_survives_a_changed_copy() -> None:
    changed = attrs.evolve(BATANG, code=KabupatenCode("33.26"))
    assert changed.key == "33.26"
    assert pickle.loads(pickle.dumps(changed)).key == "33.26"  # noqa: S301 -- our own bytes


def test_a_changed_copy_is_checked_again() -> None:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(BATANG, kind=RegionKind.KOTA)
    assert caught.value.codes == ("kind-mismatch",)


def test_the_names_of_a_kabupaten() -> None:
    assert str(BATANG) == "Kabupaten Batang"
    assert BATANG.official_name == "Kabupaten Batang"
    assert BATANG.short_name == "Kab. Batang"
    assert repr(BATANG) == "<Kabupaten 33.25 Kabupaten Batang>"


@pytest.mark.parametrize(
    ("code", "official", "short"),
    [
        ("35.72", "Kota Blitar", "Kota Blitar"),
        ("31.01", "Kabupaten Administrasi Kepulauan Seribu", "Kab. Kepulauan Seribu"),
        ("31.71", "Kota Administrasi Jakarta Pusat", "Kota Jakarta Pusat"),
        ("13.07", "Kabupaten Lima Puluh Kota", "Kab. Lima Puluh Kota"),
        ("63.02", "Kabupaten Kotabaru", "Kab. Kotabaru"),
        ("71.74", "Kota Kotamobagu", "Kota Kotamobagu"),
    ],
)
def test_the_kind_word_stands_before_the_name(code: str, official: str, short: str) -> None:
    assert find(code).official_name == official
    assert find(code).short_name == short


def test_a_kabupaten_lies_where_its_province_lies() -> None:
    assert BATANG.island_group is IslandGroup.JAWA
    assert BATANG.timezone is TimeZone.WIB
    assert find("Penajam Paser Utara").timezone is TimeZone.WITA
    assert find("Barito Timur").timezone is TimeZone.WIB
    assert find("Merauke").timezone is TimeZone.WIT


def test_the_names_of_a_province() -> None:
    assert str(JATENG) == "Jawa Tengah"
    assert JATENG.official_name == "Provinsi Jawa Tengah"
    assert repr(JATENG) == "<Province 33 Jawa Tengah>"
    assert JATENG.key == "33"


def test_the_size_of_a_province_comes_from_the_table() -> None:
    assert JATENG.size == 35
    assert find_province("Jambi").size == 11
    assert BATANG in JATENG.kabupatens


def test_regions_of_ones_own_have_no_rows() -> None:
    assert province().kabupatens == ()
    assert province().size == 0
    assert province(code=ProvinceCode("33")).size == 0  # equal in its code only
    assert kabupaten().kecamatan_count is None
    assert str(kabupaten()) == "Kabupaten Contoh"


def test_from_four_fields_on_arguments_are_named() -> None:
    with pytest.raises(TypeError):
        ANY_PROVINCE(ProvinceCode("98"), "Pulau Uji", IslandGroup.JAWA, TimeZone.WIB)
    with pytest.raises(TypeError):
        ANY_KABUPATEN(KabupatenCode("98.01"), "Contoh", RegionKind.KABUPATEN, province())


def test_all_problems_of_a_kabupaten_are_told_at_once() -> None:
    with pytest.raises(InvalidValueError) as caught:
        kabupaten(name=" ", kind=RegionKind.KOTA, province=JATENG, kecamatan_count=0)
    assert caught.value.subject == "Kabupaten"
    assert [(problem.path, problem.code) for problem in caught.value.problems] == [
        ("name", "empty"),
        ("kind", "kind-mismatch"),
        ("province", "province-mismatch"),
        ("kecamatan_count", "too-small"),
    ]


def test_every_field_of_a_kabupaten_has_its_kind() -> None:
    with pytest.raises(WrongTypeError) as caught:
        ANY_KABUPATEN(code="33.25", name=3, kind="kota", province="33", kecamatan_count=True)
    assert [(problem.path, problem.code) for problem in caught.value.problems] == [
        ("code", "wrong-type"),
        ("name", "wrong-type"),
        ("kind", "wrong-type"),
        ("province", "wrong-type"),
        ("kecamatan_count", "bool-for-int"),
    ]


def test_every_field_of_a_province_has_its_kind() -> None:
    with pytest.raises(WrongTypeError) as caught:
        ANY_PROVINCE(code="33", name=None, island_group="jawa", timezone="wib")
    assert [problem.path for problem in caught.value.problems] == ["code", "name", "island_group", "timezone"]
    assert caught.value.codes == ("wrong-type",)


@pytest.mark.parametrize("name", [" Contoh", "Contoh ", "Con  toh", "Con\ntoh", "Con\x00toh", "Con\u200etoh"])
def test_a_name_is_one_tidy_line(name: str) -> None:
    for build in (province, kabupaten):
        with pytest.raises(InvalidValueError, match="one line") as caught:
            build(name=name)
        assert caught.value.codes == ("malformed",)
