"""Rank history, standings and the adoption funnel: what stands on them, where, and in which order."""

from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any, cast

import pytest
from matplotlib import colors, dates
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from pmm_core import History, Measurement, Metric, Standings, TieMethod, find, kabupatens, rank
from pmm_core.errors import AmbiguousNameError, IncomparableError, UnknownNameError
from pmm_core.plots import _canvas, adoption_funnel, rank_history, standings
from pmm_core.plots._words import name_of
from pmm_core.ranking import (
    ADOPTION,
    COMMUNITIES_REGISTERED,
    POINTS,
    TEACHERS_LOGGED_IN,
    Direction,
    FunnelReading,
    Group,
    Scale,
    Scope,
    Unranked,
    UnrankedReason,
)
from pmm_core.sources import works

THEN, NOW, LATER = date(2022, 9, 30), date(2022, 12, 23), date(2023, 1, 27)
AREAS = kabupatens(province="Jawa Tengah")


def counts(on: date, ties: TieMethod = TieMethod.COMPETITION, /, **figures: int) -> Standings:
    return rank(
        (Measurement.count(find(name), COMMUNITIES_REGISTERED, n, on=on) for name, n in figures.items()), ties=ties
    )


def everyone(on: date, scope: Scope | None = None, step: int = 7) -> Standings:
    return rank(
        (Measurement.share(area, TEACHERS_LOGGED_IN, n * step % 101, of=101, on=on) for n, area in enumerate(AREAS)),
        scope=scope,
    )


def texts(ax: Axes) -> list[str]:
    return [text.get_text() for text in ax.texts]


def labels(ax: Any) -> list[tuple[str, float]]:
    """The names of areas on an Axes, with the height at which each stands."""
    return [(text.get_text(), text.xy[1]) for text in ax.texts if "Kab." in text.get_text()]


def bold(ax: Axes) -> list[str]:
    return [text.get_text() for text in (*ax.texts, *ax.get_yticklabels()) if text.get_fontweight() == "bold"]


def bars(ax: Axes, colour: str | None = None) -> list[Rectangle]:
    found = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    return [bar for bar in found if colour is None or colors.to_hex(bar.get_facecolor()) == colour]


def lines(ax: Axes, colour: str) -> list[Line2D]:
    return [line for line in ax.lines if line.get_color() == colour and line.get_linewidth() > 1]


def marks(ax: Any, shape: str) -> list[Any]:
    return [line for line in ax.findobj(Line2D) if line.get_marker() == shape]


def moved(ax: Any) -> list[str]:
    """What stands in the last column, right of the bars."""
    right = [text for text in ax.texts if text.get_horizontalalignment() == "left" and text.get_position()[0] > 20]
    return [text.get_text() for text in right]


def points(line: Any) -> list[tuple[date, float]]:
    number: Any = dates
    return [(number.num2date(x).date(), y) for x, y in zip(*line.get_data(), strict=True)]


# -- rank history


def test_place_one_is_on_top() -> None:
    ax = rank_history(History.of_tables([counts(THEN, Batang=9, Kudus=5)]))
    bottom, top = ax.get_ylim()
    assert bottom > 2
    assert top < 1


def test_a_line_goes_through_the_places_of_the_tables() -> None:
    tables = [counts(THEN, Batang=9, Kudus=5, Demak=1), counts(NOW, Batang=2, Kudus=5, Demak=3)]
    ax = rank_history(History.of_tables(tables), highlight=["Batang"])
    (line,) = (line for line in lines(ax, _canvas.BLUE) if line.get_linewidth() > 2)
    assert [(THEN, 1), (NOW, 3)] == points(line)
    assert {"1", "3"} <= set(texts(ax))
    assert 2 == len(marks(ax, "o"))
    assert {"3  Kab. Batang"} == {text for text in bold(ax) if "Kab." in text}


