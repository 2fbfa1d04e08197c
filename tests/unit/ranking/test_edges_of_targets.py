"""Edges of the ranking that mutation testing brought to light: units, targets and rules that are handed on."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from pmm_core.errors import RefusedError
from pmm_core.ranking import (
    COMMUNITIES_REGISTERED,
    LARGER_BASE,
    POINTS,
    SCHOOLS_LOGGED_IN,
    TEACHERS,
    Component,
    Direction,
    Index,
    Measurement,
    Metric,
    Scale,
    Scope,
    ScopeKind,
    Standings,
    TieBreak,
    TieMethod,
    Unit,
    composite,
    rank,
    rank_within,
    ranks,
)
from pmm_core.regions import find
from pmm_core.sources import works

BATANG, KUDUS, DEMAK, JAMBI = find("33.25"), find("33.19"), find("33.21"), find("15.71")
DAY, LATER, LAST = date(2022, 12, 1), date(2022, 12, 8), date(2022, 12, 15)


def counts(*numbers: int, on: date = LATER) -> Standings:
    areas = zip((BATANG, KUDUS, DEMAK), numbers, strict=False)
    return rank(Measurement.count(area, COMMUNITIES_REGISTERED, number, on=on) for area, number in areas)


def shares(*figures: tuple[int, int], ties: TieMethod = TieMethod.COMPETITION) -> Standings:
    areas = zip((BATANG, KUDUS, DEMAK), figures, strict=False)
    return rank(
        (Measurement.share(area, SCHOOLS_LOGGED_IN, number, of=of, on=DAY) for area, (number, of) in areas), ties=ties
    )


def test_whoever_declines_stops_at_nothing() -> None:
    """Batang falls from 10 to 4 in a week; in another it would be below 0, and Kudus is level with it at 0."""
    target = counts(4, 0).target(KUDUS, rank=1, by=LAST, since=counts(10, 0, on=DAY))
    assert (0, 1) == (target.to_share, target.to_pass)


def test_units_on_uneven_bases_are_whole() -> None:
    """A third of 10 is 3⅓: with 4 Kudus is past it, and 3 would be too few."""
    table = shares((1, 3), (0, 10))
    for passing in (False, True):
        needed = table.units_to(1, passing=passing)
        assert {"33.25": 0, "33.19": 4} == needed
        assert {int} == set(map(type, needed.values()))


def test_what_the_base_does_not_leave_is_out_of_reach() -> None:
    assert {"33.25": 0, "33.19": None} == shares((10, 10), (5, 10)).units_to(1, passing=True)
    assert {"33.25": 0, "33.19": 5} == shares((9, 10), (5, 10)).units_to(1, passing=True)


def test_in_a_dense_table_several_equals_take_one_place() -> None:
    """With all that its base leaves Demak is level with two others, who have the first place, whatever their number."""
    table = shares((5, 5), (5, 5), (3, 5), ties=TieMethod.DENSE)
    assert {"33.19": 0, "33.25": 0, "33.21": 0} == table.units_to(2, passing=True)
    assert None is table.units_to(1, passing=True)["33.21"]


def test_the_closest_shares_on_large_bases_are_told_apart_in_a_target() -> None:
    base = 10**12
    target = shares((base, base + 1), (base - 1, base)).target(KUDUS, rank=1, by=LAST)
    assert (1, 1) == (target.to_share, target.to_pass)


def test_a_place_out_of_reach_has_no_pace() -> None:
    target = shares((2, 2), (0, 2), ties=TieMethod.MODIFIED).target(KUDUS, rank=1, by=LAST)
    assert (None, None, None, None) == (target.to_share, target.pace(), target.per_day, target.per_week)


def test_a_table_of_an_index_names_the_rule_of_indices_and_no_other_table_does() -> None:
    def keys(scale: Scale, unit: Unit) -> list[str]:
        metric = Metric(key="a", label_id="a", label_en="a", unit=unit, scale=scale, source=works()[0])
        return [rule.key for rule in rank([], metric=metric, on=DAY).rules]

    usual = ["ranking.ordinal", "ranking.metric-carries-base", "ranking.better-first", "ranking.ties"]
    assert ["ranking.ordinal", "ranking.composite", *usual[1:]] == keys(Scale.SCORE, POINTS)
    assert usual == keys(Scale.SCORE, TEACHERS)
    assert usual == keys(Scale.COUNT, POINTS)


def test_an_index_is_ranked_by_the_rules_that_are_said() -> None:
    index = Index(
        key="one",
        label_id="satu",
        label_en="one",
        source=works()[0],
        components=(Component(metric=SCHOOLS_LOGGED_IN, weight=1),),
    )
    figures = shares((1, 4), (1, 4), (1, 3)).measurements
    plain = composite(index, figures)
    assert (Scope.province(BATANG.province), 0, TieMethod.COMPETITION) == (plain.scope, plain.minimum, plain.ties)
    told = composite(index, figures, scope=Scope.nation(), minimum=4, ties=TieMethod.MODIFIED)
    assert (Scope.nation(), 4, TieMethod.MODIFIED) == (told.scope, told.minimum, told.ties)
    assert ([2, 2], [DEMAK]) == ([row.rank for row in told], [row.area for row in told.unranked])


def test_tie_breaks_decide_within_every_part() -> None:
    figures = [*shares((1, 2), (2, 4)).measurements, Measurement.share(JAMBI, SCHOOLS_LOGGED_IN, 1, of=2, on=DAY)]
    jambi, central_java = rank_within(ScopeKind.PROVINCE, figures, tie_breaks=[LARGER_BASE])
    assert ([1], [1, 2]) == ([row.rank for row in jambi], [row.rank for row in central_java])
    assert [KUDUS, BATANG] == [row.area for row in central_java]
    assert (LARGER_BASE,) == jambi.tie_breaks == central_java.tie_breaks


def test_a_tie_break_by_another_metric_looks_at_its_share_the_better_end_first() -> None:
    absent = Metric(
        key="absent", label_id="belum", label_en="absent", unit=TEACHERS, source=works()[0], direction=Direction.LOWER
    )
    ranked = counts(3, 2, 1).ranked
    assert [Fraction(1, 2), Fraction(2, 3), None] == TieBreak.by(shares((1, 2), (2, 3)).measurements).values(ranked)
    fewer = TieBreak.by([Measurement.count(BATANG, absent, 7, on=DAY)])
    assert [-7, None, None] == fewer.values(ranked)


def test_plain_scores_of_every_exact_kind_are_numbered_together() -> None:
    mixed: Sequence[int | Fraction | Decimal] = [Fraction(1, 3), Decimal("0.34"), 0, Fraction(17, 50)]
    assert [3, 1, 4, 1] == ranks(mixed)


def test_who_had_no_figure_then_stands_still_and_is_named() -> None:
    """Kudus gains one a day, and leads at 30 in ten days; Demak, of whom nothing is known before, stays at 25."""
    before = counts(5, 10, on=DAY)
    target = counts(5, 17, 25).target(BATANG, rank=1, by=LAST, since=before)
    assert (DEMAK,) == target.standing_still
    assert (20, 21) == (target.to_share, target.to_pass)
    assert "with the others going on as since 2022-12-01, but for Kabupaten Demak, without a figure then" in str(target)
    told = target.text(language="id")
    assert "wilayah lain berjalan seperti sejak 2022-12-01, kecuali Kabupaten Demak, saat itu tanpa angka" in told


def test_all_who_had_no_figure_then_are_named() -> None:
    before = counts(5, on=DAY)
    target = counts(5, 17, 25).target(BATANG, rank=1, by=LAST, since=before)
    assert {DEMAK, KUDUS} == set(target.standing_still)
    assert "but for Kabupaten Demak, Kabupaten Kudus, without a figure then" in str(target)


def test_where_all_go_on_or_all_stand_still_nobody_is_named() -> None:
    going = counts(5, 17).target(BATANG, rank=1, by=LAST, since=counts(5, 10, on=DAY))
    still = counts(5, 17).target(BATANG, rank=1, by=LAST)
    assert () == going.standing_still
    assert (KUDUS,) == still.standing_still
    assert str(going).endswith("with the others going on as since 2022-12-01")
    assert str(still).endswith("with the others standing still")


def test_a_place_that_can_be_shared_but_not_passed_is_told_so() -> None:
    """Batang has all of its base; Kudus can come level with it and no further."""
    target = shares((10, 10), (5, 10)).target(KUDUS, rank=1, by=LAST)
    assert (5, None) == (target.to_share, target.to_pass)
    assert "to pass it: out of reach; the place can only be shared" in target.text()
    assert "untuk melampaui: tidak terjangkau; peringkat itu hanya dapat disamai" in target.text(language="id")


def test_a_refusal_to_allocate_names_what_is_left_to_lose_where_fewer_is_better() -> None:
    metric = Metric(
        key="absent", label_id="belum", label_en="absent", unit=TEACHERS, source=works()[0], direction=Direction.LOWER
    )
    figures = [Measurement.count(area, metric, number, on=DAY) for area, number in ((BATANG, 5), (KUDUS, 0))]
    target = rank(figures, ties=TieMethod.MODIFIED).target(BATANG, rank=1, by=LAST)
    with pytest.raises(RefusedError) as caught:
        target.allocate([])
    assert "place 1 is out of reach with 5 teachers left" == caught.value.refusals[0].message
