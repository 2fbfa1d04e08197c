"""Steps of a calculation, each in the way that is cheap on the engine: as columns, or written into what uses them.

A frame that holds its rows computes every column once, so that what is used twice is a column.  A lazy one makes a
subquery of each step and finds out by itself what is used twice, so that the whole expression is better.
"""

from collections.abc import Mapping
from typing import Any, Final, cast

import narwhals.stable.v2 as nw

from pmm_core.frames._engine import Frame, is_eager, is_pandas, whole

_SPARK: Final = (nw.Implementation.PYSPARK, nw.Implementation.PYSPARK_CONNECT)


def engine_of(frame: Frame) -> nw.Implementation:
    """Which engine a frame is of; narwhals tells type checkers only the first that it could be."""
    return cast("nw.Implementation", cast("Any", frame).implementation)


def named(frame: Frame, **steps: nw.Expr) -> tuple[Frame, dict[str, nw.Expr]]:
    """Give names to expressions that are used more than once.

    Args:
        frame: what they are computed from.
        steps: the expressions by the names of their columns.

    Returns:
        The frame, and for each name what to write where it is used.
    """
    if not is_eager(frame):
        return frame, steps
    return frame.with_columns(**steps), {name: nw.col(name) for name in steps}


def quotients(frame: Frame, wanted: Mapping[str, tuple[str, int, str]]) -> tuple[Frame, dict[str, nw.Expr]]:
    """Divide whole numbers of up to 62 bits, rounded down, exactly.

    Args:
        frame: with the columns to divide; no number is below zero, and no divisor is zero.
        wanted: for each name a column, what it is multiplied by, and the column that it is divided by.

    Returns:
        As `named` does.
    """
    native: Any = nw.to_native(frame)
    if engine_of(frame) in _SPARK:  # there `//` divides as floats do, which is exact below 2**52 only
        divided = [f"(`{number}` * {times}) div `{base}` as `{name}`" for name, (number, times, base) in wanted.items()]
        found = native.selectExpr(*[f"`{name}`" for name in native.columns if name not in wanted], *divided)
        return cast("Frame", nw.from_native(found)), {name: nw.col(name) for name in wanted}
    if engine_of(frame) is nw.Implementation.DUCKDB:  # for which `//` is written out at eight times the length
        divided = [f'("{number}" * {times}) // "{base}" as "{name}"' for name, (number, times, base) in wanted.items()]
        kept = [f'"{name}"' for name in native.columns if name not in wanted]
        return cast("Frame", nw.from_native(native.project(", ".join([*kept, *divided])))), {
            name: nw.col(name) for name in wanted
        }
    return named(
        frame, **{name: nw.col(number) * times // nw.col(base) for name, (number, times, base) in wanted.items()}
    )


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
