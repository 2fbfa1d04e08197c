"""Strategies for what is ranked: units, metrics, areas, scopes, measurements, exact numbers.

Numbers come small half of the time, so that equal shares and empty bases are frequent rather than lucky.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core._checks import Exact
from pmm_core.ranking import (
    COMMUNITIES,
    IKM_SCHOOLS,
    POINTS,
    STANDARD_METRICS,
    TEACHERS,
    Area,
    Direction,
    Group,
    Measurement,
    Metric,
    Scale,
    Scope,
    TieMethod,
    Unit,
)
from pmm_core.regions import IslandGroup, Kabupaten
from pmm_core.sources import works
from pmm_core.testing._regions import kabupatens, provinces
from pmm_core.testing._shared import check_member, check_size, check_strategies, days, keys, labels

MAX_BASE: Final = 1_000
SMALL: Final = 4
SCORE_SIZE: Final = 1_000
_UNITS: Final = st.sampled_from((TEACHERS, IKM_SCHOOLS, COMMUNITIES, POINTS))


def units() -> st.SearchStrategy[Unit]:
    """Generate things that are counted.

    Returns:
        A strategy for units.

    >>> from hypothesis import find as simplest
    >>> simplest(units(), lambda unit: True)
    Unit(key='0', label_id='A', label_en='A')
    """
    return st.builds(Unit, keys(), labels(), labels())


def metrics(*, scale: Scale | None = None, direction: Direction | None = None) -> st.SearchStrategy[Metric]:
    """Generate metrics of your own making; `standard_metrics` gives those of the library.

    Args:
        scale: only counts, only shares or only scores; any where it is left out.
        direction: only this one; either where it is left out.

    Returns:
        A strategy for metrics; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(metrics(scale=Scale.SHARE), lambda metric: True).base.label_en
    'teachers'
    """
    return _metrics(scale, direction)


@st.composite
def _metrics(draw: st.DrawFn, scale: Scale | None, direction: Direction | None) -> Metric:
    check_member("scale", scale, Scale)
    check_member("direction", direction, Direction)
    chosen = draw(st.sampled_from(Scale)) if scale is None else scale
    return Metric(
        key=draw(keys()),
        label_id=draw(labels()),
        label_en=draw(labels()),
        unit=draw(_UNITS),
        base=draw(_UNITS) if chosen is Scale.SHARE else None,
        scale=chosen,
        direction=draw(st.sampled_from(Direction)) if direction is None else direction,
        source=draw(st.sampled_from(works())),
    )


def standard_metrics() -> st.SearchStrategy[Metric]:
    """Generate the metrics that the sources use.

    Returns:
        A strategy for `pmm_core.ranking.STANDARD_METRICS`; shrinks to the first.

    >>> from hypothesis import find as simplest
    >>> simplest(standard_metrics(), lambda metric: metric.base is None)
    <Metric communities-registered>
    """
    return st.sampled_from(STANDARD_METRICS)


def groups(*, kabupaten: st.SearchStrategy[Kabupaten] | None = None) -> st.SearchStrategy[Group]:
    """Generate small groups of people; their names hold markup as well.

    Args:
        kabupaten: where they are; anywhere where it is left out.

    Returns:
        A strategy for groups; drawing from it raises ``InvalidArgument`` for anything but a strategy.

    >>> from hypothesis import find as simplest
    >>> simplest(groups(), lambda group: True).key
    '11.01/0'
    """
    return _groups(kabupaten)


@st.composite
def _groups(draw: st.DrawFn, kabupaten: st.SearchStrategy[Kabupaten] | None) -> Group:
    check_strategies(kabupaten=kabupaten)
    return Group(draw(kabupatens() if kabupaten is None else kabupaten), draw(keys()), draw(labels()))


def areas() -> st.SearchStrategy[Area]:
    """Generate whatever can be ranked: kabupaten and kota, provinces, small groups.

    Returns:
        A strategy for areas.

    >>> from hypothesis import find as simplest
    >>> simplest(areas(), lambda area: isinstance(area, Group)).key
    '11.01/0'
    """
    return st.one_of(kabupatens(), provinces(), groups())


@cache
def _any_area() -> st.SearchStrategy[Area]:
    return areas()


def scopes() -> st.SearchStrategy[Scope]:
    """Generate scopes of every kind.

    Returns:
        A strategy for scopes; shrinks to the nation.

    >>> from hypothesis import find as simplest
    >>> print(simplest(scopes(), lambda scope: True))
    Indonesia
    """
    return st.one_of(
        st.just(Scope.nation()),
        st.sampled_from(IslandGroup).map(Scope.island_group),
        provinces().map(Scope.province),
        kabupatens().map(Scope.kabupaten),
        labels().map(Scope.named),
    )


def tie_methods() -> st.SearchStrategy[TieMethod]:
    """Generate the five tie methods.

    Returns:
        A strategy for tie methods; shrinks to the usual one.

    >>> from hypothesis import find as simplest
    >>> simplest(tie_methods(), lambda ties: True)
    TieMethod.COMPETITION
    """
    return st.sampled_from(TieMethod)


def exact_scores(*, min_value: int = -SCORE_SIZE, max_value: int = SCORE_SIZE) -> st.SearchStrategy[Exact]:
    """Generate exact numbers of every kind that ranking takes: int, Fraction and Decimal; never a float.

    Args:
        min_value: the smallest number.
        max_value: the largest number.

    Returns:
        A strategy for scores, the same number often in several kinds; drawing from it raises ``InvalidArgument`` for
        bounds that are no whole numbers or in the wrong order.

    >>> from hypothesis import find as simplest
    >>> simplest(exact_scores(), lambda score: isinstance(score, Decimal) and score > 1)
    Decimal('1.01')
    """
    return _exact_scores(min_value, max_value)


@st.composite
def _exact_scores(draw: st.DrawFn, min_value: int, max_value: int) -> Exact:
    for name, bound in (("min_value", min_value), ("max_value", max_value)):
        if type(bound) is not int:
            raise InvalidArgument(f"{name} must be a whole number, not {bound!r}")
    if min_value > max_value:
        raise InvalidArgument(f"{min_value=} is above {max_value=}")
    numbers = st.integers(min_value, max_value)
    low, high = max(min_value, -SMALL), min(max_value, SMALL)
    return draw(
        st.one_of(
            st.integers(low, high) if low <= high else numbers,
            numbers,
            st.fractions(min_value, max_value, max_denominator=100),
            st.integers(100 * min_value, 100 * max_value).map(_hundredths),
            numbers.map(Fraction),
        )
    )


def _hundredths(number: int) -> Decimal:
    return Decimal(number).scaleb(-2)


def measurements(
    *,
    area: st.SearchStrategy[Any] | None = None,
    metric: st.SearchStrategy[Metric] | None = None,
    on: st.SearchStrategy[date] | None = None,
    scale: Scale | None = None,
    min_base: int = 0,
    max_base: int = MAX_BASE,
) -> st.SearchStrategy[Measurement]:
    """Generate single figures: counts, shares and scores, empty bases among them.

    Args:
        area: what is measured; `areas` where it is left out.
        metric: what is counted; `metrics` where it is left out.
        on: the day; any of 2020 to 2030 where it is left out.
        scale: only counts, only shares or only scores.  A metric with a base can be counted as well.
        min_base: the smallest base; 1 leaves out empty bases.
        max_base: the largest base, and the largest count.

    Returns:
        A strategy for measurements; drawing from it raises ``InvalidArgument`` for arguments of the wrong kind, for
        bounds in the wrong order, and for a metric that the scale does not fit.

    >>> from hypothesis import find as simplest
    >>> simplest(measurements(scale=Scale.SHARE), lambda figure: figure.value == 1)
    <Measurement 11.01 accounts-activated 2020-01-01: 1 of 1>
    """
    return _measurements(area=area, metric=metric, on=on, scale=scale, min_base=min_base, max_base=max_base)


@st.composite
def _measurements(
    draw: st.DrawFn,
    *,
    area: st.SearchStrategy[Any] | None,
    metric: st.SearchStrategy[Metric] | None,
    on: st.SearchStrategy[date] | None,
    scale: Scale | None,
    min_base: int,
    max_base: int,
) -> Measurement:
    check_strategies(area=area, metric=metric, on=on)
    check_member("scale", scale, Scale)
    check_size("base", min_base, max_base)
    chosen = draw(metrics_for(metric, scale))
    number, base, size = draw(figures(draw(scales_of(chosen, scale)), min_base, max_base))
    return Measurement(
        area=draw(_any_area() if area is None else area),
        metric=chosen,
        on=draw(days() if on is None else on),
        numerator=number,
        denominator=base,
        size=size,
    )


def metrics_for(metric: st.SearchStrategy[Metric] | None, scale: Scale | None) -> st.SearchStrategy[Metric]:
    """The metrics that can give figures of a scale, the library's own first; a share may be published as a count."""
    return _usual_metrics(scale) if metric is None else metric


