"""What the README claims beside peers: data that anybody can read, our side asked here, the peers' in a session."""

import importlib
import re
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from scripts import script_at

import pmm_core

ROOT: Final = Path(__file__).parents[2]
HOME: Final = Path(pmm_core.__file__).parent
SCRIPT: Final = ROOT / "tests" / "peers" / "why.py"
README: Final = (ROOT / "README.md").read_text(encoding="utf-8")
GROUPS: Final[dict[str, list[Any]]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
    "dependency-groups"
]
NOBODY: Final = "no-such-peer"


WHY: Final[Any] = script_at(SCRIPT)


def planted(**changes: Any) -> Any:
    """A claim that holds, about a peer that nobody has, with something changed."""
    answers = {"ask_them": lambda: "one", "ask_us": lambda: "two", "ask_for_more": lambda: "three"}
    texts = {"peer": NOBODY, "asked": "what?", "theirs": "one", "ours": "two", "better": "three"}
    return WHY.Claim(**(texts | answers | changes))


def test_the_table_in_the_readme_is_that_of_the_script() -> None:
    section = README.partition("## Why this and not")[2].partition("\n## ")[0]
    assert WHY.table(WHY.CLAIMS).splitlines() == [line for line in section.splitlines() if line.startswith("|")]
    assert "nox --session why" in section


def test_the_script_prints_that_table_without_asking_anybody(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == WHY.main(["table"])
    assert f"{WHY.table(WHY.CLAIMS)}\n" == capsys.readouterr().out


@pytest.mark.parametrize("claim", WHY.CLAIMS, ids=lambda claim: claim.asked)
def test_we_answer_as_it_is_written_down(claim: Any) -> None:
    assert claim.ours == claim.ask_us()


@pytest.mark.parametrize("claim", WHY.CLAIMS, ids=lambda claim: claim.asked)
def test_every_claim_says_what_the_peer_does_better_and_fits_into_a_table(claim: Any) -> None:
    texts = (claim.peer, claim.asked, claim.theirs, claim.ours, claim.better)
    assert [] == [text for text in texts if not text.strip() or "|" in text or "\n" in text or len(text) > 80]
    assert claim.theirs != claim.ours


def test_the_peers_are_those_of_their_group_and_bench_has_them_too() -> None:
    listed = [str(wanted).partition(">=")[0] for wanted in GROUPS["peers"]]
    assert sorted({claim.peer for claim in WHY.CLAIMS}) == listed
    assert {"include-group": "peers"} in GROUPS["bench"]


def test_no_claim_is_about_time() -> None:
    words = re.compile(r"\b(fast|faster|slow|slower|quick|seconds?|ms)\b")
    assert [] == [text for claim in WHY.CLAIMS for text in claim[:5] if words.search(text)]
    source = SCRIPT.read_text(encoding="utf-8")
    assert [] == re.findall(r"^ *(?:import|from) (?:time|timeit)\b", source, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"ask_them": lambda: "two"}, "it says 'two', and not 'one'"),
        ({"ask_us": lambda: "one"}, "pmm_core says 'one', and not 'two'"),
        ({"ask_for_more": lambda: "less"}, "it does better 'less', and not 'three'"),
    ],
)
def test_a_changed_answer_is_told_and_fails(
    changes: dict[str, Any], column: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == WHY.main([], [planted(), planted(**changes)])
    assert f"{NOBODY}, what?: {column}" == capsys.readouterr().out.splitlines()[-1]


def test_every_difference_is_told() -> None:
    said = WHY.differences(planted(theirs="1", ours="2", better="3"))
    assert ["it says", "pmm_core says", "it does better"] == [line.split(": ")[1].split(" '")[0] for line in said]


def test_a_peer_that_is_not_there_or_fails_is_a_difference() -> None:
    def ask() -> str:
        module = importlib.import_module(NOBODY)
        return module.__name__

    (said,) = WHY.differences(planted(ask_them=ask))
    assert "ModuleNotFoundError: No module named" in said


def test_what_holds_is_counted_and_versions_stand_beside_the_peers(capsys: pytest.CaptureFixture[str]) -> None:
    attrs = planted(peer="attrs")
    assert 0 == WHY.main([], [planted(), attrs])
    said = capsys.readouterr().out
    assert f"| {NOBODY} (not installed) | what? | one | two | three |" in said
    assert re.search(r"\| attrs [0-9]+\.[0-9.]+ \| what\?", said)
    assert "2 claims hold, 6 answers" in said


def test_another_word_is_not_understood(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == WHY.main(["tables"])
    assert "nox --session why" in capsys.readouterr().out


def test_every_link_and_picture_of_the_readme_leads_somewhere() -> None:
    targets = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    assert "docs/tutorial/tour.md" in targets
    inside = "src/pmm_core/"  # which is elsewhere where a wheel is installed
    there = [HOME / link.removeprefix(inside) if link.startswith(inside) else ROOT / link for link in targets]
    assert [] == [link for link, path in zip(targets, there, strict=True) if not path.exists()]


def test_the_two_commands_come_first() -> None:
    assert "Two commands" == re.findall(r"^## (.+)$", README, flags=re.MULTILINE)[0]
