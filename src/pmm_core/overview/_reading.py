"""Reading a stream of cycles: each is looked at once, as it was at the end of a day, and then let go."""

from collections.abc import Iterable, Iterator
from datetime import date

from pmm_core._checks import Problems
from pmm_core._texts import check_stream
from pmm_core.cycle import Party, PerformanceCycle


def as_on(cycle: PerformanceCycle, on: date) -> PerformanceCycle:
    """The cycle as it was at the end of a day; itself where nothing happened after it, which is the usual case."""
    last = cycle.events.last
    return cycle if last is None or last.on <= on else cycle.as_of(on)


def check_question(problems: Problems, cycles: object, on: object) -> None:
    """Check what every question to many cycles is given."""
    problems.day("on", on)
    check_stream(problems, "cycles", cycles, "cycles")


def check_ids_asked(ids: object) -> None:
    """Check that ids are asked for by a plain True, and not by whatever is not empty."""
    if type(ids) is not bool:
        problems = Problems("text")
        problems.instance("ids", ids, bool, "True or False")
        problems.done()


def is_cycle(problems: Problems, index: int, cycle: object) -> bool:
    """Check one thing of a stream; the class is final, so that its type says it all."""
    return type(cycle) is PerformanceCycle or problems.instance(
        f"cycles[{index}]", cycle, PerformanceCycle, "a PerformanceCycle"
    )


def read(problems: Problems, cycles: Iterable[PerformanceCycle], on: date) -> Iterator[PerformanceCycle]:
    """Go through the cycles as they were on a day, noting and passing over what is none."""
    for index, cycle in enumerate(cycles):
        if is_cycle(problems, index, cycle):
            yield as_on(cycle, on)


def read_parties(problems: Problems, path: str, parties: Iterable[Party]) -> dict[str, None]:
    """The ids of some people, each of whom is named once; no id gets into a message."""
    ids: dict[str, None] = {}
    if not check_stream(problems, path, parties, "parties"):
        return ids
    for index, party in enumerate(parties):
        if problems.instance(f"{path}[{index}]", party, Party, "a Party"):
            if party.id in ids:
                problems.add(f"{path}[{index}]", "duplicate", "names somebody who was named before")
            ids[party.id] = None
    return ids
