"""Single examples of the audit over frames: what the objects cannot hold, columns left out, and what is refused."""

from datetime import date
from typing import Any, cast

import attrs
import pytest
from carriers import CARRIERS, Carrier, Row
from logs import LAWFUL, cycle_row, event_row, findings_of, rows_of, sorted_rows
from which import LAZY, NULLS, QUICK

from pmm_core.calendar import CALENDAR
from pmm_core.cycle import (
    PROCESS_2024,
    PROCESSES,
    Guard,
    ObservationDays,
    PlanAgreed,
    PlanApproved,
    PointsBound,
    Policies,
    Process,
    State,
    audit as audit_of_one,
)
from pmm_core.errors import InvalidValueError, WrongTypeError, codes as known_codes
from pmm_core.frames import CYCLES, EVENTS, GUARD_COLUMNS, audit
from pmm_core.frames._telling import CODES as FOUND

FRAME, LOG = LAWFUL[0]
NEEDED = EVENTS.required


def codes(carrier: Carrier, events: list[Row], cycles: list[Row] | None = None, **more: Any) -> list[tuple[int, str]]:
    """The numbers of the events that are found fault with, and the codes, without the optional columns."""
    rows = found(carrier, events, cycles, **more)
    return sorted((row["number"], row["code"]) for row in rows)


def found(carrier: Carrier, events: list[Row], cycles: list[Row] | None = None, **more: Any) -> list[Row]:
    only = more.pop("only", NEEDED)
    held = carrier.frame([cycle_row("c-0", FRAME)] if cycles is None else cycles, CYCLES)
    return carrier.rows(audit(carrier.frame(events, EVENTS, only=only), held, **more))


def lawful() -> list[Row]:
    return rows_of([(FRAME, LOG)])[0]


@QUICK
class TestWhatOnlyFramesFind:
    def test_an_event_of_a_cycle_that_is_not_there(self, carrier: Carrier) -> None:
        stranger = lawful()[0] | {"cycle": "c-9"}
        (row,) = found(carrier, [*lawful()[:3], stranger])
        assert ("c-9", "unknown-cycle", None, None, True) == tuple(
            row[name] for name in ("cycle", "code", "state", "progress", "first")
        )

    def test_a_kind_that_is_none_is_not_in_the_scheme(self, carrier: Carrier) -> None:
        (row,) = found(carrier, [lawful()[0] | {"kind": "plan-burnt"}])
        assert ("plan-burnt", "not-in-scheme") == (row["kind"], row["code"])
        assert "plan-drafted, plan-submitted, superior-changed" == row["possible"]


@QUICK
class TestWhatCouldFollowInstead:
    """Law: what is over on the day of an event is not named, as no object names it."""

    def test_what_is_over_on_the_day_is_not_named(self, carrier: Carrier) -> None:
        agreed = lawful()[5] | {"number": 1}
        days = (date(2024, 1, 31), date(2024, 6, 30), date(2024, 7, 1), None)
        events = [agreed | {"cycle": f"c-{index}", "on": day} for index, day in enumerate(days)]
        rows = found(carrier, events, [cycle_row(f"c-{index}", FRAME) for index in range(len(days))])
        told = {row["cycle"]: row["possible"] for row in rows if row["code"] == "wrong-state"}
        everything = "plan-drafted, plan-submitted, superior-changed"
        assert {"c-0": everything, "c-1": "superior-changed", "c-2": "superior-changed", "c-3": everything} == told

    def test_the_objects_say_the_same(self, carrier: Carrier) -> None:
        logs = [(FRAME, (attrs.evolve(LOG[5], on=date(2024, month, 1)),)) for month in range(1, 13)]
        events, cycles = rows_of(logs)
        rows = carrier.rows(audit(carrier.frame(events, EVENTS), carrier.frame(cycles, CYCLES)))
        expected = [row for index, log in enumerate(logs) for row in findings_of(f"c-{index}", audit_of_one(*log))]
        assert sorted_rows(expected) == rows


