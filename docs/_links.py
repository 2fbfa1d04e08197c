"""Check the built pages: every local link and anchor exists, and nothing is loaded from another host."""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

LOADS = {"script": "src", "img": "src", "iframe": "src", "source": "src", "embed": "src", "object": "data"}
STYLE_LOADS = re.compile(r"""(?:url\(|@import)\s*["']?\s*((?:https?:)?//[^"')\s]+)""")
LOADING_RELATIONS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect"})


class Page(HTMLParser):
    """What one page offers as anchors, links to, and loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.base = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors.update(filter(None, (given.get("id"), given.get("name"))))
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "base":
            self.base = given.get("href", "")
        elif tag in LOADS and LOADS[tag] in given:
            self.loads.append(given[LOADS[tag]])
        elif tag == "link" and "href" in given:
            loading = LOADING_RELATIONS & set(given.get("rel", "").split())
            (self.loads if loading else self.links).append(given["href"])


def outside(target: str) -> bool:
    """Tell whether a target lies on another host."""
    parts = urlsplit(target)
    return bool(parts.netloc) or parts.scheme in {"http", "https"}


def start(page: Page, path: Path, root: Path, site: str) -> Path:
    """Tell which file the links of a page are counted from."""
    if site and page.base.startswith(site):
        return root.resolve() / page.base.removeprefix(site)
    return (path.parent / page.base).resolve() if page.base else path


def faults(root: Path, site: str = "") -> list[str]:
    """List what is wrong with the pages under a folder; ``site`` is its own address, where it has one."""
    pages = {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in sorted(root.rglob("*.html"))}
    found: list[str] = []
    for path, page in pages.items():
        name = path.relative_to(root.resolve())
        found += [f"{name}: loads {target} from another host" for target in page.loads if outside(target)]
        here = start(page, path, root, site)
        for target in page.links + page.loads:
            if urlsplit(target).scheme or outside(target):
                continue
            address, anchor = urldefrag(target)
            file = (here.parent / unquote(address.split("?")[0])).resolve() if address else here
            if not file.exists():
                found.append(f"{name}: {target} does not exist")
            elif anchor and file in pages and unquote(anchor) not in pages[file].anchors:
                found.append(f"{name}: {target} has no such anchor")
    for path in sorted(root.rglob("*.css")):
        style = path.read_text(encoding="utf-8")
        found += [
            f"{path.relative_to(root)}: loads {target} from another host" for target in STYLE_LOADS.findall(style)
        ]
    if not pages:
        found.append("no page was built")
    return found


if __name__ == "__main__":
    wrong = faults(Path(sys.argv[1]))
    print("\n".join(wrong) or "every link and anchor exists; nothing is loaded from another host")
    sys.exit(bool(wrong))
