"""The import contracts hold, and each of them bites."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import pmm_core

ROOT = Path(__file__).parents[2]
PACKAGE = Path(pmm_core.__file__).parent
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS: list[dict[str, Any]] = PYPROJECT["tool"]["importlinter"]["contracts"]
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports('pyproject.toml', no_cache=True))"


def lint(folder: Path) -> "subprocess.CompletedProcess[str]":
    """Check the package in a folder against our contracts."""
    return subprocess.run(  # noqa: S603 -- our own interpreter and code
        [sys.executable, "-c", LINT],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with a copy of the package and of the contracts."""
    shutil.copytree(PACKAGE, tmp_path / "pmm_core", ignore=shutil.ignore_patterns("__pycache__", "data"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(CONTRACTS)} kept, 0 broken" in done.stdout


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("errors/_codes.py", "import random", "purity"),
        ("errors/_codes.py", "import time", "purity"),
        ("people/_level.py", "import os", "purity"),
        ("ranking/_fault.py", "from pathlib import Path", "purity"),
        ("rulebook/_rules.py", "import sys", "purity"),
        ("_checks.py", "import hypothesis", "optional packages"),
        ("regions/_fault.py", "import pytest", "optional packages"),
        ("json/_text.py", "import orjson", "optional packages"),
        ("ics/_words.py", "import icalendar", "optional packages"),
        ("holidays/_national.py", "import holidays", "optional packages"),
        ("ranking/_fault.py", "import narwhals", "optional packages"),
        ("ranking/_fault.py", "import matplotlib", "optional packages"),
        ("frames/_schema.py", "import polars", "optional packages"),
        ("frames/_schema.py", "import sys", "purity"),
        ("json/_text.py", "import os", "purity"),
        ("codec/_read.py", "import json", "purity"),
        ("ranking/_fault.py", "import dateutil", "dateutil"),
        ("people/_level.py", "from dateutil.relativedelta import relativedelta", "dateutil"),
        ("ranking/_fault.py", "import csv", "package data"),
        ("sources/_source.py", "from importlib.resources import files", "package data"),
        ("errors/_codes.py", "import pmm_core.sources", "layers"),
        ("sources/_source.py", "import pmm_core.people", "layers"),
        ("people/_level.py", "def late() -> None:\n    import pmm_core.ranking", "layers"),
        ("regions/_fault.py", "import pmm_core.ranking", "layers"),
        ("ranking/_fault.py", "import pmm_core.testing", "layers"),
        ("unplaced.py", "", "layers"),
        ("unplaced/__init__.py", "", "layers"),
    ],
)
def test_a_contract_bites(copy: Path, file: str, line: str, contract: str) -> None:
    path = copy / "pmm_core" / file
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as opened:
        opened.write(f"\n{line}\n")
    done = lint(copy)
    assert done.returncode != 0, f"{line!r} in {file} was let through"
    broken = [text for text in done.stdout.splitlines() if " BROKEN" in text]
    assert any(text.startswith(contract) for text in broken) or (
        contract == "layers" and "layers" in done.stdout and "unplaced" in done.stdout
    ), done.stdout


def test_a_cycle_between_the_files_of_a_concept_is_found(copy: Path) -> None:
    for name, other in (("_one", "_two"), ("_two", "_one")):
        (copy / "pmm_core" / "people" / f"{name}.py").write_text(f"import pmm_core.people.{other}\n", encoding="utf-8")
    done = lint(copy)
    assert done.returncode != 0
    assert "no cycles between the files of a concept BROKEN" in done.stdout


def test_every_core_module_is_watched_by_every_contract_of_the_core() -> None:
    parts = {path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()}
    core = {f"pmm_core.{part}" for part in parts - {"__init__", "__pycache__", "testing"}}
    exempt = {"package data": {"pmm_core.regions"}, "dateutil": {"pmm_core.calendar"}}
    for contract in CONTRACTS:
        if contract["type"] == "forbidden":
            unwatched = core - set(contract["source_modules"])
            allowed = exempt.get(contract["name"].split(":")[0], set[str]())
            assert allowed == unwatched, contract["name"]
