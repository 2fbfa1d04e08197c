"""Listing the bundled regions."""

from typing import Any, cast

import pytest

from pmm_core import regions
from pmm_core.errors import InvalidValueError, UnknownNameError, WrongTypeError
from pmm_core.regions import IslandGroup, Province, ProvinceCode, RegionKind, TimeZone, find, kabupatens, provinces

ANY = cast("Any", regions)


def test_all_of_them() -> None:
    assert len(provinces()) == 38
    assert len(kabupatens()) == 514
    assert provinces() is provinces()


def test_those_of_a_province() -> None:
    jateng = find("33.25").province
    assert jateng.kabupatens == kabupatens(province=jateng)
    assert jateng.kabupatens == kabupatens(province="Jateng")
    assert jateng.kabupatens == kabupatens(province="33")


def test_conditions_add_up() -> None:
    assert [row.key for row in kabupatens(province="33", kind=RegionKind.KOTA)] == [f"33.{n}" for n in range(71, 77)]
    assert kabupatens(province="33", island_group=IslandGroup.PAPUA) == ()
    assert len(kabupatens(island_group=IslandGroup.BALI_DAN_NUSA_TENGGARA)) == 9 + 10 + 22
    assert len(kabupatens(kind=RegionKind.KABUPATEN)) == 416


def test_a_province_of_ones_own_has_none() -> None:
    own = Province(code=ProvinceCode("98"), name="Pulau Uji", island_group=IslandGroup.JAWA, timezone=TimeZone.WIB)
    assert kabupatens(province=own) == ()


def test_an_unknown_province_is_told() -> None:
    with pytest.raises(UnknownNameError) as caught:
        kabupatens(province="Jawa Selatan")
    assert caught.value.kind == "province"
    with pytest.raises(InvalidValueError) as empty:
        kabupatens(province=" ")
    assert empty.value.codes == ("empty",)


def test_conditions_of_the_wrong_kind_are_told_together() -> None:
    with pytest.raises(WrongTypeError) as caught:
        ANY.kabupatens(province=33, island_group="jawa", kind="kota")
    assert [problem.path for problem in caught.value.problems] == ["province", "island_group", "kind"]
    assert caught.value.codes == ("wrong-type",)
