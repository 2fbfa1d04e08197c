"""Hypothesis profiles, and every example in the README, the pages and the docstrings run as a test."""

import os
import sys
import tomllib
from collections.abc import Callable, Generator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers import myst, rest

_PACKAGE = Path(__file__).parent / "src" / "pmm_core"

# explaining a find draws hundreds of values more, of a whole cycle for seconds, and every docstring example is a find
_PHASES = [phase for phase in Phase if phase is not Phase.explain]
settings.register_profile(  # the same draws for everybody, so that what is green here is green there
    "steady", max_examples=25, deadline=None, derandomize=True, database=None, print_blob=True, phases=_PHASES
)
settings.register_profile("smoke", max_examples=10, deadline=None, derandomize=True, database=None, phases=_PHASES)
settings.register_profile("thorough", max_examples=2000, deadline=None, phases=_PHASES)
settings.register_profile(
    "mutation",
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],  # shrinking a failure only costs time: a killed mutant is killed
    suppress_health_check=[HealthCheck.differing_executors],  # several sessions in one process
)
settings.load_profile("steady")
pytest.register_assert_rewrite("goldens", "scripts")

_ROOT = Path(__file__).parent
_TOOL: dict[str, Any] = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
_NEEDS: dict[str, list[str]] = _TOOL["recipes"]
_ALL_NEEDS: dict[str, list[str]] = _NEEDS | _TOOL["cluster"]
collect_ignore = [path for path, names in _ALL_NEEDS.items() if not all(map(find_spec, names))]


_UNTRACED = ("laws", "tables", "oracles", "fuzz", "privacy", "sharing", "mutation", "contract/test_layers.py")
_MANY = tuple(str(_ROOT / "tests" / part) for part in _UNTRACED)


class Untraced:
    """What is covered is covered by examples; thousands of draws and a search through all imports run at full speed."""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Let the measurement rest while one of them runs."""
        coverage: Any = sys.modules.get("coverage")  # not every session measures, or has it
        many = str(item.path).startswith(_MANY) or item.path.stem.endswith("_laws")
        measured = coverage.Coverage.current() if coverage and many else None
        if measured is None:
            return (yield)
        measured.stop()
        try:
            return (yield)
        finally:
            measured.start()


class Demanding:
    """In the session that has everything: each recipe runs, and nothing of it is skipped."""

    skipped = 0

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Refuse to begin without one of the recipes."""
        missing = {_ROOT / path for path in _NEEDS} - {item.path for item in items}
        if missing:
            raise pytest.UsageError(f"not collected: {', '.join(sorted(path.name for path in missing))}")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count what was skipped."""
        self.skipped += report.skipped

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail where something was."""
        session.exitstatus = session.exitstatus or int(self.skipped > 0)


def pytest_configure(config: pytest.Config) -> None:
    """Demand all recipes where somebody asks for it."""
    config.pluginmanager.register(Untraced())
    if os.environ.get("PMM_RECIPES"):
        config.pluginmanager.register(Demanding())


class ModuleDocument(PythonDocStringDocument):
    """Docstring examples see the names of their own module, and those of its door as a reader would import them."""

    def import_document(self, example: Example) -> None:
        """Fill the namespace before the first example of a file, the module's own names last."""
        concept = Path(self.path).relative_to(_PACKAGE).parts[0]
        if not concept.startswith("_"):  # the root door and the shared files have no door of their own
            door = import_module(f"pmm_core.{concept}")
            self.namespace.update({name: getattr(door, name) for name in door.__all__})
        super().import_document(example)


class ConsoleFences(myst.PythonCodeBlockParser):
    """Fences marked ``pycon``, which Sybil alone would leave silently untested."""

    def __init__(self) -> None:
        """Look for the other word."""
        super().__init__()
        self.codeblock_parser = myst.CodeBlockParser("pycon", PythonEvaluator())


_pages = Sybil(parsers=[myst.PythonCodeBlockParser(), ConsoleFences(), myst.SkipParser()], patterns=["*.md"])
_docstrings = Sybil(
    parsers=[rest.DocTestParser()], path="src", patterns=["*.py"], document_types={".py": ModuleDocument}
)
pytest_collect_file: Callable[..., Any] = (_pages + _docstrings).pytest()
