"""What is printed, in both languages: golden texts written by hand."""

from datetime import date
from fractions import Fraction
from textwrap import dedent

import pytest

from pmm_core.people import SchoolLevel
from pmm_core.ranking import (
    COMMUNITIES_REGISTERED,
    POINTS,
    SCHOOLS_LOGGED_IN,
    Group,
    Language,
    Measurement,
    Metric,
    Movement,
    Scale,
    Scope,
    Standings,
    Team,
    TieMethod,
    allocate,
    compare,
    rank,
)
from pmm_core.regions import find
from pmm_core.sources import works

BEFORE, NOW, BY = date(2022, 11, 23), date(2022, 12, 23), date(2022, 12, 30)
BATANG = find("33.25")


def shares(*figures: tuple[str, int, int], on: date = NOW, ties: TieMethod = TieMethod.COMPETITION) -> Standings:
    return rank(
        (Measurement.share(find(code), SCHOOLS_LOGGED_IN, n, of=of, on=on) for code, n, of in figures), ties=ties
    )


THEN = shares(("33.25", 12, 1200), ("33.19", 76, 100), ("33.01", 5, 9), on=BEFORE)
TABLE = shares(("33.25", 900, 1200), ("33.19", 75, 100), ("33.22", 1300, 1300), ("33.01", 0, 0))
HALVES_THEN = shares(("33.25", 12, 1200), ("33.19", 76, 100), ("33.22", 1, 9), on=BEFORE, ties=TieMethod.FRACTIONAL)
HALVES = shares(("33.25", 900, 1200), ("33.19", 75, 100), ("33.22", 1300, 1300), ties=TieMethod.FRACTIONAL)


def told(text: str) -> str:
    return dedent(text).strip("\n")


def test_a_table_in_english() -> None:
    assert told("""
        schools logged in to PMM · Jawa Tengah · 2022-12-23

        place  area                schools     of       %
            1  Kabupaten Semarang    1,300  1,300  100.00
            2  Kabupaten Kudus          75    100   75.00
            2  Kabupaten Batang        900  1,200   75.00

        without a place:
          Kabupaten Cilacap: its base is empty
        no figure for 31 of 35 areas in Jawa Tengah
        ties: standard competition (1, 2, 2, 4)
        """) == str(TABLE)


def test_a_table_in_indonesian_with_movement() -> None:
    assert told("""
        satuan pendidikan yang masuk (login) ke PMM · Jawa Tengah · 2022-12-23

        peringkat  wilayah             satuan pendidikan   dari       %  perubahan
                1  Kabupaten Semarang              1.300  1.300  100,00       baru
                2  Kabupaten Kudus                    75    100   75,00         ▼1
                2  Kabupaten Batang                  900  1.200   75,00         ▲1

        tanpa peringkat:
          Kabupaten Cilacap: penyebut kosong
        tidak ada data untuk 31 dari 35 wilayah di Jawa Tengah
        nilai seri: kompetisi (1, 2, 2, 4)
        """) == TABLE.text(before=THEN, language="id")


def test_halves() -> None:
    assert told("""
        schools logged in to PMM · Jawa Tengah · 2022-12-23

        place  area                schools     of       %  moved
            1  Kabupaten Semarang    1,300  1,300  100.00     ▲1
           2½  Kabupaten Kudus          75    100   75.00    ▼1½
           2½  Kabupaten Batang        900  1,200   75.00     ▲½

        no figure for 32 of 35 areas in Jawa Tengah
        ties: fractional (1, 2½, 2½, 4)
        """) == HALVES.text(before=HALVES_THEN)


def test_nobody_moved() -> None:
    before, now = (shares(("33.25", 1, 2), on=day) for day in (BEFORE, NOW))
    assert told("""
        schools logged in to PMM · Jawa Tengah · 2022-12-23

        place  area              schools  of      %  moved
            1  Kabupaten Batang        1   2  50.00      =

        no figure for 34 of 35 areas in Jawa Tengah
        """) == now.text(before=before)


def test_scores_in_a_named_set() -> None:
    metric = Metric(key="s", label_id="skor", label_en="score", unit=POINTS, scale=Scale.SCORE, source=works()[0])
    figures = [
        Measurement.score(BATANG, metric, Fraction(98, 3), on=NOW),
        Measurement.score(find("33.19"), metric, 2000, on=NOW),
    ]
    table = rank(figures, scope=Scope.named("uji"))
    assert told("""
        skor · uji · 2022-12-23

        peringkat  wilayah            poin
                1  Kabupaten Kudus   2.000
                2  Kabupaten Batang  32,67
        """) == table.text(language="id")


def test_an_empty_table() -> None:
    table = rank([], metric=COMMUNITIES_REGISTERED, on=NOW)
    title = "learning communities registered in PMM · Indonesia · 2022-12-23"
    assert f"{title}\n\nplace  area  learning communities" == str(table)


