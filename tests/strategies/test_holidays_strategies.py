"""Strategies for working days without holidays: only valid values, both readings, and the simplest first."""

from datetime import date

from hypothesis import find, given

from pmm_core.calendar import WeekendOnly
from pmm_core.holidays import JointLeave, NationalCalendar
from pmm_core.testing import national_calendars


@given(national_calendars())
def test_they_are_valid_and_answer(working: NationalCalendar) -> None:
    assert working == NationalCalendar(working.week, working.joint_leave)
    assert not working.is_working_day(date(2024, 3, 11))


def test_the_simplest_works_every_day_and_takes_joint_leave() -> None:
    assert NationalCalendar(WeekendOnly(frozenset())) == find(national_calendars(), lambda _: True)


def test_both_readings_are_reached() -> None:
    for reading in JointLeave:
        assert reading is find(national_calendars(), lambda working: working.joint_leave is reading).joint_leave  # noqa: B023 -- used at once
