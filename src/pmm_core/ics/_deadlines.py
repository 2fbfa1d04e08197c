"""The two questions: what they take, and what is wrong with it; what needs icalendar is imported when it is asked for.

Every entry is an event of whole days.  To-dos would say better what a deadline is, but some calendars leave them out of
a file and others make tasks of them, so that nobody would see them beside the lessons.  There are no alarms either: the
owner of a calendar says there when to be reminded, and not all calendars take alarms from a file.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from pmm_core._checks import Problems, kind_of
from pmm_core._texts import check_id
from pmm_core.calendar import CALENDAR, Period, PeriodCalendar
from pmm_core.cycle import PerformanceCycle
from pmm_core.ics._cycle import entries_of_cycle
from pmm_core.ics._entry import Sheet
from pmm_core.ics._period import entries_of_period
from pmm_core.ics._words import check_language, words_for
from pmm_core.ranking import Language

if TYPE_CHECKING:
    import icalendar

_SUBJECT: Final = "question to the calendar file"


def period_deadlines(
    period: Period,
    *,
    calendar: PeriodCalendar = CALENDAR,
    stamp: datetime,
    language: Language = "id",
    windows: bool = True,
) -> "icalendar.Calendar":
    """Write the windows and deadlines of a period as a calendar.

    Each phase is an event over all days of its window, each deadline an event on its last day; an extension is counted
    in.  None of them makes its owner busy.  Each says where its day comes from and how sure that is.

    The same entry of the same period has the same UID in every file, in either language, so that a file that is opened
    again replaces what the one before brought.  Its SEQUENCE comes from the stamp, so that a later file counts as newer
    even where an extension was taken back.

    Args:
        period: one of the calendar.
        calendar: where the windows come from.
        stamp: when the file is made, with its time zone; give a later one for each new file.
        language: ``"id"`` or ``"en"``, the language of the texts.
        windows: whether to write the windows of the phases as well; False leaves the deadlines only.

    Returns:
        A calendar of icalendar, with the entries in the order of their days.

    Raises:
        ModuleNotFoundError: where icalendar is not installed; the message names the extra.
        UnknownNameError: ``unknown-period``.
        InvalidValueError: ``naive-datetime`` for a stamp without a time zone, ``malformed`` for another language,
            ``out-of-range`` for a stamp or a last day at the very end of all days.
        WrongTypeError: for an argument of the wrong kind.

    >>> from datetime import UTC, datetime
    >>> from pmm_core.calendar import Period
    >>> stamp = datetime(2024, 2, 1, 8, tzinfo=UTC)
    >>> made = period_deadlines(Period.parse("2024-S1"), stamp=stamp, windows=False)
    >>> for event in made.events:
    ...     print(event.start, event["SUMMARY"])
    2024-03-31 Tenggat: akhir perencanaan 2024-S1
    2024-06-30 Tenggat: akhir pelaksanaan 2024-S1
    2024-06-30 Tenggat: evaluasi periodik 2024-S1
    """
    problems = Problems(_SUBJECT)
    problems.instance("period", period, Period, "a Period")
    problems.instance("calendar", calendar, PeriodCalendar, "a PeriodCalendar")
    problems.instance("windows", windows, bool, "True or False")
    check_language(problems, language)
    made = _stamp(problems, stamp)
    problems.done()
    return _file()(entries_of_period(period, calendar, words_for(language), windows=windows), made)


def cycle_deadlines(
    cycle: PerformanceCycle, *, on: date, stamp: datetime, language: Language = "id", key: str = "", label: str = ""
) -> "icalendar.Calendar":
    """Write what a cycle still needs, and its observation, as a calendar.

    One event for each phase stands on the last day of it and tells how many of the steps that end with it are left, and
    which; each of them with an event of its own would fill that one day.  What can be done on any day has no deadline
    and is left out.  The observation stands on the day set for it, and afterwards on the day on which it was held.  All
    are private events.

    Nobody's id or name is in the file, unless a label has one.  The same entry has the same UID in every file of the
    key, so that a file that is opened again replaces what the one before brought.  Its SEQUENCE comes from the stamp,
    so that a later file counts as newer even where an event was taken back.

    Args:
        cycle: whose steps.
        on: the day of the question; what happened later does not count.
        stamp: when the file is made, with its time zone; give a later one for each new file.
        language: ``"id"`` or ``"en"``, the language of the texts.
        key: tells the entries of this cycle from those of others in one calendar, since it stands in their UIDs; of
            the form of ids, and nobody's number.  None is needed by who has one cycle only.
        label: what to call the cycle in every entry; a key must go with it, so that two of them do not replace each
            other.

    Returns:
        A calendar of icalendar, with the entries in the order of their days.

    Raises:
        ModuleNotFoundError: where icalendar is not installed; the message names the extra.
        InvalidValueError: ``naive-datetime`` for a stamp without a time zone, ``malformed`` for another language or a
            key of another form, ``personal-id`` for a key of the form of an official number, ``empty`` for a label
            without a key, ``out-of-range`` for a stamp or a last day at the very end of all days.
        WrongTypeError: for an argument of the wrong kind.

    >>> from datetime import UTC, date, datetime
    >>> from pmm_core.calendar import Period
    >>> from pmm_core.cycle import Party, PerformanceCycle
    >>> from pmm_core.people import Role
    >>> cycle = PerformanceCycle.open(
    ...     employee=Party("G-17", Role.TEACHER), superior=Party("K-3", Role.HEAD), period=Period.parse("2024-S1")
    ... )
    >>> stamp = datetime(2024, 3, 7, 1, tzinfo=UTC)
    >>> made = cycle_deadlines(cycle, on=date(2024, 3, 7), stamp=stamp, language="en")
    >>> for event in made.events:
    ...     print(event.start, event["SUMMARY"])
    2024-03-31 Deadline of planning of 2024-S1: 1 step left
    2024-06-30 Deadline of execution of 2024-S1: 9 steps left
    2024-06-30 Deadline of assessment of 2024-S1: 1 step left
    """
    problems = Problems(_SUBJECT)
    problems.instance("cycle", cycle, PerformanceCycle, "a PerformanceCycle")
    problems.day("on", on)
    if problems.instance("label", label, str, "a text") and label and key == "":
        problems.add("key", "empty", "must not be empty where there is a label")
    elif key != "":
        check_id(problems, "key", key)
    check_language(problems, language)
    made = _stamp(problems, stamp)
    problems.done()
    return _file()(entries_of_cycle(cycle, on, words_for(language), key=key, label=label), made)


def _stamp(problems: Problems, stamp: datetime) -> datetime:
    """The same moment in UTC, as the file wants it."""
    if not problems.instance("stamp", stamp, datetime, "a datetime"):
        return datetime.min.replace(tzinfo=UTC)
    try:
        if stamp.utcoffset() is None:
            problems.add("stamp", "naive-datetime", "must have a time zone; write datetime(..., tzinfo=UTC)")
            return stamp
        return stamp.astimezone(UTC).replace(microsecond=0)  # the file knows whole seconds
    except OverflowError:
        problems.add("stamp", "out-of-range", "must lie in the years 1 to 9999 of UTC")
    except (ValueError, NotImplementedError):
        # pandas.NaT passes for a datetime and raises the one, a zone that does not tell its offset the other
        problems.add("stamp", "wrong-type", f"must be a moment in a time zone, not {kind_of(stamp)}")
    return stamp


def _file() -> "Callable[[Sheet, datetime], icalendar.Calendar]":
    try:
        from pmm_core.ics._file import file_of  # noqa: PLC0415 -- needs icalendar
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            'pmm_core.ics needs icalendar; install it with: pip install "pmm-core[ics]"', name=error.name
        ) from error
    return file_of