def test_each_lit_area_has_a_colour_a_shape_and_a_name_of_its_own() -> None:
    names = ["Batang", "Kudus", "Demak", "Jepara", "Pati", "Blora", "Rembang"]
    tables = [counts(day, **dict(zip(names, range(7), strict=True))) for day in (THEN, NOW)]
    ax = rank_history(History.of_tables(tables), highlight=names[:6])
    assert 6 == len({line.get_color() for line in ax.lines if line.get_linewidth() == 2.4})
    assert [2] * 6 == [len(marks(ax, shape)) for shape in "osDh8p"]
    assert {f"Kab. {name}" for name in names[:6]} == {text.split("  ")[1] for text in bold(ax) if "Kab." in text}
    more = rank_history(History.of_tables(tables), highlight=names)
    assert 4 == len(marks(more, "o"))  # the seventh looks like the first, and its name tells them apart


def test_an_area_is_lit_once_however_often_it_is_named() -> None:
    tables = [counts(THEN, Batang=9, Kudus=5), counts(NOW, Batang=9, Kudus=5)]
    ax = rank_history(History.of_tables(tables), highlight=["Batang", "33.25", find("Kab. Batang")])
    assert 1 == len([line for line in ax.lines if line.get_linewidth() == 2.4])


def test_areas_that_share_a_place_are_marked_and_named_apart() -> None:
    tables = [counts(THEN, Batang=9, Kudus=5, Demak=7), counts(NOW, Batang=5, Kudus=5, Demak=7)]
    ax = rank_history(History.of_tables(tables))
    assert [("1  Kab. Demak", 1), ("=2  Kab. Kudus", 2), ("=2  Kab. Batang", 3)] == labels(ax)


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        (TieMethod.COMPETITION, ["1", "=2", "=2", "4"]),
        (TieMethod.DENSE, ["1", "=2", "=2", "3"]),
        (TieMethod.MODIFIED, ["1", "=3", "=3", "4"]),
        (TieMethod.ORDINAL, ["1", "=2", "=3", "4"]),
        (TieMethod.FRACTIONAL, ["1", "=2½", "=2½", "4"]),
    ],
)
def test_labels_stand_apart_under_every_tie_method(ties: TieMethod, expected: list[str]) -> None:
    ax = rank_history(History.of_tables([counts(THEN, ties, Batang=9, Kudus=5, Demak=5, Pati=1)]))
    found = labels(ax)
    assert expected == [text.split("  ")[0] for text, _ in found]
    assert 1 <= min(other - one for (_, one), (_, other) in pairwise(found))


def test_a_hole_in_the_tables_is_a_hole_in_the_line() -> None:
    days = [date(2022, month, 1) for month in (1, 2, 3, 4)]
    tables = [counts(day, Kudus=5, **({} if day.month == 3 else {"Batang": 9})) for day in days]
    ax = rank_history(History.of_tables([*tables, counts(NOW, Kudus=5)]))
    drawn = [points(line) for line in lines(ax, _canvas.MUTED)]
    assert [(days[0], 1), (days[1], 1)] in drawn
    assert [(days[3], 1)] in drawn
    assert 1 == len([mark for mark in marks(ax, "o") if mark.get_markersize() == 3])
    assert "without a place: Kab. Batang" in texts(ax)


def test_a_lit_area_that_left_is_named_where_it_ends() -> None:
    tables = [counts(THEN, Batang=9, Kudus=5), counts(NOW, Kudus=5)]
    ax = rank_history(History.of_tables(tables), highlight=["Batang"])
    assert ("Kab. Batang", 1) in labels(ax)
    assert "Kab. Batang" in bold(ax)
    assert "without a place: Kab. Batang" in texts(ax)


def test_a_lit_area_that_never_had_a_place_is_told_below() -> None:
    absent = [Unranked(find("Kab. Batang"), UnrankedReason.INCOMPLETE)]
    figures = [Measurement.count(find("Kab. Kudus"), COMMUNITIES_REGISTERED, 5, on=NOW)]
    ax = rank_history(History.of_tables([rank(figures, without=absent)]), highlight=["Batang"])
    assert "without a place: Kab. Batang" in texts(ax)
    assert [] == [line for line in ax.lines if line.get_linewidth() == 2.4]


