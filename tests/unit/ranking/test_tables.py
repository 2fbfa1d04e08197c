"""Tables: what they are asked, whom they find, what they leave out, and how parts are ranked."""

from datetime import date
from fractions import Fraction
from typing import Any, cast

import pytest

from pmm_core.errors import AmbiguousNameError, IncomparableError, UnknownNameError
from pmm_core.people import SchoolLevel
from pmm_core.ranking import (
    ADOPTION,
    COMMUNITIES_REGISTERED,
    LARGER_BASE,
    LARGER_COUNT,
    MINIMUM_GROUP_SIZE,
    SCHOOLS_LOGGED_IN,
    TEACHERS_LOGGED_IN,
    Area,
    Band,
    Component,
    Group,
    History,
    Index,
    Measurement,
    MovementKind,
    Pace,
    Scale,
    Scope,
    ScopeKind,
    Standings,
    Team,
    TieBreak,
    TieMethod,
    Unranked,
    UnrankedReason,
    allocate,
    compare,
    composite,
    rank,
    rank_within,
)
from pmm_core.regions import find, find_province
from pmm_core.sources import works

DAY, LATER = date(2022, 11, 24), date(2022, 12, 1)
BATANG, KUDUS, DEMAK, CILACAP = find("33.25"), find("33.19"), find("33.21"), find("33.01")
SOURCE = works()[0]


def share(area: Area, number: int, of: int, *, on: date = DAY) -> Measurement:
    return Measurement.share(area, SCHOOLS_LOGGED_IN, number, of=of, on=on)


def count(area: Area, number: int, *, on: date = DAY) -> Measurement:
    return Measurement.count(area, COMMUNITIES_REGISTERED, number, on=on)


TABLE = rank([share(BATANG, 9, 10), share(KUDUS, 5, 10), share(DEMAK, 1, 2), share(CILACAP, 0, 0)])


def test_a_table_is_asked() -> None:
    assert [1, 2, 2] == [row.rank for row in TABLE]
    assert (3, 3, 4, 31) == (TABLE.size, len(TABLE), len(TABLE.areas), len(TABLE.missing))
    assert (BATANG, 1, 0) == (TABLE.of("Batang").area, TABLE.of("33.25").rank, TABLE.of(BATANG).tied)
    assert 1 == TABLE.of("Kab. Kudus").tied
    assert (DEMAK,) == TABLE.tied_with("Kudus")
    assert [KUDUS, DEMAK] == [row.area for row in TABLE.at(2)]
    assert () == TABLE.at(3)
    assert () == TABLE.at(Fraction(5, 2))
    assert [BATANG] == [row.area for row in TABLE.top(1)]
    assert [BATANG, KUDUS, DEMAK] == [row.area for row in TABLE.top(2)]
    assert () == TABLE.top(0)
    assert [BATANG, KUDUS] == [row.area for row in TABLE.neighbours("Batang")]
    assert [KUDUS] == [row.area for row in TABLE.neighbours("Kudus", 0)]
    assert (Band.UPPER_MIDDLE, Band.LOWER_MIDDLE) == (TABLE.band("Batang"), TABLE.band("Demak"))
    assert BATANG in TABLE
    assert CILACAP not in TABLE
    assert "33.25" not in TABLE
    assert (1, None, None) == (TABLE.place_of(BATANG), TABLE.place_of(CILACAP), TABLE.place_of(find("15.04")))
    assert (Unranked(CILACAP, UnrankedReason.EMPTY_BASE),) == TABLE.unranked
    assert Scale.SHARE is TABLE.scale


