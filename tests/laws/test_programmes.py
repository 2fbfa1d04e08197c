"""The laws of the programmes: cohorts, conditions, counts, reports and the chain from a report to a plan."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import example, given, strategies as st

from pmm_core.cycle import Plan
from pmm_core.errors import IncomparableError, RefusedError
from pmm_core.people import EmploymentStatus, Role
from pmm_core.programmes import (
    COHORTS,
    PBD_STEPS,
    PRACTICES,
    Achievement,
    AnMode,
    AnParticipation,
    AnSite,
    Candidate,
    DataBasedPlanning,
    DefinitiveHeads,
    PbdStep,
    ProgrammeRole,
    Qualification,
    RaporIndicator,
    RaporReading,
    RaporReport,
    RootCause,
    Solution,
    cohort,
    count_participations,
    eligibility,
    score_differences,
)
from pmm_core.testing import an_participations, candidates, data_based_plannings, rapor_readings, rapor_reports

CGP = ProgrammeRole.CALON_GURU_PENGGERAK
GOOD: dict[str, Any] = {
    "in_dapodik": True,
    "years_taught": 5,
    "qualification": Qualification.S1,
    "has_sk": True,
    "role": Role.TEACHER,
    "definitive": True,
    "employment": EmploymentStatus.PNS,
}


class TestCohorts:
    """Every cohort lasts nine months by name up to the fourth and six from the fifth, and is found by its number."""

    @given(st.integers(1, 11))
    @example(4)
    @example(5)
    def test_by_number(self, number: int) -> None:
        assert (number, 9 if number <= 4 else 6) == (cohort(number).number, cohort(number).months)

    @given(st.integers(0, len(COHORTS) - 2))
    @example(0)
    def test_no_cohort_begins_before_the_one_ahead_of_it(self, place: int) -> None:
        starts = [each.starts.earliest for each in COHORTS[place : place + 2] if each.starts]
        ends = [each.ends.latest for each in COHORTS[place : place + 2] if each.ends]
        assert sorted(starts) == starts
        assert sorted(ends) == ends


def reasons(candidate: Candidate, heads: DefinitiveHeads = DefinitiveHeads.NON_ASN) -> Counter[tuple[str, str]]:
    found = eligibility(candidate, CGP, heads=heads)
    return Counter((reason.code, reason.message) for reason in found)


FACTS: dict[str, tuple[Any, ...]] = {
    "in_dapodik": (None, True, False),
    "years_taught": (None, 4, 5, 6),
    "qualification": (None, *Qualification),
    "has_sk": (None, True, False),
}
HEADS: tuple[dict[str, Any], ...] = tuple(
    {"role": role, "definitive": definitive, "employment": employment}
    for role, definitive, employment in product(
        (None, Role.TEACHER, Role.HEAD, Role.SUPERVISOR), (None, True, False), (None, *EmploymentStatus)
    )
)


class TestEligibility:
    """The reasons of somebody are the reasons of each of their facts alone, and a fact that is mended adds none."""

    @given(candidates(), st.sampled_from(DefinitiveHeads))
    @example(Candidate(), DefinitiveHeads.NON_ASN)
    @example(Candidate(role=Role.HEAD, definitive=False), DefinitiveHeads.EVERY_HEAD)
    def test_all_reasons_are_the_union_of_the_single_ones(self, candidate: Candidate, heads: DefinitiveHeads) -> None:
        union: Counter[tuple[str, str]] = Counter()
        for names in (*((name,) for name in FACTS), ("role", "definitive", "employment")):
            union += reasons(Candidate(**(GOOD | {name: getattr(candidate, name) for name in names})), heads)
        assert union == reasons(candidate, heads)

    def test_each_combination_of_few_facts_by_a_table_of_its_own(self) -> None:
        """Exhaustive over what decides, judged by another way of saying the conditions."""
        for heads, facts in product(DefinitiveHeads, HEADS):
            role, definitive, employment = facts["role"], facts["definitive"], facts["employment"]
            worlds = {
                (one is Role.HEAD) and not firm and (not asn or heads is DefinitiveHeads.EVERY_HEAD)
                for one in ((Role.TEACHER, Role.HEAD) if role is None else (role,))
                for firm in ((True, False) if definitive is None else (definitive,))
                for asn in ((True, False) if employment is None else (employment.is_asn,))
            }
            told = {"unknown-fact" if len(worlds) > 1 else "head-not-definitive"} if True in worlds else set[str]()
            found = [code for code, _ in reasons(Candidate(**(GOOD | facts)), heads)]
            expected = {None: ["unknown-fact"], Role.SUPERVISOR: ["role-excluded"]}.get(role, [])
            assert sorted([*expected, *told]) == sorted(found)

    @given(candidates(), st.sampled_from(sorted(GOOD)), st.sampled_from(DefinitiveHeads))
    @example(Candidate(role=Role.HEAD, definitive=False), "employment", DefinitiveHeads.NON_ASN)
    @example(Candidate(), "role", DefinitiveHeads.NON_ASN)
    def test_mending_a_fact_adds_no_reason(self, candidate: Candidate, name: str, heads: DefinitiveHeads) -> None:
        mended = attrs.evolve(candidate, **{name: GOOD[name]})
        assert reasons(mended, heads) <= reasons(candidate, heads)

    @given(candidates(), st.sampled_from(sorted(GOOD)))
    @example(Candidate(), "has_sk")
    def test_finding_out_a_fact_never_opens_another(self, candidate: Candidate, name: str) -> None:
        known = attrs.evolve(candidate, **{name: GOOD[name]}) if getattr(candidate, name) is None else candidate
        assert [code for code, _ in reasons(known)].count("unknown-fact") <= reasons_open(candidate)

    @given(candidates(eligible=True), st.sampled_from(DefinitiveHeads))
    @example(Candidate(**GOOD), DefinitiveHeads.EVERY_HEAD)
    def test_who_is_drawn_as_eligible_is(self, candidate: Candidate, heads: DefinitiveHeads) -> None:
        assert () == eligibility(candidate, CGP, heads=heads)

    @given(candidates())
    @example(Candidate(role=Role.HEAD, employment=EmploymentStatus.PNS))
    def test_the_wider_reading_asks_more(self, candidate: Candidate) -> None:
        assert len(reasons(candidate)) <= len(reasons(candidate, DefinitiveHeads.EVERY_HEAD))


def reasons_open(candidate: Candidate) -> int:
    return sum(reason.code == "unknown-fact" for reason in eligibility(candidate, CGP))


class TestCounting:
    """A count is the number of those for which it is true, and parts add up to the whole."""

    @given(
        st.lists(an_participations(), max_size=8, unique_by=lambda each: (each.school.npsn, each.year)),
        st.integers(2020, 2022),
    )
    @example([], 2020)
    def test_counting_equals_a_naive_count(self, given_ones: list[AnParticipation], year: int) -> None:
        expected = Counter((each.site, each.mode) for each in given_ones if each.year == year)
        tally = count_participations(iter(given_ones), year=year)
        assert expected == Counter({(s, m): tally.of(site=s, mode=m) for s, m in product(AnSite, AnMode)})
        assert expected.total() == tally.schools == sum(tally.of(site=site) for site in AnSite)
        assert tally.schools == sum(tally.of(mode=mode) for mode in AnMode)


READING = RaporReading(indicator=RaporIndicator.NUMERACY, achievement=Achievement.FAIR, score=Decimal("0.5"))


def key(reading: RaporReading) -> tuple[int, Fraction, str]:
    """Say what is weaker, another way than the report does: by words, numbers and codes."""
    return (
        ["kurang", "sedang", "baik"].index(reading.achievement.label_id),
        Fraction(reading.score),
        reading.indicator.value,
    )


class TestReports:
    """A report says the same however its readings are ordered, and the weakest stand first."""

    @given(st.data(), rapor_reports())
    @example(None, RaporReport(unit="s-1", year=2023, readings=(READING,)))
    def test_the_order_of_what_is_given_does_not_matter(self, data: Any, report: RaporReport) -> None:
        given_ones: Iterable[RaporReading] = data.draw(st.permutations(report.readings)) if data else report.readings
        again = RaporReport(unit=report.unit, year=report.year, readings=tuple(given_ones))
        assert (report, report.weakest, hash(report)) == (again, again.weakest, hash(again))

    @given(rapor_reports())
    @example(RaporReport(unit="s-1", year=2023, readings=(READING,)))
    def test_the_weakest_stand_first(self, report: RaporReport) -> None:
        assert sorted(report.readings, key=key) == list(report.weakest)
        assert set(report.readings) == set(report.weakest)

    @given(rapor_reports(year=2023), rapor_reports(year=2024))
    @example(
        RaporReport(unit="s-1", year=2023, readings=(READING,)), RaporReport(unit="s-1", year=2024, readings=(READING,))
    )
    def test_a_difference_undoes_itself_or_is_refused(self, before: RaporReport, after: RaporReport) -> None:
        if before.unit == after.unit and before.indicators == after.indicators:
            for each, old, new in zip(score_differences(before, after), before.readings, after.readings, strict=True):
                assert Fraction(new.score) == Fraction(old.score) + each.difference
        else:
            with pytest.raises(IncomparableError):
                score_differences(before, after)

    @given(rapor_reports(year=2023), st.lists(rapor_readings(), min_size=7, max_size=7))
    @example(RaporReport(unit="s-1", year=2023, readings=(READING,)), [READING] * 7)
    def test_equal_scores_differ_by_nothing(self, before: RaporReport, words: list[RaporReading]) -> None:
        readings = tuple(
            attrs.evolve(each, achievement=other.achievement)
            for each, other in zip(before.readings, words, strict=False)
        )
        later = attrs.evolve(before, year=2024, readings=readings)
        assert {Fraction(0)} == {each.difference for each in score_differences(before, later)}


D1 = RaporIndicator.TEACHING_QUALITY
POOR = RaporReport(unit="s-1", year=2023, readings=(RaporReading(indicator=D1, achievement=Achievement.POOR, score=4),))
CAUSE = RootCause(key="c1", indicator=D1, text="jarang", practice=PRACTICES[D1][4])
HALF = DataBasedPlanning(report=POOR, indicators=(D1,), root_causes=(CAUSE,), solutions=(Solution("s1", "c1", "buku"),))
FIELDS = ("indicators", "root_causes", "solutions", "work", "budget")
VERBS = ("identify", "reflect", "fix", "plan_work", "plan_budget")


class TestPlanning:
    """Steps come in their order only; a refused one changes nothing; what was found is still there at the end."""

    @given(data_based_plannings())
    @example(HALF)
    def test_it_can_be_told_again_step_by_step(self, planning: DataBasedPlanning) -> None:
        again = DataBasedPlanning(report=planning.report)
        for row, verb, field in zip(PBD_STEPS, VERBS, FIELDS, strict=False):
            items = getattr(planning, field)
            if items:
                assert row.step is again.step
                before = {name: getattr(again, name) for name in FIELDS}
                again = getattr(again, verb)(items)
                assert before | {field: items} == {name: getattr(again, name) for name in FIELDS}
        assert planning == (again.conclude() if planning.concluded else again)

    @given(data_based_plannings(), data_based_plannings(steps=6))
    @example(HALF, HALF)
    def test_a_step_out_of_its_order_is_refused_and_changes_nothing(
        self, planning: DataBasedPlanning, other: DataBasedPlanning
    ) -> None:
        before = attrs.asdict(planning, recurse=False)
        for step, verb, field in zip(PbdStep, VERBS, FIELDS, strict=False):
            items = getattr(other, field)
            if items and step is not planning.step:
                assert "wrong-step" in {reason.code for reason in planning.refusals(step, items)}
                with pytest.raises(RefusedError):
                    getattr(planning, verb)(items)
        assert before == attrs.asdict(planning, recurse=False)

    @given(data_based_plannings())
    @example(HALF)
    def test_every_line_leads_back_to_an_indicator_of_the_report(self, planning: DataBasedPlanning) -> None:
        causes = {cause.key: cause.indicator for cause in planning.root_causes}
        fixes = {each.key: causes[each.root_cause] for each in planning.solutions}
        lines = {each.key: fixes[each.solution] for each in planning.work}
        costs: Counter[RaporIndicator] = Counter()
        for each in planning.budget:
            costs[lines[each.work]] += each.amount
        assert set(planning.indicators) <= set(planning.report.indicators)
        assert {each: costs[each] for each in RaporIndicator} == {
            each: planning.cost_of(each) for each in RaporIndicator
        }
        assert costs.total() == planning.total

    @given(data_based_plannings(steps=6))
    @example(attrs.evolve(HALF, solutions=(), root_causes=(), indicators=()))
    def test_its_practices_are_those_of_the_causes_and_a_plan_takes_each(self, planning: DataBasedPlanning) -> None:
        causes = planning.root_causes if planning.concluded else ()
        wanted = {cause.practice for cause in causes if cause.practice}
        assert wanted == set(planning.practice_indicators)
        assert len(wanted) == len(planning.practice_indicators)
        for practice in planning.practice_indicators:
            assert practice == Plan(indicator=practice, competence=()).indicator
