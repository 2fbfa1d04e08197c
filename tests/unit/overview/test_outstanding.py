"""What is outstanding, late and due: the days of the calendar examples, whose turn it is, and bad input."""

import copy
import pickle
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, cast

import attrs
import pytest

from pmm_core.appraisal import Rating
from pmm_core.calendar import CALENDAR, SEMESTERS_2024_TO_MAY, Period, PeriodCalendar
from pmm_core.cycle import (
    PROCESS_2024,
    AppraisalAfter,
    Appraised,
    ApprovalDays,
    AspectJudgement,
    CycleClosed,
    EventKind,
    Party,
    PerformanceCycle,
    Policies,
    PracticeAspect,
    PreparationDiscussed,
    Process,
    RevisionRequested,
    Side,
    StageRuns,
    SuperiorChanged,
)
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.overview import Milestone, Outstanding, _agenda, due, late, outstanding
from pmm_core.overview._agenda import Agenda
from pmm_core.people import Role

Make = Callable[..., PerformanceCycle]
KEPALA = Party("K-3", Role.HEAD)
ANY = cast("Any", outstanding)
ASPECTS = tuple(AspectJudgement(aspect, Rating.ABOVE) for aspect in PracticeAspect)


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 -- our own bytes


def kinds(rows: Iterator[Outstanding]) -> list[str]:
    return [row.kind.value for row in rows]


def first(cycle: PerformanceCycle, on: date) -> Outstanding:
    return next(outstanding([cycle], on=on))


class TestTheDaysOfTheCalendar:
    """A plan of the first semester may be filed to 31 March 2024, and no day longer."""

    @pytest.mark.parametrize(
        ("period", "on", "deadline", "left"),
        [
            ("2024-S1", date(2024, 1, 1), date(2024, 3, 31), 90),
            ("2024-S1", date(2024, 3, 31), date(2024, 3, 31), 0),
            ("2024-S1", date(2024, 4, 1), date(2024, 3, 31), -1),
            ("2024-S2", date(2024, 7, 31), date(2024, 7, 31), 0),
            ("2024-S2", date(2024, 8, 1), date(2024, 7, 31), -1),
            ("2025-A1", date(2025, 2, 1), date(2025, 1, 31), -1),
        ],
    )
    def test_the_plan(self, make: Make, period: str, on: date, deadline: date, left: int) -> None:
        row = first(make(period=period), on)
        assert (EventKind.PLAN_SUBMITTED, deadline, left) == (row.kind, row.deadline, row.days_left)
        assert (left < 0) is row.is_late is ("plan-submitted" in kinds(late([make(period=period)], on=on)))

    @pytest.mark.parametrize(
        ("period", "end"),
        [("2024-S1", date(2024, 6, 30)), ("2024-S2", date(2024, 12, 31)), ("2025-A1", date(2025, 12, 31))],
    )
    def test_the_stages_and_the_appraisal_end_with_the_period(self, make: Make, period: str, end: date) -> None:
        rows = {row.milestone: row.deadline for row in outstanding([make(period=period)], on=end)}
        assert end == rows[Milestone.STAGE_1] == rows[Milestone.STAGE_5] == rows[Milestone.RATED]
        assert [None, None] == [rows[Milestone.SENT], rows[Milestone.CLOSED]]

    def test_another_calendar_has_other_days(self, make: Make) -> None:
        to_may = PeriodCalendar((SEMESTERS_2024_TO_MAY,))
        cycle = make(3, calendar=to_may)
        assert date(2024, 5, 31) == first(cycle, date(2024, 3, 7)).deadline

    def test_another_reading_has_other_days(self, make: Make) -> None:
        strict = PROCESS_2024.choosing(Policies(approval=ApprovalDays.PLANNING_ONLY))
        approval = [first(make(1, process=each), date(2024, 3, 7)).deadline for each in (None, strict)]
        assert [date(2024, 6, 30), date(2024, 3, 31)] == approval


