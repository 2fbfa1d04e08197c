"""The walk through one semester prints what it promises, to the letter; its key facts are asserted by hand."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from goldens import assert_kept

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SCRIPT = EXAMPLES / "one_semester.py"
GOLDEN = EXAMPLES / "one_semester.txt"
DAY = re.compile(r"^[A-Z][a-z]+day, (\d+ [A-Z][a-z]+ \d{4}) \(([A-Z][a-z]+), .*\)\n-{100}$", re.MULTILINE)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = {"January": 1, "February": 2, "March": 3, "April": 4, "June": 6}


@pytest.fixture(scope="module")
def output() -> str:
    done = subprocess.run(  # noqa: S603 -- our own interpreter and script
        [sys.executable, "-W", "error", str(SCRIPT)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def headings(output: str) -> dict[date, str]:
    """Find the days of the story with the Indonesian day of the week that stands beside each."""
    found: dict[date, str] = {}
    for english, weekday in DAY.findall(output):
        number, month, year = english.split()
        found[date(int(year), MONTHS[month], int(number))] = weekday
    return found


def on(output: str, day: str) -> str:
    """Return what is printed for one day, as one line of words."""
    after = output.partition(f"day, {day} (")[2]
    assert after, f"no such day: {day}"
    return " ".join(re.split(r"\n\n[A-Z][a-z]+day, |\n\n=", after)[0].split())


def test_the_output_is_the_golden_one(output: str) -> None:
    assert_kept(GOLDEN, output)


def test_it_fits_a_terminal(output: str) -> None:
    assert [] == [line for line in output.splitlines() if len(line) > 100]


def test_the_days_follow_each_other_and_have_the_right_names(output: str) -> None:
    days = headings(output)
    assert sorted(days) == list(days)
    assert {day: WEEKDAYS[day.weekday()] for day in days} == days
    assert {date(2024, 1, 11), date(2024, 3, 7)} <= set(days), "the days of the seeds"
    assert ("Kamis", "Kamis") == (days[date(2024, 1, 11)], days[date(2024, 3, 7)])


def test_the_windows_and_the_days_left_are_those_of_a_pencil(output: str) -> None:
    for day in headings(output):
        text = on(output, f"{day.day} {day:%B %Y}")
        for name, first, last in (
            ("planning (perencanaan)", date(2024, 1, 1), date(2024, 3, 31)),
            ("execution (pelaksanaan)", date(2024, 2, 1), date(2024, 6, 30)),
            ("assessment (penilaian)", date(2024, 6, 1), date(2024, 6, 30)),
        ):
            extended = ", extended" if name.startswith("planning") else ""
            rest = f"{(last - day).days} days left" if day < last else "the last day"
            assert (f"{name} {first}..{last}{extended}: {rest}" in text) == (first <= day <= last), (day, name)
    assert (151, 115) == (
        (date(2024, 6, 30) - date(2024, 2, 1)).days + 1,
        (date(2024, 6, 30) - date(2024, 3, 7)).days,
    )
    assert "2024-02-01..2024-06-30, 151 days" in on(output, "1 February 2024")


def test_the_plan_has_the_points_of_the_table(output: str) -> None:
    assert 32 == 2 * 8 + 1 * 8 + 2 * 4
    assert ": 32 points, 32 to 128 are advised" in on(output, "11 January 2024")


def test_the_first_refusal_gives_all_four_reasons(output: str) -> None:
    by_teacher, by_head = on(output, "12 January 2024").split("refused ")[1:]
    assert ["wrong-state", "wrong-actor", "own-approval", "outside-window"] == re.findall(r"\[([a-z-]+)\]", by_teacher)
    assert ["wrong-state", "outside-window"] == re.findall(r"\[([a-z-]+)\]", by_head)


def test_on_the_seventh_of_march_four_things_are_possible(output: str) -> None:
    rows = re.findall(r"^  (\S.*?) {2,}(employee|superior|office) +(YES|no: .*)$", output, re.MULTILINE)
    assert 20 == len(rows)
    assert {
        "follow-up discussed": "employee",
        "evidence attached": "employee",
        "competence item completed": "employee",
        "superior changed": "office",
    } == {event: by for event, by, answer in rows if answer == "YES"}
    refused = {event: answer for event, _, answer in rows}
    assert "no:  wrong-stage, outside-window" == refused["appraised"]
    assert "no:  wrong-state" == refused["plan submitted"]
    assert "4 of 20 are possible" in output


def test_late_planning_is_possible_to_the_last_day_of_march(output: str) -> None:
    assert "possible may G-18 submit a plan on 2024-03-31? Yes." in on(output, "31 March 2024")
    after = on(output, "1 April 2024")
    assert "refused may G-18 submit a plan on 2024-04-01? No. - 2024-04-01 is outside" in after
    assert "our choice: yes" in after
    assert "the other: no" in after


def test_the_five_stages_come_in_the_order_of_the_seed(output: str) -> None:
    five = re.findall(r"^(?:stages)? +(\d) .+ \((\D+)\)$", output, re.MULTILINE)
    assert [
        ("1", "Diskusi Persiapan"),
        ("2", "Observasi Kinerja"),
        ("3", "Diskusi Tindak Lanjut"),
        ("4", "Upaya Tindak Lanjut"),
        ("5", "Refleksi Tindak Lanjut"),
    ] == five


def test_every_mistake_with_evidence_is_named(output: str) -> None:
    text = on(output, "22 April 2024")
    assert ["unknown-item", "evidence-outside-period", "duplicate-event", "duplicate-event", "item-completed"] == (
        re.findall(r"\[([a-z-]+)\]", text)
    )
    assert "evidence practice: 1, k1: 1, k2: 0, k3: 0, t1: 0" in text


def test_in_june_two_phases_are_open_and_the_appraisal_waits(output: str) -> None:
    text = on(output, "3 June 2024")
    assert "refused appraised before the five stages are concluded?" in text
    assert "[wrong-stage]" in text


def test_the_predicate_is_that_of_the_matrix(output: str) -> None:
    cells = re.findall(r"^  (di atas|sesuai|di bawah) ekspektasi {4,}(.+)$", output, re.MULTILINE)
    assert {
        "di atas": ["Kurang", "[Baik]", "Sangat Baik"],
        "sesuai": ["Kurang", "Baik", "Baik"],
        "di bawah": ["Sangat Kurang", "Butuh Perbaikan", "Butuh Perbaikan"],
    } == {results: re.split(r" {2,}", line.strip()) for results, line in cells}
    assert "predicate good (Baik)" in on(output, "20 June 2024")


def test_a_closed_cycle_refuses_everything(output: str) -> None:
    text = on(output, "28 June 2024")
    assert "now closed (selesai)" in text
    assert "20 of 20 kinds of event" in text
    assert "[cycle-closed]" in text


def test_the_cycle_is_its_own_trail(output: str) -> None:
    trail = re.findall(r"^  (2024-\d\d-\d\d)  \S", output.partition("Looking back")[2], re.MULTILINE)
    assert sorted(trail) == trail
    before = sum(day <= "2024-02-01" for day in trail)
    assert (23, 7) == (len(trail), before)
    assert "2024-02-01: agreed, in execution (disepakati, pelaksanaan), prepared; 7 events" in output
    assert "the 23 events give the same cycle" in output


def test_the_next_year_has_tables_of_its_own(output: str) -> None:
    text = " ".join(output.partition("The same teacher in 2025")[2].split())
    assert "perencanaan 2025-01-01..2025-01-31, pelaksanaan 2025-02-01..2025-12-31" in text
    assert "penilaian 2025-11-13..2025-12-31" in text
    assert "[not-in-scheme]" in text
    assert "[missing-reflection]; with a reflection: yes" in text


def test_what_is_made_up_says_so_and_nobody_has_a_name(output: str) -> None:
    lines = output.splitlines()
    chapters = [lines[index + 1] for index, line in enumerate(lines[:-2]) if line == lines[index + 2] == "=" * 100]
    assert 4 == len(chapters)
    assert ["Where all this comes from (aturan dan sumber)"] == [line for line in chapters if "MADE-UP" not in line]
    assert {"G-17", "G-18", "K-3"} == set(re.findall(r"\b[A-Z]-\d+\b", output))


def test_design_is_marked_as_design(output: str) -> None:
    assert "Rules: our design (rancangan pustaka) -- not law" in output
    after = output.partition("Rules: our design")[2]
    decided = re.search(r"^(\d+) of the (\d+) rules", after, re.MULTILINE)
    assert decided
    assert int(decided[1]) == after.count("\n  * ")
    assert int(decided[2]) == output.partition("Rules: official")[2].count("\n  * ")
