"""The strategies for the programmes: only valid values, every form reached, the simplest first, no filtering."""

from collections.abc import Callable
from decimal import Context, Decimal, Inexact, Rounded, localcontext
from fractions import Fraction
from typing import Any, TypeVar, cast

import pytest
from hypothesis import Phase, find as simplest, given, settings, strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.errors import Code, PmmError, _codes
from pmm_core.people import EmploymentStatus, Role
from pmm_core.programmes import (
    COHORTS,
    PBD_STEPS,
    Achievement,
    AnMode,
    AnParticipation,
    AnSite,
    AnTally,
    BudgetLine,
    Candidate,
    Change,
    Cohort,
    DataBasedPlanning,
    PbdStep,
    ProgrammeRole,
    PublishedDate,
    Qualification,
    RaporIndicator,
    RaporReading,
    RaporReport,
    RootCause,
    ScoreDifference,
    Solution,
    WorkLine,
    cohort,
    eligibility,
)
from pmm_core.testing import NearMiss, schools
from pmm_core.testing._programmes import an_participations, an_tallies, candidates, cohorts, published_dates
from pmm_core.testing._programmes_near_misses import PROGRAMMES_NEAR_MISSES
from pmm_core.testing._programmes_rapor import (
    budget_lines,
    data_based_plannings,
    pbd_rows,
    rapor_readings,
    rapor_reports,
    root_causes,
    score_differences,
    solutions,
    work_lines,
)

T = TypeVar("T")
STRICT = settings(suppress_health_check=[], max_examples=50)  # a strategy that filters or dawdles fails here
REACH = settings(database=None, max_examples=3000, phases=[Phase.generate])
D1, D3 = RaporIndicator.TEACHING_QUALITY, RaporIndicator.INSTRUCTIONAL_LEADERSHIP


def first(strategy: st.SearchStrategy[T]) -> T:
    """The simplest example; no database, since Hypothesis would file all these under one key."""
    return simplest(strategy, anything, settings=settings(database=None))


def anything(_: object) -> bool:
    return True


def reached(strategy: st.SearchStrategy[T], *wanted: tuple[set[Any], Callable[[T], Any]]) -> None:
    """Fail where some of what is wanted is never seen, looking at each value from every side."""
    seen: list[set[Any]] = [set() for _ in wanted]

    def all_were_seen(value: T) -> bool:
        for (_, look), found in zip(wanted, seen, strict=True):
            found.add(look(value))
        return all(values <= found for (values, _), found in zip(wanted, seen, strict=True))

    simplest(strategy, all_were_seen, settings=REACH)


@STRICT
@given(published_dates(), cohorts(), candidates(), an_participations(), an_tallies())
def test_values_of_programmes_are_not_filtered(
    day: PublishedDate, one: Cohort, who: Candidate, taken: AnParticipation, tally: AnTally
) -> None:
    assert day.earliest <= day.latest
    assert one.number >= 1
    assert isinstance(eligibility(who, ProgrammeRole.CALON_GURU_PENGGERAK), tuple)
    assert taken.year >= 2020
    assert tally.schools >= 0


@STRICT
@given(rapor_readings(), rapor_reports(), score_differences(), root_causes(), data_based_plannings())
def test_values_of_reports_are_not_filtered(
    reading: RaporReading,
    report: RaporReport,
    difference: ScoreDifference,
    cause: RootCause,
    planning: DataBasedPlanning,
) -> None:
    assert reading.score >= 0
    assert report.weakest
    assert difference.difference == Fraction(difference.after) - Fraction(difference.before)
    assert cause.key
    assert planning.report.readings


@given(st.data())
def test_arguments_are_followed(data: st.DataObject) -> None:
    assert data.draw(cohorts(known=True)) in COHORTS
    assert 2022 == data.draw(an_participations(year=2022)).year
    assert 2022 == data.draw(an_tallies(year=2022)).year
    assert 2022 == data.draw(rapor_reports(year=2022)).year
    assert D1 is data.draw(rapor_readings(indicator=D1)).indicator
    assert D3 is data.draw(root_causes(indicator=D3)).indicator
    school = data.draw(schools())
    assert school == data.draw(an_participations(school=st.just(school))).school
    report = data.draw(rapor_reports())
    assert report == data.draw(data_based_plannings(report=st.just(report))).report
    assert data.draw(pbd_rows()) in PBD_STEPS
    assert isinstance(data.draw(solutions()), Solution)
    assert isinstance(data.draw(work_lines()), WorkLine)
    assert isinstance(data.draw(budget_lines()), BudgetLine)


@given(st.data(), st.integers(0, 6))
def test_plannings_have_come_as_far_as_is_asked(data: st.DataObject, steps: int) -> None:
    expected = [*PbdStep, None][steps]
    assert expected is data.draw(data_based_plannings(steps=steps)).step


def dates_of(each: Cohort) -> tuple[bool, bool] | None:
    """Which dates a made-up cohort has."""
    return (each.starts is not None, each.ends is not None) if each.number > len(COHORTS) else None


def test_every_form_of_cohorts_and_schools_is_reached() -> None:
    reached(published_dates(), ({True, False}, lambda each: each.day is None))
    dates = {(False, False), (True, False), (False, True), (True, True)}
    reached(cohorts(), ({1, 4, 11}, lambda each: each.number), (dates, dates_of))
    one_school = an_participations(school=st.just(first(schools())))
    reached(one_school, ({(s, m) for s in AnSite for m in AnMode}, lambda each: (each.site, each.mode)))


