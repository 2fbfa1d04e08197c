"""Where do we stand, how did we move, and what exactly must happen by Friday week?

Reads four small files and prints two league tables of the Platform Merdeka Mengajar (PMM) with all that follows from
them.  The files beside this script hold the real figures of Kalimantan Timur of 30 June 2022, and the story of
Kabupaten Batang with figures that are made up and say so in every heading.

Run it as it is, in Indonesian, or with your own figures in files of the same shape:

    python docs/examples/league_table.py
    python docs/examples/league_table.py --language id
    python docs/examples/league_table.py --data my_figures
"""

import argparse
import csv
import io
import sys
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn, TypeVar

from pmm_core import (
    Certainty,
    Kabupaten,
    Measurement,
    Movement,
    PmmError,
    Rule,
    SchoolLevel,
    Standings,
    Target,
    Team,
    find,
    find_province,
    rank,
    rules,
)
from pmm_core.ranking import STANDARD_METRICS, Language, Metric, Standing

WIDTH = 100
METRICS = {metric.key: metric for metric in STANDARD_METRICS}
MARKS = {"real": "real figures (angka nyata)", "made up": "MADE-UP FIGURES (angka rekaan)"}
NOT_LAW = {
    Certainty.RECALLED: " -- not law: general knowledge, no source was found",
    Certainty.DESIGN: " -- not law: no source says so, this library decided it",
}
FIXED_BLANK = "\u00a0"
Value = TypeVar("Value")


# -- reading: a head of "# field: value" lines, then a table


class DataError(Exception):
    """A file cannot be used; says which, where and why."""


@dataclass
class File:
    """One file as it was read."""

    name: str
    head: dict[str, str]
    rows: list[tuple[int, dict[str, str]]]

    def fail(self, why: str, line: int | None = None) -> NoReturn:
        raise DataError(f"{self.name}{f', line {line}' if line else ''}: {why}")

    def field(self, name: str, convert: Callable[[str], Value]) -> Value:
        """Read a field of the head."""
        if name not in self.head:
            self.fail(f"the head lacks the line '# {name}: ...'")
        try:
            return convert(self.head[name])
        except (ValueError, LookupError) as error:
            self.fail(f"'# {name}: {self.head[name]}' cannot be read: {error}")

    def number(self, row: dict[str, str], column: str, line: int) -> int:
        """Read a whole number from a column."""
        text = (row.get(column) or "").strip()
        if not text.isdecimal():
            self.fail(f"{column} must be a whole number, not {text!r}", line)
        return int(text)

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return [column for column in self.rows[0][1] if column]

    @property
    def mark(self) -> str:
        """How a heading says whether the figures are real."""
        return self.field("figures", MARKS.__getitem__)


def read(folder: Path, name: str, *columns: str) -> File:
    """Read one file and see that it has its columns and at least one row."""
    try:
        lines = (folder / name).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{name}: cannot be read from {folder}: {error}") from None
    notes = [line[1:].partition(":") for line in lines if line.startswith("#")]
    head = {field.strip(): value.strip() for field, _, value in notes}
    table = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    rows = csv.DictReader((line for _, line in table), strict=True)
    file = File(name, head, [])
    try:
        file.rows += [(number, row) for (number, _), row in zip(table[1:], rows, strict=True)]
    except (csv.Error, ValueError) as error:
        file.fail(f"is no plain table, one row a line: {error}")
    if not file.rows or len(file.columns) < 2 or not {*columns} <= {*file.columns}:
        file.fail("must have a line of column names, at least two, and at least one row below it")
    return file


def read_table(file: File) -> Standings:
    """Build the table of a file: an area, a number and, where it is known, the base in the third column."""
    metric: Metric = file.field("metric", METRICS.__getitem__)
    on, province = file.field("day", date.fromisoformat), file.field("province", find_province)
    columns = file.columns
    figures: list[Measurement] = []
    for line, row in file.rows:
        number = file.number(row, columns[1], line)
        try:
            area = find(row[columns[0]])
            if len(columns) > 2:
                base = file.number(row, columns[2], line)
                figures.append(Measurement.share(area, metric, number, of=base, on=on))
            else:
                figures.append(Measurement.count(area, metric, number, on=on))
        except PmmError as error:
            file.fail(str(error), line)
    try:
        return rank(figures, scope=province)
    except PmmError as error:
        file.fail(str(error))


