"""The project around the code: version, metadata, what is shipped, and what must not stand in any file."""

import ast
import importlib
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest

import pmm_core

ROOT = Path(__file__).parents[2]
PACKAGE = Path(pmm_core.__file__).parent
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
VERSION: str = PYPROJECT["project"]["version"]
TEST_COMMAND = (
    "python3 -m venv .venv && .venv/bin/python -m pip install --quiet nox uv && .venv/bin/nox --session tests"
)

SKIPPED = frozenset({".git", ".hypothesis", ".nox", ".venv", "__pycache__", "_build", "build", "dist", "node_modules"})
TEXT = frozenset(
    {
        "",
        ".cfg",
        ".csv",
        ".html",
        ".in",
        ".ini",
        ".json",
        ".md",
        ".po",
        ".py",
        ".rst",
        ".sh",
        ".svg",
        ".toml",
        ".txt",
        ".yaml",
        ".yml",
    }
)
LONGEST = 300
LONG_ON_PURPOSE = frozenset(
    {"errors/_codes.py", "sources/_works.py", "ranking/_rules.py", "regions/_rules.py"}
)  # tables

# Put together from parts, so that this file does not hold what it looks for.
MACHINE = re.compile(
    r"(?<![\w.])/(?:" + "|".join(["wo" + "rk", "ho" + "me", "ro" + "ot", "tm" + "p", "Us" + "ers"]) + r")/[\w.]"
)
HOSTS = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in (
            ("pypi", "org"),
            ("python" + "hosted", "org"),
            ("registry", "npmjs"),
            ("npmjs", "com"),
            ("debian", "org"),
            ("crates", "io"),
            ("proxy", "golang"),
        )
    )
)


def text_files() -> Iterator[Path]:
    """Go through the project's own text files."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = sorted(
            name for name in folders if name not in SKIPPED and not name.endswith(("_cache", ".egg-info"))
        )
        yield from (Path(folder, name) for name in sorted(files) if Path(name).suffix in TEXT and name != ".coverage")


def changelog_headings(text: str) -> list[str]:
    return re.findall(r"^## \[?([^\]\s]+)", text, flags=re.MULTILINE)


def agrees(version: str, headings: list[str]) -> bool:
    """Tell whether the newest heading is this version, or says Unreleased while the version is one in development."""
    newest = headings[0] if headings else ""
    return newest == version or (newest.lower() == "unreleased" and ".dev" in version)


def test_the_version_is_that_of_the_newest_heading_of_the_changelog() -> None:
    assert agrees(VERSION, changelog_headings((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("version", "text", "expected"),
    [
        ("0.1.0", "# Changes\n\n## 0.1.0 (2026-01-01)\n", True),
        ("0.1.0", "## [0.1.0] - 2026-01-01\n", True),
        ("0.2.0.dev0", "## Unreleased\n\n## 0.1.0\n", True),
        ("0.2.0", "## Unreleased\n", False),
        ("0.2.0", "## 0.1.0\n## 0.2.0\n", False),
        ("0.2.0", "", False),
    ],
)
def test_a_version_without_its_heading_is_caught(version: str, text: str, expected: bool) -> None:  # noqa: FBT001
    assert expected is agrees(version, changelog_headings(text))


def test_the_installed_version_is_that_of_the_project() -> None:
    try:
        installed = distribution("pmm-core")
    except PackageNotFoundError:
        pytest.skip("the library is on the path but not installed")
    assert installed.version == VERSION
    assert pmm_core.__version__ == VERSION
    scripts = {(point.group, point.name, point.value) for point in installed.entry_points}
    assert ("hypothesis", "pmm_core", "pmm_core.testing._plugin:register") in scripts


def test_the_entry_point_leads_to_a_function() -> None:
    module, _, name = PYPROJECT["project"]["entry-points"]["hypothesis"]["pmm_core"].partition(":")
    assert callable(getattr(importlib.import_module(module), name))


def test_the_marker_for_type_checkers_is_shipped() -> None:
    assert (PACKAGE / "py.typed").is_file()


def test_importing_the_library_loads_no_hypothesis() -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); import pmm_core; print('hypothesis' in sys.modules)"
    )
    done = subprocess.run(  # noqa: S603 -- our own interpreter and code
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


@pytest.mark.parametrize("name", [found.name for found in pkgutil.walk_packages(pmm_core.__path__, "pmm_core.")])
def test_every_module_imports(name: str) -> None:
    assert importlib.import_module(name).__doc__, "a module says what it is"


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {match.group()}"
        for path in text_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for match in (*MACHINE.finditer(line), *HOSTS.finditer(line))
    ]
    assert [] == found


def test_the_walk_reaches_every_kind_of_file() -> None:
    found = {str(path.relative_to(ROOT)) for path in text_files()}
    assert {"pyproject.toml", "conftest.py", ".ci/run", "docs/index.md", "tests/contract/test_project.py"} <= found


@pytest.mark.parametrize(
    "parts", [("/wo", "rk/main"), ("/ho", "me/someone"), ("see /tm", "p/x"), ("'/ro", "ot/.cache'")]
)
def test_a_machine_path_is_caught(parts: tuple[str, str]) -> None:
    assert MACHINE.search("".join(parts))


@pytest.mark.parametrize("text", ["docs/work/x", "https://docs.python.org/3/tmp", "a/home/b", "../root.html"])
def test_an_ordinary_path_is_let_through(text: str) -> None:
    assert not MACHINE.search(text)


def test_a_registry_is_caught() -> None:
    assert HOSTS.search("https://files.python" + "hosted.org/packages")


def test_the_readme_shows_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert TEST_COMMAND in readme
    assert re.search(r"pip install (?:\"|')?pmm[-_]core|pip install \.", readme), "how a user installs it"


def test_ci_runs_the_test_command_word_for_word() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert TEST_COMMAND in script
    assert "set -euo pipefail" in script
    assert f"{TEST_COMMAND} || exit 1\n" in script, "set -e does not see a failure inside a chain"


def test_ci_and_nox_without_arguments_cover_the_same() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    called = {word for line in re.findall(r"--session ([a-z ]+)", script) for word in line.split()}
    assert default_sessions((ROOT / "noxfile.py").read_text(encoding="utf-8")) == called


def default_sessions(source: str) -> set[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "nox.options.sessions":
            return set(ast.literal_eval(node.value))
    return set()


def test_every_classifier_of_a_python_is_tested() -> None:
    prefix = "Programming Language :: Python :: 3."
    named = {line.removeprefix(prefix) for line in PYPROJECT["project"]["classifiers"] if line.startswith(prefix)}
    noxfile = (ROOT / "noxfile.py").read_text(encoding="utf-8")
    assert named - {"11"} == {version for version in named if f'"3.{version}"' in noxfile}
    assert PYPROJECT["project"]["requires-python"] == ">=3.11"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_is_short_enough_to_read(path: Path) -> None:
    length = len(path.read_text(encoding="utf-8").splitlines())
    assert length <= LONGEST or path.relative_to(PACKAGE).as_posix() in LONG_ON_PURPOSE
