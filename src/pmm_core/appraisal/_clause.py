"""Clauses: how many employees of an organisation may have which predicates.

The theory: a clause takes some predicates together and bounds how many employees may have one of them, as an exact
share or as a number of heads.  A share is compared without rounding, so a bound in heads is its share of the employees
rounded inwards: up for a lower bound, down for an upper one.
"""

from fractions import Fraction
from math import ceil, floor
from typing import final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.appraisal._rating import Predicate
from pmm_core.sources import Source


@final
@labelled(
    AT_LEAST=("paling sedikit", "at least"),
    MORE_THAN=("lebih dari", "more than"),
    AT_MOST=("paling banyak", "at most"),
)
class Bound(Labelled):
    """In which direction a clause bounds.

    >>> Bound.AT_MOST.label_id
    'paling banyak'
    """

    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"


@final
@labelled(
    CEILING_ONLY=("hanya batas atas", "the ceiling only"),
    MORE_THAN_HALF=("juga lebih dari separuh", "more than half as well"),
)
class MostReading(Labelled):
    """Whether "most (at most 70 %)" is a lower bound as well as an upper one; the press does not say.

    >>> [reading.name for reading in MostReading]
    ['CEILING_ONLY', 'MORE_THAN_HALF']
    """

    CEILING_ONLY = "ceiling-only"
    MORE_THAN_HALF = "more-than-half"


@final
@attrs.frozen(kw_only=True)
class Clause:
    """How many employees of an organisation may have one of some predicates.

    Args:
        predicates: which ones together, from the worst to the best, each once.
        bound: in which direction.
        share: the exact share of the employees, from 0 to 1; None where heads are meant.
        heads: the number of employees; None where a share is meant.
        source: where that is said.
        reading: the reading under which it holds; None for every one.

    Raises:
        InvalidValueError: ``empty`` for no predicates or for neither share nor heads, ``duplicate`` for both of them or
            for a predicate that occurs twice, ``out-of-order``, ``negative``, ``too-large`` for a share above 1.
        WrongTypeError: for a field of the wrong kind, ``float-for-exact`` for a share among them.

    >>> print(DISTRIBUTION[OrganisationPredicate.OUTSTANDING][0])
    very good: at most 70 %
    """

    predicates: tuple[Predicate, ...]
    bound: Bound
    share: Fraction | None = None
    heads: int | None = None
    source: Source
    reading: MostReading | None = None

    def __attrs_post_init__(self) -> None:
        problems = Problems("Clause")
        self._check_predicates(problems)
        problems.instance("bound", self.bound, Bound, "a Bound")
        if self.share is None and self.heads is None:
            problems.add("share", "empty", "must be given where heads are not")
        if self.share is not None and self.heads is not None:
            problems.add("heads", "duplicate", "must be left out where a share is given")
        if self.share is not None and problems.exact("share", self.share, maximum=1):
            problems.instance("share", self.share, Fraction, "a Fraction")
        if self.heads is not None:
            problems.integer("heads", self.heads)
        problems.instance("source", self.source, Source, "a Source")
        if self.reading is not None:
            problems.instance("reading", self.reading, MostReading, "a MostReading")
        problems.done()

    def _check_predicates(self, problems: Problems) -> None:
        if not problems.instance("predicates", self.predicates, tuple, "a tuple of Predicate"):
            return
        if not self.predicates:
            problems.add("predicates", "empty", "must hold at least one predicate")
        kinds = [
            problems.instance(f"predicates[{index}]", each, Predicate, "a Predicate")
            for index, each in enumerate(self.predicates)
        ]
        if not all(kinds):
            return
        if len(set(self.predicates)) < len(self.predicates):
            problems.add("predicates", "duplicate", "must hold each predicate once")
        elif self.predicates != tuple(each for each in Predicate if each in self.predicates):
            problems.add("predicates", "out-of-order", "must stand from the worst to the best")

    def fewest(self, employees: int) -> int:
        """The fewest heads that meet the clause in an organisation of some size; 0 for an upper bound.

        Args:
            employees: how many there are, at least 1.

        Raises:
            InvalidValueError: ``empty`` for nobody, ``negative``.
            WrongTypeError: for anything but a whole number.

        >>> DISTRIBUTION[OrganisationPredicate.POOR][0].fewest(7)  # 60 % of 7 are 4.2
        5
        """
        problems = Problems("Clause.fewest")
        check_employees(problems, employees)
        problems.done()
        if self.bound is Bound.AT_MOST:
            return 0
        limit = self._limit(employees)
        return floor(limit) + 1 if self.bound is Bound.MORE_THAN else ceil(limit)

    def most(self, employees: int) -> int:
        """The most heads that meet the clause in an organisation of some size; all of them for a lower bound.

        Args:
            employees: how many there are, at least 1.

        Raises:
            InvalidValueError: ``empty`` for nobody, ``negative``.
            WrongTypeError: for anything but a whole number.

        >>> DISTRIBUTION[OrganisationPredicate.OUTSTANDING][0].most(7)  # 70 % of 7 are 4.9
        4
        """
        problems = Problems("Clause.most")
        check_employees(problems, employees)
        problems.done()
        return min(employees, floor(self._limit(employees))) if self.bound is Bound.AT_MOST else employees

    def _limit(self, employees: int) -> Fraction | int:
        """The bound in heads, not yet rounded."""
        return (self.heads or 0) if self.share is None else self.share * employees

    @property
    def allows_none(self) -> bool:
        """Whether nobody at all may have one of the predicates, however large the organisation is."""
        return self.bound is Bound.AT_MOST and not self.share and not self.heads

    @property
    def needs_one(self) -> bool:
        """Whether one employee is enough, however large the organisation is."""
        return (self.bound, self.heads) in {(Bound.AT_LEAST, 1), (Bound.MORE_THAN, 0)}

    def __str__(self) -> str:
        names = " or ".join(each.label_en for each in self.predicates)
        limit = heads(self.heads or 0) if self.share is None else f"{self.share * 100} %"
        return f"{names}: {self.bound.label_en} {limit}"


def heads(number: int) -> str:
    """A number of employees as people write it."""
    return "1 employee" if number == 1 else f"{number} employees"


def check_employees(problems: Problems, employees: object) -> None:
    """Check the number of employees; an organisation of nobody has no distribution."""
    if problems.integer("employees", employees) and employees == 0:
        problems.add("employees", "empty", "must be at least 1: an organisation of nobody has no distribution")
