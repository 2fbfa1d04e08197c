"""Strategies for documents of every kind, drawn by the types of their values."""

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.codec import kinds, to_plain
from pmm_core.testing._plugin import register


def documents(*, kind: str | None = None) -> st.SearchStrategy[dict[str, Any]]:
    """Generate documents of every kind, as `pmm_core.codec.to_plain` writes them.

    Args:
        kind: only documents of this kind; any where it is left out.

    Returns:
        A strategy for documents; drawing from it raises ``InvalidArgument`` for a kind that the library does not know.

    >>> from hypothesis import find as simplest
    >>> simplest(documents(kind="pace"), lambda document: True)
    {'kind': 'pace', 'format': 1, 'units': 0, 'days': 1}
    """
    return _documents(kind)


@st.composite
def _documents(draw: st.DrawFn, kind: str | None) -> dict[str, Any]:
    known = kinds()
    if kind is not None and kind not in known:
        raise InvalidArgument(f"kind must be one of the kinds of documents, not {kind!r}")
    _types_are_known()
    name = draw(st.sampled_from(tuple(known))) if kind is None else kind
    return to_plain(draw(st.from_type(known[name])))


@cache
def _types_are_known() -> None:
    """Register the types where no entry point did; only once, since Hypothesis forgets what it worked out by then."""
    register()
