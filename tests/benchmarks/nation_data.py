"""Made-up nations: teachers and logs of cycles as Parquet files, the same for the same number of rows.

python tests/benchmarks/nation_data.py teachers 3300000

Written once, in row groups, into a folder outside the tree: that of ``PMM_NATION``, or one for temporary files.
Nobody in them is anybody.
"""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from attrs import evolve
from whole_cycle import HEAD, SEMESTER, twenty

from pmm_core import Party, PerformanceCycle, Role, kabupatens
from pmm_core.cycle import CycleEvent

GROUP = 500_000
"""Rows of a row group, and of one chunk of the generator."""
VERSION = 1  # of what is drawn; a new one does not use old files
TOPICS = 8
STEPS = (0.93, 0.74, 0.62)  # how many of those before activate an account, log in, complete one topic more
LETTERS = 14  # as many as 64 bits take
SCRAMBLE = ((32, 0x9E3779B97F4A7C15), (29, 0xBF58476D1CE4E5B9), (32, 0x94D049BB133111EB))  # odd factors
KABUPATENS = tuple(kabupaten.key for kabupaten in kabupatens())
ROLES = tuple(role.value for role in Role)
STRANGER = Party("K-4", Role.HEAD)
EACH = 20
NEVER = date(1970, 1, 1)
PROCESS = PerformanceCycle.open(employee=Party("g-", Role.TEACHER), superior=HEAD, period=SEMESTER).frame.process.key


def folder() -> Path:
    """Where the files lie."""
    found = Path(os.environ.get("PMM_NATION") or Path(gettempdir()) / "pmm-nation")
    found.mkdir(parents=True, exist_ok=True)
    return found


def written(name: str, chunks: Callable[[], Iterator[pa.Table]]) -> Path:
    """Give the path of a file; write it first where it is not there."""
    path = folder() / f"{name}-v{VERSION}.parquet"
    if not path.exists():
        part = path.with_suffix(f".{os.getpid()}")
        writer = None
        for chunk in chunks():
            writer = writer or pq.ParquetWriter(part, chunk.schema, compression="zstd")
            writer.write_table(chunk, row_group_size=GROUP)
        if writer is None:
            raise SystemExit("no rows")
        writer.close()
        part.rename(path)
    return path


def chosen(words: tuple[str, ...], numbers: Any) -> pa.Array:
    """Texts by their numbers."""
    return pa.DictionaryArray.from_arrays(pa.array(numbers, pa.int16()), pa.array(words)).cast(pa.string())


def named(prefix: str, first: int, count: int) -> pa.Array:
    """Opaque ids: a prefix and as many letters as a scrambled number takes, each id once."""
    number = np.arange(first, first + count, dtype=np.uint64)
    for shift, factor in SCRAMBLE:  # each step can be undone, so that no two numbers meet
        number = (number ^ (number >> np.uint64(shift))) * np.uint64(factor)
    width = len(prefix) + LETTERS
    letters = np.empty((count, width), dtype=np.uint8)
    letters[:, : len(prefix)] = np.frombuffer(prefix.encode(), dtype=np.uint8)
    for place in range(len(prefix), width):
        letters[:, place] = ord("a") + (number % np.uint64(26)).astype(np.uint8)
        number //= np.uint64(26)
    offsets = np.arange(0, (count + 1) * width, width, dtype=np.int32)
    return pa.StringArray.from_buffers(count, pa.py_buffer(offsets), pa.py_buffer(letters))


def starts(rows: int) -> Iterator[tuple[int, int]]:
    """Where each chunk begins, and how many rows it has."""
    return ((first, min(GROUP, rows - first)) for first in range(0, rows, GROUP))


def teachers(rows: int) -> Path:
    """So many people, nine in ten of them teachers, in kabupaten of very different sizes."""
    return written(f"teachers-{rows}", lambda: (_teachers(first, count) for first, count in starts(rows)))


def _teachers(first: int, count: int) -> pa.Table:
    draw = np.random.default_rng([VERSION, first])
    places = np.random.default_rng(VERSION)
    weights = places.pareto(1.5, len(KABUPATENS)) + 0.2
    keenness = places.uniform(-0.1, 0.05, len(KABUPATENS))
    kabupaten = draw.choice(len(KABUPATENS), count, p=weights / weights.sum())
    activated, logged_in, further = (step + keenness[kabupaten] for step in STEPS)
    account = draw.random(count) < activated
    inside = account & (draw.random(count) < logged_in)
    topics = np.zeros(count, dtype=np.int64)
    goes_on = inside
    for _ in range(TOPICS):
        goes_on = goes_on & (draw.random(count) < further)
        topics += goes_on
    roles = np.where(draw.random(count) < 0.9, 0, draw.integers(1, len(ROLES), count))
    columns = {
        "id": named("g-", first, count),
        "role": chosen(ROLES, roles),
        "kabupaten": chosen(KABUPATENS, kabupaten),
        "account_registered": pa.array(account),
        "logged_in": pa.array(inside),
        "topics_completed": pa.array(topics),
    }
    return pa.table(columns)


