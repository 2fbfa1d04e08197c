"""Indonesian dates: the forms of the seeds, every name, and what is refused instead of guessed."""

import time
from datetime import date, datetime
from typing import Any, cast

import pytest

from pmm_core.calendar import Weekday, _names as names, format_date, parse_date
from pmm_core.errors import InvalidValueError, WrongTypeError

THURSDAY = date(2024, 3, 7)


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("Kamis, 11 Januari 2024", None, date(2024, 1, 11)),
        ("Kamis 11 Januari 2024", None, date(2024, 1, 11)),
        ("Jumat (23/12/2022)", None, date(2022, 12, 23)),
        ("Kamis (24/11)", 2022, date(2022, 11, 24)),
        ("24/11", 2022, date(2022, 11, 24)),
        ("7 Maret 2024", None, THURSDAY),
        ("Kamis pagi (07/03/2024)", None, THURSDAY),
        ("7 Maret", 2024, THURSDAY),
        ("07-03-2024", None, THURSDAY),
        ("7.3.2024", None, THURSDAY),
        ("24.11", 2022, date(2022, 11, 24)),
        ("2024-03-07", None, THURSDAY),
        ("Kamis, 2024/03/07", None, THURSDAY),
        ("2024 Maret 7", None, THURSDAY),
        ("Maret 7, 2024", None, THURSDAY),
        ("7Mar2024", None, THURSDAY),
        ("KAMIS, 7 MARET 2024", 2024, THURSDAY),
        ("kAmIs tgl. 7\u00a0mAr. 2024", None, THURSDAY),
        ("hari Jum'at tanggal 23 Desember 2022", None, date(2022, 12, 23)),
        ("Jum\u2019at, 23 Des 2022", None, date(2022, 12, 23)),
        ("Ahad, 10 Maret 2024", None, date(2024, 3, 10)),
        ("29 Februari 2024", None, date(2024, 2, 29)),
        ("1 Januari 0001", None, date.min),
        ("31/12/9999", None, date.max),
    ],
)
def test_a_form(text: str, year: int | None, expected: date) -> None:
    assert parse_date(text, year=year) == expected


@pytest.mark.parametrize(("name", "number"), names.MONTHS.items())
def test_a_name_of_a_month(name: str, number: int) -> None:
    for text in (name, name.upper(), name.title()):
        assert parse_date(f"7 {text} 2024") == date(2024, number, 7)


@pytest.mark.parametrize(("name", "number"), names.WEEKDAYS.items())
def test_a_name_of_a_day(name: str, number: int) -> None:
    for text in (name, name.upper(), name.title()):
        assert parse_date(f"{text}, {4 + number} Maret 2024") == date(2024, 3, 4 + number)


