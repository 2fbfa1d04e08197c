"""What must not type-check with the programmes; a marker that is not needed is an error."""

from pmm_core.programmes import (
    COHORTS,
    LEARNING_MIX,
    AnParticipation,
    BudgetLine,
    Candidate,
    DataBasedPlanning,
    LearningPart,
    ProgrammeRole,
    PublishedDate,
    RaporIndicator,
    RaporReading,
    RaporReport,
    Solution,
    cohort,
    eligibility,
)

report = RaporReport(unit="s-1", year=2023, readings=())
planning = DataBasedPlanning(report=report)

cohort("4")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
COHORTS[3].months = 13  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
LEARNING_MIX[LearningPart.ON_THE_JOB] = 80  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
PublishedDate(2022)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Candidate(True, 5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Candidate(qualification="s1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
eligibility(Candidate(), "calon-guru-penggerak")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
eligibility(Candidate())  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
AnParticipation(year=2022)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
RaporReading(indicator=RaporIndicator.LITERACY, achievement="baik", score=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
RaporReport(unit="s-1", year=2023, readings=[])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
planning.identify(RaporIndicator.LITERACY)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
planning.fix((BudgetLine("b1", "w1", 0),))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
planning.conclude(())  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
planning.report = report  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
Solution("s1", "c1")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
BudgetLine("b1", "w1", 0.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ProgrammeRole.MENTOR  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
