"""The strategies of documents: only valid ones, every kind, and arguments that are checked."""

from typing import Any

import pytest
from hypothesis import find, given, settings, strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.codec import Limits, from_plain, kinds
from pmm_core.testing import documents, limits


@given(documents())
def test_every_document_is_read(document: dict[str, Any]) -> None:
    assert type(from_plain(document)) is kinds()[document["kind"]]


@pytest.mark.parametrize("kind", ["pace", "period", "teacher", "plan-agreed", "performance-cycle"])
def test_a_kind_can_be_asked_for(kind: str) -> None:
    @settings(max_examples=3, database=None)
    @given(documents(kind=kind))
    def check(document: dict[str, Any]) -> None:
        assert kind == document["kind"]

    check()


def test_many_kinds_are_reached() -> None:
    seen: set[str] = set()

    @settings(max_examples=30, database=None, derandomize=True, deadline=None)
    @given(documents())
    def draw(document: dict[str, Any]) -> None:
        seen.add(document["kind"])

    draw()
    assert len(seen) > 8


def test_the_simplest_document_is_that_of_the_first_kind() -> None:
    simplest = find(documents(), lambda _: True)
    assert next(iter(kinds())) == simplest["kind"]
    assert {"kind": "pace", "format": 1, "units": 0, "days": 1} == find(documents(kind="pace"), lambda _: True)


@given(limits())
def test_limits_are_in_their_bounds(drawn: Limits) -> None:
    assert 1 <= drawn.digits <= 60
    assert min(drawn.items, drawn.text, drawn.problems) >= 1


@given(limits(digits=7))
def test_the_number_of_digits_can_be_asked_for(drawn: Limits) -> None:
    assert 7 == drawn.digits


def test_the_simplest_limits_let_nothing_through() -> None:
    assert Limits(items=1, text=1, digits=1, problems=1) == find(limits(), lambda _: True)


def draw_once(strategy: st.SearchStrategy[Any]) -> None:
    @settings(max_examples=1, database=None)
    @given(strategy)
    def draw(_drawn: Any) -> None:
        """Draw."""

    draw()


@pytest.mark.parametrize("kind", ["", "Pace", "cycle-event", 7])
def test_a_kind_that_is_not_there_is_refused_when_drawn(kind: Any) -> None:
    strategy = documents(kind=kind)
    with pytest.raises(InvalidArgument, match="kind must be"):
        draw_once(strategy)


@pytest.mark.parametrize("digits", [0, 61, -1, True, 7.0, "7"])
def test_digits_that_no_limit_has_are_refused_when_drawn(digits: Any) -> None:
    strategy = limits(digits=digits)
    with pytest.raises(InvalidArgument, match="digits must be"):
        draw_once(strategy)
