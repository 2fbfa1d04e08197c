"""Texts whose place in a set is chosen; that of any other changes from run to run with the seed of the hashes."""

from collections.abc import Iterator
from itertools import permutations
from typing import Self


class Placed(str):
    """A text that stands in a small set in the place that its number says."""

    __slots__ = ("place",)
    place: int

    def __new__(cls, text: str, place: int) -> Self:
        """Make the text with its place."""
        made = super().__new__(cls, text)
        made.place = place
        return made

    def __hash__(self) -> int:
        return self.place


def orders(*texts: str) -> Iterator[frozenset[str]]:
    """Give the same set of texts in every order in which it could be gone through."""
    for order in permutations(texts):
        found = frozenset(Placed(text, place) for place, text in enumerate(order))
        assert list(order) == list(found)
        yield found
