"""The numbers of civil servants: published and made-up examples, and every way to be none."""

from datetime import date, datetime
from typing import Any, cast

import pytest

from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.people import Nip, NipForm, Sex

PPPK = "199001012022212001"  # made up
REFUSED = [
    ("198609262015131001", ("impossible-part",)),  # month 13
    ("198609262015001001", ("impossible-part",)),
    ("198609262015201001", ("impossible-part",)),  # 13 to 20 are neither a month nor an agreement
    ("198602302015051001", ("no-such-day",)),
    ("000000002015051001", ("no-such-day",)),
    ("198609262015050001", ("impossible-part",)),  # sex 0
    ("198609262015053001", ("impossible-part",)),
    ("198609262015051000", ("impossible-part",)),  # serial 000
    ("19860926201505100", ("malformed",)),
    ("1986092620150510011", ("malformed",)),
    ("19860926201505100A", ("malformed",)),
    ("130123456", ("malformed",)),  # nine digits, as before 2007
    ("198609261980051001", ("too-young",)),  # before the birth
    ("198609262002051001", ("too-young",)),  # at 16
    ("194001011969011001", ("impossible-part",)),
    ("١٩٨٦٠٩٢٦٢٠١٥٠٥١٠٠١", ("malformed",)),
    ("𝟣𝟫𝟪𝟨𝟢𝟫𝟤𝟨𝟤𝟢𝟣𝟧𝟢𝟧𝟣𝟢𝟢𝟣", ("malformed",)),
    ("", ("empty",)),
    (" \t", ("empty",)),
    ("-.-", ("empty",)),
]


def test_a_published_example_of_a_man() -> None:
    nip = Nip.parse("198609262015051001")
    assert (NipForm.PNS, date(1986, 9, 26), 2015, 5) == (
        nip.form,
        nip.birth_date,
        nip.appointment_year,
        nip.appointment_month,
    )
    assert (Sex.MALE, 1, None, False) == (nip.sex, nip.serial, nip.agreement_number, nip.has_agreement)


def test_a_published_example_of_a_woman() -> None:
    nip = Nip.parse("199205082023082001")
    assert (date(1992, 5, 8), 2023, 8) == (nip.birth_date, nip.appointment_year, nip.appointment_month)
    assert (Sex.FEMALE, 1) == (nip.sex, nip.serial)


def test_21_in_the_place_of_the_month_is_an_agreement() -> None:
    nip = Nip.parse("19900101 2022 21 2 001")
    assert (NipForm.PPPK, 2022, None, 21) == (
        nip.form,
        nip.appointment_year,
        nip.appointment_month,
        nip.agreement_number,
    )


@pytest.mark.parametrize(
    "text",
    ["19860926 201505 1 001", "19860926.201505.1.001", " 19860926-201505-1-001\n", "19860926\u2013201505\u00a01001"],
)
def test_what_stands_between_the_digits_is_dropped_on_input(text: str) -> None:
    assert "198609262015051001" == str(Nip.parse(text))
    assert Nip.is_valid(text)


def test_the_constructor_takes_the_canonical_text_only() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Nip("19860926 201505 1 001")
    assert ("malformed",) == caught.value.codes


@pytest.mark.parametrize(("text", "codes"), REFUSED)
def test_what_is_no_number_is_refused(text: str, codes: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Nip.parse(text)
    assert codes == caught.value.codes
    assert not Nip.is_valid(text)


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Nip.parse("198602302000173000")
    expected = ["no-such-day", "too-young", "impossible-part", "impossible-part", "impossible-part"]
    assert expected == [problem.code for problem in caught.value.problems]


def test_an_appointment_at_17_by_the_years_is_let_through() -> None:
    assert Nip.is_valid("198612312003011001")


@pytest.mark.parametrize(("number", "hint"), [(198609262015051001, True), (1.5, True), (None, False), (b"1", False)])
def test_a_number_as_a_number_is_told_why_it_is_none(number: Any, hint: bool) -> None:  # noqa: FBT001
    with pytest.raises(WrongTypeError) as caught:
        Nip.parse(number)
    assert ("wrong-type",) == caught.value.codes
    assert hint is ("leading zeros" in str(caught.value))
    assert not Nip.is_valid(number)
    with pytest.raises(WrongTypeError):
        Nip(number)


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("198609262015051001", date(2015, 5, 1), True),
        ("198609262015051001", date(2015, 4, 30), False),
        (PPPK, date(2022, 1, 1), True),
        (PPPK, date(2021, 12, 31), False),
    ],
)
def test_an_appointment_after_the_day_is_refused(text: str, on: date, expected: bool) -> None:  # noqa: FBT001
    assert expected is Nip.is_valid(text, on=on)
    if expected:
        assert text == str(Nip.parse(text, on=on))
    else:
        with pytest.raises(InvalidValueError) as caught:
            Nip.parse(text, on=on)
        assert ("appointed-later",) == caught.value.codes


def test_a_moment_is_no_day() -> None:
    moment = datetime(2024, 1, 1)  # noqa: DTZ001 -- what must be refused
    with pytest.raises(WrongTypeError) as caught:
        Nip.parse(cast("Any", 5), on=moment)
    assert ("datetime-for-date", "wrong-type") == caught.value.codes
    with pytest.raises(WrongTypeError):
        Nip.parse(PPPK, on=moment)
    with pytest.raises(WrongTypeError):
        Nip.is_valid(PPPK, on=moment)
