"""Strategies for the distribution of predicates in an organisation: counts, clauses and checks."""

from fractions import Fraction
from functools import cache
from itertools import combinations
from typing import Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

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
)
from pmm_core.sources import Source, works
from pmm_core.testing._shared import check_member, check_size

_MOST_EMPLOYEES: Final = 200
_MOST_CHECKED: Final = 40
_KNOWN: Final = tuple(dict.fromkeys(clause for clauses in DISTRIBUTION.values() for clause in clauses))


def organisation_predicates() -> st.SearchStrategy[OrganisationPredicate]:
    """Generate predicates of organisations (predikat kinerja organisasi); shrinks to the worst.

    Returns:
        A strategy for predicates of organisations.

    >>> from hypothesis import find as simplest
    >>> simplest(organisation_predicates(), lambda each: True).label_id
    'Sangat Kurang'
    """
    return st.sampled_from(OrganisationPredicate)


def predicate_counts(
    *, min_employees: int = 0, max_employees: int = _MOST_EMPLOYEES
) -> st.SearchStrategy[PredicateCounts]:
    """Generate how many employees have which predicate; shrinks to few employees with the worst.

    Args:
        min_employees: the fewest employees.
        max_employees: the most employees.

    Returns:
        A strategy for counts; drawing from it raises ``InvalidArgument`` for wrong bounds.

    >>> from hypothesis import find as simplest
    >>> simplest(predicate_counts(), lambda counts: counts.employees > 1)
    PredicateCounts(very_poor=2, poor=0, needs_improvement=0, good=0, very_good=0)
    """
    return _counts(min_employees, max_employees)


@st.composite
def _counts(draw: st.DrawFn, least: int, most: int) -> PredicateCounts:
    check_size("employees", least, most)
    employees = draw(st.integers(least, most))
    return _counted(dict(zip(Predicate, _spread(draw, employees, len(Predicate)), strict=True)))


def _spread(draw: st.DrawFn, total: int, parts: int) -> list[int]:
    """Divide a number into parts; shrinks to all of it in the first one."""
    cuts = sorted((draw(st.integers(0, total)) for _ in range(parts - 1)), reverse=True)
    return [one - other for one, other in zip((total, *cuts), (*cuts, 0), strict=True)]


def _counted(heads: dict[Predicate, int]) -> PredicateCounts:
    return PredicateCounts(**{each.name.lower(): number for each, number in heads.items()})


def clauses() -> st.SearchStrategy[Clause]:
    """Generate clauses on a distribution: those that are known, and others like them; shrinks to a known one.

    Returns:
        A strategy for clauses.

    >>> from hypothesis import find as simplest
    >>> str(simplest(clauses(), lambda clause: True))
    'very good: at most 70 %'
    """
    own = st.builds(_clause, _GROUPS, st.sampled_from(Bound), _LIMITS, st.sampled_from(works()), _READINGS)
    return st.sampled_from(_KNOWN) | own


def _hundredths(number: int) -> Fraction:
    return Fraction(number, 100)


def _clause(
    predicates: tuple[Predicate, ...],
    bound: Bound,
    limit: Fraction | int,
    source: Source,
    reading: MostReading | None,
) -> Clause:
    share, heads = (limit, None) if isinstance(limit, Fraction) else (None, limit)
    return Clause(predicates=predicates, bound=bound, share=share, heads=heads, source=source, reading=reading)


_GROUPS: Final = st.sampled_from([group for size in range(1, 6) for group in combinations(Predicate, size)])
_LIMITS: Final = st.integers(0, 100).map(_hundredths) | st.integers(0, 20)
_READINGS: Final = st.sampled_from((None, *MostReading))


def clause_bounds() -> st.SearchStrategy[ClauseBounds]:
    """Generate clauses in heads, for organisations of up to 40 employees.

    Returns:
        A strategy for bounds.

    >>> from hypothesis import find as simplest
    >>> str(simplest(clause_bounds(), lambda each: each.employees > 1))
    'very good: at most 70 %: 0 to 1 of 2'
    """
    return st.builds(ClauseBounds, clauses(), st.integers(1, _MOST_CHECKED))


def violations() -> st.SearchStrategy[Violation]:
    """Generate clauses of `pmm_core.appraisal.DISTRIBUTION` that a distribution does not meet.

    Returns:
        A strategy for violations.

    >>> from hypothesis import find as simplest
    >>> str(simplest(violations(), lambda each: True))
    'very good: 1 of 1, 1 more than the 0 allowed'
    """
    return st.builds(_violation, st.sampled_from(_KNOWN), st.integers(1, _MOST_CHECKED), st.integers(0, _MOST_CHECKED))


