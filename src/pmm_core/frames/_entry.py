"""How a frame comes in: its columns are there and of the right kind, and are called and typed as ours are.

Nothing is computed for this: names and types of columns are known before a query runs.  Only columns of pandas are gone
through whose types say too little: those that can hold any object, those of floats, which is what a column of nothing
but gaps becomes, and those of points in time, since pandas has no column of days.

Whole numbers come in as those of 64 bits with a sign.  A column that may hold larger ones is cut off at the ends of
these, far beyond what is ranked, so that such a row is told as any other that is out of range; the other columns pay
nothing for it.  A column of nothing but gaps, which has no type of its own, is one of the type that is wanted.
"""

from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final, cast

import narwhals.stable.v2 as nw

from pmm_core._checks import Problems, shown
from pmm_core.frames._engine import Frame, by_piece, is_arrow, is_dask, is_eager, is_pandas, label, opened, type_of
from pmm_core.frames._schema import Column, ColumnKind, Schema

_WIDE: Final = (nw.UInt64, nw.UInt128, nw.Int128)
"""What may hold whole numbers that 64 bits with a sign do not."""
_ENDS: Final = (-(2**63), 2**63 - 1)
_FLOATS: Final = (nw.Float32, nw.Float64)
_NOTHING: Final = frozenset({"null", "null[pyarrow]", "Null", '"NULL"', "void"})
"""How engines call the type of a column of nothing but gaps."""
_LONG_DAYS: Final = frozenset({"date64[ms]", "date64[ms][pyarrow]"})
"""How those of Arrow call days that are counted in thousandths of a second."""
_KINDS: Final[Mapping[ColumnKind, tuple[type[Any], ...]]] = MappingProxyType(
    {
        ColumnKind.TEXT: (nw.String, nw.Categorical, nw.Enum),
        ColumnKind.CODE: (nw.String, nw.Categorical, nw.Enum),
        ColumnKind.INTEGER: (
            *(nw.Int8, nw.Int16, nw.Int32, nw.Int64),
            *(nw.UInt8, nw.UInt16, nw.UInt32),
            *_WIDE,
        ),
        ColumnKind.FLAG: (nw.Boolean,),
        ColumnKind.DAY: (nw.Date,),
    }
)
_HINTS: Final[Mapping[ColumnKind, str]] = MappingProxyType(
    {
        ColumnKind.TEXT: "texts",
        ColumnKind.CODE: "texts",
        ColumnKind.INTEGER: "whole numbers",
        ColumnKind.FLAG: "true or false",
        ColumnKind.DAY: "days",
    }
)
_PANDAS_HINTS: Final[Mapping[ColumnKind, str]] = MappingProxyType(
    {
        ColumnKind.INTEGER: "; in pandas, write those with gaps as Int64",
        ColumnKind.FLAG: "; in pandas, write those with gaps as boolean",
        ColumnKind.DAY: "; in pandas, datetime64 at midnight",
    }
)
_PANDAS_TYPES: Final[Mapping[ColumnKind, str]] = MappingProxyType(
    {
        ColumnKind.TEXT: "object",
        ColumnKind.CODE: "object",
        ColumnKind.INTEGER: "Int64",
        ColumnKind.FLAG: "boolean",
        ColumnKind.DAY: "datetime64[us]",
    }
)
"""What a column of nothing but gaps is made into there."""
_TYPES: Final[Mapping[ColumnKind, Any]] = MappingProxyType(
    {
        ColumnKind.TEXT: nw.String,
        ColumnKind.CODE: nw.String,
        ColumnKind.INTEGER: nw.Int64,
        ColumnKind.FLAG: nw.Boolean,
        ColumnKind.DAY: nw.Date,
    }
)
"""How columns are held here."""


