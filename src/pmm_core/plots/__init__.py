"""Pictures of what the library knows: rank history, standings, adoption, periods, cycles and credit (gambar).

Needs matplotlib: ``pip install "pmm-core[plots]"``.  Every function takes one of our values, draws it and returns the
Axes.  It draws into the Axes that it is given and touches nothing else; without one it makes a Figure of its own, which
no other code knows of, so that nothing has to be closed.  The settings of matplotlib are never changed.

What a picture shows is read off the values: no place, movement or window is worked out here.  Nothing is told by colour
alone, and no picture names a person.
"""

try:
    import matplotlib as _matplotlib  # noqa: F401, ICN001 # pyright: ignore[reportUnusedImport] -- only asked for
except ModuleNotFoundError as _error:
    raise ModuleNotFoundError(
        'pmm_core.plots needs matplotlib; install it with: pip install "pmm-core[plots]"', name="matplotlib"
    ) from _error

from pmm_core.plots._credit import credit_ledger
from pmm_core.plots._cycle import cycle_progress
from pmm_core.plots._funnel import adoption_funnel
from pmm_core.plots._history import rank_history
from pmm_core.plots._standings import standings
from pmm_core.plots._timeline import period_timeline

__all__ = [
    "adoption_funnel",
    "credit_ledger",
    "cycle_progress",
    "period_timeline",
    "rank_history",
    "standings",
]


def __dir__() -> list[str]:
    return __all__
