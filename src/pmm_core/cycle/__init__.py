"""One teacher's performance in one period: what may happen, who may do it, when, and why not more.

`PerformanceCycle` takes events and answers; the tables (`PROCESS_2024`, `PROCESS_2025`) say what follows what.
"""

from pmm_core.cycle._audit import Audit, Finding, audit
from pmm_core.cycle._cycle import PerformanceCycle
from pmm_core.cycle._event import CycleEvent
from pmm_core.cycle._events import EVENT_TYPES
from pmm_core.cycle._events_appraisal import (
    AppraisalSent,
    Appraised,
    AspectJudgement,
    CycleClosed,
    EkinerjaSynchronised,
)
from pmm_core.cycle._events_planning import PlanAgreed, PlanApproved, PlanDrafted, PlanSubmitted, RevisionRequested
from pmm_core.cycle._events_practice import (
    FOCUS_BEHAVIOURS,
    FinalNoteGiven,
    FocusRating,
    FollowUpAdvised,
    FollowUpDiscussed,
    FollowUpDone,
    FollowUpReflected,
    ObservationHeld,
    ObservationRescheduled,
    PreparationDiscussed,
)
from pmm_core.cycle._events_record import CompetenceCompleted, EvidenceAttached, SuperiorChanged
from pmm_core.cycle._frame import Frame
from pmm_core.cycle._graph import Move, graphviz, inner_moves, markdown, mermaid, outer_moves
from pmm_core.cycle._kinds import EventKind
from pmm_core.cycle._party import OFFICE_ROLES, SUPERIORS, Party
from pmm_core.cycle._plan import (
    ADVISED_POINTS,
    HEAD_INDICATORS,
    MOVER_EVENTS,
    POINTS,
    PRACTICE_ITEM,
    TEACHER_INDICATORS,
    CompetenceItem,
    CompetenceKind,
    ExtraDuty,
    IndicatorFamily,
    Plan,
    PracticeIndicator,
)
from pmm_core.cycle._policies import AppraisalAfter, ApprovalDays, ObservationDays, PointsBound, Policies, StageRuns
from pmm_core.cycle._process import Guard, Process, Row
from pmm_core.cycle._steps import NextStep
from pmm_core.cycle._tables import PROCESS_2024, PROCESS_2025, PROCESSES
from pmm_core.cycle._terms import Awareness, Behaviour, PracticeAspect, Progress, RubricLevel, Side, Stage, State
from pmm_core.cycle._trail import Trail

__all__ = [
    "ADVISED_POINTS",
    "EVENT_TYPES",
    "FOCUS_BEHAVIOURS",
    "HEAD_INDICATORS",
    "MOVER_EVENTS",
    "OFFICE_ROLES",
    "POINTS",
    "PRACTICE_ITEM",
    "PROCESSES",
    "PROCESS_2024",
    "PROCESS_2025",
    "SUPERIORS",
    "TEACHER_INDICATORS",
    "AppraisalAfter",
    "AppraisalSent",
    "Appraised",
    "ApprovalDays",
    "AspectJudgement",
    "Audit",
    "Awareness",
    "Behaviour",
    "CompetenceCompleted",
    "CompetenceItem",
    "CompetenceKind",
    "CycleClosed",
    "CycleEvent",
    "EkinerjaSynchronised",
    "EventKind",
    "EvidenceAttached",
    "ExtraDuty",
    "FinalNoteGiven",
    "Finding",
    "FocusRating",
    "FollowUpAdvised",
    "FollowUpDiscussed",
    "FollowUpDone",
    "FollowUpReflected",
    "Frame",
    "Guard",
    "IndicatorFamily",
    "Move",
    "NextStep",
    "ObservationDays",
    "ObservationHeld",
    "ObservationRescheduled",
    "Party",
    "PerformanceCycle",
    "Plan",
    "PlanAgreed",
    "PlanApproved",
    "PlanDrafted",
    "PlanSubmitted",
    "PointsBound",
    "Policies",
    "PracticeAspect",
    "PracticeIndicator",
    "PreparationDiscussed",
    "Process",
    "Progress",
    "RevisionRequested",
    "Row",
    "RubricLevel",
    "Side",
    "Stage",
    "StageRuns",
    "State",
    "SuperiorChanged",
    "Trail",
    "audit",
    "graphviz",
    "inner_moves",
    "markdown",
    "mermaid",
    "outer_moves",
]


def __dir__() -> list[str]:
    return __all__
