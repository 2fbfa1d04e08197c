"""Steps that one engine takes in its own words, and a table so large that another loses its order."""

from datetime import date, timedelta
from typing import Any, cast

import duckdb
import narwhals.stable.v2 as nw
import polars as pl
import pytest

from pmm_core.frames import _steps, standings  # pyright: ignore[reportPrivateUsage] -- a step is asked by itself
from pmm_core.ranking import TieMethod
from pmm_core.regions import kabupatens


class Native:
    """Stands in for a frame of PySpark, and holds what it is asked for."""

    columns = ("_n", "_d", "_hi")

    def __init__(self) -> None:
        self.asked: tuple[str, ...] = ()

    def selectExpr(self, *asked: str) -> pl.LazyFrame:  # noqa: N802 -- its name there
        self.asked = asked
        return pl.LazyFrame({"_n": [7], "_d": [2], "_hi": [3]})


def test_pyspark_divides_whole_numbers_as_whole_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    native = Native()

    def to_native(_frame: object) -> Native:
        return native

    def is_duckdb(_frame: object) -> bool:
        return False

    def is_spark(_frame: object) -> bool:
        return True

    monkeypatch.setattr(_steps, "is_duckdb", is_duckdb)
    monkeypatch.setattr(_steps, "is_spark", is_spark)
    monkeypatch.setattr(nw, "to_native", to_native)
    frame: Any = object()
    found, step = _steps.quotients(frame, {"_hi": ("_n", 2**31, "_d")})
    assert ("`_n` as `_n`", "`_d` as `_d`", "(`_n` * 2147483648) div `_d` as `_hi`") == native.asked
    assert ["_hi"] == list(step)
    assert isinstance(found, nw.LazyFrame)


def test_names_are_written_in_where_columns_become_sql_and_are_columns_elsewhere() -> None:
    held: Any = nw.from_native(pl.DataFrame({"a": [7], "b": [2]}))
    for frame in (held, held.lazy()):
        named, step = _steps.named(frame, c=nw.col("a") // nw.col("b"))
        assert ["a", "b", "c"] == named.collect_schema().names()
        assert [3] == named.select(step["c"]).lazy().collect().to_native()["c"].to_list()
    relation: Any = nw.from_native(cast("Any", duckdb.sql("select 7 as a, 2 as b")))
    written, step = _steps.named(relation, c=nw.col("a") // nw.col("b"))
    assert ["a", "b"] == written.collect_schema().names()
    assert [(3,)] == written.select(c=step["c"]).to_native().fetchall()


def test_a_large_table_of_pyarrow_keeps_its_order() -> None:
    days = [date(2022, 1, 1) + timedelta(days=number) for number in range(300)]
    areas = [area.key for area in kabupatens()]
    rows = [(area, on, (index * 7 + shift) % 97) for shift, on in enumerate(days) for index, area in enumerate(areas)]
    held = pl.DataFrame(
        {
            "area": [area for area, _, _ in rows],
            "metric": ["teachers-logged-in"] * len(rows),
            "on": [on for _, on, _ in rows],
            "numerator": [number for _, _, number in rows],
            "denominator": [100] * len(rows),
        }
    )
    measurements = cast("Any", held).to_arrow()
    assert 150_000 < held.height
    columns = ["area", "on", "rank", "tied", "size"]
    for ties in (TieMethod.COMPETITION, TieMethod.DENSE):
        found = pl.DataFrame(standings(measurements, ties=ties)).select(columns).sort("on", "area")
        assert standings(held, ties=ties).select(columns).sort("on", "area").equals(found)
