"""The audit over frames is the audit of the core, on every engine."""

from collections.abc import Callable
from datetime import timedelta
from functools import cache
from typing import Final

import attrs
from carriers import Carrier, Row
from hypothesis import given, settings
from logs import LAWFUL, Log, draws, findings_of, process_pairs, rows_of, several_logs, sorted_rows
from which import QUICK

from pmm_core.cycle import (
    EVENT_TYPES,
    PROCESSES,
    CycleEvent,
    Party,
    Policies,
    Process,
    Progress,
    State,
    audit as audit_of_one,
)
from pmm_core.frames import CYCLES, EVENTS, audit
from pmm_core.people import Role

Slip = Callable[[list[CycleEvent], int], None]
STRANGER: Final = Party("X-1", Role.TRAINER)
PLAIN: Final = tuple(process.choosing(Policies()) for process in PROCESSES)


def found(carrier: Carrier, logs: list[Log], processes: tuple[Process, ...] = PLAIN) -> list[Row]:
    """What the frames find in some logs, their rows in any order."""
    events, cycles = rows_of(logs)
    mixed = events[1::2] + events[::2][::-1]
    return carrier.rows(audit(carrier.frame(mixed, EVENTS), carrier.frame(cycles, CYCLES), processes=processes))


def wanted(logs: list[Log]) -> list[Row]:
    """What the objects find in them."""
    rows = [row for index, log in enumerate(logs) for row in findings_of(f"c-{index}", audit_of_one(*log))]
    return sorted_rows(rows)


def left_out(log: list[CycleEvent], at: int) -> None:
    del log[at]


def told_twice(log: list[CycleEvent], at: int) -> None:
    log.insert(at, log[at])


def swapped(log: list[CycleEvent], at: int) -> None:
    log[at : at + 2] = log[at : at + 2][::-1]


def too_early(log: list[CycleEvent], at: int) -> None:
    log[at] = attrs.evolve(log[at], on=log[at].on - timedelta(90))


def too_late(log: list[CycleEvent], at: int) -> None:
    log[at] = attrs.evolve(log[at], on=log[at].on + timedelta(400))


def told_twice_too_late(log: list[CycleEvent], at: int) -> None:
    too_late(log, at)
    told_twice(log, at)


def by_the_wrong_side(log: list[CycleEvent], at: int) -> None:
    log[at] = attrs.evolve(log[at], by=next(event.by for event in log if event.by != log[at].by))


def by_a_stranger(log: list[CycleEvent], at: int) -> None:
    log[at] = attrs.evolve(log[at], by=STRANGER)


def replaced(log: list[CycleEvent], at: int) -> None:
    log[at] = log[-1 - at]


SLIPS: Final[tuple[Slip, ...]] = (
    left_out,
    told_twice,
    swapped,
    too_early,
    too_late,
    told_twice_too_late,
    by_the_wrong_side,
    by_a_stranger,
    replaced,
)


def with_slip(log: Log, slip: Slip, at: int) -> Log:
    events = list(log[1])
    slip(events, at)
    return log[0], tuple(events)


@cache
def every_slip() -> list[Log]:
    """Every slip at every event of the lawful logs, and these themselves."""
    slips = [with_slip(log, slip, at) for log in LAWFUL for slip in SLIPS for at in range(len(log[1]))]
    return [*slips, *LAWFUL]


@cache
def every_step() -> list[Log]:
    """Every kind of event at every place: two events lead to any, if each is taken at its word."""
    logs: list[Log] = []
    for frame, events in LAWFUL:
        known = {type(event): event for event in events}
        rows = frame.process.valid
        to_state = {new: kind for kind, row in rows.items() for old, new in row.states if old is not new}
        to_progress = {new: kind for kind, row in rows.items() for old, new in row.progress if old is not new}
        for state in State:
            for progress in Progress:
                way = [to_progress.get(progress), to_state.get(state)]
                there = [known[kind] for kind in way if kind in known]
                logs.extend((frame, (*there, event)) for event in known.values())
    return logs


@cache
def found_in_all() -> list[Row]:
    return wanted([*every_slip(), *every_step()])


class TestAudit:
    """Law: what the frames find is what `pmm_core.cycle.audit` finds, code by code, for every cycle of a log."""

    def test_in_any_logs(self, carrier: Carrier) -> None:
        @settings(max_examples=draws(carrier))
        @given(several_logs())
        def check(drawn: tuple[tuple[Process, ...], list[Log]]) -> None:
            processes, logs = drawn
            assert wanted(logs) == found(carrier, logs, processes)

        check()

    @QUICK
    def test_in_none(self, carrier: Carrier) -> None:
        assert [] == found(carrier, [])
        assert [] == found(carrier, [(LAWFUL[0][0], ())])

    def test_for_every_slip_at_every_event_and_every_event_at_every_place(self, carrier: Carrier) -> None:
        assert found_in_all() == found(carrier, [*every_slip(), *every_step()])


def test_the_lawful_logs_hold_every_kind_of_event_and_are_lawful() -> None:
    assert set(EVENT_TYPES) == {type(event) for _, events in LAWFUL for event in events}
    assert [] == wanted(list(LAWFUL))


def test_pairs_of_processes_have_both_keys() -> None:
    @settings(max_examples=5)
    @given(process_pairs())
    def check(pair: tuple[Process, ...]) -> None:
        assert ["2024", "2025"] == [process.key for process in pair]

    check()
