"""The places: who stands where, among whom, and by which rules.

Movement and targets build on this class; `Standings` offers them as its verbs, so that imports point one way.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from pmm_core._checks import Problems
from pmm_core.errors import Refusal, RefusedError
from pmm_core.ranking._area import AREAS, Area, Scope
from pmm_core.ranking._lookup import find_area, siblings
from pmm_core.ranking._measurement import Measurement
from pmm_core.ranking._metric import Metric, Scale
from pmm_core.ranking._order import picker
from pmm_core.ranking._rows import Band, Standing, Unranked
from pmm_core.ranking._scores import scores_of
from pmm_core.ranking._table_checks import (
    AREA_KEY,
    check_figures,
    check_members,
    check_scope,
    check_tie_breaks,
    split,
)
from pmm_core.ranking._table_rules import rules_of
from pmm_core.ranking._tie_break import TieBreak
from pmm_core.ranking._ties import NUMBERING, Place, TieMethod
from pmm_core.sources import Rule, Source
from pmm_core.sources._citing import sources_of


@attrs.frozen(kw_only=True, repr=False)
class Table:
    """What every table of places holds and answers; `Standings` adds what can be done with one.

    Args:
        metric: what is ranked.
        on: the day the figures hold for.
        measurements: the figures, one per area; the table keeps them in the order of the codes.
        scope: among whom; every area must lie in it.
        ties: how equal scores are numbered.
        tie_breaks: keys that decide between equal scores, in this order.
        minimum: groups of fewer people get no place; 0 shows all.
        without: areas that have no figure here, each with the reason.

    Raises:
        InvalidValueError: ``mixed-metrics``, ``mixed-dates``, ``mixed-scales``, ``mixed-areas``, ``duplicate``,
            ``out-of-scope``, ``tie-break-missing``, ``tie-break-unmeasured`` or ``negative``, all at once.
        WrongTypeError: for a field of the wrong kind.
    """

    metric: Metric
    on: date
    measurements: tuple[Measurement, ...]
    scope: Scope
    ties: TieMethod = TieMethod.COMPETITION
    tie_breaks: tuple[TieBreak, ...] = ()
    minimum: int = 0
    without: tuple[Unranked, ...] = ()
    ranked: tuple[Measurement, ...] = attrs.field(init=False, eq=False)
    """The figures that earned a place, best first, equals in the order of their codes."""
    places: tuple[Place, ...] = attrs.field(init=False, eq=False)
    """The place of each of `ranked`."""
    unranked: tuple[Unranked, ...] = attrs.field(init=False, eq=False)
    """Who stands in the table without a place, and why, in the order of the codes."""
    _keys: tuple[str, ...] = attrs.field(init=False, eq=False)
    _scores: tuple[Any, ...] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        figure_of = dict(zip(self._check(), self.measurements, strict=True))
        keys = sorted(figure_of)
        figures = [figure_of[key] for key in keys]
        listed, unranked = split(figures, self.minimum)
        if len(listed) < len(figures):
            keys = [figure.area.key for figure in listed]
        if self.tie_breaks:
            problems = Problems("Standings")
            check_tie_breaks(problems, self.tie_breaks, listed)
            problems.done()
        scores = scores_of(listed, self.scale, self.metric, self.tie_breaks)
        order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
        best_first = picker(order)
        put = object.__setattr__
        put(self, "measurements", tuple(figures))
        put(self, "without", tuple(sorted(self.without, key=AREA_KEY)))
        put(self, "ranked", best_first(listed))
        put(self, "places", best_first(NUMBERING[self.ties](scores, order)))
        put(self, "unranked", tuple(sorted((*unranked, *self.without), key=AREA_KEY)))
        put(self, "_keys", best_first(keys))
        put(self, "_scores", best_first(scores))

    def _check(self) -> list[str]:
        problems = Problems("Standings")
        problems.instance("metric", self.metric, Metric, "a Metric")
        problems.day("on", self.on)
        problems.instance("ties", self.ties, TieMethod, "a TieMethod")
        problems.integer("minimum", self.minimum)
        problems.instance("scope", self.scope, Scope, "a Scope")
        check_members(problems, "tie_breaks", self.tie_breaks, TieBreak)
        check_members(problems, "without", self.without, Unranked)
        keys = check_figures(problems, self.measurements, self.metric, self.on)
        problems.done()
        check_scope(problems, self.scope, self.measurements, self.without)
        problems.done()
        return keys

    # -- what the table is about

    @property
    def scale(self) -> Scale:
        """Whether counts, shares or scores are ranked; an empty table has the scale of its metric."""
        return self.measurements[0].scale if self.measurements else self.metric.scale

    @property
    def size(self) -> int:
        """How many have a place: the 35 of "27 of 35"."""
        return len(self.ranked)

    @property
    def kind(self) -> type[Area] | None:
        """What is ranked: kabupaten and kota, provinces, or groups; None for an empty table."""
        return next((type(area) for area in self.areas), None)

    @property
    def areas(self) -> tuple[Area, ...]:
        """Everyone in the table, with a place or without."""
        return (*[figure.area for figure in self.measurements], *[row.area for row in self.without])

    @property
    def missing(self) -> tuple[Area, ...]:
        """The areas of the bundled table that belong to this scope and have no figure here at all."""
        known = {area.key: area for area in self.areas}
        kind = self.kind
        return () if kind is None else tuple(area for area in siblings(self.scope, kind) if area.key not in known)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that produced this table, each with its source and how sure it is."""
        return rules_of(self.metric, self.tie_breaks, self.unranked, self.minimum)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the metric and the rules come from, each work once."""
        return sources_of(*self.rules, first=self.metric.source)

    # -- who stands where

    @property
    def rows(self) -> tuple[Standing, ...]:
        """Every row with a place, best first."""
        scores = self._scores
        counts: dict[Any, int] = {}
        for score in scores:
            counts[score] = counts.get(score, 0) + 1
        return tuple(
            Standing(place, figure, counts[score] - 1)
            for place, figure, score in zip(self.places, self.ranked, scores, strict=True)
        )

    def __iter__(self) -> Iterator[Standing]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.ranked)

    def __contains__(self, area: object) -> bool:
        return getattr(area, "key", None) in self._keys

    def place_of(self, area: Area) -> Place | None:
        """The place of an area, or None where it has none here, whatever the reason.

        Args:
            area: the area itself; `of` reads codes and names.

        Raises:
            WrongTypeError: for anything but an area.
        """
        if not isinstance(area, AREAS):  # pyright: ignore[reportUnnecessaryIsInstance] -- callers without a type checker
            problems = Problems("place_of")
            problems.instance("area", area, AREAS, "a Kabupaten, Province or Group")
            problems.done()
        return self.places[self._keys.index(area.key)] if area.key in self._keys else None

    def find(self, area: Area | str) -> Area:
        """The area of this table that is meant, with a place or without; arguments and errors as for `of`."""
        return find_area(area, self.areas)

    def index_of(self, area: Area | str) -> int:
        """Where in `ranked` an area stands, from 0; arguments and errors as for `of`."""
        found = self.find(area)
        if found.key in self._keys:
            return self._keys.index(found.key)
        reason = next(row.reason for row in self.unranked if row.area.key == found.key)
        raise RefusedError("tell the place", (Refusal("not-ranked", f"{found} has no place: {reason.label_en}"),))

    def of(self, area: Area | str) -> Standing:
        """The row of one area.

        Args:
            area: the area, its code or its name, as `pmm_core.regions.find` reads it; a group by its own code or name.

        Returns:
            Its row.

        Raises:
            UnknownNameError: ``not-in-table``, or ``unknown-region`` for a name that nobody has.
            AmbiguousNameError: ``ambiguous-region`` for a name that several have.
            RefusedError: ``not-ranked`` for an area that stands in the table without a place.
            WrongTypeError: ``wrong-type`` for anything but an area or a text.

        >>> from datetime import date
        >>> from pmm_core import find, rank
        >>> from pmm_core.ranking import SCHOOLS_LOGGED_IN
        >>> counts = {"Paser": 304, "Berau": 47, "Kota Samarinda": 203}
        >>> day = date(2022, 6, 30)
        >>> table = rank(Measurement.count(find(name), SCHOOLS_LOGGED_IN, n, on=day) for name, n in counts.items())
        >>> table.of("Berau").rank, table.size
        (3, 3)
        """
        index = self.index_of(area)
        return self._row(index)

    def _row(self, index: int) -> Standing:
        return Standing(self.places[index], self.ranked[index], self._scores.count(self._scores[index]) - 1)

    def at(self, place: Place) -> tuple[Standing, ...]:
        """The rows that have exactly this place: several for a tie, none for a place that a tie left empty.

        Args:
            place: a whole number, or a fraction under `TieMethod.FRACTIONAL`.

        Raises:
            WrongTypeError: for anything but an exact number.
        """
        problems = Problems("at")
        problems.exact("place", place, minimum=None)
        problems.done()
        return tuple(self._row(index) for index, found in enumerate(self.places) if found == place)

    def top(self, n: int) -> tuple[Standing, ...]:
        """The rows whose place is n or better, so that a tie at the end is never cut.

        Args:
            n: the last place to take in.

        Raises:
            InvalidValueError: ``negative``.
            WrongTypeError: for anything but a whole number.
        """
        problems = Problems("top")
        problems.integer("n", n)
        problems.done()
        return tuple(self._row(index) for index, place in enumerate(self.places) if place <= n)

    def neighbours(self, area: Area | str, n: int = 1) -> tuple[Standing, ...]:
        """The rows around one area: up to n above it, its own, up to n below it.

        Args:
            area: whose neighbours, see `of`.
            n: how many on either side.

        Raises:
            InvalidValueError: ``negative``, and the errors of `of`.
        """
        problems = Problems("neighbours")
        problems.integer("n", n)
        problems.done()
        middle = self.index_of(area)
        return tuple(self._row(index) for index in range(max(0, middle - n), min(self.size, middle + n + 1)))

    def tied_with(self, area: Area | str) -> tuple[Area, ...]:
        """The others that have the same score, tie-breaks counted; arguments and errors as for `of`."""
        own = self.index_of(area)
        score = self._scores[own]
        return tuple(
            figure.area for index, figure in enumerate(self.ranked) if index != own and self._scores[index] == score
        )

    def band(self, area: Area | str) -> Band:
        """The fifth of the table that an area falls in, whatever the tie method; arguments and errors as for `of`."""
        score = self._scores[self.index_of(area)]
        return Band.of(self._scores.index(score) + 1, self.size)
