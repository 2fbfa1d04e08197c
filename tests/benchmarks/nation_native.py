"""The nation as somebody would write it by hand on each engine: shares as floats, nothing checked, no reasons given.

Each takes the path of a Parquet file and gives what its engine collects: a row per kabupaten and step, with its place
in the province.  One step, or all of the funnel in one pass.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

COLUMNS = ("role", "kabupaten", "account_registered", "logged_in", "topics_completed")
ONE = ("teachers-logged-in",)
ALL = (
    "accounts-activated",
    "teachers-logged-in",
    "topic-1-completed",
    "topic-2-completed",
    "topic-3-completed",
    "topic-4-completed",
)
_FLAGS = {"accounts-activated": "account_registered", "teachers-logged-in": "logged_in"}


def needed(metrics: tuple[str, ...]) -> list[str]:
    """The columns that a reader has to read."""
    flags = [_FLAGS[metric] for metric in metrics if metric in _FLAGS]
    return ["role", "kabupaten", *flags, *(["topics_completed"] if len(flags) < len(metrics) else [])]


def least(metric: str) -> int:
    """How many topics a step asks for."""
    return int(metric.split("-")[1])


def by_polars(path: Path, metrics: tuple[str, ...], *, lazy: bool) -> Any:
    """With the expressions of Polars."""
    import polars as pl

    frame: Any = pl.scan_parquet(path) if lazy else pl.read_parquet(path, columns=needed(metrics))
    sums = [
        pl.col(_FLAGS[metric]).sum().alias(metric)
        if metric in _FLAGS
        else (pl.col("topics_completed") >= least(metric)).sum().alias(metric)
        for metric in metrics
    ]
    found = (
        frame.filter(pl.col("role") == "teacher")
        .group_by("kabupaten")
        .agg(pl.len().alias("of"), *sums)
        .unpivot(on=list(metrics), index=["kabupaten", "of"], variable_name="metric", value_name="numerator")
        .with_columns(
            (pl.col("numerator") / pl.col("of"))
            .rank("min", descending=True)
            .over(pl.col("kabupaten").str.slice(0, 2), "metric")
            .alias("rank")
        )
    )
    return found.collect() if lazy else found


def by_pandas(path: Path, metrics: tuple[str, ...]) -> Any:
    """With pandas."""
    import pandas as pd

    frame = pd.read_parquet(path, columns=needed(metrics))
    return _ranked_by_pandas(_summed_by_pandas(frame, metrics))


def _summed_by_pandas(frame: Any, metrics: tuple[str, ...]) -> Any:
    frame = frame[frame["role"] == "teacher"]
    flags = {
        metric: frame[_FLAGS[metric]] if metric in _FLAGS else frame["topics_completed"] >= least(metric)
        for metric in metrics
    }
    grouped = frame[["kabupaten"]].assign(**flags).groupby("kabupaten")
    return grouped.sum().assign(of=grouped.size()).reset_index()


def _ranked_by_pandas(found: Any) -> Any:
    found = found.melt(["kabupaten", "of"], var_name="metric", value_name="numerator")
    share = found["numerator"] / found["of"]
    keys = [found["kabupaten"].str.slice(0, 2), found["metric"]]
    return found.assign(rank=share.groupby(keys).rank("min", ascending=False))


def by_pyarrow(path: Path, metrics: tuple[str, ...]) -> Any:
    """With PyArrow, which has no windows: the few rows that are left are ranked in Python."""
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    table = pq.read_table(path, columns=needed(metrics))
    table = table.filter(pc.equal(table["role"], "teacher"))
    columns = {
        metric: table[_FLAGS[metric]]
        if metric in _FLAGS
        else pc.greater_equal(table["topics_completed"], least(metric))
        for metric in metrics
    }
    flat = pa.table({"kabupaten": table["kabupaten"], **columns})
    sums = [(metric, "sum") for metric in metrics]
    rows = flat.group_by("kabupaten").aggregate([*sums, ([], "count_all")]).to_pylist()
    found = [(metric, row["kabupaten"], row[f"{metric}_sum"], row["count_all"]) for metric in metrics for row in rows]
    shares: dict[tuple[str, str], list[float]] = {}
    for metric, area, number, of in found:
        shares.setdefault((metric, area[:2]), []).append(number / of)
    places = {key: {share: 1 + sum(one > share for one in of) for share in of} for key, of in shares.items()}
    return pa.table(
        {
            "metric": [metric for metric, *_ in found],
            "kabupaten": [area for _, area, *_ in found],
            "numerator": [number for *_, number, _ in found],
            "of": [of for *_, of in found],
            "rank": [places[metric, area[:2]][number / of] for metric, area, number, of in found],
        }
    )


def sql(source: str, metrics: tuple[str, ...]) -> str:
    """The query as DuckDB and Spark both take it."""
    taken = [_FLAGS.get(metric) or f"topics_completed >= {least(metric)}" for metric in metrics]
    sums = ", ".join(f"count_if({word}) as step_{index}" for index, word in enumerate(taken))
    steps = " ".join(f"when '{metric}' then step_{index}" for index, metric in enumerate(metrics))
    words = ", ".join(f"('{metric}')" for metric in metrics)
    return f"""
        with counted as (
            select kabupaten, count(*) as base, {sums} from {source} where role = 'teacher' group by kabupaten
        ), figures as (
            select kabupaten, base, metric, case metric {steps} end as numerator
            from counted cross join (values {words}) as metrics(metric)
        )
        select kabupaten, metric, numerator,
            rank() over (partition by substr(kabupaten, 1, 2), metric order by numerator / base desc) as place
        from figures
    """


@cache
def duck() -> Any:
    """One connection."""
    import duckdb

    return duckdb.connect()


def by_duckdb(path: Path, metrics: tuple[str, ...]) -> Any:
    """With SQL."""
    return duck().sql(sql(f"read_parquet('{path}')", metrics)).to_arrow_table()


def by_dask(path: Path, metrics: tuple[str, ...]) -> Any:
    """With Dask, to where few rows are left; pandas for those."""
    import dask.dataframe as dd

    frame = dd.read_parquet(path, columns=needed(metrics))
    frame = frame[frame["role"] == "teacher"]
    flags = {
        metric: frame[_FLAGS[metric]] if metric in _FLAGS else frame["topics_completed"] >= least(metric)
        for metric in metrics
    }
    flat = frame[["kabupaten"]].assign(**flags, of=1)
    return _ranked_by_pandas(flat.groupby("kabupaten").sum().compute().reset_index())


@cache
def spark() -> Any:
    """One session."""
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.host": "localhost",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.memory": "2g",
    }
    builder = SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    found = builder.getOrCreate()
    found.sparkContext.setLogLevel("ERROR")
    return found


def by_pyspark(path: Path, metrics: tuple[str, ...]) -> Any:
    """With Spark's SQL."""
    return spark().sql(sql(f"parquet.`{path}`", metrics)).collect()


QUERIES: Mapping[str, Callable[[Path, tuple[str, ...]], Any]] = {
    "polars": lambda path, metrics: by_polars(path, metrics, lazy=False),
    "polars-lazy": lambda path, metrics: by_polars(path, metrics, lazy=True),
    "pandas": by_pandas,
    "pyarrow": by_pyarrow,
    "duckdb": by_duckdb,
    "dask": by_dask,
    "pyspark": by_pyspark,
}
