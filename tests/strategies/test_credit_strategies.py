"""The strategies for credit: only valid values, everything reached, the simplest first, near-misses refused."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeVar, cast

import pytest
from hypothesis import Phase, find as simplest, given, settings, strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.appraisal import Predicate
from pmm_core.credit import (
    CreditEntry,
    CreditLedger,
    Degree,
    DiplomaBonus,
    Earned,
    Golongan,
    Grade,
    LedgerLine,
    Need,
    Outlook,
    ReachedBy,
    Rise,
    grade_of,
)
from pmm_core.errors import PmmError
from pmm_core.testing import (
    NearMiss,
    _plugin,
    credit_entries,
    credit_ledgers,
    credit_needs,
    credit_outlooks,
    degrees,
    diploma_bonuses,
    earned_months,
    golongan_rises,
    golongans,
    grades,
    ledger_lines,
)
from pmm_core.testing._credit_near_misses import CREDIT_NEAR_MISSES

T = TypeVar("T")
STRICT = settings(suppress_health_check=[], max_examples=100)  # a strategy that filters or dawdles fails here
REACH = settings(database=None, max_examples=2000, phases=[Phase.generate], derandomize=True)


def first(strategy: st.SearchStrategy[T]) -> T:
    """The simplest example; no database, since Hypothesis would file all these under one key."""
    return simplest(strategy, anything, settings=settings(database=None))


def reached(strategy: st.SearchStrategy[T], condition: Callable[[T], bool]) -> T:
    """Any example that meets a condition, without the cost of shrinking it."""
    return simplest(strategy, condition, settings=REACH)


def anything(_: object) -> bool:
    return True


@STRICT
@given(credit_entries(), credit_outlooks(), credit_needs())
def test_values_are_not_filtered(entry: CreditEntry, outlook: Outlook, need: Need) -> None:
    assert str(entry)
    assert (outlook.next_step is None) is (outlook.golongan is Golongan.IV_E)
    assert grade_of(need.golongan) is need.grade


@STRICT
@given(credit_ledgers(), ledger_lines())
def test_ledgers_are_not_filtered(ledger: CreditLedger, line: LedgerLine) -> None:
    assert len(ledger.entries) == len(ledger.running()) <= 8
    assert line.exact >= 0


@pytest.mark.parametrize("predicate", Predicate)
def test_every_predicate_is_reached(predicate: Predicate) -> None:
    assert predicate is reached(earned_months(), lambda earned: earned.predicate is predicate).predicate


@pytest.mark.parametrize("last", [None, *Predicate])
def test_every_last_predicate_is_reached(last: Predicate | None) -> None:
    assert last is reached(credit_needs(), lambda need: need.last_predicate is last).last_predicate
    assert last is reached(credit_outlooks(), lambda outlook: outlook.last_predicate is last).last_predicate


@pytest.mark.parametrize("golongan", Golongan)
def test_every_golongan_is_reached(golongan: Golongan) -> None:
    assert golongan is reached(golongans(), lambda each: each is golongan)
    assert golongan is reached(credit_outlooks(), lambda each: each.golongan is golongan).golongan
    assert golongan is reached(credit_ledgers(max_size=2), lambda each: each.start is golongan).start
    assert Rise(golongan) == reached(golongan_rises(), lambda rise: rise.to is golongan)


@pytest.mark.parametrize("grade", Grade)
def test_every_grade_is_reached(grade: Grade) -> None:
    assert grade is reached(grades(), lambda each: each is grade)
    assert grade is grade_of(first(golongans(grade=grade)))


@pytest.mark.parametrize("degree", Degree)
def test_every_degree_is_reached(degree: Degree) -> None:
    assert degree is reached(degrees(), lambda each: each is degree)
    assert degree is reached(credit_ledgers(max_size=1), lambda each: each.degree is degree).degree
    found = reached(credit_ledgers(), lambda each: DiplomaBonus(degree) in each.entries)
    assert DiplomaBonus(degree) in found.entries


@pytest.mark.parametrize("reading", ReachedBy)
def test_every_reading_is_reached(reading: ReachedBy) -> None:
    assert reading is reached(credit_ledgers(max_size=1), lambda each: each.reached_by is reading).reached_by
    assert reading is reached(credit_needs(), lambda each: each.reached_by is reading).reached_by


@pytest.mark.parametrize("kind", [Earned, DiplomaBonus, Rise])
def test_every_kind_of_entry_is_reached(kind: type[CreditEntry]) -> None:
    assert kind is type(reached(credit_entries(), lambda entry: type(entry) is kind))


def rises(ledger: CreditLedger) -> int:
    return sum(isinstance(entry, Rise) for entry in ledger.entries)


def test_ledgers_with_several_rises_of_both_kinds_are_reached() -> None:
    assert 3 <= rises(reached(credit_ledgers(), lambda ledger: rises(ledger) >= 3))
    found = reached(credit_ledgers(), lambda ledger: any(line.added < 0 for line in ledger.running()))
    assert found.grade is not grade_of(found.start)


def test_what_is_missing_and_what_is_reached_both_come() -> None:
    assert not reached(credit_needs(), lambda need: not need.reached).reached
    assert reached(credit_needs(), lambda need: need.reached).reached


def test_the_simplest_come_first() -> None:
    assert Earned(year=2023, first_month=1, months=1, predicate=Predicate.VERY_POOR) == first(credit_entries())
    assert DiplomaBonus(Degree.BACHELOR) == first(diploma_bonuses())
    assert Rise(Golongan.III_A) == first(golongan_rises())
    ledger = first(credit_ledgers())
    assert (Golongan.III_A, Fraction(0), 0) == (ledger.start, ledger.exact, len(ledger.entries))
    assert Fraction(25, 96) == first(ledger_lines()).exact
    assert Outlook(golongan=Golongan.III_A) == first(credit_outlooks())
    assert Need(golongan=Golongan.III_A, to=Golongan.III_B) == first(credit_needs())
    assert (Grade.PERTAMA, Golongan.III_A, Degree.BACHELOR) == (first(grades()), first(golongans()), first(degrees()))


def test_a_rise_shrinks_to_just_enough_credit() -> None:
    # the same draws each time: from some, dropping an entry would need a larger opening at once, and no shrinker tries
    steady = settings(database=None, derandomize=True)
    found = simplest(credit_ledgers(start=Golongan.III_C), lambda ledger: rises(ledger) == 1, settings=steady)
    assert ("100.00", (Rise(Golongan.III_D),)) == (str(found.opening), found.entries)


@given(st.data())
def test_arguments_are_met(data: st.DataObject) -> None:
    grade = data.draw(grades())
    assert grade is grade_of(data.draw(golongans(grade=grade)))
    start = data.draw(golongans())
    ledger = data.draw(credit_ledgers(start=start, min_size=2, max_size=3))
    assert start is ledger.start
    assert 2 <= len(ledger.entries) <= 3


@pytest.mark.parametrize(
    "strategy",
    [
        golongans(grade=cast("Any", "muda")),
        credit_ledgers(start=cast("Any", "III/a")),
        credit_ledgers(min_size=cast("Any", "1")),
        credit_ledgers(min_size=-1),
        credit_ledgers(min_size=3, max_size=2),
    ],
    ids=("grade", "start", "text", "negative", "reversed"),
)
def test_a_wrong_argument_is_refused_when_a_value_is_drawn(strategy: st.SearchStrategy[Any]) -> None:
    with pytest.raises(InvalidArgument):
        first(strategy)


@pytest.mark.parametrize("kind", [Earned, DiplomaBonus, Rise, CreditLedger, LedgerLine, Need, Outlook])
def test_the_plugin_knows_every_value(kind: type[Any]) -> None:
    _plugin.register()  # done by Hypothesis itself where the library is installed
    assert isinstance(first(st.from_type(kind)), kind)


_MISS_IDS = [f"{miss.code}: {miss.why} ({index})" for index, miss in enumerate(CREDIT_NEAR_MISSES)]


@pytest.mark.parametrize("miss", CREDIT_NEAR_MISSES, ids=_MISS_IDS)
def test_near_misses_are_refused_for_their_code(miss: NearMiss) -> None:
    with pytest.raises(PmmError) as caught:
        miss.provoke()
    assert (miss.code,) == caught.value.codes


def test_near_misses_cover_every_code_of_credit() -> None:
    credit = {
        *("collects-no-credit", "partial-month", "months-overlap", "out-of-order", "no-evaluation"),
        *("predicate-too-low", "degree-not-higher", "credit-short", "wrong-golongan", "top-golongan"),
        *("too-small", "too-large", "unknown-period", "malformed", "empty", "negative", "not-finite"),
        *("bool-for-int", "float-for-exact", "wrong-type"),
    }
    assert credit == {miss.code for miss in CREDIT_NEAR_MISSES}
