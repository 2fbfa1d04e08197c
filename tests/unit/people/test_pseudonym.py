"""Pseudonyms: what they are exactly, and what makes them differ."""

import hashlib
import hmac
from typing import Any, cast

import pytest

from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.people import MINIMUM_KEY_BYTES, Nik, Nip, Nuptk, Role, Teacher, pseudonym
from pmm_core.regions import find

KEY = bytes(range(32))
NIP = "198609262015051001"


def test_it_is_an_hmac_over_kind_colon_text() -> None:
    expected = hmac.new(KEY, f"Nip:{NIP}".encode(), hashlib.sha256).hexdigest()
    assert expected == pseudonym(Nip(NIP), key=KEY)
    assert hmac.new(KEY, b"str:t-1", hashlib.sha256).hexdigest() == pseudonym("t-1", key=KEY)


def test_key_kind_and_text_make_the_difference() -> None:
    digits = "3325010101900001"
    made = {
        pseudonym(Nik(digits), key=KEY),
        pseudonym(Nuptk(digits), key=KEY),
        pseudonym(digits, key=KEY),
        pseudonym(Nik(digits), key=KEY[::-1]),
        pseudonym(Nik("3325010101900002"), key=KEY),
    }
    assert 5 == len(made)
    assert all(64 == len(each) and not each.isdigit() for each in made)


def test_it_serves_as_an_id() -> None:
    made = pseudonym(Nip(NIP), key=KEY)
    assert made == Teacher(id=made, role=Role.TEACHER, workplace=find("33.25")).id


def test_a_lone_surrogate_is_a_text_too() -> None:
    assert 64 == len(pseudonym("\ud800", key=KEY))


@pytest.mark.parametrize(
    ("value", "key", "codes"),
    [
        ("t-1", b"", ("too-small",)),
        ("t-1", b"k" * (MINIMUM_KEY_BYTES - 1), ("too-small",)),
        (" ", KEY, ("empty",)),
        ("", b"short", ("empty", "too-small")),
    ],
)
def test_a_short_key_and_no_text_are_refused(value: str, key: bytes, codes: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        pseudonym(value, key=key)
    assert codes == caught.value.codes


@pytest.mark.parametrize(
    ("value", "key"),
    [(17, KEY), pytest.param(10**5000, KEY, id="too long to be written"), ("t-1", "k" * 32), (None, None)],
)
def test_other_kinds_are_refused_without_showing_the_key(value: Any, key: Any) -> None:
    with pytest.raises(WrongTypeError) as caught:
        pseudonym(value, key=key)
    assert "k" * 32 not in str(caught.value)


def test_the_key_is_named() -> None:
    with pytest.raises(TypeError):
        cast("Any", pseudonym)("t-1", KEY)
