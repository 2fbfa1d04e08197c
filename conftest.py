"""Hypothesis profiles, and every example in the README, the pages and the docstrings run as a test."""

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers import myst, rest

_PACKAGE = Path(__file__).parent / "src" / "pmm_core"

settings.register_profile("quick", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=25, deadline=None, derandomize=True, database=None, print_blob=True)
settings.register_profile("smoke", max_examples=10, deadline=None, derandomize=True, database=None)
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.register_profile(
    "mutation",
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],  # shrinking a failure only costs time: a killed mutant is killed
    suppress_health_check=[HealthCheck.differing_executors],  # several sessions in one process
)
settings.load_profile("ci" if os.environ.get("CI") else "quick")


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
