"""How a frame comes in: its columns are there and of the right kind, and are called and typed as ours are.

Nothing is computed for this: names and types of columns are known before a query runs.  Only a column of pandas that
can hold any object is gone through, since its type says nothing.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, cast

import narwhals.stable.v2 as nw

from pmm_core._checks import Problems, shown
from pmm_core.frames._engine import Frame, is_arrow, is_eager, is_pandas, opened
from pmm_core.frames._schema import Column, ColumnKind, Schema

_LONGEST: Final = 60
_KINDS: Final[Mapping[ColumnKind, tuple[type[Any], ...]]] = MappingProxyType(
    {
        ColumnKind.TEXT: (nw.String, nw.Categorical, nw.Enum),
        ColumnKind.CODE: (nw.String, nw.Categorical, nw.Enum),
        ColumnKind.INTEGER: (
            *(nw.Int8, nw.Int16, nw.Int32, nw.Int64),
            *(nw.UInt8, nw.UInt16, nw.UInt32, nw.UInt64),
        ),
        ColumnKind.FLAG: (nw.Boolean,),
        ColumnKind.DAY: (nw.Date,),
    }
)
_HINTS: Final[Mapping[ColumnKind, str]] = MappingProxyType(
    {
        ColumnKind.TEXT: "texts",
        ColumnKind.CODE: "texts",
        ColumnKind.INTEGER: "whole numbers; in pandas, write those with gaps as Int64",
        ColumnKind.FLAG: "true or false",
        ColumnKind.DAY: "days; in pandas, datetime64 at midnight",
    }
)


def read(problems: Problems, path: str, given: object, schema: Schema, *, only: Iterable[str] = ()) -> Frame | None:
    """Read a frame by a schema, and note what is missing or of another kind.

    Args:
        problems: where to note it.
        path: the argument that the frame was given as.
        given: the frame.
        schema: what it must hold.
        only: the columns that are needed here, those that are optional elsewhere too; all of them where it is left out,
            optional ones if they are there.

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
        else _is_fit(problems, path, column, found[column.name], frame)
        for column in columns
    ]
    if not all(sound):
        return None
    casts = {column.name: _cast_of(frame, column, found[column.name]) for column in columns if column.name in found}
    if tuple(casts) == tuple(found) and not any(casts.values()):
        return frame  # as another function of ours gives it; an engine that plans has a step less
    return frame.select(*[_as(name, kind) for name, kind in casts.items()])


def settled(problems: Problems, *frames: Frame | None) -> tuple[Frame, ...]:
    """Raise everything that was found, or give the frames back, which are all there then."""
    problems.done()
    return tuple(frame for frame in frames if frame is not None)


def _is_absent(problems: Problems, path: str, column: Column, *, needed: bool) -> bool:
    name = column.name if column.name.isprintable() and len(column.name) <= _LONGEST else shown(column.name)
    return not needed or problems.add(f"{path}[{name}]", "missing-column", f"the column {name} is missing")


def _is_fit(problems: Problems, path: str, column: Column, kind: object, frame: Frame) -> bool:
    where = f"{path}[{column.name}]"
    fits = isinstance(kind, _KINDS[column.kind])
    if column.kind is ColumnKind.DAY and is_pandas(frame):
        fits = fits or isinstance(kind, nw.Datetime)  # pandas has no column of days of its own
    if fits and is_pandas(frame) and is_eager(frame) and isinstance(kind, nw.String):
        return _holds_texts(problems, where, frame, column.name)
    if fits:
        return True
    if column.kind is ColumnKind.INTEGER and isinstance(kind, nw.Float32 | nw.Float64):
        return problems.add(where, "float-for-exact", f"must hold {_HINTS[column.kind]}, not {kind}")
    if column.kind is ColumnKind.DAY and isinstance(kind, nw.Datetime):
        return problems.add(where, "datetime-for-date", f"must hold days, not {kind}; cast it to the type of days")
    return problems.add(where, "wrong-type", f"must hold {_HINTS[column.kind]}, not {kind}")


def _holds_texts(problems: Problems, where: str, frame: Frame, name: str) -> bool:
    """Whether a column of pandas that can hold anything holds texts only; its kind was guessed from its beginning."""
    column: Any = nw.to_native(cast("Any", frame)[name])
    if column.dtype != object:
        return True
    found: str = nw.get_native_namespace(frame).api.types.infer_dtype(column, skipna=True)
    if found not in {"string", "empty"}:
        return problems.add(where, "wrong-type", f"must hold texts, not what pandas calls {found}")
    try:
        "".join(column.dropna()).encode()
    except UnicodeEncodeError:
        return problems.add(where, "malformed", "must hold texts of whole characters, not of halves of a pair")
    return True


def typed(frame: Frame, column: Column) -> nw.Expr:
    """A column of a frame as ours are typed."""
    return _as(column.name, _cast_of(frame, column, dict(frame.collect_schema())[column.name]))


def _cast_of(frame: Frame, column: Column, kind: object) -> type[nw.Int64 | nw.String] | None:
    """What a column must be cast to, if anything; PyArrow joins no text to one of another width."""
    if column.kind is ColumnKind.INTEGER and not isinstance(kind, nw.Int64):
        return nw.Int64
    is_ours = isinstance(kind, nw.String) and not is_arrow(frame)
    return nw.String if column.kind in (ColumnKind.TEXT, ColumnKind.CODE) and not is_ours else None


def _as(name: str, kind: type[nw.Int64 | nw.String] | None) -> nw.Expr:
    return nw.col(name).cast(kind) if kind else nw.col(name)


def names_of(frame: Frame) -> tuple[str, ...]:
    """The columns of a frame that was read."""
    return tuple(cast("Any", frame.collect_schema()).names())
