"""Documents that each release has written: later releases read them for ever.

Every kind has one pinned value, built here from nothing that data or tables could change.  For each format there is a
folder of documents; ``PMM_UPDATE_GOLDEN=1`` writes those of the present format that are not there yet, and never
touches one that is: what was released stays as it is.
"""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeGuard

import attrs
import pytest
from goldens import is_rewriting

from pmm_core.appraisal import (
    AnnualEvaluation,
    Bound,
    Clause,
    ClauseBounds,
    DistributionCheck,
    MostReading,
    OrganisationPredicate,
    PeriodicEvaluation,
    Predicate,
    PredicateCounts,
    Rating,
    Violation,
)
from pmm_core.calendar import (
    ANNUAL_FROM_2026,
    PLANNING_2024_S1_EXTENDED,
    SEMESTERS_2024,
    Deadline,
    DeadlineKind,
    DeadlineRule,
    Extension,
    OpenPhase,
    Period,
    PeriodCalendar,
    PeriodPattern,
    PeriodScheme,
    Phase,
    PhaseSpan,
    Weekday,
    WeekendOnly,
    Window,
    YearDay,
)
from pmm_core.codec import FORMAT, from_plain, kinds, to_plain
from pmm_core.communities import (
    Activity,
    ActivityKind,
    Attendance,
    AttendanceMode,
    CommunityKind,
    CommunityTally,
    Forum,
    Headcount,
    LearningCommunity,
    MembershipRule,
    Reach,
)
from pmm_core.credit import CreditLedger, Degree, DiplomaBonus, Earned, Golongan, LedgerLine, Need, Outlook, Rise
from pmm_core.cycle import (
    PROCESS_2024,
    AppraisalSent,
    Appraised,
    AspectJudgement,
    Awareness,
    Behaviour,
    CompetenceCompleted,
    CompetenceItem,
    CompetenceKind,
    CycleClosed,
    EkinerjaSynchronised,
    EventKind,
    EvidenceAttached,
    ExtraDuty,
    FinalNoteGiven,
    FocusRating,
    FollowUpAdvised,
    FollowUpDiscussed,
    FollowUpDone,
    FollowUpReflected,
    NextStep,
    ObservationDays,
    ObservationHeld,
    ObservationRescheduled,
    Party,
    PerformanceCycle,
    Plan,
    PlanAgreed,
    PlanApproved,
    PlanDrafted,
    PlanSubmitted,
    Policies,
    PracticeAspect,
    PreparationDiscussed,
    Progress,
    RevisionRequested,
    RubricLevel,
    Side,
    State,
    SuperiorChanged,
    audit,
)
from pmm_core.errors import Code, Problem, Refusal
from pmm_core.overview import (
    Closing,
    Conflict,
    CycleTally,
    Milestone,
    MilestoneChange,
    Outstanding,
    Overview,
    TallyChange,
)
from pmm_core.people import (
    AdoptionTally,
    BelajarAccount,
    EmploymentStatus,
    Nik,
    Nip,
    Npsn,
    Nuptk,
    PmmProgress,
    Role,
    School,
    SchoolLevel,
    Teacher,
)
from pmm_core.programmes import (
    Achievement,
    AnMode,
    AnParticipation,
    AnSite,
    AnTally,
    BudgetLine,
    Candidate,
    Cohort,
    DataBasedPlanning,
    IndicatorFamily,
    PracticeIndicator,
    PublishedDate,
    Qualification,
    RaporIndicator,
    RaporReading,
    RaporReport,
    RootCause,
    ScoreDifference,
    Solution,
    WorkLine,
)
from pmm_core.ranking import (
    LARGER_COUNT,
    Allocation,
    Component,
    Funnel,
    FunnelReading,
    Group,
    History,
    Index,
    Measurement,
    Metric,
    Pace,
    Run,
    Scale,
    Scope,
    Standings,
    Team,
    TeamShare,
    TieBreak,
    Unit,
    Unranked,
    UnrankedReason,
)
from pmm_core.regions import (
    Alias,
    FormerCode,
    IslandGroup,
    Kabupaten,
    KabupatenCode,
    MatchedBy,
    Province,
    ProvinceCode,
    RegionKind,
    Resolution,
    TimeZone,
)
from pmm_core.sources import Certainty, Rule, Source

