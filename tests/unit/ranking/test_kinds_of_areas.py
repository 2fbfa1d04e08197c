"""One table ranks one kind of area, and only tables of one kind compare."""

from datetime import date
from fractions import Fraction
from typing import Any, cast

import pytest

from pmm_core import IncomparableError, InvalidValueError, WrongTypeError, find, find_province
from pmm_core.ranking import (
    COMMUNITIES_REGISTERED,
    SCHOOLS_LOGGED_IN,
    TEACHERS_LOGGED_IN,
    Area,
    Component,
    Group,
    History,
    Index,
    Measurement,
    Scope,
    ScopeKind,
    Standings,
    Unranked,
    UnrankedReason,
    compare,
    composite,
    rank,
    rank_within,
)
from pmm_core.sources import works

BATANG, KUDUS, BERAU, JATENG = find("33.25"), find("33.19"), find("Berau"), find_province("Jawa Tengah")
KANDEMAN = Group(BATANG, "kandeman", "Kecamatan Kandeman")
DAY, LATER = date(2022, 12, 1), date(2022, 12, 8)
HALF = Fraction(1, 2)
INDEX = Index(
    key="both",
    label_id="keduanya",
    label_en="both",
    source=works()[0],
    components=(
        Component(metric=TEACHERS_LOGGED_IN, weight=HALF),
        Component(metric=COMMUNITIES_REGISTERED, weight=HALF, full_mark=100),
    ),
)


def nation(*areas: Area, on: date) -> Standings:
    figures = [Measurement.count(area, COMMUNITIES_REGISTERED, 10 + n, on=on) for n, area in enumerate(areas)]
    return rank(figures, metric=COMMUNITIES_REGISTERED, on=on, scope=Scope.nation())


@pytest.mark.parametrize("stranger", [KANDEMAN, JATENG])
def test_who_has_no_figure_is_of_the_kind_of_those_who_have_one(stranger: Area) -> None:
    figures = [Measurement.share(BATANG, TEACHERS_LOGGED_IN, 1, of=3, on=DAY)]
    with pytest.raises(InvalidValueError) as caught:
        rank(
            figures, without=[Unranked(KUDUS, UnrankedReason.EMPTY_BASE), Unranked(stranger, UnrankedReason.EMPTY_BASE)]
        )
    (problem,) = caught.value.problems
    assert ("without[1].area", "mixed-areas") == (problem.path, problem.code)
    assert f"is a {type(stranger).__name__}, not a Kabupaten" == problem.message


def test_those_without_a_figure_are_of_one_kind_among_themselves() -> None:
    absent = [Unranked(area, UnrankedReason.EMPTY_BASE) for area in (BATANG, JATENG)]
    with pytest.raises(InvalidValueError) as caught:
        rank([], metric=SCHOOLS_LOGGED_IN, on=DAY, without=absent)
    assert ("mixed-areas",) == caught.value.codes


def test_an_index_says_which_figure_is_of_another_kind() -> None:
    figures = [
        Measurement.share(BATANG, TEACHERS_LOGGED_IN, 1, of=2, on=DAY),
        Measurement.count(BATANG, COMMUNITIES_REGISTERED, 40, on=DAY),
        Measurement.share(JATENG, TEACHERS_LOGGED_IN, 1, of=2, on=DAY),
    ]
    with pytest.raises(InvalidValueError) as caught:
        composite(INDEX, figures)
    (problem,) = caught.value.problems
    assert ("measurements[2].area", "mixed-areas") == (problem.path, problem.code)
    assert "is a Province, not a Kabupaten" == problem.message


def test_tables_of_provinces_and_of_kabupaten_do_not_compare() -> None:
    provinces, kabupatens = nation(JATENG, on=DAY), nation(BERAU, KUDUS, on=LATER)
    for ask in (
        lambda: compare(provinces, kabupatens),
        lambda: History.of_tables([kabupatens, provinces]),
        lambda: kabupatens.target("Berau", rank=1, by=date(2022, 12, 15), since=provinces),
    ):
        with pytest.raises(IncomparableError) as caught:
            ask()
        assert ("different-areas",) == caught.value.codes
        assert "the kinds of area differ: Province before, Kabupaten after" == caught.value.refusals[0].message


def test_an_empty_table_compares_with_every_kind() -> None:
    assert 1 == len(compare(nation(on=DAY), nation(JATENG, on=LATER)))
    assert 1 == len(compare(nation(BERAU, on=DAY), nation(on=LATER)))


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        (Measurement.share(BATANG, TEACHERS_LOGGED_IN, 0, of=0, on=DAY), UnrankedReason.EMPTY_BASE),
        (Measurement.count(BATANG, TEACHERS_LOGGED_IN, 5, on=DAY), UnrankedReason.INCOMPLETE),
    ],
)
def test_an_index_tells_a_base_that_is_empty_from_one_that_is_not_known(
    figure: Measurement, reason: UnrankedReason
) -> None:
    table = composite(INDEX, [figure, Measurement.count(BATANG, COMMUNITIES_REGISTERED, 40, on=DAY)])
    assert (Unranked(BATANG, reason),) == table.unranked


