"""The strict reader: any text at all either becomes plain built-ins or raises `DecodeError`.

JSON as its standard has it is not enough to be safe.  A key may stand twice and nobody says which counts; readers take
``NaN``, half characters, and numbers as long as they like; a thousand opening brackets end the reading of some of them.
So there is one strict reader, Python's own with hooks.  A faster one is believed only where nothing of this can be
hidden in the text: when the same engine, asked to write what it has read, gives back the very same bytes.  It writes
each key once and only what it has understood, so that such a text holds no key twice, no number that was rounded and
no second way to write a thing.  Every text that `pmm_core.json.dumps` writes is of this form; all others take the
long way.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, islice
from math import isfinite
from types import MappingProxyType
from typing import Any, Final, NoReturn, cast

from pmm_core.codec import DecodeError
from pmm_core.codec._exact import BOUND, DIGITS
from pmm_core.codec._limits import USUAL
from pmm_core.codec._reading import Path, is_word, written
from pmm_core.errors import Problem
from pmm_core.json._engines import Decoder, Engine, SyntaxFault

DEPTH: Final = 100
"""How deep lists and objects may stand in each other; the deepest document has about a tenth of it."""

SIZE: Final = 64 * 1024 * 1024
"""How many bytes, or characters of a text, are read unless more are asked for."""

_STRING: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)  # an end is not asked for: always linear
_LONG: Final = re.compile(rf"[0-9]{{{DIGITS}}}")
_HALF: Final = re.compile("[\ud800-\udfff]")
_BRACKETS: Final = re.compile(r"[^][{}]++")
_STEPS: Final = MappingProxyType({"[": 1, "{": 1, "]": -1, "}": -1})


def fault(code: str, message: str) -> DecodeError:
    """What is wrong with a text as a whole."""
    return DecodeError("document", (Problem("document", code, message),))


def text_of(data: str | bytes, size: int) -> str:
    """Read the characters."""
    if len(data) > size:
        raise fault("over-limit", f"must have at most {size} bytes")
    if isinstance(data, str):
        return data
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        where = error.start  # raised below, so that the error that holds the bytes does not travel with ours
    raise fault("not-json", f"must be UTF-8 throughout, and is not at byte {where}")


def is_deep(text: str) -> bool:
    """Whether brackets stand deeper in each other than is read."""
    if text.count("[") + text.count("{") <= DEPTH:
        return False
    brackets = _BRACKETS.sub("", _STRING.sub("", text))
    return max(accumulate(map(_STEPS.__getitem__, brackets)), default=0) > DEPTH


def hides(data: str | bytes, size: int) -> bool:
    """Whether what was read fast may still be too deep, or hold a number that is too long."""
    text = text_of(data, size)
    return is_deep(text) or _LONG.search(text) is not None


def read_fast(data: str | bytes, engine: Engine, size: int) -> Any:  # noqa: ANN401 -- plain data, or None
    """Read a text in the form that is written here; None for every other, whatever is wrong with it."""
    if engine.read is None or len(data) > size:
        return None
    try:
        raw = data if isinstance(data, bytes) else data.encode()
        plain = engine.read(raw)
        return plain if engine.write(plain) == raw else None
    except (ValueError, TypeError, RecursionError):
        return None


def read_strict(data: str | bytes, size: int, whole: Callable[[str], int]) -> Any:  # noqa: ANN401 -- plain data
    """Read any text, or say what is wrong with it; *whole* reads the numbers that have no point."""
    text = text_of(data, size)
    if is_deep(text):
        raise fault("over-limit", f"must be at most {DEPTH} levels deep")
    twice: list[tuple[dict[str, Any], tuple[str, ...]]] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        plain = dict(found)
        if len(plain) < len(found):
            times = Counter(key for key, _ in found)
            twice.append((plain, tuple(key for key in plain if times[key] > 1)))
        return plain

    reader = Decoder(object_pairs_hook=pairs, parse_int=whole, parse_float=_real, parse_constant=_no_number)
    plain, where = None, ""
    try:
        plain = reader.decode(text)
    except SyntaxFault as error:
        where = f"line {error.lineno}, column {error.colno}"  # as above
    if where:
        raise fault("not-json", f"must be JSON, and is not at {where}")
    if twice:
        raise DecodeError("document", tuple(islice(_repeated(plain, twice), USUAL.problems)))
    return plain


def check_whole(plain: object) -> None:
    """Refuse texts and keys that hold half a character, which no file and no other engine takes."""
    halves = (Problem(written(path), "malformed", "must hold whole characters only") for path in _halves(plain))
    found = tuple(islice(halves, USUAL.problems))
    if found:
        raise DecodeError("document", found)


def bounded(digits: str) -> int:
    """Read a whole number for the codec: one too long for any document stays too long, and is not worked out."""
    if len(digits) <= DIGITS:
        return int(digits)
    return -BOUND if digits.startswith("-") else BOUND


def refused(digits: str) -> int:
    """Read a whole number for anybody: one that is too long for any document is refused."""
    if len(digits) <= DIGITS:
        return int(digits)
    raise fault("out-of-range", f"must hold no number of more than {DIGITS} characters")


def _real(digits: str) -> float:
    """Read a number with a point; no document has one, but the classes of a caller may."""
    found = float(digits)
    if isfinite(found):
        return found
    raise fault("not-finite", "must hold no number that is too large for a float")


def _no_number(name: str) -> NoReturn:
    raise fault("not-json", f"must be JSON, which has no {name}")


def _repeated(plain: object, twice: Iterable[tuple[dict[str, Any], tuple[str, ...]]]) -> Iterator[Problem]:
    """Every key that stands twice, in the order of the text."""
    known = {id(found): keys for found, keys in twice}
    for here, path in _parts(plain):
        for key in known.get(id(here), ()):
            yield Problem(written((path, key) if is_word(key) else path), "duplicate", "must hold each key once")


def _halves(plain: object) -> "Iterator[Path | None]":
    """Where half a character stands: at the text, or at the object whose key it is in."""
    for here, path in _parts(plain):
        texts = (
            (here,) if isinstance(here, str) else tuple(cast("dict[str, Any]", here)) if isinstance(here, dict) else ()
        )
        if any(_HALF.search(text) for text in texts):
            yield path


def _parts(plain: object) -> "Iterator[tuple[Any, Path | None]]":
    """Everything that was read, in the order of the text, and where it stands."""
    waiting: list[tuple[Any, Path | None]] = [(plain, None)]
    while waiting:
        here, path = waiting.pop()
        yield here, path
        inside: Iterable[tuple[str | int, Any]] = ()
        if isinstance(here, dict):
            inside = cast("dict[str, Any]", here).items()
        elif isinstance(here, list):
            inside = enumerate(cast("list[Any]", here))  # type: ignore[redundant-cast] # -- mypy knows it, pyright does not
        below = [(part, (path, step if isinstance(step, int) or is_word(step) else "_")) for step, part in inside]
        waiting.extend(reversed(below))
