"""What Hypothesis calls by itself, so that ``st.from_type(Standings)`` works with no import of `pmm_core.testing`.

The call comes with every import of Hypothesis in an environment that has both packages, so it only fills a table: every
strategy is built when a test asks for its type.

A strategy can be registered for a type only, not for its name, so that all concepts are imported: about 0.6 s in every
process that imports Hypothesis, which itself takes 0.3 s; two thirds of it are the classes of the concepts.  Hypothesis
itself puts off what it knows of NumPy by a table of its own internals; an import hook could wait for our modules.
Neither is an interface that anybody promises, and a strategy that was silently not found would be worse than the wait.
Whoever minds it sets ``HYPOTHESIS_NO_PLUGINS=1`` and calls `register` where it is wanted.

Each type is answered for itself only.  Hypothesis offers a strategy for every base of its type too, so that without
that ``st.from_type(Hashable)`` or ``st.from_type(Collection)`` of anybody's test would begin to give tables of ours.
"""

from collections.abc import Callable
from typing import Any, Final

from hypothesis import strategies as st

from pmm_core import (
    appraisal,
    calendar,
    codec,
    communities,
    credit,
    cycle,
    errors,
    holidays,
    overview,
    people,
    programmes,
    ranking,
    regions,
    sources,
)
from pmm_core.testing import (
    _appraisal,
    _appraisal_distribution,
    _calendar,
    _calendar_parts,
    _codec,
    _communities,
    _credit,
    _cycle,
    _cycle_audits,
    _cycle_events,
    _cycle_parts,
    _cycle_plans,
    _holidays,
    _identifiers,
    _overview_values,
    _people,
    _programmes,
    _programmes_rapor,
    _ranking,
    _ranking_figures,
    _ranking_indices,
    _ranking_rows,
    _ranking_tables,
    _ranking_targets,
    _region_finds,
    _regions,
    _sources,
    _tallies,
)
from pmm_core.testing._near_miss import NearMiss
from pmm_core.testing._near_misses import near_misses

Build = Callable[[type[Any]], st.SearchStrategy[Any]]


def register() -> None:
    """Tell Hypothesis how the public values are drawn; enums and plain data it finds out by itself.

    >>> register()  # done by Hypothesis itself where the library is installed
    >>> from hypothesis import find as simplest
    >>> from pmm_core import Kabupaten
    >>> simplest(st.from_type(Kabupaten), lambda kabupaten: True).key
    '11.01'
    """
    for kind, build in _STRATEGIES:
        st.register_type_strategy(kind, _only_for(kind, build))


def _only_for(kind: type[Any], build: Build) -> Build:
    return lambda asked: build(asked) if asked is kind else NotImplemented


def _from(make: Callable[[], st.SearchStrategy[Any]]) -> Build:
    return lambda _kind: make()


def _first_of(make: Callable[[], st.SearchStrategy[tuple[Any, ...]]]) -> Build:
    return lambda _kind: make().map(_first)


def _first(values: tuple[Any, ...]) -> Any:
    return values[0]


def _event_of(kind: type[cycle.CycleEvent]) -> Build:
    return lambda _kind: _cycle_events.events(kind=kind.kind)


