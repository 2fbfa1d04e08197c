"""The docstrings: each argument of a public name is explained where it stands, and an example shows it at work."""

import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any, Final

import attrs
import pytest

import pmm_core
from pmm_core import regions

DOORS: Final = (
    "pmm_core",
    *sorted(f"pmm_core.{found.name}" for found in pkgutil.iter_modules(pmm_core.__path__) if found.ispkg),
)
EXAMPLE: Final = ">>> "
ARGS: Final = re.compile(r"^Args:\n((?:(?: {4}.*)?\n)+)", flags=re.MULTILINE)
ENTRY: Final = re.compile(r"^ {4}\*{0,2}(\w+): \S", flags=re.MULTILINE)
# in words, within one sentence: "arguments and errors as for `text`", "for arguments and errors see `days_late`"
ELSEWHERE: Final = re.compile(r"\barguments\b[^.]*?\b(?:as for|see) `(\w+)`")
OF_THE_OWNER: Final = frozenset({"self", "cls"})

Routine = Callable[..., object]


def text_of(value: object) -> str:
    """Return a docstring without its indentation; only its own, never one that it inherits."""
    return inspect.cleandoc(value.__doc__ or "") + "\n"


@cache  # every class is asked once for each of its methods
def explained(text: str) -> frozenset[str]:
    """Return the arguments that a docstring explains."""
    return frozenset(name for section in ARGS.findall(text) for name in ENTRY.findall(section))


def is_routine(value: object) -> bool:
    """Tell functions, and what a decorator such as a cache made of one."""
    return not inspect.isclass(value) and callable(value) and inspect.isfunction(inspect.unwrap(value))


def asked(routine: Routine) -> list[str]:
    """Return the arguments that somebody who calls it may give."""
    return [name for name in inspect.signature(routine).parameters if name not in OF_THE_OWNER]


def methods(owner: type) -> Iterator[tuple[str, Routine]]:
    """Return the public methods of a class, those of the classes of ours that it builds on among them."""
    ours = owner.__module__.partition(".")[0]
    seen: set[str] = set()
    for home in owner.__mro__:
        held: dict[str, Any] = dict(vars(home)) if home.__module__.partition(".")[0] == ours else {}
        for name, value in held.items():
            routine = getattr(value, "__func__", value)  # what a classmethod or staticmethod wraps
            if not name.startswith("_") and name not in seen and is_routine(routine):
                seen.add(name)
                yield name, routine


def unexplained(wanted: Iterable[str], text: str, *places: object) -> list[str]:
    """Return what neither a docstring explains nor another one of these places to which it refers in words."""
    known = set(explained(text))
    for other in ELSEWHERE.findall(" ".join(text.split())):
        for place in places:
            known |= explained(text_of(getattr(place, other, None)))
    return [name for name in wanted if name not in known]


def fields_of(owner: Any, door: Any) -> list[str]:
    """Return the fields to be given that neither a class explains nor a class of the same door that it builds on.

    Exceptions and events have theirs from there.
    """
    if not attrs.has(owner):
        return []
    public = {getattr(door, name) for name in door.__all__ if inspect.isclass(getattr(door, name))}
    text = "\n".join(text_of(home) for home in owner.__mro__ if home is owner or home in public)
    return unexplained((field.alias for field in attrs.fields(owner) if field.init), text)


def offences_of(name: str, value: Any, door: Any) -> Iterator[str]:
    """Return what a public name leaves unexplained, or does not show."""
    places = (door, sys.modules.get(".".join(value.__module__.split(".")[:2])))
    if is_routine(value):
        text = text_of(value)
        yield from (f"{name}: no Args for {missed}" for missed in unexplained(asked(value), text, *places))
        if EXAMPLE not in text:
            yield f"{name}: no example"
    if inspect.isclass(value):
        yield from (f"{name}: no Args for {missed}" for missed in fields_of(value, door))
        for method, routine in methods(value):
            text = text_of(routine)
            missing = unexplained(asked(routine), text, value, *places)
            yield from (f"{name}.{method}: no Args for {missed}" for missed in missing)
            if EXAMPLE not in text + text_of(value):
                yield f"{name}.{method}: no example"


