"""The privacy rule: small groups get no place and leave no trace in the places of others."""

from datetime import date

from hypothesis import assume, example, given, strategies as st

from pmm_core.ranking import (
    MINIMUM_GROUP_SIZE,
    SCHOOLS_LOGGED_IN,
    Group,
    Measurement,
    Standings,
    TieMethod,
    UnrankedReason,
    rank,
)
from pmm_core.regions import find
from pmm_core.testing import groups, measurement_lists, standings, tie_methods

DAY = date(2022, 12, 23)
BATANG = find("33.25")


def team(code: str, number: int, of: int) -> Measurement:
    return Measurement.share(Group(BATANG, code, code.title()), SCHOOLS_LOGGED_IN, number, of=of, on=DAY)


class TestHiddenGroupsLeaveNoTrace:
    """Groups of fewer people than the minimum get no place, and all others stand as if those did not exist."""

    @given(measurement_lists(area=groups(), min_size=1), st.integers(0, 9), tie_methods())
    @example([team("a", 4, 4), team("b", 5, 10)], 5, TieMethod.COMPETITION)
    @example([team("a", 0, 0), team("b", 5, 10)], 5, TieMethod.DENSE)
    def test_the_others(self, figures: list[Measurement], minimum: int, ties: TieMethod) -> None:
        table = rank(figures, ties=ties, minimum=minimum)
        shown = [each for each in figures if each.denominator != 0]
        if minimum:
            shown = [each for each in shown if each.people is not None and each.people >= minimum]
        assert {row.area.key for row in table} == {each.area.key for each in shown}
        alone = rank(shown, metric=table.metric, on=table.on, scope=table.scope, ties=ties, minimum=0)
        assert list(alone) == list(table)

    @given(measurement_lists(area=groups(), min_size=1))
    @example([team("a", 4, 4), team("b", 5, 5)])
    def test_it_is_on_for_groups(self, figures: list[Measurement]) -> None:
        assert MINIMUM_GROUP_SIZE == rank(figures).minimum
        assert all(row.measurement.people is not None for row in rank(figures))
        assert all((row.measurement.people or 0) >= MINIMUM_GROUP_SIZE for row in rank(figures))

    @given(measurement_lists(min_size=1))
    @example([Measurement.share(BATANG, SCHOOLS_LOGGED_IN, 1, of=1, on=DAY)])
    def test_it_is_off_for_kabupaten_and_provinces(self, figures: list[Measurement]) -> None:
        assume(not isinstance(figures[0].area, Group))
        table = rank(figures)
        assert 0 == table.minimum
        assert {row.reason for row in table.unranked} <= {UnrankedReason.EMPTY_BASE}


class TestEveryHiddenAreaSaysWhy:
    """An area without a place says why: an empty base first, then a size that is too small or not known."""

    @given(standings())
    @example(rank([team("a", 4, 4), team("b", 5, 5), team("c", 0, 0)]))
    def test_the_reason(self, table: Standings) -> None:
        absent = {row.area.key: row.reason for row in table.without}
        for row in table.unranked:
            if row.area.key in absent:
                assert absent[row.area.key] is row.reason
                continue
            (figure,) = [each for each in table.measurements if each.area.key == row.area.key]
            if figure.denominator == 0:
                assert row.reason is UnrankedReason.EMPTY_BASE
            elif figure.people is None:
                assert row.reason is UnrankedReason.SIZE_UNKNOWN
                assert isinstance(figure.area, Group)
            else:
                assert row.reason is UnrankedReason.SMALL_GROUP
                assert figure.people < table.minimum
