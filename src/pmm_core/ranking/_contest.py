"""What place one area would have with more units, the others given.

The place never gets worse as units are added, whatever the tie method, so that the fewest units for a place are found
by halving; `place_among` decides, as it does for every table.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from pmm_core.ranking._measurement import Measurement
from pmm_core.ranking._order import Ratio, key_of, shift_for
from pmm_core.ranking._table import Table
from pmm_core.ranking._tie_break import TieBreakKey
from pmm_core.ranking._ties import Place, TieMethod, place_among


def projected(figure: Measurement, earlier: Measurement | None, by: date) -> int | Fraction:
    """The count of one area on a later day if it goes on as since an earlier figure, within 0 and its base."""
    now = int(figure.numerator)
    if earlier is None:
        return now
    gone, ahead = (figure.on - earlier.on).days, (by - figure.on).days
    then = max(Fraction(0), now + Fraction((now - int(earlier.numerator)) * ahead, gone))
    return then if figure.denominator is None else min(then, Fraction(figure.denominator))


class Contest:
    """One area against the others of a table, on the day of the figures or as projected to a later day."""

    def __init__(self, table: Table, index: int, *, by: date, since: Table | None = None) -> None:
        past = {} if since is None else {figure.area.key: figure for figure in since.ranked}
        own = table.ranked[index]
        self._own, self._ties, self._tie_breaks = own, table.ties, table.tie_breaks
        self._sign = 1 if table.metric.more_is_better else -1
        self._number = self._sign * int(own.numerator)
        self._base = own.denominator or 1
        others = [*table.ranked[:index], *table.ranked[index + 1 :]]
        counts = [self._sign * projected(figure, past.get(figure.area.key), by) for figure in others]
        ratios = [
            (count.numerator, count.denominator * (figure.denominator or 1))
            for count, figure in zip(counts, others, strict=True)
        ]
        self._shift = shift_for([self._base, *(base for _, base in ratios)])
        self._broken = bool(table.tie_breaks) or table.ties is TieMethod.ORDINAL
        self._listed = sorted(figure.area.key for figure in table.ranked) if self._broken else []
        keys = [key_of(number, base, self._shift) for number, base in ratios]
        self._others: list[Any] = sorted(
            (key, *self._tie_keys(figure, count)) if self._broken else key
            for key, figure, count in zip(keys, others, counts, strict=True)
        )
        self._distinct: list[Any] = sorted(set(self._others))
        self.cap = self._most(own, ratios)

    def _most(self, own: Measurement, ratios: Sequence[Ratio]) -> int:
        """The most units that make sense: what the base leaves, or enough to pass everybody."""
        if self._sign < 0:
            return int(own.numerator)
        if own.denominator is not None:
            return own.denominator - int(own.numerator)
        return max([0, *(number // base + 1 - self._number for number, base in ratios)])

    def _tie_keys(self, figure: Measurement, count: int | Fraction) -> tuple[Any, ...]:
        """What decides between equal scores, larger better; the order of the codes only under ORDINAL."""
        found: list[Any] = []
        for tie in self._tie_breaks:
            if tie.key is TieBreakKey.COUNT:
                found.append(count)
            else:
                found.extend(Fraction(key) for key in tie.values((figure,)) if key is not None)
        if self._ties is TieMethod.ORDINAL:
            found.append(-self._listed.index(figure.area.key))
        return tuple(found)

    def place(self, units: int) -> Place:
        """The place with so many more units."""
        better, equal, distinct = self._standing(units)
        return place_among(self._ties, better=better, equal=equal, distinct=distinct)

    def held(self, units: int) -> Place:
        """The place with so many more units if every tie went to the others."""
        better, equal, distinct = self._standing(units, listed_last=True)
        return place_among(self._ties, better=better + equal, equal=0, distinct=distinct + min(equal, 1))

    def _standing(self, units: int, *, listed_last: bool = False) -> tuple[int, int, int]:
        number = self._number + units
        key = key_of(number, self._base, self._shift)
        own: Any = (key, *self._tie_keys(self._own, number)) if self._broken else key
        if listed_last and self._ties is TieMethod.ORDINAL:
            own = (*own[:-1], -len(self._listed))  # the order of the codes is a tie-break too
        first, last = bisect_left(self._others, own), bisect_right(self._others, own)
        distinct = len(self._distinct) - bisect_right(self._distinct, own)
        return len(self._others) - last, last - first, distinct

    def fewest(self, place: Callable[[int], Place], wanted: int) -> int | None:
        """The fewest units with which this place is at least as good as the wanted one; None if none suffice."""
        if place(self.cap) > wanted:
            return None
        low, high = 0, self.cap
        while low < high:
            middle = (low + high) // 2
            if place(middle) <= wanted:
                high = middle
            else:
                low = middle + 1
        return low
