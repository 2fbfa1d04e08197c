"""Who climbed and who fell between two tables.

The sign is a trap: a smaller place is a better one.  So a movement never shows a bare difference of places; `places`
is positive for a climb, the kind says the same in a word, and two tables are compared only where they rank the same
thing among the same areas by the same rules, the earlier first.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import final

import attrs

from pmm_core._checks import MOST, Problems
from pmm_core._labels import Labelled, labelled
from pmm_core._tables import html_table
from pmm_core.ranking._area import AREAS, Area
from pmm_core.ranking._comparable import check_comparable
from pmm_core.ranking._lookup import find_area
from pmm_core.ranking._rules import MOVEMENT
from pmm_core.ranking._table import Table
from pmm_core.ranking._ties import Place
from pmm_core.ranking._words import Language, Words, place_text, words_for
from pmm_core.sources import Rule, Source
from pmm_core.sources._citing import sources_of


@final
@labelled(
    UP=("naik", "up"),
    DOWN=("turun", "down"),
    SAME=("tetap", "same"),
    NEW=("baru", "new"),
    LEFT=("keluar", "left"),
)
class MovementKind(Labelled):
    """Which way an area moved between two tables."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NEW = "new"
    LEFT = "left"


@final
@attrs.frozen
class Movement:
    """What happened to one area between two tables.

    Args:
        area: which one.
        before: its place in the earlier table, or None where it had none.
        after: its place in the later table, or None where it has none.

    Raises:
        InvalidValueError: ``empty`` where it has a place in neither, ``too-small`` for a place below 1, ``malformed``
            for one that no `TieMethod` gives: it is whole, or lies between two that are.
        WrongTypeError: for a field of the wrong kind.

    >>> from pmm_core import find
    >>> print(Movement(find("Kab. Batang"), 1, 27))
    Kabupaten Batang: 1 -> 27, down 26 places
    """

    area: Area
    before: Place | None
    after: Place | None

    def __attrs_post_init__(self) -> None:
        if type(self.before) is type(self.after) is int and type(self.area) in AREAS and self._are_places():
            return
        problems = Problems("Movement")
        problems.instance("area", self.area, AREAS, "a Kabupaten, Province or Group")
        if self.before is None and self.after is None:
            problems.add("before", "empty", "an area without a place in either table did not move")
        _check_place(problems, "before", self.before)
        _check_place(problems, "after", self.after)
        problems.done()

    def _are_places(self) -> bool:
        return 0 < (self.before or 0) < MOST > (self.after or 0) > 0

    @property
    def kind(self) -> MovementKind:
        """Which way it moved."""
        if self.before is None:
            return MovementKind.NEW
        if self.after is None:
            return MovementKind.LEFT
        if self.before == self.after:
            return MovementKind.SAME
        return MovementKind.UP if self.after < self.before else MovementKind.DOWN

    @property
    def places(self) -> Place | None:
        """How many places it climbed: positive is better, negative is worse; None where a place is missing."""
        return None if self.before is None or self.after is None else self.before - self.after

    def text(self, *, language: Language = "en") -> str:
        """One line for people.

        Args:
            language: ``"en"`` or ``"id"``.

        Raises:
            InvalidValueError: ``malformed`` for another language.
        """
        return f"{self.area}: {_way(self, words_for(language))}"

    def __str__(self) -> str:
        return self.text()