def test_an_empty_base_does_not_hide_that_another_one_is_not_known() -> None:
    index = Index(
        key="shares",
        label_id="persentase",
        label_en="shares",
        source=works()[0],
        components=(
            Component(metric=TEACHERS_LOGGED_IN, weight=HALF),
            Component(metric=SCHOOLS_LOGGED_IN, weight=HALF),
        ),
    )
    unknown = Measurement.count(BATANG, TEACHERS_LOGGED_IN, 5, on=DAY)
    empty = Measurement.share(BATANG, SCHOOLS_LOGGED_IN, 0, of=0, on=DAY)
    assert (Unranked(BATANG, UnrankedReason.INCOMPLETE),) == composite(index, [unknown, empty]).unranked


def test_an_index_is_ranked_within_each_province_with_those_who_lack_a_part() -> None:
    full = [
        Measurement.share(area, TEACHERS_LOGGED_IN, number, of=4, on=DAY) for area, number in ((KUDUS, 1), (BERAU, 2))
    ] + [Measurement.count(area, COMMUNITIES_REGISTERED, 10, on=DAY) for area in (KUDUS, BERAU, BATANG)]
    jambi = Measurement.count(find("Kota Jambi"), COMMUNITIES_REGISTERED, 10, on=DAY)
    whole = composite(INDEX, [*full, jambi])
    tables = rank_within(ScopeKind.PROVINCE, whole.measurements, without=whole.without, minimum=0)
    told = [
        (table.scope.label, [str(row.area) for row in table], [str(row.area) for row in table.unranked])
        for table in tables
    ]
    assert [
        ("Jambi", [], ["Kota Jambi"]),
        ("Jawa Tengah", ["Kabupaten Kudus"], ["Kabupaten Batang"]),
        ("Kalimantan Timur", ["Kabupaten Berau"], []),
    ] == told
    assert {(INDEX.metric, DAY, 0)} == {(table.metric, table.on, table.minimum) for table in tables}


def test_an_index_in_which_nobody_has_a_place_is_parted_all_the_same() -> None:
    whole = composite(INDEX, [Measurement.count(area, COMMUNITIES_REGISTERED, 10, on=DAY) for area in (KUDUS, BERAU)])
    assert () == whole.measurements
    tables = rank_within(ScopeKind.PROVINCE, (), metric=whole.metric, on=whole.on, without=whole.without)
    assert [
        ("Jawa Tengah", (Unranked(KUDUS, UnrankedReason.INCOMPLETE),)),
        ("Kalimantan Timur", (Unranked(BERAU, UnrankedReason.INCOMPLETE),)),
    ] == [(table.scope.label, table.unranked) for table in tables]
    assert {(INDEX.metric, DAY)} == {(table.metric, table.on) for table in tables}
    assert () == rank_within(ScopeKind.PROVINCE, (), metric=whole.metric, on=whole.on)


def test_nobody_within_is_of_another_kind_or_no_row_at_all() -> None:
    figures = [Measurement.count(BATANG, COMMUNITIES_REGISTERED, 10, on=DAY)]
    absent, nothing = [Unranked(KANDEMAN, UnrankedReason.SIZE_UNKNOWN)], cast("Any", 5)
    with pytest.raises(InvalidValueError) as caught:
        rank_within(ScopeKind.PROVINCE, figures, without=absent)
    assert ("mixed-areas",) == caught.value.codes
    with pytest.raises(WrongTypeError) as wrong:
        rank_within(ScopeKind.PROVINCE, figures, without=nothing)
    assert ("wrong-type",) == wrong.value.codes


def test_who_lies_without_a_scope() -> None:
    areas: list[Area] = [BATANG, BERAU, KANDEMAN, find_province("Jambi")]
    assert [1, 3] == Scope.province(JATENG).without(areas)
    assert [1] == Scope.province(JATENG).without(areas[:2])
    assert [1, 3] == Scope.kabupaten(BATANG).without(areas)
    assert [] == Scope.nation().without(areas)


@pytest.mark.parametrize("scope", [Scope.nation(), Scope.province(JATENG)])
@pytest.mark.parametrize("areas", [None, 5, [5]])
def test_only_areas_lie_without_a_scope(scope: Scope, areas: Any) -> None:
    with pytest.raises(WrongTypeError):
        scope.without(areas)
