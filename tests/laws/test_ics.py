"""The laws of calendar files: whatever is asked for, every reader can read it, and it says what the library says."""

from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from typing import Any

import icalendar
from hypothesis import example, given, settings, strategies as st

from pmm_core.calendar import CALENDAR, Period, PeriodCalendar
from pmm_core.cycle import Party, PerformanceCycle
from pmm_core.ics import cycle_deadlines, period_deadlines
from pmm_core.overview import outstanding
from pmm_core.people import Role
from pmm_core.ranking import Language
from pmm_core.testing import cycles, period_calendars

VOBJECT: Any = import_module("vobject")  # a reader by other people; it ships no types
STAMPS = st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001 -- bounds have no zone
SECONDS = STAMPS.map(lambda stamp: stamp.replace(microsecond=0))  # a file knows no less
PAIRS = st.lists(SECONDS, min_size=2, max_size=2, unique=True).map(sorted)
STAMP = datetime(2024, 3, 7, 1, tzinfo=UTC)
LANGUAGES: tuple[Language, ...] = ("id", "en")
S1 = Period.parse("2024-S1")
BEGUN = PerformanceCycle.open(employee=Party("G-17", Role.TEACHER), superior=Party("K-3", Role.HEAD), period=S1)
SMALL = settings(max_examples=12)


