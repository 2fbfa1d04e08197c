"""Numbers that nobody counts up to are refused, whichever way they come in."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from pmm_core import InvalidValueError, Measurement, Metric, Movement, find, rank
from pmm_core.people import PmmProgress
from pmm_core.ranking import COMMUNITIES_REGISTERED, POINTS, TEACHERS_LOGGED_IN, Direction, Scale, ranks
from pmm_core.sources import works

AREA = find("33.25")
ON = date(2022, 6, 30)
SCORE = Metric(key="score", label_id="skor", label_en="score", unit=POINTS, scale=Scale.SCORE, source=works()[0])
LONG = 10**60
LONGEST = LONG - 1

TOO_LONG: dict[str, tuple[Callable[[], Any], tuple[str, ...]]] = {
    "a count": (lambda: Measurement.count(AREA, COMMUNITIES_REGISTERED, LONG, on=ON), ("numerator",)),
    "a share": (lambda: Measurement.share(AREA, TEACHERS_LOGGED_IN, 1, of=LONG, on=ON), ("denominator",)),
    "both of a share": (
        lambda: Measurement.share(AREA, TEACHERS_LOGGED_IN, LONG, of=LONG, on=ON),
        ("numerator", "denominator"),
    ),
    "the place before": (lambda: Movement(AREA, LONG, 1), ("before",)),
    "the place after": (lambda: Movement(AREA, 1, LONG), ("after",)),
    "the only place": (lambda: Movement(AREA, None, LONG), ("after",)),
    "a score": (lambda: ranks([1, LONG, 2]), ("scores[1]",)),
    "the least score": (lambda: ranks([1, 2, -LONG]), ("scores[2]",)),
    "two scores": (lambda: ranks([LONG, 1, -LONG], direction=Direction.LOWER), ("scores[0]", "scores[2]")),
    "the least score, where less is better": (lambda: ranks([-LONG, 1], direction=Direction.LOWER), ("scores[0]",)),
    "the largest score, where less is better": (lambda: ranks([1, LONG], direction=Direction.LOWER), ("scores[1]",)),
    "a score beside a fraction": (lambda: ranks([LONG, Fraction(1, 2)]), ("scores[0]",)),
    "a score beside a decimal": (lambda: ranks([LONG, Decimal(1)]), ("scores[0]",)),
    "a fraction": (lambda: ranks([1, Fraction(1, LONG)]), ("scores[1]",)),
    "topics": (lambda: PmmProgress(topic_count=LONG), ("topic_count",)),
}


@pytest.mark.parametrize("name", TOO_LONG)
def test_a_number_of_more_than_sixty_digits_is_refused(name: str) -> None:
    build, paths = TOO_LONG[name]
    with pytest.raises(InvalidValueError) as caught:
        build()
    assert ("out-of-range",) == caught.value.codes
    assert paths == tuple(problem.path for problem in caught.value.problems)


def test_it_is_told_what_was_asked() -> None:
    with pytest.raises(InvalidValueError) as caught:
        ranks([LONG])
    assert "ranks" == caught.value.subject


def test_exact_numbers_of_two_kinds_are_ranked_together() -> None:
    assert [1, 2] == ranks([Fraction(1, 2), Decimal("0.25")])
    kudus = find("Kudus")
    scores = [
        Measurement.score(AREA, SCORE, Fraction(1, 2), on=ON),
        Measurement.score(kudus, SCORE, Decimal("0.75"), on=ON),
    ]
    assert [kudus, AREA] == [row.area for row in rank(scores)]


def test_a_number_of_sixty_digits_is_taken() -> None:
    assert LONGEST == Measurement.count(AREA, COMMUNITIES_REGISTERED, LONGEST, on=ON).numerator
    assert LONGEST == Measurement.share(AREA, TEACHERS_LOGGED_IN, LONGEST, of=LONGEST, on=ON).denominator
    assert (LONGEST, LONGEST) == (Movement(AREA, LONGEST, 1).before, Movement(AREA, 1, LONGEST).after)
    assert [1, 2, 3] == ranks([LONGEST, 1, -LONGEST])
    assert [2, 1] == ranks([Fraction(1, LONGEST), LONGEST])
    assert LONGEST == PmmProgress(topic_count=LONGEST).topic_count
