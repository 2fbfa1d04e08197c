"""Measure our work beside that of peers in the same run, and print the ratios.  Judges nothing.

python tests/benchmarks/run.py [--quick] [--only WORD] [--json FILE]
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from timing import Plan, Row

PARTS = {
    "imports": "Import, over an empty interpreter",
    "ranking": "Ranking, list in, list out",
    "values": "One value, one look-up",
    "cycles": "One step of a performance cycle, and whole cycles",
    "overview": "Many cycles at once",
    "dates": "Days, windows and months",
    "appraisal": "Predicates, distributions, credit",
    "wire": "Values to JSON and back",
    "nation": "The whole nation, from a Parquet file",
    "strategies": "Strategies",
}
PACKAGES = {"builds": "hypothesis", "relativedelta": "python-dateutil", "rrule": "python-dateutil"}
PACKAGES |= dict.fromkeys(
    ("by hand", "objects", "the file", "dict", "apply", "20 events", "arithmetic", "Counter", "decimal", "a loop"), ""
)
VARIABLES = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS")


def release(peer: str) -> str:
    """Write a peer with its version."""
    package = PACKAGES.get(peer, peer)
    if not package:
        return peer
    try:
        return f"{peer} {version(package)}"
    except PackageNotFoundError:
        return peer


def seconds(value: float) -> str:
    """Write a duration in a unit that suits it."""
    for size, unit in ((1.0, "s "), (1e-3, "ms"), (1e-6, "µs")):
        if value >= size:
            return f"{value / size:.3g} {unit}"
    return f"{value / 1e-9:.3g} ns"


def amount(row: Row, value: float) -> str:
    """Write what was measured in the unit of the row."""
    return seconds(value) if row.unit == "s" else f"{value:,.0f} {row.unit}"


def bound(row: Row, peer: str) -> str:
    """Write what is aimed at: beside the first peer, or beside each that has an aim of its own."""
    first = row.goal is not None and peer == next(iter(row.peers))
    goal, stretch = row.aims.get(peer, (row.goal, row.stretch) if first else (None, None))
    if goal is None:
        return ""
    sign = "≥" if row.at_least else "≤"
    return f"goal {sign} {goal:g}" + ("" if stretch is None else f", stretch {sign} {stretch:g}")


def lines(row: Row) -> Iterator[str]:
    """Write one comparison, a peer a line."""
    yield f"  {row.work}"
    for peer, theirs in row.peers.items():
        times = f"{amount(row, row.ours):>12} / {amount(row, theirs):<12} {release(peer):<26}"
        yield f"    {row.ratios[peer]:8.3g}  = {times} {bound(row, peer)}".rstrip()
    if row.note:
        yield f"              ({row.note})"


def surroundings() -> dict[str, str]:
    """Say what the numbers were measured on."""
    found = {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "pmm-core": release("pmm-core"),
    }
    return found | {name: os.environ.get(name, "not set") for name in VARIABLES}


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Measure beside peers and print ours / theirs.")
    parser.add_argument("--quick", action="store_true", help="a smoke run; its numbers mean nothing")
    parser.add_argument("--only", choices=PARTS, help="one part")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers too")
    arguments = parser.parse_args()
    if isinstance(sys.stdout.encoding, str) and sys.stdout.encoding.lower() != "utf-8":
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    plan = Plan.quick() if arguments.quick else Plan()
    found: dict[str, list[Row]] = {}
    for name, value in surroundings().items():
        print(f"{name:<22}{value}")
    print(f"\nours / theirs, medians of {plan.rounds} rounds in turns{', QUICK' if arguments.quick else ''}")
    for part, title in PARTS.items():
        if arguments.only in {None, part}:
            print(f"\n{title}")
            try:
                found[part] = import_module(part).rows(plan)
            except (ImportError, AttributeError) as error:
                print(f"  left out: {error}")
                continue
            for row in found[part]:
                print("\n".join(lines(row)))
    if arguments.json:
        rows = {part: [row.plain for row in known] for part, known in found.items()}
        peers = sorted({peer for known in found.values() for row in known for peer in row.peers})
        result = {"surroundings": surroundings(), "peers": [release(peer) for peer in peers], "rows": rows}
        arguments.json.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
