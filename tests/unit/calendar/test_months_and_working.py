"""Months from an anchor, months of a window, and working days."""

from datetime import date, datetime
from itertools import count
from typing import Any, cast

import pytest

from pmm_core.calendar import (
    FIVE_DAY_WEEK,
    SIX_DAY_WEEK,
    Weekday,
    WeekendOnly,
    Window,
    WorkingCalendar,
    add_months,
    add_working_days,
    months_in,
    next_working_day,
    working_days,
)
from pmm_core.errors import InvalidValueError, RefusedError, WrongTypeError

THURSDAY, FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2024, 3, day) for day in (7, 8, 9, 10, 11))


class Never:
    def is_working_day(self, day: date) -> bool:
        return day < date.min


class Holidays:
    """A caller's own calendar: a five-day week with Nyepi of 2024 off."""

    def is_working_day(self, day: date) -> bool:
        return FIVE_DAY_WEEK.is_working_day(day) and day != MONDAY


class TestAddMonths:
    def test_the_anchor_is_kept(self) -> None:
        day = date(2024, 1, 31)
        assert [add_months(day, months).day for months in range(5)] == [31, 29, 31, 30, 31]
        assert add_months(add_months(day, 1), 1) == date(2024, 3, 29)  # which is why steps are never chained

    def test_back_and_over_years(self) -> None:
        assert add_months(date(2024, 3, 31), -13) == date(2023, 2, 28)

    @pytest.mark.parametrize(("day", "months"), [(date.max, 1), (date.min, -1), (date(2024, 1, 1), 119_976)])
    def test_out_of_the_calendar(self, day: date, months: int) -> None:
        with pytest.raises(InvalidValueError) as caught:
            add_months(day, months)
        assert caught.value.codes == ("out-of-range",)

    @pytest.mark.parametrize(
        ("given", "codes"),
        [
            ((datetime(2024, 1, 1), 1), ("datetime-for-date",)),  # noqa: DTZ001 -- it is refused
            ((date(2024, 1, 1), True), ("bool-for-int",)),
            (("2024-01-01", 1.5), ("wrong-type", "float-for-exact")),
            ((date(2024, 1, 1), 10**9), ("too-large",)),
            ((date(2024, 1, 1), -(10**9)), ("too-small",)),
        ],
    )
    def test_it_refuses(self, given: tuple[Any, Any], codes: tuple[str, ...]) -> None:
        with pytest.raises(InvalidValueError) as caught:
            add_months(*given)
        assert caught.value.codes == codes


class TestMonthsIn:
    def test_every_month_with_a_day_counts(self) -> None:
        found = months_in(Window.parse("2023-12-31..2024-02-01"))
        assert found == (date(2023, 12, 1), date(2024, 1, 1), date(2024, 2, 1))
        assert months_in(Window(date.max, date.max)) == (date(9999, 12, 1),)

    def test_only_a_window_has_months(self) -> None:
        with pytest.raises(WrongTypeError):
            months_in(cast("Any", THURSDAY))


class TestWorkingDays:
    def test_the_two_weeks(self) -> None:
        week = Window(MONDAY, date(2024, 3, 17))
        assert len(working_days(week)) == 5
        assert len(working_days(week, working=SIX_DAY_WEEK)) == 6
        assert working_days(Window(SATURDAY, SUNDAY)) == ()

    def test_a_callers_own_calendar(self) -> None:
        own: WorkingCalendar = Holidays()
        assert add_working_days(FRIDAY, 1, working=own) == date(2024, 3, 12)
        assert next_working_day(SATURDAY, working=own) == date(2024, 3, 12)

    def test_next_is_the_day_itself_where_it_works(self) -> None:
        assert [next_working_day(day) for day in (FRIDAY, SATURDAY, SUNDAY, MONDAY)] == [FRIDAY, *[MONDAY] * 3]

    def test_steps(self) -> None:
        assert [add_working_days(THURSDAY, n) for n in (-1, 0, 1, 2)] == [date(2024, 3, 6), THURSDAY, FRIDAY, MONDAY]
        assert add_working_days(SUNDAY, 0) == SUNDAY
        assert add_working_days(SUNDAY, -1) == FRIDAY
        assert add_working_days(SUNDAY, -1, working=SIX_DAY_WEEK) == SATURDAY

    def test_nobody_works(self) -> None:
        with pytest.raises(RefusedError) as stepping:
            add_working_days(THURSDAY, 1, working=Never())
        with pytest.raises(RefusedError) as seeking:
            next_working_day(THURSDAY, working=Never())
        assert stepping.value.codes == seeking.value.codes == ("no-working-day",)

    def test_the_calendar_ends(self) -> None:
        for day, step in ((date.max, 1), (date.min, -1)):
            with pytest.raises(InvalidValueError) as caught:
                add_working_days(day, step)
            assert caught.value.codes == ("out-of-range",)

    @pytest.mark.parametrize(
        "question",
        [
            lambda: working_days(cast("Any", THURSDAY)),
            lambda: working_days(Window(MONDAY, MONDAY), working=cast("Any", {5, 6})),
            lambda: next_working_day(cast("Any", "2024-03-07")),
            lambda: add_working_days(datetime(2024, 3, 7), 1),  # noqa: DTZ001 -- it is refused
            lambda: add_working_days(THURSDAY, True),
            lambda: add_working_days(THURSDAY, 1, working=cast("Any", None)),
            lambda: FIVE_DAY_WEEK.is_working_day(cast("Any", "2024-03-07")),
            lambda: WeekendOnly(cast("Any", {Weekday.SUNDAY})),
            lambda: WeekendOnly(frozenset({cast("Any", 6)})),
        ],
        ids=map(str, count()),
    )
    def test_what_is_of_the_wrong_kind(self, question: Any) -> None:
        with pytest.raises(WrongTypeError):
            question()

    @pytest.mark.parametrize(("days", "code"), [(10**6, "too-large"), (-(10**6), "too-small")])
    def test_too_many_days(self, days: int, code: str) -> None:
        with pytest.raises(InvalidValueError) as caught:
            add_working_days(THURSDAY, days)
        assert caught.value.codes == (code,)

    def test_a_week_without_work_is_refused(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            WeekendOnly(frozenset(Weekday))
        assert caught.value.codes == ("no-working-day",)
