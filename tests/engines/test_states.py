"""Where cycles stand over frames is where they stand as objects, on every engine."""

from datetime import date
from typing import Any, cast

import pytest
from carriers import Carrier, Row
from hypothesis import given, settings, strategies as st
from logs import LAWFUL, Log, cycle_row, draws, event_row, is_told, rows_of, several_logs
from test_audit_laws import PLAIN, every_slip
from which import NULLS, QUICK

from pmm_core.cycle import PerformanceCycle, Process, Progress, State, audit as audit_of_one
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.frames import CYCLE_STATES, CYCLES, EVENTS, Column, ColumnKind, Schema, states, tally
from pmm_core.overview import CyclePhase, Milestone, count_cycles

DAY = date(2024, 2, 28)


def wanted(logs: list[Log], on: date) -> list[Row]:
    """Where the logs stand as objects."""
    found: list[Row] = []
    for index, (frame, log) in enumerate(logs):
        past = [event for event in log if event.on <= on]
        audit = audit_of_one(frame, past)
        # numbers that are left out are found by the frames alone
        numbers = [number for number, event in enumerate(log, start=1) if event.on <= on]
        sound = numbers == list(range(1, len(numbers) + 1)) and not any(
            is_told(refusal) for finding in audit.findings for refusal in finding.refusals
        )
        row = {name: cycle_row(f"c-{index}", frame)[name] for name in ("cycle", "period", "process", "employee_id")}
        found.append(
            row
            | {
                "state": audit.state.value,
                "progress": audit.progress.value,
                "last_on": max((event.on for event in past), default=None),
                "events": len(past),
                "sound": sound,
            }
        )
    return sorted(found, key=lambda row: repr(list(row.items())))


def found(carrier: Carrier, logs: list[Log], on: date, processes: tuple[Process, ...] = PLAIN) -> list[Row]:
    events, cycles = rows_of(logs)
    return carrier.rows(
        states(carrier.frame(events, EVENTS), carrier.frame(cycles, CYCLES), on=on, processes=processes)
    )


