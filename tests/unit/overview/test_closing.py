"""Closing a period, cycles that cannot stand side by side, and what changed since the period before."""

import copy
import pickle
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from textwrap import dedent
from typing import Any, cast

import attrs
import pytest

from pmm_core.calendar import (
    ANNUAL_2025,
    CALENDAR,
    PLANNING_2024_S1_EXTENDED,
    SEMESTERS_2024,
    Period,
    PeriodCalendar,
    Phase,
    Window,
    YearDay,
)
from pmm_core.cycle import (
    PROCESS_2024,
    AppraisalAfter,
    EventKind,
    ObservationDays,
    Party,
    PerformanceCycle,
    PlanDrafted,
    PlanSubmitted,
    Policies,
    Process,
    Progress,
    State,
)
from pmm_core.errors import IncomparableError, InvalidValueError, RefusedError, WrongTypeError
from pmm_core.overview import (
    Closing,
    Conflict,
    CycleTally,
    Milestone,
    MilestoneChange,
    TallyChange,
    closing,
    compare_tallies,
    conflicts,
    require_one_each,
)
from pmm_core.people import Role

Make = Callable[..., PerformanceCycle]
Again = Callable[[Any], Any]


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 -- our own bytes


AGAIN: list[Again] = [pickled, copy.copy, copy.deepcopy, attrs.evolve]
S1, S2, A1 = Period.parse("2024-S1"), Period.parse("2024-S2"), Period.parse("2025-A1")
LAST = date(2024, 6, 30)
ANY_CLOSING, ANY_CHANGE = cast("Any", closing), cast("Any", MilestoneChange)


def told(text: str) -> str:
    return dedent(text).strip("\n")


def guru(number: int) -> Party:
    return Party(f"G-{number}", Role.TEACHER)


class TestAPeriodThatMayBeClosed:
    """Nobody is missing, everybody has come so far, and nothing else is there."""

    def test_all_were_sent(self, make: Make) -> None:
        found = closing([make(12), make(13, "G-2")], period=S1, on=LAST, expected=[guru(1), guru(2)])
        assert (True, (), 2, 2) == (found.may_close, found.refusals, found.cycles, found.expected)
        found.require()
        assert "2024-S1 may be closed on 2024-06-30: 2 cycles" == str(found)
        assert "2024-S1 dapat ditutup per 2024-06-30: 2 siklus" == found.text(language="id")

    def test_nobody_in_particular_was_expected(self, make: Make) -> None:
        assert closing([make(12)], period=S1, on=LAST).may_close

    @pytest.mark.parametrize(
        ("until", "steps"),
        [(Milestone.OPENED, 0), (Milestone.PLAN_AGREED, 3), (Milestone.STAGE_5, 10), (Milestone.CLOSED, 13)],
    )
    def test_until_another_milestone(self, make: Make, until: Milestone, steps: int) -> None:
        assert closing([make(steps)], period=S1, on=LAST, until=until).may_close
        if steps:
            assert not closing([make(steps - 1)], period=S1, on=LAST, until=until).may_close


