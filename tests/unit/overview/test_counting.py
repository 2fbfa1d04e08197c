"""Counting cycles: where they stand, in groups, on a day; and the tally that it gives."""

import copy
import pickle
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, datetime
from textwrap import dedent
from typing import Any, cast

import attrs
import pytest

from pmm_core.appraisal import Predicate, Rating
from pmm_core.cycle import (
    PROCESS_2024,
    AppraisalAfter,
    Appraised,
    AspectJudgement,
    Party,
    PerformanceCycle,
    PlanAgreed,
    Policies,
    PracticeAspect,
    Process,
    Progress,
    RevisionRequested,
    Row,
    Stage,
    State,
)
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.overview import CyclePhase, CycleTally, Milestone, count_cycles
from pmm_core.people import Role

Make = Callable[..., PerformanceCycle]
LAST = date(2024, 6, 30)
ANY = cast("Any", count_cycles)
ANY_TALLY = cast("Any", CycleTally)


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 -- our own bytes


def state_of(cycle: PerformanceCycle) -> State:
    return cycle.state


def listed(cycle: PerformanceCycle) -> list[State]:
    return [cycle.state]


def told(text: str) -> str:
    return dedent(text).strip("\n")


class TestWhereTheyStand:
    """One cycle after each of the thirteen events, and one that was just opened."""

    @pytest.fixture
    def tally(self, make: Make) -> CycleTally:
        return count_cycles((make(steps, f"G-{steps}") for steps in range(14)), on=LAST)

    def test_every_breakdown(self, tally: CycleTally) -> None:
        assert 14 == tally.cycles
        phases = {"planning": 3, "execution": 7, "assessment": 2, "done": 2}
        assert phases == {phase.value: number for phase, number in tally.phases.items()}
        states = {"draft": 1, "submitted": 1, "returned": 0, "approved": 1, "agreed": 8, "rated": 1, "sent": 1}
        assert states | {"synchronised": 0, "closed": 1} == {each.value: n for each, n in tally.states.items()}
        assert [4, 1, 1, 1, 1, 1, 1, 4] == list(tally.progress.values())
        assert [14, 13, 12, 11, 10, 9, 7, 6, 4, 3, 2, 1] == list(tally.milestones.values())
        assert {Stage.PREPARATION: 10, Stage.OBSERVATION: 9, Stage.FOLLOW_UP_TALK: 7} == dict(
            list(tally.stages.items())[:3]
        )
        assert [6, 4] == list(tally.stages.values())[3:]
        assert {Predicate.VERY_GOOD: 3} == {each: n for each, n in tally.predicates.items() if n}
        assert 11 == tally.unrated

    def test_in_english(self, tally: CycleTally) -> None:
        assert told("""
            14 cycles on 2024-06-30
            planning 3 · execution 7 · assessment 2 · done 2

            opened                            14  100.00 %
            plan submitted                    13   92.86 %
            plan approved                     12   85.71 %
            plan agreed                       11   78.57 %
            stage 1, preparation talk         10   71.43 %
            stage 2, observation of practice   9   64.29 %
            stage 3, follow-up talk            7   50.00 %
            stage 4, follow-up effort          6   42.86 %
            stage 5, follow-up reflection      4   28.57 %
            rated                              3   21.43 %
            appraisal sent                     2   14.29 %
            closed                             1    7.14 %

            very good 3 · not rated yet 11
            """) == str(tally)

    def test_in_indonesian(self, tally: CycleTally) -> None:
        text = tally.text(language="id")
        assert "14 siklus per 2024-06-30\nperencanaan 3 · pelaksanaan 7 · penilaian 2 · selesai 2\n" in text
        assert "\ntahap 3, Diskusi Tindak Lanjut    7   50,00 %\n" in text
        assert text.endswith("\nSangat Baik 3 · belum dinilai 11")

    def test_none_at_all(self) -> None:
        text = CycleTally(on=LAST).text()
        assert text.startswith("0 cycles on 2024-06-30\n")
        assert "\nopened                            0  -\n" in text
        assert "<CycleTally 2024-06-30: 0 cycles>" == repr(CycleTally(on=LAST))


class TestOnADay:
    """What happened after the day does not count."""

    @pytest.mark.parametrize(
        ("on", "state", "progress"),
        [
            (date(2023, 12, 31), State.DRAFT, Progress.NOT_STARTED),
            (date(2024, 1, 11), State.SUBMITTED, Progress.NOT_STARTED),
            (date(2024, 3, 6), State.AGREED, Progress.PREPARED),
            (date(2024, 3, 7), State.AGREED, Progress.OBSERVED),
            (date(2024, 6, 27), State.SENT, Progress.CONCLUDED),
            (date(2024, 6, 28), State.CLOSED, Progress.CONCLUDED),
            (date(2031, 1, 1), State.CLOSED, Progress.CONCLUDED),
        ],
    )
    def test_it_stands_where_it_stood(self, make: Make, on: date, state: State, progress: Progress) -> None:
        assert ((state, progress, 1),) == count_cycles([make(13)], on=on).places

    def test_the_predicate_is_not_known_before_the_appraisal(self, make: Make) -> None:
        assert (1, 0) == tuple(count_cycles([make(13)], on=day).unrated for day in (date(2024, 6, 19), LAST))


