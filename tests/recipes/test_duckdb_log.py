"""The log in DuckDB keeps what it is given."""

import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any, cast

from duckdb_log import DuckdbLog
from hypothesis import HealthCheck, given, settings, strategies as st
from log_contract import LogContract, LogMachine, check_every_day

from pmm_core import PerformanceCycle
from pmm_core.testing import cycles


class TestDuckdbLog(LogContract):
    def connect(self, path: Path) -> DuckdbLog:
        return DuckdbLog(path)


@settings(max_examples=5, deadline=None)
@given(cycle=cycles(), days=st.lists(st.integers(-1, 400), max_size=3))
def test_every_cycle_comes_back_for_every_day(cycle: PerformanceCycle, days: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(DuckdbLog(Path(folder) / "log")) as log:
        check_every_day(log, cycle, days)


class DuckdbMachine(LogMachine):
    def connect(self, path: Path) -> DuckdbLog:
        return DuckdbLog(path)


TestDuckdbMachine: Any = cast("Any", DuckdbMachine).TestCase
TestDuckdbMachine.settings = settings(
    max_examples=4, stateful_step_count=6, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
