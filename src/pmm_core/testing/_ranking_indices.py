"""Strategies for composite indices and funnels."""

from datetime import date
from fractions import Fraction
from typing import Any, Final

from hypothesis import strategies as st

from pmm_core._checks import Exact
from pmm_core.ranking import (
    ADOPTION,
    Component,
    Funnel,
    FunnelReading,
    Index,
    Measurement,
    Metric,
    Scale,
)
from pmm_core.sources import works
from pmm_core.testing._ranking import areas, metrics
from pmm_core.testing._ranking_figures import MAX_BASE
from pmm_core.testing._shared import check_size, check_strategies, days, keys, labels

_MAX_PART: Final = 9
_MAX_FULL_MARK: Final = 200


def components(
    *, metric: st.SearchStrategy[Metric] | None = None, weight: st.SearchStrategy[Exact] | None = None
) -> st.SearchStrategy[Component]:
    """Generate components of an index: shares, and counts with a full mark.

    Args:
        metric: of the component, no score; `metrics` where it is left out.
        weight: above 0 and up to 1; any where it is left out.

    Returns:
        A strategy for components; drawing from it raises ``InvalidArgument`` for anything but strategies.

    >>> from hypothesis import find as simplest
    >>> simplest(components(), lambda component: component.full_mark is None).weight
    Fraction(1, 1)
    """
    return _components(metric, weight)


@st.composite
def _components(
    draw: st.DrawFn, metric: st.SearchStrategy[Metric] | None, weight: st.SearchStrategy[Exact] | None
) -> Component:
    check_strategies(metric=metric, weight=weight)
    chosen = draw(metrics(scale=Scale.COUNT) | metrics(scale=Scale.SHARE) if metric is None else metric)
    weights = st.integers(1, _MAX_PART).map(_one_of) if weight is None else weight
    return Component(
        metric=chosen,
        weight=draw(weights),
        full_mark=draw(st.integers(1, _MAX_FULL_MARK)) if chosen.scale is Scale.COUNT else None,
    )


def _one_of(number: int) -> Fraction:
    return Fraction(1, number)


def indices(*, min_size: int = 1, max_size: int = 4) -> st.SearchStrategy[Index]:
    """Generate composite indices, whose weights add up to exactly 1.

    Args:
        min_size: the fewest components, at least 1.
        max_size: the most components.

    Returns:
        A strategy for indices; drawing from it raises ``InvalidArgument`` for bounds that cannot be met.

    >>> from hypothesis import given
    >>> @given(indices())
    ... def weights_add_up(index):
    ...     assert sum(Fraction(component.weight) for component in index.components) == 1
    >>> weights_add_up()
    """
    return _indices(min_size, max_size)


@st.composite
def _indices(draw: st.DrawFn, min_size: int, max_size: int) -> Index:
    check_size("size", min_size, max_size)
    check_size("size", max(min_size, 1), max_size)
    plain = metrics(scale=Scale.COUNT) | metrics(scale=Scale.SHARE)
    parts = st.tuples(plain, st.integers(1, _MAX_PART))
    drawn = draw(st.lists(parts, min_size=max(min_size, 1), max_size=max_size, unique_by=_key))
    total = sum(part for _, part in drawn)
    known = [draw(components(metric=st.just(metric), weight=st.just(Fraction(part, total)))) for metric, part in drawn]
    return Index(
        key=draw(keys()),
        label_id=draw(labels()),
        label_en=draw(labels()),
        components=tuple(known),
        source=draw(st.sampled_from(works())),
    )


def _key(part: tuple[Metric, int]) -> str:
    return part[0].key


def funnels() -> st.SearchStrategy[Funnel]:
    """Generate funnels of one to four metrics.

    Returns:
        A strategy for funnels.

    >>> from hypothesis import find as simplest
    >>> len(simplest(funnels(), lambda funnel: True).steps)
    1
    """
    return st.lists(metrics(), min_size=1, max_size=4, unique_by=_metric_key).map(_funnel)


def _metric_key(metric: Metric) -> str:
    return metric.key


def _funnel(steps: list[Metric]) -> Funnel:
    return Funnel(tuple(steps))


def funnel_readings(
    *,
    area: st.SearchStrategy[Any] | None = None,
    on: st.SearchStrategy[date] | None = None,
    max_base: int = MAX_BASE,
) -> st.SearchStrategy[FunnelReading]:
    """Generate readings of `pmm_core.ranking.ADOPTION` that only narrow; steps may be missing, bases empty.

    Args:
        area: whose steps; `areas` where it is left out.
        on: the day; any of 2020 to 2030 where it is left out.
        max_base: the largest base.

    Returns:
        A strategy for readings; drawing from it raises ``InvalidArgument`` for arguments of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(funnel_readings(), lambda reading: any(reading.lost)).lost
    (1,)
    """
    return _funnel_readings(area, on, max_base)


@st.composite
def _funnel_readings(
    draw: st.DrawFn, area: st.SearchStrategy[Any] | None, on: st.SearchStrategy[date] | None, max_base: int
) -> FunnelReading:
    check_strategies(area=area, on=on)
    check_size("base", 0, max_base)
    where, day = draw(areas() if area is None else area), draw(days() if on is None else on)
    base = draw(st.integers(0, max_base))
    steps = st.tuples(st.sampled_from(ADOPTION.steps), st.integers(0, base))
    drawn = draw(st.lists(steps, min_size=1, max_size=len(ADOPTION.steps), unique_by=_key))
    known = [step for step in ADOPTION.steps if step in dict(drawn)]
    counts = sorted([count for _, count in drawn], reverse=True)
    return ADOPTION.read(
        Measurement.share(where, step, count, of=base, on=day) for step, count in zip(known, counts, strict=True)
    )
