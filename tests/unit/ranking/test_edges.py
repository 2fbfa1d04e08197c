"""Edges of the ranking that mutation testing brought to light: exact texts, and values next to a border."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from pmm_core._checks import Exact
from pmm_core.errors import IncomparableError, InvalidValueError, WrongTypeError
from pmm_core.people import SchoolLevel
from pmm_core.ranking import (
    LARGER_COUNT,
    POINTS,
    SCHOOLS_LOGGED_IN,
    TEACHERS,
    Direction,
    FunnelReading,
    History,
    Measurement,
    Metric,
    Movement,
    Run,
    Scale,
    Scope,
    ScopeKind,
    Standings,
    Team,
    TieBreak,
    allocate,
    compare,
    rank,
)
from pmm_core.ranking._measurement import rounded
from pmm_core.regions import find
from pmm_core.sources import works

BATANG, KUDUS, DEMAK = find("33.25"), find("33.19"), find("33.21")
DAYS = [date(2022, 12, day) for day in (1, 8, 15, 22, 29)]


def of(day: date, batang: int, kudus: int, demak: int, *tie_breaks: TieBreak) -> Standings:
    figures = zip((BATANG, KUDUS, DEMAK), (batang, kudus, demak), strict=True)
    return rank(
        (Measurement.share(area, SCHOOLS_LOGGED_IN, n, of=100, on=day) for area, n in figures), tie_breaks=tie_breaks
    )


@pytest.mark.parametrize(
    ("before", "after", "code"), [(True, 1, "bool-for-int"), (1, True, "bool-for-int"), (1.5, 1, "float-for-exact")]
)
def test_a_place_of_another_kind_is_refused_on_either_side(before: Any, after: Any, code: str) -> None:
    with pytest.raises(WrongTypeError) as caught:
        Movement(BATANG, before, after)
    assert (code,) == caught.value.codes


@pytest.mark.parametrize(
    ("value", "written"),
    [(Fraction(-1, 1000), "0.00"), (Fraction(-1, 200), "-0.01"), (Fraction(1, 200), "0.01"), (Fraction(0), "0.00")],
)
def test_nothing_is_written_without_a_sign(value: Fraction, written: str) -> None:
    assert written == str(rounded(value, 2))


def test_the_nation_has_the_code_of_the_country() -> None:
    assert Scope(ScopeKind.NATION, "id", "Indonesia") == Scope.nation()


def test_the_rules_of_a_table_stand_in_their_order() -> None:
    own = ["ranking.ordinal", "ranking.schools-logged-in", "ranking.metric-carries-base", "ranking.better-first"]
    assert [*own, "ranking.ties"] == [rule.key for rule in of(DAYS[0], 3, 2, 1).rules]
    assert [*own, "ranking.ties", "ranking.tie-breaks"] == [
        rule.key for rule in of(DAYS[0], 3, 2, 1, LARGER_COUNT).rules
    ]


def test_a_funnel_without_steps_says_so() -> None:
    with pytest.raises(InvalidValueError) as caught:
        FunnelReading(())
    assert "invalid FunnelReading: measurements: must hold at least one step [empty]" == str(caught.value)


def test_tables_with_and_without_tie_breaks_do_not_compare_and_none_is_said() -> None:
    with_key, without = of(DAYS[0], 3, 2, 1, LARGER_COUNT), of(DAYS[1], 3, 2, 1)
    with pytest.raises(IncomparableError) as caught:
        compare(with_key, without)
    assert "the tie-breaks differ: ('count',) before, none after" == caught.value.refusals[0].message
    with pytest.raises(IncomparableError) as caught:
        compare(of(DAYS[0], 3, 2, 1), of(DAYS[1], 3, 2, 1, LARGER_COUNT))
    assert "the tie-breaks differ: none before, ('count',) after" == caught.value.refusals[0].message


def test_an_allocation_over_two_places_and_levels_to_the_letter() -> None:
    teams = [
        Team(kecamatan=name, level=level, left=left)
        for name, level, left in (
            ("Batang", SchoolLevel.SD, 50),
            ("Bawang", SchoolLevel.SD, 25),
            ("Bawang", SchoolLevel.SMP, 25),
        )
    ]
    assert "kecamatan  SD  SMP  sum\nBatang      5    -    5\nBawang      3    2    5\nsum         8    2   10" == str(
        allocate(10, teams)
    )


def test_the_largest_moves_are_the_earliest_of_equals() -> None:
    places = [(3, 2, 1), (1, 3, 2), (3, 2, 1), (1, 3, 2), (3, 2, 1)]
    track = History.of_tables([of(day, *scores) for day, scores in zip(DAYS, places, strict=True)]).of(BATANG)
    assert [1, 3, 1, 3, 1] == [place for _, place in track.points]
    assert Movement(BATANG, 1, 3) == track.largest_drop
    assert Movement(BATANG, 3, 1) == track.largest_climb
    assert Run(DAYS[0], DAYS[0], 1) == track.longest_run(1)


def test_the_worst_fall_is_the_one_over_most_places() -> None:
    places = [(3, 2, 1), (2, 3, 1), (3, 2, 1), (1, 3, 2)]
    track = History.of_tables([of(day, *scores) for day, scores in zip(DAYS, places, strict=False)]).of(BATANG)
    assert Movement(BATANG, 1, 3) == track.largest_drop
    assert Movement(BATANG, 2, 1) == track.largest_climb
    assert Run(DAYS[0], DAYS[2], 3) == track.longest_run(2)


def test_scores_of_several_exact_kinds_are_ranked_by_what_they_are_worth() -> None:
    index = Metric(key="index", label_id="indeks", label_en="index", unit=POINTS, scale=Scale.SCORE, source=works()[0])
    scores: list[Exact] = [Fraction(1, 3), Decimal("0.34"), 0]
    areas = (BATANG, KUDUS, DEMAK)
    table = rank(Measurement.score(area, index, n, on=DAYS[0]) for area, n in zip(areas, scores, strict=True))
    assert ["33.19", "33.25", "33.21"] == [figure.area.key for figure in table.ranked]


def test_the_fewest_units_to_a_place_when_one_is_enough_and_when_none_are() -> None:
    table = of(DAYS[0], 50, 49, 48)
    assert {"33.25": 0, "33.19": 1, "33.21": 2} == table.units_to(1)
    assert {"33.25": 0, "33.19": 2, "33.21": 3} == table.units_to(1, passing=True)
    assert {"33.25": 0, "33.19": 0, "33.21": 1} == table.units_to(2)


def test_where_fewer_are_better_nobody_goes_below_nothing() -> None:
    absent = Metric(
        key="absent", label_id="belum", label_en="absent", unit=TEACHERS, source=works()[0], direction=Direction.LOWER
    )
    areas = (BATANG, KUDUS, DEMAK)
    table = rank(Measurement.count(area, absent, n, on=DAYS[0]) for n, area in enumerate(areas))
    assert {"33.25": 0, "33.19": 1, "33.21": 2} == table.units_to(1)
    assert {"33.25": 0, "33.19": None, "33.21": None} == table.units_to(1, passing=True)


def test_whoever_stands_right_below_can_overtake_by_the_day() -> None:
    """Demak goes on from 40 over 49 to 58 in another week; who wants to keep the second place must do as much."""
    earlier, now = of(DAYS[0], 50, 60, 40), of(DAYS[1], 50, 60, 49)
    standing_still = now.target(BATANG, rank=2, by=DAYS[2])
    assert (0, 0) == (standing_still.to_share, standing_still.to_pass)
    going_on = now.target(BATANG, rank=2, by=DAYS[2], since=earlier)
    assert (8, 9) == (going_on.to_share, going_on.to_pass)