class TestWhoseTurnItIs:
    """Every step names the sides that may take it, and says whether it can follow right now."""

    def test_all_thirteen_in_their_order(self, make: Make) -> None:
        rows = list(outstanding([make()], on=date(2024, 1, 1)))
        assert 13 == len(rows)
        assert [True] + [False] * 12 == [row.is_next for row in rows]
        employee, superior = Side.EMPLOYEE, Side.SUPERIOR
        assert [employee, superior, employee, employee, superior, employee, superior, employee, employee] == [
            row.by[0] for row in rows[:9]
        ]
        assert (superior, Side.OFFICE) == rows[-1].by

    def test_the_head_is_late_and_not_the_teacher(self, make: Make) -> None:
        row = first(make(1), date(2024, 7, 3))
        assert (EventKind.PLAN_APPROVED, (Side.SUPERIOR,)) == (row.kind, row.by)
        assert (KEPALA,) == row.waits_for
        assert "2024-S1: plan approved by the superior, by 2024-06-30, 3 days late" == str(row)
        text = "2024-S1: RHK disetujui oleh atasan, paling lambat 2024-06-30, terlambat 3 hari"
        assert text == row.text(language="id")

    def test_a_new_superior_is_the_one_it_waits_for(self, make: Make) -> None:
        new, office = Party("K-4", Role.HEAD), Party("D-1", Role.OFFICE_HEAD)
        moved = make(1, more=(SuperiorChanged(on=date(2024, 2, 1), by=office, superior=new, reason="-"),))
        assert [(KEPALA,), (new,)] == [first(moved, day).waits_for for day in (date(2024, 1, 31), date(2024, 2, 1))]

    def test_on_any_day_by_either(self, make: Make) -> None:
        (row,) = outstanding([make(12)], on=date(2024, 7, 3))
        assert "2024-S1: cycle closed by the superior or office, any day" == str(row)
        assert (KEPALA,) == row.waits_for
        assert (None, False) == (row.days_left, row.is_late)

    def test_one_day(self, make: Make) -> None:
        assert str(first(make(), date(2024, 3, 30))).endswith("by 2024-03-31, 1 day left")


class TestWhatIsLeft:
    """What lies behind, what was overtaken, and what is optional is not outstanding."""

    def test_a_whole_cycle_leaves_nothing(self, make: Make) -> None:
        assert [] == kinds(outstanding([make(13)], on=date(2024, 6, 30)))

    def test_one_less_with_every_event(self, make: Make) -> None:
        left = [kinds(outstanding([make(steps)], on=date(2024, 6, 30))) for steps in range(14)]
        assert all(left[steps] == left[0][steps:] for steps in range(14))

    def test_what_happened_later_does_not_count(self, make: Make) -> None:
        assert 13 == len(list(outstanding([make(13)], on=date(2024, 1, 10))))

    def test_what_was_sent_back_is_to_be_submitted_again(self, make: Make) -> None:
        back = make(1, more=(RevisionRequested(on=date(2024, 1, 15), by=KEPALA, reason="-"),))
        row = first(back, date(2024, 2, 1))
        assert (EventKind.PLAN_SUBMITTED, True) == (row.kind, row.is_next)

    def test_what_the_appraisal_overtook_is_not_left(self, make: Make) -> None:
        early = PROCESS_2024.choosing(Policies(appraisal=AppraisalAfter.ANY_TIME))
        rated = Appraised(on=date(2024, 6, 3), by=KEPALA, results=Rating.ABOVE, behaviour=Rating.ABOVE, aspects=ASPECTS)
        waiting, done = make(5, process=early), make(5, process=early, more=(rated,))
        turns = [row.kind for row in outstanding([waiting], on=date(2024, 6, 3)) if row.is_next]
        assert [] == [
            row for row in outstanding([done], on=date(2024, 6, 3)) if row.milestone.value.startswith("stage")
        ]
        assert [EventKind.FOLLOW_UP_DISCUSSED] == turns[:1]
        assert EventKind.APPRAISED in turns
        assert ["appraisal-sent", "cycle-closed"] == kinds(outstanding([done], on=date(2024, 6, 30)))

    def test_a_second_run_is_to_be_gone_through(self, make: Make) -> None:
        many = PROCESS_2024.choosing(Policies(runs=StageRuns.MANY))
        guru = Party("G-1", Role.TEACHER)
        again = PreparationDiscussed(on=date(2024, 6, 11), by=guru, scheduled=date(2024, 6, 12), aim="aim")
        assert (
            "observation-held" == kinds(outstanding([make(10, process=many, more=(again,))], on=date(2024, 6, 30)))[0]
        )
        assert "appraised" == kinds(outstanding([make(10, process=many)], on=date(2024, 6, 30)))[0]

    def test_a_scheme_without_closing_does_not_wait_for_it(self, make: Make) -> None:
        rows = tuple(row for row in PROCESS_2024.rows if row.event is not CycleClosed)
        open_end = Process(key="open-end", mark="S", rows=rows)
        assert ["appraisal-sent"] == kinds(outstanding([make(11, process=open_end)], on=date(2024, 6, 30)))


