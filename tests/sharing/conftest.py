"""What the tests of sharing begin with: one pinned value of every kind, and scripts in an interpreter of their own."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Protocol

import pytest

import pmm_core

HERE: Final = Path(__file__).parent
SOURCE: Final = Path(pmm_core.__file__).parents[1]
UNWANTED: Final = ("COVERAGE_", "PYTHONHASHSEED", "PYTHONPATH")  # a measured script is another script
OF_DECIMAL: Final = "mpd_setminalloc"  # what CPython's decimal says in every second interpreter of a process


class Started(Protocol):
    def __call__(self, name: str, *arguments: str, given: str = "", seed: int = 0) -> str: ...


@pytest.fixture(scope="session")
def pinned() -> Mapping[str, Any]:
    """Give one value of every kind of document, built from nothing that data or tables could change."""
    path = HERE.parent / "contract" / "test_codec_golden.py"
    spec = importlib.util.spec_from_file_location("pinned_values", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    values: Mapping[str, Any] = module.examples()
    return values


@pytest.fixture(scope="session")
def started() -> Started:
    """Run a script of this folder in a fresh interpreter, with every warning an error, and give what it prints."""

    def run(name: str, *arguments: str, given: str = "", seed: int = 0) -> str:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(UNWANTED)}
        done = subprocess.run(  # noqa: S603 -- our own interpreter and scripts
            [sys.executable, "-W", "error", str(HERE / name), *arguments],
            input=given,
            capture_output=True,
            encoding="utf-8",
            check=False,
            env=kept | {"PYTHONPATH": str(SOURCE), "PYTHONHASHSEED": str(seed), "PYTHONIOENCODING": "utf-8"},
        )
        said = [line for line in done.stderr.splitlines() if line and OF_DECIMAL not in line]
        assert (0, []) == (done.returncode, said)
        return done.stdout

    return run
