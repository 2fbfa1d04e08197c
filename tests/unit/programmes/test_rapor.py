"""Rapor Pendidikan: readings, reports, the weakest first, and differences between years."""

from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest

from pmm_core.errors import IncomparableError, InvalidValueError, WrongTypeError
from pmm_core.programmes import (
    PRIORITY_INDICATORS,
    Achievement,
    Change,
    RaporIndicator,
    RaporReading,
    RaporReport,
    ScoreDifference,
    score_differences,
)

A1, A2, D1, D3 = (RaporIndicator(code) for code in ("A.1", "A.2", "D.1", "D.3"))
POOR, FAIR, GOOD = Achievement.POOR, Achievement.FAIR, Achievement.GOOD


def reading(indicator: RaporIndicator, word: Achievement = FAIR, score: Any = 50, **more: Any) -> RaporReading:
    return RaporReading(indicator=indicator, achievement=word, score=score, **more)


def report(*readings: RaporReading, unit: str = "s-1", year: int = 2023) -> RaporReport:
    return RaporReport(unit=unit, year=year, readings=readings)


def test_words_count_before_scores() -> None:
    found = report(reading(A1, FAIR, 10), reading(D1, POOR, 99), reading(A2, GOOD, 1)).weakest
    assert [D1, A1, A2] == [each.indicator for each in found]


def test_exact_scores_of_every_kind_are_compared_within_a_word() -> None:
    third = reading(A1, FAIR, Fraction(1, 3))
    found = report(third, reading(A2, FAIR, Decimal("0.3333")), reading(D1, FAIR, 0), reading(D3, FAIR, 1)).weakest
    assert [D1, A2, A1, D3] == [each.indicator for each in found]


def test_ties_stand_in_the_order_of_the_indicators_however_they_were_given() -> None:
    readings = (reading(A1, score=50), reading(A2, score=Decimal("50.0")), reading(D1, score=Fraction(100, 2)))
    for given in permutations(readings):
        assert (A1, A2, D1) == tuple(each.indicator for each in report(*given).weakest)
        assert report(*readings) == report(*given)


def test_what_it_tells_and_does_not_tell() -> None:
    found = report(reading(D3), reading(A1, GOOD, change=Change.UP))
    assert (A1, D3) == found.indicators
    assert (Change.UP, None) == (found.readings[0].change, found.readings[1].change)
    assert found.readings[0] == found.of(A1)
    assert found.of(D1) is None
    assert PRIORITY_INDICATORS[1:] == found.untold


def test_the_id_of_the_unit_is_not_shown() -> None:
    assert "s-17" not in repr(report(reading(A1), unit="s-17"))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"indicator": "A.1", "achievement": "baik"}, [("indicator", "wrong-type"), ("achievement", "wrong-type")]),
        ({"score": 62.5}, [("score", "float-for-exact")]),
        ({"score": -1}, [("score", "negative")]),
        ({"score": Decimal("NaN")}, [("score", "not-finite")]),
        ({"score": None, "change": "naik"}, [("score", "wrong-type"), ("change", "wrong-type")]),
    ],
    ids=str,
)
def test_a_reading_that_cannot_be(changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    fields: dict[str, Any] = {"indicator": A1, "achievement": FAIR, "score": 50}
    with pytest.raises(InvalidValueError) as caught:
        RaporReading(**(fields | changes))
    assert expected == [(problem.path, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"readings": ()}, [("readings", "empty")]),
        ({"readings": [reading(A1)]}, [("readings", "wrong-type")]),
        ({"readings": (reading(A1), "A.2")}, [("readings[1]", "wrong-type")]),
        ({"readings": (reading(A1), reading(A2), reading(A1, GOOD))}, [("readings[2]", "duplicate")]),
        ({"unit": "198609262015051001"}, [("unit", "personal-id")]),
        ({"unit": " ", "year": 0}, [("unit", "empty"), ("year", "too-small")]),
        ({"year": True}, [("year", "bool-for-int")]),
    ],
    ids=["none", "list", "text", "twice", "number", "unit", "year"],
)
def test_a_report_that_cannot_be(changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    fields: dict[str, Any] = {"unit": "s-1", "year": 2023, "readings": (reading(A1),)}
    with pytest.raises(InvalidValueError) as caught:
        RaporReport(**(fields | changes))
    assert expected == [(problem.path, problem.code) for problem in caught.value.problems]


def test_a_question_of_the_wrong_kind() -> None:
    wrong: Any = "A.1"
    with pytest.raises(WrongTypeError):
        report(reading(A1)).of(wrong)


class TestDifferences:
    """A difference is a subtraction and nothing more."""

    def test_it_is_exact(self) -> None:
        before = report(reading(A1, score=Decimal("0.1")), reading(D1, score=60), year=2022)
        after = report(reading(D1, score=Fraction(181, 3)), reading(A1, score=Decimal("0.3")))
        found = {each.indicator: each.difference for each in score_differences(before, after)}
        assert {A1: Fraction(1, 5), D1: Fraction(1, 3)} == found

    def test_it_leaves_the_words_alone(self) -> None:
        """The report may say unchanged where the score rose: by how much it must rise is not known."""
        before = report(reading(A1, score=50), year=2022)
        after = report(reading(A1, score=51, change=Change.SAME))
        assert [1] == [each.difference for each in score_differences(before, after)]
        assert after.readings[0].change is Change.SAME

    def test_years_may_lie_apart(self) -> None:
        assert 1 == len(score_differences(report(reading(A1), year=2021), report(reading(A1), year=2024)))

    @pytest.mark.parametrize(
        ("after", "codes"),
        [
            (report(reading(A1), unit="s-2", year=2024), ("different-unit",)),
            (report(reading(A1), year=2023), ("dates-reversed",)),
            (report(reading(A1), year=2022), ("dates-reversed",)),
            (report(reading(A1), reading(A2), year=2024), ("different-indicators",)),
            (
                report(reading(A2), unit="s-2", year=2020),
                ("different-unit", "dates-reversed", "different-indicators"),
            ),
        ],
        ids=["unit", "same year", "earlier year", "indicators", "everything"],
    )
    def test_what_cannot_be_compared_is_refused_with_every_reason(
        self, after: RaporReport, codes: tuple[str, ...]
    ) -> None:
        with pytest.raises(IncomparableError) as caught:
            score_differences(report(reading(A1)), after)
        assert codes == caught.value.codes
        assert "s-1" not in str(caught.value)
        assert "s-2" not in str(caught.value)

    def test_what_both_tell_would_be_possible(self) -> None:
        before, after = report(reading(A1), reading(D1)), report(reading(A2), reading(D1), year=2024)
        with pytest.raises(IncomparableError) as caught:
            score_differences(before, after)
        assert ("D.1",) == caught.value.refusals[0].possible

    def test_bad_input(self) -> None:
        wrong: Any = None
        half: Any = 0.5
        with pytest.raises(WrongTypeError) as caught:
            score_differences(wrong, wrong)
        assert ["before", "after"] == [problem.path for problem in caught.value.problems]
        with pytest.raises(WrongTypeError) as caught:
            ScoreDifference(wrong, half, -1)
        codes = [problem.code for problem in caught.value.problems]
        assert ["wrong-type", "float-for-exact", "negative"] == codes
