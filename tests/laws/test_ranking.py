"""The laws of places, held against a slow ranking that counts with fractions and shares nothing with the library's."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import assume, example, given, strategies as st

from pmm_core.ranking import (
    COMMUNITIES_REGISTERED,
    LARGER_BASE,
    SCHOOLS_LOGGED_IN,
    Area,
    Band,
    Direction,
    Group,
    Measurement,
    Place,
    Scale,
    Scope,
    ScopeKind,
    Standings,
    TieBreakKey,
    TieMethod,
    UnrankedReason,
    rank,
    rank_within,
    ranks,
)
from pmm_core.ranking._ties import place_among
from pmm_core.regions import IslandGroup, Province, find, find_province, kabupatens, provinces
from pmm_core.testing import (
    check_ranking,
    exact_scores,
    groups,
    kabupatens as kabupaten_strategy,
    measurement_lists,
    metrics,
    provinces as province_strategy,
    standings,
    tie_methods,
)

DAY = date(2022, 12, 23)
JATENG = find_province("Jawa Tengah")
Key = tuple[Fraction, ...]


def shares(*figures: tuple[str, int, int], ties: TieMethod = TieMethod.COMPETITION) -> Standings:
    return rank(
        (Measurement.share(find(code), SCHOOLS_LOGGED_IN, number, of=base, on=DAY) for code, number, base in figures),
        ties=ties,
    )


def score(table: Standings, figure: Measurement) -> Key:
    """What decides the place of a figure, larger better, worked out from the figures alone."""
    sign = 1 if table.metric.direction is Direction.HIGHER else -1
    base = figure.denominator if figure.denominator is not None else 1
    found = [sign * Fraction(figure.numerator) / base]
    for tie in table.tie_breaks:
        if tie.key is TieBreakKey.COUNT:
            found.append(sign * Fraction(figure.numerator))
        elif tie.key is TieBreakKey.BASE:
            found.append(Fraction(figure.denominator or 0))
        else:
            (other,) = [each for each in tie.measurements if each.area.key == figure.area.key]
            better = 1 if other.metric.direction is Direction.HIGHER else -1
            found.append(better * Fraction(other.numerator) / (other.denominator or 1))
    return tuple(found)


def earns_a_place(table: Standings, figure: Measurement) -> bool:
    people = figure.size if figure.size is not None else figure.denominator
    if figure.denominator == 0:
        return False
    if table.minimum == 0:
        return True
    if people is None:
        return "/" not in figure.area.key
    return people >= table.minimum


def place(own: tuple[Key, str], others: Sequence[tuple[Key, str]], ties: TieMethod) -> Place:
    """The place by counting, one method after the other as its definition says it."""
    better = sum(other[0] > own[0] for other in others)
    equal = sum(other[0] == own[0] for other in others)
    earlier = sum(other[0] == own[0] and other[1] < own[1] for other in others)
    distinct = len({other[0] for other in others if other[0] > own[0]})
    found: dict[TieMethod, Place] = {
        TieMethod.COMPETITION: 1 + better,
        TieMethod.DENSE: 1 + distinct,
        TieMethod.MODIFIED: 1 + better + equal,
        TieMethod.ORDINAL: 1 + better + earlier,
        TieMethod.FRACTIONAL: 1 + better + Fraction(equal, 2),
    }
    return found[ties]


def slow_places(table: Standings) -> dict[str, Place]:
    rows = [(score(table, each), each.area.key) for each in table.measurements if earns_a_place(table, each)]
    return {own[1]: place(own, [other for other in rows if other is not own], table.ties) for own in rows}


def places(table: Standings) -> dict[str, Place]:
    return {row.area.key: row.rank for row in table}


def shuffle(values: list[Any], random: Random | None) -> None:
    """Change the order: by chance, or backwards for the pinned example."""
    if random is None:
        values.reverse()
    else:
        random.shuffle(values)


class TestAPlaceIsOnePlusTheBetter:
    """A place is 1 + the number of strictly better ones, numbered by the table's own tie method."""

    @given(standings())
    @example(shares(("33.25", 1, 2), ("33.19", 2, 4), ("33.22", 0, 0), ties=TieMethod.DENSE))
    def test_any_table(self, table: Standings) -> None:
        assert slow_places(table) == places(table)

    @given(standings(scale=Scale.SHARE, min_base=1, max_base=2**70))
    @example(shares(("33.25", 2**26 - 2, 2**26 - 1), ("33.19", 2**26 - 1, 2**26)))
    @example(shares(("33.25", 2**64, 2**64 + 1), ("33.19", 2**64 - 1, 2**64), ("33.22", 2**65, 2**65 + 2)))
    def test_huge_bases(self, table: Standings) -> None:
        assert slow_places(table) == places(table)

    @given(standings(scale=Scale.SCORE, metric=metrics(scale=Scale.SCORE)))
    @example(rank([], metric=SCHOOLS_LOGGED_IN, on=DAY))
    def test_scores_of_every_exact_kind(self, table: Standings) -> None:
        assert slow_places(table) == places(table)

    @given(st.lists(exact_scores(), max_size=12), tie_methods(), st.sampled_from(Direction))
    @example([90, 85, 85, 80], TieMethod.FRACTIONAL, Direction.LOWER)
    def test_plain_scores(self, scores: list[int], ties: TieMethod, direction: Direction) -> None:
        check_ranking(lambda each: ranks(each, ties=ties, direction=direction), scores, ties=ties, direction=direction)


