"""The days of the week."""

from datetime import date
from typing import final

from pmm_core._labels import Labelled, labelled
from pmm_core.calendar._window import check_day


@final
@labelled(
    MONDAY=("Senin", "Monday"),
    TUESDAY=("Selasa", "Tuesday"),
    WEDNESDAY=("Rabu", "Wednesday"),
    THURSDAY=("Kamis", "Thursday"),
    FRIDAY=("Jumat", "Friday"),
    SATURDAY=("Sabtu", "Saturday"),
    SUNDAY=("Minggu", "Sunday"),
)
class Weekday(Labelled):
    """A day of the week (hari), Monday first.

    >>> from datetime import date
    >>> Weekday.of(date(2024, 3, 7)).label_id
    'Kamis'
    """

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @staticmethod
    def of(day: date) -> "Weekday":
        """The day of the week of a date.

        Args:
            day: any.

        Raises:
            WrongTypeError: ``datetime-for-date`` or ``wrong-type``.
        """
        check_day("Weekday", "day", day)
        return _IN_ORDER[day.weekday()]


_IN_ORDER = tuple(Weekday)
