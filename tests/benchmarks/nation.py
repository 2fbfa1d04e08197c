"""The whole nation: our calls beside queries written by hand on each engine, how they grow, and an audit.

From a Parquet file to the places of all kabupaten in their provinces.  Results are compared before anything is timed.
Memory is measured in a process of its own for each figure: the most that it ever held (the JVM, where there is one).

python tests/benchmarks/nation.py duckdb ours 3300000 0
"""

import os
import random
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from shutil import which
from time import perf_counter
from typing import Any

import nation_data
from nation_native import ALL, ONE, QUERIES, duck, needed, spark
from timing import Plan, Row, compare
from whole_cycle import opened, twenty

from pmm_core import Party, RefusedError, Role, frames
from pmm_core.ranking import STANDARD_METRICS

DAY = date(2022, 12, 23)
MILLIONS = 3_300_000
CYCLES = 500_000
SAMPLE = 20_000
LONG = 20.0  # seconds, from which on a thing is measured once
GOALS = {
    "polars": (1.15, 1.05),
    "polars-lazy": (1.15, 1.05),
    "pandas": (1.15, 1.05),
    "pyarrow": (1.15, 1.05),
    "duckdb": (1.4, 1.15),
    "dask": (1.4, 1.15),
    "pyspark": (1.4, 1.15),
}
BEYOND, LIMIT = 100_000_000, 750  # rows of a file of more than a gigabyte, and the megabytes that a process gets
STREAMING = ("polars-lazy", "duckdb", "dask", "pyspark", "batches")
METRICS = {metric.key: metric for metric in STANDARD_METRICS}
Metrics = tuple[str, ...]


def ranked(teachers: Any, metrics: Metrics) -> Any:
    """The call that is measured."""
    found = frames.adoption(teachers, on=DAY, metrics=[METRICS[metric] for metric in metrics])
    return frames.standings(found, within="province")


def by_polars(path: Path, metrics: Metrics) -> Any:
    """On Polars, all in memory."""
    import polars as pl

    return ranked(pl.read_parquet(path, columns=needed(metrics)), metrics)


def by_polars_lazy(path: Path, metrics: Metrics) -> Any:
    """On Polars, as it scans the file."""
    import polars as pl

    return ranked(pl.scan_parquet(path), metrics).collect()


def by_pandas(path: Path, metrics: Metrics) -> Any:
    """On pandas."""
    import pandas as pd

    return ranked(pd.read_parquet(path, columns=needed(metrics)), metrics)


def by_pyarrow(path: Path, metrics: Metrics) -> Any:
    """On PyArrow."""
    import pyarrow.parquet as pq

    return ranked(pq.read_table(path, columns=needed(metrics)), metrics)


def by_duckdb(path: Path, metrics: Metrics) -> Any:
    """On DuckDB."""
    return ranked(duck().read_parquet(str(path)), metrics).to_arrow_table()


def by_dask(path: Path, metrics: Metrics) -> Any:
    """On Dask."""
    import dask.dataframe as dd

    return ranked(dd.read_parquet(path, columns=needed(metrics)), metrics).compute()


def by_pyspark(path: Path, metrics: Metrics) -> Any:
    """On Spark, on this machine only."""
    return ranked(spark().read.parquet(str(path)), metrics).collect()


