"""The wire form of every value as data: what writers, readers and schemas are all made from.

A document is plain: objects with text keys, lists, texts, whole numbers, true, false and null.  A shape says which of
these stands where, so that the three can never disagree.
"""

from typing import Any, final

import attrs


@final
@attrs.frozen
class TextShape:
    """Any text of Unicode characters."""


@final
@attrs.frozen
class FlagShape:
    """True or false."""


@final
@attrs.frozen
class WholeShape:
    """A whole number, written as a number."""


@final
@attrs.frozen
class ExactShape:
    """An exact number, written as a text so that its sort and all its digits come back.

    Args:
        sorts: which sorts may stand here: ``whole`` (``7``), ``fraction`` (``7/2``), ``decimal`` (``12.50``, ``7.``).
    """

    sorts: tuple[str, ...]


@final
@attrs.frozen
class DayShape:
    """A calendar day, written as ``2024-03-07``."""


@final
@attrs.frozen
class ChoiceShape:
    """One of a closed list of texts, each of which stands for a value.

    Args:
        name: what is chosen, for instance ``school-level``.
        texts: the texts, in their order.
        values: what each of them stands for.
    """

    name: str
    texts: tuple[str, ...]
    values: tuple[Any, ...]


@final
@attrs.frozen
class ReferenceShape:
    """A value of one kind, without the word ``kind``: what may stand here is known.

    Args:
        kind: which one, see `shape_of`.
    """

    kind: str


@final
@attrs.frozen
class TaggedShape:
    """A value of one of several kinds; it says which by the word ``kind``.

    Args:
        kinds: the kinds that may stand here.
    """

    kinds: tuple[str, ...]


@final
@attrs.frozen
class OptionalShape:
    """A value, or null for None.

    Args:
        inner: the value.
    """

    inner: "Shape"


@final
@attrs.frozen
class ListShape:
    """A list of any length, for a tuple.

    Args:
        inner: each of its members.
    """

    inner: "Shape"


@final
@attrs.frozen
class SetShape:
    """A list without repeats, for a frozenset; sorted where it is written, in any order where it is read.

    Args:
        inner: each of its members, a text.
    """

    inner: "Shape"


@final
@attrs.frozen
class RowShape:
    """A list of a fixed length, for a tuple of different things.

    Args:
        parts: its members in order.
    """

    parts: tuple["Shape", ...]


@final
@attrs.frozen
class NamedShape:
    """A name for a value that the library knows, or any other value in full.

    Args:
        names: the names and what they stand for.
        full: every other value.
    """

    names: ChoiceShape
    full: "Shape"


Shape = (
    TextShape
    | FlagShape
    | WholeShape
    | ExactShape
    | DayShape
    | ChoiceShape
    | ReferenceShape
    | TaggedShape
    | OptionalShape
    | ListShape
    | SetShape
    | RowShape
    | NamedShape
)
"""What can stand as the value of a key."""


@final
@attrs.frozen(kw_only=True)
class FieldShape:
    """One field of a record.

    Args:
        key: what it is called in a document.
        name: what it is called in Python; another word only where the key would be ``kind``.
        shape: what stands there.
        required: whether a document must have it; it is always written.
        personal: whether it names or identifies a person and is left out where no personal data are wanted.
    """

    key: str
    name: str
    shape: Shape
    required: bool
    personal: bool = False


@final
@attrs.frozen(kw_only=True)
class RecordShape:
    """A kind that is written as an object.

    Args:
        kind: its name, stable.
        builds: the class.
        fields: its fields in order.
    """

    kind: str
    builds: type[Any]
    fields: tuple[FieldShape, ...]


@final
@attrs.frozen(kw_only=True)
class CanonicalShape:
    """A kind that is written as one text; a document of its own holds it under ``text``.

    Args:
        kind: its name, stable.
        builds: the class.
        pattern: a regular expression that every such text matches as a whole; not every match is one.
        personal: whether it identifies a person.
    """

    kind: str
    builds: type[Any]
    pattern: str
    personal: bool = False
