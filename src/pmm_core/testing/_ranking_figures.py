"""Strategies for figures: exact numbers, single measurements, and what tables draw their figures from.

Numbers come small half of the time, so that equal shares and empty bases are frequent rather than lucky.
"""

from datetime import date
from fractions import Fraction
from functools import cache, lru_cache, partial
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core._checks import Exact
from pmm_core.ranking import STANDARD_METRICS, Area, Measurement, Metric, Scale
from pmm_core.testing._ranking import areas, metrics
from pmm_core.testing._shared import check_member, check_size, check_strategies, days, hundredths

MAX_BASE: Final = 1_000
SMALL: Final = 4
SCORE_SIZE: Final = 1_000


_COUNTED: Final = st.booleans()


@cache
def _any_area() -> st.SearchStrategy[Area]:
    return areas()


def exact_scores(*, min_value: int = -SCORE_SIZE, max_value: int = SCORE_SIZE) -> st.SearchStrategy[Exact]:
    """Generate exact numbers of every kind that ranking takes: int, Fraction and Decimal; never a float.

    Args:
        min_value: the smallest number.
        max_value: the largest number.

    Returns:
        A strategy for scores, the same number often in several kinds; drawing from it raises ``InvalidArgument`` for
        bounds that are no whole numbers or in the wrong order.

    >>> from decimal import Decimal
    >>> from hypothesis import find as simplest
    >>> simplest(exact_scores(), lambda score: isinstance(score, Decimal) and score > 1)
    Decimal('1.01')
    """
    return st.deferred(lambda: _exact_scores(min_value, max_value))


def _exact_scores(min_value: int, max_value: int) -> st.SearchStrategy[Exact]:
    for name, bound in (("min_value", min_value), ("max_value", max_value)):
        if type(bound) is not int:
            raise InvalidArgument(f"{name} must be a whole number, not {bound!r}")
    if min_value > max_value:
        raise InvalidArgument(f"{min_value=} is above {max_value=}")
    return _scores(min_value, max_value)


@lru_cache(maxsize=64)  # Hypothesis looks at every new strategy object again
def _scores(min_value: int, max_value: int) -> st.SearchStrategy[Exact]:
    numbers = st.integers(min_value, max_value)
    low, high = max(min_value, -SMALL), min(max_value, SMALL)
    return st.one_of(
        st.integers(low, high) if low <= high else numbers,
        numbers,
        st.fractions(min_value, max_value, max_denominator=100),
        st.integers(100 * min_value, 100 * max_value).map(hundredths),
        numbers.map(Fraction),
    )


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
    found = scale_of(draw, chosen, scale)
    number, base, size = draw(figures(found, min_base, max_base))
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
        return st.one_of(st.sampled_from(known), metrics(scale=Scale.COUNT), metrics(scale=Scale.SHARE))
    return st.one_of(st.sampled_from(known), metrics(scale=scale))


def scale_of(draw: st.DrawFn, metric: Metric, scale: Scale | None) -> Scale:
    """Draw a scale that figures of a metric can have, or take the one that is wanted."""
    if scale is None:
        counted = metric.scale is Scale.SHARE and draw(_COUNTED)
        return Scale.COUNT if counted else metric.scale
    if scale is not metric.scale and not (scale is Scale.COUNT and metric.scale is Scale.SHARE):
        raise InvalidArgument(f"{metric!r} is no {scale.value}")
    return scale


Figure = tuple[Exact, int | None, int | None]


@lru_cache(maxsize=64)
def figures(scale: Scale, min_base: int, max_base: int) -> st.SearchStrategy[Figure]:
    """A number, its base and the size of the group, drawn as one or two numbers.

    Half of the numbers are small, so that ties are frequent, and half of the sizes are not known.
    """
    sizes = max_base + 1
    if scale is Scale.SCORE:
        return st.tuples(exact_scores(), st.none(), st.integers(0, 2 * sizes - 1).map(partial(_size, sizes)))
    if scale is Scale.COUNT:
        return st.integers(0, 4 * sizes * sizes - 1).map(partial(_count, sizes))
    bases = max_base - min_base + 1
    packed = st.integers(0, 4 * bases * sizes - 1)
    return st.tuples(packed, st.integers(0, max_base)).map(partial(_share, min_base, bases, sizes))


def _size(sizes: int, code: int) -> int | None:
    return None if code < sizes else code - sizes


def _number(numbers: int, code: int) -> int:
    """A number from 0 on, which is small for the lower half of the codes."""
    return code % min(numbers, SMALL + 1) if code < numbers else code - numbers


def _count(sizes: int, code: int) -> Figure:
    size, number = divmod(code, 2 * sizes)
    return _number(sizes, number), None, _size(sizes, size)


def _share(min_base: int, bases: int, sizes: int, codes: tuple[int, int]) -> Figure:
    code, number = codes
    size, offset = divmod(code, 2 * bases)
    base = min_base + _number(bases, offset)
    return (number if number <= base else number % (base + 1)), base, _size(sizes, size)
