"""Strategies for what is ranked and among whom: units, metrics, areas, scopes, tie methods."""

from functools import cache, partial
from typing import Final

from hypothesis import strategies as st

from pmm_core.ranking import (
    COMMUNITIES,
    IKM_SCHOOLS,
    POINTS,
    STANDARD_METRICS,
    TEACHERS,
    Area,
    Direction,
    Group,
    Metric,
    Scale,
    Scope,
    TieMethod,
    Unit,
)
from pmm_core.regions import IslandGroup, Kabupaten
from pmm_core.sources import works
from pmm_core.testing._regions import kabupatens, provinces
from pmm_core.testing._shared import check_member, check_strategies, keys, label_pairs, labels

_UNITS: Final = (TEACHERS, IKM_SCHOOLS, COMMUNITIES, POINTS)


def units() -> st.SearchStrategy[Unit]:
    """Generate things that are counted.

    Returns:
        A strategy for units.

    >>> from hypothesis import find as simplest
    >>> simplest(units(), lambda unit: True)
    Unit(key='0', label_id='A', label_en='A')
    """
    return st.tuples(keys(), label_pairs()).map(_unit)


def _unit(parts: tuple[str, tuple[str, str]]) -> Unit:
    return Unit(parts[0], *parts[1])


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
    return st.deferred(lambda: _metrics(scale, direction))


def _metrics(scale: Scale | None, direction: Direction | None) -> st.SearchStrategy[Metric]:
    check_member("scale", scale, Scale)
    check_member("direction", direction, Direction)
    return _made_metrics(scale, direction)


@cache
def _made_metrics(scale: Scale | None, direction: Direction | None) -> st.SearchStrategy[Metric]:
    choices = len(Direction) * len(Scale) * len(_UNITS) ** 2 * len(works())
    return st.tuples(keys(), label_pairs(), st.integers(0, choices - 1)).map(partial(_metric, scale, direction))


def _metric(scale: Scale | None, direction: Direction | None, drawn: tuple[str, tuple[str, str], int]) -> Metric:
    """All small choices are one number, since a draw for each costs more than the metric."""
    key, (label_id, label_en), choice = drawn
    choice, way = divmod(choice, len(Direction))
    choice, sort = divmod(choice, len(Scale))
    choice, unit = divmod(choice, len(_UNITS))
    work, base = divmod(choice, len(_UNITS))
    chosen = tuple(Scale)[sort] if scale is None else scale
    return Metric(
        key=key,
        label_id=label_id,
        label_en=label_en,
        unit=_UNITS[unit],
        base=_UNITS[base] if chosen is Scale.SHARE else None,
        scale=chosen,
        direction=tuple(Direction)[way] if direction is None else direction,
        source=works()[work],
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
    return st.deferred(lambda: _groups(kabupaten))


def _groups(kabupaten: st.SearchStrategy[Kabupaten] | None) -> st.SearchStrategy[Group]:
    check_strategies(kabupaten=kabupaten)
    return st.tuples(kabupatens() if kabupaten is None else kabupaten, keys(), labels()).map(_group)


def _group(parts: tuple[Kabupaten, str, str]) -> Group:
    return Group(*parts)


def areas() -> st.SearchStrategy[Area]:
    """Generate whatever can be ranked: kabupaten and kota, provinces, small groups.

    Returns:
        A strategy for areas.

    >>> from hypothesis import find as simplest
    >>> simplest(areas(), lambda area: isinstance(area, Group)).key
    '11.01/0'
    """
    return st.one_of(kabupatens(), provinces(), groups())


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
