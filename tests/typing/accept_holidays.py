"""What users write with working days without holidays; checked, never run."""

from collections.abc import Mapping
from datetime import date
from typing import assert_type

from pmm_core.calendar import SIX_DAY_WEEK, Window, WorkingCalendar, add_working_days, working_days
from pmm_core.holidays import DECREES, JointLeave, NationalCalendar

usual = NationalCalendar()
private: WorkingCalendar = NationalCalendar(SIX_DAY_WEEK, joint_leave=JointLeave.WORKED)
window = Window.parse("2024-02-01..2024-06-30")

assert_type(usual.years, tuple[int, ...])
assert_type(usual.is_working_day(date(2024, 3, 7)), bool)
assert_type(usual.holiday_on(date(2024, 3, 7)), str | None)
assert_type(usual.holidays_in(window), tuple[tuple[date, str], ...])
assert_type(usual.unconfirmed(2027), tuple[date, ...])
assert_type(working_days(window, working=usual), tuple[date, ...])
assert_type(add_working_days(date(2024, 3, 7), 2, working=private), date)
assert_type(JointLeave.DAY_OFF.label_id, str)
decrees: Mapping[int, tuple[str, ...]] = DECREES
