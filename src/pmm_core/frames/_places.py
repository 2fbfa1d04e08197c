"""Places over frames: exact keys, numbered in order within each table.

A place is 1 + the number of strictly better ones, so that all it takes is an order and who equals whom.  Both come from
whole numbers that every engine sorts and compares exactly.

**The keys of one figure.**  With B = 2**31, a figure n/d is written as ``hi = n * B // d`` and, with what that leaves,
``lo = (n * B - hi * d) * B // d``; together they are the whole part of n/d times 2**62.  Two different figures on bases
below 2**31 differ by more than 1 / 2**62, so that their whole parts differ, in the same order; equal figures have equal
keys.  No product exceeds 2**62, and no float is made.  Where more is better both keys are turned round, so that the
smallest come first; a figure below zero is the mirror of the one above.

**The places.**  One pass in the order of the keys, equals by their codes, numbers the rows of a table; who shares the
keys shares the first of these numbers.  Everything else follows: how many are better, how many are equal, and so all
five conventions for ties.  There is no join of a frame with itself, so that a lazy source is read once.

Numbering in order is where engines differ, and `_numbered` is the only place that knows: frames that hold their rows
are sorted once; lazy ones use a window; Dask, which has none, works on one piece (`in_one_piece`), since the tables of
a nation are small once people are counted.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, assert_never, cast

import narwhals.stable.v2 as nw

from pmm_core.frames._engine import Frame, by_piece, is_dask, is_eager
from pmm_core.frames._steps import Told, named, reads_sql, with_groups, with_sql
from pmm_core.ranking import TieMethod

BASE: Final = 2**31
KEYS: Final = ("_hi", "_lo")
_POINTS: Final = 10_000  # hundredths of a percent


def in_one_piece(frame: Frame, work: Callable[[Frame], Frame]) -> Frame:
    """Do work that needs an order; Dask does it on pandas, in one piece and still lazily."""
    if is_dask(frame):
        native: Any = nw.to_native(frame)
        frame = cast("Frame", nw.from_native(native.repartition(npartitions=1)))
    return by_piece(frame, work)


def with_keys(frame: Frame, others: Mapping[str, nw.Expr], *, signed: bool) -> Frame:
    """Add the two keys of each figure, and a share in hundredths of a percent, rounded half up.

    Args:
        frame: with ``_n`` and ``_d``, sound numbers below 2**31 and a base above 0, and ``_sign``, which is -1 where
            more is better and 1 where less is.
        others: keys that decide between equals.
        signed: whether there may be figures below zero.
    """
    number, sign = "_n", nw.col("_sign")
    if signed:
        mirrored = nw.when(nw.col("_n") < 0).then(sign * -1).otherwise(sign)
        frame, number = frame.with_columns(nw.col("_n").abs().alias("_size"), mirrored.alias("_sign")), "_size"
    if reads_sql(frame):
        frame = frame.with_columns(**others) if others else frame
        shifted = f'"{number}" * {BASE}'
        return with_sql(
            frame,
            _hi=f'(({shifted}) div "_d") * "_sign"',
            _lo=f'((({shifted}) % "_d") * {BASE} div "_d") * "_sign"',
            _points=f'("_n" * {2 * _POINTS} + "_d") div ("_d" * 2)',
        )
    shift, base = nw.col(number) * BASE, nw.col("_d")
    frame, step = named(frame, _hi=shift // base)
    rest = shift - step["_hi"] * base
    keys = {"_hi": step["_hi"] * sign, "_lo": rest * BASE // base * sign}
    return frame.with_columns(**keys, _points=(nw.col("_n") * (2 * _POINTS) + base) // (base * 2), **others)


def with_places(frame: Frame, table: Sequence[str], keys: Sequence[str], ties: TieMethod) -> Frame:
    """Number the rows of each table.

    Args:
        frame: with a column ``area`` and the keys, the smaller the better.
        table: the columns that tell one table from another.
        keys: the columns that tell who is better, the first first.
        ties: how equals are numbered.

    Returns:
        The frame with ``_ordinal`` (the number in order), ``_first`` (1 + how many are strictly better), ``_same`` (how
        many share the keys, itself among them), and ``_dense`` under DENSE.
    """
    if reads_sql(frame):
        return with_sql(frame, **_numbers_in_sql(table, keys))
    equals, ordinal = (*table, *keys), nw.col("_ordinal")
    frame = with_groups(
        _numbered(frame, table, keys), _first=Told(ordinal, "min", equals), _same=Told(ordinal, "len", equals)
    )
    return _with_dense(frame, table) if ties is TieMethod.DENSE else frame


def place(ties: TieMethod) -> nw.Expr:
    """The place of a numbered row; twice the place under FRACTIONAL."""
    first, same = nw.col("_first"), nw.col("_same")
    match ties:
        case TieMethod.COMPETITION:
            return first
        case TieMethod.DENSE:
            return nw.col("_dense")
        case TieMethod.MODIFIED:
            return first + same - 1
        case TieMethod.ORDINAL:
            return nw.col("_ordinal")
        case TieMethod.FRACTIONAL:
            return first * 2 + same - 1
        case _ as never:
            assert_never(never)


def _numbers_in_sql(table: Sequence[str], keys: Sequence[str]) -> Mapping[str, str]:
    """All that the window functions of SQL can tell; what is not used the engine leaves out by itself."""
    tables, order = (", ".join(f'"{name}"' for name in names) for names in (table, keys))
    within = f"over (partition by {tables} order by {order}"
    told = {
        "_ordinal": f'row_number() {within}, "area" nulls first)',
        "_first": f"rank() {within})",
        "_same": f"count(*) over (partition by {tables}, {order})",
        "_dense": f"dense_rank() {within})",
    }
    return {name: f"cast({text} as bigint)" for name, text in told.items()}


def _numbered(frame: Frame, table: Sequence[str], keys: Sequence[str]) -> Frame:
    order = [*keys, "area"]
    if not is_eager(frame):
        return frame.with_columns(nw.col(order[0]).cum_count().over(*table, order_by=order).alias("_ordinal"))
    rows = cast("Any", frame.sort(*table, *order)).with_row_index("_row")
    begun = with_groups(rows, _begin=Told(nw.col("_row"), "min", table))
    return begun.with_columns((nw.col("_row").cast(nw.Int64()) - nw.col("_begin") + 1).alias("_ordinal")).drop(
        "_row", "_begin"
    )


def _with_dense(frame: Frame, table: Sequence[str]) -> Frame:
    """Add ``_dense``: 1 + how many distinct better ones there are; eager frames are in order already."""
    begins = nw.when(nw.col("_ordinal") == nw.col("_first")).then(nw.lit(1)).otherwise(nw.lit(0))
    frame = frame.with_columns(begins.cast(nw.Int64()).alias("_begins"))
    if not is_eager(frame):
        return frame.with_columns(nw.col("_begins").cum_sum().over(*table, order_by="_ordinal").alias("_dense"))
    frame = frame.with_columns(nw.col("_begins").cum_sum().alias("_dense"))
    frame = with_groups(frame, _begin=Told(nw.col("_dense"), "min", table))
    return frame.with_columns((nw.col("_dense") - nw.col("_begin") + 1).alias("_dense")).drop("_begin")
