"""Strategies for ratings, the predicates that they yield, and evaluations of a period and of a year."""

from datetime import date, timedelta
from itertools import product
from typing import Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.appraisal import (
    AnnualEvaluation,
    PeriodicEvaluation,
    Predicate,
    Rating,
    annual_window,
    periodic_window,
)
from pmm_core.calendar import CALENDAR, Period, Window
from pmm_core.calendar._period import FIRST_YEAR, LAST_YEAR
from pmm_core.testing._calendar import periods
from pmm_core.testing._people import teacher_ids
from pmm_core.testing._shared import check_known, check_member, check_strategies

_AROUND: Final = 60  # days before and after a window
_PAIRS: Final = tuple(product(Rating, repeat=2))  # drawn together, since every draw costs
_YEARS: Final = (2024, 2025, 2026, 2028, 2040)  # few, so that the one of two semesters comes often


def ratings() -> st.SearchStrategy[Rating]:
    """Generate ratings of results or behaviour; shrinks to the worst.

    Returns:
        A strategy for ratings.

    >>> from hypothesis import find as simplest
    >>> simplest(ratings(), lambda rating: True)
    Rating.BELOW
    """
    return st.sampled_from(Rating)


def predicates() -> st.SearchStrategy[Predicate]:
    """Generate predicates (predikat kinerja); shrinks to the worst.

    Returns:
        A strategy for predicates.

    >>> from hypothesis import find as simplest
    >>> simplest(predicates(), lambda predicate: True).label_id
    'Sangat Kurang'
    """
    return st.sampled_from(Predicate)


def periodic_evaluations(
    *, employee: st.SearchStrategy[str] | None = None, period: Period | None = None, late: bool | None = None
) -> st.SearchStrategy[PeriodicEvaluation]:
    """Generate evaluations of a period (evaluasi periodik); shrinks to one that is made on its last day.

    Args:
        employee: where the ids come from; `teacher_ids` where it is left out.
        period: only of this period of `pmm_core.calendar.CALENDAR`; any where it is left out.
        late: after the last day, or within the window; both, and too early, where it is left out.

    Returns:
        A strategy for evaluations; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(periodic_evaluations(), lambda each: True).on
    datetime.date(2024, 6, 30)
    """
    return _periodic(employee, period, late)


@st.composite
def _periodic(
    draw: st.DrawFn, employee: st.SearchStrategy[str] | None, period: Period | None, late: object
) -> PeriodicEvaluation:
    check_strategies(employee=employee)
    check_member("period", period, Period)
    check_known(period)
    chosen = draw(periods()) if period is None else period
    results, behaviour = draw(st.sampled_from(_PAIRS))
    return PeriodicEvaluation(
        employee=draw(teacher_ids() if employee is None else employee),
        period=chosen,
        results=results,
        behaviour=behaviour,
        on=_day(draw, periodic_window(chosen), late),
    )


def _day(draw: st.DrawFn, window: Window, late: object) -> date:
    if late is not None and not isinstance(late, bool):
        raise InvalidArgument(f"late must be True, False or None, not {type(late).__name__}")
    first = -_AROUND - window.days if late is None else 1 if late else 1 - window.days
    return window.end + timedelta(draw(st.integers(first, 0 if late is False else _AROUND)))


def annual_evaluations(
    *, employee: st.SearchStrategy[str] | None = None, year: int | None = None, late: bool | None = None
) -> st.SearchStrategy[AnnualEvaluation]:
    """Generate evaluations of a year (evaluasi tahunan), with and without the periodic ones beside them.

    Args:
        employee: where the ids come from; `teacher_ids` where it is left out.
        year: only of this year of `pmm_core.calendar.CALENDAR`; one of some up to 2040 where it is left out.
        late: after the last day, or within the window; both, and too early, where it is left out.

    Returns:
        A strategy for evaluations; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(annual_evaluations(), lambda each: len(each.periodic) == 2).on
    datetime.date(2025, 1, 31)
    """
    return _annual(employee, year, late)


@st.composite
def _annual(
    draw: st.DrawFn, employee: st.SearchStrategy[str] | None, year: int | None, late: object
) -> AnnualEvaluation:
    check_strategies(employee=employee)
    known = type(year) is int and FIRST_YEAR <= year <= LAST_YEAR and CALENDAR.periods(year)
    if year is not None and not known:
        raise InvalidArgument(f"year must be one of the calendar or None, not {year!r}")
    chosen = draw(st.sampled_from(_YEARS)) if year is None else year
    whose = draw(teacher_ids() if employee is None else employee)
    whole = CALENDAR.periods(chosen)
    present = draw(st.integers(0, 2 ** len(whole) - 1))  # one bit for each period, so that no year is simpler
    results, behaviour = draw(st.sampled_from(_PAIRS))
    return AnnualEvaluation(
        employee=whose,
        year=chosen,
        results=results,
        behaviour=behaviour,
        on=_day(draw, annual_window(chosen), late),
        periodic=tuple(
            draw(periodic_evaluations(employee=st.just(whose), period=each))
            for index, each in enumerate(whole)
            if present >> index & 1
        ),
    )
