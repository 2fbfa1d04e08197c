"""The pages that are promised in Indonesian are whole, and the script that watches over them sees what it is for."""

import re
from pathlib import Path
from typing import Any

import pytest
from scripts import script_at

from pmm_core import rulebook

DOCS = Path(__file__).parents[2] / "docs"
SCRIPT = DOCS / "_translations.py"
DRAWN_BY_SPHINX = {"Parameters", "Returns"}


PAGES: tuple[str, ...] = script_at(SCRIPT).PAGES


@pytest.fixture(scope="module")
def script() -> Any:
    return script_at(SCRIPT)


def said(page: str) -> str:
    """Everything that a page says on one line; the page of the rules shows a docstring as well."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    if page == "reference/rules":
        text += f" {rulebook.__doc__} {rulebook.rules.__doc__}"
    return " ".join(text.split())


@pytest.mark.parametrize("page", PAGES)
def test_every_text_of_the_catalogue_is_translated_and_keeps_its_code_and_links(page: str, script: Any) -> None:
    messages = script.catalogue(page)
    assert messages
    assert [] == script.faults(page, messages)


@pytest.mark.parametrize("page", PAGES)
def test_no_text_of_the_catalogue_is_older_than_its_page(page: str, script: Any) -> None:
    whole = said(page)
    told = [text for text in script.catalogue(page) if text not in DRAWN_BY_SPHINX]
    assert [] == [text for text in told if " ".join(text.split()) not in whole]


@pytest.mark.parametrize("page", PAGES)
def test_every_title_and_heading_is_in_the_catalogue(page: str, script: Any) -> None:
    text = re.sub(
        r"^```.*?^```$", "", (DOCS / f"{page}.md").read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    known = script.catalogue(page)
    assert headings
    assert [] == [heading for heading in headings if heading not in known]


@pytest.mark.parametrize("page", PAGES)
def test_a_catalogue_is_as_the_script_writes_it(page: str, script: Any) -> None:
    path = DOCS / "locales" / "id" / "LC_MESSAGES" / f"{page}.po"
    assert script.write(page, script.catalogue(page)) == path.read_text(encoding="utf-8")


def test_no_catalogue_is_left_over(script: Any) -> None:
    there = {path.relative_to(script.CATALOGUES).with_suffix("").as_posix() for path in script.CATALOGUES.rglob("*.po")}
    assert set(PAGES) == there


def test_a_catalogue_is_read_as_it_was_written(script: Any) -> None:
    messages = {'A "b" \\ c': "satu\ndua", "open": "", "doubtful": f"{script.FUZZY}ragu"}
    text = script.write("page", messages)
    assert "#, fuzzy\n" in text
    assert messages == script.read(text)


def test_texts_over_several_lines_are_joined_and_the_header_is_no_text(script: Any) -> None:
    text = (
        '# c\nmsgid ""\nmsgstr ""\n"Language: id\\n"\n\n#: x.md:1\nmsgid ""\n"one "\n"two"\nmsgstr ""\n"satu "\n"dua"\n'
    )
    assert {"one two": "satu dua"} == script.read(text)


@pytest.mark.parametrize(
    ("messages", "texts", "expected"),
    [
        ({"a": "b"}, ["a"], []),
        ({"a": "b"}, None, []),
        ({"a": " "}, None, ["p: untranslated: a"]),
        ({"a": "b"}, ["a", "c"], ["p: untranslated: c"]),
        ({"a": "b", "c": "d"}, ["c"], ["p: outdated: a"]),
        ({"a": "\0b"}, None, ["p: fuzzy: a"]),
        ({"`a` b": "`a` c"}, None, []),
        ({"`a` b": "`x` b"}, None, ["p: code, links or strong words differ: `a` b"]),
        ({"see {doc}`x`": "lihat {doc}`y`"}, None, ["p: code, links or strong words differ: see {doc}`x`"]),
        ({"see [x](y)": "lihat [z](y)"}, None, []),
        ({"see [x](y)": "lihat [x](z)"}, None, ["p: code, links or strong words differ: see [x](y)"]),
        ({"**a** b": "a b"}, None, ["p: code, links or strong words differ: **a** b"]),
        ({"a": "the b"}, None, ["p: left in English (the): a"]),
        ({"a `of`": "`of` b"}, None, []),
        ({"a": "lihat calendar.execution-to-may"}, None, []),
    ],
)
def test_every_kind_of_fault_is_told(
    messages: dict[str, str], texts: list[str] | None, expected: list[str], script: Any
) -> None:
    assert expected == script.faults("p", messages, texts)


def test_the_glossary_may_hold_english_words(script: Any) -> None:
    assert [] == script.faults("reference/glossary", {"trail of events": "trail of events"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("`a.b`", "`a.b`"),
        ("2024-03-07", "2024-03-07"),
        ("cycle.order-of-days", "cycle.order-of-days"),
        ("Carried out by: `a.b`, `c.D`", "Dijalankan oleh: `a.b`, `c.D`"),
        ("Certainty: recalled", "Kepastian: ingatan"),
        ("Certainty: unheard of", ""),
        ("Source: A page (`page-1`)", "Sumber: Sebuah laman (`page-1`)"),
        ("Source: Another page (`page-2`)", ""),
        ("![A page](../pictures/page.png)", "![Sebuah laman](../pictures/page.png)"),
        ("![Another page](../pictures/page.png)", ""),
        ("A sentence.", ""),
    ],
)
def test_what_follows_from_the_rest_needs_no_translator(text: str, expected: str, script: Any) -> None:
    assert expected == script.without_translator("reference/rules", text, {"A page": "Sebuah laman"})


def test_a_cell_of_the_glossary_is_taken_over_as_it_stands(script: Any) -> None:
    assert "jejak" == script.without_translator("reference/glossary", "jejak", {})
    assert "" == script.without_translator("reference/glossary", "no such cell", {})


def shape(page: str, *texts: str) -> str:
    """Write a template as Sphinx does."""
    return f'msgid ""\nmsgstr ""\n"{page}\\n"\n' + "".join(f'\nmsgid "{text}"\nmsgstr ""\n' for text in texts)


@pytest.fixture
def folder(script: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two pages, one with a catalogue that is old."""
    monkeypatch.setattr(script, "PAGES", ("one", "two/deep"))
    monkeypatch.setattr(script, "CATALOGUES", tmp_path / "po")
    (tmp_path / "po").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "po" / "one.po").write_text(script.write("one", {"gone": "hilang", "kept": "tetap"}), encoding="utf-8")
    (tmp_path / "one.pot").write_text(shape("one", "new", "kept"), encoding="utf-8")
    (tmp_path / "two" / "deep.pot").write_text(shape("two", "kept", "`code`"), encoding="utf-8")
    return tmp_path


def test_an_update_drops_what_is_gone_takes_over_what_is_known_and_lists_the_rest(script: Any, folder: Path) -> None:
    assert ["one: untranslated: new"] == script.update(folder)
    assert [("new", ""), ("kept", "tetap")] == list(script.catalogue("one").items())
    assert {"kept": "tetap", "`code`": "`code`"} == script.catalogue("two/deep")


def test_the_check_counts_each_page_and_fails_until_all_is_translated(
    script: Any, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == script.main(["check", str(folder)])
    assert (
        "one: 2 texts in Indonesian, 2 faults\ntwo/deep: 0 texts in Indonesian, 2 faults\n" in capsys.readouterr().out
    )
    assert 1 == script.main(["update", str(folder)])
    path = folder / "po" / "one.po"
    path.write_text(
        path.read_text(encoding="utf-8").replace('msgstr ""\n\nmsgid "k', 'msgstr "baru"\n\nmsgid "k'), "utf-8"
    )
    assert 0 == script.main(["check", str(folder)])
    assert "every text is translated" in capsys.readouterr().out
    assert 2 == script.main([])
