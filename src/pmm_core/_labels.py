"""Enums whose members carry their wording in both languages."""

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, TypeVar


class Labelled(Enum):
    """An enum with the wire text as its value and a label in Indonesian and in English.

    Members of two such enums are never equal, even where their texts are.
    """

    label_id: str
    label_en: str

    if not TYPE_CHECKING:
        # members are singletons: identity tells them apart as names do, and tables keyed by them are read at C speed
        __hash__ = object.__hash__

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


_E = TypeVar("_E", bound=Labelled)


def labelled(**labels: tuple[str, str]) -> Callable[[type[_E]], type[_E]]:
    """Give every member its Indonesian and English label; a member without one fails at import."""

    def attach(kind: type[_E]) -> type[_E]:
        if [member.name for member in kind] != list(labels):
            raise TypeError(f"{kind.__name__}: labels and members differ")
        for member in kind:
            member.label_id, member.label_en = labels[member.name]
        return kind

    return attach
