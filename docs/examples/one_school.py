"""What does a head of school see over all her teachers, and what do the predicates lead to?

Walks one made-up school with twelve teachers through the first semester of 2024: from Rapor Pendidikan to what a plan
picks, who is late on which day and with what, whether the semester may be closed, whether the predicates are
distributed as they must be, and what they earn in angka kredit.  There is no such school; every id is made up.

    python docs/examples/one_school.py
"""

import io
import sys
from collections.abc import Iterable
from datetime import date, timedelta

from pmm_core import CALENDAR, Party, PerformanceCycle, Period, Plan, Rating, Role
from pmm_core.appraisal import OrganisationPredicate, PredicateCounts, check_distribution
from pmm_core.calendar import format_date
from pmm_core.credit import CreditLedger, Earned, Golongan
from pmm_core.cycle import (
    AppraisalSent,
    Appraised,
    AspectJudgement,
    CompetenceItem,
    CompetenceKind,
    CycleEvent,
    FinalNoteGiven,
    FocusRating,
    FollowUpAdvised,
    FollowUpDiscussed,
    FollowUpDone,
    FollowUpReflected,
    ObservationHeld,
    PlanAgreed,
    PlanApproved,
    PlanSubmitted,
    PracticeAspect,
    PreparationDiscussed,
    RubricLevel,
)
from pmm_core.errors import RefusedError
from pmm_core.overview import closing, compare_tallies, count_cycles, require_one_each, review
from pmm_core.people import EmploymentStatus
from pmm_core.programmes import (
    TEACHER_INDICATORS,
    Achievement,
    BudgetLine,
    DataBasedPlanning,
    PracticeIndicator,
    RaporIndicator,
    RaporReading,
    RaporReport,
    RootCause,
    Solution,
    WorkLine,
)

PERIOD = Period.parse("2024-S1")
HEAD = Party("K-3", Role.HEAD)
TEACHERS = tuple(Party(f"G-{number:02}", Role.TEACHER) for number in range(1, 13))
DAY = timedelta(days=1)
WIDTH = 100

# how far each teacher came by the end of June, in steps of the story below; G-12 never opened a cycle
STEPS_DONE = (12, 12, 12, 12, 12, 12, 11, 11, 7, 3, 0)
RATINGS = (
    *(((Rating.ABOVE, Rating.ABOVE),) * 5),
    *(((Rating.AS_EXPECTED, Rating.AS_EXPECTED),) * 2),
    (Rating.BELOW, Rating.AS_EXPECTED),
)


def heading(text: str) -> None:
    """Print a heading, underlined."""
    print(f"\n{text}\n{'-' * WIDTH}")


def plan_of_the_school() -> PracticeIndicator:
    """From the report of the year before to the practice that this year's plans pick."""
    heading("From Rapor Pendidikan to a plan (identifikasi, refleksi, benahi)")
    report = RaporReport(
        unit="school-1",
        year=2023,
        readings=(
            RaporReading(indicator=RaporIndicator.LITERACY, achievement=Achievement.FAIR, score=62),
            RaporReading(indicator=RaporIndicator.NUMERACY, achievement=Achievement.FAIR, score=58),
            RaporReading(indicator=RaporIndicator.TEACHING_QUALITY, achievement=Achievement.POOR, score=41),
        ),
    )
    print("weakest first:", ", ".join(f"{reading.indicator.value} {reading.score}" for reading in report.weakest))
    planning = DataBasedPlanning(report=report)
    try:
        planning.conclude()
    except RefusedError as error:
        print(f"concluded at once? {error.refusals[0]}")
    feedback = next(each for each in TEACHER_INDICATORS if each.key == "feedback")
    weakest = report.weakest[0].indicator
    cause = RootCause(key="c1", indicator=weakest, text="umpan balik jarang diberikan", practice=feedback)
    planning = (
        planning.identify((weakest,))
        .reflect((cause,))
        .fix((Solution("s1", "c1", "berlatih memberi umpan balik"),))
        .plan_work((WorkLine("w1", "s1", "lokakarya umpan balik"),))
        .plan_budget((BudgetLine("b1", "w1", 1_500_000),))
        .conclude()
    )
    (practice,) = planning.practice_indicators
    print(f"budgeted: Rp{planning.total:,}; a teacher's plan can pick: {practice.label_id} ({practice.label_en})")
    return practice


