"""Documents as text and bytes."""

from typing import Any, TypeVar, cast, overload

from pmm_core._checks import Problems
from pmm_core.codec import Limits, from_plain, to_plain
from pmm_core.codec._limits import USUAL
from pmm_core.errors import PmmError
from pmm_core.json._engines import Backend, Engine, engine, write_indented, write_plain
from pmm_core.json._text import SIZE, bounded, check_whole, hides, read_fast, read_strict, refused

_T = TypeVar("_T")
Data = str | bytes | bytearray | memoryview


def dumps(value: object, *, indent: bool = False, personal: bool = True, backend: Backend = "auto") -> str:
    """Write a value as JSON text.

    Args:
        value: any public value of the library that has a document, see `pmm_core.codec.kinds`.
        indent: True gives every key a line of its own, for people; the same document.
        personal: False leaves out what names or identifies a person, as in `pmm_core.codec.to_plain`.
        backend: who writes; the text is the same.

    Returns:
        One document, the same text for the same value on every machine.

    Raises:
        InvalidValueError: ``no-document``, ``unknown-process``, ``personal-data``, ``out-of-range`` or ``malformed``,
            as in `pmm_core.codec.to_plain`; ``unknown-choice`` for a backend of another name.
        WrongTypeError: ``wrong-type`` for anything but a value of the library.
        ModuleNotFoundError: for a backend that is not installed.

    >>> from pmm_core import Period
    >>> dumps(Period.parse("2024-S1"))
    '{"kind":"period","format":1,"text":"2024-S1"}'
    """
    plain, writer = _plain(value, indent=indent, personal=personal, backend=backend)
    return write_indented(plain) if indent else _written(plain, writer).decode()


def dump_bytes(value: object, *, indent: bool = False, personal: bool = True, backend: Backend = "auto") -> bytes:
    """Write a value as JSON in UTF-8, without a byte order mark.

    Args:
        value: any public value of the library that has a document, see `pmm_core.codec.kinds`.
        indent: True gives every key a line of its own, for people; the same document.
        personal: False leaves out what names or identifies a person, as in `pmm_core.codec.to_plain`.
        backend: who writes; the bytes are the same.

    Returns:
        One document, the same bytes for the same value on every machine.

    Raises:
        InvalidValueError: ``no-document``, ``unknown-process``, ``personal-data``, ``out-of-range`` or ``malformed``,
            as in `pmm_core.codec.to_plain`; ``unknown-choice`` for a backend of another name.
        WrongTypeError: ``wrong-type`` for anything but a value of the library.
        ModuleNotFoundError: for a backend that is not installed.

    >>> from pmm_core import Period
    >>> dump_bytes(Period.parse("2024-S1"))
    b'{"kind":"period","format":1,"text":"2024-S1"}'
    """
    plain, writer = _plain(value, indent=indent, personal=personal, backend=backend)
    return write_indented(plain).encode() if indent else _written(plain, writer)


def _plain(value: object, *, indent: object, personal: bool, backend: object) -> tuple[dict[str, Any], Engine]:
    writer = engine(backend)
    if type(indent) is not bool:
        problems = Problems("question to JSON")
        problems.instance("indent", indent, bool, "True or False")
        problems.done()
    return to_plain(value, personal=personal), writer


def _written(plain: dict[str, Any], writer: Engine) -> bytes:
    try:
        return writer.write(plain)
    except TypeError:  # a number of more than 64 bits
        return write_plain(plain)


