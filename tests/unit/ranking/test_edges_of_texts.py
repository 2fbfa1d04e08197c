"""Edges of the ranking that mutation testing brought to light: what is printed, in text and in HTML."""

from datetime import date
from fractions import Fraction
from textwrap import dedent

import pytest

from pmm_core.people import SchoolLevel
from pmm_core.ranking import (
    COMMUNITIES_REGISTERED,
    TEACHERS,
    Direction,
    Language,
    Measurement,
    Metric,
    Movement,
    Standings,
    Target,
    Team,
    allocate,
    compare,
    rank,
)
from pmm_core.regions import find
from pmm_core.sources import works

BATANG, KUDUS = find("33.25"), find("33.19")
BEFORE, NOW, BY = date(2022, 12, 1), date(2022, 12, 8), date(2022, 12, 15)
ABSENT = Metric(
    key="absent", label_id="belum", label_en="absent", unit=TEACHERS, source=works()[0], direction=Direction.LOWER
)


def table(batang: int, kudus: int, *, on: date = NOW, metric: Metric = COMMUNITIES_REGISTERED) -> Standings:
    figures = ((BATANG, batang), (KUDUS, kudus))
    return rank(Measurement.count(area, metric, number, on=on) for area, number in figures)


def told(text: str) -> str:
    return dedent(text).strip("\n")


@pytest.mark.parametrize(
    ("row", "english", "indonesian"),
    [
        (Movement(BATANG, 2, 2), "2, same place", "2, tetap"),
        (Movement(BATANG, 1, 2), "1 -> 2, down 1 place", "1 -> 2, turun 1 peringkat"),
        (Movement(BATANG, 1, 3), "1 -> 3, down 2 places", "1 -> 3, turun 2 peringkat"),
        (Movement(BATANG, 3, 1), "3 -> 1, up 2 places", "3 -> 1, naik 2 peringkat"),
        (Movement(BATANG, Fraction(5, 2), 1), "2½ -> 1, up 1½ places", "2½ -> 1, naik 1½ peringkat"),
        (Movement(BATANG, Fraction(3, 2), 2), "1½ -> 2, down ½ place", "1½ -> 2, turun ½ peringkat"),
    ],
)
def test_a_movement_over_few_places_is_told(row: Movement, english: str, indonesian: str) -> None:
    assert f"Kabupaten Batang: {english}" == row.text()
    assert f"Kabupaten Batang: {indonesian}" == row.text(language="id")


def test_movements_in_html_have_no_notes_where_somebody_moved() -> None:
    moved = compare(table(2, 1, on=BEFORE), table(1, 2))
    assert told("""
        <table class="pmm-movements" lang="id">
        <caption>komunitas belajar yang terdaftar di PMM · Jawa Tengah · 2022-12-01 -&gt; 2022-12-08</caption>
        <thead><tr><th scope="col">wilayah</th><th scope="col">perubahan</th></tr></thead>
        <tbody>
        <tr><th scope="row">Kabupaten Kudus</th><td>2 -&gt; 1, naik 1 peringkat</td></tr>
        <tr><th scope="row">Kabupaten Batang</th><td>1 -&gt; 2, turun 1 peringkat</td></tr>
        </tbody></table>
        """) == moved.html(language="id")


def target(metric: Metric) -> Target:
    return table(5, 3, metric=metric).target("Batang" if metric is ABSENT else "Kudus", rank=1, by=BY)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            """
            <table class="pmm-target" lang="en">
            <caption>Kabupaten Kudus: place 2 of 2 on 2022-12-08; wanted: 1 by 2022-12-15</caption>
            <tbody>
            <tr><th scope="row">to share it</th><td>2 more learning communities in 7 days (1 a day)</td></tr>
            <tr><th scope="row">to pass it</th><td>3 more learning communities in 7 days (1 a day)</td></tr>
            </tbody></table>
            <p lang="en">with the others standing still</p>
            """,
        ),
        (
            "id",
            """
            <table class="pmm-target" lang="id">
            <caption>Kabupaten Kudus: peringkat 2 dari 2 per 2022-12-08; sasaran: 1 paling lambat 2022-12-15</caption>
            <tbody>
            <tr><th scope="row">untuk menyamai</th><td>2 komunitas belajar lagi dalam 7 hari (1 per hari)</td></tr>
            <tr><th scope="row">untuk melampaui</th><td>3 komunitas belajar lagi dalam 7 hari (1 per hari)</td></tr>
            </tbody></table>
            <p lang="id">dengan anggapan wilayah lain tetap</p>
            """,
        ),
    ],
)
def test_a_target_in_html(language: Language, expected: str) -> None:
    assert told(expected) == target(COMMUNITIES_REGISTERED).html(language=language)


def test_where_fewer_are_better_a_target_asks_for_fewer() -> None:
    assert [
        "  to share it: 2 fewer teachers in 7 days (1 a day)",
        "  to pass it: 3 fewer teachers in 7 days (1 a day)",
    ] == (target(ABSENT).text().splitlines()[1:3])
    assert (
        "  untuk menyamai: 2 guru lebih sedikit dalam 7 hari (1 per hari)"
        == (target(ABSENT).text(language="id").splitlines()[1])
    )


def test_who_has_nothing_stands_in_a_table_with_0() -> None:
    assert (
        told("""
        learning communities registered in PMM · Jawa Tengah · 2022-12-08

        place  area              learning communities
            1  Kabupaten Kudus                      1
            2  Kabupaten Batang                     0

        no figure for 33 of 35 areas in Jawa Tengah
        """)
        == table(0, 1).text()
    )


def test_a_name_is_shown_as_it_was_given_with_the_columns_under_each_other() -> None:
    team = Team(kecamatan=" Batang", level=SchoolLevel.SD, left=9)
    assert "kecamatan  SD  sum\n Batang     4    4\nsum         4    4" == allocate(4, [team]).text()
