"""Steps of a calculation, each in the way that is cheap on the engine: as columns, or written into what uses them.

What is used twice is a column, which is computed once, and written down once.  Only where columns become SQL each step
would be a subquery, which costs more to plan than the same words twice, and the engine finds those by itself.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple, cast

import narwhals.stable.v2 as nw

from pmm_core.frames._engine import Frame, is_arrow, is_duckdb, is_eager, is_pandas, is_polars, is_spark, whole

_AT: Final = "_at"


class Told(NamedTuple):
    """What a group tells: a value of each of its rows, how these become one, and the columns that tell groups apart."""

    value: nw.Expr
    how: Literal["len", "max", "min", "sum"]
    keys: Sequence[str]


def named(frame: Frame, **steps: nw.Expr) -> tuple[Frame, dict[str, nw.Expr]]:
    """Give names to expressions that are used more than once.

    Args:
        frame: what they are computed from.
        steps: the expressions by the names of their columns.

    Returns:
        The frame, and for each name what to write where it is used.
    """
    if reads_sql(frame):
        return frame, steps
    return frame.with_columns(**steps), {name: nw.col(name) for name in steps}


def reads_sql(frame: Frame) -> bool:
    """Whether the engine takes columns as SQL, where narwhals has no words for something, or long ones."""
    return is_duckdb(frame) or is_spark(frame)


def with_sql(frame: Frame, **told: str) -> Frame:
    """Add columns that are written in SQL, on an engine that reads it.

    Args:
        frame: of such an engine.
        told: the columns as SQL, with names in double quotes, and ``div`` to divide whole numbers as such.
    """
    native: Any = nw.to_native(frame)
    columns = {name: f'"{name}"' for name in native.columns if name not in told} | told
    written = [f'{text} as "{name}"' for name, text in columns.items()]
    if is_duckdb(frame):
        return cast("Frame", nw.from_native(native.project(", ".join(written).replace(" div ", " // "))))
    return cast("Frame", nw.from_native(native.selectExpr(*[text.replace('"', "`") for text in written])))


def quotients(frame: Frame, wanted: Mapping[str, tuple[str, int, str]]) -> tuple[Frame, dict[str, nw.Expr]]:
    """Divide whole numbers of up to 62 bits, rounded down, exactly.

    Spark's own ``//`` divides as floats do, which is exact below 2**52 only; for DuckDB it is written out at eight
    times the length.

    Args:
        frame: with the columns to divide; no number is below zero, and no divisor is zero.
        wanted: for each name a column, what it is multiplied by, and the column that it is divided by.

    Returns:
        As `named` does.
    """
    if reads_sql(frame):
        told = {name: f'("{number}" * {times}) div "{base}"' for name, (number, times, base) in wanted.items()}
        return with_sql(frame, **told), {name: nw.col(name) for name in wanted}
    return named(
        frame, **{name: nw.col(number) * times // nw.col(base) for name, (number, times, base) in wanted.items()}
    )


def beside_each(frame: Frame, other: Frame, on: str) -> Frame:
    """Put beside each row the one of another frame with the same key, or nothing.

    Polars is told to keep the order of the rows, as a log that came in order needs no sorting then.

    Args:
        frame: the rows; all stay.
        other: what comes beside them; each key once.
        on: the column of the key in both.
    """
    if not is_polars(frame):
        return frame.join(other, on=on, how="left")
    native: Any = nw.to_native(frame)
    joined = native.join(nw.to_native(other), on=on, how="left", maintain_order="left")
    return cast("Frame", nw.from_native(joined))


def of_group(frame: Frame, name: str, told: Told) -> tuple[Frame, nw.Expr]:
    """Tell what the whole group of each row tells: as a column, or where the frame is lazy written into what uses it.

    Args:
        frame: any.
        name: the column, where there is one.
        told: what is told.

    Returns:
        The frame, and what to write where it is used once.
    """
    if is_eager(frame):
        return with_groups(frame, **{name: told}), nw.col(name)
    return frame, _over(told)


def with_groups(frame: Frame, **told: Told) -> Frame:
    """Put beside each row what its whole group tells.

    PyArrow joins a large table in any order, and narwhals' own way counts on the order that it had: at 100,000 rows
    most values stand beside other rows.  So there each row is numbered before, and finds its place again.

    Args:
        frame: any; rows of PyArrow with a gap in a column of the group are told 0 where others are told a number.
        told: for each column to make, what is told.
    """
    if not is_arrow(frame):
        return frame.with_columns(**{name: _over(each) for name, each in told.items()})
    rows: Any = cast("Any", frame).with_row_index(_AT).with_columns(**{name: each.value for name, each in told.items()})
    for keys in dict.fromkeys(tuple(each.keys) for each in told.values()):
        names = {name: each.how for name, each in told.items() if tuple(each.keys) == keys}
        groups = rows.group_by(*keys).agg(_as_one(nw.col(name), how).alias(_AT + name) for name, how in names.items())
        rows = rows.drop(*names).join(groups, on=list(keys), how="left")
        rows = rows.rename({_AT + name: name for name in names})
    ordered = cast("Frame", rows.sort(_AT).drop(_AT))
    kinds = ordered.collect_schema()
    return ordered.with_columns(nw.col(name).fill_null(0).cast(nw.Int64()) for name in told if kinds[name].is_integer())


def _over(told: Told) -> nw.Expr:
    found = _as_one(told.value, told.how).over(*told.keys)
    return found.cast(nw.Int64()) if told.how == "len" else found


def _as_one(value: nw.Expr, how: str) -> nw.Expr:
    return nw.len() if how == "len" else cast("nw.Expr", getattr(value, how)())


def laid_out(frame: Frame, columns: Mapping[str, nw.Expr], *numbers: str) -> Frame:
    """Choose the columns of a result, whole numbers of 64 bits among them.

    Args:
        frame: what they are chosen from.
        columns: the expressions by the names of the columns, in their order.
        numbers: the names of those that hold whole numbers, with gaps perhaps.
    """
    if is_pandas(frame):
        return whole(frame.select(**columns), *numbers)
    return frame.select(
        **{name: found.cast(nw.Int64()) if name in numbers else found for name, found in columns.items()}
    )
