"""How many employees of an organisation have which predicate."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._texts import check_stream
from pmm_core.appraisal._rating import Predicate

_FIELDS: Final[Mapping[Predicate, str]] = MappingProxyType({each: each.name.lower() for each in Predicate})


@final
@attrs.frozen(kw_only=True)
class PredicateCounts:
    """How many employees have which predicate (jumlah pegawai per predikat); two of them add up.

    Args:
        very_poor: how many have *Sangat Kurang*.
        poor: how many have *Kurang*.
        needs_improvement: how many have *Butuh Perbaikan*.
        good: how many have *Baik*.
        very_good: how many have *Sangat Baik*.

    Raises:
        InvalidValueError: ``negative``.
        WrongTypeError: for a field of the wrong kind.

    >>> counts = PredicateCounts(good=29, very_good=71)
    >>> counts.employees, counts.heads(Predicate.GOOD, Predicate.POOR)
    (100, 29)
    >>> counts + PredicateCounts(poor=1) == PredicateCounts(poor=1, good=29, very_good=71)
    True
    """

    very_poor: int = 0
    poor: int = 0
    needs_improvement: int = 0
    good: int = 0
    very_good: int = 0

    def __attrs_post_init__(self) -> None:
        problems = Problems("PredicateCounts")
        for name in _FIELDS.values():
            problems.integer(name, getattr(self, name))
        problems.done()

    @classmethod
    def of(cls, predicates: Iterable[Predicate]) -> "PredicateCounts":
        """Count predicates, in one pass over any iterable.

        Args:
            predicates: one for each employee, in any order.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but predicates.

        >>> PredicateCounts.of([Predicate.GOOD, Predicate.POOR, Predicate.GOOD]).good
        2
        """
        problems = Problems("PredicateCounts")
        check_stream(problems, "predicates", predicates, "predicates")
        problems.done()
        counted = dict.fromkeys(Predicate, 0)
        for index, each in enumerate(predicates):
            if type(each) is Predicate:  # the common case pays for one comparison only
                counted[each] += 1
            else:
                problems.instance(f"predicates[{index}]", each, Predicate, "a Predicate")
        problems.done()
        return cls(**{_FIELDS[each]: number for each, number in counted.items()})

    @property
    def employees(self) -> int:
        """How many there are in all."""
        return self.heads(*Predicate)

    def heads(self, *predicates: Predicate) -> int:
        """How many have one of some predicates; each counts once.

        Args:
            predicates: which ones; none make 0.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but predicates.
        """
        problems = Problems("PredicateCounts.heads")
        for index, each in enumerate(predicates):
            problems.instance(f"predicates[{index}]", each, Predicate, "a Predicate")
        problems.done()
        return sum(getattr(self, _FIELDS[each]) for each in set(predicates))

    def share(self, *predicates: Predicate) -> Fraction | None:
        """The exact share of those who have one of some predicates; None of nobody.

        Args:
            predicates: which ones; each counts once.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but predicates.

        >>> PredicateCounts(good=29, very_good=71).share(Predicate.VERY_GOOD)
        Fraction(71, 100)
        """
        heads, employees = self.heads(*predicates), self.employees
        return Fraction(heads, employees) if employees else None

    def __add__(self, other: "PredicateCounts") -> "PredicateCounts":
        if not isinstance(other, PredicateCounts):  # pyright: ignore[reportUnnecessaryIsInstance] -- callers without a type checker
            return NotImplemented
        return PredicateCounts(**{name: getattr(self, name) + getattr(other, name) for name in _FIELDS.values()})

    def __str__(self) -> str:
        return ", ".join(f"{each.label_en} {getattr(self, name)}" for each, name in _FIELDS.items())
