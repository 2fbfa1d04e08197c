"""Build all pages, in both languages at once, with everything that stands beside them, and check what was built.

``python docs/_site.py [FOLDER]`` writes to ``docs/_build/html`` or to the folder that is named.  Nothing is fetched.
"""

import importlib
import os
import pkgutil
import shutil
import subprocess
import sys
import tomllib
import zlib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import _links
import _llms
import _settings
import _translations

import pmm_core

DOCS = Path(__file__).parent
BUILD = DOCS / "_build"
STRICT = ("-n", "-W", "--keep-going", "-q")


def sphinx(builder: str, language: str, out: Path, *options: str, trees: str = "") -> Sequence[str]:
    """Spell out one call of Sphinx."""
    folders = ("-d", str(BUILD / "trees" / (trees or language)), str(DOCS), str(out))
    return (sys.executable, "-m", "sphinx", *options, "-b", builder, "-D", f"language={language}", *folders)


def one_after_the_other(calls: Iterable[Sequence[str]]) -> tuple[bool, str]:
    """Run calls until one fails; returns whether all went well, and what they said."""
    said = ""
    for call in calls:
        done = subprocess.run(  # noqa: S603 -- our own calls
            call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False
        )
        said += done.stdout
        if done.returncode:
            return False, said
    return True, said


def build(out: Path) -> list[str]:
    """Let Sphinx write the pages and their text in one process, and the translated pages in another.

    The texts to be translated are taken from the pages that are promised in Indonesian, and from no others.
    """
    names = (str(path.relative_to(DOCS).with_suffix("")) for path in DOCS.rglob("*.md"))
    others = ",".join(f"{name}.md" for name in names if name not in _translations.PAGES)
    chains = (
        (
            sphinx("html", "en", out / "en", *STRICT),
            sphinx("text", "en", BUILD / "text", *STRICT),
        ),
        (
            sphinx("html", "id", out / "id", *STRICT),
            sphinx("gettext", "en", BUILD / "gettext", "-Q", "-D", f"exclude_patterns={others}", trees="gettext"),
        ),
    )
    try:
        with ThreadPoolExecutor(len(chains)) as pool:
            results = list(pool.map(one_after_the_other, chains))
    finally:
        for compiled in (DOCS / "locales").rglob("*.mo"):
            compiled.unlink()
    return [said or "Sphinx failed" for well, said in results if not well]


def lost_page(page: str, site: str) -> str:
    """Make the page that is shown for any unknown address find its style and its links from wherever that is."""
    return page.replace("<head>", f'<head>\n    <base href="{site}en/404.html">', 1)


def inventory(packed: bytes) -> set[str]:
    """Read the names that others can link to."""
    *_, body = packed.split(b"\n", 4)
    return {line.split(" ", 1)[0] for line in zlib.decompress(body).decode().splitlines()}


def untold(known: set[str]) -> list[str]:
    """List what the doors offer and no page describes; what two doors offer is described once."""
    concepts = [f"pmm_core.{module.name}" for module in pkgutil.iter_modules(pmm_core.__path__) if module.ispkg]
    doors = {concept: importlib.import_module(concept) for concept in concepts}
    offered = {f"{concept}.{name}": getattr(door, name) for concept, door in doors.items() for name in door.__all__}
    told = {id(value) for name, value in offered.items() if name in known and not isinstance(value, int | str)}
    return sorted(name for name, value in offered.items() if name not in known and id(value) not in told)


def main(out: Path) -> int:
    """Build and check; 1 where something is wrong."""
    project = tomllib.loads((DOCS.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    site = _settings.base(os.environ, project.get("urls", {}))
    wrong = build(out)
    if not wrong:
        shutil.copy(DOCS / "_templates" / "root.html", out / "index.html")
        lost = (out / "en" / "404.html").read_text(encoding="utf-8")
        (out / "404.html").write_text(lost_page(lost, site), encoding="utf-8")
        _llms.write(BUILD / "text", out, site)
        wrong += _links.faults(out, site)
        wrong += _translations.check(BUILD / "gettext")
        known = inventory((out / "en" / "objects.inv").read_bytes())
        wrong += [f"{name} is public and stands on no page" for name in untold(known)]
    print("\n".join(wrong) or "built; every link, anchor, translation and public name is there; no other host is asked")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if sys.argv[1:] else BUILD / "html").resolve()))
