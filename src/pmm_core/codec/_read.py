"""Readers: each shape turned into one function, once, which reads strictly and notes everything that is wrong.

Nothing is converted that is not exactly what its shape says, nothing unknown is passed over, and no value is repeated
in a message.  A record with a bad field is not built, but all its other fields are read.
"""

from collections.abc import Callable
from difflib import get_close_matches
from functools import cache
from typing import Any, Final, assert_never, cast

import attrs

from pmm_core.codec._derive import shape_of_kind
from pmm_core.codec._kinds import KINDS
from pmm_core.codec._leaves import Reader, choice, day, exact, flag, listed, text, whole
from pmm_core.codec._reading import BAD, Path, Plain, Reading, Value, is_word
from pmm_core.codec._shapes import (
    CanonicalShape,
    ChoiceShape,
    DayShape,
    ExactShape,
    FlagShape,
    ListShape,
    NamedShape,
    OptionalShape,
    RecordShape,
    ReferenceShape,
    RowShape,
    SetShape,
    Shape,
    TaggedShape,
    TextShape,
    WholeShape,
)
from pmm_core.codec._special import BUILDERS
from pmm_core.errors import PmmError

_MISSING: Final[Any] = object()


def _optional(inner: Reader) -> Reader:
    return lambda value, path, reading: None if value is None else inner(value, path, reading)


def _list(inner: Reader) -> Reader:
    def read(value: Plain, path: "Path | None", reading: Reading) -> Value:
        if type(value) is not list:
            return reading.wrong(path, "a list", value)
        members: list[Plain] = value  # pyright: ignore[reportUnknownVariableType] -- narrowed from Any
        reading.count(len(members))
        found = tuple([inner(member, (path, index), reading) for index, member in enumerate(members)])
        return BAD if BAD in found else found

    return read


def _set(inner: Reader) -> Reader:
    members = _list(inner)

    def read(value: Plain, path: "Path | None", reading: Reading) -> Value:
        found = members(value, path, reading)
        if found is BAD:
            return BAD
        distinct = frozenset(found)
        return distinct if len(distinct) == len(found) else reading.add(path, "duplicate", "must hold nothing twice")

    return read


def _row(parts: tuple[Reader, ...]) -> Reader:
    def read(value: Plain, path: "Path | None", reading: Reading) -> Value:
        if type(value) is not list:
            return reading.wrong(path, "a list", value)
        members: list[Plain] = value  # pyright: ignore[reportUnknownVariableType] -- narrowed from Any
        reading.count(len(members))
        if len(members) != len(parts):
            return reading.add(path, "malformed", f"must be a list of {len(parts)}, not of {len(members)}")
        rows = enumerate(zip(parts, members, strict=True))
        found = tuple([part(member, (path, index), reading) for index, (part, member) in rows])
        return BAD if BAD in found else found

    return read


def _tagged(kinds: tuple[str, ...]) -> Reader:
    def read(value: Plain, path: "Path | None", reading: Reading) -> Value:
        if type(value) is not dict:
            return reading.wrong(path, "an object", value)
        plain: dict[Plain, Plain] = value  # pyright: ignore[reportUnknownVariableType] -- narrowed from Any
        reading.count(len(plain))
        tag = kind_in(plain, path, reading, allowed=kinds)
        if tag is None:
            return BAD
        return reader_of(tag)({key: part for key, part in plain.items() if key != "kind"}, path, reading)

    return read


def kind_in(
    plain: dict[Plain, Plain], path: "Path | None", reading: Reading, *, allowed: tuple[str, ...] | None
) -> str | None:
    """Read which kind an object says it is; None where a problem was noted."""
    found, where = plain.get("kind", _MISSING), (path, "kind")
    if found is _MISSING:
        reading.add(where, "missing-key", "must say which kind of value this is")
    elif type(found) is not str:
        reading.wrong(where, "a text", found)
    elif found not in KINDS:
        near = get_close_matches(found, KINDS, 1) if is_word(found.replace("-", "_")) else []
        hint = f"; did you mean {near[0]}?" if near else ""
        reading.add(where, "unknown-kind", f"must be a kind that the library knows{hint}")
    elif allowed is not None and found not in allowed:
        reading.add(where, "unexpected-kind", f"is {found}, and must be one of: {listed(allowed)}")
    else:
        return found
    return None


def _named(names: Reader, full: Reader) -> Reader:
    return lambda value, path, reading: (names if type(value) is str else full)(value, path, reading)


