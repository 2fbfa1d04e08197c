"""The laws of many cycles: counting is counting, what is outstanding is what the cycle says, and one pass is enough."""

import copy
import pickle
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Any

import attrs
import pytest
from hypothesis import example, given, settings, strategies as st

from pmm_core import rank
from pmm_core.calendar import CALENDAR, Period, PeriodCalendar
from pmm_core.cycle import EVENT_TYPES, EventKind, Party, PerformanceCycle, Progress, Stage, State
from pmm_core.errors import RefusedError
from pmm_core.overview import (
    PLANS_AGREED,
    REACHED,
    REQUIRED_EVENTS,
    STAGE_FUNNEL,
    STAGE_METRICS,
    TEACHERS_RATED,
    CycleTally,
    Milestone,
    Outstanding,
    closing,
    compare_tallies,
    conflicts,
    count_cycles,
    due,
    late,
    measure_stages,
    outstanding,
    require_one_each,
    review,
)
from pmm_core.people import Role, Teacher
from pmm_core.regions import find
from pmm_core.testing._calendar import period_calendars
from pmm_core.testing._cycle import cycles
from pmm_core.testing._overview import cycle_lists, given_to
from pmm_core.testing._overview_values import cycle_tallies, overviews
from pmm_core.testing._shared import days

Cycles = list[PerformanceCycle]
S1 = Period.parse("2024-S1")
LAST = date(2024, 6, 30)
OUTER = ("opened", "plan-submitted", "plan-approved", "plan-agreed", "rated", "sent", "closed")
INNER = ("plan-agreed", "stage-1", "stage-2", "stage-3", "stage-4", "stage-5")
TYPES = {kind.kind: kind for kind in EVENT_TYPES}
SMALL = settings(max_examples=30)


def opened(who: str = "G-1") -> PerformanceCycle:
    return PerformanceCycle.open(employee=Party(who, Role.TEACHER), superior=Party("K-3", Role.HEAD), period=S1)


TWO = [opened(), opened("G-2")]


def snapshots(found: Cycles, on: date) -> Cycles:
    return [cycle.as_of(on) for cycle in found]


