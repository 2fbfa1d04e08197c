"""From cycles to rankings: shares of all teachers, in one table."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, cast

import pytest

from pmm_core import rank
from pmm_core.cycle import PerformanceCycle
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.overview import PLANS_AGREED, STAGE_FUNNEL, STAGE_METRICS, TEACHERS_RATED, measure_stages
from pmm_core.people import Role, Teacher
from pmm_core.ranking import TEACHERS, TEACHERS_LOGGED_IN, Measurement, Scale
from pmm_core.regions import find
from pmm_core.sources import Certainty

Make = Callable[..., PerformanceCycle]
DAY = date(2024, 6, 30)
BATANG, KUDUS = find("33.25"), find("33.19")
ANY = cast("Any", measure_stages)


def teacher(number: int, **changes: Any) -> Teacher:
    fields: dict[str, Any] = {"id": f"G-{number}", "role": Role.TEACHER, "workplace": BATANG}
    return Teacher(**(fields | changes))


def figures(found: tuple[Measurement, ...]) -> list[tuple[str, str, int, int | None]]:
    return [(each.area.key, each.metric.key, int(each.numerator), each.denominator) for each in found]


PEOPLE = (teacher(1), teacher(2), teacher(3), teacher(4, workplace=KUDUS), teacher(5, role=Role.HEAD))


class TestTheFigures:
    """All teachers are the base, those without a cycle too."""

    @pytest.fixture
    def cycles(self, make: Make) -> list[PerformanceCycle]:
        return [make(7, "G-1"), make(4, "G-2"), make(12, "G-4"), make(3, "G-5")]

    def test_the_stages(self, cycles: list[PerformanceCycle]) -> None:
        found = figures(measure_stages(PEOPLE, cycles, on=DAY))
        assert [
            ("33.19", "stage-1-reached", 1, 1),
            ("33.25", "stage-1-reached", 2, 3),
            ("33.19", "stage-2-reached", 1, 1),
            ("33.25", "stage-2-reached", 1, 3),
            ("33.19", "stage-3-reached", 1, 1),
            ("33.25", "stage-3-reached", 1, 3),
            ("33.19", "stage-4-reached", 1, 1),
            ("33.25", "stage-4-reached", 0, 3),
            ("33.19", "stage-5-reached", 1, 1),
            ("33.25", "stage-5-reached", 0, 3),
        ] == found

    def test_the_plan_and_the_rating_by_role(self, cycles: list[PerformanceCycle]) -> None:
        found = measure_stages(
            PEOPLE, cycles, on=DAY, metrics=[TEACHERS_RATED, PLANS_AGREED], roles=[Role.HEAD, Role.TEACHER]
        )
        assert [
            ("33.19", "rated", 1, 1),
            ("33.25", "rated", 0, 4),
            ("33.19", "plan-agreed", 1, 1),
            ("33.25", "plan-agreed", 3, 4),
        ] == figures(found)

    def test_on_an_earlier_day(self, cycles: list[PerformanceCycle]) -> None:
        found = measure_stages(PEOPLE, cycles, on=date(2024, 3, 6), metrics=STAGE_METRICS[:2])
        assert [1, 2, 0, 0] == [each.numerator for each in found]

    def test_those_that_are_measured_in_any_case(self) -> None:
        (figure,) = measure_stages([], [], on=DAY, metrics=[PLANS_AGREED], among=[BATANG])
        assert (0, 0, None) == (figure.numerator, figure.denominator, figure.value)

    def test_they_make_a_table(self, cycles: list[PerformanceCycle]) -> None:
        table = rank(measure_stages(PEOPLE, cycles, on=DAY, metrics=STAGE_METRICS[:1]))
        assert (1, 2) == (table.of("Kab. Kudus").rank, table.of("Kab. Batang").rank)

    def test_they_make_a_funnel(self, cycles: list[PerformanceCycle]) -> None:
        found = measure_stages(PEOPLE, cycles, on=DAY, metrics=STAGE_FUNNEL.steps)
        reading = STAGE_FUNNEL.read(each for each in found if each.area == BATANG)
        assert (0, 1, 0, 1, 0) == reading.lost

    def test_both_streams_are_read_once(self, cycles: list[PerformanceCycle]) -> None:
        def once(values: Any) -> Iterator[Any]:
            yield from values

        assert measure_stages(PEOPLE, cycles, on=DAY) == measure_stages(once(PEOPLE), once(cycles), on=DAY)


class TestTheMetrics:
    """Ours, with teachers as the base, and said to be ours."""

    def test_every_metric(self) -> None:
        every = (PLANS_AGREED, *STAGE_METRICS, TEACHERS_RATED)
        assert {(TEACHERS, TEACHERS, Scale.SHARE, Certainty.DESIGN)} == {
            (each.unit, each.base, each.scale, each.source.certainty) for each in every
        }
        assert "guru yang menuntaskan tahap 3" == STAGE_METRICS[2].label_id
        assert every[:-1] == STAGE_FUNNEL.steps


class TestWrongQuestions:
    """Everything that is wrong is told at once, and nobody by id."""

    def test_the_arguments(self) -> None:
        with pytest.raises(WrongTypeError) as caught:
            ANY("G-1", 1, on=datetime(2024, 6, 30), metrics=["rated"], roles=["guru"], among=["33.25"])  # noqa: DTZ001 -- refused
        paths = ["on", "cycles", "metrics[0]", "roles[0]", "among[0]", "teachers"]
        assert paths == [each.path for each in caught.value.problems]

    def test_what_has_no_hash_is_no_role(self) -> None:
        with pytest.raises(WrongTypeError) as caught:
            ANY([], [], on=DAY, roles=[[Role.TEACHER]])
        assert [("roles[0]", "wrong-type")] == [(each.path, each.code) for each in caught.value.problems]

    def test_a_metric_that_no_cycle_tells(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            measure_stages([], [], on=DAY, metrics=[PLANS_AGREED, TEACHERS_LOGGED_IN])
        assert [("metrics[1]", "wrong-metric")] == [(each.path, each.code) for each in caught.value.problems]

    def test_what_is_no_teacher_or_no_cycle_and_who_is_there_twice(self, make: Make) -> None:
        with pytest.raises(WrongTypeError) as caught:
            ANY([teacher(1), "G-2", teacher(1)], [make(), "G-1", make()], on=DAY)
        assert [
            ("cycles[1]", "wrong-type"),
            ("cycles (no. 2)", "duplicate"),
            ("teachers[1]", "wrong-type"),
            ("teachers[2]", "duplicate"),
        ] == [(each.path, each.code) for each in caught.value.problems]

    def test_two_periods(self, make: Make) -> None:
        with pytest.raises(InvalidValueError) as caught:
            measure_stages(PEOPLE, [make(), make(0, "G-2", period="2025-A1")], on=DAY)
        assert ("other-period",) == caught.value.codes

    def test_the_cycle_of_somebody_who_is_not_there(self, make: Make) -> None:
        with pytest.raises(InvalidValueError) as caught:
            measure_stages(PEOPLE[1:], [make(0, "G-1"), make(0, "G-2"), make(0, "RAHASIA")], on=DAY)
        assert [("unknown-teacher", "of people who are not among the teachers: 2")] == [
            (each.code, each.message) for each in caught.value.problems
        ]
        assert "RAHASIA" not in str(caught.value)
