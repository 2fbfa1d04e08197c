"""Readers of what holds nothing else: texts, flags, numbers, days and choices."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from pmm_core.codec._exact import exact_of, fits, is_long, sort_of
from pmm_core.codec._reading import BAD, Path, Plain, Reading, Value
from pmm_core.codec._shapes import ChoiceShape, ExactShape

Reader = Callable[[Plain, "Path | None", Reading], Value]
"""Takes plain data, where they stand, and the reading; gives the value, or `BAD` when a problem was noted."""

SHOWN: Final = 12
"""So many choices are listed in a message."""

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


def listed(texts: tuple[str, ...]) -> str:
    """List choices for a message."""
    return ", ".join(texts[:SHOWN]) + (", ..." if len(texts) > SHOWN else "")


def is_writable(text: str) -> bool:
    """Whether a text can be written in any encoding of Unicode: halves of characters cannot."""
    return _SURROGATE.search(text) is None


def text(value: Plain, path: "Path | None", reading: Reading) -> Value:
    """Read a text."""
    if type(value) is not str:
        return reading.wrong(path, "a text", value)
    if len(value) > reading.limits.text:
        return reading.add(path, "over-limit", f"must have at most {reading.limits.text} characters")
    if value.isascii() or is_writable(value):
        return value
    return reading.add(path, "malformed", "must hold whole characters only")


def flag(value: Plain, path: "Path | None", reading: Reading) -> Value:
    """Read true or false."""
    return value if type(value) is bool else reading.wrong(path, "true or false", value)


def whole(value: Plain, path: "Path | None", reading: Reading) -> Value:
    """Read a whole number; true is no 1."""
    if type(value) is int:
        return value if fits(value, reading.digits) else _too_long(path, reading)
    if type(value) is bool:
        return reading.add(path, "bool-for-int", "must be a whole number, not bool")
    if type(value) is float:
        return reading.add(path, "float-for-exact", "must be a whole number, not float")
    return reading.wrong(path, "a whole number", value)


def _too_long(path: "Path | None", reading: Reading) -> Value:
    return reading.add(path, "out-of-range", f"must have at most {reading.digits} digits")


def day(value: Plain, path: "Path | None", reading: Reading) -> Value:
    """Read a day."""
    if type(value) is not str:
        return reading.wrong(path, "a text such as 2024-03-07", value)
    if not _DAY.fullmatch(value):
        return reading.add(path, "malformed", "must be a day such as 2024-03-07")
    try:
        return date.fromisoformat(value)
    except ValueError:
        return reading.add(path, "no-such-day", "must be a day of the calendar")


def exact(shape: ExactShape) -> Reader:
    """The reader of exact numbers of some sorts."""
    sorts = " or ".join(shape.sorts)

    def read(value: Plain, path: "Path | None", reading: Reading) -> Value:
        if type(value) is float:
            return reading.add(path, "float-for-exact", "must be an exact number written as a text, not float")
        if type(value) is not str:
            return reading.wrong(path, "an exact number written as a text", value)
        if is_long(value, reading.digits):
            return _too_long(path, reading)
        found = exact_of(value)
        if found is None or sort_of(found) not in shape.sorts:
            return reading.add(path, "malformed", f"must be an exact number ({sorts}) such as 7, 7/2 or 12.50")
        return found if fits(found, reading.digits) else _too_long(path, reading)

    return read


def choice(shape: ChoiceShape) -> Reader:
    """The reader of one choice."""
    known = dict(zip(shape.texts, shape.values, strict=True))
    shown = listed(shape.texts)

    def read(value: Plain, path: "Path | None", reading: Reading) -> Value:
        if type(value) is not str:
            return reading.wrong(path, "a text", value)
        found = known.get(value, BAD)
        return reading.add(path, "unknown-choice", f"must be one of: {shown}") if found is BAD else found

    return read
