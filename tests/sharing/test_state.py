"""Nothing changes after import: not what the modules of the core hold, and not the process that they run in."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

import pmm_core

from .conftest import Started

EXAMPLES: Final = Path(__file__).parents[2] / "docs" / "examples"
# What remembers answers, and why it can neither grow for ever nor go stale.
CACHES: Final[dict[str, tuple[int | None, str]]] = {
    "calendar._months._first_days": (256, "month arithmetic, of two months"),
    "codec._derive.shape_of_kind": (None, "as many as there are kinds of documents"),
    "codec._read.reader_of": (None, "as many as there are kinds of documents"),
    "codec._special._bundled": (None, "one table"),
    "codec._special._bundled_provinces": (None, "one table"),
    "codec._write.writer_of": (None, "as many as there are kinds of documents and ways to write them"),
    "cycle._audit.everywhere": (64, "compiled from a process, which is a value"),
    "cycle._audit.ways": (4096, "compiled from a process, which is a value"),
    "cycle._decide._outside": (1024, "a sentence on a day and some windows"),
    "cycle._frame._joined": (256, "the algebra of some windows"),
    "json._engines._made": (None, "as many as there are engines"),
    "json._strict._strict_class": (None, "as many as there are classes of converters; one class, one answer"),
    "people._nik._regions": (None, "one table"),
    "regions._data.rows": (None, "one file each"),
    "regions._index.index": (None, "one table"),
    "regions._province._codes": (None, "one table"),
    "regions._province._names": (None, "one table"),
    "regions._region.table": (None, "one table"),
    "regions._resolver._plain_names": (None, "one table"),
    "regions._spelling.aliases": (None, "one table"),
    "regions._spelling.by_code": (None, "one table"),
    "regions._spelling.former_codes": (None, "one table"),
}
LAZY: Final = frozenset(f"pmm_core.{name}" for name in (*pmm_core.__all__, "__version__"))
OTHERS: Final = frozenset({"meta path"})  # six, which dateutil needs, puts its own importer there


@pytest.fixture(scope="module")
def told(started: Started) -> Any:
    return json.loads(started("state.py"))


def test_using_everything_changes_nothing_in_any_module_of_the_core(told: Any) -> None:
    assert told["seen"] > 10_000, "it looks into the tables and classes"
    assert LAZY >= set(told["used"]), "but for the names that the lazy door has looked up, once"


def test_neither_the_import_nor_the_use_changes_the_process(told: Any) -> None:
    assert OTHERS >= set(told["imported"])
    assert OTHERS >= set(told["around"])


def test_everything_that_remembers_answers_is_known_by_name_and_bounded(told: Any) -> None:
    expected = {f"pmm_core.{name}": most for name, (most, _) in CACHES.items()}
    assert expected == told["caches"]


def test_the_examples_say_the_same_whatever_the_context_of_decimals(told: Any) -> None:
    for name, text in told["said"].items():
        assert (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8").splitlines() == text.splitlines()
    assert told["said"] == told["said with a decimal context of one digit"]
    assert 3 <= len(told["said"])


def test_what_looks_for_changes_finds_them(started: Started) -> None:
    found = json.loads(started("state.py", "itself"))
    assert ["made.GROWS", "made.Kept", "made.grown"] == found
