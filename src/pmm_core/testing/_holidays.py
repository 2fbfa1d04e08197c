"""Strategies and near misses for working days without holidays; none of them needs the holidays package."""

from datetime import date, datetime
from typing import Any, Final, cast

from hypothesis import strategies as st

from pmm_core import holidays
from pmm_core.calendar import Window
from pmm_core.holidays import DECREES, JointLeave, NationalCalendar
from pmm_core.testing._calendar import working_weeks
from pmm_core.testing._near_miss import NearMiss

_ANY: Final = cast("Any", holidays)  # the door without its types, for calls that a type checker would refuse
_NOON: Final = datetime(2024, 3, 7, 12)  # noqa: DTZ001 -- it is refused whatever its zone
_AFTER: Final = max(DECREES) + 1


def national_calendars() -> st.SearchStrategy[NationalCalendar]:
    """Generate working calendars of Indonesia, in both readings; shrinks to seven days a week without joint leave.

    Returns:
        A strategy for working calendars; to ask one of a day needs the holidays package.

    >>> from hypothesis import find as simplest
    >>> simplest(national_calendars(), lambda working: True).joint_leave
    JointLeave.DAY_OFF
    """
    return st.builds(NationalCalendar, working_weeks(), st.sampled_from(JointLeave))


HOLIDAYS_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    NearMiss(
        "no-decree", "the year after the last decree", lambda: NationalCalendar().is_working_day(date(_AFTER, 1, 1))
    ),
    NearMiss(
        "no-decree",
        "a window that ends in it",
        lambda: NationalCalendar().holidays_in(Window(date(_AFTER - 1, 12, 1), date(_AFTER, 1, 1))),
    ),
    NearMiss("no-decree", "before the first one", lambda: NationalCalendar().unconfirmed(min(DECREES) - 1)),
    NearMiss("datetime-for-date", "a day with a time", lambda: NationalCalendar().holiday_on(_NOON)),
    NearMiss("bool-for-int", "a yes for a year", lambda: NationalCalendar().unconfirmed(True)),
    NearMiss("wrong-type", "the text of a reading", lambda: _ANY.NationalCalendar(joint_leave="day-off")),
    NearMiss("wrong-type", "a set of days for a week", lambda: _ANY.NationalCalendar({5, 6})),
)
