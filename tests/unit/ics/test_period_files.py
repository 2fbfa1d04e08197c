"""The file of a period: its windows and deadlines, as calendars read them."""

from datetime import UTC, date, datetime, timedelta, timezone
from importlib import import_module
from textwrap import dedent
from typing import Any, cast

import attrs
import icalendar
import pytest

from pmm_core.calendar import (
    CALENDAR,
    PLANNING_2024_S1_EXTENDED,
    SEMESTERS_2024,
    SEMESTERS_2024_TO_MAY,
    DeadlineRule,
    Extension,
    Period,
    PeriodCalendar,
    Phase,
    YearDay,
)
from pmm_core.errors import InvalidValueError, PmmError, UnknownNameError, WrongTypeError
from pmm_core.ics import period_deadlines

VOBJECT: Any = import_module("vobject")  # a reader by other people; it ships no types
ANY: Any = cast("Any", period_deadlines)
S1 = Period.parse("2024-S1")
STAMP = datetime(2024, 2, 1, 8, 30, tzinfo=timezone(timedelta(hours=7)))

FIRST = datetime(1, 1, 1, 6, tzinfo=STAMP.tzinfo)


def told(text: str) -> str:
    return dedent(text).strip("\n")


def events_of(made: icalendar.Calendar) -> list[Any]:
    """The events; icalendar tells the types of their properties apart when it runs only."""
    found: list[Any] = list(made.events)
    return found


def shown(made: icalendar.Calendar) -> list[tuple[date, str]]:
    return [(event["DTSTART"].dt, str(event["SUMMARY"])) for event in events_of(made)]


def by_uid(made: icalendar.Calendar) -> dict[str, Any]:
    return {str(event["UID"]).removesuffix("@pmm-core"): event for event in events_of(made)}


def test_a_whole_file_without_its_windows() -> None:
    expected = told(r"""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//pmm_core//pmm_core.ics//EN
        CALSCALE:GREGORIAN
        NAME:Performance management 2024-S1
        X-WR-CALNAME:Performance management 2024-S1
        BEGIN:VEVENT
        SUMMARY:Deadline: end of planning of 2024-S1
        DTSTART;VALUE=DATE:20240331
        DTEND;VALUE=DATE:20240401
        DTSTAMP:20240201T013000Z
        UID:2024-S1-planning-deadline@pmm-core
        SEQUENCE:28445850
        CATEGORIES:performance management,planning
        CLASS:PUBLIC
        DESCRIPTION:2024-03-31\nExtended from 2024-01-31 to 2024-03-31: 7 % of the
          teachers had not filed a plan by 1 February\nSource: SE Dirjen GTK 0559/B
         .B1/GT.02.00/2024: pengelolaan kinerja guru dan kepala sekolah (official)
        LAST-MODIFIED:20240201T013000Z
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Deadline: end of execution of 2024-S1
        DTSTART;VALUE=DATE:20240630
        DTEND;VALUE=DATE:20240701
        DTSTAMP:20240201T013000Z
        UID:2024-S1-execution-deadline@pmm-core
        SEQUENCE:28445850
        CATEGORIES:performance management,execution
        CLASS:PUBLIC
        DESCRIPTION:2024-06-30\nSource: SE Dirjen GTK 0559/B.B1/GT.02.00/2024: pen
         gelolaan kinerja guru dan kepala sekolah (official)
        LAST-MODIFIED:20240201T013000Z
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Deadline: periodic evaluation of 2024-S1
        DTSTART;VALUE=DATE:20240630
        DTEND;VALUE=DATE:20240701
        DTSTAMP:20240201T013000Z
        UID:2024-S1-evaluation-deadline@pmm-core
        SEQUENCE:28445850
        CATEGORIES:performance management,assessment
        CLASS:PUBLIC
        DESCRIPTION:2024-06-30\nSource: Articles on periodic and annual evaluation
         \, ascribed to Perdirjen GTK 7607/2023 by inference (secondary)
        LAST-MODIFIED:20240201T013000Z
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR
        """)
    made = period_deadlines(S1, stamp=STAMP, language="en", windows=False)
    assert expected.split("\n") == made.to_ical().decode().split("\r\n")[:-1]


def test_windows_and_deadlines_in_indonesian() -> None:
    made = period_deadlines(S1, stamp=STAMP)
    assert [
        (date(2024, 1, 1), "Masa perencanaan 2024-S1"),
        (date(2024, 2, 1), "Masa pelaksanaan 2024-S1"),
        (date(2024, 3, 31), "Tenggat: akhir perencanaan 2024-S1"),
        (date(2024, 6, 1), "Masa penilaian 2024-S1"),
        (date(2024, 6, 30), "Tenggat: akhir pelaksanaan 2024-S1"),
        (date(2024, 6, 30), "Tenggat: evaluasi periodik 2024-S1"),
    ] == shown(made)
    assert "Pengelolaan Kinerja 2024-S1" == made["NAME"] == made["X-WR-CALNAME"]


