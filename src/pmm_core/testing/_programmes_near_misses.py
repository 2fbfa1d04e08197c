"""Near misses of programmes: calls that are almost right, each with the code that it must be refused for."""

from decimal import Decimal
from typing import Any, Final, cast

import attrs

from pmm_core import programmes as door
from pmm_core.people import EmploymentStatus, Npsn, Role, School, SchoolLevel
from pmm_core.programmes import (
    HEAD_INDICATORS,
    TEACHER_INDICATORS,
    Achievement,
    AnMode,
    AnParticipation,
    AnSite,
    AnTally,
    BudgetLine,
    Candidate,
    Cohort,
    DataBasedPlanning,
    ProgrammeRole,
    PublishedDate,
    Qualification,
    RaporIndicator,
    RaporReading,
    RaporReport,
    RootCause,
    SelectionStage,
    Solution,
    WorkLine,
    cohort,
    count_participations,
    enter_selection,
    score_differences,
)
from pmm_core.regions import find
from pmm_core.sources import Certainty, Source
from pmm_core.testing._near_miss import NearMiss

_ANY: Final = cast("Any", door)  # the door without its types, for calls that a type checker would refuse
_MADE_UP: Final = Source(key="made-up", title="A note", locator="nowhere", certainty=Certainty.DESIGN)
_LITERACY, _TEACHING = RaporIndicator.LITERACY, RaporIndicator.TEACHING_QUALITY


def _apply(*, to: ProgrammeRole = ProgrammeRole.CALON_GURU_PENGGERAK, **changes: Any) -> SelectionStage:
    facts: dict[str, Any] = {"in_dapodik": True, "years_taught": 5, "has_sk": True, "role": Role.TEACHER}
    facts["qualification"] = Qualification.S1
    return enter_selection(Candidate(**(facts | changes)), to)


def _cohort(**changes: Any) -> Cohort:
    fields: dict[str, Any] = {"number": 12, "months": 6, "months_source": _MADE_UP}
    return Cohort(**(fields | changes))


def _taken(**changes: Any) -> AnParticipation:
    school = School(npsn=Npsn("10500001"), level=SchoolLevel.SD, kabupaten=find("15.04"))
    fields: dict[str, Any] = {"school": school, "year": 2022, "mode": AnMode.SEMI_ONLINE, "site": AnSite.OWN}
    return AnParticipation(**(fields | changes))


def _reading(**changes: Any) -> RaporReading:
    fields: dict[str, Any] = {"indicator": _TEACHING, "achievement": Achievement.POOR, "score": Decimal("41.5")}
    return RaporReading(**(fields | changes))


def _report(**changes: Any) -> RaporReport:
    fields: dict[str, Any] = {"unit": "s-1", "year": 2023, "readings": (_reading(),)}
    return RaporReport(**(fields | changes))


def _cause(**changes: Any) -> RootCause:
    fields: dict[str, Any] = {"key": "c1", "indicator": _TEACHING, "text": "umpan balik jarang diberikan"}
    return RootCause(**(fields | changes))


def _identified() -> DataBasedPlanning:
    return DataBasedPlanning(report=_report()).identify((_TEACHING,))


def _fixed() -> DataBasedPlanning:
    causes = (_cause(practice=TEACHER_INDICATORS[4]), _cause(key="c2"))
    return _identified().reflect(causes).fix((Solution("s1", "c1", "kombel"), Solution("s2", "c2", "supervisi")))


def _both() -> tuple[WorkLine, ...]:
    return WorkLine("w1", "s1", "kombel dua mingguan"), WorkLine("w2", "s2", "supervisi bulanan")


