"""How much of a document is read."""

from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core.codec._exact import DIGITS


@final
@attrs.frozen(kw_only=True)
class Limits:
    """How much of a document is read before the rest is refused with ``over-limit``.

    Depth needs no limit: a reader goes only where a shape leads, and no shape contains itself.

    Args:
        items: how many keys and members of lists a document may have in all.
        text: how many characters a text may have.
        digits: how many digits a number may have, 60 at most; no value is written with more.
        problems: how many problems are told; one more says that there are others.

    Raises:
        InvalidValueError: ``too-small`` or ``too-large``.
        WrongTypeError: for anything but whole numbers.

    >>> Limits(items=10_000).text
    100000
    """

    items: int = 5_000_000
    text: int = 100_000
    digits: int = DIGITS
    problems: int = 1_000

    def __attrs_post_init__(self) -> None:
        problems = Problems("Limits")
        problems.integer("items", self.items, minimum=1)
        problems.integer("text", self.text, minimum=1)
        problems.integer("digits", self.digits, minimum=1, maximum=DIGITS)
        problems.integer("problems", self.problems, minimum=1)
        problems.done()


USUAL: Final = Limits()
