"""Shapes from the classes themselves: each is worked out once, when it is first asked for."""

import re
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import attrs

from pmm_core.codec._exact import SORTS
from pmm_core.codec._kinds import BASES, CANONICAL, KIND_OF, KINDS, PERSONAL, PERSONAL_FIELDS
from pmm_core.codec._shapes import (
    CanonicalShape,
    ChoiceShape,
    DayShape,
    ExactShape,
    FieldShape,
    FlagShape,
    ListShape,
    OptionalShape,
    RecordShape,
    ReferenceShape,
    RowShape,
    SetShape,
    Shape,
    TaggedShape,
    TextShape,
    WholeShape,
)
from pmm_core.codec._special import FIELDS, LEFT_OUT

_HUMPS: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_RESERVED: Final = frozenset({"kind", "format"})
_LEAVES: Final[MappingProxyType[Any, Shape]] = MappingProxyType(
    {
        str: TextShape(),
        bool: FlagShape(),
        int: WholeShape(),
        date: DayShape(),
        Fraction: ExactShape(("fraction",)),
        Decimal: ExactShape(("decimal",)),
    }
)


def _kebab(name: str) -> str:
    return _HUMPS.sub("-", name).lower()


@cache
def shape_of_kind(kind: str) -> RecordShape | CanonicalShape:
    """The shape of one kind of the table."""
    builds = KINDS[kind]
    if kind in CANONICAL:
        return CanonicalShape(kind=kind, builds=builds, pattern=CANONICAL[kind], personal=kind in PERSONAL)
    hints = get_type_hints(builds)
    fields = [field for field in attrs.fields(builds) if field.init and (builds, field.name) not in LEFT_OUT]
    return RecordShape(
        kind=kind, builds=builds, fields=tuple(_field(builds, field, hints[field.name]) for field in fields)
    )


def _field(builds: type[Any], field: "attrs.Attribute[Any]", hint: Any) -> FieldShape:  # noqa: ANN401 -- an annotation
    shape = FIELDS.get((builds, field.name)) or shape_for(hint)
    inner = shape.inner if isinstance(shape, OptionalShape) else shape
    return FieldShape(
        key=_key(builds, field.name, inner),
        name=field.name,
        shape=shape,
        required=field.default is attrs.NOTHING,
        personal=(builds, field.name) in PERSONAL_FIELDS
        or (isinstance(inner, ReferenceShape) and inner.kind in PERSONAL),
    )


def _key(builds: type[Any], name: str, shape: Shape) -> str:
    """The key of a field: its name; the name of its choice where it is called ``kind``, which names the document."""
    key = shape.name.replace("-", "_") if name == "kind" and isinstance(shape, ChoiceShape) else name
    if key in _RESERVED:
        raise TypeError(f"{builds.__name__}.{name}: the key {key} is taken")
    return key


def shape_for(hint: Any) -> Shape:  # noqa: ANN401, PLR0911 -- an annotation; one way for each form
    """The shape of what an annotation allows."""
    if hint in _LEAVES:
        return _LEAVES[hint]
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (UnionType, Union):
        inner = _union(tuple(part for part in parts if part is not NoneType))
        return OptionalShape(inner) if NoneType in parts else inner
    if origin is tuple:
        return ListShape(shape_for(parts[0])) if parts[-1] is ... else RowShape(tuple(map(shape_for, parts)))
    if origin is frozenset:
        return SetShape(shape_for(parts[0]))
    if hint in KIND_OF:
        return ReferenceShape(KIND_OF[hint])
    if hint in BASES:
        kinds = BASES[hint]
        return ReferenceShape(kinds[0]) if len(kinds) == 1 else TaggedShape(kinds)
    if isinstance(hint, type) and issubclass(hint, Enum):
        members = tuple(hint)
        return ChoiceShape(_kebab(hint.__name__), tuple(member.value for member in members), members)
    raise TypeError(f"no shape is known for {hint}")


def _union(parts: tuple[Any, ...]) -> Shape:
    if len(parts) == 1:
        return shape_for(parts[0])
    if set(parts) <= set(SORTS):
        return ExactShape(tuple(sort for kind, sort in SORTS.items() if kind in parts))
    return TaggedShape(tuple(KIND_OF[part] for part in parts))
