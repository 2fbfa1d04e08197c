"""The page of the cycle's tables and diagrams says what the tables say.

``PMM_UPDATE_GOLDEN=1`` rewrites it.
"""

import importlib.util
import os
import re
from pathlib import Path
from types import ModuleType

import pytest

from pmm_core.cycle import PROCESSES, Process, graphviz, markdown, mermaid

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "cycle-tables.md"


@pytest.fixture(scope="module")
def generated() -> ModuleType:
    """Load what the other generated pages are renewed by."""
    spec = importlib.util.spec_from_file_location("generated", Path(__file__).with_name("test_generated.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fence(kind: str, text: str) -> str:
    return f"```{kind}\n{text}\n```"


def written(process: Process) -> str:
    """Write one process as a table, as pictures, and in the two forms that draw pictures elsewhere."""
    title = f"## Process {process.key}: periods such as {process.key}-{process.mark}1"
    moves = ("### Table (tabel)", markdown(process))
    shown = [f"```{{diagram}} cycle-{process.key}-{part}\n```" for part in ("states", "stages")]
    pictures = ("### States (status)", shown[0], "### Steps of the five stages (langkah)", shown[1])
    drawn = ("### Mermaid", fence("text", mermaid(process)), "### Graphviz", fence("dot", graphviz(process)))
    return "\n\n".join((title, *moves, *pictures, *drawn))


def content() -> str:
    return "\n\n".join(map(written, PROCESSES))


def test_the_page_is_up_to_date(generated: ModuleType) -> None:
    page = PAGE.read_text(encoding="utf-8")
    wanted = generated.renewed(page, content())
    if os.environ.get("PMM_UPDATE_GOLDEN"):
        PAGE.write_text(wanted, encoding="utf-8")
    assert wanted.splitlines() == PAGE.read_text(encoding="utf-8").splitlines(), "PMM_UPDATE_GOLDEN=1 rewrites it"


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.key)
def test_every_kind_of_event_has_a_row_and_an_arrow_where_it_moves_the_cycle(process: Process) -> None:
    table = re.findall(r"^\| ([a-z]+-?[a-z-]+) \|", markdown(process), re.MULTILINE)
    assert [event.kind.value for event in process.valid] == [name for name in table if name != "event"]
    moving = {
        event.kind.value
        for event, row in process.valid.items()
        if any(old is not new for old, new in (*row.states, *row.progress))
    }
    for text, arrow in ((mermaid(process), r"--> \w+ : ([a-z-]+)$"), (graphviz(process), r'label="([a-z-]+)"\];$')):
        assert moving <= set(re.findall(arrow, text, re.MULTILINE))


def test_a_fence_cannot_be_left_open() -> None:
    assert all("```" not in text for process in PROCESSES for text in (mermaid(process), graphviz(process)))
    assert 0 == content().count("\n```") % 2
