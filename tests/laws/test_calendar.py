"""The laws of the calendar: windows against sets of days, periods against a slow calendar, months, and dates."""

import calendar as stdlib
import functools
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise

import attrs
import pytest
from hypothesis import assume, example, given, strategies as st

from pmm_core.calendar import (
    CALENDAR,
    FIVE_DAY_WEEK,
    PLANNING_2024_S1_EXTENDED,
    Extension,
    Period,
    PeriodCalendar,
    Phase,
    Weekday,
    WeekendOnly,
    Window,
    YearDay,
    add_months,
    add_working_days,
    format_date,
    months_in,
    next_working_day,
    parse_date,
    working_days,
)
from pmm_core.errors import PmmError, RefusedError, UnknownNameError
from pmm_core.testing._calendar import (
    date_spellings,
    extensions,
    period_calendars,
    periods,
    windows,
    working_weeks,
)

SMALL = Window(date(2024, 1, 1), date(2024, 4, 9))
small = windows(within=SMALL)
JANUARY = Window.parse("2024-01-01..2024-01-31")
FEBRUARY = Window.parse("2024-02-01..2024-02-29")
MARCH = Window.parse("2024-03-01..2024-03-31")
DAY = timedelta(1)
TOKENS = ("7", "07", "31", "2024", "24", " ", "/", "-", "Maret", "feb", "Kamis", "jum'at", "pagi", "at", "T", ":", ",")
near_days = st.dates(date(2018, 1, 1), date(2033, 12, 31))


def days_of(*windows: Window | None) -> frozenset[date]:
    """The oracle: a window is the set of its days."""
    return frozenset(
        window.start + timedelta(n)
        for window in windows
        if window is not None
        for n in range((window.end - window.start).days + 1)
    )


def unbroken(days: frozenset[date]) -> bool:
    return len(days) == (max(days) - min(days)).days + 1


class TestWindowAlgebra:
    """A window does what the set of its days does."""

    @given(small, st.dates(SMALL.start - DAY, SMALL.end + DAY))
    @example(JANUARY, date(2024, 1, 31))
    @example(JANUARY, date(2024, 2, 1))
    def test_membership(self, window: Window, day: date) -> None:
        assert (day in window) is (day in days_of(window))
        assert frozenset(window) == days_of(window)
        assert window.days == len(days_of(window)) == len(list(window))

    @given(small, small)
    @example(JANUARY, FEBRUARY)
    @example(JANUARY, MARCH)
    @example(JANUARY, JANUARY)
    def test_relations(self, one: Window, other: Window) -> None:
        ours, theirs = days_of(one), days_of(other)
        assert one.contains(other) is (ours >= theirs)
        assert one.overlaps(other) is bool(ours & theirs)
        assert one.is_before(other) is all(day < second for day in ours for second in theirs)
        assert one.is_after(other) is other.is_before(one)
        assert one.adjacent(other) is (not ours & theirs and unbroken(ours | theirs))
        assert one.adjacent(other) is other.adjacent(one)

    @given(small, small)
    @example(JANUARY, FEBRUARY)
    @example(JANUARY, MARCH)
    @example(Window.parse("2024-01-01..2024-03-31"), FEBRUARY)
    def test_operations(self, one: Window, other: Window) -> None:
        ours, theirs = days_of(one), days_of(other)
        assert days_of(one.intersection(other)) == ours & theirs
        assert days_of(*one.minus(other)) == ours - theirs
        assert days_of(one.gap(other)) == days_of(one.enclosure(other)) - ours - theirs
        assert (one.enclosure(other).start, one.enclosure(other).end) == (min(ours | theirs), max(ours | theirs))
        try:
            assert days_of(one.union(other)) == ours | theirs
        except RefusedError:
            assert not unbroken(ours | theirs)

    @given(small, small, small)
    @example(JANUARY, FEBRUARY, MARCH)
    def test_the_order_of_operands_does_not_matter(self, one: Window, other: Window, third: Window) -> None:
        assert one.intersection(other) == other.intersection(one)
        assert one.enclosure(other) == other.enclosure(one)
        assert one.gap(other) == other.gap(one)
        assert one.enclosure(other).enclosure(third) == one.enclosure(other.enclosure(third))
        assert one.enclosure(one) == one.union(one) == one.intersection(one) == one

    @given(windows())
    @example(Window(date.min, date.max))
    def test_the_text_reads_back(self, window: Window) -> None:
        assert Window.parse(str(window)) == window

    @given(windows())
    @example(JANUARY)
    def test_days_are_numbered(self, window: Window) -> None:
        assert [window.day_number(day) for day in window] == list(range(1, window.days + 1))


