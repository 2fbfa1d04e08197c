"""How tables are drawn: as one list of areas, each with its figures for all the days.

All tables of one list share metric, scale, scope, tie method, tie-breaks and minimum size by construction, so that they
compare; removing an area shrinks every table.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import permutations
from math import prod
from typing import Any, Final

import attrs
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.ranking import (
    LARGER_BASE,
    LARGER_COUNT,
    Area,
    Measurement,
    Metric,
    Scale,
    Scope,
    Standings,
    TieBreak,
    TieBreakKey,
    TieMethod,
    Unranked,
    UnrankedReason,
)
from pmm_core.testing._ranking import groups, metrics, tie_methods
from pmm_core.testing._ranking_figures import MAX_BASE, Figure, figures, metrics_for, scale_of
from pmm_core.testing._regions import kabupatens, provinces
from pmm_core.testing._shared import check_member, check_size, check_strategies, digits

MAX_SIZE: Final = 8
_MINIMUM: Final = 5
_MINIMA: Final = st.integers(0, 2 * _MINIMUM)  # those above the largest stand for none
_OTHERS: Final = 2  # few values in the tie-breaking metric, so that it often ties as well
_POOL, _FACTOR = 3, 3
_FRESH, _REASON, _GAP = 4, 5, 6

_NOWHERE: Final = next(iter(UnrankedReason))  # of an area that would stand in none of the tables

Cell = Figure | UnrankedReason | None
Entry = tuple[Area, tuple[Cell, ...], int]


@attrs.frozen(kw_only=True)
class Wish:
    """What a caller asks of tables; ``solid`` of the last tables give every area a place."""

    min_size: int = 0
    max_size: int = MAX_SIZE
    area: st.SearchStrategy[Any] | None = None
    metric: st.SearchStrategy[Metric] | None = None
    scale: Scale | None = None
    ties: st.SearchStrategy[TieMethod] | None = None
    tie_breaks: bool = True
    min_base: int = 0
    max_base: int = MAX_BASE
    solid: int = 0

    def check(self) -> None:
        """Refuse what cannot be met."""
        check_size("size", self.min_size, self.max_size)
        check_size("base", self.min_base, self.max_base)
        check_strategies(area=self.area, metric=self.metric, ties=self.ties)
        check_member("scale", self.scale, Scale)
        check_member("tie_breaks", self.tie_breaks, bool)


@st.composite
def tables_of(draw: st.DrawFn, days: Sequence[date], wish: Wish) -> tuple[Standings, ...]:
    """Tables of these days that share everything that must agree for a comparison."""
    wish.check()
    metric, scale = draw(_metric_and_scale(wish))
    if scale is not metric.scale:  # an empty table has the scale of its metric, so that none may be empty
        wish = attrs.evolve(wish, min_size=max(wish.min_size, 1), solid=max(wish.solid, len(days)))
    ties = draw(tie_methods() if wish.ties is None else wish.ties)
    breaks = draw(_breaks(scale)) if wish.tie_breaks else ()
    entries = draw(_entries(wish, scale, len(days), others=TieBreakKey.METRIC in breaks))
    if not entries:  # nobody to tell apart
        breaks = tuple(key for key in breaks if key is not TieBreakKey.METRIC)
    minimum = draw(_MINIMA) if wish.solid == 0 else 0
    other = draw(metrics(scale=Scale.COUNT)) if TieBreakKey.METRIC in breaks else None
    scope = Scope.around([area for area, _, _ in entries]) if entries else Scope.nation()
    return tuple(
        Standings(
            metric=metric,
            on=day,
            measurements=_measured(entries, index, metric, day),
            scope=scope,
            ties=ties,
            tie_breaks=tuple(_tie_break(key, entries, other, day) for key in breaks),
            minimum=minimum if minimum <= _MINIMUM else 0,
            without=_absent(entries, index),
        )
        for index, day in enumerate(days)
    )


@st.composite
def _metric_and_scale(draw: st.DrawFn, wish: Wish) -> tuple[Metric, Scale]:
    if wish.max_size:
        metric = draw(metrics_for(wish.metric, wish.scale))
        return metric, scale_of(draw, metric, wish.scale)
    metric = draw(metrics(scale=wish.scale) if wish.metric is None else wish.metric)
    if wish.scale not in {None, metric.scale}:
        raise InvalidArgument(f"max_size=0: an empty table of {metric!r} is one of {metric.scale.value}s")
    return metric, metric.scale


@st.composite
def _entries(draw: st.DrawFn, wish: Wish, scale: Scale, tables: int, *, others: bool) -> list[Entry]:
    loose = max(0, tables - wish.solid)
    low, high = wish.min_base, wish.max_base
    cells: list[st.SearchStrategy[Cell]] = []
    if loose:
        last = _GAP if tables > 1 else _REASON
        cells += [_cells(draw, figures(scale, low, high), high, last=last)] * loose
    if wish.solid:
        least = max(low, 1) if scale is Scale.SHARE else low  # without a base there is no place
        cells += [_cells(draw, figures(scale, least, high), high, last=_FRESH)] * (tables - loose)
    other = st.integers(0, _OTHERS) if others else st.just(0)
    rows = st.tuples(one_kind_of_area(draw, wish), st.tuples(*cells), other)
    drawn = draw(st.lists(rows, min_size=wish.min_size, max_size=wish.max_size, unique_by=area_key))
    return [(area, figured if any(figured) else (_NOWHERE, *figured[1:]), number) for area, figured, number in drawn]


def one_kind_of_area(draw: st.DrawFn, wish: Wish) -> st.SearchStrategy[Any]:
    """Settle on kabupaten, provinces or groups, since one table never mixes them."""
    if wish.area is not None:
        return wish.area
    kinds = _kinds_of_area()
    return kinds[draw(st.integers(0, len(kinds) - 1))]


@cache
def _kinds_of_area() -> tuple[st.SearchStrategy[Any], ...]:
    return kabupatens(), provinces(), groups()


def area_key(row: tuple[Any, ...]) -> str:
    """The key of the area that a drawn row begins with."""
    return str(row[0].key)


def _cells(draw: st.DrawFn, fresh: st.SearchStrategy[Figure], max_base: int, *, last: int) -> st.SearchStrategy[Cell]:
    """Mostly a few figures over and over, so that ties are frequent, and sometimes new ones."""
    pool = draw(st.lists(fresh, min_size=1, max_size=_POOL))
    return _cell(tuple(pool), fresh, max_base=max_base, last=last)


@st.composite
def _cell(
    draw: st.DrawFn, pool: tuple[Figure, ...], fresh: st.SearchStrategy[Figure], *, max_base: int, last: int
) -> Cell:
    # one number for all that is chosen, since a table has many cells
    bases = last + 1, len(pool), len(UnrankedReason), _FACTOR
    kind, number, reason, factor = digits(draw(_codes(prod(bases))), *bases)
    if kind == _GAP:
        return None
    if kind == _REASON:
        return tuple(UnrankedReason)[reason]
    if kind == _FRESH:
        return draw(fresh)
    count, base, size = pool[number]
    if not base:
        return count, base, size
    times = min(factor + 1, max(1, max_base // base))  # the same share on another base
    return count * times, base * times, size


@cache
def _codes(size: int) -> st.SearchStrategy[int]:
    return st.integers(0, size - 1)


@cache
def _breaks(scale: Scale) -> st.SearchStrategy[tuple[TieBreakKey, ...]]:
    fitting = [TieBreakKey.COUNT, *([TieBreakKey.BASE] if scale is Scale.SHARE else []), TieBreakKey.METRIC]
    none: list[tuple[TieBreakKey, ...]] = [()] * len(fitting)
    return st.sampled_from([*none, *permutations(fitting, 1), *permutations(fitting, 2)])


def _tie_break(key: TieBreakKey, entries: Sequence[Entry], other: Metric | None, day: date) -> TieBreak:
    if other is not None and key is TieBreakKey.METRIC:
        return TieBreak.by(Measurement.count(area, other, count, on=day) for area, _, count in entries)
    return LARGER_COUNT if key is TieBreakKey.COUNT else LARGER_BASE


def _measured(entries: Sequence[Entry], index: int, metric: Metric, day: date) -> tuple[Measurement, ...]:
    return tuple(
        Measurement(area=area, metric=metric, on=day, numerator=cell[0], denominator=cell[1], size=cell[2])
        for area, cells, _ in entries
        if isinstance(cell := cells[index], tuple)
    )


def _absent(entries: Sequence[Entry], index: int) -> tuple[Unranked, ...]:
    return tuple(Unranked(area, cell) for area, cells, _ in entries if isinstance(cell := cells[index], UnrankedReason))
