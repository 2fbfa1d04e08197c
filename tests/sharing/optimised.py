"""What must hold under ``python -O`` and ``-OO`` too, which take the assertions away, and with them those of pytest.

Every near-miss is refused with its code, the examples say what they say, documents come back as they went, and the
schemas are those of the package.  It ends with 1 and says why where something does not hold.
"""

import contextlib
import io
import json
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

from pmm_core import PmmError, find, from_plain, rules, to_plain
from pmm_core.codec import kinds, schema
from pmm_core.testing._near_misses import NEAR_MISSES

DOCS = Path(__file__).parents[2] / "docs"
KINDS = Path(__file__).parents[1] / "contract" / "golden" / "codec" / "v1"


def unrefused() -> Iterator[str]:
    """Go through the near-misses."""
    found = NEAR_MISSES
    if len(found) < 100:
        yield f"only {len(found)} near-misses"
    for miss in found:
        try:
            miss.provoke()
        except PmmError as error:
            if miss.code not in error.codes:
                yield f"{miss.why}: refused, but without {miss.code}"
        except Exception as error:  # noqa: BLE001 -- it is told
            yield f"{miss.why}: {type(error).__name__}"
        else:
            yield f"{miss.why}: not refused"


def changed() -> Iterator[str]:
    """Run the examples against what they printed when somebody last looked."""
    for path in sorted((DOCS / "examples").glob("*.py")):
        said = io.StringIO()
        sys.argv = [str(path)]
        try:
            with contextlib.redirect_stdout(said):
                runpy.run_path(str(path), run_name="__main__")
        except SystemExit as done:
            if done.code:
                yield f"{path.name} ends with {done.code}"
        if said.getvalue().splitlines() != path.with_suffix(".txt").read_text(encoding="utf-8").splitlines():
            yield f"{path.name} says something else"


def lost() -> Iterator[str]:
    """Read and write the golden documents, and derive the schema of each kind."""
    for kind in kinds():
        document = json.loads((KINDS / f"{kind}.json").read_text(encoding="utf-8"))
        if to_plain(from_plain(document)) != document:
            yield f"{kind} does not come back"
        if schema(kind).get("$schema") != "https://json-schema.org/draft/2020-12/schema":
            yield f"{kind} has no schema"
    if find("Kab. Batang").key != "33.25" or len(rules()) < 100:
        yield "tables"


def main() -> int:
    """Check all, if this is an interpreter that leaves assertions out."""
    if __debug__:
        sys.stderr.write("start it with -O or -OO\n")
        return 2
    faults = [*unrefused(), *changed(), *lost()]
    sys.stderr.write("".join(f"{fault}\n" for fault in faults))
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
