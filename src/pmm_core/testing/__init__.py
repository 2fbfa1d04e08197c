"""Test kit: strategies for Hypothesis, calls that are almost right, and laws to hold one's own code against.

Needs Hypothesis: ``pip install "pmm-core[testing]"``.  Strategies have plural names and keyword-only arguments, give
valid values only, and shrink to the simplest; a wrong argument is refused when a value is drawn.  `NEAR_MISSES` is the
other side: calls that must be refused, each with its code.
"""

try:
    # first, so that its plugins, ours among them, are through before our own files begin
    import hypothesis as _hypothesis  # noqa: F401 # pyright: ignore[reportUnusedImport]
except ModuleNotFoundError as _error:
    raise ModuleNotFoundError(
        'pmm_core.testing needs Hypothesis; install it with: pip install "pmm-core[testing]"', name="hypothesis"
    ) from _error

from pmm_core.testing._appraisal import predicates, ratings
from pmm_core.testing._calendar import (
    date_spellings,
    extensions,
    period_calendars,
    period_schemes,
    periods,
    windows,
    working_weeks,
)
from pmm_core.testing._communities import activities, attendances, headcounts, learning_communities
from pmm_core.testing._cycle import cycle_histories, cycles, refused_events
from pmm_core.testing._cycle_events import events
from pmm_core.testing._cycle_machine import CycleMachine
from pmm_core.testing._cycle_plans import (
    competence_items,
    focus_ratings,
    parties,
    plans,
    policies,
    practice_indicators,
    processes,
)
from pmm_core.testing._identifiers import belajar_accounts, niks, nips, npsns, nuptks
from pmm_core.testing._laws import check_apportionment, check_movement, check_ranking, place_by_definition
from pmm_core.testing._near_miss import NearMiss
from pmm_core.testing._near_misses import NEAR_MISSES, near_misses
from pmm_core.testing._people import progresses, schools, teacher_ids, teachers
from pmm_core.testing._ranking import areas, groups, metrics, scopes, standard_metrics, tie_methods, units
from pmm_core.testing._ranking_figures import exact_scores, measurements
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
    "CycleMachine",
    "NearMiss",
    "activities",
    "allocations",
    "areas",
    "attendances",
    "belajar_accounts",
    "certainties",
    "check_apportionment",
    "check_movement",
    "check_ranking",
    "comparisons",
    "competence_items",
    "components",
    "cycle_histories",
    "cycles",
    "date_spellings",
    "events",
    "exact_scores",
    "extensions",
    "focus_ratings",
    "funnel_readings",
    "funnels",
    "groups",
    "headcounts",
    "histories",
    "indices",
    "kabupaten_codes",
    "kabupatens",
    "learning_communities",
    "measurement_lists",
    "measurements",
    "metrics",
    "movements",
    "near_misses",
    "niks",
    "nips",
    "npsns",
    "nuptks",
    "parties",
    "period_calendars",
    "period_schemes",
    "periods",
    "place_by_definition",
    "plans",
    "policies",
    "practice_indicators",
    "predicates",
    "problems",
    "processes",
    "progresses",
    "province_codes",
    "provinces",
    "ratings",
    "refusals",
    "refused_events",
    "region_spellings",
    "rules",
    "schools",
    "scopes",
    "sources",
    "standard_metrics",
    "standings",
    "table_pairs",
    "targets",
    "teacher_ids",
    "teachers",
    "team_lists",
    "teams",
    "tie_breaks",
    "tie_methods",
    "units",
    "windows",
    "working_weeks",
]


def __dir__() -> list[str]:
    return __all__
