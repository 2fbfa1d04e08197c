"""What stands in a ledger: months from the calendar, diplomas, rises, and what is none of them."""

import copy
import pickle
from datetime import date
from itertools import count
from typing import Any, cast

import attrs
import pytest

from pmm_core.appraisal import Predicate
from pmm_core.calendar import ANNUAL_FROM_2026, CALENDAR, Period, PeriodCalendar, Window
from pmm_core.credit import Degree, DiplomaBonus, Earned, Golongan, Rise
from pmm_core.errors import InvalidValueError, UnknownNameError, WrongTypeError

ANY = cast("Any", Earned)
GOOD = Predicate.GOOD


def earned(**changes: object) -> Earned:
    fields = {"year": 2024, "first_month": 1, "months": 6, "predicate": GOOD}
    built: Earned = ANY(**(fields | changes))
    return built


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024-S1", "2024-01..2024-06 good"),
        ("2024-S2", "2024-07..2024-12 good"),
        ("2025-A1", "2025-01..2025-12 good"),
    ],
)
def test_a_period_of_the_calendar_gives_its_months(period: str, expected: str) -> None:
    assert expected == str(Earned.in_period(Period.parse(period), GOOD))


def test_a_year_has_twelve_months() -> None:
    assert earned(months=12) == Earned.in_year(2024, GOOD)
    assert 12 == Earned.in_year(2024, GOOD).last_month


@pytest.mark.parametrize(
    ("window", "first", "months"),
    [
        ("2024-02-01..2024-06-30", 2, 5),
        ("2024-02-01..2024-02-29", 2, 1),
        ("2023-02-01..2023-02-28", 2, 1),
        ("2024-01-01..2024-12-31", 1, 12),
        ("2024-12-01..2024-12-31", 12, 1),
    ],
)
def test_a_window_of_whole_months_is_read(window: str, first: int, months: int) -> None:
    found = Earned.in_window(Window.parse(window), GOOD)
    assert (first, months) == (found.first_month, found.months)


@pytest.mark.parametrize(
    "window", ["2024-01-02..2024-06-30", "2024-01-01..2024-06-29", "2024-02-01..2024-02-28", "2024-03-07..2024-03-07"]
)
def test_a_window_that_cuts_a_month_is_refused(window: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Earned.in_window(Window.parse(window), GOOD)
    assert [("window", "partial-month")] == [(each.path, each.code) for each in caught.value.problems]


def test_a_window_across_the_new_year_is_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Earned.in_window(Window.parse("2024-07-01..2025-06-30"), GOOD)
    assert [("months", "too-large")] == [(each.path, each.code) for each in caught.value.problems]


@pytest.mark.parametrize(
    "build",
    [
        lambda: Earned.in_year(2022, GOOD),
        lambda: Earned.in_year(2010, Predicate.VERY_GOOD),
        lambda: Earned.in_window(Window.parse("2022-12-01..2022-12-31"), GOOD),
        lambda: Earned.in_period(
            Period(2022, "X", 1),
            GOOD,
            calendar=PeriodCalendar((attrs.evolve(ANNUAL_FROM_2026, key="other", mark="X", first_year=2020),)),
        ),
        lambda: attrs.evolve(earned(), year=2022),
    ],
    ids=("year", "long ago", "window", "period", "evolve"),
)
def test_months_of_the_older_system_earn_nothing_here(build: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        build()
    assert [("year", "too-small")] == [(each.path, each.code) for each in caught.value.problems]
    assert "opening balance" in str(caught.value)


def test_the_first_months_of_the_formula_are_those_of_january_2023() -> None:
    assert "2023-01..2023-01 good" == str(earned(year=2023, months=1))


def test_another_calendar_can_be_asked() -> None:
    other = PeriodCalendar((attrs.evolve(ANNUAL_FROM_2026, key="other", mark="X"),))
    assert Earned.in_year(2030, GOOD) == Earned.in_period(Period(2030, "X", 1), GOOD, calendar=other)


def test_a_period_that_the_calendar_does_not_know_is_refused() -> None:
    with pytest.raises(UnknownNameError) as caught:
        Earned.in_period(Period(2024, "S", 3), GOOD)
    assert ("unknown-period",) == caught.value.codes
    assert CALENDAR.span(Period(2024, "S", 2)).end == date(2024, 12, 31)


@pytest.mark.parametrize(
    "call",
    [
        lambda: ANY.in_window("2024-01-01..2024-06-30", GOOD),
        lambda: ANY.in_window(date(2024, 1, 1), GOOD),
        lambda: ANY.in_period("2024-S1", GOOD),
        lambda: ANY.in_period(Period(2024, "S", 1), GOOD, calendar=None),
        lambda: ANY.in_period(Period(2024, "S", 1), "good"),
        lambda: ANY.in_year("2024", GOOD),
        lambda: ANY.overlaps(earned(), "2024"),
        lambda: cast("Any", DiplomaBonus)("s2"),
        lambda: cast("Any", Rise)("III/b"),
    ],
    ids=count(),
)
def test_another_kind_is_refused(call: Any) -> None:
    with pytest.raises(WrongTypeError) as caught:
        call()
    assert ("wrong-type",) == caught.value.codes


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        ({"year": 999}, [("year", "too-small")]),
        ({"year": 2022}, [("year", "too-small")]),
        ({"year": 10**70}, [("year", "out-of-range")]),
        ({"year": 9999}, [("year", "too-large")]),
        ({"first_month": 0}, [("first_month", "too-small")]),
        ({"first_month": 13}, [("first_month", "too-large")]),
        ({"months": 0}, [("months", "too-small")]),
        ({"months": 13}, [("months", "too-large")]),
        ({"first_month": 8}, [("months", "too-large")]),
        ({"first_month": 12, "months": 2}, [("months", "too-large")]),
        (
            {"year": True, "first_month": 1.0, "months": 13, "predicate": "good"},
            [
                ("year", "bool-for-int"),
                ("first_month", "float-for-exact"),
                ("months", "too-large"),
                ("predicate", "wrong-type"),
            ],
        ),
    ],
)
def test_what_are_no_months_is_refused(fields: dict[str, Any], problems: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        earned(**fields)
    assert problems == [(each.path, each.code) for each in caught.value.problems]


@pytest.mark.parametrize(
    ("first", "months", "year", "expected"),
    [(6, 1, 2024, True), (7, 6, 2024, False), (1, 12, 2024, True), (1, 6, 2025, False), (1, 6, 2023, False)],
)
def test_months_that_are_shared(first: int, months: int, year: int, expected: bool) -> None:  # noqa: FBT001 -- drawn or listed
    other = earned(year=year, first_month=first, months=months, predicate=Predicate.POOR)
    assert expected is earned().overlaps(other) is other.overlaps(earned())


@pytest.mark.parametrize(
    ("value", "other", "text"),
    [
        (earned(), earned(months=5), "2024-01..2024-06 good"),
        (DiplomaBonus(Degree.MASTER), DiplomaBonus(Degree.DOCTOR), "new diploma: master (S2)"),
        (Rise(Golongan.III_B), Rise(Golongan.III_C), "rise to III/b"),
    ],
)
def test_they_are_values(value: Any, other: object, text: str) -> None:
    assert text == str(value)
    assert value != other
    for each in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value)), attrs.evolve(value)):  # noqa: S301 -- our own bytes
        assert value == each
        assert 2 == len({value, each, other})
        assert repr(value) == repr(each)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, value.__slots__[0], None)


def test_a_changed_copy_is_checked() -> None:
    with pytest.raises(InvalidValueError):
        attrs.evolve(earned(), first_month=8)