class TestRowsStandInOrder:
    """Rows stand best first, equals in the order of their codes; each says how many others share its score."""

    @given(standings())
    @example(shares(("33.25", 1, 2), ("33.19", 2, 4)))
    def test_the_rows(self, table: Standings) -> None:
        rows = [(score(table, row.measurement), row.area.key) for row in table]
        assert rows == sorted(rows, key=lambda row: (tuple(-part for part in row[0]), row[1]))
        scores = [own for own, _ in rows]
        assert [row.tied for row in table] == [scores.count(own) - 1 for own in scores]
        assert [len(table.tied_with(row.area)) for row in table] == [row.tied for row in table]

    @given(standings(min_size=1))
    @example(shares(("33.25", 1, 2), ("33.19", 2, 4), ("33.22", 0, 0)))
    def test_every_question_gives_the_same_row(self, table: Standings) -> None:
        for index, row in enumerate(table):
            assert row == table.of(row.area) == table.of(row.area.key)
            assert index == table.index_of(row.area)
            assert row.rank == table.place_of(row.area)
            assert row in table.at(row.rank)
            assert row.area in table
            around = table.neighbours(row.area, 2)
            assert list(around) == list(table)[max(0, index - 2) : index + 3]
        for unranked in table.unranked:
            assert table.place_of(unranked.area) is None
            assert unranked.area not in table


class TestInputOrderNeverMatters:
    """Whatever the order of the input, the whole table is the same."""

    @given(measurement_lists(), tie_methods(), st.randoms(use_true_random=False))
    @example([], TieMethod.COMPETITION, None)
    def test_tables_are_equal(self, figures: list[Measurement], ties: TieMethod, random: Random | None) -> None:
        assume(figures)
        moved = list(figures)
        shuffle(moved, random)
        one, other = rank(figures, ties=ties), rank(moved, ties=ties)
        assert one == other
        assert hash(one) == hash(other)
        assert (list(one), one.unranked, one.text()) == (list(other), other.unranked, other.text())

    @given(standings())
    @example(shares(("33.25", 1, 2), ("33.19", 2, 4), ("33.22", 0, 0)))
    def test_a_table_is_rebuilt_from_its_parts_backwards(self, table: Standings) -> None:
        again = Standings(
            metric=table.metric,
            on=table.on,
            measurements=table.measurements[::-1],
            scope=table.scope,
            ties=table.ties,
            tie_breaks=table.tie_breaks,
            minimum=table.minimum,
            without=table.without[::-1],
        )
        assert again == table
        assert list(again) == list(table)