def faults(made: icalendar.Calendar) -> list[str]:
    """What RFC 5545 and the usual calendars would find fault with; written by hand from the standard."""
    raw = made.to_ical()
    found = [f"{len(line)} octets" for line in raw.split(b"\r\n") if len(line) > 75]
    found += ["bare line end"] * (raw.count(b"\n") - raw.count(b"\r\n"))
    lines = raw.decode().replace("\r\n ", "").split("\r\n")
    names = [line.partition(":")[0].partition(";")[0] for line in lines]
    found += [f"{name} of the file" for name in ("PRODID", "VERSION", "CALSCALE") if names.count(name) != 1]
    found += [f"{name} there" for name in ("METHOD", "VALARM", "VTODO", "BEGIN:VTIMEZONE") if name in names]
    if lines[0] != "BEGIN:VCALENDAR" or lines[-2:] != ["END:VCALENDAR", ""] or lines[1] != "VERSION:2.0":
        found.append("frame")
    shown = [line.translate({0x200C: None, 0x200D: None}) for line in lines]  # what joins letters controls nothing
    found += [f"control character in {name}" for name, line in zip(names, shown, strict=True) if not line.isprintable()]
    uids = list[str]()
    for event in raw.decode().replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]:
        inside = [line.partition(":")[0] for line in event.split("END:VEVENT")[0].split("\r\n")[:-1]]
        for name in ("UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "SEQUENCE", "TRANSP"):
            found += [] if inside.count(name) == 1 else [f"{name} of an event"]
        uids += [line for line in event.split("\r\n") if line.startswith("UID:")]
        stamp = next(line for line in event.split("\r\n") if line.startswith("DTSTAMP:"))
        found += [] if stamp.endswith("Z") else ["stamp without UTC"]
    return found if len(set(uids)) == len(uids) else [*found, "a UID twice"]


def events_of(made: icalendar.Calendar) -> list[Any]:
    """The events; icalendar tells the types of their properties apart when it runs only."""
    found: list[Any] = list(made.events)
    return found


def read_back(made: icalendar.Calendar) -> None:
    """Two readers, ours and that of other people, find the same."""
    assert [] == faults(made)
    again: Any = icalendar.Calendar.from_ical(made.to_ical())
    assert made.to_ical() == again.to_ical()
    assert made.events == again.events
    assert [] == [event.errors for event in again.events if event.errors]
    if made.events:
        other = VOBJECT.readOne(made.to_ical().decode())
        assert other.validate(raiseException=True)
        assert [event.uid.value for event in other.vevent_list] == [event["UID"] for event in again.events]
        assert all(event.dtstart.value < event.dtend.value for event in other.vevent_list)


def rank_of(event: Any) -> tuple[int, datetime]:
    """Which of two events of one UID counts, as RFC 5546 says: by SEQUENCE, and of the same by DTSTAMP."""
    number = int(event["SEQUENCE"])
    assert 0 <= number < 2**31
    return number, event["DTSTAMP"].dt


def older_after(one: icalendar.Calendar, other: icalendar.Calendar) -> list[str]:
    """The UIDs that a calendar would keep as they were in the first file although the second is newer."""
    before = {str(event["UID"]): rank_of(event) for event in events_of(one)}
    after = {str(event["UID"]): rank_of(event) for event in events_of(other)}
    return [uid for uid in before.keys() & after.keys() if before[uid] >= after[uid]]


class TestPeriods:
    """Any period of any calendar has a file that every reader reads, with the days that the calendar says."""

    @SMALL
    @given(st.data(), period_calendars(), STAMPS, st.sampled_from(LANGUAGES))
    def test_any_calendar(
        self, data: st.DataObject, calendar: PeriodCalendar, stamp: datetime, language: Language
    ) -> None:
        scheme = data.draw(st.sampled_from(calendar.schemes))
        period = data.draw(st.sampled_from(scheme.periods(scheme.first_year)))
        made = period_deadlines(period, calendar=calendar, stamp=stamp, language=language)
        read_back(made)
        days = {(opening.window.start, opening.window.end) for opening in calendar.phases(period)}
        days |= {(deadline.on, deadline.on) for deadline in calendar.deadlines(period)}
        assert days == {(event.start, date.fromordinal(event.end.toordinal() - 1)) for event in events_of(made)}

    @SMALL
    @given(st.data(), period_calendars(), PAIRS)
    def test_a_later_file_never_counts_as_older(
        self, data: st.DataObject, calendar: PeriodCalendar, stamps: list[datetime]
    ) -> None:
        """Not where an extension came, and not where it was taken back."""
        scheme = calendar.schemes[0]
        period = data.draw(st.sampled_from(scheme.periods(scheme.first_year)))
        both = [calendar, PeriodCalendar(calendar.schemes)]
        for calendars in (both, both[::-1]):
            one, other = (
                period_deadlines(period, calendar=each, stamp=at) for each, at in zip(calendars, stamps, strict=True)
            )
            assert {event["UID"] for event in events_of(one)} == {event["UID"] for event in events_of(other)}
            assert [] == older_after(one, other)

    def test_an_extension_that_is_taken_back_is_gone(self) -> None:
        """The two files that a reviewer found in the wrong order."""
        extended = period_deadlines(S1, stamp=STAMP)
        regular = period_deadlines(S1, calendar=PeriodCalendar(CALENDAR.schemes), stamp=STAMP + timedelta(seconds=1))
        assert [] == older_after(extended, regular)
        assert len(extended.events) == len(older_after(regular, extended))

    def test_the_check_would_notice(self) -> None:
        made = period_deadlines(S1, stamp=STAMP)
        events_of(made)[0].pop("UID")
        assert "UID of an event" in faults(made)
        twice = period_deadlines(S1, stamp=STAMP)
        twice.add_component(events_of(twice)[0])
        assert ["a UID twice"] == faults(twice)


class TestCycles:
    """Any cycle, at any time, has a file that every reader reads, that names nobody and counts what is left."""

    @SMALL
    @given(cycles(), st.dates(date(2023, 12, 1), date(2026, 6, 1)), st.sampled_from(LANGUAGES), st.text(max_size=90))
    @example(BEGUN, date(2024, 3, 7), "id", "a\r\nEND:VCALENDAR")
    @example(BEGUN, date(2024, 3, 7), "en", "\ud800;,\\:\u2028")
    @example(BEGUN, date(2024, 3, 7), "id", "\U0001f469\u200d\U0001f3eb" * 20)
    def test_any_cycle(self, cycle: PerformanceCycle, on: date, language: Language, label: str) -> None:
        made = cycle_deadlines(cycle, on=on, stamp=STAMP, language=language, key="k-1", label=label)
        read_back(made)
        plain = cycle_deadlines(cycle, on=on, stamp=STAMP, language="en")
        text = plain.to_ical().decode().replace("\r\n ", "")
        left = [step for step in outstanding([cycle], on=on) if step.deadline is not None]
        assert len(left) == text.count("\\n- ")
        assert len(plain.events) == len(made.events)

    @SMALL
    @given(cycles(), st.dates(date(2023, 12, 1), date(2026, 6, 1)), PAIRS)
    @example(BEGUN, date(2024, 3, 7), [STAMP, STAMP + timedelta(seconds=1)])
    def test_a_later_file_never_counts_as_older(
        self, cycle: PerformanceCycle, on: date, stamps: list[datetime]
    ) -> None:
        """Not where it has more events than the one before, and not where it has fewer."""
        for days in ((on, date.max), (date.max, on)):
            one, other = (cycle_deadlines(cycle, on=day, stamp=at) for day, at in zip(days, stamps, strict=True))
            assert [] == older_after(one, other)

    def test_the_calendar_of_the_cycle_is_what_counts(self) -> None:
        regular = PeriodCalendar(CALENDAR.schemes)
        frame = BEGUN.frame
        cycle = PerformanceCycle.open(employee=frame.employee, superior=frame.superior, period=S1, calendar=regular)
        first = events_of(cycle_deadlines(cycle, on=date(2024, 1, 7), stamp=STAMP))[0]
        assert date(2024, 1, 31) == first.start
