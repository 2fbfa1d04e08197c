"""The laws of composite indices: within 0 and 100, exact, monotone."""

from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

import attrs
from hypothesis import assume, example, given, strategies as st

from pmm_core.ranking import (
    COMMUNITIES_REGISTERED,
    SCHOOLS_LOGGED_IN,
    Component,
    Direction,
    Index,
    Measurement,
    Scale,
    UnrankedReason,
    composite,
)
from pmm_core.regions import Kabupaten, find
from pmm_core.sources import works
from pmm_core.testing import indices, kabupatens, measurements

DAY = date(2022, 11, 24)
HALF = Fraction(1, 2)
BOTH = Index(
    key="both",
    label_id="keduanya",
    label_en="both",
    source=works()[0],
    components=(
        Component(metric=SCHOOLS_LOGGED_IN, weight=HALF),
        Component(metric=COMMUNITIES_REGISTERED, weight=HALF, full_mark=150),
    ),
)
FIGURES = [
    Measurement.share(find("15.04"), SCHOOLS_LOGGED_IN, 240, of=240, on=DAY),
    Measurement.count(find("15.04"), COMMUNITIES_REGISTERED, 144, on=DAY),
]
WITHOUT_ITS_BASE = Measurement.count(find("15.04"), SCHOOLS_LOGGED_IN, 240, on=DAY)


@st.composite
def readings(draw: st.DrawFn) -> tuple[Index, list[Measurement]]:
    """An index with figures of some kabupaten; some figures are missing, some bases are empty."""
    index = draw(indices(max_size=3))
    areas: list[Kabupaten] = draw(st.lists(kabupatens(), min_size=1, max_size=4, unique=True))
    found: list[Measurement] = []
    for area in areas:
        for component in index.components:
            if draw(st.integers(0, 5)) < 5:
                figure = measurements(
                    area=st.just(area), metric=st.just(component.metric), on=st.just(DAY), max_base=300
                )
                found.append(draw(figure))
    return index, found


def points(component: Component, figure: Measurement) -> Fraction | None:
    """What a figure earns, by the words of the rule."""
    if component.metric.scale is Scale.SHARE:
        if not figure.denominator:
            return None
        part = Fraction(figure.numerator) / figure.denominator
    else:
        part = min(Fraction(figure.numerator, component.full_mark or 1), Fraction(1))  # type: ignore[arg-type]
    return 100 * Fraction(component.weight) * (part if component.metric.direction is Direction.HIGHER else 1 - part)


def shuffle(values: list[Any], random: Random | None) -> None:
    """Change the order: by chance, or backwards for the pinned example."""
    if random is None:
        values.reverse()
    else:
        random.shuffle(values)


class TestTheIndexIsTheWeightedSum:
    """The score is the exact weighted sum, from 0 to 100; who lacks a part has no place, and the reason says which."""

    @given(readings())
    @example((BOTH, FIGURES))
    @example((BOTH, FIGURES[:1]))
    @example((BOTH, [WITHOUT_ITS_BASE, *FIGURES[1:]]))
    def test_it(self, reading: tuple[Index, list[Measurement]]) -> None:
        index, figures = reading
        table = composite(index, figures, on=DAY)
        reasons = {row.area.key: row.reason for row in table.unranked}
        for area in {figure.area for figure in figures}:
            known = {figure.metric.key: figure for figure in figures if figure.area == area}
            parts = [
                points(component, known[component.metric.key])
                for component in index.components
                if component.metric.key in known
            ]
            shares = [
                known[one.metric.key] for one in index.components if one.full_mark is None and one.metric.key in known
            ]
            if len(parts) < len(index.components) or None in [figure.denominator for figure in shares]:
                assert reasons[area.key] is UnrankedReason.INCOMPLETE
            elif None in parts:
                assert reasons[area.key] is UnrankedReason.EMPTY_BASE
            else:
                value = table.of(area).measurement.value
                assert sum((part or 0 for part in parts), Fraction(0)) == value
                assert value is not None
                assert 0 <= value <= 100

    @given(readings(), st.randoms(use_true_random=False))
    @example((BOTH, FIGURES), None)
    def test_input_order_never_matters(self, reading: tuple[Index, list[Measurement]], random: Random | None) -> None:
        index, figures = reading
        moved = list(figures)
        shuffle(moved, random)
        assert composite(index, figures, on=DAY) == composite(index, moved, on=DAY)


class TestTheIndexIsMonotone:
    """One unit better in one component never lowers the score and never costs a place."""

    @given(readings(), st.data())
    @example((BOTH, FIGURES), None)
    def test_it(self, reading: tuple[Index, list[Measurement]], data: st.DataObject | None) -> None:
        index, figures = reading
        assume(figures)
        position = 1 if data is None else data.draw(st.integers(0, len(figures) - 1))
        figure = figures[position]
        step = 1 if figure.metric.direction is Direction.HIGHER else -1
        better = figure.numerator + step
        assume(better >= 0 and (figure.denominator is None or better <= figure.denominator))
        before = composite(index, figures, on=DAY)
        raised = [*figures[:position], attrs.evolve(figure, numerator=better), *figures[position + 1 :]]
        after = composite(index, raised, on=DAY)
        assert (figure.area in before) == (figure.area in after)
        if figure.area in before:
            one, other = before.of(figure.area), after.of(figure.area)
            assert (one.measurement.value or 0) <= (other.measurement.value or 0)
            assert one.rank >= other.rank
