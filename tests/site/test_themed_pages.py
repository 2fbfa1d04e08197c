"""Our settings and templates give what they promise, in a small site of two pages (run by the session docs)."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
SITE = "https://docs.example.org/pmm/"
SOURCE = "https://github.com/example/pmm-core"
PARTS = ("conf.py", "_pages.py", "_settings.py", "_templates", "_static", "_inv", "_diagrams")
PAGES = {
    "index.md": "# Home\n\nWords.\n\n```{toctree}\n:caption: Part\n\nnested/page\n```\n",
    "nested/page.md": "# Page\n\n```{diagram} layers\n```\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n## More\n\nText.\n",
    "404.md": "# Lost\n\nWords.\n",
}
Build = Callable[..., Path]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    root = tmp_path_factory.mktemp("project")
    docs = root / "docs"
    docs.mkdir()
    shutil.copy(DOCS.parent / "pyproject.toml", root)
    for part in PARTS:
        copy = shutil.copytree if (DOCS / part).is_dir() else shutil.copy
        copy(DOCS / part, docs / part)
    for name, text in PAGES.items():
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")

    def built(builder: str = "html", language: str = "en", **names: str) -> Path:
        out = root / "out" / "-".join((builder, language, *names))
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("DOCS_", "READTHEDOCS"))}
        call = (sys.executable, "-m", "sphinx", "-n", "-W", "-q", "-E", "-b", builder, "-D", f"language={language}")
        done = subprocess.run(  # noqa: S603 -- our own call
            [*call, "-d", f"{out}-trees", str(docs), str(out)],
            env={**kept, **names},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (0, "") == (done.returncode, done.stderr)
        return out

    return built


@pytest.fixture(scope="module")
def plain(build: Build) -> str:
    return (build() / "nested" / "page.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def known(build: Build) -> str:
    out = build(language="id", DOCS_BASE_URL=SITE, DOCS_SOURCE_URL=f"{SOURCE}.git")
    return (out / "nested" / "page.html").read_text(encoding="utf-8")


def test_nothing_is_said_about_an_address_that_is_not_known(plain: str) -> None:
    assert "canonical" not in plain
    assert "hreflang" not in plain.partition("</head>")[0]
    assert "/edit/" not in plain


def test_the_own_address_and_that_of_the_other_language_stand_in_the_head(known: str) -> None:
    head = known.partition("</head>")[0]
    assert f'<link rel="canonical" href="{SITE}id/nested/page.html">' in head
    for language in ("en", "id"):
        assert f'<link rel="alternate" hreflang="{language}" href="{SITE}{language}/nested/page.html">' in head


def test_the_buttons_lead_to_the_source_of_the_page(known: str) -> None:
    assert f'href="{SOURCE}/edit/main/docs/nested/page.md"' in known
    assert f'href="{SOURCE}/blob/main/docs/nested/page.md' in known


def test_the_switch_leads_to_the_same_page_from_any_depth(plain: str, known: str) -> None:
    for page, here in ((plain, "en"), (known, "id")):
        for language in ("en", "id"):
            (link,) = re.findall(rf'<a href="\.\./\.\./{language}/nested/page\.html"[^>]*>', page)
            assert ("aria-current" in link) is (language == here)


def test_a_diagram_is_drawn_in_the_page_in_its_language(plain: str, known: str) -> None:
    assert '<title id="layers-title">Layers of the library</title>' in plain
    assert '<title id="layers-title">Lapisan pustaka</title>' in known


def test_a_diagram_is_told_in_the_text(build: Build) -> None:
    text = (build(builder="text") / "nested" / "page.txt").read_text(encoding="utf-8")
    assert "Layers of the library: Layer 1 from the top: " in text


def test_captions_of_the_navigation_say_their_level(plain: str) -> None:
    assert 'role="heading" aria-level="2"' in plain
    assert 'role="heading">' not in plain


def test_tables_scroll_inside_the_page(plain: str) -> None:
    assert 1 == plain.count('class="table-wrapper')
    assert "pmm.css" in plain
    assert "pmm.js" in plain


def test_the_version_stands_on_every_page(plain: str) -> None:
    version = re.findall(
        r'^version = "([^"]+)"', (DOCS.parent / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert f'<span class="sidebar-brand-text">pmm_core {version[0]}</span>' in plain
