"""Data-based planning, from the report of a made-up school to the plan of a teacher, and every way to go wrong."""

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from pmm_core.calendar import Period
from pmm_core.cycle import HEAD_INDICATORS, TEACHER_INDICATORS, Party, PerformanceCycle, Plan, PlanSubmitted
from pmm_core.errors import InvalidValueError, RefusedError, WrongTypeError
from pmm_core.people import Role
from pmm_core.programmes import (
    Achievement,
    BudgetLine,
    DataBasedPlanning,
    IndicatorFamily,
    PbdRow,
    PbdStep,
    PracticeIndicator,
    RaporIndicator,
    RaporReading,
    RaporReport,
    RootCause,
    Solution,
    WorkLine,
)
from pmm_core.sources import Certainty, Source

A1, A2, D1, D3 = (RaporIndicator(code) for code in ("A.1", "A.2", "D.1", "D.3"))
FEEDBACK, COMMUNITY = TEACHER_INDICATORS[4], HEAD_INDICATORS[3]
REPORT = RaporReport(
    unit="s-1",
    year=2023,
    readings=tuple(
        RaporReading(indicator=each, achievement=word, score=score)
        for each, word, score in (
            (A1, Achievement.FAIR, 61),
            (D1, Achievement.POOR, 44),
            (D3, Achievement.FAIR, 52),
        )
    ),
)


def cause(key: str, indicator: RaporIndicator, practice: PracticeIndicator | None = None) -> RootCause:
    return RootCause(key=key, indicator=indicator, text="jarang dilakukan", practice=practice)


START = DataBasedPlanning(report=REPORT)
CHOSEN = (D1, A1, D3)
CAUSES = (cause("c1", D1, FEEDBACK), cause("c2", A1), cause("c3", D3, COMMUNITY), cause("c4", D1, FEEDBACK))
FIXES = tuple(Solution(f"s{number}", f"c{number}", "berbagi praktik baik") for number in (4, 3, 2, 1))
WORK = (*(WorkLine(f"w{number}", f"s{number}", "lokakarya") for number in (1, 2, 3, 4)), WorkLine("w5", "s1", "buku"))
BUDGET = tuple(BudgetLine(f"b{number}", f"w{number}", number * 1_000_000) for number in (1, 2, 3, 4, 5))
IDENTIFIED = START.identify(CHOSEN)
REFLECTED = IDENTIFIED.reflect(CAUSES)
FIXED = REFLECTED.fix(FIXES)
PLANNED = FIXED.plan_work(WORK)
BUDGETED = PLANNED.plan_budget(BUDGET)
DONE = BUDGETED.conclude()
STAGES = (START, IDENTIFIED, REFLECTED, FIXED, PLANNED, BUDGETED, DONE)


def codes(call: Callable[[], object]) -> tuple[str, ...]:
    with pytest.raises(RefusedError) as caught:
        call()
    return tuple(refusal.code for refusal in caught.value.refusals)


class TestTheWay:
    """Identifikasi, refleksi, benahi, RKT, ARKAS, and on into the SKP."""

    def test_the_steps_come_one_after_the_other(self) -> None:
        assert (*PbdStep, None) == tuple(each.step for each in STAGES)

    def test_nothing_is_lost_on_the_way(self) -> None:
        assert (REPORT, CHOSEN, CAUSES) == (DONE.report, DONE.indicators, DONE.root_causes)
        assert (FIXES, WORK, BUDGET, True) == (DONE.solutions, DONE.work, DONE.budget, DONE.concluded)

    def test_what_it_costs(self) -> None:
        assert 15_000_000 == DONE.total == sum(DONE.cost_of(each) for each in CHOSEN)
        assert (10_000_000, 2_000_000, 3_000_000) == tuple(DONE.cost_of(each) for each in CHOSEN)
        assert 0 == DONE.cost_of(A2)
        assert 0 == FIXED.total

    def test_its_practices_are_there_once_it_is_concluded(self) -> None:
        assert (FEEDBACK, COMMUNITY) == DONE.practice_indicators
        assert [()] * 6 == [each.practice_indicators for each in STAGES[:-1]]

    def test_a_plan_of_a_cycle_takes_them(self) -> None:
        """S1: the rapor leads to the work plan, the budget, and the teacher's own plan in the SKP."""
        guru, kepala = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
        cycle = PerformanceCycle.open(employee=guru, superior=kepala, period=Period.parse("2024-S1"))
        (practice,) = [each for each in DONE.practice_indicators if each.family is IndicatorFamily.TEACHER]
        plan = Plan(indicator=practice, competence=())
        assert cycle.can(PlanSubmitted(on=date(2024, 1, 11), by=guru, plan=plan))
        (own,) = [each for each in DONE.practice_indicators if each.family is IndicatorFamily.HEAD]
        assert not cycle.can(PlanSubmitted(on=date(2024, 1, 11), by=guru, plan=Plan(indicator=own, competence=())))

    def test_where_no_practice_was_mended_there_is_none_to_plan(self) -> None:
        planning = START.identify((A1,)).reflect((cause("c1", A1),)).fix((FIXES[3],)).plan_work((WORK[0],))
        assert () == planning.plan_budget((BUDGET[0],)).conclude().practice_indicators

    def test_a_practice_of_ones_own_counts_as_well(self) -> None:
        own = PracticeIndicator("own", IndicatorFamily.HEAD, "praktik lain", "another practice")
        assert own == cause("c1", D3, own).practice

    def test_it_says_where_it_stands_and_nothing_else(self) -> None:
        assert "<DataBasedPlanning 2023, next: budget>" == repr(PLANNED)
        assert "<DataBasedPlanning 2023, concluded>" == str(DONE)