def test_a_window_tells_its_days_and_why_they_are_known() -> None:
    window = by_uid(period_deadlines(S1, stamp=STAMP))["2024-S1-planning-window"]
    assert (date(2024, 1, 1), date(2024, 4, 1)) == (window["DTSTART"].dt, window["DTEND"].dt)
    assert (
        told("""
        1 Januari 2024 s.d. 31 Maret 2024, 91 hari
        Diperpanjang dari 31 Januari 2024 sampai 31 Maret 2024: 7 % of the teachers had not filed a plan by 1 February
        Sumber: Sosialisasi sistem pengelolaan kinerja guru pada PMM, SMAN 1 Cepu (sumber kedua)
        Sumber: SE Dirjen GTK 0559/B.B1/GT.02.00/2024: pengelolaan kinerja guru dan kepala sekolah (resmi)
        """)
        == window["DESCRIPTION"]
    )


def test_the_annual_evaluation_belongs_to_no_phase() -> None:
    made = by_uid(period_deadlines(Period.parse("2024-S2"), stamp=STAMP, language="en"))
    event = made["2024-S2-annual-evaluation-deadline"]
    assert date(2025, 1, 31) == event["DTSTART"].dt
    assert b"performance management,annual evaluation" == event["CATEGORIES"].to_ical()


def test_the_last_day_of_a_window_is_in_it_and_the_end_is_the_day_after() -> None:
    for found in CALENDAR.phases(S1):
        event = by_uid(period_deadlines(S1, stamp=STAMP))[f"2024-S1-{found.phase.value}-window"]
        assert (found.window.start, found.window.days) == (
            event["DTSTART"].dt,
            (event["DTEND"].dt - event["DTSTART"].dt).days,
        )


def test_who_opens_two_files_has_each_entry_once_and_the_newer_one() -> None:
    """By UID; a calendar keeps what has the higher SEQUENCE, and of the same the later DTSTAMP."""
    before = PeriodCalendar((SEMESTERS_2024,))
    first = by_uid(period_deadlines(S1, calendar=before, stamp=STAMP, language="en"))
    second = by_uid(period_deadlines(S1, stamp=STAMP + timedelta(days=1)))
    assert set(first) == set(second)
    moved = {uid for uid in first if first[uid]["DTEND"].dt != second[uid]["DTEND"].dt}
    assert {"2024-S1-planning-window", "2024-S1-planning-deadline"} == moved
    assert {(28445850, 28445850 + 24 * 60)} == {(first[uid]["SEQUENCE"], second[uid]["SEQUENCE"]) for uid in first}
    assert all(first[uid]["DTSTAMP"].dt < second[uid]["DTSTAMP"].dt for uid in first)


def test_a_newer_file_counts_as_newer_where_an_extension_was_taken_back() -> None:
    extended = by_uid(period_deadlines(S1, stamp=STAMP))["2024-S1-planning-deadline"]
    after = period_deadlines(S1, calendar=PeriodCalendar((SEMESTERS_2024,)), stamp=STAMP + timedelta(minutes=1))
    regular = by_uid(after)["2024-S1-planning-deadline"]
    assert (date(2024, 3, 31), date(2024, 1, 31)) == (extended["DTSTART"].dt, regular["DTSTART"].dt)
    assert 1 == regular["SEQUENCE"] - extended["SEQUENCE"]


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        (datetime(1, 1, 1, tzinfo=UTC), 0),
        (datetime(1970, 1, 1, 0, 0, 59, tzinfo=UTC), 0),
        (datetime(1970, 1, 1, 0, 1, tzinfo=UTC), 1),
        (datetime(2024, 2, 1, 8, 30, 59, 999_999, tzinfo=timezone(timedelta(hours=7))), 28_445_850),
        (datetime(6053, 1, 23, 2, 6, tzinfo=UTC), 2_147_483_646),
        (datetime(6053, 1, 23, 2, 7, tzinfo=UTC), 2_147_483_647),
        (datetime(6053, 1, 23, 2, 8, tzinfo=UTC), 2_147_483_647),
        (datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), 2_147_483_647),
    ],
)
def test_the_sequence_counts_minutes_as_far_as_a_file_can_hold_them(stamp: datetime, expected: int) -> None:
    assert {expected} == {event["SEQUENCE"] for event in events_of(period_deadlines(S1, stamp=stamp))}


def test_the_same_question_gives_the_same_bytes() -> None:
    assert period_deadlines(S1, stamp=STAMP).to_ical() == period_deadlines(S1, stamp=STAMP).to_ical()


def test_an_extension_that_ends_before_a_later_deadline_does_not_move_it() -> None:
    first = SEMESTERS_2024.patterns[0]
    rules = tuple(
        attrs.evolve(rule, on=YearDay(4, 30)) if rule.on == YearDay(1, 31) else rule for rule in first.deadlines
    )
    scheme = attrs.evolve(SEMESTERS_2024, patterns=(attrs.evolve(first, deadlines=rules), SEMESTERS_2024.patterns[1]))
    calendar = PeriodCalendar((scheme,), (PLANNING_2024_S1_EXTENDED,))
    event = by_uid(period_deadlines(S1, calendar=calendar, stamp=STAMP))["2024-S1-planning-deadline"]
    assert date(2024, 4, 30) == event["DTSTART"].dt
    assert "Diperpanjang" not in event["DESCRIPTION"]