class TestMethodsAgree:
    """All methods number one and the same order, and each list numbering follows from the definition of one place."""

    SCORES = st.lists(exact_scores(min_value=-3, max_value=3), max_size=10)

    @given(SCORES)
    @example([90, 85, 85, 80])
    def test_competition_and_dense_agree_on_order(self, scores: list[int]) -> None:
        competition, dense = ranks(scores), ranks(scores, ties=TieMethod.DENSE)
        for one, other in zip(competition, dense, strict=True):
            assert other <= one
            for its, their in zip(competition, dense, strict=True):
                assert (one < its) == (other < their)

    @given(SCORES, tie_methods())
    @example([90, 85, 85, 80], TieMethod.MODIFIED)
    def test_a_list_agrees_with_the_definition_of_one(self, scores: list[int], ties: TieMethod) -> None:
        values = [Fraction(value) for value in scores]
        for index, own in enumerate(values):
            better = [value for value in values if value > own]
            first = len(better) + (values[:index].count(own) if ties is TieMethod.ORDINAL else 0)
            expected = place_among(ties, better=first, equal=values.count(own) - 1, distinct=len(set(better)))
            assert expected == ranks(scores, ties=ties)[index]

    @given(SCORES)
    @example([90, 85, 85, 80])
    def test_modified_is_competition_seen_from_the_end(self, scores: list[int]) -> None:
        from_the_end = ranks(scores, ties=TieMethod.COMPETITION, direction=Direction.LOWER)
        assert [len(scores) + 1 - place for place in from_the_end] == ranks(scores, ties=TieMethod.MODIFIED)

    @given(SCORES)
    @example([90, 85, 85, 80])
    def test_fractional_places_add_up_to_those_of_a_table_without_ties(self, scores: list[int]) -> None:
        count = len(scores)
        assert Fraction(count * (count + 1), 2) == sum(ranks(scores, ties=TieMethod.FRACTIONAL))

    @given(SCORES, tie_methods())
    @example([90, 85, 85, 80], TieMethod.COMPETITION)
    def test_lower_is_higher_on_negated_scores(self, scores: list[int], ties: TieMethod) -> None:
        assert ranks(scores, ties=ties, direction=Direction.LOWER) == ranks([-each for each in scores], ties=ties)

    @given(st.permutations(range(35)), tie_methods())
    @example(list(range(35)), TieMethod.DENSE)
    def test_35_distinct_scores_take_places_1_to_35_once_each(self, scores: list[int], ties: TieMethod) -> None:
        assert list(range(1, 36)) == sorted(ranks(scores, ties=ties))

    @given(measurement_lists(scale=Scale.COUNT, metric=metrics(scale=Scale.COUNT)), tie_methods())
    @example([Measurement.count(find("33.25"), COMMUNITIES_REGISTERED, 3, on=DAY)], TieMethod.ORDINAL)
    def test_a_table_agrees_with_its_plain_scores(self, figures: list[Measurement], ties: TieMethod) -> None:
        assume(figures)
        table = rank(figures, ties=ties, minimum=0)
        by_code = sorted(figures, key=lambda figure: figure.area.key)
        plain = ranks([figure.numerator for figure in by_code], ties=ties, direction=figures[0].metric.direction)
        assert dict(zip([each.area.key for each in by_code], plain, strict=True)) == places(table)


class TestAnEmptyBaseHasNoPlace:
    """Who has no base is listed without a place and a percentage, never as 0 %, and changes nothing for the others."""

    @given(measurement_lists(scale=Scale.SHARE, min_size=1), tie_methods())
    @example([Measurement.share(find("33.25"), SCHOOLS_LOGGED_IN, 0, of=0, on=DAY)], TieMethod.COMPETITION)
    def test_it_is_apart(self, figures: list[Measurement], ties: TieMethod) -> None:
        table = rank(figures, ties=ties, minimum=0)
        empty = {each.area.key for each in figures if each.denominator == 0}
        assert {row.area.key for row in table.unranked} == empty
        assert all(row.reason is UnrankedReason.EMPTY_BASE for row in table.unranked)
        assert all((each.percent() is None) == (each.value is None) == (each.denominator == 0) for each in figures)
        rest = [each for each in figures if each.denominator != 0]
        whole = rank(rest, metric=table.metric, on=table.on, ties=ties, scope=table.scope, minimum=0)
        assert places(whole) == places(table)


class TestMissingAndKnownMakeTheScope:
    """The areas without a figure and those in the table are together the whole scope, each once."""

    @given(st.sampled_from(provinces()).flatmap(lambda province: standings(area=kabupaten_strategy(province=province))))
    @example(shares(("33.25", 1, 2)))
    def test_kabupaten_of_a_province(self, table: Standings) -> None:
        if table.areas:
            keys = [area.key for area in (*table.areas, *table.missing)]
            assert sorted(keys) == [row.key for row in table.scope.kabupatens]

    @given(standings(area=province_strategy(), min_size=1))
    @example(rank([Measurement.count(JATENG, COMMUNITIES_REGISTERED, 3, on=DAY)]))
    def test_provinces(self, table: Standings) -> None:
        keys = sorted(area.key for area in (*table.areas, *table.missing))
        assert [row.key for row in provinces() if table.scope.holds(row)] == keys

    @given(standings(area=groups()))
    @example(rank([], metric=COMMUNITIES_REGISTERED, on=DAY))
    def test_nobody_knows_all_groups(self, table: Standings) -> None:
        assert () == table.missing