class TestAPeriodThatMayNot:
    """Every reason at once, with numbers in the reasons and ids in the fields."""

    @pytest.fixture
    def found(self, make: Make) -> Closing:
        cycles = (make(12), make(3, "G-2"), make(3, "G-3"), make(0, "G-3"), make(0, "G-4", period="2025-A1"))
        return closing(iter(cycles), period=S1, on=LAST, expected=[guru(number) for number in (1, 2, 5, 4)])

    def test_the_reasons(self, found: Closing) -> None:
        assert not found.may_close
        with pytest.raises(RefusedError) as caught:
            found.require()
        assert "close 2024-S1" == caught.value.action
        assert ("missing-cycles", "unfinished-cycles", "repeated-cycles", "other-period") == caught.value.codes
        assert [
            "2 of 4 expected have no cycle of 2024-S1",
            "3 of 4 cycles have not come to: appraisal sent",
            "more than one cycle of 2024-S1: 1",
            "cycles of 2025-A1: 1",
        ] == [refusal.message for refusal in found.refusals]
        assert (
            "record preparation-discussed in 2",
            "extend the window of plan-submitted in 1",
            "ask for an earlier milestone: opened",
        ) == found.refusals[1].possible
        assert all(refusal.possible for refusal in found.refusals)

    def test_the_ids(self, found: Closing) -> None:
        assert (("G-4", "G-5"), ("G-3",), (("G-4", A1),)) == (found.missing, found.repeated, found.foreign)
        assert ["G-2", "G-3", "G-3"] == [who for who, _ in found.unfinished]
        assert EventKind.PREPARATION_DISCUSSED is found.unfinished[0][1][0]
        assert {EventKind.APPRAISAL_SENT} == {kinds[-1] for _, kinds in found.unfinished}
        stage_1, plan = EventKind.PREPARATION_DISCUSSED, EventKind.PLAN_SUBMITTED
        assert ((("G-2", stage_1), ("G-3", stage_1)), (("G-3", plan),)) == (found.open_steps, found.past_steps)
        assert () == found.later_steps

    def test_in_english(self, found: Closing) -> None:
        assert told("""
            2024-S1 may not be closed on 2024-06-30
              without a cycle: 2 of 4
              cycles that are not finished: 3 of 4
              more than one cycle: 1
              cycles of another period: 1
            """) == str(found)

    def test_in_indonesian_with_ids(self, make: Make) -> None:
        found = closing([make(10), make(0, "G-9", period="2025-A1")], period=S1, on=LAST, expected=[guru(2)])
        assert told("""
            2024-S1 belum dapat ditutup per 2024-06-30
              tanpa siklus: 1 dari 1
                G-2
              siklus yang belum selesai: 1 dari 1
                G-1: penilaian kinerja, penilaian dikirim
              siklus periode lain: 1
                G-9: 2025-A1
            """) == found.text(language="id", ids=True)

    def test_nothing_known_is_nothing_to_close(self) -> None:
        found = closing([], period=S1, on=LAST)
        assert ("empty",) == tuple(refusal.code for refusal in found.refusals)
        assert "2024-S1 may not be closed on 2024-06-30\n  no cycles, and nobody expected" == str(found)

    def test_ids_are_asked_for(self) -> None:
        found = closing([], period=S1, on=LAST, expected=[Party("RAHASIA-1", Role.TEACHER)])
        with pytest.raises(RefusedError) as caught:
            found.require()
        assert "RAHASIA" not in repr(found) + str(found) + str(caught.value) + repr(caught.value)
        assert "RAHASIA-1" in found.text(ids=True)

    def test_a_text_is_not_taken_for_asking(self) -> None:
        found = closing([], period=S1, on=LAST, expected=[Party("RAHASIA-1", Role.TEACHER)])
        with pytest.raises(WrongTypeError) as caught:
            cast("Any", found).text(ids="no")
        assert [("ids", "wrong-type")] == [(each.path, each.code) for each in caught.value.problems]

    def test_what_happened_later_does_not_count(self, make: Make) -> None:
        assert closing([make(13)], period=S1, on=date(2024, 6, 24)).may_close
        assert not closing([make(13)], period=S1, on=date(2024, 6, 23)).may_close


def longer(calendar: PeriodCalendar, phase: Phase, until: date) -> PeriodCalendar:
    """The same calendar where one phase of the first semester stays open until another day."""
    others = tuple(each for each in calendar.extensions if (each.period, each.phase) != (S1, phase))
    decided = attrs.evolve(PLANNING_2024_S1_EXTENDED, phase=phase, until=until, reason="made up")
    return PeriodCalendar(calendar.schemes, (*others, decided))


