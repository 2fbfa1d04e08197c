"""The laws of targets: what is asked for suffices, one fewer does not, and out of reach is out of reach.

Two oracles: real tables ranked again with the units added, and a slow count with fractions that also knows how the
others go on.
"""

from datetime import date, timedelta
from fractions import Fraction

import attrs
from hypothesis import assume, example, given, strategies as st

from pmm_core.ranking import (
    LARGER_COUNT,
    SCHOOLS_LOGGED_IN,
    Direction,
    Measurement,
    Place,
    Scale,
    Standings,
    Target,
    TieBreakKey,
    TieMethod,
    rank,
)
from pmm_core.ranking._table import Table
from pmm_core.regions import find
from pmm_core.testing import metrics, standings, targets

DAY = date(2022, 12, 23)
CODES = ("33.25", "33.19", "33.22", "33.01")
Key = tuple[Fraction, ...]


def table(*figures: tuple[int, int | None], ties: TieMethod = TieMethod.COMPETITION, days: int = 0) -> Standings:
    day = DAY - timedelta(days=days)
    return rank(
        (
            Measurement(area=find(code), metric=SCHOOLS_LOGGED_IN, on=day, numerator=number, denominator=base)
            for code, (number, base) in zip(CODES, figures, strict=False)
        ),
        ties=ties,
    )


def target(now: Standings, place: int, *, days: int = 7, since: Standings | None = None) -> Target:
    return now.target("33.25", rank=place, by=DAY + timedelta(days=days), since=since)


def most(wanted: Target) -> int:
    """Everything that can be done: what the base leaves, all there is to lose, or more than anybody has."""
    own = wanted.measurement
    if wanted.table.metric.direction is Direction.LOWER:
        return int(own.numerator)
    if own.denominator is not None:
        return own.denominator - int(own.numerator)
    counts = [projection(wanted, figure) for figure in wanted.table.ranked]
    return max(0, int(max(counts)) + 1 - int(own.numerator))


def with_units(wanted: Target, units: int) -> Table:
    """The table ranked again after the area has won so many units (or lost them, where fewer is better)."""
    sign = 1 if wanted.table.metric.direction is Direction.HIGHER else -1
    figures = tuple(
        attrs.evolve(figure, numerator=figure.numerator + sign * units) if figure == wanted.measurement else figure
        for figure in wanted.table.measurements
    )
    return attrs.evolve(wanted.table, measurements=figures)


def projection(wanted: Target, figure: Measurement) -> Fraction:
    """The count of another area on the last day."""
    now = Fraction(figure.numerator)
    before = [] if wanted.since is None else [each for each in wanted.since.ranked if each.area == figure.area]
    if not before:
        return now
    per_day = (now - Fraction(before[0].numerator)) / (figure.on - before[0].on).days
    then = max(now + per_day * (wanted.by - figure.on).days, Fraction(0))
    return then if figure.denominator is None else min(then, Fraction(figure.denominator))


def key(wanted: Target, figure: Measurement, count: Fraction) -> Key:
    sign = 1 if wanted.table.metric.direction is Direction.HIGHER else -1
    found = [sign * count / (figure.denominator or 1)]
    for tie in wanted.table.tie_breaks:
        if tie.key is TieBreakKey.COUNT:
            found.append(sign * count)
        elif tie.key is TieBreakKey.BASE:
            found.append(Fraction(figure.denominator or 0))
        else:
            (other,) = [each for each in tie.measurements if each.area == figure.area]
            better = 1 if other.metric.direction is Direction.HIGHER else -1
            found.append(better * Fraction(other.numerator) / (other.denominator or 1))
    return tuple(found)