def read(
    problems: Problems,
    path: str,
    given: object,
    schema: Schema,
    *,
    only: Iterable[str] = (),
    row_by_row: bool = False,
) -> Frame | None:
    """Read a frame by a schema, and note what is missing or of another kind.

    Args:
        problems: where to note it.
        path: the argument that the frame was given as.
        given: the frame.
        schema: what it must hold.
        only: the columns that are needed here, those that are optional elsewhere too; all of them where it is left out,
            optional ones if they are there.
        row_by_row: whether the caller tells of each row whether its days are whole, so that it need not be asked here.

    Returns:
        The frame with these columns and no other, in the order of the schema; None if there was a problem.
    """
    frame = opened(problems, path, given)
    if frame is None:
        return None
    found = dict(frame.collect_schema())
    wanted = tuple(only)
    columns = [column for column in schema.columns if column.name in wanted or not wanted]
    sound = [
        _is_absent(problems, path, column, needed=bool(wanted) or not column.optional)
        if column.name not in found
        else _is_fit(problems, path, column, found[column.name], frame, row_by_row=row_by_row)
        for column in columns
    ]
    if not all(sound):
        return None
    blank = {
        column.name: _PANDAS_TYPES[column.kind]
        for column in columns
        if is_pandas(frame) and _says_nothing(column, found.get(column.name))
    }
    if blank:  # columns of objects or floats, none of which is there
        native: Any = nw.to_native(frame)
        frame = cast("Frame", nw.from_native(native.astype(blank)))
        found = dict(frame.collect_schema())
    made = {column.name: _made(frame, column, found[column.name]) for column in columns if column.name in found}
    if all(each is None for each in made.values()) and tuple(made) == tuple(found):
        return frame  # as another function of ours gives it; an engine that plans has a step less
    if is_dask(frame) and any(each is not None for each in made.values()):  # which itself casts to a type without gaps
        return by_piece(frame.select(*made), partial(_chosen, made))
    return _chosen(made, frame)


def settled(problems: Problems, *frames: Frame | None) -> tuple[Frame, ...]:
    """Raise everything that was found, or give the frames back, which are all there then."""
    problems.done()
    return tuple(frame for frame in frames if frame is not None)


def _is_absent(problems: Problems, path: str, column: Column, *, needed: bool) -> bool:
    name = label(column.name)
    return not needed or problems.add(f"{path}[{name}]", "missing-column", f"the column {name} is missing")


def _is_fit(problems: Problems, path: str, column: Column, kind: object, frame: Frame, *, row_by_row: bool) -> bool:
    where = f"{path}[{column.name}]"
    fits = isinstance(kind, _KINDS[column.kind])
    if column.kind is ColumnKind.DAY and _can_be_days(frame, column.name, kind):
        return row_by_row or not is_eager(frame) or _holds_whole_days(problems, where, frame, column.name)
    if fits and is_pandas(frame) and is_eager(frame) and isinstance(kind, nw.String):
        return _holds_texts(problems, where, frame, column.name)
    if fits or _is_blank(frame, column.name, kind):
        return True
    called = shown(type_of(frame, column.name)) if isinstance(kind, nw.Unknown) else str(kind)
    wanted = _HINTS[column.kind] + (_PANDAS_HINTS.get(column.kind, "") if is_pandas(frame) else "")
    if column.kind is ColumnKind.INTEGER and isinstance(kind, _FLOATS):
        return problems.add(where, "float-for-exact", f"must hold {wanted}, not {called}")
    if column.kind is ColumnKind.DAY and isinstance(kind, nw.Datetime):
        return problems.add(where, "datetime-for-date", f"must hold days, not {called}; cast it to the type of days")
    return problems.add(where, "wrong-type", f"must hold {wanted}, not {called}")


def _is_blank(frame: Frame, name: str, kind: object) -> bool:
    """Whether a column has nothing but gaps, and so no type; one of pandas is gone through for it."""
    if isinstance(kind, nw.Unknown):
        return type_of(frame, name) in _NOTHING
    if not (is_pandas(frame) and is_eager(frame) and isinstance(kind, (nw.String, *_FLOATS))):
        return False
    column: Any = nw.to_native(cast("Any", frame)[name])
    return not column.notna().any()


def _says_nothing(column: Column, kind: object) -> bool:
    """Whether the type of a column of pandas that passed says nothing, so that there is nothing in it."""
    return isinstance(kind, _FLOATS) or (isinstance(kind, nw.String) and nw.String not in _KINDS[column.kind])


def _can_be_days(frame: Frame, name: str, kind: object) -> bool:
    """Whether a column that is not one of days is held as such; pandas has none, and has points in time."""
    return _has_long_days(frame, name, kind) or (is_pandas(frame) and isinstance(kind, nw.Datetime))


