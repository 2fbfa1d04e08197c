"""Cohorts of Guru Penggerak: what each is known to have lasted, and that no date is made up."""

from datetime import date
from typing import Any, cast

import attrs
import pytest
from dateutil.relativedelta import relativedelta

from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.programmes import COHORTS, Cohort, PublishedDate, cohort
from pmm_core.sources import Certainty, Source

MADE_UP = Source(key="made-up", title="A note", locator="nowhere", certainty=Certainty.DESIGN)

# typed from the table of section 7 of the domain notes: number, months, how sure, start, end
KNOWN = [
    (1, 9, "secondary", "2020-10-15", "2021-09"),
    (2, 9, "recalled", "-", "2022-01"),
    (3, 9, "recalled", "-", "2022-07"),
    (4, 9, "seed", "2021-10-14", "2022-11-26"),
    (5, 6, "secondary", "2022-05", "2023-01"),
    (6, 6, "recalled", "2022-08-24", "-"),
    (7, 6, "seed", "2022-10-20", "-"),
    (8, 6, "recalled", "-", "-"),
    (9, 6, "secondary", "2023-06-01", "2023-11-30"),
    (10, 6, "recalled", "-", "-"),
    (11, 6, "recalled", "-", "-"),
]


@pytest.mark.parametrize("row", KNOWN, ids=lambda row: f"angkatan {row[0]}")
def test_every_cohort_is_as_the_notes_have_it(row: tuple[int, int, str, str, str]) -> None:
    found = cohort(row[0])
    told = (str(found.starts or "-"), str(found.ends or "-"))
    assert row == (found.number, found.months, found.months_source.certainty.value, *told)


def test_there_is_no_twelfth() -> None:
    assert [row[0] for row in KNOWN] == [each.number for each in COHORTS]


@pytest.mark.parametrize(("number", "months"), [(4, 9), (5, 6), (7, 6)])
def test_the_worked_examples(number: int, months: int) -> None:
    assert months == cohort(number).months


@pytest.mark.parametrize(
    ("number", "code"),
    [(0, "too-small"), (-1, "too-small"), (12, "too-large"), (True, "bool-for-int"), (4.0, "float-for-exact")],
)
def test_a_number_that_no_cohort_has_is_refused(number: Any, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        cohort(number)
    assert (code,) == caught.value.codes


def test_a_text_is_no_number() -> None:
    with pytest.raises(WrongTypeError):
        cohort(cast("Any", "4"))


def test_the_fourth_took_longer_than_its_name_says() -> None:
    """So nobody may derive an end from a start: nine months after 14 October 2021 is 14 July 2022."""
    fourth = cohort(4)
    assert fourth.starts is not None
    assert fourth.ends is not None
    by_name = fourth.starts.earliest + relativedelta(months=fourth.months)
    assert date(2022, 7, 14) == by_name
    assert fourth.ends.earliest > by_name
    assert 13 * 30 < (fourth.ends.latest - fourth.starts.earliest).days


def test_where_no_date_was_published_none_stands() -> None:
    assert [8, 10, 11] == [each.number for each in COHORTS if not each.starts and not each.ends]
    assert [6, 7] == [each.number for each in COHORTS if each.starts and not each.ends]
    assert [2, 3] == [each.number for each in COHORTS if each.ends and not each.starts]
    assert [8, 10, 11] == [each.number for each in COHORTS if each.dates_source is None]


def test_a_month_without_a_day_can_mean_any_of_its_days() -> None:
    february = PublishedDate(2024, 2)
    assert (date(2024, 2, 1), date(2024, 2, 29), "2024-02") == (february.earliest, february.latest, str(february))
    leap = PublishedDate(2024, 2, 29)
    assert (date(2024, 2, 29), date(2024, 2, 29), "2024-02-29") == (leap.earliest, leap.latest, str(leap))
    assert "0021-09" == str(PublishedDate(21, 9))
    assert date(9999, 12, 31) == PublishedDate(9999, 12).latest


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((2021, 0), [("month", "too-small")]),
        ((2021, 13), [("month", "too-large")]),
        ((0, 1), [("year", "too-small")]),
        ((10_000, 1, 1), [("year", "too-large")]),
        ((2021, 9, 31), [("day", "no-such-day")]),
        ((2021, 9, 0), [("day", "no-such-day")]),
        ((2023, 2, 29), [("day", "no-such-day")]),
        ((2021, 13, 32), [("month", "too-large")]),
        (("2021", True, 1.0), [("year", "wrong-type"), ("month", "bool-for-int"), ("day", "float-for-exact")]),
    ],
    ids=str,
)
def test_a_date_that_nobody_can_publish(given: tuple[Any, ...], expected: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        PublishedDate(*given)
    assert expected == [(problem.path, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"number": 0, "months": 0}, [("number", "too-small"), ("months", "too-small")]),
        ({"months_source": "the press"}, [("months_source", "wrong-type")]),
        ({"starts": date(2024, 1, 1), "dates_source": MADE_UP}, [("starts", "wrong-type")]),
        ({"ends": PublishedDate(2024, 1)}, [("dates_source", "wrong-type")]),
        ({"dates_source": "the press"}, [("dates_source", "wrong-type")]),
        ({"note": None}, [("note", "wrong-type")]),
        (
            {"starts": PublishedDate(2024, 2), "ends": PublishedDate(2024, 1, 31), "dates_source": MADE_UP},
            [("ends", "window-reversed")],
        ),
    ],
    ids=["numbers", "source", "day", "no source", "text", "note", "reversed"],
)
def test_a_cohort_that_cannot_be(changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    fields: dict[str, Any] = {"number": 12, "months": 6, "months_source": MADE_UP}
    with pytest.raises(InvalidValueError) as caught:
        Cohort(**(fields | changes))
    assert expected == [(problem.path, problem.code) for problem in caught.value.problems]


def test_an_end_within_the_month_of_the_start_is_no_contradiction() -> None:
    both = attrs.evolve(cohort(8), starts=PublishedDate(2023, 1, 31), ends=PublishedDate(2023, 1), dates_source=MADE_UP)
    assert (2023, 1) == (both.ends and both.ends.year, both.ends and both.ends.month)
    assert MADE_UP == attrs.evolve(cohort(8), dates_source=MADE_UP).dates_source
