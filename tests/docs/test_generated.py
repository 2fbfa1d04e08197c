"""The pages that are generated from the code say what the code says.

``PMM_UPDATE_GOLDEN=1`` rewrites them.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from goldens import assert_part_kept

from pmm_core.errors import codes
from pmm_core.rulebook import rules
from pmm_core.sources import Certainty, works

DOCS = Path(__file__).parents[2] / "docs"


def cell(text: str) -> str:
    """Make a text fit for a cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def table_of_codes() -> str:
    """Write every stable code with its meaning in both languages."""
    lines = ["| Code | When it is given | Arti |", "| --- | --- | --- |"]
    lines += [f"| `{code.text}` | {cell(code.meaning)} | {cell(code.meaning_id)} |" for code in codes()]
    return "\n".join(lines)


def list_of_rules() -> str:
    """Write every rule with what carries it out and what it rests on, then the works."""
    lines: list[str] = []
    lines += ["| Certainty | Kepastian | Rules |", "| --- | --- | --- |"]
    for certainty in Certainty:
        lines.append(f"| {certainty.label_en} | {certainty.label_id} | {len(rules(certainty=certainty))} |")
    concept = ""
    for rule in rules():
        if rule.key.split(".")[0] != concept:
            concept = rule.key.split(".")[0]
            lines += ["", f"## {concept.capitalize()}"]
        lines += ["", f"### {rule.key}", "", rule.statement, ""]
        lines.append(f"- Carried out by: {', '.join(f'`{name}`' for name in rule.applies_to)}")
        lines.append(f"- Source: {rule.source.title} (`{rule.source.key}`)")
        lines.append(f"- Certainty: {rule.certainty.label_en}")
        if rule.note:
            lines.append(f"- Note: {rule.note}")
    lines += ["", "## Works", ""]
    lines += ["| Key | Title | Issued | Where to look | Certainty |", "| --- | --- | --- | --- | --- |"]
    for work in works():
        issued = work.issued.isoformat() if work.issued else ""
        cells = (f"`{work.key}`", work.title, issued, work.locator, work.certainty.label_en)
        lines.append(f"| {' | '.join(map(cell, cells))} |")
    return "\n".join(lines)


PAGES: dict[str, Callable[[], str]] = {"reference/errors.md": table_of_codes, "reference/rules.md": list_of_rules}


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert_part_kept(DOCS / name, PAGES[name]())


def test_every_code_and_rule_and_work_stands_in_the_text() -> None:
    assert [] == [code.text for code in codes() if f"`{code.text}`" not in table_of_codes()]
    assert [] == [rule.key for rule in rules() if f"### {rule.key}\n" not in list_of_rules()]
    assert [] == [work.key for work in works() if f"`{work.key}`" not in list_of_rules()]
