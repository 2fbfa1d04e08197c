"""Every strategy of the door alike: nothing discarded, the simplest first, every argument checked when drawn."""

import re
from collections import Counter
from collections.abc import Callable
from inspect import isfunction, signature
from pathlib import Path
from types import UnionType
from typing import Any, Final, cast, get_args, get_origin, get_type_hints

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, find as simplest, given, settings, strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.statistics import collector

from pmm_core import testing
from pmm_core.calendar import CALENDAR, PeriodCalendar
from pmm_core.ranking import Scale

NAMED: Final[dict[str, Callable[..., st.SearchStrategy[Any]]]] = {
    name: thing
    for name in testing.__all__
    if isfunction(thing := getattr(testing, name))
    and get_origin(get_type_hints(thing).get("return")) is st.SearchStrategy
}
ARGUMENTS: Final = [(name, argument) for name, make in NAMED.items() for argument in signature(make).parameters]
NONSENSE: Final = object()
PAGE: Final = (Path(__file__).parents[2] / "docs" / "reference" / "testing.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMED)
def test_nothing_is_discarded_and_values_are_of_their_kind(name: str) -> None:
    (hint,) = get_args(get_type_hints(NAMED[name])["return"])
    kind = hint if get_origin(hint) in {None, UnionType} else get_origin(hint)
    ends: Counter[str] = Counter()

    def keep(statistics: Any) -> None:
        for key, phase in statistics.items():
            if key.endswith("-phase"):
                ends.update(case["status"] for case in phase["test-cases"])

    @settings(max_examples=12, database=None, derandomize=True, deadline=None, phases=[Phase.generate])
    @given(NAMED[name]())
    def draw(value: object) -> None:
        assert isinstance(value, kind)

    with cast("Any", collector).with_value(keep):
        draw()
    assert 0 == ends["invalid"]
    assert ends["valid"] > 0


@pytest.mark.parametrize(("name", "argument"), ARGUMENTS, ids=[f"{name}-{argument}" for name, argument in ARGUMENTS])
def test_every_argument_is_checked_and_only_when_a_value_is_drawn(name: str, argument: str) -> None:
    strategy = NAMED[name](**{argument: NONSENSE})

    @settings(max_examples=1, database=None, suppress_health_check=[HealthCheck.too_slow])
    @given(strategy)
    def draw(_value: object) -> None: ...

    with pytest.raises(InvalidArgument) as caught:
        draw()
    assert argument.removeprefix("min_").removeprefix("max_") in str(caught.value)


NO_DEADLINES: Final = PeriodCalendar(
    tuple(
        evolve(scheme, patterns=tuple(evolve(pattern, deadlines=()) for pattern in scheme.patterns))
        for scheme in CALENDAR.schemes
    )
)
REFUSED: Final[dict[str, tuple[st.SearchStrategy[Any], str]]] = {
    "nothing to draw": (testing.deadlines(of=NO_DEADLINES), "the calendar has none of these"),
    "steps of no cycle": (
        testing.next_steps(cycle=cast("Any", st.just("cycle"))),
        "cycle must be a strategy of cycles, not of str",
    ),
}


@pytest.mark.parametrize(("strategy", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_drawn_is_refused(strategy: st.SearchStrategy[Any], message: str) -> None:
    with pytest.raises(InvalidArgument, match=message):
        simplest(strategy, lambda _: True, settings=settings(database=None))


def test_counts_come_with_plain_counts_first() -> None:
    counted = testing.measurements(scale=Scale.COUNT)
    chosen = settings(phases=[Phase.generate, Phase.shrink], database=None, deadline=None)
    assert simplest(counted, lambda _: True, settings=chosen).metric.base is None


# how the simplest of each writes itself, as the reference tells it; an ellipsis stands for the rest of a long one
SIMPLEST: Final = dict(re.findall(r"^\| `(\w+)\(\)` \| `([^`]+)` \|$", PAGE, re.MULTILINE))


@pytest.mark.parametrize("name", NAMED)
def test_the_simplest_comes_first(name: str) -> None:
    chosen = settings(phases=[Phase.generate, Phase.shrink], database=None, deadline=None)
    found = repr(simplest(NAMED[name](), lambda _: True, settings=chosen))
    told = SIMPLEST[name]
    assert told == found or (told.endswith("…") and found.startswith(told[:-1]))


def test_the_reference_tells_the_simplest_of_each_and_of_nothing_else() -> None:
    assert sorted(NAMED) == list(SIMPLEST)


def test_the_reference_documents_every_name_once() -> None:
    told = re.findall(r"^\.\. auto(?:function|class|data):: (\w+)$", PAGE, re.MULTILINE)
    assert sorted(testing.__all__) == sorted(told)
