"""A converter of cattrs that is as strict as the codec."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set as AbstractSet
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Final, Union, cast, final, get_args, get_origin, is_typeddict

from cattrs import Converter
from cattrs.errors import StructureHandlerNotFoundError

from pmm_core._checks import kind_of
from pmm_core._labels import Labelled
from pmm_core.codec import FORMAT, DecodeError, Limits
from pmm_core.codec._derive import shape_for
from pmm_core.codec._exact import SORTS
from pmm_core.codec._kinds import BASES, KIND_OF
from pmm_core.codec._read import reader_for
from pmm_core.codec._reading import Reading
from pmm_core.codec._shapes import DayShape, ExactShape, FlagShape, Shape, TextShape, WholeShape
from pmm_core.codec._upgrades import UPGRADES
from pmm_core.codec._write import writer_for
from pmm_core.errors import Problem
from pmm_core.json._failures import ROOT, below, problems_in, told, wrong

Hook = Callable[[Any, Any], Any]

_LEAVES: Final[Mapping[type[Any], Shape]] = MappingProxyType(
    {
        str: TextShape(),
        bool: FlagShape(),
        int: WholeShape(),
        date: DayShape(),
        Fraction: ExactShape(("fraction",)),
        Decimal: ExactShape(("decimal",)),
    }
)
_LISTS: Final[Mapping[Any, Callable[[Iterable[Any]], Any]]] = MappingProxyType(
    {list: list, tuple: tuple, set: set, frozenset: frozenset, Sequence: tuple, AbstractSet: frozenset}
)
_SETS: Final = frozenset({set, frozenset, AbstractSet})
_OBJECTS: Final = frozenset({dict, Mapping})


@cache
def _strict_class(own: type[Converter]) -> type[Converter]:
    """A class of converters that read strictly and tell what is wrong in our words."""

    # the base is the caller's own class of converters, which no type checker can know
    @final
    class StrictConverter(own):  # type: ignore[valid-type, misc] # pyright: ignore[reportGeneralTypeIssues, reportUntypedBaseClass]
        __slots__ = ()  # so that a copy of the other class can become one of this

        def structure(self, obj: Any, cl: Any) -> Any:
            try:
                return super().structure(obj, cl)
            except StructureHandlerNotFoundError:
                raise
            except Exception as error:  # noqa: BLE001 -- whatever a class of a caller raises
                failure = told(error, cl)
            raise failure  # here, so that what holds the data does not travel with it

        def gen_structure_attrs_fromdict(self, cl: Any) -> Hook:
            inner: Any = super().gen_structure_attrs_fromdict(cl)

            def read(data: Any, kind: Any) -> Any:
                _is_object(data)
                return inner(data, kind)

            return read

    return StrictConverter


def strict(base: Converter | None, personal: bool, limits: Limits) -> Converter:  # noqa: FBT001 -- private
    """A new converter, with what another one has learned."""
    made = _new(base)
    for kind, shape in _LEAVES.items():
        made.register_structure_hook(kind, _leaf(kind, shape, limits))
        made.register_unstructure_hook(kind, _leaf_out(kind, shape, personal))
    made.register_structure_hook(float, _number)
    made.register_structure_hook(Enum, _enums(limits))  # by class, which goes before what others register by a question
    made.register_unstructure_hook(Enum, lambda member: made.unstructure(member.value))
    made.register_structure_hook_factory(is_typeddict, _typed_object)
    made.register_unstructure_hook_factory(is_typeddict, cast("Any", made).gen_unstructure_typeddict)
    made.register_structure_hook_factory(lambda hint: _outer(hint) in _LISTS, _list)
    made.register_structure_hook_factory(lambda hint: _outer(hint) in _OBJECTS, _object)
    made.register_unstructure_hook_factory(lambda hint: _outer(hint) in _LISTS, _list_out)
    made.register_unstructure_hook_factory(lambda hint: _outer(hint) in _OBJECTS, _object_out)
    made.register_structure_hook_factory(_is_ours, _ours(limits))
    made.register_unstructure_hook_factory(_is_ours, _ours_out(personal))
    return made


def _new(base: Converter | None) -> Converter:
    if base is None:
        return _strict_class(cast("Any", Converter))(forbid_extra_keys=True)
    copied: Any = base.copy()
    # a copy is of the class of what is copied, and asks that class for its hooks
    copied.__class__ = _strict_class(cast("Any", type(base)))
    return cast("Converter", copied.copy(detailed_validation=True, forbid_extra_keys=True))


# ---- our own values ----


def _outer(hint: Any) -> Any:
    return get_origin(hint) or hint


def _is_ours(hint: Any) -> bool:
    """Whether a type is one of ours, or a choice between several of ours."""
    if get_origin(hint) in {Union, UnionType}:
        parts = {part for part in get_args(hint) if part is not NoneType}
        return len(parts) > 1 and (parts <= set(KIND_OF) or parts <= set(SORTS))
    return isinstance(hint, type) and (hint in KIND_OF or hint in BASES)


def _ours(limits: Limits) -> Callable[[Any], Hook]:
    return lambda hint: _reading(shape_for(hint), limits)


def _ours_out(personal: bool) -> Callable[[Any], Callable[[Any], Any]]:  # noqa: FBT001 -- private
    return lambda hint: writer_for(shape_for(hint), personal)


def _reading(shape: Shape, limits: Limits) -> Hook:
    read = reader_for(shape)

    def structure(data: Any, _kind: Any) -> Any:
        reading = Reading(limits, UPGRADES, FORMAT)
        found = read(data, (None, ROOT), reading)
        reading.done()
        return found

    return structure


# ---- plain values, exactly ----


def _leaf(kind: type[Any], shape: Shape, limits: Limits) -> Hook:
    read = _reading(shape, limits)

    def structure(data: Any, wanted: Any) -> Any:
        if wanted is not kind and kind is date:  # a datetime is no day, and cattrs asks here for both
            raise StructureHandlerNotFoundError(f"no way is registered to read a {wanted.__name__}", wanted)
        found = read(data, kind)
        return found if wanted is kind else wanted(found)

    return structure


def _leaf_out(kind: type[Any], shape: Shape, personal: bool) -> Callable[[Any], Any]:  # noqa: FBT001 -- private
    write = writer_for(shape, personal)
    return lambda value: value if kind is date and type(value) is not date else write(value)


def _number(data: Any, _kind: Any) -> Any:
    if type(data) is float or type(data) is int:
        return data
    raise wrong("wrong-type", f"must be a number, not {kind_of(data)}")


def _enums(limits: Limits) -> Hook:
    @cache
    def hook(kind: type[Enum]) -> Hook:
        return _reading(shape_for(kind), limits) if issubclass(kind, Labelled) else _enum(kind)

    return lambda data, kind: hook(kind)(data, kind)


def _enum(kind: type[Enum]) -> Hook:
    known: dict[tuple[type[Any], Any], Enum] = {(type(member.value), member.value): member for member in kind}

    def structure(data: Any, _kind: Any) -> Any:
        sort = cast("type[Any]", type(data))  # type: ignore[redundant-cast] # -- mypy knows it, pyright does not
        found = None if sort in {dict, list} else known.get((sort, data))
        if found is None:
            raise wrong("unknown-choice", f"must be a value of {kind.__name__}")
        return found

    return structure


# ---- collections ----


def _is_object(data: Any) -> None:
    if type(data) is not dict:
        raise wrong("wrong-type", f"must be an object, not {kind_of(data)}")


def _each(steps: Iterable[tuple[object, Any, Hook, Any]]) -> list[Any]:
    """Read the members, each at its step, and tell what is wrong with all of them."""
    found: list[Any] = []
    faults: list[Problem] = []
    for step, data, hook, kind in steps:
        try:
            found.append(hook(data, kind))
        except Exception as error:  # noqa: BLE001 -- whatever a class of a caller raises
            faults.extend(problems_in(error, below(ROOT, step)))
    if faults:
        raise DecodeError("value", tuple(faults))
    return found


def _parts(hint: Any) -> tuple[tuple[Any, ...], bool]:
    """What stands in a collection, and whether that is a row of different things."""
    parts = get_args(hint) or (Any,)
    row = _outer(hint) is tuple and bool(get_args(hint)) and parts[-1] is not ...
    return (parts if row else parts[:1]), row


def _list(hint: Any, made: Converter) -> Hook:
    build, (kinds, row) = _LISTS[_outer(hint)], _parts(hint)
    hooks: list[Any] = [made.get_structure_hook(kind) for kind in kinds]

    def structure(data: Any, _kind: Any) -> Any:
        if type(data) is not list:
            raise wrong("wrong-type", f"must be a list, not {kind_of(data)}")
        members = cast("list[Any]", data)  # type: ignore[redundant-cast] # -- mypy knows it, pyright does not
        if row and len(members) != len(kinds):
            raise wrong("wrong-type", f"must be a list of {len(kinds)}")
        steps = enumerate(
            zip(members, hooks * (1 if row else len(members)), kinds * (1 if row else len(members)), strict=True)
        )
        found = build(_each((index, *rest) for index, rest in steps))
        if len(found) < len(members):
            raise wrong("duplicate", "must hold nothing twice")
        return found

    return structure


def _object(hint: Any, made: Converter) -> Hook:
    key, value = get_args(hint) or (Any, Any)
    name: Any = made.get_structure_hook(key)
    inner: Any = made.get_structure_hook(value)

    def structure(data: Any, _kind: Any) -> Any:
        _is_object(data)
        plain: dict[Any, Any] = data
        names = _each((step, step, name, key) for step in plain)
        return dict(zip(names, _each((step, part, inner, value) for step, part in plain.items()), strict=True))

    return structure


def _typed_object(kind: Any, made: Converter) -> Hook:
    inner: Any = cast("Any", made).gen_structure_typeddict(kind)

    def structure(data: Any, wanted: Any) -> Any:
        _is_object(data)
        return inner(data, wanted)

    return structure


def _list_out(hint: Any, made: Converter) -> Callable[[Any], Any]:
    """Write a list, also for a tuple; sorted for a set, so that the same set gives the same list."""
    kinds, row = _parts(hint)
    hooks = [made.get_unstructure_hook(kind) for kind in kinds]
    if row:
        return lambda values: [hook(value) for hook, value in zip(hooks, values, strict=True)]
    (inner,) = hooks
    if _outer(hint) in _SETS:
        return lambda values: sorted([inner(value) for value in values], key=_order)
    return lambda values: [inner(value) for value in values]


def _order(plain: Any) -> tuple[str, Any]:
    """An order of plain data of all sorts: numbers by their size, texts by their characters."""
    return type(plain).__name__, plain if isinstance(plain, str | int) else repr(plain)


def _object_out(hint: Any, made: Converter) -> Callable[[Any], Any]:
    name, inner = map(made.get_unstructure_hook, get_args(hint) or (Any, Any))
    return lambda values: {name(key): inner(value) for key, value in values.items()}
