"""The table with everything that can be done with it: compare, set a target, print."""

from datetime import date
from typing import final

import attrs

from pmm_core._checks import Problems
from pmm_core.errors import Refusal, RefusedError
from pmm_core.ranking._area import Area
from pmm_core.ranking._contest import Contest
from pmm_core.ranking._metric import Scale
from pmm_core.ranking._movement import Movements
from pmm_core.ranking._order import Ratio
from pmm_core.ranking._table import Table
from pmm_core.ranking._target import Target
from pmm_core.ranking._text import html_of, text_of
from pmm_core.ranking._ties import TieMethod
from pmm_core.ranking._words import Language


@final
@attrs.frozen(kw_only=True, repr=False)
class Standings(Table):
    """A table of areas ranked by one metric on one day (klasemen, peringkat).

    It holds what it was made from and computes the places itself, so that a table with wrong places cannot exist.
    `rank` builds one from measurements.

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

    >>> from datetime import date
    >>> from pmm_core import Measurement, find, rank
    >>> from pmm_core.ranking import COMMUNITIES_REGISTERED
    >>> day = date(2022, 11, 24)
    >>> table = rank([Measurement.count(find("Batanghari"), COMMUNITIES_REGISTERED, 144, on=day)])
    >>> table.of("Batanghari").rank, len(table.missing)
    (1, 10)
    """

    def compare(self, before: Table) -> Movements:
        """How every area moved since an earlier table.

        Args:
            before: the earlier table, of the same metric, scope and rules.

        Returns:
            The movements, the largest climb first.

        Raises:
            IncomparableError: every difference that would make the comparison mislead.
            WrongTypeError: for anything but a table.
        """
        return Movements(before, self)

    def target(
        self, area: Area | str, *, rank: int, by: date, on: date | None = None, since: Table | None = None
    ) -> Target:
        """What it takes for an area to reach a place by a day.

        Args:
            area: who wants to climb, see `of`.
            rank: the place that is wanted, or a better one.
            by: the day by which.
            on: the day from which the work starts; the day of the figures where it is left out.
            since: an earlier table, for the others to go on as since then; they stand still where it is left out.

        Returns:
            The target, with the fewest units to share the place and to pass.

        Raises:
            RefusedError: ``not-ranked``, ``no-such-place``, ``deadline-passed``, ``no-units``, all at once.
            UnknownNameError: ``not-in-table``, ``unknown-region``.
            AmbiguousNameError: ``ambiguous-region``.
            IncomparableError: where the earlier table does not compare with this one.
            InvalidValueError: ``too-small`` for a place below 1.
            WrongTypeError: for an argument of the wrong kind.
        """
        found = self.find(area)
        return Target(table=self, area=found, rank=rank, by=by, on=self.on if on is None else on, since=since)

    def units_to(self, rank: int, *, passing: bool = False) -> dict[str, int | None]:
        """The fewest units to a place for every ranked area at once, the others standing still.

        Args:
            rank: the place that is wanted, or a better one.
            passing: False to share the place, True to hold it even if every tie counts against it.

        Returns:
            For each code the units, 0 where nothing is needed, None where the place is out of reach; best area first.

        Raises:
            RefusedError: ``no-such-place`` or ``no-units``.
            InvalidValueError: ``too-small`` for a place below 1.
            WrongTypeError: for anything but a whole number.
        """
        problems = Problems("units_to")
        problems.integer("rank", rank, minimum=1)
        problems.done()
        refusals: list[Refusal] = []
        if rank > self.size:
            refusals.append(Refusal("no-such-place", f"the table has {self.size} places, not {rank}"))
        if self.scale is Scale.SCORE:
            refusals.append(Refusal("no-units", f"{self.metric.key} is a score and counts nothing"))
        if refusals:
            raise RefusedError("tell the units", tuple(refusals))
        if self.tie_breaks or self.ties not in {TieMethod.COMPETITION, TieMethod.MODIFIED}:
            contests = [Contest(self, index, by=self.on) for index in range(self.size)]
            fewest = [one.fewest(one.held if passing else one.place, rank) for one in contests]
            return dict(zip(self._keys, fewest, strict=True))
        return dict(zip(self._keys, self._thresholds(rank, passing or self.ties is TieMethod.MODIFIED), strict=True))

    def _thresholds(self, rank: int, beyond: bool) -> list[int | None]:  # noqa: FBT001 -- private
        """The same by one comparison each: a place is held by reaching, or by passing, the best but so many others."""
        ranked = self.ranked
        if rank == self.size:
            return [0] * rank
        sign = 1 if self.metric.more_is_better else -1
        # those before the place must stay clear of the one after it, all others must reach the one that holds it
        marks: list[Ratio] = [
            (sign * int(ranked[index].numerator), ranked[index].denominator or 1) for index in (rank, rank - 1)
        ]
        found: list[int | None] = []
        for index, figure in enumerate(ranked):
            number, base = marks[index >= rank]
            own, mine = sign * int(figure.numerator), figure.denominator
            scaled = number * (mine or 1)
            needed = scaled // base + 1 if beyond else -(-scaled // base)
            units = needed - own
            cap = int(figure.numerator) if sign < 0 else None if mine is None else mine - own
            if units <= 0:
                found.append(0)
            else:
                found.append(None if cap is not None and units > cap else units)
        return found

    def text(self, *, before: Table | None = None, language: Language = "en") -> str:
        """The table as aligned text for a terminal.

        Args:
            before: an earlier table, to show who climbed and who fell.
            language: ``"en"`` or ``"id"``.

        Returns:
            Lines without colours; those without a place stand apart, with the reason.

        Raises:
            IncomparableError: where the earlier table does not compare with this one.
            InvalidValueError: ``malformed`` for another language.
        """
        return text_of(self, None if before is None else self.compare(before), language)

    def html(self, *, before: Table | None = None, language: Language = "en") -> str:
        """The table as an HTML table for notebooks and pages, all text escaped; arguments and errors as for `text`."""
        return html_of(self, None if before is None else self.compare(before), language)

    def _repr_html_(self) -> str:
        return self.html()

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return f"<Standings {self.metric.key} {self.on} {self.scope}: {self.size} ranked>"
