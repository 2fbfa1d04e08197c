"""What is open on a day, which months a window touches: beside portion and dateutil."""

from datetime import date, datetime

import portion
from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, rrule
from timing import Plan, Row, compare

from pmm_core import CALENDAR, Period, Phase
from pmm_core.calendar import _months, months_in

DAY = date(2024, 3, 7)
SEMESTER = Period.parse("2024-S1")


def _stepped(start: date, end: date) -> list[date]:
    """List the first days of the months as one does with dateutil: anchored steps."""
    first = start.replace(day=1)
    found: list[date] = []
    day = first
    while day <= end:
        found.append(day)
        day = first + relativedelta(months=len(found))
    return found


def _by_rule(start: date, end: date) -> list[date]:
    first = datetime(start.year, start.month, 1)  # noqa: DTZ001 -- whole days
    return [moment.date() for moment in rrule(MONTHLY, dtstart=first, until=datetime(end.year, end.month, 1))]  # noqa: DTZ001


def _plain(start: date, end: date) -> list[date]:
    return [date(start.year, month, 1) for month in range(start.month, end.month + 1)]


def rows(plan: Plan) -> list[Row]:
    """Measure all of it."""
    window = CALENDAR.window(SEMESTER, Phase.EXECUTION)
    interval = portion.closed(window.start, window.end)
    if DAY not in interval or [found.phase for found in CALENDAR.phases_on(DAY)] != [Phase.PLANNING, Phase.EXECUTION]:
        raise SystemExit("the two do not agree")
    ways = (_stepped, _by_rule, _plain)
    if any(list(months_in(window)) != way(window.start, window.end) for way in ways):
        raise SystemExit("the months do not agree")
    peers = {
        "relativedelta": lambda: _stepped(window.start, window.end),
        "rrule": lambda: _by_rule(window.start, window.end),
        "arithmetic": lambda: _plain(window.start, window.end),
    }
    fresh = _months._first_days.__wrapped__
    edges = (window.start.year, window.start.month, window.end.year, window.end.month)
    return [
        compare(
            "calendar.phases_on(day)",
            {"ours": lambda: CALENDAR.phases_on(DAY), "portion": lambda: DAY in interval},
            plan,
            goal=0.5,
            stretch=0.1,
            note="ours names all phases of all periods, the peer tells of one window; goals are set against it",
        ),
        compare("day in window", {"ours": lambda: DAY in window, "portion": lambda: DAY in interval}, plan),
        compare(
            "calendar.days_left(...)",
            {
                "ours": lambda: CALENDAR.days_left(SEMESTER, Phase.EXECUTION, on=DAY),
                "arithmetic": lambda: (window.end - DAY).days,
            },
            plan,
            note="the peer knows the window already and checks nothing",
        ),
        compare(
            "months_in(window), February to June",
            {"ours": lambda: months_in(window), **peers},
            plan,
            goal=1.0,
            stretch=0.1,
            note="asked for again, as it mostly is: ours remembers; the goal is set against relativedelta",
        ),
        compare("the same, asked for the first time", {"ours": lambda: fresh(*edges), **peers}, plan),
    ]