class TestPeriods:
    """Every day of a scheme lies in exactly one period; periods follow each other without end or gap."""

    def test_every_day_of_2024_to_2030_lies_in_exactly_one_period(self) -> None:
        known = [period for year in range(2024, 2031) for period in CALENDAR.periods(year)]
        day = date(2024, 1, 1)
        while day.year < 2031:
            holding = [period for period in known if day in CALENDAR.span(period)]
            assert holding == [CALENDAR.period_on(day)]
            day += DAY

    @given(periods())
    @example(Period(2024, "S", 2))
    def test_next_and_previous_are_inverse_and_adjacent(self, period: Period) -> None:
        following = CALENDAR.next(period)
        assert CALENDAR.previous(following) == period
        assert period < following
        assert CALENDAR.span(period).adjacent(CALENDAR.span(following))

    @given(periods())
    @example(Period(2025, "A", 1))
    def test_the_id_reads_back(self, period: Period) -> None:
        assert Period.parse(str(period)) == period
        assert Period.is_valid(str(period))

    @given(st.integers(1000, 9998), st.text("ABCXYZ", min_size=1, max_size=3), st.integers(1, 99))
    @example(9998, "ZZZ", 99)
    def test_every_id_reads_back(self, year: int, mark: str, ordinal: int) -> None:
        assert Period.parse(str(Period(year, mark, ordinal))) == Period(year, mark, ordinal)

    @given(period_calendars(), near_days)
    @example(CALENDAR, date(2023, 12, 31))
    @example(CALENDAR, date(2041, 7, 1))
    def test_a_slow_calendar_agrees(self, calendar: PeriodCalendar, day: date) -> None:
        """Look through all periods of all years instead of at the table."""
        known = [period for year in range(2010, 2050) for period in calendar.periods(year)]
        spans = {period: calendar.span(period) for period in known}
        holding = [period for period, span in spans.items() if span.start <= day <= span.end]
        openings = [each for period in known for each in calendar.phases(period) if day in each.window]
        assert len(holding) <= 1
        near = min(known, key=lambda period: (gap_to(day, spans[period]), period))
        assert calendar.nearest(day) == near
        if holding:
            assert [calendar.period_on(day)] == holding
        else:
            with pytest.raises(UnknownNameError) as caught:
                calendar.period_on(day)
            assert caught.value.suggestions == (str(near),)
        if holding or openings:
            assert list(calendar.phases_on(day)) == openings
        else:
            with pytest.raises(UnknownNameError):
                calendar.phases_on(day)

    @given(period_calendars())
    @example(CALENDAR)
    def test_periods_follow_each_other(self, calendar: PeriodCalendar) -> None:
        known = [period for year in range(2010, 2050) for period in calendar.periods(year)]
        assert known == sorted(known)
        for first, second in pairwise(known):
            assert calendar.next(first) == second
            assert calendar.previous(second) == first
            assert calendar.span(first).is_before(calendar.span(second))
            same = calendar.scheme_of(first) == calendar.scheme_of(second)
            assert calendar.span(first).adjacent(calendar.span(second)) or not same

    @given(period_calendars())
    @example(CALENDAR)
    def test_a_phase_is_inside_its_period_and_open_or_refused(self, calendar: PeriodCalendar) -> None:
        period = calendar.periods(calendar.schemes[0].first_year)[0]
        for found in calendar.phases(period):
            assert calendar.span(period).contains(found.regular)
            window = calendar.window(period, found.phase)
            for day in (window.start - DAY, window.start, window.end, window.end + DAY):
                closed = calendar.why_closed(period, found.phase, on=day)
                assert (closed is None) is (day in window) is calendar.is_open(period, found.phase, on=day)
            assert calendar.days_left(period, found.phase, on=window.start) == window.days - 1

    @given(period_calendars(), near_days, st.integers(0, 200))
    @example(CALENDAR, date(2024, 8, 15), 0)
    @example(CALENDAR, date(2026, 3, 1), 1)
    def test_what_is_possible_instead_is_not_over_and_the_next(
        self, calendar: PeriodCalendar, day: date, at: int
    ) -> None:
        """Look through all later periods, one by one, for the first window of the phase that is not over."""
        known = [period for year in range(2010, 2050) for period in calendar.periods(year)]
        opened = [each for period in known for each in calendar.phases(period) if day in each.window]
        period = known[at % len(known)]
        for found in calendar.phases(period):
            refusal = calendar.why_closed(period, found.phase, on=day)
            if refusal is None or refusal.code == "phase-not-open":
                assert day <= found.window.end
                continue
            later = [
                each
                for follower in known
                if period < follower
                for each in calendar.phases(follower)
                if each.phase is found.phase and day <= each.window.end
            ]
            named = [*opened, *(each for each in later[:1] if each not in opened)]
            assert [str(each) for each in named] == list(refusal.possible)
            assert all(day <= each.window.end for each in named)