def read_teams(file: File) -> list[Team]:
    """Build one team per kecamatan and level of school."""
    levels = [SchoolLevel(column) for column in file.columns[1:]]
    return [
        Team(kecamatan=row["kecamatan"], level=level, left=file.number(row, level.value, line))
        for line, row in file.rows
        for level in levels
    ]


# -- printing


def chapter(title: str, file: File | None = None) -> None:
    """Print the heading of a part."""
    print(f"\n{'=' * WIDTH}\n{title}{f' -- {file.mark}' if file else ''}\n{'=' * WIDTH}")


def section(title: str, file: File) -> None:
    """Print the heading of what follows from a file, and whether its figures are real."""
    print(f"\n{title} -- {file.mark}\n{'-' * WIDTH}")


def say(text: str, *, first: str = "", then: str | None = None) -> None:
    """Print prose, wrapped; a name that is held together by a fixed blank is not torn apart."""
    filled = textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=first if then is None else then)
    print(filled.replace(FIXED_BLANK, " "))


def names(rows: Iterable[object]) -> str:
    """List names in a sentence."""
    return ", ".join(str(row).replace(" ", FIXED_BLANK) for row in rows)


def introduce(file: File) -> None:
    """Print where the figures of a file come from."""
    say(f"Source (sumber): {file.field('source', str)}", then="  ")
    if "note" in file.head:
        say(f"Note (catatan): {file.field('note', str)}", then="  ")


def figure(row: Measurement) -> str:
    """Write a figure as people read it."""
    base = "" if row.denominator is None else f" of {row.denominator:,}, {row.percent()} %"
    return f"{int(row.numerator):,}{base}"


def print_movements(rows: Iterable[Movement], language: Language) -> None:
    """Print movements, one a line."""
    for row in rows:
        print(f"  {row.text(language=language)}")


def province_today(file: File, table: Standings, language: Language) -> None:
    """Print a table of counts, what it leaves open, and what was said about it."""
    chapter(f"{table.scope} (provinsi): {table.metric}", file)
    introduce(file)
    print(f"\n{table.text(language=language)}\n")
    if table.missing:
        known = sum(int(row.measurement.numerator) for row in table)
        total, base = file.field("total", int), file.field("total of", int)
        whole = Measurement.share(file.field("province", find_province), table.metric, total, of=base, on=table.on)
        say(
            f"The whole province has {total:,} of {base:,} ({whole.percent()} %). The {table.size} areas above add up "
            f"to {known:,}, so {total - known:,} lie in {names(table.missing)}. Their places are not known, and one of "
            f"them may stand above any of these {table.size}: read every place here as a place among the {table.size} "
            "with a figure."
        )
    if "said" in file.head:
        text, _, said = file.field("said", str).rpartition(" ")
        row = table.of(text)
        if str(row.rank) != said:
            above = [str(other.area) for other in table if other.rank < row.rank]
            print()
            say(
                f"NOTE. The source names {row.area} as number {said}. Its own figures say number {row.rank}: "
                f"{row.measurement.numerator} is less than the figures of {names(above)}."
            )


def plan(file: File, table: Standings, language: Language, before: Standings | None = None) -> Target:
    """Print what a place takes, with the others standing still, and going on as before where that is known."""
    who, wanted = file.field("who", table.find), file.field("wanted", int)
    by = file.field("by", date.fromisoformat)
    target = table.target(who, rank=wanted, by=by)
    print(target.text(language=language))
    if before is not None:
        target = table.target(who, rank=wanted, by=by, since=before)
        print(f"\n{target.text(language=language)}")
    print()
    say("To share a place is to be at least level with whoever holds it; to pass is to be ahead, whatever a tie does.")
    return target


def story(file: File, table: Standings, before: Standings, language: Language) -> None:
    """Print how one area moved, who passed it, and where it stands now."""
    moves, row = table.compare(before), table.of(file.field("who", table.find))
    move, then, now = moves.of(row.area), before.of(row.area).measurement, row.measurement
    chapter(f"{row.area}, {table.scope}: {table.metric}", file)
    introduce(file)
    print(f"\n{table.text(before=before, language=language)}\n")

    section(f"What happened to {row.area}", file)
    print(f"  {move.text(language=language)}")
    print(f"  {before.on}: {figure(then)}")
    print(f"  {table.on}: {figure(now)}")
    passed = [
        other
        for other in table
        if other.rank < row.rank and (old := before.place_of(other.area)) is not None and old > before.of(row.area).rank
    ]
    say(f"  passed by {len(passed)}: {names(short(other) for other in passed)}", then="    ")
    band = table.band(row.area)
    print(f"  now in the {band.label_en} ({band.label_id}), between")
    for near in table.neighbours(row.area, 2):
        mark = "->" if near.area == row.area else "  "
        print(f"  {mark} {near.rank:>2}  {near.area!s:<28} {figure(near.measurement)}")

    section("Largest climbs and falls (naik dan turun terbesar)", file)
    moved = [other for other in moves if other.places]
    print_movements(moved[:3], language)
    print("  ...")
    print_movements(moved[-3:], language)


