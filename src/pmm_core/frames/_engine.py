"""The one place that tells engines apart; everything else is written once, in the expressions of narwhals.

What is asked of an engine is little, so that all of them can give it: filters, sums over groups, joins, and whole
numbers of 64 bits.  Where one lacks something or does it in its own way, the difference is settled here.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from types import MappingProxyType
from typing import Any, Final, TypeAlias, TypeVar, cast

import narwhals.stable.v2 as nw
from narwhals.exceptions import DuplicateError
from narwhals.stable.v2.typing import IntoFrame

from pmm_core._checks import Problems, kind_of, shown

Frame: TypeAlias = nw.LazyFrame[Any]
"""A frame inside the library.  An eager one is written down as lazy as well: what is used here, both can do."""
IntoFrameT = TypeVar("IntoFrameT", bound=IntoFrame | nw.DataFrame[Any] | nw.LazyFrame[Any])
"""A frame of the caller, native or of narwhals; what comes in comes out."""

ENGINES: Final = ("pandas", "Polars", "PyArrow", "DuckDB", "Dask", "PySpark")
_EAGER: Final = (nw.Implementation.PANDAS, nw.Implementation.POLARS, nw.Implementation.PYARROW)
_LAZY: Final = (
    nw.Implementation.POLARS,
    nw.Implementation.DUCKDB,
    nw.Implementation.DASK,
    nw.Implementation.PYSPARK,
    nw.Implementation.PYSPARK_CONNECT,
)
_SQL_TYPES: Final = MappingProxyType({int: "bigint", str: "varchar"})
_SPARK_TYPES: Final = MappingProxyType({int: "bigint", str: "string"})
_SPLIT, _NO_CELL = "\x1f", "\x1e"
LIMIT: Final = 2**31
_MOST_TOLD: Final = 20

Cell: TypeAlias = str | int | None


def opened(problems: Problems, path: str, given: object) -> Frame | None:
    """Read a frame of any of the engines, or note that it is none."""
    try:
        frame: Any = nw.from_native(cast("Any", given))
    except TypeError:
        frame = None
    except DuplicateError:  # of pandas or PyArrow, which let two columns have one name
        native: Any = given
        _note_doubled(problems, path, native.column_names if hasattr(native, "column_names") else native.columns)
        return None
    if not isinstance(frame, nw.DataFrame | nw.LazyFrame):
        problems.add(path, "wrong-type", f"must be a frame of {', '.join(ENGINES)}, not {kind_of(given)}")
        return None
    known = _EAGER if isinstance(frame, nw.DataFrame) else _LAZY
    if frame.implementation not in known:
        problems.add(path, "unknown-engine", f"must be a frame of {', '.join(ENGINES)}, not {frame.implementation}")
        return None
    found = cast("Frame", frame)
    if is_duckdb(found) or is_spark(found) or is_dask(found):  # the others cannot hold two
        names = [name.lower() if is_duckdb(found) else name for name in nw.to_native(found).columns]
        if len(set(names)) < len(names):
            _note_doubled(problems, path, names)
            return None
    return _with_plain_index(found) if is_pandas(found) else found


def _with_plain_index(frame: Frame) -> Frame:
    """A frame of pandas whose index is not called as a column is, which pandas refuses to group or join by."""
    native: Any = nw.to_native(frame)
    names = native.index.names if is_eager(frame) else [native.index.name]
    if not any(name is not None and name in native.columns for name in names):
        return frame
    return cast("Frame", nw.from_native(native.rename_axis(index=[None] * len(names) if len(names) > 1 else None)))


def _note_doubled(problems: Problems, path: str, names: Iterable[object]) -> None:
    """Note the names that more than one column has; to DuckDB ``Area`` and ``area`` are one."""
    for name, times in Counter(map(str, names)).most_common(_MOST_TOLD):
        if times > 1:
            problems.add(f"{path}[{label(name)}]", "duplicate", f"{times} columns have this name")


def label(name: str) -> str:
    """The name of a column for a path or message; one that no schema has is shown as any text of a caller is."""
    return name if name.isprintable() and shown(name) == repr(name) else shown(name)


def type_of(frame: Frame, name: str) -> str:
    """What the engine itself calls the type of a column; for those that narwhals has no word for."""
    native: Any = nw.to_native(frame)
    if is_duckdb(frame):
        found: Any = zip(native.columns, native.types, strict=True)
    elif is_arrow(frame):
        found = zip(native.column_names, native.schema.types, strict=True)
    else:
        found = native.collect_schema() if is_polars(frame) else native.dtypes
    return str(dict(found)[name])


def given_back(result: Frame, like: object) -> Any:  # noqa: ANN401 -- of the caller's own kind
    """Hand a result out as the frame that came in: one of narwhals for one of narwhals, else the engine's own."""
    return result if isinstance(like, nw.DataFrame | nw.LazyFrame) else nw.to_native(result)


