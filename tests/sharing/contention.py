"""Ask from many threads at once for all that is loaded when it is first asked for, and print what came of it.

``python contention.py 8`` takes eight threads.  Each asks everything, and each begins with another question, so that
every table is first wanted by somebody else while others are already half-way through it.
"""

import json
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any, Final

import pmm_core  # of what it holds nothing is loaded by that

opened: Final[Counter[str]] = Counter()


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Count how often each bundled file is opened."""
    if event == "open" and isinstance(arguments[0], str) and "pmm_core" in arguments[0]:
        name = arguments[0].replace("\\", "/").rpartition("/")[2]
        if not name.endswith((".py", ".pyc")) and ".pyc." not in name:
            opened[name] += 1
            time.sleep(0.02)  # so that whoever comes next finds the door still shut


def each_writing() -> list[str]:
    """Find every region by its name without blanks, which only the last of the indexes holds."""
    found: list[str] = []
    for row in pmm_core.kabupatens():
        try:
            found.append(pmm_core.find(row.official_name.replace(" ", "")).key)
        except pmm_core.PmmError as error:
            found.append(str(error))
    return found


def each_alias() -> list[str]:
    """Find every region by its other spellings."""
    from pmm_core import regions  # noqa: PLC0415 -- the door, too, is first opened by one of the threads

    return [f"{alias.text} {alias.kabupaten.key} {regions.find(alias.text).key}" for alias in regions.aliases()]


def former_codes() -> list[str]:
    """Find every region by its former code."""
    from pmm_core import regions  # noqa: PLC0415 -- many threads import it at once

    return [f"{former.code.text} {regions.find(former.code.text).key}" for former in regions.former_codes()]


def provinces() -> list[str]:
    """Go from provinces to their kabupaten and kota."""
    names = ("Jateng", "Prov. Kaltim", "DIY")
    return [f"{place.key} {len(place.kabupatens)}" for place in map(pmm_core.find_province, names)]


def miss() -> list[str]:
    """Ask for a region that is not there, for its close names."""
    try:
        pmm_core.find("Kab. Batangg")
    except pmm_core.UnknownNameError as error:
        return [str(error)]
    return []


def identifiers() -> list[str]:
    """Read the place out of a made-up number."""
    from pmm_core.people import Nik  # noqa: PLC0415 -- many threads import it at once

    return [str(Nik("3325014101900001").region)]


def documents() -> list[str]:
    """Write a value, read it again, and give the schema of its kind."""
    from pmm_core.codec import schema  # noqa: PLC0415 -- many threads import it at once

    place = pmm_core.find("33.25")
    again = pmm_core.from_plain(pmm_core.to_plain(place))
    return [str(again == place), json.dumps(schema("kabupaten"), sort_keys=True)]


def steps() -> list[str]:
    """Ask the tables of the cycle and of the calendar."""
    from pmm_core.calendar import CALENDAR  # noqa: PLC0415 -- many threads import it at once
    from pmm_core.cycle import PROCESS_2024, audit  # noqa: PLC0415 -- many threads import it at once

    day = date(2024, 3, 7)
    phases = sorted(str(phase) for phase in CALENDAR.phases_on(day))
    return [str(CALENDAR.period_on(day)), *phases, str(len(PROCESS_2024.rows)), audit.__name__]


def rule_keys() -> list[str]:
    """List all rules."""
    return [rule.key for rule in pmm_core.rules()]


ASKS: Final[tuple[Callable[[], list[str]], ...]] = (
    each_writing,
    each_alias,
    former_codes,
    provinces,
    miss,
    identifiers,
    documents,
    steps,
    rule_keys,
)


def main(threads: int) -> None:
    """Let them go at once and print their answers, which are one set where all agree."""
    barrier = threading.Barrier(threads)
    answers: list[dict[str, list[str]]] = [{} for _ in range(threads)]
    failures: list[str] = []

    def work(own: int) -> None:
        barrier.wait()
        try:
            for step in range(len(ASKS)):
                ask = ASKS[(own + step) % len(ASKS)]
                answers[own][ask.__name__] = ask()
        except Exception as error:  # noqa: BLE001 -- it is told, with its kind
            failures.append(repr(error))

    sys.addaudithook(watch)
    sys.setswitchinterval(1e-6)
    crowd = [threading.Thread(target=work, args=(own,)) for own in range(threads)]
    for each in crowd:
        each.start()
    for each in crowd:
        each.join()
    texts = sorted({json.dumps(each, sort_keys=True) for each in answers})
    print(json.dumps({"failures": failures, "opened": opened, "answers": [json.loads(text) for text in texts]}))  # noqa: T201 -- its test reads what it prints


if __name__ == "__main__":
    main(int(sys.argv[1]))
