"""The whole nation: the same rules over data frames, on the engine at hand.

Takes and gives frames of pandas, Polars (also lazy), PyArrow, DuckDB, Dask and PySpark; what comes in lazy goes out
lazy, and nothing is computed before the caller asks.  Needs narwhals: ``pip install "pmm-core[frames]"``.
"""

try:
    import narwhals.stable.v2 as _narwhals  # noqa: F401 # pyright: ignore[reportUnusedImport] -- only asked for
except ModuleNotFoundError as _error:
    raise ModuleNotFoundError(
        'pmm_core.frames needs narwhals; install it with: pip install "pmm-core[frames]"', name="narwhals"
    ) from _error

from pmm_core.frames._adoption import adoption
from pmm_core.frames._audit import audit
from pmm_core.frames._batches import adoption_by_batches, each_batch
from pmm_core.frames._communities import registered_communities
from pmm_core.frames._compiled import LAST_YEAR
from pmm_core.frames._composite import composite
from pmm_core.frames._faults import faults
from pmm_core.frames._locate import locate
from pmm_core.frames._movement import movement
from pmm_core.frames._schema import Column, ColumnKind, Schema, TextForm
from pmm_core.frames._schemas import COMMUNITIES, CYCLES, EVENTS, MEASUREMENTS, SCHEMAS, SCHOOLS, TEACHERS
from pmm_core.frames._stages import measure_stages
from pmm_core.frames._standings import standings
from pmm_core.frames._states import CYCLE_STATES, states
from pmm_core.frames._tally import tally
from pmm_core.frames._targets import targets
from pmm_core.frames._telling import GUARD_COLUMNS
from pmm_core.frames._verify import verify

__all__ = [
    "COMMUNITIES",
    "CYCLES",
    "CYCLE_STATES",
    "EVENTS",
    "GUARD_COLUMNS",
    "LAST_YEAR",
    "MEASUREMENTS",
    "SCHEMAS",
    "SCHOOLS",
    "TEACHERS",
    "Column",
    "ColumnKind",
    "Schema",
    "TextForm",
    "adoption",
    "adoption_by_batches",
    "audit",
    "composite",
    "each_batch",
    "faults",
    "locate",
    "measure_stages",
    "movement",
    "registered_communities",
    "standings",
    "states",
    "tally",
    "targets",
    "verify",
]


def __dir__() -> list[str]:
    return __all__