class TestRefusals:
    """A step that is refused says every reason, and changes nothing."""

    def test_no_step_is_skipped(self) -> None:
        assert ("wrong-step", "unknown-link", "unknown-link", "unknown-link", "unknown-link") == codes(
            lambda: START.reflect(CAUSES)
        )
        assert ("wrong-step",) == codes(PLANNED.conclude)

    def test_no_step_is_taken_twice(self) -> None:
        assert ("wrong-step",) == codes(lambda: REFLECTED.identify((A1,)))
        assert ("wrong-step",) == codes(DONE.conclude)
        assert ("wrong-step",) == codes(lambda: DONE.plan_budget(BUDGET))

    def test_the_step_that_comes_next_would_be_possible(self) -> None:
        (reason,) = PLANNED.refusals(PbdStep.OUTCOME)
        assert (("budget",), "outcome for the plans of teachers and heads does not come next") == (
            reason.possible,
            reason.message,
        )
        (reason,) = DONE.refusals(PbdStep.OUTCOME)
        assert () == reason.possible

    def test_an_indicator_that_the_report_does_not_tell(self) -> None:
        (reason,) = START.refusals(PbdStep.IDENTIFICATION, (D1, A2))
        assert ("unknown-link", ("A.1", "D.1", "D.3")) == (reason.code, reason.possible)
        assert "indicator 2 answers nothing of the step before" == reason.message

    def test_a_part_of_the_report_may_be_left_alone(self) -> None:
        assert START.can(PbdStep.IDENTIFICATION, (A1,))

    def test_everything_of_the_step_before_is_answered(self) -> None:
        (reason,) = FIXED.refusals(PbdStep.WORK_PLAN, WORK[1:4])
        # the solutions stand in the order 4, 3, 2, 1: the fourth is what nobody planned
        assert ("left-open", "solution 4 is left without a work line") == (reason.code, reason.message)
        assert ("a work line for solution 4",) == reason.possible
        assert FIXED.can(PbdStep.WORK_PLAN, WORK)

    def test_all_reasons_come_at_once(self) -> None:
        stray = cause("c9", A2)
        assert ("unknown-link", "left-open", "left-open") == codes(lambda: IDENTIFIED.reflect((CAUSES[0], stray)))
        assert ["D.1", "A.1", "D.3"] == list(IDENTIFIED.refusals(PbdStep.REFLECTION, (stray,))[0].possible)

    def test_many_wrong_links_make_no_text_without_end(self) -> None:
        """What would be possible is told whole as data, and in the text a dozen of it with each link."""
        many = 500
        causes = tuple(cause(f"c{number}", (D1, A1, D3)[number % 3]) for number in range(many))
        with pytest.raises(RefusedError) as caught:
            IDENTIFIED.reflect(causes).fix(tuple(Solution(f"s{number}", "c-none", "x") for number in range(many)))
        links = [reason for reason in caught.value.refusals if reason.code == "unknown-link"]
        names = tuple(f"root cause {number}" for number in range(1, many + 1))
        assert [names] * many == [reason.possible for reason in links]
        assert "root cause 12; and 488 more)" in str(links[0])
        assert 300 * 2 * many > len(str(caught.value))

    def test_messages_name_no_key_and_no_text(self) -> None:
        secret = Solution("rahasia-1", "rahasia-2", "rahasia")
        with pytest.raises(RefusedError) as caught:
            REFLECTED.fix((secret,))
        assert "rahasia" not in str(caught.value) + repr(caught.value)
        assert "solution 1 answers nothing" in str(caught.value)
        assert "take the step fix" == caught.value.action

    def test_an_odd_question_is_an_error_and_no_refusal(self) -> None:
        nothing: Any = None
        cases: list[tuple[Callable[[], object], str, str]] = [
            (lambda: START.identify(()), "items", "empty"),
            (lambda: START.identify(nothing), "items", "wrong-type"),
            (lambda: START.identify((A1, D1, A1)), "items[2]", "duplicate"),
            (lambda: START.refusals(PbdStep.IDENTIFICATION, (CAUSES[0],)), "items[0]", "wrong-type"),
            (lambda: IDENTIFIED.reflect((CAUSES[0], attrs.evolve(CAUSES[1], key="c1"))), "items[1]", "duplicate"),
            (lambda: BUDGETED.refusals(PbdStep.OUTCOME, (A1,)), "items", "wrong-type"),
            (lambda: START.can(nothing), "step", "wrong-type"),
            (lambda: START.cost_of(nothing), "indicator", "wrong-type"),
        ]
        for call, path, code in cases:
            with pytest.raises(InvalidValueError) as caught:
                call()
            assert [(path, code)] == [(problem.path, problem.code) for problem in caught.value.problems]


