"""The gate of mutation testing: reads what mutmut found, and fails where too much survived or something new did.

mutmut changes the code one small step at a time and runs the tests on each change.  Its own exit code says nothing of
survivors, and its statistics nothing of packages, so this reads the results file by file.  A change survives rightly
where it changes nothing that anybody can see: then it stands in ``equivalent.toml`` with the reason, by file, function
and a hash of the changed lines, so that neither line numbers nor mutmut's own numbering matter.

The gate is shut by: a package below the share, a survivor that is not listed, a listed one that is killed by now, and
a change that was not tried.  One package is tried at a time, in a copy of the project; in that copy::

    python tests/mutation/gate.py --prepare appraisal  # leave in pyproject.toml what is about this package
    mutmut run
    python tests/mutation/gate.py appraisal            # judge it
    python tests/mutation/gate.py --list appraisal     # what survived and is not listed, in the form of the list
    python tests/mutation/gate.py appraisal --json FILE  # write the counts too
"""

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any, Final

PACKAGES: Final = ("appraisal", "calendar", "cycle", "ranking")
_OF_RANKING: Final = ("allocation", "composite", "history", "movement", "order", "privacy_minimum", "target", "ties")
_ABOUT: Final = {  # what the names of the files do not tell
    "tests/tables/test_tie_methods.py": "ranking",
    "tests/unit/communities/test_measuring.py": "ranking",
    **{f"tests/laws/test_{name}.py": "ranking" for name in _OF_RANKING},
}
LEAST: Final = 97  # per cent
LISTED: Final = Path(__file__).with_name("equivalent.toml")
MUTANTS: Final = Path("mutants")
KILLED: Final = "killed"
SURVIVED: Final = "survived"
NO_TESTS: Final = "no tests"
OPEN: Final = "not tried"
_EXIT_CODES: Final[dict[int | None, str]] = {
    1: KILLED,
    3: KILLED,  # pytest itself broke
    36: KILLED,  # it ran into the time limit, as did the four below
    24: KILLED,
    -24: KILLED,
    152: KILLED,
    255: KILLED,
    -11: KILLED,  # it broke the interpreter
    -9: KILLED,
    0: SURVIVED,
    5: NO_TESTS,
    33: NO_TESTS,
}


@dataclass(frozen=True)
class Mutant:
    """One change of the code, and what became of it."""

    name: str
    status: str

    @property
    def package(self) -> str:
        """The package below the library's root."""
        return self.name.split(".")[1]

    @property
    def where(self) -> str:
        """File and function, as the list names them."""
        *modules, mangled = self.name.rpartition("__mutmut_")[0].split(".")
        plain = mangled.removeprefix("xǁ").replace("ǁ", ".") if "ǁ" in mangled else mangled.removeprefix("x_")
        return f"{'/'.join(modules[1:])}.py {plain}"


Listed = dict[tuple[str, str], str]
"""The reason for each change that need not be killed, by where it is and the hash of its lines."""


@dataclass
class Verdict:
    """What the gate says of one package."""

    package: str
    counts: Counter[str]
    share: float
    faults: list[str]

    def __str__(self) -> str:
        numbers = "  ".join(f"{name} {count}" for name, count in sorted(self.counts.items()))
        return f"{self.package:10} {self.share:6.2f} %  {numbers}"


def mutants_at(folder: Path, package: str) -> Iterator[Mutant]:
    """Read what mutmut noted of every change in a package."""
    for path in sorted((folder / "src" / "pmm_core" / package).rglob("*.py.meta")):
        codes: dict[str, int | None] = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        for name, code in codes.items():
            yield Mutant(name, OPEN if code is None else _EXIT_CODES.get(code, "suspicious"))