GOLDEN = Path(__file__).parent / "golden" / "codec"
PRESENT = GOLDEN / f"v{FORMAT}"

NAMES = {builds: kind for kind, builds in kinds().items()}
SOURCE = Source(key="note-1", title="A note", locator="page 3", certainty=Certainty.DESIGN, issued=date(2024, 1, 2))
JATENG = Province(code=ProvinceCode("33"), name="Jawa Tengah", island_group=IslandGroup.JAWA, timezone=TimeZone.WIB)


def area(code: str, name: str) -> Kabupaten:
    number = KabupatenCode(code)
    return Kabupaten(code=number, name=name, kind=number.kind, province=JATENG, kecamatan_count=9)


A, B, C = area("33.25", "Contoh Satu"), area("33.26", "Contoh Dua"), area("33.71", "Contoh Tiga")
SCHOOL = School(npsn=Npsn("20300001"), level=SchoolLevel.SMP, kabupaten=A, kecamatan="Kandeman", name="SMP Contoh")
GURU, KEPALA, DINAS = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD), Party("D-1", Role.OFFICE_HEAD)
PERIOD = Period.parse("2024-S1")


def regions() -> Iterable[object]:
    yield Alias("Kab. Contoh", A, "a press report")
    yield FormerCode(KabupatenCode("33.24"), A, "a law")
    yield Resolution(A, MatchedBy.ALIAS, "a note")
    yield Rule(
        key="codec.example", statement="An example.", applies_to=("pmm_core.codec",), source=SOURCE, note="doubt"
    )
    yield Code("made-up", "an example", "sebuah contoh")
    yield Problem("events[3].plan", "negative", "must not be negative")
    yield Refusal("unreachable", "too far", ("rank 2",))


def rule_as_first_written() -> Rule:
    """Build a rule that has been worded otherwise since its document was written."""
    return Rule(
        key="cycle.planning",
        statement="The employee drafts the plan (RHK) and submits it to the superior within the planning window.",
        applies_to=tuple(
            f"pmm_core.cycle.{name}" for name in ("PlanDrafted", "PlanSubmitted", "Plan", "PerformanceCycle")
        ),
        source=Source(
            key="se-dirjen-gtk-0559-2024",
            title="SE Dirjen GTK 0559/B.B1/GT.02.00/2024: pengelolaan kinerja guru dan kepala sekolah",
            locator="slideshare 266376676; sch.okeguru.com, February 2024",
            certainty=Certainty.OFFICIAL,
            issued=date(2024, 2, 2),
        ),
        note="The order draft, submitted, approved, agreed is told by practitioners; "
        "the app's own words were not found.",
    )


def calendar_as_first_written() -> PeriodCalendar:
    """Build the calendar that was known when its document was written: one scheme for 2025 and all later years."""
    annual = attrs.evolve(
        ANNUAL_FROM_2026,
        key="annual-2025",
        first_year=2025,
        note="Sources speak of 2025; the ends of execution and assessment and the years from 2026 on are our design.",
    )
    return PeriodCalendar((SEMESTERS_2024, annual), (PLANNING_2024_S1_EXTENDED,))