def codes(call: Callable[[], object]) -> tuple[str, ...]:
    """The codes for which a call is refused."""
    with pytest.raises(PmmError) as caught:
        call()
    return caught.value.codes


def gap_to(day: date, span: Window) -> int:
    return min(abs((each - day).days) for each in (span.start, span.end)) if day not in span else 0


class TestExtensions:
    """An extension moves one end later and changes nothing else."""

    @given(extensions())
    @example(PLANNING_2024_S1_EXTENDED)
    def test_only_one_end_moves_and_only_later(self, extension: Extension) -> None:
        plain = PeriodCalendar(CALENDAR.schemes)
        longer = plain.extend(extension)
        for found in longer.phases(extension.period):
            before = plain.window(extension.period, found.phase)
            assert found.regular == before
            assert found.window.start == before.start
            moved = found.phase is extension.phase
            assert found.window.end == (extension.until if moved else before.end)
            assert (found.window.end > before.end) is moved
        before_by_kind = {each.kind: each.on for each in plain.deadlines(extension.period)}
        for deadline in longer.deadlines(extension.period):
            moved = deadline.kind.phase is extension.phase
            assert deadline.on == (extension.until if moved else before_by_kind[deadline.kind])
        following = plain.next(extension.period)
        assert plain.phases(following) == longer.phases(following)

    @given(extensions(), st.integers(0, 400))
    @example(PLANNING_2024_S1_EXTENDED, 0)
    @example(PLANNING_2024_S1_EXTENDED, 60)
    def test_one_that_does_not_end_later_is_refused(self, extension: Extension, earlier: int) -> None:
        plain = PeriodCalendar(CALENDAR.schemes)
        until = plain.window(extension.period, extension.phase).end - timedelta(earlier)
        assert codes(lambda: plain.extend(attrs.evolve(extension, until=until))) == ("not-later",)


class TestMonths:
    """Months are stepped from the anchor; a day that a month lacks is its last."""

    @given(st.dates(date(1000, 1, 1), date(9000, 12, 31)), st.integers(-1000, 1000))
    @example(date(2024, 1, 31), 1)
    @example(date(2024, 2, 29), -12)
    def test_a_naive_calendar_agrees(self, day: date, months: int) -> None:
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        last = stdlib.monthrange(year, month + 1)[1]
        assert add_months(day, months) == date(year, month + 1, min(day.day, last))

    @given(windows())
    @example(Window.parse("2024-02-01..2024-06-30"))
    @example(Window.parse("2023-12-31..2024-01-01"))
    def test_the_months_of_a_window_are_those_of_its_days(self, window: Window) -> None:
        assert list(months_in(window)) == sorted({day.replace(day=1) for day in window})

    @given(st.integers(1, 12), st.integers(1, 31), st.integers(0, 1), st.integers(1, 9998))
    @example(2, 29, 0, 2023)
    def test_a_day_of_a_rule(self, month: int, day: int, later: int, year: int) -> None:
        assume(day <= stdlib.monthrange(2024, month)[1])
        last = stdlib.monthrange(year + later, month)[1]
        assert YearDay(month, day, later).in_year(year) == date(year + later, month, min(day, last))