def slow_place(wanted: Target, units: int, *, against: bool) -> Place:
    """The place on the last day with so many units more; *against* counts every tie for the others."""
    sign = 1 if wanted.table.metric.direction is Direction.HIGHER else -1
    mine = wanted.measurement
    own = key(wanted, mine, Fraction(mine.numerator) + sign * units)
    others = [
        (key(wanted, figure, projection(wanted, figure)), figure.area.key)
        for figure in wanted.table.ranked
        if figure != mine
    ]
    better = [other for other, _ in others if other > own]
    equal = [other for other, _ in others if other == own]
    if against:
        better, equal = [*better, *equal], []
    earlier = sum(other == own and code < mine.area.key for other, code in others) if not against else 0
    found: dict[TieMethod, Place] = {
        TieMethod.COMPETITION: 1 + len(better),
        TieMethod.DENSE: 1 + len(set(better)),
        TieMethod.MODIFIED: 1 + len(better) + len(equal),
        TieMethod.ORDINAL: 1 + len(better) + earlier,
        TieMethod.FRACTIONAL: 1 + len(better) + Fraction(len(equal), 2),
    }
    return found[wanted.table.ties]


KALTIM = table((47, None), (203, None), (207, None), (9, None))
ORDINAL = table((47, None), (203, None), (207, None), ties=TieMethod.ORDINAL)
BY_CODE = table((7, None), (3, None), ties=TieMethod.ORDINAL).target("33.19", rank=1, by=DAY + timedelta(days=7))
OUT_OF_REACH = table((0, 3), (3, 3), ties=TieMethod.MODIFIED)
GOING_ON = (table((5, None), (5, None), (1, None), days=7), table((5, None), (8, None), (6, None)))


class TestATargetSuffices:
    """With the units that are asked for, the table ranked again gives the place or a better one."""

    @given(targets(projected=False))
    @example(target(KALTIM, 2))
    @example(target(ORDINAL, 1))
    @example(target(OUT_OF_REACH, 1))
    def test_sharing(self, wanted: Target) -> None:
        if wanted.to_share is not None:
            place = with_units(wanted, wanted.to_share).place_of(wanted.area)
            assert place is not None
            assert place <= wanted.rank

    @given(targets(projected=False))
    @example(target(KALTIM, 2))
    @example(BY_CODE)  # a smaller code is no way to pass
    @example(target(OUT_OF_REACH, 1))
    def test_passing_even_if_all_ties_go_to_the_others(self, wanted: Target) -> None:
        if wanted.to_pass is not None:
            again = with_units(wanted, wanted.to_pass)
            assert slow_place(wanted, wanted.to_pass, against=True) <= wanted.rank
            if wanted.table.ties is not TieMethod.DENSE:
                assert again.index_of(wanted.area) < wanted.rank


class TestATargetIsMinimal:
    """With one unit fewer, the table ranked again does not give the place."""

    @given(targets(projected=False))
    @example(target(KALTIM, 2))
    @example(target(ORDINAL, 1))
    def test_sharing(self, wanted: Target) -> None:
        if wanted.to_share:
            place = with_units(wanted, wanted.to_share - 1).place_of(wanted.area)
            assert place is not None
            assert place > wanted.rank

    @given(targets(projected=False))
    @example(target(KALTIM, 2))
    @example(BY_CODE)
    def test_passing(self, wanted: Target) -> None:
        if wanted.to_pass:
            assert slow_place(wanted, wanted.to_pass - 1, against=True) > wanted.rank


class TestOutOfReachIsOutOfReach:
    """Where a place is out of reach, giving everything does not reach it, and ``best`` says how far it goes."""

    @given(targets(projected=False))
    @example(target(OUT_OF_REACH, 1))
    @example(target(KALTIM, 1))
    def test_everything_is_not_enough(self, wanted: Target) -> None:
        everything = with_units(wanted, most(wanted)).place_of(wanted.area)
        assert everything == wanted.best
        assert wanted.reachable == (wanted.best <= wanted.rank) == (wanted.to_share is not None)
        assert wanted.reached == (wanted.current <= wanted.rank)
        assert (wanted.to_pass is None) == (slow_place(wanted, most(wanted), against=True) > wanted.rank)


