"""What turns plain built-ins into bytes and back: orjson, msgspec or Python's own module.

All three write the same bytes: keys in their order, nothing between them, every character as itself.  The two that are
faster only write numbers of 64 bits or read keys that stand twice without a word; where that could matter they are
not believed, see `pmm_core.json._text`.
"""

from collections.abc import Callable
from functools import cache
from json import JSONDecodeError, JSONDecoder, JSONEncoder
from types import MappingProxyType
from typing import Any, Final, Literal, final

import attrs

from pmm_core._checks import Problems

Backend = Literal["auto", "orjson", "msgspec", "stdlib"]
"""Who reads and writes; ``auto`` is the first of the others that is installed."""

_NAMES: Final = ("auto", "orjson", "msgspec", "stdlib")
_PLAIN: Final = JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_INDENTED: Final = JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2)

Decoder = JSONDecoder
SyntaxFault = JSONDecodeError


@final
@attrs.frozen
class Engine:
    """One way to write and to read.

    Args:
        name: what it is called.
        write: plain built-ins to bytes; raises TypeError for what it does not write.
        read: bytes to plain built-ins, or None where it is Python's own and has nothing to add to the strict reader.
    """

    name: str
    write: Callable[[Any], bytes]
    read: Callable[[bytes], Any] | None


def write_plain(plain: object) -> bytes:
    """Write with Python's own module."""
    return _PLAIN.encode(plain).encode()


def write_indented(plain: object) -> str:
    """Write for people, with a line for each key."""
    return _INDENTED.encode(plain)


def _orjson() -> Engine:
    import orjson  # noqa: PLC0415 -- optional

    return Engine("orjson", orjson.dumps, orjson.loads)


def _msgspec() -> Engine:
    from msgspec.json import Decoder as Reader, Encoder as Writer  # noqa: PLC0415 -- optional

    return Engine("msgspec", Writer().encode, Reader().decode)


def _stdlib() -> Engine:
    return Engine("stdlib", write_plain, None)


_MAKERS: Final[MappingProxyType[str, Callable[[], Engine]]] = MappingProxyType(
    {"orjson": _orjson, "msgspec": _msgspec, "stdlib": _stdlib}
)


@cache
def _made(name: str) -> Engine | None:
    if name == "auto":
        return _made(backends()[0])
    try:
        return _MAKERS[name]()
    except ModuleNotFoundError:
        return None


def backends() -> tuple[str, ...]:
    """List who can read and write here, the one that is taken first.

    Returns:
        Names that ``backend=`` takes; Python's own, ``stdlib``, is always the last.

    >>> backends()[-1]
    'stdlib'
    """
    return tuple(name for name in _MAKERS if _made(name) is not None)


def engine(name: object) -> Engine:
    """The engine of a name."""
    found = _made(name) if isinstance(name, str) and name in _NAMES else None
    if found is not None:
        return found
    problems = Problems("question to JSON")
    if problems.instance("backend", name, str, "a text") and name not in _NAMES:
        problems.add("backend", "unknown-choice", f"must be one of: {', '.join(_NAMES)}")
    problems.done()
    raise ModuleNotFoundError(f"the backend {name} is not installed; pip install {name}", name=str(name))