def test_another_reading_gives_its_own_days_under_the_same_names() -> None:
    """One calendar shows one reading; the file of the other one replaces it."""
    other = PeriodCalendar((SEMESTERS_2024_TO_MAY,))
    seed, leaflet = (by_uid(period_deadlines(S1, calendar=each, stamp=STAMP)) for each in (CALENDAR, other))
    assert set(seed) == set(leaflet)
    assert date(2024, 5, 31) == leaflet["2024-S1-execution-deadline"]["DTSTART"].dt


def test_a_reader_by_other_people_accepts_it() -> None:
    read = VOBJECT.readOne(period_deadlines(S1, stamp=STAMP).to_ical().decode())
    assert read.validate(raiseException=True)
    assert [
        (event["DTSTART"].dt, event["DTEND"].dt, event["SUMMARY"], event["UID"], event["DESCRIPTION"])
        for event in events_of(period_deadlines(S1, stamp=STAMP))
    ] == [
        (event.dtstart.value, event.dtend.value, event.summary.value, event.uid.value, event.description.value)
        for event in read.vevent_list
    ]


def test_texts_of_others_are_escaped_and_read_back() -> None:
    reason = 'seven; eight, nine \\ "ten": ü 学 🌱\nand\tEND:VCALENDAR\x00'
    extension = attrs.evolve(PLANNING_2024_S1_EXTENDED, reason=reason)
    made = period_deadlines(S1, calendar=PeriodCalendar((SEMESTERS_2024,), (extension,)), stamp=STAMP)
    text = made.to_ical().decode()
    assert 1 == text.split("\r\n").count("END:VCALENDAR")
    line = 'seven; eight, nine \\ "ten": ü 学 🌱\nand END:VCALENDAR '
    assert line in by_uid(made)["2024-S1-planning-window"]["DESCRIPTION"]
    for event in VOBJECT.readOne(text).vevent_list:
        if event.uid.value.startswith("2024-S1-planning"):
            assert line in event.description.value
    again = icalendar.Calendar.from_ical(made.to_ical())
    assert isinstance(again, icalendar.Calendar)
    assert made.events == again.events


@pytest.mark.parametrize(
    ("question", "kind", "codes"),
    [
        (lambda: period_deadlines(S1, stamp=datetime(2024, 2, 1)), InvalidValueError, ("naive-datetime",)),  # noqa: DTZ001 -- it is refused
        (lambda: ANY(S1, stamp=date(2024, 2, 1)), WrongTypeError, ("wrong-type",)),
        (lambda: period_deadlines(S1, stamp=FIRST), InvalidValueError, ("out-of-range",)),
        (lambda: ANY("2024-S1", calendar=None, stamp=None, windows=1), WrongTypeError, ("wrong-type",)),
        (lambda: ANY(S1, stamp=STAMP, language="fr"), InvalidValueError, ("malformed",)),
        (lambda: period_deadlines(Period.parse("2023-S1"), stamp=STAMP), UnknownNameError, ("unknown-period",)),
    ],
)  # fmt: skip
def test_it_refuses(question: Any, kind: type[PmmError], codes: tuple[str, ...]) -> None:
    with pytest.raises(kind) as caught:
        question()
    assert codes == caught.value.codes


def test_the_day_after_the_last_of_all_days_is_none() -> None:
    scheme = attrs.evolve(SEMESTERS_2024, last_year=None)
    last = Extension(
        period=Period.parse("9998-S2"), phase=Phase.PLANNING, until=date.max, reason="x", source=scheme.source
    )
    with pytest.raises(InvalidValueError) as caught:
        period_deadlines(last.period, calendar=PeriodCalendar((scheme,), (last,)), stamp=STAMP)
    assert ("out-of-range",) == caught.value.codes


def test_a_deadline_rule_is_all_that_a_file_needs_of_a_source() -> None:
    first, second = SEMESTERS_2024.patterns
    bare = attrs.evolve(
        first, deadlines=(DeadlineRule(first.deadlines[0].kind, YearDay(1, 31), first.deadlines[0].source),)
    )
    calendar = PeriodCalendar((attrs.evolve(SEMESTERS_2024, patterns=(bare, second)),))
    assert 1 == len(events_of(period_deadlines(S1, calendar=calendar, stamp=STAMP, windows=False)))


def test_without_icalendar_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("icalendar", "pmm_core.ics._file"):
        monkeypatch.setitem(import_module("sys").modules, name, None)
    with pytest.raises(ModuleNotFoundError, match=r'pip install "pmm-core\[ics\]"') as caught:
        period_deadlines(S1, stamp=STAMP.astimezone(UTC))
    assert caught.value.name is not None