def beside(problems: Problems, path: str, frame: Frame | None, other: Frame | None) -> Frame | None:
    """The other of two frames, so that it can be joined to the first; frames of two engines are noted."""
    if frame is None or other is None:
        return None
    if other.implementation is frame.implementation:
        if is_eager(frame) is is_eager(other):
            return other
        if is_eager(other):
            return other.lazy()
    problems.add(path, "different-engine", f"must be of the same engine, {_named(frame)}, not {_named(other)}")
    return None


def _named(frame: Frame) -> str:
    return f"{frame.implementation}, {'eager' if is_eager(frame) else 'lazy'}"


def engine_of(frame: Frame) -> nw.Implementation:
    """Which engine holds the frame; what is written down as lazy may be any of them."""
    return cast("nw.Implementation", cast("Any", frame).implementation)


def is_eager(frame: Frame) -> bool:
    """Whether the frame holds its rows already."""
    return isinstance(cast("Any", frame), nw.DataFrame)


def is_arrow(frame: Frame) -> bool:
    """Whether the frame is a table of PyArrow."""
    return engine_of(frame).is_pyarrow()


def is_polars(frame: Frame) -> bool:
    """Whether the frame is one of Polars, lazy or not."""
    return engine_of(frame).is_polars()


def is_duckdb(frame: Frame) -> bool:
    """Whether the frame is a relation of DuckDB."""
    return engine_of(frame).is_duckdb()


def is_spark(frame: Frame) -> bool:
    """Whether the frame is one of PySpark, on this machine or far away."""
    return engine_of(frame).is_spark_like()


def is_dask(frame: Frame) -> bool:
    """Whether the frame is in pieces that pandas works on one by one."""
    return engine_of(frame).is_dask()


def is_pandas(frame: Frame) -> bool:
    """Whether columns are those of pandas, where a missing whole number may be a float and a day a point in time."""
    return engine_of(frame) in (nw.Implementation.PANDAS, nw.Implementation.DASK)


def small(like: Frame, columns: Mapping[str, Sequence[Cell]]) -> Frame:
    """A small table beside a frame, in the same engine and of the same session.

    Args:
        like: the frame that it will be joined to.
        columns: texts or whole numbers, each column of one kind and of the same length.
    """
    native: Any = nw.to_native(like)
    kinds = {name: str if any(isinstance(cell, str) for cell in cells) else int for name, cells in columns.items()}
    match engine_of(like):
        case nw.Implementation.DUCKDB:
            lists = ", ".join(_sql_list(name, kinds[name], cells) for name, cells in columns.items())
            return cast("Frame", nw.from_native(native.query("asked", f"select {lists}")))
        case nw.Implementation.PYSPARK | nw.Implementation.PYSPARK_CONNECT:
            described = ", ".join(f"`{name}` {_SPARK_TYPES[kind]}" for name, kind in kinds.items())
            table = native.sparkSession.createDataFrame(list(zip(*columns.values(), strict=True)), described)
            return cast("Frame", nw.from_native(table))
        case nw.Implementation.DASK:
            dask = nw.get_native_namespace(like)
            held = nw.to_native(_held(columns, kinds, "pandas"))
            return cast("Frame", nw.from_native(dask.from_pandas(held, npartitions=1)))
        case nw.Implementation.POLARS if not is_eager(like):
            return _held(columns, kinds, "polars").lazy()
        case engine:
            return cast("Frame", _held(columns, kinds, engine))


def _held(columns: Mapping[str, Sequence[Cell]], kinds: Mapping[str, type], engine: Any) -> nw.DataFrame[Any]:  # noqa: ANN401 -- a name or an Implementation
    cells = {name: list(column) for name, column in columns.items()}
    if str(engine) == "pandas":  # a gap among whole numbers would make floats of them
        table = nw.get_native_namespace(nw.from_dict({"_": [0]}, backend=engine)).DataFrame(cells)
        gaps = {name: "Int64" for name, kind in kinds.items() if kind is int}
        return nw.from_native(table.astype(gaps), eager_only=True)
    schema = {name: nw.Int64() if kind is int else nw.String() for name, kind in kinds.items()}
    return nw.from_dict(cells, schema, backend=engine)