@QUICK
class TestColumnsThatAreLeftOut:
    def test_the_log_is_lawful_without_them_too(self, carrier: Carrier) -> None:
        assert [] == codes(carrier, lawful())

    def test_a_superior_who_is_not_named_may_be_anybody(self, carrier: Carrier) -> None:
        rows = [row | {"superior_id": None} for row in lawful()]
        assert [] == codes(carrier, rows, only=(*NEEDED, "superior_id", "superior_role"))
        assert [] == codes(carrier, rows, only=(*NEEDED, "superior_role"))

    def test_a_day_outside_its_windows_is_not_held_against_what_follows(self, carrier: Carrier) -> None:
        rows = lawful()
        rows[4] |= {"on": date(2024, 12, 12)}
        assert [(5, "outside-window")] == codes(carrier, rows)
        rows[5] |= {"on": date(2024, 1, 12)}
        assert [(5, "outside-window"), (6, "before-last-event")] == codes(carrier, rows)
        rows[5] |= {"on": None}
        assert [(5, "outside-window"), (6, "before-last-event"), (6, "outside-window")] == codes(carrier, rows)

    def test_a_day_that_is_missing_is_not_held_against_what_follows_and_nothing_is_forgotten(
        self, carrier: Carrier
    ) -> None:
        """An event that may happen on any day has a day all the same."""
        rows = [row for row in lawful()[:4] if row["kind"] != "plan-drafted"]
        changed = next(row for row in lawful() if row["kind"] == "superior-changed")
        events = [row | {"number": number} for number, row in enumerate([*rows[:1], changed, *rows[1:]], start=1)]
        events[1] |= {"on": None}
        events[2] |= {"on": date(2024, 1, 2)}
        got = codes(carrier, events)
        assert (2, "before-last-event") in got
        assert (3, "before-last-event") in got

    def test_what_is_told_twice_without_a_body_is_compared_by_what_there_is(self, carrier: Carrier) -> None:
        first = lawful()[1]
        again = [first | {"number": 1}, first | {"number": 2}]
        assert (2, "duplicate-event") in codes(carrier, again)
        other = [first | {"number": 1}, first | {"number": 2, "points": 40}]
        assert (2, "duplicate-event") in codes(carrier, other)
        assert (2, "duplicate-event") not in codes(carrier, other, only=(*NEEDED, "points"))
        assert (2, "duplicate-event") in codes(carrier, again, only=(*NEEDED, "points", "scheduled", "reflected"))

    def test_payloads_that_fail_their_guards(self, carrier: Carrier) -> None:
        rows = lawful()
        wrong = [dict(row) for row in rows]
        wrong[1] |= {"indicator": "head"}
        wrong[3] |= {"points": 31}
        wrong[6] |= {"scheduled": date(2024, 7, 1)}
        wrong[12] |= {"dated": date(2023, 12, 31)}
        wrong[9] |= {"superior_id": "G-17"}
        policies = Policies(points=PointsBound.REQUIRED, observation=ObservationDays.AS_SCHEDULED)
        wrong[8] |= {"on": date(2024, 2, 11)}
        processes = [process.choosing(policies) for process in PROCESSES]
        only = tuple(column.name for column in EVENTS.columns if column.name != "body")
        got = codes(carrier, wrong, processes=processes, only=only)
        for number, code in (
            (2, "wrong-indicator"),
            (4, "points-short"),
            (7, "schedule-outside-window"),
            (9, "off-schedule"),
            (10, "same-person"),
            (13, "evidence-outside-period"),
        ):
            assert (number, code) in got

    def test_points_are_asked_of_teachers_and_not_where_nobody_knows_them(self, carrier: Carrier) -> None:
        """What is advised to a head, and what a programme earns, no source tells."""
        processes = [process.choosing(Policies(points=PointsBound.REQUIRED)) for process in PROCESSES]
        for role, points, expected in (
            ("teacher", 31, [(2, "points-short")]),
            ("teacher", None, []),
            ("head", 31, []),
            ("supervisor", 31, []),
        ):
            cycle = cycle_row("c-0", FRAME) | {"employee_role": role}
            rows = [row | {"points": points, "by_role": role} for row in lawful()[:2]]
            assert expected == codes(carrier, rows, [cycle], processes=processes, only=(*NEEDED, "points"))

    def test_a_reflection_and_a_superior_of_the_wrong_role(self, carrier: Carrier) -> None:
        frame, log = LAWFUL[1]
        rows = [event_row("c-0", number, event) for number, event in enumerate(log, start=1)]
        rows[12] |= {"reflected": False}
        rows[9] |= {"superior_role": "supervisor"}
        only = tuple(column.name for column in EVENTS.columns if column.name != "body")
        got = codes(carrier, rows, [cycle_row("c-0", frame)], only=only)
        assert (13, "missing-reflection") in got
        assert (10, "wrong-superior") in got

    def test_each_guard_names_columns_of_events(self, carrier: Carrier) -> None:
        assert set(Guard) == set(GUARD_COLUMNS)
        names = {column.name for column in EVENTS.columns if column.optional}
        assert all(set(columns) <= names for columns in GUARD_COLUMNS.values())
        assert {Guard.KNOWN_ITEM, Guard.NEXT_NUMBER, Guard.OPEN_ITEM} == {
            guard for guard, columns in GUARD_COLUMNS.items() if not columns
        }
        assert set(FOUND) <= {code.text for code in known_codes()}
        assert carrier.name


