"""Every figure that is quoted of this project, from the run that found it, and in one place.

Long runs leave what they found in ``.nox/found``: the tests a report and the share of branches, the benchmarks their
ratios, mutation testing its counts.  ``keep`` reads from there what is new and writes it, with the day, into
``kept.json``, which the README and the page of figures are held against, word for word, by a test.  What costs seconds
is counted again each time, and a kept number above it is a claim that does not hold::

    python tests/figures/figures.py         # print all, and fail where a kept number claims too much
    python tests/figures/figures.py keep    # read what the last runs left, then the same
"""

import json
import platform
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from importlib import import_module
from importlib.metadata import version
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

ROOT: Final = Path(__file__).parents[2]
FOUND: Final = ROOT / ".nox" / "found"
KEPT: Final = Path(__file__).with_name("kept.json")
PACKAGES: Final = ("ranking", "calendar", "cycle", "appraisal")
MATRIX: Final = ("3.12", "3.13", "3.14")
ENGINES: Final = ("pandas", "polars", "pyarrow", "duckdb", "dask", "pyspark")


@dataclass(frozen=True)
class Figure:
    """One figure.

    Args:
        what: what was counted or measured.
        value: what was found, in words.
        command: what shows it.
        day: when; empty for what is counted anew each time.
        number: the number that must not exceed what is counted now, if it can be counted now.
    """

    what: str
    value: str
    command: str
    day: str = ""
    number: int | None = None

    @property
    def line(self) -> str:
        """A row of a Markdown table."""
        return f"| {self.what} | {self.value} | `{self.command}` | {self.day or 'each time'} |"


HEAD: Final = "| What | Found | Command | On |\n| --- | --- | --- | --- |"
_MUTANTS: Final = "mutation testing, "
RATIOS_HEAD: Final = "| Work | Beside | Ours / theirs | Goal | |\n| --- | --- | ---: | ---: | --- |"


# --- what the last runs left -----------------------------------------------------------------------------------------


