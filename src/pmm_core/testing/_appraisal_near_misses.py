"""Near misses of appraisal: calls that are almost right, each with the code that it must be refused for."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any, Final, cast

import attrs

from pmm_core import appraisal
from pmm_core.appraisal import (
    DISTRIBUTION,
    AnnualEvaluation,
    Clause,
    ClauseBounds,
    OrganisationPredicate,
    PeriodicEvaluation,
    Predicate,
    PredicateCounts,
    Rating,
    Violation,
    annual_window,
    bounds,
    check_distribution,
    periodic_window,
)
from pmm_core.calendar import SEMESTERS_2024, Period, PeriodCalendar, PeriodScheme, YearDay
from pmm_core.testing._near_miss import NearMiss

_ANY: Final = cast("Any", appraisal)  # the door without its types, for calls that a type checker would refuse
_S1, _S2 = Period(2024, "S", 1), Period(2024, "S", 2)
_NOON: Final = datetime(2024, 6, 30, 12)  # noqa: DTZ001 -- it is refused whatever its zone
_ISTIMEWA, _BAIK = OrganisationPredicate.OUTSTANDING, OrganisationPredicate.GOOD
_RATED: Final = {"results": Rating.ABOVE, "behaviour": Rating.ABOVE}
_MOST_70: Final = DISTRIBUTION[_ISTIMEWA][0]


def _periodic(**changes: Any) -> PeriodicEvaluation:
    fields: dict[str, Any] = {"employee": "t-1", "period": _S1, "on": date(2024, 6, 30), **_RATED}
    return PeriodicEvaluation(**(fields | changes))


def _annual(*periodic: PeriodicEvaluation, **changes: Any) -> AnnualEvaluation:
    fields: dict[str, Any] = {"employee": "t-1", "year": 2024, "on": date(2025, 1, 31), "periodic": periodic, **_RATED}
    return AnnualEvaluation(**(fields | changes))


def _clause(**changes: Any) -> Clause:
    return attrs.evolve(_MOST_70, **changes)


def _distribute(organisation: OrganisationPredicate, **heads: int) -> object:
    return check_distribution(PredicateCounts(**heads), organisation).require_ok()


def _altered(**changes: Any) -> PeriodCalendar:
    patterns = tuple(attrs.evolve(each, **changes) for each in SEMESTERS_2024.patterns)
    scheme: PeriodScheme = attrs.evolve(SEMESTERS_2024, patterns=patterns)
    return PeriodCalendar((scheme,))


def _without_deadlines() -> PeriodCalendar:
    return _altered(deadlines=())


def _without_assessment() -> PeriodCalendar:
    first, second = SEMESTERS_2024.patterns
    return PeriodCalendar(
        (attrs.evolve(SEMESTERS_2024, patterns=(attrs.evolve(first, phases=first.phases[:2]), second)),)
    )


def _due_in_may() -> PeriodCalendar:
    first = SEMESTERS_2024.patterns[0]
    return _altered(deadlines=(attrs.evolve(first.deadlines[-1], on=YearDay(5, 31)),))


APPRAISAL_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    NearMiss("unknown-word", "not quite Baik", lambda: Predicate.parse("Baiq")),
    NearMiss("unknown-word", "an organisation's word for a person", lambda: Predicate.parse("Istimewa")),
    NearMiss("unknown-word", "a person's word for an organisation", lambda: OrganisationPredicate.parse("Sangat Baik")),
    NearMiss("unknown-word", "half of a rating", lambda: Rating.parse("sesuai")),
    NearMiss("empty", "blanks for a predicate", lambda: Predicate.parse("  ")),
    NearMiss("no-deadline", "a calendar that names none", lambda: _periodic().days_late(calendar=_without_deadlines())),
    NearMiss("no-deadline", "nor for the year", lambda: annual_window(2024, calendar=_without_deadlines())),
    NearMiss("no-period", "a year before the first period", lambda: annual_window(2023)),
    NearMiss("unknown-period", "a semester of 2025", lambda: periodic_window(Period(2025, "S", 1))),
    NearMiss("no-such-phase", "no assessment", lambda: periodic_window(_S1, calendar=_without_assessment())),
    NearMiss("window-reversed", "due before it opens", lambda: periodic_window(_S1, calendar=_due_in_may())),
    NearMiss("too-small", "no year", lambda: _annual(year=999)),
    NearMiss("too-large", "the last year of dates", lambda: _annual(year=9999)),
    NearMiss("other-employee", "somebody else's semester", lambda: _annual(_periodic(employee="t-2"))),
    NearMiss("other-year", "the semester of another year", lambda: _annual(_periodic(), year=2025)),
    NearMiss("duplicate", "one semester twice", lambda: _annual(_periodic(), _periodic(behaviour=Rating.BELOW))),
    NearMiss("out-of-order", "the second semester first", lambda: _annual(_periodic(period=_S2), _periodic())),
    NearMiss("personal-id", "a number for an employee", lambda: _periodic(employee="198609262015051001")),
    NearMiss("malformed", "a name for an employee", lambda: _annual(employee="Guru Contoh")),
    NearMiss("datetime-for-date", "a moment for a day", lambda: _periodic(on=_NOON)),
    NearMiss("wrong-type", "the text of a rating", lambda: _ANY.predicate_of("above", "above")),
    NearMiss("wrong-type", "a predicate for a rating", lambda: _periodic(results=Predicate.GOOD)),
    NearMiss("share-too-high", "71 of 100 are above 70 %", lambda: _distribute(_ISTIMEWA, very_good=71, good=29)),
    NearMiss("share-too-high", "5 of 7 are above 70 %", lambda: _distribute(_ISTIMEWA, very_good=5, good=2)),
    NearMiss(
        "share-too-low",
        "59 of 100 are below 60 %",
        lambda: _distribute(OrganisationPredicate.NEEDS_IMPROVEMENT, needs_improvement=59, good=41),
    ),
    NearMiss("some-needed", "nobody falls short", lambda: _distribute(_BAIK, good=70, very_good=30)),
    NearMiss(
        "none-allowed",
        "one of 100 is very good",
        lambda: _distribute(OrganisationPredicate.VERY_POOR, very_poor=89, poor=10, very_good=1),
    ),
    NearMiss("empty", "an organisation of nobody", lambda: _distribute(_BAIK)),
    NearMiss("empty", "the bounds of nobody", lambda: bounds(_BAIK, 0)),
    NearMiss("empty", "a clause on nothing", lambda: _clause(predicates=())),
    NearMiss("empty", "a clause without a number", lambda: _clause(share=None)),
    NearMiss("duplicate", "a share and heads", lambda: _clause(heads=70)),
    NearMiss("too-large", "more than all", lambda: _clause(share=Fraction(101, 100))),
    NearMiss("float-for-exact", "a share as a float", lambda: _clause(share=0.7)),
    NearMiss("out-of-range", "70 of 100 are no violation", lambda: Violation(ClauseBounds(_MOST_70, 100), 70)),
    NearMiss("negative", "fewer than nobody", lambda: PredicateCounts(good=-1)),
    NearMiss("bool-for-int", "a yes for a number", lambda: PredicateCounts(good=True)),
    NearMiss("wrong-type", "words for predicates", lambda: _ANY.PredicateCounts.of(["Baik"])),
)
