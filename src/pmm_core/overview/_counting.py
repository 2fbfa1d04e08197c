"""Counting cycles in one pass, in as much memory as there are groups, however many cycles there are."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypeVar, final, overload

from pmm_core._checks import Problems
from pmm_core.appraisal import Predicate
from pmm_core.cycle import PerformanceCycle
from pmm_core.overview._milestones import REACHED, Milestone, Place
from pmm_core.overview._reading import check_question, is_cycle
from pmm_core.overview._tally import CycleTally, tally_of

K = TypeVar("K", bound=Hashable)
_RATED: Final = frozenset(state for (state, _), reached in REACHED.items() if Milestone.RATED in reached)


@final
class Counts:
    """Numbers that grow while cycles are read."""

    __slots__ = ("_places", "_ratings")

    def __init__(self) -> None:
        self._places: dict[Place, int] = {}
        self._ratings: dict[Predicate, int] = {}

    def add(self, cycle: PerformanceCycle) -> None:
        """Count a cycle where it stands."""
        place = cycle.place
        places = self._places
        places[place] = places.get(place, 0) + 1
        if place[0] in _RATED and (predicate := cycle.predicate) is not None:
            self._ratings[predicate] = self._ratings.get(predicate, 0) + 1

    def tally(self, on: date) -> CycleTally:
        """What was counted."""
        return tally_of(on, self._places, self._ratings)


@overload
def count_cycles(cycles: Iterable[PerformanceCycle], *, on: date, by: None = None) -> CycleTally: ...


@overload
def count_cycles(
    cycles: Iterable[PerformanceCycle], *, on: date, by: Callable[[PerformanceCycle], K]
) -> Mapping[K, CycleTally]: ...


def count_cycles(
    cycles: Iterable[PerformanceCycle], *, on: date, by: Callable[[PerformanceCycle], K] | None = None
) -> CycleTally | Mapping[K, CycleTally]:
    """Count where cycles stood at the end of a day, in one pass.

    Nothing is kept of a cycle but that it was there, so that a stream of any length takes no more memory than a short
    one; whether a cycle is given twice is for `conflicts` to say.

    Args:
        cycles: which to count, each once; any iterable, also one that can be gone through only once.
        on: the day; what happened later does not count.
        by: gives the group of a cycle, for instance the school that its employee works at; anything with a hash.

    Returns:
        The tally; where *by* is given, a read-only mapping with the tally of each group, in the order in which the
        groups came first.

    Raises:
        WrongTypeError: ``datetime-for-date`` for the day, ``wrong-type`` for anything else, for a group without a hash
            among them.

    >>> from datetime import date
    >>> from pmm_core.calendar import Period
    >>> from pmm_core.cycle import Party
    >>> from pmm_core.people import Role
    >>> opened = [
    ...     PerformanceCycle.open(
    ...         employee=Party(name, Role.TEACHER), superior=Party("K-3", Role.HEAD), period=Period.parse("2024-S1")
    ...     )
    ...     for name in ("G-1", "G-2", "G-3")
    ... ]
    >>> count_cycles(opened, on=date(2024, 1, 11)).cycles
    3
    >>> school = {"G-1": "SD 1", "G-2": "SD 2", "G-3": "SD 1"}
    >>> tallies = count_cycles(opened, on=date(2024, 1, 11), by=lambda cycle: school[cycle.employee.id])
    >>> {name: tally.cycles for name, tally in tallies.items()}
    {'SD 1': 2, 'SD 2': 1}
    """
    problems = Problems("count_cycles")
    check_question(problems, cycles, on)
    if by is not None and not callable(by):
        problems.add("by", "wrong-type", "must be a function that gives the group of a cycle, or None")
    problems.done()
    groups: dict[K, Counts] = {}
    counts = Counts()
    for index, cycle in enumerate(cycles):
        if type(cycle) is PerformanceCycle or is_cycle(problems, index, cycle):
            if by is not None:
                counts = _group(problems, index, groups, by(cycle))
            last = cycle.events.last
            counts.add(cycle if last is None or last.on <= on else cycle.as_of(on))
    problems.done()
    if by is None:
        return counts.tally(on)
    return MappingProxyType({group: counts.tally(on) for group, counts in groups.items()})


def _group(problems: Problems, index: int, groups: dict[K, Counts], key: K) -> Counts:
    try:
        found = groups.get(key)
    except TypeError:
        problems.add(f"by(cycles[{index}])", "wrong-type", "must have a hash")
        return Counts()
    if found is None:
        found = groups[key] = Counts()
    return found
