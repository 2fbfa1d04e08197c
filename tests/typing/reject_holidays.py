"""What must not type-check with working days without holidays; a marker that is not needed is an error."""

from datetime import date

from pmm_core.holidays import DECREES, JointLeave, NationalCalendar

usual = NationalCalendar()

NationalCalendar({5, 6})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
NationalCalendar(joint_leave="worked")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
NationalCalendar(years=(2024,))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
usual.is_working_day("2024-03-07")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
usual.holidays_in(date(2024, 3, 7))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
usual.unconfirmed("2024")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
usual.joint_leave = JointLeave.WORKED  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
usual.years = ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
DECREES[2028] = ("1/2027",)  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
name: str = usual.holiday_on(date(2024, 3, 7))  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
