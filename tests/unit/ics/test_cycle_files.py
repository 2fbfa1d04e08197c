"""The file of a cycle: what is left, and the observation; nobody is named."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from textwrap import dedent
from typing import Any, cast

import attrs
import icalendar
import pytest

from pmm_core.calendar import SEMESTERS_2024, PeriodCalendar
from pmm_core.cycle import PROCESS_2024, Appraised, ApprovalDays, PerformanceCycle, Policies, Process, Side
from pmm_core.errors import InvalidValueError, PmmError, WrongTypeError
from pmm_core.ics import cycle_deadlines

Make = Callable[..., PerformanceCycle]
ANY: Any = cast("Any", cycle_deadlines)
STAMP = datetime(2024, 3, 7, 1, tzinfo=UTC)
NAMED = {"key": "kelas-7", "label": "Bu Ani, kelas 7"}


def told(text: str) -> str:
    return dedent(text).strip("\n")


def events_of(made: icalendar.Calendar) -> list[Any]:
    """The events; icalendar tells the types of their properties apart when it runs only."""
    found: list[Any] = list(made.events)
    return found


def shown(made: icalendar.Calendar) -> list[tuple[str, str]]:
    return [(event["DTSTART"].dt.isoformat(), str(event["SUMMARY"])) for event in events_of(made)]


def entry(made: icalendar.Calendar, uid: str) -> Any:
    return next(event for event in events_of(made) if event["UID"] == f"{uid}@pmm-core")


def file_on(cycle: PerformanceCycle, day: date, **options: Any) -> icalendar.Calendar:
    return cycle_deadlines(cycle, on=day, stamp=STAMP, **options)


def test_a_cycle_that_has_begun(make: Make) -> None:
    made = file_on(make(4), date(2024, 2, 20))
    assert [
        ("2024-03-07", "Observasi Kinerja 2024-S1"),
        ("2024-03-31", "Selesai: perencanaan 2024-S1"),
        ("2024-06-30", "Tenggat pelaksanaan 2024-S1: tersisa 6 langkah"),
        ("2024-06-30", "Tenggat penilaian 2024-S1: tersisa 1 langkah"),
    ] == shown(made)


def test_what_is_left_is_told_with_whose_turn_it_is(make: Make) -> None:
    event = entry(file_on(make(10), date(2024, 6, 4), language="en"), "2024-S1-cycle-execution")
    assert "Deadline of execution of 2024-S1: 1 step left" == event["SUMMARY"]
    assert (
        told("""
        As of 2024-06-04
        - superior's final note (superior), next
        Source: Report on the visit of the MGMP Informatika SMP of Kabupaten Blitar to BBGP Jawa Timur (seed article)
        """).split("\n")
        == event["DESCRIPTION"].split("\n")[:3]
    )
    assert "PRIVATE" == event["CLASS"]


def test_whoever_of_two_sides_may_act_is_told(make: Make) -> None:
    by = (Side.SUPERIOR, Side.OFFICE)
    rows = tuple(attrs.evolve(row, by=by) if row.event is Appraised else row for row in PROCESS_2024.rows)
    process = Process(key="own", mark="S", rows=rows)
    event = entry(file_on(make(11, process=process), date(2024, 6, 21)), "2024-S1-cycle-assessment")
    assert "- penilaian kinerja (atasan atau dinas), berikutnya" in event["DESCRIPTION"].split("\n")


def test_what_is_past_is_late_and_what_is_done_stays_as_done(make: Make) -> None:
    made = file_on(make(0), date(2024, 4, 1), language="en")
    assert ("2024-03-31", "Late: planning of 2024-S1, 1 step left") == shown(made)[0]
    done = entry(file_on(make(1), date(2024, 4, 1), language="en"), "2024-S1-cycle-planning")
    assert "Done: planning of 2024-S1" == done["SUMMARY"]
    assert "Nothing is left to be done." in done["DESCRIPTION"]
    assert "Extended from 2024-01-31 to 2024-03-31" in done["DESCRIPTION"]


def test_several_late_steps_are_counted(make: Make) -> None:
    event = entry(file_on(make(6), date(2024, 7, 1)), "2024-S1-cycle-execution")
    assert "Terlambat: pelaksanaan 2024-S1, tersisa 5 langkah" == event["SUMMARY"]


def test_what_may_be_done_on_any_day_has_no_deadline(make: Make) -> None:
    last = entry(file_on(make(12), date(2024, 7, 1), language="en"), "2024-S1-cycle-assessment")
    assert "Done: assessment of 2024-S1" == last["SUMMARY"]


def test_under_another_reading_approval_ends_with_planning(make: Make) -> None:
    process: Process = PROCESS_2024.choosing(Policies(approval=ApprovalDays.PLANNING_ONLY))
    first = shown(file_on(make(0, process=process), date(2024, 2, 1)))[0]
    assert ("2024-03-31", "Tenggat perencanaan 2024-S1: tersisa 3 langkah") == first


@pytest.mark.parametrize(
    ("steps", "on", "expected"),
    [
        (3, date(2024, 2, 1), []),
        (4, date(2024, 2, 5), [("2024-03-07", "Observation of practice, 2024-S1")]),
        (5, date(2024, 3, 6), [("2024-03-12", "Observation of practice, 2024-S1")]),
        (6, date(2024, 3, 14), [("2024-03-14", "Observation of practice held, 2024-S1")]),
        (6, date(2024, 3, 13), [("2024-03-12", "Observation of practice, 2024-S1")]),
        (12, date(2024, 2, 1), []),
    ],
)
def test_the_observation_is_where_it_is_set_and_then_where_it_was(
    make: Make, steps: int, on: date, expected: list[tuple[str, str]]
) -> None:
    made = file_on(make(steps), on, language="en")
    assert expected == [row for row in shown(made) if "practice" in row[1]]


def test_a_newer_file_counts_as_newer_where_an_event_was_taken_back(make: Make) -> None:
    """The preparation was entered by mistake, and the store dropped it."""
    later = STAMP + timedelta(minutes=1)
    wrong = file_on(make(4), date(2024, 2, 20))
    right = cycle_deadlines(make(3), on=date(2024, 2, 20), stamp=later)
    assert ("2024-06-30", "Tenggat pelaksanaan 2024-S1: tersisa 6 langkah") in shown(wrong)
    assert ("2024-06-30", "Tenggat pelaksanaan 2024-S1: tersisa 7 langkah") in shown(right)
    uid = "2024-S1-cycle-execution"
    assert (28_496_220, 28_496_221) == (entry(wrong, uid)["SEQUENCE"], entry(right, uid)["SEQUENCE"])


def test_all_entries_of_a_file_are_equally_new(make: Make) -> None:
    regular = PeriodCalendar((SEMESTERS_2024,))
    for cycle in (make(1, calendar=regular), make(1), make(2), make(12)):
        assert {28_496_220} == {event["SEQUENCE"] for event in events_of(file_on(cycle, date(2024, 6, 30)))}


def test_nobody_is_in_the_file_unless_asked_for(make: Make) -> None:
    text = file_on(make(12), date(2024, 6, 30)).to_ical().decode()
    assert [] == [mark for mark in ("G-17", "K-3", "Ani", "rain") if mark in text]


def test_a_label_and_a_key_keep_two_cycles_apart(make: Make) -> None:
    plain, named = file_on(make(4), date(2024, 3, 1)), file_on(make(4), date(2024, 3, 1), **NAMED)
    assert not {event["UID"] for event in events_of(plain)} & {event["UID"] for event in events_of(named)}
    assert "Bu Ani, kelas 7: Pengelolaan Kinerja 2024-S1" == named["NAME"]
    assert all(event["SUMMARY"].startswith("Bu Ani, kelas 7: ") for event in events_of(named))
    assert "2024-S1-cycle-kelas-7-observation@pmm-core" == events_of(named)[0]["UID"]
    assert b"SUMMARY:Bu Ani\\, kelas 7: Observasi" in named.to_ical()
    assert b"NAME:Bu Ani\\, kelas 7: Pengelolaan" in named.to_ical()


def test_a_key_needs_no_label(make: Make) -> None:
    made = file_on(make(0), date(2024, 3, 1), key="kelas-7")
    assert "2024-S1-cycle-kelas-7-planning@pmm-core" == events_of(made)[0]["UID"]
    assert "Tenggat perencanaan 2024-S1: tersisa 1 langkah" == events_of(made)[0]["SUMMARY"]


def test_lines_are_folded_between_letters(make: Make) -> None:
    label = "Bu Añi 学校 🌱 " * 20
    made = file_on(make(4), date(2024, 3, 1), key="k", label=label)
    lines = made.to_ical().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert "".join(line.decode() for line in lines)  # each line is whole characters
    again = icalendar.Calendar.from_ical(made.to_ical())
    assert isinstance(again, icalendar.Calendar)
    assert all(str(event["SUMMARY"]).startswith(label) for event in events_of(again))


def test_a_process_that_knows_no_window_makes_no_entry(make: Make) -> None:
    """A row of anybody's own table may hold on any day."""
    rows = tuple(attrs.evolve(row, within=()) for row in PROCESS_2024.rows)
    process = Process(key="own", mark="S", rows=rows)
    assert [] == shown(file_on(make(0, process=process), date(2024, 2, 1)))