@pytest.mark.parametrize(
    ("row", "language", "expected"),
    [
        (Movement(BATANG, 1, 27), "en", "Kabupaten Batang: 1 -> 27, down 26 places"),
        (Movement(BATANG, 27, 1), "id", "Kabupaten Batang: 27 -> 1, naik 26 peringkat"),
        (Movement(BATANG, 2, 1), "en", "Kabupaten Batang: 2 -> 1, up 1 place"),
        (Movement(BATANG, 3, Fraction(5, 2)), "en", "Kabupaten Batang: 3 -> 2½, up ½ place"),
        (Movement(BATANG, 1, Fraction(5, 2)), "id", "Kabupaten Batang: 1 -> 2½, turun 1½ peringkat"),
        (Movement(BATANG, 5, 5), "en", "Kabupaten Batang: 5, same place"),
        (Movement(BATANG, Fraction(5), 5), "id", "Kabupaten Batang: 5, tetap"),
        (Movement(BATANG, None, 5), "en", "Kabupaten Batang: new (- -> 5)"),
        (Movement(BATANG, Fraction(5, 2), None), "id", "Kabupaten Batang: keluar (2½ -> -)"),
    ],
    ids=str,
)
def test_a_movement(row: Movement, language: Language, expected: str) -> None:
    assert expected == row.text(language=language)


def test_movements() -> None:
    assert told("""
        Kabupaten Batang: 3 -> 2, naik 1 peringkat
        Kabupaten Kudus: 1 -> 2, turun 1 peringkat
        Kabupaten Cilacap: keluar (2 -> -)
        Kabupaten Semarang: baru (- -> 1)
        """) == compare(THEN, TABLE).text(language="id")


@pytest.mark.parametrize(("language", "expected"), [("en", "no movement"), ("id", "tidak ada perubahan")])
def test_no_movements(language: Language, expected: str) -> None:
    before, now = (rank([], metric=SCHOOLS_LOGGED_IN, on=day) for day in (BEFORE, NOW))
    assert expected == compare(before, now).text(language=language)


def test_a_target() -> None:
    target = shares(("33.25", 5, 10), ("33.19", 9, 10)).target(BATANG, rank=1, by=BY)
    assert told("""
        Kabupaten Batang: place 2 of 2 on 2022-12-23; wanted: 1 by 2022-12-30
          to share it: 4 more schools in 7 days (1 a day)
          to pass it: 5 more schools in 7 days (1 a day)
          with the others standing still
        """) == str(target)
    assert told("""
        Kabupaten Batang: peringkat 2 dari 2 per 2022-12-23; sasaran: 1 paling lambat 2022-12-30
          untuk menyamai: 4 satuan pendidikan lagi dalam 7 hari (1 per hari)
          untuk melampaui: 5 satuan pendidikan lagi dalam 7 hari (1 per hari)
          dengan anggapan wilayah lain tetap
        """) == target.text(language="id")


def test_a_target_out_of_reach_with_the_others_going_on() -> None:
    before, now = (shares(("33.25", 0, 2), ("33.19", 2, 2), on=day, ties=TieMethod.MODIFIED) for day in (BEFORE, NOW))
    assert told("""
        Kabupaten Batang: place 2 of 2 on 2022-12-23; wanted: 1 by 2022-12-30
          to share it: out of reach; the best is place 2
          to pass it: out of reach; the best is place 2
          with the others going on as since 2022-11-23
        """) == str(now.target(BATANG, rank=1, by=BY, since=before))


def test_a_long_target_and_a_reached_one() -> None:
    table = rank(
        Measurement.count(find(c), COMMUNITIES_REGISTERED, n, on=NOW) for c, n in (("33.25", 1), ("33.19", 1500))
    )
    text = table.target(BATANG, rank=1, by=date(2023, 1, 22)).text()
    assert "  to share it: 1,499 more learning communities in 30 days (50 a day, 350 a week)" == text.splitlines()[1]
    assert "(nothing to do)" in table.target("33.19", rank=1, by=BY).text()
    assert "(sudah tercapai)" in table.target("33.19", rank=1, by=BY).text(language="id")


def test_an_allocation() -> None:
    found = allocate(
        9,
        [
            Team(kecamatan="Batang", level=SchoolLevel.SD, left=1200),
            Team(kecamatan="Kandeman", level=SchoolLevel.TK, left=30),
            Team(kecamatan="Batang", level=SchoolLevel.SMP, left=100),
        ],
    )
    assert told("""
        kecamatan  TK/PAUD  SD  SMP  sum
        Batang           -   8    1    9
        Kandeman         0   -    -    0
        sum              0   8    1    9
        """) == str(found)
    assert told("""
        kecamatan  TK/PAUD  SD  SMP  jumlah
        Batang           -   8    1       9
        Kandeman         0   -    -       0
        jumlah           0   8    1       9
        """) == found.text(language="id")


def test_html_is_escaped() -> None:
    name = "<script>alert('x')</script>"
    metric = Metric(key="x", label_id="<i>&", label_en="<b>&", unit=POINTS, source=works()[0])
    figure = Measurement.count(Group(BATANG, "x", name), metric, 5, on=NOW, size=9)
    hidden = Measurement.count(Group(BATANG, "y", name), metric, 5, on=NOW, size=1)
    html = rank([figure, hidden], scope=Scope.named("<u>")).html()
    assert (
        told("""
        <table class="pmm-standings" lang="en">
        <caption>&lt;b&gt;&amp; · &lt;u&gt; · 2022-12-23</caption>
        <thead><tr><th scope="col">place</th><th scope="col">area</th><th scope="col">points</th></tr></thead>
        <tbody>
        <tr><td>1</td><th scope="row">&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;</th><td>5</td></tr>
        </tbody></table>
        <p lang="en">without a place:</p>
        <p lang="en">  &lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;: the group is too small to be shown</p>
        """)
        == html
    )


def test_html_with_movement_in_indonesian() -> None:
    html = TABLE.html(before=THEN, language="id")
    assert '<table class="pmm-standings" lang="id">' in html
    assert '<th scope="col">perubahan</th>' in html
    assert "<td>▼1</td>" in html
