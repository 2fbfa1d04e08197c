"""Files and parts of pages that are held against what the code says; ``PMM_UPDATE_GOLDEN=1`` rewrites them."""

import os
from pathlib import Path
from typing import Final

START: Final = "<!-- generated; PMM_UPDATE_GOLDEN=1 rewrites it -->"
END: Final = "<!-- end of what is generated -->"


def is_rewriting() -> bool:
    """Whether golden files are to be written anew."""
    return bool(os.environ.get("PMM_UPDATE_GOLDEN"))


def assert_kept(path: Path, text: str) -> None:
    """Hold a whole file against a text, whatever the ends of its lines."""
    if is_rewriting():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text.splitlines() == path.read_text(encoding="utf-8").splitlines(), "meant? then PMM_UPDATE_GOLDEN=1"


def assert_part_kept(path: Path, text: str, *, start: str = START, end: str = END) -> None:
    """Hold what stands between two marks of a page against a text."""
    assert_kept(path, renewed(path.read_text(encoding="utf-8"), text, start=start, end=end))


def renewed(page: str, text: str, *, start: str = START, end: str = END) -> str:
    """Return a page with the text between its two marks."""
    before, begun, rest = page.partition(start)
    _, ended, after = rest.partition(end)
    assert begun, "the page has no mark for the start"
    assert ended, "the page has no mark for the end"
    return f"{before}{start}\n\n{text}\n\n{end}{after}"
