"""What every value of ranking can do: compare, hash, copy, pickle, evolve, tell itself shortly, stay as it is."""

import copy
import pickle
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from pmm_core.people import SchoolLevel
from pmm_core.ranking import (
    ADOPTION,
    COMMUNITIES_REGISTERED,
    LARGER_BASE,
    LARGER_COUNT,
    SCHOOLS_LOGGED_IN,
    STANDARD_METRICS,
    TEACHERS,
    TEACHERS_LOGGED_IN,
    TOPICS_COMPLETED,
    Band,
    Component,
    Direction,
    Funnel,
    Group,
    History,
    Index,
    Measurement,
    Metric,
    Movement,
    MovementKind,
    Pace,
    Run,
    Scale,
    Scope,
    ScopeKind,
    Standing,
    Standings,
    Team,
    TeamShare,
    TieBreak,
    TieBreakKey,
    TieMethod,
    Unit,
    Unranked,
    UnrankedReason,
    allocate,
    compare,
    rank,
)
from pmm_core.regions import find
from pmm_core.sources import works

DAY, LATER = date(2022, 11, 24), date(2022, 12, 24)
BATANG, KUDUS = find("33.25"), find("33.19")
SOURCE = works()[0]


def count(number: int, *, on: date = DAY, code: str = "33.25") -> Measurement:
    return Measurement.count(find(code), COMMUNITIES_REGISTERED, number, on=on)


def table(*counts: int, on: date = DAY) -> Standings:
    return rank(count(n, on=on, code=code) for n, code in zip(counts, ("33.25", "33.19", "33.22"), strict=False))


def index(key: str = "index") -> Index:
    components = (Component(metric=SCHOOLS_LOGGED_IN, weight=1),)
    return Index(key=key, label_id="indeks", label_en="index", components=components, source=SOURCE)


def team(left: int) -> Team:
    return Team(kecamatan="Batang", level=SchoolLevel.SD, left=left)


def figure(number: int) -> Measurement:
    return Measurement.share(BATANG, TEACHERS_LOGGED_IN, number, of=9, on=DAY)


PAIRS: dict[str, tuple[Any, Any, Any]] = {
    "Unit": (Unit("a", "b", "c"), Unit("a", "b", "c"), Unit("a", "b", "d")),
    "Metric": (index().metric, index().metric, index("other").metric),
    "Measurement": (count(1), count(1), count(2)),
    "Group": (Group(BATANG, "a", "b"), Group(BATANG, "a", "b"), Group(BATANG, "c", "b")),
    "Scope": (Scope.nation(), Scope.nation(), Scope.named("id")),
    "TieBreak": (TieBreak.by([count(1)]), TieBreak.by([count(1)]), LARGER_COUNT),
    "Standings": (table(1, 2), table(1, 2), table(2, 1)),
    "Standing": (Standing(1, count(1)), Standing(1, count(1)), Standing(1, count(1), 1)),
    "Unranked": (
        Unranked(BATANG, UnrankedReason.EMPTY_BASE),
        Unranked(BATANG, UnrankedReason.EMPTY_BASE),
        Unranked(BATANG, UnrankedReason.INCOMPLETE),
    ),
    "Movement": (Movement(BATANG, 1, 27), Movement(BATANG, 1, 27), Movement(BATANG, 27, 1)),
    "Movements": (
        compare(table(1, 2), table(2, 1, on=LATER)),
        compare(table(1, 2), table(2, 1, on=LATER)),
        compare(table(1, 2), table(1, 2, on=LATER)),
    ),
    "History": (History((table(1, 2),)), History((table(1, 2),)), History((table(2, 1),))),
    "Track": (
        History((table(1, 2),)).of("Batang"),
        History((table(1, 2),)).of("33.25"),
        History((table(2),)).of("Batang"),
    ),
    "Run": (Run(DAY, DAY, 1), Run(DAY, DAY, 1), Run(DAY, LATER, 2)),
    "Target": (
        table(1, 2).target("Batang", rank=1, by=LATER),
        table(1, 2).target("Batang", rank=1, by=LATER),
        table(1, 2).target("Batang", rank=2, by=LATER),
    ),
    "Pace": (Pace(1, 7), Pace(1, 7), Pace(1, 8)),
    "Team": (team(1), team(1), team(2)),
    "TeamShare": (TeamShare(team(1), 1), TeamShare(team(1), 1), TeamShare(team(1), 0)),
    "Allocation": (allocate(1, [team(2)]), allocate(1, [team(2)]), allocate(2, [team(2)])),
    "Component": (index().components[0], index().components[0], Component(metric=TEACHERS_LOGGED_IN, weight=1)),
    "Index": (index(), index(), index("other")),
    "Funnel": (ADOPTION, Funnel(ADOPTION.steps), Funnel(ADOPTION.steps[1:])),
    "FunnelReading": (ADOPTION.read([figure(3)]), ADOPTION.read([figure(3)]), ADOPTION.read([figure(4)])),
}
REPRS = {
    "Unit": "Unit(key='a', label_id='b', label_en='c')",
    "Metric": "<Metric index>",
    "Measurement": "<Measurement 33.25 communities-registered 2022-11-24: 1>",
    "TieBreak": "TieBreak(key=TieBreakKey.METRIC)",
    "Standings": "<Standings communities-registered 2022-11-24 Jawa Tengah: 2 ranked>",
    "Movements": "<Movements communities-registered 2022-11-24 -> 2022-12-24: 2 areas>",
    "History": "<History communities-registered 2022-11-24 .. 2022-11-24: 1 tables>",
    "Target": "<Target 33.25 place 1 by 2022-12-24: 1 to share, 2 to pass>",
    "Pace": "Pace(units=1, days=7)",
    "Allocation": "<Allocation of 1 over 1 teams>",
}
each = pytest.mark.parametrize("name", PAIRS)


