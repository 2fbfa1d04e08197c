"""Values to plain built-ins and back, strictly: every problem at once, each with its path and its stable code.

`to_plain` writes any public value as a document of objects, lists, texts and whole numbers that names its kind and the
version of its format; `from_plain` reads it.
"""

from pmm_core.codec._documents import from_plain, kinds, to_plain
from pmm_core.codec._limits import Limits
from pmm_core.codec._reading import DecodeError
from pmm_core.codec._schema import schema
from pmm_core.codec._upgrades import FORMAT

__all__ = [
    "FORMAT",
    "DecodeError",
    "Limits",
    "from_plain",
    "kinds",
    "schema",
    "to_plain",
]


def __dir__() -> list[str]:
    return __all__
