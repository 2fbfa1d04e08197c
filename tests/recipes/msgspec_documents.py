"""Values of the library inside of msgspec structs, written and read as documents of the codec."""

from typing import Any, Generic, TypeVar, get_args, get_origin

import msgspec

from pmm_core.codec import from_plain, to_plain

T = TypeVar("T")


class Document(Generic[T]):
    """Holds one value: ``where: Document[Kabupaten]``.

    msgspec takes apart the classes that it knows, and it knows attrs; this one it does not know, and asks.
    """

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        held: Any = other
        return bool(self.value == held.value) if isinstance(other, Document) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return f"Document({self.value!r})"


def write(given: Any) -> Any:
    """What msgspec calls for what it does not know (``enc_hook``)."""
    held: Any = given
    if isinstance(given, Document):
        return to_plain(held.value)
    raise NotImplementedError


def read(kind: Any, given: Any) -> Any:
    """The same on the way back (``dec_hook``)."""
    if get_origin(kind) is Document:
        return Document(from_plain(given, *get_args(kind)))
    raise NotImplementedError


def dumps(struct: Any) -> bytes:
    return msgspec.json.encode(struct, enc_hook=write)


def loads(data: bytes, kind: type[T]) -> T:
    return msgspec.json.decode(data, type=kind, dec_hook=read)
