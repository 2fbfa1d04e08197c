"""The gate shuts where it should: on made-up results, without mutmut."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from scripts import script_at

GATE = script_at(Path(__file__).with_name("gate.py"))
DIFF = """--- src/pmm_core/cycle/_plan.py
+++ src/pmm_core/cycle/_plan.py
@@ -1,3 +1,3 @@
 def points(self):
-    return 1
+    return 2
"""
FUNCTION = "pmm_core.cycle._plan.x__points"
METHOD = "pmm_core.cycle._plan.xǁPlanǁ__str__"


def same_diff(_: str) -> str:
    return DIFF


def results(folder: Path, *codes: int | None, function: str = FUNCTION) -> list[Any]:
    path = folder / "src" / "pmm_core" / "cycle" / "_plan.py.meta"
    path.parent.mkdir(parents=True, exist_ok=True)
    noted = {f"{function}__mutmut_{number}": code for number, code in enumerate(codes, 1)}
    path.write_text(json.dumps({"exit_code_by_key": noted}), encoding="utf-8")
    return list(GATE.mutants_at(folder, "cycle"))


def listed(folder: Path, text: str = "") -> Any:
    path = folder / "equivalent.toml"
    path.write_text(text, encoding="utf-8")
    return GATE.listed_at(path)


def entry(where: str = "cycle/_plan.py _points", reason: str = "the same for every caller") -> str:
    return f'[[equivalent]]\nwhere = "{where}"\nchange = "{GATE.hashed(DIFF)}"\nreason = "{reason}"\n'


def verdict(mutants: list[Any], known: Any) -> Any:
    return GATE.judge("cycle", mutants, known, same_diff)


def test_functions_and_methods_are_named_as_people_write_them(tmp_path: Path) -> None:
    assert ["cycle/_plan.py _points"] == [each.where for each in results(tmp_path, 1)]
    assert ["cycle/_plan.py Plan.__str__"] == [each.where for each in results(tmp_path, 1, function=METHOD)]


def test_a_change_is_known_by_its_lines_and_not_by_where_they_stand() -> None:
    moved = DIFF.replace("@@ -1,3 +1,3 @@", "@@ -7,3 +7,3 @@").replace(" def points(self):", " def points(self, more):")
    assert GATE.hashed(DIFF) == GATE.hashed(moved)
    assert GATE.hashed(DIFF) != GATE.hashed(DIFF.replace("2", "3"))


@pytest.mark.parametrize("code", [1, 3, 36, 24, -24, 152, 255, -11, -9])
def test_the_gate_is_open_where_all_is_killed(tmp_path: Path, code: int) -> None:
    found = verdict(results(tmp_path, code, code), listed(tmp_path))
    assert [] == found.faults
    assert 100 == found.share


def test_an_unknown_survivor_shuts_the_gate(tmp_path: Path) -> None:
    found = verdict(results(tmp_path, *[1] * 99, 0), listed(tmp_path))
    assert [f"survived: {FUNCTION}__mutmut_100"] == found.faults
    assert 99 == found.share


def test_a_listed_survivor_does_not_but_still_is_no_kill(tmp_path: Path) -> None:
    found = verdict(results(tmp_path, *[1] * 99, 0), listed(tmp_path, entry()))
    assert [] == found.faults
    assert 99 == found.share


def test_a_share_below_the_least_shuts_the_gate_whatever_is_listed(tmp_path: Path) -> None:
    found = verdict(results(tmp_path, *[1] * 96, *[0] * 4), listed(tmp_path, entry()))
    assert ["cycle: 96.00 % killed, not 97 %"] == found.faults


def test_a_listed_one_that_is_killed_by_now_shuts_the_gate(tmp_path: Path) -> None:
    found = verdict(results(tmp_path, 1), listed(tmp_path, entry()))
    assert [f"listed, but no survivor: cycle/_plan.py _points {GATE.hashed(DIFF)}"] == found.faults
    elsewhere = listed(tmp_path, entry("ranking/_rank.py rank"))
    assert [] == verdict(results(tmp_path, 1), elsewhere).faults


@pytest.mark.parametrize(("code", "word"), [(33, "no tests"), (34, "suspicious"), (0, "survived")])
def test_what_is_not_killed_is_told(tmp_path: Path, code: int | None, word: str) -> None:
    found = verdict(results(tmp_path, *[1] * 50, code), listed(tmp_path))
    assert [f"{word}: {FUNCTION}__mutmut_51"] == found.faults


def test_what_was_not_tried_is_counted(tmp_path: Path) -> None:
    found = verdict(results(tmp_path, 1, None, None), listed(tmp_path))
    assert ["not tried: 2"] == found.faults
    assert 100 == found.share


@pytest.mark.parametrize("text", [entry() * 2, entry(reason=" ")])
def test_the_list_says_each_once_and_why(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match="listed twice, or without a reason"):
        listed(tmp_path, text)


def test_survivors_are_written_in_the_form_of_the_list(tmp_path: Path) -> None:
    mutants = results(tmp_path, 1, 0)
    (found,) = GATE.entries(mutants, listed(tmp_path), same_diff)
    assert "# -    return 1\n# +    return 2\n" in found
    known = listed(tmp_path, found.replace('reason = ""', 'reason = "why"'))
    assert {("cycle/_plan.py _points", GATE.hashed(DIFF)): "why"} == known
    assert [] == list(GATE.entries(mutants, known, same_diff))


def test_the_list_in_use_can_be_read() -> None:
    known = GATE.listed_at(GATE.LISTED)
    assert {where.split("/")[0] for where, _ in known} <= set(GATE.PACKAGES)


@pytest.mark.parametrize("package", GATE.PACKAGES)
def test_one_package_is_prepared_and_the_rest_of_the_project_stays_as_it_is(package: str) -> None:
    project = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    before, after = tomllib.loads(project), tomllib.loads(GATE.prepared(project, package))
    settings = after["tool"].pop("mutmut")
    all_of_them = before["tool"].pop("mutmut")
    assert before == after
    assert [f"src/pmm_core/{package}/*"] == settings["only_mutate"]
    chosen: list[str] = settings["pytest_add_cli_args_test_selection"]
    assert set(chosen) < set(all_of_them["pytest_add_cli_args_test_selection"])
    assert {f"tests/unit/{package}", "tests/unit/test_messages.py"} < set(chosen)
    assert all((Path(__file__).parents[2] / path).exists() for path in chosen)
