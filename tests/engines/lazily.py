"""Frames that tell when they are computed, and how often their source is read."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false
# (several of the engines ship no types)

from typing import Any

from carriers import Carrier


def failing(carrier: Carrier, frame: Any) -> Any:
    """The same lazy frame, which fails as soon as anything is computed."""
    others = 'area, metric, "on", denominator'
    match carrier.name:
        case "polars-lazy":
            return frame.map_batches(_fail)
        case "dask":
            return frame.map_partitions(_fail, meta=frame._meta)
        case "duckdb":
            wrong = "cast(case when area is not null then error('computed') end as bigint) as numerator"
            return frame.project(f"{others}, {wrong}")
        case _:
            return frame.selectExpr(
                "area", "metric", "on", "denominator", "cast(raise_error('computed') as bigint) numerator"
            )


def _fail(_frame: Any) -> Any:
    raise AssertionError("computed")


def counting(carrier: Carrier, frame: Any, reads: list[int]) -> Any:
    """The same lazy frame, which notes how many rows it gives each time it is read; Polars and Dask only."""

    def note(piece: Any) -> Any:
        reads.append(len(piece))
        return piece

    return frame.map_batches(note) if carrier.name == "polars-lazy" else frame.map_partitions(note, meta=frame._meta)


def scans(carrier: Carrier, frame: Any) -> int:
    """How many times the plan of a lazy frame reads a source; DuckDB and PySpark only."""
    if carrier.name == "duckdb":
        return str(frame.explain()).count("ARROW_SCAN")
    plan = str(frame._jdf.queryExecution().executedPlan().toString())
    return plan.count("Scan ")
