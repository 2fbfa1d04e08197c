"""Where every cycle of a log stands on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Final, cast

import narwhals.stable.v2 as nw

from pmm_core._checks import Problems
from pmm_core.calendar import CALENDAR, PeriodCalendar
from pmm_core.cycle import PROCESSES, Process, Progress, State
from pmm_core.frames._asking import worded, worded_bits
from pmm_core.frames._compiled import PROGRESS, START, STATES, checked, law_of, layout_of
from pmm_core.frames._engine import Frame, IntoFrameT, as_number, beside, given_back, how_many, whole
from pmm_core.frames._entry import names_of, read, settled
from pmm_core.frames._judging import judged
from pmm_core.frames._logic import some_of
from pmm_core.frames._running import MARK, by_cycle
from pmm_core.frames._schema import Column, ColumnKind, Schema
from pmm_core.frames._schemas import CYCLES, EVENTS
from pmm_core.frames._telling import CODES, with_days

_TARGET: Final = 1 << len(STATES)

CYCLE_STATES: Final = Schema(
    name="states",
    about="One row per performance cycle: where it stands on a day.",
    key=("cycle",),
    columns=(
        Column(name="cycle", kind=ColumnKind.TEXT, about="The key of the cycle."),
        Column(name="period", kind=ColumnKind.TEXT, about="The period, as 2024-S1."),
        Column(name="process", kind=ColumnKind.TEXT, about="The key of the rules, as 2024."),
        Column(name="employee_id", kind=ColumnKind.TEXT, about="The opaque id of whose performance it is."),
        Column(
            name="state",
            kind=ColumnKind.CODE,
            codes=tuple(sorted(state.value for state in State)),
            about="Where the cycle as a whole stands, a value of `pmm_core.cycle.State`.",
        ),
        Column(
            name="progress",
            kind=ColumnKind.CODE,
            codes=tuple(sorted(progress.value for progress in Progress)),
            about="How far the five stages have come, a value of `pmm_core.cycle.Progress`.",
        ),
        Column(
            name="last_on",
            kind=ColumnKind.DAY,
            nullable=True,
            about="The latest day on which something was recorded; missing before the first event.",
        ),
        Column(name="events", kind=ColumnKind.INTEGER, minimum=0, about="How many events there are up to the day."),
        Column(name="sound", kind=ColumnKind.FLAG, about="Whether none of them is found fault with."),
    ),
)
"""Where cycles stand, as `states` gives and `tally` takes it."""


def states(
    events: IntoFrameT,
    cycles: IntoFrameT,
    *,
    on: date,
    processes: Iterable[Process] = PROCESSES,
    calendar: PeriodCalendar = CALENDAR,
) -> IntoFrameT:
    """Tell where every cycle stands at the end of a day, by the same tables as the objects.

    A lawful log gives what `pmm_core.cycle.PerformanceCycle.as_of` gives; any other what `pmm_core.cycle.audit` gives
    for the events up to the day, every one taken at its word.  What is lazy stays lazy.

    Args:
        events: one row per event as in `EVENTS`, in any order; what happened after the day does not count.
        cycles: one row per cycle as in `CYCLES`, each once.
        on: the day.
        processes: the rules, under the readings that are to hold.
        calendar: where the windows come from.

    Returns:
        A frame of the same engine as in `CYCLE_STATES`, in any order: one row per row of ``cycles``, those without
        events too, with its ``cycle``, ``period``, ``process`` and ``employee_id``, its ``state`` and ``progress``,
        ``last_on``, ``events`` and ``sound``.  A cycle of which the rules are not known stands at the beginning and is
        sound only if it has no events.

    Raises:
        InvalidValueError: ``missing-column``, ``duplicate``, ``unknown-engine`` or ``different-engine`` for the
            frames; for the processes as `audit`.
        WrongTypeError: ``datetime-for-date`` for the day, ``wrong-type`` for anything else.

    >>> import pyarrow as pa
    >>> from datetime import date
    >>> cycles = pa.table({
    ...     "cycle": ["c-1"], "period": ["2024-S1"], "process": ["2024"],
    ...     "employee_id": ["G-17"], "employee_role": ["teacher"], "superior_id": ["K-3"], "superior_role": ["head"],
    ... })
    >>> events = pa.table({
    ...     "cycle": ["c-1"], "number": [1], "kind": ["plan-submitted"], "on": [date(2024, 1, 11)],
    ...     "by_id": ["G-17"], "by_role": ["teacher"],
    ... })
    >>> states(events, cycles, on=date(2024, 1, 31)).select(["state", "events", "sound"]).to_pylist()
    [{'state': 'submitted', 'events': 1, 'sound': True}]
    """
    problems = Problems("states")
    told = read(problems, "events", events, EVENTS)
    framed = beside(problems, "cycles", told, read(problems, "cycles", cycles, CYCLES))
    given = checked(problems, processes)
    problems.instance("calendar", calendar, PeriodCalendar, "a PeriodCalendar")
    problems.day("on", on)
    told, framed = settled(problems, told, framed)
    law = law_of(given)
    layout = layout_of(law, calendar)

    def of_cycles(log: Frame, those: Frame) -> Frame:
        past = with_days(log, ("on",)).filter(nw.col("day") <= as_number(on)).drop("day")
        return _standing(judged(past, those, law, layout, _marked), those)

    return cast("IntoFrameT", given_back(by_cycle(told, framed, of_cycles), events))


def _marked(frame: Frame, _: Frame) -> Frame:
    """What is needed of each event: where it leads behind its mark, so that the largest is the last."""
    wrong = some_of(nw.col(code) for code in CODES if code in names_of(frame))
    leads = [
        nw.when(nw.col(name) > 0).then(nw.col(MARK) * _TARGET + nw.col(name)).otherwise(nw.lit(-1)).alias(name)
        for name in ("to_state", "to_progress")
    ]
    return frame.select("cycle", "on", *leads, wrong.alias("wrong"))


def _standing(marked: Frame, cycles: Frame) -> Frame:
    """One row per cycle, out of one row per event."""
    last = marked.group_by("cycle").agg(
        nw.len().alias("events"),
        how_many(marked, nw.col("wrong")).alias("wrong"),
        nw.col("on").max().alias("last_on"),
        nw.col("to_state").max(),
        nw.col("to_progress").max(),
    )
    small_ones = [
        _target(nw.col(name), start).alias(name) for name, start in zip(("to_state", "to_progress"), START, strict=True)
    ]
    # small numbers before the join: where a cycle has no events, an engine may make floats of them
    known = cycles.join(last.with_columns(*small_ones), on="cycle", how="left")
    filled = whole(
        known.with_columns(
            nw.col("events").fill_null(0),
            nw.col("wrong").fill_null(0),
            nw.col("to_state").fill_null(START[0]),
            nw.col("to_progress").fill_null(START[1]),
        ),
        "events",
        "wrong",
        "to_state",
        "to_progress",
    )
    return filled.with_columns(
        worded("to_state", worded_bits(STATES), nw.lit(State.DRAFT.value)).alias("state"),
        worded("to_progress", worded_bits(PROGRESS), nw.lit(Progress.NOT_STARTED.value)).alias("progress"),
        (nw.col("wrong") == 0).alias("sound"),
    ).select(*(column.name for column in CYCLE_STATES.columns))


def _target(found: nw.Expr, start: int) -> nw.Expr:
    """The bit behind the mark; where nothing led anywhere, that of the beginning."""
    return nw.when(found > 0).then(found - found // _TARGET * _TARGET).otherwise(nw.lit(start))