@pytest.mark.parametrize(
    ("text", "year", "codes"),
    [
        ("", None, ("empty",)),
        (" \t", None, ("empty",)),
        ("()", None, ("malformed",)),
        ("7 March 2024", None, ("malformed",)),
        ("Thursday, 7 Maret 2024", None, ("malformed",)),
        ("7 Maret 2024 pukul 10", None, ("malformed",)),
        ("7 Maret 2024, 10:30", None, ("malformed",)),
        ("7 Maret 2024 10.30", None, ("malformed",)),
        ("7 Maret 2024 April", None, ("malformed",)),
        ("7 2024 2025", None, ("malformed",)),
        ("1-3 Maret 2024", None, ("malformed",)),
        ("20240307", None, ("malformed",)),
        ("7 Maret 024", None, ("malformed",)),
        ("\u0667 Maret 2024", None, ("malformed",)),
        ("\uff17 Maret 2024", None, ("malformed",)),
        ("7 Maret 2024" + " " * 60, None, ("malformed",)),
        ("Kamis", None, ("partial-date",)),
        ("hari pagi", None, ("partial-date",)),
        ("pagi", 2024, ("partial-date",)),
        ("7", 2024, ("partial-date",)),
        ("Maret", 2024, ("partial-date",)),
        ("Kamis, Maret 2024", None, ("partial-date",)),
        ("2024", None, ("partial-date",)),
        ("Kamis (24/11)", None, ("partial-date",)),
        ("29 Februari", None, ("partial-date",)),
        ("7 2024", None, ("partial-date",)),
        ("11/01/24", None, ("ambiguous-date",)),
        ("7 Maret 24", None, ("ambiguous-date",)),
        ("24-03-07", None, ("ambiguous-date",)),
        ("01/31/2024", None, ("no-such-day",)),
        ("11/24", 2022, ("no-such-day",)),
        ("2024-24-11", None, ("no-such-day",)),
        ("7 2024 3", None, ("no-such-day",)),
        ("32 Maret 2024", None, ("no-such-day",)),
        ("0 Maret 2024", None, ("no-such-day",)),
        ("7/0/2024", None, ("no-such-day",)),
        ("30 Februari 2024", None, ("no-such-day",)),
        ("29 Februari 2023", None, ("no-such-day",)),
        ("29 Februari", 2023, ("no-such-day",)),
        ("7 Maret 0000", None, ("no-such-day",)),
        ("Jumat, 7 Maret 2024", None, ("weekday-mismatch",)),
        ("Kamis Jumat 7 Maret 2024", None, ("weekday-mismatch",)),
        ("7 Maret 2024", 2023, ("year-mismatch",)),
        ("Jumat, 7 Maret 2024", 2023, ("year-mismatch", "weekday-mismatch")),
        ("7 Maret 2024", 0, ("too-small",)),
        ("7 Maret 2024", 10000, ("too-large",)),
    ],
)
def test_what_is_refused(text: str, year: int | None, codes: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_date(text, year=year)
    assert caught.value.codes == codes


@pytest.mark.parametrize(
    ("text", "year", "codes"),
    [
        (None, None, ("wrong-type",)),
        (THURSDAY, None, ("wrong-type",)),
        ("7 Maret", True, ("bool-for-int",)),
        ("7 Maret", "2024", ("wrong-type",)),
        (b"7 Maret 2024", 2024.0, ("float-for-exact", "wrong-type")),
    ],
)
def test_what_is_of_the_wrong_kind(text: Any, year: Any, codes: tuple[str, ...]) -> None:
    with pytest.raises(WrongTypeError) as caught:
        parse_date(text, year=year)
    assert caught.value.codes == codes


def test_a_message_tells_the_right_day_and_no_number_that_could_be_personal() -> None:
    with pytest.raises(InvalidValueError, match="must name Kamis, which 2024-03-07 is"):
        parse_date("Jumat, 7 Maret 2024")
    with pytest.raises(InvalidValueError) as caught:
        parse_date("NIK: 3325010101900001")
    assert "3325010101900001" not in str(caught.value)


def test_reading_asks_no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    parse_date("7 Maret 2024")  # dateutil itself asks once, when it is imported

    def refuse(*_: object) -> None:
        raise AssertionError("the clock was read")

    for name in ("localtime", "time", "gmtime"):
        monkeypatch.setattr(time, name, refuse)
    assert parse_date("Kamis (7/3)", year=2024) == THURSDAY


@pytest.mark.parametrize(
    ("day", "plain", "full"),
    [
        (date(2024, 1, 11), "11 Januari 2024", "Kamis, 11 Januari 2024"),
        (date(2022, 12, 23), "23 Desember 2022", "Jumat, 23 Desember 2022"),
        (date.min, "1 Januari 0001", "Senin, 1 Januari 0001"),
    ],
)
def test_writing(day: date, plain: str, full: str) -> None:
    assert format_date(day) == plain
    assert format_date(day, weekday=True) == full


@pytest.mark.parametrize("day", [datetime(2024, 3, 7), "2024-03-07", None])  # noqa: DTZ001 -- it is refused
def test_only_days_are_written(day: Any) -> None:
    with pytest.raises(WrongTypeError):
        format_date(day)
    with pytest.raises(WrongTypeError):
        Weekday.of(cast("date", day))
