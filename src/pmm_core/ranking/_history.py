"""The way of an area through many tables."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import final

import attrs

from pmm_core._checks import Problems, items
from pmm_core.errors import IncomparableError, Refusal
from pmm_core.ranking._area import Area
from pmm_core.ranking._comparable import differences
from pmm_core.ranking._lookup import find_area
from pmm_core.ranking._movement import Movement
from pmm_core.ranking._rules import HISTORY
from pmm_core.ranking._standings import Standings
from pmm_core.ranking._ties import Place
from pmm_core.sources import Rule, Source
from pmm_core.sources._citing import sources_of


@final
@attrs.frozen
class Run:
    """An unbroken row of tables.

    Args:
        first: the day of its first table.
        last: the day of its last table.
        tables: how many tables it spans.
    """

    first: date
    last: date
    tables: int


@final
@attrs.frozen
class Track:
    """The way of one area through a history.

    Args:
        area: which one.
        points: for each table its day and the place, None where the area had none.

    >>> from datetime import date
    >>> from pmm_core import find
    >>> days = [date(2022, month, 1) for month in (8, 9, 10, 11)]
    >>> track = Track(find("Kab. Batang"), tuple(zip(days, (7, 4, 2, 27), strict=True)))
    >>> track.longest_run(5).tables, track.longest_run(1)
    (2, None)
    """

    area: Area
    points: tuple[tuple[date, Place | None], ...]

    @property
    def placed(self) -> tuple[tuple[date, Place], ...]:
        """The points that have a place."""
        return tuple((day, place) for day, place in self.points if place is not None)

    @property
    def best(self) -> Place | None:
        """The best place it ever had; None if it never had one."""
        return min((place for _, place in self.placed), default=None)

    @property
    def worst(self) -> Place | None:
        """The worst place it ever had; None if it never had one."""
        return max((place for _, place in self.placed), default=None)

    def longest_run(self, top: int) -> Run | None:
        """The longest row of tables in which it was among the first so many; the earliest of equals.

        Args:
            top: the last place that counts.

        Returns:
            The run; None if it was never there.  A table without a place ends a run.

        Raises:
            InvalidValueError: ``too-small`` for a place below 1.
            WrongTypeError: for anything but a whole number.
        """
        problems = Problems("longest_run")
        problems.integer("top", top, minimum=1)
        problems.done()
        longest: Run | None = None
        current: Run | None = None
        for day, place in self.points:
            if place is None or place > top:
                current = None
                continue
            current = Run(day, day, 1) if current is None else Run(current.first, day, current.tables + 1)
            if longest is None or current.tables > longest.tables:
                longest = current
        return longest

    @property
    def steps(self) -> tuple[tuple[date, Movement], ...]:
        """The movement from each table to the next, with the day of the later; none where both lack a place."""
        pairs = pairwise(self.points)
        return tuple(
            (day, Movement(self.area, before, after))
            for (_, before), (day, after) in pairs
            if before is not None or after is not None
        )

    @property
    def largest_drop(self) -> Movement | None:
        """The worst fall from one table to the next, the earliest of equals; None if it never fell."""
        falls = [(places, step) for _, step in self.steps if (places := step.places) is not None and places < 0]
        return min(falls, key=_places)[1] if falls else None

    @property
    def largest_climb(self) -> Movement | None:
        """The best climb from one table to the next, the earliest of equals; None if it never climbed."""
        climbs = [(places, step) for _, step in self.steps if (places := step.places) is not None and places > 0]
        return max(climbs, key=_places)[1] if climbs else None


def _places(entry: tuple[Place, Movement]) -> Place:
    return entry[0]


@final
@attrs.frozen(repr=False)
class History:
    """Comparable tables in the order of their days.

    Args:
        tables: at least one; `History.of_tables` sorts them.

    Raises:
        InvalidValueError: ``empty``, or ``duplicate`` for two tables of one day.
        IncomparableError: every respect in which a table differs from the first, as for `compare`, and
            ``dates-reversed`` for tables out of order.
        WrongTypeError: for anything but tables.

    >>> from datetime import date
    >>> from pmm_core import Measurement, find, rank
    >>> logins = {date(2022, 7, 7): (310, 304), date(2022, 6, 30): (47, 304)}
    >>> areas = find("Berau"), find("Paser")
    >>> tables = [
    ...     rank(Measurement.count(area, SCHOOLS_LOGGED_IN, n, on=day) for area, n in zip(areas, counts, strict=True))
    ...     for day, counts in logins.items()
    ... ]
    >>> history = History.of_tables(tables)
    >>> [(str(day), place) for day, place in history.of("Berau").placed]
    [('2022-06-30', 2), ('2022-07-07', 1)]
    """

    tables: tuple[Standings, ...]

    def __attrs_post_init__(self) -> None:
        problems = Problems("History")
        if problems.instance("tables", self.tables, tuple, "a tuple of Standings"):
            if not self.tables:
                problems.add("tables", "empty", "must hold at least one table")
            for index, table in enumerate(self.tables):
                problems.instance(f"tables[{index}]", table, Standings, "Standings")
        problems.done()
        for index, (one, other) in enumerate(pairwise(self.tables), 1):
            if one.on == other.on:
                problems.add(f"tables[{index}]", "duplicate", f"there are two tables of {one.on}")
        problems.done()
        refusals: list[Refusal] = []
        for one, other in pairwise(self.tables):
            refusals.extend(differences(one, other))
            if one.on > other.on:
                refusals.append(Refusal("dates-reversed", f"{one.on} stands before {other.on}", ("History.of_tables",)))
        if refusals:
            raise IncomparableError("tell a history", tuple(refusals))

    @classmethod
    def of_tables(cls, tables: Iterable[Standings]) -> "History":
        """Build a history from tables in any order; errors as for the class.

        Args:
            tables: at least one, all by the same rules, no two of one day.

        Returns:
            The history, the earliest table first.
        """
        problems = Problems("History")
        known = items(problems, "tables", tables, "Standings")
        for index, table in enumerate(known):
            problems.instance(f"tables[{index}]", table, Standings, "Standings")
        problems.done()
        return cls(tuple(sorted(known, key=_day)))

    def of(self, area: Area | str) -> Track:
        """The way of one area.

        Args:
            area: the area, its code or its name.

        Raises:
            UnknownNameError: ``not-in-table`` for an area in none of the tables, ``unknown-region``.
            AmbiguousNameError: ``ambiguous-region``.
            WrongTypeError: ``wrong-type`` for anything but an area or a text.
        """
        found = find_area(area, [known for table in self.tables for known in table.areas])
        points = tuple((table.on, table.place_of(found)) for table in self.tables)
        return Track(found, points)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that produced this."""
        return (HISTORY, *self.tables[-1].rules)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the rules come from, each work once."""
        return sources_of(*self.rules, first=self.tables[-1].metric.source)

    def __repr__(self) -> str:
        first, last = self.tables[0], self.tables[-1]
        return f"<History {first.metric.key} {first.on} .. {last.on}: {len(self.tables)} tables>"


def _day(table: Standings) -> date:
    return table.on
