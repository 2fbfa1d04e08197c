"""A call that is almost right, with the code it must be refused for."""

from collections.abc import Callable
from typing import final

import attrs


@final
@attrs.frozen
class NearMiss:
    """A call that is almost right, and the stable code that it must be refused for.

    Args:
        code: the code that must be among the ``codes`` of the `pmm_core.errors.PmmError` that the call raises.
        why: what is wrong, for people.
        provoke: makes the call; takes nothing and must raise.

    >>> from pmm_core import PmmError, find
    >>> miss = NearMiss("unknown-region", "no such kabupaten", lambda: find("Atlantis"))
    >>> try:
    ...     miss.provoke()
    ... except PmmError as error:
    ...     miss.code in error.codes
    True
    """

    code: str
    why: str
    provoke: Callable[[], object] = attrs.field(repr=False)