def some_days(found: Cycles) -> list[date]:
    """Days on which something changes for these cycles, and the days beside them."""
    known = {LAST} | {event.on for cycle in found for event in cycle.events}
    known |= {window.end for cycle in found for window in cycle.frame.phases.values()}
    return sorted({day + timedelta(step) for day in known for step in (0, 1)})[:: max(1, len(known) // 3)]


class TestCountingIsCounting:
    """Every breakdown adds up to the number of cycles, and says what a plain count says."""

    @given(cycle_lists(mixed=True), days())
    @example(TWO, LAST)
    def test_every_breakdown(self, found: Cycles, on: date) -> None:
        tally, then = count_cycles(found, on=on), snapshots(found, on)
        assert len(found) == tally.cycles
        for breakdown in (tally.states, tally.progress, tally.phases):
            assert len(found) == sum(breakdown.values())
        assert len(found) == sum(tally.predicates.values()) + tally.unrated
        assert Counter(cycle.state for cycle in then) == +Counter(tally.states)
        assert Counter(cycle.progress for cycle in then) == +Counter(tally.progress)
        assert Counter(cycle.predicate for cycle in then if cycle.predicate) == +Counter(tally.predicates)
        stages = Counter(stage for cycle in then for stage in cycle.stages_done)
        assert stages == +Counter(tally.stages)
        assert set(Stage) == set(tally.stages)

    @given(cycle_lists(mixed=True, max_size=6), st.integers(0, 6), days())
    @example(TWO, 1, LAST)
    def test_parts_add_up(self, found: Cycles, cut: int, on: date) -> None:
        whole = count_cycles(found, on=on)
        assert whole == count_cycles(found[:cut], on=on) + count_cycles(found[cut:], on=on)
        groups = count_cycles(found, on=on, by=lambda cycle: cycle.state)
        assert whole == sum(groups.values(), CycleTally(on=on))
        assert {cycle.state for cycle in found} == set(groups)

    @given(cycle_lists(mixed=True), st.randoms(use_true_random=False), days())
    @example(TWO, None, LAST)
    def test_the_order_does_not_matter(self, found: Cycles, source: Any, on: date) -> None:
        other = found[::-1]
        if source is not None:
            source.shuffle(other)
        assert count_cycles(found, on=on) == count_cycles(other, on=on)
        assert review(found, on=on) == review(other, on=on)
        assert set(late(found, on=on)) == set(late(other, on=on))
        assert closing(found, period=S1, on=on) == closing(other, period=S1, on=on)

    @given(cycle_tallies(on=LAST), cycle_tallies(on=LAST), cycle_tallies(on=LAST))
    @example(
        CycleTally(on=LAST), CycleTally(on=LAST, places=((State.DRAFT, Progress.NOT_STARTED, 1),)), CycleTally(on=LAST)
    )
    def test_tallies_of_a_day_are_a_commutative_monoid(self, a: CycleTally, b: CycleTally, c: CycleTally) -> None:
        nothing = CycleTally(on=LAST)
        assert (a + b) + c == a + (b + c)
        assert a + b == b + a
        assert a == a + nothing == nothing + a
        assert a.cycles + b.cycles == (a + b).cycles
        assert a.unrated + b.unrated == (a + b).unrated

    @given(cycle_tallies())
    @example(CycleTally(on=LAST))
    def test_the_lines_only_narrow(self, tally: CycleTally) -> None:
        for line in (OUTER, INNER):
            numbers = [tally.milestones[Milestone(word)] for word in line]
            assert sorted(numbers, reverse=True) == numbers
        assert tally.cycles == tally.milestones[Milestone.OPENED]
        assert [tally.milestones[Milestone(word)] for word in INNER[1:]] == list(tally.stages.values())

    @given(cycle_tallies(), st.sampled_from([copy.copy, copy.deepcopy, attrs.evolve]))
    @example(CycleTally(on=LAST), copy.copy)
    def test_the_way_back(self, tally: CycleTally, through: Callable[[CycleTally], CycleTally]) -> None:
        assert tally == through(tally) == pickle.loads(pickle.dumps(tally))  # noqa: S301 -- our own bytes
        assert f"{tally.cycles:,}" in str(tally).splitlines()[0]

    @given(cycle_tallies(min_cycles=1, on=LAST), cycle_tallies(min_cycles=1, on=date(2024, 12, 31)))
    def test_a_change_undone_is_none(self, before: CycleTally, after: CycleTally) -> None:
        for row in compare_tallies(before, after):
            assert row.after == row.before + row.difference
            assert row.share_after == row.share_before + row.share_difference
            assert Fraction(after.milestones[row.milestone], after.cycles) == row.share_after


def needed(cycle: PerformanceCycle) -> list[EventKind]:
    """What a cycle needs and has not done, by walking on from it along its own table."""
    seen, queue = {cycle.place}, [cycle.place]
    ahead: set[EventKind] = set()
    for place in queue:
        for event, row in cycle.process.valid.items():
            after = row.after(*place)
            if after is not None:
                ahead.add(event.kind)
                if after not in seen:
                    seen.add(after)
                    queue.append(after)
    happened = {event.kind for event in cycle.events}
    return [kind for kind in REQUIRED_EVENTS if kind in ahead and (kind not in happened or undone(cycle, kind))]


def undone(cycle: PerformanceCycle, kind: EventKind) -> bool:
    """Whether an event that happened has to happen again: its plan was sent back, or a new run of stages began."""
    kinds = [event.kind for event in cycle.events]
    last = len(kinds) - 1 - kinds[::-1].index(kind)
    if kind is EventKind.PLAN_SUBMITTED:
        return EventKind.REVISION_REQUESTED in kinds[last:]
    first_of_run = EventKind.PREPARATION_DISCUSSED
    inner = REQUIRED_EVENTS[kind].value.startswith("stage") and kind is not first_of_run
    return inner and first_of_run in kinds[last:]


class TestWhatIsOutstanding:
    """It is what the cycle's own table still has on the way, with the days and the sides of that table."""

    @given(cycles())
    @example(opened())
    def test_it_is_what_the_table_says(self, cycle: PerformanceCycle) -> None:
        on = cycle.frame.span.end if cycle.events.last is None else cycle.events.last.on
        rows = list(outstanding([cycle], on=on))
        assert (cycle.state, cycle.progress) == cycle.place
        assert needed(cycle) == [row.kind for row in rows]
        steps = {step.kind: step for step in cycle.next_steps(on=on)}
        for row in rows:
            assert cycle.process.valid[TYPES[row.kind]].by == row.by
            windows = cycle.frame.windows_of(TYPES[row.kind])
            assert (windows[-1].end if windows else None) == row.deadline
            assert row.is_next is (row.kind in steps)
            if row.is_next:
                assert row.is_late is steps[row.kind].missed
            assert (cycle.employee, cycle.superior, cycle.period, on) == (
                row.employee,
                row.superior,
                row.period,
                row.on,
            )
            assert row.milestone not in REACHED[cycle.place]

    @given(cycles(min_events=1))
    @example(opened())
    def test_a_closed_cycle_leaves_nothing_and_any_other_something(self, cycle: PerformanceCycle) -> None:
        left = list(outstanding([cycle], on=date(2031, 1, 1)))
        assert (cycle.state is State.CLOSED) is (not left)

    @given(cycle_lists(mixed=True), days())
    @example(TWO, LAST)
    def test_a_day_is_a_look_back(self, found: Cycles, on: date) -> None:
        assert list(outstanding(snapshots(found, on), on=on)) == list(outstanding(found, on=on))

    @given(cycle_lists(mixed=True), st.integers(0, 60))
    @example(TWO, 0)
    @SMALL
    def test_late_and_due_are_two_parts_of_it(self, found: Cycles, within: int) -> None:
        for on in some_days(found):
            every, behind = list(outstanding(found, on=on)), list(late(found, on=on))
            ahead = list(due(found, on=on, within=within))
            assert not set(behind) & set(ahead)
            assert behind == [row for row in every if row.deadline is not None and row.deadline < on]
            limit = on + timedelta(within)
            assert ahead == [row for row in every if row.deadline is not None and on <= row.deadline <= limit]

    @given(cycle_lists(mixed=True), st.integers(0, 400), st.integers(0, 400))
    @example(TWO, 0, 1)
    def test_lateness_grows_as_long_as_nothing_happens(self, found: Cycles, first: int, more: int) -> None:
        last = max((event.on for cycle in found for event in cycle.events), default=LAST)
        one, other = last + timedelta(first), last + timedelta(first + more)

        def seen(on: date) -> set[tuple[str, EventKind]]:
            return {(row.employee.id, row.kind) for row in late(found, on=on)}

        assert seen(one) <= seen(other)

    @given(cycle_lists(mixed=True), days(), st.integers(0, 60))
    @example(TWO, LAST, 14)
    def test_a_review_says_what_the_others_say(self, found: Cycles, on: date, within: int) -> None:
        expected = [*(cycle.employee for cycle in found[1:]), Party("G-99", Role.TEACHER)]
        seen = review(found, on=on, within=within, expected=expected)
        assert count_cycles(found, on=on) == seen.tally
        assert Counter(late(found, on=on)) == Counter(seen.late)
        assert Counter(due(found, on=on, within=within)) == Counter(seen.due)
        assert (("G-99",), len(found[1:]) + 1) == (seen.missing, seen.expected)

    @given(overviews())
    @example(review(TWO, on=LAST))
    def test_no_id_is_told_unasked(self, seen: Any) -> None:
        assert "G-" not in repr(seen) + str(seen) + seen.text(language="id")
        asked = seen.text(ids=True)
        assert all(f"{row.employee.id}: " in asked for row in seen.steps)


class TestClosing:
    """A period may be closed exactly if every expected person has one cycle of it and every cycle has come so far."""

    @given(cycle_lists(), st.integers(0, 6), st.sampled_from(Milestone), days())
    @example([opened()], 1, Milestone.OPENED, LAST)
    def test_exactly_then(self, found: Cycles, expected: int, until: Milestone, on: date) -> None:
        period = found[0].period if found else S1
        people = [Party(f"G-{number}", Role.TEACHER) for number in range(1, expected + 1)]
        answer = closing(found, period=period, on=on, expected=people, until=until)
        order = list(Milestone)

        def open_one(cycle: PerformanceCycle) -> bool:
            return any(order.index(REQUIRED_EVENTS[kind]) <= order.index(until) for kind in needed(cycle.as_of(on)))

        unfinished = [cycle.employee.id for cycle in found if open_one(cycle)]
        assert sorted(unfinished) == [who for who, _ in answer.unfinished]
        assert max(0, expected - len(found)) == len(answer.missing)
        anything = bool(found or people)
        assert answer.may_close is (anything and not unfinished and expected <= len(found))
        assert answer.may_close is (not answer.refusals)

    @given(cycle_lists(), st.sampled_from(Milestone), days())
    @example([opened()], Milestone.SENT, date(2024, 3, 31))
    @example([opened()], Milestone.SENT, date(2024, 4, 1))
    @example([opened()], Milestone.SENT, date(2023, 12, 31))
    def test_what_is_said_to_be_possible_is(self, found: Cycles, until: Milestone, on: date) -> None:
        """What can be recorded is allowed to somebody on that day; where nothing is named, nobody may go on."""
        period = found[0].period if found else S1
        answer = closing(found, period=period, on=on, until=until)
        seen = {cycle.employee.id: cycle.as_of(on) for cycle in found}
        turns = [*answer.open_steps, *answer.later_steps, *answer.past_steps]
        assert [who for who, _ in answer.unfinished] == sorted(who for who, _ in turns)
        for who, kind in turns:
            cycle = seen[who]
            sides = (cycle.employee, cycle.superior, Party("D-1", Role.OFFICE_STAFF))
            allowed = {each for side in sides for each in cycle.allowed(on=on, by=side)}
            ends = [window.end for window in cycle.frame.windows_of(TYPES[kind])]
            ways = {*dict(answer.unfinished)[who], EventKind.OBSERVATION_RESCHEDULED}
            assert ((who, kind) in answer.open_steps) is (kind in allowed) is bool(allowed & ways)
            assert ((who, kind) in answer.past_steps) is (bool(ends) and max(ends) < on)
        said = " ".join(way for refusal in answer.refusals for way in refusal.possible)
        assert len(answer.open_steps) == sum(int(number) for number in re.findall(r"record \S+ in (\d+)", said))
        assert bool(answer.past_steps) is ("milestone: " in said)
        if answer.past_steps:
            earlier = Milestone(said.rpartition("milestone: ")[2])
            assert not closing(found, period=period, on=on, until=earlier).unfinished


def conflicting(one: PerformanceCycle, other: PerformanceCycle) -> bool:
    same = one.employee.id == other.employee.id
    return same and (one.period == other.period or one.frame.span.overlaps(other.frame.span))


class TestConflicts:
    """What is found is every pair of cycles of one person that share a period or a day, and nothing else."""

    @given(cycle_lists(mixed=True, max_size=6, max_events=2), st.lists(st.integers(1, 3), min_size=6, max_size=6))
    @example(TWO, [1] * 6)
    def test_every_pair(self, found: Cycles, owners: list[int]) -> None:
        owned = [given_to(cycle, f"G-{owner}") for cycle, owner in zip(found, owners, strict=False)]
        pairs = Counter(
            (one.employee.id, *sorted((one.period, other.period)))
            for one, other in combinations(owned, 2)
            if conflicting(one, other)
        )
        assert pairs == Counter((each.employee.id, *sorted((each.first, each.second))) for each in conflicts(owned))
        if pairs:
            with pytest.raises(RefusedError) as caught:
                require_one_each(owned)
            assert {each.code for each in conflicts(owned)} == set(caught.value.codes)
            assert "G-" not in str(caught.value)
        else:
            require_one_each(owned)

    @given(period_calendars(), st.integers(0, 5))
    @example(CALENDAR, 3)
    def test_the_periods_of_one_calendar_never_conflict(self, calendar: PeriodCalendar, years: int) -> None:
        first = calendar.schemes[0].first_year
        spans = [
            calendar.span(period)
            for year in range(first, first + years)
            for scheme in calendar.schemes
            for period in scheme.periods(year)
        ]
        assert not any(one.overlaps(other) for one, other in pairwise(sorted(spans)))


class TestMeasuringIsCounting:
    """A figure is a count over the people, and its base is everybody of the kabupaten."""

    @given(
        cycle_lists(max_size=4), st.lists(st.sampled_from(("33.25", "33.19", "15.04")), min_size=6, max_size=6), days()
    )
    @example(TWO, ["33.25"] * 6, LAST)
    def test_beside_a_plain_count(self, found: Cycles, codes: list[str], on: date) -> None:
        people = [
            Teacher(id=f"G-{number}", role=Role.TEACHER, workplace=find(code)) for number, code in enumerate(codes, 1)
        ]
        metrics = (PLANS_AGREED, *STAGE_METRICS, TEACHERS_RATED)
        places = {cycle.employee.id: cycle.as_of(on) for cycle in found}
        figures = measure_stages(people, iter(found), on=on, metrics=metrics)
        wanted = ("plan-agreed", "stage-1", "stage-2", "stage-3", "stage-4", "stage-5", "rated")
        for metric, word in zip(metrics, wanted, strict=True):
            for code in set(codes):
                here = [each.id for each in people if each.kabupaten.key == code]
                reached = sum(Milestone(word) in REACHED[places[who].place] for who in here if who in places)
                (figure,) = [each for each in figures if (each.metric, each.area.key) == (metric, code)]
                assert (reached, len(here), on) == (figure.numerator, figure.denominator, figure.on)
        assert len(set(codes)) == len(rank(each for each in figures if each.metric is PLANS_AGREED))
        for code in set(codes):
            STAGE_FUNNEL.read(each for each in figures if each.area.key == code and each.metric is not TEACHERS_RATED)


class TestOnePass:
    """Everything reads what it is given once, from the first to the last."""

    @given(cycle_lists(max_size=3))
    @example(TWO)
    @SMALL
    def test_a_stream_is_enough(self, found: Cycles) -> None:
        reads = 0

        def once() -> Iterator[PerformanceCycle]:
            nonlocal reads
            reads += 1
            yield from found

        questions: list[Callable[[Any], Any]] = [
            lambda each: count_cycles(each, on=LAST),
            lambda each: dict(count_cycles(each, on=LAST, by=lambda cycle: cycle.period)),
            lambda each: list(outstanding(each, on=LAST)),
            lambda each: list(late(each, on=LAST)),
            lambda each: list(due(each, on=LAST, within=9)),
            lambda each: closing(each, period=S1, on=LAST),
            lambda each: review(each, on=LAST),
            conflicts,
        ]
        for question in questions:
            reads = 0
            stream = once()
            assert question(found) == question(stream)
            assert [] == list(stream)
            assert 1 == reads

    def test_what_is_outstanding_comes_while_the_stream_goes_on(self) -> None:
        read = 0

        def counted() -> Iterator[PerformanceCycle]:
            nonlocal read
            while True:
                read += 1
                yield opened()

        rows: Iterator[Outstanding] = outstanding(counted(), on=LAST)
        assert 0 == read
        for _ in range(14):
            next(rows)
        assert 2 == read
