"""Strategies for the parts of a cycle: who acts, what is planned, how practice is rated, by which rules it runs."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import Any, Final, TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.calendar import Period
from pmm_core.cycle import (
    ADVISED_POINTS,
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
_SORTS: Final = tuple((kind, count) for count in range(1, _MOST_UNITS + 1) for kind in CompetenceKind)
_TEXTS: Final = ("A", "catatan", "Kec. Batang", "<b>&amp;</b>", "ꦲꦏ꧀ꦱꦫ", "dua\nbaris", " - ")
_QUESTIONS: Final = ("approval", "observation", "appraisal", "runs", "points")
T = TypeVar("T")
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
    return Party(draw(keys()), pick(draw, tuple(Role)) if role is None else role)


def practice_indicators(*, family: IndicatorFamily | None = None) -> st.SearchStrategy[PracticeIndicator]:
    """Generate indicators of practice: the known ones, and at times one of somebody's own.

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
    return _indicator(draw, pick(draw, tuple(IndicatorFamily)) if family is None else family)


def _indicator(draw: st.DrawFn, family: IndicatorFamily) -> PracticeIndicator:
    known = _KNOWN[family]
    number = up_to(draw, len(known))
    return known[number] if number < len(known) else PracticeIndicator(draw(keys()), family, draw(labels()), "own")


def competence_items() -> st.SearchStrategy[CompetenceItem]:
    """Generate items of competence development of one to sixteen units.

    Returns:
        A strategy for items.

    >>> from hypothesis import find as simplest
    >>> simplest(competence_items(), lambda item: item.points == 36).count
    3
    """
    return st.builds(CompetenceItem, keys(), st.sampled_from(CompetenceKind), st.integers(1, _MOST_UNITS))


def plans(*, family: IndicatorFamily | None = None, enough_points: bool = False) -> st.SearchStrategy[Plan]:
    """Generate plans (RHK) with and without competence items, extra duties and expectations.

    Args:
        family: only plans with an indicator of this family; any where it is left out.
        enough_points: only plans that reach the points that are advised to a teacher, whoever they are for.

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
    check_member("family", family, IndicatorFamily)
    check_member("enough_points", enough_points, bool)
    return plan_of(draw, pick(draw, tuple(IndicatorFamily)) if family is None else family, enough_points=enough_points)


def plan_of(draw: st.DrawFn, family: IndicatorFamily, *, enough_points: bool) -> Plan:
    """Draw a plan with few choices, since a walk through a process draws many."""
    indicator = _indicator(draw, family)
    sorts = [pick(draw, _SORTS) for _ in range(up_to(draw, _MOST_ITEMS))]
    items = [CompetenceItem(f"k{number}", kind, count) for number, (kind, count) in enumerate(sorts, 1)]
    missing = max(0, ADVISED_POINTS[0] - Plan(indicator=indicator, competence=tuple(items)).points)
    if enough_points and missing:
        items.append(CompetenceItem(f"k{len(items) + 1}", CompetenceKind.SHARING_PARTICIPANT, -(-missing // _EACH)))
    duties = [ExtraDuty(f"t{number}", text(draw)) for number in range(1, up_to(draw, 2) + 1)]
    expected = up_to(draw, 2 ** len(Behaviour) - 1)  # one bit for each behaviour
    expectations = tuple((each, "lebih") for number, each in enumerate(Behaviour) if expected >> number & 1)
    return Plan(indicator=indicator, competence=tuple(items), duties=tuple(duties), expectations=expectations)


def focus_ratings() -> st.SearchStrategy[tuple[FocusRating, ...]]:
    """Generate what one observation rates: three focus behaviours, each once.

    Returns:
        A strategy for tuples of three ratings.

    >>> from hypothesis import find as simplest
    >>> [rating.level for rating in simplest(focus_ratings(), lambda ratings: True)]
    [RubricLevel.NOT_DONE, RubricLevel.NOT_DONE, RubricLevel.NOT_DONE]
    """
    return _focus_ratings()


@st.composite
def _focus_ratings(draw: st.DrawFn) -> tuple[FocusRating, ...]:
    note = text(draw, or_none=True)
    return tuple(
        FocusRating(f"perilaku {number}", pick(draw, tuple(RubricLevel)), note)
        for number in range(1, FOCUS_BEHAVIOURS + 1)
    )


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
    known = [process for process in _all_processes() if period is None or process.mark == period.mark]
    if not known:
        raise InvalidArgument(f"no process is known for {period}")
    return pick(draw, known)


@cache
def _all_processes() -> tuple[Process, ...]:
    return tuple(process.choosing(Policies(**chosen)) for process in PROCESSES for chosen in _choices())


def _choices() -> Iterator[dict[str, Any]]:
    """Every combination of readings, the default first."""
    for values in product(ApprovalDays, ObservationDays, AppraisalAfter, StageRuns, PointsBound):
        yield dict(zip(_QUESTIONS, values, strict=True))


# -- drawing with few choices, so that a walk of many steps is drawn and shrunk fast


def pick(draw: st.DrawFn, values: Sequence[T]) -> T:
    """Draw one of these; shrinks to the first."""
    return values[up_to(draw, len(values) - 1)]


def up_to(draw: st.DrawFn, most: int) -> int:
    """Draw a number from 0 on; shrinks to 0."""
    return draw(_numbers(most)) if most else 0


@cache
def _numbers(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)


def text(draw: st.DrawFn, *, or_none: bool = False) -> str:
    """Draw a text that people could write, or none."""
    return pick(draw, ("", *_TEXTS) if or_none else _TEXTS)
