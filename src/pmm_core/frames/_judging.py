"""Judging the events of many cycles at once, by the compiled tables, with the codes that the objects refuse with.

Theory.  Some reasons can be told from an event and its cycle alone: the day outside the window, a payload that fails a
guard.  These come first, on any engine.  The others need what stood before; they come after the replay.  Each reason
is one column of truth values named by its code; an event is found fault with if any of them is true.
"""

from collections.abc import Callable, Sequence
from typing import Final

import narwhals.stable.v2 as nw

from pmm_core.cycle import Guard, Side
from pmm_core.frames._asking import has, is_odd
from pmm_core.frames._compiled import CLOSED, GUARDS, SIDES, START, UNKNOWN_KIND, Law, Layout
from pmm_core.frames._engine import Frame, is_eager
from pmm_core.frames._entry import names_of
from pmm_core.frames._logic import some_of
from pmm_core.frames._running import (
    LAST_MARK,
    MARK,
    NOTHING,
    OVER,
    RULE,
    Memory,
    at_the_end,
    planned,
    remembered,
)
from pmm_core.frames._telling import CODES, DAY_BASE, NUMBER_BASE, OTHER, SUPERIOR, UNTOLD, WHO_BASE, joined, told


def judged(events: Frame, cycles: Frame, law: Law, layout: Layout, work: Callable[[Frame, Frame], Frame]) -> Frame:
    """Do some work on the events, each with what stood before it and a column of truth values for each of `CODES`.

    Beside these there are ``cycle``, ``number`` and ``on`` as they came, ``kind_no``, ``odd_kind`` for a kind that is
    none, ``mark``, ``rule``, ``state`` and ``progress`` before the event and ``to_state`` and ``to_progress``,
    where it leads, each as a bit.  The work is also given a frame to make small tables beside: one that is as it came
    where the engine would write out all that was asked so far for each of them.
    """

    def by_itself(piece: Frame) -> Frame:
        ready = told(piece, law, layout, events if not is_eager(piece) else piece)
        return at_the_end(ready, lambda held: in_turn(held, is_last=held is ready))

    def in_turn(piece: Frame, *, is_last: bool) -> Frame:
        stood = remembered(piece, _memory(names_of(piece)))
        if is_last and not is_eager(piece):
            return work(judged_in_turn(stood), events)
        return planned(stood, lambda frame: work(judged_in_turn(frame), frame))

    return by_itself(joined(events, cycles, law, layout))


def _memory(columns: Sequence[str]) -> Memory:
    named, dated = "new_id" in columns, "set_day" in columns
    return Memory(
        numbers={
            "state": ("to_state", START[0]),
            "progress": ("to_progress", START[1]),
            "superior_who": ("new_who", SUPERIOR),
            "timely_day": ("kept_day", 0),
            **({"scheduled": ("set_day", 0)} if dated else {}),
        },
        texts={"superior_id": "new_id", "superior_role": "new_role"} if named else {},
        previous={
            "last_id": "other_id",
            "last_role": "other_role",
            **({"last_content": "content"} if "content" in columns else {}),
        },
    )


