"""Checking how the predicates of an organisation's employees are distributed: every clause that is violated."""

from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core.appraisal._clause import Bound, Clause, MostReading, check_employees, heads
from pmm_core.appraisal._counts import PredicateCounts
from pmm_core.appraisal._distribution import DISTRIBUTION, OrganisationPredicate, check_question, clauses_of
from pmm_core.appraisal._rules import DISTRIBUTION_RULE, HEADS, MOST, ORGANISATION
from pmm_core.errors import Refusal, RefusedError
from pmm_core.sources import Rule, Source

_CEILING: Final = MostReading.CEILING_ONLY


@final
@attrs.frozen
class ClauseBounds:
    """What a clause means in heads for an organisation of some size (batas dalam jumlah pegawai).

    Args:
        clause: which one.
        employees: how many there are, at least 1.

    Raises:
        InvalidValueError: ``empty`` for nobody, ``negative``.
        WrongTypeError: for a field of the wrong kind.

    >>> print(ClauseBounds(DISTRIBUTION[OrganisationPredicate.POOR][0], 7))
    poor: at least 60 %: 5 to 7 of 7
    """

    clause: Clause
    employees: int
    fewest: int = attrs.field(init=False, eq=False)
    most: int = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        problems = Problems("ClauseBounds")
        problems.instance("clause", self.clause, Clause, "a Clause")
        check_employees(problems, self.employees)
        problems.done()
        object.__setattr__(self, "fewest", self.clause.fewest(self.employees))
        object.__setattr__(self, "most", self.clause.most(self.employees))

    def __str__(self) -> str:
        return f"{self.clause}: {self.fewest} to {self.most} of {self.employees}"


@final
@attrs.frozen
class Violation:
    """A clause that a distribution does not meet, and by how much; `DistributionCheck` finds them.

    Args:
        bounds: the clause, in heads.
        actual: how many employees have one of its predicates.

    Raises:
        InvalidValueError: ``out-of-range`` for a number that the clause allows, ``negative``, ``too-large``.
        WrongTypeError: for a field of the wrong kind.

    >>> most = ClauseBounds(DISTRIBUTION[OrganisationPredicate.OUTSTANDING][0], 100)
    >>> print(Violation(most, 71))
    very good: 71 of 100, 1 more than the 70 allowed
    """

    bounds: ClauseBounds
    actual: int

    def __attrs_post_init__(self) -> None:
        problems = Problems("Violation")
        if problems.instance("bounds", self.bounds, ClauseBounds, "a ClauseBounds"):
            sound = problems.integer("actual", self.actual, maximum=self.bounds.employees)
            if sound and self.bounds.fewest <= self.actual <= self.bounds.most:
                problems.add("actual", "out-of-range", "must be a number that the clause does not allow")
        problems.done()

    @property
    def clause(self) -> Clause:
        """Which clause."""
        return self.bounds.clause

    @property
    def limit(self) -> int:
        """The number of heads that was to be kept: the most, or the fewest."""
        return self.bounds.most if self.actual > self.bounds.most else self.bounds.fewest

    @property
    def misses_by(self) -> int:
        """By how many heads it is missed, at least 1."""
        return abs(self.actual - self.limit)

    @property
    def refusal(self) -> Refusal:
        """The same as a reason: ``share-too-high``, ``share-too-low``, ``none-allowed`` or ``some-needed``."""
        if self.clause.bound is Bound.AT_MOST:
            code = "none-allowed" if self.clause.allows_none else "share-too-high"
        else:
            code = "some-needed" if self.clause.needs_one else "share-too-low"
        word = "at most" if self.clause.bound is Bound.AT_MOST else "at least"
        return Refusal(code, str(self), (f"{word} {self.limit} of {heads(self.bounds.employees)}",))

    def __str__(self) -> str:
        names = " or ".join(each.label_en for each in self.clause.predicates)
        side = "more than" if self.actual > self.limit else "fewer than"
        word = "allowed" if self.clause.bound is Bound.AT_MOST else "needed"
        return f"{names}: {self.actual} of {self.bounds.employees}, {self.misses_by} {side} the {self.limit} {word}"


