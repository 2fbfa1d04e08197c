"""The laws of tie-breaks."""

from datetime import date

from hypothesis import example, given

from pmm_core.ranking import (
    COMMUNITIES_REGISTERED,
    LARGER_BASE,
    LARGER_COUNT,
    SCHOOLS_LOGGED_IN,
    Direction,
    Measurement,
    Scale,
    Standings,
    TieBreak,
    TieMethod,
    rank,
)
from pmm_core.regions import find
from pmm_core.testing import measurement_lists, metrics, standings, tie_methods

DAY = date(2022, 12, 23)
BATANG, KUDUS = find("33.25"), find("33.19")
TIED = rank(
    [
        Measurement.share(BATANG, SCHOOLS_LOGGED_IN, 1, of=2, on=DAY),
        Measurement.share(KUDUS, SCHOOLS_LOGGED_IN, 2, of=4, on=DAY),
    ],
    tie_breaks=[LARGER_COUNT],
)


def without_breaks(table: Standings) -> Standings:
    return Standings(
        metric=table.metric,
        on=table.on,
        measurements=table.measurements,
        scope=table.scope,
        ties=table.ties,
        minimum=table.minimum,
        without=table.without,
    )


class TestTieBreaksRefine:
    """A tie-break decides between equal scores only: it never contradicts a score and never makes a new tie."""

    @given(standings(ties=tie_methods().filter(lambda ties: ties is not TieMethod.ORDINAL)))
    @example(TIED)
    def test_an_order_is_kept(self, table: Standings) -> None:
        plain = without_breaks(table)
        for row in table:
            for other in table:
                if plain.of(row.area).rank < plain.of(other.area).rank:
                    assert row.rank < other.rank
                if row.rank == other.rank:
                    assert plain.of(row.area).rank == plain.of(other.area).rank

    @given(standings())
    @example(TIED)
    def test_ties_become_fewer(self, table: Standings) -> None:
        plain = without_breaks(table)
        assert all(row.tied <= plain.of(row.area).tied for row in table)
        assert {row.area.key for row in table} == {row.area.key for row in plain}
        assert table.unranked == plain.unranked


class TestEachKeyDecides:
    """Between equal shares the larger count, the larger base, or the better other metric comes first."""

    @given(measurement_lists(scale=Scale.SHARE, min_base=1, min_size=1, metric=metrics(scale=Scale.SHARE)))
    @example(list(TIED.measurements))
    def test_own_keys(self, figures: list[Measurement]) -> None:
        more = figures[0].metric.direction is Direction.HIGHER
        by_count = rank(figures, tie_breaks=[LARGER_COUNT], minimum=0)
        by_base = rank(figures, tie_breaks=[LARGER_BASE], minimum=0)
        for one in figures:
            for other in figures:
                if one.value == other.value:
                    fewer = one.numerator < other.numerator if more else one.numerator > other.numerator
                    assert not fewer or by_count.of(one.area).rank > by_count.of(other.area).rank
                    smaller = (one.denominator or 0) < (other.denominator or 0)
                    assert not smaller or by_base.of(one.area).rank > by_base.of(other.area).rank

    @given(measurement_lists(scale=Scale.COUNT, min_size=1, metric=metrics(scale=Scale.COUNT)))
    @example([Measurement.count(BATANG, COMMUNITIES_REGISTERED, 3, on=DAY)])
    def test_another_metric_ranks_as_it_would_alone(self, figures: list[Measurement]) -> None:
        """Where all scores of the table tie, the table is that of the tie-breaking metric."""
        level = [Measurement.count(figure.area, SCHOOLS_LOGGED_IN, 7, on=figure.on) for figure in figures]
        table = rank(level, tie_breaks=[TieBreak.by(figures)], minimum=0)
        alone = rank(figures, minimum=0)
        assert [row.area.key for row in alone] == [row.area.key for row in table]
        assert alone.places == table.places
