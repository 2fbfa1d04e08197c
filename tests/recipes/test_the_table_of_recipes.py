"""What needs a package that the suite lacks says so in pyproject.toml, and where it is demanded it runs."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDS: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["recipes"]
OWN = {path.stem: path for path in Path(__file__).parent.glob("*.py")}
PACKAGES = {"duckdb", "fastapi", "httpx2", "msgspec", "pyarrow", "pydantic"}
ALONGSIDE = {"httpx2": "fastapi.testclient"}  # asked for by another, never by us
PAGES = sorted((ROOT / "docs").rglob("*.md"))


def imported(source: str) -> set[str]:
    """Every module that a source imports, dotted."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def typed_in(page: str) -> str:
    """What a reader of a page types."""
    return "\n".join(re.findall(r"^(?:>>>|\.\.\.) ?(.*)$", page, flags=re.MULTILINE))


def imported_by(path: Path) -> set[str]:
    text = path.read_text(encoding="utf-8")
    return imported(text if path.suffix == ".py" else typed_in(text))


def needed_by(path: Path) -> set[str]:
    """The packages that a file needs, also by way of our own files."""
    names = imported_by(path)
    direct = {name.partition(".")[0] for name in names} & PACKAGES
    direct |= {package for package, why in ALONGSIDE.items() if why in names}
    return direct.union(*(needed_by(OWN[name]) for name in names if name in OWN))


def is_about_frames(page: Path) -> bool:
    """Whether a page runs on engines, which are there wherever the frames are tested."""
    return re.search(r"pmm_core(\.| import .*\b)frames\b", typed_in(page.read_text(encoding="utf-8"))) is not None


def test_whoever_needs_a_package_stands_in_the_table() -> None:
    pages = [page for page in PAGES if not is_about_frames(page)]
    files = [*pages, *(path for name, path in OWN.items() if name.startswith("test_"))]
    found = {path.relative_to(ROOT).as_posix(): sorted(needed_by(path)) for path in files}
    assert NEEDS == {name: names for name, names in found.items() if names}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("from pmm_core import find, frames", True),
        ("from pmm_core.frames import adoption", True),
        ("import pmm_core.frames", True),
        ("from pmm_core import Frame", False),
        ("frames = []", False),
    ],
)
def test_a_page_about_frames_is_known(tmp_path: Path, line: str, expected: bool) -> None:  # noqa: FBT001
    page = tmp_path / "page.md"
    page.write_text(f"```python\n>>> {line}\n```\n")
    assert expected is is_about_frames(page)


def test_a_need_that_is_two_files_away_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```python\n>>> import duckdb_log\n>>> from fastapi.testclient import TestClient\n```\n")
    assert {"duckdb", "fastapi", "httpx2"} == needed_by(page)


def test_where_all_is_demanded_a_part_is_an_error() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__, "-k", "two_files_away"]
    environment = os.environ | {"PMM_RECIPES": "1"}
    done = subprocess.run(  # noqa: S603 -- our own interpreter and file
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert "not collected: " in done.stdout + done.stderr
    assert 4 == done.returncode
