"""Reasons as values: what is wrong with a piece of input, and why a call was refused."""

from typing import final

import attrs

from pmm_core.errors._codes import CODES


def _known(instance: object, attribute: "attrs.Attribute[str]", value: str) -> None:
    if value not in CODES:
        raise ValueError(f"{attribute.name} {value!r} is not in the catalogue of {type(instance).__name__} codes")


@final
@attrs.frozen
class Problem:
    """One thing that is wrong with a value.

    Args:
        path: the field, with an index where it stands in a collection: ``numerator``, ``measurements[3].on``.
        code: the stable code, see `codes`.
        message: one line for people; may improve at any time.

    >>> Problem("numerator", "negative", "must not be negative")
    Problem(path='numerator', code='negative', message='must not be negative')
    """

    path: str
    code: str = attrs.field(validator=_known)
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message} [{self.code}]"


@final
@attrs.frozen
class Refusal:
    """One reason why a call was refused, and what would be possible instead.

    Args:
        code: the stable code, see `codes`.
        message: one line for people; may improve at any time.
        possible: what the caller could do instead, each a short text; may be empty.

    >>> print(Refusal("unreachable", "place 1 needs more teachers than there are", ("rank 2",)))
    place 1 needs more teachers than there are [unreachable] (possible: rank 2)
    """

    code: str = attrs.field(validator=_known)
    message: str
    possible: tuple[str, ...] = ()

    def __str__(self) -> str:
        text = f"{self.message} [{self.code}]"
        return f"{text} (possible: {'; '.join(self.possible)})" if self.possible else text
