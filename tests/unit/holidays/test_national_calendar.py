"""Working days without holidays: days that decrees fixed, both readings, and years that have no decree."""

import copy
import pickle
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from holidays.countries.indonesia import Indonesia

from pmm_core import holidays
from pmm_core.calendar import (
    CALENDAR,
    FIVE_DAY_WEEK,
    SIX_DAY_WEEK,
    Period,
    Phase,
    Window,
    WorkingCalendar,
    add_working_days,
    next_working_day,
    working_days,
)
from pmm_core.errors import InvalidValueError, PmmError, RefusedError, WrongTypeError
from pmm_core.holidays import DECREES, JointLeave, NationalCalendar, _days

ANY: Any = cast("Any", holidays)
USUAL, WORKED = NationalCalendar(), NationalCalendar(joint_leave=JointLeave.WORKED)


def test_it_is_a_working_calendar() -> None:
    assert isinstance(USUAL, WorkingCalendar)


def test_every_year_of_the_table_is_answered() -> None:
    assert tuple(DECREES) == USUAL.years == tuple(range(2022, 2028))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        # moved from 9 July by the second amendment for 2022, decree 678/2022 of 7 July 2022
        (date(2022, 7, 10), "Hari Raya Idul Adha"),
        # elections, which are days off because the package has them
        (date(2024, 2, 14), "Hari Pemilihan Umum"),
        (date(2024, 11, 27), "Hari Pemilihan Kepala Daerah"),
        (date(2024, 3, 11), "Hari Suci Nyepi"),
        # added by decree 933/2025 of 7 August 2025, eleven days before
        (date(2025, 8, 18), "Cuti Bersama Hari Kemerdekaan Republik Indonesia"),
        # decree 1497/2025
        (date(2026, 12, 24), "Cuti Bersama Hari Raya Natal"),
        # decree 1205/2026
        (date(2027, 3, 9), "Cuti Bersama Hari Raya Idul Fitri"),
        (date(2027, 3, 10), "Hari Raya Idul Fitri (perkiraan)"),
        # the day before the amendment moved it, an ordinary day, and a Sunday
        (date(2022, 7, 9), None),
        (date(2024, 3, 7), None),
        (date(2024, 3, 10), None),
    ],
)
def test_days_that_decrees_fixed(day: date, name: str | None) -> None:
    assert name == USUAL.holiday_on(day)


@pytest.mark.parametrize(
    ("year", "national", "joint"),
    [(2022, 16, 4), (2023, 16, 11), (2024, 19, 10), (2025, 17, 11), (2026, 17, 8), (2027, 18, 8)],
)
def test_as_many_days_as_the_decrees_name(year: int, national: int, joint: int) -> None:
    """The elections of 2024 come on top of the seventeen of its decree."""
    window = Window(date(year, 1, 1), date(year, 12, 31))
    assert (national, national + joint) == (len(WORKED.holidays_in(window)), len(USUAL.holidays_in(window)))


def test_joint_leave_is_off_or_worked() -> None:
    day = date(2024, 3, 12)  # the day after Nyepi
    assert (False, True) == (USUAL.is_working_day(day), WORKED.is_working_day(day))
    assert ("Cuti Bersama Hari Suci Nyepi", None) == (USUAL.holiday_on(day), WORKED.holiday_on(day))


def test_the_week_is_the_callers() -> None:
    six, saturday = NationalCalendar(SIX_DAY_WEEK), date(2024, 3, 9)
    assert (False, True) == (USUAL.is_working_day(saturday), six.is_working_day(saturday))
    assert not six.is_working_day(date(2024, 2, 10))  # the lunar new year, a Saturday


def test_the_working_days_of_execution() -> None:
    """Of 13 holidays and 9 days of joint leave in 151 days, three holidays lie on a weekend."""
    window = CALENDAR.window(Period.parse("2024-S1"), Phase.EXECUTION)
    weekends = [day for day, _ in USUAL.holidays_in(window) if not FIVE_DAY_WEEK.is_working_day(day)]
    assert [date(2024, 2, 10), date(2024, 3, 31), date(2024, 6, 1)] == weekends
    assert (107, 107 - 10 - 9, 107 - 10) == tuple(
        len(working_days(window, working=working)) for working in (FIVE_DAY_WEEK, USUAL, WORKED)
    )


