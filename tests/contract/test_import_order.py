"""A concept is entered by its door before one of its private files is asked for.

Python takes the lock of a module before it imports the package around it.  So a thread that begins with a private file
holds what another thread, which began with the door, waits for, and the other way round: Python then raises a deadlock
error in one of them.  Where the door always comes first, all threads take the locks in the same order, that of the
layers.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import pmm_core

ROOT = Path(pmm_core.__file__).parent


def imported(tree: ast.Module) -> Iterator[str]:
    """Every module that is imported, in the order of the text; names that may be modules too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "pmm_core")


def out_of_order(source: str, concept: str) -> list[str]:
    """The private files of other concepts that are asked for before their doors."""
    seen: set[str] = set()
    found: list[str] = []
    for name in imported(ast.parse(source)):
        parts = name.split(".")
        if parts[0] == "pmm_core" and len(parts) > 1:
            door = ".".join(parts[:2])
            if len(parts) == 2:
                seen.add(door)
            elif parts[1] != concept and door not in seen:
                found.append(name)
    return found


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_door_comes_first(path: Path) -> None:
    concept = path.relative_to(ROOT).parts[0]
    assert [] == out_of_order(path.read_text(encoding="utf-8"), concept)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from pmm_core.people._teacher import Teacher", ["pmm_core.people._teacher"]),
        ("import pmm_core.people._teacher", ["pmm_core.people._teacher"]),
        ("from pmm_core.people import Role\nfrom pmm_core.people._teacher import Teacher", []),
        (
            "from pmm_core.people._teacher import Teacher\nfrom pmm_core.people import Role",
            ["pmm_core.people._teacher"],
        ),
        ("import pmm_core.people\nfrom pmm_core.people._teacher import Teacher", []),
        ("from pmm_core.people import _teacher", []),
        ("from pmm_core import people\nfrom pmm_core.people._teacher import Teacher", []),
        ("from pmm_core.cycle._plan import Plan", []),
        ("from pmm_core._checks import Problems", []),
    ],
)
def test_what_comes_too_early_is_found(source: str, expected: list[str]) -> None:
    assert expected == out_of_order(source, "cycle")
