"""JSON Schema from the shapes: what a document must look like before a class has its say.

The schema is of the draft 2020-12, which OpenAPI 3.1 speaks.  There is one bundle, and each kind has up to three places
in it: ``teacher`` is a document, ``teacher.value`` the same as it stands inside another value, ``teacher.tagged`` where
several kinds may stand and ``kind`` says which.  A schema tells the form only.  What a class asks of its values, for
instance that a share fits its base, no schema can tell; whatever a class takes has the form.
"""

import re
from collections.abc import Callable, Mapping
from inspect import cleandoc
from types import MappingProxyType
from typing import Any, Final, TypeAlias, assert_never, cast

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled
from pmm_core.codec._derive import shape_of_kind
from pmm_core.codec._exact import DIGITS
from pmm_core.codec._kinds import KIND_OF, KINDS
from pmm_core.codec._shapes import (
    CanonicalShape,
    ChoiceShape,
    DayShape,
    ExactShape,
    FieldShape,
    FlagShape,
    ListShape,
    NamedShape,
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
from pmm_core.codec._upgrades import FORMAT
from pmm_core.codec._write import writer_for

Schema = dict[str, Any]
_Needed: TypeAlias = "dict[str, Callable[[_Needed], Schema]]"
"""What was referred to and is still to be defined."""
_Define: TypeAlias = Callable[[_Needed], Schema]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_ID: Final = f"urn:pmm-core:schema:{FORMAT}"
_PREFIX: Final = "#/$defs/"
_VALUE: Final = ".value"
_TAGGED: Final = ".tagged"
_CHOICE: Final = ".choice"

_NUMBER: Final = f"(?:0|[1-9][0-9]{{0,{DIGITS - 1}}})"
_POSITIVE: Final = f"[1-9][0-9]{{0,{DIGITS - 1}}}"
_SORTS: Final = MappingProxyType(
    {
        "whole": f"(?:0|-?{_POSITIVE})",
        "fraction": f"(?:0|-?{_POSITIVE})/{_POSITIVE}",
        # without an exponent the first digit may stand six places behind the point
        "decimal": rf"-?{_NUMBER}(?:\.[0-9]{{0,{DIGITS + 6}}}|(?:\.[0-9]{{1,{DIGITS}}})?E[+-][1-9][0-9]?)",
    }
)
_DAY: Final = "^(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"

_ARGUMENT: Final = re.compile(r"^ {4}([a-z_]+): ", re.MULTILINE)
_MARKS: Final = re.compile(r"``?")


def schema(kind: type[Any] | str | None = None) -> Schema:
    """JSON Schema, draft 2020-12, of documents of one kind or of all.

    The schema of all kinds is also a file of the package, ``pmm_core/codec/pmm-core.schema.json``, to which others can
    refer: ``pmm-core.schema.json#/$defs/teacher`` is a document, ``#/$defs/teacher.value`` what stands inside another.

    Args:
        kind: the kind, or its class; all where it is left out.

    Returns:
        A schema of plain built-ins that stands alone, made anew at each call.  What names or identifies a person is
        marked with ``x-personal``; choices carry their wording in both languages under ``x-labels``.

    Raises:
        InvalidValueError: ``unknown-kind`` for what has no document of its own.
        WrongTypeError: ``wrong-type`` for anything but a kind or a class.

    >>> found = schema("pace")
    >>> found["$ref"], sorted(found["$defs"])
    ('#/$defs/pace', ['pace'])
    >>> found["$defs"]["pace"]["required"]
    ['kind', 'format', 'units', 'days']
    """
    if kind is None:
        roots = tuple(KINDS)
        head: Schema = {
            "$schema": _DIALECT,
            "$id": _ID,
            "title": "pmm_core",
            "description": "A document of any kind.",
            "anyOf": [{"$ref": _PREFIX + root} for root in roots],
        }
    else:
        root = _kind(kind)
        roots = (root,)
        head = {"$schema": _DIALECT, "$id": f"{_ID}:{root}", "$ref": _PREFIX + root}
    return {**head, "$defs": _definitions(roots)}


def _kind(kind: object) -> str:
    found = kind if isinstance(kind, str) else KIND_OF.get(kind) if isinstance(kind, type) else None
    if found not in KINDS:
        problems = Problems("question to the codec")
        if problems.instance("kind", kind, (str, type), "a kind or a class"):
            problems.add("kind", "unknown-kind", "must be one kind that the library knows, see kinds()")
        problems.done()
    return str(found)


def _definitions(roots: tuple[str, ...]) -> Schema:
    """The roots and everything that they refer to, by name."""
    found: Schema = {}
    needed: _Needed = {root: _document(root) for root in roots}
    while needed:
        name, define = needed.popitem()
        if name not in found:
            found[name] = define(needed)
    return {name: found[name] for name in sorted(found)}


def _refer(needed: _Needed, name: str, define: _Define) -> Schema:
    needed[name] = define
    return {"$ref": _PREFIX + name}


# ---- kinds ----


def _document(kind: str) -> _Define:
    return lambda needed: _kind_of(kind, {"kind": {"const": kind}, "format": {"const": FORMAT}}, needed)


def _tagged(kind: str) -> _Define:
    return lambda needed: _kind_of(kind, {"kind": {"const": kind}}, needed)


def _value(kind: str) -> _Define:
    return lambda needed: _kind_of(kind, {}, needed)


def _kind_of(kind: str, head: Schema, needed: _Needed) -> Schema:
    shape = shape_of_kind(kind)
    told = _told(shape.builds)
    title: Schema = {"title": shape.builds.__name__, **({"description": told} if told else {})}
    if isinstance(shape, CanonicalShape):
        text: Schema = {"type": "string", "pattern": f"^(?:{shape.pattern})$", **_mark(shape.personal)}
        return {**title, **(_object({**head, "text": text}, [*head, "text"]) if head else text)}
    notes = _notes(shape.builds)
    properties = {field.key: _field(shape, field, notes.get(field.name, ""), needed) for field in shape.fields}
    required = [field.key for field in shape.fields if field.required]
    return {**title, **_object({**head, **properties}, [*head, *required])}


def _object(properties: Schema, required: list[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _field(shape: RecordShape, field: FieldShape, note: str, needed: _Needed) -> Schema:
    inner = _shape(field.shape, needed)
    extra: Schema = {"description": note} if note else {}
    default = getattr(attrs.fields_dict(shape.builds).get(field.name), "default", attrs.NOTHING)
    made = isinstance(default, attrs.Factory)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] -- a class, typed as a function
    if not field.required and default is not attrs.NOTHING and not made:
        extra["default"] = writer_for(field.shape, personal=True)(default)
    return {**inner, **extra, **_mark(field.personal)}


def _mark(personal: bool) -> Schema:  # noqa: FBT001 -- private
    return {"x-personal": True} if personal else {}


# ---- shapes ----


def _shape(shape: Shape, needed: _Needed) -> Schema:  # noqa: C901, PLR0911, PLR0912 -- one way for each shape
    match shape:
        case TextShape():
            return {"type": "string"}
        case FlagShape():
            return {"type": "boolean"}
        case WholeShape():
            return {"type": "integer"}
        case ExactShape():
            return {"type": "string", "pattern": f"^(?:{'|'.join(_SORTS[sort] for sort in shape.sorts)})$"}
        case DayShape():
            return {"type": "string", "format": "date", "pattern": _DAY}
        case ChoiceShape():
            return _refer(needed, shape.name + _CHOICE, lambda _: _choice(shape))
        case ReferenceShape():
            return _refer(needed, shape.kind + _VALUE, _value(shape.kind))
        case TaggedShape():
            return {"anyOf": [_refer(needed, kind + _TAGGED, _tagged(kind)) for kind in shape.kinds]}
        case OptionalShape():
            return {"anyOf": [_shape(shape.inner, needed), {"type": "null"}]}
        case ListShape():
            return {"type": "array", "items": _shape(shape.inner, needed)}
        case SetShape():
            return {"type": "array", "items": _shape(shape.inner, needed), "uniqueItems": True}
        case RowShape():
            parts = [_shape(part, needed) for part in shape.parts]
            return {"type": "array", "prefixItems": parts, "items": False, "minItems": len(parts)}
        case NamedShape():
            return {"anyOf": [_shape(shape.names, needed), _shape(shape.full, needed)]}
        case _ as never:
            assert_never(never)


def _choice(shape: ChoiceShape) -> Schema:
    found: Schema = {"type": "string", "enum": list(shape.texts)}
    if all(isinstance(value, Labelled) for value in shape.values):
        kind = cast("type[Any]", type(shape.values[0]))  # type: ignore[redundant-cast] # -- mypy knows it, pyright does not
        told = _told(kind)
        labels = {member.value: {"id": member.label_id, "en": member.label_en} for member in shape.values}
        found = {"title": kind.__name__, **({"description": told} if told else {}), **found, "x-labels": labels}
    return found


# ---- what the docstrings say ----


def _plain(text: str) -> str:
    return _MARKS.sub("", " ".join(text.split()))


def _told(kind: type[Any]) -> str:
    """The first paragraph of a docstring; nothing where Python was asked to drop them."""
    return _plain(cleandoc(kind.__doc__ or "").partition("\n\n")[0])


def _notes(kind: type[Any]) -> Mapping[str, str]:
    """What a docstring says of each argument."""
    _, _, rest = cleandoc(kind.__doc__ or "").partition("\nArgs:\n")
    pieces = _ARGUMENT.split(re.split(r"\n(?! )", rest, maxsplit=1)[0])
    return {name: _plain(text) for name, text in zip(pieces[1::2], pieces[2::2], strict=True)}
