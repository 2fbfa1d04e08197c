"""The diagrams show the tables and the layers: each place and each move once, nothing over another, nothing else.

``PMM_UPDATE_GOLDEN=1`` rewrites them.
"""

import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from goldens import is_rewriting
from scripts import script_at

from pmm_core.cycle import PROCESSES, EventKind, Move, Process, Progress, State, inner_moves, outer_moves

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "docs" / "_diagrams.py"
FOLDER = ROOT / "docs" / "_diagrams"
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SVG = "{http://www.w3.org/2000/svg}"


DIAGRAMS = script_at(SCRIPT)
DRAWN: dict[str, str] = DIAGRAMS.diagrams()
MACHINES = [(process, part, lang) for process in PROCESSES for part in ("states", "stages") for lang in ("en", "id")]


def picture(name: str) -> ET.Element:
    return ET.fromstring(DRAWN[name])  # noqa: S314 -- our own text


def groups(root: ET.Element, kind: str) -> list[ET.Element]:
    return [found for found in root.iter(f"{SVG}g") if found.get("class") == kind]


def said(element: ET.Element) -> str:
    """Join the lines of what stands in a part of a picture."""
    return " ".join(line.text or "" for line in element.iter(f"{SVG}tspan"))


def moves_of(process: Process, part: str) -> tuple[Move, ...]:
    return outer_moves(process) if part == "states" else inner_moves(process)


def test_the_files_are_up_to_date() -> None:
    if is_rewriting():
        for name, text in DRAWN.items():
            (FOLDER / name).write_text(text, encoding="utf-8")
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert set(DRAWN) == set(kept)
    assert [] == [name for name, text in DRAWN.items() if text.splitlines() != kept[name].splitlines()]


@pytest.mark.parametrize(("process", "part", "language"), MACHINES)
def test_each_place_and_each_move_is_drawn_once_with_its_words(process: Process, part: str, language: str) -> None:
    root = picture(f"cycle-{process.key}-{part}.{language}.svg")
    members = [*(State if part == "states" else Progress), *EventKind]
    word = {each.value: each.label_id if language == "id" else each.label_en for each in members}
    places = [(found.get("data-name"), said(found)) for found in groups(root, "place")]
    expected = [each.value for each in (State if part == "states" else Progress)]
    assert sorted((name, word[name]) for name in expected) == sorted(places, key=str)
    drawn = [
        (found.get("data-source"), found.get("data-target"), found.get("data-event"), said(found))
        for found in groups(root, "move")
    ]
    assert [(m.source, m.target, m.event, word[m.event]) for m in moves_of(process, part)] == drawn


@pytest.mark.parametrize(("process", "part", "language"), MACHINES)
def test_nothing_lies_over_another(process: Process, part: str, language: str) -> None:
    places, moves = DIAGRAMS.graph(process, part)
    drawing = DIAGRAMS.lay_out(places, moves, DIAGRAMS.labels(language).__getitem__)
    ground = {**drawing.boxes, **{str(arrow.move): arrow.ground for arrow in drawing.arrows}}
    assert len(places) + len(moves) == len(ground)
    assert [] == [(one, other) for one, other in combinations(ground, 2) if ground[one].meets(ground[other])]
    assert all(box.x >= 0 and box.y >= 0 for box in ground.values())


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_says_in_words_what_it_shows(name: str) -> None:
    root = picture(name)
    assert "img" == root.get("role")
    title, words = root[0], root[1]
    assert (f"{SVG}title", f"{SVG}desc") == (title.tag, words.tag)
    assert f"{title.get('id')} {words.get('id')}" == root.get("aria-labelledby")
    assert title.text
    assert words.text
    assert all((found.get("data-name") or "") in words.text for found in groups(root, "place") if "layers" in name)


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_brings_no_colour_no_script_and_no_file_of_its_own(name: str) -> None:
    allowed = {"none", "currentColor", None}
    root = picture(name)
    assert {each.get(paint) for each in root.iter() for paint in ("fill", "stroke")} <= allowed
    assert {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "defs", "marker", "path", "g", "rect", "text", "tspan")
    } >= {each.tag for each in root.iter()}


def test_the_names_of_parts_do_not_meet_on_one_page() -> None:
    for language in ("en", "id"):
        ids = [each.get("id") for name in DRAWN if f".{language}." in name for each in picture(name).iter()]
        given = [each for each in ids if each]
        assert len(set(given)) == len(given)


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_layers_are_those_that_imports_are_held_to(language: str) -> None:
    (contract,) = (each for each in PYPROJECT["tool"]["importlinter"]["contracts"] if each["type"] == "layers")
    rows = [[name.strip() for name in layer.replace(":", "|").split("|")] for layer in contract["layers"]]
    drawn: dict[float, list[str]] = {}
    for place in groups(picture(f"layers.{language}.svg"), "place"):
        drawn.setdefault(float(place[0].get("y", "")), []).append(said(place))
    assert rows == [drawn[high] for high in sorted(drawn)]


def test_a_move_that_no_rule_can_draw_is_refused() -> None:
    far = (Move("a", "b", "on"), Move("b", "c", "on"), Move("c", "a", "back"))
    with pytest.raises(ValueError, match="no rule tells how to draw"):
        DIAGRAMS.lay_out(["a", "b", "c"], far, str)


def test_a_changed_table_changes_the_picture() -> None:
    moves = (Move("a", "b", "on"), Move("b", "c", "on"))
    more = (*moves, Move("a", "c", "over"))
    one, other = (DIAGRAMS.lay_out(["a", "b", "c"], each, str) for each in (moves, more))
    assert len(one.arrows) + 1 == len(other.arrows)
    assert one.boxes["a"].x < other.boxes["a"].x