class TestStates:
    """Law: a cycle stands where the audit of its events up to the day says, a lawful one where `as_of` says."""

    def test_of_any_logs(self, carrier: Carrier) -> None:
        @settings(max_examples=max(1, draws(carrier) // 2))
        @given(several_logs(), st.dates(date(2024, 1, 1), date(2026, 12, 31)))
        def check(drawn: tuple[tuple[Process, ...], list[Log]], on: date) -> None:
            processes, logs = drawn
            assert wanted(logs, on) == found(carrier, logs, on, processes)

        check()
        logs = [LAWFUL[0], (LAWFUL[0][0], ())]
        assert wanted(logs, DAY) == found(carrier, logs, DAY)

    @QUICK
    def test_after_every_slip(self, carrier: Carrier) -> None:
        logs = every_slip()
        assert wanted(logs, date(2025, 3, 3)) == found(carrier, logs, date(2025, 3, 3))

    @QUICK
    def test_a_lawful_cycle_stands_where_it_stood_on_the_day(self, carrier: Carrier) -> None:
        frame, log = LAWFUL[0]
        row = found(carrier, [(frame, log)], DAY)[0]
        cycle = PerformanceCycle(frame=frame, events=log).as_of(DAY)
        last = cycle.events.last
        assert last is not None
        assert (cycle.state.value, cycle.progress.value) == (row["state"], row["progress"])
        assert (last.on, len(cycle.events), True) == (row["last_on"], row["events"], row["sound"])

    @QUICK
    def test_a_cycle_of_unknown_rules_stands_at_the_beginning(self, carrier: Carrier) -> None:
        frame, log = LAWFUL[0]
        cycles = [cycle_row("c-1", frame) | {"period": "2099-S1"}, cycle_row("c-2", frame) | {"process": "own"}]
        events = carrier.frame([event_row("c-1", 1, log[1])], EVENTS)
        rows = carrier.rows(states(events, carrier.frame(cycles, CYCLES), on=DAY))
        assert [("draft", 1, False), ("draft", 0, True)] == [
            (row["state"], row["events"], row["sound"]) for row in rows
        ]

    @QUICK
    def test_the_columns_are_those_of_the_schema(self, carrier: Carrier) -> None:
        (row,) = found(carrier, [LAWFUL[0]], DAY)
        assert [column.name for column in CYCLE_STATES.columns] == list(row)


def lawful_parts() -> list[Log]:
    """The beginnings of the lawful logs."""
    return [(frame, log[:size]) for frame, log in LAWFUL for size in range(len(log) + 1)]


class TestTally:
    """Law: the frames count what `count_cycles` counts."""

    @QUICK
    @pytest.mark.parametrize(
        ("over", "of"),
        [(Milestone, "milestones"), (CyclePhase, "phases"), (State, "states"), (Progress, "progress")],
    )
    def test_of_lawful_cycles(self, carrier: Carrier, over: Any, of: str) -> None:
        logs = lawful_parts()
        where: list[Row] = []
        for index, (frame, log) in enumerate(logs):
            cycle = PerformanceCycle(frame=frame, events=log)
            where.append(
                {"cycle": f"c-{index}", "period": str(frame.period)}
                | {"state": cycle.state.value, "progress": cycle.progress.value}
            )
        last = max(event.on for _, log in logs for event in log)
        counted = count_cycles(
            [PerformanceCycle(frame=frame, events=log) for frame, log in logs],
            on=last,
            by=lambda cycle: str(cycle.period),
        )
        frame_of = carrier.frame(where, CYCLE_STATES, only=("cycle", "period", "state", "progress"))
        expected = [
            {"period": period, "step": member.value, "cycles": number, "of": tally_of.cycles}
            for period, tally_of in counted.items()
            for member, number in getattr(tally_of, of).items()
        ]
        rows = carrier.rows(tally(frame_of, by=["period"], over=over))
        assert sorted(expected, key=repr) == sorted(rows, key=repr)
        together = carrier.rows(tally(frame_of, over=over))
        assert {row["step"]: row["cycles"] for row in together} == {
            member.value: sum(getattr(each, of)[member] for each in counted.values()) for member in over
        }
        assert {len(logs)} == {row["of"] for row in together}

    @NULLS
    def test_of_none(self, carrier: Carrier) -> None:
        empty = carrier.frame([], CYCLE_STATES, only=("state", "progress"))
        assert {(phase.value, 0, 0) for phase in CyclePhase} == {
            (row["step"], row["cycles"], row["of"]) for row in carrier.rows(tally(empty, over=CyclePhase))
        }
        assert [] == carrier.rows(
            tally(carrier.frame([], CYCLE_STATES, only=("state", "progress", "period")), by=["period"])
        )


@QUICK
def test_a_tally_groups_by_columns_of_any_name_that_is_not_its_own(carrier: Carrier) -> None:
    names = ("_step_0", "_member", "_group_0", "number", "progress")
    own = [Column(name=name, kind=ColumnKind.TEXT, about="Of the caller.") for name in names[:-1]]
    place = [CYCLE_STATES.column(name) for name in ("state", "progress")]
    schema = Schema(name="own", about="Where cycles stand.", key=("state",), columns=(*place, *own))
    row: Row = {"state": "agreed", "progress": "prepared"} | dict.fromkeys(names[:-1], "x")
    frame = carrier.frame([row], schema)
    rows = carrier.rows(tally(frame, by=names, over=CyclePhase))
    assert [*names, "step", "cycles", "of"] == list(rows[0])
    assert {("x", "prepared", "execution", 1), ("x", "prepared", "done", 0)} <= {
        (row["_step_0"], row["progress"], row["step"], row["cycles"]) for row in rows
    }


@QUICK
class TestChecks:
    def test_all_problems_at_once(self, carrier: Carrier) -> None:
        events, cycles = (carrier.frame([], schema) for schema in (EVENTS, CYCLES))
        with pytest.raises(WrongTypeError) as refused:
            states(events, 5, on=cast("Any", "today"), processes=[], calendar=cast("Any", None))
        assert {"cycles", "on", "processes", "calendar"} == {problem.path for problem in refused.value.problems}
        assert isinstance(states(events, cycles, on=DAY), carrier.kind())

    def test_of_a_tally(self, carrier: Carrier) -> None:
        frame = carrier.frame([], CYCLE_STATES, only=("state", "progress", "period"))
        wrong: tuple[tuple[dict[str, Any], tuple[str, ...]], ...] = (
            ({"over": 5}, ("wrong-type",)),
            ({"over": int}, ("unknown-choice",)),
            ({"by": "period"}, ("wrong-type",)),
            ({"by": ["period", "period", " "]}, ("duplicate", "empty")),
            ({"by": ["kecamatan"]}, ("missing-column",)),
            ({"by": ["step", "of", "cycles"]}, ("duplicate", "missing-column")),
        )
        for arguments, codes in wrong:
            with pytest.raises((InvalidValueError, WrongTypeError)) as refused:
                tally(frame, **arguments)
            assert codes == refused.value.codes
        assert isinstance(tally(frame, by=["state", "period"]), carrier.kind())
