"""The log in SQLite keeps what it is given."""

import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any, cast

from hypothesis import HealthCheck, given, settings, strategies as st
from log_contract import LogContract, LogMachine, check_every_day
from sqlite_log import SqliteLog

from pmm_core import PerformanceCycle
from pmm_core.testing import cycles


class TestSqliteLog(LogContract):
    def connect(self, path: Path) -> SqliteLog:
        return SqliteLog(path)


@settings(max_examples=10, deadline=None)
@given(cycle=cycles(), days=st.lists(st.integers(-1, 400), max_size=3))
def test_every_cycle_comes_back_for_every_day(cycle: PerformanceCycle, days: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(SqliteLog(Path(folder) / "log")) as log:
        check_every_day(log, cycle, days)


class SqliteMachine(LogMachine):
    def connect(self, path: Path) -> SqliteLog:
        return SqliteLog(path)


TestSqliteMachine: Any = cast("Any", SqliteMachine).TestCase
TestSqliteMachine.settings = settings(
    max_examples=10, stateful_step_count=10, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
