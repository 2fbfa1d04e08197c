"""The numbers of residents: the made-up table of regions and dates, and the century."""

from datetime import date, datetime

import pytest

from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.people import Nik, Sex
from pmm_core.regions import find

BORN = "010190"
DAY = date(2024, 1, 1)


@pytest.mark.parametrize(
    ("head", "kabupaten"),
    [
        ("332501", "33.25"),
        ("960201", "96.02"),  # Sorong Selatan
        ("967101", "96.71"),  # Kota Sorong
        ("650101", "65.01"),  # Bulungan
        ("910101", "93.01"),  # Merauke before 2022
        ("640701", "64.07"),
        ("999901", None),  # in no table: a warning, no error
        ("000000", None),
    ],
)
def test_a_region_is_current_former_or_unknown(head: str, kabupaten: str | None) -> None:
    nik = Nik.parse(f"{head}{BORN}0001")
    assert (None if kabupaten is None else find(kabupaten)) == nik.region
    assert (kabupaten is not None) is nik.region_known
    assert f"{head[:2]}.{head[2:4]}" == nik.region_code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("3325013102900001", ("no-such-day",)),  # 31 February
        ("3325010001900001", ("no-such-day",)),
        ("3325014001900001", ("no-such-day",)),  # day 40 is that of nobody
        ("3325017201900001", ("no-such-day",)),
        ("3325010113900001", ("no-such-day",)),
        ("3325012902010001", ("no-such-day",)),  # 29 February in neither 1901 nor 2001
        ("3325010101900000", ("impossible-part",)),  # serial 0000
        ("3325013102900000", ("no-such-day", "impossible-part")),
        ("332501010190001", ("malformed",)),
        ("33250101019000011", ("malformed",)),
        ("٣٣٢٥٠١٠١٠١٩٠٠٠٠١", ("malformed",)),
    ],
)
def test_what_is_no_number_is_refused(text: str, codes: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Nik.parse(text)
    assert codes == caught.value.codes
    assert not Nik.is_valid(text)


def test_40_more_on_the_day_is_a_woman() -> None:
    assert Sex.FEMALE is Nik.parse("33.25.01.410190.0001").sex
    assert Sex.MALE is Nik.parse("33.25.01.010190.0001").sex
    assert date(1990, 1, 31) == Nik.parse("3325017101900001").birth_date(on=DAY)


@pytest.mark.parametrize(
    ("born", "on", "youngest", "expected"),
    [
        ("010190", date(2024, 1, 1), 17, date(1990, 1, 1)),
        ("010107", date(2024, 1, 1), 17, date(2007, 1, 1)),  # 17 today
        ("020107", date(2024, 1, 1), 17, date(1907, 1, 2)),  # 17 tomorrow, so not yet
        ("020107", date(2024, 1, 1), 0, date(2007, 1, 2)),
        ("290200", date(2024, 1, 1), 17, date(2000, 2, 29)),  # 1900 was no leap year
        ("010130", date(2024, 1, 1), 0, date(1930, 1, 1)),  # 2030 is yet to come
    ],
)
def test_the_century_follows_from_a_day_and_an_age(born: str, on: date, youngest: int, expected: date) -> None:
    assert expected == Nik.parse(f"332501{born}0001").birth_date(on=on, youngest=youngest)


def test_nobody_is_a_teacher_in_both_centuries() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Nik.parse("3325012902000001").birth_date(on=date(2010, 1, 1))
    assert ("too-young",) == caught.value.codes


def test_the_arguments_of_the_century_are_checked() -> None:
    with pytest.raises(WrongTypeError) as caught:
        Nik.parse("3325010101900001").birth_date(on=datetime(2024, 1, 1), youngest=True)  # noqa: DTZ001 -- refused
    assert ("datetime-for-date", "bool-for-int") == caught.value.codes