def offences(door: Any) -> list[str]:
    """Return what the names of a door leave unexplained; constants and names of types have no arguments."""
    named = ((name, getattr(door, name)) for name in door.__all__)
    return [
        offence
        for name, value in named
        if inspect.isclass(value) or is_routine(value)
        for offence in offences_of(name, value, door)
    ]


@pytest.mark.parametrize("name", DOORS)
def test_every_argument_is_explained_and_every_name_is_shown_at_work(name: str) -> None:
    assert [] == offences(importlib.import_module(name))


# -- the guard itself


def planted(*values: Any) -> list[str]:
    """Return what is found at a door that offers these."""
    names = {value.__name__: value for value in values}
    return offences(SimpleNamespace(__all__=list(names), **names))


def sound(day: int, *, week: int = 0) -> int:
    """Add up.

    Args:
        day: of the week,
            from 1.
        week: how many weeks before.

    >>> sound(3)
    3
    """
    return day + 7 * week


def bare(day: int, week: int) -> int:
    """Add up the days, with week: in a sentence.

    Args:
        day: of the week.
        week:

    Returns:
        week: and day.
    """
    return day + 7 * week


def referring(day: int, *, week: int = 0) -> int:
    """Add up again; arguments and errors as for `sound`.

    >>> referring(3)
    3
    """
    return sound(day, week=week)


def misled(day: int, *, weeks: int = 0) -> int:
    """Add up again; for arguments and errors see `sound`.  Days as for `bare`.

    >>> misled(3)
    3
    """
    return sound(day, week=weeks)


@lru_cache
def kept(day: int) -> int:
    """Keep a day."""
    return day


@attrs.frozen
class Base:
    """What others build on.

    Args:
        day: of the week.
    """

    day: int
    worked_out: int = attrs.field(init=False, default=0)

    def later(self, days: int) -> int:
        """Tell a later day."""
        return self.day + days


@attrs.frozen
class Built(Base):
    """A day and a week.

    >>> Built(1, 2).day
    1
    """

    _week: int

    @classmethod
    def of(cls, day: int) -> "Built":
        """Build one; arguments as for `later`."""
        return cls(day, 0)

    @staticmethod
    def tell(day: int) -> int:
        """Tell a day.

        Args:
            day: of the week.
        """
        return day

    @property
    def week(self) -> int:
        """The week."""
        return self._week

    def _private(self, day: int) -> int:
        return day


class Alike(Base):
    """Explains what it was given, and its method inherits no docstring."""

    def later(self, days: int) -> int:
        return self.day + days


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((sound,), []),
        ((bare,), ["bare: no Args for week", "bare: no example"]),
        ((sound, referring), []),
        ((referring,), ["referring: no Args for day", "referring: no Args for week"]),
        ((sound, misled), ["misled: no Args for weeks"]),
        ((kept,), ["kept: no Args for day", "kept: no example"]),
        ((Base,), ["Base.later: no Args for days", "Base.later: no example"]),
        (
            (Base, Built),
            [
                *("Base.later: no Args for days", "Base.later: no example", "Built: no Args for week"),
                *("Built.of: no Args for day", "Built.later: no Args for days"),
            ],
        ),
        (
            (Built,),
            [
                *("Built: no Args for day", "Built: no Args for week"),
                *("Built.of: no Args for day", "Built.later: no Args for days"),
            ],
        ),
        ((Alike,), ["Alike: no Args for day", "Alike.later: no Args for days", "Alike.later: no example"]),
    ],
)
def test_what_is_not_explained_or_shown_is_found(values: tuple[Any, ...], expected: list[str]) -> None:
    assert expected == planted(*values)


def test_what_is_looked_at_is_what_people_call() -> None:
    found = {name for name, _ in methods(pmm_core.PerformanceCycle)}
    assert {"open", "apply", "side_of"} <= found
    assert not {"state", "_step"} & found
    assert is_routine(regions.aliases)
    assert not is_routine(pmm_core.PerformanceCycle)