def _sql_list(name: str, kind: type, cells: Sequence[Cell]) -> str:
    """A column as one text that is split, which the engine reads far sooner than a thousand constants."""
    text = _SPLIT.join(_NO_CELL if cell is None else str(cell) for cell in cells).replace("'", "''")
    rows = f"list_transform(string_split('{text}', '{_SPLIT}'), lambda cell: nullif(cell, '{_NO_CELL}'))"
    return f'unnest({rows}::{_SQL_TYPES[kind]}[]) as "{name}"'


def collected(frame: Frame) -> list[dict[str, Any]]:
    """Compute a frame of few rows, and give them as plain values; for the functions that say that they run."""
    match engine_of(frame):
        case nw.Implementation.DUCKDB:
            native: Any = nw.to_native(frame)
            return [dict(zip(native.columns, row, strict=True)) for row in native.fetchall()]
        case nw.Implementation.PYSPARK | nw.Implementation.PYSPARK_CONNECT:
            return [row.asDict() for row in nw.to_native(frame).collect()]
        case _:
            held: nw.DataFrame[Any] = cast("Any", frame if is_eager(frame) else frame.collect())
            return [{name: _plain(cell) for name, cell in row.items()} for row in held.rows(named=True)]


def _plain(cell: Any) -> Any:  # noqa: ANN401 -- whatever the engine holds
    """A missing value as None, which pandas writes in three ways: one differs from itself, one does not even say."""
    return None if cell is None or cell != cell or type(cell).__name__ == "NAType" else cell  # noqa: PLR0124 -- not a number


def by_piece(frame: Frame, work: Callable[[Frame], Frame]) -> Frame:
    """Do work that looks at one row at a time; Dask does it on each of its pieces, as one step instead of hundreds."""
    if not is_dask(frame):
        return work(frame)
    native: Any = nw.to_native(frame)
    run = partial(natively, work)
    return cast("Frame", nw.from_native(native.map_partitions(run, meta=run(native._meta))))  # noqa: SLF001 -- its types


def natively(work: Callable[..., Frame], *pieces: Any) -> Any:  # noqa: ANN401 -- a piece as the engine holds it
    """Do work on pieces that an engine hands out."""
    return nw.to_native(work(*(cast("Frame", nw.from_native(piece)) for piece in pieces)))


def number_of_day(name: str) -> nw.Expr:
    """A day as one whole number that sorts the same, 20240307, since not every engine compares days alike."""
    day = nw.col(name).dt
    return (day.year().cast(nw.Int64) * 10000 + day.month().cast(nw.Int64) * 100 + day.day().cast(nw.Int64)).alias(name)


def as_number(on: date) -> int:
    """The same for a day of ours."""
    return on.year * 10000 + on.month * 100 + on.day


def day_of(frame: Frame, on: date) -> nw.Expr:
    """A day of ours as the engine holds days."""
    if is_pandas(frame):
        return nw.lit(datetime(on.year, on.month, on.day)).cast(nw.Datetime("us"))  # noqa: DTZ001 -- a day, no time
    return nw.lit(on).cast(nw.Date())


def whole(frame: Frame, *names: str) -> Frame:
    """Whole numbers of 64 bits, also where an engine would widen sums, or turn those with gaps into floats."""
    if is_pandas(frame):
        native: Any = nw.to_native(frame)
        kinds = {name: "Int64" for name in names if not str(native.dtypes[name]).endswith("[pyarrow]")}
        frame = cast("Frame", nw.from_native(native.astype(kinds)))
        names = tuple(name for name in names if name not in kinds)
    return frame.with_columns(nw.col(name).cast(nw.Int64) for name in names) if names else frame


def how_many(frame: Frame, condition: nw.Expr) -> nw.Expr:
    """How many rows of a group fulfil a condition."""
    if is_spark(frame):
        return condition.cast(nw.Int64()).sum()  # the only engine that does not add up truth values
    return condition.sum()


def in_range(*names: str) -> nw.Expr:
    """Whether whole numbers are small enough for the product of any two to be exact in 64 bits."""
    found = nw.lit(value=True)
    for name in names:
        found = found & (nw.col(name) < LIMIT) & (nw.col(name) > -LIMIT)
    return found
