"""What can happen in a cycle, as frozen values in the past tense.

Every event says on which day it happened and who did it.  What else it holds is checked by the event itself; whether it
may happen is decided elsewhere, in one place, from the tables.
"""

from typing import Final

from pmm_core.cycle._event import CycleEvent
from pmm_core.cycle._events_appraisal import AppraisalSent, Appraised, CycleClosed, EkinerjaSynchronised
from pmm_core.cycle._events_planning import PlanAgreed, PlanApproved, PlanDrafted, PlanSubmitted, RevisionRequested
from pmm_core.cycle._events_practice import (
    FinalNoteGiven,
    FollowUpAdvised,
    FollowUpDiscussed,
    FollowUpDone,
    FollowUpReflected,
    ObservationHeld,
    ObservationRescheduled,
    PreparationDiscussed,
)
from pmm_core.cycle._events_record import CompetenceCompleted, EvidenceAttached, SuperiorChanged

__all__ = [
    "EVENT_TYPES",
    "AppraisalSent",
    "Appraised",
    "CompetenceCompleted",
    "CycleClosed",
    "EkinerjaSynchronised",
    "EvidenceAttached",
    "FinalNoteGiven",
    "FollowUpAdvised",
    "FollowUpDiscussed",
    "FollowUpDone",
    "FollowUpReflected",
    "ObservationHeld",
    "ObservationRescheduled",
    "PlanAgreed",
    "PlanApproved",
    "PlanDrafted",
    "PlanSubmitted",
    "PreparationDiscussed",
    "RevisionRequested",
    "SuperiorChanged",
]

EVENT_TYPES: Final[tuple[type[CycleEvent], ...]] = (
    PlanDrafted,
    PlanSubmitted,
    RevisionRequested,
    PlanApproved,
    PlanAgreed,
    PreparationDiscussed,
    ObservationRescheduled,
    ObservationHeld,
    FollowUpDiscussed,
    FollowUpAdvised,
    FollowUpDone,
    FollowUpReflected,
    FinalNoteGiven,
    EvidenceAttached,
    CompetenceCompleted,
    SuperiorChanged,
    Appraised,
    AppraisalSent,
    EkinerjaSynchronised,
    CycleClosed,
)
"""Every kind of event, in the order of a cycle."""
