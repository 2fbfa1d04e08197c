"""The page of the cycle's tables and diagrams says what the tables say.

``PMM_UPDATE_GOLDEN=1`` rewrites it.
"""

import re
from pathlib import Path

import pytest
from goldens import assert_part_kept

from pmm_core.cycle import PROCESSES, Process, graphviz, markdown, mermaid

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "cycle-tables.md"


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


def test_the_page_is_up_to_date() -> None:
    assert_part_kept(PAGE, content())


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