class TestLateAndDue:
    """Late is before the day, due from the day on."""

    def test_the_last_day_is_due_and_the_next_is_late(self, make: Make) -> None:
        last = date(2024, 3, 31)
        assert ["plan-submitted"] == kinds(due([make()], on=last, within=0))
        assert [] == kinds(late([make()], on=last))
        assert ["plan-submitted"] == kinds(late([make()], on=last + timedelta(1)))
        assert [] == kinds(due([make()], on=last + timedelta(1), within=0))

    def test_within(self, make: Make) -> None:
        days = [date(2024, 3, 31) - timedelta(number) for number in (13, 14, 15)]
        assert [1, 1, 0] == [len(list(due([make()], on=day, within=14))) for day in days]

    def test_the_end_of_time_is_near_enough(self, make: Make) -> None:
        assert [] == kinds(due([make()], on=date.max, within=10**9))
        assert 11 == len(list(late([make()], on=date.max)))
        assert [] == kinds(late([make()], on=date.min))

    def test_cycle_by_cycle(self, make: Make) -> None:
        rows = list(late([make(10, "G-2"), make(9, "G-1")], on=date(2024, 7, 1)))
        expected = [("G-2", "appraised"), ("G-1", "final-note-given"), ("G-1", "appraised")]
        assert expected == [(row.employee.id, row.kind.value) for row in rows]


