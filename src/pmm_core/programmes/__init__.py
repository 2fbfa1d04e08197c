"""Programmes around the platform, from Guru Penggerak to Rapor Pendidikan (program).

Four things that schools live with beside the platform: the training of Guru Penggerak, the national assessment (asesmen
nasional, AN), the report that follows from it (Rapor Pendidikan), and the planning that follows from the report
(perencanaan berbasis data, PBD) and ends in the plan of a performance cycle.
"""

from pmm_core.programmes._assessment import (
    AN_GRADES,
    AN_MEASURES,
    AN_SAMPLED,
    AN_TAKES,
    AnDimension,
    AnInstrument,
    AnMode,
    AnSite,
    AnTaker,
)
from pmm_core.programmes._candidate import (
    APPLYING_ROLES,
    CONDITIONS,
    MINIMUM_YEARS,
    SUFFICIENT_QUALIFICATIONS,
    Candidate,
    Condition,
    DefinitiveHeads,
    Qualification,
    eligibility,
    enter_selection,
)
from pmm_core.programmes._cohort import COHORTS, Cohort, PublishedDate, cohort
from pmm_core.programmes._indicator import HEAD_INDICATORS, TEACHER_INDICATORS, IndicatorFamily, PracticeIndicator
from pmm_core.programmes._participation import AnParticipation, AnTally, count_participations
from pmm_core.programmes._pbd import DataBasedPlanning
from pmm_core.programmes._pbd_items import BudgetLine, PbdItem, RootCause, Solution, WorkLine
from pmm_core.programmes._pbd_steps import PBD_STEPS, PbdRow, PbdStep
from pmm_core.programmes._penggerak import (
    CLASS_COACHES,
    GRADERS,
    INDIVIDUAL_VISITS,
    LEARNING_MIX,
    SELECTION,
    LearningPart,
    ProgrammeRole,
    SelectionPart,
    SelectionStage,
)
from pmm_core.programmes._rapor import (
    PRACTICE_FAMILIES,
    PRACTICES,
    PRIORITY_INDICATORS,
    Achievement,
    Change,
    RaporIndicator,
    RaporReading,
)
from pmm_core.programmes._report import RaporReport, ScoreDifference, score_differences

__all__ = [
    "AN_GRADES",
    "AN_MEASURES",
    "AN_SAMPLED",
    "AN_TAKES",
    "APPLYING_ROLES",
    "CLASS_COACHES",
    "COHORTS",
    "CONDITIONS",
    "GRADERS",
    "HEAD_INDICATORS",
    "INDIVIDUAL_VISITS",
    "LEARNING_MIX",
    "MINIMUM_YEARS",
    "PBD_STEPS",
    "PRACTICES",
    "PRACTICE_FAMILIES",
    "PRIORITY_INDICATORS",
    "SELECTION",
    "SUFFICIENT_QUALIFICATIONS",
    "TEACHER_INDICATORS",
    "Achievement",
    "AnDimension",
    "AnInstrument",
    "AnMode",
    "AnParticipation",
    "AnSite",
    "AnTaker",
    "AnTally",
    "BudgetLine",
    "Candidate",
    "Change",
    "Cohort",
    "Condition",
    "DataBasedPlanning",
    "DefinitiveHeads",
    "IndicatorFamily",
    "LearningPart",
    "PbdItem",
    "PbdRow",
    "PbdStep",
    "PracticeIndicator",
    "ProgrammeRole",
    "PublishedDate",
    "Qualification",
    "RaporIndicator",
    "RaporReading",
    "RaporReport",
    "RootCause",
    "ScoreDifference",
    "SelectionPart",
    "SelectionStage",
    "Solution",
    "WorkLine",
    "cohort",
    "count_participations",
    "eligibility",
    "enter_selection",
    "score_differences",
]


def __dir__() -> list[str]:
    return __all__
