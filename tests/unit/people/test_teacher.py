"""Schools and people: construction, every refusal, and that nothing personal shows by itself."""

import copy
import json
import pickle
from typing import Any, cast

import attrs
import pytest

from pmm_core.errors import InvalidValueError, RefusedError, WrongTypeError
from pmm_core.people import (
    BelajarAccount,
    EmploymentStatus,
    Nip,
    Npsn,
    Nuptk,
    Obligation,
    PmmProgress,
    Role,
    School,
    SchoolLevel,
    Teacher,
)
from pmm_core.regions import find

BATANG = find("33.25")
PNS, PPPK = Nip("198609262015051001"), Nip("199001012022212001")
ANY_SCHOOL, ANY_TEACHER = cast("Any", School), cast("Any", Teacher)


def school(**changes: object) -> School:
    fields = {"npsn": Npsn("20300001"), "level": SchoolLevel.SMP, "kabupaten": BATANG}
    built: School = ANY_SCHOOL(**(fields | changes))
    return built


def teacher(**changes: object) -> Teacher:
    fields = {"id": "t-17", "role": Role.TEACHER, "workplace": school()}
    built: Teacher = ANY_TEACHER(**(fields | changes))
    return built


FULL = teacher(
    level=SchoolLevel.SMP,
    subject="IPS",
    employment=EmploymentStatus.PNS,
    nip=PNS,
    nuptk=Nuptk("1234567890123456"),
    account=BelajarAccount("ani@guru.smp.belajar.id"),
    name="Ani Contoh, S.Pd.",
    progress=PmmProgress(account_registered=True),
)


def test_a_teacher_works_where_the_school_is() -> None:
    assert (school(), BATANG) == (teacher().school, teacher().kabupaten)


def test_a_supervisor_works_for_an_office() -> None:
    supervisor = teacher(role=Role.SUPERVISOR, workplace=BATANG)
    assert (None, BATANG) == (supervisor.school, supervisor.kabupaten)


def test_the_obligation_follows_from_role_and_employment() -> None:
    assert Obligation.REQUIRED is FULL.obligation
    assert Obligation.ENCOURAGED is teacher(employment=EmploymentStatus.NON_ASN).obligation
    assert teacher().obligation is None


def test_a_move_takes_everything_along() -> None:
    moved = FULL.move(find("35.05"))
    assert find("35.05") == moved.kabupaten
    assert FULL == moved.move(school())
    with pytest.raises(WrongTypeError):
        FULL.move(cast("Any", "35.05"))


def test_progress_only_advances() -> None:
    ahead = FULL.progress.log_in()
    assert ahead == FULL.advance(ahead).progress
    with pytest.raises(RefusedError) as caught:
        FULL.advance(PmmProgress())
    assert ("goes-back",) == caught.value.codes


@pytest.mark.parametrize(
    ("employment", "nip", "fits"),
    [
        (EmploymentStatus.PNS, PNS, True),
        (EmploymentStatus.PNS, PPPK, False),
        (EmploymentStatus.PPPK, PPPK, True),
        (EmploymentStatus.PPPK, PNS, False),
        (EmploymentStatus.NON_ASN, PNS, False),
        (EmploymentStatus.NON_ASN, PPPK, False),
        (EmploymentStatus.NON_ASN, None, True),
        (None, PNS, True),
        (None, PPPK, True),
    ],
)
def test_the_form_of_the_number_is_that_of_the_employment(
    employment: EmploymentStatus | None,
    nip: Nip | None,
    fits: bool,  # noqa: FBT001
) -> None:
    if fits:
        assert nip == teacher(employment=employment, nip=nip).nip
    else:
        with pytest.raises(InvalidValueError) as caught:
            teacher(employment=employment, nip=nip)
        assert ("nip-mismatch",) == caught.value.codes


