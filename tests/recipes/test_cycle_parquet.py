"""Parquet files give back what they were given, and say so where somebody has changed them."""

# pyright: reportMissingTypeStubs=false, reportUnknownArgumentType=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false
# (PyArrow ships no types)

import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, cast

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from cycle_parquet import CYCLES, EVENTS, read_cycles, write_cycles
from hypothesis import HealthCheck, given, settings, strategies as st
from log_contract import DRAFTED, KEY, OPENED, RETURNED, SUBMITTED

from pmm_core import PerformanceCycle, RefusedError
from pmm_core.cycle import CycleEvent
from pmm_core.testing import CycleMachine, cycles

TWO = {"b": OPENED, KEY: OPENED.replay([DRAFTED, SUBMITTED, RETURNED])}


def changed(path: Path, row: int, column: str, value: Any) -> None:
    rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    rows[row][column] = value
    pq.write_table(pa.Table.from_pylist(rows), path)


@settings(max_examples=10, deadline=None)
@given(st.dictionaries(st.text("abc /é", min_size=1), cycles(), max_size=3))
def test_cycles_come_back(kept: dict[str, PerformanceCycle]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_cycles(Path(folder), kept)
        assert kept == read_cycles(Path(folder))


def test_the_columns_are_plain_and_typed(tmp_path: Path) -> None:
    write_cycles(tmp_path, TWO)
    table = pq.read_table(tmp_path / "events.parquet")
    assert table.schema.equals(EVENTS)
    assert pq.read_table(tmp_path / "cycles.parquet").schema.equals(CYCLES)
    first = table.select(EVENTS.names[:-1]).to_pylist()[1]
    expected = {"cycle": KEY, "number": 2, "kind": "plan-submitted", "on": date(2024, 1, 11)}
    assert expected | {"by_id": "G-17", "by_role": "teacher"} == first


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", "plan-approved"), ("on", date(2024, 1, 12)), ("by_id", "G-18"), ("by_role", "teacher"), ("number", 4)],
)
def test_a_column_that_contradicts_its_document_is_refused(tmp_path: Path, column: str, value: Any) -> None:
    write_cycles(tmp_path, TWO)
    changed(tmp_path / "events.parquet", 2, column, value)
    with pytest.raises(ValueError, match="contradicts"):
        read_cycles(tmp_path)


def test_so_is_one_of_the_frame(tmp_path: Path) -> None:
    write_cycles(tmp_path, TWO)
    changed(tmp_path / "cycles.parquet", 0, "period", "2024-S2")
    with pytest.raises(ValueError, match="contradicts"):
        read_cycles(tmp_path)


@pytest.mark.parametrize(("name", "row"), [("cycles", 1), ("events", 2)])
def test_files_that_do_not_belong_together_are_refused(tmp_path: Path, name: str, row: int) -> None:
    write_cycles(tmp_path, TWO)
    changed(tmp_path / f"{name}.parquet", row, "cycle", "other")
    with pytest.raises(ValueError, match="belong together"):
        read_cycles(tmp_path)


def test_a_cycle_that_stands_twice_is_refused(tmp_path: Path) -> None:
    write_cycles(tmp_path, {"a": OPENED, "b": OPENED})
    changed(tmp_path / "cycles.parquet", 0, "cycle", "b")
    with pytest.raises(ValueError, match="belong together"):
        read_cycles(tmp_path)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    write_cycles(tmp_path, TWO)
    path = tmp_path / "events.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["by_role", "kind"]), path)
    with pytest.raises(ValueError, match=r"events\.parquet lacks by_role, kind"):
        read_cycles(tmp_path)


def test_a_missing_value_is_refused(tmp_path: Path) -> None:
    write_cycles(tmp_path, TWO)
    changed(tmp_path / "events.parquet", 2, "by_id", None)
    with pytest.raises(ValueError, match="by_id"):
        read_cycles(tmp_path)


def test_rows_in_another_order_are_the_same_cycles(tmp_path: Path) -> None:
    write_cycles(tmp_path, TWO)
    path = tmp_path / "events.parquet"
    pq.write_table(pq.read_table(path).sort_by([("number", "descending")]), path)
    assert TWO == read_cycles(tmp_path)


def test_a_history_that_cannot_have_happened_is_refused(tmp_path: Path) -> None:
    write_cycles(tmp_path, TWO)
    path = tmp_path / "events.parquet"
    pq.write_table(pq.read_table(path).slice(2), path)
    changed(path, 0, "number", 1)
    with pytest.raises(RefusedError):
        read_cycles(tmp_path)


class ParquetMachine(CycleMachine):
    """Files cannot be added to: each event writes them anew."""

    def make_store(self) -> Path:
        self.folder = tempfile.TemporaryDirectory()
        write_cycles(Path(self.folder.name), {KEY: self.opened})
        return Path(self.folder.name)

    def append(self, store: Path, event: CycleEvent) -> None:
        write_cycles(store, {KEY: read_cycles(store)[KEY].apply(event)})

    def load(self, store: Path) -> Iterable[CycleEvent]:
        return read_cycles(store)[KEY].events

    def close(self, store: Path) -> None:  # noqa: ARG002 -- the folder is known
        self.folder.cleanup()


TestParquetMachine: Any = cast("Any", ParquetMachine).TestCase
TestParquetMachine.settings = settings(
    max_examples=5, stateful_step_count=8, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
