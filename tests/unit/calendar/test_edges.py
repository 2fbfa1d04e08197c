"""Edges of the calendar that mutation testing brought to light: what is printed, and how the reader starts."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from importlib.util import find_spec, module_from_spec
from typing import Any, cast

import attrs
import pytest
from placed import Placed

from pmm_core.calendar import (
    CALENDAR,
    SEMESTERS_2024,
    Period,
    PeriodCalendar,
    Phase,
    WeekendOnly,
    Window,
    YearDay,
    add_working_days,
    next_working_day,
    parse_date,
)
from pmm_core.errors import InvalidValueError, RefusedError, WrongTypeError

S1 = Period.parse("2024-S1")
PATTERN = SEMESTERS_2024.patterns[0]
SPAN = PATTERN.phases[0]
LATER = attrs.evolve(SPAN, first=YearDay(1, 1, 1), last=YearDay(1, 31, 1))
PERIOD = """\
<table class="pmm-period" lang="en">
<caption>period 2024-S1</caption>
<tbody>
<tr><th scope="row">year</th><td>2024</td></tr>
<tr><th scope="row">scheme</th><td>S</td></tr>
<tr><th scope="row">number in the year</th><td>1</td></tr>
</tbody></table>"""
TEXT = """\
2024-S1 · first semester

phase             from          to  days      how sure
planning    2024-01-01  2024-03-31    91     secondary
execution   2024-02-01  2024-06-30   151  seed article
assessment  2024-06-01  2024-06-30    30     secondary
planning extended from 2024-01-31: 7 % of the teachers had not filed a plan by 1 February

