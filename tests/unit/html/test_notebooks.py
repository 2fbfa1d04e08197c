"""What a notebook shows: tables that any page can hold, escaped, without style and without anybody's id."""

from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any, Protocol, cast

import attrs
import pytest
from hypothesis import given, settings

from pmm_core import CALENDAR, Measurement, find, rank
from pmm_core.calendar import PLANNING_2024_S1_EXTENDED, SEMESTERS_2024, Period, PeriodCalendar
from pmm_core.cycle import Party, PerformanceCycle, Progress, State
from pmm_core.errors import InvalidValueError, UnknownNameError
from pmm_core.overview import CycleTally, Overview, review
from pmm_core.people import Role
from pmm_core.ranking import POINTS, Group, Metric, Movements, Scope, Standings, Target
from pmm_core.sources import works
from pmm_core.testing import comparisons, cycle_tallies, cycles, overviews, standings, targets

HOSTILE = "<script>alert('&')</script>"
DAY, LATER = date(2024, 6, 20), date(2024, 6, 27)
S1 = Period.parse("2024-S1")
FEW = settings(max_examples=10)


class Shown(Protocol):
    def _repr_html_(self) -> str: ...


class Reader(HTMLParser):
    """Reads a page strictly: what is opened is closed, and only the tags of plain tables are there."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.captions: list[str] = []
        self.notes: list[str] = []
        self.scopes: list[str | None] = []
        self.feed(html)
        self.close()
        assert [] == self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"table", "caption", "thead", "tbody", "tr", "th", "td", "p"}
        given = dict(attrs)
        assert set(given) == {"table": {"class", "lang"}, "th": {"scope"}, "p": {"lang"}}.get(tag, set[str]())
        self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in {"th", "td"}:
            self.tables[-1][-1].append("")
            self.scopes += [given["scope"]] if tag == "th" else []

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        match self.open[-1] if self.open else "":
            case "th" | "td":
                self.tables[-1][-1][-1] += data
            case "caption":
                self.captions.append(data)
            case "p":
                self.notes.append(data)
            case _:
                assert not data.strip(), "text outside of a table"


def read(html: str) -> Reader:
    reader = Reader(html)
    for table, caption in zip(reader.tables, reader.captions, strict=True):
        assert caption
        assert len({len(row) for row in table}) == 1, "rows of different lengths"
    return reader


def opened(who: str = "G-17") -> PerformanceCycle:
    return PerformanceCycle.open(employee=Party(who, Role.TEACHER), superior=Party("K-3", Role.HEAD), period=S1)


def table(on: date, *, first: int) -> Standings:
    metric = Metric(key="x", label_id=HOSTILE, label_en=HOSTILE, unit=POINTS, source=works()[0])
    areas = [Group(find("Kab. Batang"), key, f"{HOSTILE} {key}") for key in ("a", "b")]
    figures = [Measurement.count(area, metric, n, on=on, size=50) for area, n in zip(areas, (first, 5), strict=True)]
    return rank(figures, scope=Scope.named(HOSTILE))


BEFORE, AFTER = table(DAY, first=1), table(LATER, first=9)
REVIEWED = review([opened("G-17"), opened("G-18")], on=LATER, expected=[Party("G-17", Role.TEACHER)])
SHOWN: dict[str, Any] = {
    "Period": S1,
    "PerformanceCycle": opened(),
    "Standings": AFTER,
    "Movements": AFTER.compare(BEFORE),
    "Target": BEFORE.target("a", rank=1, by=LATER),
    "CycleTally": REVIEWED.tally,
    "Overview": REVIEWED,
}
each = pytest.mark.parametrize("name", SHOWN)


@each
def test_it_is_made_of_plain_tables(name: str) -> None:
    html = SHOWN[name]._repr_html_()
    found = read(html)
    assert found.tables
    assert {"row"} <= set(found.scopes)
    assert "style" not in html


@each
def test_nothing_in_it_runs(name: str) -> None:
    assert "<script" not in SHOWN[name]._repr_html_()


@each
def test_nobody_is_in_it(name: str) -> None:
    html = SHOWN[name]._repr_html_()
    assert [] == [mark for mark in ("G-17", "G-18", "K-3") if mark in html]


@each
def test_as_text_it_is_tidy_and_without_colours(name: str) -> None:
    text = str(SHOWN[name])
    assert text
    assert "\x1b" not in text
    assert text == "\n".join(line.rstrip() for line in text.split("\n"))
    assert text == text.strip("\n")


@pytest.mark.parametrize("name", ["Standings", "Movements", "Target", "CycleTally", "Overview"])
def test_a_notebook_shows_english_and_who_asks_gets_indonesian(name: str) -> None:
    value = SHOWN[name]
    assert value._repr_html_() == value.html() == value.html(language="en")
    assert 'lang="en"' not in value.html(language="id")
    read(value.html(language="id"))
    with pytest.raises(InvalidValueError) as caught:
        value.html(language="fr")
    assert ("malformed",) == caught.value.codes


def test_a_period() -> None:
    found = read(S1._repr_html_())
    assert ["period 2024-S1"] == found.captions
    assert [[["year", "2024"], ["scheme", "S"], ["number in the year", "1"]]] == found.tables


def test_the_phases_and_deadlines_of_a_period() -> None:
    found = read(CALENDAR.html(S1, language="id"))
    phases, deadlines = found.tables
    assert ["tahap", "mulai", "sampai", "hari", "kepastian"] == phases[0]
    assert ["perencanaan", "1 Januari 2024", "31 Maret 2024", "91", "sumber kedua"] == phases[1]
    assert ["akhir perencanaan", "31 Maret 2024", "resmi"] == deadlines[1]
    assert ["2024-S1 · semester 1"] * 2 == found.captions
    assert ["perencanaan diperpanjang dari 31 Januari 2024"] == [note.split(":")[0] for note in found.notes]


def test_the_same_as_text() -> None:
    assert [
        "2024-S1 · first semester",
        "",
        "phase             from          to  days      how sure",
        "planning    2024-01-01  2024-03-31    91     secondary",
        "execution   2024-02-01  2024-06-30   151  seed article",
        "assessment  2024-06-01  2024-06-30    30     secondary",
        "planning extended from 2024-01-31: 7 % of the teachers had not filed a plan by 1 February",
        "",
        "deadline                     on   how sure",
        "end of planning      2024-03-31   official",
        "end of execution     2024-06-30   official",
        "periodic evaluation  2024-06-30  secondary",
    ] == CALENDAR.text(S1).split("\n")


def test_a_period_without_deadlines_has_one_table() -> None:
    bare = tuple(attrs.evolve(pattern, deadlines=()) for pattern in SEMESTERS_2024.patterns)
    calendar = PeriodCalendar((attrs.evolve(SEMESTERS_2024, patterns=bare),))
    assert 1 == len(read(calendar.html(S1)).tables)
    assert 6 == len(calendar.text(S1).split("\n"))


def test_reasons_and_labels_of_a_calendar_are_escaped() -> None:
    patterns = tuple(attrs.evolve(pattern, label_en=HOSTILE) for pattern in SEMESTERS_2024.patterns)
    extension = attrs.evolve(PLANNING_2024_S1_EXTENDED, reason=HOSTILE)
    calendar = PeriodCalendar((attrs.evolve(SEMESTERS_2024, patterns=patterns),), (extension,))
    found = read(calendar.html(S1))
    assert HOSTILE in found.captions[0]
    assert HOSTILE in found.notes[0]


@pytest.mark.parametrize("show", [CALENDAR.text, CALENDAR.html])
@pytest.mark.parametrize("language", ["fr", [], None])
def test_a_calendar_knows_two_languages(show: Callable[..., str], language: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        show(S1, language=language)
    assert ("malformed",) == caught.value.codes


def test_only_its_own_periods_are_shown() -> None:
    with pytest.raises(UnknownNameError):
        CALENDAR.html(Period.parse("2023-S1"))


def test_a_cycle_shows_what_is_done_and_whose_turn_it_is() -> None:
    (rows,) = read(cast("Shown", opened())._repr_html_()).tables
    assert ["event", "when", "where it stands"] == rows[0]
    assert ["plan submitted", "2024-01-01..2024-03-31", "next, by the employee"] in rows


def test_a_table_with_its_movement() -> None:
    (rows,) = read(AFTER.html(before=BEFORE)).tables
    assert [["place", "area", "points", "moved"], ["1", f"{HOSTILE} a", "9", "▲1"]] == rows[:2]


def test_movements() -> None:
    found = read(AFTER.compare(BEFORE)._repr_html_())
    assert [
        [["area", "moved"], [f"{HOSTILE} a", "2 -> 1, up 1 place"], [f"{HOSTILE} b", "1 -> 2, down 1 place"]]
    ] == found.tables
    assert [f"{HOSTILE} · {HOSTILE} · 2024-06-20 -> 2024-06-27"] == found.captions


def test_no_movement_says_so() -> None:
    empty = rank([Measurement.count(find("Batang"), AFTER.metric, 1, on=DAY, size=1)], minimum=5, scope=AFTER.scope)
    later = rank([Measurement.count(find("Batang"), AFTER.metric, 1, on=LATER, size=1)], minimum=5, scope=AFTER.scope)
    found = read(Movements(empty, later).html(language="id"))
    assert ([[["wilayah", "perubahan"]]], ["tidak ada perubahan"]) == (found.tables, found.notes)


def test_a_target() -> None:
    found = read(SHOWN["Target"]._repr_html_())
    assert [
        ["to share it", "4 more points in 7 days (1 a day)"],
        ["to pass it", "5 more points in 7 days (1 a day)"],
    ] == found.tables[0]
    assert [f"{HOSTILE} a: place 2 of 2 on 2024-06-20; wanted: 1 by 2024-06-27"] == found.captions
    assert ["with the others standing still"] == found.notes


def test_a_tally() -> None:
    tally = CycleTally(on=DAY, places=((State.AGREED, Progress.PREPARED, 3), (State.DRAFT, Progress.NOT_STARTED, 1)))
    found = read(tally.html(language="id"))
    assert ["4 siklus per 2024-06-20"] == found.captions
    assert ["tonggak", "siklus", "%"] == found.tables[0][0]
    assert ["tahap 1, Diskusi Persiapan", "3", "75,00 %"] in found.tables[0]
    assert ["perencanaan 1 · pelaksanaan 3 · penilaian 0 · selesai 0", "belum dinilai 4"] == found.notes


def test_an_overview() -> None:
    found = read(REVIEWED._repr_html_())
    assert [
        "2 cycles on 2024-06-27",
        "late: 2 steps of 2 cycles",
        "due within 14 days: 20 steps of 2 cycles",
    ] == found.captions
    assert [["step", "cycles"], ["plan submitted", "2"]] == found.tables[1]
    assert "without a cycle: 0 of 1" in found.notes


def test_an_overview_of_nothing_is_one_table_and_two_lines() -> None:
    found = read(review([], on=DAY).html(language="id"))
    assert 1 == len(found.tables)
    assert ["terlambat: 0 langkah dari 0 siklus", "jatuh tempo dalam 14 hari: 0 langkah dari 0 siklus"] == found.notes[
        -2:
    ]


class TestAnything:
    """Whatever the value, a notebook can show it."""

    @FEW
    @given(standings())
    def test_standings(self, value: Standings) -> None:
        assert len(value.ranked) + 1 == len(read(value._repr_html_()).tables[0])

    @FEW
    @given(comparisons())
    def test_movements(self, value: Movements) -> None:
        assert len(value) + 1 == len(read(value._repr_html_()).tables[0])

    @FEW
    @given(targets())
    def test_targets(self, value: Target) -> None:
        assert 2 == len(read(value._repr_html_()).tables[0])

    @FEW
    @given(cycle_tallies())
    def test_tallies(self, value: CycleTally) -> None:
        assert len(value.milestones) + 1 == len(read(value._repr_html_()).tables[0])

    @FEW
    @given(overviews())
    def test_overviews(self, value: Overview) -> None:
        html = value._repr_html_()
        read(html)
        assert [] == [step for step in value.steps if f">{step.employee.id}<" in html]

    @FEW
    @given(cycles())
    def test_cycles(self, value: PerformanceCycle) -> None:
        assert len(value.events) < len(read(value._repr_html_()).tables[0])
