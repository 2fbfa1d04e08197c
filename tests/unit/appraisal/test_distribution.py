"""The distribution of predicates: the examples of the notes, every violated clause, and what bounds mean in heads."""

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, cast

import attrs
import pytest

from pmm_core import appraisal
from pmm_core.appraisal import (
    DISTRIBUTION,
    Bound,
    Clause,
    ClauseBounds,
    DistributionCheck,
    MostReading,
    OrganisationPredicate,
    Predicate,
    PredicateCounts,
    Violation,
    bounds,
    can_be_met,
    check_distribution,
    clauses_of,
)
from pmm_core.errors import InvalidValueError, RefusedError
from pmm_core.sources import works

ANY = cast("Any", appraisal)  # the door without its types, for calls that a type checker would refuse
ISTIMEWA, BAIK = OrganisationPredicate.OUTSTANDING, OrganisationPredicate.GOOD
BUTUH, KURANG = OrganisationPredicate.NEEDS_IMPROVEMENT, OrganisationPredicate.POOR
SANGAT_KURANG = OrganisationPredicate.VERY_POOR
HALF = MostReading.MORE_THAN_HALF
WORK = works()[0]


def check(
    organisation: OrganisationPredicate, *, reading: MostReading = MostReading.CEILING_ONLY, **heads: int
) -> DistributionCheck:
    return check_distribution(PredicateCounts(**heads), organisation, reading=reading)


@pytest.mark.parametrize(
    ("organisation", "heads", "expected"),
    [
        # the worked examples of the notes
        (ISTIMEWA, {"very_good": 71, "good": 29}, ["share-too-high"]),
        (ISTIMEWA, {"very_good": 70, "good": 30}, []),
        (BAIK, {"good": 70, "very_good": 30}, ["some-needed"]),
        (BUTUH, {"needs_improvement": 60, "very_good": 10, "good": 30}, []),
        (BUTUH, {"needs_improvement": 60, "very_good": 11, "good": 29}, ["share-too-high"]),
        (SANGAT_KURANG, {"very_poor": 89, "poor": 10, "very_good": 1}, ["none-allowed"]),
        # both sides of every other boundary
        (BAIK, {"good": 70, "very_good": 29, "poor": 1}, []),
        (BAIK, {"good": 70, "very_good": 29, "needs_improvement": 1}, []),
        (BAIK, {"good": 71, "very_good": 29}, ["share-too-high", "some-needed"]),
        (BAIK, {"good": 70, "very_poor": 30}, ["some-needed"]),
        (BUTUH, {"needs_improvement": 59, "good": 41}, ["share-too-low"]),
        (KURANG, {"poor": 60, "needs_improvement": 10, "very_good": 10, "good": 20}, []),
        (KURANG, {"poor": 59, "needs_improvement": 10, "very_good": 10, "good": 21}, ["share-too-low"]),
        (KURANG, {"poor": 60, "needs_improvement": 9, "very_good": 10, "good": 21}, ["share-too-low"]),
        (KURANG, {"poor": 60, "needs_improvement": 10, "very_good": 11, "good": 19}, ["share-too-high"]),
        (KURANG, {"very_good": 100}, ["share-too-low", "share-too-low", "share-too-high"]),
        (SANGAT_KURANG, {"very_poor": 60, "poor": 4, "needs_improvement": 6, "good": 30}, []),
        (SANGAT_KURANG, {"very_poor": 60, "poor": 4, "needs_improvement": 5, "good": 31}, ["share-too-low"]),
        (SANGAT_KURANG, {"very_poor": 59, "poor": 10, "good": 31}, ["share-too-low"]),
    ],
)
def test_a_hundred_employees(organisation: OrganisationPredicate, heads: dict[str, int], expected: list[str]) -> None:
    found = check_distribution(PredicateCounts(**heads), organisation)
    assert 100 == found.counts.employees
    assert expected == [refusal.code for refusal in found.refusals]
    assert (not expected) is found.ok


