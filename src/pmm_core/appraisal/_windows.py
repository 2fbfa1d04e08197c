"""When evaluations fall: their windows, read off a calendar.

Sources name the last days only: 30 June and 31 December for the periodic evaluation, January of the next year for the
annual one.  The calendar holds them as deadlines, and no day is repeated here.  When a window opens is our design: for
a period with its assessment, and for the year by one of two readings that are named in `AnnualOpening`.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, final

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.calendar import CALENDAR, DeadlineKind, Period, PeriodCalendar, Phase, Window
from pmm_core.calendar._period import check_year
from pmm_core.errors import Refusal, RefusedError, UnknownNameError


@final
@labelled(PERIODIC=("evaluasi periodik", "periodic evaluation"), ANNUAL=("evaluasi tahunan", "annual evaluation"))
class EvaluationKind(Labelled):
    """What an evaluation is about: a period, or the whole year.

    >>> EvaluationKind("annual").label_id
    'evaluasi tahunan'
    """

    PERIODIC = "periodic"
    ANNUAL = "annual"


EVALUATION_DEADLINES: Final[Mapping[EvaluationKind, DeadlineKind]] = MappingProxyType(
    {
        EvaluationKind.PERIODIC: DeadlineKind.EVALUATION,
        EvaluationKind.ANNUAL: DeadlineKind.ANNUAL_EVALUATION,
    }
)
"""The deadline of the calendar by which each kind of evaluation is to be done."""


@final
@labelled(
    WITH_LAST_ASSESSMENT=("sejak penilaian periode terakhir dibuka", "with the assessment of the last period"),
    AFTER_LAST_PERIOD=("setelah periode terakhir berakhir", "after the last period has ended"),
)
class AnnualOpening(Labelled):
    """When the window of the annual evaluation opens; no source says, only that in 2025 both were one stage.

    >>> AnnualOpening.AFTER_LAST_PERIOD.value
    'after-last-period'
    """

    WITH_LAST_ASSESSMENT = "with-last-assessment"
    AFTER_LAST_PERIOD = "after-last-period"


def check_calendar(problems: Problems, calendar: object) -> bool:
    """Check that the calendar is one."""
    return problems.instance("calendar", calendar, PeriodCalendar, "a PeriodCalendar")


def _periods_of(year: int, calendar: PeriodCalendar) -> tuple[Period, ...]:
    periods = calendar.periods(year)
    if not periods:
        nearest = calendar.nearest(date(year, 1, 1))
        raise UnknownNameError("year of evaluation", str(year), "no-period", (str(nearest.year),))
    return periods


def _last_day(kind: EvaluationKind, periods: tuple[Period, ...], calendar: PeriodCalendar) -> date:
    """The latest of the days that the calendar names for some periods."""
    wanted = EVALUATION_DEADLINES[kind]
    found = [each for period in periods for each in calendar.deadlines(period)]
    days = [each.on for each in found if each.kind is wanted]
    if not days:
        possible = tuple(str(each) for each in found)
        message = f"the calendar names no last day for the {kind.label_en} of {periods[-1]}"
        raise RefusedError("find the days of an evaluation", (Refusal("no-deadline", message, possible),))
    return max(days)


def last_day_of_period(period: Period, calendar: PeriodCalendar) -> date:
    """The last day of the periodic evaluation."""
    return _last_day(EvaluationKind.PERIODIC, (period,), calendar)


def last_day_of_year(year: int, calendar: PeriodCalendar) -> date:
    """The last day of the annual evaluation."""
    return _last_day(EvaluationKind.ANNUAL, _periods_of(year, calendar), calendar)


def periodic_window(period: Period, *, calendar: PeriodCalendar = CALENDAR) -> Window:
    """When the evaluation of a period falls (evaluasi periodik): from the opening of its assessment to the deadline.

    Args:
        period: one of the calendar.
        calendar: whose days hold, extensions counted in.

    Returns:
        The window; its end is the last day on which the evaluation is in time.

    Raises:
        InvalidValueError: ``window-reversed`` where a calendar puts the deadline before the assessment.
        RefusedError: ``no-such-phase`` for a period without an assessment, ``no-deadline``.
        UnknownNameError: ``unknown-period``.
        WrongTypeError: for an argument of the wrong kind.

    >>> from pmm_core.calendar import Period
    >>> periodic_window(Period.parse("2024-S1"))
    <Window 2024-06-01..2024-06-30>
    """
    problems = Problems("periodic_window")
    problems.instance("period", period, Period, "a Period")
    check_calendar(problems, calendar)
    problems.done()
    return Window(calendar.window(period, Phase.ASSESSMENT).start, last_day_of_period(period, calendar))


def annual_window(
    year: int, *, calendar: PeriodCalendar = CALENDAR, opening: AnnualOpening = AnnualOpening.WITH_LAST_ASSESSMENT
) -> Window:
    """When the evaluation of a year falls (evaluasi tahunan).

    It considers the periodic ones, but no source says that its last day moves with theirs.  So no extension moves it,
    and a `periodic_window` that is extended can end after it.  Whoever knows of a decision on the year brings a
    calendar whose scheme has the later day.

    Args:
        year: one for which the calendar has periods.
        calendar: whose days hold, those of its schemes; extensions change nothing.
        opening: when the window opens; no source says.

    Returns:
        The window; its end, in the next year, is the last day on which the evaluation is in time.

    Raises:
        InvalidValueError: ``too-small`` or ``too-large`` for the year, ``window-reversed`` where a calendar puts the
            deadline before the opening.
        RefusedError: ``no-such-phase`` where the last period has no assessment, ``no-deadline``.
        UnknownNameError: ``no-period`` for a year without periods.
        WrongTypeError: for an argument of the wrong kind.

    >>> annual_window(2024), annual_window(2024, opening=AnnualOpening.AFTER_LAST_PERIOD)
    (<Window 2024-12-01..2025-01-31>, <Window 2025-01-01..2025-01-31>)
    """
    problems = Problems("annual_window")
    check_year(problems, "year", year)
    check_calendar(problems, calendar)
    problems.instance("opening", opening, AnnualOpening, "an AnnualOpening")
    problems.done()
    last = _periods_of(year, calendar)[-1]
    if opening is AnnualOpening.WITH_LAST_ASSESSMENT:
        first = calendar.window(last, Phase.ASSESSMENT).start
    else:
        first = calendar.span(last).end + timedelta(1)
    return Window(first, last_day_of_year(year, calendar))
