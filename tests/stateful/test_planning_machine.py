"""Data-based planning against a model written another way: how far it came is a number, its links are a dict.

Hypothesis walks through verbs with right and wrong items in any order; the model says for each which codes must come.
"""

from typing import Any, cast

import pytest
from hypothesis import HealthCheck, settings, stateful, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from pmm_core.errors import InvalidValueError, RefusedError
from pmm_core.programmes import (
    BudgetLine,
    DataBasedPlanning,
    PbdStep,
    RaporIndicator,
    RaporReport,
    RootCause,
    Solution,
    WorkLine,
)
from pmm_core.testing import rapor_reports

run_machine: Any = cast("Any", stateful).run_state_machine_as_test  # its own types are incomplete
SIZE = settings(max_examples=30, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
VERBS = ("identify", "reflect", "fix", "plan_work", "plan_budget")
INDICATORS = tuple(each.value for each in RaporIndicator)


def make(step: int, number: int, link: str) -> Any:
    """Make an item of a step that answers the given thing of the step before."""
    key = f"{step}-{number}"
    if step == 0:
        return RaporIndicator(link)
    if step == 1:
        indicator = RaporIndicator(link if link in INDICATORS else "A.1")
        return RootCause(key=key, indicator=indicator, text="a")
    if step == 2:
        return Solution(key, link, "a")
    return WorkLine(key, link, "a") if step == 3 else BudgetLine(key, link, number)


class PlanningMachine(RuleBasedStateMachine):
    """Walks through the verbs; `left` is what each step has left behind, as texts."""

    @initialize(report=rapor_reports())
    def start(self, report: RaporReport) -> None:
        self.planning = DataBasedPlanning(report=report)
        self.left: list[list[str]] = [[each.value for each in report.indicators]]
        self.over = False

    @rule(step=st.integers(0, 4), right=st.booleans(), picks=st.lists(st.integers(0, 9), min_size=1, max_size=4))
    def take(self, step: int, right: bool, picks: list[int]) -> None:  # noqa: FBT001 -- Hypothesis calls by name
        here = self.left[step] if step < len(self.left) else []
        links = list(here) if right and here else [f"x-{pick}" for pick in picks]
        if not right and here:
            links = [[*here, "x-1"][pick % (len(here) + 1)] for pick in picks]
        if step == 0:
            links = list(dict.fromkeys(link if link in INDICATORS else "D.8" for link in links))
        if step == 1:
            links = [link if link in INDICATORS else "A.1" for link in links]
        items = tuple(make(step, number, link) for number, link in enumerate(links))
        expected = ["wrong-step"] if self.over or step != len(self.left) - 1 else []
        expected += ["unknown-link"] * sum(link not in here for link in links)
        expected += ["left-open"] * (sum(link not in links for link in here) if step else 0)
        found = [reason.code for reason in self.planning.refusals(list(PbdStep)[step], items)]
        assert expected == found
        if expected:
            before = self.planning
            with pytest.raises(RefusedError) as caught:
                getattr(self.planning, VERBS[step])(items)
            assert tuple(dict.fromkeys(expected)) == caught.value.codes
            assert before == self.planning
        else:
            self.planning = getattr(self.planning, VERBS[step])(items)
            self.left.append([each.value if step == 0 else each.key for each in items])

    @rule()
    def go_on(self) -> None:
        """Take the step that comes next, so that walks reach the end."""
        if len(self.left) <= len(VERBS):
            self.take(step=len(self.left) - 1, right=True, picks=[0])

    @rule()
    def conclude(self) -> None:
        if self.over or len(self.left) != len(VERBS) + 1:
            with pytest.raises(RefusedError) as caught:
                self.planning.conclude()
            assert ("wrong-step",) == caught.value.codes
        else:
            self.planning = self.planning.conclude()
            self.over = True

    @invariant()
    def stands_where_the_model_says(self) -> None:
        if hasattr(self, "planning"):
            expected = None if self.over else list(PbdStep)[len(self.left) - 1]
            assert expected is self.planning.step

    @invariant()
    def nothing_is_lost(self) -> None:
        if hasattr(self, "planning"):
            planning = self.planning
            told = [
                [each.value for each in planning.report.indicators],
                [each.value for each in planning.indicators],
                *([each.key for each in items] for items in (planning.root_causes, planning.solutions)),
                *([each.key for each in items] for items in (planning.work, planning.budget)),
            ]
            assert self.left == told[: len(self.left)]
            assert all(items == [] for items in told[len(self.left) :])


def test_the_planning_behaves_like_the_model() -> None:
    seen: set[PbdStep | None] = set()

    class Watched(PlanningMachine):
        def teardown(self) -> None:
            seen.add(self.planning.step)

    run_machine(Watched, settings=SIZE)
    assert None in seen, "no walk came to the end"


def test_the_model_would_notice_a_step_that_may_be_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object) -> tuple[()]:
        return ()

    monkeypatch.setattr(DataBasedPlanning, "refusals", nothing)
    with pytest.raises((AssertionError, InvalidValueError, ExceptionGroup)):
        run_machine(PlanningMachine, settings=SIZE)