def test_a_history_of_a_nation_names_those_that_are_lit_only() -> None:
    tables = [
        rank(
            Measurement.count(area, COMMUNITIES_REGISTERED, n * step % 509, on=day)
            for n, area in enumerate(kabupatens())
        )
        for day, step in ((THEN, 7), (NOW, 11))
    ]
    ax = rank_history(History.of_tables(tables), highlight=["Kab. Batang", "Kota Blitar"])
    assert 2 == len([text for text in texts(ax) if "Kab." in text or "Kota" in text])
    figure = ax.get_figure()
    assert figure is not None
    assert 12 > figure.bbox.height / figure.dpi
    ticks = [int(label.get_text()) for label in ax.get_yticklabels()]
    assert 1 == ticks[0]
    assert 12 > len(ticks)


def test_many_days_are_thinned_and_the_first_and_last_are_kept() -> None:
    days = [date(2022, 1, 1 + n) for n in range(30)]
    ax = rank_history(History.of_tables([counts(day, Batang=9, Kudus=5) for day in days]), highlight=["Kudus"])
    ticks = [label.get_text() for label in ax.get_xticklabels()]
    assert ("1 Jan\n2022", "30 Jan\n2022") == (ticks[0], ticks[-1])
    assert 11 >= len(ticks) == len(marks(ax, "o"))


def test_of_two_marks_that_meet_one_covers_the_other_with_its_number() -> None:
    ax: Any = rank_history(History.of_tables([counts(THEN, Batang=5, Kudus=5)]), highlight=["Batang", "Kudus"])
    numbers = [text.get_zorder() for text in ax.texts if text.get_text() == "1"]
    covers = [mark.get_zorder() for shape in "os" for mark in marks(ax, shape)]
    assert numbers == covers
    assert numbers[0] < numbers[1]


def test_few_places_are_all_written_on_the_left_and_of_many_every_fifth() -> None:
    few = rank_history(History.of_tables([counts(THEN, Batang=9, Kudus=5, Demak=1)]))
    assert ["1", "2", "3"] == [label.get_text() for label in few.get_yticklabels()]
    many = rank_history(History.of_tables([everyone(THEN)]))
    assert ["1", "5", "10", "15", "20", "25", "30", "35"] == [label.get_text() for label in many.get_yticklabels()]


def test_the_days_are_written_in_indonesian() -> None:
    history = History.of_tables([counts(date(2022, 8, 1), Batang=1), counts(date(2022, 10, 31), Batang=2)])
    ax = rank_history(history, language="id")
    assert ["1 Agu\n2022", "31 Okt\n2022"] == [label.get_text() for label in ax.get_xticklabels()]
    assert {"1 Agustus 2022 sampai 31 Oktober 2022", "peringkat"} <= set(texts(ax))


def test_one_table_has_one_day() -> None:
    ax = rank_history(History.of_tables([counts(THEN, Batang=9)]))
    assert "30 September 2022" in texts(ax)
    assert ["30 Sep\n2022"] == [label.get_text() for label in ax.get_xticklabels()]


def test_a_table_without_any_place_can_be_drawn() -> None:
    empty = rank([], metric=COMMUNITIES_REGISTERED, on=NOW)
    assert "Indonesia" in rank_history(History.of_tables([empty])).get_title(loc="left")
    assert [] == bars(standings(empty))


@pytest.mark.parametrize(
    ("name", "error"), [("Kab. Kudus", UnknownNameError), ("Nowhere", UnknownNameError), ("Tegal", AmbiguousNameError)]
)
def test_an_area_that_is_not_there_is_refused(name: str, error: type[Exception]) -> None:
    table = counts(THEN, Batang=9)
    with pytest.raises(error):
        rank_history(History.of_tables([table]), highlight=[name])
    with pytest.raises(error):
        standings(table, highlight=[name])


# -- standings


def test_the_rows_stand_in_the_order_of_the_table_the_best_on_top() -> None:
    table = everyone(NOW)
    ax = standings(table, highlight=["Kab. Batang"])
    bottom, top = ax.get_ylim()
    assert bottom > top
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert [name_of(row.area) for row in table.rows] == [name.rsplit("  ", 1)[0] for name in names]
    assert 35 == len(bars(ax))
    assert 1 == len(bars(ax, _canvas.BLUE))
    assert any(name.startswith("Kab. Batang") for name in bold(ax))