def story(who: Party, practice: PracticeIndicator, ratings: tuple[Rating, Rating]) -> Iterable[CycleEvent]:
    """Everything that can happen to one teacher's cycle in the semester, in order."""
    results, behaviour = ratings
    plan = Plan(
        indicator=practice,
        competence=(
            CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 3),
            CompetenceItem("k2", CompetenceKind.PEER_OBSERVATION),
        ),
    )
    observed = date(2024, 3, 7)
    focus = tuple(FocusRating(name, RubricLevel.EFFECTIVE) for name in ("tepat waktu", "jelas", "menyemangati"))
    judged = tuple(AspectJudgement(aspect, results) for aspect in PracticeAspect)
    yield PlanSubmitted(on=date(2024, 1, 11), by=who, plan=plan)
    yield PlanApproved(on=date(2024, 1, 22), by=HEAD)
    yield PlanAgreed(on=date(2024, 1, 24), by=who)
    yield PreparationDiscussed(on=date(2024, 2, 20), by=who, scheduled=observed, aim="feedback that helps")
    yield ObservationHeld(on=observed, by=HEAD, ratings=focus, recommendation="go on like this")
    yield FollowUpDiscussed(on=observed + 7 * DAY, by=who, reflection="too little time", follow_up="one group a day")
    yield FollowUpAdvised(on=observed + 8 * DAY, by=HEAD, note="try it in two classes")
    yield FollowUpDone(on=date(2024, 5, 6), by=who, effort="tried in two classes")
    yield FollowUpReflected(on=date(2024, 6, 3), by=who, reflection="they ask for it")
    yield FinalNoteGiven(on=date(2024, 6, 5), by=HEAD, note="show it in the MGMP")
    yield Appraised(on=date(2024, 6, 24), by=HEAD, results=results, behaviour=behaviour, aspects=judged)
    yield AppraisalSent(on=date(2024, 6, 26), by=HEAD)


def cycles_of(practice: PracticeIndicator) -> list[PerformanceCycle]:
    """Open a cycle for all teachers but the last, and record as much of the story as each came through."""
    found: list[PerformanceCycle] = []
    for index, who in enumerate(TEACHERS[: len(STEPS_DONE)]):
        cycle = PerformanceCycle.open(employee=who, superior=HEAD, period=PERIOD)
        ratings = RATINGS[min(index, len(RATINGS) - 1)]
        for _, event in zip(range(STEPS_DONE[index]), story(who, practice, ratings), strict=False):
            cycle = cycle.apply(event)
        found.append(cycle)
    require_one_each(found)
    return found


def look(cycles: list[PerformanceCycle]) -> None:
    """See on three days how far everybody is, and who is late with what."""
    for on, ids in ((date(2024, 3, 25), False), (date(2024, 6, 20), False), (date(2024, 7, 1), True)):
        heading(f"The school on {on.isoformat()} ({format_date(on, weekday=True)})")
        print(review(cycles, on=on, expected=TEACHERS).text(ids=ids))


def close(cycles: list[PerformanceCycle]) -> None:
    """Ask whether the semester may be closed, and what changed since March."""
    on = date(2024, 7, 1)
    heading("May the semester be closed? (menutup periode)")
    answer = closing(cycles, period=PERIOD, on=on, expected=TEACHERS)
    print(answer)
    print("  first of what is missing:")
    for who, kinds in answer.unfinished:
        print(f"    {who}: {kinds[0].label_en}" + (f", and {len(kinds) - 1} more" if len(kinds) > 1 else ""))
    for refusal in answer.refusals:
        print(f"\n[{refusal.code}] {refusal.message}; possible:")
        print("\n".join(f"  {possible}" for possible in refusal.possible))
    heading("What changed between 25 March and 1 July (perbandingan)")
    print(compare_tallies(count_cycles(cycles, on=date(2024, 3, 25)), count_cycles(cycles, on=on)))


def distribute(cycles: list[PerformanceCycle]) -> None:
    """Check how the predicates are distributed, under two predicates of the organisation."""
    heading("How the predicates are distributed (distribusi predikat, SE MenPANRB 3/2023)")
    counts = PredicateCounts.of(cycle.predicate for cycle in cycles if cycle.predicate is not None)
    for organisation in (OrganisationPredicate.OUTSTANDING, OrganisationPredicate.GOOD):
        print(check_distribution(counts, organisation))


def earn(cycles: list[PerformanceCycle]) -> None:
    """Turn the predicate of one civil servant into angka kredit, and look ahead."""
    heading("What G-01, a PNS in III/a since January 2023, has earned (angka kredit, Peraturan BKN 3/2023)")
    predicate = cycles[0].predicate
    if predicate is None:
        raise SystemExit("G-01 was not rated")
    ledger = CreditLedger(start=Golongan.III_A, employment=EmploymentStatus.PNS)
    ledger = ledger.earn(Earned.in_year(2023, predicate)).earn(Earned.in_period(PERIOD, predicate))
    print(ledger)
    print()
    print(ledger.outlook())
    print()
    evaluation = cycles[0].evaluation
    if evaluation is not None:
        last = CALENDAR.deadlines(PERIOD)[-1]
        print(f"evaluated on {evaluation.on}, {evaluation.days_late()} days late; the last day was {last}")


def main() -> None:
    """Tell the whole story."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print("MADE-UP PEOPLE (orang rekaan): one school with twelve teachers in the first semester of 2024")
    practice = plan_of_the_school()
    cycles = cycles_of(practice)
    look(cycles)
    close(cycles)
    distribute(cycles)
    earn(cycles)


if __name__ == "__main__":
    main()