class TestOthersGoOn:
    """Against others who go on as since an earlier table, the same: the units suffice, and one fewer does not."""

    @given(targets())
    @example(target(GOING_ON[1], 1, since=GOING_ON[0]))
    @example(target(GOING_ON[1], 1, days=1, since=GOING_ON[0]))
    def test_against_a_slow_count(self, wanted: Target) -> None:
        for units, against in ((wanted.to_share, False), (wanted.to_pass, True)):
            if units is None:
                assert slow_place(wanted, most(wanted), against=against) > wanted.rank
            else:
                assert slow_place(wanted, units, against=against) <= wanted.rank
                assert units == 0 or slow_place(wanted, units - 1, against=against) > wanted.rank
        assert slow_place(wanted, most(wanted), against=False) == wanted.best

    def test_a_hand_reckoned_one(self) -> None:
        """In 7 days Kudus went from 5 to 8 and Demak from 1 to 6; in 7 more they stand at 11 and 11."""
        wanted = target(GOING_ON[1], 1, since=GOING_ON[0])
        assert (6, 7) == (wanted.to_share, wanted.to_pass)

    def test_nobody_falls_below_nothing_or_beyond_the_base(self) -> None:
        before, now = table((5, 9), (8, 9), (9, 9), days=7), table((5, 9), (1, 9), (9, 9))
        wanted = now.target("33.22", rank=1, by=DAY + timedelta(days=70), since=before)
        assert 0 == wanted.to_pass
        before, now = table((5, 9), (1, 9), days=7), table((5, 9), (8, 9))
        assert (4, None) == (target(now, 1, since=before).to_share, target(now, 1, since=before).to_pass)


class TestEveryTargetIsConsistent:
    """Passing takes no less than sharing, a better place no less than a worse one; the pace gets there in time."""

    @given(targets())
    @example(target(KALTIM, 2))
    def test_order(self, wanted: Target) -> None:
        if wanted.to_share is None:
            assert wanted.to_pass is None
            assert (None, None) == (wanted.per_day, wanted.per_week)
            assert wanted.pace() is None
            return
        assert wanted.to_pass is None or wanted.to_share <= wanted.to_pass
        pace = wanted.pace()
        assert pace is not None
        assert pace.per_day * wanted.days >= wanted.to_share
        assert wanted.to_share == 0 or (pace.per_day - 1) * wanted.days < wanted.to_share
        assert pace.per_week * Fraction(wanted.days, 7) >= wanted.to_share or pace.per_week == wanted.to_share

    @given(targets())
    @example(target(KALTIM, 2))
    def test_a_worse_place_is_cheaper(self, wanted: Target) -> None:
        assume(wanted.rank < wanted.table.size and wanted.to_share is not None)
        worse = attrs.evolve(wanted, rank=wanted.rank + 1)
        assert worse.to_share is not None
        assert worse.to_share <= (wanted.to_share or 0)


class TestUnitsToEqualsEachTarget:
    """All areas at once give what each target gives alone."""

    @given(
        st.sampled_from((Scale.COUNT, Scale.SHARE)).flatmap(
            lambda scale: standings(
                min_size=1, max_size=6, unranked=False, metric=metrics(scale=scale), ties=st.sampled_from(TieMethod)
            )
        ),
        st.data(),
    )
    @example(KALTIM, None)
    @example(ORDINAL, None)
    @example(BY_CODE.table, None)
    @example(OUT_OF_REACH, None)
    @example(attrs.evolve(table((1, 2), (2, 4), (3, 4)), tie_breaks=(LARGER_COUNT,)), None)
    def test_all_at_once(self, now: Standings, data: st.DataObject | None) -> None:
        places = range(1, now.size + 1) if data is None else [data.draw(st.integers(1, now.size))]
        tomorrow = now.on + timedelta(days=1)
        for place in places:
            alone = [now.target(row.area, rank=place, by=tomorrow) for row in now]
            shared, passed = now.units_to(place), now.units_to(place, passing=True)
            assert [row.area.key for row in now] == list(shared) == list(passed)
            assert [one.to_share for one in alone] == list(shared.values())
            assert [one.to_pass for one in alone] == list(passed.values())