def short(row: Standing) -> str:
    """Name an area with the short kind word."""
    return row.area.short_name if isinstance(row.area, Kabupaten) else str(row.area)


def shares(file: File, target: Target, teams: list[Team], language: Language) -> list[Rule]:
    """Print who does how much of it; returns the rules that shared it out."""
    section("Who does what (pembagian per kecamatan dan jenjang)", file)
    left = sum(team.left for team in teams)
    if left != target.measurement.left:
        file.fail(f"the teams have {left} left, but the table leaves {target.area} {target.measurement.left}")
    allocation = target.allocate(teams)
    say(
        f"{allocation.units} more {target.table.metric.unit.label_en} (the others going on) over {len(allocation)} "
        "teams, in proportion to what each has left; it adds up exactly, and nobody is asked for more than there is."
    )
    print(f"\n{allocation.text(language=language)}")
    busiest = max(allocation, key=lambda share: share.units)
    print(f"\nThe most falls to {busiest.team}: {busiest.units}; {busiest.rest} are then left there.")
    return list(allocation.rules)


def origins(files: Iterable[File], metrics: Iterable[Metric], used: Iterable[Rule]) -> None:
    """Print the figures, metrics and rules with their sources, by certainty, design marked as design."""
    chapter("Where all this comes from (aturan dan sumber)")
    print("Figures")
    for file in files:
        say(f"{file.name}: {file.mark}; {file.field('source', str)}", first="  ", then="    ")
    print("\nWhat is counted")
    for metric in metrics:
        say(f"{metric}: {metric.source}", first="  ", then="    ")
    keys = {rule.key for rule in used}
    for certainty in Certainty:
        found = [rule for rule in rules(certainty=certainty) if rule.key in keys]
        if not found:
            continue
        print(f"\nRules: {certainty.label_en} ({certainty.label_id}){NOT_LAW.get(certainty, '')}")
        for rule in found:
            say(rule.statement, first="  * ", then="    ")
            if certainty is not Certainty.DESIGN:
                say(f"from: {rule.source.title}, {rule.source.locator}", first="    ", then="          ")
            if rule.note:
                say(f"note: {rule.note}", first="    ", then="          ")
    decided = [rule for rule in rules(certainty=Certainty.DESIGN) if rule.key in keys]
    print()
    say(
        f"{len(decided)} of the {len(keys)} rules behind these pages are decisions of the library, and parts of others "
        "are, as their notes say: no source publishes how the platform itself computes its rankings."
    )


def run(folder: Path, language: Language) -> None:
    """Read the four files and print everything."""
    schools, teams_file = read(folder, "schools.csv"), read(folder, "teams.csv", "kecamatan")
    earlier, later = read(folder, "teachers_before.csv"), read(folder, "teachers_now.csv")
    first, before, now = read_table(schools), read_table(earlier), read_table(later)
    try:
        teams = read_teams(teams_file)
    except ValueError as error:
        teams_file.fail(str(error))

    province_today(schools, first, language)
    section("What it takes (rencana)", schools)
    schools_target = plan(schools, first, language)
    story(later, now, before, language)
    section("What it takes (rencana)", later)
    target = plan(later, now, language, before)
    allocated = shares(teams_file, target, teams, language)

    used = [*schools_target.rules, *now.compare(before).rules, *target.rules, *allocated]
    used += [rule for rule in rules() if "pmm_core.ranking.Band" in rule.applies_to]
    origins((schools, earlier, later, teams_file), (first.metric, now.metric), used)


def main() -> int:
    """Run from the command line."""
    here = Path(__file__).parent / "data"
    parser = argparse.ArgumentParser(description="League tables of Platform Merdeka Mengajar, with what to do next.")
    parser.add_argument("--language", choices=("en", "id"), default="en", help="of the tables (bahasa tabel)")
    parser.add_argument("--data", type=Path, default=here, help="a folder with four files shaped like those beside me")
    arguments = parser.parse_args()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # not every terminal's own encoding has arrows
    try:
        run(arguments.data, arguments.language)
    except (DataError, PmmError) as error:
        print(f"league_table.py: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