class TestTheScopeIsTheNarrowest:
    """The scope that is found holds every area, and none that is narrower does."""

    @given(st.lists(kabupaten_strategy() | province_strategy() | groups(), min_size=1, max_size=4))
    @example([find("33.25"), find("33.19")])
    @example([find("33.25"), JATENG])
    @example([Group(find("33.25"), "a", "A"), JATENG])
    @example([find("33.25"), find("11.01")])
    def test_around(self, areas: list[Area]) -> None:
        found = Scope.around(areas)
        candidates = {
            ScopeKind.KABUPATEN: [Scope.kabupaten(row) for row in kabupatens()] if self.all_groups(areas) else [],
            ScopeKind.PROVINCE: [Scope.province(row) for row in provinces()] if self.no_province(areas) else [],
            ScopeKind.ISLAND_GROUP: [Scope.island_group(group) for group in IslandGroup],
        }
        widest_last = [*(scope for kind in candidates for scope in candidates[kind]), Scope.nation()]
        assert found == next(scope for scope in widest_last if all(scope.holds(area) for area in areas))
        assert found == Scope.around(areas[::-1])

    @staticmethod
    def all_groups(areas: Sequence[Area]) -> bool:
        return all("/" in area.key for area in areas)

    @staticmethod
    def no_province(areas: Sequence[Area]) -> bool:
        return not any(isinstance(area, Province) for area in areas)


class TestTopNeverCutsATie:
    """The top n are all whose place is n or better, so that who is left out is worse than everyone inside."""

    @given(standings(), st.integers(0, 9))
    @example(shares(("33.25", 1, 2), ("33.19", 2, 4), ("33.22", 1, 4)), 1)
    def test_top(self, table: Standings, n: int) -> None:
        inside = table.top(n)
        assert list(inside) == [row for row in table if row.rank <= n]
        if table.ties is not TieMethod.ORDINAL:
            scores = {score(table, row.measurement) for row in inside}
            left_out = {score(table, row.measurement) for row in table} - scores
            assert all(out < into for out in left_out for into in scores)
            assert len(inside) == sum(score(table, row.measurement) in scores for row in table)


class TestBandsAreFifths:
    """The band of a place is the first fifth of the table that its share of the table does not exceed."""

    @given(st.integers(1, 2_000).flatmap(lambda size: st.tuples(st.integers(1, size), st.just(size))))
    @example((7, 35))
    @example((8, 35))
    @example((1, 1))
    def test_any_place(self, pair: tuple[int, int]) -> None:
        place, size = pair
        fifth = next(number for number in range(1, 6) if Fraction(place, size) <= Fraction(number, 5))
        assert list(Band)[fifth - 1] is Band.of(place, size)

    @given(standings())
    @example(shares(("33.25", 1, 2), ("33.19", 2, 4), ties=TieMethod.MODIFIED))
    def test_equals_are_in_one_band_whatever_the_method(self, table: Standings) -> None:
        scores = [score(table, row.measurement) for row in table]
        for row, own in zip(table, scores, strict=True):
            assert Band.of(1 + sum(other > own for other in scores), table.size) is table.band(row.area)


class TestRankWithinParts:
    """Ranking within parts gives each area one table, and that table is what ranking the part alone gives."""

    @given(
        measurement_lists(min_size=1, area=kabupaten_strategy()) | measurement_lists(min_size=1, area=groups()),
        tie_methods(),
        st.sampled_from([kind for kind in ScopeKind if kind is not ScopeKind.NAMED]),
    )
    @example(
        [Measurement.count(find(code), COMMUNITIES_REGISTERED, 3, on=DAY) for code in ("33.25", "33.19", "15.04")],
        TieMethod.COMPETITION,
        ScopeKind.PROVINCE,
    )
    def test_it_partitions(self, figures: list[Measurement], ties: TieMethod, kind: ScopeKind) -> None:
        tables = rank_within(kind, figures, ties=ties, minimum=0)
        together = [figure for table in tables for figure in table.measurements]
        assert sorted(map(repr, together)) == sorted(map(repr, figures))
        assert [table.scope.key for table in tables] == sorted({table.scope.key for table in tables})
        for table in tables:
            assert table.scope.kind is kind
            assert table == rank(table.measurements, scope=table.scope, ties=ties, minimum=0)
            assert all(not table.scope.holds(figure.area) for figure in together if figure not in table.measurements)


class TestRulesAreNamed:
    """Every table names the rules that made it, and no more than those."""

    @given(standings())
    @example(rank([Measurement.share(find("33.25"), SCHOOLS_LOGGED_IN, 1, of=2, on=DAY)], tie_breaks=[LARGER_BASE]))
    def test_rules(self, table: Standings) -> None:
        keys = [rule.key for rule in table.rules]
        assert ("ranking.tie-breaks" in keys) == bool(table.tie_breaks)
        assert ("ranking.unranked" in keys) == bool(table.unranked)
        assert ("ranking.minimum-group" in keys) == bool(table.minimum)
        assert len(set(keys)) == len(keys)
        assert len(set(table.sources)) == len(table.sources)
        assert {rule.source for rule in table.rules} | {table.metric.source} == set(table.sources)