class TestBuilding:
    """What no way leads to cannot be built either."""

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"indicators": (A2,)}, [("indicators", "unknown-link")]),
            ({"solutions": FIXES}, [("solutions", "wrong-step"), *[("solutions", "unknown-link")] * 4]),
            (
                {"indicators": (D1,), "root_causes": CAUSES[1:2]},
                [("root_causes", "unknown-link"), ("root_causes", "left-open")],
            ),
            ({"concluded": True}, [("concluded", "wrong-step")]),
            ({"indicators": [D1]}, [("indicators", "wrong-type")]),
            ({"indicators": ("D.1",)}, [("indicators[0]", "wrong-type")]),
            ({"report": None, "concluded": 1}, [("report", "wrong-type"), ("concluded", "wrong-type")]),
        ],
        ids=["unknown", "skipped", "open", "concluded", "list", "text", "kinds"],
    )
    def test_it_refuses(self, changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
        with pytest.raises(InvalidValueError) as caught:
            attrs.evolve(START, **changes)
        assert expected == [(problem.path, problem.code) for problem in caught.value.problems]

    def test_a_gap_is_seen_before_what_follows_it(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            attrs.evolve(DONE, solutions=())
        assert ("wrong-step", "unknown-link") == caught.value.codes
        paths = {problem.path for problem in caught.value.problems if problem.code == "wrong-step"}
        assert {"work", "budget", "concluded"} == paths

    def test_the_same_things_make_the_same_planning(self) -> None:
        again = DataBasedPlanning(
            report=REPORT,
            indicators=CHOSEN,
            root_causes=CAUSES,
            solutions=FIXES,
            work=WORK,
            budget=BUDGET,
            concluded=True,
        )
        assert DONE == again
        assert len({again, DONE}) == 1

    @pytest.mark.parametrize(
        ("kind", "given", "expected"),
        [
            (RootCause, {"key": "c 1", "indicator": "D.1", "text": ""}, ["malformed", "wrong-type", "empty"]),
            (RootCause, {"key": "c1", "indicator": A1, "text": "a", "practice": FEEDBACK}, ["practice-mismatch"]),
            (RootCause, {"key": "c1", "indicator": D1, "text": "a", "practice": COMMUNITY}, ["practice-mismatch"]),
            (RootCause, {"key": "c1", "indicator": D3, "text": "a", "practice": "feedback"}, ["wrong-type"]),
            (RootCause, {"key": "c1", "indicator": "D.3", "text": "a", "practice": COMMUNITY}, ["wrong-type"]),
            (Solution, {"key": "", "root_cause": None, "text": " a"}, ["empty", "wrong-type", "malformed"]),
            (WorkLine, {"key": "", "solution": None, "text": "a\nb"}, ["empty", "wrong-type", "malformed"]),
            (BudgetLine, {"key": "", "work": "w 1", "amount": -1}, ["empty", "malformed", "negative"]),
            (BudgetLine, {"key": "b1", "work": "w1", "amount": 0.5}, ["float-for-exact"]),
            (BudgetLine, {"key": "b1", "work": "w1", "amount": True}, ["bool-for-int"]),
            (Solution, {"key": "198609262015051001", "root_cause": "c1", "text": "a"}, ["personal-id"]),
        ],
        ids=str,
    )
    def test_its_parts_refuse(self, kind: Any, given: dict[str, Any], expected: list[str]) -> None:
        with pytest.raises(InvalidValueError) as caught:
            kind(**given)
        assert expected == [problem.code for problem in caught.value.problems]

    def test_a_row_refuses(self) -> None:
        wrong: dict[str, Any] = {
            "step": "fix",
            "needs": " ",
            "yields": None,
            "takes": "Solution",
            "answers_all": 1,
            "source": None,
            "note": None,
        }
        with pytest.raises(WrongTypeError) as caught:
            PbdRow(**wrong)
        assert list(wrong) == [problem.path for problem in caught.value.problems]
        made_up = Source(key="made-up", title="A note", locator="nowhere", certainty=Certainty.DESIGN)
        row = PbdRow(step=PbdStep.FIX, needs="a", yields="b", takes=None, answers_all=False, source=made_up)
        assert "" == row.note
