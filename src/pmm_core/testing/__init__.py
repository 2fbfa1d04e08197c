"""Test kit: strategies for Hypothesis, calls that are almost right, and laws to hold one's own code against.

Needs Hypothesis: ``pip install "pmm-core[testing]"``.  Strategies have plural names and keyword-only arguments, give
valid values only, and shrink to the simplest; a wrong argument is refused when a value is drawn.  `NEAR_MISSES` is the
other side: calls that must be refused, each with its code.
"""

try:
    # first, so that its plugins, ours among them, are through before our own files begin
    import hypothesis as _hypothesis  # noqa: F401 # pyright: ignore[reportUnusedImport] -- only asked for
except ModuleNotFoundError as _error:
    raise ModuleNotFoundError(
        'pmm_core.testing needs Hypothesis; install it with: pip install "pmm-core[testing]"', name="hypothesis"
    ) from _error

from pmm_core.testing._appraisal import annual_evaluations, periodic_evaluations, predicates, ratings
from pmm_core.testing._appraisal_distribution import (
    clause_bounds,
    clauses,
    distribution_checks,
    organisation_predicates,
    predicate_counts,
    violations,
)
from pmm_core.testing._calendar import (
    date_spellings,
    extensions,
    period_calendars,
    period_schemes,
    periods,
    windows,
    working_weeks,
)
from pmm_core.testing._calendar_parts import (
    deadline_rules,
    deadlines,
    open_phases,
    period_patterns,
    phase_spans,
    year_days,
)
from pmm_core.testing._codec import limits
from pmm_core.testing._codec_documents import documents
from pmm_core.testing._communities import activities, attendances, headcounts, learning_communities
from pmm_core.testing._credit import (
    credit_entries,
    credit_ledgers,
    credit_needs,
    credit_outlooks,
    degrees,
    diploma_bonuses,
    earned_months,
    golongan_rises,
    golongans,
    grades,
    ledger_lines,
)
from pmm_core.testing._cycle import cycle_histories, cycles, refused_events
from pmm_core.testing._cycle_audits import audits, findings
from pmm_core.testing._cycle_events import aspect_judgements, events
from pmm_core.testing._cycle_machine import CycleMachine
from pmm_core.testing._cycle_parts import extra_duties, frames, moves, next_steps, process_rows, trails
from pmm_core.testing._cycle_plans import (
    competence_items,
    focus_ratings,
    parties,
    plans,
    policies,
    practice_indicators,
    processes,
)
from pmm_core.testing._holidays import national_calendars
from pmm_core.testing._identifiers import belajar_accounts, niks, nips, npsns, nuptks
from pmm_core.testing._laws import check_apportionment, check_movement, check_ranking, place_by_definition
from pmm_core.testing._laws_rules import check_credit, check_credit_total, check_matrix, check_round_trip
from pmm_core.testing._laws_store import check_cycle_store
from pmm_core.testing._near_miss import NearMiss
from pmm_core.testing._near_misses import NEAR_MISSES, near_misses
from pmm_core.testing._overview import cycle_lists
from pmm_core.testing._overview_values import (
    closings,
    cycle_conflicts,
    cycle_tallies,
    milestone_changes,
    outstanding_steps,
    overviews,
    tally_changes,
)
from pmm_core.testing._people import progresses, schools, teacher_ids, teachers
from pmm_core.testing._profiles import PROFILES, register_profiles
from pmm_core.testing._programmes import an_participations, an_tallies, candidates, cohorts, published_dates
from pmm_core.testing._programmes_rapor import (
    budget_lines,
    data_based_plannings,
    pbd_rows,
    rapor_readings,
    rapor_reports,
    root_causes,
    score_differences,
    solutions,
    work_lines,
)
from pmm_core.testing._ranking import areas, groups, metrics, scopes, standard_metrics, tie_methods, units
from pmm_core.testing._ranking_figures import exact_scores, measurements
from pmm_core.testing._ranking_indices import components, funnel_readings, funnels, indices
from pmm_core.testing._ranking_rows import paces, places, runs, table_rows, team_shares, tracks, unranked_rows
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
from pmm_core.testing._region_finds import aliases, former_codes, resolutions
from pmm_core.testing._regions import kabupaten_codes, kabupatens, province_codes, provinces, region_spellings
from pmm_core.testing._sources import certainties, error_codes, problems, refusals, rules, sources
from pmm_core.testing._tallies import adoption_tallies, community_tallies, membership_rules

__all__ = [
    "NEAR_MISSES",
    "PROFILES",
    "CycleMachine",
    "NearMiss",
    "activities",
    "adoption_tallies",
    "aliases",
    "allocations",
    "an_participations",
    "an_tallies",
    "annual_evaluations",
    "areas",
    "aspect_judgements",
    "attendances",
    "audits",
    "belajar_accounts",
    "budget_lines",
    "candidates",
    "certainties",
    "check_apportionment",
    "check_credit",
    "check_credit_total",
    "check_cycle_store",
    "check_matrix",
    "check_movement",
    "check_ranking",
    "check_round_trip",
    "clause_bounds",
    "clauses",
    "closings",
    "cohorts",
    "community_tallies",
    "comparisons",
    "competence_items",
    "components",
    "credit_entries",
    "credit_ledgers",
    "credit_needs",
    "credit_outlooks",
    "cycle_conflicts",
    "cycle_histories",
    "cycle_lists",
    "cycle_tallies",
    "cycles",
    "data_based_plannings",
    "date_spellings",
    "deadline_rules",
    "deadlines",
    "degrees",
    "diploma_bonuses",
    "distribution_checks",
    "documents",
    "earned_months",
    "error_codes",
    "events",
    "exact_scores",
    "extensions",
    "extra_duties",
    "findings",
    "focus_ratings",
    "former_codes",
    "frames",
    "funnel_readings",
    "funnels",
    "golongan_rises",
    "golongans",
    "grades",
    "groups",
    "headcounts",
    "histories",
    "indices",
    "kabupaten_codes",
    "kabupatens",
    "learning_communities",
    "ledger_lines",
    "limits",
    "measurement_lists",
    "measurements",
    "membership_rules",
    "metrics",
    "milestone_changes",
    "movements",
    "moves",
    "national_calendars",
    "near_misses",
    "next_steps",
    "niks",
    "nips",
    "npsns",
    "nuptks",
    "open_phases",
    "organisation_predicates",
    "outstanding_steps",
    "overviews",
    "paces",
    "parties",
    "pbd_rows",
    "period_calendars",
    "period_patterns",
    "period_schemes",
    "periodic_evaluations",
    "periods",
    "phase_spans",
    "place_by_definition",
    "places",
    "plans",
    "policies",
    "practice_indicators",
    "predicate_counts",
    "predicates",
    "problems",
    "process_rows",
    "processes",
    "progresses",
    "province_codes",
    "provinces",
    "published_dates",
    "rapor_readings",
    "rapor_reports",
    "ratings",
    "refusals",
    "refused_events",
    "region_spellings",
    "register_profiles",
    "resolutions",
    "root_causes",
    "rules",
    "runs",
    "schools",
    "scopes",
    "score_differences",
    "solutions",
    "sources",
    "standard_metrics",
    "standings",
    "table_pairs",
    "table_rows",
    "tally_changes",
    "targets",
    "teacher_ids",
    "teachers",
    "team_lists",
    "team_shares",
    "teams",
    "tie_breaks",
    "tie_methods",
    "tracks",
    "trails",
    "units",
    "unranked_rows",
    "violations",
    "windows",
    "work_lines",
    "working_weeks",
    "year_days",
]


def __dir__() -> list[str]:
    return __all__
