"""The kinds of documents: what they are called, and what is not written at all and why.

A new public class gets one line here; a test walks all doors and fails for a class that has none.  A text of this table
is never changed: documents hold it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from pmm_core import (
    appraisal,
    calendar,
    communities,
    credit,
    cycle,
    errors,
    overview,
    people,
    programmes,
    ranking,
    regions,
    sources,
)
from pmm_core.ranking._table import Table

KINDS: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {
        # errors
        "code": errors.Code,
        "problem": errors.Problem,
        "refusal": errors.Refusal,
        # sources
        "source": sources.Source,
        "rule": sources.Rule,
        # regions
        "province": regions.Province,
        "province-code": regions.ProvinceCode,
        "kabupaten": regions.Kabupaten,
        "kabupaten-code": regions.KabupatenCode,
        "alias": regions.Alias,
        "former-code": regions.FormerCode,
        "resolution": regions.Resolution,
        # calendar
        "window": calendar.Window,
        "period": calendar.Period,
        "year-day": calendar.YearDay,
        "phase-span": calendar.PhaseSpan,
        "deadline-rule": calendar.DeadlineRule,
        "period-pattern": calendar.PeriodPattern,
        "period-scheme": calendar.PeriodScheme,
        "extension": calendar.Extension,
        "period-calendar": calendar.PeriodCalendar,
        "deadline": calendar.Deadline,
        "open-phase": calendar.OpenPhase,
        "weekend-only": calendar.WeekendOnly,
        # people
        "nip": people.Nip,
        "nik": people.Nik,
        "nuptk": people.Nuptk,
        "npsn": people.Npsn,
        "belajar-account": people.BelajarAccount,
        "school": people.School,
        "pmm-progress": people.PmmProgress,
        "teacher": people.Teacher,
        "adoption-tally": people.AdoptionTally,
        # communities
        "learning-community": communities.LearningCommunity,
        "membership-rule": communities.MembershipRule,
        "community-tally": communities.CommunityTally,
        "headcount": communities.Headcount,
        "attendance": communities.Attendance,
        "activity": communities.Activity,
        # appraisal
        "periodic-evaluation": appraisal.PeriodicEvaluation,
        "annual-evaluation": appraisal.AnnualEvaluation,
        "clause": appraisal.Clause,
        "clause-bounds": appraisal.ClauseBounds,
        "predicate-counts": appraisal.PredicateCounts,
        "violation": appraisal.Violation,
        "distribution-check": appraisal.DistributionCheck,
        # credit
        "earned": credit.Earned,
        "diploma-bonus": credit.DiplomaBonus,
        "rise": credit.Rise,
        "credit-ledger": credit.CreditLedger,
        "ledger-line": credit.LedgerLine,
        "credit-need": credit.Need,
        "credit-outlook": credit.Outlook,
        # programmes
        "cohort": programmes.Cohort,
        "published-date": programmes.PublishedDate,
        "candidate": programmes.Candidate,
        "practice-indicator": programmes.PracticeIndicator,
        "rapor-reading": programmes.RaporReading,
        "rapor-report": programmes.RaporReport,
        "score-difference": programmes.ScoreDifference,
        "root-cause": programmes.RootCause,
        "solution": programmes.Solution,
        "work-line": programmes.WorkLine,
        "budget-line": programmes.BudgetLine,
        "data-based-planning": programmes.DataBasedPlanning,
        "an-participation": programmes.AnParticipation,
        "an-tally": programmes.AnTally,
        # cycle
        "party": cycle.Party,
        "competence-item": cycle.CompetenceItem,
        "extra-duty": cycle.ExtraDuty,
        "plan": cycle.Plan,
        "focus-rating": cycle.FocusRating,
        "aspect-judgement": cycle.AspectJudgement,
        **{event.kind.value: event for event in cycle.EVENT_TYPES},
        "policies": cycle.Policies,
        "process": cycle.Process,
        "frame": cycle.Frame,
        "performance-cycle": cycle.PerformanceCycle,
        "next-step": cycle.NextStep,
        "finding": cycle.Finding,
        "audit": cycle.Audit,
        # ranking
        "unit": ranking.Unit,
        "metric": ranking.Metric,
        "group": ranking.Group,
        "measurement": ranking.Measurement,
        "scope": ranking.Scope,
        "tie-break": ranking.TieBreak,
        "unranked": ranking.Unranked,
        "standing": ranking.Standing,
        "standings": ranking.Standings,
        "movement": ranking.Movement,
        "movements": ranking.Movements,
        "history": ranking.History,
        "track": ranking.Track,
        "run": ranking.Run,
        "pace": ranking.Pace,
        "target": ranking.Target,
        "team": ranking.Team,
        "team-share": ranking.TeamShare,
        "allocation": ranking.Allocation,
        "component": ranking.Component,
        "index": ranking.Index,
        "funnel": ranking.Funnel,
        "funnel-reading": ranking.FunnelReading,
        # overview
        "cycle-tally": overview.CycleTally,
        "milestone-change": overview.MilestoneChange,
        "tally-change": overview.TallyChange,
        "outstanding": overview.Outstanding,
        "closing": overview.Closing,
        "cycle-conflict": overview.Conflict,
        "overview": overview.Overview,
    }
)

NOT_WIRED: Final[Mapping[type[Any], str]] = MappingProxyType(
    {
        cycle.CycleEvent: "what all events have in common; each event is a kind of its own",
        cycle.Move: "an arrow of a drawing of the tables",
        cycle.Row: "a row of a process, which is named by its key",
        programmes.PbdRow: "a row of the table of steps, which the library holds",
        cycle.Trail: "the events of a cycle, which are written with it",
    }
)
"""Public values that have no document, each with the reason.  Errors are raised, not kept; their reasons are kinds."""

KIND_OF: Final[Mapping[type[Any], str]] = MappingProxyType({builds: kind for kind, builds in KINDS.items()})

BASES: Final[Mapping[type[Any], tuple[str, ...]]] = MappingProxyType(
    {
        cycle.CycleEvent: tuple(event.kind.value for event in cycle.EVENT_TYPES),
        Table: ("standings",),
    }
)
"""The kinds that may stand where a class names their common base."""

CANONICAL: Final[Mapping[str, str]] = MappingProxyType(
    {
        "province-code": r"[1-9][0-9]",
        "kabupaten-code": r"[1-9][0-9]\.(?:0[1-9]|[1-689][0-9]|7[1-9])",
        "window": r"[0-9]{4}-[0-9]{2}-[0-9]{2}\.\.[0-9]{4}-[0-9]{2}-[0-9]{2}",
        "period": r"[1-9][0-9]{3}-[A-Z]{1,3}[1-9][0-9]?",
        "nip": r"[0-9]{18}",
        "nik": r"[0-9]{16}",
        "nuptk": r"[0-9]{16}",
        "npsn": r"[0-9PK][0-9]{7}",
        "belajar-account": r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?@(?:[a-z0-9-]+\.){0,2}belajar\.id",
    }
)
"""The kinds that are written as one text, which ``str`` gives and ``parse`` reads, and the form of that text."""

PERSONAL: Final = frozenset({"nip", "nik", "nuptk", "belajar-account"})
"""The kinds that identify a person by themselves."""

PERSONAL_FIELDS: Final = frozenset({(people.Teacher, "name")})
"""The other fields that do."""