class TestWhatIsPossibleOnTheDay:
    """Only what the cycles take on that very day is said to be recordable; the rest is waited for, or past."""

    @staticmethod
    def possible(*cycles: PerformanceCycle, on: date, until: Milestone = Milestone.SENT) -> tuple[str, ...]:
        (refusal,) = closing(cycles, period=S1, on=on, until=until).refusals
        assert "unfinished-cycles" == refusal.code
        return refusal.possible

    def test_the_last_day_and_the_day_after(self, make: Make) -> None:
        assert ("record plan-submitted in 1",) == self.possible(make(), on=date(2024, 3, 31))
        past = ("extend the window of plan-submitted in 1", "ask for an earlier milestone: opened")
        assert past == self.possible(make(), on=date(2024, 4, 1)) == self.possible(make(), on=date(2024, 7, 1))

    def test_what_begins_later(self, make: Make) -> None:
        agreed = make(3)
        assert ("wait for the window of preparation-discussed in 1",) == self.possible(agreed, on=date(2024, 1, 31))
        assert ("record preparation-discussed in 1",) == self.possible(agreed, on=date(2024, 2, 1))

    def test_the_earlier_milestone_is_one_that_all_have_reached(self, make: Make) -> None:
        cycles, on = (make(7), make(5, "G-2")), date(2024, 7, 1)
        ways = self.possible(*cycles, on=on)
        stages = ("follow-up-discussed in 1", "follow-up-done in 1")
        assert (*(f"extend the window of {stage}" for stage in stages), "ask for an earlier milestone: stage-2") == ways
        assert closing(cycles, period=S1, on=on, until=Milestone.STAGE_2).may_close

    def test_what_any_day_will_do_for_is_open(self, make: Make) -> None:
        assert ("record appraisal-sent in 1",) == self.possible(make(11), on=date(2025, 3, 7))

    @pytest.mark.parametrize(
        ("phase", "steps", "kind"),
        [
            (Phase.PLANNING, 0, EventKind.PLAN_SUBMITTED),
            (Phase.EXECUTION, 1, EventKind.PLAN_APPROVED),
            (Phase.EXECUTION, 5, EventKind.FOLLOW_UP_DISCUSSED),
            (Phase.ASSESSMENT, 10, EventKind.APPRAISED),
        ],
    )
    def test_under_a_calendar_with_a_longer_window_it_can_be_recorded(
        self, make: Make, phase: Phase, steps: int, kind: EventKind
    ) -> None:
        on = date(2024, 7, 1)
        assert f"extend the window of {kind.value} in 1" == self.possible(make(steps), on=on)[0]
        again = make(steps, calendar=longer(CALENDAR, phase, on))
        assert (f"record {kind.value} in 1",) == self.possible(again, on=on)

    def test_an_observation_off_its_day_can_be_given_another(self, make: Make) -> None:
        process = PROCESS_2024.choosing(Policies(observation=ObservationDays.AS_SCHEDULED))
        prepared = make(4, process=process)  # for 7 March
        assert ("record observation-held in 1",) == self.possible(prepared, on=date(2024, 3, 7))
        assert ("record observation-rescheduled in 1",) == self.possible(prepared, on=date(2024, 3, 8))
        assert ("extend the window of observation-held in 1", "ask for an earlier milestone: stage-1") == self.possible(
            prepared, on=date(2024, 7, 1)
        )

    def test_where_the_appraisal_need_not_wait_it_is_possible_when_the_stages_are_past(self, make: Make) -> None:
        process = PROCESS_2024.choosing(Policies(appraisal=AppraisalAfter.ANY_TIME))
        assert ("record preparation-discussed in 1",) == self.possible(make(3, process=process), on=LAST)
        later = make(3, process=process, calendar=longer(CALENDAR, Phase.ASSESSMENT, date(2024, 7, 31)))
        assert ("record appraised in 1",) == self.possible(later, on=date(2024, 7, 1))

    def test_a_table_that_leads_on_by_an_event_of_its_own(self, make: Make) -> None:
        """What is needed waits for a draft there, which no cycle of the library needs."""
        start = ((State.DRAFT, State.RETURNED),)
        drafted = attrs.evolve(PROCESS_2024.valid[PlanDrafted], states=start)
        submitted = attrs.evolve(PROCESS_2024.valid[PlanSubmitted], states=((State.RETURNED, State.SUBMITTED),))
        process = Process(key="own", mark="S", rows=(drafted, submitted))
        assert ("record plan-drafted in 1",) == self.possible(make(process=process), on=date(2024, 1, 31))

    def test_an_answer_that_does_not_know_claims_nothing(self) -> None:
        told = Closing(period=S1, on=LAST, cycles=1, unfinished=(("G-1", (EventKind.APPRAISED,)),))
        assert () == told.refusals[0].possible

    def test_an_answer_with_an_event_that_no_milestone_needs(self) -> None:
        kind = EventKind.EVIDENCE_ATTACHED
        told = Closing(period=S1, on=LAST, cycles=1, unfinished=(("G-1", (kind,)),), past_steps=(("G-1", kind),))
        ways = ("extend the window of evidence-attached in 1", "ask for an earlier milestone: opened")
        assert ways == told.refusals[0].possible