def calendar() -> Iterable[object]:
    deadlines = (DeadlineRule(DeadlineKind.EVALUATION, YearDay(1, 31, years_later=1), SOURCE),)
    spans = (
        PhaseSpan(phase=Phase.PLANNING, first=YearDay(1, 1), last=YearDay(1, 31), sources=(SOURCE,)),
        PhaseSpan(phase=Phase.EXECUTION, first=YearDay(2, 1), last=YearDay(12, 31), sources=(SOURCE,)),
    )
    pattern = PeriodPattern(
        label_id="tahunan",
        label_en="annual",
        first=YearDay(1, 1),
        last=YearDay(12, 31),
        phases=spans,
        deadlines=deadlines,
    )
    scheme = PeriodScheme(
        key="years", mark="TA", patterns=(pattern,), first_year=2024, last_year=2026, source=SOURCE, note="an example"
    )
    late = Extension(
        period=Period(2024, "TA", 1), phase=Phase.PLANNING, until=date(2024, 2, 29), reason="contoh", source=SOURCE
    )
    yield PeriodCalendar((scheme,), (late,))
    yield Deadline(period=PERIOD, kind=DeadlineKind.PLANNING, on=date(2024, 3, 31), source=SOURCE)
    yield OpenPhase(
        period=late.period,
        phase=Phase.PLANNING,
        window=Window(date(2024, 1, 1), late.until),
        regular=Window(date(2024, 1, 1), date(2024, 1, 31)),
        sources=(SOURCE,),
        extension=late,
    )
    yield WeekendOnly(frozenset({Weekday.SUNDAY, Weekday.SATURDAY}))


def people() -> Iterable[object]:
    yield Teacher(
        id="t-17",
        role=Role.TEACHER,
        workplace=SCHOOL,
        level=SchoolLevel.SMP,
        subject="IPS",
        employment=EmploymentStatus.PNS,
        nip=Nip("198609262015051001"),
        nuptk=Nuptk("1234567890123456"),
        account=BelajarAccount("ani@guru.smp.belajar.id"),
        name="Ani Contoh, S.Pd.",
        progress=PmmProgress(account_registered=True, logged_in=True, topics_completed=2),
    )
    yield Nik("3325010101900001")
    yield AdoptionTally(kabupaten=A, people=10, accounts=9, logged_in=7, topics=(5, 4, 2, 1))
    yield LearningCommunity(
        id="k-1",
        name="MGMP IPS",
        kind=CommunityKind.BETWEEN_SCHOOLS,
        seat=A,
        forum=Forum.MGMP,
        members=frozenset({"t-17", "t-18"}),
        movers=frozenset({"t-18"}),
        registered_on=date(2022, 11, 24),
    )
    yield MembershipRule(
        kind=CommunityKind.WITHIN_SCHOOL,
        reach=Reach.SAME_SCHOOL,
        members=frozenset({Role.TEACHER, Role.HEAD}),
        movers=frozenset({Role.TEACHER}),
        source=SOURCE,
        note="contoh",
    )
    yield CommunityTally(A, 144)
    counts = (
        Headcount(Role.TEACHER, 40, mode=AttendanceMode.OFFLINE, group="IPS"),
        Headcount(Role.HEAD, None, mode=AttendanceMode.ONLINE),
    )
    yield Activity(
        kind=ActivityKind.COACHING_CLINIC,
        name="Angkatan 7",
        days=(date(2022, 11, 23), date(2022, 11, 24)),
        day_count=3,
        sessions=4,
        attendance=Attendance(counts=counts, total=44, offline=40, online=4),
        kabupaten=A,
        community="k-1",
    )


def appraisals() -> Iterable[object]:
    half = PeriodicEvaluation(
        employee="G-17",
        period=PERIOD,
        results=Rating.AS_EXPECTED,
        behaviour=Rating.ABOVE,
        on=date(2024, 6, 30),
    )
    yield AnnualEvaluation(
        employee="G-17", year=2024, results=Rating.ABOVE, behaviour=Rating.ABOVE, on=date(2025, 1, 31), periodic=(half,)
    )
    clause = Clause(
        predicates=(Predicate.GOOD, Predicate.VERY_GOOD), bound=Bound.AT_LEAST, share=Fraction(3, 5), source=SOURCE
    )
    yield Violation(ClauseBounds(clause, 100), 59)
    yield DistributionCheck(
        PredicateCounts(very_poor=1, poor=2, needs_improvement=3, good=29, very_good=71),
        OrganisationPredicate.OUTSTANDING,
        reading=next(iter(MostReading)),
    )
    earned = Earned(year=2024, first_month=7, months=6, predicate=Predicate.GOOD)
    full = Earned(year=2025, first_month=1, months=12, predicate=Predicate.VERY_GOOD)
    yield CreditLedger(
        start=Golongan.III_A,
        employment=EmploymentStatus.PNS,
        opening=Decimal("45.50"),
        entries=(earned, DiplomaBonus(Degree.MASTER), full, Rise(Golongan.III_B)),
    )
    yield LedgerLine(entry=earned, golongan=Golongan.III_A, added=Fraction(25, 4), exact=Fraction(75, 4))
    yield Need(golongan=Golongan.III_A, to=Golongan.III_B, balance=Decimal("12.50"))
    yield Outlook(golongan=Golongan.III_A, balance=Fraction(75, 4))