class TestWhatReachingMeans:
    """A milestone is reached while the cycle stands at it or beyond."""

    def test_a_plan_that_was_sent_back_has_to_be_submitted_again(self, make: Make) -> None:
        back = make(1, more=(RevisionRequested(on=date(2024, 1, 15), by=Party("K-3", Role.HEAD), reason="-"),))
        tally = count_cycles([back], on=LAST)
        assert (1, 0) == (tally.milestones[Milestone.OPENED], tally.milestones[Milestone.PLAN_SUBMITTED])
        assert (1, 1) == (tally.states[State.RETURNED], tally.phases[CyclePhase.PLANNING])

    def test_one_that_was_rated_early_has_not_reached_the_stages(self, make: Make) -> None:
        early = PROCESS_2024.choosing(Policies(appraisal=AppraisalAfter.ANY_TIME))
        aspects = tuple(AspectJudgement(aspect, Rating.BELOW) for aspect in PracticeAspect)
        rated = Appraised(
            on=date(2024, 6, 3),
            by=Party("K-3", Role.HEAD),
            results=Rating.BELOW,
            behaviour=Rating.BELOW,
            aspects=aspects,
        )
        tally = count_cycles([make(5, process=early, more=(rated,))], on=LAST)
        assert (1, 0, 1) == (
            tally.milestones[Milestone.STAGE_2],
            tally.milestones[Milestone.STAGE_3],
            tally.milestones[Milestone.RATED],
        )
        assert 1 == tally.predicates[Predicate.VERY_POOR]

    def test_a_scheme_that_rates_by_another_event_has_no_predicate(self, make: Make) -> None:
        agreed = next(row for row in PROCESS_2024.rows if row.event is PlanAgreed)
        odd = Row(event=PlanAgreed, by=agreed.by, states=((State.APPROVED, State.RATED),), rule=agreed.rule)
        rows = (*(row for row in PROCESS_2024.rows if row.event is not PlanAgreed), odd)
        cycle = make(3, process=Process(key="odd", mark="S", rows=rows))
        tally = count_cycles([cycle], on=LAST)
        assert (1, 1) == (tally.milestones[Milestone.RATED], tally.unrated)


class TestGroups:
    """A function gives the group of each cycle."""

    def test_by_school(self, make: Make) -> None:
        school = {"G-1": "SD 1", "G-2": "SD 2", "G-3": "SD 1"}
        tallies = count_cycles(
            (make(steps, who) for steps, who in ((0, "G-1"), (3, "G-2"), (3, "G-3"))),
            on=LAST,
            by=lambda cycle: school[cycle.employee.id],
        )
        assert {"SD 1": (2, 1), "SD 2": (1, 1)} == {
            name: (tally.cycles, tally.milestones[Milestone.PLAN_AGREED]) for name, tally in tallies.items()
        }
        assert count_cycles([make(3, "G-2")], on=LAST) == tallies["SD 2"]
        with pytest.raises(TypeError):
            cast("Any", tallies)["SD 3"] = CycleTally(on=LAST)

    def test_none_is_a_group_like_any_other(self, make: Make) -> None:
        assert [None] == list(count_cycles([make()], on=LAST, by=lambda _: None))

    def test_no_cycles_no_groups(self) -> None:
        assert {} == dict(count_cycles([], on=LAST, by=lambda cycle: cycle.period))
        assert CycleTally(on=LAST) == count_cycles([], on=LAST)


class TestAStream:
    """One pass, and as much memory for many as for few."""

    def test_it_is_read_once(self, make: Make) -> None:
        cycle = make(3)

        def once() -> Iterator[PerformanceCycle]:
            yield cycle
            yield cycle

        stream = once()
        assert 2 == count_cycles(stream, on=LAST).cycles
        assert [] == list(stream)

    @pytest.mark.parametrize("by", [None, state_of], ids=["all", "in groups"])
    def test_memory_does_not_grow_with_the_cycles(self, make: Make, by: Any) -> None:
        few = [make(steps) for steps in (0, 3, 13)]

        def peak(number: int) -> int:
            tracemalloc.start()
            ANY((few[index % 3] for index in range(number)), on=LAST, by=by)
            found = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            return found

        peak(30)  # what is made once for all is there before anything is compared
        assert peak(20_000) < peak(30) + 20_000  # less than a byte for each


