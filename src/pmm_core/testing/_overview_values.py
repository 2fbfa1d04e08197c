"""Strategies for what is read off many cycles: tallies and their changes, what is outstanding, and answers."""

from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from pmm_core.appraisal import Predicate
from pmm_core.calendar import CALENDAR
from pmm_core.cycle import EVENT_TYPES, PROCESS_2024, EventKind, Party
from pmm_core.overview import (
    REACHED,
    REQUIRED_EVENTS,
    Closing,
    Conflict,
    CycleTally,
    Milestone,
    MilestoneChange,
    Outstanding,
    Overview,
    TallyChange,
)
from pmm_core.people import Role
from pmm_core.testing._calendar import windows
from pmm_core.testing._cycle_plans import pick, up_to
from pmm_core.testing._shared import LAST_DAY, check_day, check_size, days

_MOST: Final = 200
_FEW: Final = 4
_FAR: Final = 60
_PLACES: Final = tuple(REACHED)
_KINDS: Final = tuple(REQUIRED_EVENTS)
_SIDES: Final = {event.kind: PROCESS_2024.valid[event].by for event in EVENT_TYPES}
_PERIODS: Final = tuple(
    period for year in range(2024, 2027) for scheme in CALENDAR.schemes for period in scheme.periods(year)
)
_HEAD: Final = Party("K-1", Role.HEAD)


def cycle_tallies(*, on: date | None = None, min_cycles: int = 0) -> st.SearchStrategy[CycleTally]:
    """Generate tallies, with cycles at any state and progress, in numbers that no list of cycles has.

    Args:
        on: of this day; of any where it is left out.
        min_cycles: 0, or 1 for tallies of at least one cycle.

    Returns:
        A strategy for tallies; shrinks to that of no cycles.  Drawing from it raises ``InvalidArgument`` for an
        argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(cycle_tallies(), lambda tally: tally.milestones[Milestone.RATED] > 0)
    <CycleTally 2020-01-01: 1 cycles>
    """
    return _tallies(on, min_cycles)


@st.composite
def _tallies(draw: st.DrawFn, on: date | None, min_cycles: int) -> CycleTally:
    check_day("on", on)
    check_size("cycles", min_cycles, 1)
    found = draw(_places(min_cycles))
    left = sum(number for place, number in found.items() if Milestone.RATED in REACHED[place])
    ratings: list[tuple[Predicate, int]] = []
    for predicate in Predicate:
        number = up_to(draw, left)
        left -= number
        ratings += [(predicate, number)] if number else []
    places = tuple((*place, number) for place, number in found.items())
    return CycleTally(on=draw(days()) if on is None else on, places=places, ratings=tuple(ratings))


@cache
def _places(least: int) -> st.SearchStrategy[dict[Any, int]]:
    return st.dictionaries(st.sampled_from(_PLACES), st.integers(1, _MOST), min_size=least, max_size=_FEW)


def milestone_changes() -> st.SearchStrategy[MilestoneChange]:
    """Generate how many cycles reached a milestone before and after.

    Returns:
        A strategy for changes.

    >>> from hypothesis import find as simplest
    >>> simplest(milestone_changes(), lambda change: change.share_difference < 0).before
    1
    """
    return _changes()


@st.composite
def _changes(draw: st.DrawFn) -> MilestoneChange:
    bases = [draw(st.integers(1, _MOST)) for _ in range(2)]
    return MilestoneChange(
        milestone=pick(draw, tuple(Milestone)),
        before=up_to(draw, bases[0]),
        after=up_to(draw, bases[1]),
        cycles_before=bases[0],
        cycles_after=bases[1],
    )


def tally_changes() -> st.SearchStrategy[TallyChange]:
    """Generate what changed between two tallies that compare.

    Returns:
        A strategy for changes.

    >>> from hypothesis import find as simplest
    >>> simplest(tally_changes(), lambda change: True)
    <TallyChange 2020-01-01 -> 2020-01-02>
    """
    return _tally_changes()


@st.composite
def _tally_changes(draw: st.DrawFn) -> TallyChange:
    day = draw(st.dates(date(2020, 1, 1), LAST_DAY))
    later = day + timedelta(1 + up_to(draw, 400))
    return TallyChange(draw(cycle_tallies(on=day, min_cycles=1)), draw(cycle_tallies(on=later, min_cycles=1)))


