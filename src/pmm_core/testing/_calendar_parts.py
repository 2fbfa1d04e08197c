"""Strategies for what calendars are made of and what they answer: rules without a year, deadlines, open phases."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final, TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.calendar import (
    CALENDAR,
    Deadline,
    DeadlineKind,
    DeadlineRule,
    OpenPhase,
    Period,
    PeriodCalendar,
    PeriodPattern,
    Phase,
    PhaseSpan,
    Window,
    YearDay,
)
from pmm_core.sources import Source
from pmm_core.testing._calendar import TRIAL, WORKS, first_day, known_periods, last_day, patterns_within
from pmm_core.testing._shared import check_member, check_strategies, labels

_LONG_YEAR: Final = date(2024, 1, 1)
_LONG_YEAR_DAYS: Final = 366
_START: Final = date(TRIAL, 1, 1)
_DAYS: Final = 365
T = TypeVar("T")


def year_days() -> st.SearchStrategy[YearDay]:
    """Generate days without their year, the 29th of February and days of the year after among them.

    Returns:
        A strategy for days; shrinks to 1 January.

    >>> from hypothesis import find as simplest
    >>> simplest(year_days(), lambda day: day.month == 2 and day.day > 28)
    YearDay(month=2, day=29, years_later=0)
    """
    return st.integers(0, 2 * _LONG_YEAR_DAYS - 1).map(_year_day)


def _year_day(number: int) -> YearDay:
    later, number = divmod(number, _LONG_YEAR_DAYS)
    day = _LONG_YEAR + timedelta(number)
    return YearDay(day.month, day.day, later)


def phase_spans(
    *, phase: Phase | None = None, source: st.SearchStrategy[Source] | None = None
) -> st.SearchStrategy[PhaseSpan]:
    """Generate when a phase is open in any year, within one year.

    Args:
        phase: only this one; any where it is left out.
        source: where the sources come from; the works of `pmm_core.sources.works` where it is left out.

    Returns:
        A strategy for spans; shrinks to the 1st of January.  Drawing from it raises ``InvalidArgument`` for an argument
        of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(phase_spans(phase=Phase.EXECUTION), lambda span: True).window(2024)
    <Window 2024-01-01..2024-01-01>
    """
    return _phase_spans(phase, source)


@st.composite
def _phase_spans(draw: st.DrawFn, phase: Phase | None, source: st.SearchStrategy[Source] | None) -> PhaseSpan:
    check_member("phase", phase, Phase)
    check_strategies(source=source)
    first = draw(st.integers(0, _DAYS - 1))
    last = draw(st.integers(first, _DAYS - 1))
    return PhaseSpan(
        phase=draw(st.sampled_from(Phase)) if phase is None else phase,
        first=first_day(_START + timedelta(first)),
        last=last_day(_START + timedelta(last)),
        sources=(draw(WORKS if source is None else source),),
    )


def deadline_rules() -> st.SearchStrategy[DeadlineRule]:
    """Generate by when something must be done, in any year.

    Returns:
        A strategy for rules of deadlines.

    >>> from hypothesis import find as simplest
    >>> simplest(deadline_rules(), lambda rule: rule.kind is DeadlineKind.EVALUATION).on
    YearDay(month=1, day=1, years_later=0)
    """
    return st.builds(DeadlineRule, st.sampled_from(DeadlineKind), year_days(), WORKS)


def period_patterns() -> st.SearchStrategy[PeriodPattern]:
    """Generate periods without their year: one to three phases, which may overlap, and up to four deadlines.

    Returns:
        A strategy for patterns; shrinks to a single day with one phase.

    >>> from hypothesis import find as simplest
    >>> [span.phase for span in simplest(period_patterns(), lambda pattern: True).phases]
    [Phase.PLANNING]
    """
    return _period_patterns()


@st.composite
def _period_patterns(draw: st.DrawFn) -> PeriodPattern:
    first = draw(st.integers(0, _DAYS - 1))
    last = draw(st.integers(first, _DAYS - 1))
    span = Window(_START + timedelta(first), _START + timedelta(last))
    return draw(patterns_within(span, draw(labels()), draw(WORKS)))


def open_phases(*, of: PeriodCalendar | None = None) -> st.SearchStrategy[OpenPhase]:
    """Generate phases of the periods of a calendar, extended ones among them, up to the year 2040.

    Args:
        of: the calendar; `pmm_core.calendar.CALENDAR` where it is left out.

    Returns:
        A strategy for phases with their windows; shrinks to the first.  Drawing from it raises ``InvalidArgument`` for
        an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> print(simplest(open_phases(), lambda found: found.extension is None))
    execution of 2024-S1: 2024-02-01..2024-06-30
    """
    return _answers(of, PeriodCalendar.phases)


def deadlines(*, of: PeriodCalendar | None = None) -> st.SearchStrategy[Deadline]:
    """Generate deadlines (tenggat) of the periods of a calendar, up to the year 2040.

    Args:
        of: the calendar; `pmm_core.calendar.CALENDAR` where it is left out.

    Returns:
        A strategy for deadlines; shrinks to the first.  Drawing from it raises ``InvalidArgument`` for an argument of
        the wrong kind, and for a calendar without any deadline.

    >>> from hypothesis import find as simplest
    >>> print(simplest(deadlines(), lambda deadline: deadline.period.year == 2025))
    2025-01-31: end of planning of 2025-A1
    """
    return _answers(of, PeriodCalendar.deadlines)


def _answers(of: PeriodCalendar | None, ask: Callable[[Any, Period], tuple[T, ...]]) -> st.SearchStrategy[T]:
    return st.deferred(lambda: st.sampled_from(_all_answers(of, ask)))


def _all_answers(of: PeriodCalendar | None, ask: Callable[[Any, Period], tuple[T, ...]]) -> tuple[T, ...]:
    check_member("of", of, PeriodCalendar)
    found = tuple(answer for period in known_periods(of) for answer in ask(CALENDAR if of is None else of, period))
    if not found:
        raise InvalidArgument("the calendar has none of these")
    return found