def programmes() -> Iterable[object]:
    yield Cohort(
        number=7,
        months=6,
        months_source=SOURCE,
        starts=PublishedDate(2022, 10, 20),
        ends=PublishedDate(2023, 5),
        dates_source=SOURCE,
        note="contoh",
    )
    yield Candidate(
        in_dapodik=True,
        years_taught=6,
        qualification=Qualification.S1,
        has_sk=True,
        role=Role.HEAD,
        definitive=True,
        employment=EmploymentStatus.PNS,
    )
    practice = PracticeIndicator(
        "feedback", IndicatorFamily.TEACHER, "umpan balik konstruktif", "constructive feedback"
    )
    quality = RaporIndicator.TEACHING_QUALITY
    reading = RaporReading(indicator=quality, achievement=Achievement.POOR, score=Decimal("41.50"))
    yield DataBasedPlanning(
        report=RaporReport(unit="s-1", year=2023, readings=(reading,)),
        indicators=(quality,),
        root_causes=(RootCause(key="c1", indicator=quality, text="umpan balik jarang", practice=practice),),
        solutions=(Solution("s1", "c1", "pelatihan"),),
        work=(WorkLine("w1", "s1", "lokakarya"),),
        budget=(BudgetLine("b1", "w1", 2_500_000),),
        concluded=True,
    )
    yield ScoreDifference(quality, 60, Decimal("55.5"))
    yield AnParticipation(school=SCHOOL, year=2022, mode=AnMode.ONLINE, site=AnSite.OWN)
    yield AnTally(year=2022, own_online=200, own_semi_online=40, hosted_online=3, hosted_semi_online=1)


def cycles() -> Iterable[object]:
    practice = PracticeIndicator(
        "feedback", IndicatorFamily.TEACHER, "umpan balik konstruktif", "constructive feedback"
    )
    plan = Plan(
        indicator=practice,
        competence=(CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 4),),
        duties=(ExtraDuty("d1", "pembina ekstrakurikuler"),),
        expectations=((Behaviour.SERVICE, "ramah"),),
    )
    ratings = tuple(FocusRating(f"perilaku {number}", RubricLevel.EFFECTIVE, "catatan") for number in (1, 2, 3))
    aspects = tuple(AspectJudgement(aspect, Rating.AS_EXPECTED) for aspect in PracticeAspect)
    yield PlanDrafted(on=date(2024, 1, 9), by=GURU, plan=plan)
    yield RevisionRequested(on=date(2024, 1, 15), by=KEPALA, reason="sebutkan kelasnya")
    yield PlanApproved(on=date(2024, 1, 22), by=KEPALA)
    yield PlanAgreed(on=date(2024, 1, 23), by=GURU)
    yield PreparationDiscussed(on=date(2024, 2, 5), by=GURU, scheduled=date(2024, 2, 12), aim="umpan balik")
    yield ObservationRescheduled(on=date(2024, 2, 6), by=KEPALA, scheduled=date(2024, 2, 13), reason="rapat")
    yield ObservationHeld(on=date(2024, 2, 13), by=KEPALA, ratings=ratings, recommendation="teruskan")
    yield FollowUpDiscussed(
        on=date(2024, 2, 20), by=GURU, reflection="sulit", follow_up="belajar", awareness=Awareness.AWARE
    )
    yield FollowUpAdvised(on=date(2024, 2, 21), by=KEPALA, note="coba lagi")
    yield FollowUpDone(on=date(2024, 3, 4), by=GURU, effort="kursus")
    yield FollowUpReflected(on=date(2024, 3, 5), by=GURU, reflection="membaik", awareness=None)
    yield FinalNoteGiven(on=date(2024, 3, 6), by=KEPALA, note="bagus")
    yield EvidenceAttached(
        on=date(2024, 4, 1), by=GURU, item="k1", number=1, title="sertifikat", dated=date(2024, 3, 30)
    )
    yield CompetenceCompleted(on=date(2024, 4, 2), by=GURU, item="k1", reflection="berguna")
    yield SuperiorChanged(on=date(2024, 4, 3), by=DINAS, superior=Party("K-4", Role.HEAD), reason="mutasi")
    yield Appraised(
        on=date(2024, 6, 3),
        by=KEPALA,
        results=Rating.ABOVE,
        behaviour=Rating.AS_EXPECTED,
        aspects=aspects,
        notes="catatan",
    )
    yield AppraisalSent(on=date(2024, 6, 4), by=KEPALA)
    yield EkinerjaSynchronised(on=date(2024, 6, 5), by=DINAS, reference="BKN-1")
    yield CycleClosed(on=date(2024, 6, 30), by=DINAS)
    process = PROCESS_2024.choosing(Policies(observation=ObservationDays.AS_SCHEDULED))
    opened = PerformanceCycle.open(employee=GURU, superior=KEPALA, period=PERIOD, process=process)
    yield opened.apply(PlanSubmitted(on=date(2024, 1, 11), by=GURU, plan=plan))
    yield NextStep(
        kind=EventKind.PLAN_APPROVED, by=(Side.SUPERIOR,), window=Window(date(2024, 1, 1), date(2024, 3, 31)), open=True
    )


