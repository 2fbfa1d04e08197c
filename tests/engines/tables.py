"""Figures of the core for many tables at once, and the rows that frames must give for them."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import attrs
from carriers import Carrier
from hypothesis import strategies as st

from pmm_core.ranking import (
    LARGER_BASE,
    Measurement,
    Metric,
    Place,
    Scale,
    ScopeKind,
    Standings,
    TieBreak,
    TieMethod,
    rank_within,
)
from pmm_core.testing import kabupatens, measurement_lists, provinces

Row = dict[str, Any]
Figures = list[Measurement]
SCOPES = (ScopeKind.PROVINCE, ScopeKind.ISLAND_GROUP, ScopeKind.NATION)
HUGE = 2**31 - 1


def few(carrier: Carrier) -> int:
    """How many examples a law draws: each is a frame of many tables."""
    return max(1, carrier.examples // 8)


def methods(carrier: Carrier) -> Iterable[TieMethod]:
    """The ways with ties that an engine is shown; what does the same as pandas is not shown all of them again."""
    return (TieMethod.ORDINAL, TieMethod.FRACTIONAL) if carrier.name in {"dask", "pandas-arrow"} else TieMethod


def figure_row(figure: Measurement) -> Row:
    """A figure as frames carry it: a score is its own fraction."""
    value = Fraction(figure.numerator)
    base = value.denominator if figure.scale is Scale.SCORE else figure.denominator
    return {
        "area": figure.area.key,
        "metric": figure.metric.key,
        "on": figure.on,
        "numerator": value.numerator,
        "denominator": base,
    }


def _with_a_later_day(figures: Figures) -> Figures:
    """The same figures some days later, each in the area of another, one of them gone."""
    areas = [figure.area for figure in figures]
    later = zip(figures[1:], areas, strict=False)
    return figures + [attrs.evolve(figure, area=area, on=figure.on + timedelta(days=30)) for figure, area in later]


def _key_of(figures: Figures) -> str:
    return figures[0].metric.key


def many_tables() -> st.SearchStrategy[Figures]:
    """Figures of up to four metrics, some of huge bases, each on two days."""
    lists = [
        measurement_lists(area=area, max_base=most, min_size=1, max_size=8)
        for area in (kabupatens(), kabupatens(), provinces())
        for most in (6, 1_000, HUGE)
    ]
    return st.lists(st.one_of(*lists), max_size=4, unique_by=_key_of).map(
        lambda drawn: [figure for figures in drawn for figure in _with_a_later_day(figures)]
    )


def metrics_of(figures: Iterable[Measurement]) -> tuple[Metric, ...]:
    return tuple({figure.metric.key: figure.metric for figure in figures}.values())


def tables_of(
    figures: Sequence[Measurement], within: ScopeKind, ties: TieMethod, tie_breaks: Sequence[TieBreak] = ()
) -> dict[tuple[str, date], tuple[Standings, ...]]:
    """The tables that the core makes of figures, by metric and day."""
    parts: dict[tuple[str, date], Figures] = {}
    for figure in figures:
        parts.setdefault((figure.metric.key, figure.on), []).append(figure)
    return {
        key: rank_within(within, part, ties=ties, tie_breaks=tie_breaks)
        for key, part in parts.items()
        if LARGER_BASE not in tie_breaks or part[0].scale is Scale.SHARE
    }


def places(ties: TieMethod, name: str, place: Place | None) -> Row:
    """A place, or a number of places, as frames carry it."""
    if ties is TieMethod.FRACTIONAL:
        return {name.replace("rank", "rank_doubled").replace("places", "places_doubled"): _whole(place, 2)}
    return {name: _whole(place, 1)}


def _whole(place: Place | None, times: int) -> int | None:
    return None if place is None else int(place * times)


def points(value: Decimal | None) -> int | None:
    """A percentage as hundredths of a percent."""
    return None if value is None else int((value * 100).to_integral_value(ROUND_HALF_UP))


def by_key(rows: Iterable[Row]) -> dict[tuple[Any, ...], Row]:
    return {(row["area"], row["metric"], row["on"]): row for row in rows}
