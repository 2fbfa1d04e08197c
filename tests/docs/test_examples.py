"""The example script prints what it promises, to the letter; its key numbers are held against a calculation by hand."""

import re
import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from goldens import assert_kept

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
SCRIPT = EXAMPLES / "league_table.py"
GOLDEN = EXAMPLES / "league_table.txt"
KECAMATAN = {
    *("Bandar", "Banyuputih", "Batang", "Bawang", "Blado", "Gringsing", "Kandeman", "Limpung", "Pecalungan", "Reban"),
    *("Subah", "Tersono", "Tulis", "Warungasem", "Wonotunggal"),
}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 -- our own interpreter and script
        [sys.executable, "-W", "error", str(SCRIPT), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def output() -> str:
    done = run()
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(EXAMPLES / "data", folder)
    return folder


def rows(name: str) -> list[list[str]]:
    """Read a data file without the library and without the script."""
    lines = (EXAMPLES / "data" / name).read_text(encoding="utf-8").splitlines()
    return [line.split(",") for line in lines if not line.startswith("#")][1:]


def naive_places(name: str) -> dict[str, int]:
    shares = {area: Fraction(int(number), int(base)) for area, number, base in rows(name)}
    return {area: 1 + sum(other > share for other in shares.values()) for area, share in shares.items()}


def test_the_output_is_the_golden_one(output: str) -> None:
    assert_kept(GOLDEN, output)


def test_it_fits_a_terminal(output: str) -> None:
    assert [] == [line for line in output.splitlines() if len(line) > 100]


def test_the_figures_of_kalimantan_timur_are_those_of_the_source() -> None:
    logins = {area: int(number) for area, number in rows("schools.csv")}
    expected = {
        "Paser": 304,
        "Balikpapan": 207,
        "Samarinda": 203,
        "Kutai Kartanegara": 166,
        "Berau": 47,
        "Mahakam Ulu": 9,
    }
    assert expected == logins
    assert 936 == sum(logins.values())
    assert 478 == 1414 - 936


def test_kalimantan_timur_reads_as_its_numbers_say(output: str) -> None:
    assert "1,414 of 2,085 (67.82 %)" in output
    words = " ".join(output.split())
    assert "add up to 936, so 478 lie in Kabupaten Kutai Barat, Kabupaten Kutai Timur" in words
    assert re.search(r"^ +4  Kabupaten Kutai Kartanegara +166$", output, re.MULTILINE)
    assert "names Kabupaten Kutai Kartanegara as number 2. Its own figures say number 4" in words


def test_berau_needs_what_a_pencil_says(output: str) -> None:
    assert (156, 157) == (203 - 47, 203 - 47 + 1)
    assert "to share it: 156 more schools in 7 days (23 a day)" in output
    assert "to pass it: 157 more schools in 7 days" in output


def test_batang_falls_from_1_to_27_of_35(output: str) -> None:
    before, now = naive_places("teachers_before.csv"), naive_places("teachers_now.csv")
    assert (1, 27) == (before["Kab. Batang"], now["Kab. Batang"])
    assert 35 == len(before) == len(now)
    assert 26 == sum(1 for area in now if before[area] > 1 and now[area] < 27)
    assert "Kabupaten Batang: 1 -> 27, down 26 places" in output
    assert "passed by 26:" in output
    assert "place 27 of 35 on 2022-12-23; wanted: 5 by 2022-12-30" in output


def test_every_place_in_the_printed_table_is_the_naive_one(output: str) -> None:
    printed = re.findall(
        r"^ +(\d+)  ((?:Kabupaten|Kota) [A-Za-z ]+?) +[\d,]+ +[\d,]+ +[\d.]+ +[=▲▼]", output, re.MULTILINE
    )
    expected = {area.replace("Kab.", "Kabupaten"): place for area, place in naive_places("teachers_now.csv").items()}
    assert expected == {area: int(place) for place, area in printed}


def test_batang_needs_what_a_pencil_says(output: str) -> None:
    # the fifth has exactly 3/4, which is 4,500 of the 6,000 in Batang; 3,960 are there
    shares = sorted((Fraction(int(number), int(base)) for _, number, base in rows("teachers_now.csv")), reverse=True)
    assert Fraction(3, 4) == shares[4]
    assert 540 == 6000 * shares[4] - 3960
    assert "to share it: 540 more teachers in 7 days (78 a day)" in output
    assert "to pass it: 541 more teachers in 7 days (78 a day)" in output


def test_batang_needs_more_where_the_others_go_on(output: str) -> None:
    before = {area: int(number) for area, number, _ in rows("teachers_before.csv")}
    ahead: list[Fraction] = []
    for area, number, base in rows("teachers_now.csv"):
        if area != "Kab. Batang":
            then = int(number) + Fraction(int(number) - before[area], 84) * 7  # 84 days gone, 7 to go
            ahead.append(min(then, Fraction(int(base))) / int(base))
    fifth = sorted(ahead, reverse=True)[4]
    units = next(units for units in range(2041) if Fraction(3960 + units, 6000) >= fifth)
    assert 715 == units
    assert "to share it: 715 more teachers in 7 days (103 a day)" in output


def test_the_teams_are_those_of_batang_and_add_up(output: str) -> None:
    teams = rows("teams.csv")
    assert KECAMATAN == {kecamatan for kecamatan, *_ in teams}
    assert 6000 - 3960 == sum(int(left) for _, *levels in teams for left in levels)
    printed = re.findall(r"^(\w+) +(\d+) +(\d+) +(\d+) +(\d+) +(\d+)$", output, re.MULTILINE)
    asked = {name: [int(cell) for cell in cells] for name, *cells in printed}
    left = {name: [int(cell) for cell in cells] for name, *cells in teams}
    assert KECAMATAN | {"sum"} == set(asked)
    assert all(sum(cells[:4]) == cells[4] for cells in asked.values())
    assert [715, 715] == [asked["sum"][4], sum(asked[name][4] for name in KECAMATAN)]
    for name in KECAMATAN:
        for units, rest in zip(asked[name][:4], left[name], strict=True):
            assert units <= rest
            assert abs(units - Fraction(715 * rest, 2040)) < 1, "the whole part of the exact share, or one more"


def test_what_is_made_up_says_so(output: str) -> None:
    for name in ("teachers_before.csv", "teachers_now.csv", "teams.csv"):
        assert (EXAMPLES / "data" / name).read_text(encoding="utf-8").startswith("# MADE UP")
        assert f"{name}: MADE-UP FIGURES" in output
    lines = output.splitlines()
    headings = [lines[index - 1] for index, line in enumerate(lines) if line == "-" * 100]
    headings += [lines[index + 1] for index, line in enumerate(lines[:-2]) if line == lines[index + 2] == "=" * 100]
    assert 8 == len(headings)
    unmarked = [line for line in headings if "MADE-UP FIGURES" not in line and "real figures" not in line]
    assert ["Where all this comes from (aturan dan sumber)"] == unmarked
    assert all("MADE-UP" in line for line in headings if "Batang" in line)


def test_design_is_marked_as_design(output: str) -> None:
    assert "Rules: our design (rancangan pustaka) -- not law" in output
    assert "Rules: seed article (artikel sumber)\n" in output


def test_the_tables_come_in_indonesian() -> None:
    done = run("--language", "id")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^peringkat  wilayah +guru +dari +%  perubahan$", done.stdout, re.MULTILINE)
    assert "66,00" in done.stdout


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("schools.csv", "Berau,47", "Atlantis,47", "schools.csv, line 18: unknown kabupaten"),
        ("schools.csv", "Berau,47", "Berau,many", "schools.csv, line 18: schools_logged_in must be a whole number"),
        ("schools.csv", "# day: 2022-06-30", "", "schools.csv: the head lacks the line '# day: ...'"),
        ("schools.csv", "# day: 2022-06-30", "# day: 30/6/2022", "'# day: 30/6/2022' cannot be read"),
        ("schools.csv", "# figures: real", "# figures: perhaps", "'# figures: perhaps' cannot be read"),
        ("schools.csv", "# who: Berau", "# who: Batang", "'# who: Batang' cannot be read"),
        ("teachers_now.csv", ",3960,6000", ",6960,6000", "must not exceed the denominator, but does by 960"),
        ("teachers_now.csv", "Kab. Batang,3960", "Kab. Batang", "teachers_now.csv, line 36: teachers must be a whole"),
        ("teachers_now.csv", "Kab. Batang,", "Kab. Tegal,", "occurs twice"),
        ("teachers_now.csv", "# day: 2022-12-23", "# day: 2022-09-01", "[dates-reversed]"),
        ("teams.csv", "kecamatan,tk,sd", "kecamatan,tk,mi", "'mi' is not a valid SchoolLevel"),
        ("teams.csv", "Bandar,24", "Bandar,25", "the teams have 2041 left, but the table leaves Kabupaten Batang 2040"),
    ],
)
def test_data_that_cannot_be_read_say_where_and_why(data: Path, name: str, old: str, new: str, expected: str) -> None:
    text = (data / name).read_text(encoding="utf-8")
    assert old in text
    (data / name).write_text(text.replace(old, new), encoding="utf-8")
    done = run("--data", str(data))
    assert 2 == done.returncode
    assert done.stderr.startswith("league_table.py: ")
    assert expected in done.stderr
    assert 1 == len(done.stderr.splitlines())


def test_a_folder_without_data_is_an_answer(tmp_path: Path) -> None:
    done = run("--data", str(tmp_path))
    assert 2 == done.returncode
    assert done.stderr.startswith("league_table.py: schools.csv: cannot be read")


def test_a_place_out_of_reach_is_an_answer(data: Path) -> None:
    now = (data / "teachers_now.csv").read_text(encoding="utf-8")
    full = re.sub(r"^(K[^,]+),\d+,(\d+)$", r"\1,\2,\2", now, flags=re.MULTILINE)
    mine = re.sub(r"^Kab. Batang,.*$", "Kab. Batang,3960,6000", full, flags=re.MULTILINE)
    (data / "teachers_now.csv").write_text(mine.replace("# wanted: 5", "# wanted: 1"), encoding="utf-8")
    done = run("--data", str(data))
    assert (done.returncode, done.stderr) == (0, "")
    assert "to share it: 2,040 more teachers" in done.stdout
    assert "to pass it: out of reach; the place can only be shared" in done.stdout
