"""Say whether a tag, the project's version and its changelog agree; the workflow that publishes asks before it builds.

``python .github/tag.py v1.2.3`` is silent and ends with 0 where they do; nothing but the standard library is needed.
"""
# ruff: noqa: INP001 -- a script that stands beside the workflow that runs it

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RELEASE = re.compile(r"(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)){2}(?:(?:a|b|rc)[1-9][0-9]*)?")
NEWEST = re.compile(r"^## \[?([^\]\s]+)\]?(.*)$", flags=re.MULTILINE)
DAY = re.compile(r" (?:- |\()[0-9]{4}-[0-9]{2}-[0-9]{2}\)?")


def faults(tag: str, version: str, changelog: str) -> list[str]:
    """List what speaks against a release of this version under this tag."""
    found = []
    if tag != f"v{version}":
        found.append(f"the tag is {tag}, but the version is {version}: it would have to be v{version}")
    if not RELEASE.fullmatch(version):
        found.append(f"{version} is no version to release: three numbers, at most with a, b or rc and a number")
    newest = NEWEST.search(changelog)
    if newest is None or newest[1] != version:
        found.append(f"the newest heading of the changelog is {newest[1] if newest else 'missing'}, not {version}")
    elif not DAY.fullmatch(newest[2]):
        found.append(f"the heading of {version} in the changelog has no day")
    return found


def main(arguments: list[str]) -> int:
    """Hold the tag that is given against the two files."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python .github/tag.py TAG\n")
        return 2
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = faults(arguments[0], project["version"], (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    sys.stderr.write("".join(f"{fault}\n" for fault in found))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
