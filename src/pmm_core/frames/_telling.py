"""What can be said of each event by itself: who recorded it, whether its day and its payload pass, where it leads.

Everything here is one join to the cycle, one to the rules, and columns made of columns, on any engine.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce
from operator import add
from types import MappingProxyType
from typing import Final

import narwhals.stable.v2 as nw

from pmm_core.cycle import ADVISED_POINTS, OFFICE_ROLES, SUPERIORS, Guard, IndicatorFamily, Side
from pmm_core.frames._asking import has
from pmm_core.frames._compiled import (
    EXECUTION,
    GUARDS,
    KIND_BASE,
    KINDS,
    NO_PROCESS,
    PHASE_ENDS,
    ROW,
    SETS_SCHEDULE,
    SETS_SUPERIOR,
    SIDES,
    SPAN,
    UNKNOWN_CYCLE,
    UNKNOWN_KIND,
    UNKNOWN_PERIOD,
    Law,
    Layout,
)
from pmm_core.frames._engine import Frame, day_of, is_pandas, number_of_day, small
from pmm_core.frames._entry import names_of
from pmm_core.frames._logic import some_of
from pmm_core.frames._running import NOTHING, OVER
from pmm_core.frames._steps import beside_each
from pmm_core.people import Role

GUARD_COLUMNS: Final[Mapping[Guard, tuple[str, ...]]] = MappingProxyType(
    {
        Guard.FITTING_INDICATOR: ("indicator",),
        Guard.ENOUGH_POINTS: ("points",),
        Guard.SCHEDULE_IN_WINDOW: ("scheduled",),
        Guard.ON_SCHEDULE: ("scheduled",),
        Guard.KNOWN_ITEM: (),
        Guard.NEXT_NUMBER: (),
        Guard.DATED_IN_PERIOD: ("dated",),
        Guard.OPEN_ITEM: (),
        Guard.REFLECTION: ("reflected",),
        Guard.FITTING_SUPERIOR: ("superior_id", "superior_role"),
    }
)
"""The columns of events that each guard is decided by; none where it takes the items of the plan, which no column has.

