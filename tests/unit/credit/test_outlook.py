"""What comes next: needs, months and years, with a diploma and without."""

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import attrs
import pytest

from pmm_core.appraisal import Predicate
from pmm_core.credit import (
    CreditLedger,
    Degree,
    DiplomaBonus,
    Earned,
    Golongan,
    Grade,
    Need,
    Outlook,
    ReachedBy,
    RiseKind,
)
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.people import EmploymentStatus

SB, BAIK = Predicate.VERY_GOOD, Predicate.GOOD
ANY_NEED, ANY_OUTLOOK = cast("Any", Need), cast("Any", Outlook)


def need(**changes: object) -> Need:
    fields = {"golongan": Golongan.III_A, "to": Golongan.III_B, "balance": Decimal("18.75")}
    built: Need = ANY_NEED(**(fields | changes))
    return built


@pytest.mark.parametrize("golongan", [Golongan.III_A, Golongan.III_C, Golongan.IV_A, Golongan.IV_D])
def test_a_rise_of_rank_comes_in_the_third_very_good_year_in_every_grade(golongan: Golongan) -> None:
    step = Outlook(golongan=golongan).next_step
    assert step is not None
    assert (RiseKind.RANK, 3, 32) == (step.kind, step.years(SB), step.months(SB))


def test_what_is_missing_and_how_long_it_takes() -> None:
    found = need()
    assert (50, Decimal("31.25"), Fraction(125, 4), False) == (
        found.needed,
        found.missing,
        found.exact_missing,
        found.reached,
    )
    assert [20, 30, 40, 60, 120] == [found.months(predicate) for predicate in reversed(Predicate)]
    assert [2, 3, 4, 5, 10] == [found.years(predicate) for predicate in reversed(Predicate)]
    assert [12, 18, None, None, None] == [found.months(each, diploma=True) for each in reversed(Predicate)]
    assert [1, 2, None, None, None] == [found.years(each, diploma=True) for each in reversed(Predicate)]
    assert Grade.PERTAMA is found.grade


@pytest.mark.parametrize(
    ("balance", "missing"),
    [("49.999", "0.01"), ("49.99", "0.01"), ("49.989", "0.02"), ("50", "0.00"), ("50.01", "0.00"), ("0", "50.00")],
)
def test_what_is_missing_is_never_told_too_small(balance: str, missing: str) -> None:
    found = need(balance=Decimal(balance))
    assert missing == str(found.missing)
    assert (missing == "0.00") is found.reached


def test_where_nothing_is_missing_no_month_is_needed() -> None:
    found = need(balance=400)
    assert {0} == {found.months(predicate) for predicate in Predicate}
    assert {0} == {found.years(predicate) for predicate in Predicate}
    assert 0 == found.months(SB, diploma=True)
    assert "rise of rank to III/b: 50 needed, 0.00 missing" == str(found)


def test_a_diploma_can_be_enough() -> None:
    assert 0 == need(balance=Decimal("37.5"), last_predicate=BAIK).months(BAIK, diploma=True)
    assert 1 == need(balance=Decimal("37.49"), last_predicate=BAIK).months(BAIK, diploma=True)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (None, 1),
        (Predicate.VERY_POOR, 1),
        (Predicate.POOR, 1),
        (Predicate.NEEDS_IMPROVEMENT, 1),
        (BAIK, 0),
        (SB, 0),
    ],
)
def test_a_diploma_that_is_enough_waits_for_an_evaluation_that_rewards_it(
    last: Predicate | None, expected: int
) -> None:
    found = need(balance=40, last_predicate=last)
    assert [expected] * 2 == [found.months(predicate, diploma=True) for predicate in (BAIK, SB)]
    assert [expected] * 2 == [found.years(predicate, diploma=True) for predicate in (BAIK, SB)]
    assert {None} == {found.months(predicate, diploma=True) for predicate in list(Predicate)[:3]}


@pytest.mark.parametrize("last", [None, *Predicate])
def test_where_nothing_is_missing_no_diploma_is_waited_for(last: Predicate | None) -> None:
    assert 0 == need(balance=50, last_predicate=last).months(BAIK, diploma=True)


def test_no_month_is_added_to_those_that_the_diploma_leaves() -> None:
    lasts = (None, *Predicate)
    assert {18} == {need(last_predicate=last).months(BAIK, diploma=True) for last in lasts}


