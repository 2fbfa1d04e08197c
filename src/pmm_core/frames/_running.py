"""What stood before each event of its cycle, on every engine: the one place that replays in columns.

Theory.  To judge an event, one has to know what the events before it amount to: the last of them that moved the state,
the last that moved the stages, the day of the one before.  Engines give that in two ways.  Those of SQL have windows
over rows in an order.  Those that hold their rows are sorted once; then a running maximum over the number of the row,
with the value behind it, is the last value, and the first row of a cycle begins anew.  An engine that is lazy and has
no such windows hands out its rows in pieces that hold whole cycles, and each piece is worked on in the second way.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, cast

import attrs
import narwhals.stable.v2 as nw

from pmm_core.frames._engine import Frame, is_dask, is_duckdb, is_eager, is_polars, is_spark, natively, whole

CYCLE: Final = "cycle"
MARK: Final = "mark"
"""What the events of a cycle are sorted by: number, day, kind and actor of the event as one whole number."""
LAST_MARK: Final = "last_mark"
RULE: Final = "rule"
OVER: Final = "phases_over"
"""Which phases are over on the day of the event, as a set that is one number."""
NOTHING: Final = -1
"""What stands in a column of whole numbers where an event changes nothing."""
_ROW: Final = "row"
_FIRST: Final = "is_first"
_SPREAD: Final = 10**8
_BEGINS: Final = (nw.col(CYCLE) != nw.col(CYCLE).shift(1)).fill_null(value=True)
"""Whether another cycle begins with a row; missing is only what stands before the first."""


@attrs.frozen(kw_only=True)
class Memory:
    """What is remembered from row to row, beside the mark of the row before, which is `NOTHING` at the beginning.

    Args:
        numbers: for each column to make, the column of whole numbers whose last value before the row it holds, and
            what holds at the beginning; from 0 and below 10**8, and `NOTHING` where a row changes nothing.
        texts: the same for texts; null where a row changes nothing; before the first that is told it has no meaning.
        previous: for each column to make, the column of texts whose value in the row before it holds; at the
            beginning it has no meaning.
    """

    numbers: Mapping[str, tuple[str, int]]
    texts: Mapping[str, str]
    previous: Mapping[str, str]


def by_cycle(events: Frame, cycles: Frame, work: Callable[[Frame, Frame], Frame]) -> Frame:
    """Do work that looks at one cycle at a time.

    Dask does all of it on each pair of partitions, as one step, after what concerns a cycle came into one pair.
    """
    if not is_dask(events):
        return work(events, cycles)
    natives: list[Any] = [nw.to_native(frame) for frame in (events, cycles)]
    pieces = max(native.npartitions for native in natives)
    one, other = (native.shuffle(on=CYCLE, npartitions=pieces) for native in natives)
    run = partial(natively, work)
    meta = run(one._meta, other._meta)  # noqa: SLF001 -- their types
    return cast("Frame", nw.from_native(one.map_partitions(run, other, meta=meta, align_dataframes=False)))


def at_the_end(frame: Frame, work: Callable[[Frame], Frame]) -> Frame:
    """Do some work on a frame; where Polars is lazy, once all that comes before is computed."""
    if is_eager(frame) or not is_polars(frame):
        return work(frame)
    native: Any = nw.to_native(frame)
    on_piece = partial(natively, work)
    empty = nw.get_native_namespace(frame).DataFrame(schema=native.collect_schema())
    return cast("Frame", nw.from_native(native.map_batches(on_piece, schema=on_piece(empty).schema)))


def planned(frame: Frame, work: Callable[[Frame], Frame]) -> Frame:
    """Do some work on a frame; where the engine can plan it as a whole, it takes half the time of step by step."""
    if is_eager(frame) and is_polars(frame):
        return cast("Frame", work(frame.lazy()).collect())
    return work(frame)


def remembered(frame: Frame, memory: Memory) -> Frame:
    """Put beside each event what its cycle remembers of those before it."""
    if is_duckdb(frame):
        return _by_duckdb(frame, memory)
    if is_spark(frame):
        return _by_spark(frame, memory)
    return _by_rows(frame, memory)


def _windowed(memory: Memory, *, ignoring: str) -> str:
    """What is remembered, as columns over a window; engines write in two ways that rows without a value are passed."""
    made = [
        f"coalesce(lag({MARK}) over w, {NOTHING}) as {LAST_MARK}",
        *(
            f"cast(coalesce({ignoring.format(f'nullif({told}, {NOTHING})')} over w, {start}) as bigint) as {name}"
            for name, (told, start) in memory.numbers.items()
        ),
        *(f"{ignoring.format(told)} over w as {name}" for name, told in memory.texts.items()),
        *(f"lag({told}) over w as {name}" for name, told in memory.previous.items()),
    ]
    return ", ".join(made)


_WINDOW: Final = f"window w as (partition by {CYCLE} order by {MARK})"


def _by_duckdb(frame: Frame, memory: Memory) -> Frame:
    small = ("states", "progresses", "sides", "guards", OVER)
    numbers = (RULE, *small, *(told for told, _ in memory.numbers.values() if told not in {"set_day", "kept_day"}))
    # what is carried through the sort is kept narrow, since it is most of the cost
    narrow = ", ".join(f"{name}::smallint as {name}" for name in numbers)
    wide = ", ".join(f"{name}::bigint as {name}" for name in numbers)
    made = _windowed(memory, ignoring="lag({} ignore nulls)")
    query = f"select * replace ({wide}), {made} from (select * replace ({narrow}) from told) {_WINDOW}"  # noqa: S608 -- our own names
    native: Any = nw.to_native(frame)
    return cast("Frame", nw.from_native(native.query("told", query)))


def _by_spark(frame: Frame, memory: Memory) -> Frame:
    made = _windowed(memory, ignoring="lag({}) ignore nulls")
    native: Any = nw.to_native(frame)
    query = f"select *, {made} from {{told}} {_WINDOW}"  # noqa: S608 -- our own names
    return cast("Frame", nw.from_native(native.sparkSession.sql(query, told=native)))


def _by_rows(frame: Frame, memory: Memory) -> Frame:
    held = cast("nw.DataFrame[Any]", whole(frame, MARK))  # so that looking one row back makes no float of it
    if not _is_in_turn(held):
        held = held.sort(CYCLE, MARK)
    held = held.with_row_index(_ROW).with_columns(nw.col(_ROW).cast(nw.Int64()), _BEGINS.alias(_FIRST))
    first, row = nw.col(_FIRST), nw.col(_ROW) * _SPREAD
    held = held.with_columns(
        nw.when(first).then(nw.lit(NOTHING)).otherwise(nw.col(MARK).shift(1)).cast(nw.Int64()).alias(LAST_MARK),
        *(
            nw.when(first)
            .then(row + start)
            .otherwise(_behind(row, nw.col(told).shift(1)))
            .cast(nw.Int64())
            .cum_max()
            .alias(name)
            for name, (told, start) in memory.numbers.items()
        ),
        # where nothing was told in this cycle yet, what another told is left over; nobody looks at it
        *(nw.col(told).shift(1).fill_null(strategy="forward").alias(name) for name, told in memory.texts.items()),
        *(nw.col(told).shift(1).alias(name) for name, told in memory.previous.items()),
    )
    held = held.with_columns(nw.col(name) - nw.col(name) // _SPREAD * _SPREAD for name in memory.numbers)
    return cast("Frame", held.drop(_ROW, _FIRST))


def _behind(row: nw.Expr, told: nw.Expr) -> nw.Expr:
    """A value behind the number of its row, so that the maximum of several is the last."""
    return nw.when(told > NOTHING).then(row + told).otherwise(nw.lit(NOTHING))


def _is_in_turn(held: nw.DataFrame[Any]) -> bool:
    """Whether the rows of each cycle stand together and in order, as in many logs; seeing it costs little."""
    if held.filter(~_BEGINS & (nw.col(MARK) < nw.col(MARK).shift(1))).shape[0]:
        return False
    told = held.select(_BEGINS.sum().alias("begun"), nw.col(CYCLE).n_unique().alias("cycles"))
    return bool(told["begun"].item() == told["cycles"].item())