@QUICK
class TestTheTablesDecide:
    """Nothing of the rules is written again: another row of a table is another audit."""

    def test_another_row(self, carrier: Carrier) -> None:
        skipping = Process(
            key="2024",
            mark="S",
            rows=tuple(
                attrs.evolve(row, states=(*row.states, (State.SUBMITTED, State.AGREED)))
                if row.event is PlanAgreed
                else row
                for row in PROCESS_2024.rows
            ),
        )
        events = [event_row("c-0", 1, LOG[1]), event_row("c-0", 2, LOG[5])]
        assert [(2, "wrong-state")] == codes(carrier, events)
        assert [] == codes(carrier, events, processes=[skipping])

    def test_a_row_with_two_targets_is_refused(self, carrier: Carrier) -> None:
        rows = tuple(
            attrs.evolve(row, states=((State.SUBMITTED, State.APPROVED), (State.RETURNED, State.AGREED)))
            if row.event is PlanApproved
            else row
            for row in PROCESS_2024.rows
        )
        with pytest.raises(InvalidValueError) as refused:
            codes(carrier, lawful(), processes=[Process(key="own", mark="S", rows=rows)])
        assert {"two-targets"} == set(refused.value.codes)

    def test_another_calendar(self, carrier: Carrier) -> None:
        plain = attrs.evolve(CALENDAR, extensions=())
        late = lawful()[0] | {"on": date(2024, 3, 7)}
        assert [] == codes(carrier, [late])
        assert [(1, "outside-window")] == codes(carrier, [late], calendar=plain)


class TestOddities:
    """What no objects could hold, all in one log, is found alike on every engine, with and without optional columns."""

    def test_on_every_engine(self, carrier: Carrier) -> None:
        self.check(carrier, ())

    @QUICK
    def test_without_optional_columns(self, carrier: Carrier) -> None:
        self.check(carrier, NEEDED)

    def check(self, carrier: Carrier, only: tuple[str, ...]) -> None:
        rows = lawful()
        odd = [
            [rows[0] | {"kind": "plan-burnt"}],
            [rows[0] | {"kind": None}],
            [rows[0] | {"on": None}],
            [rows[0] | {"by_id": None}],
            [rows[0], rows[1] | {"number": 3}],
            [rows[0], rows[1] | {"number": 1}],
            [rows[0] | {"number": None}],
            [row | {"superior_id": None} for row in rows],
        ]
        events = [row | {"cycle": f"c-{index}"} for index, log in enumerate(odd) for row in log]
        events += [rows[0] | {"cycle": "c-x"}, rows[0] | {"cycle": "c-y"}, rows[0] | {"cycle": "c-z"}]
        events.append(rows[0] | {"cycle": None})
        cycles = [cycle_row(f"c-{index}", FRAME) for index in range(len(odd))]
        cycles += [
            cycle_row("c-x", FRAME) | {"period": "2124-S1"},
            cycle_row("c-y", FRAME) | {"process": "own"},
            cycle_row("c-z", FRAME) | {"process": "2025"},
        ]
        got = {(row["cycle"], row["number"], row["code"]) for row in found(carrier, events, cycles, only=only)}
        told = {
            ("c-0", 1, "not-in-scheme"),
            ("c-1", 1, "not-in-scheme"),
            ("c-2", 1, "outside-window"),
            ("c-3", 1, "wrong-actor"),
            ("c-4", 3, "missing-number"),
            ("c-5", 1, "duplicate"),
            ("c-6", None, "missing-number"),
            ("c-x", 1, "unknown-period"),
            ("c-y", 1, "no-process"),
            ("c-z", 1, "no-process"),
            (None, 1, "unknown-cycle"),
        }
        assert told == got

    @NULLS
    def test_a_key_that_is_missing_is_nobodys_not_even_that_of_an_empty_key(self, carrier: Carrier) -> None:
        rows = lawful()[:3]
        events = [row | {"cycle": cycle} for cycle in (None, "") for row in rows]
        cycles = [cycle_row("", FRAME), cycle_row("c-0", FRAME) | {"cycle": None}]
        got = [(row["cycle"], row["number"], row["code"], row["first"]) for row in found(carrier, events, cycles)]
        assert [
            (None, 1, "unknown-cycle", True),
            (None, 2, "unknown-cycle", False),
            (None, 3, "unknown-cycle", False),
        ] == got