@pytest.mark.parametrize(
    ("organisation", "very_good", "good", "ok"),
    [
        (ISTIMEWA, 50, 50, False),
        (ISTIMEWA, 51, 49, True),
        (ISTIMEWA, 70, 30, True),
        (ISTIMEWA, 71, 29, False),
        (BAIK, 48, 50, False),
        (BAIK, 47, 51, True),
        (BAIK, 28, 70, True),
        (BAIK, 27, 71, False),
    ],
)
def test_most_can_be_read_as_more_than_half_as_well(
    organisation: OrganisationPredicate,
    very_good: int,
    good: int,
    ok: bool,  # noqa: FBT001 -- from the table above
) -> None:
    poor = 100 - very_good - good
    assert ok is check(organisation, reading=HALF, very_good=very_good, good=good, poor=poor).ok
    ceiling = max(very_good if organisation is ISTIMEWA else 0, good if organisation is BAIK else 0)
    assert (ceiling <= 70) is check(organisation, very_good=very_good, good=good, poor=poor).ok


def test_what_a_violation_tells() -> None:
    (found,) = check(ISTIMEWA, very_good=71, good=29).violations
    assert ((Predicate.VERY_GOOD,), Bound.AT_MOST) == (found.clause.predicates, found.clause.bound)
    assert (71, 70, 1) == (found.actual, found.limit, found.misses_by)
    assert "very good: 71 of 100, 1 more than the 70 allowed" == str(found) == found.refusal.message
    assert ("at most 70 of 100 employees",) == found.refusal.possible


def test_every_violation_is_told_with_what_would_be_possible() -> None:
    found = check(SANGAT_KURANG, very_poor=5, very_good=5)
    assert [
        "very poor: 5 of 10, 1 fewer than the 6 needed",
        "poor or needs improvement: 0 of 10, 1 fewer than the 1 needed",
        "very good: 5 of 10, 5 more than the 0 allowed",
    ] == [refusal.message for refusal in found.refusals]
    possible = [(f"{word} of 10 employees",) for word in ("at least 6", "at least 1", "at most 0")]
    assert possible == [refusal.possible for refusal in found.refusals]
    with pytest.raises(RefusedError) as caught:
        found.require_ok()
    assert found.refusals == caught.value.refusals
    assert ("share-too-low", "none-allowed") == caught.value.codes


def test_a_check_that_is_met_gives_itself() -> None:
    met = check(ISTIMEWA, good=1)
    assert met is met.require_ok()
    assert ((), ()) == (met.violations, met.refusals)


def test_the_text_of_a_check() -> None:
    assert "outstanding organisation of 1 employee: every clause is met" == str(check(ISTIMEWA, good=1))
    assert [
        "good organisation of 3 employees: 2 clauses violated",
        "  good: 3 of 3, 1 more than the 2 allowed",
        "  poor or needs improvement: 0 of 3, 1 fewer than the 1 needed",
    ] == str(check(BAIK, good=3)).splitlines()


def test_a_check_names_its_sources() -> None:
    circular = ["se-menpanrb-3-2023"]
    assert circular == [work.key for work in check(ISTIMEWA, good=1).sources]
    assert [*circular, "pmm-core-design"] == [work.key for work in check(ISTIMEWA, reading=HALF, good=1).sources]
    assert circular == [work.key for work in check(KURANG, reading=HALF, good=1).sources]


@pytest.mark.parametrize("reading", MostReading)
@pytest.mark.parametrize("organisation", OrganisationPredicate)
def test_a_check_tells_its_rules_and_that_of_most_where_the_reading_decides(
    organisation: OrganisationPredicate, reading: MostReading
) -> None:
    most = ["appraisal.distribution-most"] if organisation in {ISTIMEWA, BAIK} else []
    found = check(organisation, reading=reading, good=1)
    assert [
        "appraisal.organisation-predicates",
        "appraisal.distribution",
        *most,
        "appraisal.distribution-heads",
    ] == [rule.key for rule in found.rules]
    assert set(found.sources) <= {rule.source for rule in found.rules}


