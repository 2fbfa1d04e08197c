"""The decimal context of the caller is hidden state: no place hangs on it."""

from collections.abc import Iterator
from datetime import date
from decimal import Context, Decimal, Inexact, Rounded, localcontext

import pytest

from pmm_core import find
from pmm_core.codec import from_plain, to_plain
from pmm_core.ranking import (
    LARGER_COUNT,
    POINTS,
    SCHOOLS_LOGGED_IN,
    Direction,
    Measurement,
    Metric,
    Scale,
    Standings,
    TieBreak,
    rank,
    ranks,
)
from pmm_core.sources import works

DAY = date(2022, 12, 1)
AREAS = find("33.25"), find("33.19")
CLOSE = Decimal("67.84"), Decimal("67.82")
CLOSEST = Decimal("1." + "0" * 34 + "2"), Decimal("1." + "0" * 34 + "1")  # more digits than a context has by default


def waiting(direction: Direction) -> Metric:
    source = works()[0]
    return Metric(
        key="wait",
        label_id="tunggu",
        label_en="wait",
        unit=POINTS,
        scale=Scale.SCORE,
        direction=direction,
        source=source,
    )


def table(scores: tuple[Decimal, Decimal], direction: Direction) -> Standings:
    pairs = zip(AREAS, scores, strict=True)
    return rank(Measurement.score(area, waiting(direction), score, on=DAY) for area, score in pairs)


@pytest.fixture
def poor() -> Iterator[None]:
    with localcontext(Context(prec=1, traps=[Inexact, Rounded])):
        yield


@pytest.mark.usefixtures("poor")
@pytest.mark.parametrize("scores", [CLOSE, CLOSEST])
@pytest.mark.parametrize(("direction", "first"), [(Direction.HIGHER, AREAS[0]), (Direction.LOWER, AREAS[1])])
def test_close_scores_have_their_own_places(
    scores: tuple[Decimal, Decimal], direction: Direction, first: object
) -> None:
    found = table(scores, direction)
    assert (first, (1, 2)) == (found.ranked[0].area, found.places)
    assert found.places == from_plain(to_plain(found)).places
    assert [1, 2] == sorted(ranks(scores, direction=direction))


@pytest.mark.usefixtures("poor")
@pytest.mark.parametrize(("direction", "first"), [(Direction.HIGHER, AREAS[0]), (Direction.LOWER, AREAS[1])])
def test_a_tie_is_broken_by_close_scores(direction: Direction, first: object) -> None:
    even = [Measurement.count(area, SCHOOLS_LOGGED_IN, 5, on=DAY) for area in AREAS]
    broken = rank(even, tie_breaks=[TieBreak.by(table(CLOSEST, direction).measurements)])
    assert (first, (1, 2)) == (broken.ranked[0].area, broken.places)


@pytest.mark.usefixtures("poor")
def test_the_better_score_comes_first_as_a_key_as_well() -> None:
    low = table(CLOSEST, Direction.LOWER)
    better, worse = LARGER_COUNT.values(low.ranked)
    assert better is not None
    assert worse is not None
    assert better > worse


@pytest.mark.usefixtures("poor")
def test_long_numbers_are_printed_to_their_end() -> None:
    assert "67.82" in table(CLOSE, Direction.LOWER).text()
    assert "1,234,567.25" in table((Decimal("1234567.25"), Decimal(1)), Direction.HIGHER).text()
