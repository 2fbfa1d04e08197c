"""Strategies for windows, periods, schemes and calendars, working weeks, and dates as people write them."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from hypothesis import strategies as st

from pmm_core.calendar import (
    CALENDAR,
    DeadlineKind,
    DeadlineRule,
    Extension,
    Period,
    PeriodCalendar,
    PeriodPattern,
    PeriodScheme,
    Phase,
    PhaseSpan,
    Weekday,
    WeekendOnly,
    Window,
    YearDay,
    add_months,
    format_date,
)
from pmm_core.calendar._period import FIRST_YEAR, LAST_YEAR
from pmm_core.sources import Source, works
from pmm_core.testing._shared import check_member, check_size, check_strategies, check_year, days, labels

TRIAL: Final = 2023  # a year without a 29 February, so that its days are there in every year
_LAST_YEAR: Final = 2040
_WEEK: Final = frozenset(Weekday)
WORKS: Final = st.sampled_from(works())  # real ones, which are drawn much faster than made-up ones


def windows(*, within: Window | None = None) -> st.SearchStrategy[Window]:
    """Generate windows (jendela waktu); shrinks to a single day, the first.

    Args:
        within: the window that holds them; the years 2020 to 2030 where it is left out.

    Returns:
        A strategy for windows; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(windows(), lambda window: window.days > 30)
    <Window 2020-01-01..2020-01-31>
    """
    return _windows(within)


@st.composite
def _windows(draw: st.DrawFn, within: Window | None) -> Window:
    check_member("within", within, Window)
    start = draw(days() if within is None else st.dates(within.start, within.end))
    last = date(2030, 12, 31) if within is None else within.end
    return Window(start, start + timedelta(draw(st.integers(0, (last - start).days))))


def periods(*, of: PeriodCalendar | None = None) -> st.SearchStrategy[Period]:
    """Generate periods of a calendar (periode), up to the year 2040; shrinks to its first.

    Args:
        of: the calendar; `pmm_core.calendar.CALENDAR` where it is left out.

    Returns:
        A strategy for periods; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(periods(), lambda period: period.year > 2024)
    <Period 2025-A1>
    """
    return _periods(of)


@st.composite
def _periods(draw: st.DrawFn, of: PeriodCalendar | None) -> Period:
    check_member("of", of, PeriodCalendar)
    return draw(st.sampled_from(known_periods(of)))


@lru_cache(maxsize=16)  # a calendar that is drawn is not kept for ever
def known_periods(of: PeriodCalendar | None) -> tuple[Period, ...]:
    """All periods of a calendar up to the year 2040, or of its last scheme's first year; ours where it is left out."""
    schemes = (CALENDAR if of is None else of).schemes
    last = max(_LAST_YEAR, schemes[-1].first_year)
    years = range(schemes[0].first_year, last + 1)
    return tuple(period for year in years for scheme in schemes for period in scheme.periods(year))


def period_schemes(
    *, first_year: int = 2020, years: int | None = None, source: st.SearchStrategy[Any] | None = None
) -> st.SearchStrategy[PeriodScheme]:
    """Generate schemes: one to four periods a year, from any day on, each with one to three phases that may overlap.

    Args:
        first_year: the first year for which the scheme holds.
        years: for how many years it holds; without an end where it is left out.
        source: where the sources come from; the works of `pmm_core.sources.works` where it is left out.

    Returns:
        A strategy for schemes; drawing from it raises ``InvalidArgument`` for anything but a strategy of sources.

    >>> from hypothesis import find as simplest
    >>> simplest(period_schemes(), lambda scheme: scheme.periods_per_year == 2).patterns[0].first
    YearDay(month=1, day=1, years_later=0)
    """
    return _schemes(first_year, years, source)


@st.composite
def _schemes(
    draw: st.DrawFn, first_year: int, years: int | None, source: st.SearchStrategy[Any] | None
) -> PeriodScheme:
    check_strategies(source=source)
    check_year("first_year", first_year, least=FIRST_YEAR, most=LAST_YEAR, needed=True)
    if years is not None:
        check_size("years", 1, years)
        check_year("the last year", first_year + years - 1, least=FIRST_YEAR, most=LAST_YEAR, needed=True)
    work = draw(WORKS if source is None else source)  # one for all, since drawing one is most of the work
    label = draw(labels())
    start = date(TRIAL, draw(st.integers(1, 12)), draw(st.integers(1, 28)))
    cuts = draw(st.lists(st.integers(1, 11), max_size=3, unique=True).map(sorted))
    starts = [start, *(add_months(start, months) for months in cuts), add_months(start, 12)]
    spans = [Window(first, following - timedelta(1)) for first, following in pairwise(starts)]
    return PeriodScheme(
        key=draw(st.sampled_from(("a", "semesters-2020", "2020"))),
        mark=draw(st.text("ABS", min_size=1, max_size=3)),
        patterns=tuple(draw(patterns_within(span, label, work)) for span in spans),
        first_year=first_year,
        last_year=None if years is None else first_year + years - 1,
        source=work,
        note=draw(st.sampled_from(("", label))),
    )


