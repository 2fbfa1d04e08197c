"""The public surface, written down: a change of it is seen, and then either meant or not.

``PMM_UPDATE_GOLDEN=1`` rewrites the golden file.  The text is the same on every supported Python.
"""

import enum
import functools
import importlib
import inspect
import pkgutil
import types
import typing
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from goldens import assert_kept

import pmm_core

GOLDEN = Path(__file__).parent / "golden" / "surface.txt"
DOORS = sorted(f"pmm_core.{found.name}" for found in pkgutil.iter_modules(pmm_core.__path__) if found.ispkg)
PROTOCOLS = (
    *("__add__", "__and__", "__bool__", "__call__", "__contains__", "__getitem__", "__iter__", "__len__"),
    *("__le__", "__lt__", "__or__", "__sub__", "_repr_html_"),
)
PLAIN_VALUES = (str, int, bytes, bool, tuple, frozenset, date, Decimal, Fraction, enum.Enum, types.NoneType)


def public(kind: Any) -> str:
    """Name a thing by its public home, whatever private file it lives in."""
    home = ".".join(part for part in str(kind.__module__).split(".") if not part.startswith("_"))
    name: str = getattr(kind, "__qualname__", None) or kind.__name__
    return name if home in {"builtins", ""} else f"{home}.{name}"


