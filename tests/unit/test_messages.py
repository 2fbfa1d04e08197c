"""What people read when they give something wrong: every message, written down, so that a change of one is seen.

Each public class, function and method of the rule packages is called with nothing but wrong arguments, of several kinds
one after the other, and each near miss is provoked.  What comes back is compared with the golden file, callable by
callable.  Whatever it says, it is an error of the library and no other one.  ``PMM_UPDATE_GOLDEN=1`` rewrites the file.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from enum import EnumType
from functools import cache, partial
from importlib import import_module
from inspect import Parameter, isclass, isfunction, ismethod, signature
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

import attrs
import pytest
from goldens import is_rewriting
from scripts import script_at

from pmm_core.errors import AmbiguousNameError, InvalidValueError, PmmError, RefusedError, UnknownNameError
from pmm_core.testing import NEAR_MISSES, NearMiss

HERE = Path(__file__).parent
GOLDEN = HERE / "golden" / "messages.txt"
PACKAGES = {
    "appraisal": "test_values",
    "calendar": "test_values",
    "cycle": "test_values",
    "ranking": "test_ranking_values",
}

MISSES = {
    f"near miss, {miss.code}: {miss.why}": miss
    for miss in NEAR_MISSES
    if any(miss.provoke.__module__ == f"pmm_core.testing._{package}_near_misses" for package in PACKAGES)
}
OPERATORS = {"__contains__", "__getitem__", "__add__", "__sub__"}
KIND = re.compile(r"(?<= )not (?:Zzmark|bool|datetime|float|int|list|str|tuple)(?= \[wrong-type\])")


class Zzmark:
    """Nothing that the library knows."""

    def __repr__(self) -> str:
        return "Zzvalue"


WRONG: dict[str, Any] = {
    "a thing": Zzmark(),
    "a tuple of things": (Zzmark(),),
    "a list of things": [Zzmark()],
    "below zero": -1,
    "a large number": 10**9,
    "a float": 0.5,
    "a bool": True,
    "an empty text": " ",
    "a text": "Zzvalue?",
    "a time": datetime(2024, 3, 7, 12),  # noqa: DTZ001 -- refused whatever its zone
    "None": None,
}


def examples(package: str) -> list[Any]:
    """One value of each public class, as the tests of the package have them."""
    path = HERE / package / f"{PACKAGES[package]}.py"
    module = script_at(path)
    return [pair[0] for pair in getattr(module.PAIRS, "values", lambda: module.PAIRS)()]


def callables(package: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Whatever can be called at a door, and on a value of each of its classes."""
    door = import_module(f"pmm_core.{package}")
    for name in door.__all__:
        thing = getattr(door, name)
        if isfunction(thing) or (isclass(thing) and attrs.has(thing)):
            yield f"{package}.{name}", thing
        if isclass(thing):
            for method in filter(is_public, sorted(vars(thing))):
                found = getattr(thing, method)
                if ismethod(found) or isinstance(vars(thing)[method], staticmethod):
                    yield f"{package}.{name}.{method}", found
        if isinstance(thing, EnumType):
            yield from bound(f"{package}.{name}", next(iter(thing)))
    for value in examples(package):
        yield from bound(f"{package}.{type(value).__name__}", value)


def is_public(name: str) -> bool:
    """Whether users may call it; tools that change the code at work add names with letters that ours never have."""
    return name[0] != "_" and name.isascii()


def bound(name: str, value: Any) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The public methods of a value, and what an operator calls."""
    bases: list[Any] = [base for base in reversed(type(value).__mro__) if base.__module__.startswith("pmm_core")]
    for base in bases:
        methods = cast("dict[str, Any]", vars(base))
        for method, found in sorted(methods.items()):
            if isfunction(found) and (is_public(method) or method in OPERATORS):
                yield f"{name}().{method}", partial(found, value)


CALLS = MappingProxyType({name: call for package in PACKAGES for name, call in callables(package)})


def lines_of(error: PmmError) -> list[str]:
    """What an error says, thing by thing."""
    match error:
        case InvalidValueError():
            return [f"invalid {error.subject}: {problem}" for problem in error.problems]
        case RefusedError():
            return [f"cannot {error.action}: {refusal} {refusal.possible}" for refusal in error.refusals]
        case UnknownNameError():
            return [f"unknown {error.kind} [{error.code}]: {', '.join(error.suggestions)}"]
        case AmbiguousNameError():
            return [f"ambiguous {error.kind}: {', '.join(error.candidates)}"]
        case _:
            return [str(error)]


def told(error: PmmError) -> list[str]:
    """What an error says, as the file holds it."""
    return [KIND.sub("not one", line).rstrip() for line in lines_of(error)]


def answered(name: str) -> list[str]:
    """Everything that a callable says to wrong arguments of every kind."""
    call = CALLS[name]
    wanted = [each for each in signature(call).parameters.values() if each.kind is not Parameter.VAR_KEYWORD]
    said: set[str] = set()
    for wrong in WRONG.values() if wanted else ():
        places = [wrong for each in wanted if each.kind is not Parameter.KEYWORD_ONLY]
        names = {each.name: wrong for each in wanted if each.kind is Parameter.KEYWORD_ONLY}
        try:
            found: Any = call(*places, **names)
            if hasattr(found, "__next__"):
                tuple(found)  # what is made step by step
        except PmmError as error:
            said.update(told(error))
    return sorted(said)


@cache
def written() -> dict[str, list[str]]:
    """What the golden file holds, callable by callable."""
    found: dict[str, list[str]] = {}
    for block in GOLDEN.read_text(encoding="utf-8").split("\n\n"):
        name, *said = block.strip().split("\n")
        found[name] = said
    return found


def missed() -> dict[str, list[str]]:
    """What the near misses are told."""
    return {name: provoked(miss) for name, miss in MISSES.items()}


def provoked(miss: NearMiss) -> list[str]:
    with pytest.raises(PmmError) as caught:
        miss.provoke()
    return told(caught.value)


def test_the_file_lists_what_can_be_called() -> None:
    if is_rewriting():
        heard = {name: said for name in CALLS if (said := answered(name))}
        text = "\n\n".join("\n".join([name, *said]) for name, said in (heard | missed()).items())
        GOLDEN.write_text(text + "\n", encoding="utf-8")
        written.cache_clear()
    assert set(written()) <= {*CALLS, *MISSES}
    assert set(MISSES) <= set(written())


@pytest.mark.parametrize("name", CALLS)
def test_every_message_is_as_it_was_written_down(name: str) -> None:
    assert written().get(name, []) == answered(name)


@pytest.mark.parametrize("name", MISSES)
def test_every_near_miss_is_told_as_it_was_written_down(name: str) -> None:
    assert written()[name] == provoked(MISSES[name])