@final
@attrs.frozen(repr=False)
class Movements:
    """The movement of every area between two tables, the largest climb first.

    Args:
        before: the earlier table.
        after: the later table.

    Raises:
        IncomparableError: every difference between the tables that would make the comparison mislead:
            ``different-metric``, ``different-scale``, ``different-scope``, ``different-ties``,
            ``different-tie-breaks``, ``different-minimum``, ``different-areas``, ``dates-reversed``.
        WrongTypeError: for anything but tables.

    >>> from datetime import date
    >>> from pmm_core import Measurement, find, rank
    >>> june, july = (
    ...     rank(Measurement.count(find(name), SCHOOLS_LOGGED_IN, n, on=day) for name, n in counts.items())
    ...     for day, counts in (
    ...         (date(2022, 6, 30), {"Berau": 47, "Paser": 304}), (date(2022, 7, 7), {"Berau": 310, "Paser": 304}),
    ...     )
    ... )
    >>> moved = Movements(june, july)
    >>> print(moved.text())
    Kabupaten Berau: 2 -> 1, up 1 place
    Kabupaten Paser: 1 -> 2, down 1 place
    >>> moved.of("Berau").places, len(moved.only(MovementKind.DOWN)), moved.html(language="id")[:38]
    (1, 1, '<table class="pmm-movements" lang="id"')
    """

    before: Table
    after: Table
    rows: tuple[Movement, ...] = attrs.field(init=False, eq=False)
    """One movement per area that has a place in at least one of the tables."""

    def __attrs_post_init__(self) -> None:
        check_comparable(self.before, self.after)
        old = {figure.area.key: place for figure, place in zip(self.before.ranked, self.before.places, strict=True)}
        areas = {figure.area.key: figure.area for figure in (*self.before.ranked, *self.after.ranked)}
        new = {figure.area.key: place for figure, place in zip(self.after.ranked, self.after.places, strict=True)}
        rows = [Movement(area, old.get(key), new.get(key)) for key, area in sorted(areas.items())]
        rows.sort(key=_largest_climb_first)
        object.__setattr__(self, "rows", tuple(rows))

    def of(self, area: Area | str) -> Movement:
        """The movement of one area.

        Args:
            area: the area, its code or its name.

        Raises:
            UnknownNameError: ``not-in-table`` for an area without a place in both, ``unknown-region``.
            AmbiguousNameError: ``ambiguous-region``.
            WrongTypeError: ``wrong-type`` for anything but an area or a text.
        """
        found = find_area(area, [row.area for row in self.rows])
        return next(row for row in self.rows if row.area.key == found.key)

    def only(self, kind: MovementKind) -> tuple[Movement, ...]:
        """The movements of one kind, for instance all that fell.

        Args:
            kind: which way they went.

        Raises:
            WrongTypeError: for anything but a `MovementKind`.
        """
        problems = Problems("only")
        problems.instance("kind", kind, MovementKind, "a MovementKind")
        problems.done()
        return tuple(row for row in self.rows if row.kind is kind)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that produced this."""
        return (MOVEMENT, *self.after.rules)

    def __iter__(self) -> Iterator[Movement]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"<Movements {self.after.metric.key} {self.before.on} -> {self.after.on}: {len(self.rows)} areas>"

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the rules come from, each work once."""
        return sources_of(*self.rules, first=self.after.metric.source)

    def text(self, *, language: Language = "en") -> str:
        """One line for each area, the largest climb first.

        Args:
            language: ``"en"`` or ``"id"``.

        Raises:
            InvalidValueError: ``malformed`` for another language.
        """
        lines = [row.text(language=language) for row in self.rows]
        return "\n".join(lines) or words_for(language).nothing

    def html(self, *, language: Language = "en") -> str:
        """The same as an HTML table for notebooks and pages, all text escaped; arguments and errors as for `text`."""
        words, after = words_for(language), self.after
        title = (
            f"{words.label(after.metric)} · {after.scope.label} · {words.day(self.before.on)} -> {words.day(after.on)}"
        )
        rows = [(str(row.area), _way(row, words)) for row in self.rows]
        notes = () if rows else (words.nothing,)
        return html_table("movements", words.code, title, rows, head=(words.area, words.moved), notes=notes)

    def _repr_html_(self) -> str:
        return self.html()

    def __str__(self) -> str:
        return self.text()


def _way(row: Movement, words: Words) -> str:
    """From where to where an area moved."""
    places = row.places
    if places is None:
        ends = " -> ".join("-" if place is None else place_text(place) for place in (row.before, row.after))
        return f"{words.label(row.kind)} ({ends})"
    before, after = place_text(row.before or 0), place_text(row.after or 0)
    if places == 0:
        return words.stayed.format(place=after)
    steps = max(places, -places)
    noun = "place" if steps <= 1 else "places"
    how = {"way": words.label(row.kind), "places": place_text(steps), "noun": noun}
    return words.climbed.format(before=before, after=after, **how)


def _largest_climb_first(row: Movement) -> tuple[int, Place]:
    places = row.places
    return (1, 0) if places is None else (0, -places)


def _check_place(problems: Problems, path: str, place: Place | None) -> None:
    """Check that a method of numbering could give this place: a mean of whole ones in a row is whole or a half."""
    if place is None or not problems.exact(path, place, minimum=1):
        return
    if problems.instance(path, place, (int, Fraction), "an int or a Fraction") and place * 2 % 1:
        problems.add(path, "malformed", "must be a whole place or one between two, such as 5/2")