class Damage(Enum):
    """What is wrong with one cycle in a hundred."""

    SWAPPED = "an event stands before the one that it follows"
    REPEATED = "an event is recorded twice"
    ANOTHER = "somebody else recorded it"
    EARLY = "a day before the period"


def damage_of(index: int) -> Damage | None:
    """What is wrong with a cycle, by its number."""
    return tuple(Damage)[index // 100 % len(Damage)] if index % 100 == 42 else None


def damaged(events: list[CycleEvent], damage: Damage | None) -> list[CycleEvent]:
    """The events of a cycle with something wrong; as many as before."""
    found = list(events)
    match damage:
        case Damage.SWAPPED:
            found[4], found[5] = found[5], found[4]
        case Damage.REPEATED:
            found[9] = found[8]
        case Damage.ANOTHER:
            found[4] = evolve(found[4], by=STRANGER)
        case Damage.EARLY:
            found[0] = evolve(found[0], on=found[0].on.replace(year=2023))
        case None:
            pass
    return found


def cycles(number: int) -> Path:
    """So many cycles of the first semester of 2024, each with its own teacher."""
    return written(f"cycles-{number}", lambda: (_cycles(first, count) for first, count in starts(number)))


def _cycles(first: int, count: int) -> pa.Table:
    def same(word: str) -> pa.Array:
        return chosen((word,), np.zeros(count, dtype=np.int16))

    columns = {
        "cycle": named("c-", first, count),
        "period": same(str(SEMESTER)),
        "process": same(PROCESS),
        "employee_id": named("g-", first, count),
        "employee_role": same(Role.TEACHER.value),
        "superior_id": same(HEAD.id),
        "superior_role": same(HEAD.role.value),
    }
    return pa.table(columns)


def events(number: int) -> Path:
    """The events of these cycles, twenty each, in their order; one cycle in a hundred is damaged."""
    size = GROUP // EACH
    chunks = [(first, min(size, number - first)) for first in range(0, number, size)]
    return written(f"events-{number}", lambda: (_events(first, count) for first, count in chunks))


def _events(first: int, count: int) -> pa.Table:
    guru = Party("g-", Role.TEACHER)
    logs = {damage: damaged(twenty(guru), damage) for damage in (None, *Damage)}
    kinds = tuple(sorted({event.kind.value for log in logs.values() for event in log}))
    damages = list(logs)
    which = np.array([damages.index(damage_of(index)) for index in range(first, first + count)])

    def tiled(value: Callable[[CycleEvent], int], kind: Any) -> Any:
        return np.array([[value(event) for event in log] for log in logs.values()], dtype=kind)[which].ravel()

    roles = tuple(role.value for role in Role)
    own = np.repeat(np.arange(count), EACH)
    people = pa.concat_arrays([named("g-", first, count), pa.array([HEAD.id, STRANGER.id])])
    others = {guru.id: -1, HEAD.id: count, STRANGER.id: count + 1}
    by = tiled(lambda event: others[event.by.id], np.int64)

    def day(name: str) -> Callable[[CycleEvent], int]:
        return lambda event: (getattr(event, name, None) or NEVER).toordinal() - NEVER.toordinal()

    def days(name: str) -> pa.Array:
        found = tiled(day(name), np.int32)
        return pa.array(found, mask=found == 0).cast(pa.date32())

    columns = {
        "cycle": named("c-", first, count).take(pa.array(own)),
        "number": pa.array(np.tile(np.arange(1, EACH + 1, dtype=np.int64), count)),
        "kind": chosen(kinds, tiled(lambda event: kinds.index(event.kind.value), np.int16)),
        "on": days("on"),
        "by_id": people.take(pa.array(np.where(by < 0, own, by))),
        "by_role": chosen(roles, tiled(lambda event: roles.index(event.by.role.value), np.int16)),
        "scheduled": days("scheduled"),
        "dated": days("dated"),
    }
    return pa.table(columns)


def main() -> None:
    """Write one file, or say where it is."""
    makers = {"teachers": teachers, "cycles": cycles, "events": events}
    name, number = sys.argv[1:]
    path = makers[name](int(number))
    print(f"{path} {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
