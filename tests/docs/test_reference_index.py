"""The first page of the reference lists every concept that has a door, in the words of the door.

``PMM_UPDATE_GOLDEN=1`` rewrites it.
"""

import ast
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from goldens import assert_part_kept

import pmm_core

ROOT = Path(__file__).parents[2]
PACKAGE = Path(pmm_core.__file__).parent
PAGE = ROOT / "docs" / "reference" / "index.md"
PAGES = {"rulebook": "rules"}  # the others are named after their concept
EXTRAS: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "optional-dependencies"
]


def doors() -> dict[str, Path]:
    return {path.parent.name: path for path in sorted(PACKAGE.glob("*/__init__.py"))}


def first_sentence(door: Path) -> str:
    """Read what a door says first, without importing it: an extra may be missing."""
    told = ast.get_docstring(ast.parse(door.read_text(encoding="utf-8")))
    assert told, "a door says what it is for"
    sentence = re.split(r"(?<=\.)\s", " ".join(told.split("\n\n")[0].split()))[0]
    return re.sub(r"`+([^`]+)`+", r"`\1`", sentence)


def table() -> str:
    lines = ["| Concept | What it is for | Extra |", "| --- | --- | --- |"]
    for name, door in doors().items():
        extra = f"`{name}`" if name in EXTRAS else ""
        lines.append(f"| [`pmm_core.{name}`]({PAGES.get(name, name)}.md) | {first_sentence(door)} | {extra} |")
    return "\n".join(lines)


def test_the_page_is_up_to_date() -> None:
    assert_part_kept(PAGE, table())


@pytest.mark.parametrize("name", doors())
def test_every_concept_has_its_page(name: str) -> None:
    page = PAGE.with_name(f"{PAGES.get(name, name)}.md")
    assert f"pmm_core.{name}" in page.read_text(encoding="utf-8")


def test_only_the_first_sentence_is_taken(tmp_path: Path) -> None:
    door = tmp_path / "__init__.py"
    door.write_text('"""What ``x`` is,\nin two lines.  And more.\n\nMuch more.\n"""\n', encoding="utf-8")
    assert "What `x` is, in two lines." == first_sentence(door)
