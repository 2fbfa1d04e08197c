"""Every check of a schema as a condition over rows, each with the column and the stable code it is reported by."""

from collections.abc import Iterator

import attrs
import narwhals.stable.v2 as nw

from pmm_core.frames._areas import is_code
from pmm_core.frames._engine import LIMIT, Frame
from pmm_core.frames._forms import faults_of, is_blank
from pmm_core.frames._logic import some_of
from pmm_core.frames._row_rules import rules_of
from pmm_core.frames._schema import Column, ColumnKind, Schema


@attrs.frozen(kw_only=True)
class RowCheck:
    """One check.

    Args:
        column: where it is reported.
        code: the stable code.
        broken: tells a row that fails it; never null.
        shown: whether the value of the column may be told where it looks like a code.
        about: for a rule across columns, what is wrong.
    """

    column: str
    code: str
    broken: nw.Expr
    shown: bool = False
    about: str = ""


def checks_of(frame: Frame, schema: Schema) -> tuple[RowCheck, ...]:
    """The checks that a frame can be put through, column by column, then those across columns."""
    kinds = dict(frame.collect_schema())
    single = [
        check
        for column in schema.columns
        if column.name in kinds
        for check in _checks_of_column(frame, column, has_time=isinstance(kinds[column.name], nw.Datetime))
    ]
    across = [
        RowCheck(column=rule.column, code=rule.code, broken=_there(*rule.needs) & rule.broken, about=rule.about)
        for rule in rules_of(schema)
        if {rule.column, *rule.needs} <= set(kinds)
    ]
    return (*single, *across)


def _there(*names: str) -> nw.Expr:
    missing = [nw.col(name).is_null() for name in names]
    return ~some_of(missing)


def _checks_of_column(frame: Frame, column: Column, *, has_time: bool) -> Iterator[RowCheck]:
    name, there = column.name, _there(column.name)
    if not column.nullable:
        yield RowCheck(column=name, code="missing-value", broken=nw.col(name).is_null())
    match column.kind:
        case ColumnKind.TEXT if column.form is not None:
            blank = is_blank(name)
            yield RowCheck(column=name, code="empty", broken=there & blank)
            for code, broken in faults_of(column.form, name):
                yield RowCheck(column=name, code=code, broken=there & ~blank & broken)
        case ColumnKind.CODE:
            unknown = ~is_code(frame, nw.col(name), column.codes)
            yield RowCheck(column=name, code=column.unknown, broken=there & unknown, shown=True)
        case ColumnKind.INTEGER:
            number = nw.col(name)
            yield RowCheck(column=name, code="out-of-range", broken=there & ((number >= LIMIT) | (number <= -LIMIT)))
            if column.minimum is not None:
                code = "too-small" if column.minimum else "negative"
                yield RowCheck(column=name, code=code, broken=there & (number < column.minimum))
        case ColumnKind.DAY if has_time:
            day = nw.col(name).dt
            late = (day.hour() > 0) | (day.minute() > 0) | (day.second() > 0) | (day.nanosecond() > 0)
            yield RowCheck(column=name, code="datetime-for-date", broken=there & late)
        case _:
            pass
