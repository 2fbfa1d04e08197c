"""The walk through one school prints what it promises, to the letter; its key facts are asserted by hand."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from goldens import assert_kept

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SCRIPT = EXAMPLES / "one_school.py"
GOLDEN = EXAMPLES / "one_school.txt"


@pytest.fixture(scope="module")
def output() -> str:
    done = subprocess.run(  # noqa: S603 -- our own interpreter and script
        [sys.executable, "-W", "error", str(SCRIPT)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def part(output: str, heading: str) -> str:
    """Return what is printed below one heading."""
    after = output.partition(f"\n{heading}")[2]
    assert after, f"no such heading: {heading}"
    return after.partition("\n" + "-" * 100 + "\n")[2].split("\n" + "-" * 100)[0]


def test_the_output_is_the_golden_one(output: str) -> None:
    assert_kept(GOLDEN, output)


def test_it_fits_a_page(output: str) -> None:
    assert [] == [line for line in output.splitlines() if len(line) > 125]


def test_it_says_that_the_people_are_made_up(output: str) -> None:
    assert output.startswith("MADE-UP PEOPLE (orang rekaan)")


@pytest.mark.parametrize(
    ("day", "late", "due"),
    [("2024-03-25", 0, 1), ("2024-06-20", 1, 30), ("2024-07-01", 23, 0)],
)
def test_who_is_late_on_which_day(output: str, day: str, late: int, due: int) -> None:
    """One plan is missing in March; of the eleven cycles eight were rated by the end of June."""
    text = part(output, f"The school on {day}")
    assert f"\nlate: {late} step" in text
    assert f"\ndue within 14 days: {due} step" in text


def test_the_ids_of_the_late_are_told_on_the_last_day_only(output: str) -> None:
    assert "G-11" not in part(output, "The school on 2024-06-20")
    assert {"G-09", "G-10", "G-11", "G-12"} == set(re.findall(r"G-\d\d", part(output, "The school on 2024-07-01")))


def test_the_semester_stays_open_for_two_reasons(output: str) -> None:
    text = part(output, "May the semester be closed?")
    assert ["missing-cycles", "unfinished-cycles"] == re.findall(r"^\[([a-z-]+)\]", text, re.MULTILINE)


def test_a_year_and_a_semester_of_very_good_earn_28_125(output: str) -> None:
    """12/12 x 150 % x 12.5 + 6/12 x 150 % x 12.5 = 28.125; 21.875 to 50 at 1.5625 a month are 14 months."""
    text = part(output, "What G-01")
    assert "28.13\n" in text
    assert "very good: 14 months, 6 with a new diploma" in text