@cache
def _usual_metrics(scale: Scale | None) -> st.SearchStrategy[Metric]:
    if scale is Scale.SCORE:
        return metrics(scale=scale)
    known = [each for each in STANDARD_METRICS if scale is not Scale.SHARE or each.scale is Scale.SHARE]
    if scale is Scale.COUNT:
        known.reverse()  # plain counts first
        return st.sampled_from(known) | metrics(scale=Scale.COUNT) | metrics(scale=Scale.SHARE)
    return st.sampled_from(known) | metrics(scale=scale)


def scales_of(metric: Metric, scale: Scale | None) -> st.SearchStrategy[Scale]:
    """The scales that figures of a metric can have, or the one that is wanted."""
    fitting = (metric.scale, Scale.COUNT) if metric.scale is Scale.SHARE else (metric.scale,)
    if scale is None:
        return st.sampled_from(fitting)
    if scale not in fitting:
        raise InvalidArgument(f"{metric!r} is no {scale.value}")
    return st.just(scale)


@cache
def figures(scale: Scale, min_base: int, max_base: int) -> st.SearchStrategy[tuple[Exact, int | None, int | None]]:
    """A number, its base and the size of the group; small half of the time, so that ties are frequent."""
    sizes = st.none() | st.integers(0, max_base)
    if scale is Scale.SCORE:
        return st.tuples(exact_scores(), st.none(), sizes)
    counts = st.integers(min_base, max(min_base, min(SMALL, max_base))) | st.integers(min_base, max_base)
    if scale is Scale.COUNT:
        return st.tuples(st.integers(0, min(SMALL, max_base)) | st.integers(0, max_base), st.none(), sizes)
    return st.tuples(counts, sizes).flatmap(_share)


def _share(drawn: tuple[int, int | None]) -> st.SearchStrategy[tuple[Exact, int | None, int | None]]:
    base, size = drawn
    return st.tuples(st.integers(0, base), st.just(base), st.just(size))