PROGRAMMES_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    NearMiss("too-small", "cohort 0", lambda: cohort(0)),
    NearMiss("too-large", "a cohort that nobody knows", lambda: cohort(12)),
    NearMiss("bool-for-int", "a yes for a cohort", lambda: cohort(True)),
    NearMiss("no-such-day", "31 September", lambda: PublishedDate(2021, 9, 31)),
    NearMiss("too-large", "month 13", lambda: PublishedDate(2021, 13)),
    NearMiss("wrong-type", "dates that nobody published", lambda: _cohort(starts=PublishedDate(2024, 1))),
    NearMiss(
        "window-reversed",
        "over before it began",
        lambda: _cohort(starts=PublishedDate(2024, 2), ends=PublishedDate(2024, 1), dates_source=_MADE_UP),
    ),
    NearMiss("not-in-dapodik", "not in Dapodik", lambda: _apply(in_dapodik=False)),
    NearMiss("too-few-years", "four years", lambda: _apply(years_taught=4)),
    NearMiss("qualification-short", "a D3", lambda: _apply(qualification=Qualification.D3)),
    NearMiss("no-appointment", "without an SK", lambda: _apply(has_sk=False)),
    NearMiss("role-excluded", "a school supervisor", lambda: _apply(role=Role.SUPERVISOR)),
    NearMiss(
        "head-not-definitive",
        "an acting head who is not an ASN",
        lambda: _apply(role=Role.HEAD, definitive=False, employment=EmploymentStatus.NON_ASN),
    ),
    NearMiss("unknown-fact", "nobody asked for the SK", lambda: _apply(has_sk=None)),
    NearMiss("unknown-fact", "a head of whom nothing else is known", lambda: _apply(role=Role.HEAD)),
    NearMiss("no-conditions", "an instructor", lambda: _apply(to=ProgrammeRole.INSTRUCTOR)),
    NearMiss("negative", "minus one year", lambda: Candidate(years_taught=-1)),
    NearMiss("wrong-type", "facts in a dict", lambda: _ANY.eligibility({}, ProgrammeRole.INSTRUCTOR)),
    NearMiss("duplicate", "a school twice", lambda: count_participations([_taken(), _taken()], year=2022)),
    NearMiss("wrong-type", "a number for a school", lambda: _taken(school=Npsn("10500001"))),
    NearMiss("negative", "fewer than no school", lambda: AnTally(year=2022, own_online=-1)),
    NearMiss("float-for-exact", "a float for a score", lambda: _reading(score=41.5)),
    NearMiss("negative", "a score below 0", lambda: _reading(score=-1)),
    NearMiss("empty", "a report on nothing", lambda: _report(readings=())),
    NearMiss("duplicate", "an indicator twice", lambda: _report(readings=(_reading(), _reading()))),
    NearMiss("personal-id", "a number for a unit", lambda: _report(unit="198609262015051001")),
    NearMiss("different-unit", "two schools", lambda: score_differences(_report(), _report(unit="s-2", year=2024))),
    NearMiss("dates-reversed", "the later year first", lambda: score_differences(_report(), _report(year=2022))),
    NearMiss(
        "different-indicators",
        "teaching and literacy",
        lambda: score_differences(_report(), _report(year=2024, readings=(_reading(indicator=_LITERACY),))),
    ),
    NearMiss("practice-mismatch", "a head's practice in teaching", lambda: _cause(practice=HEAD_INDICATORS[0])),
    NearMiss("wrong-step", "concluded before it began", lambda: DataBasedPlanning(report=_report()).conclude()),
    NearMiss("wrong-step", "identified twice", lambda: _identified().identify((_TEACHING,))),
    NearMiss(
        "unknown-link",
        "an indicator that the report does not tell",
        lambda: DataBasedPlanning(report=_report()).identify((_LITERACY,)),
    ),
    NearMiss("unknown-link", "a cause of another", lambda: _identified().reflect((_cause(indicator=_LITERACY),))),
    NearMiss("left-open", "a solution that is not planned", lambda: _fixed().plan_work(_both()[:1])),
    NearMiss(
        "left-open",
        "a line without a budget",
        lambda: _fixed().plan_work(_both()).plan_budget((BudgetLine("b1", "w1", 0),)),
    ),
    NearMiss(
        "left-open",
        "built with a cause that nothing mends",
        lambda: attrs.evolve(_fixed(), solutions=(Solution("s1", "c1", "kombel"),)),
    ),
    NearMiss("wrong-step", "built with a gap", lambda: DataBasedPlanning(report=_report(), root_causes=(_cause(),))),
    NearMiss("duplicate", "two causes of one key", lambda: _identified().reflect((_cause(), _cause()))),
    NearMiss("empty", "no root cause", lambda: _identified().reflect(())),
    NearMiss("negative", "a budget below 0", lambda: BudgetLine("b1", "w1", -1)),
    NearMiss("float-for-exact", "half a rupiah", lambda: _ANY.BudgetLine("b1", "w1", 0.5)),
    NearMiss("malformed", "a key with a blank", lambda: Solution("s 1", "c1", "kombel")),
    NearMiss("empty", "a practice without words", lambda: _ANY.PracticeIndicator("", "head", " ", " ")),
)
