"""The laws of appraisal: better is never worse, words come back, distributions are judged as the notes judge them."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import example, given, strategies as st

from pmm_core.appraisal import (
    AnnualEvaluation,
    AnnualOpening,
    MostReading,
    OrganisationPredicate,
    PeriodicEvaluation,
    Predicate,
    PredicateCounts,
    Rating,
    Wording,
    annual_window,
    bounds,
    can_be_met,
    check_distribution,
    pairs_of,
    periodic_window,
    predicate_of,
)
from pmm_core.calendar import CALENDAR, DeadlineKind, Extension, Period, PeriodCalendar, Phase
from pmm_core.errors import UnknownNameError
from pmm_core.sources import works
from pmm_core.testing._appraisal import annual_evaluations, periodic_evaluations
from pmm_core.testing._appraisal_distribution import distribution_checks, organisation_predicates, predicate_counts
from pmm_core.testing._calendar import extensions

RANK = list(Predicate).index
WORTH = list(Rating).index
KINDS = (Rating, Predicate, OrganisationPredicate)


class TestTheMatrix:
    """A better rating on either axis never yields a worse predicate; every pair belongs to one predicate."""

    @pytest.mark.parametrize("one", list(product(Rating, repeat=2)), ids=str)
    def test_better_is_never_worse(self, one: tuple[Rating, Rating]) -> None:
        for other in product(Rating, repeat=2):
            if WORTH(one[0]) <= WORTH(other[0]) and WORTH(one[1]) <= WORTH(other[1]):
                assert RANK(predicate_of(*one)) <= RANK(predicate_of(*other))

    def test_the_pairs_of_all_predicates_are_all_pairs_once(self) -> None:
        listed = [pair for predicate in Predicate for pair in pairs_of(predicate)]
        assert sorted(product(Rating, repeat=2), key=str) == sorted(listed, key=str)
        assert all(predicate_of(*pair) is predicate for predicate in Predicate for pair in pairs_of(predicate))


class TestWords:
    """What is written is read again, in any case and with blanks around it; what is read is one of the words."""

    @pytest.mark.parametrize("member", [member for kind in KINDS for member in kind], ids=repr)
    def test_every_word_comes_back(self, member: Rating | Predicate | OrganisationPredicate) -> None:
        for text in (member.value, member.label_id, member.label_en):
            for written in (text, text.upper(), text.lower(), text.swapcase(), f" {text}\t"):
                assert member is type(member).parse(written)

    @pytest.mark.parametrize("wording", Wording)
    @pytest.mark.parametrize("predicate", Predicate)
    def test_every_wording_comes_back(self, predicate: Predicate, wording: Wording) -> None:
        assert predicate is Predicate.parse(predicate.text(wording=wording))

    @given(st.sampled_from(KINDS), st.text(min_size=1).filter(str.strip))
    @example(Predicate, "Baik")
    @example(Predicate, "ſangat baik")  # a long s folds to a short one
    @example(Rating, "Baik")
    def test_a_text_is_one_of_the_words_or_refused(self, kind: Any, text: str) -> None:
        synonyms = ("Cukup", "Kurang/Misconduct", "Misconduct") if kind is Predicate else ("Cukup",)
        known = {word.casefold() for each in kind for word in (each.value, each.label_id, each.label_en)}
        known |= {word.casefold() for word in synonyms if kind is not Rating}
        if text.strip().casefold() in known:
            assert kind.parse(text) in kind
        else:
            with pytest.raises(UnknownNameError) as caught:
                kind.parse(text)
            assert [each.label_id for each in kind] == list(caught.value.suggestions)


HALF_YEAR = PeriodicEvaluation(
    employee="t-1", period=Period(2024, "S", 1), results=Rating.BELOW, behaviour=Rating.BELOW, on=date(2024, 6, 30)
)
YEAR = AnnualEvaluation(
    employee="t-1",
    year=2024,
    results=Rating.ABOVE,
    behaviour=Rating.ABOVE,
    on=date(2025, 2, 1),
    periodic=(HALF_YEAR,),
)
LONG_ASSESSMENT = Extension(
    period=Period(2024, "S", 2), phase=Phase.ASSESSMENT, until=date(2025, 2, 28), reason="-", source=works()[0]
)


class TestEvaluations:
    """An evaluation is late by the days after its deadline, early before its window, and otherwise in the window."""

    @given(periodic_evaluations())
    @example(HALF_YEAR)
    @example(attrs.evolve(HALF_YEAR, on=date(2024, 7, 1)))
    @example(attrs.evolve(HALF_YEAR, on=date(2024, 5, 31)))
    def test_of_a_period(self, done: PeriodicEvaluation) -> None:
        window = periodic_window(done.period)
        (last,) = [each.on for each in CALENDAR.deadlines(done.period) if each.kind is DeadlineKind.EVALUATION]
        assert (CALENDAR.window(done.period, Phase.ASSESSMENT).start, last) == (window.start, window.end)
        assert (done.on in window) is not (done.is_early() or done.is_late())
        assert done.days_late() == len([day for day in range(1, 400) if last + timedelta(day) <= done.on])
        assert predicate_of(done.results, done.behaviour) is done.predicate

    @given(annual_evaluations(), st.sampled_from(AnnualOpening))
    @example(YEAR, AnnualOpening.AFTER_LAST_PERIOD)
    @example(attrs.evolve(YEAR, on=date(2024, 12, 31)), AnnualOpening.AFTER_LAST_PERIOD)
    def test_of_a_year(self, done: AnnualEvaluation, opening: AnnualOpening) -> None:
        window = annual_window(done.year, opening=opening)
        assert done.year + 1 == window.end.year
        assert (done.on in window) is not (done.is_early(opening=opening) or done.is_late())
        assert done.on - timedelta(done.days_late()) == min(done.on, window.end)
        known = [each.period for each in done.periodic]
        assert sorted([*known, *done.missing()]) == list(CALENDAR.periods(done.year))

    @given(extensions(), st.sampled_from(AnnualOpening))
    @example(LONG_ASSESSMENT, AnnualOpening.WITH_LAST_ASSESSMENT)
    def test_an_extension_moves_a_period_at_most_and_never_the_year(
        self, extension: Extension, opening: AnnualOpening
    ) -> None:
        plain = PeriodCalendar(CALENDAR.schemes)
        longer, period = plain.extend(extension), extension.period
        moved = extension.phase is Phase.ASSESSMENT
        before, after = (periodic_window(period, calendar=each) for each in (plain, longer))
        assert (before.start, extension.until if moved else before.end) == (after.start, after.end)
        one, other = (annual_window(period.year, calendar=each, opening=opening) for each in (plain, longer))
        assert one == other

    @given(annual_evaluations())
    @example(YEAR)
    def test_what_differs_and_what_does_not_are_all(self, done: AnnualEvaluation) -> None:
        alike = [each for each in done.periodic if pairs_of(done.predicate).count((each.results, each.behaviour))]
        assert [each for each in done.periodic if each not in alike] == list(done.differing)
        assert done.differs is (len(alike) < len(done.periodic))

    @given(annual_evaluations())
    @example(YEAR)
    def test_the_periodic_ones_change_no_predicate(self, done: AnnualEvaluation) -> None:
        assert done.predicate is attrs.evolve(done, periodic=()).predicate


def compositions(employees: int, parts: int) -> Iterator[tuple[int, ...]]:
    """List every way in which so many employees fall into so many parts."""
    if parts == 1:
        yield (employees,)
        return
    for first in range(employees + 1):
        for rest in compositions(employees - first, parts - 1):
            yield (first, *rest)


# very poor, poor, needs improvement, good, very good: typed from the notes, in whole numbers only
def meets(heads: tuple[int, ...], organisation: OrganisationPredicate, reading: MostReading) -> bool:
    """Say whether a distribution is allowed, written from the notes and not from the table."""
    very_poor, poor, needs, good, very_good = heads
    n = sum(heads)
    half = reading is MostReading.MORE_THAN_HALF
    match organisation.label_id:
        case "Istimewa":
            return 10 * very_good <= 7 * n and (not half or 2 * very_good > n)
        case "Baik":
            return 10 * good <= 7 * n and poor + needs > 0 and (not half or 2 * good > n)
        case "Butuh Perbaikan":
            return 10 * needs >= 6 * n and 10 * very_good <= n
        case "Kurang":
            return 10 * poor >= 6 * n and 10 * needs >= n and 10 * very_good <= n
        case _:
            return 10 * very_poor >= 6 * n and 10 * (poor + needs) >= n and very_good == 0


def counted(heads: tuple[int, ...]) -> PredicateCounts:
    return PredicateCounts(**{each.name.lower(): number for each, number in zip(Predicate, heads, strict=True)})


QUESTIONS = list(product(OrganisationPredicate, MostReading))


class TestSmallOrganisations:
    """Every distribution of up to six employees is judged as by the sentences of the notes."""

    @pytest.mark.parametrize(("organisation", "reading"), QUESTIONS, ids=str)
    def test_every_composition(self, organisation: OrganisationPredicate, reading: MostReading) -> None:
        for employees in range(1, 7):
            met = False
            found = bounds(organisation, employees, reading=reading)
            for heads in compositions(employees, len(Predicate)):
                counts = counted(heads)
                expected = meets(heads, organisation, reading)
                check = check_distribution(counts, organisation, reading=reading)
                assert expected is check.ok
                missed = [
                    each for each in found if not each.fewest <= counts.heads(*each.clause.predicates) <= each.most
                ]
                assert missed == [violation.bounds for violation in check.violations]
                met = met or expected
            assert met is can_be_met(organisation, employees, reading=reading)


TOO_MANY = check_distribution(PredicateCounts(good=29, very_good=71), OrganisationPredicate.OUTSTANDING)


class TestDistributions:
    """Only shares matter, never the order; parts add up; what a violation says is enough to mend its clause."""

    @given(predicate_counts(min_employees=1), organisation_predicates(), st.sampled_from(MostReading))
    @example(PredicateCounts(good=29, very_good=71), OrganisationPredicate.OUTSTANDING, MostReading.CEILING_ONLY)
    @example(PredicateCounts(good=30, very_good=70), OrganisationPredicate.OUTSTANDING, MostReading.CEILING_ONLY)
    def test_the_verdict_is_that_of_the_notes(
        self, counts: PredicateCounts, organisation: OrganisationPredicate, reading: MostReading
    ) -> None:
        expected = meets(attrs.astuple(counts), organisation, reading)
        assert expected is check_distribution(counts, organisation, reading=reading).ok

    @given(distribution_checks(), st.integers(2, 50))
    @example(TOO_MANY, 3)
    def test_scaling_keeps_every_verdict(self, check: Any, factor: int) -> None:
        scaled = counted(tuple(factor * number for number in attrs.astuple(check.counts)))
        again = check_distribution(scaled, check.organisation, reading=check.reading)
        assert [each.clause for each in check.violations] == [each.clause for each in again.violations]
        assert check.ok is again.ok

    @given(st.lists(st.sampled_from(Predicate)), st.randoms(use_true_random=False))
    @example([Predicate.GOOD, Predicate.POOR], None)
    def test_the_order_does_not_matter(self, predicates: list[Predicate], shuffler: Any) -> None:
        mixed = predicates[::-1]
        if shuffler is not None:
            shuffler.shuffle(mixed)
        assert PredicateCounts.of(predicates) == PredicateCounts.of(iter(mixed))

    @given(st.lists(st.sampled_from(Predicate)), st.lists(st.sampled_from(Predicate)))
    @example([], [Predicate.GOOD])
    def test_adding_is_counting_together(self, one: list[Predicate], other: list[Predicate]) -> None:
        total = PredicateCounts.of(one) + PredicateCounts.of(other)
        assert PredicateCounts.of([*one, *other]) == total
        assert len(one) + len(other) == total.employees

    @given(predicate_counts(), predicate_counts(), predicate_counts())
    @example(PredicateCounts(), PredicateCounts(good=1), PredicateCounts(poor=2))
    def test_adding_has_a_neutral_element_and_no_order(
        self, one: PredicateCounts, other: PredicateCounts, third: PredicateCounts
    ) -> None:
        assert one == one + PredicateCounts() == PredicateCounts() + one
        assert one + other == other + one
        assert (one + other) + third == one + (other + third)

    @given(distribution_checks(ok=False))
    @example(TOO_MANY)
    def test_a_violation_misses_its_clause_by_what_it_says(self, check: Any) -> None:
        for each in check.violations:
            heads = check.counts.heads(*each.clause.predicates)
            assert heads == each.actual
            nearest = each.bounds.fewest if heads < each.bounds.fewest else each.bounds.most
            assert (nearest, abs(heads - nearest)) == (each.limit, each.misses_by)
            assert each.misses_by >= 1
        codes = {refusal.code for refusal in check.refusals}
        assert codes <= {"share-too-high", "share-too-low", "none-allowed", "some-needed"}

    @given(distribution_checks())
    @example(TOO_MANY)
    def test_a_check_is_met_where_nothing_is_refused(self, check: Any) -> None:
        assert check.ok is (not check.violations) is (not check.refusals)
        assert check.ok is meets(attrs.astuple(check.counts), check.organisation, check.reading)