def _has_long_days(frame: Frame, name: str, kind: object) -> bool:
    return isinstance(kind, nw.Unknown) and type_of(frame, name) in _LONG_DAYS


def _long_day(name: str) -> nw.Expr:
    """A day that Arrow counts in thousandths of a second, which it casts to a day of ours only by way of a time."""
    return nw.col(name).cast(nw.Datetime("ms")).cast(nw.Date)


def _holds_whole_days(problems: Problems, where: str, frame: Frame, name: str) -> bool:
    """Whether days are whole, which nothing but a look at them tells; of two times of one each would be its own day."""
    held: nw.DataFrame[Any] = cast("Any", frame)
    if _has_long_days(frame, name, held.collect_schema()[name]):
        is_late = _long_day(name).cast(nw.Datetime("ms")) != nw.col(name).cast(nw.Datetime("ms"))
        late = bool(held.select(is_late.any()).item())
    else:
        column: Any = nw.to_native(held[name])
        late = bool((column.notna() & (column.dt.normalize() != column)).any())
    hint = _PANDAS_HINTS[ColumnKind.DAY] if is_pandas(frame) else ""
    return not late or problems.add(where, "datetime-for-date", f"must hold days, not times of a day{hint}")


def _holds_texts(problems: Problems, where: str, frame: Frame, name: str) -> bool:
    """Whether a column of pandas that can hold anything holds texts only; its kind was guessed from its beginning."""
    column: Any = nw.to_native(cast("Any", frame)[name])
    if column.dtype != object:
        return True
    found = _guessed(frame, column)
    if found not in {"string", "empty"}:
        return problems.add(where, "wrong-type", f"must hold texts, not what pandas calls {found}")
    try:
        "".join(column.dropna()).encode()
    except UnicodeEncodeError:
        return problems.add(where, "malformed", "must hold texts of whole characters, not of halves of a pair")
    return True


def _guessed(frame: Frame, column: Any) -> str:  # noqa: ANN401 -- a Series of pandas, whose types are not installed with this
    """What pandas finds in a column that can hold anything."""
    found: str = nw.get_native_namespace(frame).api.types.infer_dtype(column, skipna=True)
    return found


def blank_columns(frame: Frame) -> tuple[str, ...]:
    """The columns of nothing but gaps, as far as their types say so."""
    kinds = frame.collect_schema()
    return tuple(name for name, kind in kinds.items() if isinstance(kind, nw.Unknown) and _is_blank(frame, name, kind))


def typed(frame: Frame, column: Column) -> nw.Expr:
    """A column of a frame as ours are typed."""
    made = _made(frame, column, dict(frame.collect_schema())[column.name])
    return nw.col(column.name) if made is None else made


def _made(frame: Frame, column: Column, kind: object) -> nw.Expr | None:
    """What a column must be made into, if anything; PyArrow joins no text to one of another width."""
    ours = _TYPES[column.kind]
    if isinstance(kind, nw.Datetime) and kind.time_zone is not None:  # the day is that of the calendar on its wall
        return nw.col(column.name).dt.replace_time_zone(None)
    if isinstance(kind, _FLOATS):  # none of which is there
        return nw.lit(None, ours).alias(column.name)
    if isinstance(kind, (ours, nw.Datetime)) and not (is_arrow(frame) and ours is nw.String):
        return None
    if isinstance(kind, _WIDE):
        return _cut_off(column.name, kind)
    if _has_long_days(frame, column.name, kind):
        return _long_day(column.name)
    return nw.col(column.name).cast(ours)


def _cut_off(name: str, kind: nw.UInt64 | nw.UInt128 | nw.Int128) -> nw.Expr:
    """A wide whole number as the nearest one of 64 bits with a sign."""
    number = nw.col(name)
    least, most = (nw.lit(end, kind) for end in _ENDS)
    found = nw.when(number > most).then(most).otherwise(number)
    if isinstance(kind, nw.Int128):
        found = nw.when(number < least).then(least).otherwise(found)
    return found.cast(nw.Int64).alias(name)


def _chosen(made: Mapping[str, nw.Expr | None], frame: Frame) -> Frame:
    return frame.select(*[nw.col(name) if each is None else each for name, each in made.items()])


def names_of(frame: Frame) -> tuple[str, ...]:
    """The columns of a frame that was read."""
    return tuple(cast("Any", frame.collect_schema()).names())
