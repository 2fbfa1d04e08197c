"""Strategies for what is ranked and among whom: units, metrics, areas, scopes, tie methods."""

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
from pmm_core.testing._shared import check_member, check_strategies, keys, labels

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
