"""The table of tie methods: total, distinct, and each as its name says."""

from decimal import Decimal
from fractions import Fraction

import pytest

from pmm_core.ranking import Direction, Place, TieMethod, ranks
from pmm_core.ranking._ties import NUMBERING

HALF = Fraction(5, 2)
# {A 90.0, B 85.5, C 85.5, D 80.0}: the best first, the worst first
EXPECTED: dict[TieMethod, tuple[list[Place], list[Place]]] = {
    TieMethod.COMPETITION: ([1, 2, 2, 4], [4, 2, 2, 1]),
    TieMethod.DENSE: ([1, 2, 2, 3], [3, 2, 2, 1]),
    TieMethod.MODIFIED: ([1, 3, 3, 4], [4, 3, 3, 1]),
    TieMethod.ORDINAL: ([1, 2, 3, 4], [4, 2, 3, 1]),
    TieMethod.FRACTIONAL: ([1, HALF, HALF, 4], [4, HALF, HALF, 1]),
}
SCORES = [Decimal("90.0"), Decimal("85.5"), Decimal("85.5"), Decimal("80.0")]


def test_the_table_is_total() -> None:
    assert list(TieMethod) == list(NUMBERING) == list(EXPECTED)


def test_no_two_methods_are_the_same() -> None:
    assert len(TieMethod) == len({tuple(ranks(SCORES, ties=ties)) for ties in TieMethod})


@pytest.mark.parametrize("ties", TieMethod)
def test_the_places(ties: TieMethod) -> None:
    higher, lower = EXPECTED[ties]
    assert higher == ranks(SCORES, ties=ties)
    assert lower == ranks(SCORES, ties=ties, direction=Direction.LOWER)


@pytest.mark.parametrize("ties", TieMethod)
def test_the_labels_show_the_places(ties: TieMethod) -> None:
    shown = ", ".join("2½" if place == HALF else str(place) for place in EXPECTED[ties][0])
    assert ties.label_en.endswith(f"({shown})")
    assert ties.label_id.endswith(f"({shown})")


@pytest.mark.parametrize("ties", TieMethod)
def test_places_are_whole_but_for_the_mean(ties: TieMethod) -> None:
    kind = Fraction if ties is TieMethod.FRACTIONAL else int
    assert {kind} == {type(place) for place in ranks(SCORES, ties=ties)}
    assert [] == ranks([], ties=ties)
    assert [1] == ranks([7], ties=ties)
