"""The landing page is there in Indonesian, whole."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
CATALOGUE = DOCS / "locales" / "id" / "LC_MESSAGES" / "index.po"


def entries(text: str) -> dict[str, str]:
    """Read the messages of a catalogue, each on one line."""
    return dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.*)"$', text, flags=re.MULTILINE))


def prose(page: str) -> list[str]:
    """List what a page says: headings, paragraphs, list items and the captions of its lists of pages."""
    captions = re.findall(r"^:caption: (.+)$", page, flags=re.MULTILINE)
    text = re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)
    return captions + [re.sub(r"^(#+|-) ", "", line) for line in text.splitlines() if line.strip()]


def missing(page: str, catalogue: str) -> list[str]:
    known = entries(catalogue)
    return [line for line in prose(page) if not known.get(line, "").strip()]


def test_every_sentence_of_the_landing_page_is_translated() -> None:
    page = (DOCS / "index.md").read_text(encoding="utf-8")
    assert [] == missing(page, CATALOGUE.read_text(encoding="utf-8"))


def test_no_sentence_is_left_over() -> None:
    page = (DOCS / "index.md").read_text(encoding="utf-8")
    assert set(prose(page)) == set(entries(CATALOGUE.read_text(encoding="utf-8")))


def test_no_translation_is_marked_as_doubtful() -> None:
    assert "#, fuzzy" not in CATALOGUE.read_text(encoding="utf-8")


def test_a_missing_translation_is_caught() -> None:
    page = "# Title\n\nA line.\n\n```{toctree}\n:caption: Part\n```\n"
    assert ["Part", "Title", "A line."] == missing(page, "")
    assert ["A line."] == missing(page, 'msgid "Part"\nmsgstr "Bagian"\n\nmsgid "Title"\nmsgstr "Judul"\n')
    assert ["Title"] == missing("# Title\n", 'msgid "Title"\nmsgstr ""\n')
