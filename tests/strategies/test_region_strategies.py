"""The strategies for regions: only valid values, every form reached, the simplest first, no filtering."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import pytest
from hypothesis import HealthCheck, find as simplest, given, settings, strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.errors import Code, PmmError, codes
from pmm_core.regions import (
    Kabupaten,
    KabupatenCode,
    MatchedBy,
    Province,
    ProvinceCode,
    RegionKind,
    find,
    find_province,
    kabupatens as all_kabupatens,
    provinces as all_provinces,
    resolve,
)
from pmm_core.testing import _regions as regions_testing
from pmm_core.testing._near_miss import NearMiss
from pmm_core.testing._regions import (
    REGION_NEAR_MISSES,
    kabupaten_codes,
    kabupatens,
    province_codes,
    provinces,
    region_spellings,
)

T = TypeVar("T")
STRICT = settings(suppress_health_check=[], max_examples=200)  # a strategy that filters or dawdles fails here


@given(provinces())
def test_provinces_are_bundled(province: Province) -> None:
    assert province in all_provinces()


@given(st.data())
def test_kabupatens_meet_their_conditions(data: st.DataObject) -> None:
    province = data.draw(provinces())
    kabupaten = data.draw(kabupatens(province=province))
    assert province == kabupaten.province
    assert data.draw(kabupatens(kind=RegionKind.KOTA)).kind is RegionKind.KOTA


@STRICT
@given(region_spellings())
def test_spellings_find_their_region(pair: tuple[str, Kabupaten]) -> None:
    assert pair[1] is find(pair[0])


@given(region_spellings(kabupaten=kabupatens(province="Jambi")))
def test_spellings_of_some_regions(pair: tuple[str, Kabupaten]) -> None:
    assert pair[1].province.name == "Jambi"


def test_every_form_of_every_region_is_sound() -> None:
    for row in all_kabupatens():
        for text in regions_testing._codes(row):
            assert row is find(text)
        for name in regions_testing._names(row):
            for change in regions_testing._CHANGES:
                assert row is find(change(name))


@pytest.mark.parametrize("matched", MatchedBy)
def test_spellings_reach_every_way_of_matching(matched: MatchedBy) -> None:
    text, kabupaten = simplest(
        region_spellings(),
        lambda pair: resolve(pair[0]).matched is matched,
        settings=settings(
            max_examples=5_000, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], database=None
        ),
    )
    assert kabupaten is find(text)


def first(strategy: st.SearchStrategy[T], condition: Callable[[T], bool] = lambda _: True) -> T:
    """The simplest example; no database, since Hypothesis would file all these conditions under one key."""
    return simplest(strategy, condition, settings=settings(database=None))


def test_the_simplest_come_first() -> None:
    assert all_provinces()[0] is first(provinces())
    assert all_kabupatens()[0] is first(kabupatens())
    assert all_kabupatens(kind=RegionKind.KOTA)[0] is first(kabupatens(kind=RegionKind.KOTA))
    assert ProvinceCode("10") == first(province_codes())
    assert KabupatenCode("10.01") == first(kabupaten_codes())
    assert KabupatenCode("10.71") == first(kabupaten_codes(), lambda code: code.kind is RegionKind.KOTA)
    assert ("Kabupaten Aceh Selatan", find("11.01")) == first(region_spellings())


@given(province_codes(), kabupaten_codes())
def test_codes_are_well_formed(province: ProvinceCode, kabupaten: KabupatenCode) -> None:
    assert ProvinceCode.is_valid(province.text)
    assert KabupatenCode.is_valid(kabupaten.text)


WRONG: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
    "unknown province: 'Jawa Selatan'": lambda: kabupatens(province="Jawa Selatan"),
    "kind: must be a RegionKind": lambda: kabupatens(kind=cast("Any", "kota")),
    "meets these conditions": lambda: kabupatens(province=find_province("Papua Selatan"), kind=RegionKind.KOTA),
    "kabupaten must be a strategy, not list": lambda: region_spellings(kabupaten=cast("Any", [find("33.25")])),
}


@pytest.mark.parametrize("message", WRONG)
def test_arguments_are_checked_when_drawn(message: str) -> None:
    strategy = WRONG[message]()
    with pytest.raises(InvalidArgument) as caught:
        first(strategy)
    assert message in str(caught.value)


@pytest.mark.parametrize("miss", REGION_NEAR_MISSES, ids=lambda miss: f"{miss.code}: {miss.why}")
def test_near_misses_are_refused_for_their_code(miss: NearMiss) -> None:
    with pytest.raises(PmmError) as caught:
        miss.provoke()
    assert miss.code in caught.value.codes


def test_near_misses_cover_every_code_of_the_regions() -> None:
    listed: tuple[Code, ...] = tuple(codes())
    regional = {
        "unknown-region",
        "ambiguous-region",
        "code-system",
        "kind-mismatch",
        "province-mismatch",
        "malformed",
        "wrong-type",
        "empty",
        "too-small",
        "bool-for-int",
        "float-for-exact",
    }
    assert regional == {miss.code for miss in REGION_NEAR_MISSES}
    assert regional <= {code.text for code in listed}