def test_steps_go_over_the_longest_leave_of_the_year() -> None:
    assert date(2024, 4, 16) == add_working_days(date(2024, 4, 5), 1, working=USUAL)
    assert date(2024, 4, 16) == next_working_day(date(2024, 4, 6), working=USUAL)


def test_holidays_of_a_window_are_listed_in_order_and_with_both_ends() -> None:
    window = Window(date(2024, 3, 11), date(2024, 3, 12))
    nyepi, leave = (date(2024, 3, 11), "Hari Suci Nyepi"), (date(2024, 3, 12), "Cuti Bersama Hari Suci Nyepi")
    assert (nyepi, leave) == USUAL.holidays_in(window)
    assert (nyepi,) == WORKED.holidays_in(window)
    assert () == USUAL.holidays_in(Window(date(2024, 3, 13), date(2024, 3, 28)))


def test_a_window_over_new_year_needs_both_decrees() -> None:
    found = USUAL.holidays_in(Window(date(2025, 12, 25), date(2026, 1, 1)))
    assert [date(2025, 12, 25), date(2025, 12, 26), date(2026, 1, 1)] == [day for day, _ in found]


def test_what_the_ministry_has_not_confirmed_is_told() -> None:
    assert (date(2027, 3, 10), date(2027, 3, 11), date(2027, 5, 17)) == USUAL.unconfirmed(2027)
    assert [()] * 5 == [USUAL.unconfirmed(year) for year in range(2022, 2027)]


@pytest.mark.parametrize(
    "question",
    [
        lambda: USUAL.is_working_day(date(2028, 1, 1)),
        lambda: USUAL.is_working_day(date(2028, 1, 2)),  # a Sunday
        lambda: USUAL.holiday_on(date(2021, 12, 31)),
        lambda: USUAL.holidays_in(Window(date(2021, 12, 31), date(2022, 1, 1))),
        lambda: USUAL.holidays_in(Window(date(2027, 12, 31), date(2028, 1, 1))),
        lambda: USUAL.unconfirmed(2028),
        lambda: add_working_days(date(2027, 12, 31), 1, working=USUAL),
        lambda: working_days(Window(date(2027, 12, 31), date(2028, 1, 1)), working=USUAL),
    ],
    ids=["a day", "a Sunday", "the day before", "a start", "an end", "a year", "a step", "a count"],
)
def test_a_year_without_a_decree_is_refused_and_never_guessed(question: Any) -> None:
    with pytest.raises(RefusedError) as caught:
        question()
    (refusal,) = caught.value.refusals
    assert ("no-decree", ("2022", "2023", "2024", "2025", "2026", "2027")) == (refusal.code, refusal.possible)


@pytest.mark.parametrize(
    ("start", "end", "named"),
    [
        (2021, 2022, "2021"),
        (2027, 2028, "2028"),
        (2021, 2028, "2021 and 2028"),
        (2020, 2030, "2020 to 2021 and 2028 to 2030"),
        (2028, 9999, "2028 to 9999"),
    ],
)
def test_the_refusal_names_every_year_that_is_missing(start: int, end: int, named: str) -> None:
    with pytest.raises(RefusedError, match=f"holidays of {named} is known"):
        USUAL.holidays_in(Window(date(start, 6, 1), date(end, 6, 1)))


