"""What users write with the programmes; checked, never run."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import assert_never, assert_type

from hypothesis.strategies import SearchStrategy

from pmm_core import testing
from pmm_core.cycle import Plan
from pmm_core.errors import Refusal
from pmm_core.people import Npsn, Role, School, SchoolLevel
from pmm_core.programmes import (
    AN_TAKES,
    COHORTS,
    LEARNING_MIX,
    PRACTICES,
    TEACHER_INDICATORS,
    Achievement,
    AnInstrument,
    AnMode,
    AnParticipation,
    AnSite,
    AnTaker,
    AnTally,
    BudgetLine,
    Candidate,
    Cohort,
    DataBasedPlanning,
    DefinitiveHeads,
    LearningPart,
    PbdStep,
    PracticeIndicator,
    ProgrammeRole,
    PublishedDate,
    Qualification,
    RaporIndicator,
    RaporReading,
    RaporReport,
    RootCause,
    ScoreDifference,
    SelectionStage,
    Solution,
    WorkLine,
    cohort,
    count_participations,
    eligibility,
    enter_selection,
    score_differences,
)
from pmm_core.regions import find
from pmm_core.sources import Certainty

assert_type(COHORTS[3].number, int)
assert_type(cohort(4), Cohort)
assert_type(cohort(4).starts, PublishedDate | None)
assert_type(PublishedDate(2022, 5).latest, date)
assert_type(cohort(4).months_source.certainty, Certainty)

ani = Candidate(in_dapodik=True, years_taught=5, qualification=Qualification.S1, role=Role.TEACHER)
assert_type(eligibility(ani, ProgrammeRole.CALON_GURU_PENGGERAK), tuple[Refusal, ...])
stage = enter_selection(ani, ProgrammeRole.CALON_GURU_PENGGERAK, heads=DefinitiveHeads.EVERY_HEAD)
assert_type(stage, SelectionStage)
mix: Mapping[LearningPart, int] = LEARNING_MIX

school = School(npsn=Npsn("10500001"), level=SchoolLevel.SD, kabupaten=find("15.04"))
taken = AnParticipation(school=school, year=2022, mode=AnMode.SEMI_ONLINE, site=AnSite.OWN)
assert_type(count_participations((each for each in [taken]), year=2022, level=SchoolLevel.SD), AnTally)
assert_type(AnTally(year=2022).of(site=AnSite.OWN), int)
assert_type(AN_TAKES[AnTaker.STUDENT, AnInstrument.AKM], bool)

d1 = RaporIndicator.TEACHING_QUALITY
reading = RaporReading(indicator=d1, achievement=Achievement.POOR, score=Fraction(83, 2))
report = RaporReport(unit="s-1", year=2023, readings=(reading,))
assert_type(report.weakest, tuple[RaporReading, ...])
assert_type(report.of(d1), RaporReading | None)
assert_type(score_differences(report, report), tuple[ScoreDifference, ...])
assert_type(score_differences(report, report)[0].difference, Fraction)
assert_type(PRACTICES[d1], tuple[PracticeIndicator, ...])

cause = RootCause(key="c1", indicator=d1, text="jarang", practice=TEACHER_INDICATORS[4])
planning = DataBasedPlanning(report=report).identify((d1,)).reflect((cause,)).fix((Solution("s1", "c1", "kombel"),))
assert_type(planning, DataBasedPlanning)
assert_type(planning.step, PbdStep | None)
assert_type(planning.refusals(PbdStep.WORK_PLAN, (WorkLine("w1", "s1", "lokakarya"),)), tuple[Refusal, ...])
assert_type(planning.can(PbdStep.OUTCOME), bool)
done = planning.plan_work((WorkLine("w1", "s1", "lokakarya"),)).plan_budget((BudgetLine("b1", "w1", 0),)).conclude()
assert_type(done.practice_indicators, tuple[PracticeIndicator, ...])
plans = [Plan(indicator=practice, competence=()) for practice in done.practice_indicators]


def colour(word: Achievement) -> str:
    match word:
        case Achievement.POOR:
            return "red"
        case Achievement.FAIR:
            return "yellow"
        case Achievement.GOOD:
            return "green"
        case _:
            assert_never(word)


cohorts: SearchStrategy[Cohort] = testing.cohorts(known=True)
plannings: SearchStrategy[DataBasedPlanning] = testing.data_based_plannings(report=testing.rapor_reports(), steps=3)