@pytest.mark.parametrize("id_", ["t-1", "1", "A" * 64, "a/b:c.d_e-f", "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "1" * 17])
def test_an_id_of_the_callers_own_is_taken(id_: str) -> None:
    assert id_ == teacher(id=id_).id


@pytest.mark.parametrize(
    ("id_", "code"),
    [
        ("", "empty"),
        (" ", "empty"),
        ("A" * 65, "malformed"),
        ("-a", "malformed"),
        ("a b", "malformed"),
        ("a\n", "malformed"),
        ("é", "malformed"),
        ("١", "malformed"),
        ("ani@guru.sd.belajar.id", "malformed"),
        ("198609262015051001", "personal-id"),
        ("19860926-201505-1-001", "personal-id"),
        ("3325010101900001", "personal-id"),
        ("33.25.01/010190:0001", "personal-id"),
        (17, "wrong-type"),
        (None, "wrong-type"),
    ],
)
def test_what_is_no_opaque_id_is_refused(id_: object, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        teacher(id=id_)
    assert (code,) == caught.value.codes


@pytest.mark.parametrize(
    "line", [" a", "a ", "a  b", "a\tb", "a\nb", "a\u00a0b", "a\u202eb", "a\0", "a" * 201, "\ud800"]
)
@pytest.mark.parametrize("field", ["subject", "name"])
def test_a_text_is_one_tidy_line(line: str, field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        teacher(**{field: line})
    assert ("malformed",) == caught.value.codes
    assert len(str(caught.value)) < 200


def test_every_problem_of_a_teacher_is_told_at_once() -> None:
    with pytest.raises(WrongTypeError) as caught:
        teacher(
            id="",
            role="teacher",
            workplace="SMPN 1",
            level="smp",
            subject="",
            employment="pns",
            nip=str(PNS),
            nuptk="1",
            account="ani@guru.smp.belajar.id",
            name=3,
            progress=2,
        )
    fields = [field.name for field in attrs.fields(Teacher)]
    assert fields == [problem.path for problem in caught.value.problems]


def test_a_right_number_beside_a_wrong_employment_is_one_problem() -> None:
    with pytest.raises(WrongTypeError) as caught:
        teacher(employment="pns", nip=PNS)
    assert ["employment"] == [problem.path for problem in caught.value.problems]


def test_a_pupils_account_is_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        teacher(account=BelajarAccount("ani@sd.belajar.id"))
    assert ("pupil-account",) == caught.value.codes
    assert "ani" not in str(caught.value)


def test_every_problem_of_a_school_is_told_at_once() -> None:
    with pytest.raises(WrongTypeError) as caught:
        school(npsn="20300001", level="smp", kabupaten="33.25", kecamatan="", name=" SMPN 1")
    assert ["npsn", "level", "kabupaten", "kecamatan", "name"] == [problem.path for problem in caught.value.problems]


def test_a_school_shows_neither_name_nor_number() -> None:
    shown = repr(school(kecamatan="Kandeman", name="SMPN 1 Contoh"))
    assert "<School SMP in Kandeman, Kabupaten Batang>" == shown
    assert "<School SMP in Kabupaten Batang>" == str(school())


def test_a_teacher_shows_the_id_only() -> None:
    assert "<Teacher t-17>" == repr(FULL) == str(FULL) == f"{FULL}"
    assert "[<Teacher t-17>]" == f"{[FULL]}"


def test_the_masks_hold_wherever_a_record_is_taken_apart() -> None:
    parts = attrs.asdict(FULL, recurse=False)
    del parts["name"], parts["workplace"]
    assert "Nip(***)" in repr(parts)
    assert not any(text in repr(parts) for text in ("198609262015051001", "1234567890123456", "ani@"))
    with pytest.raises(TypeError) as caught:
        json.dumps(FULL.nip)
    assert "1986" not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "twin", "other"),
    [
        (school(), school(), school(name="SMPN 2 Contoh")),
        (FULL, attrs.evolve(FULL), attrs.evolve(FULL, subject=None)),
    ],
)
def test_they_are_values(value: Any, twin: object, other: object) -> None:
    assert value == twin
    assert value != other
    assert 2 == len({value, twin, other})
    for each in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value)), attrs.evolve(value)):  # noqa: S301 -- our own bytes
        assert value == each
        assert hash(value) == hash(each)
        assert repr(value) == repr(each)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, value.__slots__[0], None)


def test_fields_are_named() -> None:
    with pytest.raises(TypeError):
        ANY_TEACHER("t-1", Role.TEACHER, BATANG)
    with pytest.raises(TypeError):
        ANY_SCHOOL(Npsn("20300001"), SchoolLevel.SD, BATANG)
