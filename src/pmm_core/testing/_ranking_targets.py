"""Strategies for targets, for the teams that work on them, and for what each team is asked for."""

from datetime import timedelta
from typing import Any, Final

from hypothesis import strategies as st

from pmm_core._checks import Exact
from pmm_core.people import SchoolLevel
from pmm_core.ranking import Allocation, Direction, Scale, Target, Team, TieMethod, allocate
from pmm_core.testing._ranking import metrics
from pmm_core.testing._ranking_draws import MAX_SIZE, Wish, tables_of
from pmm_core.testing._ranking_figures import exact_scores
from pmm_core.testing._shared import FIRST_DAY, LAST_DAY, check_member, check_size, check_strategies, labels

_MAX_LEFT: Final = 200
_MAX_WEIGHT: Final = 9
_DAYS: Final = 60
_MAX_TEAMS: Final = 15


def targets(
    *,
    max_size: int = MAX_SIZE,
    area: st.SearchStrategy[Any] | None = None,
    ties: st.SearchStrategy[TieMethod] | None = None,
    direction: Direction | None = None,
    projected: bool = True,
) -> st.SearchStrategy[Target]:
    """Generate targets: reached ones, reachable ones and some out of reach.

    Args:
        max_size: the most areas in the table, at least 1.
        area: who is ranked, all of one kind; kabupaten, provinces or groups where it is left out.
        ties: the tie method; any where it is left out.
        direction: of the metric; either where it is left out.
        projected: whether for some of them the others go on as since an earlier table.

    Returns:
        A strategy for targets; drawing from it raises ``InvalidArgument`` as for `standings`.

    >>> from hypothesis import given
    >>> @given(targets())
    ... def passing_takes_no_less_than_sharing(target):
    ...     assert target.to_pass is None or target.to_pass >= target.to_share
    >>> passing_takes_no_less_than_sharing()
    """
    return _targets(max_size=max_size, area=area, ties=ties, direction=direction, projected=projected)


@st.composite
def _targets(
    draw: st.DrawFn,
    *,
    max_size: int,
    area: st.SearchStrategy[Any] | None,
    ties: st.SearchStrategy[TieMethod] | None,
    direction: Direction | None,
    projected: bool,
) -> Target:
    check_size("size", 1, max_size)
    check_member("projected", projected, bool)
    scale = draw(st.sampled_from((Scale.SHARE, Scale.COUNT)))
    wish = Wish(
        min_size=1, max_size=max_size, area=area, metric=metrics(scale=scale, direction=direction), ties=ties, solid=1
    )
    margin = timedelta(days=_DAYS)
    day = draw(st.dates(FIRST_DAY + margin, LAST_DAY - margin))
    ahead = draw(st.integers(1, _DAYS))
    earlier = [day - timedelta(days=draw(st.integers(1, _DAYS)))] if projected and draw(st.booleans()) else []
    tables = draw(tables_of([*earlier, day], wish))
    table = tables[-1]
    row = draw(st.integers(1, table.size))
    return Target(
        table=table,
        area=table.ranked[row - 1].area,
        rank=draw(st.integers(1, row) | st.integers(1, table.size)),
        by=day + timedelta(days=ahead),
        on=day,
        since=tables[0] if earlier else None,
    )


def teams(
    *,
    kecamatan: st.SearchStrategy[str] | None = None,
    level: st.SearchStrategy[SchoolLevel] | None = None,
    max_left: int = _MAX_LEFT,
    weighted: bool | None = None,
) -> st.SearchStrategy[Team]:
    """Generate teams of a kecamatan and a level of school.

    Args:
        kecamatan: where; any text where it is left out.
        level: for which schools; any level where it is left out.
        max_left: the most that a team has left; some have nothing.
        weighted: True gives each a weight, some 0; False gives none; either where it is left out.

    Returns:
        A strategy for teams; drawing from it raises ``InvalidArgument`` for arguments of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(teams(), lambda team: team.left > 2).left
    3
    """
    return _teams(kecamatan, level, max_left, weighted)


@st.composite
def _teams(
    draw: st.DrawFn,
    kecamatan: st.SearchStrategy[str] | None,
    level: st.SearchStrategy[SchoolLevel] | None,
    max_left: int,
    weighted: bool | None,  # noqa: FBT001 -- private
) -> Team:
    check_strategies(kecamatan=kecamatan, level=level)
    check_size("left", 0, max_left)
    check_member("weighted", weighted, bool)
    weights: st.SearchStrategy[Exact | None] = exact_scores(min_value=0, max_value=_MAX_WEIGHT)
    return Team(
        kecamatan=draw(labels() if kecamatan is None else kecamatan),
        level=draw(st.sampled_from(SchoolLevel) if level is None else level),
        left=draw(st.integers(0, max_left)),
        weight=draw(weights if weighted else st.none() if weighted is False else st.none() | weights),
    )


def team_lists(
    *, min_size: int = 0, max_size: int = _MAX_TEAMS, max_left: int = _MAX_LEFT, weighted: bool | None = None
) -> st.SearchStrategy[list[Team]]:
    """Generate teams that can share units out: each kecamatan and level once, weights for all or for none.

    Args:
        min_size: the fewest teams.
        max_size: the most teams.
        max_left: the most that a team has left.
        weighted: True gives weights to all, False to none; either where it is left out.

    Returns:
        A strategy for lists of teams; drawing from it raises ``InvalidArgument`` for arguments of the wrong kind.

    >>> from hypothesis import given
    >>> @given(team_lists(max_size=3))
    ... def each_team_is_there_once(known):
    ...     assert len({team.key for team in known}) == len(known)
    >>> each_team_is_there_once()
    """
    return _team_lists(min_size, max_size, max_left, weighted)


@st.composite
def _team_lists(
    draw: st.DrawFn,
    min_size: int,
    max_size: int,
    max_left: int,
    weighted: bool | None,  # noqa: FBT001 -- private
) -> list[Team]:
    check_size("size", min_size, max_size)
    check_size("left", 0, max_left)
    check_member("weighted", weighted, bool)
    heavy = draw(st.booleans()) if weighted is None else weighted
    known = teams(max_left=max_left, weighted=heavy)
    return draw(st.lists(known, min_size=min_size, max_size=max_size, unique_by=_key))


def _key(team: Team) -> str:
    return team.key


def allocations(*, teams: st.SearchStrategy[list[Team]] | None = None) -> st.SearchStrategy[Allocation]:
    """Generate allocations, from nothing to everything that the teams have left.

    Args:
        teams: who gets the units; `team_lists` where it is left out.

    Returns:
        A strategy for allocations; drawing from it raises ``InvalidArgument`` for anything but a strategy.

    >>> from hypothesis import find as simplest
    >>> simplest(allocations(), lambda allocation: allocation.units > 1).units
    2
    """
    return _allocations(teams)


@st.composite
def _allocations(draw: st.DrawFn, known: st.SearchStrategy[list[Team]] | None) -> Allocation:
    check_strategies(teams=known)
    drawn = draw(team_lists() if known is None else known)
    return allocate(draw(st.integers(0, sum(team.left for team in drawn if team.weight != 0))), drawn)