class TestBounds:
    """A share of the employees, rounded inwards: up for a lower bound, down for an upper one."""

    @pytest.mark.parametrize(
        ("organisation", "employees", "expected"),
        [
            (ISTIMEWA, 100, [(0, 70)]),
            (ISTIMEWA, 7, [(0, 4)]),
            (ISTIMEWA, 1, [(0, 0)]),
            (BAIK, 43, [(0, 30), (1, 43)]),
            (BUTUH, 9, [(6, 9), (0, 0)]),
            (BUTUH, 10, [(6, 10), (0, 1)]),
            (BUTUH, 11, [(7, 11), (0, 1)]),
            (KURANG, 21, [(13, 21), (3, 21), (0, 2)]),
            (SANGAT_KURANG, 20, [(12, 20), (2, 20), (0, 0)]),
        ],
    )
    def test_by_the_ceiling(
        self, organisation: OrganisationPredicate, employees: int, expected: list[tuple[int, int]]
    ) -> None:
        assert expected == [(each.fewest, each.most) for each in bounds(organisation, employees)]

    @pytest.mark.parametrize(("employees", "fewest"), [(1, 1), (2, 2), (3, 2), (4, 3), (99, 50), (100, 51), (101, 51)])
    def test_more_than_half(self, employees: int, fewest: int) -> None:
        found = bounds(ISTIMEWA, employees, reading=HALF)
        assert [(0, 7 * employees // 10), (fewest, employees)] == [(each.fewest, each.most) for each in found]

    def test_the_text_of_bounds(self) -> None:
        found = bounds(SANGAT_KURANG, 12)
        assert [
            "very poor: at least 60 %: 8 to 12 of 12",
            "poor or needs improvement: at least 10 %: 2 to 12 of 12",
            "very good: at most 0 employees: 0 to 0 of 12",
        ] == [str(each) for each in found]

    def test_large_organisations_are_exact(self) -> None:
        """As a float, 70 % of these would be one head off."""
        employees = 10**17 + 3
        (found,) = bounds(ISTIMEWA, employees)
        assert 7 * 10**16 + 2 == found.most
        assert found.most != int(employees * 0.7)

    def test_heads_are_heads_in_every_size(self) -> None:
        five = Clause(predicates=(Predicate.GOOD,), bound=Bound.AT_LEAST, heads=5, source=WORK)
        assert (5, 100) == (five.fewest(100), five.most(100))
        assert (5, 3) == (five.fewest(3), five.most(3))  # more than there are: nothing meets it
        more, most = attrs.evolve(five, bound=Bound.MORE_THAN), attrs.evolve(five, bound=Bound.AT_MOST)
        assert (6, 100) == (more.fewest(100), more.most(100))
        assert (0, 5, 3) == (most.fewest(100), most.most(100), most.most(3))
        assert "good: at least 5 employees" == str(five)

    @pytest.mark.parametrize(
        ("bound", "limit", "code"),
        [
            (Bound.AT_MOST, {"heads": 0}, "none-allowed"),
            (Bound.AT_MOST, {"share": Fraction(0)}, "none-allowed"),
            (Bound.AT_MOST, {"heads": 1}, "share-too-high"),
            (Bound.AT_LEAST, {"heads": 6}, "share-too-low"),
            (Bound.MORE_THAN, {"share": Fraction(1, 2)}, "share-too-low"),
        ],
    )
    def test_clauses_of_one_s_own_have_codes_too(self, bound: Bound, limit: dict[str, Any], code: str) -> None:
        clause = Clause(predicates=(Predicate.GOOD,), bound=bound, source=WORK, **limit)
        assert code == Violation(ClauseBounds(clause, 10), 5).refusal.code

    @pytest.mark.parametrize(
        "clause",
        [
            Clause(predicates=(Predicate.GOOD,), bound=Bound.AT_LEAST, heads=1, source=WORK),
            Clause(predicates=(Predicate.GOOD,), bound=Bound.MORE_THAN, heads=0, source=WORK),
        ],
        ids=str,
    )
    def test_one_is_enough(self, clause: Clause) -> None:
        assert (True, False, 1) == (clause.needs_one, clause.allows_none, clause.fewest(10))
        assert "some-needed" == Violation(ClauseBounds(clause, 10), 0).refusal.code

    @pytest.mark.parametrize("reading", MostReading)
    @pytest.mark.parametrize("organisation", OrganisationPredicate)
    def test_only_organisations_of_one_two_or_four_cannot_meet_all(
        self, organisation: OrganisationPredicate, reading: MostReading
    ) -> None:
        impossible = {
            (KURANG, MostReading.CEILING_ONLY): [1, 2],
            (KURANG, HALF): [1, 2],
            (SANGAT_KURANG, MostReading.CEILING_ONLY): [1, 2],
            (SANGAT_KURANG, HALF): [1, 2],
            (ISTIMEWA, HALF): [1, 2, 4],
            (BAIK, HALF): [1, 2, 4],
        }
        found = [size for size in range(1, 301) if not can_be_met(organisation, size, reading=reading)]
        assert impossible.get((organisation, reading), []) == found


class TestCounting:
    """Counts are made in one pass, add up, and give exact shares."""

    def test_in_one_pass(self) -> None:
        def stream() -> Iterator[Predicate]:
            yield from (Predicate.GOOD, Predicate.VERY_GOOD, Predicate.GOOD, Predicate.VERY_POOR)

        once = stream()
        assert PredicateCounts(very_poor=1, good=2, very_good=1) == PredicateCounts.of(once)
        assert [] == list(once)
        assert PredicateCounts() == PredicateCounts.of([])
        assert PredicateCounts(good=2) == PredicateCounts.of(Counter({Predicate.GOOD: 2}).elements())

    def test_what_is_asked_of_counts(self) -> None:
        counts = PredicateCounts(very_poor=1, poor=2, needs_improvement=3, good=4, very_good=5)
        assert [1, 2, 3, 4, 5] == [counts.heads(each) for each in Predicate]
        assert (15, 5, 0) == (
            counts.employees,
            counts.heads(Predicate.POOR, Predicate.NEEDS_IMPROVEMENT),
            counts.heads(),
        )
        assert 2 == counts.heads(Predicate.POOR, Predicate.POOR)
        assert Fraction(1, 3) == counts.share(Predicate.VERY_GOOD)
        assert 0 == counts.share()
        assert PredicateCounts().share(Predicate.GOOD) is None
        assert "very poor 1, poor 2, needs improvement 3, good 4, very good 5" == str(counts)

    def test_adding(self) -> None:
        one, other = PredicateCounts(good=1, poor=2), PredicateCounts(good=3, very_good=4)
        assert PredicateCounts(poor=2, good=4, very_good=4) == one + other == sum([one, other], PredicateCounts())
        with pytest.raises(TypeError):
            _ = cast("Any", one) + 1

    def test_what_is_no_predicate_is_told_with_its_place(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            ANY.PredicateCounts.of([Predicate.GOOD, "Baik", None])
        assert [("predicates[1]", "wrong-type"), ("predicates[2]", "wrong-type")] == [
            (each.path, each.code) for each in caught.value.problems
        ]


MOST_70 = DISTRIBUTION[ISTIMEWA][0]
COUNTS = PredicateCounts(good=1)


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (lambda: ANY.PredicateCounts(good=-1, poor=True), [("poor", "bool-for-int"), ("good", "negative")]),
        (lambda: ANY.PredicateCounts(good=1.0, poor="2"), [("poor", "wrong-type"), ("good", "float-for-exact")]),
        (lambda: ANY.PredicateCounts.of("Baik"), [("predicates", "wrong-type")]),
        (lambda: ANY.PredicateCounts.of(None), [("predicates", "wrong-type")]),
        (
            lambda: cast("Any", COUNTS).heads("Baik", Predicate.GOOD, 3),
            [("predicates[0]", "wrong-type"), ("predicates[2]", "wrong-type")],
        ),
        (lambda: cast("Any", COUNTS).share("Baik"), [("predicates[0]", "wrong-type")]),
        (lambda: check_distribution(PredicateCounts(), BAIK), [("counts", "empty")]),
        (
            lambda: ANY.check_distribution({}, Predicate.GOOD, reading="half"),
            [("counts", "wrong-type"), ("organisation", "wrong-type"), ("reading", "wrong-type")],
        ),
        (lambda: bounds(BAIK, 0), [("employees", "empty")]),
        (lambda: can_be_met(BAIK, 0), [("employees", "empty")]),
        (
            lambda: ANY.bounds(None, -1, reading=HALF.value),
            [("organisation", "wrong-type"), ("reading", "wrong-type"), ("employees", "negative")],
        ),
        (lambda: ANY.clauses_of("Baik"), [("organisation", "wrong-type")]),
        (lambda: MOST_70.most(0), [("employees", "empty")]),
        (lambda: cast("Any", MOST_70).fewest(True), [("employees", "bool-for-int")]),
        (lambda: ANY.ClauseBounds(70, 0.5), [("clause", "wrong-type"), ("employees", "float-for-exact")]),
        (lambda: ANY.Violation(MOST_70, 71), [("bounds", "wrong-type")]),
        (lambda: Violation(ClauseBounds(MOST_70, 10), 7), [("actual", "out-of-range")]),
        (lambda: Violation(ClauseBounds(MOST_70, 10), 11), [("actual", "too-large")]),
        (lambda: Violation(ClauseBounds(MOST_70, 10), -1), [("actual", "negative")]),
    ],
    ids=range(19),
)
def test_what_is_refused(ask: Callable[[], object], expected: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        ask()
    assert expected == [(each.path, each.code) for each in caught.value.problems]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"predicates": ()}, [("predicates", "empty")]),
        ({"predicates": [Predicate.GOOD]}, [("predicates", "wrong-type")]),
        ({"predicates": (Predicate.GOOD, "Baik")}, [("predicates[1]", "wrong-type")]),
        ({"predicates": (Predicate.GOOD, Predicate.GOOD)}, [("predicates", "duplicate")]),
        ({"predicates": (Predicate.GOOD, Predicate.POOR)}, [("predicates", "out-of-order")]),
        ({"share": None}, [("share", "empty")]),
        ({"heads": 0}, [("heads", "duplicate")]),
        ({"share": Fraction(-1, 10)}, [("share", "negative")]),
        ({"share": Fraction(11, 10)}, [("share", "too-large")]),
        ({"share": 0.7}, [("share", "float-for-exact")]),
        ({"share": 1}, [("share", "wrong-type")]),
        ({"share": None, "heads": -1}, [("heads", "negative")]),
        (
            {"bound": "at-most", "source": "circular", "reading": "half"},
            [("bound", "wrong-type"), ("source", "wrong-type"), ("reading", "wrong-type")],
        ),
    ],
    ids=range(13),
)
def test_what_a_clause_refuses(changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(cast("Any", MOST_70), **changes)
    assert expected == [(each.path, each.code) for each in caught.value.problems]


def test_clauses_of_a_reading_are_left_out_under_the_other() -> None:
    assert [None] == [each.reading for each in clauses_of(ISTIMEWA)]
    assert [None, HALF] == [each.reading for each in clauses_of(ISTIMEWA, reading=HALF)]
    assert clauses_of(KURANG) == clauses_of(KURANG, reading=HALF) == DISTRIBUTION[KURANG]