@overload
def loads(data: Data, kind: type[_T], *, limits: Limits = ..., size: int = ..., backend: Backend = ...) -> _T: ...
@overload
def loads(
    data: Data, kind: str | None = None, *, limits: Limits = ..., size: int = ..., backend: Backend = ...
) -> Any: ...  # noqa: ANN401 -- of any kind
def loads(
    data: Data,
    kind: type[Any] | str | None = None,
    *,
    limits: Limits = USUAL,
    size: int = SIZE,
    backend: Backend = "auto",
) -> Any:
    """Read a document from JSON text or bytes.

    Whatever the bytes are, they become a value or raise one error.  What is read, and what is said of a text that is
    not, is the same with every backend.

    Args:
        data: the text, or its bytes in UTF-8 without a byte order mark.
        kind: the kind or the class that is expected; any where it is left out.
        limits: how much of the document is read, see `pmm_core.codec.Limits`.
        size: how many bytes, or characters of a text, are looked at before anything is read.
        backend: who reads.

    Returns:
        The value, built and checked by its own class.

    Raises:
        DecodeError: everything that is wrong with it: ``not-json``, ``duplicate`` for a key that stands twice,
            ``over-limit``, ``not-finite``, or what `pmm_core.codec.from_plain` says.
        InvalidValueError: ``unknown-kind`` for an expected kind that has no document, ``unknown-choice`` for a backend
            of another name, ``negative`` for the size.
        WrongTypeError: ``wrong-type`` for anything but a text or bytes, and for options of another type.
        ModuleNotFoundError: for a backend that is not installed.

    >>> from pmm_core import Period
    >>> loads('{"kind": "period", "format": 1, "text": "2024-S1"}', Period)
    <Period 2024-S1>
    >>> loads(b'{"kind": period}')
    Traceback (most recent call last):
        ...
    pmm_core.codec.DecodeError: invalid document: document: must be JSON, and is not at line 1, column 10 [not-json]
    """
    raw, reader = _raw(data, size, backend)
    plain = read_fast(raw, reader, size)
    if plain is not None:
        try:
            return from_plain(plain, cast("Any", kind), limits=limits)
        except PmmError:
            pass  # the strict reader comes to the same, and to what it alone sees
    return from_plain(read_strict(raw, size, bounded), cast("Any", kind), limits=limits)


def parse(data: Data, *, size: int = SIZE, backend: Backend = "auto") -> Any:  # noqa: ANN401 -- plain data
    """Read JSON text as plain built-ins, as strictly as documents are, for `converter` and for classes of one's own.

    Args:
        data: the text, or its bytes in UTF-8 without a byte order mark.
        size: how many bytes, or characters of a text, are looked at before anything is read.
        backend: who reads.

    Returns:
        Objects, lists, texts, numbers, true, false and null.

    Raises:
        DecodeError: ``not-json``, ``duplicate`` for a key that stands twice, ``over-limit`` for what is too large or
            too deep, ``out-of-range`` or ``not-finite`` for a number that is too long, ``malformed`` for half a
            character.
        InvalidValueError: ``unknown-choice`` for a backend of another name, ``negative`` for the size.
        WrongTypeError: ``wrong-type`` for anything but a text or bytes, and for options of another type.
        ModuleNotFoundError: for a backend that is not installed.

    >>> parse('{"on": "2024-03-07", "visits": [1, 2]}')
    {'on': '2024-03-07', 'visits': [1, 2]}
    >>> parse('{"a": 1, "a": 2}')
    Traceback (most recent call last):
        ...
    pmm_core.codec.DecodeError: invalid document: a: must hold each key once [duplicate]
    """
    raw, reader = _raw(data, size, backend)
    plain = read_fast(raw, reader, size)
    if plain is not None and not hides(raw, size):
        return plain
    plain = read_strict(raw, size, refused)
    check_whole(plain)
    return plain


def _raw(data: Any, size: Any, backend: object) -> tuple[str | bytes, Engine]:  # noqa: ANN401 -- whatever was given
    """Check what was asked; a copy where the bytes belong to something that can change."""
    reader = engine(backend)
    if not (type(size) is int and size >= 0 and isinstance(data, str | bytes | bytearray | memoryview)):
        problems = Problems("question to JSON")
        problems.instance("data", data, (str, bytes, bytearray, memoryview), "a text or bytes")
        problems.integer("size", size)
        problems.done()
    if isinstance(data, str):
        return str.__str__(data), reader
    return bytes(cast("bytes", data)), reader
