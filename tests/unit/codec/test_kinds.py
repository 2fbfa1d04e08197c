"""The table of kinds: every public value has a document or a reason, and every shape is one that can be read."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

import pmm_core
from pmm_core.codec import kinds
from pmm_core.codec._derive import shape_for, shape_of_kind
from pmm_core.codec._kinds import BASES, CANONICAL, KIND_OF, KINDS, NOT_WIRED, PERSONAL, PERSONAL_FIELDS
from pmm_core.codec._shapes import (
    CanonicalShape,
    ChoiceShape,
    ExactShape,
    ListShape,
    NamedShape,
    OptionalShape,
    RecordShape,
    ReferenceShape,
    RowShape,
    SetShape,
    Shape,
    TaggedShape,
)
from pmm_core.codec._special import BUILDERS, CHECKS, FIELDS, LEFT_OUT
from pmm_core.cycle import EVENT_TYPES
from pmm_core.people import Role

OWN = frozenset({"codec", "frames", "holidays", "json", "testing"})
"""What works on values and has none of its own that is kept."""


def public_values() -> Iterator[type[Any]]:
    for found in pkgutil.iter_modules(pmm_core.__path__):
        if found.ispkg and found.name not in OWN:
            door = importlib.import_module(f"pmm_core.{found.name}")
            for name in door.__all__:
                thing = getattr(door, name)
                if isinstance(thing, type) and attrs.has(thing) and not issubclass(thing, BaseException):
                    yield thing


def test_every_public_value_has_a_document_or_a_reason_to_have_none() -> None:
    assert [] == [kind.__name__ for kind in public_values() if kind not in KIND_OF and kind not in NOT_WIRED]


def test_no_kind_and_no_excuse_is_left_over() -> None:
    public = set(public_values())
    assert [] == [kind for kind, builds in KINDS.items() if builds not in public]
    assert [] == [builds.__name__ for builds in NOT_WIRED if builds not in public or builds in KIND_OF]
    assert all(reason.strip() for reason in NOT_WIRED.values())


def test_every_kind_has_a_class_of_its_own() -> None:
    assert len(KINDS) == len(KIND_OF)
    assert KINDS == kinds()
    with pytest.raises(TypeError):
        kinds()["mine"] = int  # type: ignore[index] # pyright: ignore[reportIndexIssue]


@pytest.mark.parametrize("kind", KINDS)
def test_the_name_of_a_kind_is_lower_case_with_hyphens(kind: str) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", kind)


@pytest.mark.parametrize("event", EVENT_TYPES, ids=lambda event: event.__name__)
def test_an_event_is_of_its_own_kind(event: Any) -> None:
    assert event.kind.value == KIND_OF[event]


def inside(shape: Shape) -> Iterator[Shape]:
    yield shape
    match shape:
        case OptionalShape() | ListShape() | SetShape():
            yield from inside(shape.inner)
        case RowShape():
            for part in shape.parts:
                yield from inside(part)
        case NamedShape():
            yield from inside(shape.names)
            yield from inside(shape.full)
        case _:
            pass


def fields_of(kind: str) -> list[Shape]:
    shape = shape_of_kind(kind)
    return [part for field in shape.fields for part in inside(field.shape)] if isinstance(shape, RecordShape) else []


def next_kinds(kind: str) -> set[str]:
    found: set[str] = set()
    for shape in fields_of(kind):
        if isinstance(shape, ReferenceShape):
            found.add(shape.kind)
        elif isinstance(shape, TaggedShape):
            found.update(shape.kinds)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_contains_itself_so_that_depth_is_bounded(kind: str) -> None:
    reached: set[str] = set()
    layer, depth = next_kinds(kind), 0
    while layer:
        reached |= layer
        depth += 1
        assert depth < 10
        layer = set[str]().union(*map(next_kinds, layer))
    assert kind not in reached
    assert reached <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_keys_of_a_record_are_words_and_leave_two_to_the_document(kind: str) -> None:
    shape = shape_of_kind(kind)
    if isinstance(shape, RecordShape):
        keys = [field.key for field in shape.fields]
        assert sorted(set(keys)) == sorted(keys)
        assert [] == [key for key in keys if not re.fullmatch(r"[a-z][a-z_]*", key) or key in {"kind", "format"}]
        assert [field.name for field in shape.fields] == [
            field.name
            for field in attrs.fields(shape.builds)
            if field.init and (shape.builds, field.name) not in LEFT_OUT
        ]
    else:
        assert kind in CANONICAL


@pytest.mark.parametrize("kind", KINDS)
def test_the_members_of_a_set_are_written_as_texts_and_choices_are_distinct(kind: str) -> None:
    for shape in fields_of(kind):
        if isinstance(shape, SetShape):
            assert type(shape.inner).__name__ in {"TextShape", "ChoiceShape"}
        if isinstance(shape, ChoiceShape):
            assert len(shape.texts) == len(set(shape.texts)) == len(set(shape.values))


def test_a_field_called_kind_takes_the_name_of_its_choice() -> None:
    found: dict[str, str] = {}
    for kind in KINDS:
        shape = shape_of_kind(kind)
        if isinstance(shape, RecordShape):
            found.update((kind, field.key) for field in shape.fields if field.name == "kind")
    assert {"kabupaten": "region_kind", "activity": "activity_kind", "scope": "scope_kind"}.items() <= found.items()
    assert all(key.endswith("_kind") for key in found.values())


def test_what_is_said_of_a_field_is_said_of_one_that_is_there() -> None:
    stated: set[tuple[Any, str]] = {*FIELDS, *LEFT_OUT, *PERSONAL_FIELDS}
    assert [] == [(kind.__name__, name) for kind, name in stated if name not in attrs.fields_dict(kind)]
    assert set(BUILDERS) | set(CHECKS) <= set(KIND_OF)
    assert set(CANONICAL) | PERSONAL <= set(KINDS)
    assert {kind for kinds in BASES.values() for kind in kinds} <= set(KINDS)


def test_a_personal_field_can_be_left_out() -> None:
    personal: set[tuple[str, str]] = set()
    for kind in KINDS:
        shape = shape_of_kind(kind)
        if isinstance(shape, RecordShape):
            personal |= {(kind, field.key) for field in shape.fields if field.personal and not field.required}
            assert [] == [field.key for field in shape.fields if field.personal and field.required]
    assert personal >= {("teacher", key) for key in ("name", "nip", "nuptk", "account")}
    assert {kind for kind in CANONICAL if shape_of_kind(kind).personal} == PERSONAL  # type: ignore[union-attr] # pyright: ignore[reportAttributeAccessIssue]


@pytest.mark.parametrize("kind", CANONICAL)
def test_the_form_of_a_canonical_text_is_anchored_nowhere_and_names_ascii_only(kind: str) -> None:
    shape = shape_of_kind(kind)
    assert isinstance(shape, CanonicalShape)
    assert not set(r"^$\d\w\s").intersection({shape.pattern[:1], shape.pattern[-1:]}) - {"d", "s", "w", "\\"}
    assert r"\d" not in shape.pattern
    assert r"\w" not in shape.pattern


@pytest.mark.parametrize(
    ("hint", "expected"),
    [
        (int | Fraction, ExactShape(("whole", "fraction"))),
        (Decimal, ExactShape(("decimal",))),
        (Role | None, OptionalShape(shape_for(Role))),
    ],
)
def test_an_annotation_gives_its_shape(hint: Any, expected: Shape) -> None:
    assert expected == shape_for(hint)


@pytest.mark.parametrize("hint", [float, object, list[int], dict[str, int]])
def test_an_annotation_without_a_shape_is_a_mistake_of_ours(hint: Any) -> None:
    with pytest.raises(TypeError, match="no shape"):
        shape_for(hint)


def test_a_key_that_a_document_needs_for_itself_is_a_mistake_of_ours() -> None:
    from pmm_core.codec._derive import _key  # noqa: PLC0415 -- private

    with pytest.raises(TypeError, match="is taken"):
        _key(Role, "format", shape_for(str))
    with pytest.raises(TypeError, match="is taken"):
        _key(Role, "kind", shape_for(str))
