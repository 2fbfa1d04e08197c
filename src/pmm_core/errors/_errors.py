"""Reasons as values, what is wrong with a piece of input and why a call was refused, and the tree of exceptions.

Both stand together, since a reason that is none is refused by one of these exceptions.  The fields of exceptions are
positional and their classes are not frozen: keyword-only fields break pickling and copying of exceptions, and frozen
exceptions break the tools that attach attributes to them.
"""

from typing import Final, NoReturn, final

import attrs

from pmm_core.errors._codes import CODES

_SHOWN: Final = 12
"""So much of what is possible is listed in a text."""


def possibly(possible: tuple[str, ...]) -> str:
    """What is possible, for the end of a text: the first of it, and how much more there is."""
    more = len(possible) - _SHOWN
    shown = possible if more <= 0 else (*possible[:_SHOWN], f"and {more} more")
    return f" (possible: {'; '.join(shown)})" if shown else ""


@final
@attrs.frozen
class Problem:
    """One thing that is wrong with a value.

    Args:
        path: the field, with an index where it stands in a collection: ``numerator``, ``measurements[3].on``.
        code: the stable code, see `codes`.
        message: one line for people; may improve at any time.

    Raises:
        InvalidValueError: ``unknown-choice`` for a code that the library does not have.
        WrongTypeError: for anything but texts.

    >>> Problem("numerator", "negative", "must not be negative")
    Problem(path='numerator', code='negative', message='must not be negative')
    """

    __module__ = "pmm_core.errors"  # what tracebacks and pickles show

    path: str
    code: str
    message: str

    def __attrs_post_init__(self) -> None:
        if not (_is_text(self.path) and _is_text(self.message) and _is_code(self.code)):
            _refuse(self, ("path", "code", "message"))

    def __str__(self) -> str:
        return f"{self.path}: {self.message} [{self.code}]"


@final
@attrs.frozen
class Refusal:
    """One reason why a call was refused, and what would be possible instead.

    Args:
        code: the stable code, see `codes`.
        message: one line for people; may improve at any time.
        possible: what the caller could do instead, each a short text; may be empty.  The printed text lists twelve at
            most and says how many more there are.

    Raises:
        InvalidValueError: ``unknown-choice`` for a code that the library does not have.
        WrongTypeError: for anything but texts, and a tuple of them.

    >>> print(Refusal("unreachable", "place 1 needs more teachers than there are", ("rank 2",)))
    place 1 needs more teachers than there are [unreachable] (possible: rank 2)
    """

    __module__ = "pmm_core.errors"  # what tracebacks and pickles show

    code: str
    message: str
    possible: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not (_is_text(self.message) and _is_code(self.code) and _are_texts(self.possible)):
            _refuse(self, ("code", "message"))

    def __str__(self) -> str:
        return f"{self.message} [{self.code}]{possibly(self.possible)}"


def _is_text(text: object) -> bool:
    return isinstance(text, str)


def _is_code(code: object) -> bool:
    return isinstance(code, str) and code in CODES


def _are_texts(texts: object) -> bool:
    return isinstance(texts, tuple) and all(map(_is_text, texts))  # pyright: ignore[reportUnknownArgumentType] -- it is asked what they are


def _refuse(reason: Problem | Refusal, texts: tuple[str, ...]) -> NoReturn:
    """Raise everything that is wrong with a reason."""
    given = {name: getattr(reason, name) for name in texts}
    found = [
        Problem(name, "wrong-type", f"must be a text, not {type(value).__name__}")
        for name, value in given.items()
        if not isinstance(value, str)
    ]
    if isinstance(reason, Refusal) and not _are_texts(reason.possible):
        found.append(Problem("possible", "wrong-type", "must be a tuple of texts"))
    wrong = bool(found)
    if _is_text(reason.code) and reason.code not in CODES:
        found.append(Problem("code", "unknown-choice", "must be a stable code; pmm_core.errors.codes() lists them"))
    raise (WrongTypeError if wrong else InvalidValueError)(type(reason).__name__, tuple(found))


class PmmError(Exception):
    """The root: everything that the library raises on purpose."""

    __module__ = "pmm_core.errors"  # what tracebacks and pickles show

    @property
    def codes(self) -> tuple[str, ...]:
        """The stable codes of all reasons, in order and without repeats."""
        return ()


def _unique(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


@attrs.define
class InvalidValueError(PmmError, ValueError):
    """A value cannot be built from what was given; nothing was changed.

    Args:
        subject: what was to be built, for instance ``Measurement``.
        problems: everything that is wrong with it, never only the first thing.
    """

    __module__ = "pmm_core.errors"  # what tracebacks and pickles show

    subject: str
    problems: tuple[Problem, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The stable codes of all problems, in order and without repeats."""
        return _unique(tuple(problem.code for problem in self.problems))

    def __str__(self) -> str:
        return f"invalid {self.subject}: " + "; ".join(map(str, self.problems))


@final
@attrs.define
class WrongTypeError(InvalidValueError, TypeError):
    """At least one problem is a value of the wrong kind, so that this is a `TypeError` as well."""

    __module__ = "pmm_core.errors"  # what tracebacks and pickles show

    def __str__(self) -> str:
        return InvalidValueError.__str__(self)


@final
@attrs.define
class UnknownNameError(PmmError, LookupError):
    """A name or code names nothing that is known here.

    Args:
        kind: what was looked for, for instance ``kabupaten``.
        text: what was asked, shortened, and hidden where it could be a personal number or address.
        code: the stable code, see `codes`.
        suggestions: close names, best first; may be empty.
    """

    __module__ = "pmm_core.errors"  # what tracebacks and pickles show

    kind: str
    text: str
    code: str
    suggestions: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The stable code, as a tuple like everywhere."""
        return (self.code,)

    def __str__(self) -> str:
        text = f"unknown {self.kind}: {self.text} [{self.code}]"
        return f"{text}; did you mean {', '.join(self.suggestions)}?" if self.suggestions else text


@final
@attrs.define
class AmbiguousNameError(PmmError, LookupError):
    """A name belongs to more than one thing, and the library never picks.

    Args:
        kind: what was looked for.
        text: what was asked.
        candidates: all that the name can mean, each written so that it is unique.
    """

    __module__ = "pmm_core.errors"  # what tracebacks and pickles show

    kind: str
    text: str
    candidates: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The stable code, as a tuple like everywhere."""
        return ("ambiguous-region",)

    def __str__(self) -> str:
        return f"ambiguous {self.kind}: {self.text} can be {' or '.join(self.candidates)} [ambiguous-region]"


@attrs.define
class RefusedError(PmmError):
    """A call that was understood is not allowed; nothing was changed.

    Args:
        action: what was asked for, for instance ``allocate``.
        refusals: every reason, never only the first.
    """

    __module__ = "pmm_core.errors"  # what tracebacks and pickles show

    action: str
    refusals: tuple[Refusal, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The stable codes of all refusals, in order and without repeats."""
        return _unique(tuple(refusal.code for refusal in self.refusals))

    def __str__(self) -> str:
        return f"cannot {self.action}: " + "; ".join(map(str, self.refusals))


@final
@attrs.define
class IncomparableError(RefusedError, ValueError):
    """Two tables do not say the same thing about the same areas, so that comparing them would mislead."""

    __module__ = "pmm_core.errors"  # what tracebacks and pickles show

    def __str__(self) -> str:
        return RefusedError.__str__(self)
