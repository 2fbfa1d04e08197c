"""Writers: each shape turned into one function, once.

A value exists only if it is valid, so that little is left to check: numbers beyond every count, texts that no encoding
takes, and what has no document at all.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Final, assert_never

import attrs

from pmm_core._checks import kind_of
from pmm_core.codec._derive import shape_of_kind
from pmm_core.codec._exact import BOUND, DIGITS, exact_text, fits, sort_of
from pmm_core.codec._kinds import KIND_OF, NOT_WIRED
from pmm_core.codec._leaves import is_writable
from pmm_core.codec._reading import Plain, Value
from pmm_core.codec._shapes import (
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
from pmm_core.codec._special import CHECKS
from pmm_core.codec._upgrades import FORMAT
from pmm_core.errors import InvalidValueError, Problem, WrongTypeError

Writer = Callable[[Value], Plain]


_BARE, _TAGGED, DOCUMENT = range(3)
_REFERENCE: Final = frozenset({"kabupaten", "metric", "practice-indicator", "province", "source", "unit"})
"""Kinds of which few values stand in many documents; their parts are leaves, or records of leaves only."""
_REMEMBERED: Final = 1024


def _refuse(code: str, message: str) -> InvalidValueError:
    kind = WrongTypeError if code == "wrong-type" else InvalidValueError
    return kind("document", (Problem("value", code, message),))


def _text(value: str) -> str:
    if type(value) is str and value.isascii():
        return value
    plain = str.__str__(value)  # a subclass would come out as itself
    if not is_writable(plain):
        raise _refuse("malformed", "a text holds half a character, which no encoding can write")
    return plain


def _flag(value: bool) -> bool:  # noqa: FBT001 -- private
    if value is True or value is False:
        return value
    raise TypeError


def _too_long() -> InvalidValueError:
    return _refuse("out-of-range", f"a number has more than {DIGITS} digits")


def _whole(value: int) -> int:
    if type(value) is not int:
        if isinstance(value, bool):
            raise TypeError
        value = int.__int__(value)  # a subclass would come out as itself
    if -BOUND < value < BOUND:
        return value
    raise _too_long()


def _day(value: date) -> str:
    if isinstance(value, datetime):
        raise TypeError
    return date.isoformat(value)


def _exact(shape: ExactShape) -> Writer:
    def write(value: Value) -> str:
        if sort_of(value) not in shape.sorts:
            raise _refuse("wrong-type", f"a number must be of sort {' or '.join(shape.sorts)}")
        if not fits(value, DIGITS):
            raise _too_long()
        return exact_text(value)

    return write


def _no_personal(_value: object) -> str:
    raise _refuse("personal-data", "is personal as a whole, so that nothing is left to write")


def kind_of_value(value: object) -> str:
    """The kind of a value; refuses what has no document."""
    kind = KIND_OF.get(type(value))
    if kind is not None:
        return kind
    why = next((reason for builds, reason in NOT_WIRED.items() if isinstance(value, builds)), "")
    if why:
        raise _refuse("no-document", f"a {type(value).__name__} has no document: {why}")
    raise _refuse("wrong-type", f"must be a value of the library that has a document, not {kind_of(value)}")


def _choices(choice: ChoiceShape, *, optional: bool = False) -> dict[Value, str | None]:
    """The text of each value that can be chosen."""
    known: dict[Value, str | None] = {None: None} if optional else {}
    known.update(zip(choice.values, choice.texts, strict=True))
    return known


def _optional(inner: Writer) -> Writer:
    return lambda value: None if value is None else inner(value)


def _list(inner: Writer) -> Writer:
    return lambda values: [inner(value) for value in values]


def _set(inner: Writer) -> Writer:
    return lambda values: sorted([inner(value) for value in values])


def _row(parts: tuple[Writer, ...]) -> Writer:
    return lambda values: [part(value) for part, value in zip(parts, values, strict=True)]


def _tagged(kinds: tuple[str, ...], personal: bool) -> Writer:  # noqa: FBT001 -- private
    writers: dict[object, Writer] = {shape_of_kind(kind).builds: writer_of(kind, personal, _TAGGED) for kind in kinds}

    def write(value: Value) -> Plain:
        found = writers.get(type(value))  # pyright: ignore[reportUnknownArgumentType] -- narrowed from Any
        if found is None:
            raise _refuse("wrong-type", f"a {type(value).__name__} cannot stand here")
        return found(value)

    return write


def _named(shape: NamedShape, full: Writer) -> Writer:
    def write(value: Value) -> Plain:
        for text, known in zip(shape.names.texts, shape.names.values, strict=True):
            if value is known or value == known:
                return text
        return full(value)

    return write


def _record(shape: RecordShape, personal: bool, head: dict[str, Plain]) -> Writer:  # noqa: FBT001 -- private
    fields = [field for field in shape.fields if personal or field.required or not field.personal]
    keys = tuple(field.key for field in fields)
    get = attrgetter(*(field.name for field in fields))
    take: Callable[[Value], tuple[Value, ...]] = get if len(fields) > 1 else lambda value: (get(value),)
    check = CHECKS.get(shape.builds)
    # the fields that most records are made of are written here and not by a call each
    texts: list[tuple[str, Writer]] = []
    choices: list[tuple[str, dict[Value, str | None]]] = []
    others: list[tuple[str, Writer]] = []
    for field in fields:
        inner = field.shape.inner if isinstance(field.shape, OptionalShape) else field.shape
        if isinstance(inner, TextShape):
            texts.append((field.key, writer_for(field.shape, personal)))
        elif isinstance(inner, ChoiceShape):
            choices.append((field.key, _choices(inner, optional=inner is not field.shape)))
        else:
            others.append((field.key, writer_for(field.shape, personal)))

    def write(value: Value) -> dict[str, Plain]:
        if check is not None:
            check(value)
        plain = head.copy()
        plain.update(zip(keys, take(value)))  # noqa: B905 -- of one length by construction
        for key, write_part in texts:
            part = plain[key]
            if not (type(part) is str and part.isascii()):
                plain[key] = write_part(part)
        for key, known in choices:
            plain[key] = known[plain[key]]
        for key, write_part in others:
            plain[key] = write_part(plain[key])
        return plain

    return write


def _remembering(write: Writer) -> Writer:
    """Write each of a few values once: reference data stands in many documents and never changes.

    What is remembered is copied for every document, so that nobody shares a part of theirs with anybody.
    """
    known: dict[int, tuple[Value, dict[str, Plain], tuple[str, ...]]] = {}

    def write_once(value: Value) -> dict[str, Plain]:
        entry = known.get(id(value))
        if entry is None or entry[0] is not value:
            plain: dict[str, Plain] = write(value)
            entry = value, plain, tuple(key for key, part in plain.items() if type(part) is dict)
            if len(known) < _REMEMBERED:
                known[id(value)] = entry  # it holds the value, so that no other can have its id
        copy = entry[1].copy()
        for key in entry[2]:
            copy[key] = copy[key].copy()
        return copy

    return write_once


def writer_for(shape: Shape, personal: bool) -> Writer:  # noqa: C901, FBT001, PLR0911, PLR0912 -- one way for each shape
    """The writer of a shape."""
    match shape:
        case TextShape():
            return _text
        case FlagShape():
            return _flag
        case WholeShape():
            return _whole
        case DayShape():
            return _day
        case ExactShape():
            return _exact(shape)
        case ChoiceShape():
            return _choices(shape).__getitem__
        case OptionalShape():
            return _optional(writer_for(shape.inner, personal))
        case ListShape():
            return _list(writer_for(shape.inner, personal))
        case SetShape():
            return _set(writer_for(shape.inner, personal))
        case RowShape():
            return _row(tuple(writer_for(part, personal) for part in shape.parts))
        case ReferenceShape():
            return writer_of(shape.kind, personal)
        case TaggedShape():
            return _tagged(shape.kinds, personal)
        case NamedShape():
            return _named(shape, writer_for(shape.full, personal))
        case _ as never:
            assert_never(never)


@cache
def writer_of(kind: str, personal: bool, how: int = _BARE) -> Writer:  # noqa: FBT001 -- private
    """The writer of a kind: bare, with the word ``kind``, or as a document."""
    shape = shape_of_kind(kind)
    heads: tuple[dict[str, Plain], ...] = ({}, {"kind": kind}, {"kind": kind, "format": FORMAT})
    if isinstance(shape, RecordShape):
        write = _record(shape, personal, heads[how])
        return _remembering(write) if kind in _REFERENCE else write
    if shape.personal and not personal:
        return _no_personal
    text: Writer = attrgetter("text") if "text" in attrs.fields_dict(shape.builds) else str
    return text if how == _BARE else lambda value: {**heads[how], "text": text(value)}
