"""What is wrong with the rows of a frame, counted, with keys to find them by, and nobody's personal data.

Theory.  A check is a condition over one row.  All conditions are evaluated in one pass; only the rows that fail one go
on, are multiplied by the checks that they fail, and are counted by column, code and value.  What concerns several rows
at once, duplicates of the key and gaps in a numbering, is counted over the keys in a second pass.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final, cast

import narwhals.stable.v2 as nw

from pmm_core._checks import Problems
from pmm_core.frames._checks_of_rows import RowCheck, checks_of
from pmm_core.frames._engine import Frame, IntoFrameT, by_piece, collected, given_back, is_dask, is_eager, small, whole
from pmm_core.frames._entry import read, settled
from pmm_core.frames._forms import looks_like_a_code, may_be_shown
from pmm_core.frames._logic import all_of, some_of
from pmm_core.frames._places import in_one_piece
from pmm_core.frames._row_rules import NUMBERED
from pmm_core.frames._schema import KEY_MARK, Column, ColumnKind, Schema, TextForm

NOT_SHOWN: Final = "(not shown)"
_SHOWN_FORMS: Final = (TextForm.OPAQUE_ID, TextForm.METRIC_KEY)
_ENDS: Final = ("first_key", "last_key")
_ALIKE: Final = "_alike"
_KEY: Final = "_key"


def faults(frame: IntoFrameT, schema: Schema) -> IntoFrameT:
    """Count what is wrong with the rows of a frame; what is lazy stays lazy.

    The checks are those that the core's constructors make, code for code: gaps, unknown codes, numbers out of their
    bounds, texts of another form, what does not fit together within a row, keys that occur twice, numbers with gaps.
    A number of 2**31 and more is reported as well (``out-of-range``), since exact arithmetic over frames ends there.

    Args:
        frame: the rows, with the columns of the schema; further columns are ignored.
        schema: what they must be, for instance `TEACHERS`.

    Returns:
        A frame of the same engine with one row per column, code and value, in any order; none where all is well:
        ``column`` (for a key of several columns their names, joined by ``#``), ``code`` (a stable code), ``value`` (the
        unknown code where it looks like one, else null), ``rows`` (how many), ``first_key`` and ``last_key`` (the
        smallest and the largest key of these rows as text, its parts joined by ``#``; ``(not shown)`` where it is no
        opaque id).  For ``missing-number``, ``rows`` counts what is numbered with gaps, and the keys are the last ones.

    Raises:
        InvalidValueError: ``missing-column``, ``unknown-engine``, or ``duplicate`` for two columns of one name.
        WrongTypeError: ``wrong-type``, ``float-for-exact`` or ``datetime-for-date`` for a column, ``wrong-type`` for
            anything but a frame and a schema.

    >>> import pyarrow as pa
    >>> from pmm_core.frames import SCHOOLS
    >>> schools = pa.table({"npsn": ["20300001"], "level": ["s-d"], "kabupaten": ["33.25"]})
    >>> faults(schools, SCHOOLS).select(["column", "code", "value", "rows"]).to_pylist()
    [{'column': 'level', 'code': 'unknown-choice', 'value': 's-d', 'rows': 1}]
    """
    problems = Problems("faults")
    known = problems.instance("schema", schema, Schema, "a Schema")
    rows = read(problems, schema.name, frame, schema, row_by_row=True) if known else None
    (found,) = settled(problems, rows)
    checks = checks_of(found, schema)
    if is_eager(found):  # its rows are there already, so that what all of them pass can be left out
        checks = failed(found, checks)
    return cast("IntoFrameT", given_back(all_faults(found, schema, checks), frame))


def failed(rows: Frame, checks: Sequence[RowCheck]) -> tuple[RowCheck, ...]:
    """The checks that some row fails; this runs, and is one pass."""
    if not checks:
        return ()
    flags = {_flag(index): _as_number(check) for index, check in enumerate(checks)}
    counts = collected(by_piece(rows, partial(_added_up, flags)))
    return tuple(check for flag, check in zip(flags, checks, strict=True) if any(piece[flag] for piece in counts))


def _added_up(flags: Mapping[str, nw.Expr], rows: Frame) -> Frame:
    return rows.select(*[flag.sum().alias(name) for name, flag in flags.items()])


def all_faults(rows: Frame, schema: Schema, checks: Sequence[RowCheck]) -> Frame:
    """Everything that is wrong, where these are the checks that rows may fail."""
    keys = rows.filter(all_of([~nw.col(name).is_null() for name in schema.key])).select(*_parts(schema))
    alike = keys.group_by(*map(_part, range(len(schema.key)))).agg(nw.len().alias(_ALIKE))
    found = in_one_piece(alike, partial(_of_keys, schema))
    if not checks:
        return found
    counted = by_piece(rows, partial(_of_rows, schema, checks))
    if is_dask(rows):  # each piece has counted for itself
        counted = in_one_piece(counted, partial(_counted, nw.col("rows").sum(), _ENDS))
    return nw.concat([found, in_one_piece(counted, _finished)], how="vertical")


def _flag(index: int) -> str:
    return f"_check_{index}"


def _as_number(check: RowCheck) -> nw.Expr:
    return nw.when(check.broken).then(nw.lit(1)).otherwise(nw.lit(0))


def _of_rows(schema: Schema, checks: Sequence[RowCheck], rows: Frame) -> Frame:
    """The rows that fail a check, multiplied by the checks that they fail, and counted."""
    # all under names of ours from here on, since a schema of one's own may have columns of any name
    marked = rows.select(
        *(_as_number(check).alias(_flag(index)) for index, check in enumerate(checks)),
        *(nw.col(check.column).alias(_word(index)) for index, check in enumerate(checks) if check.shown),
        *_parts(schema),
    )
    some = marked.filter(some_of([nw.col(_flag(index)) == 1 for index in range(len(checks))]))
    table: dict[str, Sequence[str | int]] = {
        "_check": range(len(checks)),
        "column": [check.column for check in checks],
        "code": [check.code for check in checks],
    }
    pairs = _keyed(some, schema).join(small(rows, table), how="cross")
    pairs = pairs.filter(some_of([_is(index) & (nw.col(_flag(index)) == 1) for index in range(len(checks))]))
    return _counted(nw.len(), (_KEY, _KEY), pairs.with_columns(_value(checks).alias("value")))


def _word(index: int) -> str:
    return f"_word_{index}"


def _part(index: int) -> str:
    return f"_part_{index}"


def _parts(schema: Schema) -> list[nw.Expr]:
    """The columns of the key."""
    return [nw.col(name).alias(_part(index)) for index, name in enumerate(schema.key)]


def _is(index: int) -> nw.Expr:
    return nw.col("_check") == index


def _value(checks: Sequence[RowCheck]) -> nw.Expr:
    """The word that is unknown where it may be told, else an empty text, since engines group those alike."""
    found: nw.Expr = nw.lit("")
    for index, check in enumerate(checks):
        if check.shown:
            word = _word(index)
            told = nw.when(looks_like_a_code(word)).then(nw.col(word)).otherwise(nw.lit(""))
            found = nw.when(_is(index)).then(told).otherwise(found)
    return found


def _of_keys(schema: Schema, alike: Frame) -> Frame:
    """What concerns several rows at once, by how many rows have each key."""
    found = _duplicates(schema, alike)
    if NUMBERED.get(schema.name, ()) and set(NUMBERED[schema.name]) <= set(schema.key):
        found = nw.concat([found, _gaps(schema, alike)], how="vertical")
    return _finished(found)


def _duplicates(schema: Schema, alike: Frame) -> Frame:
    """The rows whose key another row has too, all of them."""
    twice = _told(schema, KEY_MARK.join(schema.key), "duplicate", alike.filter(nw.col(_ALIKE) > 1))
    return _counted(nw.col(_ALIKE).sum(), (_KEY, _KEY), twice)


def _gaps(schema: Schema, alike: Frame) -> Frame:
    """Numbers from 1 that are all different have a gap where the largest is above their number."""
    home, number = NUMBERED[schema.name]
    part, last = (_part(schema.key.index(name)) for name in (home, number))
    ends = alike.group_by(part).agg(nw.col(last).max(), nw.len().alias(_ALIKE))
    wide = _told(schema, number, "missing-number", ends.filter(nw.col(last) > nw.col(_ALIKE)))
    return _counted(nw.len(), (_KEY, _KEY), wide)


def _told(schema: Schema, column: str, code: str, rows: Frame) -> Frame:
    return _keyed(rows, schema).with_columns(column=nw.lit(column), code=nw.lit(code), value=nw.lit(""))


def _counted(number: nw.Expr, ends: tuple[str, str], rows: Frame) -> Frame:
    """One row per column, code and value, out of rows that carry the ends of their keys."""
    first, last = (nw.col(end) for end in ends)
    found = rows.group_by("column", "code", "value").agg(
        number.alias("rows"), first.min().alias("first_key"), last.max().alias("last_key")
    )
    return whole(found, "rows").select("column", "code", "value", "rows", *_ENDS)


def _finished(found: Frame) -> Frame:
    """Say where a value or a key is not shown."""
    value = nw.col("value")
    ends = {name: nw.when(nw.col(name).is_null()).then(nw.lit(NOT_SHOWN)).otherwise(nw.col(name)) for name in _ENDS}
    return found.select("column", "code", nw.when(value != "").then(value).alias("value"), "rows", **ends)


def _keyed(rows: Frame, schema: Schema) -> Frame:
    """Rows with their keys as texts, out of the parts of these; missing where a key may not be shown."""
    columns = [schema.column(name) for name in schema.key]
    if not all(map(_has_keys_to_show, columns)):
        return rows.with_columns(nw.lit(None).cast(nw.String()).alias(_KEY))
    texts = {_part(index): _text(_part(index), column.kind) for index, column in enumerate(columns)}
    named = rows.with_columns(**texts)
    sound = all_of([may_be_shown(name) & ~nw.col(name).is_null() for name in texts])
    joined = nw.concat_str(*[nw.col(name) for name in texts], separator=KEY_MARK) if texts else nw.lit("")
    return named.with_columns(nw.when(sound).then(joined).alias(_KEY))


def _has_keys_to_show(column: Column) -> bool:
    return column.kind is not ColumnKind.TEXT or column.form in _SHOWN_FORMS


def _text(part: str, kind: ColumnKind) -> nw.Expr:
    """A part of a key as text."""
    value = nw.col(part)
    return value.dt.to_string("%Y-%m-%d") if kind is ColumnKind.DAY else value.cast(nw.String())