def judged_in_turn(frame: Frame) -> Frame:
    """What can be said of an event once it is known what stood before it."""
    columns = names_of(frame)
    frame = _taken_apart(frame)
    first, place_no = nw.col(LAST_MARK) == NOTHING, nw.col("place_no")
    is_known, is_valid, closed = nw.col(RULE) >= 0, nw.col("sides") > 0, nw.col("state") == CLOSED
    in_state = is_odd(nw.col("states") // nw.col("state"))
    in_stage = is_odd(nw.col("progresses") // nw.col("progress"))
    misplaced = is_valid & ~(in_state & in_stage)
    wrong = is_valid & ~nw.col("acts") & ~(has("sides", Side.SUPERIOR, SIDES) & _is_superior(columns))
    again = ~first & (nw.col("last_place_no") == place_no)
    repeated = ~first & _is_repeated(columns)
    checks = {
        "missing-number": is_known & (place_no != nw.col("last_place_no") + 1) & ~again,
        "duplicate": is_known & again,
        "cycle-closed": (misplaced | nw.col("not-in-scheme")) & closed,
        "wrong-state": misplaced & ~closed & ~in_state,
        "wrong-stage": misplaced & ~closed & in_state,
        "wrong-actor": wrong,
        "own-approval": wrong & nw.col("own"),
        "before-last-event": is_known & (nw.col("day_no") < nw.col("timely_day")) & ~repeated,
        "duplicate-event": is_known & (repeated | _is_superior_already(columns)),
    }
    if "scheduled" in columns:
        known = nw.col("scheduled") != 0
        off = known & (nw.col("day_no") != nw.col("scheduled"))
        checks["off-schedule"] = has("guards", Guard.ON_SCHEDULE, GUARDS) & off
    found = frame.with_columns(*(check.alias(code) for code, check in checks.items()))
    codes = [code for code in CODES if code in names_of(found)]
    return found.select(*_KEPT, *codes)


_KEPT: Final = (
    *("cycle", "number", "on", "kind_no", "odd_kind", MARK, RULE, OVER),
    *("state", "progress", "to_state", "to_progress"),
)


def _taken_apart(frame: Frame) -> Frame:
    """The parts of the marks of an event and of the one before it."""
    seen = nw.when(nw.col(LAST_MARK) == NOTHING).then(nw.lit(0)).otherwise(nw.col(LAST_MARK))
    frame = frame.with_columns(
        seen.cast(nw.Int64()).alias("seen"),
        (nw.col(MARK) // NUMBER_BASE).alias("place_no"),
        (nw.col(MARK) // DAY_BASE).alias("until_day"),
    ).with_columns(
        (nw.col("seen") // NUMBER_BASE).alias("last_place_no"),
        (nw.col("seen") // DAY_BASE).alias("last_until_day"),
        (nw.col(MARK) - nw.col("until_day") * DAY_BASE).alias("act"),
    )
    days = NUMBER_BASE // DAY_BASE
    return frame.with_columns(
        (nw.col("until_day") - nw.col("place_no") * days).alias("day_no"),
        (nw.col("last_until_day") - nw.col("last_place_no") * days).alias("last_day_no"),
        (nw.col("seen") - nw.col("last_until_day") * DAY_BASE).alias("last_act"),
        (nw.col("act") // WHO_BASE).alias("kind_no"),
        (nw.col("act") - nw.col("act") // WHO_BASE * WHO_BASE).alias("who"),
    )


def _is_superior(columns: Sequence[str]) -> nw.Expr:
    """Whether the actor is the superior by now; also where it was not told who that is."""
    now, who = nw.col("superior_who"), nw.col("who")
    same = (now == UNTOLD) | ((now != OTHER) & (now == who))
    if "superior_id" not in columns:
        return same
    return same | ((now == OTHER) & (who == OTHER) & _same("other_id", "superior_id", "other_role", "superior_role"))


def _is_superior_already(columns: Sequence[str]) -> nw.Expr:
    """Whether the new superior is the superior by now."""
    if "fits" not in columns:
        return nw.lit(value=False)
    now, new = nw.col("superior_who"), nw.col("new_who")
    same_one = (now != OTHER) | _same("new_id", "superior_id", "new_role", "superior_role")
    return nw.col("fits") & (now == new) & same_one


def _is_repeated(columns: Sequence[str]) -> nw.Expr:
    """Whether the event before says the same."""
    same = (nw.col("last_act") == nw.col("act")) & (nw.col("last_day_no") == nw.col("day_no"))
    same &= nw.col("kind_no") != UNKNOWN_KIND
    same &= (nw.col("who") != OTHER) | _same("other_id", "last_id", "other_role", "last_role")
    return same & _same("content", "last_content") if "content" in columns else same


def _same(*names: str) -> nw.Expr:
    """Whether columns agree pair by pair; two texts of which one is missing do not."""
    pairs = zip(names[::2], names[1::2], strict=True)
    return ~some_of(~(nw.col(one) == nw.col(other)).fill_null(value=False) for one, other in pairs)
