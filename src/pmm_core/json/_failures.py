"""What went wrong inside cattrs, told as our problems: where and why, and never the value.

The errors of cattrs and of the classes of a caller carry the data that they complain about, so that nothing of their
texts is taken over.  Inside a reading every path begins at `ROOT`.
"""

from collections.abc import Iterator
from typing import Final

from cattrs.errors import (
    BaseValidationError,
    ForbiddenExtraKeysError,
    StructureHandlerNotFoundError,
)

from pmm_core.codec import DecodeError
from pmm_core.codec._reading import is_word
from pmm_core.errors import InvalidValueError, PmmError, Problem

ROOT: Final = "$"
_WHOLE: Final = "document"


def wrong(code: str, message: str) -> DecodeError:
    """One thing that is wrong with what is read just now."""
    return DecodeError("value", (Problem(ROOT, code, message),))


def below(path: str, step: object) -> str:
    """The path of a member; of its collection where the key could be anything."""
    if isinstance(step, int):
        return f"{path}[{step}]"
    return f"{path}.{step}" if isinstance(step, str) and is_word(step) else path


def problems_in(error: Exception, path: str = ROOT) -> Iterator[Problem]:
    """Go through everything that an error holds."""
    match error:
        case StructureHandlerNotFoundError():
            raise error  # a class that nobody can read is no fault of the data
        case BaseValidationError():
            yield from _in_group(error, path)
        case InvalidValueError():
            for problem in error.problems:
                yield Problem(_joined(path, problem.path), problem.code, problem.message)
        case ForbiddenExtraKeysError():
            for key in sorted(map(str, error.extra_fields)):
                yield Problem(below(path, key), "unknown-key", "must hold known keys only")
        case RecursionError():
            yield Problem(path, "over-limit", "must not be as deep as this")
        case PmmError() if error.codes:
            yield from (Problem(path, code, "is refused by its class") for code in error.codes)
        case _:
            yield Problem(path, "malformed", f"is refused by its class with {type(error).__name__}")


def _in_group(group: BaseValidationError, path: str) -> Iterator[Problem]:
    for error in group.exceptions:
        where = path
        for note in getattr(error, "__notes__", ()):
            where = below(path, getattr(note, "name", getattr(note, "index", None)))
        if isinstance(error, KeyError) and where != path:
            yield Problem(where, "missing-key", "must be given")
        else:
            yield from problems_in(error, where)


def _joined(path: str, inner: str) -> str:
    if inner == _WHOLE:
        return path
    if inner.startswith(ROOT):
        return path + inner.removeprefix(ROOT)
    return path + inner if inner.startswith("[") else f"{path}.{inner}"


def told(error: Exception, kind: object) -> DecodeError:
    """The one error, with paths as a reader writes them."""
    name = getattr(kind, "__name__", "value")
    found = [
        Problem(problem.path.removeprefix(ROOT).removeprefix(".") or _WHOLE, problem.code, problem.message)
        for problem in problems_in(error)
    ]
    return DecodeError(name, tuple(found))