@final
@attrs.frozen
class DistributionCheck:
    """How the predicates of an organisation's employees stand to the organisation's own (pemeriksaan distribusi).

    Args:
        counts: how many employees have which predicate; of one at least.
        organisation: the predicate of the organisation.
        reading: whether "most" is a lower bound as well.

    Raises:
        InvalidValueError: ``empty`` for an organisation of nobody.
        WrongTypeError: for a field of the wrong kind.

    >>> found = DistributionCheck(PredicateCounts(good=29, very_good=71), OrganisationPredicate.OUTSTANDING)
    >>> print(found)
    outstanding organisation of 100 employees: 1 clause violated
      very good: 71 of 100, 1 more than the 70 allowed
    """

    counts: PredicateCounts
    organisation: OrganisationPredicate
    reading: MostReading = attrs.field(default=_CEILING, kw_only=True)
    violations: tuple[Violation, ...] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        problems = Problems("DistributionCheck")
        if problems.instance("counts", self.counts, PredicateCounts, "a PredicateCounts") and not self.counts.employees:
            problems.add("counts", "empty", "must count at least one employee")
        check_question(problems, self.organisation, self.reading)
        problems.done()
        found: list[Violation] = []
        for each in bounds(self.organisation, self.counts.employees, reading=self.reading):
            actual = self.counts.heads(*each.clause.predicates)
            if not each.fewest <= actual <= each.most:
                found.append(Violation(each, actual))
        object.__setattr__(self, "violations", tuple(found))

    @property
    def ok(self) -> bool:
        """Whether every clause is met."""
        return not self.violations

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Every violated clause as a reason with a stable code, and what would be possible; none where all are met."""
        return tuple(each.refusal for each in self.violations)

    def require_ok(self) -> "DistributionCheck":
        """The check itself, or an error where a clause is violated.

        Raises:
            RefusedError: ``share-too-high``, ``share-too-low``, ``none-allowed`` or ``some-needed``; see `refusals`.

        >>> DistributionCheck(PredicateCounts(good=1), OrganisationPredicate.OUTSTANDING).require_ok().ok
        True
        """
        if self.violations:
            raise RefusedError("distribute the predicates like this", self.refusals)
        return self

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that produced this; that of most only where the reading decides about a clause."""
        read = any(each.reading for each in DISTRIBUTION[self.organisation])
        return (ORGANISATION, DISTRIBUTION_RULE, *((MOST,) if read else ()), HEADS)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the clauses come from that were checked, each work once."""
        clauses = clauses_of(self.organisation, reading=self.reading)
        return tuple(dict.fromkeys(each.source for each in clauses))

    def __str__(self) -> str:
        number = len(self.violations)
        verdict = f"{number} {'clause' if number == 1 else 'clauses'} violated" if number else "every clause is met"
        lines = [f"{self.organisation.label_en} organisation of {heads(self.counts.employees)}: {verdict}"]
        return "\n".join([*lines, *(f"  {each}" for each in self.violations)])


def bounds(
    organisation: OrganisationPredicate, employees: int, *, reading: MostReading = _CEILING
) -> tuple[ClauseBounds, ...]:
    """Work out, for each clause, the fewest and the most heads in an organisation of some size.

    Args:
        organisation: the predicate of the organisation.
        employees: how many there are, at least 1.
        reading: whether "most" is a lower bound as well.

    Returns:
        The bounds in the order of the clauses.

    Raises:
        InvalidValueError: ``empty`` for nobody, ``negative``.
        WrongTypeError: for an argument of the wrong kind.

    >>> for each in bounds(OrganisationPredicate.VERY_POOR, 12):
    ...     print(each)
    very poor: at least 60 %: 8 to 12 of 12
    poor or needs improvement: at least 10 %: 2 to 12 of 12
    very good: at most 0 employees: 0 to 0 of 12
    """
    problems = Problems("bounds")
    check_question(problems, organisation, reading)
    check_employees(problems, employees)
    problems.done()
    return tuple(ClauseBounds(each, employees) for each in clauses_of(organisation, reading=reading))


def can_be_met(organisation: OrganisationPredicate, employees: int, *, reading: MostReading = _CEILING) -> bool:
    """Tell whether any distribution in an organisation of some size meets every clause; in very small ones none may.

    Args:
        organisation: the predicate of the organisation.
        employees: how many there are, at least 1.
        reading: whether "most" is a lower bound as well.

    Raises:
        InvalidValueError: ``empty`` for nobody, ``negative``.
        WrongTypeError: for an argument of the wrong kind.

    >>> can_be_met(OrganisationPredicate.POOR, 2), can_be_met(OrganisationPredicate.POOR, 3)
    (False, True)
    """
    fewest: dict[tuple[object, ...], int] = {}
    most: dict[tuple[object, ...], int] = {}
    for each in bounds(organisation, employees, reading=reading):
        together = each.clause.predicates
        fewest[together] = max(fewest.get(together, 0), each.fewest)
        most[together] = min(most.get(together, employees), each.most)
    # clauses are about the same predicates or about none in common, and some predicate is free to take the rest
    return all(fewest[each] <= most[each] for each in fewest) and sum(fewest.values()) <= employees


def check_distribution(
    counts: PredicateCounts, organisation: OrganisationPredicate, *, reading: MostReading = _CEILING
) -> DistributionCheck:
    """Check how the predicates of an organisation's employees are distributed.

    Args:
        counts: how many employees have which predicate; of one at least.
        organisation: the predicate of the organisation.
        reading: whether "most" is a lower bound as well.

    Returns:
        The check, with every violated clause.

    Raises:
        InvalidValueError: ``empty`` for an organisation of nobody.
        WrongTypeError: for an argument of the wrong kind.

    >>> counts = PredicateCounts(good=70, very_good=30)
    >>> check_distribution(counts, OrganisationPredicate.GOOD).refusals[0].code
    'some-needed'
    """
    return DistributionCheck(counts, organisation, reading=reading)
