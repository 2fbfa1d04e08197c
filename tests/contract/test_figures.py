"""What is quoted of the project is what a run found, and no more."""

import json
from pathlib import Path
from typing import Any, Final

import pytest
from goldens import assert_part_kept
from scripts import script_at

ROOT: Final = Path(__file__).parents[2]
SCRIPT: Final = ROOT / "tests" / "figures" / "figures.py"
README: Final = ROOT / "README.md"
PAGE: Final = ROOT / "docs" / "project" / "figures.md"
MARKS: Final = {"start": "<!-- figures -->", "end": "<!-- end of figures -->"}


FIGURES: Final = script_at(SCRIPT)
ROW: Final = {"work": "w", "ratios": {"a": 2.0, "b": 0.5}, "peers": {"a": 1.0, "b": 1.0}, "at_least": False}


@pytest.mark.parametrize(("path", "told"), [(README, FIGURES.short), (PAGE, FIGURES.long)])
def test_a_page_quotes_what_was_kept(path: Path, told: Any) -> None:
    assert_part_kept(path, told(FIGURES.kept()), **MARKS)


def test_what_is_kept_says_when_and_by_which_command() -> None:
    told = FIGURES.kept()
    assert told["figures"]
    assert told["ratios"]["rows"]
    for figure in FIGURES.figures_of(told):
        assert figure.day
        assert figure.command.split()[:2] == ["nox", "--session"]


def written(folder: Path, name: str, content: str | dict[str, Any]) -> None:
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / name).write_text(text, encoding="utf-8")


def suite(**counts: int) -> str:
    attributes = " ".join(f'{name}="{count}"' for name, count in counts.items())
    return f"<testsuites><testsuite {attributes}/></testsuites>"


def test_what_runs_left_becomes_figures(tmp_path: Path) -> None:
    written(tmp_path, "tests.xml", suite(tests=1200, failures=0, errors=0, skipped=3))
    totals = {"covered_lines": 1999, "num_statements": 2000, "covered_branches": 7, "num_branches": 8}
    written(tmp_path, "coverage.json", {"totals": totals})
    written(tmp_path, "mutation-cycle.json", {"killed": 97, "equivalent": 2, "survived": 1, "not tried": 50})
    told = FIGURES.from_runs(tmp_path)
    assert "ratios" not in told
    values = [figure["value"] for figure in told["figures"].values()]
    assert [
        "1,197 passed, 3 skipped or expected to fail",
        "7 of 8 branches, 1,999 of 2,000 statements",
        "97.00 % of 100 mutants killed, 2 listed as equivalent, 1 survive, 50 not tried",
    ] == values


@pytest.mark.parametrize("wrong", ["failures", "errors"])
def test_a_run_that_failed_is_no_figure(wrong: str, tmp_path: Path) -> None:
    written(tmp_path, "thorough.xml", suite(tests=10, **{"failures": 0, "errors": 0, "skipped": 0, wrong: 1}))
    with pytest.raises(SystemExit, match="thorough: 1 tests failed"):
        FIGURES.from_runs(tmp_path)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"goal": 2.0, "stretch": 1.0, "aims": {}}, [("a 1.2", "2", "≤ 2", True)]),
        ({"goal": 1.9, "stretch": 1.0, "aims": {}}, [("a 1.2", "2", "≤ 1.9", False)]),
        ({"goal": 2.0, "stretch": None, "aims": {}, "at_least": True}, [("a 1.2", "2", "≥ 2", True)]),
        ({"goal": 2.1, "stretch": None, "aims": {}, "at_least": True}, [("a 1.2", "2", "≥ 2.1", False)]),
        ({"goal": None, "stretch": None, "aims": {}}, []),
        (
            {"goal": None, "stretch": None, "aims": {"a": (3.0, 1.0), "b": (0.4, 0.1)}},
            [("a 1.2", "2", "≤ 3", True), ("b", "0.5", "≤ 0.4", False)],
        ),
    ],
)
def test_a_ratio_is_held_against_its_goal(row: dict[str, Any], expected: list[Any], tmp_path: Path) -> None:
    written(tmp_path, "bench.json", {"peers": ["a 1.2"], "rows": {"part": [ROW | row]}})
    rows = FIGURES.from_runs(tmp_path)["ratios"]["rows"] if expected else list(FIGURES.ratios(tmp_path))
    assert expected == [(each["peer"], each["ratio"], each["goal"], each["met"]) for each in rows]


def test_no_more_is_claimed_than_there_is() -> None:
    told = {"figures": {"t": {"what": "tests", "value": "10 passed", "command": "nox", "day": "d", "number": 10}}}

    def now(number: int) -> list[Any]:
        return [FIGURES.Figure("tests there are", f"{number}", "pytest", number=number)]

    assert [] == FIGURES.too_much(told, now(10))
    assert ["tests: 10 are claimed, and there are 9"] == FIGURES.too_much(told, now(9))


def test_changes_of_tables_are_counted() -> None:
    changes, tables = FIGURES.cells()
    assert 10 * tables < changes
    assert 50 < tables