def _canonical(shape: CanonicalShape) -> Reader:
    # a class that holds its text takes the canonical one only; the others parse, and may be more forgiving
    plainly = "text" in attrs.fields_dict(shape.builds)
    build: Callable[[str], Value] = shape.builds if plainly else cast("Any", shape.builds).parse

    def read(value: Plain, path: "Path | None", reading: Reading) -> Value:
        given = text(value, path, reading)
        if given is BAD:
            return BAD
        if reading.format < reading.current:
            given = reading.upgraded(shape.kind, given)
        try:
            found = build(given)
        except PmmError as error:
            return reading.take_over(path, error, None)
        if plainly or str(found) == given:
            return found
        return reading.add(path, "malformed", "must be in its canonical form, without anything around it")

    return read


def _record(shape: RecordShape) -> Reader:  # noqa: C901 -- one loop, for speed
    rows = [
        (field.key, field.name, field.required, reader_for(field.shape), *_usual(field.shape)) for field in shape.fields
    ]
    known = frozenset(field.key for field in shape.fields)
    keys = {field.name: field.key for field in shape.fields}
    build = BUILDERS.get(shape.builds, shape.builds)

    def read(value: Plain, path: "Path | None", reading: Reading) -> Value:  # noqa: C901 -- the same
        if type(value) is not dict:
            return reading.wrong(path, "an object", value)
        plain: dict[Plain, Plain] = value  # pyright: ignore[reportUnknownVariableType] -- narrowed from Any
        reading.count(len(plain))
        if reading.format < reading.current:
            plain = reading.upgraded(shape.kind, plain)
        given: dict[str, Value] = {}
        sound, seen, longest = True, 0, reading.limits.text
        for key, name, required, inner, is_text, choices in rows:
            part = plain.get(key, _MISSING)
            if part is _MISSING:
                if required:
                    sound = reading.add((path, key), "missing-key", "must be given") is not BAD
                continue
            seen += 1
            # the fields that most records are made of are read here and not by a call each
            if type(part) is str:
                if is_text and part.isascii() and len(part) <= longest:
                    given[name] = part
                    continue
                if (found := choices.get(part, BAD)) is not BAD:
                    given[name] = found
                    continue
            found = given[name] = inner(part, (path, key), reading)
            sound = sound and found is not BAD
        if seen < len(plain):
            note_unknown(plain, known, path, reading)
            sound = False
        if not sound:
            return BAD
        try:
            return build(**given)
        except PmmError as error:
            return reading.take_over(path, error, keys)

    return read


def _usual(shape: Shape) -> tuple[bool, dict[str, Value]]:
    """Whether a field takes any text, and what its texts stand for where they are a closed list."""
    inner = shape.inner if isinstance(shape, OptionalShape) else shape
    known = dict(zip(inner.texts, inner.values, strict=True)) if isinstance(inner, ChoiceShape) else {}
    return isinstance(inner, TextShape), known


def note_unknown(plain: dict[Plain, Plain], known: frozenset[str], path: "Path | None", reading: Reading) -> None:
    """Note every key that does not belong here."""
    for key in plain:
        if type(key) is not str:
            reading.wrong(path, "an object whose keys are texts", key)
        elif key not in known:
            shown = is_word(key)
            near = get_close_matches(key, known, 1) if shown else []
            hint = f"; did you mean {near[0]}?" if near else ""
            reading.add((path, key) if shown else path, "unknown-key", f"must hold known keys only{hint}")


def reader_for(shape: Shape) -> Reader:  # noqa: C901, PLR0911, PLR0912 -- one way for each shape
    """The reader of a shape."""
    match shape:
        case TextShape():
            return text
        case FlagShape():
            return flag
        case WholeShape():
            return whole
        case DayShape():
            return day
        case ExactShape():
            return exact(shape)
        case ChoiceShape():
            return choice(shape)
        case OptionalShape():
            return _optional(reader_for(shape.inner))
        case ListShape():
            return _list(reader_for(shape.inner))
        case SetShape():
            return _set(reader_for(shape.inner))
        case RowShape():
            return _row(tuple(map(reader_for, shape.parts)))
        case ReferenceShape():
            return reader_of(shape.kind)
        case TaggedShape():
            return _tagged(shape.kinds)
        case NamedShape():
            return _named(reader_for(shape.names), reader_for(shape.full))
        case _ as never:
            assert_never(never)


@cache
def reader_of(kind: str) -> Reader:
    """The reader of a kind, without the word ``kind``."""
    shape = shape_of_kind(kind)
    return _record(shape) if isinstance(shape, RecordShape) else _canonical(shape)
