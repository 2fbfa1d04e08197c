"""Strategies for the parts of tables, histories and targets: rows, tracks, runs, paces, the share of one team."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final

from hypothesis import strategies as st

from pmm_core.ranking import (
    Allocation,
    Area,
    Pace,
    Place,
    Run,
    Standing,
    Standings,
    TeamShare,
    Track,
    Unranked,
    UnrankedReason,
)
from pmm_core.testing._ranking import areas
from pmm_core.testing._ranking_draws import MAX_SIZE
from pmm_core.testing._ranking_tables import standings
from pmm_core.testing._ranking_targets import allocations, team_lists
from pmm_core.testing._shared import FIRST_DAY, LAST_DAY, check_size, check_strategies, days

_PLACES: Final = 40
_WEEK: Final = 7
_MAX_TABLES: Final = 12


def places(*, max_place: int = _PLACES) -> st.SearchStrategy[Place]:
    """Generate places: whole ones, and halves as fractional numbering gives them.

    Args:
        max_place: the last place.

    Returns:
        A strategy for places; shrinks to 1.  Drawing from it raises ``InvalidArgument`` for a wrong number.

    >>> from hypothesis import find as simplest
    >>> simplest(places(), lambda place: place > 1)
    2
    """
    return st.deferred(lambda: _places(max_place))


def _places(max_place: int) -> st.SearchStrategy[Place]:
    check_size("place", 1, max_place)
    return st.integers(1, max_place) | st.integers(2, 2 * max_place).map(_half)


def _half(number: int) -> Place:
    return Fraction(number, 2)


def table_rows(*, table: st.SearchStrategy[Standings] | None = None) -> st.SearchStrategy[Standing]:
    """Generate rows of tables: an area with its place.

    Args:
        table: where the tables come from, each with at least one place; `standings` where it is left out.

    Returns:
        A strategy for rows; drawing from it raises ``InvalidArgument`` for anything but a strategy.

    >>> from hypothesis import find as simplest
    >>> simplest(table_rows(), lambda row: row.tied).rank
    1
    """
    return _table_rows(table)


@st.composite
def _table_rows(draw: st.DrawFn, table: st.SearchStrategy[Standings] | None) -> Standing:
    check_strategies(table=table)
    found = draw(standings(min_size=1, max_size=MAX_SIZE // 2, unranked=False) if table is None else table)
    return draw(st.sampled_from(found.rows))


def unranked_rows(*, area: st.SearchStrategy[Any] | None = None) -> st.SearchStrategy[Unranked]:
    """Generate areas without a place, for every reason.

    Args:
        area: which; `areas` where it is left out.

    Returns:
        A strategy for rows; drawing from it raises ``InvalidArgument`` for anything but a strategy.

    >>> from hypothesis import find as simplest
    >>> simplest(unranked_rows(), lambda row: True).reason
    UnrankedReason.EMPTY_BASE
    """
    return _unranked_rows(area)


@st.composite
def _unranked_rows(draw: st.DrawFn, area: st.SearchStrategy[Any] | None) -> Unranked:
    check_strategies(area=area)
    where: Area = draw(areas() if area is None else area)
    return Unranked(where, draw(st.sampled_from(UnrankedReason)))


def tracks(*, area: st.SearchStrategy[Any] | None = None, max_tables: int = _MAX_TABLES) -> st.SearchStrategy[Track]:
    """Generate the way of an area through tables of different days, in some of which it has no place.

    Args:
        area: whose; `areas` where it is left out.
        max_tables: the most tables, at least 1.

    Returns:
        A strategy for tracks; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(tracks(), lambda track: track.best is None).points
    ((datetime.date(2020, 1, 1), None),)
    """
    return _tracks(area, max_tables)


@st.composite
def _tracks(draw: st.DrawFn, area: st.SearchStrategy[Any] | None, max_tables: int) -> Track:
    check_strategies(area=area)
    check_size("tables", 1, max_tables)
    where: Area = draw(areas() if area is None else area)
    steps = st.tuples(st.integers(0, (LAST_DAY - FIRST_DAY).days), st.none() | _places(_PLACES))
    drawn = draw(st.lists(steps, min_size=1, max_size=max_tables, unique_by=_number))
    return Track(where, tuple((FIRST_DAY + timedelta(number), place) for number, place in sorted(drawn, key=_number)))


def _number(step: tuple[int, Place | None]) -> int:
    return step[0]


def runs(*, max_tables: int = _MAX_TABLES) -> st.SearchStrategy[Run]:
    """Generate unbroken rows of weekly tables.

    Args:
        max_tables: the most tables, at least 1.

    Returns:
        A strategy for runs; drawing from it raises ``InvalidArgument`` for a wrong number.

    >>> from hypothesis import find as simplest
    >>> simplest(runs(), lambda run: run.tables == 2)
    Run(first=datetime.date(2020, 1, 1), last=datetime.date(2020, 1, 8), tables=2)
    """
    return _runs(max_tables)


@st.composite
def _runs(draw: st.DrawFn, max_tables: int) -> Run:
    check_size("tables", 1, max_tables)
    first = draw(days())
    tables = draw(st.integers(1, min(max_tables, 1 + (date.max - first).days // _WEEK)))
    return Run(first, date.fromordinal(first.toordinal() + _WEEK * (tables - 1)), tables)


def paces(*, max_units: int = 1_000, max_days: int = 60) -> st.SearchStrategy[Pace]:
    """Generate so many units in so many days.

    Args:
        max_units: the most units.
        max_days: the most days, at least 1.

    Returns:
        A strategy for paces; drawing from it raises ``InvalidArgument`` for a wrong number.

    >>> from hypothesis import find as simplest
    >>> simplest(paces(), lambda pace: pace.per_day == 2)
    Pace(units=2, days=1)
    """
    return _paces(max_units, max_days)


@st.composite
def _paces(draw: st.DrawFn, max_units: int, max_days: int) -> Pace:
    check_size("units", 0, max_units)
    check_size("days", 1, max_days)
    return Pace(draw(st.integers(0, max_units)), draw(st.integers(1, max_days)))


def team_shares(*, allocation: st.SearchStrategy[Allocation] | None = None) -> st.SearchStrategy[TeamShare]:
    """Generate what one team is asked for.

    Args:
        allocation: where the allocations come from, each with at least one team; `allocations` where it is left out.

    Returns:
        A strategy for shares; drawing from it raises ``InvalidArgument`` for anything but a strategy.

    >>> from hypothesis import find as simplest
    >>> simplest(team_shares(), lambda share: share.units > 1).rest
    0
    """
    return _team_shares(allocation)


@st.composite
def _team_shares(draw: st.DrawFn, allocation: st.SearchStrategy[Allocation] | None) -> TeamShare:
    check_strategies(allocation=allocation)
    known = allocations(teams=team_lists(min_size=1, max_size=4)) if allocation is None else allocation
    return draw(st.sampled_from(draw(known).shares))
