"""What tells engines apart, on its own: small tables, plain rows, whole numbers; PySpark by stand-ins."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import narwhals.stable.v2 as nw
import pytest
from carriers import Carrier

from pmm_core.frames import MEASUREMENTS
from pmm_core.frames._engine import collected, how_many, in_range, small, whole

ROW: Final = {"area": "33.25", "metric": "a", "on": date(2024, 3, 7), "numerator": 1, "denominator": None}
TABLE: Final[Mapping[str, tuple[Any, ...]]] = {
    "text": ("a'b", 'Bâ"t', None),
    "number": (2**40, None, 0),
    "none": (None, None, None),
}


def like(carrier: Carrier) -> Any:
    return nw.from_native(carrier.frame([ROW, ROW | {"metric": "b", "denominator": 2}], MEASUREMENTS))


def test_a_small_table_holds_what_it_was_given(carrier: Carrier) -> None:
    made = small(like(carrier), TABLE)
    assert isinstance(nw.to_native(made), carrier.kind())
    wanted = [dict(zip(TABLE, cells, strict=True)) for cells in zip(*TABLE.values(), strict=True)]
    assert sorted(wanted, key=str) == carrier.rows(nw.to_native(made))


def test_a_small_table_can_be_joined(carrier: Carrier) -> None:
    frame = like(carrier)
    joined = frame.join(small(frame, {"place": ("first", "second")}), how="cross")
    assert ["first", "first", "second", "second"] == sorted(row["place"] for row in collected(joined.select("place")))


def test_rows_are_collected_as_plain_values(carrier: Carrier) -> None:
    found = collected(like(carrier).select("area", "numerator", "denominator"))
    assert [("33.25", 1, 2), ("33.25", 1, None)] == sorted((tuple(row.values()) for row in found), key=str)


def test_conditions_are_counted_and_stay_whole(carrier: Carrier) -> None:
    frame = like(carrier)
    told = frame.with_columns((nw.col("numerator") > 0).alias("flag"))
    counts = told.group_by("area").agg(how_many(frame, nw.col("flag")).alias("many"))
    counts = whole(counts, "many")
    assert nw.Int64 == counts.collect_schema()["many"]
    assert [2] == [row["many"] for row in collected(counts.select("many"))]


def test_numbers_whose_products_are_exact(carrier: Carrier) -> None:
    most = 2**31 - 1
    numbers = small(like(carrier), {"number": (most, -most, most + 1, -most - 1)})
    fitting = collected(numbers.filter(in_range("number")))
    assert [-most, most] == sorted(row["number"] for row in fitting)


class Spark:
    """Stands for a frame of PySpark and its session: it remembers what it was asked."""

    implementation: Any = nw.Implementation.PYSPARK

    def __init__(self) -> None:
        """Nothing was asked yet."""
        self.sparkSession = self
        self.made: list[Any] = []

    def createDataFrame(self, rows: Any, described: str) -> "Spark":  # noqa: N802 -- as PySpark calls it
        self.made += [rows, described]
        return self

    def collect(self) -> list[Any]:
        return [self]

    def asDict(self) -> dict[str, int]:  # noqa: N802 -- as PySpark calls it
        return {"number": 1}


def _same(frame: Any) -> Any:
    return frame


@pytest.fixture
def spark(monkeypatch: pytest.MonkeyPatch) -> Any:
    """PySpark without Java: its own session of the tests asks the true one."""
    monkeypatch.setattr(nw, "to_native", _same)
    monkeypatch.setattr(nw, "from_native", _same)
    return Spark()


def test_spark_makes_a_small_table_in_its_session(spark: Any) -> None:
    made: Any = small(spark, {"text": ("a", "b"), "number": (1, None)})
    assert spark is made
    assert [[("a", 1), ("b", None)], "`text` string, `number` bigint"] == spark.made


def test_spark_gives_rows_by_itself(spark: Any) -> None:
    assert [{"number": 1}] == collected(spark)


def test_spark_adds_up_numbers_in_place_of_truths(spark: Any) -> None:
    frame: Any = nw.from_dict({"flag": [True, False, True]}, backend="pyarrow")
    assert [2] == frame.select(how_many(spark, nw.col("flag")))["flag"].to_list()
