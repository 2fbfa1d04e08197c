"""The working calendar that leaves out national holidays and joint leave."""

from datetime import date
from typing import TYPE_CHECKING, Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.calendar import FIVE_DAY_WEEK, WeekendOnly, Window
from pmm_core.calendar._window import check_day, check_window
from pmm_core.errors import Refusal, RefusedError
from pmm_core.holidays._decrees import DECREES

if TYPE_CHECKING:
    from pmm_core.holidays._days import Known

_SUBJECT: Final = "question about holidays"
_ESTIMATED: Final = "(perkiraan)"


@final
@labelled(
    DAY_OFF=("libur", "day off"),
    WORKED=("tetap hari kerja", "worked"),
)
class JointLeave(Labelled):
    """Whether people work on the days of joint leave (cuti bersama): two readings, since it depends on who they are.

    For civil servants (ASN) they are days off, which a decree of the president says each year.  Employers outside
    government may choose, so that a private school (sekolah swasta) can work on them.

    >>> JointLeave.DAY_OFF.label_id
    'libur'
    """

    DAY_OFF = "day-off"
    WORKED = "worked"


@final
@attrs.frozen
class NationalCalendar:
    """Working days of Indonesia: those of a week, without national holidays and joint leave.

    A `pmm_core.calendar.WorkingCalendar` over the holidays package, for the years of `DECREES` and no others.  Decrees
    are amended within the year, so that the answer is that of the installed package: keep its version beside what you
    store.  Days of elections are off where the package has them; we have seen no decree on them.  Regional holidays and
    the holidays of schools are not in it.

    Args:
        week: on which days of the week people work; five where it is left out.
        joint_leave: whether joint leave is a day off, as for civil servants, or worked.

    Raises:
        WrongTypeError: ``wrong-type`` for a field of the wrong kind.

    >>> from datetime import date
    >>> from pmm_core.calendar import add_working_days
    >>> add_working_days(date(2024, 3, 8), 1, working=NationalCalendar())
    datetime.date(2024, 3, 13)
    >>> add_working_days(date(2024, 3, 8), 1, working=NationalCalendar(joint_leave=JointLeave.WORKED))
    datetime.date(2024, 3, 12)
    """

    week: WeekendOnly = FIVE_DAY_WEEK
    joint_leave: JointLeave = JointLeave.DAY_OFF

    def __attrs_post_init__(self) -> None:
        problems = Problems("NationalCalendar")
        problems.instance("week", self.week, WeekendOnly, "a WeekendOnly")
        problems.instance("joint_leave", self.joint_leave, JointLeave, "a JointLeave")
        problems.done()

    @property
    def years(self) -> tuple[int, ...]:
        """The years that it answers for: those of `DECREES` whose joint leave the installed package has.

        Raises:
            ModuleNotFoundError: where holidays is not installed; the message names the extra.
        """
        return _known().years

    def is_working_day(self, day: date) -> bool:
        """Tell whether people work on a day.

        Args:
            day: one of a year with a decree.

        Raises:
            ModuleNotFoundError: where holidays is not installed; the message names the extra.
            RefusedError: ``no-decree`` for another year, with the years that there are.
            WrongTypeError: ``datetime-for-date`` or ``wrong-type``.

        >>> from datetime import date
        >>> NationalCalendar().is_working_day(date(2025, 8, 18))
        False
        """
        return self.holiday_on(day) is None and self.week.is_working_day(day)

    def holiday_on(self, day: date) -> str | None:
        """What makes a day a day off, apart from the week.

        Args:
            day: one of a year with a decree.

        Returns:
            The Indonesian name of the holiday or the joint leave, ending with ``(perkiraan)`` where the ministry of
            religion has not confirmed the day; None where there is none.  Joint leave that is worked has none.

        Raises:
            ModuleNotFoundError: where holidays is not installed; the message names the extra.
            RefusedError: ``no-decree`` for another year, with the years that there are.
            WrongTypeError: ``datetime-for-date`` or ``wrong-type``.

        >>> from datetime import date
        >>> NationalCalendar().holiday_on(date(2024, 3, 12))
        'Cuti Bersama Hari Suci Nyepi'
        """
        check_day(_SUBJECT, "day", day)
        found = _decreed(day.year, day.year)
        name = found.national.get(day)
        return found.joint.get(day) if name is None and self.joint_leave is JointLeave.DAY_OFF else name

    def holidays_in(self, window: Window) -> tuple[tuple[date, str], ...]:
        """List what is off in a window, apart from the week; a holiday on a Sunday is listed too.

        Args:
            window: one within years that have a decree.

        Returns:
            The days in order, each with its name as `holiday_on` gives it.

        Raises:
            ModuleNotFoundError: where holidays is not installed; the message names the extra.
            RefusedError: ``no-decree`` where it reaches into another year.
            WrongTypeError: ``wrong-type`` for anything but a window.

        >>> len(NationalCalendar().holidays_in(Window.parse("2024-02-01..2024-06-30")))
        22
        """
        check_window(_SUBJECT, "window", window)
        found = _decreed(window.start.year, window.end.year)
        off = {**(found.joint if self.joint_leave is JointLeave.DAY_OFF else {}), **found.national}
        return tuple((day, off[day]) for day in sorted(off) if day in window)

    def unconfirmed(self, year: int) -> tuple[date, ...]:
        """The holidays of a year that the ministry of religion has not confirmed, so that they can still move by a day.

        Args:
            year: one with a decree.

        Raises:
            ModuleNotFoundError: where holidays is not installed; the message names the extra.
            RefusedError: ``no-decree`` for another year, with the years that there are.
            WrongTypeError: for anything but a whole number.

        >>> NationalCalendar().unconfirmed(2024)
        ()
        """
        problems = Problems(_SUBJECT)
        problems.integer("year", year, minimum=None)
        problems.done()
        found = _decreed(year, year).national
        return tuple(day for day, name in found.items() if day.year == year and name.endswith(_ESTIMATED))


def _decreed(first: int, last: int) -> "Known":
    """What is known, where every year from the first to the last has a decree."""
    years = tuple(DECREES)
    missing = _missing(first, last, years)
    if not missing:  # what is refused anyway needs no package
        found = _known()
        years = found.years
        missing = _missing(first, last, years)
        if not missing:
            return found
    why = f"no joint decree on the holidays of {' and '.join(missing)} is known"
    raise RefusedError("tell working days", (Refusal("no-decree", why, tuple(map(str, years))),))


def _missing(first: int, last: int, years: tuple[int, ...]) -> list[str]:
    """The years without a decree, those in a row as one text."""
    runs: list[list[int]] = []
    for year in range(first, last + 1):
        if year in years:
            continue
        if runs and runs[-1][1] == year - 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return [f"{start} to {end}" if start < end else f"{start}" for start, end in runs]


def _known() -> "Known":
    try:
        from pmm_core.holidays._days import known  # noqa: PLC0415 -- needs the package
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            'pmm_core.holidays needs holidays; install it with: pip install "pmm-core[holidays]"', name=error.name
        ) from error
    return known()
