"""What holds golden files against the code sees an old text, and writes only where it is asked to."""

from pathlib import Path

import pytest
from goldens import END, START, assert_kept, assert_part_kept, renewed

PAGE = f"# Page\n\n{START}\n\nold\n\n{END}\nthe rest\n"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("PMM_UPDATE_GOLDEN", raising=False)
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_the_present_text_passes(page: Path) -> None:
    assert_kept(page, PAGE)
    assert_part_kept(page, "old")


def test_an_old_text_is_seen_and_left_alone(page: Path) -> None:
    with pytest.raises(AssertionError, match="PMM_UPDATE_GOLDEN"):
        assert_kept(page, "other")
    with pytest.raises(AssertionError, match="PMM_UPDATE_GOLDEN"):
        assert_part_kept(page, "new")
    assert PAGE == page.read_text(encoding="utf-8")


def test_it_is_written_anew_where_that_is_asked_for(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMM_UPDATE_GOLDEN", "1")
    assert_part_kept(page, "new")
    assert PAGE.replace("old", "new") == page.read_text(encoding="utf-8")
    other = page.with_name("further") / "other.md"
    assert_kept(other, "other")
    assert "other" == other.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["# Page\n", f"# Page\n{START}\n"])
def test_a_page_without_its_marks_is_caught(text: str) -> None:
    with pytest.raises(AssertionError, match="no mark"):
        renewed(text, "new")