def spell(kind: Any) -> str:
    """Write a type the same way on every Python."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, list):
        text = f"[{', '.join(spell(part) for part in kind)}]"  # pyright: ignore[reportUnknownVariableType]
    elif origin in {types.UnionType, typing.Union}:
        text = " | ".join(map(spell, arguments))
    elif origin is typing.Literal:
        text = f"Literal[{', '.join(map(repr, arguments))}]"
    elif origin is not None:
        text = f"{public(origin)}[{', '.join(map(spell, arguments))}]"
    elif hasattr(kind, "__module__") and hasattr(kind, "__name__"):
        text = public(kind)
    else:
        text = str(kind)
    return {"types.NoneType": "None", "NoneType": "None", "Ellipsis": "..."}.get(text, text)


def value(thing: Any) -> str:
    """Write a default: plain values in full, functions by name, anything else by its kind."""
    if isinstance(thing, PLAIN_VALUES):
        return f"{thing!r}"
    return public(thing) if inspect.isroutine(thing) or isinstance(thing, type) else f"<{public(type(thing))}>"


def signature(function: Callable[..., Any]) -> str:
    """Write the parameters and the result of a function."""
    found = inspect.signature(function)
    shown: list[str] = []
    star = False
    for parameter in found.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and not star:
            star = True
            shown.append("*")
        star = star or parameter.kind is parameter.VAR_POSITIONAL
        prefix = "*" if parameter.kind is parameter.VAR_POSITIONAL else ""
        prefix = "**" if parameter.kind is parameter.VAR_KEYWORD else prefix
        text = prefix + parameter.name
        if parameter.annotation is not parameter.empty:
            text += f": {spell(parameter.annotation)}"
        if parameter.default is not parameter.empty:
            text += f" = {value(parameter.default)}"
        shown.append(text)
        if parameter.kind is parameter.POSITIONAL_ONLY:
            shown.append("/")
    result = "" if found.return_annotation is found.empty else f" -> {spell(found.return_annotation)}"
    return f"({', '.join(text for i, text in enumerate(shown) if text != '/' or '/' not in shown[i + 1 :])}){result}"


def field_line(field: "attrs.Attribute[Any]") -> str:
    """Write one field of an attrs class, with what equality, order and repr make of it."""
    default = ""
    if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
        default = " = factory"
    elif field.default is not attrs.NOTHING:
        default = f" = {value(field.default)}"
    flags = [
        word
        for word, said in (
            ("kw_only", field.kw_only),
            ("not in init", not field.init),
            ("not in eq", not field.eq),
            ("not in order", field.eq and not field.order),
            ("not in repr", field.repr is False),
            ("masked", callable(field.repr)),
            (f"alias {field.alias}", field.alias != field.name),
        )
        if said
    ]
    return f"  {field.name}: {spell(field.type)}{default}" + (f"  [{', '.join(flags)}]" if flags else "")


def unwrapped(method: Any) -> Callable[..., Any]:
    """Return the function below a class or static method."""
    function: Callable[..., Any] = method.__func__
    return function


def own(kind: type) -> dict[str, Any]:
    """Collect what our own classes define, the nearest first."""
    found: dict[str, Any] = {}
    for parent in kind.__mro__:
        if parent.__module__.split(".")[0] in {"pmm_core", __name__.split(".", maxsplit=1)[0]}:
            for name, thing in vars(parent).items():
                found.setdefault(name, thing)
    return found


def methods(kind: type) -> Iterator[str]:
    """Write the public methods and properties of a class, and the protocols it takes part in."""
    for name, thing in sorted(own(kind).items()):
        if name.startswith("_") and name not in PROTOCOLS:
            continue
        if isinstance(thing, property):
            result = inspect.signature(thing.fget).return_annotation if thing.fget else None
            yield f"  .{name} -> {spell(result)}"
        elif isinstance(thing, functools.cached_property):
            yield f"  .{name} -> {spell(inspect.signature(thing.func).return_annotation)}  [cached]"
        elif type(thing) in {classmethod, staticmethod}:
            word = "classmethod" if type(thing) is classmethod else "staticmethod"
            yield f"  {word} {name}{signature(unwrapped(thing))}"
        elif inspect.isfunction(thing):
            yield f"  {name}{signature(thing)}"


def describe_enum(name: str, kind: type[enum.Enum]) -> Iterator[str]:
    """Write the members with their wire texts and labels."""
    yield f"enum {name}"
    for member in kind:
        labels = [getattr(member, label) for label in ("label_id", "label_en") if hasattr(member, label)]
        yield f"  {member.name} = {member.value!r}" + (f"  [{' | '.join(labels)}]" if labels else "")
    yield from methods(kind)


def describe_class(name: str, kind: type[Any]) -> Iterator[str]:
    """Write bases, fields and methods."""
    bases = ", ".join(public(base) for base in kind.__bases__ if base is not object)
    word = "exception" if issubclass(kind, BaseException) else "class"
    yield f"{word} {name}({bases})" if bases else f"{word} {name}"
    if attrs.has(kind):
        flags = [flag for flag in ("__eq__", "__hash__", "__lt__") if vars(kind).get(flag)]
        final = ["final"] if getattr(kind, "__final__", False) else []
        yield f"  attrs: {', '.join([*final, *flags]) or 'nothing'}"
        yield from map(field_line, attrs.fields(kind))
    yield from methods(kind)


def describe(name: str, thing: Any) -> Iterator[str]:
    """Write one public thing."""
    if inspect.isclass(thing) and issubclass(thing, enum.Enum):
        yield from describe_enum(name, thing)
    elif inspect.isclass(thing):
        yield from describe_class(name, thing)
    elif inspect.isroutine(thing):
        yield f"def {name}{signature(thing)}"
    elif typing.get_origin(thing) is not None:
        yield f"type {name} = {spell(thing)}"
    else:
        yield f"constant {name}: {public(type(thing))}"


def surface() -> str:
    """Write everything that all doors offer."""
    lines = ["pmm_core", *(f"  {name}" for name in pmm_core.__all__)]
    for name in DOORS:
        door = importlib.import_module(name)
        lines += ["", "", name]
        for word in door.__all__:
            lines += ["", *describe(word, getattr(door, word))]
    return "\n".join(lines) + "\n"


def test_the_public_surface_is_as_written_down() -> None:
    assert_kept(GOLDEN, surface())


def test_no_machine_shows_in_the_text() -> None:
    assert " at 0x" not in surface()


class Colour(enum.Enum):
    RED = "red"


class Green(enum.Enum):
    RED = "green"


@attrs.frozen
class Before:
    name: str
    size: int | None = None

    def grow(self, by: int = 1) -> int:
        """Return something."""
        return by


@attrs.frozen
class OneMoreField:
    name: str
    size: int | None = None
    extra: str = ""

    def grow(self, by: int = 1) -> int:
        """Return something."""
        return by


@attrs.frozen
class AnotherDefault:
    name: str
    size: int | None = 3

    def grow(self, by: int = 1) -> int:
        """Return something."""
        return by


@attrs.frozen
class Masked:
    name: str = attrs.field(repr=lambda _: "***")
    size: int | None = None

    def grow(self, by: int = 1) -> int:
        """Return something."""
        return by


@attrs.frozen
class AnotherMethod:
    name: str
    size: int | None = None

    def grow(self, *, by: int = 1) -> int:
        """Return something."""
        return by


def told(thing: Any) -> list[str]:
    return list(describe("Thing", thing))


def test_a_class_is_written_in_full() -> None:
    expected = [
        "class Thing",
        "  attrs: __eq__, __hash__",
        "  name: str",
        "  size: int | None = None",
        "  grow(self, by: int = 1) -> int",
    ]
    assert expected == told(Before)


@pytest.mark.parametrize("changed", [OneMoreField, AnotherDefault, Masked, AnotherMethod])
def test_a_changed_class_is_seen(changed: type) -> None:
    assert told(Before) != told(changed)


def test_a_changed_wire_text_is_seen() -> None:
    assert told(Colour) != told(Green)


def test_types_are_spelled_by_their_public_home() -> None:
    def function(a: Callable[[int], "str"], /, *b: typing.Literal["x"], c: int | None = None, **d: Colour) -> None: ...

    expected = "(a: collections.abc.Callable[[int], str], /, *b: Literal['x'], c: int | None = None, **d: "
    assert signature(function).startswith(expected)
    assert signature(function).endswith(") -> None")
