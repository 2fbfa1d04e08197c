"""Finding a kabupaten or kota: each verb, each refusal, each hazard that is known."""

from typing import Any, cast

import pytest

from pmm_core import regions
from pmm_core.errors import AmbiguousNameError, InvalidValueError, UnknownNameError, WrongTypeError
from pmm_core.regions import (
    IslandGroup,
    Kabupaten,
    KabupatenCode,
    MatchedBy,
    Province,
    ProvinceCode,
    RegionKind,
    TimeZone,
    find,
    resolve,
)

ANY = cast("Any", regions)


@pytest.mark.parametrize(
    ("key", "matched", "text"),
    [
        ("33.25", MatchedBy.CODE, "33.25"),
        ("33.25", MatchedBy.CODE, " 33.25\n"),
        ("11.10", MatchedBy.CODE, "11.10"),
        ("93.01", MatchedBy.FORMER_CODE, "91.01"),
        ("96.71", MatchedBy.FORMER_CODE, "92.71"),
        ("33.25", MatchedBy.OFFICIAL_NAME, "Kab. Batang"),
        ("33.25", MatchedBy.OFFICIAL_NAME, "KABUPATEN  BATANG"),
        ("33.25", MatchedBy.OFFICIAL_NAME, "kab batang"),
        ("33.25", MatchedBy.OFFICIAL_NAME, "Kabupaten\u00a0Batang"),
        ("35.72", MatchedBy.OFFICIAL_NAME, "Kota Blitar"),
        ("35.72", MatchedBy.OFFICIAL_NAME, "Kotamadya Blitar"),
        ("35.72", MatchedBy.OFFICIAL_NAME, "Kodya Blitar"),
        ("35.05", MatchedBy.OFFICIAL_NAME, "Kab. Blitar"),
        ("31.71", MatchedBy.OFFICIAL_NAME, "Kota Administrasi Jakarta Pusat"),
        ("31.71", MatchedBy.OFFICIAL_NAME, "Kota Adm. Jakarta Pusat"),
        ("31.71", MatchedBy.OFFICIAL_NAME, "Kota Jakarta Pusat"),
        ("31.71", MatchedBy.OFFICIAL_NAME, "Adm. Jakarta Pusat"),
        ("31.01", MatchedBy.ALIAS, "Kab. Adm. Kep. Seribu"),
        ("32.79", MatchedBy.OFFICIAL_NAME, "Kota Banjar (Jawa Barat)"),
        ("63.03", MatchedBy.OFFICIAL_NAME, "Kabupaten Banjar (Kalimantan Selatan)"),
        ("33.25", MatchedBy.NAME, "Batang"),
        ("63.02", MatchedBy.NAME, "Kotabaru"),
        ("71.74", MatchedBy.NAME, "Kotamobagu"),
        ("62.01", MatchedBy.NAME, "Kotawaringin Barat"),
        ("13.07", MatchedBy.NAME, "Lima Puluh Kota"),
        ("13.07", MatchedBy.ALIAS, "50 Kota"),
        ("15.04", MatchedBy.ALIAS, "Batang Hari"),
        ("15.04", MatchedBy.ALIAS, "Kab. Batang Hari"),
        ("12.12", MatchedBy.ALIAS, "Kab. Toba Samosir"),
        ("21.72", MatchedBy.ALIAS, "Kota Tanjungpinang"),
        ("62.13", MatchedBy.ALIAS, "bartim"),
        ("64.09", MatchedBy.ALIAS, "PPU"),
        ("63.02", MatchedBy.ALIAS, "Kota Baru"),
        ("63.02", MatchedBy.ALIAS, "Kab. Kota Baru"),
        ("63.02", MatchedBy.SQUASHED, "kota-baru"),
        ("15.04", MatchedBy.SQUASHED, "batang-hari"),
        ("33.25", MatchedBy.SQUASHED, "KabBatang"),
        ("33.25", MatchedBy.SQUASHED, "Kab.Batang"),
        ("92.03", MatchedBy.SQUASHED, "kab_fak_fak"),
        ("13.07", MatchedBy.ALIAS, "５０ Kota"),
    ],
)
def test_what_people_write(key: str, matched: MatchedBy, text: str) -> None:
    found = resolve(text)
    assert (key, matched) == (found.kabupaten.key, found.matched)
    assert key == find(text).key


def test_a_former_code_says_what_became_of_it() -> None:
    assert "former code 91.01 of Kabupaten Merauke, 93.01 since UU 14/2022" == resolve("91.01").note
    assert "93.01" == find(KabupatenCode("91.01")).key


def test_an_alias_says_where_it_was_seen() -> None:
    assert (
        "another spelling of Kabupaten Toba (renamed: PP 14/2020; in Permendagri 72/2019)"
        == resolve("Toba Samosir").note
    )


