"""The engines that the frames run on, each as a pair of ways: rows of ours in, rows of ours out.

``PMM_ENGINES`` names those that a run wants, with commas between; all that need nothing but Python where it is not
set.  PySpark needs Java, and is asked for by its own session.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any, Final, TypeAlias

import attrs

from pmm_core.frames import Column, ColumnKind, Schema

Row: TypeAlias = dict[str, Any]
Table: TypeAlias = Any
"""A table of PyArrow.  Engines are imported by name: several of them ship no types, and each only where wanted."""

pa: Any = import_module("pyarrow")
_ARROW: Final = {
    ColumnKind.TEXT: pa.string(),
    ColumnKind.CODE: pa.string(),
    ColumnKind.INTEGER: pa.int64(),
    ColumnKind.FLAG: pa.bool_(),
    ColumnKind.DAY: pa.date32(),
}


@attrs.frozen(kw_only=True)
class Carrier:
    """One engine."""

    name: str
    load: Callable[[Table], Any]
    collect: Callable[[Any], Iterable[Mapping[str, Any]]]
    kind: Callable[[], type]
    lazy: bool
    examples: int
    """How many drawn examples a law may cost here."""

    def frame(self, rows: Sequence[Mapping[str, Any]], schema: Schema, *, only: Sequence[str] = ()) -> Any:
        """A frame of this engine with these rows; optional columns are there where a row has them."""
        columns = [
            column
            for column in schema.columns
            if (column.name in only) or (not only and (not column.optional or any(column.name in row for row in rows)))
        ]
        return self.load(table(rows, columns))

    def rows(self, frame: Any) -> list[Row]:
        """The rows of a frame as plain values: missing as None, days as days, in an order of their own."""
        found = [{name: plain(value) for name, value in row.items()} for row in self.collect(frame)]
        return sorted(found, key=_order)


def table(rows: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> Table:
    kinds = [(column.name, _ARROW[column.kind]) for column in columns]
    return pa.table(
        {name: pa.array([row.get(name) for row in rows], kind) for name, kind in kinds}, schema=pa.schema(kinds)
    )


def plain(value: Any) -> Any:
    """A value as Python has it."""
    if value is None or value != value or type(value).__name__ == "NAType":  # noqa: PLR0124 -- not a number
        return None
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, datetime):
        return value.date()
    return value


def _order(row: Row) -> str:
    return repr(list(row.items()))


def _dicts(frame: Any) -> list[Row]:
    found: list[Row] = frame.to_dicts()
    return found


def _records(frame: Any) -> list[Row]:
    found: list[Row] = frame.to_dict("records")
    return found


def _pylist(frame: Any) -> list[Row]:
    found: list[Row] = frame.to_pylist()
    return found


def _pandas(given: Table) -> Any:
    """As pandas holds them without Arrow: days as points in time, whole numbers with gaps as Int64."""
    pd: Any = import_module("pandas")
    found = given.to_pandas(integer_object_nulls=True, date_as_object=False)
    for field in given.schema:
        if pa.types.is_integer(field.type) and found[field.name].isna().any():
            found[field.name] = found[field.name].astype("UInt64" if field.type == pa.uint64() else "Int64")
        if pa.types.is_boolean(field.type) and found[field.name].isna().any():
            found[field.name] = found[field.name].astype("boolean")
        if pa.types.is_date(field.type):
            found[field.name] = pd.to_datetime(found[field.name])
        if pa.types.is_integer(field.type) and found[field.name].dtype == object:
            found[field.name] = found[field.name].astype("int64")
        if pa.types.is_string(field.type):
            found[field.name] = found[field.name].astype("str")
    return found


def _pandas_arrow(given: Table) -> Any:
    pd: Any = import_module("pandas")
    return given.to_pandas(types_mapper=pd.ArrowDtype)


def _arrow(given: Table) -> Table:
    return given


def _polars(given: Table) -> Any:
    return import_module("polars").from_arrow(given)


def _polars_lazy(given: Table) -> Any:
    return _polars(given).lazy()


@cache
def _connection() -> Any:
    return import_module("duckdb").connect()


def _duckdb(given: Table) -> Any:
    return _connection().from_arrow(given)


def _from_duckdb(frame: Any) -> list[Row]:
    return _pylist(frame.to_arrow_table())


def _dask(given: Table) -> Any:
    return import_module("dask.dataframe").from_pandas(_pandas_arrow(given), npartitions=2)


@cache
def spark() -> Any:
    """One session for the whole run, as small as it gets."""
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")  # asks no name service who this machine is
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.default.parallelism": "2",
        "spark.sql.session.timeZone": "UTC",
        "spark.driver.host": "localhost",
        "spark.driver.bindAddress": "127.0.0.1",
        # many small queries, none of which runs for long: the second compiler costs more than it gives
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    }
    builder: Any = import_module("pyspark.sql").SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def _pyspark(given: Table) -> Any:
    return spark().createDataFrame(given)


def _from_pyspark(frame: Any) -> list[Row]:
    return [row.asDict() for row in frame.collect()]


def _kind(module: str, name: str) -> Callable[[], type]:
    def find() -> type:
        found: type = getattr(import_module(module), name)
        return found

    return find


CARRIERS: Final = {
    carrier.name: carrier
    for carrier in (
        Carrier(
            name="pandas", load=_pandas, collect=_records, kind=_kind("pandas", "DataFrame"), lazy=False, examples=5
        ),
        Carrier(
            name="pandas-arrow",
            load=_pandas_arrow,
            collect=_records,
            kind=_kind("pandas", "DataFrame"),
            lazy=False,
            examples=3,
        ),
        Carrier(name="polars", load=_polars, collect=_dicts, kind=_kind("polars", "DataFrame"), lazy=False, examples=8),
        Carrier(
            name="polars-lazy",
            load=_polars_lazy,
            collect=lambda frame: _dicts(frame.collect()),
            kind=_kind("polars", "LazyFrame"),
            lazy=True,
            examples=8,
        ),
        Carrier(
            name="pyarrow",
            load=_arrow,
            collect=_pylist,
            kind=_kind("pyarrow", "Table"),
            lazy=False,
            examples=8,
        ),
        Carrier(
            name="duckdb",
            load=_duckdb,
            collect=_from_duckdb,
            kind=_kind("duckdb", "DuckDBPyRelation"),
            lazy=True,
            examples=5,
        ),
        Carrier(
            name="dask",
            load=_dask,
            collect=lambda frame: _records(frame.compute()),
            kind=_kind("dask.dataframe", "DataFrame"),
            lazy=True,
            examples=1,
        ),
        Carrier(
            name="pyspark",
            load=_pyspark,
            collect=_from_pyspark,
            kind=_kind("pyspark.sql", "DataFrame"),
            lazy=True,
            examples=3,
        ),
    )
}
LOCAL: Final = tuple(name for name in CARRIERS if name != "pyspark")


def wanted() -> tuple[str, ...]:
    """The engines of this run."""
    asked = os.environ.get("PMM_ENGINES", "")
    return tuple(asked.split(",")) if asked else LOCAL
