"""NUPTK, NPSN and accounts; and what all identifiers do alike with hostile input."""

import copy
import pickle
import time
from typing import Any

import attrs
import pytest

from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.people import AccountRole, BelajarAccount, Nik, Nip, Npsn, Nuptk, SchoolLevel

KINDS: list[tuple[Any, str, str]] = [
    (Nip, "198609262015051001", "199205082023082001"),
    (Nik, "3325010101900001", "3325014101900001"),
    (Nuptk, "1234567890123456", "1234567890123457"),
    (Npsn, "20300001", "P2030001"),
    (BelajarAccount, "ani@guru.sd.belajar.id", "ani@admin.smp.belajar.id"),
]
EVERY = pytest.mark.parametrize(("kind", "text", "other"), KINDS, ids=lambda part: getattr(part, "__name__", ""))


@pytest.mark.parametrize("length", [15, 17])
def test_a_nuptk_has_sixteen_digits(length: int) -> None:
    assert Nuptk.is_valid("1" * 16)
    assert not Nuptk.is_valid("1" * length)


def test_a_nuptk_is_opaque_but_no_row_of_zeros() -> None:
    assert Nuptk.is_valid("9999999999999999")
    with pytest.raises(InvalidValueError) as caught:
        Nuptk.parse("0" * 16)
    assert ("impossible-part",) == caught.value.codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [("20300001", "20300001"), ("2030 0001", "20300001"), ("p2030001", "P2030001"), ("K-9900001", "K9900001")],
)
def test_an_npsn_has_eight_characters(text: str, expected: str) -> None:
    assert expected == str(Npsn.parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "2030000",
        "203000011",
        "2030000100",
        "20300001000000",
        "Q2030001",
        "2P300001",
        "PK300001",
        "\u212a2030001",
        "２0300001",
    ],
)
def test_what_is_no_npsn_is_refused(text: str) -> None:
    assert not Npsn.is_valid(text)
    with pytest.raises(InvalidValueError) as caught:
        Npsn.parse(text)
    assert ("malformed",) == caught.value.codes


@pytest.mark.parametrize(
    ("domain", "role", "level"),
    [
        ("guru.sd.belajar.id", AccountRole.TEACHER, SchoolLevel.SD),
        ("guru.paud.belajar.id", AccountRole.TEACHER, SchoolLevel.TK),
        ("guru.slb.belajar.id", AccountRole.TEACHER, SchoolLevel.SLB),
        ("admin.smp.belajar.id", AccountRole.ADMIN, SchoolLevel.SMP),
        ("smk.belajar.id", AccountRole.PUPIL, SchoolLevel.SMK),
        ("dinas.belajar.id", AccountRole.OFFICE, None),
        ("instruktur.belajar.id", AccountRole.INSTRUCTOR, None),
        ("guru.belajar.id", AccountRole.TEACHER, None),
        ("ppg.belajar.id", None, None),
        ("pendidik.kesetaraan.belajar.id", None, None),
        ("belajar.id", None, None),
    ],
)
def test_the_domain_tells_whom_an_account_is_for(
    domain: str, role: AccountRole | None, level: SchoolLevel | None
) -> None:
    account = BelajarAccount.parse(f"ani@{domain}")
    assert (domain, role, level) == (account.domain, account.role, account.level)


@pytest.mark.parametrize(
    "text",
    [
        "ani@gmail.com",
        "x@guru.sd.belajar.id.evil.com",
        "x@notbelajar.id",
        "x@guru.sd.belajar.id\n.com",
        "x@a.b.c.belajar.id",
        "x@.belajar.id",
        "@guru.sd.belajar.id",
        "a@b@guru.sd.belajar.id",
        ".x@guru.sd.belajar.id",
        "x.@guru.sd.belajar.id",
        "a b@guru.sd.belajar.id",
        "x@guru.sd.belajar.i\u0131d",
        "\u212aani@guru.sd.belajar.id",
        "x@guru\u3002sd.belajar.id",
        "a" * 250 + "@guru.sd.belajar.id",
    ],
)
def test_what_is_no_account_is_refused(text: str) -> None:
    assert not BelajarAccount.is_valid(text)
    with pytest.raises(InvalidValueError) as caught:
        BelajarAccount.parse(text)
    assert ("malformed",) == caught.value.codes


def test_an_account_is_folded_on_input_only_and_keeps_its_dots() -> None:
    assert "ani.contoh-2@guru.sd.belajar.id" == str(BelajarAccount.parse(" Ani.Contoh-2@GURU.sd.Belajar.id\n"))
    with pytest.raises(InvalidValueError):
        BelajarAccount("Ani@guru.sd.belajar.id")


@EVERY
def test_an_identifier_is_a_value(kind: Any, text: str, other: str) -> None:
    value = kind(text)
    assert kind.parse(text) == value
    assert text == str(value)
    assert value != kind(other)
    assert value != text
    assert 2 == len({value, kind(text), kind(other)})
    for each in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value)), attrs.evolve(value)):  # noqa: S301 -- our own bytes
        assert value == each
        assert hash(value) == hash(each)
        assert f"{kind.__name__}(***)" == repr(each)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        value.text = other


@EVERY
def test_a_changed_copy_is_checked_again(kind: Any, text: str, other: str) -> None:
    assert kind(other) == attrs.evolve(kind(text), text=other)
    with pytest.raises(InvalidValueError):
        attrs.evolve(kind(text), text="1")


def test_the_same_digits_of_two_kinds_are_two_things() -> None:
    nik: Any = Nik("3325010101900001")
    assert nik != Nuptk("3325010101900001")


@EVERY
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1" * 3_000_000, ""),
        (" " * 1_000_000, "x"),
        ("", "\0"),
        ("\u202e", ""),
        ("", "\u200b"),
        ("", "\ud800"),
        ("a" * 1_000_000 + "@", ""),
        ("a." * 100_000, ""),
    ],
    ids=["long", "blanks", "control", "direction", "zero-width", "surrogate", "local", "dots"],
)
def test_hostile_input_is_refused_shortly_and_quickly(
    kind: Any, text: str, other: str, before: str, after: str
) -> None:
    del other
    hostile = before + text + after
    began = time.monotonic()
    with pytest.raises(InvalidValueError) as caught:
        kind.parse(hostile)
    assert not kind.is_valid(hostile)
    assert time.monotonic() - began < 5
    assert len(str(caught.value)) < 300
    assert text not in str(caught.value)


@EVERY
@pytest.mark.parametrize("value", [None, 1, 1.5, True, b"20300001", ["20300001"], object()])
def test_only_a_text_is_read(kind: Any, text: str, other: str, value: Any) -> None:
    del text, other
    assert not kind.is_valid(value)
    with pytest.raises(WrongTypeError) as caught:
        kind.parse(value)
    assert ("wrong-type",) == caught.value.codes
