"""A log of cycles in one SQLite file, with nothing but Python."""

import sqlite3
from datetime import date
from pathlib import Path

from cycle_log import ChangedMeanwhileError, NoSuchCycleError

from pmm_core import PerformanceCycle
from pmm_core.cycle import CycleEvent, Frame
from pmm_core.json import dumps, loads

TABLES = """
create table if not exists cycle (
    key text primary key,
    body text not null
);
create table if not exists event (
    cycle text not null,
    number integer not null,
    kind text generated always as (json_extract(body, '$.kind')),
    "on" text generated always as (json_extract(body, '$.on')),
    by_id text generated always as (json_extract(body, '$.by.id')),
    by_role text generated always as (json_extract(body, '$.by.role')),
    body text not null,
    primary key (cycle, number)
);
"""
OPEN = "insert into cycle values (?, ?) on conflict do nothing"
APPEND = """
insert into event (cycle, number, body)
select key, :expected + 1, :body from cycle
where key = :key and (select count(*) from event where cycle = :key) = :expected
"""
EVENTS = """
select body from event
where cycle = :key and "on" <= :last order by number
"""


class SqliteLog:
    """Cycles in one SQLite file; any number of processes may write to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.db = sqlite3.connect(path, isolation_level=None)  # each statement is one transaction, and is committed
        self.db.executescript(TABLES)

    def open(self, key: str, frame: Frame) -> None:
        if self.db.execute(OPEN, (key, dumps(frame))).rowcount != 1:
            raise ChangedMeanwhileError

    def append(self, key: str, event: CycleEvent, *, expected: int) -> None:
        given = {"key": key, "expected": expected, "body": dumps(event)}
        if self.db.execute(APPEND, given).rowcount != 1:
            raise ChangedMeanwhileError

    def load(self, key: str, *, as_of: date | None = None) -> PerformanceCycle:
        found = self.db.execute("select body from cycle where key = ?", (key,)).fetchone()
        if found is None:
            raise NoSuchCycleError
        frame = loads(found[0], Frame)
        rows = self.db.execute(EVENTS, {"key": key, "last": (as_of or date.max).isoformat()})
        return PerformanceCycle(frame=frame, events=[loads(body, CycleEvent) for (body,) in rows])

    def close(self) -> None:
        self.db.close()