class TestDates:
    """What is written is read back; nothing is guessed; every other text is refused by our own errors."""

    @given(day=st.dates(), weekday=st.booleans())
    @example(day=date.min, weekday=True)
    @example(day=date.max, weekday=True)
    @example(day=date(2024, 2, 29), weekday=False)
    def test_what_is_written_is_read_back(self, day: date, *, weekday: bool) -> None:
        assert parse_date(format_date(day, weekday=weekday)) == day

    @given(date_spellings())
    @example(("Jum'at pagi (23/12/2022)", date(2022, 12, 23)))
    def test_every_form_is_read(self, pair: tuple[str, date]) -> None:
        text, day = pair
        assert parse_date(text) == parse_date(text, year=day.year) == day

    @given(st.dates())
    @example(date(2022, 11, 24))
    def test_a_given_year_completes_and_nothing_else_does(self, day: date) -> None:
        assert parse_date(f"{day.day}/{day.month}", year=day.year) == day
        assert parse_date(f"{Weekday.of(day).label_id} ({day.day}/{day.month})", year=day.year) == day
        for partial in (f"{day.day}/{day.month}", Weekday.of(day).label_id, f"{day.year:04}"):
            assert codes(functools.partial(parse_date, partial)) == ("partial-date",)

    @given(st.dates(), st.sampled_from(Weekday))
    @example(date(2024, 1, 11), Weekday.FRIDAY)
    def test_only_the_right_day_of_the_week_is_taken(self, day: date, weekday: Weekday) -> None:
        text = f"{weekday.label_id}, {format_date(day)}"
        if Weekday.of(day) is weekday:
            assert parse_date(text) == day
        else:
            assert codes(lambda: parse_date(text)) == ("weekday-mismatch",)

    @given(
        st.text()
        | st.from_regex(r"[A-Za-z0-9 ,./()':+-]{1,40}")
        | st.lists(st.sampled_from(TOKENS), max_size=7).map("".join),
        st.none() | st.integers(-1, 10_001),
    )
    @example("99999999999999999999/1/2024", None)
    @example("1e9999 Januari 2024", None)
    @example("nan", None)
    @example("1 2 Maret 2024 UTC", None)
    @example("\x00", 2024)
    @example("²/3/2024", None)
    def test_any_text_gives_a_day_that_it_names_or_our_error(self, text: str, year: int | None) -> None:
        day = None
        with suppress(PmmError):
            day = parse_date(text, year=year)
        if day is not None:
            digits = "".join(character for character in text if character.isdigit())
            assert str(day.day) in digits
            assert f"{day.year:04}" in digits or day.year == year
            assert unicodedata.normalize("NFKC", digits) == digits


class TestWorkingDays:
    """Working days are counted one by one."""

    @given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-40, 40), working_weeks())
    @example(date(2024, 3, 9), 0, FIVE_DAY_WEEK)
    def test_so_many_steps_pass_so_many_working_days(self, day: date, steps: int, week: WeekendOnly) -> None:
        found = add_working_days(day, steps, working=week)
        assert (found - day).days * steps >= 0
        passed = Window(min(day, found), max(day, found))
        count = len(working_days(passed, working=week)) - (1 if week.is_working_day(day) else 0)
        assert count == abs(steps)
        assert week.is_working_day(found) or not steps

    @given(near_days, working_weeks())
    @example(date(2024, 6, 30), FIVE_DAY_WEEK)
    def test_the_next_one_is_the_first_from_the_day_on(self, day: date, week: WeekendOnly) -> None:
        found = next_working_day(day, working=week)
        assert found >= day
        assert working_days(Window(day, found), working=week) == (found,)

    @given(windows(), working_weeks())
    @example(Window.parse("2024-02-01..2024-06-30"), FIVE_DAY_WEEK)
    def test_a_window_holds_its_working_days(self, window: Window, week: WeekendOnly) -> None:
        assert list(working_days(window, working=week)) == [day for day in window if week.is_working_day(day)]


def test_phases_are_three_and_in_order() -> None:
    assert [phase.value for phase in Phase] == ["planning", "execution", "assessment"]
