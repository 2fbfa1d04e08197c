"""Cycles as two Parquet files of plain typed columns, which any engine for tables reads."""

# pyright: reportMissingTypeStubs=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false
# (PyArrow ships no types)

from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pmm_core import PerformanceCycle
from pmm_core.cycle import CycleEvent, Frame
from pmm_core.json import dumps, loads


def _columns(**types: Any) -> Any:
    return pa.schema([pa.field(name, kind, nullable=False) for name, kind in types.items()])


CYCLES = _columns(
    cycle=pa.string(),  # the key of the cycle, your own
    period=pa.string(),  # for instance 2024-S1
    process=pa.string(),  # the key of the rules, for instance 2024
    employee_id=pa.string(),
    employee_role=pa.string(),
    superior_id=pa.string(),
    superior_role=pa.string(),
    body=pa.string(),  # the frame as a JSON document
)
EVENTS = _columns(
    cycle=pa.string(),
    number=pa.int32(),  # its place within the cycle, from 1, without gaps
    kind=pa.string(),  # for instance plan-submitted
    on=pa.date32(),
    by_id=pa.string(),
    by_role=pa.string(),
    body=pa.string(),  # the event as a JSON document
)


def cycle_row(key: str, frame: Frame) -> dict[str, Any]:
    return {
        "cycle": key,
        "period": str(frame.period),
        "process": frame.process.key,
        "employee_id": frame.employee.id,
        "employee_role": frame.employee.role.value,
        "superior_id": frame.superior.id,
        "superior_role": frame.superior.role.value,
        "body": dumps(frame),
    }


def event_row(key: str, number: int, event: CycleEvent) -> dict[str, Any]:
    return {
        "cycle": key,
        "number": number,
        "kind": event.kind.value,
        "on": event.on,
        "by_id": event.by.id,
        "by_role": event.by.role.value,
        "body": dumps(event),
    }


def write_cycles(folder: Path, cycles: Mapping[str, PerformanceCycle]) -> None:
    """Write ``cycles.parquet`` and ``events.parquet``, by cycle and number, in place of those that are there."""
    keys = sorted(cycles)
    rows = [cycle_row(key, cycles[key].frame) for key in keys]
    pq.write_table(pa.Table.from_pylist(rows, schema=CYCLES), folder / "cycles.parquet")
    events = [event_row(key, number, event) for key in keys for number, event in enumerate(cycles[key].events, start=1)]
    pq.write_table(pa.Table.from_pylist(events, schema=EVENTS), folder / "events.parquet")


def read_cycles(folder: Path) -> dict[str, PerformanceCycle]:
    """Read the cycles again; what stands beside a document must say the same as the document.

    Raises:
        ValueError: a column is missing, of another type or without a value, or a row contradicts its document.
        RefusedError: the events of a cycle cannot have happened like this.
    """
    cycles = _read(folder / "cycles.parquet", CYCLES, ["cycle"])
    events = _read(folder / "events.parquet", EVENTS, ["cycle", "number"])
    told = {key: [*rows] for key, rows in groupby(events, key=itemgetter("cycle"))}
    found = {row["cycle"]: _cycle(row, told.pop(row["cycle"], [])) for row in cycles}
    if told or len(found) < len(cycles):
        raise ValueError("the two files do not belong together")
    return found


def _cycle(row: dict[str, Any], rows: list[dict[str, Any]]) -> PerformanceCycle:
    frame = loads(row["body"], Frame)
    events = [loads(each["body"], CycleEvent) for each in rows]
    own = [event_row(row["cycle"], number, event) for number, event in enumerate(events, start=1)]
    if not _same(row, cycle_row(row["cycle"], frame)) or not all(map(_same, rows, own)):
        raise ValueError("a row contradicts its document")
    return PerformanceCycle(frame=frame, events=events)


def _same(row: dict[str, Any], own: dict[str, Any]) -> bool:
    return all(row[name] == own[name] for name in own if name != "body")


def _read(path: Path, columns: Any, order: list[str]) -> list[dict[str, Any]]:
    table = pq.read_table(path)
    missing = {*columns.names} - {*table.column_names}
    if missing:
        raise ValueError(f"{path.name} lacks {', '.join(sorted(missing))}")
    table = table.select(columns.names).cast(columns).sort_by([(name, "ascending") for name in order])
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows
