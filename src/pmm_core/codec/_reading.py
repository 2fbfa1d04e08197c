"""What one reading of a document carries along: how much is left, and what was wrong so far."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NoReturn, TypeAlias, final

import attrs

from pmm_core._checks import kind_of
from pmm_core.codec._limits import Limits
from pmm_core.errors import InvalidValueError, PmmError, Problem, RefusedError
from pmm_core.errors._errors import possibly

Plain: TypeAlias = Any
"""Plain data, of which a reader knows nothing yet."""

Value: TypeAlias = Any
"""A value of any class, or `BAD`."""

Path: TypeAlias = "tuple[Path | None, str | int]"
"""Where something stands: the place around it and its key or index.  Only a problem writes it out."""

Upgrades = Mapping[tuple[str, int], Callable[[Plain], Plain]]
"""For a kind and a format, what turns its plain data into that of the next format."""

BAD: Final[Value] = object()
"""What a reader returns when it has noted a problem."""

_WORD: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_FIRST: Final = re.compile(r"[A-Za-z_]+")


@final
@attrs.define
class DecodeError(InvalidValueError):
    """A document cannot be read; it tells everything that is wrong with it, never only the first thing.

    It is the only error that `from_plain` raises for a document, whatever that is.

    Args:
        subject: what was to be read, for instance ``teacher document``.
        problems: everything that is wrong, each with its path, its stable code and a message without personal data.

    >>> from pmm_core.codec import from_plain
    >>> try:
    ...     from_plain({"kind": "period", "format": 1, "text": 2024})
    ... except DecodeError as error:
    ...     print(*error.problems)
    text: must be a text, not int [wrong-type]
    """

    __module__ = "pmm_core.codec"  # what tracebacks and pickles show

    def __str__(self) -> str:
        return InvalidValueError.__str__(self)


def written(path: "Path | None") -> str:
    """Write a path out: ``events[3].plan``; ``document`` for the whole."""
    parts: list[str] = []
    while path is not None:
        path, step = path
        parts.append(f"[{step}]" if isinstance(step, int) else f".{step}")
    return "".join(reversed(parts)).removeprefix(".") or "document"


def is_word(key: str) -> bool:
    """Whether a key can be shown: what does not look like the name of a field could be anything."""
    return _WORD.fullmatch(key) is not None


class Reading:
    """One reading of one document."""

    __slots__ = ("_found", "_left", "_upgrades", "current", "digits", "format", "limits", "subject")

    def __init__(self, limits: Limits, upgrades: Upgrades, current: int) -> None:
        self.subject = "document"
        self.limits = limits
        self.digits = limits.digits
        self.format = self.current = current
        self._upgrades = upgrades
        self._left = limits.items
        self._found: list[Problem] = []

    def add(self, path: "Path | None", code: str, message: str) -> Value:
        """Note a problem."""
        return self._note(Problem(written(path), code, message))

    def wrong(self, path: "Path | None", wanted: str, value: object) -> Value:
        """Note that a value is of another kind."""
        return self.add(path, "wrong-type", f"must be {wanted}, not {kind_of(value)}")

    def _note(self, problem: Problem) -> Value:
        if len(self._found) == self.limits.problems:
            self._stop(Problem("document", "over-limit", "has further problems that are not told"))
        self._found.append(problem)
        return BAD

    def count(self, number: int) -> None:
        """Count the members of an object or a list; ends the reading where there are too many."""
        self._left -= number
        if self._left < 0:
            why = f"must have at most {self.limits.items} keys and members in all"
            self._stop(Problem("document", "over-limit", why))

    def _stop(self, problem: Problem) -> NoReturn:
        raise DecodeError(self.subject, (*self._found, problem))

    def done(self) -> None:
        """Raise everything that was found, or do nothing."""
        if self._found:
            raise DecodeError(self.subject, tuple(self._found))

    def upgraded(self, kind: str, data: Plain) -> Plain:
        """The plain data of one value as the present format has them."""
        for older in range(self.format, self.current):
            step = self._upgrades.get((kind, older))
            data = data if step is None else step(data)
        return data

    def take_over(self, path: "Path | None", error: PmmError, keys: Mapping[str, str] | None) -> Value:
        """Note everything that a class has against its fields; *keys* tells how they are called, None for a text."""
        here = written(path)
        if isinstance(error, InvalidValueError):
            for problem in error.problems:
                where = here if keys is None else written(_inside(path, problem.path, keys))
                self._note(Problem(where, problem.code, problem.message))
        else:
            for code, message in _reasons(error):
                self._note(Problem(here, code, message))
        return BAD


def _inside(path: "Path | None", name: str, keys: Mapping[str, str]) -> Path:
    first = _FIRST.match(name)
    own = first[0] if first else ""
    return path, keys.get(own, own) + name[len(own) :]


def _reasons(error: PmmError) -> Iterable[tuple[str, str]]:
    """What is wrong with a value as a whole."""
    if isinstance(error, RefusedError):
        for refusal in error.refusals:
            yield refusal.code, f"{refusal.message}{possibly(refusal.possible)}"
    else:
        for code in error.codes:
            yield code, "names what is not known here"