def day_of(path: Path) -> str:
    """The day that a run ended."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()


def from_report(path: Path) -> dict[str, int]:
    """Read how many tests ran, and what became of them."""
    suites = ET.parse(path).getroot().iter("testsuite")  # noqa: S314 -- our own file
    counts: dict[str, int] = {}
    for suite in suites:
        for name in ("tests", "failures", "errors", "skipped"):
            counts[name] = counts.get(name, 0) + int(suite.get(name, 0))
    counts["passed"] = counts["tests"] - counts["failures"] - counts["errors"] - counts["skipped"]
    return counts


def passed(session: str, what: str, command: str, folder: Path) -> Iterator[Figure]:
    """The figure of a run of tests, which is one only if all of them passed."""
    path = folder / f"{session}.xml"
    if path.exists():
        counts = from_report(path)
        if counts["failures"] or counts["errors"]:
            raise SystemExit(f"{session}: {counts['failures'] + counts['errors']} tests failed; nothing is kept")
        rest = f", {counts['skipped']:,} skipped or expected to fail" if counts["skipped"] else ""
        yield Figure(what, f"{counts['passed']:,} passed{rest}", command, day_of(path), counts["passed"])


def branches(folder: Path) -> Iterator[Figure]:
    """What the tests cover."""
    path = folder / "coverage.json"
    if path.exists():
        totals: dict[str, int] = json.loads(path.read_text(encoding="utf-8"))["totals"]
        lines = f"{totals['covered_lines']:,} of {totals['num_statements']:,} statements"
        value = f"{totals['covered_branches']:,} of {totals['num_branches']:,} branches, {lines}"
        yield Figure("covered by tests", value, "nox --session tests", day_of(path))


def mutants(folder: Path) -> Iterator[Figure]:
    """What mutation testing found in each package."""
    for package in PACKAGES:
        path = folder / f"mutation-{package}.json"
        if path.exists():
            counts: dict[str, int] = json.loads(path.read_text(encoding="utf-8"))
            tried = sum(counts.values()) - counts.get("not tried", 0)
            killed, listed = counts.get("killed", 0), counts.get("equivalent", 0)
            share = f"{100 * killed / tried:.2f} % of {tried:,} mutants killed, {listed} listed as equivalent"
            rest = tried - killed - listed
            open_ones = counts.get("not tried", 0)
            share += f", {rest} survive" if rest else ""
            share += f", {open_ones:,} not tried" if open_ones else ""
            yield Figure(f"{_MUTANTS}{package}", share, f"nox --session mutation -- {package}", day_of(path))


def ratios(folder: Path) -> Iterator[dict[str, Any]]:
    """Ours beside each peer that there is a goal for."""
    path = folder / "bench.json"
    if not path.exists():
        return
    told = json.loads(path.read_text(encoding="utf-8"))
    versions = {name.partition(" ")[0]: name for name in told["peers"]}
    for part in told["rows"].values():
        for row in part:
            aims = row["aims"] or {next(iter(row["peers"])): (row["goal"], row["stretch"])}
            for peer, (goal, _) in aims.items():
                if goal is not None:
                    ratio = row["ratios"][peer]
                    met = ratio >= goal if row["at_least"] else ratio <= goal
                    sign = "≥" if row["at_least"] else "≤"
                    yield {
                        "work": row["work"],
                        "peer": versions.get(peer, peer),
                        "ratio": f"{ratio:.3g}",
                        "goal": f"{sign} {goal:g}",
                        "met": met,
                    }


def from_runs(folder: Path) -> dict[str, Any]:
    """Everything that the last runs left."""
    python = platform.python_version()
    figures = [
        *passed("tests", f"tests on Python {python}", "nox --session tests", folder),
        *branches(folder),
        *passed("thorough", "laws at 2,000 examples each", "nox --session thorough", folder),
        *(
            figure
            for other in MATRIX
            for figure in passed(f"matrix-{other}", f"tests on Python {other}", f"nox --session matrix-{other}", folder)
        ),
        *passed("wheel", "the wheel on the lowest versions", "nox --session wheel", folder),
        *passed("spark", "the frames on PySpark", "nox --session spark", folder),
        *mutants(folder),
    ]
    measured = list(ratios(folder))
    found: dict[str, Any] = {"figures": {figure.what: asdict(figure) for figure in figures}}
    if measured:
        found["ratios"] = {"day": day_of(folder / "bench.json"), "rows": measured}
    return found


# --- what is counted anew --------------------------------------------------------------------------------------------


class Collected:
    """Counts the tests as pytest finds them."""

    def __init__(self) -> None:
        """Begin with none."""
        self.tests = 0
        self.laws = 0

    def pytest_collection_finish(self, session: Any) -> None:
        """Look at every test; a law is one that Hypothesis draws for."""
        self.tests = len(session.items)
        self.laws = sum(getattr(getattr(item, "obj", None), "is_hypothesis_test", False) for item in session.items)


COLLECT: Final = """
import json, sys, pytest
sys.path.insert(0, sys.argv[1])
from figures import Collected
counted = Collected()
code = pytest.main(["--collect-only", "-qq", "-p", "no:cacheprovider"], plugins=[counted])
from hypothesis import settings
each = {name: settings.get_profile(name).max_examples for name in ("steady", "thorough")}
print("\\n" + json.dumps({"code": int(code), "tests": counted.tests, "laws": counted.laws, "each": each}))
"""


def collected() -> dict[str, Any]:
    """Let pytest find all tests, in a process of its own."""
    command = [sys.executable, "-W", "ignore", "-c", COLLECT, str(Path(__file__).parent)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 -- our own
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    if told["code"]:
        raise SystemExit(f"pytest did not find its way: {done.stdout[-500:]}")
    return told


def cells() -> tuple[int, int]:
    """How many changes of how many rule tables the tests try."""
    spec = spec_from_file_location("cells", ROOT / "tests" / "tables" / "test_every_cell_counts.py")
    assert spec is not None
    assert spec.loader is not None
    module: Any = module_from_spec(spec)
    spec.loader.exec_module(module)
    tables = [module.TABLES[name] for name in module.EXPECTED]
    return sum(len(list(module.instead(table))) for table in tables), len(tables)


def counted(told: Mapping[str, Any]) -> list[Figure]:
    """What is true of the tree as it is."""
    changes, tables = cells()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    prefix = "Programming Language :: Python :: 3."
    pythons = [line.rpartition(" ")[2] for line in project["classifiers"] if line.startswith(prefix + "1")]
    core: Any = import_module("pmm_core")
    codes: Any = import_module("pmm_core.errors")
    engines = ", ".join(f"{name} {release(name)}" for name in ENGINES)
    each = told["each"]
    drawn = f"{told['laws']:,}, with {each['steady']} examples each, {each['thorough']:,} in the thorough run"
    return [
        Figure("tests there are", f"{told['tests']:,}", "pytest --collect-only", number=told["tests"]),
        Figure("laws (properties) among them", drawn, "pytest --collect-only", number=told["laws"]),
        Figure("changes of rule tables tried", f"{changes:,}, in {tables} tables", "nox --session tests"),
        Figure("rules with a source", f"{len(core.rules()):,}", "pmm_core.rules()"),
        Figure("stable codes of reasons", f"{len(codes.codes()):,}", "pmm_core.errors.codes()"),
        Figure("engines for frames", engines, "nox --session tests spark"),
        Figure("Pythons promised", ", ".join(pythons), "nox --session tests matrix"),
    ]


def release(name: str) -> str:
    """The version of an engine that is installed here."""
    try:
        return version(name)
    except ModuleNotFoundError:
        return "(not here)"


# --- how it is told --------------------------------------------------------------------------------------------------


def kept() -> dict[str, Any]:
    """What is written down."""
    if not KEPT.exists():
        return {"figures": {}, "ratios": {"day": "", "rows": []}}
    told: dict[str, Any] = json.loads(KEPT.read_text(encoding="utf-8"))
    return told


def figures_of(told: Mapping[str, Any]) -> list[Figure]:
    """The figures that are written down."""
    return [Figure(**figure) for figure in told["figures"].values()]


def ratio_lines(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The ratios as rows of a Markdown table."""
    for row in rows:
        met = "" if row["met"] else "missed"
        yield f"| {row['work']} | {row['peer']} | {row['ratio']} | {row['goal']} | {met} |".replace("|  |", "| |")


