"""The audit of a log of cycle events: one row for each reason to doubt an event."""

from collections.abc import Iterable
from typing import Final, cast

import narwhals.stable.v2 as nw

from pmm_core._checks import Problems
from pmm_core.calendar import CALENDAR, PeriodCalendar
from pmm_core.cycle import PROCESSES, Process
from pmm_core.frames._asking import worded, worded_bits
from pmm_core.frames._compiled import (
    KIND_BASE,
    KINDS,
    OVERS,
    PLACE_BASE,
    PROGRESS,
    PROGRESS_BASE,
    STATES,
    Law,
    checked,
    law_of,
    layout_of,
)
from pmm_core.frames._engine import Frame, IntoFrameT, beside, given_back, is_eager, small
from pmm_core.frames._entry import names_of, read, settled
from pmm_core.frames._judging import judged
from pmm_core.frames._logic import some_of
from pmm_core.frames._running import MARK, OVER, RULE, by_cycle
from pmm_core.frames._schemas import CYCLES, EVENTS
from pmm_core.frames._telling import CODES, NO_CYCLE

_ORDER: Final = ("wrong-state", "wrong-stage", "not-in-scheme")
_MISSING: Final = ("wrong-state", "wrong-stage")
_ACTORS: Final = 10**12
_NONE: Final = -1
_NEEDED: Final = ("cycle", "number", "on", "kind_no", "odd_kind", MARK, RULE, OVER, "state", "progress")


def audit(
    events: IntoFrameT,
    cycles: IntoFrameT,
    *,
    processes: Iterable[Process] = PROCESSES,
    calendar: PeriodCalendar = CALENDAR,
) -> IntoFrameT:
    """Find every event of a log that the rules refuse, as `pmm_core.cycle.audit` does for the events of one cycle.

    The same tables decide, with the same codes.  An event that is found fault with is taken at its word, so that what
    follows is judged from where it leads; only its day, where it lies outside its windows, is not held against the days
    after it.  What is lazy stays lazy, and each frame is read once.

    A guard is decided by the columns of `GUARD_COLUMNS`; where one is left out or holds no value, it refuses nothing.
    Where another superior is named and the columns do not say who, whoever records what a superior records is right.

    Args:
        events: one row per event as in `EVENTS`, in any order; its optional columns are used where they are there.
        cycles: one row per cycle as in `CYCLES`, each once; `verify` tells whether they are.
        processes: the rules, under the readings that are to hold.
        calendar: where the windows come from; periods after `LAST_YEAR` are unknown.

    Returns:
        A frame of the same engine with one row per event and reason, in any order: ``cycle``, ``number``, ``kind`` and
        ``on`` of the event as they came, ``code``, the ``state`` and ``progress`` before the event, ``first`` (whether
        no event of the cycle before it was found fault with, so that the objects raise this; events without a key are
        taken as those of one cycle), ``possible`` (for ``wrong-state``, ``wrong-stage`` and ``not-in-scheme`` what
        could follow instead, without what is over on the day of the event; for ``wrong-actor`` who may record it; with
        commas between; null for nothing and for other codes) and ``missing`` (the events that would have had to come
        between, on the shortest way; null where there are none).
        Beside the codes of the objects there are ``unknown-cycle`` for an event of a cycle that is not there,
        ``no-process`` and ``unknown-period`` for one of which the rules are not known, and ``missing-number`` and
        ``duplicate`` for a number that does not follow the one before.

    Raises:
        InvalidValueError: ``missing-column``, ``duplicate``, ``unknown-engine`` or ``different-engine`` for the
            frames, ``duplicate`` or ``empty`` for the processes, ``two-targets`` for one with a row that leads to two
            places on one axis.
        WrongTypeError: ``wrong-type`` or ``datetime-for-date`` for a column, ``wrong-type`` for anything else.

    >>> import pyarrow as pa
    >>> from datetime import date
    >>> cycles = pa.table({
    ...     "cycle": ["c-1"], "period": ["2024-S1"], "process": ["2024"],
    ...     "employee_id": ["G-17"], "employee_role": ["teacher"], "superior_id": ["K-3"], "superior_role": ["head"],
    ... })
    >>> events = pa.table({
    ...     "cycle": ["c-1"], "number": [1], "kind": ["plan-agreed"], "on": [date(2024, 1, 11)],
    ...     "by_id": ["G-17"], "by_role": ["teacher"],
    ... })
    >>> audit(events, cycles).select(["number", "code", "missing"]).to_pylist()
    [{'number': 1, 'code': 'wrong-state', 'missing': 'plan-submitted, plan-approved'}]
    """
    problems = Problems("audit")
    told = read(problems, "events", events, EVENTS)
    framed = beside(problems, "cycles", told, read(problems, "cycles", cycles, CYCLES))
    given = checked(problems, processes)
    problems.instance("calendar", calendar, PeriodCalendar, "a PeriodCalendar")
    told, framed = settled(problems, told, framed)
    law = law_of(given)
    layout = layout_of(law, calendar)

    def of_cycles(log: Frame, those: Frame) -> Frame:
        return judged(log, those, law, layout, lambda piece, like: _findings(piece, law, like))

    return cast("IntoFrameT", given_back(by_cycle(told, framed, of_cycles), events))