def test_a_bar_is_as_long_as_its_figure() -> None:
    ax = standings(counts(NOW, Batang=9, Kudus=5))
    assert [9, 5] == [bar.get_width() for bar in bars(ax)]
    assert ["9", "5"] == [text for text in texts(ax) if text.isdigit()]


def test_a_share_is_written_with_its_base_and_percentage() -> None:
    figures = [Measurement.share(find("Kab. Batang"), TEACHERS_LOGGED_IN, 1234, of=5000, on=NOW)]
    assert {"1,234 of 5,000", "24.68 %"} <= set(texts(standings(rank(figures))))
    assert {"1.234 dari 5.000", "24,68 %"} <= set(texts(standings(rank(figures), language="id")))


def test_movement_has_an_arrow_and_the_number_of_places() -> None:
    before = counts(THEN, Batang=9, Kudus=8, Demak=3, Pati=2, Blora=1)
    after = counts(NOW, Batang=1, Kudus=8, Demak=9, Pati=2, Jepara=4)
    ax = standings(after, before=before)
    assert "23 December 2022; movement since 30 September 2022" in texts(ax)
    assert (1, 1) == (len(marks(ax, "^")), len(marks(ax, "v")))
    assert ["2", "=", "new", "=", "4"] == moved(ax)
    assert "left: Kab. Blora" in "\n".join(texts(ax))


def test_a_half_place_is_a_half_place() -> None:
    half = TieMethod.FRACTIONAL
    ax = standings(counts(NOW, half, Batang=9, Kudus=9, Demak=1), before=counts(THEN, half, Batang=9, Kudus=8, Demak=1))
    assert ["=1½", "=1½", "3"] == [label.get_text().rsplit("  ", 1)[1] for label in ax.get_yticklabels()]
    assert 2 == texts(ax).count("½")


def test_the_top_is_shown_with_what_is_lit_below_a_gap() -> None:
    table = counts(NOW, Batang=1, Kudus=8, Demak=9, Pati=8, Jepara=4, Blora=3)
    ax = standings(table, top=2, highlight=["Batang"])
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert ["Kab. Demak  1", "Kab. Pati  =2", "Kab. Kudus  =2", "Kab. Batang  6"] == names
    assert [1, 1, 1.7] == pytest.approx([b - a for a, b in pairwise(ax.get_yticks())])
    assert "···" in texts(ax)
    assert "4 of 6 are shown" in "\n".join(texts(ax))


def test_without_a_place_is_listed_apart_with_the_reason() -> None:
    figures = [
        Measurement.share(find("Kab. Batang"), TEACHERS_LOGGED_IN, 3, of=9, on=NOW),
        Measurement.share(find("Kab. Kudus"), TEACHERS_LOGGED_IN, 0, of=0, on=NOW),
    ]
    ax = standings(rank(figures))
    told = " ".join("\n".join(texts(ax)).split())
    assert "without a place: Kab. Kudus (its base is empty)" in told
    assert "no figure for 33 of 35 areas in Jawa Tengah" in told
    assert 1 == len(bars(ax))
    named = standings(rank(figures, scope=Scope.named("the pilots")))
    assert "no figure" not in "\n".join(texts(named))
    assert "Teachers logged in to PMM · the pilots" == named.get_title(loc="left")


def test_scores_can_lie_below_zero_and_be_fractions() -> None:
    metric = Metric(
        key="x",
        label_id="x",
        label_en="x",
        unit=POINTS,
        scale=Scale.SCORE,
        direction=Direction.LOWER,
        source=works()[0],
    )
    values = {"Kab. Batang": Fraction(-3, 2), "Kab. Kudus": Fraction(2, 3)}
    ax = standings(rank(Measurement.score(find(name), metric, value, on=NOW) for name, value in values.items()))
    assert [-1.5, pytest.approx(2 / 3)] == [bar.get_width() for bar in bars(ax)]
    assert {"-1.50", "0.67"} <= set(texts(ax))
    assert [-1.5, 0.67] == [round(edge, 2) for edge in ax.get_xlim()]
    assert "lower is better" in "\n".join(texts(ax))


def test_a_method_for_ties_that_is_not_the_usual_one_is_named() -> None:
    assert "ties: dense (1, 2, 2, 3)" in "\n".join(texts(standings(counts(NOW, TieMethod.DENSE, Batang=9))))
    assert "ties" not in "\n".join(texts(standings(counts(NOW, Batang=9, Kudus=1))))