def test_a_package_that_is_too_old_for_a_decree_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its joint leave, the Islamic days of a year are worked out and nobody has fixed them."""
    found = _days.known()
    joint = {day: name for day, name in found.joint.items() if day.year < 2027}

    def listed(category: str) -> dict[date, str]:
        return joint if category == "government" else dict(found.national)

    monkeypatch.setattr(_days, "_listed", listed)
    _days.known.cache_clear()
    try:
        assert (2022, 2023, 2024, 2025, 2026) == USUAL.years
        with pytest.raises(RefusedError, match="2027") as caught:
            USUAL.is_working_day(date(2027, 3, 9))
        assert ("2022", "2023", "2024", "2025", "2026") == caught.value.refusals[0].possible
    finally:
        monkeypatch.undo()
        _days.known.cache_clear()
    assert 2027 in USUAL.years


def test_the_package_still_guesses_where_we_refuse() -> None:
    """The reason for the refusal: no error, no joint leave, and days that it says are estimated."""
    after = Indonesia(years=2028, categories=("public", "government"), language="id")
    assert [] == [name for name in after.values() if name.startswith("Cuti Bersama")]
    assert any(name.endswith("(perkiraan)") for name in after.values())


def test_the_language_of_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en_US")
    _days.known.cache_clear()
    assert "Hari Suci Nyepi" == USUAL.holiday_on(date(2024, 3, 11))


@pytest.mark.parametrize("working", [USUAL, WORKED, NationalCalendar(SIX_DAY_WEEK)])
def test_it_survives_copying(working: NationalCalendar) -> None:
    assert working == pickle.loads(pickle.dumps(working)) == copy.copy(working) == copy.deepcopy(working)  # noqa: S301 -- our own bytes
    assert working == attrs.evolve(working)
    assert hash(working) == hash(attrs.evolve(working))


@pytest.mark.parametrize(
    ("question", "kind", "codes"),
    [
        (lambda: ANY.NationalCalendar({5, 6}), WrongTypeError, ("wrong-type",)),
        (lambda: ANY.NationalCalendar(joint_leave=True), WrongTypeError, ("wrong-type",)),
        (lambda: USUAL.is_working_day(datetime(2024, 3, 7)), WrongTypeError, ("datetime-for-date",)),  # noqa: DTZ001 -- it is refused
        (lambda: ANY.NationalCalendar().holiday_on("2024-03-07"), WrongTypeError, ("wrong-type",)),
        (lambda: ANY.NationalCalendar().holidays_in(date(2024, 3, 7)), WrongTypeError, ("wrong-type",)),
        (lambda: ANY.NationalCalendar().unconfirmed("2024"), WrongTypeError, ("wrong-type",)),
        (lambda: USUAL.unconfirmed(True), InvalidValueError, ("bool-for-int",)),
    ],
)
def test_it_refuses(question: Any, kind: type[PmmError], codes: tuple[str, ...]) -> None:
    with pytest.raises(kind) as caught:
        question()
    assert codes == caught.value.codes


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pmm_core.holidays._days", *(name for name in sys.modules if name.split(".")[0] == "holidays")):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ModuleNotFoundError, match=r'pip install "pmm-core\[holidays\]"') as caught:
        USUAL.is_working_day(date(2024, 3, 7))
    assert caught.value.name is not None


def test_what_is_refused_anyway_needs_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pmm_core.holidays._days", None)
    with pytest.raises(RefusedError):
        USUAL.is_working_day(date(2028, 1, 1))


def test_the_door_shows_what_it_lists() -> None:
    assert ["DECREES", "JointLeave", "NationalCalendar"] == dir(holidays)


def test_the_page_tells_the_table_and_how_many_days_it_is() -> None:
    page = Path(__file__).parents[3] / "docs" / "reference" / "holidays.md"
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page.read_text(encoding="utf-8").splitlines()
        if line.startswith("| 2")
    ]
    assert [(year, *decrees) for year, decrees in DECREES.items()] == [
        (int(year), *filter(None, [first, *amended.split(", ")])) for year, first, amended, _, _ in rows
    ]
    for year, _, _, national, joint in rows:
        window = Window(date(int(year), 1, 1), date(int(year), 12, 31))
        days = sum(int(word) for word in national.split() if word.isdigit())
        assert (days, days + int(joint)) == (len(WORKED.holidays_in(window)), len(USUAL.holidays_in(window)))