def test_every_fact_of_candidates_is_reached() -> None:
    flags = {None, True, False}
    reached(
        candidates(),
        (flags, lambda each: each.in_dapodik),
        (flags, lambda each: each.has_sk),
        (flags, lambda each: each.definitive),
        ({None, *Qualification}, lambda each: each.qualification),
        ({None, *Role}, lambda each: each.role),
        ({None, *EmploymentStatus}, lambda each: each.employment),
    )
    reached(candidates(eligible=True), ({Role.TEACHER, Role.HEAD}, lambda each: each.role))


def test_every_form_of_reports_and_plannings_is_reached() -> None:
    reached(
        rapor_readings(),
        ({*Achievement}, lambda each: each.achievement),
        ({None, *Change}, lambda each: each.change),
        ({int, Decimal, Fraction}, lambda each: type(each.score)),
    )
    reached(rapor_reports(), ({1, 2, 6}, lambda each: len(each.readings)), (set(RaporIndicator), weakest_of))
    reached(root_causes(), ({(None, True), (D1, False), (D3, False)}, practice_of))
    reached(data_based_plannings(), ({None, *PbdStep}, lambda each: each.step))
    reached(data_based_plannings(steps=6), ({True, False}, lambda each: bool(each.practice_indicators)))
    more = data_based_plannings(steps=2)
    reached(more, ({0, 1, 2}, lambda each: len(each.root_causes) - len(each.indicators)))


def weakest_of(report: RaporReport) -> RaporIndicator:
    return report.weakest[0].indicator


def practice_of(cause: RootCause) -> tuple[RaporIndicator | None, bool]:
    return (None, True) if cause.practice is None else (cause.indicator, False)


def test_scores_do_not_depend_on_the_decimal_context() -> None:
    with localcontext(Context(prec=3, capitals=0, traps=[Inexact, Rounded])):
        found = first(rapor_readings().map(score_of).filter(lambda score: isinstance(score, Decimal) and score > 99))
    assert "99.01" == str(found)


def score_of(reading: RaporReading) -> object:
    return reading.score


def test_the_simplest() -> None:
    assert PublishedDate(2020, 1) == first(published_dates())
    assert cohort(1) == first(cohorts())
    assert Candidate() == first(candidates())
    eligible = first(candidates(eligible=True))
    assert (5, Qualification.D4, Role.TEACHER) == (eligible.years_taught, eligible.qualification, eligible.role)
    taken = first(an_participations())
    assert (2020, AnMode.ONLINE, AnSite.OWN) == (taken.year, taken.mode, taken.site)
    assert AnTally(year=2020) == first(an_tallies())
    reading = RaporReading(indicator=RaporIndicator.LITERACY, achievement=Achievement.POOR, score=0)
    assert reading == first(rapor_readings())
    assert RaporReport(unit="s-1", year=2020, readings=(reading,)) == first(rapor_reports())
    assert ScoreDifference(RaporIndicator.LITERACY, 0, 0) == first(score_differences())
    assert RootCause(key="c1", indicator=RaporIndicator.LITERACY, text="A") == first(root_causes())
    assert Solution("s1", "c1", "A") == first(solutions())
    assert WorkLine("w1", "s1", "A") == first(work_lines())
    assert BudgetLine("b1", "w1", 0) == first(budget_lines())
    assert PBD_STEPS[0] == first(pbd_rows())
    assert DataBasedPlanning(report=first(rapor_reports())) == first(data_based_plannings())
    done = first(data_based_plannings(steps=6))
    assert (1, 1, 1, 1, 0) == (*map(len, (done.root_causes, done.solutions, done.work, done.budget)), done.total)


WRONG: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
    "known": lambda: cohorts(known=cast("Any", 1)),
    "eligible": lambda: candidates(eligible=cast("Any", "yes")),
    "school": lambda: an_participations(school=cast("Any", "sd-1")),
    "year of a participation": lambda: an_participations(year=cast("Any", "2022")),
    "year of a tally": lambda: an_tallies(year=cast("Any", "2022")),
    "year of a report": lambda: rapor_reports(year=cast("Any", "2022")),
    "indicator of a reading": lambda: rapor_readings(indicator=cast("Any", "D.1")),
    "indicator of a cause": lambda: root_causes(indicator=cast("Any", "D.1")),
    "report": lambda: data_based_plannings(report=cast("Any", "report")),
    "too many steps": lambda: data_based_plannings(steps=7),
    "fewer than no steps": lambda: data_based_plannings(steps=-1),
    "a yes for steps": lambda: data_based_plannings(steps=True),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_arguments_are_refused_when_a_value_is_drawn(name: str) -> None:
    strategy = WRONG[name]()
    with pytest.raises(InvalidArgument):
        first(strategy)


@pytest.mark.parametrize("miss", PROGRAMMES_NEAR_MISSES, ids=lambda miss: f"{miss.code}: {miss.why}")
def test_near_misses_are_refused_for_their_code(miss: NearMiss) -> None:
    with pytest.raises(PmmError) as caught:
        miss.provoke()
    assert miss.code in caught.value.codes


@pytest.mark.parametrize("code", _codes._PROGRAMMES, ids=lambda code: code.text)
def test_every_code_of_the_programmes_has_a_near_miss(code: Code) -> None:
    assert code.text in {miss.code for miss in PROGRAMMES_NEAR_MISSES}