def audits() -> Iterable[object]:
    opened = PerformanceCycle.open(employee=GURU, superior=KEPALA, period=PERIOD, process=PROCESS_2024)
    told = audit(opened.frame, [PlanAgreed(on=date(2024, 1, 23), by=GURU)])
    yield told
    yield told.findings[0]


def overviews() -> Iterable[object]:
    agreed, draft = (State.AGREED, Progress.NOT_STARTED), (State.DRAFT, Progress.NOT_STARTED)
    before = CycleTally(on=date(2024, 3, 31), places=((*agreed, 3), (*draft, 1)))
    after = CycleTally(on=date(2024, 9, 30), places=((*agreed, 7), (*draft, 1)))
    yield TallyChange(before, after)
    yield MilestoneChange(milestone=Milestone.PLAN_AGREED, before=30, after=35, cycles_before=40, cycles_after=42)
    late = Outstanding(
        employee=GURU,
        superior=KEPALA,
        period=PERIOD,
        kind=EventKind.PLAN_SUBMITTED,
        by=(Side.EMPLOYEE,),
        deadline=date(2024, 3, 31),
        on=date(2024, 3, 31),
        is_next=True,
    )
    yield Overview(tally=before, within=14, steps=(late,), expected=6, missing=("G-20", "G-21"))
    yield Closing(
        period=PERIOD,
        on=date(2024, 6, 30),
        cycles=2,
        expected=3,
        missing=("G-18",),
        unfinished=(("G-17", (EventKind.PLAN_APPROVED, EventKind.PLAN_AGREED)),),
    )
    yield Conflict(employee=GURU, first=PERIOD, second=PERIOD, shared=Window(date(2024, 1, 1), date(2024, 6, 30)))


