"""Who may apply for Guru Penggerak: each condition, what is unknown, both readings, and every reason at once."""

from typing import Any

import attrs
import pytest

from pmm_core.errors import InvalidValueError, RefusedError, WrongTypeError
from pmm_core.people import EmploymentStatus, Role
from pmm_core.programmes import (
    CONDITIONS,
    Candidate,
    DefinitiveHeads,
    ProgrammeRole,
    Qualification,
    SelectionStage,
    eligibility,
    enter_selection,
)

CGP = ProgrammeRole.CALON_GURU_PENGGERAK
GOOD = Candidate(in_dapodik=True, years_taught=5, qualification=Qualification.S1, has_sk=True, role=Role.TEACHER)
HEAD = attrs.evolve(GOOD, role=Role.HEAD, employment=EmploymentStatus.NON_ASN, definitive=True)


def codes(candidate: Candidate, heads: DefinitiveHeads = DefinitiveHeads.NON_ASN) -> list[str]:
    return [reason.code for reason in eligibility(candidate, CGP, heads=heads)]


def test_who_meets_every_condition_enters_the_first_stage() -> None:
    assert () == eligibility(GOOD, CGP)
    assert SelectionStage.FIRST is enter_selection(GOOD, CGP)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"in_dapodik": False}, "not-in-dapodik"),
        ({"years_taught": 4}, "too-few-years"),
        ({"years_taught": 0}, "too-few-years"),
        ({"qualification": Qualification.D3}, "qualification-short"),
        ({"qualification": Qualification.SMA}, "qualification-short"),
        ({"has_sk": False}, "no-appointment"),
        ({"role": Role.SUPERVISOR}, "role-excluded"),
        ({"in_dapodik": None}, "unknown-fact"),
        ({"years_taught": None}, "unknown-fact"),
        ({"qualification": None}, "unknown-fact"),
        ({"has_sk": None}, "unknown-fact"),
    ],
    ids=str,
)
def test_one_condition_that_is_not_met_is_one_reason(changes: dict[str, Any], expected: str) -> None:
    assert [expected] == codes(attrs.evolve(GOOD, **changes))


@pytest.mark.parametrize("qualification", [Qualification.D4, Qualification.S1, Qualification.S2, Qualification.S3])
def test_d4_s1_and_what_is_built_on_them_are_enough(qualification: Qualification) -> None:
    assert [] == codes(attrs.evolve(GOOD, qualification=qualification))


@pytest.mark.parametrize("employment", [None, *EmploymentStatus])
def test_of_a_teacher_it_is_not_asked_how_they_are_employed(employment: EmploymentStatus | None) -> None:
    assert [] == codes(attrs.evolve(GOOD, employment=employment))


ASN, OTHERS = EmploymentStatus.PPPK, EmploymentStatus.NON_ASN


@pytest.mark.parametrize(
    ("employment", "definitive", "non_asn", "every_head"),
    [
        (OTHERS, True, [], []),
        (OTHERS, False, ["head-not-definitive"], ["head-not-definitive"]),
        (OTHERS, None, ["unknown-fact"], ["unknown-fact"]),
        (ASN, True, [], []),
        (ASN, False, [], ["head-not-definitive"]),
        (ASN, None, [], ["unknown-fact"]),
        (None, True, [], []),
        (None, False, ["unknown-fact"], ["head-not-definitive"]),
        (None, None, ["unknown-fact"], ["unknown-fact"]),
    ],
)
def test_heads_under_both_readings(
    employment: EmploymentStatus | None, definitive: Any, non_asn: list[str], every_head: list[str]
) -> None:
    head = attrs.evolve(HEAD, employment=employment, definitive=definitive)
    assert non_asn == codes(head)
    assert every_head == codes(head, DefinitiveHeads.EVERY_HEAD)


def test_a_role_that_is_not_known_leaves_the_condition_for_heads_open() -> None:
    nobody = attrs.evolve(GOOD, role=None)
    assert ["unknown-fact", "unknown-fact"] == codes(nobody)
    assert ["unknown-fact"] == codes(attrs.evolve(nobody, definitive=True))


def test_all_reasons_come_at_once_each_with_what_would_be_possible() -> None:
    wrong = Candidate(
        in_dapodik=False,
        years_taught=1,
        qualification=Qualification.D2,
        has_sk=False,
        role=Role.HEAD,
        definitive=False,
        employment=EmploymentStatus.NON_ASN,
    )
    expected = ["not-in-dapodik", "too-few-years", "qualification-short", "no-appointment", "head-not-definitive"]
    assert expected == codes(wrong)
    assert all(reason.possible for reason in eligibility(wrong, CGP))
    with pytest.raises(RefusedError) as caught:
        enter_selection(wrong, CGP)
    assert tuple(expected) == caught.value.codes
    assert "apply as candidate Guru Penggerak" == caught.value.action


def test_of_somebody_of_whom_nothing_is_known_every_condition_is_open() -> None:
    reasons = eligibility(Candidate(), CGP)
    assert {"unknown-fact"} == {reason.code for reason in reasons}
    assert len(CONDITIONS[CGP]) == len(reasons) == len({reason.message for reason in reasons})
    assert "years of teaching: not known" in [reason.message for reason in reasons]


@pytest.mark.parametrize("role", [role for role in ProgrammeRole if role is not CGP])
def test_for_the_other_roles_no_conditions_are_told(role: ProgrammeRole) -> None:
    (reason,) = eligibility(GOOD, role)
    assert ("no-conditions", ("candidate Guru Penggerak",)) == (reason.code, reason.possible)
    with pytest.raises(RefusedError):
        enter_selection(GOOD, role)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"in_dapodik": 1}, [("in_dapodik", "wrong-type")]),
        ({"has_sk": "ya", "definitive": 0}, [("has_sk", "wrong-type"), ("definitive", "wrong-type")]),
        ({"years_taught": -1}, [("years_taught", "negative")]),
        ({"years_taught": True}, [("years_taught", "bool-for-int")]),
        ({"years_taught": 4.5}, [("years_taught", "float-for-exact")]),
        ({"qualification": "s1", "role": "teacher"}, [("qualification", "wrong-type"), ("role", "wrong-type")]),
        ({"employment": "pns"}, [("employment", "wrong-type")]),
    ],
    ids=str,
)
def test_facts_of_the_wrong_kind(changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Candidate(**changes)
    assert expected == [(problem.path, problem.code) for problem in caught.value.problems]


def test_the_function_takes_no_texts() -> None:
    wrong: Any = "x"
    with pytest.raises(WrongTypeError) as caught:
        eligibility(wrong, wrong, heads=wrong)
    assert ["candidate", "role", "heads"] == [problem.path for problem in caught.value.problems]