class TestWrongQuestions:
    """Everything that is wrong is told at once."""

    def test_every_argument(self) -> None:
        with pytest.raises(WrongTypeError) as caught:
            ANY("G-1", on=datetime(2024, 6, 30, 12), by="school")  # noqa: DTZ001 -- what must be refused
        assert [("on", "datetime-for-date"), ("cycles", "wrong-type"), ("by", "wrong-type")] == [
            (each.path, each.code) for each in caught.value.problems
        ]

    def test_every_thing_that_is_no_cycle(self, make: Make) -> None:
        with pytest.raises(WrongTypeError) as caught:
            ANY([make(), "G-1", make().frame, None], on=LAST)
        assert ["cycles[1]", "cycles[2]", "cycles[3]"] == [each.path for each in caught.value.problems]

    def test_a_group_without_a_hash(self, make: Make) -> None:
        with pytest.raises(WrongTypeError) as caught:
            ANY([make(), make()], on=LAST, by=listed)
        assert ["by(cycles[0])", "by(cycles[1])"] == [each.path for each in caught.value.problems]


DRAFT, RATED = (State.DRAFT, Progress.NOT_STARTED), (State.RATED, Progress.CONCLUDED)


def tally(*places: Any, **others: Any) -> CycleTally:
    built: CycleTally = ANY_TALLY(**({"on": LAST, "places": places} | others))
    return built


class TestTheTally:
    """A value: checked, canonical, added, copied."""

    def test_the_order_does_not_matter(self) -> None:
        one = tally((*DRAFT, 2), (*RATED, 3), ratings=((Predicate.POOR, 1), (Predicate.GOOD, 2)))
        other = tally((*RATED, 3), (*DRAFT, 2), ratings=((Predicate.GOOD, 2), (Predicate.POOR, 1)))
        assert one == other
        assert hash(one) == hash(other)

    def test_two_parts_add_up(self) -> None:
        one = tally((*DRAFT, 2), (*RATED, 1), ratings=((Predicate.GOOD, 1),))
        other = tally((*RATED, 3), ratings=((Predicate.POOR, 1), (Predicate.GOOD, 2)))
        both = tally((*DRAFT, 2), (*RATED, 4), ratings=((Predicate.POOR, 1), (Predicate.GOOD, 3)))
        assert both == one + other == other + one == sum([one, other], CycleTally(on=LAST))

    def test_two_days_do_not(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            _ = tally() + tally(on=date(2024, 7, 1))
        assert ("mixed-dates",) == caught.value.codes

    def test_nor_does_anything_else(self) -> None:
        with pytest.raises(TypeError):
            _ = tally() + cast("Any", 1)

    @pytest.mark.parametrize("again", [pickled, copy.copy, copy.deepcopy, attrs.evolve])
    def test_it_survives(self, again: Callable[[CycleTally], CycleTally]) -> None:
        one = tally((*DRAFT, 2), (*RATED, 1), ratings=((Predicate.GOOD, 1),))
        assert one == again(one)

    def test_a_changed_copy_is_checked(self) -> None:
        one = tally((*RATED, 1), ratings=((Predicate.GOOD, 1),))
        with pytest.raises(InvalidValueError):
            attrs.evolve(one, places=((*DRAFT, 1),))

    @pytest.mark.parametrize(
        ("changes", "problems"),
        [
            ({"on": "2024"}, [("on", "wrong-type")]),
            ({"places": [(*DRAFT, 1)]}, [("places", "wrong-type")]),
            ({"places": ((*DRAFT, 0),)}, [("places[0]", "too-small")]),
            ({"places": ((*DRAFT, True),)}, [("places[0]", "bool-for-int")]),
            ({"places": (DRAFT,)}, [("places[0]", "wrong-type")]),
            ({"places": ([*DRAFT, 1],)}, [("places[0]", "wrong-type")]),
            ({"places": (("draft", "not-started", 1),)}, [("places[0]", "wrong-type")] * 2),
            ({"places": ((*DRAFT, 1), (*RATED, 1), (*DRAFT, 1))}, [("places[2]", "duplicate")]),
            ({"ratings": ((Predicate.GOOD, 1),)}, [("ratings", "over-full")]),
            ({"places": ((*RATED, 1),), "ratings": ((Predicate.GOOD, 1),) * 2}, [("ratings[1]", "duplicate")]),
            ({"ratings": ((Rating.ABOVE, 1),)}, [("ratings[0]", "wrong-type")]),
            ({"ratings": None}, [("ratings", "wrong-type")]),
        ],
    )
    def test_numbers_that_do_not_add_up_are_none(self, changes: Any, problems: list[tuple[str, str]]) -> None:
        with pytest.raises(InvalidValueError) as caught:
            tally(**changes)
        assert problems == [(each.path, each.code) for each in caught.value.problems]

    def test_a_language_that_there_is_not(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            tally().text(language=cast("Any", "jv"))
        assert ("malformed",) == caught.value.codes