_STRATEGIES: Final[tuple[tuple[type[Any], Build], ...]] = (
    (errors.Code, _from(_sources.error_codes)),
    (errors.Problem, _from(_sources.problems)),
    (errors.Refusal, _from(_sources.refusals)),
    (sources.Source, _from(_sources.sources)),
    (sources.Rule, _from(_sources.rules)),
    (regions.Province, _from(_regions.provinces)),
    (regions.Kabupaten, _from(_regions.kabupatens)),
    (regions.ProvinceCode, _from(_regions.province_codes)),
    (regions.KabupatenCode, _from(_regions.kabupaten_codes)),
    (regions.Alias, _from(_region_finds.aliases)),
    (regions.FormerCode, _from(_region_finds.former_codes)),
    (regions.Resolution, _from(_region_finds.resolutions)),
    (calendar.Window, _from(_calendar.windows)),
    (calendar.Period, _from(_calendar.periods)),
    (calendar.PeriodScheme, _from(_calendar.period_schemes)),
    (calendar.Extension, _from(_calendar.extensions)),
    (calendar.PeriodCalendar, _from(_calendar.period_calendars)),
    (calendar.WeekendOnly, _from(_calendar.working_weeks)),
    (holidays.NationalCalendar, _from(_holidays.national_calendars)),
    (calendar.WorkingCalendar, _from(_calendar.working_weeks)),
    (calendar.YearDay, _from(_calendar_parts.year_days)),
    (calendar.PhaseSpan, _from(_calendar_parts.phase_spans)),
    (calendar.DeadlineRule, _from(_calendar_parts.deadline_rules)),
    (calendar.PeriodPattern, _from(_calendar_parts.period_patterns)),
    (calendar.OpenPhase, _from(_calendar_parts.open_phases)),
    (calendar.Deadline, _from(_calendar_parts.deadlines)),
    (people.Nip, _from(_identifiers.nips)),
    (people.Nik, _from(_identifiers.niks)),
    (people.Nuptk, _from(_identifiers.nuptks)),
    (people.Npsn, _from(_identifiers.npsns)),
    (people.BelajarAccount, _from(_identifiers.belajar_accounts)),
    (people.School, _from(_people.schools)),
    (people.Teacher, _from(_people.teachers)),
    (people.PmmProgress, _from(_people.progresses)),
    (people.AdoptionTally, _from(_tallies.adoption_tallies)),
    (communities.LearningCommunity, _from(_communities.learning_communities)),
    (communities.Headcount, _from(_communities.headcounts)),
    (communities.Attendance, _from(_communities.attendances)),
    (communities.Activity, _from(_communities.activities)),
    (communities.MembershipRule, _from(_tallies.membership_rules)),
    (communities.CommunityTally, _from(_tallies.community_tallies)),
    (appraisal.PeriodicEvaluation, _from(_appraisal.periodic_evaluations)),
    (appraisal.AnnualEvaluation, _from(_appraisal.annual_evaluations)),
    (appraisal.PredicateCounts, _from(_appraisal_distribution.predicate_counts)),
    (appraisal.Clause, _from(_appraisal_distribution.clauses)),
    (appraisal.ClauseBounds, _from(_appraisal_distribution.clause_bounds)),
    (appraisal.Violation, _from(_appraisal_distribution.violations)),
    (appraisal.DistributionCheck, _from(_appraisal_distribution.distribution_checks)),
    (credit.Earned, _from(_credit.earned_months)),
    (credit.DiplomaBonus, _from(_credit.diploma_bonuses)),
    (credit.Rise, _from(_credit.golongan_rises)),
    (credit.CreditLedger, _from(_credit.credit_ledgers)),
    (credit.LedgerLine, _from(_credit.ledger_lines)),
    (credit.Need, _from(_credit.credit_needs)),
    (credit.Outlook, _from(_credit.credit_outlooks)),
    (programmes.PracticeIndicator, _from(_cycle_plans.practice_indicators)),
    (programmes.PublishedDate, _from(_programmes.published_dates)),
    (programmes.Cohort, _from(_programmes.cohorts)),
    (programmes.Candidate, _from(_programmes.candidates)),
    (programmes.AnParticipation, _from(_programmes.an_participations)),
    (programmes.AnTally, _from(_programmes.an_tallies)),
    (programmes.RaporReading, _from(_programmes_rapor.rapor_readings)),
    (programmes.RaporReport, _from(_programmes_rapor.rapor_reports)),
    (programmes.ScoreDifference, _from(_programmes_rapor.score_differences)),
    (programmes.RootCause, _from(_programmes_rapor.root_causes)),
    (programmes.Solution, _from(_programmes_rapor.solutions)),
    (programmes.WorkLine, _from(_programmes_rapor.work_lines)),
    (programmes.BudgetLine, _from(_programmes_rapor.budget_lines)),
    (programmes.PbdRow, _from(_programmes_rapor.pbd_rows)),
    (programmes.DataBasedPlanning, _from(_programmes_rapor.data_based_plannings)),
    (cycle.Party, _from(_cycle_plans.parties)),
    (cycle.CompetenceItem, _from(_cycle_plans.competence_items)),
    (cycle.Plan, _from(_cycle_plans.plans)),
    (cycle.Policies, _from(_cycle_plans.policies)),
    (cycle.Process, _from(_cycle_plans.processes)),
    (cycle.ExtraDuty, _from(_cycle_parts.extra_duties)),
    (cycle.FocusRating, _first_of(_cycle_plans.focus_ratings)),
    (cycle.AspectJudgement, _first_of(_cycle_events.aspect_judgements)),
    (cycle.Row, _from(_cycle_parts.process_rows)),
    (cycle.Move, _from(_cycle_parts.moves)),
    (cycle.Frame, _from(_cycle_parts.frames)),
    (cycle.Trail, _from(_cycle_parts.trails)),
    (cycle.NextStep, _from(_cycle_parts.next_steps)),
    (cycle.Audit, _from(_cycle_audits.audits)),
    (cycle.Finding, _from(_cycle_audits.findings)),
    (cycle.CycleEvent, _from(_cycle_events.events)),
    *((kind, _event_of(kind)) for kind in cycle.EVENT_TYPES),
    (cycle.PerformanceCycle, _from(_cycle.cycles)),
    (ranking.Unit, _from(_ranking.units)),
    (ranking.Metric, _from(_ranking.metrics)),
    (ranking.Measurement, _from(_ranking_figures.measurements)),
    (ranking.Group, _from(_ranking.groups)),
    (ranking.Scope, _from(_ranking.scopes)),
    (ranking.TieBreak, _from(_ranking_tables.tie_breaks)),
    (ranking.Standings, _from(_ranking_tables.standings)),
    (ranking.Standing, _from(_ranking_rows.table_rows)),
    (ranking.Unranked, _from(_ranking_rows.unranked_rows)),
    (ranking.Movement, _from(_ranking_tables.movements)),
    (ranking.Movements, _from(_ranking_tables.comparisons)),
    (ranking.History, _from(_ranking_tables.histories)),
    (ranking.Track, _from(_ranking_rows.tracks)),
    (ranking.Target, _from(_ranking_targets.targets)),
    (ranking.Run, _from(_ranking_rows.runs)),
    (ranking.Pace, _from(_ranking_rows.paces)),
    (ranking.Team, _from(_ranking_targets.teams)),
    (ranking.TeamShare, _from(_ranking_rows.team_shares)),
    (ranking.Allocation, _from(_ranking_targets.allocations)),
    (ranking.Component, _from(_ranking_indices.components)),
    (ranking.Index, _from(_ranking_indices.indices)),
    (ranking.Funnel, _from(_ranking_indices.funnels)),
    (ranking.FunnelReading, _from(_ranking_indices.funnel_readings)),
    (overview.CycleTally, _from(_overview_values.cycle_tallies)),
    (overview.MilestoneChange, _from(_overview_values.milestone_changes)),
    (overview.TallyChange, _from(_overview_values.tally_changes)),
    (overview.Outstanding, _from(_overview_values.outstanding_steps)),
    (overview.Closing, _from(_overview_values.closings)),
    (overview.Conflict, _from(_overview_values.cycle_conflicts)),
    (overview.Overview, _from(_overview_values.overviews)),
    (codec.Limits, _from(_codec.limits)),
    (NearMiss, _from(near_misses)),
)
