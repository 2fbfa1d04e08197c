"""Write the pages for readers that are programs: ``llms.txt`` lists them, ``llms-full.txt`` holds them all as text.

Both are made of what Sphinx's own text builder wrote, where the reference stands in full and not as directives.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

PARTS = {
    "tutorial": "Tutorials",
    "how-to": "How-to guides",
    "explanation": "Explanation",
    "reference": "Reference",
    "project": "Project",
}
FIRST = "tutorial/start-here"
LEFT_OUT = frozenset({"404"})
LONGEST = 240  # of a note on a page
UNDERLINES = frozenset("*=-#~^")


@dataclass(frozen=True)
class Page:
    """One page as text."""

    name: str
    text: str

    @property
    def title(self) -> str:
        """Return the first heading."""
        lines = self.text.splitlines()
        underlined = (lines[at] for at, below in enumerate(lines[1:]) if below and set(below) <= UNDERLINES)
        return next((line for line in underlined if line.strip()), self.name)

    @property
    def note(self) -> str:
        """Return the first paragraph below the first heading, shortened."""
        after = self.text.partition(self.title)[2].split("\n\n")
        first = next((" ".join(part.split()) for part in after[1:] if part.strip()), "")
        for word in ("Tutorial", "How-to", "Explanation", "Reference"):  # the kind of page is told by its part
            first = first.removeprefix(f"*{word}.* ").removeprefix(f"{word}: ")
        return first if len(first) <= LONGEST else first[: LONGEST - 1].rsplit(" ", 1)[0] + " …"

    @property
    def part(self) -> str:
        """Return the folder that the page lies in."""
        return self.name.rpartition("/")[0]


def read(folder: Path) -> list[Page]:
    """Read all pages that the text builder wrote, the first page first, then part by part."""
    found = [
        Page(str(path.relative_to(folder).with_suffix("")).replace("\\", "/"), path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.txt"))
    ]
    order = ["", *PARTS]
    unknown = sorted({page.part for page in found} - set(order))
    if unknown:
        raise ValueError(f"no heading is known for the folders {', '.join(unknown)}")
    kept = (page for page in found if page.name not in LEFT_OUT)
    return sorted(kept, key=lambda page: (order.index(page.part), page.name != FIRST))


def short(pages: Iterable[Page], site: str) -> str:
    """List the pages with a line on each; ``site`` is the address of all pages, or nothing."""
    pages = list(pages)
    first = next(page for page in pages if page.name == "index")
    lines = [f"# {first.title}", "", f"> {first.note}", "", f"All pages as one text: {site}llms-full.txt"]
    for part, heading in PARTS.items():
        lines += ["", f"## {heading}", ""]
        lines += [f"- [{page.title}]({site}en/{page.name}.html): {page.note}" for page in pages if page.part == part]
    return "\n".join(lines) + "\n"


def full(pages: Iterable[Page], site: str) -> str:
    """Join all pages, each below a line that says where it stands."""
    return "\n\n".join(f"<!-- {site}en/{page.name}.html -->\n\n{page.text.strip()}" for page in pages) + "\n"


def write(texts: Path, out: Path, site: str) -> None:
    """Write both files from the text of all pages."""
    pages = read(texts)
    (out / "llms.txt").write_text(short(pages, site), encoding="utf-8")
    (out / "llms-full.txt").write_text(full(pages, site), encoding="utf-8")