def listed_at(path: Path) -> Listed:
    """Read the list of changes that need not be killed."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    reasons: Listed = {}
    for entry in found.get("equivalent", []):
        key = entry["where"], entry["change"]
        if key in reasons or not entry["reason"].strip():
            raise ValueError(f"listed twice, or without a reason: {key}")
        reasons[key] = entry["reason"]
    return reasons


def hashed(diff: str) -> str:
    """A short name of a change: of the lines that go and come, and of nothing around them."""
    lines = [line.rstrip() for line in diff.splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
    return sha256("\n".join(lines).encode()).hexdigest()[:10]


def judge(package: str, mutants: list[Mutant], listed: Listed, diff_of: Callable[[str], str]) -> Verdict:
    """Weigh one package: the share that was killed, and everything that is wrong."""
    counts: Counter[str] = Counter()
    faults: list[str] = []
    seen: set[tuple[str, str]] = set()
    for mutant in mutants:
        key = mutant.where, ""
        if mutant.status not in {KILLED, OPEN}:
            key = mutant.where, hashed(diff_of(mutant.name))
            seen.add(key)
        if mutant.status == SURVIVED and key in listed:
            counts["equivalent"] += 1
            continue
        counts[mutant.status] += 1
        if mutant.status not in {KILLED, OPEN}:
            faults.append(f"{mutant.status}: {mutant.name}")
    if counts[OPEN]:
        faults.append(f"{OPEN}: {counts[OPEN]}")
    for where, change in listed.keys() - seen:
        if where.startswith(f"{package}/"):
            faults.append(f"listed, but no survivor: {where} {change}")
    asked = sum(counts.values()) - counts[OPEN]
    share = 100 * counts[KILLED] / asked if asked else 0.0
    if share < LEAST:
        faults.append(f"{package}: {share:.2f} % killed, not {LEAST} %")
    return Verdict(package, counts, share, faults)


def entries(mutants: list[Mutant], listed: Listed, diff_of: Callable[[str], str]) -> Iterator[str]:
    """Write the survivors that are not listed in the form of the list, their reasons left open."""
    for mutant in mutants:
        if mutant.status == SURVIVED:
            diff = diff_of(mutant.name)
            if (mutant.where, hashed(diff)) not in listed:
                lines = [line for line in diff.splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
                shown = "\n".join(f"# {line}" for line in lines)
                yield f'[[equivalent]]\n{shown}\nwhere = "{mutant.where}"\nchange = "{hashed(diff)}"\nreason = ""\n'


def prepared(project: str, package: str) -> str:
    """Leave in each list of mutmut's settings what is about one package, or about none."""
    others = [each for each in PACKAGES if each != package]
    before, head, settings = project.partition("[tool.mutmut]")
    settings, rest = settings[: (end := settings.find("\n[") + 1)], settings[end:]
    lines = settings.splitlines(keepends=True)
    for index, line in enumerate(lines):
        name, equals, _ = line.partition(" = [")
        if equals:
            items: list[str] = tomllib.loads(line)[name]
            about = [item for item in items if not any(other in _ABOUT.get(item, item) for other in others)]
            lines[index] = f"{name} = {json.dumps(about)}\n"
    return before + head + "".join(lines) + rest


def main(arguments: list[str]) -> int:
    """Judge the packages that are asked for, all of them where none is named."""
    names = [each for each in arguments if each in PACKAGES] or list(PACKAGES)
    if "--prepare" in arguments:
        project = Path("pyproject.toml")
        project.write_text(prepared(project.read_text(encoding="utf-8"), names[0]), encoding="utf-8")
        return 0
    diffs: Any = import_module("mutmut.mutation.diff_apply")  # only here, so that the rest is tested without it
    listed = listed_at(LISTED)
    wrong = 0
    for package in names:
        found = list(mutants_at(MUTANTS, package))
        if "--list" in arguments:
            print("\n".join(entries(found, listed, diffs.get_diff_for_mutant)))  # noqa: T201 -- it is a script
            continue
        verdict = judge(package, found, listed, diffs.get_diff_for_mutant)
        print(verdict, *(f"  {fault}" for fault in verdict.faults), sep="\n")  # noqa: T201 -- it is a script
        wrong += len(verdict.faults)
        if "--json" in arguments:
            Path(arguments[arguments.index("--json") + 1]).write_text(json.dumps(verdict.counts), encoding="utf-8")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