def test_a_code_and_a_name_need_no_note() -> None:
    assert "" == resolve("33.25").note
    assert "" == resolve("Batang").note
    assert "letters and digits agree with Kabupaten Batang" == resolve("kab-batang").note


def test_a_code_value_is_looked_up_and_a_region_given_back() -> None:
    batang = find("33.25")
    assert batang is find(KabupatenCode("33.25"))
    assert batang is find(batang)
    assert MatchedBy.CODE is resolve(batang).matched


def test_a_region_of_ones_own_is_given_back() -> None:
    own_province = Province(
        code=ProvinceCode("98"), name="Pulau Uji", island_group=IslandGroup.JAWA, timezone=TimeZone.WIB
    )
    own = Kabupaten(code=KabupatenCode("98.01"), name="Contoh", kind=RegionKind.KABUPATEN, province=own_province)
    assert own is find(own)
    assert own is find(own, kind=RegionKind.KABUPATEN, province=own_province)
    with pytest.raises(UnknownNameError):
        find(own.code)


def test_the_kind_decides_between_two() -> None:
    assert "35.05" == find("Blitar", kind=RegionKind.KABUPATEN).key
    assert "35.72" == find("blitar", kind=RegionKind.KOTA).key


def test_the_province_decides_between_two() -> None:
    assert "32.79" == find("Banjar", province="Jawa Barat").key
    assert "63.03" == find("Banjar", province=find("63.03").province).key


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Blitar", ("Kabupaten Blitar", "Kota Blitar")),
        ("  blitar ", ("Kabupaten Blitar", "Kota Blitar")),
        ("Banjar", ("Kota Banjar (Jawa Barat)", "Kabupaten Banjar (Kalimantan Selatan)")),
        ("bli-tar", ("Kabupaten Blitar", "Kota Blitar")),
    ],
)
def test_a_shared_name_is_never_picked(text: str, candidates: tuple[str, ...]) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        find(text)
    assert ("kabupaten", repr(text), candidates) == (caught.value.kind, caught.value.text, caught.value.candidates)
    assert ("ambiguous-region",) == caught.value.codes
    assert len({find(candidate) for candidate in candidates}) == 2


def test_the_message_of_a_shared_name() -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        find("Blitar", province="Jatim")
    message = "ambiguous kabupaten: 'Blitar' can be Kabupaten Blitar or Kota Blitar [ambiguous-region]"
    assert message == str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "Atlantis",
        "Kota Batang",
        "Kabupaten Kotamobagu",
        "Kab. Sungai Penuh",
        "Kota Waringin Barat",
        "Kota Administrasi Blitar",
        "Kotamadya Baru",
        "Kota Banjar (Kalimantan Selatan)",
        "Kota",
        "Kab.",
        "...",
        "33",
        "0325",
        "33.99",
        "33.25.01",
        "33-25",
        "030000",
        "٣٣.٢٥",
        "٣٣٢٥",
        "３３.２５",
        "３３２５",
        "Mura",
        "\ud800",
        "x" * 10_000,
    ],
)
def test_what_names_nothing_is_refused(text: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find(text)
    assert ("kabupaten", "unknown-region") == (caught.value.kind, caught.value.code)
    assert all(find(suggestion) for suggestion in caught.value.suggestions)


def test_suggestions_carry_the_kind_word() -> None:
    with pytest.raises(UnknownNameError) as caught:
        find("Kab. Batangg")
    assert "Kabupaten Batang" == caught.value.suggestions[0]
    assert str(caught.value).startswith(
        "unknown kabupaten: 'Kab. Batangg' [unknown-region]; did you mean Kabupaten Batang,"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tidore", ("Kota Tidore Kepulauan",)),
        ("Kutai", ("Kabupaten Kutai Kartanegara", "Kabupaten Kutai Barat", "Kabupaten Kutai Timur")),
        ("Kab. Lampung", ("Kabupaten Lampung Selatan", "Kabupaten Lampung Tengah", "Kabupaten Lampung Utara")),
    ],
)
def test_half_of_a_name_suggests_the_whole(text: str, expected: tuple[str, ...]) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find(text)
    assert expected == caught.value.suggestions


def test_suggestions_begin_with_the_asked_kind_and_province() -> None:
    with pytest.raises(UnknownNameError) as asked:
        find("Blitarr", kind=RegionKind.KOTA)
    assert ("Kota Blitar",) == asked.value.suggestions
    with pytest.raises(UnknownNameError) as written:
        find("Kota Blitarr")
    assert "Kota Blitar" == written.value.suggestions[0]
    with pytest.raises(UnknownNameError) as placed:
        find("Banjarr", province="Kalsel")
    assert "Kabupaten Banjar" == placed.value.suggestions[0]