class TestAStream:
    """Lazy: a cycle is read when the next thing is asked for."""

    def test_it_reads_no_further_than_it_must(self, make: Make) -> None:
        def endless() -> Iterator[PerformanceCycle]:
            while True:
                yield make()

        rows = outstanding(endless(), on=date(2024, 3, 7))
        assert 13 * 3 == len([next(rows) for _ in range(13 * 3)])

    def test_little_is_kept_of_many_schemes(self, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
        """Cycles that were pickled one by one bring their own tables each."""
        monkeypatch.setattr(_agenda, "_MOST", 2)
        agenda, cycle = Agenda(lambda _: True), make(3)
        for _ in range(5):
            assert 10 == len(agenda.left(pickled(cycle)))
            assert len(agenda._known) in {1, 2}

    def test_the_days_of_two_calendars_are_not_mixed_up(self, make: Make) -> None:
        to_may = PeriodCalendar((SEMESTERS_2024_TO_MAY,))
        cycles = [make(3, calendar=calendar) for calendar in (CALENDAR, to_may, CALENDAR)]
        ends = [row.deadline for row in outstanding(cycles, on=date(2024, 3, 7)) if row.is_next]
        assert [date(2024, 6, 30), date(2024, 5, 31), date(2024, 6, 30)] == ends


class TestWrongQuestions:
    """Arguments are refused at once, a thing that is no cycle when it is read."""

    def test_the_arguments(self) -> None:
        with pytest.raises(WrongTypeError) as caught:
            ANY("G-1", on="2024-06-30")
        assert ["on", "cycles"] == [each.path for each in caught.value.problems]
        with pytest.raises(InvalidValueError) as found:
            due([], on=date(2024, 6, 30), within=-1)
        assert ("negative",) == found.value.codes

    @pytest.mark.parametrize("within", [True, 1.5, "14"])
    def test_within_is_a_whole_number(self, within: Any) -> None:
        with pytest.raises(WrongTypeError):
            due([], on=date(2024, 6, 30), within=within)

    def test_what_is_no_cycle(self, make: Make) -> None:
        rows = ANY([make(12), "G-1"], on=date(2024, 6, 30))
        assert EventKind.CYCLE_CLOSED is next(rows).kind
        with pytest.raises(WrongTypeError) as caught:
            next(rows)
        assert ["cycles[1]"] == [each.path for each in caught.value.problems]


def row(**changes: Any) -> Outstanding:
    fields: dict[str, Any] = {
        "employee": Party("RAHASIA-17", Role.TEACHER),
        "superior": Party("RAHASIA-3", Role.HEAD),
        "period": Period.parse("2024-S1"),
        "kind": EventKind.PLAN_SUBMITTED,
        "by": (Side.EMPLOYEE,),
        "deadline": date(2024, 3, 31),
        "on": date(2024, 4, 3),
        "is_next": True,
    }
    return Outstanding(**(fields | changes))


class TestTheValue:
    """Checked, without an id in what it prints, and copied as it is."""

    @pytest.mark.parametrize(
        ("changes", "problems"),
        [
            ({"employee": "G-1"}, [("employee", "wrong-type")]),
            ({"superior": None}, [("superior", "wrong-type")]),
            ({"period": "2024-S1"}, [("period", "wrong-type")]),
            ({"kind": "plan-submitted"}, [("kind", "wrong-type")]),
            ({"kind": EventKind.EVIDENCE_ATTACHED}, [("kind", "optional-event")]),
            ({"by": ()}, [("by", "empty")]),
            ({"by": [Side.EMPLOYEE]}, [("by", "wrong-type")]),
            ({"by": (Side.EMPLOYEE, "office")}, [("by[1]", "wrong-type")]),
            ({"deadline": datetime(2024, 3, 31, 12)}, [("deadline", "datetime-for-date")]),  # noqa: DTZ001 -- refused
            ({"on": None}, [("on", "wrong-type")]),
            ({"is_next": 1}, [("is_next", "wrong-type")]),
        ],
    )
    def test_bad_input(self, changes: Any, problems: list[tuple[str, str]]) -> None:
        with pytest.raises(InvalidValueError) as caught:
            row(**changes)
        assert problems == [(each.path, each.code) for each in caught.value.problems]

    def test_everything_at_once(self) -> None:
        with pytest.raises(WrongTypeError) as caught:
            row(employee=None, by=(), deadline="soon")
        assert ["employee", "by", "deadline"] == [each.path for each in caught.value.problems]

    def test_a_scheme_of_ones_own_may_let_the_office_act(self) -> None:
        free = row(by=(Side.OFFICE, Side.EMPLOYEE), deadline=None)
        assert (row().employee,) == free.waits_for
        assert str(free).endswith("by the office or employee, any day")

    def test_it_tells_no_id(self) -> None:
        assert "RAHASIA" not in repr(row()) + str(row()) + row().text(language="id")

    @pytest.mark.parametrize("again", [pickled, copy.copy, copy.deepcopy, attrs.evolve])
    def test_it_survives(self, again: Callable[[Outstanding], Outstanding]) -> None:
        assert row() == again(row())
        assert hash(row()) == hash(again(row()))

    def test_a_changed_copy_is_checked(self) -> None:
        assert attrs.evolve(row(), deadline=None).days_left is None
        with pytest.raises(InvalidValueError):
            attrs.evolve(row(), by=())