def met(told: Mapping[str, Any]) -> Figure:
    """How many of the goals of speed and size are reached."""
    rows = told["ratios"]["rows"]
    reached = sum(row["met"] for row in rows)
    return Figure(
        "ratios beside peers", f"{reached} of {len(rows)} goals reached", "nox --session bench", told["ratios"]["day"]
    )


def short(told: Mapping[str, Any]) -> str:
    """The list of the README."""
    found = {figure.what: figure for figure in figures_of(told)}
    lines = [f"{what}: {figure.value}" for what, figure in found.items() if not what.startswith(_MUTANTS)]
    shares = [
        f"{what.removeprefix(_MUTANTS)} {figure.value.partition(' %')[0]} %"
        for what, figure in found.items()
        if what.startswith(_MUTANTS)
    ]
    lines += [f"mutants killed: {', '.join(shares)}"] if shares else []
    return "\n".join(f"- {line}" for line in [*lines, f"{met(told).what}: {met(told).value}"])


def long(told: Mapping[str, Any]) -> str:
    """The tables of the page."""
    figures = [figure.line for figure in [*figures_of(told), met(told)]]
    return "\n".join([HEAD, *figures, "", RATIOS_HEAD, *ratio_lines(told["ratios"]["rows"])])


def too_much(told: Mapping[str, Any], now: Sequence[Figure]) -> list[str]:
    """Where a kept number claims more than is counted now."""
    numbers = {figure.what: figure.number for figure in now}
    most = numbers.get("tests there are")
    return [
        f"{figure.what}: {figure.number:,} are claimed, and there are {most:,}"
        for figure in figures_of(told)
        if figure.number is not None and most is not None and figure.number > most
    ]


def main(arguments: Sequence[str]) -> int:
    """Print everything, and keep what is new where it is asked for."""
    told = kept()
    if "keep" in arguments:
        new = from_runs(FOUND)
        told = {"figures": told["figures"] | new["figures"], "ratios": new.get("ratios", told["ratios"])}
        KEPT.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    now = counted(collected())
    print(f"on {date.today().isoformat()}, {platform.platform()}, Python {platform.python_version()}\n")  # noqa: DTZ011 -- the day here
    print("\n".join([HEAD, *(figure.line for figure in now)]), "\n")
    print(long(told))
    faults = too_much(told, now)
    print(*faults, sep="\n")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
