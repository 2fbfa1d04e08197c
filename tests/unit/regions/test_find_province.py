"""Finding a province."""

from typing import Any, cast

import pytest

from pmm_core import regions
from pmm_core.errors import InvalidValueError, UnknownNameError, WrongTypeError
from pmm_core.regions import ProvinceCode, find_province, provinces
from pmm_core.regions._province import SHORT_FORMS
from pmm_core.regions._spelling import normal, squashed

ANY = cast("Any", regions)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("33", "33"),
        ("33", " 33 "),
        ("33", "Jawa Tengah"),
        ("33", "PROVINSI JAWA  TENGAH"),
        ("33", "Prov. Jawa Tengah"),
        ("33", "Prov Jateng"),
        ("33", "Propinsi Jawa Tengah"),
        ("33", "jawa-tengah"),
        ("31", "DKI Jakarta"),
        ("31", "Jakarta"),
        ("31", "Daerah Khusus Ibu Kota Jakarta"),
        ("34", "DIY"),
        ("34", "D.I. Yogyakarta"),
        ("34", "Yogyakarta"),
        ("52", "NTB"),
        ("53", "N.T.T."),
        ("35", "Jatim"),
        ("32", "Jabar"),
        ("64", "kaltim"),
        ("15", "Jambi"),
        ("91", "Papua"),
        ("12", "Sumatra Utara"),
    ],
)
def test_what_people_write(key: str, text: str) -> None:
    assert key == find_province(text).key


def test_a_code_value_is_looked_up_and_a_province_given_back() -> None:
    jateng = find_province("33")
    assert jateng is find_province(ProvinceCode("33"))
    assert jateng is find_province(jateng)


def test_every_province_is_found_by_all_its_names() -> None:
    for province in provinces():
        for text in (province.key, str(province), province.official_name, province.name.upper()):
            assert province is find_province(text)


def test_every_short_form_names_one_province_and_is_no_official_name() -> None:
    names = {squashed(normal(province.name)) for province in provinces()}
    forms = [(text, code) for code, texts in SHORT_FORMS for text in texts]
    assert len({squashed(normal(text)) for text, _ in forms}) == len(forms)
    for text, code in forms:
        assert code == find_province(text).key
        assert squashed(normal(text)) not in names


@pytest.mark.parametrize("text", ["Jawa Selatan", "10", "3", "٣٣", "３３", "Provinsi", "..", "3325", "x" * 10_000])
def test_what_names_nothing_is_refused(text: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_province(text)
    assert ("province", "unknown-region") == (caught.value.kind, caught.value.code)
    assert all(find_province(suggestion) for suggestion in caught.value.suggestions)


def test_suggestions_are_close_names() -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_province("Prov. Jawa Tngah")
    assert "Jawa Tengah" == caught.value.suggestions[0]


def test_half_of_a_name_suggests_the_whole() -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_province("Prov. Jawa")
    assert ("Jawa Barat", "Jawa Tengah", "Jawa Timur") == caught.value.suggestions


def test_an_unknown_code_value_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        find_province(ProvinceCode("99"))


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_is_empty(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        find_province(text)
    assert ("empty",) == caught.value.codes


@pytest.mark.parametrize("value", [33, 33.0, None, b"Jawa"])
def test_what_is_no_text_is_told(value: object) -> None:
    with pytest.raises(WrongTypeError) as caught:
        ANY.find_province(value)
    assert ("wrong-type",) == caught.value.codes


def test_a_pasted_personal_number_is_not_repeated() -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_province("3325010101900001")
    assert "3325010101900001" not in str(caught.value)
