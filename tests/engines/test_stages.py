"""The stages of practice per kabupaten over frames are those of the objects, on every engine."""

from datetime import date
from typing import Any, cast

import attrs
import pytest
from carriers import Carrier, Row
from logs import KEPALA, LAWFUL
from which import QUICK

from pmm_core.calendar import Period
from pmm_core.cycle import PROCESS_2024, Frame, Party, PerformanceCycle, Progress, State
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.frames import CYCLE_STATES, MEASUREMENTS, TEACHERS, measure_stages, standings
from pmm_core.overview import PLANS_AGREED, STAGE_METRICS, TEACHERS_RATED, measure_stages as measure_objects
from pmm_core.people import Role, Teacher
from pmm_core.ranking import TEACHERS_LOGGED_IN
from pmm_core.regions import find

DAY = date(2024, 6, 30)
PERIOD = Period.parse("2024-S1")
AREAS = (find("Kab. Batang"), find("Kota Bandung"))
STATES_ONLY = ("period", "employee_id", "state", "progress")
TEACHERS_ONLY = ("id", "role", "kabupaten")


def people() -> list[Teacher]:
    """Two in each place of a cycle, and some without one."""
    lengths = len(LAWFUL[0][1]) + 1
    return [
        Teacher(id=f"t-{number}", role=Role.HEAD if number % 7 == 3 else Role.TEACHER, workplace=AREAS[number % 2])
        for number in range(2 * lengths + 6)
    ]


def cycles_of(teachers: list[Teacher]) -> list[PerformanceCycle]:
    """A cycle that has come some way, for most of them; its events are those of the lawful log."""
    found: list[PerformanceCycle] = []
    for number, teacher in enumerate(teachers[: 2 * (len(LAWFUL[0][1]) + 1)]):
        employee = Party(teacher.id, Role.TEACHER)
        frame = Frame(employee=employee, superior=KEPALA, period=PERIOD, process=PROCESS_2024)
        events = [_by(event, employee) for event in LAWFUL[0][1][: number // 2]]
        found.append(PerformanceCycle(frame=frame, events=events))
    return found


def _by(event: Any, employee: Party) -> Any:
    return attrs.evolve(event, by=employee) if event.by.role is Role.TEACHER else event


def teacher_rows(teachers: list[Teacher]) -> list[Row]:
    return [{"id": each.id, "role": each.role.value, "kabupaten": each.kabupaten.key} for each in teachers]


def state_rows(cycles: list[PerformanceCycle]) -> list[Row]:
    return [
        {
            "period": str(each.period),
            "employee_id": each.employee.id,
            "state": each.state.value,
            "progress": each.progress.value,
        }
        for each in cycles
    ]


def frames(carrier: Carrier, teachers: list[Row], states: list[Row]) -> tuple[Any, Any]:
    return (
        carrier.frame(teachers, TEACHERS, only=TEACHERS_ONLY),
        carrier.frame(states, CYCLE_STATES, only=STATES_ONLY),
    )


ALL = (PLANS_AGREED, *STAGE_METRICS, TEACHERS_RATED)


class TestStages:
    """Law: the shares are those of `pmm_core.overview.measure_stages`."""

    def test_all_metrics(self, carrier: Carrier) -> None:
        self.check(carrier, (Role.TEACHER,))

    @QUICK
    @pytest.mark.parametrize("roles", [(Role.TEACHER, Role.HEAD), ()])
    def test_other_roles(self, carrier: Carrier, roles: tuple[Role, ...]) -> None:
        self.check(carrier, roles)

    def check(self, carrier: Carrier, roles: tuple[Role, ...]) -> None:
        teachers = people()
        cycles = cycles_of(teachers)
        more = (find("Kab. Kendal"), AREAS[0])
        rows = measure_objects(teachers, cycles, on=DAY, metrics=ALL, roles=roles, among=more)
        expected = sorted(
            (each.area.key, each.metric.key, each.on, each.numerator, each.denominator, None) for each in rows
        )
        given = frames(carrier, teacher_rows(teachers), state_rows(cycles))
        got = carrier.rows(measure_stages(*given, on=DAY, period=PERIOD, metrics=ALL, roles=roles, among=more))
        names = ("area", "metric", "on", "numerator", "denominator", "reason")
        assert expected == sorted(tuple(row[name] for name in names) for row in got)
        assert not got or list(names) == list(got[0])

    @QUICK
    def test_standings_take_it(self, carrier: Carrier) -> None:
        teachers = people()
        given = frames(carrier, teacher_rows(teachers), state_rows(cycles_of(teachers)))
        found = measure_stages(*given, on=DAY, period=PERIOD, metrics=[PLANS_AGREED])
        assert {column.name for column in MEASUREMENTS.columns} == set(carrier.rows(found)[0])
        assert {area.key for area in AREAS} == {row["area"] for row in carrier.rows(standings(found))}

    @QUICK
    def test_a_teacher_is_counted_once_and_other_periods_and_strangers_do_not_count(self, carrier: Carrier) -> None:
        teachers = [{"id": "t-1", "role": "teacher", "kabupaten": "33.25"}]
        rated = {"state": State.RATED.value, "progress": Progress.CONCLUDED.value}
        states = [
            {"period": "2024-S1", "employee_id": "t-1", "state": "draft", "progress": "not-started"},
            {"period": "2024-S1", "employee_id": "t-1"} | rated,
            {"period": "2024-S2", "employee_id": "t-1"} | rated,
            {"period": "2024-S1", "employee_id": "t-2"} | rated,
        ]
        given = frames(carrier, teachers, states)
        (row,) = carrier.rows(measure_stages(*given, on=DAY, period=PERIOD, metrics=[TEACHERS_RATED]))
        assert (1, 1) == (row["numerator"], row["denominator"])
        (other,) = carrier.rows(
            measure_stages(*given, on=DAY, period=Period.parse("2025-A1"), metrics=[TEACHERS_RATED])
        )
        assert (0, 1) == (other["numerator"], other["denominator"])

    @QUICK
    def test_a_code_that_is_none_has_a_reason(self, carrier: Carrier) -> None:
        given = frames(carrier, [{"id": "t-1", "role": "teacher", "kabupaten": "99.99"}], [])
        (row,) = carrier.rows(measure_stages(*given, on=DAY, period=PERIOD, metrics=[PLANS_AGREED]))
        assert "unknown-region" == row["reason"]


@QUICK
def test_all_problems_at_once(carrier: Carrier) -> None:
    teachers, states = frames(carrier, [], [])
    wrong: tuple[tuple[dict[str, Any], set[str]], ...] = (
        ({"period": "2024-S1", "on": "today", "roles": ["teacher"]}, {"wrong-type"}),
        ({"metrics": [TEACHERS_LOGGED_IN, PLANS_AGREED, PLANS_AGREED]}, {"wrong-metric", "duplicate"}),
        ({"metrics": ()}, {"empty"}),
        ({"metrics": [5], "among": [5]}, {"wrong-type"}),
    )
    for arguments, codes in wrong:
        with pytest.raises((InvalidValueError, WrongTypeError)) as refused:
            measure_stages(teachers, states, **cast("Any", {"on": DAY, "period": PERIOD} | arguments))
        assert codes == set(refused.value.codes)
    assert isinstance(measure_stages(teachers, states, on=DAY, period=PERIOD), carrier.kind())