deadline                     on   how sure
end of planning      2024-03-31   official
end of execution     2024-06-30   official
periodic evaluation  2024-06-30  secondary"""
TABLES = """\
<table class="pmm-phases" lang="id">
<caption>2024-S1 · semester 1</caption>
<thead><tr><th scope="col">tahap</th><th scope="col">mulai</th><th scope="col">sampai</th><th scope="col">hari</th>\
<th scope="col">kepastian</th></tr></thead>
<tbody>
<tr><th scope="row">perencanaan</th><td>1 Januari 2024</td><td>31 Maret 2024</td><td>91</td><td>sumber kedua</td></tr>
<tr><th scope="row">pelaksanaan</th><td>1 Februari 2024</td><td>30 Juni 2024</td><td>151</td>\
<td>artikel sumber</td></tr>
<tr><th scope="row">penilaian</th><td>1 Juni 2024</td><td>30 Juni 2024</td><td>30</td><td>sumber kedua</td></tr>
</tbody></table>
<p lang="id">perencanaan diperpanjang dari 31 Januari 2024: 7 % of the teachers had not filed a plan by 1 February</p>
<table class="pmm-deadlines" lang="id">
<caption>2024-S1 · semester 1</caption>
<thead><tr><th scope="col">tenggat</th><th scope="col">pada</th><th scope="col">kepastian</th></tr></thead>
<tbody>
<tr><th scope="row">akhir perencanaan</th><td>31 Maret 2024</td><td>resmi</td></tr>
<tr><th scope="row">akhir pelaksanaan</th><td>30 Juni 2024</td><td>resmi</td></tr>
<tr><th scope="row">evaluasi periodik</th><td>30 Juni 2024</td><td>sumber kedua</td></tr>
</tbody></table>"""


def test_a_period_in_a_notebook_to_the_letter() -> None:
    assert PERIOD == S1._repr_html_()


def test_its_phases_and_deadlines_to_the_letter() -> None:
    assert TEXT == CALENDAR.text(S1)
    assert TABLES == CALENDAR.html(S1, language="id")
    assert CALENDAR.html(S1) == CALENDAR.html(S1, language="en")
    assert CALENDAR.text(S1, language="id").startswith("2024-S1 · semester 1\n\ntahap                  mulai ")


@pytest.mark.parametrize("show", [CALENDAR.text, CALENDAR.html])
def test_an_unknown_language_is_refused_with_those_there_are(show: Callable[..., str]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        show(S1, language="fr")
    assert "invalid text: language: must be one of en, id [malformed]" == str(caught.value)


@pytest.mark.parametrize(
    ("text", "first", "found"),
    [("3 2 2024", "day", date(2024, 2, 3)), ("2024 2 3", "year", date(2024, 2, 3))],
)
def test_the_readers_are_set_up_for_the_day_first_and_for_the_year_first(text: str, first: str, found: date) -> None:
    """They are made once, at import; so a module of its own is executed here."""
    spec = find_spec("pmm_core.calendar._reader")
    assert spec is not None
    assert spec.loader is not None
    reader: Any = module_from_spec(spec)
    spec.loader.exec_module(reader)
    assert (found, found) == reader.read(text, year=None, year_first=first == "year")


def test_a_time_of_the_day_is_no_date() -> None:
    from pmm_core.calendar._reader import read  # noqa: PLC0415 -- dateutil is loaded when the first date is read

    assert read("3 2 2024 10:30", year=None, year_first=False) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1 Januari 2024" + " " * 60, "must have at most 60 characters [malformed]"),
        ("32 Januari 2024", "must have a day from 1 to 31 [no-such-day]"),
    ],
)
def test_why_a_date_cannot_be_read_is_said(text: str, said: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_date(text)
    assert f"invalid date: text: {said}" == str(caught.value)


def test_the_longest_text_that_is_read_has_sixty_characters() -> None:
    assert date(2024, 1, 1) == parse_date("1 Januari 2024".ljust(60))


def test_an_extended_phase_says_so() -> None:
    assert str(CALENDAR.phases(S1)[0]).endswith(", extended")


def test_a_period_far_beyond_what_is_kept_worked_out_is_the_same() -> None:
    endless = PeriodCalendar((attrs.evolve(SEMESTERS_2024, last_year=None),))
    first, second = endless.periods(2060)
    assert ["2060-01-01..2060-06-30", "2060-07-01..2060-12-31"] == [str(endless.span(each)) for each in (first, second)]
    assert [(first, Phase.EXECUTION)] == [(each.period, each.phase) for each in endless.phases_on(date(2060, 2, 15))]
    assert second == endless.period_on(date(2060, 7, 1))


class OneDay:
    """A calendar of somebody who works on one day only."""

    def __init__(self, only: date) -> None:
        self.only = only

    def is_working_day(self, day: date) -> bool:
        return day == self.only


def test_a_working_day_is_sought_for_a_year_and_no_day_longer() -> None:
    start = date(2024, 1, 1)
    in_time, too_late = start + timedelta(366), start + timedelta(367)
    assert in_time == next_working_day(start, working=OneDay(in_time))
    with pytest.raises(RefusedError) as caught:
        next_working_day(start, working=OneDay(too_late))
    assert (
        "cannot find a working day: there is none within 366 days of 2024-01-01 [no-working-day] "
        "(possible: another WorkingCalendar)"
    ) == str(caught.value)


def test_what_is_wrong_with_working_days_is_said() -> None:
    with pytest.raises(InvalidValueError) as caught:
        add_working_days(date(9999, 12, 31), 1)
    assert "invalid working days: day: must not lead out of the years 1 to 9999 [out-of-range]" == str(caught.value)
    with pytest.raises(InvalidValueError) as caught:
        add_working_days(date(2024, 1, 1), 36601)
    assert "invalid working days: days: must be at most 36600 [too-large]" == str(caught.value)
    with pytest.raises(WrongTypeError) as caught:
        WeekendOnly(frozenset({6}))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert "invalid WeekendOnly: days_off: must be a frozenset of Weekday, not int [wrong-type]" == str(caught.value)


def test_days_off_of_several_wrong_kinds_are_told_in_one_order() -> None:
    for place, number in ((0, 1), (1, 0)):
        with pytest.raises(WrongTypeError) as caught:
            WeekendOnly(cast("Any", frozenset({Placed("Minggu", place), number})))
        assert ["Placed", "int"] == [problem.message.rpartition(" ")[2] for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("value", "changes", "said"),
    [
        (SPAN, {"sources": ()}, "invalid PhaseSpan: sources: must name at least one source [empty]"),
        (PATTERN, {"phases": ()}, "invalid PeriodPattern: phases: must hold at least one phase [empty]"),
        (
            PATTERN,
            {"phases": (SPAN, SPAN)},
            "invalid PeriodPattern: phases[1]: must not say the same thing twice [duplicate]",
        ),
        (SEMESTERS_2024, {"patterns": ()}, "invalid PeriodScheme: patterns: must hold at least one period [empty]"),
        (
            SEMESTERS_2024,
            {"patterns": (attrs.evolve(PATTERN, first=YearDay(1, 1, 1), last=YearDay(6, 30, 1), phases=(LATER,)),)},
            "invalid PeriodScheme: patterns[0]: must begin in the year itself, not in the year after [periods-untiled]",
        ),
    ],
)
def test_a_scheme_and_its_parts_say_what_is_wrong(value: Any, changes: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(value, **changes)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ((2024.0, "S", 1), "year: must be a whole number, not float; write it as an int [float-for-exact]"),
        ((2024, "S", 1.0), "ordinal: must be a whole number, not float; write it as an int [float-for-exact]"),
        ((2024, "S", True), "ordinal: must be a whole number, not bool [bool-for-int]"),
        ((2024, 5, 1), "mark: must be a text, not int [wrong-type]"),
    ],
)
def test_one_field_of_a_period_that_is_of_another_kind_is_enough(fields: tuple[Any, Any, Any], said: str) -> None:
    with pytest.raises(WrongTypeError) as caught:
        Period(*fields)
    assert f"invalid Period: {said}" == str(caught.value)


def test_a_pattern_whose_first_day_is_no_rule_says_only_that() -> None:
    first: Any = date(2024, 1, 1)
    with pytest.raises(WrongTypeError) as caught:
        attrs.evolve(PATTERN, first=first)
    assert "invalid PeriodPattern: first: must be a YearDay, not date [wrong-type]" == str(caught.value)


def test_the_last_day_of_a_window_is_no_moment() -> None:
    with pytest.raises(WrongTypeError) as caught:
        Window(date(2024, 1, 1), datetime(2024, 1, 2))  # noqa: DTZ001 -- it is refused
    assert "invalid Window: end: must be a date, not datetime; take its .date() [datetime-for-date]" == str(
        caught.value
    )


class Hari(date):
    """A day of a kind of one's own, such as tools that stop the clock make."""


def test_a_window_of_one_day_of_a_kind_of_ones_own() -> None:
    day = Hari(2024, 1, 1)
    assert 1 == Window(day, day).days