def test_an_empty_table() -> None:
    table = rank([], metric=SCHOOLS_LOGGED_IN, on=DAY)
    assert (0, (), (), ()) == (table.size, table.rows, table.missing, table.unranked)
    assert Scope.nation() == table.scope
    assert Scale.SHARE is table.scale


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("Batanghari", "not-in-table"),
        ("15.04", "not-in-table"),
        ("Atlantis", "unknown-region"),
        ("33.99", "unknown-region"),
    ],
)
def test_an_area_that_is_not_there(asked: str, code: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        TABLE.of(asked)
    assert (code,) == caught.value.codes


def test_an_ambiguous_name_is_never_picked() -> None:
    with pytest.raises(AmbiguousNameError):
        rank([count(find("35.72"), 3)]).of("Blitar")


def test_groups_are_found_by_code_and_name() -> None:
    one, other, twin = Group(BATANG, "a", "Kandeman"), Group(BATANG, "b", "Bandar"), Group(KUDUS, "c", "bandar")
    table = rank([share(one, 5, 10), share(other, 6, 10), share(twin, 7, 10)])
    for text in ("a", "A", "Kandeman", "KANDEMAN", "33.25/a"):
        assert one == table.of(text).area
    with pytest.raises(AmbiguousNameError) as caught:
        table.of("Bandar")
    assert ("33.19/c", "33.25/b") == caught.value.candidates
    with pytest.raises(UnknownNameError):
        table.of("Batang")


def test_nobody_is_found_in_an_empty_table() -> None:
    with pytest.raises(UnknownNameError):
        rank([], metric=SCHOOLS_LOGGED_IN, on=DAY).of("Batang")


def test_an_iterator_is_read_once() -> None:
    assert TABLE == rank(iter(TABLE.measurements), tie_breaks=iter(()), without=iter(()))


def test_the_rules_of_a_full_table() -> None:
    table = rank([share(BATANG, 9, 10), share(CILACAP, 0, 0)], tie_breaks=[LARGER_COUNT, LARGER_BASE], minimum=1)
    keys = {rule.key for rule in table.rules}
    assert {"ranking.tie-breaks", "ranking.unranked", "ranking.minimum-group", "ranking.ties"} <= keys


def test_tie_breaks_in_order() -> None:
    figures = [share(BATANG, 1, 2), share(KUDUS, 2, 4), share(DEMAK, 4, 8)]
    by_other = TieBreak.by([count(BATANG, 1), count(KUDUS, 1), count(DEMAK, 0)])
    order = [row.area for row in rank(figures, tie_breaks=[by_other, LARGER_BASE])]
    assert [KUDUS, BATANG, DEMAK] == order


@pytest.mark.parametrize(
    ("areas", "kind", "label"),
    [
        ([BATANG], ScopeKind.PROVINCE, "Jawa Tengah"),
        ([BATANG, find("32.04")], ScopeKind.ISLAND_GROUP, "Jawa"),
        ([BATANG, find("15.04")], ScopeKind.NATION, "Indonesia"),
        ([BATANG.province], ScopeKind.ISLAND_GROUP, "Jawa"),
        ([BATANG.province, find_province("Jambi")], ScopeKind.NATION, "Indonesia"),
        ([Group(BATANG, "a", "A"), Group(BATANG, "b", "B")], ScopeKind.KABUPATEN, "Kabupaten Batang"),
        ([Group(BATANG, "a", "A"), Group(KUDUS, "a", "A")], ScopeKind.PROVINCE, "Jawa Tengah"),
        ([Group(BATANG, "a", "A"), BATANG.province], ScopeKind.ISLAND_GROUP, "Jawa"),
    ],
)
def test_scopes_around(areas: list[Area], kind: ScopeKind, label: str) -> None:
    found = Scope.around(areas)
    assert (kind, label) == (found.kind, found.label)
    assert all(found.holds(area) for area in areas)


def test_what_scopes_hold() -> None:
    assert Scope.kabupaten(BATANG).holds(BATANG)
    assert Scope.kabupaten(BATANG).holds(Group(BATANG, "a", "A"))
    assert not Scope.kabupaten(BATANG).holds(KUDUS)
    assert Scope.named("pilots").holds(KUDUS)
    assert () == Scope.named("pilots").kabupatens
    assert (BATANG,) == Scope.kabupaten(BATANG).kabupatens
    assert 514 == len(Scope.nation().kabupatens)
    assert () == rank([count(BATANG, 1)], scope=Scope.named("pilots")).missing
    assert () == rank([count(BATANG.province, 1)], scope=Scope.named("pilots")).missing
    assert 37 == len(rank([count(BATANG.province, 1)], scope=Scope.nation()).missing)


def test_within_parts() -> None:
    figures = [count(BATANG, 1), count(KUDUS, 2), count(find("15.04"), 3), count(find("32.04"), 4)]
    by_kabupaten = rank_within(ScopeKind.KABUPATEN, [*figures])
    assert ["15.04", "32.04", "33.19", "33.25"] == [table.scope.key for table in by_kabupaten]
    by_island = rank_within(ScopeKind.ISLAND_GROUP, figures, ties=TieMethod.DENSE)
    assert [("Jawa", 3), ("Sumatera", 1)] == [(table.scope.label, table.size) for table in by_island]
    assert all(table.ties is TieMethod.DENSE for table in by_island)
    (nation,) = rank_within(ScopeKind.NATION, figures)
    assert rank(figures, scope=Scope.nation()) == nation


def test_small_groups_stay_hidden_within_parts() -> None:
    figures = [share(Group(BATANG, "a", "A"), 4, 4), share(Group(BATANG, "b", "B"), 3, 9)]
    (table,) = rank_within(ScopeKind.KABUPATEN, figures)
    assert MINIMUM_GROUP_SIZE == table.minimum
    assert (Unranked(Group(BATANG, "a", "A"), UnrankedReason.SMALL_GROUP),) == table.unranked


def test_a_group_of_unknown_size_stays_hidden() -> None:
    table = rank([count(Group(BATANG, "a", "A"), 4)])
    assert [UnrankedReason.SIZE_UNKNOWN] == [row.reason for row in table.unranked]
    shown = Measurement.count(Group(BATANG, "a", "A"), COMMUNITIES_REGISTERED, 4, on=DAY, size=5)
    assert 1 == rank([shown]).size
    assert 1 == rank([count(BATANG, 4)], minimum=5).size


def test_comparing_names_what_moved() -> None:
    before = rank([count(BATANG, 1), count(KUDUS, 2)], scope=BATANG.province)
    after = rank([count(BATANG, 3, on=LATER), count(DEMAK, 2, on=LATER)], scope=BATANG.province)
    moved = compare(before, after)
    kinds = {row.area: row.kind for row in moved}
    assert {BATANG: MovementKind.UP, KUDUS: MovementKind.LEFT, DEMAK: MovementKind.NEW} == kinds
    assert [BATANG] == [row.area for row in moved.only(MovementKind.UP)]
    assert "ranking.movement" == moved.rules[0].key
    assert SCHOOLS_LOGGED_IN.source in moved.sources or moved.sources
    with pytest.raises(UnknownNameError):
        moved.of("Batanghari")


def test_a_target_since_other_rules() -> None:
    before = rank([count(BATANG, 1)], ties=TieMethod.DENSE)
    with pytest.raises(IncomparableError) as caught:
        rank([count(BATANG, 3, on=LATER)]).target("Batang", rank=1, by=date(2023, 1, 1), since=before)
    assert ("different-ties",) == caught.value.codes


def test_a_target_tells_its_rules_and_starts_when_told() -> None:
    target = TABLE.target("Kudus", rank=1, by=date(2022, 12, 31), on=date(2022, 12, 24))
    assert (7, 4, 5) == (target.days, target.to_share, target.to_pass)
    assert 3 == target.current + target.best
    assert not target.reached
    assert target.reachable
    assert Pace(4, 7) == target.pace()
    assert Pace(5, 7) == target.pace(5)
    assert "ranking.target" == target.rules[0].key
    assert len(target.sources) == len(set(target.sources))


def test_a_target_is_shared_out() -> None:
    teams = [
        Team(kecamatan="Kandeman", level=SchoolLevel.SD, left=3),
        Team(kecamatan="Batang", level=SchoolLevel.TK, left=3),
    ]
    target = TABLE.target("Kudus", rank=1, by=LATER)
    assert [2, 2] == [part.units for part in target.allocate(teams)]
    assert [2, 3] == [part.units for part in target.allocate(teams, units=5)]
    found = allocate(4, teams)
    assert ("Kandeman/sd", "Batang/tk") == tuple(part.team.key for part in found)
    assert (2, 2) == (found.of("Kandeman"), found.of(level=SchoolLevel.TK))
    assert 2 == len(found)
    assert ["ranking.allocation", "ranking.teams"] == [rule.key for rule in found.rules]
    assert ["largest-remainder", "seed-batang-2022"] == [source.key for source in found.sources]


def test_15_kecamatan_and_four_levels() -> None:
    """The team of the first seed: 15 kecamatan, and coordinators for TK, SD, SMP and SMA."""
    levels = (SchoolLevel.TK, SchoolLevel.SD, SchoolLevel.SMP, SchoolLevel.SMA)
    teams = [
        Team(kecamatan=f"Kecamatan {number:02}", level=level, left=number + 3 * position)
        for number in range(1, 16)
        for position, level in enumerate(levels)
    ]
    found = allocate(220, teams)
    assert (60, 220) == (len(found), found.of())
    assert 220 == sum(found.of(f"Kecamatan {number:02}") for number in range(1, 16))


def history() -> History:
    days = [date(2022, month, 1) for month in range(1, 7)]
    own = [9, 9, None, 1, 9, 1]
    tables: list[Standings] = []
    for day, mine in zip(days, own, strict=True):
        figures = [count(KUDUS, 5, on=day)] + ([] if mine is None else [count(BATANG, mine, on=day)])
        tables.append(rank(figures, scope=BATANG.province))
    return History.of_tables(reversed(tables))


def test_a_history_is_asked() -> None:
    track = history().of("Batang")
    assert [1, 1, None, 2, 1, 2] == [place for _, place in track.points]
    assert (1, 2, 5) == (track.best, track.worst, len(track.placed))
    run = track.longest_run(1)
    assert run is not None
    assert (2, date(2022, 1, 1), date(2022, 2, 1)) == (run.tables, run.first, run.last)
    assert track.largest_drop is not None
    assert (1, 2) == (track.largest_drop.before, track.largest_drop.after)
    assert track.largest_climb is not None
    assert 1 == track.largest_climb.places
    assert "ranking.history" == history().rules[0].key
    assert history().sources


def test_a_track_without_falls_and_without_places() -> None:
    empty = rank([share(CILACAP, 0, 0), share(BATANG, 1, 2)])
    track = History((empty,)).of("Cilacap")
    assert (None, None, None, None, None) == (
        track.best,
        track.worst,
        track.largest_drop,
        track.largest_climb,
        track.longest_run(1),
    )


def test_an_index_by_hand() -> None:
    half = Fraction(1, 2)
    index = Index(
        key="both",
        label_id="keduanya",
        label_en="both",
        source=SOURCE,
        components=(
            Component(metric=SCHOOLS_LOGGED_IN, weight=half),
            Component(metric=COMMUNITIES_REGISTERED, weight=half, full_mark=150),
        ),
    )
    figures = [
        *(share(BATANG, 240, 240), count(BATANG, 144)),
        *(share(KUDUS, 120, 240), count(KUDUS, 600)),
        *(share(DEMAK, 0, 0), count(DEMAK, 9)),
        share(CILACAP, 1, 2),
    ]
    table = composite(index, figures, ties=TieMethod.DENSE)
    assert [(BATANG, Fraction(98)), (KUDUS, Fraction(75))] == [(row.area, row.measurement.value) for row in table]
    assert {CILACAP: UnrankedReason.INCOMPLETE, DEMAK: UnrankedReason.EMPTY_BASE} == {
        row.area: row.reason for row in table.unranked
    }
    assert (Scale.SCORE, "both", DAY) == (table.scale, table.metric.key, table.on)
    assert "ranking.better-first" in [rule.key for rule in table.rules]
    counted = [Measurement.count(BATANG, SCHOOLS_LOGGED_IN, 9, on=DAY), count(BATANG, 1)]
    assert [UnrankedReason.INCOMPLETE] == [row.reason for row in composite(index, counted).unranked]
    assert 0 == composite(index, [], on=DAY).size


def test_an_index_hides_small_groups() -> None:
    index = Index(
        key="one",
        label_id="satu",
        label_en="one",
        source=SOURCE,
        components=(Component(metric=SCHOOLS_LOGGED_IN, weight=1),),
    )
    small, large = Group(BATANG, "a", "A"), Group(BATANG, "b", "B")
    table = composite(index, [share(small, 4, 4), share(large, 5, 5)])
    assert [large] == [row.area for row in table]


def test_a_funnel_is_asked() -> None:
    reading = ADOPTION.read([Measurement.share(KUDUS, TEACHERS_LOGGED_IN, 88, of=100, on=DAY)])
    assert (KUDUS, DAY, ()) == (reading.area, reading.on, reading.lost)


def test_a_table_is_shown_in_a_notebook() -> None:
    assert TABLE.html() == TABLE._repr_html_()


@pytest.mark.parametrize("name", ["ranked", "places", "unranked"])
def test_nobody_gives_places_to_a_table(name: str) -> None:
    fields = {"metric": TABLE.metric, "on": DAY, "measurements": TABLE.measurements, "scope": TABLE.scope}
    with pytest.raises(TypeError, match=name):
        cast("Any", Standings)(**fields, **{name: ()})
