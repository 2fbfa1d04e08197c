"""Strategies for tables, for tables that compare, and for what comes of comparing them."""

from datetime import date
from fractions import Fraction
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.ranking import (
    LARGER_BASE,
    LARGER_COUNT,
    Area,
    History,
    Measurement,
    Metric,
    Movement,
    Movements,
    Place,
    Scale,
    Standings,
    TieBreak,
    TieMethod,
)
from pmm_core.testing._ranking import areas
from pmm_core.testing._ranking_draws import MAX_SIZE, Wish, area_key, one_kind_of_area, tables_of
from pmm_core.testing._ranking_figures import MAX_BASE, figures, metrics_for, scale_of
from pmm_core.testing._shared import FIRST_DAY, LAST_DAY, check_member, check_size, check_strategies, days

_PLACES: Final = 40


def standings(
    *,
    min_size: int = 0,
    max_size: int = MAX_SIZE,
    area: st.SearchStrategy[Any] | None = None,
    metric: st.SearchStrategy[Metric] | None = None,
    on: st.SearchStrategy[date] | None = None,
    scale: Scale | None = None,
    ties: st.SearchStrategy[TieMethod] | None = None,
    tie_breaks: bool = True,
    unranked: bool = True,
    min_base: int = 0,
    max_base: int = MAX_BASE,
) -> st.SearchStrategy[Standings]:
    """Generate tables, with frequent ties and empty bases.

    Args:
        min_size: the fewest areas, with a place or without.
        max_size: the most areas; 0 for empty tables.
        area: who is ranked, all of one kind; kabupaten, provinces or groups where it is left out.
        metric: what is ranked; `metrics` where it is left out.
        on: the day; any of 2020 to 2030 where it is left out.
        scale: only counts, only shares or only scores.  Counts of a metric with a base need at least one area.
        ties: the tie method; any where it is left out.
        tie_breaks: whether some tables break ties.
        unranked: False gives every area a place.
        min_base: the smallest base; 1 leaves out empty bases.
        max_base: the largest base, and the largest count.

    Returns:
        A strategy for tables; drawing from it raises ``InvalidArgument`` for arguments of the wrong kind, for bounds
        in the wrong order, for a metric that the scale does not fit, and for what cannot be met together.

    >>> from hypothesis import given
    >>> @given(standings(max_size=3))
    ... def at_most_three_have_a_place(table):
    ...     assert table.size <= 3
    >>> at_most_three_have_a_place()
    """
    wish = Wish(
        min_size=min_size,
        max_size=max_size,
        area=area,
        metric=metric,
        scale=scale,
        ties=ties,
        tie_breaks=tie_breaks,
        min_base=min_base,
        max_base=max_base,
        solid=0 if unranked else 1,
    )
    return _one(wish, on, unranked=unranked)


@st.composite
def _one(draw: st.DrawFn, wish: Wish, on: st.SearchStrategy[date] | None, *, unranked: bool) -> Standings:
    check_strategies(on=on)
    check_member("unranked", unranked, bool)
    wish.check()
    if not unranked and wish.max_base == 0 and wish.scale in {None, Scale.SHARE}:
        raise InvalidArgument("max_base=0 leaves every share without a place, which unranked=False forbids")
    return draw(tables_of([draw(days() if on is None else on)], wish))[0]


def table_pairs(
    *,
    min_size: int = 0,
    max_size: int = MAX_SIZE,
    area: st.SearchStrategy[Any] | None = None,
    metric: st.SearchStrategy[Metric] | None = None,
    scale: Scale | None = None,
    ties: st.SearchStrategy[TieMethod] | None = None,
    tie_breaks: bool = True,
) -> st.SearchStrategy[tuple[Standings, Standings]]:
    """Generate two tables that compare, the earlier first; areas come and go between them.

    Args:
        min_size: the fewest areas of both together.
        max_size: the most areas of both together.
        area: who is ranked, all of one kind; kabupaten, provinces or groups where it is left out.
        metric: what is ranked; `metrics` where it is left out.
        scale: only counts, only shares or only scores.
        ties: the tie method; any where it is left out.
        tie_breaks: whether some tables break ties.

    Returns:
        A strategy for pairs; drawing from it raises ``InvalidArgument`` as for `standings`.

    >>> from hypothesis import given
    >>> @given(table_pairs())
    ... def they_compare(pair):
    ...     before, after = pair
    ...     assert len(after.compare(before)) <= before.size + after.size
    >>> they_compare()
    """
    wish = Wish(
        min_size=min_size,
        max_size=max_size,
        area=area,
        metric=metric,
        scale=scale,
        ties=ties,
        tie_breaks=tie_breaks,
    )
    return _rows_of_tables(wish, 2, 2).map(_pair)


def _pair(tables: tuple[Standings, ...]) -> tuple[Standings, Standings]:
    return tables[0], tables[1]


def histories(
    *, min_tables: int = 1, max_tables: int = 5, max_size: int = MAX_SIZE, area: st.SearchStrategy[Any] | None = None
) -> st.SearchStrategy[History]:
    """Generate histories: comparable tables of different days; areas come and go.

    Args:
        min_tables: the fewest tables, at least 1.
        max_tables: the most tables.
        max_size: the most areas.
        area: who is ranked, all of one kind; kabupaten, provinces or groups where it is left out.

    Returns:
        A strategy for histories; drawing from it raises ``InvalidArgument`` as for `standings`.

    >>> from hypothesis import given
    >>> @given(histories(min_tables=2))
    ... def days_are_in_order(history):
    ...     assert history.tables[0].on < history.tables[-1].on
    >>> days_are_in_order()
    """
    return _rows_of_tables(Wish(max_size=max_size, area=area), min_tables, max_tables).map(History)


@st.composite
def _rows_of_tables(draw: st.DrawFn, wish: Wish, min_tables: int, max_tables: int) -> tuple[Standings, ...]:
    check_size("tables", min_tables, max_tables)
    check_size("tables", max(min_tables, 1), max_tables)
    last = (LAST_DAY - FIRST_DAY).days
    near = st.integers(0, 4 * max_tables) | st.integers(0, last)
    drawn = draw(st.lists(near, min_size=max(1, min_tables), max_size=max_tables, unique=True))
    return draw(tables_of([date.fromordinal(FIRST_DAY.toordinal() + number) for number in sorted(drawn)], wish))


def movements() -> st.SearchStrategy[Movement]:
    """Generate single movements of every kind, with whole and with fractional places.

    Returns:
        A strategy for movements.

    >>> from hypothesis import find as simplest
    >>> print(simplest(movements(), lambda movement: movement.places is not None))
    Kabupaten Aceh Selatan: 1, same place
    """
    whole = st.integers(1, _PLACES)
    halves = st.integers(2, 2 * _PLACES).map(_half)
    both = st.tuples(whole, whole) | st.tuples(halves, halves)
    come = st.tuples(st.none(), whole) | st.tuples(whole, st.none())
    return st.builds(_movement, areas(), both | come)


def _half(number: int) -> Fraction:
    return Fraction(number, 2)


def _movement(area: Area, places: tuple[Place | None, Place | None]) -> Movement:
    return Movement(area, *places)


def comparisons() -> st.SearchStrategy[Movements]:
    """Generate the movements between two tables that compare.

    Returns:
        A strategy for comparisons.

    >>> from hypothesis import find as simplest
    >>> len(simplest(comparisons(), lambda movements: True))
    0
    """
    return table_pairs().map(_compared)


def _compared(pair: tuple[Standings, Standings]) -> Movements:
    return pair[1].compare(pair[0])


def measurement_lists(
    *,
    min_size: int = 0,
    max_size: int = MAX_SIZE,
    area: st.SearchStrategy[Any] | None = None,
    metric: st.SearchStrategy[Metric] | None = None,
    scale: Scale | None = None,
    min_base: int = 0,
    max_base: int = MAX_BASE,
) -> st.SearchStrategy[list[Measurement]]:
    """Generate figures that can stand in one table: one metric, one day, one scale, each area once, in any order.

    Args:
        min_size: the fewest figures.
        max_size: the most figures.
        area: who is measured, all of one kind; kabupaten, provinces or groups where it is left out.
        metric: what is counted; `metrics` where it is left out.
        scale: only counts, only shares or only scores.
        min_base: the smallest base; 1 leaves out empty bases.
        max_base: the largest base, and the largest count.

    Returns:
        A strategy for lists; drawing from it raises ``InvalidArgument`` as for `standings`.

    >>> from hypothesis import given
    >>> from pmm_core import rank
    >>> @given(measurement_lists(min_size=1))
    ... def they_can_be_ranked(figures):
    ...     assert rank(figures, minimum=0).size <= len(figures)
    >>> they_can_be_ranked()
    """
    return _lists(
        Wish(
            min_size=min_size,
            max_size=max_size,
            area=area,
            metric=metric,
            scale=scale,
            min_base=min_base,
            max_base=max_base,
        )
    )


@st.composite
def _lists(draw: st.DrawFn, wish: Wish) -> list[Measurement]:
    wish.check()
    metric = draw(metrics_for(wish.metric, wish.scale))
    cells = figures(scale_of(draw, metric, wish.scale), wish.min_base, wish.max_base)
    day = draw(days())
    rows = st.tuples(one_kind_of_area(draw, wish), cells)
    drawn = draw(st.lists(rows, min_size=wish.min_size, max_size=wish.max_size, unique_by=area_key))
    return [
        Measurement(area=area, metric=metric, on=day, numerator=number, denominator=base, size=size)
        for area, (number, base, size) in drawn
    ]


def tie_breaks() -> st.SearchStrategy[TieBreak]:
    """Generate tie-breaks: by count, by base, and by another metric of some kabupaten.

    Returns:
        A strategy for tie-breaks; those by another metric fit a table only where they know all its areas.

    >>> from hypothesis import find as simplest
    >>> simplest(tie_breaks(), lambda tie_break: True).name
    'count'
    """
    other = measurement_lists(min_size=1, max_size=4)
    return st.sampled_from((LARGER_COUNT, LARGER_BASE)) | other.map(TieBreak.by)
