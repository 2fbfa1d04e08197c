"""What must not type-check with the calendar; a marker that is not needed is an error."""

from datetime import date

from pmm_core.calendar import (
    CALENDAR,
    SEMESTERS_2024,
    Extension,
    Period,
    PeriodCalendar,
    Phase,
    Window,
    add_working_days,
    parse_date,
)

day = date(2024, 3, 7)
period = Period.parse("2024-S1")

Window(day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Window("2024-02-01", "2024-06-30")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Window(day, day).start = day  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
Window(day, day).intersection(day)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Window(day, day).gap(Window(day, day)).days  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
CALENDAR.period_on("2024-03-07")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
CALENDAR.window("2024-S1", Phase.EXECUTION)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
CALENDAR.window(period, "execution")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
CALENDAR.is_open(period, Phase.EXECUTION, day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
CALENDAR.due(day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
CALENDAR.schemes = ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
PeriodCalendar([SEMESTERS_2024])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Extension(period, Phase.PLANNING, day, "late", SEMESTERS_2024.source)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Phase.REFLECTION  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
parse_date("24/11", 2022)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
add_working_days(day, 1, working=day)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
