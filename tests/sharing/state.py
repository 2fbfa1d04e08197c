"""Use everything, and print what changed: in the modules of the core, and in the process around them.

The examples of the documentation are the use.  What a module holds is looked at to its depth: what stands in its tables
and classes too, by identity where it ends.
"""

import contextlib
import decimal
import functools
import gc
import importlib
import io
import json
import locale
import os
import pkgutil
import random
import runpy
import signal
import sys
import threading
import types
import warnings
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

EXAMPLES: Final = Path(__file__).parents[2] / "docs" / "examples"
EDGES: Final = ("testing", "frames", "plots", "ics", "holidays")  # each of them brings a package that has state
Cache: Final = type(functools.cache(len))


def around() -> dict[str, Any]:
    """Tell what belongs to the process and to everybody in it."""
    return {
        "decimal": repr(decimal.getcontext()),
        "default decimal": repr(decimal.DefaultContext),
        "locale": locale.setlocale(locale.LC_ALL),
        "warnings": repr(warnings.filters),
        "path": list(sys.path),
        "meta path": repr(sys.meta_path),
        "hooks": [sys.excepthook.__name__, sys.displayhook.__name__, repr(sys.gettrace()), repr(sys.getprofile())],
        "environment": dict(os.environ),
        "folder": str(Path.cwd()),
        "random": hash(random.getstate()),
        "threads": [each.name for each in threading.enumerate()],
        "signals": [repr(signal.getsignal(each)) for each in (signal.SIGINT, signal.SIGTERM)],
        "limits": [sys.getrecursionlimit(), sys.getswitchinterval(), sys.get_int_max_str_digits()],
        "rubbish": [len(gc.callbacks), gc.get_threshold(), gc.isenabled()],
    }


def core() -> list[types.ModuleType]:
    """Load every module of the core."""
    import pmm_core  # noqa: PLC0415 -- what is around is looked at before

    found: list[types.ModuleType] = []
    for top in pkgutil.iter_modules(pmm_core.__path__, "pmm_core."):
        if top.name.rpartition(".")[2] not in EDGES:
            found.append(importlib.import_module(top.name))
            inner = pkgutil.walk_packages(getattr(found[-1], "__path__", []), f"{top.name}.")
            found += [importlib.import_module(each.name) for each in inner]
    return [*found, pmm_core]  # the lazy door last: what it shows is seen at its home


def parts(value: Any) -> list[Any]:
    """List what a value holds and could hold otherwise; nothing for what ends there."""
    kind: type[Any] = value.__class__
    if issubclass(kind, dict | types.MappingProxyType):
        pairs: Mapping[Any, Any] = value
        return [*pairs.keys(), *pairs.values()]
    if issubclass(kind, list | tuple | set | frozenset):
        row: Collection[Any] = value
        return list(row)
    match value:
        case type() if value.__module__.startswith("pmm_core"):
            return [part for pair in sorted(vars(value).items()) for part in pair]
        case types.FunctionType():
            cells = [cell.cell_contents for cell in value.__closure__ or ()]
            return [value.__defaults__, value.__kwdefaults__, vars(value), *cells]
        case _ if type(value).__module__.startswith("pmm_core") and not isinstance(value, type):
            slots = [slot for home in type(value).__mro__ for slot in getattr(home, "__slots__", ())]
            return [getattr(value, slot) for slot in slots if slot != "__weakref__" and hasattr(value, slot)]
        case _:
            return []


def look(value: Any, seen: dict[int, Any]) -> Iterator[object]:
    """Go through a value to where it ends; `seen` keeps all of it alive, so that no identity is given out twice."""
    yield id(value)
    if id(value) not in seen:
        seen[id(value)] = value
        inner = parts(value)
        yield len(inner)
        for part in inner:
            yield from look(part, seen)


def snapshot(modules: list[types.ModuleType]) -> tuple[dict[str, tuple[object, ...]], dict[int, Any]]:
    """Look at every global of some modules; what has been seen is kept by whoever compares."""
    found: dict[str, tuple[object, ...]] = {}
    seen: dict[int, Any] = {}
    for module in modules:
        for name, value in vars(module).items():
            if not isinstance(value, types.ModuleType) and name != "__builtins__":
                found[f"{module.__name__}.{name}"] = tuple(look(value, seen))
    return found, seen


def caches(modules: list[types.ModuleType]) -> dict[str, int | None]:
    """List what remembers answers, with the most that it keeps."""
    return {
        f"{value.__module__}.{value.__qualname__}": value.cache_info().maxsize
        for module in modules
        for value in vars(module).values()
        if isinstance(value, Cache)
    }


def use(context: decimal.Context | None) -> dict[str, str]:
    """Run the examples, each as it is started by hand, and give what they print."""
    said: dict[str, str] = {}
    for path in sorted(EXAMPLES.glob("*.py")):
        out = io.StringIO()
        before = sys.argv
        sys.argv = [str(path)]
        try:
            with contextlib.redirect_stdout(out), decimal.localcontext(context):
                runpy.run_path(str(path), run_name="__main__")
        except SystemExit as done:
            if done.code:
                raise
        finally:
            sys.argv = before
        said[path.stem] = out.getvalue()
    return said


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Name what is not as it was."""
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def itself() -> list[str]:
    """Try the look on a module made for it, in which a table, a class and a default grow and a number does not."""
    made = types.ModuleType("made")
    source = """
LEFT = (1, frozenset({2}))
GROWS = {"a": ([], 1)}
class Kept:
    seen = 0
Kept.__module__ = "pmm_core.made"
def grown(into=[]):
    into.append(1)
"""
    exec(source, vars(made))  # noqa: S102 -- our own text
    before, kept = snapshot([made])
    vars(made)["GROWS"]["a"][0].append(kept)
    vars(made)["Kept"].seen = 1
    vars(made)["grown"]()
    return changes(before, snapshot([made])[0])


def main() -> None:
    """Look, import, look, use, look, and tell."""
    if sys.argv[1:] == ["itself"]:
        print(json.dumps(itself()))  # noqa: T201 -- its test reads what it prints
        return
    outside = around()
    modules = core()
    imported = changes(outside, around())
    before, kept = snapshot(modules)
    said = use(None)
    after, _ = snapshot(modules)
    hostile = decimal.Context(prec=1, rounding=decimal.ROUND_UP, Emin=0, Emax=1)
    hostile.traps = dict.fromkeys(hostile.traps, True)
    told: dict[str, object] = {
        "imported": imported,
        "seen": len(kept),
        "used": changes(before, after),
        "around": changes(outside, around()),
        "caches": caches(modules),
        "said": said,
        "said with a decimal context of one digit": use(hostile),
    }
    print(json.dumps(told))  # noqa: T201 -- its test reads what it prints


if __name__ == "__main__":
    main()
