"""One look at many cycles: all in one pass, printed without ids unless they are asked for."""

import copy
import pickle
from collections.abc import Callable, Iterator
from datetime import date
from textwrap import dedent
from typing import Any, cast

import attrs
import pytest

from pmm_core.calendar import Period
from pmm_core.cycle import EventKind, Party, PerformanceCycle, Side
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.overview import CycleTally, Outstanding, Overview, count_cycles, due, late, review
from pmm_core.people import Role

Make = Callable[..., PerformanceCycle]
DAY = date(2024, 6, 20)
ANY = cast("Any", review)


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 -- our own bytes


def told(text: str) -> str:
    return dedent(text).strip("\n")


def guru(number: int) -> Party:
    return Party(f"G-{number}", Role.TEACHER)


class TestOneLook:
    """Three teachers ten days before the end of the first semester, and one who has no cycle."""

    @pytest.fixture
    def cycles(self, make: Make) -> list[PerformanceCycle]:
        return [make(12, "G-1"), make(9, "G-2"), make(0, "G-3")]

    @pytest.fixture
    def seen(self, cycles: list[PerformanceCycle]) -> Overview:
        return review(iter(cycles), on=DAY, expected=[guru(number) for number in range(1, 5)])

    def test_it_says_what_the_others_say(self, seen: Overview, cycles: list[PerformanceCycle]) -> None:
        assert (DAY, 14, 4, ("G-4",)) == (seen.on, seen.within, seen.expected, seen.missing)
        assert count_cycles(cycles, on=DAY) == seen.tally
        assert set(late(cycles, on=DAY)) == set(seen.late)
        assert set(due(cycles, on=DAY, within=14)) == set(seen.due)

    def test_in_english(self, seen: Overview) -> None:
        assert (
            told("""
            without a cycle: 1 of 4
            late: 1 step of 1 cycle
              plan submitted 1
            due within 14 days: 12 steps of 2 cycles
              plan approved 1
              plan agreed 1
              preparation discussed 1
              observation held 1
              follow-up discussed 1
              superior's note on the follow-up 1
              follow-up done 1
              follow-up reflected 1
              superior's final note 2
              appraised 2
            """)
            == str(seen).split("\n\n")[-1]
        )
        assert str(seen).startswith(str(seen.tally) + "\n\n")

    def test_in_indonesian_with_ids(self, make: Make) -> None:
        seen = review([make(10, "G-2")], on=DAY, expected=[guru(2), guru(9)])
        assert (
            told("""
            tanpa siklus: 1 dari 2
              G-9
            terlambat: 0 langkah dari 0 siklus
            jatuh tempo dalam 14 hari: 1 langkah dari 1 siklus
              G-2: 2024-S1: penilaian kinerja oleh atasan, paling lambat 2024-06-30, sisa 10 hari
            """)
            == seen.text(language="id", ids=True).split("\n\n")[-1]
        )

    def test_ids_only_for_those_who_ask(self, make: Make) -> None:
        seen = review([make(0, "RAHASIA-1")], on=DAY, expected=[Party("RAHASIA-2", Role.TEACHER)])
        assert "RAHASIA" not in repr(seen) + str(seen) + seen.text(language="id")
        assert {"RAHASIA-1:", "RAHASIA-2"} <= set(seen.text(ids=True).split())
        assert "<Overview 2024-06-20: 1 cycles, 1 late, 10 due>" == repr(seen)

    def test_a_text_is_not_taken_for_asking(self) -> None:
        found = review([], on=DAY, expected=[Party("RAHASIA-2", Role.TEACHER)])
        with pytest.raises(WrongTypeError) as caught:
            cast("Any", found).text(ids="no")
        assert [("ids", "wrong-type")] == [(each.path, each.code) for each in caught.value.problems]

    def test_the_oldest_first(self, make: Make) -> None:
        seen = review([make(3, "G-2"), make(0, "G-9"), make(3, "G-1")], on=date(2024, 7, 1))
        assert EventKind.PLAN_SUBMITTED is seen.late[0].kind
        same = [each.employee.id for each in seen.late if each.kind is EventKind.PREPARATION_DISCUSSED]
        assert ["G-1", "G-2", "G-9"] == same
        assert sorted(each.deadline or DAY for each in seen.late) == [each.deadline for each in seen.late]

    def test_nobody_in_particular_was_expected(self, make: Make) -> None:
        seen = review([make(12)], on=DAY, within=0)
        assert (0, (), ()) == (seen.expected, seen.missing, seen.steps)
        assert "without a cycle" not in str(seen)
        assert "due within 0 days: 0 steps of 0 cycles" in str(seen)

    def test_no_cycles(self) -> None:
        assert Overview(tally=CycleTally(on=DAY), within=14) == review([], on=DAY)

    def test_one_pass(self, make: Make) -> None:
        def once() -> Iterator[PerformanceCycle]:
            yield make(12)

        stream = once()
        assert 1 == review(stream, on=DAY).tally.cycles
        assert [] == list(stream)