def test_the_other_kind_is_suggested_where_only_that_exists() -> None:
    with pytest.raises(UnknownNameError) as caught:
        find("Kota Batang")
    assert "Kabupaten Batang" == caught.value.suggestions[0]


@pytest.mark.parametrize(
    ("text", "where", "told"),
    [
        ("Batang", {"kind": RegionKind.KOTA}, [("kind", "kind-mismatch", "33.25 is Kabupaten Batang")]),
        (
            "Kab. Batang",
            {"province": "Jambi"},
            [("province", "province-mismatch", "33.25 is Kabupaten Batang in Jawa Tengah")],
        ),
        (
            "Banjar",
            {"province": "Jambi", "kind": RegionKind.KABUPATEN},
            [
                ("kind", "kind-mismatch", "32.79 is Kota Banjar"),
                ("province", "province-mismatch", "32.79 is Kota Banjar in Jawa Barat"),
                ("province", "province-mismatch", "63.03 is Kabupaten Banjar in Kalimantan Selatan"),
            ],
        ),
        ("Kota Baru", {"kind": RegionKind.KOTA}, [("kind", "kind-mismatch", "63.02 is Kabupaten Kotabaru")]),
    ],
)
def test_what_is_known_but_lies_elsewhere_is_told_as_that(
    text: str, where: dict[str, Any], told: list[tuple[str, str, str]]
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        find(text, **where)
    assert told == [(each.path, each.code, each.message) for each in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Batangg", {"province": "Jambi"}),
        ("Batangg", {"province": "Jawa Tengah"}),
        ("Blitarr", {"kind": RegionKind.KOTA}),
        ("Kota Banjarr", {"province": "Kalsel", "kind": RegionKind.KABUPATEN}),
        ("Batangg", {}),
    ],
)
def test_a_suggestion_is_found_by_the_same_question(text: str, where: dict[str, Any]) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find(text, **where)
    assert caught.value.suggestions
    assert all(suggestion == str(find(suggestion, **where)) for suggestion in caught.value.suggestions)


@pytest.mark.parametrize("text", ["3325", "1101", " 9401 "])
def test_four_bare_digits_are_not_guessed(text: str) -> None:
    with pytest.raises(InvalidValueError, match="Kemendagri or of BPS") as caught:
        find(text)
    assert ("code-system",) == caught.value.codes


def test_a_code_outside_the_conditions_is_told() -> None:
    with pytest.raises(InvalidValueError) as caught:
        find("33.25", kind=RegionKind.KOTA, province="Jawa Timur")
    assert [("kind", "kind-mismatch"), ("province", "province-mismatch")] == [
        (problem.path, problem.code) for problem in caught.value.problems
    ]
    with pytest.raises(InvalidValueError) as given:
        find(find("33.25"), province="35")
    assert ("province-mismatch",) == given.value.codes
    with pytest.raises(InvalidValueError) as former:
        find("91.01", province="Papua")  # Merauke lies in Papua Selatan today
    assert ("province-mismatch",) == former.value.codes


def test_a_code_within_the_conditions_is_found() -> None:
    assert "33.25" == find("33.25", kind=RegionKind.KABUPATEN, province="Jateng").key


@pytest.mark.parametrize("text", ["", " ", "\t\n"])
def test_nothing_is_empty(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        find(text)
    assert ("empty",) == caught.value.codes


@pytest.mark.parametrize("value", [3325, 33.25, 11.1])
def test_a_number_is_told_why_it_is_no_code(value: float) -> None:
    with pytest.raises(WrongTypeError, match=r"11\.10 loses its last zero") as caught:
        ANY.find(value)
    assert ("wrong-type",) == caught.value.codes


@pytest.mark.parametrize("value", [None, b"Batang", ["Batang"], {}])
def test_what_is_no_text_is_told(value: object) -> None:
    with pytest.raises(WrongTypeError, match="must be a text"):
        ANY.find(value)


def test_arguments_of_the_wrong_kind_are_told_together() -> None:
    with pytest.raises(WrongTypeError) as caught:
        ANY.find("", kind="kota", province=33)
    assert [("text", "empty"), ("kind", "wrong-type"), ("province", "wrong-type")] == [
        (problem.path, problem.code) for problem in caught.value.problems
    ]


def test_an_unknown_province_is_told_as_such() -> None:
    with pytest.raises(UnknownNameError) as caught:
        find("Batang", province="Jawa Selatan")
    assert "province" == caught.value.kind


@pytest.mark.parametrize("text", ["3325010101900001", "33.25.01.010190.0001", "guru@guru.sd.belajar.id"])
def test_a_pasted_personal_number_is_not_repeated(text: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find(text)
    assert text not in str(caught.value)
    assert text not in repr(caught.value)
    assert f"a text of {len(text)} characters" == caught.value.text