def test_a_process_may_lack_an_event(make: Make) -> None:
    rows = tuple(row for row in PROCESS_2024.rows if row.event is not Appraised)
    process = Process(key="own", mark="S", rows=rows)
    assert "Selesai: pelaksanaan 2024-S1" == shown(file_on(make(11, process=process), date(2024, 6, 12)))[-1][1]


EVERY = ("empty", "malformed", "naive-datetime")


class NoTime(datetime):
    """A datetime that is none, as the missing time of pandas."""

    def utcoffset(self) -> timedelta:
        raise ValueError


def test_letters_that_are_joined_stay_together(make: Make) -> None:
    made = cycle_deadlines(make(0), on=date(2024, 3, 7), stamp=STAMP, key="k", label="\U0001f469\u200d\U0001f3eb\u202e")
    assert str(events_of(made)[0]["SUMMARY"]).startswith("\U0001f469\u200d\U0001f3eb : ")


@pytest.mark.parametrize(
    ("options", "kind", "codes"),
    [
        ({"stamp": STAMP.replace(tzinfo=None)}, InvalidValueError, ("naive-datetime",)),
        ({"on": STAMP}, WrongTypeError, ("datetime-for-date",)),
        ({"label": "Bu Ani"}, InvalidValueError, ("empty",)),
        ({"label": None, "key": None}, WrongTypeError, ("wrong-type",)),
        ({"key": "kelas 7"}, InvalidValueError, ("malformed",)),
        ({"key": "199001012022212001"}, InvalidValueError, ("personal-id",)),
        ({"language": "jv"}, InvalidValueError, ("malformed",)),
        ({"language": ["id"], "label": "Bu Ani", "stamp": STAMP.replace(tzinfo=None)}, InvalidValueError, EVERY),
        ({"stamp": NoTime(2024, 3, 7, tzinfo=UTC)}, WrongTypeError, ("wrong-type",)),
        ({"stamp": STAMP.replace(tzinfo=cast("Any", tzinfo)())}, WrongTypeError, ("wrong-type",)),
    ],
)
def test_it_refuses(make: Make, options: dict[str, Any], kind: type[PmmError], codes: tuple[str, ...]) -> None:
    with pytest.raises(kind) as caught:
        ANY(make(0), **{"on": date(2024, 3, 7), "stamp": STAMP, **options})
    assert codes == caught.value.codes
    assert "199001012022212001" not in str(caught.value)


def test_only_a_cycle_has_such_a_file() -> None:
    with pytest.raises(WrongTypeError):
        ANY("2024-S1", on=date(2024, 3, 7), stamp=STAMP)
