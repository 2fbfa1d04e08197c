"""The bundled region tables: header, rows, shape of every cell, and what they say together."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

import pmm_core.regions
from pmm_core.regions import (
    ATTRIBUTION,
    DATA_VERSION,
    IslandGroup,
    MatchedBy,
    RegionKind,
    TimeZone,
    aliases,
    find,
    former_codes,
    kabupatens,
    provinces,
    resolve,
)

DATA = Path(str(pmm_core.regions.__file__)).parent / "data"

SHARED = [
    "Solok",
    "Bogor",
    "Sukabumi",
    "Bandung",
    "Tasikmalaya",
    "Cirebon",
    "Bekasi",
    "Magelang",
    "Semarang",
    "Pekalongan",
    "Tegal",
    "Blitar",
    "Kediri",
    "Malang",
    "Probolinggo",
    "Pasuruan",
    "Mojokerto",
    "Madiun",
    "Tangerang",
    "Serang",
    "Bima",
    "Kupang",
    "Gorontalo",
    "Jayapura",
    "Sorong",
    "Banjar",
]

WITA = ["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"]
WIT = ["81", "82", "91", "92", "93", "94", "95", "96"]


def cells(name: str) -> list[list[str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def folded(text: str) -> str:
    return text.casefold()


@pytest.mark.parametrize(
    ("name", "header", "rows"),
    [
        (
            "kabupaten_kota.csv",
            "code,name,kind,province_code,province_name,island_group,timezone,kecamatan_count",
            514,
        ),
        ("kabupaten_aliases.csv", "alias,code,source", 125),
        ("kabupaten_former_codes.csv", "former_code,code,name,kind,law,source", 26),
    ],
)
def test_header_and_number_of_rows(name: str, header: str, rows: int) -> None:
    table = cells(name)
    assert header.split(",") == table[0]
    assert rows == len(table) - 1
    assert all(len(row) == len(table[0]) for row in table)
    assert all(cell and cell == cell.strip() for row in table for cell in row)


def test_codes_have_the_dotted_form_in_every_table() -> None:
    texts = [row[0] for row in cells("kabupaten_kota.csv")[1:]]
    texts += [row[1] for row in cells("kabupaten_aliases.csv")[1:]]
    texts += [cell for row in cells("kabupaten_former_codes.csv")[1:] for cell in row[:2]]
    assert all(re.fullmatch(r"[1-9][0-9]\.[0-9]{2}", text) for text in texts)


def test_the_values_say_what_the_rows_say() -> None:
    said = [
        [
            row.key,
            row.name,
            row.kind.value,
            row.province.key,
            row.province.name,
            row.island_group.label_id,
            row.timezone.name,
            str(row.kecamatan_count),
        ]
        for row in kabupatens()
    ]
    assert cells("kabupaten_kota.csv")[1:] == said
    assert cells("kabupaten_aliases.csv")[1:] == [[each.text, each.kabupaten.key, each.source] for each in aliases()]
    assert [row[:5] for row in cells("kabupaten_former_codes.csv")[1:]] == [
        [each.code.text, each.kabupaten.key, each.kabupaten.name, each.kabupaten.kind.value, each.law]
        for each in former_codes()
    ]


def test_514_are_416_and_98_in_38_provinces() -> None:
    kinds = Counter(row.kind for row in kabupatens())
    assert (416, 98, 514) == (kinds[RegionKind.KABUPATEN], kinds[RegionKind.KOTA], len(kabupatens()))
    assert 38 == len(provinces())


def test_7285_kecamatan() -> None:
    assert 7285 == sum(row.kecamatan_count or 0 for row in kabupatens())


def test_codes_are_unique_and_in_order() -> None:
    keys = [row.key for row in kabupatens()]
    assert sorted(set(keys)) == keys
    codes = [province.key for province in provinces()]
    assert sorted(set(codes)) == codes


def test_the_kind_agrees_with_the_last_two_digits() -> None:
    for row in kabupatens():
        assert (row.kind is RegionKind.KOTA) == (int(row.key[3:]) >= 71)


def test_name_and_kind_are_a_key_and_26_names_are_not() -> None:
    assert 514 == len({(folded(row.name), row.kind) for row in kabupatens()})
    names = Counter(row.name for row in kabupatens())
    assert sorted(SHARED) == sorted(name for name, count in names.items() if count == 2)
    assert 2 == max(names.values())


def test_only_banjar_is_shared_across_provinces() -> None:
    apart = {name for name in SHARED if len({row.province for row in kabupatens() if row.name == name}) == 2}
    assert {"Banjar"} == apart


def test_the_squashed_key_makes_no_new_collision() -> None:
    keys = Counter(re.sub(r"[^a-z0-9]", "", row.name.lower()) for row in kabupatens())
    assert 514 - 26 == len(keys)


def test_every_alias_names_one_region_and_is_no_official_name() -> None:
    texts = [folded(alias.text) for alias in aliases()]
    assert len(set(texts)) == len(texts)
    names = {folded(row.name) for row in kabupatens()} | {folded(str(row)) for row in kabupatens()}
    assert names.isdisjoint(texts)


def test_squashing_alone_solves_41_of_the_aliases() -> None:
    names = {re.sub(r"[^a-z0-9]", "", row.name.lower()): row for row in kabupatens()}
    solved = [each for each in aliases() if names.get(re.sub(r"[^a-z0-9]", "", each.text.lower())) == each.kabupaten]
    assert 41 == len(solved)


@pytest.mark.parametrize("alias", aliases(), ids=lambda alias: alias.text)
def test_every_alias_is_found(alias: pmm_core.regions.Alias) -> None:
    found = resolve(alias.text)
    assert alias.kabupaten is found.kabupaten
    assert MatchedBy.ALIAS is found.matched
    assert alias.source in found.note


@pytest.mark.parametrize("former", former_codes(), ids=lambda former: former.code.text)
def test_every_former_code_is_found_and_is_nobodys_today(former: pmm_core.regions.FormerCode) -> None:
    found = resolve(former.code.text)
    assert former.kabupaten is found.kabupaten
    assert MatchedBy.FORMER_CODE is found.matched
    assert former.law in found.note
    assert former.code.text not in {row.key for row in kabupatens()}


def test_the_former_codes_rest_on_four_laws() -> None:
    assert {"UU 14/2022", "UU 15/2022", "UU 16/2022", "UU 29/2022"} == {former.law for former in former_codes()}


def test_the_time_zone_of_every_province() -> None:
    for province in provinces():
        expected = TimeZone.WITA if province.key in WITA else TimeZone.WIT if province.key in WIT else TimeZone.WIB
        assert expected is province.timezone


def test_the_island_group_follows_the_first_digit() -> None:
    groups = {"1": 0, "2": 0, "3": 1, "5": 2, "6": 3, "7": 4, "8": 5, "9": 6}
    for province in provinces():
        assert list(IslandGroup)[groups[province.key[0]]] is province.island_group


def test_the_sizes_that_the_articles_name() -> None:
    sizes = {province.name: province.size for province in provinces()}
    assert (35, 11) == (sizes["Jawa Tengah"], sizes["Jambi"])
    assert 514 == sum(sizes.values())


def test_the_regions_of_the_articles() -> None:
    found = [find(name) for name in ("Batang", "Batanghari", "Barito Timur", "Penajam Paser Utara")]
    assert ["33.25", "15.04", "62.13", "64.09"] == [row.key for row in found]
    assert ["35.05", "35.72"] == [find(name).key for name in ("Kabupaten Blitar", "Kota Blitar")]


def test_version_and_attribution_are_printed_with_the_data() -> None:
    text = (DATA / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert ATTRIBUTION in text
    assert "Kepmendagri 300.2.2-2138/2025" == DATA_VERSION
    assert "300.2.2-2138" in ATTRIBUTION
    assert "MIT" in text
    assert "CC0" in text