class TestChecks:
    @QUICK
    def test_all_problems_at_once(self, carrier: Carrier) -> None:
        with pytest.raises(WrongTypeError) as refused:
            audit(carrier.frame(lawful(), EVENTS), 5, processes=cast("Any", "2024"), calendar=cast("Any", None))
        assert {"cycles", "processes", "calendar"} == {problem.path for problem in refused.value.problems}
        with pytest.raises(InvalidValueError) as doubled:
            codes(carrier, lawful(), processes=[PROCESS_2024, PROCESS_2024])
        assert ("duplicate",) == doubled.value.codes
        with pytest.raises(InvalidValueError) as none:
            codes(carrier, lawful(), processes=())
        assert ("empty",) == none.value.codes
        with pytest.raises(WrongTypeError) as other:
            codes(carrier, lawful(), processes=[5])
        assert ("wrong-type",) == other.value.codes

    @QUICK
    def test_a_frame_of_the_same_engine_comes_back(self, carrier: Carrier) -> None:
        events, cycles = carrier.frame(lawful(), EVENTS), carrier.frame([cycle_row("c-0", FRAME)], CYCLES)
        assert isinstance(audit(events, cycles), carrier.kind())

    @LAZY
    def test_nothing_is_computed(self, carrier: Carrier) -> None:
        events, cycles = carrier.frame(lawful(), EVENTS, only=NEEDED), carrier.frame([cycle_row("c-0", FRAME)], CYCLES)
        failing = fails(carrier, events)
        assert isinstance(audit(failing, cycles), carrier.kind())
        with pytest.raises(Exception, match="computed"):
            carrier.rows(audit(failing, cycles))


def fails(carrier: Carrier, frame: Any) -> Any:
    """The same events in a lazy frame that fails as soon as anything is computed."""
    names = [name for name in NEEDED if name != "number"]
    match carrier.name:
        case "polars-lazy":
            return frame.map_batches(_fail)
        case "dask":
            return frame.map_partitions(_fail, meta=frame._meta)
        case "duckdb":
            wrong = "cast(case when cycle is not null then error('computed') end as bigint) as number"
            return frame.project(", ".join([*(f'"{name}"' for name in names), wrong]))
        case _:
            return frame.selectExpr(*(f"`{name}`" for name in names), "cast(raise_error('computed') as bigint) number")


def _fail(_: Any) -> Any:
    raise AssertionError("computed")


def test_dask_meets_logs_and_cycles_that_are_cut_and_written_in_different_ways() -> None:
    events, cycles = rows_of([LAWFUL[0], (LAWFUL[1][0], LAWFUL[1][1][5:])])
    whole = CARRIERS["polars"]
    expected = whole.rows(audit(whole.frame(events, EVENTS), whole.frame(cycles, CYCLES)))
    assert {"c-1"} == {row["cycle"] for row in expected}
    dask = CARRIERS["dask"]
    for pieces in (1, 5):
        log = dask.frame(events, EVENTS).repartition(npartitions=pieces)
        known = dask.frame(cycles, CYCLES).astype({"cycle": "object"})
        assert expected == dask.rows(audit(log, known))


@QUICK
def test_rows_may_come_by_cycle_or_in_any_order(carrier: Carrier) -> None:
    events, cycles = rows_of([(LAWFUL[1][0], LAWFUL[1][1][5:]), LAWFUL[0], (LAWFUL[0][0], LAWFUL[0][1][4:])])
    known = carrier.frame(cycles, CYCLES)
    by_cycle = [row for name in ("c-2", "c-0", "c-1") for row in events if row["cycle"] == name]
    torn = [*by_cycle[3:], *by_cycle[:3]]  # one cycle begins twice
    turned = [*by_cycle[1::-1], *by_cycle[2:]]  # one is told out of its order
    expected = carrier.rows(audit(carrier.frame(by_cycle, EVENTS), known))
    assert {"c-0", "c-2"} == {row["cycle"] for row in expected}
    for rows in (torn, turned, events[::-1]):
        assert expected == carrier.rows(audit(carrier.frame(rows, EVENTS), known))
