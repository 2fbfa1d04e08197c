"""The doors: what they list is all there, in order, and nothing is paid for before it is used."""

import ast
import importlib
import pkgutil
import subprocess
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType

import pytest

import pmm_core

PACKAGE = Path(pmm_core.__file__).parent
CONCEPTS = sorted(f"pmm_core.{found.name}" for found in pkgutil.iter_modules(pmm_core.__path__) if found.ispkg)
DOORS = ["pmm_core", *CONCEPTS]
OPTIONAL = frozenset({"pmm_core.frames", "pmm_core.plots", "pmm_core.testing"})  # by their own names only
ENGINES = frozenset({"pandas", "polars", "pyarrow", "duckdb", "dask", "pyspark", "numpy"})  # what frames run on


def door(name: str) -> ModuleType:
    return importlib.import_module(name)


@cache  # every door looks through all files
def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def import_froms(path: Path) -> tuple[ast.ImportFrom, ...]:
    return tuple(node for node in ast.walk(syntax(path)) if isinstance(node, ast.ImportFrom))


def imported(body: list[ast.stmt]) -> dict[str, str]:
    """Return each imported name with the module it comes from, directly in a body."""
    return {
        alias.asname or alias.name: node.module or ""
        for node in body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def run(code: str, *flags: str) -> str:
    """Run code in a fresh interpreter that sees our folder whatever its environment says; return what it prints."""
    setup = f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); "
    done = subprocess.run(  # noqa: S603 -- our own interpreter and code
        [sys.executable, "-I", *flags, "-c", setup + code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_concept_is_a_door() -> None:
    assert CONCEPTS
    folders = {path.parent.name for path in PACKAGE.glob("*/*.py")}
    assert folders == {name.removeprefix("pmm_core.") for name in CONCEPTS}


def order(word: str) -> tuple[int, str]:
    """Return what the linter sorts by: constants, then classes, then functions."""
    return (0 if word.isupper() else 1 if word[0].isupper() else 2, word)


@pytest.mark.parametrize("name", DOORS)
def test_a_door_lists_its_names_sorted_and_once(name: str) -> None:
    listed = door(name).__all__
    assert sorted(set(listed), key=order) == list(listed)


@pytest.mark.parametrize("name", DOORS)
def test_everything_a_door_lists_is_there_and_public(name: str) -> None:
    listed = door(name).__all__
    assert [] == [word for word in listed if word.startswith("_") or not hasattr(door(name), word)]


@pytest.mark.parametrize("name", DOORS)
def test_dir_shows_exactly_what_is_public(name: str) -> None:
    extra = ["__version__"] if name == "pmm_core" else []
    assert sorted([*door(name).__all__, *extra]) == dir(door(name))


@pytest.mark.parametrize("name", DOORS)
def test_an_unknown_name_is_no_attribute(name: str) -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = door(name).no_such_name


@pytest.mark.parametrize("name", CONCEPTS)
def test_a_door_lists_everything_that_it_imports_from_its_own_files(name: str) -> None:
    tree = syntax(Path(str(door(name).__file__)))
    names = {word for word, home in imported(tree.body).items() if home.startswith(f"{name}._")}
    assert names == set(door(name).__all__)


@pytest.mark.parametrize("name", CONCEPTS)
def test_a_door_holds_no_logic(name: str) -> None:
    def plain(node: ast.stmt) -> bool:
        return (
            isinstance(node, ast.Import | ast.ImportFrom | ast.Try | ast.If)
            or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
            or (isinstance(node, ast.Assign) and isinstance(node.value, ast.List | ast.Constant))
            or (isinstance(node, ast.FunctionDef) and node.name in {"__dir__", "__getattr__"})
        )

    assert [] == [node.lineno for node in syntax(Path(str(door(name).__file__))).body if not plain(node)]


@pytest.mark.parametrize("name", sorted(set(CONCEPTS) - {"pmm_core.rulebook"}))
def test_other_concepts_take_public_things_from_a_door_that_lists_them(name: str) -> None:
    """Private files of another concept lend constants and helpers that no door shows, never what a door shows."""
    own = PACKAGE / name.removeprefix("pmm_core.")
    private = [
        f"{path.relative_to(PACKAGE)}: {node.module}.{alias.name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if own not in path.parents
        for node in import_froms(path)
        if (node.module or "").startswith(f"{name}._")
        for alias in node.names
        if not alias.name.isupper() and hasattr(door(name), alias.name)
    ]
    assert [] == private, "take it from the door"


def root_tables() -> tuple[dict[str, str], list[str], dict[str, str]]:
    """Return what the root door declares: for type checkers, in its list, and in its lazy table."""
    tree = syntax(Path(str(pmm_core.__file__)))
    typed: dict[str, str] = {}
    listed: list[str] = []
    lazy: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name):
            typed = imported(node.body)
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            listed = ast.literal_eval(node.value)
        elif isinstance(node, ast.If):
            for inner in node.body:
                if isinstance(inner, ast.Assign) and ast.unparse(inner.targets[0]) == "_HOMES":
                    homes: dict[str, tuple[str, ...]] = ast.literal_eval(inner.value)
                    lazy = {word: f"pmm_core.{home}" for home, words in homes.items() for word in words}
    return typed, listed, lazy


def test_the_root_door_says_the_same_three_times() -> None:
    typed, listed, lazy = root_tables()
    assert listed
    assert sorted(typed, key=order) == listed
    assert typed == lazy


def test_the_root_door_offers_what_a_concept_lists() -> None:
    _, _, lazy = root_tables()
    assert [] == [f"{home}.{name}" for name, home in lazy.items() if name not in door(home).__all__]
    assert not OPTIONAL & set(lazy.values())


@pytest.mark.parametrize("name", pmm_core.__all__)
def test_the_root_door_offers_the_very_same_object(name: str) -> None:
    _, _, lazy = root_tables()
    assert getattr(door(lazy[name]), name) is getattr(pmm_core, name)


def test_a_star_import_brings_exactly_the_list() -> None:
    code = "before = set(globals()) | {'before'}; from pmm_core import *; print(sorted(set(globals()) - before))"
    assert sorted(pmm_core.__all__) == ast.literal_eval(run(code))


def test_the_version_is_known() -> None:
    try:
        expected = version("pmm-core")
    except PackageNotFoundError:
        pytest.skip("the library is on the path but not installed")
    assert expected == pmm_core.__version__


LOADED = "before = set(sys.modules); import {0}; print(sorted(set(sys.modules) - before))"


def loaded(name: str, *flags: str) -> list[str]:
    found: list[str] = ast.literal_eval(run(LOADED.format(name), *flags))
    return found


def test_importing_the_root_door_loads_nothing_else() -> None:
    """Without `site`, so that what an environment loads at start cannot hide a load of ours."""
    assert ["pmm_core"] == loaded("pmm_core", "-S")


def test_the_check_of_what_is_loaded_would_notice() -> None:
    assert {"attrs", "pmm_core.errors"} <= set(loaded("pmm_core.errors"))


def test_no_core_door_loads_an_optional_package() -> None:
    wanted = ", ".join(name for name in CONCEPTS if name not in OPTIONAL)
    optional = {"hypothesis", "pytest", "cattrs", "orjson", "msgspec", "icalendar", "holidays", "matplotlib"}
    assert not optional & set(loaded(wanted))


def test_frames_load_the_engine_of_the_caller_only() -> None:
    found = set(loaded("pmm_core.frames"))
    assert "narwhals" in found
    assert not ENGINES & found


def test_only_doors_that_stand_on_the_calendar_load_dateutil() -> None:
    dated = {
        f"pmm_core.{name}"
        for name in (
            *("appraisal", "calendar", "codec", "credit", "cycle", "holidays", "ics", "json", "overview"),
            "rulebook",
        )
    }
    wanted = ", ".join(name for name in CONCEPTS if name not in {*OPTIONAL, *dated})
    assert "dateutil" not in set(loaded(wanted))