def outstanding_steps(*, on: date | None = None, within: int | None = None) -> st.SearchStrategy[Outstanding]:
    """Generate what a cycle needs and has not done: late, due, later, and on any day.

    Args:
        on: seen from this day; from any where it is left out.
        within: only what is late, or due within so many days; anything where it is left out.

    Returns:
        A strategy for what is outstanding.  Drawing from it raises ``InvalidArgument`` for an argument of the wrong
        kind.

    >>> from hypothesis import find as simplest
    >>> print(simplest(outstanding_steps(), lambda step: step.is_late))
    2024-S1: plan submitted by the employee, by 2019-12-31, 1 day late
    """
    return _steps(on, within)


@st.composite
def _steps(draw: st.DrawFn, on: date | None, within: int | None) -> Outstanding:
    check_day("on", on)
    check_size("within", 0, _FAR if within is None else within)
    kind = pick(draw, _KINDS)
    day = draw(days()) if on is None else on
    ahead = min(_FAR if within is None else within, (date.max - day).days)
    deadline = day + timedelta(ahead - up_to(draw, ahead + min(_FAR, (day - date.min).days)))
    return Outstanding(
        employee=Party(_id(draw), Role.TEACHER),
        superior=_HEAD,
        period=pick(draw, _PERIODS),
        kind=kind,
        by=_SIDES[kind],
        deadline=None if within is None and up_to(draw, _FEW) == _FEW else deadline,
        on=day,
        is_next=up_to(draw, 1) == 0,
    )


def _id(draw: st.DrawFn) -> str:
    return f"G-{1 + up_to(draw, 8)}"


def overviews() -> st.SearchStrategy[Overview]:
    """Generate overviews of many cycles, whether one list of cycles gives all of their numbers or not.

    Returns:
        A strategy for overviews.

    >>> from hypothesis import find as simplest
    >>> simplest(overviews(), lambda overview: overview.missing != ()).missing
    ('G-1',)
    """
    return _overviews()


@st.composite
def _overviews(draw: st.DrawFn) -> Overview:
    tally = draw(cycle_tallies())
    within = up_to(draw, 30)
    missing = _ids(draw)
    return Overview(
        tally=tally,
        within=within,
        steps=tuple(draw(st.lists(outstanding_steps(on=tally.on, within=within), max_size=_FEW))),
        expected=len(missing) + up_to(draw, tally.cycles),
        missing=missing,
    )


def _ids(draw: st.DrawFn) -> tuple[str, ...]:
    return tuple(f"G-{number}" for number in range(1, up_to(draw, _FEW) + 1))


def closings() -> st.SearchStrategy[Closing]:
    """Generate answers to whether a period may be closed; shrinks to one that may not, since nothing is known of it.

    Returns:
        A strategy for answers.

    >>> from hypothesis import find as simplest
    >>> simplest(closings(), lambda answer: answer.may_close).cycles
    1
    """
    return _closings()


@st.composite
def _closings(draw: st.DrawFn) -> Closing:
    period = pick(draw, _PERIODS)
    unfinished = [(who, _KINDS[up_to(draw, len(_KINDS) - 1) :]) for who in _ids(draw)]
    missing, repeated = _ids(draw), _ids(draw)
    number = max(len(unfinished), 2 * len(repeated)) + up_to(draw, _MOST)
    turns: dict[str, list[tuple[str, EventKind]]] = {"open_steps": [], "later_steps": [], "past_steps": []}
    for who, kinds in unfinished:
        turns[pick(draw, tuple(turns))].append((who, kinds[0]))
    others = [each for each in _PERIODS if each != period]
    return Closing(
        period=period,
        on=draw(days()),
        until=pick(draw, (Milestone.SENT, *Milestone)),
        cycles=number,
        expected=len(missing) + up_to(draw, number - len(repeated)),
        missing=missing,
        unfinished=tuple(unfinished),
        open_steps=tuple(turns["open_steps"]),
        later_steps=tuple(turns["later_steps"]),
        past_steps=tuple(turns["past_steps"]),
        repeated=repeated,
        foreign=tuple((who, pick(draw, others)) for who in _ids(draw)),
    )


def cycle_conflicts() -> st.SearchStrategy[Conflict]:
    """Generate pairs of cycles of one person that cannot stand side by side.

    Returns:
        A strategy for conflicts.

    >>> from hypothesis import find as simplest
    >>> simplest(cycle_conflicts(), lambda conflict: conflict.code == "overlapping-periods").second
    <Period 2024-S2>
    """
    return _conflicts()


@st.composite
def _conflicts(draw: st.DrawFn) -> Conflict:
    first, second = pick(draw, _PERIODS), pick(draw, _PERIODS)
    apart = first == second and up_to(draw, _FEW) == _FEW  # one period in two calendars
    return Conflict(
        employee=Party(_id(draw), Role.TEACHER),
        first=first,
        second=second,
        shared=None if apart else draw(windows()),
    )
