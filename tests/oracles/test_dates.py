"""Indonesian dates against Babel, which has them from the Unicode locale data: both ways, and where we differ, why."""

from collections.abc import Mapping
from datetime import date, timedelta
from importlib import import_module
from typing import Any, Final

import pytest

from pmm_core.calendar import format_date, parse_date
from pmm_core.calendar._names import FILLERS, MONTHS, WEEKDAYS
from pmm_core.errors import InvalidValueError

babel: Any = import_module("babel.dates")

YEAR: Final = [date(2024, 1, 1) + timedelta(days=n) for n in range(366)]
FIRST_NAMES: Final = {month.month: format_date(month).split()[1] for month in YEAR}

SAME: Final = (  # patterns of Babel that our reader promises to read
    *("EEEE, dd MMMM y", "dd MMMM y", "d MMM y"),  # full, long, medium
    *("EEEE, d MMMM y", "EEE, d MMM y", "EEEE (dd/MM/y)", "dd/MM/y", "d/M/y", "d-M-y", "d.M.y", "y-MM-dd", "dd.MM.y"),
)
OWN_SPELLINGS: Final[Mapping[str, str]] = {  # what we read beyond the standard, and what it stands for
    "pebruari": "Februari",
    "peb": "Februari",
    "ags": "Agustus",
    "agt": "Agustus",
    "agust": "Agustus",
    "sept": "September",
    "nopember": "November",
    "nop": "November",
    "ahad": "Minggu",
    "mgg": "Minggu",
}


def written(day: date, pattern: str) -> str:
    found: str = babel.format_date(day, pattern, locale="id")
    return found


def test_every_day_of_a_year_is_written_as_babel_writes_it() -> None:
    for day in YEAR:
        assert written(day, "long") == format_date(day)
        assert written(day, "EEEE, d MMMM y") == format_date(day, weekday=True)


def test_far_years_are_written_as_babel_writes_them() -> None:
    for year in (1000, 1899, 1900, 2100, 9999):
        for month in range(1, 13):
            day = date(year, month, 28)
            assert written(day, "EEEE, d MMMM y") == format_date(day, weekday=True)


@pytest.mark.parametrize("pattern", SAME)
def test_what_babel_writes_is_read_back(pattern: str) -> None:
    assert YEAR == [parse_date(written(day, pattern)) for day in YEAR]


def test_what_we_write_in_numbers_babel_reads() -> None:
    """Babel reads numbers only; it puts the day first as well."""
    for day in YEAR:
        for text in (f"{day.day}/{day.month}/{day.year}", f"{day.day:02}-{day.month:02}-{day.year}"):
            assert day == babel.parse_date(text, locale="id", format="short") == parse_date(text)


@pytest.mark.parametrize("width", ["wide", "abbreviated"])
@pytest.mark.parametrize("context", ["format", "stand-alone"])
def test_the_names_of_months_are_known(width: str, context: str) -> None:
    names = babel.get_month_names(width, context=context, locale="id")
    assert list(range(1, 13)) == sorted(names)
    assert dict(names) == {number: name for number, name in names.items() if MONTHS[name.lower()] == number}
    assert width != "wide" or dict(names) == FIRST_NAMES


@pytest.mark.parametrize("width", ["wide", "abbreviated", "short"])
def test_the_names_of_days_are_known(width: str) -> None:
    names = babel.get_day_names(width, locale="id")
    assert list(range(7)) == sorted(names)
    assert dict(names) == {number: name for number, name in names.items() if WEEKDAYS[name.lower()] == number}


class TestWhereWeDiffer:
    """Every difference is wanted, and this is the whole list."""

    def test_one_digit_for_the_first_nine_days(self) -> None:
        """The full form of the locale data pads the day to two digits; people and ministries do not."""
        differ = [day for day in YEAR if written(day, "full") != format_date(day, weekday=True)]
        assert [day for day in YEAR if day.day < 10] == differ
        assert ("Senin, 01 Januari 2024", "Senin, 1 Januari 2024") == (
            written(YEAR[0], "full"),
            format_date(YEAR[0], weekday=True),
        )

    def test_years_before_1000_have_four_digits(self) -> None:
        """A year of fewer digits would not be read back, since it could be a day or a century left out."""
        day = date(999, 12, 31)
        assert ("31 Desember 999", "31 Desember 0999") == (written(day, "long"), format_date(day))
        assert day == parse_date(format_date(day))
        with pytest.raises(InvalidValueError):
            parse_date(written(day, "long"))

    def test_the_short_form_is_refused(self) -> None:
        """It has a year of two digits; Babel guesses the century, we do not."""
        for day in YEAR[::31]:
            assert day == babel.parse_date(written(day, "short"), locale="id", format="short")
            with pytest.raises(InvalidValueError) as caught:
                parse_date(written(day, "short"))
            assert ("ambiguous-date",) == caught.value.codes

    def test_narrow_names_are_no_words(self) -> None:
        """One letter stands for up to three months, so that nothing could be read of it."""
        narrow = set(babel.get_month_names("narrow", locale="id").values())
        assert not {letter.lower() for letter in narrow} & set(MONTHS)
        with pytest.raises(InvalidValueError):
            parse_date(written(YEAR[0], "d MMMMM y"))

    def test_a_wrong_day_of_the_week_is_refused(self) -> None:
        """Babel passes over every word; we ask whether it is true."""
        assert YEAR[0] == babel.parse_date("Minggu, 1/1/2024", locale="id", format="short")
        with pytest.raises(InvalidValueError) as caught:
            parse_date("Minggu, 1/1/2024")
        assert ("weekday-mismatch",) == caught.value.codes

    def test_what_we_read_beyond_the_locale_data(self) -> None:
        """Spellings in use that the standard does not have; each stands for the standard one."""
        known = {name.lower() for width in ("wide", "abbreviated") for name in both(width)}
        assert set(OWN_SPELLINGS) == (set(MONTHS) | set(WEEKDAYS)) - known
        for spelling, name in OWN_SPELLINGS.items():
            table = MONTHS if spelling in MONTHS else WEEKDAYS
            assert table[name.lower()] == table[spelling]
        assert not FILLERS & (known | set(OWN_SPELLINGS))


def both(width: str) -> list[str]:
    months, days = babel.get_month_names(width, locale="id"), babel.get_day_names(width, locale="id")
    return [*months.values(), *days.values()]
