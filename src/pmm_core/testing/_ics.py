"""Near misses for calendar files; none of them comes as far as to need icalendar."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Final, cast

from pmm_core import ics
from pmm_core.calendar import Period
from pmm_core.cycle import Party, PerformanceCycle
from pmm_core.ics import cycle_deadlines, period_deadlines
from pmm_core.people import Role
from pmm_core.testing._near_miss import NearMiss

_ANY: Final = cast("Any", ics)  # the door without its types, for calls that a type checker would refuse
_S1: Final = Period(2024, "S", 1)
_DAY: Final = date(2024, 3, 7)
_NAIVE: Final = datetime(2024, 3, 7, 12)  # noqa: DTZ001 -- it is refused for that
_STAMP: Final = _NAIVE.replace(tzinfo=UTC)
_FIRST: Final = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=7)))


def _cycle() -> PerformanceCycle:
    return PerformanceCycle.open(employee=Party("G-17", Role.TEACHER), superior=Party("K-3", Role.HEAD), period=_S1)


ICS_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    NearMiss("naive-datetime", "a stamp without a zone", lambda: period_deadlines(_S1, stamp=_NAIVE)),
    NearMiss("naive-datetime", "the same of a cycle", lambda: cycle_deadlines(_cycle(), on=_DAY, stamp=_NAIVE)),
    NearMiss("out-of-range", "before the first day of UTC", lambda: period_deadlines(_S1, stamp=_FIRST)),
    NearMiss("wrong-type", "a day for a stamp", lambda: _ANY.period_deadlines(_S1, stamp=_DAY)),
    NearMiss("wrong-type", "the text of a period", lambda: _ANY.period_deadlines("2024-S1", stamp=_STAMP)),
    NearMiss(
        "empty",
        "a label without a key",
        lambda: cycle_deadlines(_cycle(), on=_DAY, stamp=_STAMP, label="my cycle"),
    ),
    NearMiss(
        "malformed", "a key with a blank", lambda: cycle_deadlines(_cycle(), on=_DAY, stamp=_STAMP, key="my cycle")
    ),
    NearMiss(
        "personal-id",
        "an official number for a key",
        lambda: cycle_deadlines(_cycle(), on=_DAY, stamp=_STAMP, key="199001012022212001"),
    ),
    NearMiss("datetime-for-date", "a time", lambda: cycle_deadlines(_cycle(), on=_STAMP, stamp=_STAMP)),
)