@each
def test_values_compare_by_what_they_hold(name: str) -> None:
    value, twin, other = PAIRS[name]
    assert value == twin
    assert twin == value
    assert hash(value) == hash(twin)
    assert value != other
    assert other != value
    assert value != "33.25"
    assert 2 == len({value, twin, other})


@each
def test_values_are_copied_and_pickled_whole(name: str) -> None:
    value = PAIRS[name][0]
    for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value)), attrs.evolve(value)):  # noqa: S301 -- our own bytes
        assert again == value
        assert hash(again) == hash(value)
        assert (repr(again), str(again)) == (repr(value), str(value))


@each
def test_values_are_frozen(name: str) -> None:
    value = PAIRS[name][0]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, value.__attrs_attrs__[0].name, None)


@each
def test_a_repr_is_one_line(name: str) -> None:
    text = repr(PAIRS[name][0])
    assert len(text) < 400
    assert "\n" not in text


@pytest.mark.parametrize("name", REPRS)
def test_a_repr_says_what_it_is(name: str) -> None:
    assert REPRS[name] == repr(PAIRS[name][0])


def test_a_measurement_tells_base_and_size() -> None:
    assert "<Measurement 33.25 teachers-logged-in 2022-11-24: 3 of 9>" == repr(figure(3))
    sized = Measurement.count(Group(BATANG, "x", "Kelompok X"), COMMUNITIES_REGISTERED, 3, on=DAY, size=7)
    assert "<Measurement 33.25/x communities-registered 2022-11-24: 3 (size 7)>" == repr(sized)


def test_a_table_of_a_copy_knows_its_places() -> None:
    again = pickle.loads(pickle.dumps(table(1, 2)))  # noqa: S301 -- our own bytes
    assert 2 == again.of("Batang").rank
    assert [row.rank for row in again] == [1, 2]


def test_a_changed_copy_is_ranked_again() -> None:
    assert [2, 2] == [row.rank for row in attrs.evolve(table(3, 3), ties=TieMethod.MODIFIED)]


def test_texts_of_small_values() -> None:
    assert "schools logged in to PMM" == str(SCHOOLS_LOGGED_IN)
    assert "Kelompok X" == str(Group(BATANG, "x", "Kelompok X"))
    assert "Jawa Tengah" == str(Scope.province(BATANG.province))
    assert "Batang SD" == str(team(1))


@pytest.mark.parametrize(
    ("kind", "size"),
    [
        (Direction, 2),
        (Scale, 3),
        (ScopeKind, 5),
        (TieMethod, 5),
        (TieBreakKey, 3),
        (UnrankedReason, 4),
        (Band, 5),
        (MovementKind, 5),
    ],
)
def test_enums_have_both_labels_and_wire_texts(kind: Any, size: int) -> None:
    assert size == len(kind)
    for member in kind:
        assert member is kind(member.value)
        assert member.label_id.strip()
        assert member.label_en.strip()
        assert f"{kind.__name__}.{member.name}" == repr(member)


def test_the_standard_metrics() -> None:
    keys = [
        "accounts-activated",
        "teachers-logged-in",
        "topic-1-completed",
        "topic-2-completed",
        "topic-3-completed",
        "topic-4-completed",
        "schools-logged-in",
        "communities-registered",
    ]
    assert keys == [metric.key for metric in STANDARD_METRICS]
    assert all(metric.more_is_better for metric in STANDARD_METRICS)
    assert [TEACHERS] * 4 == [metric.base for metric in TOPICS_COMPLETED]
    assert None is COMMUNITIES_REGISTERED.base


def test_tie_breaks_have_names() -> None:
    names = ["count", "base", "metric:communities-registered"]
    assert names == [tie.name for tie in (LARGER_COUNT, LARGER_BASE, TieBreak.by([count(1)]))]


def test_a_lower_metric() -> None:
    metric = Metric(
        key="late", label_id="terlambat", label_en="late", unit=TEACHERS, direction=Direction.LOWER, source=SOURCE
    )
    assert not metric.more_is_better


def test_numbers_of_measurements() -> None:
    half = Measurement.share(BATANG, SCHOOLS_LOGGED_IN, 1, of=3, on=DAY)
    assert (Fraction(1, 3), 2, 3, Scale.SHARE) == (half.value, half.left, half.people, half.scale)
    empty = Measurement.share(BATANG, SCHOOLS_LOGGED_IN, 0, of=0, on=DAY)
    assert (None, None, 0, 0) == (empty.value, empty.percent(), empty.left, empty.people)
    plain = count(7)
    assert (Fraction(7), None, None, None, Scale.COUNT) == (
        plain.value,
        plain.percent(),
        plain.left,
        plain.people,
        plain.scale,
    )


@pytest.mark.parametrize(
    ("number", "of", "places", "expected"),
    [
        (1, 3, 2, "33.33"),
        (2, 3, 2, "66.67"),
        (1, 800, 2, "0.13"),
        (1, 2_000_000, 2, "0.00"),
        (1, 1, 0, "100"),
        (1, 8, 1, "12.5"),
    ],
)
def test_percentages_are_rounded_half_up(number: int, of: int, places: int, expected: str) -> None:
    assert expected == str(Measurement.share(BATANG, SCHOOLS_LOGGED_IN, number, of=of, on=DAY).percent(places))
