"""The faults of a frame as one error that tells them all, for those who want to stop there."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from pmm_core._checks import Problems
from pmm_core.frames._checks_of_rows import checks_of
from pmm_core.frames._engine import IntoFrameT, collected
from pmm_core.frames._entry import read, settled
from pmm_core.frames._faults import NOT_SHOWN, all_faults, failed
from pmm_core.frames._row_rules import rules_of
from pmm_core.frames._schema import Schema

_MOST: Final = 20
_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "missing-value": "no value",
        "empty": "an empty text",
        "malformed": "a text of another form",
        "personal-id": "a text with the form of a NIK, NUPTK or NIP",
        "unknown-period": "a period that the calendar does not know",
        "out-of-range": "a number too large for exact arithmetic",
        "negative": "a negative number",
        "too-small": "a number below the smallest that is allowed",
        "datetime-for-date": "a time that is not midnight",
        "duplicate": "a key that another row has too",
        "missing-number": "a gap before the last number",
    }
)
"""What a column holds; unknown codes and rules across columns have words of their own."""

_Fault = Mapping[str, Any]


def verify(frame: IntoFrameT, schema: Schema) -> IntoFrameT:
    """Check the rows of a frame and raise everything that is wrong; this runs, also where the frame is lazy.

    The checks are those of `faults`.  Nothing is kept of the rows but counts, and keys that may be shown.

    Args:
        frame: the rows, with the columns of the schema; further columns are ignored.
        schema: what they must be, for instance `TEACHERS`.

    Returns:
        The frame as it was given, so that the call can stand inside another.

    Raises:
        InvalidValueError: all problems, most rows first, with paths such as ``teachers[role]`` and the codes of
            `faults`; after twenty of one column the number of those that are left out.  ``missing-column`` or
            ``unknown-engine`` before anything runs.
        WrongTypeError: as `faults` raises it; ``datetime-for-date`` also for times in a column of days.

    >>> import pyarrow as pa
    >>> from pmm_core.frames import SCHOOLS
    >>> schools = pa.table({"npsn": ["20300001"], "level": ["s-d"], "kabupaten": ["33.25"]})
    >>> verify(schools, SCHOOLS)
    Traceback (most recent call last):
        ...
    pmm_core.errors.InvalidValueError: invalid verify: schools[level]: the unknown code 's-d' in 1 row, whose key is \
not shown [unknown-choice]
    """
    problems = Problems("verify")
    known = problems.instance("schema", schema, Schema, "a Schema")
    rows = read(problems, schema.name, frame, schema, row_by_row=True) if known else None
    (found,) = settled(problems, rows)
    broken = failed(found, checks_of(found, schema))
    _note(problems, schema, collected(all_faults(found, schema, broken)))
    problems.done()
    return frame


def _note(problems: Problems, schema: Schema, found: Sequence[_Fault]) -> None:
    """Note the faults in the order of the columns, those of most rows first, and no more than are read."""
    places = {column.name: index for index, column in enumerate(schema.columns)}
    words = {(rule.column, rule.code): rule.about for rule in rules_of(schema)}
    by_column: dict[str, list[_Fault]] = {}
    for fault in sorted(found, key=_by_rows):
        by_column.setdefault(fault["column"], []).append(fault)
    for name in sorted(by_column, key=lambda name: places.get(name, len(places))):
        path, column = f"{schema.name}[{name}]", by_column[name]
        for fault in column[:_MOST]:
            about = words.get((name, fault["code"])) or _about(fault)
            problems.add(path, fault["code"], f"{about} in {_where(fault)}")
        if len(column) > _MOST:
            problems.add(path, column[_MOST]["code"], f"and {len(column) - _MOST} more")


def _by_rows(fault: _Fault) -> tuple[object, ...]:
    return -fault["rows"], fault["code"], fault["value"] or ""


def _about(fault: _Fault) -> str:
    if fault["code"] in _WORDS:
        return _WORDS[fault["code"]]
    return "an unknown code" if fault["value"] is None else f"the unknown code {fault['value']!r}"


def _where(fault: _Fault) -> str:
    rows, first, last = fault["rows"], fault["first_key"], fault["last_key"]
    number = "1 row" if rows == 1 else f"{rows} rows"
    if first == NOT_SHOWN:
        return f"{number}, whose {'key is' if rows == 1 else 'keys are'} not shown"
    return f"{number}, for instance {first}" + ("" if first == last else f" and {last}")
