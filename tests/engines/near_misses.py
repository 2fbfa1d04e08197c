"""Calls over frames that are almost right, for the codes that only frames give.

They need an engine, which the test kit must not ask its users for, so that they stand here and not in
`pmm_core.testing`; its guard leaves the codes of the frames to the tests of this folder.
"""

# pyright: reportMissingTypeStubs=false, reportUnknownLambdaType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (PyArrow ships no types)

from datetime import date
from typing import Any, Final
from unittest.mock import patch

import attrs
import pyarrow as pa

from pmm_core.cycle import PROCESS_2024, PlanAgreed, Process, State
from pmm_core.errors import InvalidValueError, Problem
from pmm_core.frames import EVENTS, SCHOOLS, _engine, audit, locate, registered_communities, standings, verify
from pmm_core.ranking import ScopeKind
from pmm_core.testing import NearMiss

_TEACHERS: Final = {"id": ["t-1"], "school": ["20300001"]}
_DAY: Final = date(2024, 3, 7)
_COMMUNITIES: Final = pa.table({"kabupaten": ["33.25"], "registered_on": [_DAY]})
_SCHOOL: Final = {"npsn": "20300001", "level": "sd", "kabupaten": "33.25"}


def schools(*without: str, **changes: Any) -> Any:
    """A frame of one school."""
    row = _SCHOOL | changes
    return pa.table({name: pa.array([row[name]], pa.string()) for name in row if name not in without})


def events(*numbers: int) -> Any:
    """A frame of the events of one cycle."""
    given = {"kind": "plan-agreed", "by_id": "g-1", "by_role": "teacher", "cycle": "c-1"}
    texts = {name: pa.array([text] * len(numbers), pa.string()) for name, text in given.items()}
    days = pa.array([0] * len(numbers), pa.int32()).cast(pa.date32())
    return pa.table({**texts, "number": pa.array(numbers, pa.int64()), "on": days})


def reported(frame: Any, column: str) -> None:
    """Raise what a result says in a column of codes, for codes that are only ever told in one."""
    told = [code for code in frame.column(column).to_pylist() if code is not None]
    raise InvalidValueError("frame", tuple(Problem(column, code, "is told") for code in told))


def _on_an_engine_that_is_not_ours() -> object:
    with patch.object(_engine, "_EAGER", ()):
        return verify(schools(), SCHOOLS)


def _on_two_engines() -> object:
    import duckdb  # noqa: PLC0415 -- only here

    lazy: Any = duckdb.connect().from_arrow(schools())
    return locate(pa.table(_TEACHERS), lazy)


_CYCLES: Final = pa.table(
    {
        "cycle": ["c-2"],
        "period": ["2024-S1"],
        "process": ["2024"],
        "employee_id": ["g-1"],
        "employee_role": ["teacher"],
        "superior_id": ["k-1"],
        "superior_role": ["head"],
    }
)


def _of_two_minds() -> Process:
    """The process of 2024, in which to agree on a plan leads from two states to two."""
    two = ((State.APPROVED, State.AGREED), (State.SUBMITTED, State.APPROVED))
    rows = [attrs.evolve(row, states=two) if row.event is PlanAgreed else row for row in PROCESS_2024.rows]
    return attrs.evolve(PROCESS_2024, rows=tuple(rows))


FRAMES_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    NearMiss("missing-column", "schools without their kabupaten", lambda: verify(schools("kabupaten"), SCHOOLS)),
    NearMiss("unknown-engine", "as if PyArrow were not one of ours", _on_an_engine_that_is_not_ours),
    NearMiss("different-engine", "schools in DuckDB, teachers in PyArrow", _on_two_engines),
    NearMiss(
        "not-over-frames",
        "places within a kabupaten",
        lambda: standings(registered_communities(_COMMUNITIES, on=_DAY), within=ScopeKind.KABUPATEN),
    ),
    NearMiss("missing-value", "a school of no level", lambda: verify(schools(level=None), SCHOOLS)),
    NearMiss("missing-number", "events 1 and 3", lambda: verify(events(1, 3), EVENTS)),
    NearMiss(
        "unknown-cycle", "events of a cycle that is not there", lambda: reported(audit(events(1), _CYCLES), "code")
    ),
    NearMiss(
        "two-targets",
        "a table that leads to two states",
        lambda: audit(events(1), _CYCLES, processes=[_of_two_minds()]),
    ),
)
"""Those of the frames alone."""
