"""The laws of working days without holidays."""

from datetime import date, timedelta

import attrs
from hypothesis import example, given, strategies as st

from pmm_core.calendar import Window, add_working_days, working_days
from pmm_core.holidays import DECREES, JointLeave, NationalCalendar
from pmm_core.testing import national_calendars

FIRST, LAST = date(min(DECREES), 1, 1), date(max(DECREES), 12, 31)
DAYS = st.dates(min_value=FIRST, max_value=LAST)
NYEPI = date(2024, 3, 11)


class TestDays:
    """A day is worked on where the week has it and nothing makes it a day off."""

    @given(national_calendars(), DAYS)
    @example(NationalCalendar(), NYEPI)
    @example(NationalCalendar(), NYEPI + timedelta(days=1))
    def test_by_definition(self, working: NationalCalendar, day: date) -> None:
        expected = working.week.is_working_day(day) and working.holiday_on(day) is None
        assert expected is working.is_working_day(day)

    @given(national_calendars(), DAYS)
    @example(NationalCalendar(), NYEPI + timedelta(days=1))
    def test_whoever_works_on_joint_leave_works_more(self, working: NationalCalendar, day: date) -> None:
        off, worked = (attrs.evolve(working, joint_leave=reading) for reading in JointLeave)
        assert worked.is_working_day(day) >= off.is_working_day(day)
        assert off.holiday_on(day) is not None or worked.holiday_on(day) is None


class TestWindows:
    """What a window lists is what its days say one by one."""

    @given(national_calendars(), DAYS, st.integers(0, 60))
    @example(NationalCalendar(), date(2024, 12, 25), 7)
    def test_listed_and_asked(self, working: NationalCalendar, start: date, days: int) -> None:
        window = Window(start, min(LAST, start + timedelta(days=days)))
        asked = [(day, working.holiday_on(day)) for day in window]
        assert [pair for pair in asked if pair[1] is not None] == list(working.holidays_in(window))
        off = {day for day, _ in working.holidays_in(window)}
        expected = tuple(day for day in working_days(window, working=working.week) if day not in off)
        assert expected == working_days(window, working=working)

    @given(st.sampled_from(JointLeave), st.dates(FIRST, date(max(DECREES), 11, 1)), st.integers(1, 15))
    @example(JointLeave.DAY_OFF, date(2024, 4, 5), 1)
    def test_steps_there_and_back(self, reading: JointLeave, start: date, steps: int) -> None:
        working = NationalCalendar(joint_leave=reading)
        there = add_working_days(start, steps, working=working)
        assert steps == len(working_days(Window(start + timedelta(days=1), there), working=working))
