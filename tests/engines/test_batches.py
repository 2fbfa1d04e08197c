"""Batches add up to the whole, however the rows are cut."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any, cast

import pytest
from carriers import Carrier
from hypothesis import example, given, strategies as st
from own_rows import Row, few, in_order, measurement_row, teacher_row
from which import NULLS

from pmm_core import find
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.frames import TEACHERS, adoption_by_batches, each_batch
from pmm_core.people import Role, Teacher
from pmm_core.ranking import TEACHERS_LOGGED_IN, measure_adoption
from pmm_core.testing import teachers

DAY = date(2022, 12, 23)
ONE: Row = teacher_row(Teacher(id="t-1", role=Role.TEACHER, workplace=find("Kab. Batang")))


def _same(batch: Any) -> Any:
    return batch


class TestBatches:
    """Law: the measurement does not depend on where the rows are cut, and progress adds up to the rows."""

    def test_however_the_rows_are_cut(self, carrier: Carrier) -> None:
        @few(carrier)
        @given(
            st.lists(teachers(role=Role.TEACHER), max_size=12, unique_by=lambda teacher: teacher.id),
            st.lists(st.integers(0, 12), max_size=3),
        )
        @example([], [])
        def check(people: list[Teacher], cuts: list[int]) -> None:
            ends = [0, *sorted(min(cut, len(people)) for cut in cuts), len(people)]
            rows = [*map(teacher_row, people)]
            frames = (carrier.frame(rows[start:end], TEACHERS) for start, end in pairwise(ends))
            done: list[int] = []
            found = adoption_by_batches(frames, on=DAY, among=[find("Kudus")], progress=done.append)
            wanted = measure_adoption(people, on=DAY, among=[find("Kudus")])
            assert isinstance(found, carrier.kind())
            assert in_order(map(measurement_row, wanted)) == carrier.rows(found)
            assert [end - start for start, end in pairwise(ends)] == done

        check()


@NULLS
def test_a_missing_kabupaten_is_one_of_its_own(carrier: Carrier) -> None:
    frames = [carrier.frame([ONE | {"kabupaten": None}], TEACHERS) for _ in range(2)]
    (row,) = carrier.rows(adoption_by_batches(frames, on=DAY, metrics=[TEACHERS_LOGGED_IN]))
    assert (None, 2, "unknown-region") == (row["area"], row["denominator"], row["reason"])


def test_each_batch_is_worked_on_when_it_is_asked_for(carrier: Carrier) -> None:
    begun: list[str] = []

    def batches() -> Iterator[Any]:
        for name in ("one", "two"):
            begun.append(name)
            yield carrier.frame([ONE] * len(begun), TEACHERS)

    done: list[int] = []
    results = each_batch(batches(), lambda batch: len(carrier.rows(batch)), progress=done.append)
    assert [] == begun
    assert 1 == next(results)
    assert (["one"], []) == (begun, done)
    assert [2] == [*results]
    assert [1, 2] == done


def test_a_bad_batch_is_told_by_its_number(carrier: Carrier) -> None:
    good, bad = carrier.frame([ONE], TEACHERS), carrier.frame([ONE], TEACHERS, only=("kabupaten", "logged_in"))
    done: list[int] = []
    with pytest.raises(InvalidValueError) as caught:
        adoption_by_batches([good, bad], on=DAY, metrics=[TEACHERS_LOGGED_IN], progress=done.append)
    assert ["batches[1][role]"] == [problem.path for problem in caught.value.problems]
    assert [1] == done
    some: list[Any] = [good, None]
    with pytest.raises(WrongTypeError) as wrong:
        list(each_batch(some, _same))
    assert ["batches[1]"] == [problem.path for problem in wrong.value.problems]


def test_no_batches_are_told() -> None:
    with pytest.raises(InvalidValueError) as caught:
        adoption_by_batches([], on=DAY)
    assert ("empty",) == caught.value.codes


def test_what_are_no_batches_and_no_calls_is_told_at_once() -> None:
    wrong: Any = {"batches": "teachers", "progress": 1}
    with pytest.raises(WrongTypeError) as caught:
        adoption_by_batches(**wrong, on=DAY)
    assert ["batches", "progress"] == [problem.path for problem in caught.value.problems]
    with pytest.raises(WrongTypeError) as also:
        each_batch(**wrong, work=cast("Any", None))
    assert ["batches", "progress", "work"] == [problem.path for problem in also.value.problems]
