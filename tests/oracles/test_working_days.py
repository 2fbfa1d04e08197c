"""Working days against NumPy's business days, with the holidays asked of the holidays package itself."""

from datetime import date, timedelta
from importlib import import_module
from typing import Any, Final

import pytest
from hypothesis import example, given, strategies as st

from pmm_core.calendar import (
    FIVE_DAY_WEEK,
    SIX_DAY_WEEK,
    WeekendOnly,
    Window,
    add_working_days,
    next_working_day,
    working_days,
)
from pmm_core.holidays import DECREES, JointLeave, NationalCalendar

np: Any = import_module("numpy")
holidays: Any = import_module("holidays")

FIRST, LAST = date(min(DECREES), 1, 1), date(max(DECREES), 12, 31)
EVERY_DAY: Final = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
MASKS: Final = {FIVE_DAY_WEEK: "1111100", SIX_DAY_WEEK: "1111110"}
CATEGORIES: Final = {JointLeave.DAY_OFF: ("public", "government"), JointLeave.WORKED: ("public",)}
WEEKS: Final = st.sampled_from(list(MASKS))
READINGS: Final = st.sampled_from(JointLeave)
DAYS: Final = st.dates(FIRST + timedelta(days=60), LAST - timedelta(days=60))
NYEPI: Final = date(2024, 3, 11)


def listed(reading: JointLeave) -> list[date]:
    found = holidays.country_holidays("ID", years=list(DECREES), categories=CATEGORIES[reading], expand=False)
    return sorted(found)


OFF: Final = {reading: listed(reading) for reading in JointLeave}
BUSINESS: Final = {
    (week, reading): np.busdaycalendar(weekmask=mask, holidays=OFF[reading])
    for week, mask in MASKS.items()
    for reading in JointLeave
}


def as_date(day: Any) -> date:
    found: date = day.astype("datetime64[D]").item()
    return found


@pytest.mark.parametrize("reading", JointLeave)
@pytest.mark.parametrize("week", MASKS, ids=["five days", "six days"])
def test_every_day_of_every_year_with_a_decree(week: WeekendOnly, reading: JointLeave) -> None:
    working = NationalCalendar(week, reading)
    expected = np.is_busday(np.array(EVERY_DAY, dtype="datetime64[D]"), busdaycal=BUSINESS[week, reading]).tolist()
    assert expected == [working.is_working_day(day) for day in EVERY_DAY]
    assert OFF[reading] == [day for day, _ in working.holidays_in(Window(FIRST, LAST))]


class TestSteps:
    """Counting and stepping over weekends, holidays and joint leave is NumPy's counting and stepping."""

    @given(WEEKS, READINGS, DAYS, st.integers(0, 60))
    @example(FIVE_DAY_WEEK, JointLeave.DAY_OFF, NYEPI, 0)
    @example(SIX_DAY_WEEK, JointLeave.WORKED, date(2024, 2, 1), 30)
    def test_windows(self, week: WeekendOnly, reading: JointLeave, start: date, more: int) -> None:
        window = Window(start, start + timedelta(days=more))
        after = window.end + timedelta(days=1)
        expected = np.busday_count(start, after, busdaycal=BUSINESS[week, reading]).item()
        assert expected == len(working_days(window, working=NationalCalendar(week, reading)))

    @given(WEEKS, READINGS, DAYS, st.integers(-20, 20))
    @example(FIVE_DAY_WEEK, JointLeave.DAY_OFF, date(2024, 4, 5), 1)
    @example(FIVE_DAY_WEEK, JointLeave.DAY_OFF, NYEPI, 0)
    @example(SIX_DAY_WEEK, JointLeave.WORKED, NYEPI, -1)
    def test_steps(self, week: WeekendOnly, reading: JointLeave, start: date, steps: int) -> None:
        """The day itself is not counted: where nobody works on it, NumPy has to begin on the other side of it."""
        working, business = NationalCalendar(week, reading), BUSINESS[week, reading]
        other_side = "backward" if steps > 0 else "forward"
        expected = start
        if steps:
            expected = as_date(np.busday_offset(start, steps, roll=other_side, busdaycal=business))
        assert expected == add_working_days(start, steps, working=working)
        first = as_date(np.busday_offset(start, 0, roll="forward", busdaycal=business))
        assert first == next_working_day(start, working=working)

    @given(st.dates(date(2, 1, 1), date(9998, 1, 1)), WEEKS, st.integers(-40, 40))
    @example(date(1900, 2, 28), SIX_DAY_WEEK, 1)
    @example(date(2024, 2, 29), FIVE_DAY_WEEK, -1)
    def test_without_holidays_in_any_year(self, start: date, week: WeekendOnly, steps: int) -> None:
        other_side = "backward" if steps > 0 else "forward"
        found = add_working_days(start, steps, working=week)
        if steps:
            assert as_date(np.busday_offset(start, steps, roll=other_side, weekmask=MASKS[week])) == found
        window = Window(min(start, found), max(start, found))
        after = window.end + timedelta(days=1)
        expected = np.busday_count(window.start, after, weekmask=MASKS[week]).item()
        assert expected == len(working_days(window, working=week))