def test_small_groups_keep_their_own_names() -> None:
    batang = find("Kab. Batang")
    groups = [Group(batang, code, f"Kecamatan {code}") for code in ("Bandar", "Subah")]
    figures = [Measurement.count(group, TEACHERS_LOGGED_IN, 5, on=NOW, size=9) for group in groups]
    assert "Kecamatan Bandar  =1" == standings(rank(figures)).get_yticklabels()[0].get_text()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kecamatan\nBandar", "Kecamatan Bandar"),
        ("  Kecamatan \t Bandar\x00", "Kecamatan Bandar"),
        ("\u202eKecamatan Bandar", "Kecamatan Bandar"),
        ("k" * 40, "k" * 40),
        ("Sekolah Menengah Pertama Negeri 1 Bandar", "Sekolah Menengah Pertama Negeri 1 Bandar"),
        ("Sekolah Menengah Pertama Negeri 12 Bandar", "Sekolah Menengah Pertama N…eri 12 Bandar"),
        ("k" * 200, "k" * 26 + "…" + "k" * 13),
    ],
)
def test_a_name_stands_in_one_line_and_a_long_one_is_cut_in_its_middle(name: str, expected: str) -> None:
    figure = Measurement.count(Group(find("Kab. Batang"), "a", name), TEACHERS_LOGGED_IN, 5, on=NOW, size=9)
    table = rank([figure])
    assert f"{expected}  1" == standings(table).get_yticklabels()[0].get_text()
    assert f"1  {expected}" in texts(rank_history(History.of_tables([table])))


def test_a_long_name_leaves_room_for_the_bars() -> None:
    figure = Measurement.count(Group(find("Kab. Batang"), "a", "k" * 200), TEACHERS_LOGGED_IN, 5, on=NOW, size=9)
    ax = standings(rank([figure]))
    cast("Any", ax.figure).draw_without_rendering()  # a layout that has no room warns, and warnings are errors
    assert ax.get_position().width > 0.3


def test_tables_that_do_not_compare_are_refused() -> None:
    with pytest.raises(IncomparableError):
        standings(counts(THEN, Batang=9), before=counts(NOW, Batang=9))


# -- adoption funnel


def reading(*numbers: int, of: int | None = 100) -> FunnelReading:
    area = find("Kab. Kudus")
    return ADOPTION.read(
        Measurement(area=area, metric=step, on=NOW, numerator=n, denominator=of)
        for step, n in zip(ADOPTION.steps, numbers, strict=False)
    )


def test_the_steps_narrow_from_the_top_with_what_is_lost_between() -> None:
    ax = adoption_funnel(reading(100, 88, 54, 54))
    assert [100, 88, 54, 54] == [bar.get_width() for bar in bars(ax, _canvas.BLUE)]
    heights = [bar.get_y() for bar in bars(ax, _canvas.BLUE)]
    assert sorted(heights) == heights
    bottom, top = ax.get_ylim()
    assert bottom > top
    assert ["−12", "−34"] == [text for text in texts(ax) if text.startswith("−")]
    assert {"54 of 100", "54.00 %"} <= set(texts(ax))
    assert 8 == len(bars(ax))
    assert "Kab. Kudus" == ax.get_title(loc="left")


@pytest.mark.parametrize(("of", "right"), [(None, 88), (0, 1)])
def test_without_a_base_the_first_step_is_the_measure(of: int | None, right: int) -> None:
    numbers = (88, 54) if of is None else (0, 0)
    ax = adoption_funnel(reading(*numbers, of=of))
    assert (0, right) == ax.get_xlim()
    assert 2 == len(bars(ax))
    assert [] == [text for text in texts(ax) if "%" in text]


def test_the_steps_are_named_in_indonesian() -> None:
    ax = adoption_funnel(reading(100, 88), language="id")
    assert ["Akun belajar.id yang diaktifkan", "Guru yang masuk (login) ke PMM"] == [
        label.get_text() for label in ax.get_yticklabels()
    ]
    assert "23 Desember 2022" in texts(ax)