class TestWrongQuestions:
    """Everything that is wrong is told at once."""

    def test_the_arguments(self) -> None:
        with pytest.raises(WrongTypeError) as caught:
            ANY("G-1", on=None, within=True, expected=[guru(1), "G-2", guru(1)])
        assert ["on", "cycles", "within", "expected[1]", "expected[2]"] == [each.path for each in caught.value.problems]

    def test_what_is_no_cycle(self, make: Make) -> None:
        with pytest.raises(WrongTypeError) as caught:
            ANY(["G-1", make(), None], on=DAY)
        assert ["cycles[0]", "cycles[2]"] == [each.path for each in caught.value.problems]


def step(**changes: Any) -> Outstanding:
    fields: dict[str, Any] = {
        "employee": guru(1),
        "superior": Party("K-3", Role.HEAD),
        "period": Period.parse("2024-S1"),
        "kind": EventKind.APPRAISED,
        "by": (Side.SUPERIOR,),
        "deadline": date(2024, 6, 30),
        "on": DAY,
        "is_next": True,
    }
    return Outstanding(**(fields | changes))


class TestTheValue:
    """Checked against itself, ordered, copied."""

    @pytest.mark.parametrize(
        ("changes", "problems"),
        [
            ({"tally": None}, [("tally", "wrong-type")]),
            ({"within": -1}, [("within", "negative")]),
            ({"expected": 1.5}, [("expected", "float-for-exact")]),
            ({"steps": [step()]}, [("steps", "wrong-type")]),
            ({"steps": (step(), "step")}, [("steps[1]", "wrong-type")]),
            ({"steps": (step(on=date(2024, 6, 21)),)}, [("steps[0]", "mixed-dates")]),
            ({"steps": (step(deadline=date(2024, 7, 5)),)}, [("steps[0]", "too-large")]),
            ({"steps": (step(deadline=None),)}, [("steps[0]", "too-large")]),
            ({"missing": ["G-1"]}, [("missing", "wrong-type")]),
            ({"missing": ("",), "expected": 1}, [("missing[0]", "empty")]),
            ({"missing": ("G-1",)}, [("missing", "over-full")]),
            ({"expected": 1}, [("expected", "over-full")]),
            ({"tally": None, "within": "14", "steps": (step(),)}, [("tally", "wrong-type"), ("within", "wrong-type")]),
        ],
    )
    def test_bad_input(self, changes: Any, problems: list[tuple[str, str]]) -> None:
        with pytest.raises(InvalidValueError) as caught:
            Overview(**({"tally": CycleTally(on=DAY), "within": 14} | changes))
        assert problems == [(each.path, each.code) for each in caught.value.problems]

    def test_the_order_does_not_matter(self) -> None:
        old, new = step(deadline=date(2024, 3, 31), kind=EventKind.PLAN_SUBMITTED, by=(Side.EMPLOYEE,)), step()
        fields: dict[str, Any] = {"tally": CycleTally(on=DAY), "within": 14, "expected": 2}
        one = Overview(**fields, steps=(new, old), missing=("G-2", "G-1"))
        assert one == Overview(**fields, steps=(old, new), missing=("G-1", "G-2"))
        assert ((old,), (new,)) == (one.late, one.due)

    @pytest.mark.parametrize("again", [pickled, copy.copy, copy.deepcopy, attrs.evolve])
    def test_it_survives(self, again: Callable[[Overview], Overview]) -> None:
        seen = Overview(tally=CycleTally(on=DAY), within=14, steps=(step(),))
        assert seen == again(seen)

    def test_a_language_that_there_is_not(self) -> None:
        with pytest.raises(InvalidValueError):
            Overview(tally=CycleTally(on=DAY), within=14).text(language=cast("Any", "jv"))
