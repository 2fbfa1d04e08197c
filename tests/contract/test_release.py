"""What a release rests on: tag, version and changelog that agree, workflows that may do little, whole files."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from scripts import script_at

ROOT: Final = Path(__file__).parents[2]
PYPROJECT: Final[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT: Final[dict[str, Any]] = PYPROJECT["project"]
VERSION: Final[str] = PROJECT["version"]
CHANGELOG: Final = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
SCRIPT: Final = ROOT / ".github" / "tag.py"
WORKFLOWS: Final = {
    path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))
}
USES: Final = re.compile(r"uses: (\S+)(.*)")
PINNED: Final = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}")
NAMED: Final = re.compile(r" # v[0-9]+\.[0-9]+\.[0-9]+")


@pytest.fixture(scope="module")
def script() -> Any:
    """Load what the workflow that publishes asks."""
    return script_at(SCRIPT)


def headed(heading: str) -> str:
    return f"# Changelog\n\nWhat a user notices.\n\n## {heading}\n\n### Added\n\n- `x`\n\n## [0.0.1] - 2026-01-01\n"


@pytest.mark.parametrize(
    ("tag", "version", "heading"),
    [
        ("v0.1.0", "0.1.0", "[0.1.0] - 2026-11-22"),
        ("v0.1.0", "0.1.0", "0.1.0 (2026-11-22)"),
        ("v1.10.0rc2", "1.10.0rc2", "[1.10.0rc2] - 2026-11-22"),
    ],
)
def test_a_tag_is_accepted_that_agrees_with_version_and_changelog(
    tag: str, version: str, heading: str, script: Any
) -> None:
    assert [] == script.faults(tag, version, headed(heading))


@pytest.mark.parametrize(
    ("tag", "version", "heading", "expected"),
    [
        ("0.1.0", "0.1.0", "[0.1.0] - 2026-11-22", ["the tag is 0.1.0"]),
        ("v0.1.1", "0.1.0", "[0.1.0] - 2026-11-22", ["the tag is v0.1.1"]),
        ("v0.1.0", "0.1.0.dev0", "[Unreleased]", ["the tag is v0.1.0", "0.1.0.dev0 is no version", "newest heading"]),
        ("v0.1.0.dev0", "0.1.0.dev0", "[0.1.0.dev0] - 2026-11-22", ["0.1.0.dev0 is no version"]),
        ("v0.1", "0.1", "[0.1] - 2026-11-22", ["0.1 is no version"]),
        ("v0.1.0\n", "0.1.0", "[0.1.0] - 2026-11-22", ["the tag is v0.1.0\n"]),
        ("v0.01.0", "0.01.0", "[0.01.0] - 2026-11-22", ["0.01.0 is no version"]),
        ("v0.1.0", "0.1.0", "[Unreleased]", ["newest heading of the changelog is Unreleased"]),
        ("v0.0.1", "0.0.1", "[0.1.0] - 2026-11-22", ["newest heading of the changelog is 0.1.0"]),
        ("v0.1.0", "0.1.0", "[0.1.0]", ["has no day"]),
        ("v0.1.0", "0.1.0", "[0.1.0] - soon", ["has no day"]),
    ],
)
def test_every_disagreement_is_told(tag: str, version: str, heading: str, expected: list[str], script: Any) -> None:
    found = script.faults(tag, version, headed(heading))
    assert len(expected) == len(found)
    assert [True] * len(expected) == [part in fault for part, fault in zip(expected, found, strict=True)]


def test_a_changelog_without_a_heading_is_refused(script: Any) -> None:
    assert ["the newest heading of the changelog is missing, not 0.1.0"] == script.faults("v0.1.0", "0.1.0", "")


def test_the_present_version_can_be_tagged_exactly_when_it_is_not_in_development(script: Any) -> None:
    assert (".dev" in VERSION) is bool(script.faults(f"v{VERSION}", VERSION, CHANGELOG))


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [([], 2, "usage"), (["v0", "v1"], 2, "usage"), (["v999.0.0"], 1, "the tag is v999.0.0")],
)
def test_the_workflow_stops_where_the_script_says_so(arguments: list[str], status: int, said: str) -> None:
    command = [sys.executable, str(SCRIPT), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own script
    assert (status, "") == (done.returncode, done.stdout)
    assert said in done.stderr


def test_the_script_is_asked_before_anything_is_built() -> None:
    steps = WORKFLOWS["publish"]
    assert 0 < steps.index('run: python .github/tag.py "$TAG"') < steps.index("nox --session package")


def test_the_version_stands_in_one_place() -> None:
    own = re.compile(r"(?:__version__|version|release)\s*[:=]\s*[^\n]*[\"'][0-9]+\.[0-9]+")
    files = [*ROOT.glob("*.py"), *(ROOT / "docs").glob("*.py"), *Path(ROOT / "src").rglob("*.py")]
    assert [] == [str(path) for path in files if own.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_to_a_hash_with_its_version_beside_it(name: str) -> None:
    used = USES.findall(WORKFLOWS[name])
    assert used
    assert [] == [what for what, rest in used if not PINNED.fullmatch(what) or not NAMED.fullmatch(rest)]


def test_an_action_has_one_hash_everywhere() -> None:
    used = {what + rest for text in WORKFLOWS.values() for what, rest in USES.findall(text)}
    assert len({what.partition("@")[0] for what in used}) == len(used)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_begins_with_no_permission_at_all(name: str) -> None:
    text = WORKFLOWS[name]
    head, _, jobs = text.partition("\njobs:\n")
    assert "\npermissions: {}\n" in head
    granted = re.findall(r"^    permissions:\n((?:      .*\n)+)", jobs, flags=re.MULTILINE)
    assert len(re.findall(r"^  [a-z]+:", jobs, flags=re.MULTILINE)) == len(granted), "each job says what it needs"
    rights = {line.partition(" #")[0].strip() for block in granted for line in block.splitlines()}
    allowed = {"ci": set[str](), "docs": {"id-token: write", "pages: write"}, "publish": {"id-token: write"}}
    assert {"contents: read"} | allowed[name] == rights
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")
    assert "pull_request_target" not in text
    assert "secrets." not in text


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_text_of_others_is_put_into_a_command(name: str) -> None:
    assert [] == [line for line in WORKFLOWS[name].splitlines() if "run:" in line and "${{" in line]


@pytest.mark.parametrize(("name", "job"), [("publish", "publish"), ("docs", "deploy")])
def test_the_job_that_may_publish_runs_nothing_of_ours(name: str, job: str) -> None:
    last = WORKFLOWS[name].partition(f"\n  {job}:")[2]
    assert "id-token: write" in last
    assert "needs: build" in last
    assert "environment: " in last
    assert "run:" not in last
    assert "checkout" not in last


def test_the_workflows_call_sessions_that_there_are() -> None:
    tree = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
    there = {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.decorator_list}
    called = {
        word.partition("-3.")[0]
        for text in WORKFLOWS.values()
        for line in re.findall(r"nox .*--session ([^#\n]+)", text)
        for word in line.partition(" -- ")[0].split()
    }
    assert {"docs", "environments", "matrix", "package"} <= called
    assert called <= there


def test_every_supported_python_is_in_the_workflow() -> None:
    prefix = "Programming Language :: Python :: 3."
    named = {
        line.removeprefix("Programming Language :: Python :: ") for line in PROJECT["classifiers"] if prefix in line
    }
    assert named <= set(re.findall(r"\"(3\.[0-9]+)\"", WORKFLOWS["ci"]))


def test_dependencies_have_a_floor_and_no_cap() -> None:
    wanted = [*PROJECT["dependencies"], *(one for extra in PROJECT["optional-dependencies"].values() for one in extra)]
    assert [] == [one for one in wanted if not re.fullmatch(r"[a-z-]+>=[0-9][0-9.a-z]*", one)]
    assert ["attrs", "python-dateutil"] == [one.partition(">")[0] for one in PROJECT["dependencies"]]


def patterns() -> set[str]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines() if (ROOT / ".gitignore").exists() else []
    return {line.rstrip("/") for line in lines} | {".git", ".gitignore", "PKG-INFO", "pyproject.toml"}


def test_whatever_stands_at_the_top_is_shipped_with_the_sources() -> None:
    shipped = set(PYPROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"])
    there = {path.name for path in ROOT.iterdir() if not any(path.match(pattern) for pattern in patterns())}
    assert there <= shipped
    assert shipped <= {path.name for path in ROOT.iterdir()} | {"src"}, "the tests of the wheel have no source tree"


@pytest.mark.parametrize(
    "name", ["CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "SECURITY.md", ".github/PULL_REQUEST_TEMPLATE.md"]
)
def test_what_a_visitor_looks_for_is_there_and_its_links_lead_somewhere(name: str) -> None:
    path = ROOT / name
    text = path.read_text(encoding="utf-8")
    assert len(text) > 200
    assert [] == [link for link in re.findall(r"\]\(([^)#]+)\)", text) if not (path.parent / link).exists()]


def test_the_forms_ask_for_no_personal_data_and_lead_to_the_private_way() -> None:
    bug = (ROOT / ".github" / "ISSUE_TEMPLATE" / "bug.yml").read_text(encoding="utf-8")
    assert "SECURITY.md" in bug
    assert "made-up" in bug


def test_the_release_guide_names_what_the_workflow_does() -> None:
    guide = (ROOT / "docs" / "project" / "releasing.md").read_text(encoding="utf-8")
    assert [] == [word for word in ("tag.py", "publish.yml", "release", "docs.yml") if f"`{word}`" not in guide]
    used = {what for what, _ in USES.findall(WORKFLOWS["publish"])}
    assert [] == [what for what in used if f"`{what.partition('@')[0]}`" not in guide]
