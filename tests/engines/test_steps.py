"""Steps that one engine takes in its own words, and the size at which one loses its order."""

from datetime import date
from typing import Any

import narwhals.stable.v2 as nw
import polars as pl
import pyarrow as pa
import pytest

from pmm_core.errors import InvalidValueError
from pmm_core.frames import _steps, standings  # pyright: ignore[reportPrivateUsage]
from pmm_core.frames._places import MOST_OF_ARROW


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

    def engine_of(_frame: object) -> nw.Implementation:
        return nw.Implementation.PYSPARK

    monkeypatch.setattr(_steps, "engine_of", engine_of)
    monkeypatch.setattr(nw, "to_native", to_native)
    frame: Any = object()
    found, step = _steps.quotients(frame, {"_hi": ("_n", 2**31, "_d")})
    assert ("`_n`", "`_d`", "(`_n` * 2147483648) div `_d` as `_hi`") == native.asked
    assert ["_hi"] == list(step)
    assert isinstance(found, nw.LazyFrame)


def test_names_are_written_in_where_a_frame_is_lazy_and_are_columns_where_it_is_not() -> None:
    held: Any = nw.from_native(pl.DataFrame({"a": [7], "b": [2]}))
    eager, step = _steps.quotients(held, {"c": ("a", 1, "b")})
    assert ["a", "b", "c"] == eager.collect_schema().names()
    assert [3] == eager.select(step["c"]).to_native()["c"].to_list()
    lazy, written = _steps.quotients(held.lazy(), {"c": ("a", 1, "b")})
    assert ["a", "b"] == lazy.collect_schema().names()
    assert [3] == lazy.select(c=written["c"]).to_native().collect()["c"].to_list()


def test_a_table_of_pyarrow_is_refused_where_it_would_lose_its_order() -> None:
    rows = MOST_OF_ARROW + 1
    measurements = pa.table(
        {
            "area": ["33.25"] * rows,
            "metric": ["teachers-logged-in"] * rows,
            "on": pa.array([date(2022, 12, 23)] * rows, pa.date32()),
            "numerator": [1] * rows,
            "denominator": [2] * rows,
        }
    )
    with pytest.raises(InvalidValueError) as caught:
        standings(measurements)
    assert [("measurements", "too-large")] == [(found.path, found.code) for found in caught.value.problems]
    assert rows - 1 == standings(measurements.slice(1)).num_rows
