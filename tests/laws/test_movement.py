"""The laws of movement: the sign cannot be misread, and only what says the same is compared."""

from datetime import date, timedelta
from itertools import pairwise

import attrs
import pytest
from hypothesis import assume, example, given, strategies as st

from pmm_core.errors import IncomparableError
from pmm_core.ranking import (
    COMMUNITIES_REGISTERED,
    LARGER_COUNT,
    SCHOOLS_LOGGED_IN,
    Measurement,
    Movement,
    MovementKind,
    Movements,
    Scale,
    Scope,
    Standings,
    TieMethod,
    compare,
    rank,
)
from pmm_core.regions import find
from pmm_core.testing import check_movement, comparisons, measurement_lists, movements, table_pairs, tie_methods

EARLY, LATE = date(2022, 11, 23), date(2022, 12, 23)


def table(on: date, *counts: int, ties: TieMethod = TieMethod.COMPETITION) -> Standings:
    areas = map(find, ("33.25", "33.19", "33.22"))
    return rank(
        (Measurement.count(area, COMMUNITIES_REGISTERED, n, on=on) for area, n in zip(areas, counts, strict=False)),
        ties=ties,
    )


PAIR = (table(EARLY, 9, 5, 1), table(LATE, 2, 5, 5))


def at(one: Standings, day: date) -> Standings:
    """The same figures on another day."""
    moved = tuple(attrs.evolve(figure, on=day) for figure in one.measurements)
    breaks = tuple(
        attrs.evolve(tie, measurements=tuple(attrs.evolve(each, on=day) for each in tie.measurements))
        for tie in one.tie_breaks
    )
    return attrs.evolve(one, on=day, measurements=moved, tie_breaks=breaks)


class TestMovementIsAntisymmetric:
    """With the figures of two days swapped, who climbed falls by as many places, and who came leaves."""

    OPPOSITE = {  # noqa: RUF012 -- read only
        MovementKind.UP: MovementKind.DOWN,
        MovementKind.DOWN: MovementKind.UP,
        MovementKind.SAME: MovementKind.SAME,
        MovementKind.NEW: MovementKind.LEFT,
        MovementKind.LEFT: MovementKind.NEW,
    }

    @given(table_pairs())
    @example(PAIR)
    def test_swapped(self, pair: tuple[Standings, Standings]) -> None:
        before, after = pair
        forth, back = compare(before, after), compare(at(after, before.on), at(before, after.on))
        assert len(forth) == len(back)
        for row in forth:
            other = back.of(row.area)
            assert self.OPPOSITE[row.kind] is other.kind
            assert (row.before, row.after) == (other.after, other.before)
            assert row.places is None or row.places == -(other.places or 0)

    @given(st.integers(1, 514), st.integers(1, 514))
    @example(1, 27)
    def test_single_places(self, before: int, after: int) -> None:
        area = find("33.25")
        check_movement(lambda one, other: int(Movement(area, one, other).places or 0), before, after)


class TestKindAgreesWithTheSign:
    """Up is a positive number of places and a smaller place; down the reverse; new and left have no number."""

    @given(movements())
    @example(Movement(find("33.25"), 1, 27))
    def test_the_kind(self, row: Movement) -> None:
        if row.before is None:
            assert (row.kind, row.places) == (MovementKind.NEW, None)
        elif row.after is None:
            assert (row.kind, row.places) == (MovementKind.LEFT, None)
        else:
            assert row.places == row.before - row.after
            expected = (
                MovementKind.UP
                if row.after < row.before
                else MovementKind.DOWN
                if row.after > row.before
                else MovementKind.SAME
            )
            assert expected is row.kind


