"""The strategies for many cycles: only valid values, every form reached, the simplest first, no filtering."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, Phase, find as simplest, given, settings, strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.appraisal import Predicate
from pmm_core.calendar import Period
from pmm_core.cycle import PROCESS_2024, PROCESS_2025, EventKind, PerformanceCycle, Progress, State
from pmm_core.errors import Code, PmmError, _codes
from pmm_core.overview import (
    REQUIRED_EVENTS,
    Closing,
    Conflict,
    CycleTally,
    Milestone,
    MilestoneChange,
    Outstanding,
    Overview,
    TallyChange,
    conflicts,
    count_cycles,
)
from pmm_core.testing._near_miss import NearMiss
from pmm_core.testing._overview import cycle_lists, given_to
from pmm_core.testing._overview_near_misses import OVERVIEW_NEAR_MISSES
from pmm_core.testing._overview_values import (
    closings,
    cycle_conflicts,
    cycle_tallies,
    milestone_changes,
    outstanding_steps,
    overviews,
    tally_changes,
)

STRICT = settings(suppress_health_check=[], max_examples=25)  # a strategy that filters or dawdles fails here
SLOW = [HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large]
FAR = settings(phases=[Phase.generate], max_examples=2_000, suppress_health_check=SLOW, database=None, deadline=None)
ANNUAL = Period.parse("2025-A1")
DAY = date(2024, 6, 30)


def drawn(strategy: st.SearchStrategy[Any]) -> Any:
    """What a strategy gives first; what it refuses is refused here."""
    return simplest(strategy, lambda _: True, settings=settings(phases=[Phase.generate, Phase.shrink], database=None))


def reached(strategy: st.SearchStrategy[Any], forms: Callable[[Any], Any], wanted: set[Any]) -> None:
    """Fail where many values leave a form out."""
    seen: set[Any] = set()

    def all_were_seen(value: Any) -> bool:
        seen.update(forms(value))
        return wanted <= seen

    simplest(strategy, all_were_seen, settings=FAR)


@STRICT
@given(cycle_lists())
def test_lists_are_of_one_period_and_of_distinct_people(found: list[PerformanceCycle]) -> None:
    assert [f"G-{number}" for number in range(1, len(found) + 1)] == [cycle.employee.id for cycle in found]
    assert len({cycle.period for cycle in found}) <= 1
    assert all(cycle == cycle.replay(()).replay(tuple(cycle.events)) for cycle in found)


@given(st.data(), st.integers(0, 3), st.integers(0, 3))
@settings(max_examples=15)
def test_lists_are_as_they_are_asked_for(data: st.DataObject, least: int, more: int) -> None:
    found = data.draw(
        cycle_lists(period=ANNUAL, process=PROCESS_2025, max_events=2, min_size=least, max_size=least + more)
    )
    assert least <= len(found) <= least + more
    assert {ANNUAL} >= {cycle.period for cycle in found}
    assert {PROCESS_2025} >= {cycle.process for cycle in found}
    assert all(len(cycle.events) <= 2 for cycle in found)
    assert {"S"} >= {cycle.period.mark for cycle in data.draw(cycle_lists(process=PROCESS_2024, max_size=2))}


def test_mixed_lists_are_of_several_periods() -> None:
    found = simplest(cycle_lists(mixed=True), lambda each: len({cycle.period for cycle in each}) > 1, settings=FAR)
    assert () == conflicts(found)


def test_another_employee_changes_nothing_else() -> None:
    found = simplest(cycle_lists(), lambda each: any(cycle.state is State.AGREED for cycle in each), settings=FAR)
    for cycle in found:
        other = given_to(cycle, "Z-9")
        assert ("Z-9", cycle.place, cycle.superior) == (other.employee.id, other.place, other.superior)
        assert [event.on for event in cycle.events] == [event.on for event in other.events]


@STRICT
@given(cycle_tallies(), cycle_tallies(on=DAY, min_cycles=1))
def test_tallies(one: CycleTally, other: CycleTally) -> None:
    assert isinstance(one, CycleTally)
    assert DAY == other.on
    assert other.cycles


@STRICT
@given(milestone_changes(), tally_changes(), cycle_conflicts(), closings(), overviews())
def test_the_other_values(
    row: MilestoneChange, change: TallyChange, conflict: Conflict, answer: Closing, seen: Overview
) -> None:
    kinds = (MilestoneChange, TallyChange, Conflict, Closing, Overview)
    assert kinds == tuple(type(value) for value in (row, change, conflict, answer, seen))


@STRICT
@given(outstanding_steps(), outstanding_steps(on=DAY, within=3))
def test_what_is_outstanding(one: Outstanding, near: Outstanding) -> None:
    assert one.kind in REQUIRED_EVENTS
    assert DAY == near.on
    assert near.days_left is not None
    assert near.days_left <= 3


def test_everything_is_reached() -> None:
    members = {*State, *Progress}
    reached(cycle_tallies(), lambda tally: {member for row in tally.places for member in row[:2]}, members)
    reached(cycle_tallies(), lambda tally: {row[0] for row in tally.ratings}, set(Predicate))
    reached(milestone_changes(), lambda row: {row.milestone}, set(Milestone))
    reached(
        outstanding_steps(),
        lambda row: {row.kind, row.is_late, row.is_next, row.deadline is None},
        {True, False, *REQUIRED_EVENTS},
    )
    reached(
        cycle_conflicts(),
        lambda each: {each.code, each.shared is None},
        {"repeated-cycles", "overlapping-periods", True, False},
    )
    reached(closings(), lambda answer: {answer.may_close, answer.until}, {True, False, *Milestone})
    codes = {"empty", "missing-cycles", "unfinished-cycles", "repeated-cycles", "other-period"}
    reached(closings(), lambda answer: {refusal.code for refusal in answer.refusals}, codes)
    turns = {"open_steps", "later_steps", "past_steps"}
    reached(closings(), lambda answer: {path for path in turns if getattr(answer, path)}, turns)
    wanted = {"late", "due", "missing"}
    reached(overviews(), lambda seen: {word for word in wanted if getattr(seen, word)}, wanted)


def test_lists_of_cycles_reach_the_beginning_the_middle_and_the_end() -> None:
    wanted = {State.DRAFT, State.AGREED, State.CLOSED}
    reached(cycle_lists(period=Period.parse("2024-S1")), lambda found: {cycle.state for cycle in found}, wanted)


def test_the_simplest() -> None:
    assert [] == drawn(cycle_lists())
    assert [0] == [len(cycle.events) for cycle in drawn(cycle_lists(min_size=1))]
    assert CycleTally(on=date(2020, 1, 1)) == drawn(cycle_tallies())
    assert 1 == drawn(cycle_tallies(min_cycles=1)).cycles
    change, row = drawn(milestone_changes()), drawn(outstanding_steps())
    assert (Milestone.OPENED, 0, 0) == (change.milestone, change.before, change.after)
    assert (EventKind.PLAN_SUBMITTED, False, "G-1") == (row.kind, row.is_late, row.employee.id)
    assert 1 == drawn(tally_changes()).before.cycles
    assert "repeated-cycles" == drawn(cycle_conflicts()).code
    assert ("empty",) == tuple(refusal.code for refusal in drawn(closings()).refusals)
    assert Overview(tally=count_cycles([], on=date(2020, 1, 1)), within=0) == drawn(overviews())


WRONG: list[Callable[[], st.SearchStrategy[Any]]] = [
    lambda: cycle_lists(period=cast("Any", "2024-S1")),
    lambda: cycle_lists(process=cast("Any", "2024")),
    lambda: cycle_lists(period=ANNUAL, process=PROCESS_2024, min_size=1),
    lambda: cycle_lists(period=ANNUAL, mixed=True),
    lambda: cycle_lists(min_size=2, max_size=1),
    lambda: cycle_lists(min_size=1, max_events=cast("Any", "2")),
    lambda: cycle_tallies(on=cast("Any", "2024-06-30")),
    lambda: cycle_tallies(min_cycles=2),
    lambda: outstanding_steps(on=cast("Any", "2024-06-30")),
    lambda: outstanding_steps(within=-1),
]


@pytest.mark.parametrize("number", range(len(WRONG)))
def test_wrong_arguments_are_refused_when_a_value_is_drawn(number: int) -> None:
    strategy = WRONG[number]()
    with pytest.raises(InvalidArgument):
        drawn(strategy)


@pytest.mark.parametrize("miss", OVERVIEW_NEAR_MISSES, ids=lambda miss: f"{miss.code}: {miss.why}")
def test_near_misses_are_refused_for_their_code(miss: NearMiss) -> None:
    with pytest.raises(PmmError) as caught:
        miss.provoke()
    assert miss.code in caught.value.codes


@pytest.mark.parametrize("code", _codes._OVERVIEW, ids=lambda code: code.text)
def test_every_code_of_overview_has_a_near_miss(code: Code) -> None:
    assert code.text in {miss.code for miss in OVERVIEW_NEAR_MISSES}
