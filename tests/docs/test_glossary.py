"""The glossary names the words of the field that the library and its pages use.

``PMM_UPDATE_GOLDEN=1`` rewrites the table of choices at its end.
"""

import importlib
import pkgutil
import re
from pathlib import Path

from goldens import assert_part_kept

import pmm_core
from pmm_core._labels import Labelled

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "reference" / "glossary.md"
EDGES = {"frames", "holidays", "ics", "json", "plots", "testing"}  # they need packages of their own
ENGLISH = {  # a bracket with one of these words explains in English and holds no term
    *("a", "and", "as", "at", "by", "each", "for", "from", "if", "in", "is", "it", "no", "not", "of", "older", "on"),
    *("one", "or", "see", "so", "that", "the", "their", "these", "this", "to", "which", "with", "you", "your"),
}


def enums() -> list[type[Labelled]]:
    """List the enums that a door of the core shows, each once."""
    found: dict[type[Labelled], None] = {}
    for module in pkgutil.iter_modules(pmm_core.__path__):
        if module.name.startswith("_") or module.name in EDGES:
            continue
        door = importlib.import_module(f"pmm_core.{module.name}")
        for name in sorted(vars(door)):
            kind = getattr(door, name)
            if not name.startswith("_") and isinstance(kind, type) and issubclass(kind, Labelled):
                found[kind] = None
    return sorted(found, key=lambda kind: kind.__name__)


def cells(labels: list[str]) -> str:
    return " · ".join(labels).replace("|", "\\|")


def table_of_choices() -> str:
    """Write each enum with the labels of its members in both languages, in their order."""
    lines = ["| in the library | Indonesian | English |", "| --- | --- | --- |"]
    lines += [
        f"| `{kind.__name__}` | {cells([each.label_id for each in kind])} | {cells([each.label_en for each in kind])} |"
        for kind in enums()
    ]
    return "\n".join(lines)


def terms(page: str) -> set[str]:
    """List what stands in brackets within the sentences of a page, in lower case and one by one."""
    text = re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"^#+ .*$|`[^`\n]*`|\]\([^)]*\)|_\([^)]*\)", "", text, flags=re.MULTILINE)
    inside = re.findall(r"\(([a-z][a-z /,-]+)\)", text)
    return {
        term.strip() for group in inside if not ENGLISH & set(re.split(r"[ ,/]+", group)) for term in group.split(",")
    }


def test_every_choice_stands_in_the_glossary_with_both_labels() -> None:
    assert_part_kept(PAGE, table_of_choices())


def test_every_term_in_brackets_is_in_the_glossary() -> None:
    glossary = PAGE.read_text(encoding="utf-8").lower()
    pages = [page for part in ("tutorial", "how-to", "explanation") for page in sorted((DOCS / part).glob("*.md"))]
    missing = {
        term: page.name
        for page in pages
        for term in terms(page.read_text(encoding="utf-8"))
        if not re.search(rf"\b{re.escape(term)}\b", glossary)
    }
    assert {} == missing


def test_a_term_is_found_in_a_sentence_and_not_in_a_heading_or_code() -> None:
    page = "# A title (judul)\n\nA plan (rencana, sasaran) and `call (x)`.\n\n```python\n>>> f(kode)\n```\n"
    assert {"rencana", "sasaran"} == terms(page)
    assert set() == terms("Agreed (by both).\n")


def test_no_row_is_told_twice() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    told = [row for row in rows if not row.startswith(("| ---", "| Indonesian", "| short", "| in the"))]
    assert sorted(set(told)) == sorted(told)
