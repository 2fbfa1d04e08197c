"""Test kit: strategies for Hypothesis, calls that are almost right, and laws to hold one's own code against.

Needs Hypothesis: ``pip install "pmm-core[testing]"``.  Strategies have plural names and keyword-only arguments, give
valid values only, and shrink to the simplest; a wrong argument is refused when a value is drawn.  `NEAR_MISSES` is the
other side: calls that must be refused, each with its code.
"""

try:
    # first, so that its plugins, ours among them, are through before our own files begin
    import hypothesis as _hypothesis  # noqa: F401 # pyright: ignore[reportUnusedImport]
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        'pmm_core.testing needs Hypothesis; install it with: pip install "pmm-core[testing]"', name="hypothesis"
    ) from error

from pmm_core.testing._laws import check_apportionment, check_movement, check_ranking, place_by_definition
from pmm_core.testing._near_miss import NearMiss
from pmm_core.testing._near_misses import NEAR_MISSES, near_misses
from pmm_core.testing._ranking import (
    areas,
    exact_scores,
    groups,
    measurements,
    metrics,
    scopes,
    standard_metrics,
    tie_methods,
    units,
)
from pmm_core.testing._ranking_indices import components, funnel_readings, funnels, indices
from pmm_core.testing._ranking_tables import (
    comparisons,
    histories,
    measurement_lists,
    movements,
    standings,
    table_pairs,
    tie_breaks,
)
from pmm_core.testing._ranking_targets import allocations, targets, team_lists, teams
from pmm_core.testing._regions import kabupaten_codes, kabupatens, province_codes, provinces, region_spellings
from pmm_core.testing._sources import certainties, problems, refusals, rules, sources

__all__ = [
    "NEAR_MISSES",
    "NearMiss",
    "allocations",
    "areas",
    "certainties",
    "check_apportionment",
    "check_movement",
    "check_ranking",
    "comparisons",
    "components",
    "exact_scores",
    "funnel_readings",
    "funnels",
    "groups",
    "histories",
    "indices",
    "kabupaten_codes",
    "kabupatens",
    "measurement_lists",
    "measurements",
    "metrics",
    "movements",
    "near_misses",
    "place_by_definition",
    "problems",
    "province_codes",
    "provinces",
    "refusals",
    "region_spellings",
    "rules",
    "scopes",
    "sources",
    "standard_metrics",
    "standings",
    "table_pairs",
    "targets",
    "team_lists",
    "teams",
    "tie_breaks",
    "tie_methods",
    "units",
]


def __dir__() -> list[str]:
    return __all__
