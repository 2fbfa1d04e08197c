"""How many cycles stand where: a value that adds up, and that can be added."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled
from pmm_core._tables import columns, html_table
from pmm_core.appraisal import Predicate
from pmm_core.cycle import Progress, Stage, State
from pmm_core.errors import InvalidValueError, Problem
from pmm_core.overview._milestones import PHASES, REACHED, CyclePhase, Milestone, Place
from pmm_core.overview._words import Words, words_for
from pmm_core.ranking import Language

STAGE_MILESTONES: Final = (
    Milestone.STAGE_1,
    Milestone.STAGE_2,
    Milestone.STAGE_3,
    Milestone.STAGE_4,
    Milestone.STAGE_5,
)
_ORDER: Final = MappingProxyType(
    {member: index for kind in (State, Progress, Predicate) for index, member in enumerate(kind)}
)
_OF_PLACES: Final = (State, Progress)
_OF_RATINGS: Final = (Predicate,)
T = TypeVar("T", bound=Labelled)


@final
@attrs.frozen(kw_only=True, repr=False)
class CycleTally:
    """How many cycles stood where at the end of a day (rekapitulasi siklus).

    It is kept by the places of the cycle's tables, so that every breakdown adds up to the same number, and nothing in
    it grows with the number of cycles.  Two tallies of one day add up to that of both sets; ``CycleTally(on=day)`` is
    that of none.  `count_cycles` counts; build one yourself to take over figures that were counted elsewhere.

    Args:
        on: the day at whose end they stood there.
        places: how many stand at which state and progress; places without a cycle are left out, the order is free.
        ratings: how many of those that were rated have which predicate; predicates without a cycle are left out.

    Raises:
        InvalidValueError: ``too-small`` for a number below 1, ``duplicate`` for a place or predicate that occurs twice,
            ``over-full`` for more predicates than rated cycles.
        WrongTypeError: for a field of the wrong kind.

    >>> from datetime import date
    >>> places = ((State.AGREED, Progress.PREPARED, 3), (State.DRAFT, Progress.NOT_STARTED, 1))
    >>> tally = CycleTally(on=date(2024, 3, 7), places=places)
    >>> tally.cycles, tally.stages[Stage.PREPARATION], tally.phases[CyclePhase.PLANNING]
    (4, 3, 1)
    """

    on: date
    places: tuple[tuple[State, Progress, int], ...] = ()
    ratings: tuple[tuple[Predicate, int], ...] = ()

    def __attrs_post_init__(self) -> None:
        if not (
            type(self.on) is date and _are_plain(self.places, _OF_PLACES) and _are_plain(self.ratings, _OF_RATINGS)
        ):
            problems = Problems("CycleTally")  # the long way, which finds every problem
            problems.day("on", self.on)
            _check_rows(problems, "places", self.places, _OF_PLACES)
            _check_rows(problems, "ratings", self.ratings, _OF_RATINGS)
            problems.done()
        rated = sum(row[2] for row in self.places if Milestone.RATED in REACHED[row[0], row[1]])
        over = sum(number for _, number in self.ratings) - rated
        if over > 0:
            why = f"must not exceed the rated cycles, but do by {over}"
            raise InvalidValueError("CycleTally", (Problem("ratings", "over-full", why),))
        # in the order of a cycle, so that equal figures are equal values
        object.__setattr__(self, "places", tuple(sorted(self.places, key=_in_order)))
        object.__setattr__(self, "ratings", tuple(sorted(self.ratings, key=_in_order)))

    @property
    def cycles(self) -> int:
        """How many cycles there are."""
        return sum(number for _, _, number in self.places)

    @property
    def states(self) -> Mapping[State, int]:
        """How many cycles stand in each state; they add up to all."""
        return self._spread(State, lambda place: (place[0],))

    @property
    def progress(self) -> Mapping[Progress, int]:
        """How many cycles stand at each progress of the five stages; they add up to all."""
        return self._spread(Progress, lambda place: (place[1],))

    @property
    def phases(self) -> Mapping[CyclePhase, int]:
        """How many cycles stand in planning, execution and assessment, and how many are done; they add up to all."""
        return self._spread(CyclePhase, lambda place: (PHASES[place],))

    @property
    def milestones(self) -> Mapping[Milestone, int]:
        """How many cycles have reached each milestone; see `Milestone` for what that means.

        From opened to agreed, rated, sent and closed the numbers only narrow, and so they do from agreed through the
        five stages.
        """
        return self._spread(Milestone, REACHED.__getitem__)

    @property
    def stages(self) -> Mapping[Stage, int]:
        """How many cycles have concluded each of the five stages; the numbers only narrow."""
        reached = self.milestones
        return MappingProxyType(
            {stage: reached[milestone] for stage, milestone in zip(Stage, STAGE_MILESTONES, strict=True)}
        )

    @property
    def predicates(self) -> Mapping[Predicate, int]:
        """How many cycles were rated with each predicate; with `unrated` they add up to all."""
        return MappingProxyType(dict.fromkeys(Predicate, 0) | dict(self.ratings))

    @property
    def unrated(self) -> int:
        """How many cycles have no predicate yet."""
        return self.cycles - sum(number for _, number in self.ratings)

    def _spread(self, kind: type[T], onto: Callable[[Place], Iterable[T]]) -> Mapping[T, int]:
        found = dict.fromkeys(kind, 0)
        for state, progress, number in self.places:
            for member in onto((state, progress)):
                found[member] += number
        return MappingProxyType(found)

    def __add__(self, other: "CycleTally") -> "CycleTally":
        """The tally of both sets of cycles, which must not share one.

        Raises:
            InvalidValueError: ``mixed-dates`` for tallies of two days.
        """
        if not isinstance(other, CycleTally):  # pyright: ignore[reportUnnecessaryIsInstance] -- or something else
            return NotImplemented
        if self.on != other.on:
            why = f"is {other.on}, not {self.on}"
            raise InvalidValueError("CycleTally", (Problem("on", "mixed-dates", why),))
        places = {(state, progress): number for state, progress, number in self.places}
        for state, progress, number in other.places:
            places[state, progress] = places.get((state, progress), 0) + number
        ratings = dict(self.ratings)
        for predicate, number in other.ratings:
            ratings[predicate] = ratings.get(predicate, 0) + number
        return tally_of(self.on, places, ratings)

    def text(self, *, language: Language = "en") -> str:
        """The numbers as lines of text.

        Args:
            language: ``"en"`` or ``"id"``.

        Raises:
            InvalidValueError: ``malformed`` for another language.
        """
        counted, phases, rows, rated = self._told(words_for(language))
        return "\n".join((counted, phases, "", *columns(rows), "", rated))

    def html(self, *, language: Language = "en") -> str:
        """The same as an HTML table for notebooks and pages, all text escaped; arguments and errors as for `text`."""
        words = words_for(language)
        counted, phases, rows, rated = self._told(words)
        head = (words.milestone, words.cycles[1], "%")
        return html_table("tally", words.common.code, counted, rows, head=head, notes=(phases, rated))

    def _repr_html_(self) -> str:
        return self.html()

    def _told(self, words: Words) -> tuple[str, str, list[tuple[str, str, str]], str]:
        """How many there are, in which phases, how far they are, and how they were rated."""
        label, number = words.common.label, words.common.number
        cycles = self.cycles
        rows = [
            (label(milestone), number(count), words.percent(count, cycles))
            for milestone, count in self.milestones.items()
        ]
        rated = [f"{label(predicate)} {number(count)}" for predicate, count in self.ratings]
        return (
            words.counted_on.format(cycles=words.counted(words.cycles, cycles), day=self.on),
            words.joined(f"{label(phase)} {number(count)}" for phase, count in self.phases.items()),
            rows,
            words.joined((*rated, f"{words.unrated} {number(self.unrated)}")),
        )

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<CycleTally {self.on}: {self.cycles} cycles>"


def tally_of(on: date, places: Mapping[Place, int], ratings: Mapping[Predicate, int]) -> CycleTally:
    """A tally of what was counted."""
    return CycleTally(
        on=on,
        places=tuple((state, progress, number) for (state, progress), number in places.items()),
        ratings=tuple(ratings.items()),
    )


def _in_order(row: tuple[Any, ...]) -> tuple[int, ...]:
    return tuple(_ORDER[member] for member in row[:-1])


def _are_plain(given: object, kinds: tuple[type[Labelled], ...]) -> bool:
    """Whether all is well, asked without writing down what is not; many groups make many tallies."""
    if type(given) is not tuple:
        return False
    rows, size = cast("tuple[tuple[Any, ...], ...]", given), len(kinds) + 1
    for row in rows:
        if type(row) is not tuple or len(row) != size or type(row[-1]) is not int or row[-1] < 1:
            return False
        for member, kind in zip(row, kinds, strict=False):
            if type(member) is not kind:
                return False
    return len({row[:-1] for row in rows}) == len(rows)


def _check_rows(problems: Problems, path: str, rows: object, kinds: tuple[type[Labelled], ...]) -> None:
    """Check rows of members and a number, each with members of its own."""
    if not problems.instance(path, rows, tuple, "a tuple of rows"):
        return
    seen: set[tuple[Any, ...]] = set()
    for index, row in enumerate(cast("tuple[object, ...]", rows)):
        where = f"{path}[{index}]"
        parts: tuple[Any, ...] = row if isinstance(row, tuple) else ()  # pyright: ignore[reportUnknownVariableType] -- of anything
        if len(parts) != len(kinds) + 1:
            problems.add(where, "wrong-type", f"must be a tuple of {len(kinds) + 1}")
            continue
        *members, number = parts
        sound = [
            problems.instance(where, member, kind, f"of kind {kind.__name__}")
            for member, kind in zip(members, kinds, strict=True)
        ]
        problems.integer(where, number, minimum=1)
        if all(sound):
            if tuple(members) in seen:
                problems.add(where, "duplicate", "must not say the same thing twice")
            seen.add(tuple(members))