def _findings(frame: Frame, law: Law, like: Frame) -> Frame:
    """One row per event and reason."""
    codes = [code for code in CODES if code in names_of(frame)]
    wrong = frame.filter(some_of(nw.col(code) for code in codes))
    numbered = small(like, {"code": codes, "code_no": list(range(len(codes)))})
    hits = [(nw.col("code_no") == index) & nw.col(code) for index, code in enumerate(codes)]
    rows = wrong.join(numbered, how="cross").filter(some_of(hits)).select(*_NEEDED, "code")
    code, is_known = nw.col("code"), nw.col(RULE) >= 0
    place = nw.col("state") * PROGRESS_BASE + nw.col("progress")
    process = nw.col(RULE) // KIND_BASE
    follows = (process * OVERS + nw.col(OVER)) * PLACE_BASE + place
    instead = nw.when(code.is_in(_ORDER) & is_known).then(follows)
    by_whom = instead.otherwise(nw.when(code == "wrong-actor").then(nw.col(RULE) + _ACTORS).otherwise(nw.lit(_NONE)))
    rows = rows.with_columns(
        by_whom.cast(nw.Int64()).alias("instead"),
        nw.when(code.is_in(_MISSING))
        .then(nw.col(RULE) * PLACE_BASE + place)
        .otherwise(nw.lit(_NONE))
        .cast(nw.Int64())
        .alias("step"),
    )
    possible = {**law.possible, **{rule + _ACTORS: sides for rule, sides in law.actors.items()}}
    rows = _with_firsts(rows)
    rows = rows.join(small(like, {"instead": list(possible), "possible": list(possible.values())}), "instead", "left")
    rows = rows.join(small(like, {"step": list(law.missing), "missing": list(law.missing.values())}), "step", "left")
    nothing = nw.lit(None, nw.String())
    kind = worded("kind_no", enumerate(member.value for member in KINDS), nw.col("odd_kind"))
    return rows.select(
        nw.when(nw.col("cycle") != NO_CYCLE).then(nw.col("cycle")).alias("cycle"),
        "number",
        kind.alias("kind"),
        *("on", "code"),
        nw.when(is_known).then(worded("state", worded_bits(STATES), nothing)).alias("state"),
        nw.when(is_known).then(worded("progress", worded_bits(PROGRESS), nothing)).alias("progress"),
        *("first", "possible", "missing"),
    )


def _with_firsts(rows: Frame) -> Frame:
    """Whether an event is the first of its cycle that is found fault with."""
    least = nw.col(MARK).min()
    if is_eager(rows):  # as PyArrow gives a minimum over a cycle in an order of its own
        found = rows.join(rows.group_by("cycle").agg(least.alias("least")), on="cycle", how="left")
    else:
        found = rows.with_columns(least.over("cycle").alias("least"))
    return found.with_columns((nw.col(MARK) == nw.col("least")).alias("first"))
