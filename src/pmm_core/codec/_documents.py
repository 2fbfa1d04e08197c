"""Documents: a value of any kind as plain built-ins, and back."""

from collections.abc import Mapping
from typing import Any, TypeVar, cast, overload

from pmm_core._checks import Problems
from pmm_core.codec._derive import shape_of_kind
from pmm_core.codec._kinds import BASES, KIND_OF, KINDS
from pmm_core.codec._limits import USUAL, Limits
from pmm_core.codec._read import kind_in, note_unknown, reader_of
from pmm_core.codec._reading import BAD, Plain, Reading, Upgrades, Value
from pmm_core.codec._shapes import CanonicalShape
from pmm_core.codec._upgrades import FORMAT, UPGRADES
from pmm_core.codec._write import DOCUMENT, kind_of_value, writer_of
from pmm_core.errors import PmmError, Problem, WrongTypeError

_T = TypeVar("_T")


def to_plain(value: object, *, personal: bool = True) -> dict[str, Any]:
    """Write a value as a document of plain built-ins.

    Args:
        value: any public value of the library that has a document, see `kinds`.
        personal: False leaves out what names or identifies a person wherever a class does without it: name, NIP, NUPTK
            and account.  Ids stay, and so do free texts, into which people may have written names.

    Returns:
        Objects, lists, texts, whole numbers, true, false and null, made anew at each call; the same for the same value.

    Raises:
        InvalidValueError: ``no-document`` for what is never written, ``unknown-process`` for a process that is not the
            library's, ``personal-data`` for a number of a person without personal data, ``out-of-range`` for a number
            with more than 60 digits, ``malformed`` for a text with half a character.
        WrongTypeError: ``wrong-type`` for anything but a value of the library whose fields are of their types.

    >>> from pmm_core import Period, find
    >>> to_plain(Period.parse("2024-S1"))
    {'kind': 'period', 'format': 1, 'text': '2024-S1'}
    >>> to_plain(find("Kab. Batang"))["region_kind"]
    'kabupaten'
    """
    if type(personal) is not bool:
        problems = Problems("question to the codec")
        problems.instance("personal", personal, bool, "True or False")
        problems.done()
    write = writer_of(kind_of_value(value), personal, DOCUMENT)
    try:
        plain: dict[str, Any] = write(value)
    except PmmError:
        raise
    except (AttributeError, KeyError, TypeError):  # of a class that does not check its fields
        why = "must hold values of the types that its class names"
        raise WrongTypeError("document", (Problem("value", "wrong-type", why),)) from None
    return plain


@overload
def from_plain(data: object, kind: type[_T], *, limits: Limits = ...) -> _T: ...
@overload
def from_plain(data: object, kind: str | None = None, *, limits: Limits = ...) -> Any: ...  # noqa: ANN401 -- of any kind
def from_plain(data: object, kind: type[Any] | str | None = None, *, limits: Limits = USUAL) -> Any:
    """Read a document that `to_plain` wrote, or that somebody else wrote by the same rules.

    Reading is strict: nothing is converted that is not exactly what it should be, unknown keys are refused, and every
    value is built by its own class, so that what comes out was checked like everything else.  Keys may be left out
    where the class has a default.

    Args:
        data: the document, as any reader of JSON gives it.
        kind: the kind or the class that is expected; any where it is left out.  ``CycleEvent`` stands for every event.
        limits: how much of it is read.

    Returns:
        The value.

    Raises:
        DecodeError: everything that is wrong with the document, each with its path and a stable code.
        InvalidValueError: ``unknown-kind`` for an expected kind that has no document.
        WrongTypeError: ``wrong-type`` for limits or an expected kind of another type.

    >>> from pmm_core import Period
    >>> from_plain({"kind": "period", "format": 1, "text": "2024-S1"}, Period)
    <Period 2024-S1>
    >>> try:
    ...     from_plain({"kind": "pace", "format": 1, "units": "156", "days": True})
    ... except DecodeError as error:
    ...     print(*error.problems, sep=chr(10))
    units: must be a whole number, not str [wrong-type]
    days: must be a whole number, not bool [bool-for-int]
    """
    problems = Problems("question to the codec")
    problems.instance("limits", limits, Limits, "Limits")
    expected = _expected(problems, kind)
    problems.done()
    return read_document(data, expected, limits, UPGRADES, FORMAT)


def _expected(problems: Problems, kind: object) -> tuple[str, ...] | None:
    if kind is None:
        return None
    if isinstance(kind, str):
        if kind in KINDS:
            return (kind,)
    elif not isinstance(kind, type):
        problems.instance("kind", kind, (str, type), "a kind or a class")
        return None
    elif kind in KIND_OF:
        return (KIND_OF[kind],)
    elif kind in BASES:
        return BASES[kind]
    problems.add("kind", "unknown-kind", "must be a kind that the library knows, see kinds()")
    return None


def read_document(
    data: object, expected: tuple[str, ...] | None, limits: Limits, upgrades: Upgrades, current: int
) -> Value:
    """Read a document by a table of upgrades that lead to the current format."""
    reading = Reading(limits, upgrades, current)
    if type(data) is not dict:
        reading.wrong(None, "an object", data)
        reading.done()
    plain = cast("dict[Plain, Plain]", data)
    reading.count(2)
    kind = kind_in(plain, None, reading, allowed=expected)
    _read_format(plain, reading)
    if kind is not None:
        reading.subject = f"{kind} document"
    reading.done()
    body: dict[Plain, Plain] = {key: part for key, part in plain.items() if key not in {"kind", "format"}}
    value = _read_text(str(kind), body, reading) if is_text(str(kind)) else reader_of(str(kind))(body, None, reading)
    reading.done()
    return value


def is_text(kind: str) -> bool:
    """Whether a kind is written as one text."""
    return isinstance(shape_of_kind(kind), CanonicalShape)


def _read_format(plain: dict[Plain, Plain], reading: Reading) -> None:
    found: Plain = plain.get("format", BAD)
    where = (None, "format")
    if found is BAD:
        reading.add(where, "missing-key", "must say which format this is")
    elif type(found) is not int:
        reading.wrong(where, "a whole number", found)
    elif found < 1:
        reading.add(where, "too-small", "must be at least 1")
    elif found > reading.current:
        reading.add(where, "newer-format", f"is newer than {reading.current}, the newest that this release reads")
    else:
        reading.format = found


def _read_text(kind: str, body: dict[Plain, Plain], reading: Reading) -> Value:
    if "text" not in body:
        reading.add((None, "text"), "missing-key", "must be given")
    note_unknown(body, frozenset({"text"}), None, reading)
    return reader_of(kind)(body["text"], (None, "text"), reading) if "text" in body else BAD


def kinds() -> Mapping[str, type[Any]]:
    """List the kinds of documents with their classes, by the concepts of the library.

    Returns:
        For each kind, whose name never changes, the class; read-only.

    >>> list(kinds())[:5], kinds()["pmm-progress"].__name__
    (['code', 'problem', 'refusal', 'source', 'rule'], 'PmmProgress')
    """
    return KINDS