class TestWrongQuestionsAboutClosing:
    """Everything that is wrong is told at once, and nobody by id."""

    def test_the_arguments(self) -> None:
        with pytest.raises(WrongTypeError) as caught:
            ANY_CLOSING("G-1", period="2024-S1", on=None, expected=["G-1"], until="sent")
        paths = ["on", "cycles", "period", "until", "expected[0]"]
        assert paths == [each.path for each in caught.value.problems]
        with pytest.raises(WrongTypeError) as caught:
            ANY_CLOSING([], period=S1, on=LAST, expected="G-1")
        assert ["expected"] == [each.path for each in caught.value.problems]

    def test_somebody_twice(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            closing([], period=S1, on=LAST, expected=[guru(1), guru(2), Party("G-1", Role.HEAD)])
        assert [("expected[2]", "duplicate")] == [(each.path, each.code) for each in caught.value.problems]
        assert "G-1" not in str(caught.value)

    def test_what_is_no_cycle(self, make: Make) -> None:
        with pytest.raises(WrongTypeError) as caught:
            ANY_CLOSING([make(), "G-1"], period=S1, on=LAST)
        assert ["cycles[1]"] == [each.path for each in caught.value.problems]

    @pytest.mark.parametrize(
        ("changes", "problems"),
        [
            ({"period": "2024-S1"}, [("period", "wrong-type")]),
            ({"on": None}, [("on", "wrong-type")]),
            ({"until": "sent"}, [("until", "wrong-type")]),
            ({"cycles": -1}, [("cycles", "negative")]),
            ({"expected": True}, [("expected", "bool-for-int")]),
            ({"missing": ["G-1"]}, [("missing", "wrong-type")]),
            ({"missing": ("",), "expected": 1}, [("missing[0]", "empty")]),
            ({"missing": ("G-1",)}, [("missing", "over-full")]),
            ({"expected": 5}, [("expected", "over-full")]),
            ({"repeated": ("G-1", "G-2")}, [("repeated", "over-full")]),
            ({"repeated": 1}, [("repeated", "wrong-type")]),
            ({"unfinished": (("G-1", (EventKind.APPRAISED,)),) * 4}, [("unfinished", "over-full")]),
            ({"unfinished": (("G-1", ()),)}, [("unfinished[0]", "empty")]),
            ({"unfinished": (("G-1", ("appraised",)),)}, [("unfinished[0]", "wrong-type")]),
            ({"unfinished": (("G-1", [EventKind.APPRAISED]),)}, [("unfinished[0]", "wrong-type")]),
            ({"unfinished": (["G-1", (EventKind.APPRAISED,)],)}, [("unfinished[0]", "wrong-type")]),
            ({"open_steps": (("G-1", EventKind.APPRAISED),)}, [("past_steps", "over-full")]),
            ({"later_steps": (("G-1", "appraised"),)}, [("later_steps[0]", "wrong-type")]),
            ({"past_steps": [("G-1", EventKind.APPRAISED)]}, [("past_steps", "wrong-type")]),
            ({"foreign": ("G-1",)}, [("foreign[0]", "wrong-type")]),
            ({"foreign": (("G-1", "2025-A1"),)}, [("foreign[0]", "wrong-type")]),
            ({"foreign": None}, [("foreign", "wrong-type")]),
        ],
    )
    def test_an_answer_that_does_not_fit_itself(self, changes: Any, problems: list[tuple[str, str]]) -> None:
        with pytest.raises(InvalidValueError) as caught:
            Closing(**({"period": S1, "on": LAST, "cycles": 3} | changes))
        assert problems == [(each.path, each.code) for each in caught.value.problems]

    @pytest.mark.parametrize("again", AGAIN)
    def test_it_survives(self, again: Again) -> None:
        found = Closing(period=S1, on=LAST, cycles=3, unfinished=(("G-1", (EventKind.APPRAISED,)),))
        assert found == again(found)


YEAR = PeriodCalendar((attrs.evolve(ANNUAL_2025, first_year=2024),))


def school_year() -> PeriodCalendar:
    """Semesters of a year that begins in July, so that its first one is the second of the other."""
    spring, autumn = SEMESTERS_2024.patterns

    def later(day: YearDay) -> YearDay:
        return attrs.evolve(day, years_later=1)

    phases = tuple(attrs.evolve(span, first=later(span.first), last=later(span.last)) for span in spring.phases)
    moved = attrs.evolve(spring, first=later(spring.first), last=later(spring.last), phases=phases, deadlines=())
    return PeriodCalendar((attrs.evolve(SEMESTERS_2024, patterns=(autumn, moved)),))


FROM_JULY = school_year()


class TestConflicts:
    """One cycle for a period, and none for periods that share days."""

    def test_one_each_is_no_conflict(self, make: Make) -> None:
        cycles = [make(3), make(0, period="2024-S2"), make(0, period="2025-A1"), make(0, "G-2")]
        assert () == conflicts(cycles)
        require_one_each(cycles)

    def test_two_of_one_period(self, make: Make) -> None:
        (found,) = conflicts([make(3), make(0, "G-2"), make(0)])
        assert (guru(1), S1, S1, "repeated-cycles") == (found.employee, found.first, found.second, found.code)
        assert Window(date(2024, 1, 1), LAST) == found.shared

    def test_a_semester_within_a_year_of_another_calendar(self, make: Make) -> None:
        cycles = [make(0, period="2024-A1", calendar=YEAR), make(3), make(0, period="2024-S2")]
        found = conflicts(cycles)
        assert [("2024-A1", "2024-S2"), ("2024-S1", "2024-A1")] == sorted((str(x.first), str(x.second)) for x in found)
        assert {"overlapping-periods"} == {each.code for each in found}
        with pytest.raises(RefusedError) as caught:
            require_one_each(cycles)
        assert ["overlapping-periods"] * 2 == [refusal.code for refusal in caught.value.refusals]

    def test_every_pair_of_three(self, make: Make) -> None:
        cycles = [make(), make(), make(), make(0, "G-2"), make(0, "G-2")]
        assert 4 == len(conflicts(cycles))
        with pytest.raises(RefusedError) as caught:
            require_one_each(iter(cycles))
        (refusal,) = caught.value.refusals
        assert "two cycles of 2024-S1 of one person (4 found)" == refusal.message
        assert "G-" not in str(caught.value)

    def test_one_period_in_two_calendars_that_share_no_day(self, make: Make) -> None:
        """The period is one all the same."""
        cycles = [make(0, calendar=FROM_JULY), make(0, period="2024-S2"), make()]
        found = conflicts(cycles)
        same, *others = sorted(found, key=lambda each: each.shared is not None)
        assert (S1, S1, None, "repeated-cycles") == (same.first, same.second, same.shared, same.code)
        assert [(S1, S2, "overlapping-periods")] == [(each.first, each.second, each.code) for each in others]

    def test_wrong_questions(self, make: Make) -> None:
        with pytest.raises(WrongTypeError):
            cast("Any", conflicts)(make())
        with pytest.raises(WrongTypeError) as caught:
            cast("Any", conflicts)([make(), "G-1"])
        assert ["cycles[1]"] == [each.path for each in caught.value.problems]

    @pytest.mark.parametrize(
        ("changes", "problems"),
        [
            ({"employee": "G-1"}, [("employee", "wrong-type")]),
            ({"first": "2024-S1"}, [("first", "wrong-type"), ("shared", "no-conflict")]),
            ({"second": None}, [("second", "wrong-type"), ("shared", "no-conflict")]),
            ({"shared": LAST}, [("shared", "wrong-type")]),
            ({"second": S2}, [("shared", "no-conflict")]),
        ],
    )
    def test_what_is_no_conflict(self, changes: Any, problems: list[tuple[str, str]]) -> None:
        with pytest.raises(InvalidValueError) as caught:
            Conflict(**({"employee": guru(1), "first": S1, "second": S1, "shared": None} | changes))
        assert problems == [(each.path, each.code) for each in caught.value.problems]

    @pytest.mark.parametrize("again", AGAIN)
    def test_it_survives_and_tells_no_id(self, again: Again) -> None:
        found = Conflict(employee=Party("RAHASIA-1", Role.TEACHER), first=S1, second=S1, shared=None)
        assert found == again(found)
        assert "RAHASIA" not in repr(found) + str(found)


AGREED, DRAFT = (State.AGREED, Progress.NOT_STARTED), (State.DRAFT, Progress.NOT_STARTED)
BEFORE = CycleTally(on=date(2024, 3, 31), places=((*AGREED, 3), (*DRAFT, 1)))
AFTER = CycleTally(on=date(2024, 9, 30), places=((*AGREED, 7), (*DRAFT, 1)))


def change(**changes: Any) -> MilestoneChange:
    fields = {"milestone": Milestone.RATED, "before": 3, "after": 1, "cycles_before": 4, "cycles_after": 5}
    built: MilestoneChange = ANY_CHANGE(**(fields | changes))
    return built


class TestChange:
    """Numbers and exact shares, milestone by milestone."""

    def test_in_numbers_and_shares(self) -> None:
        found = compare_tallies(BEFORE, AFTER)
        row = found.of(Milestone.PLAN_AGREED)
        assert (3, 7, 4) == (row.before, row.after, row.difference)
        assert (Fraction(3, 4), Fraction(7, 8), Fraction(1, 8)) == (
            row.share_before,
            row.share_after,
            row.share_difference,
        )
        assert list(Milestone) == [each.milestone for each in found]
        assert found.rows == tuple(found)
        assert (-2, Fraction(-11, 20)) == (change().difference, change().share_difference)

    def test_in_english(self) -> None:
        lines = str(compare_tallies(BEFORE, AFTER)).splitlines()
        assert ["2024-03-31 -> 2024-09-30: 4 cycles -> 8 cycles", ""] == lines[:2]
        assert "plan agreed                       3  ->  7  (+4)   75.00 %  ->   87.50 %" == lines[5]
        assert "rated                             0  ->  0  (+0)    0.00 %  ->    0.00 %" == lines[11]
        assert "<TallyChange 2024-03-31 -> 2024-09-30>" == repr(compare_tallies(BEFORE, AFTER))

    def test_in_indonesian(self) -> None:
        lines = compare_tallies(BEFORE, AFTER).text(language="id").splitlines()
        assert "2024-03-31 -> 2024-09-30: 4 siklus -> 8 siklus" == lines[0]
        assert lines[5].startswith("RHK disepakati")
        assert lines[5].endswith("75,00 %  ->   87,50 %")

    def test_everything_that_makes_it_mislead(self) -> None:
        with pytest.raises(IncomparableError) as caught:
            compare_tallies(CycleTally(on=AFTER.on), CycleTally(on=AFTER.on))
        assert ["empty", "empty", "dates-reversed"] == [refusal.code for refusal in caught.value.refusals]
        assert all(refusal.possible for refusal in caught.value.refusals)

    @pytest.mark.parametrize(("before", "after"), [(AFTER, BEFORE), (BEFORE, BEFORE)])
    def test_the_earlier_first(self, before: CycleTally, after: CycleTally) -> None:
        with pytest.raises(IncomparableError) as caught:
            compare_tallies(before, after)
        assert ("dates-reversed",) == caught.value.codes

    def test_wrong_questions(self) -> None:
        with pytest.raises(WrongTypeError) as caught:
            cast("Any", compare_tallies)(None, 1)
        assert ["before", "after"] == [each.path for each in caught.value.problems]
        with pytest.raises(WrongTypeError):
            cast("Any", compare_tallies(BEFORE, AFTER)).of("rated")

    @pytest.mark.parametrize(
        ("changes", "problems"),
        [
            ({"milestone": "rated"}, [("milestone", "wrong-type")]),
            ({"before": -1}, [("before", "negative")]),
            ({"after": 6}, [("after", "over-full")]),
            ({"cycles_before": 0}, [("cycles_before", "too-small")]),
            ({"before": 0.5, "after": True}, [("before", "float-for-exact"), ("after", "bool-for-int")]),
        ],
    )
    def test_a_change_that_cannot_be(self, changes: Any, problems: list[tuple[str, str]]) -> None:
        with pytest.raises(InvalidValueError) as caught:
            change(**changes)
        assert problems == [(each.path, each.code) for each in caught.value.problems]

    @pytest.mark.parametrize("again", AGAIN)
    def test_it_survives(self, again: Again) -> None:
        assert compare_tallies(BEFORE, AFTER) == again(TallyChange(BEFORE, AFTER))
        assert change() == again(change())


def test_a_stream_of_cycles_is_read_once(make: Make) -> None:
    def once() -> Iterator[PerformanceCycle]:
        yield make(12)

    assert closing(once(), period=S1, on=LAST).may_close
    assert () == conflicts(once())