@pytest.mark.parametrize(
    ("months", "code"),
    [((), "no-evaluation"), ((Earned.in_year(2024, Predicate.VERY_POOR),), "predicate-too-low")],
    ids=("none", "very poor"),
)
def test_no_diploma_is_promised_that_the_ledger_refuses(months: tuple[Earned, ...], code: str) -> None:
    ledger = CreditLedger(start=Golongan.III_A, employment=EmploymentStatus.PNS, opening=Decimal(40), entries=months)
    step = ledger.outlook().next_step
    assert step is not None
    assert [code] == [reason.code for reason in ledger.refusals(DiplomaBonus(Degree.MASTER))]
    assert 1 == step.months(BAIK, diploma=True)
    assert ", 1 with a new diploma" in str(step)
    good = Earned(year=2025, first_month=1, months=1, predicate=BAIK)
    assert Golongan.III_B is ledger.earn(good).add_diploma(Degree.MASTER).rise().golongan


@pytest.mark.parametrize(
    ("degree", "expected"), [(None, 12), (Degree.BACHELOR, 12), (Degree.MASTER, 12), (Degree.DOCTOR, None)]
)
def test_no_diploma_is_above_the_highest(degree: Degree | None, expected: int | None) -> None:
    assert expected == need(degree=degree).months(SB, diploma=True)


def test_the_reading_moves_the_need_by_half_a_hundredth() -> None:
    just_below = Decimal("49.995")
    assert not need(balance=just_below).reached
    assert need(balance=just_below, reached_by=ReachedBy.WRITTEN).reached
    assert Fraction("0.0001") == need(balance=Decimal("49.9949"), reached_by=ReachedBy.WRITTEN).exact_missing


@pytest.mark.parametrize(
    ("golongan", "step", "grade"),
    [
        (Golongan.III_A, (Golongan.III_B, 50), (Golongan.III_C, 100)),
        (Golongan.III_B, (Golongan.III_C, 100), (Golongan.III_C, 100)),
        (Golongan.III_C, (Golongan.III_D, 100), (Golongan.IV_A, 200)),
        (Golongan.III_D, (Golongan.IV_A, 200), (Golongan.IV_A, 200)),
        (Golongan.IV_A, (Golongan.IV_B, 150), (Golongan.IV_D, 450)),
        (Golongan.IV_B, (Golongan.IV_C, 300), (Golongan.IV_D, 450)),
        (Golongan.IV_C, (Golongan.IV_D, 450), (Golongan.IV_D, 450)),
        (Golongan.IV_D, (Golongan.IV_E, 200), None),
        (Golongan.IV_E, None, None),
    ],
)
def test_the_next_step_and_the_next_grade(
    golongan: Golongan, step: tuple[Golongan, int] | None, grade: tuple[Golongan, int] | None
) -> None:
    outlook = Outlook(golongan=golongan)
    found = [each and (each.to, each.needed) for each in (outlook.next_step, outlook.next_grade)]
    assert [step, grade] == found
    assert grade is None or outlook.next_grade is None or outlook.next_grade.kind is RiseKind.GRADE


def test_a_step_between_can_be_asked_for() -> None:
    assert (300, RiseKind.RANK) == (
        need(golongan=Golongan.IV_A, to=Golongan.IV_C).needed,
        need(golongan=Golongan.IV_A, to=Golongan.IV_C).kind,
    )


@pytest.mark.parametrize(
    ("golongan", "to"),
    [
        (Golongan.III_A, Golongan.III_A),
        (Golongan.III_B, Golongan.III_A),
        (Golongan.III_A, Golongan.III_D),
        (Golongan.IV_D, Golongan.III_A),
        (Golongan.IV_E, Golongan.IV_E),
    ],
)
def test_what_this_grade_does_not_lead_to_is_refused(golongan: Golongan, to: Golongan) -> None:
    with pytest.raises(InvalidValueError) as caught:
        need(golongan=golongan, to=to)
    assert [("to", "wrong-golongan")] == [(each.path, each.code) for each in caught.value.problems]


def test_every_wrong_field_is_told() -> None:
    fields = {"golongan": "III/a", "balance": 1.5, "reached_by": "exact", "degree": "s1", "last_predicate": "good"}
    with pytest.raises(WrongTypeError) as caught:
        ANY_OUTLOOK(**fields)
    assert list(fields) == [each.path for each in caught.value.problems]
    with pytest.raises(WrongTypeError) as caught:
        ANY_NEED(**fields, to="III/b")
    assert [*fields, "to"] == [each.path for each in caught.value.problems]
    with pytest.raises(WrongTypeError) as caught:
        ANY_NEED(golongan="III/a", to=Golongan.III_B)
    assert ["golongan"] == [each.path for each in caught.value.problems]
    for balance, code in ((-1, "negative"), (Decimal("Infinity"), "not-finite"), (True, "bool-for-int")):
        with pytest.raises(InvalidValueError) as wrong:
            ANY_OUTLOOK(golongan=Golongan.III_A, balance=balance)
        assert (code,) == wrong.value.codes


