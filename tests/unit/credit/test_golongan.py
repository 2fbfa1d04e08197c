"""Golongan ruang as people write them, and what follows what."""

import copy
import pickle
from typing import Any

import pytest

from pmm_core.credit import (
    Degree,
    Golongan,
    Grade,
    ReachedBy,
    RiseKind,
    collects_credit,
    cumulative_need,
    golongan_of,
    grade_of,
    next_golongan,
    next_rise,
)
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.people import EmploymentStatus


@pytest.mark.parametrize(
    "text",
    [
        *("III/a", "IIIa", "iii/a", "III A", "III-a", "III.a", " iii / A ", "IIIA"),
        *("Gol. III/a", "gol III a", "GOLONGAN III/A", "Golongan IIIa"),
    ],
)
def test_spellings_are_read(text: str) -> None:
    assert Golongan.III_A is Golongan.parse(text)
    assert Golongan.is_valid(text)


@pytest.mark.parametrize("golongan", Golongan)
def test_what_str_writes_is_read_back(golongan: Golongan) -> None:
    assert golongan.value == str(golongan)
    assert golongan is Golongan.parse(str(golongan))
    assert golongan is Golongan(golongan.value)


@pytest.mark.parametrize(
    "text",
    ["III/e", "II/a", "I/a", "V/a", "IV/f", "IIII/a", "III/", "/a", "3/a", "III/ab", "III//a", "lll/a", "ⅲ/a", "x"],
)
def test_other_texts_are_refused(text: str) -> None:
    assert not Golongan.is_valid(text)
    with pytest.raises(InvalidValueError) as caught:
        Golongan.parse(text)
    assert [("text", "malformed")] == [(each.path, each.code) for each in caught.value.problems]


def test_a_text_that_could_be_a_personal_number_is_not_repeated() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Golongan.parse("198609262015051001")
    assert "1986" not in str(caught.value)


@pytest.mark.parametrize(("text", "code"), [("", "empty"), (" ", "empty"), (3, "wrong-type"), (None, "wrong-type")])
def test_nothing_and_other_kinds_are_refused(text: Any, code: str) -> None:
    assert not Golongan.is_valid(text)
    with pytest.raises(InvalidValueError) as caught:
        Golongan.parse(text)
    assert (code,) == caught.value.codes


def test_the_next_step_is_one_of_rank_or_of_grade() -> None:
    assert (Golongan.III_B, RiseKind.RANK) == (next_golongan(Golongan.III_A), next_rise(Golongan.III_A))
    assert (Golongan.III_C, RiseKind.GRADE) == (next_golongan(Golongan.III_B), next_rise(Golongan.III_B))
    assert (Golongan.IV_E, RiseKind.RANK) == (next_golongan(Golongan.IV_D), next_rise(Golongan.IV_D))


def test_after_the_highest_nothing_follows_and_that_is_no_error() -> None:
    assert (None, None, None) == tuple(ask(Golongan.IV_E) for ask in (next_golongan, next_rise, cumulative_need))


def test_grade_and_golongan_tell_of_each_other() -> None:
    assert Grade.MADYA is grade_of(Golongan.IV_B)
    assert (Golongan.IV_A, Golongan.IV_B, Golongan.IV_C) == golongan_of(Grade.MADYA)


@pytest.mark.parametrize(
    "ask",
    [grade_of, golongan_of, next_golongan, next_rise, cumulative_need, collects_credit],
    ids=lambda ask: ask.__name__,
)
def test_a_question_about_anything_else_is_refused(ask: Any) -> None:
    for value in ("III/a", None, RiseKind.RANK):
        with pytest.raises(WrongTypeError) as caught:
            ask(value)
        assert ("wrong-type",) == caught.value.codes


def test_only_civil_servants_collect_credit() -> None:
    assert [EmploymentStatus.PNS] == [status for status in EmploymentStatus if collects_credit(status)]


@pytest.mark.parametrize("kind", [Grade, Golongan, RiseKind, Degree, ReachedBy])
def test_members_stay_themselves(kind: Any) -> None:
    for member in kind:
        assert member is copy.deepcopy(member) is pickle.loads(pickle.dumps(member))  # noqa: S301 -- our own bytes
        assert f"{kind.__name__}.{member.name}" == repr(member)
        assert member.label_id
        assert member.label_en
    assert kind(next(iter(kind)).value) is next(iter(kind))