def by_batches(path: Path, metrics: Metrics) -> Any:
    """On PyArrow, one row group after the other."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    file = pq.ParquetFile(path)
    batches = (pa.Table.from_batches([batch]) for batch in file.iter_batches(500_000, columns=needed(metrics)))
    found = frames.adoption_by_batches(batches, on=DAY, metrics=[METRICS[metric] for metric in metrics])
    return frames.standings(found, within="province")


OURS: Mapping[str, Callable[[Path, Metrics], Any]] = {
    "polars": by_polars,
    "polars-lazy": by_polars_lazy,
    "pandas": by_pandas,
    "pyarrow": by_pyarrow,
    "duckdb": by_duckdb,
    "dask": by_dask,
    "pyspark": by_pyspark,
    "batches": by_batches,
}


def dicts(found: Any) -> Iterable[Mapping[str, Any]]:
    """The rows of what an engine has collected."""
    for method, arguments in (("to_dicts", ()), ("to_pylist", ()), ("to_dict", ("records",))):
        if hasattr(found, method):
            rows: Iterable[Mapping[str, Any]] = getattr(found, method)(*arguments)
            return rows
    return [row.asDict() for row in found]


def places(found: Any) -> set[tuple[str, str, int]]:
    """Metric, kabupaten and place, whatever the columns are called."""

    def first(row: Mapping[str, Any], *names: str) -> Any:
        return next(row[name] for name in names if name in row)

    return {(row["metric"], first(row, "area", "kabupaten"), int(first(row, "rank", "place"))) for row in dicts(found)}


def usable(engine: str) -> bool:
    """Whether an engine is here."""
    return engine != "pyspark" or bool(which("java") or os.environ.get("JAVA_HOME"))


def engines(plan: Plan) -> list[Row]:
    """Ours and by hand on each engine, one step of the funnel and all of them, with time and memory."""
    rows = quick(plan, MILLIONS)
    path = nation_data.teachers(rows)
    plan = replace(plan, rounds=min(plan.rounds, 9))
    found: list[Row] = []
    for engine, query in QUERIES.items():
        if not usable(engine):
            continue
        for what, metrics in (("one step", ONE), ("six steps", ALL)):
            ours = OURS[engine]
            if places(ours(path, metrics)) != places(query(path, metrics)):
                raise SystemExit(f"{engine}: ours and the query by hand do not agree")
            peer = engine.removesuffix("-lazy")
            calls = {"ours": partial(ours, path, metrics), peer: partial(query, path, metrics)}
            goal, stretch = GOALS[engine]
            found.append(compare(f"{engine}: {rows:,} teachers, {what}", calls, plan, goal=goal, stretch=stretch))
        ours_mb, theirs = (peak(engine, whose, rows) for whose in ("ours", "native"))
        found.append(Row(f"{engine}: the most memory, six steps", ours_mb, {peer: theirs}, unit="MB"))
    return found


def growth(plan: Plan) -> list[Row]:
    """Ten times the rows: the time, that of the query by hand beside it, and the memory where an engine streams."""
    few = quick(plan, MILLIONS)
    small, large = nation_data.teachers(few), nation_data.teachers(10 * few)
    plan = replace(plan, rounds=min(plan.rounds, 3))
    found: list[Row] = []
    for engine, ours in OURS.items():
        if not usable(engine):
            continue
        less = f"{few:,} rows"
        calls = {"ours": partial(ours, large, ALL), less: partial(ours, small, ALL)}
        aims = {less: (11.0, 9.0)}
        if engine in QUERIES:  # with more rows, what a call costs however few there are weighs less
            peer = engine.removesuffix("-lazy")
            calls[peer], aims[peer] = partial(QUERIES[engine], large, ALL), GOALS[engine]
        found.append(compare(f"{engine}: {10 * few:,} rows", calls, plan, aims=aims))
        goal, stretch = (2.0, 1.2) if engine in STREAMING else (None, None)
        found.append(
            Row(
                f"{engine}: the most memory with them",
                peak(engine, "ours", 10 * few),
                {less: peak(engine, "ours", few)},
                goal,
                stretch,
                "" if goal else "it holds the columns, as somebody who chose this engine expects",
                unit="MB",
            )
        )
    return found


def audits(plan: Plan) -> list[Row]:
    """Ten million events as one query, beside replaying a part of the same cycles as objects.

    The query begins with a file, so that objects are measured twice: those that are ready, and with their making.
    """
    number = quick(plan, CYCLES)
    events, cycles = nation_data.events(number), nation_data.cycles(number)
    part = random.Random(1).sample(range(number), min(number, SAMPLE))  # the same for every run
    start = perf_counter()
    logs = [
        (opened(guru), nation_data.damaged(twenty(guru), nation_data.damage_of(index))) for index, guru in people(part)
    ]

    making = perf_counter() - start

    def objects() -> set[int]:
        refused: set[int] = set()
        for index, (cycle, log) in zip(part, logs, strict=True):
            try:
                cycle.replay(log)
            except RefusedError:
                refused.add(index)
        return refused

    start = perf_counter()
    refused = objects()
    replaying = perf_counter() - start
    times_more = number / len(part)
    seconds = {"ready objects": replaying * times_more, "objects": (making + replaying) * times_more}
    found: list[Row] = []
    for engine, audit in AUDITS.items():
        if not usable(engine):
            continue
        start = perf_counter()
        names = {row["cycle"] for row in dicts(audit(events, cycles)) if row["first"]}
        rounds = min(plan.rounds, 5 if perf_counter() - start < LONG else 1)
        expected = {name for name, index in zip(named(part), part, strict=True) if index in refused}
        if names & set(named(part)) != expected:
            raise SystemExit(f"{engine}: the audit and the objects do not agree")
        times: list[float] = []
        for _ in range(rounds):
            start = perf_counter()
            audit(events, cycles)
            times.append(perf_counter() - start)
        found.append(
            Row(
                f"{engine}: audit of {number * nation_data.EACH:,} events",
                sorted(times)[len(times) // 2],
                seconds,
                0.05,
                0.01,
                f"{len(part):,} cycles replayed, and multiplied",
            )
        )
    return found


def people(numbers: Iterable[int]) -> Iterable[tuple[int, Party]]:
    """The teachers of these cycles."""
    for index in numbers:
        yield index, Party(nation_data.named("g-", index, 1)[0].as_py(), Role.TEACHER)


def named(numbers: Iterable[int]) -> list[str]:
    """The keys of these cycles."""
    return [nation_data.named("c-", index, 1)[0].as_py() for index in numbers]


def audit_by_polars(events: Path, cycles: Path) -> Any:
    """On Polars, as it scans the files."""
    import polars as pl

    return frames.audit(pl.scan_parquet(events), pl.scan_parquet(cycles)).collect()


def audit_by_duckdb(events: Path, cycles: Path) -> Any:
    """On DuckDB."""
    read = duck().read_parquet
    return frames.audit(read(str(events)), read(str(cycles))).to_arrow_table()


def audit_by_pandas(events: Path, cycles: Path) -> Any:
    """On pandas."""
    import pandas as pd

    arrow = partial(pd.read_parquet, dtype_backend="pyarrow")
    return frames.audit(arrow(events), arrow(cycles))


def audit_by_pyarrow(events: Path, cycles: Path) -> Any:
    """On PyArrow."""
    import pyarrow.parquet as pq

    return frames.audit(pq.read_table(events), pq.read_table(cycles))


def audit_by_dask(events: Path, cycles: Path) -> Any:
    """On Dask."""
    import dask.dataframe as dd

    return frames.audit(dd.read_parquet(events), dd.read_parquet(cycles)).compute()


def audit_by_pyspark(events: Path, cycles: Path) -> Any:
    """On Spark, on this machine only."""
    read = spark().read.parquet
    return frames.audit(read(str(events)), read(str(cycles))).collect()


AUDITS: Mapping[str, Callable[[Path, Path], Any]] = {
    "polars": audit_by_polars,
    "duckdb": audit_by_duckdb,
    "pandas": audit_by_pandas,
    "pyarrow": audit_by_pyarrow,
    "dask": audit_by_dask,
    "pyspark": audit_by_pyspark,
}


def beyond(plan: Plan) -> list[Row]:
    """A file larger than the memory that a process may take, where the engine streams, and where it does not."""
    if quick(plan, BEYOND) < BEYOND:
        return []  # a small file shows nothing
    size = nation_data.teachers(BEYOND).stat().st_size / 2**20
    found: list[Row] = []
    for engine in ("polars-lazy", "duckdb", "batches"):
        most = peak(engine, "ours", BEYOND, LIMIT)
        work = f"{engine}: {BEYOND:,} rows, at most {LIMIT} MB of data allowed"
        found.append(Row(work, most, {"the file": size}, 1.0, note="both in megabytes", unit="MB"))
    try:
        peak("polars", "ours", BEYOND, LIMIT)
    except subprocess.CalledProcessError:
        return found
    raise SystemExit("the limit does not limit: the whole file fits")


def quick(plan: Plan, number: int) -> int:
    """Fewer of them for a smoke run."""
    return number if plan.rounds > 3 else number // 100


def peak(engine: str, whose: str, rows: int, limit: int = 0) -> float:
    """The most memory that a process of its own ever held, in megabytes; it may be given no more than so many."""
    command = [sys.executable, "-W", "ignore", __file__, engine, whose, str(rows), str(limit)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[-1])


def held(engine: str) -> float:
    """The most that this process has held, or its JVM."""
    process = spark().sparkContext._gateway.proc.pid if engine == "pyspark" else "self"
    status = Path(f"/proc/{process}/status")  # getrusage would tell that of the parent too, if that held more
    lines = status.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def rows(plan: Plan) -> list[Row]:
    """Measure all of it."""
    return [*engines(plan), *growth(plan), *beyond(plan), *audits(plan)]


def main() -> None:
    """Run one call and say what memory it took."""
    engine, whose, number, limit = sys.argv[1:]
    if int(limit):
        resource.setrlimit(resource.RLIMIT_DATA, (int(limit) * 2**20, int(limit) * 2**20))
        if engine == "duckdb":
            duck().sql(f"set memory_limit = '{int(limit) // 2}MB'")
    call = OURS[engine] if whose == "ours" else QUERIES[engine]
    call(nation_data.teachers(int(number)), ALL)
    print(held(engine))


if __name__ == "__main__":
    main()
