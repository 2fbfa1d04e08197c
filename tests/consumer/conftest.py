"""The pages of the library, as a reader runs them: outside its tree, on what pip has installed."""

from collections.abc import Callable
from typing import Any

from sybil import Sybil
from sybil.parsers import myst

pytest_collect_file: Callable[..., Any] = Sybil(
    parsers=[myst.PythonCodeBlockParser(), myst.SkipParser()], path="pages", patterns=["*.md"]
).pytest()
