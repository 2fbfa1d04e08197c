"""Use the library in several interpreters of one process, one after the other and side by side."""

import importlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

USE: Final = """
import sys
sys.path[:] = {path!r}
from datetime import date
from pmm_core import CALENDAR, Measurement, find, from_plain, rank, to_plain
from pmm_core.ranking import SCHOOLS_LOGGED_IN
names = {{"Paser": 304, "Balikpapan": 207, "Berau": 47}}
table = rank(Measurement.count(find(n), SCHOOLS_LOGGED_IN, c, on=date(2022, 6, 30)) for n, c in names.items())
assert from_plain(to_plain(table)) == table
with open({told!r}, "a", encoding="utf-8") as told:
    print([row.area.key for row in table], CALENDAR.period_on(date(2024, 3, 7)), file=told)
"""


def start(module: Any) -> Any:
    """Begin an interpreter; one without a lock of its own, since with it CPython's datetime breaks in 3.12 and 3.13."""
    return module.create("legacy") if sys.version_info >= (3, 13) else module.create(isolated=False)


def main() -> None:
    """Run the same in each, and print what they say, and this one with them."""
    name = "_interpreters" if sys.version_info >= (3, 13) else "_xxsubinterpreters"
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError:
        print(json.dumps("none"))  # noqa: T201 -- its test reads what it prints
        return
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "told")
        use = USE.format(path=sys.path, told=str(told))
        first, second = start(module), start(module)
        for each in (first, second, first):
            failure = module.run_string(each, use)
            if failure is not None:
                raise SystemExit(str(failure))
        module.destroy(first)
        exec(compile(use, "here", "exec"), {})  # noqa: S102 -- our own text, in this interpreter
        failure = module.run_string(second, use)  # it goes on when another has ended
        module.destroy(second)
        print(json.dumps(told.read_text(encoding="utf-8").splitlines()))  # noqa: T201 -- its test reads what it prints


if __name__ == "__main__":
    main()