def rankings() -> Iterable[object]:
    schools = Unit("schools", "sekolah", "schools")
    logged_in = Metric(
        key="schools-logged-in",
        label_id="sekolah masuk",
        label_en="schools in",
        unit=schools,
        base=schools,
        scale=Scale.SHARE,
        source=SOURCE,
    )

    def table(day: date, *counts: int) -> Standings:
        figures = tuple(
            Measurement.share(each, logged_in, count, of=240, on=day)
            for each, count in zip((A, B), counts, strict=True)
        )
        return Standings(
            metric=logged_in,
            on=day,
            measurements=figures,
            scope=Scope.province(JATENG),
            tie_breaks=(LARGER_COUNT,),
            without=(Unranked(C, UnrankedReason.INCOMPLETE),),
        )

    june, july = table(date(2022, 6, 30), 120, 60), table(date(2022, 7, 31), 120, 180)
    yield june.rows[0]
    yield july.compare(june)
    yield july.compare(june).rows[0]
    yield History((june, july))
    yield History((june, july)).of(A)
    yield Run(date(2022, 6, 30), date(2022, 7, 31), 2)
    yield july.target(A, rank=1, by=date(2022, 8, 31), since=june)
    yield Pace(156, 7)
    teams = (
        Team(kecamatan="Kandeman", level=SchoolLevel.SD, left=30, weight=Decimal("1.50")),
        Team(kecamatan="Bawang", level=SchoolLevel.SMP, left=20, weight=Fraction(1, 2)),
    )
    yield Allocation(7, (TeamShare(teams[0], 5), TeamShare(teams[1], 2)))
    group = Group(A, "kandeman", "Kecamatan Kandeman")
    small = Measurement(area=group, metric=logged_in, on=date(2022, 6, 30), numerator=3, size=4)
    yield TieBreak.by([small])
    yield small
    yield group
    score = Metric(key="score", label_id="skor", label_en="score", unit=Unit("points", "poin", "points"), source=SOURCE)
    yield Index(
        key="both",
        label_id="gabungan",
        label_en="both",
        components=(
            Component(metric=logged_in, weight=Decimal("0.75")),
            Component(metric=score, weight=Fraction(1, 4), full_mark=100),
        ),
        source=SOURCE,
    )
    yield Funnel((logged_in,))
    yield FunnelReading(june.measurements[:1])


def gather(value: object, found: dict[str, Any]) -> None:
    """Take the first value of each kind that stands in a value, itself included."""
    home: type[Any] = type(value)
    if home in NAMES:
        found.setdefault(NAMES[home], value)
    if attrs.has(home):
        for field in attrs.fields(home):
            gather(getattr(value, field.name), found)
    elif is_row(value):
        for part in value:
            gather(part, found)


def is_row(value: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(value, tuple)


def is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def is_object(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


@cache
def examples() -> MappingProxyType[str, Any]:
    found: dict[str, Any] = {}
    for section in (
        cycles(),
        people(),
        appraisals(),
        programmes(),
        overviews(),
        rankings(),
        calendar(),
        regions(),
        audits(),
    ):
        for value in section:
            gather(value, found)
    found["period-calendar"] = calendar_as_first_written()
    found["rule"] = rule_as_first_written()
    found["source"] = found["rule"].source
    return MappingProxyType(found)


def text_of(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def released() -> list[Path]:
    return sorted(GOLDEN.glob("v*/*.json"))


def test_every_kind_has_a_pinned_value() -> None:
    assert sorted(kinds()) == sorted(examples())


@pytest.mark.parametrize("kind", kinds())
def test_a_kind_is_written_as_its_golden_document(kind: str) -> None:
    path = PRESENT / f"{kind}.json"
    if is_rewriting() and not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(to_plain(examples()[kind])), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text_of(to_plain(examples()[kind]))


@pytest.mark.parametrize("path", released(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_was_ever_written_is_still_read(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    assert (path.stem, path.parent.name) == (document["kind"], f"v{document['format']}")
    value = from_plain(document)
    assert examples()[document["kind"]] == value
    assert to_plain(value) == to_plain(examples()[document["kind"]])


def test_every_format_has_its_documents() -> None:
    assert [f"v{number}" for number in range(1, FORMAT + 1)] == sorted({path.parent.name for path in released()})


def test_a_released_kind_is_never_taken_back() -> None:
    assert {path.stem for path in released()} <= set(kinds())


def test_the_pinned_values_use_every_type_that_stands_in_documents() -> None:
    found = {type(part).__name__ for kind in kinds() for part in leaves(to_plain(examples()[kind]))}
    assert {"str", "int", "bool", "NoneType"} == found
    assert RegionKind.KOTA is examples()["unranked"].area.kind


def leaves(data: object) -> Iterable[object]:
    if is_object(data):
        for part in data.values():
            yield from leaves(part)
    elif is_list(data):
        for part in data:
            yield from leaves(part)
    else:
        yield data
