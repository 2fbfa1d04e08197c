"""The tree of exceptions.

Fields are positional and the classes are not frozen: keyword-only fields break pickling and copying of exceptions,
and frozen exceptions break the tools that attach attributes to them.
"""

from typing import final

import attrs

from pmm_core.errors._reasons import Problem, Refusal


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
