"""Strategies for how much of a document is read."""

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.codec import Limits


def limits(*, digits: int | None = None) -> st.SearchStrategy[Limits]:
    """Generate limits of reading, from those that let nothing through to generous ones.

    Args:
        digits: how many digits a number may have; from 1 to 60 where it is left out.

    Returns:
        A strategy for limits; drawing from it raises ``InvalidArgument`` for a number of digits outside 1 to 60.

    >>> from hypothesis import find as simplest
    >>> simplest(limits(), lambda limits: True)
    Limits(items=1, text=1, digits=1, problems=1)
    """
    return _limits(digits)


@st.composite
def _limits(draw: st.DrawFn, digits: int | None) -> Limits:
    most = Limits().digits
    if digits is not None and not (type(digits) is int and 1 <= digits <= most):
        raise InvalidArgument(f"digits must be a whole number from 1 to {most}, not {digits!r}")
    many = st.integers(1, 1_000_000)
    return Limits(
        items=draw(many),
        text=draw(many),
        digits=draw(st.integers(1, most)) if digits is None else digits,
        problems=draw(st.integers(1, 1_000)),
    )
