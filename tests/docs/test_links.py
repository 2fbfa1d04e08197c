"""The check of the built pages finds what it is for."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "docs" / "_links.py"


@pytest.fixture(scope="module")
def links() -> ModuleType:
    spec = importlib.util.spec_from_file_location("links", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<a href="other.html#there">x</a>', []),
        ('<p id="here"></p><a href="#here">x</a>', []),
        ('<a href="https://docs.python.org/3">x</a>', []),
        ('<a href="mailto:someone@example.org">x</a>', []),
        ('<a href="gone.html">x</a>', ["gone.html does not exist"]),
        ('<a href="other.html#gone">x</a>', ["other.html#gone has no such anchor"]),
        ('<a href="#gone">x</a>', ["#gone has no such anchor"]),
        ('<img src="gone.png">', ["gone.png does not exist"]),
        ('<script src="https://example.org/x.js"></script>', ["loads https://example.org/x.js from another host"]),
        ('<script src="//example.org/x.js"></script>', ["loads //example.org/x.js from another host"]),
        (
            '<link rel="stylesheet" href="https://example.org/x.css">',
            ["loads https://example.org/x.css from another host"],
        ),
    ],
)
def test_a_page_is_checked(links: ModuleType, tmp_path: Path, body: str, expected: list[str]) -> None:
    (tmp_path / "index.html").write_text(body, encoding="utf-8")
    (tmp_path / "other.html").write_text('<h1 id="there">Other</h1>', encoding="utf-8")
    assert [f"index.html: {fault}" for fault in expected] == links.faults(tmp_path)


def test_no_page_at_all_is_a_fault(links: ModuleType, tmp_path: Path) -> None:
    assert ["no page was built"] == links.faults(tmp_path)