class TestEveryAreaMovesOnce:
    """The movements hold each area that has a place in one of the tables once, the largest climb first."""

    @given(comparisons())
    @example(compare(*PAIR))
    def test_the_rows(self, found: Movements) -> None:
        keys = {row.area.key for row in (*found.before, *found.after)}
        assert sorted(keys) == sorted(row.area.key for row in found)
        for row in found:
            assert row.before == found.before.place_of(row.area)
            assert row.after == found.after.place_of(row.area)
            assert row in found.only(row.kind)
        climbs = [row.places for row in found if row.places is not None]
        assert climbs == sorted(climbs, reverse=True)
        assert all(row.places is None for row in found.rows[len(climbs) :])
        assert len(found) == sum(len(found.only(kind)) for kind in MovementKind)
        for one, other in pairwise(found):
            assert one.places != other.places or one.area.key < other.area.key

    @given(table_pairs(tie_breaks=False))
    @example(PAIR)
    def test_both_doors_give_the_same(self, pair: tuple[Standings, Standings]) -> None:
        assert compare(*pair) == pair[1].compare(pair[0])

    @given(
        st.integers(1, 12).flatmap(lambda size: st.tuples(st.permutations(range(size)), st.permutations(range(size))))
    )
    @example(([0, 1, 2], [2, 1, 0]))
    def test_without_ties_climbs_and_falls_add_up_to_nothing(self, orders: tuple[list[int], list[int]]) -> None:
        areas = find("33.25").province.kabupatens
        tables = [
            rank(
                Measurement.count(area, COMMUNITIES_REGISTERED, number, on=day)
                for area, number in zip(areas, order, strict=False)
            )
            for day, order in zip((EARLY, LATE), orders, strict=True)
        ]
        assert 0 == sum(row.places or 0 for row in compare(*tables))


class TestATableMovesNothingAgainstItself:
    """The same figures on a later day move nobody."""

    @given(measurement_lists(min_size=1), tie_methods())
    @example([Measurement.count(find("33.25"), COMMUNITIES_REGISTERED, 3, on=EARLY)], TieMethod.DENSE)
    def test_it(self, figures: list[Measurement], ties: TieMethod) -> None:
        now = rank(figures, ties=ties)
        found = compare(now, at(now, now.on + timedelta(days=1)))
        assert found.only(MovementKind.SAME) == found.rows


class TestOnlyTheSameIsCompared:
    """Each difference that would mislead is refused with its code, and all of them at once."""

    SCHOOLS = rank([Measurement.count(find("33.25"), SCHOOLS_LOGGED_IN, 3, on=LATE)])

    @pytest.mark.parametrize(
        ("after", "codes"),
        [
            (SCHOOLS, ("different-metric",)),
            (attrs.evolve(table(LATE, 1), scope=Scope.nation()), ("different-scope",)),
            (attrs.evolve(table(LATE, 1), ties=TieMethod.DENSE), ("different-ties",)),
            (attrs.evolve(table(LATE, 1), tie_breaks=(LARGER_COUNT,)), ("different-tie-breaks",)),
            (attrs.evolve(table(LATE, 1), minimum=5), ("different-minimum",)),
            (table(EARLY, 1), ("dates-reversed",)),
            (table(EARLY - timedelta(days=1), 1), ("dates-reversed",)),
            (
                rank(
                    [Measurement.share(find("33.25"), SCHOOLS_LOGGED_IN, 1, of=2, on=EARLY)],
                    ties=TieMethod.ORDINAL,
                    tie_breaks=[LARGER_COUNT],
                    scope=Scope.nation(),
                    minimum=2,
                ),
                (
                    "different-metric",
                    "different-scale",
                    "different-scope",
                    "different-ties",
                    "different-tie-breaks",
                    "different-minimum",
                    "dates-reversed",
                ),
            ),
        ],
        ids=["metric", "scope", "ties", "tie-breaks", "minimum", "same day", "reversed", "everything"],
    )
    def test_refused(self, after: Standings, codes: tuple[str, ...]) -> None:
        before = table(EARLY, 1)
        with pytest.raises(IncomparableError) as caught:
            compare(before, after)
        assert codes == caught.value.codes
        assert table(EARLY, 1) == before

    def test_a_share_and_a_count_of_one_metric(self) -> None:
        share = rank([Measurement.share(find("33.25"), SCHOOLS_LOGGED_IN, 1, of=2, on=EARLY)])
        with pytest.raises(IncomparableError) as caught:
            compare(share, self.SCHOOLS)
        assert ("different-scale",) == caught.value.codes

    @given(table_pairs(scale=Scale.COUNT), tie_methods())
    @example(PAIR, TieMethod.DENSE)
    def test_another_method(self, pair: tuple[Standings, Standings], ties: TieMethod) -> None:
        before, after = pair
        assume(ties is not after.ties)
        with pytest.raises(IncomparableError) as caught:
            compare(before, attrs.evolve(after, ties=ties))
        assert ("different-ties",) == caught.value.codes
