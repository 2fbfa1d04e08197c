"""Strategies for the parts of a cycle: who acts, what is planned, how practice is rated, by which rules it runs."""

from functools import cache
from typing import Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.calendar import Period
from pmm_core.cycle import (
    FOCUS_BEHAVIOURS,
    HEAD_INDICATORS,
    PROCESSES,
    TEACHER_INDICATORS,
    AppraisalAfter,
    ApprovalDays,
    Behaviour,
    CompetenceItem,
    CompetenceKind,
    ExtraDuty,
    FocusRating,
    IndicatorFamily,
    ObservationDays,
    Party,
    Plan,
    PointsBound,
    Policies,
    PracticeIndicator,
    Process,
    RubricLevel,
    StageRuns,
)
from pmm_core.people import Role
from pmm_core.testing._shared import check_member, keys, labels

_MOST_UNITS: Final = 16
_MOST_ITEMS: Final = 4
_EACH: Final = 4  # points of one sharing event
_OWN: Final = 9  # how many times rarer an indicator of somebody's own is than a known one
_KNOWN: Final = {IndicatorFamily.TEACHER: TEACHER_INDICATORS, IndicatorFamily.HEAD: HEAD_INDICATORS}


def parties(*, role: Role | None = None) -> st.SearchStrategy[Party]:
    """Generate somebody who acts in a cycle, by role and opaque id.

    Args:
        role: only this role; any where it is left out.

    Returns:
        A strategy for parties; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(parties(role=Role.HEAD), lambda party: True)
    Party(role=Role.HEAD)
    """
    return _parties(role)


@st.composite
def _parties(draw: st.DrawFn, role: Role | None) -> Party:
    check_member("role", role, Role)
    return Party(draw(keys()), draw(st.sampled_from(Role)) if role is None else role)


def practice_indicators(*, family: IndicatorFamily | None = None) -> st.SearchStrategy[PracticeIndicator]:
    """Generate indicators of practice: the known ones, and now and then one of somebody's own.

    Args:
        family: only those of this family; any where it is left out.

    Returns:
        A strategy for indicators; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(practice_indicators(), lambda indicator: True).label_id
    'keteraturan suasana kelas'
    """
    return _indicators(family)


@st.composite
def _indicators(draw: st.DrawFn, family: IndicatorFamily | None) -> PracticeIndicator:
    check_member("family", family, IndicatorFamily)
    chosen = draw(st.sampled_from(IndicatorFamily)) if family is None else family
    if draw(st.integers(0, _OWN)) < _OWN:
        return draw(st.sampled_from(_KNOWN[chosen]))
    return PracticeIndicator(draw(keys()), chosen, draw(labels()), draw(labels()))


def competence_items() -> st.SearchStrategy[CompetenceItem]:
    """Generate items of competence development of one to sixteen units.

    Returns:
        A strategy for items.

    >>> from hypothesis import find as simplest
    >>> simplest(competence_items(), lambda item: item.points == 36).count
    3
    """
    return st.builds(CompetenceItem, keys(), st.sampled_from(CompetenceKind), st.integers(1, _MOST_UNITS))


@cache
def _sorts() -> st.SearchStrategy[list[tuple[CompetenceKind, int]]]:
    return st.lists(st.tuples(st.sampled_from(CompetenceKind), st.integers(1, _MOST_UNITS)), max_size=_MOST_ITEMS)


@cache
def _expectations() -> st.SearchStrategy[dict[Behaviour, str]]:
    return st.dictionaries(st.sampled_from(Behaviour), labels(), max_size=len(Behaviour))


def plans(*, family: IndicatorFamily | None = None, enough_points: bool = False) -> st.SearchStrategy[Plan]:
    """Generate plans (RHK) with and without competence items, extra duties and expectations.

    Args:
        family: only plans with an indicator of this family; any where it is left out.
        enough_points: only plans that reach the advised points.

    Returns:
        A strategy for plans; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(plans(), lambda plan: True).item_keys
    ('practice',)
    >>> simplest(plans(enough_points=True), lambda plan: True).shortfall
    0
    """
    return _plans(family, enough_points=enough_points)


@st.composite
def _plans(draw: st.DrawFn, family: IndicatorFamily | None, *, enough_points: bool) -> Plan:
    indicator = draw(practice_indicators(family=family))
    sorts = draw(_sorts())
    titles = draw(st.lists(labels(), max_size=2))
    items = [CompetenceItem(f"k{number}", kind, count) for number, (kind, count) in enumerate(sorts, 1)]
    plan = Plan(
        indicator=indicator,
        competence=tuple(items),
        duties=tuple(ExtraDuty(f"t{number}", title) for number, title in enumerate(titles, 1)),
        expectations=tuple(draw(_expectations()).items()),
    )
    if enough_points and plan.shortfall:
        missing = CompetenceItem(f"k{len(items) + 1}", CompetenceKind.SHARING_PARTICIPANT, -(-plan.shortfall // _EACH))
        plan = Plan(
            indicator=indicator, competence=(*items, missing), duties=plan.duties, expectations=plan.expectations
        )
    return plan


def focus_ratings() -> st.SearchStrategy[tuple[FocusRating, ...]]:
    """Generate what one observation rates: three focus behaviours, each once.

    Returns:
        A strategy for tuples of three ratings.

    >>> from hypothesis import find as simplest
    >>> [rating.level for rating in simplest(focus_ratings(), lambda ratings: True)]
    [RubricLevel.NOT_DONE, RubricLevel.NOT_DONE, RubricLevel.NOT_DONE]
    """
    return st.tuples(*(_focus_rating(f"perilaku {number}") for number in range(1, FOCUS_BEHAVIOURS + 1)))


def _focus_rating(behaviour: str) -> st.SearchStrategy[FocusRating]:
    return st.builds(FocusRating, st.just(behaviour), st.sampled_from(RubricLevel), st.just("") | labels())


def policies() -> st.SearchStrategy[Policies]:
    """Generate choices for every open question; shrinks to the readings that hold by default.

    Returns:
        A strategy for policies.

    >>> from hypothesis import find as simplest
    >>> simplest(policies(), lambda policy: True) == Policies()
    True
    """
    return st.builds(
        Policies,
        approval=st.sampled_from(ApprovalDays),
        observation=st.sampled_from(ObservationDays),
        appraisal=st.sampled_from(AppraisalAfter),
        runs=st.sampled_from(StageRuns),
        points=st.sampled_from(PointsBound),
    )


def processes(*, period: Period | None = None) -> st.SearchStrategy[Process]:
    """Generate the known processes under every combination of readings; shrinks to that of 2024 as it is.

    Args:
        period: only a process for periods like this one; any where it is left out.

    Returns:
        A strategy for processes; drawing from it raises ``InvalidArgument`` for a period that none is known for.

    >>> from hypothesis import find as simplest
    >>> simplest(processes(period=Period.parse("2025-A1")), lambda process: True).key
    '2025'
    """
    return _processes(period)


@st.composite
def _processes(draw: st.DrawFn, period: Period | None) -> Process:
    check_member("period", period, Period)
    known = [process for process in PROCESSES if period is None or process.mark == period.mark]
    if not known:
        raise InvalidArgument(f"no process is known for {period}")
    return draw(st.sampled_from(known)).choosing(draw(policies()))
