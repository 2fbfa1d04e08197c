"""The catalogue of stable codes."""

import re

import pytest

from pmm_core.errors import Code, codes
from pmm_core.errors._codes import CODES


def test_every_code_is_lower_case_words_joined_by_hyphens() -> None:
    assert [] == [code.text for code in codes() if not re.fullmatch(r"[a-z]+(-[a-z]+)*", code.text)]


def test_every_code_is_there_once() -> None:
    texts = [code.text for code in codes()]
    assert sorted(set(texts)) == sorted(texts)


def test_every_code_has_a_meaning_in_both_languages() -> None:
    assert all(code.meaning.strip() and code.meaning_id.strip() for code in codes())
    assert [] == [code.text for code in codes() if code.meaning == code.meaning_id]


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        CODES["new"] = Code("new", "new", "baru")  # type: ignore[index] # pyright: ignore[reportIndexIssue]


def test_codes_come_in_the_order_of_the_catalogue() -> None:
    assert list(CODES) == [code.text for code in codes()]
    assert codes()[0] == Code(
        "wrong-type", "the value is of a kind that this field does not take", "jenis nilai tidak diterima di kolom ini"
    )
