"""What stands around the pages: addresses, the two texts for programs, the page for unknown addresses, the lists."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from scripts import script_at

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HOSTED = (ROOT / ".readthedocs.yaml").read_text(encoding="utf-8")
SITE = "https://docs.example.org/pmm/"


LLMS = script_at(DOCS / "_llms.py")
SETTINGS = script_at(DOCS / "_settings.py")
LINKS = script_at(DOCS / "_links.py")


@pytest.mark.parametrize(
    ("environment", "urls", "expected"),
    [
        ({}, {}, ""),
        ({"DOCS_BASE_URL": "https://docs.example.org/pmm"}, {}, SITE),
        ({"READTHEDOCS_CANONICAL_URL": SITE}, {}, SITE),
        ({"DOCS_BASE_URL": "", "READTHEDOCS_CANONICAL_URL": SITE}, {}, SITE),
        ({}, {"Documentation": SITE}, SITE),
        ({"DOCS_BASE_URL": SITE}, {"Documentation": "https://elsewhere.example.org"}, SITE),
        ({"DOCS_BASE_URL": "javascript:alert(1)"}, {}, ""),
    ],
)
def test_the_address_of_the_pages(environment: dict[str, str], urls: dict[str, str], expected: str) -> None:
    assert expected == SETTINGS.base(environment, urls)


@pytest.mark.parametrize(
    ("environment", "urls"),
    [
        ({"DOCS_SOURCE_URL": "https://github.com/example/pmm-core"}, {}),
        ({"READTHEDOCS_GIT_CLONE_URL": "https://github.com/example/pmm-core.git"}, {}),
        ({}, {"Source": "https://github.com/example/pmm-core/"}),
    ],
)
def test_a_known_source_gives_the_buttons(environment: dict[str, str], urls: dict[str, str]) -> None:
    assert {
        "source_repository": "https://github.com/example/pmm-core/",
        "source_branch": "main",
        "source_directory": "docs/",
        "top_of_page_buttons": ["view", "edit"],
    } == SETTINGS.source(environment, urls)


@pytest.mark.parametrize("url", ["", "git@github.com:example/pmm-core.git", "https://git.example.org/pmm-core"])
def test_an_unknown_source_gives_none(url: str) -> None:
    assert {"top_of_page_buttons": []} == SETTINGS.source({"DOCS_SOURCE_URL": url}, {})


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    for name, text in {
        "index": "pmm\n***\n\nWhat it is,\nin two lines.\n\nMore.\n",
        "404": "Lost\n****\n\nNothing.\n",
        "how-to/rank": "Rank\n****\n\nHow-to: choose a method.\n\n   >>> rank()\n",
        "tutorial/a-day": "A day\n*****\n\nTutorial: one day.\n",
        "tutorial/start-here": "Start\n*****\n\n*Tutorial.* One path.\n",
        "reference/long": f"Long\n****\n\n{'many words ' * 60}\n",
    }.items():
        path = tmp_path / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_short_text_lists_the_pages_by_part(texts: Path) -> None:
    text = LLMS.short(LLMS.read(texts), "")
    lines = text.splitlines()
    assert ["# pmm", "", "> What it is, in two lines."] == lines[:3]
    assert [
        "## Tutorials",
        "- [Start](en/tutorial/start-here.html): One path.",
        "- [A day](en/tutorial/a-day.html): one day.",
        "## How-to guides",
        "- [Rank](en/how-to/rank.html): choose a method.",
        "## Explanation",
        "## Reference",
    ] == [line for line in lines[6:] if line][:7]
    assert "Lost" not in text
    assert all(len(line) < 300 for line in lines)


def test_addresses_are_whole_once_they_are_known(texts: Path) -> None:
    text = LLMS.short(LLMS.read(texts), SITE)
    assert f"({SITE}en/how-to/rank.html)" in text
    assert f"{SITE}llms-full.txt" in text


def test_the_full_text_holds_every_page_once(texts: Path, tmp_path: Path) -> None:
    LLMS.write(texts, tmp_path, "")
    text = (tmp_path / "llms-full.txt").read_text(encoding="utf-8")
    assert 1 == text.count("<!-- en/how-to/rank.html -->\n\nRank\n****\n\nHow-to: choose a method.\n\n   >>> rank()\n")
    assert ["index", "tutorial/start-here", "tutorial/a-day", "how-to/rank", "reference/long"] == re.findall(
        r"<!-- en/(.+)\.html -->", text
    )


def test_a_folder_without_a_heading_is_refused(texts: Path) -> None:
    (texts / "blog").mkdir()
    (texts / "blog" / "x.txt").write_text("X\n*\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no heading is known for the folders blog"):
        LLMS.read(texts)


def test_a_page_without_a_heading_has_its_name() -> None:
    assert "how-to/x" == LLMS.Page("how-to/x", "only words\n").title


@pytest.mark.parametrize(
    ("base", "link", "expected"),
    [
        ("en/404.html", "how-to/there.html", []),
        ("en/404.html", "gone.html", ["gone.html does not exist"]),
        (f"{SITE}en/404.html", "how-to/there.html", []),
        (f"{SITE}en/404.html", "../404.html", []),
        (f"{SITE}en/404.html", "#gone", ["#gone has no such anchor"]),
    ],
)
def test_links_count_from_where_a_page_says(tmp_path: Path, base: str, link: str, expected: list[str]) -> None:
    (tmp_path / "en" / "how-to").mkdir(parents=True)
    (tmp_path / "en" / "how-to" / "there.html").write_text("", encoding="utf-8")
    (tmp_path / "en" / "404.html").write_text('<p id="here">', encoding="utf-8")
    (tmp_path / "404.html").write_text(f'<base href="{base}"><a href="{link}">x</a>', encoding="utf-8")
    assert [f"404.html: {fault}" for fault in expected] == LINKS.faults(tmp_path, SITE)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("body { background: url(picture.png) }", []),
        ("a { background: url(data:image/svg+xml;base64,AAAA) }", []),
        ("@import 'https://example.org/x.css';", ["loads https://example.org/x.css from another host"]),
        ("@font-face { src: url(//example.org/x.woff2) }", ["loads //example.org/x.woff2 from another host"]),
    ],
)
def test_styles_load_nothing_from_elsewhere(tmp_path: Path, style: str, expected: list[str]) -> None:
    (tmp_path / "index.html").write_text("<p>", encoding="utf-8")
    (tmp_path / "x.css").write_text(style, encoding="utf-8")
    assert [f"x.css: {fault}" for fault in expected] == LINKS.faults(tmp_path)


def listed() -> list[str]:
    """Read every page that a list of pages names."""
    found: list[str] = []
    for page in sorted(DOCS.rglob("*.md")):
        for fence in re.findall(
            r"^```\{toctree\}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
        ):
            for name in fence.splitlines():
                if name and not name.startswith(":"):
                    places = sorted(page.parent.glob(f"{name}.md"))
                    found += [str(place.relative_to(DOCS)) for place in places if place != page]
                    assert places, f"{page.relative_to(DOCS)} lists {name}, which is not there"
    return found


def test_every_page_is_listed_once() -> None:
    pages = {
        str(path.relative_to(DOCS))
        for path in DOCS.rglob("*.md")
        if not path.relative_to(DOCS).parts[0].startswith("_")
    }
    once = listed()
    assert sorted(pages - {"index.md", "404.md"}) == sorted(once), "how-to pages are listed in how-to/for-*.md"


def test_the_hosted_pages_are_built_by_the_same_script_with_every_extra() -> None:
    assert 'python docs/_site.py "$READTHEDOCS_OUTPUT/html"' in HOSTED
    (extras,) = re.findall(r'"\.\[([a-z,]+)\]"', HOSTED)
    assert sorted(PYPROJECT["project"]["optional-dependencies"]) == sorted(extras.split(","))


def test_the_pages_and_what_builds_them_are_shipped_as_text() -> None:
    shipped = PYPROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert {"docs", "src", "CHANGELOG.md", "README.md"} <= set(shipped)


def test_the_packages_of_the_browser_session_are_pinned_and_name_no_host() -> None:
    text = (ROOT / "tests" / "browser" / "package.json").read_text(encoding="utf-8")
    pins = re.findall(r'"([a-z-]+)": "([^"]+)"', text.partition('"dependencies"')[2])
    assert ["axe-core", "playwright-core"] == [name for name, _ in pins]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for _, version in pins)
    assert not (ROOT / "tests" / "browser" / "package-lock.json").exists(), "it would name hosts"