@pytest.mark.parametrize("ask", [Need.months, Need.years], ids=("months", "years"))
def test_months_at_anything_but_a_predicate_are_refused(ask: Any) -> None:
    with pytest.raises(WrongTypeError) as caught:
        ask(need(), "good", diploma="yes")
    assert ["predicate", "diploma"] == [each.path for each in caught.value.problems]


def test_a_ledger_gives_its_outlook() -> None:
    ledger = CreditLedger(
        start=Golongan.III_A,
        employment=EmploymentStatus.PNS,
        degree=Degree.MASTER,
        reached_by=ReachedBy.WRITTEN,
        entries=(Earned.in_year(2024, SB),),
    )
    expected = Outlook(
        golongan=Golongan.III_A,
        balance=Decimal("18.75"),
        reached_by=ReachedBy.WRITTEN,
        degree=Degree.MASTER,
        last_predicate=SB,
    )
    assert expected == ledger.outlook()
    assert ledger.outlook().next_step == need(reached_by=ReachedBy.WRITTEN, degree=Degree.MASTER, last_predicate=SB)


def test_the_last_predicate_is_that_of_the_months_credited_last() -> None:
    entries = (
        Earned.in_year(2023, SB),
        Earned.in_year(2024, BAIK),
        DiplomaBonus(Degree.MASTER),
        Earned(year=2025, first_month=1, months=3, predicate=Predicate.POOR),
    )
    found = [
        CreditLedger(start=Golongan.III_A, employment=EmploymentStatus.PNS, entries=entries[:size])
        .outlook()
        .last_predicate
        for size in range(5)
    ]
    assert [None, SB, BAIK, BAIK, Predicate.POOR] == found


def test_the_texts() -> None:
    both = """III/a, first expert, balance 18.75
  rise of rank to III/b: 50 needed, 31.25 missing
    very good: 20 months, 12 with a new diploma
    good: 30 months, 18 with a new diploma
    needs improvement: 40 months
    poor: 60 months
    very poor: 120 months
  rise of grade to III/c: 100 needed, 81.25 missing
    very good: 52 months, 44 with a new diploma
    good: 78 months, 66 with a new diploma
    needs improvement: 104 months
    poor: 156 months
    very poor: 312 months"""
    assert both == str(Outlook(golongan=Golongan.III_A, balance=Decimal("18.75")))
    one = "III/b, first expert, balance 100.00\n  rise of grade to III/c: 100 needed, 0.00 missing"
    assert one == str(Outlook(golongan=Golongan.III_B, balance=100))
    assert "IV/e, principal expert, balance 7.13\n  nothing follows" == str(
        Outlook(golongan=Golongan.IV_E, balance=Fraction(57, 8))
    )


@pytest.mark.parametrize(
    ("value", "other"),
    [(need(), need(balance=1)), (Outlook(golongan=Golongan.III_A), Outlook(golongan=Golongan.III_B))],
)
def test_they_are_values(value: Any, other: object) -> None:
    assert value != other
    for each in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value)), attrs.evolve(value)):  # noqa: S301 -- our own bytes
        assert value == each
        assert 2 == len({value, each, other})
        assert (repr(value), str(value)) == (repr(each), str(each))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        value.balance = 5


def test_an_answer_does_not_depend_on_the_kind_of_the_number() -> None:
    numbers = (Decimal("18.5"), Fraction(37, 2))
    assert 1 == len({need(balance=number) for number in numbers})
    assert {21} == {need(balance=number).months(SB) for number in numbers}


@pytest.mark.parametrize("value", [need(), Outlook(golongan=Golongan.IV_E)], ids=("need", "outlook"))
def test_they_tell_their_rules_and_sources(value: Need | Outlook) -> None:
    told = {"credit.needs", "credit.reached", "credit.outlook", "credit.diploma-evaluation"}
    assert told <= {rule.key for rule in value.rules}
    assert "credit-guide" == value.sources[0].key
    assert len(set(value.sources)) == len(value.sources)