def _violation(clause: Clause, employees: int, number: int) -> Violation:
    found = ClauseBounds(clause, employees)
    wrong = _outside(found)
    return Violation(found, wrong[number % len(wrong)])


def _outside(found: ClauseBounds) -> tuple[int, ...]:
    """The heads that a clause does not allow; never empty for one that is known, since none of these allows all."""
    return (*range(found.fewest), *range(found.most + 1, found.employees + 1))


def distribution_checks(
    *, organisation: OrganisationPredicate | None = None, reading: MostReading | None = None, ok: bool | None = None
) -> st.SearchStrategy[DistributionCheck]:
    """Generate checked distributions of up to 40 employees.

    Args:
        organisation: only this predicate of the organisation; any where it is left out.
        reading: only this reading of "most"; any where it is left out.
        ok: only those that meet every clause, or that violate at least one; any where it is left out.

    Returns:
        A strategy for checks; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> print(simplest(distribution_checks(ok=True), lambda check: True))
    very poor organisation of 3 employees: every clause is met
    """
    return _checks(organisation, reading, ok)


@st.composite
def _checks(
    draw: st.DrawFn, organisation: OrganisationPredicate | None, reading: MostReading | None, ok: object
) -> DistributionCheck:
    check_member("organisation", organisation, OrganisationPredicate)
    check_member("reading", reading, MostReading)
    if ok is not None and not isinstance(ok, bool):
        raise InvalidArgument(f"ok must be True, False or None, not {type(ok).__name__}")
    whole = draw(organisation_predicates()) if organisation is None else organisation
    read = draw(st.sampled_from(MostReading)) if reading is None else reading
    if ok is None:
        counts = draw(predicate_counts(min_employees=1, max_employees=_MOST_CHECKED))
    elif ok:
        counts = _meeting(draw, whole, read)
    else:
        counts = _violating(draw, whole, read)
    return DistributionCheck(counts, whole, reading=read)


@cache
def _sizes(organisation: OrganisationPredicate, reading: MostReading) -> tuple[int, ...]:
    """The sizes in which some distribution meets every clause."""
    every = range(1, _MOST_CHECKED + 1)
    return tuple(size for size in every if can_be_met(organisation, size, reading=reading))


def _meeting(draw: st.DrawFn, organisation: OrganisationPredicate, reading: MostReading) -> PredicateCounts:
    """Counts that meet every clause: first the fewest of each group, then the rest wherever there is room."""
    employees = draw(st.sampled_from(_sizes(organisation, reading)))
    found = bounds(organisation, employees, reading=reading)
    named = {each.clause.predicates for each in found}
    free = {(each,) for each in Predicate} - {(each,) for group in named for each in group}
    groups = sorted(named | free, key=lambda group: list(Predicate).index(group[0]))
    least = {group: _least(found, group) for group in groups}
    room = {group: _most(found, group, employees) - least[group] for group in groups}
    rest = employees - sum(least.values())
    heads: dict[Predicate, int] = {}
    for index, group in enumerate(groups):
        later = sum(room[other] for other in groups[index + 1 :])
        more = draw(st.integers(max(0, rest - later), min(room[group], rest)))
        rest -= more
        heads |= zip(group, _spread(draw, least[group] + more, len(group)), strict=True)
    return _counted(heads)


def _least(found: tuple[ClauseBounds, ...], group: tuple[Predicate, ...]) -> int:
    return max((each.fewest for each in found if each.clause.predicates == group), default=0)


def _most(found: tuple[ClauseBounds, ...], group: tuple[Predicate, ...], employees: int) -> int:
    return min((each.most for each in found if each.clause.predicates == group), default=employees)


def _violating(draw: st.DrawFn, organisation: OrganisationPredicate, reading: MostReading) -> PredicateCounts:
    """Counts that violate one clause at least: too many or too few of its predicates, the rest anywhere else."""
    employees = draw(st.integers(1, _MOST_CHECKED))
    broken = draw(st.sampled_from(bounds(organisation, employees, reading=reading)))
    number = draw(st.sampled_from(_outside(broken)))
    inside = broken.clause.predicates
    outside = tuple(each for each in Predicate if each not in inside)
    heads = dict(zip(inside, _spread(draw, number, len(inside)), strict=True))
    heads |= zip(outside, _spread(draw, employees - number, len(outside)), strict=True)
    return _counted(heads)
