"""What users write with the documents; checked, never run."""

from collections.abc import Mapping
from typing import Any, assert_type

from hypothesis.strategies import SearchStrategy

from pmm_core.codec import FORMAT, DecodeError, Limits, from_plain, kinds, to_plain
from pmm_core.cycle import CycleEvent, PerformanceCycle, PlanAgreed
from pmm_core.errors import InvalidValueError, PmmError, Problem
from pmm_core.people import Teacher
from pmm_core.testing import documents, limits


def keep(teacher: Teacher, cycle: PerformanceCycle, data: object) -> None:
    assert_type(to_plain(teacher), dict[str, Any])
    assert_type(to_plain(cycle, personal=False), dict[str, Any])
    assert_type(from_plain(to_plain(teacher), Teacher), Teacher)
    assert_type(from_plain(data, CycleEvent), CycleEvent)
    assert_type(from_plain(data, PlanAgreed, limits=Limits(items=10)), PlanAgreed)
    assert_type(kinds(), Mapping[str, type[Any]])
    assert_type(FORMAT, int)
    assert_type(Limits(text=5).digits, int)
    assert_type(from_plain(data), Any)
    named: PerformanceCycle = from_plain(data, "performance-cycle", limits=Limits())
    keep(teacher, named, data)


def problems(error: DecodeError) -> None:
    assert_type(error.problems, tuple[Problem, ...])


def answer(data: object) -> None:
    try:
        from_plain(data)
    except DecodeError as error:
        root: PmmError = error
        value: ValueError = error
        parent: InvalidValueError = error
        assert_type(error.subject, str)
        raise root from value if parent.problems else None


assert_type(documents(kind="teacher"), SearchStrategy[dict[str, Any]])
assert_type(limits(digits=3), SearchStrategy[Limits])