A guard whose columns are left out, or hold no value, refuses nothing.
"""

MOST_EVENTS: Final = 2**20
"""Numbers of events from here on are read as this one."""
OTHER, EMPLOYEE, SUPERIOR, UNTOLD = 0, 1, 2, 3
"""Who somebody is to a cycle: somebody else, its employee, its first superior; or it was not told."""
_NEW: Final = MappingProxyType({"superior_id": "new_id", "superior_role": "new_role"})
_PAYLOAD: Final = ("scheduled", "dated", "points", "indicator", "reflected", "new_id", "new_role")
_DAYS: Final = ("scheduled", "dated")
_LONG_AGO: Final = date(1970, 1, 1)
_BETWEEN: Final = "\x1f"
_MISSING: Final = "\x1e"
NO_CYCLE: Final = _MISSING
"""What stands for the key of a cycle where there is none: no key, not even an empty one."""
CODES: Final = (
    "unknown-cycle",
    "no-process",
    "unknown-period",
    "missing-number",
    "duplicate",
    "not-in-scheme",
    "cycle-closed",
    "wrong-state",
    "wrong-stage",
    "wrong-actor",
    "own-approval",
    "outside-window",
    "before-last-event",
    "duplicate-event",
    "wrong-indicator",
    "points-short",
    "schedule-outside-window",
    "off-schedule",
    "evidence-outside-period",
    "missing-reflection",
    "same-person",
    "wrong-superior",
)
"""Every code that an event can be found fault with, in the order of the findings."""


_PARTIES: Final = ("employee_id", "employee_role", "first_id", "first_role")
_OUT: Final = ("cycle", "number", "on", "odd_kind")
_TURN: Final = ("mark", "rule", OVER, *ROW, "other_id", "other_role", "acts", "own", "new_who", "kept_day")
_TURN_MAYBE: Final = ("new_id", "new_role", "fits", "set_day", "content")
_RULE: Final = nw.col("rule")
WHO_BASE: Final = 4
DAY_BASE: Final = KIND_BASE * WHO_BASE
NUMBER_BASE: Final = 10**8 * DAY_BASE
"""How the mark of an event is made: number, day, kind and actor as one whole number."""


def joined(events: Frame, cycles: Frame, law: Law, layout: Layout) -> Frame:
    """The events beside their cycles."""
    named = events.rename({old: new for old, new in _NEW.items() if old in names_of(events)})
    return beside_each(named, _framed(cycles, law, layout), "cycle")


def told(beside: Frame, law: Law, layout: Layout, like: Frame) -> Frame:
    """The events beside the rules, with all that can be said of each by itself."""
    columns = names_of(beside)
    days = [name for name in ("on", *_DAYS) if name in columns]
    texts = [name for name in ("by_id", "by_role", *_PARTIES, *_NEW.values()) if name in columns]
    coded = with_days(beside, days).with_columns(
        _kind_number().alias("kind_no"),
        nw.col("frame").fill_null(UNKNOWN_CYCLE).cast(nw.Int64()),
        nw.col("number").fill_null(0).clip(0, MOST_EVENTS).cast(nw.Int64()).alias("place_no"),
        nw.col("cycle").fill_null(NO_CYCLE),
        *(nw.col(name).fill_null("") for name in texts),
    )
    keyed = coded.with_columns((nw.col("frame") * KIND_BASE + nw.col("kind_no")).alias("key"))
    return _alone(beside_each(keyed, small(like, layout.table), "key"), law, layout)


def _kind_number() -> nw.Expr:
    """The kind of an event as a number."""
    kinds = [kind.value for kind in KINDS]
    return nw.col("kind").replace_strict(kinds, range(len(kinds)), default=UNKNOWN_KIND, return_dtype=nw.Int64())


def _framed(cycles: Frame, law: Law, layout: Layout) -> Frame:
    """The cycles with the number of their process and period, or why there is none."""
    ruled = nw.col("process").is_in([process.key for process in law.processes])
    dated = nw.col("period").is_in(sorted(set(layout.periods)))
    number = nw.when(ruled & ~dated).then(nw.lit(UNKNOWN_PERIOD)).otherwise(nw.lit(NO_PROCESS))
    for index, (process, period) in enumerate(zip(layout.processes, layout.periods, strict=True)):
        is_this = (nw.col("process") == process) & (nw.col("period") == period)
        number = nw.when(is_this).then(nw.lit(index)).otherwise(number)
    named = cycles.rename({"superior_id": "first_id", "superior_role": "first_role"})
    return named.select("cycle", number.cast(nw.Int64()).alias("frame"), *_PARTIES)


def with_days(frame: Frame, names: Sequence[str]) -> Frame:
    """The days as numbers, 0 where there is none."""
    if is_pandas(frame):  # a day that is missing cannot be taken apart here
        filled = [
            nw.when(nw.col(name).is_null()).then(day_of(frame, _LONG_AGO)).otherwise(nw.col(name)).alias(_as_day(name))
            for name in names
        ]
        frame = frame.with_columns(*filled)
        return frame.with_columns(
            nw.when(nw.col(name).is_null()).then(nw.lit(0)).otherwise(number_of_day(_as_day(name))).alias(_as_day(name))
            for name in names
        )
    return frame.with_columns(number_of_day(name).fill_null(0).alias(_as_day(name)) for name in names)


def _as_day(name: str) -> str:
    return "day" if name == "on" else f"{name}_day"


def _who(person: str, role: str) -> nw.Expr:
    """Who somebody is to the cycle."""
    is_employee = (nw.col(person) == nw.col("employee_id")) & (nw.col(role) == nw.col("employee_role"))
    is_superior = (nw.col(person) == nw.col("first_id")) & (nw.col(role) == nw.col("first_role"))
    first = nw.when(is_superior).then(nw.lit(SUPERIOR)).otherwise(nw.lit(OTHER))
    return nw.when(is_employee).then(nw.lit(EMPLOYEE)).otherwise(first)


def _alone(frame: Frame, law: Law, layout: Layout) -> Frame:
    """What can be said of an event without those before it."""
    columns = names_of(frame)
    opened = [_between("day", f"opens_{number}", f"ends_{number}") for number in range(layout.windows)]
    kind, other = nw.col("kind_no"), nw.col("who") == OTHER
    is_employee, is_office = nw.col("who") == EMPLOYEE, nw.col("by_role").is_in([role.value for role in OFFICE_ROLES])
    own = nw.col("by_id") == nw.col("employee_id")
    frame = frame.with_columns(_who("by_id", "by_role").alias("who"))
    turn = nw.col("place_no") * NUMBER_BASE + nw.col("day") * DAY_BASE
    found = frame.with_columns(
        (turn + kind * WHO_BASE + nw.col("who")).alias("mark"),
        nw.when(kind == UNKNOWN_KIND).then(nw.col("kind")).alias("odd_kind"),
        nw.when(other).then(nw.col("by_id")).alias("other_id"),
        nw.when(other).then(nw.col("by_role")).alias("other_role"),
        (
            (has("sides", Side.EMPLOYEE, SIDES) & is_employee) | (has("sides", Side.OFFICE, SIDES) & is_office & ~own)
        ).alias("acts"),
        (own & ~has("sides", Side.EMPLOYEE, SIDES)).alias("own"),
        (_RULE == UNKNOWN_CYCLE).alias("unknown-cycle"),
        (_RULE == NO_PROCESS).alias("no-process"),
        (_RULE == UNKNOWN_PERIOD).alias("unknown-period"),
        ((_RULE >= 0) & (nw.col("sides") == 0)).alias("not-in-scheme"),
        (~some_of(opened)).alias("outside-window"),
        nw.when(some_of(opened) & (nw.col("day") > 0))
        .then(nw.col("day"))
        .otherwise(nw.lit(NOTHING))
        .cast(nw.Int64())
        .alias("kept_day"),
        _phases_over().alias(OVER),
        *(check.alias(code) for code, check in _payload_checks(columns).items()),
    )
    if "new_id" in columns and "new_role" in columns:
        found = _with_superior(found)
    else:
        untold = nw.when(kind.is_in(SETS_SUPERIOR)).then(nw.lit(UNTOLD)).otherwise(nw.lit(NOTHING))
        found = found.with_columns(untold.alias("new_who"))
    if "scheduled" in columns and Guard.ON_SCHEDULE in law.guards:
        day = nw.when(kind.is_in(SETS_SCHEDULE)).then(nw.col("scheduled_day")).otherwise(nw.lit(NOTHING))
        found = found.with_columns(day.alias("set_day"))
    content = _content(columns)
    if content is not None:
        found = found.with_columns(content.alias("content"))
    kept = names_of(found)
    return found.select(*_OUT, *_TURN, *(name for name in (*_TURN_MAYBE, *CODES) if name in kept))


def _phases_over() -> nw.Expr:
    """The phases that are over on the day."""
    over = [
        nw.when(nw.col("day") > nw.col(last)).then(nw.lit(1 << number)).otherwise(nw.lit(0))
        for number, last in enumerate(PHASE_ENDS)
    ]
    return reduce(add, over).cast(nw.Int64())


def _between(day: str, first: str, last: str) -> nw.Expr:
    return (nw.col(day) >= nw.col(first)) & (nw.col(day) <= nw.col(last))


def _payload_checks(columns: Sequence[str]) -> Mapping[str, nw.Expr]:
    """What the guards refuse that look at nothing but the event and its cycle."""
    found: dict[str, nw.Expr] = {}
    if "indicator" in columns:
        fitting = nw.when(nw.col("employee_role") == Role.HEAD.value).then(nw.lit(IndicatorFamily.HEAD.value))
        wanted = fitting.otherwise(nw.lit(IndicatorFamily.TEACHER.value))
        told_one = nw.col("indicator").fill_null("")
        differs = (told_one != wanted) & (told_one != "")
        found["wrong-indicator"] = _guarded(Guard.FITTING_INDICATOR, differs)
    if "points" in columns:
        enough = ADVISED_POINTS[0]
        short = (nw.col("points").fill_null(enough) < enough) & (nw.col("employee_role") == Role.TEACHER.value)
        found["points-short"] = _guarded(Guard.ENOUGH_POINTS, short)
    if "scheduled" in columns:
        day = nw.col("scheduled_day")
        fits = _between("scheduled_day", *EXECUTION) & (day >= nw.col("day"))
        found["schedule-outside-window"] = _guarded(Guard.SCHEDULE_IN_WINDOW, (day != 0) & ~fits)
    if "dated" in columns:
        day = nw.col("dated_day")
        fits = _between("dated_day", *SPAN) & (day <= nw.col("day"))
        found["evidence-outside-period"] = _guarded(Guard.DATED_IN_PERIOD, (day != 0) & ~fits)
    if "reflected" in columns:
        found["missing-reflection"] = _guarded(Guard.REFLECTION, ~nw.col("reflected").fill_null(value=True))
    return found


def _guarded(guard: Guard, fails: nw.Expr) -> nw.Expr:
    return has("guards", guard, GUARDS) & fails


def _with_superior(frame: Frame) -> Frame:
    """What a change of the superior says, where the event names the new one."""
    changes = nw.col("kind_no").is_in(SETS_SUPERIOR)
    is_told = (nw.col("new_id") != "") & (nw.col("new_role") != "")
    who = nw.when(is_told).then(_who("new_id", "new_role")).otherwise(nw.lit(UNTOLD))
    own = nw.col("new_id") == nw.col("employee_id")
    fits = [
        (nw.col("employee_role") == role.value) & nw.col("new_role").is_in([above.value for above in superiors])
        for role, superiors in SUPERIORS.items()
        if superiors
    ]
    asked, fitting = has("guards", Guard.FITTING_SUPERIOR, GUARDS) & is_told, some_of(fits)
    frame = frame.with_columns(
        nw.when(changes).then(who).otherwise(nw.lit(NOTHING)).alias("new_who"),
        (asked & own).alias("same-person"),
        (asked & ~own & ~fitting).alias("wrong-superior"),
        (asked & ~own & fitting).alias("fits"),
    )
    other = nw.col("new_who") == OTHER
    return frame.with_columns(
        nw.when(other).then(nw.col("new_id")).alias("new_id"), nw.when(other).then(nw.col("new_role")).alias("new_role")
    )


def _content(columns: Sequence[str]) -> nw.Expr | None:
    """What an event holds beside kind, day and actor, as one text; the body alone where there is one."""
    if "body" in columns:
        return nw.col("body").fill_null(_MISSING)
    payload = [_as_day(name) if name in _DAYS else name for name in _PAYLOAD if name in columns]
    if not payload:
        return None
    parts = [nw.col(name).cast(nw.String()).fill_null(_MISSING) for name in payload]
    return nw.concat_str(parts, separator=_BETWEEN)
