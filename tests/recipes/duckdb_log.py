"""A log of cycles in one DuckDB file, beside which the whole office can be counted in SQL."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
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
    kind text generated always as (body ->> '$.kind'),
    "on" date generated always as (cast(body ->> '$.on' as date)),
    by_id text generated always as (body ->> '$.by.id'),
    by_role text generated always as (body ->> '$.by.role'),
    body text not null,
    primary key (cycle, number)
);
"""
OPEN = "insert into cycle values (?, ?) on conflict do nothing returning key"
APPEND = """
insert into event (cycle, number, body)
select key, $expected + 1, $body from cycle
where key = $key and (select count(*) from event where cycle = $key) = $expected
returning number
"""
EVENTS = """
select body from event
where cycle = $key and "on" <= $last order by number
"""


class DuckdbLog:
    """Cycles in one DuckDB file; one process at a time writes to it, with as many connections as it likes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.db = duckdb.connect(str(path))
        self.db.execute(TABLES)

    def open(self, key: str, frame: Frame) -> None:
        self._insert(OPEN, (key, dumps(frame)))

    def append(self, key: str, event: CycleEvent, *, expected: int) -> None:
        self._insert(APPEND, {"key": key, "expected": expected, "body": dumps(event)})

    def load(self, key: str, *, as_of: date | None = None) -> PerformanceCycle:
        found = self.db.execute("select body from cycle where key = ?", (key,)).fetchone()
        if found is None:
            raise NoSuchCycleError
        frame = loads(found[0], Frame)
        rows = self.db.execute(EVENTS, {"key": key, "last": as_of or date.max}).fetchall()
        return PerformanceCycle(frame=frame, events=[loads(body, CycleEvent) for (body,) in rows])

    def _insert(self, statement: str, given: Any) -> None:
        try:
            added = self.db.execute(statement, given).fetchall()
        except (duckdb.ConstraintException, duckdb.TransactionException) as error:  # two wrote at the same moment
            raise ChangedMeanwhileError from error
        if not added:
            raise ChangedMeanwhileError

    def close(self) -> None:
        self.db.close()
