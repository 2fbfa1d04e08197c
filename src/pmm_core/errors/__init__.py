"""What can go wrong, as data: stable codes, every reason at once, never a personal value.

All errors of the library descend from `PmmError`.  Those that a caller would expect to be a `ValueError`, a
`TypeError` or a `LookupError` are that as well.  `codes()` lists every stable code with its meaning.
"""

from pmm_core.errors._codes import Code, codes
from pmm_core.errors._errors import (
    AmbiguousNameError,
    IncomparableError,
    InvalidValueError,
    PmmError,
    Problem,
    Refusal,
    RefusedError,
    UnknownNameError,
    WrongTypeError,
)

__all__ = [
    "AmbiguousNameError",
    "Code",
    "IncomparableError",
    "InvalidValueError",
    "PmmError",
    "Problem",
    "Refusal",
    "RefusedError",
    "UnknownNameError",
    "WrongTypeError",
    "codes",
]


def __dir__() -> list[str]:
    return __all__
