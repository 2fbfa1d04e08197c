"""The codes of Kemendagri as types of their own."""

from typing import Any, cast

import pytest

from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.regions import CodeSystem, KabupatenCode, ProvinceCode, RegionKind

ANY_PROVINCE = cast("Any", ProvinceCode)
ANY_KABUPATEN = cast("Any", KabupatenCode)


def test_parse_strips_blanks() -> None:
    assert ProvinceCode("33") == ProvinceCode.parse(" 33\n")
    assert KabupatenCode("33.25") == KabupatenCode.parse("\t33.25 ")


def test_str_is_the_text() -> None:
    assert str(ProvinceCode("33")) == "33"
    assert str(KabupatenCode("33.25")) == "33.25"


def test_repr_can_be_pasted_back() -> None:
    assert repr(ProvinceCode("33")) == "ProvinceCode('33')"
    assert repr(KabupatenCode("33.25")) == "KabupatenCode('33.25')"


def test_four_digits_of_a_named_system_are_read() -> None:
    assert KabupatenCode("33.25") == KabupatenCode.parse(" 3325 ", system=CodeSystem.KEMENDAGRI)


def test_the_dotted_form_may_name_its_system() -> None:
    assert KabupatenCode("33.25") == KabupatenCode.parse("33.25", system=CodeSystem.KEMENDAGRI)


@pytest.mark.parametrize("text", ["3325", "1101", " 3325 "])
def test_four_bare_digits_ask_for_their_system(text: str) -> None:
    with pytest.raises(InvalidValueError, match=r"CodeSystem\.KEMENDAGRI") as caught:
        KabupatenCode.parse(text)
    assert caught.value.codes == ("code-system",)
    assert caught.value.problems[0].path == "text"


@pytest.mark.parametrize("text", ["3325", "33.25"])
def test_codes_of_bps_are_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="BPS denote other kabupaten") as caught:
        KabupatenCode.parse(text, system=CodeSystem.BPS)
    assert caught.value.codes == ("code-system",)
    assert caught.value.problems[0].path == "system"


def test_all_problems_of_a_code_are_told_at_once() -> None:
    with pytest.raises(InvalidValueError) as caught:
        KabupatenCode.parse("3370")
    assert caught.value.codes == ("code-system", "malformed")
    with pytest.raises(WrongTypeError) as wrong:
        ANY_KABUPATEN.parse(None, system="bps")
    assert [problem.path for problem in wrong.value.problems] == ["system", "text"]


@pytest.mark.parametrize(
    "text",
    [
        "33.00",
        "33.70",
        "33.2",
        "33.255",
        "33-25",
        "33 25",
        "03.25",
        "0325",
        "33.25.01",
        "332501",
        "٣٣.٢٥",
        "３３.２５",
        "x",
    ],
)
def test_other_forms_of_a_kabupaten_code_are_refused(text: str) -> None:
    assert not KabupatenCode.is_valid(text)
    with pytest.raises(InvalidValueError, match=r"such as 33\.25") as caught:
        KabupatenCode.parse(text)
    assert caught.value.codes == ("malformed",)
    with pytest.raises(InvalidValueError) as built:
        KabupatenCode(text)
    assert built.value.codes == ("malformed",)


@pytest.mark.parametrize("text", ["3", "03", "00", "333", "33.25", "٣٣", "３３", "JT"])
def test_other_forms_of_a_province_code_are_refused(text: str) -> None:
    assert not ProvinceCode.is_valid(text)
    with pytest.raises(InvalidValueError, match="two digits such as 33") as caught:
        ProvinceCode.parse(text)
    assert caught.value.codes == ("malformed",)


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_no_code_is_empty(text: str) -> None:
    for verb in (ProvinceCode, ProvinceCode.parse, KabupatenCode, KabupatenCode.parse):
        with pytest.raises(InvalidValueError) as caught:
            verb(text)
        assert caught.value.codes[0] == "empty"


@pytest.mark.parametrize("number", [33, 3325, 11.1, 33.25])
def test_a_number_is_told_why_it_is_no_code(number: float) -> None:
    for verb in (ANY_PROVINCE, ANY_PROVINCE.parse, ANY_KABUPATEN, ANY_KABUPATEN.parse):
        with pytest.raises(WrongTypeError, match=r"11\.10 loses its last zero") as caught:
            verb(number)
        assert caught.value.codes == ("wrong-type",)


@pytest.mark.parametrize("value", [None, b"33.25", ["33.25"]])
def test_what_is_no_text_is_no_code(value: object) -> None:
    assert not ProvinceCode.is_valid(value)
    assert not KabupatenCode.is_valid(value)
    for verb in (ANY_PROVINCE, ANY_PROVINCE.parse, ANY_KABUPATEN, ANY_KABUPATEN.parse):
        with pytest.raises(WrongTypeError, match="must be a text") as caught:
            verb(value)
        assert caught.value.codes == ("wrong-type",)


def test_the_trailing_zero_stays() -> None:
    assert str(KabupatenCode.parse("11.10")) == "11.10"
    assert KabupatenCode("11.10") != KabupatenCode("11.01")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("33.01", RegionKind.KABUPATEN),
        ("33.69", RegionKind.KABUPATEN),
        ("33.71", RegionKind.KOTA),
        ("33.99", RegionKind.KOTA),
    ],
)
def test_the_last_two_digits_tell_the_kind(text: str, kind: RegionKind) -> None:
    assert kind is KabupatenCode(text).kind


def test_the_first_two_digits_tell_the_province() -> None:
    assert ProvinceCode("33") == KabupatenCode("33.25").province