@st.composite
def patterns_within(draw: st.DrawFn, span: Window, label: str, work: Source) -> PeriodPattern:
    phases = draw(st.lists(st.sampled_from(Phase), min_size=1, max_size=3, unique=True))
    kinds = draw(st.lists(st.sampled_from(DeadlineKind), max_size=4, unique=True))
    day = st.integers(0, span.days - 1)
    inside = [sorted((draw(day), draw(day))) for _ in phases]
    return PeriodPattern(
        label_id=label,
        label_en=label,
        first=first_day(span.start),
        last=last_day(span.end),
        phases=tuple(
            PhaseSpan(
                phase=phase,
                first=first_day(span.start + timedelta(first)),
                last=last_day(span.start + timedelta(last)),
                sources=(work,),
            )
            for phase, (first, last) in zip(phases, inside, strict=True)
        ),
        deadlines=tuple(DeadlineRule(kind, last_day(span.start + timedelta(draw(day))), work) for kind in kinds),
    )


def first_day(day: date) -> YearDay:
    return YearDay(day.month, day.day, day.year - TRIAL)


def last_day(day: date) -> YearDay:
    """The last day of February stays the last in long years, or a day would be left out."""
    return YearDay(2, 29, day.year - TRIAL) if (day.month, day.day) == (2, 28) else first_day(day)


def extensions(*, of: PeriodCalendar | None = None) -> st.SearchStrategy[Extension]:
    """Generate extensions (perpanjangan) that a calendar without any would take, by up to 200 days.

    Args:
        of: the calendar; one of the known schemes without extensions where it is left out.

    Returns:
        A strategy for extensions; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(extensions(), lambda extension: True).until
    datetime.date(2024, 2, 1)
    """
    return _extensions(of)


@st.composite
def _extensions(draw: st.DrawFn, of: PeriodCalendar | None) -> Extension:
    chosen = draw(periods(of=of))
    found = draw(st.sampled_from((CALENDAR if of is None else of).phases(chosen)))
    until = found.regular.end + timedelta(draw(st.integers(1, 200)))
    return Extension(period=chosen, phase=found.phase, until=until, reason=draw(labels()), source=draw(WORKS))


def period_calendars() -> st.SearchStrategy[PeriodCalendar]:
    """Generate calendars of one or two schemes, sometimes with years between them, with and without extensions.

    Returns:
        A strategy for calendars; shrinks to one scheme without extensions.

    >>> from hypothesis import find as simplest
    >>> simplest(period_calendars(), lambda calendar: True).extensions
    ()
    """
    return _calendars()


@st.composite
def _calendars(draw: st.DrawFn) -> PeriodCalendar:
    known = [draw(period_schemes(years=draw(st.integers(1, 3))))]
    if draw(st.booleans()):
        begins = (known[0].last_year or known[0].first_year) + draw(st.integers(2, 3))
        known.append(draw(period_schemes(first_year=begins, years=draw(st.none() | st.integers(1, 2)))))
    plain = PeriodCalendar(tuple(known))
    found = draw(st.lists(extensions(of=plain), max_size=2, unique_by=lambda each: (each.period, each.phase)))
    return PeriodCalendar(plain.schemes, tuple(found))


def working_weeks() -> st.SearchStrategy[WeekendOnly]:
    """Generate working weeks (pekan kerja) of one to seven days; shrinks to seven.

    Returns:
        A strategy for working weeks.

    >>> from hypothesis import find as simplest
    >>> simplest(working_weeks(), lambda week: True).days_off
    frozenset()
    """
    return st.frozensets(st.sampled_from(Weekday), max_size=len(_WEEK) - 1).map(WeekendOnly)


def date_spellings() -> st.SearchStrategy[tuple[str, date]]:
    """Generate pairs of a text and the one day that it names, in the forms in which people write dates in Indonesian.

    Returns:
        A strategy for pairs; `pmm_core.calendar.parse_date` reads each text without being given a year.

    >>> from hypothesis import find as simplest
    >>> simplest(date_spellings(), lambda pair: pair[1].year == 2024)
    ('1 Januari 2024', datetime.date(2024, 1, 1))
    """
    return st.builds(_spelled, days(), st.sampled_from(_FORMS), st.sampled_from(_CASES))


def _spelled(day: date, form: str, change: Callable[[str], str]) -> tuple[str, date]:
    weekday = Weekday.of(day).label_id
    month = format_date(day).split()[1]
    parts = {"day": day.day, "month": month, "short": month[:3], "number": day.month, "year": day.year}
    return change(form.format(**parts, weekday=weekday, weekday_short=weekday[:3])), day


_FORMS: Final = (
    "{day} {month} {year}",
    "{weekday}, {day} {month} {year}",
    "{weekday} {day} {month} {year}",
    "{weekday} ({day}/{number}/{year})",
    "{weekday} pagi ({day:02}/{number:02}/{year})",
    "{weekday_short}, {day} {short}. {year}",
    "{day:02}-{number:02}-{year}",
    "{day}.{number}.{year}",
    "{year}-{number:02}-{day:02}",
    "hari {weekday} tanggal {day} {month} {year}",
)
_CASES: Final[tuple[Callable[[str], str], ...]] = (str.strip, str.upper, str.lower, str.swapcase)
