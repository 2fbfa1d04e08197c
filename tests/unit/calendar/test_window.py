"""Window: construction, refusal, and each relation at its edges."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, cast

import pytest

from pmm_core.calendar import Window
from pmm_core.errors import InvalidValueError, RefusedError, WrongTypeError

JANUARY = Window.parse("2024-01-01..2024-01-31")
FEBRUARY = Window.parse("2024-02-01..2024-02-29")
MARCH = Window.parse("2024-03-01..2024-03-31")
SPRING = Window.parse("2024-02-01..2024-06-30")
ANY = cast("Any", Window)


class Frozen(date):
    """What clock-freezing tools make of date."""


def test_both_ends_are_in_and_the_days_around_are_out() -> None:
    assert date(2024, 2, 1) in SPRING
    assert date(2024, 6, 30) in SPRING
    assert date(2024, 1, 31) not in SPRING
    assert date(2024, 7, 1) not in SPRING
    assert SPRING.days == 151


def test_a_day_of_a_subclass_is_a_day() -> None:
    assert Window(Frozen(2024, 1, 1), Frozen(2024, 1, 31)) == JANUARY
    assert Frozen(2024, 1, 31) in JANUARY


def test_iterating_gives_the_days_even_at_the_end_of_the_calendar() -> None:
    assert list(Window.parse("2024-02-28..2024-03-01")) == [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)]
    assert list(Window(date.max, date.max)) == [date.max]


def test_days_are_numbered_from_one() -> None:
    assert [SPRING.day_number(day) for day in (date(2024, 2, 1), date(2024, 6, 30))] == [1, 151]
    with pytest.raises(InvalidValueError) as caught:
        SPRING.day_number(date(2024, 7, 1))
    assert caught.value.codes == ("out-of-range",)


def test_text_and_repr() -> None:
    assert str(JANUARY) == "2024-01-01..2024-01-31"
    assert repr(JANUARY) == "<Window 2024-01-01..2024-01-31>"
    assert Window.parse(" 2024-01-01..2024-01-31\n") == JANUARY


def test_windows_are_ordered_by_first_day_then_last() -> None:
    assert sorted([MARCH, SPRING, FEBRUARY, JANUARY]) == [JANUARY, FEBRUARY, SPRING, MARCH]


def test_relations() -> None:
    assert SPRING.contains(MARCH)
    assert not MARCH.contains(SPRING)
    assert not SPRING.contains(JANUARY)
    assert SPRING.contains(SPRING)
    assert SPRING.overlaps(FEBRUARY)
    assert not JANUARY.overlaps(FEBRUARY)
    assert JANUARY.adjacent(FEBRUARY)
    assert FEBRUARY.adjacent(JANUARY)
    assert not JANUARY.adjacent(MARCH)
    assert not SPRING.adjacent(FEBRUARY)
    assert JANUARY.is_before(FEBRUARY)
    assert not SPRING.is_before(MARCH)
    assert MARCH.is_after(FEBRUARY)
    assert not MARCH.is_after(SPRING)


def test_operations() -> None:
    assert SPRING.intersection(MARCH) == MARCH
    assert JANUARY.intersection(FEBRUARY) is None
    assert JANUARY.enclosure(MARCH) == Window.parse("2024-01-01..2024-03-31")
    assert MARCH.gap(JANUARY) == FEBRUARY
    assert JANUARY.gap(FEBRUARY) is None
    assert SPRING.gap(MARCH) is None
    assert FEBRUARY.union(JANUARY) == Window.parse("2024-01-01..2024-02-29")
    assert SPRING.minus(MARCH) == (FEBRUARY, Window.parse("2024-04-01..2024-06-30"))
    assert SPRING.minus(FEBRUARY) == (Window.parse("2024-03-01..2024-06-30"),)
    assert FEBRUARY.minus(SPRING) == ()
    assert JANUARY.minus(SPRING) == (JANUARY,)


def test_a_union_over_a_gap_is_refused_and_says_what_is_possible() -> None:
    with pytest.raises(RefusedError) as caught:
        JANUARY.union(MARCH)
    assert caught.value.codes == ("windows-apart",)
    assert caught.value.refusals[0].possible == ("the enclosure 2024-01-01..2024-03-31",)


def test_every_problem_is_named_at_once() -> None:
    with pytest.raises(WrongTypeError) as caught:
        ANY(datetime(2024, 2, 1), "2024-06-30")  # noqa: DTZ001 -- it is refused
    assert [problem.path for problem in caught.value.problems] == ["start", "end"]
    assert caught.value.codes == ("datetime-for-date", "wrong-type")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ("empty",)),
        ("2024-02-01", ("malformed",)),
        ("2024-02-01-2024-06-30", ("malformed",)),
        ("٢٠٢٤-02-01..2024-06-30", ("malformed",)),
        ("2024-02-30..2024-06-31", ("no-such-day",)),
        ("2024-06-30..2024-02-01", ("window-reversed",)),
        (None, ("wrong-type",)),
    ],
)
def test_parse_refuses(text: Any, codes: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Window.parse(text)
    assert caught.value.codes == codes


def test_parse_names_both_days_that_there_are_not() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Window.parse("2024-02-30..2024-06-31")
    assert [problem.path for problem in caught.value.problems] == ["start", "end"]


@pytest.mark.parametrize("day", [datetime(2024, 2, 1), "2024-02-01", None])  # noqa: DTZ001 -- it is refused
def test_only_days_are_asked_for(day: Any) -> None:
    with pytest.raises(WrongTypeError):
        assert day in SPRING


METHODS = (
    "contains",
    "overlaps",
    "adjacent",
    "is_before",
    "is_after",
    "intersection",
    "enclosure",
    "gap",
    "union",
    "minus",
)


@pytest.mark.parametrize("name", METHODS)
def test_only_windows_are_compared(name: str) -> None:
    method: Callable[[Any], object] = getattr(SPRING, name)
    with pytest.raises(WrongTypeError) as caught:
        method(date(2024, 2, 1))
    assert caught.value.codes == ("wrong-type",)
