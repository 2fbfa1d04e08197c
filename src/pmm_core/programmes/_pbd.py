"""Data-based planning as a value: what was chosen, why it is so, what is done, what it costs, what comes of it."""

from itertools import pairwise
from types import MappingProxyType
from typing import Any, Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core.errors import Refusal, RefusedError
from pmm_core.programmes._indicator import PracticeIndicator
from pmm_core.programmes._pbd_items import BudgetLine, PbdItem, RootCause, Solution, WorkLine
from pmm_core.programmes._pbd_steps import KEYS, ROWS, PbdStep, decide
from pmm_core.programmes._rapor import RaporIndicator
from pmm_core.programmes._report import RaporReport

_FIELDS: Final = (
    (PbdStep.IDENTIFICATION, "indicators"),
    (PbdStep.REFLECTION, "root_causes"),
    (PbdStep.FIX, "solutions"),
    (PbdStep.WORK_PLAN, "work"),
    (PbdStep.BUDGET, "budget"),
)
_FIELD: Final = MappingProxyType(dict(_FIELDS))
_BEFORE: Final = MappingProxyType({step: before for (before, _), (step, _) in pairwise(_FIELDS)})


@final
@attrs.frozen(kw_only=True, repr=False)
class DataBasedPlanning:
    """The planning of one school from its report to work plan and budget (perencanaan berbasis data, PBD).

    It begins with the report alone; each verb takes one step and returns the planning after it.  A step that is refused
    changes nothing, and no step takes anything away.

    Args:
        report: the Rapor Pendidikan that it starts from.
        indicators: the indicators to work on (identifikasi).
        root_causes: why they are as they are (refleksi).
        solutions: what mends the root causes (benahi).
        work: the lines of the annual work plan (RKT).
        budget: the lines of the budget (ARKAS).
        concluded: whether the planning is concluded.

    Raises:
        InvalidValueError: ``wrong-step``, ``unknown-link`` and ``left-open``, exactly where a verb would refuse;
            ``duplicate`` for two things of one key.
        WrongTypeError: for a field of the wrong kind.

    >>> from pmm_core.programmes import Achievement, RaporReading
    >>> poor = RaporReading(indicator=RaporIndicator.TEACHING_QUALITY, achievement=Achievement.POOR, score=41)
    >>> planning = DataBasedPlanning(report=RaporReport(unit="s-1", year=2023, readings=(poor,)))
    >>> planning.identify((RaporIndicator.TEACHING_QUALITY,)).step
    PbdStep.REFLECTION
    """

    report: RaporReport
    indicators: tuple[RaporIndicator, ...] = ()
    root_causes: tuple[RootCause, ...] = ()
    solutions: tuple[Solution, ...] = ()
    work: tuple[WorkLine, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    concluded: bool = False

    def __attrs_post_init__(self) -> None:
        problems = Problems("DataBasedPlanning")
        problems.instance("report", self.report, RaporReport, "a RaporReport")
        for step, path in _FIELDS:
            _check_items(problems, path, step, getattr(self, path))
        problems.instance("concluded", self.concluded, bool, "True or False")
        problems.done()
        missing: PbdStep | None = None
        for step, path in _FIELDS:
            items = getattr(self, path)
            if items:
                reasons = decide(step, items, next_step=missing or step, before=self._keys_before(step))
                for reason in reasons:
                    problems.add(path, reason.code, reason.message)
            elif missing is None:
                missing = step
        if self.concluded and missing is not None:
            problems.add("concluded", "wrong-step", f"must wait for {missing.label_en}")
        problems.done()

    def _keys_before(self, step: PbdStep) -> tuple[object, ...]:
        """Give the keys of what the step before has left; the first step starts from the report."""
        if step is PbdStep.OUTCOME:
            return ()
        if step is PbdStep.IDENTIFICATION:
            return self.report.indicators
        before = _BEFORE[step]
        return tuple(map(KEYS[before], getattr(self, _FIELD[before])))

    @property
    def step(self) -> PbdStep | None:
        """The step that comes next; None where the planning is concluded."""
        if self.concluded:
            return None
        return next((step for step, path in _FIELDS if not getattr(self, path)), PbdStep.OUTCOME)

    @property
    def practice_indicators(self) -> tuple[PracticeIndicator, ...]:
        """The practices that plans of a cycle can pick: those of D.1 and D.3 whose root causes are mended.

        Each stands there once, in the order of the root causes; nothing stands there before the planning is concluded,
        and nothing where no root cause is a practice.
        """
        if not self.concluded:
            return ()
        practices = (cause.practice for cause in self.root_causes if cause.practice is not None)
        return tuple(dict.fromkeys(practices))

    @property
    def total(self) -> int:
        """What the whole budget comes to, in rupiah."""
        return sum(line.amount for line in self.budget)

    def cost_of(self, indicator: RaporIndicator) -> int:
        """What is budgeted for one indicator, in rupiah; the costs of all indicators add up to the total.

        Args:
            indicator: which one; 0 for one that was not chosen.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but an indicator.
        """
        problems = Problems("DataBasedPlanning.cost_of")
        problems.instance("indicator", indicator, RaporIndicator, "a RaporIndicator")
        problems.done()
        causes = {cause.key for cause in self.root_causes if cause.indicator is indicator}
        solutions = {solution.key for solution in self.solutions if solution.root_cause in causes}
        work = {line.key for line in self.work if line.solution in solutions}
        return sum(line.amount for line in self.budget if line.work in work)

    def refusals(self, step: PbdStep, items: tuple[PbdItem, ...] = ()) -> tuple[Refusal, ...]:
        """List every reason why a step cannot be taken with these items (alasan penolakan).

        Args:
            step: which step.
            items: what it would add, of the kind that its row in `PBD_STEPS` names; nothing for the outcome.

        Returns:
            All reasons, each with what would be possible; empty if the step is allowed.  Messages name things by their
            place, never by key or text.

        Raises:
            InvalidValueError: ``empty`` without items for a step that takes some, ``duplicate`` for two of one key.
            WrongTypeError: ``wrong-type`` for anything else.
        """
        problems = Problems("DataBasedPlanning.refusals")
        if problems.instance("step", step, PbdStep, "a PbdStep") and _check_items(problems, "items", step, items):
            if items and ROWS[step].takes is None:
                problems.add("items", "wrong-type", f"must be left out for {step.label_en}")
            elif not items and ROWS[step].takes is not None:
                problems.add("items", "empty", f"must not be empty for {step.label_en}")
        problems.done()
        return decide(step, items, next_step=self.step, before=self._keys_before(step))

    def can(self, step: PbdStep, items: tuple[PbdItem, ...] = ()) -> bool:
        """Whether a step can be taken with these items; arguments and errors as for `refusals`."""
        return not self.refusals(step, items)

    def _take(self, step: PbdStep, items: tuple[PbdItem, ...]) -> "DataBasedPlanning":
        reasons = self.refusals(step, items)
        if reasons:
            raise RefusedError(f"take the step {step.label_en}", reasons)
        changed: dict[str, Any] = {"concluded": True} if step is PbdStep.OUTCOME else {_FIELD[step]: items}
        return attrs.evolve(self, **changed)

    def identify(self, indicators: tuple[RaporIndicator, ...]) -> "DataBasedPlanning":
        """Choose the indicators of the report to work on (identifikasi).

        Args:
            indicators: at least one that the report tells of, each once.

        Raises:
            RefusedError: all of ``wrong-step`` and ``unknown-link`` that apply; the planning is unchanged.
            InvalidValueError: ``empty`` or ``duplicate``.
            WrongTypeError: ``wrong-type`` for anything but a tuple of indicators.
        """
        return self._take(PbdStep.IDENTIFICATION, indicators)

    def reflect(self, root_causes: tuple[RootCause, ...]) -> "DataBasedPlanning":
        """Name the root causes of every indicator that was chosen (refleksi).

        Args:
            root_causes: at least one for each chosen indicator, each key once.

        Raises:
            RefusedError: all of ``wrong-step``, ``unknown-link`` and ``left-open`` that apply.
            InvalidValueError: ``empty`` or ``duplicate``.
            WrongTypeError: ``wrong-type`` for anything but a tuple of root causes.
        """
        return self._take(PbdStep.REFLECTION, root_causes)

    def fix(self, solutions: tuple[Solution, ...]) -> "DataBasedPlanning":
        """Decide a solution for every root cause (benahi).

        Args:
            solutions: at least one for each root cause, each key once.

        Raises:
            RefusedError: all of ``wrong-step``, ``unknown-link`` and ``left-open`` that apply.
            InvalidValueError: ``empty`` or ``duplicate``.
            WrongTypeError: ``wrong-type`` for anything but a tuple of solutions.
        """
        return self._take(PbdStep.FIX, solutions)

    def plan_work(self, work: tuple[WorkLine, ...]) -> "DataBasedPlanning":
        """Put every solution into the annual work plan (RKT).

        Args:
            work: at least one line for each solution, each key once.

        Raises:
            RefusedError: all of ``wrong-step``, ``unknown-link`` and ``left-open`` that apply.
            InvalidValueError: ``empty`` or ``duplicate``.
            WrongTypeError: ``wrong-type`` for anything but a tuple of work lines.
        """
        return self._take(PbdStep.WORK_PLAN, work)

    def plan_budget(self, budget: tuple[BudgetLine, ...]) -> "DataBasedPlanning":
        """Budget every line of the work plan (ARKAS).

        Args:
            budget: at least one line for each line of work, each key once.

        Raises:
            RefusedError: all of ``wrong-step``, ``unknown-link`` and ``left-open`` that apply.
            InvalidValueError: ``empty`` or ``duplicate``.
            WrongTypeError: ``wrong-type`` for anything but a tuple of budget lines.
        """
        return self._take(PbdStep.BUDGET, budget)

    def conclude(self) -> "DataBasedPlanning":
        """Conclude the planning, so that its practices can go into the plans of teachers and heads (SKP).

        Raises:
            RefusedError: ``wrong-step``.
        """
        return self._take(PbdStep.OUTCOME, ())

    def __repr__(self) -> str:
        where = "concluded" if self.step is None else f"next: {self.step.label_en}"
        return f"<DataBasedPlanning {self.report.year}, {where}>"


def _check_items(problems: Problems, path: str, step: PbdStep, items: tuple[Any, ...]) -> bool:
    """Check that these are things of a step, each key once."""
    kind = ROWS[step].takes
    if not problems.instance(path, items, tuple, "a tuple"):
        return False
    seen: set[object] = set()
    for index, each in enumerate(items):
        if kind is not None and problems.instance(f"{path}[{index}]", each, kind, f"a {kind.__name__}"):
            key = KEYS[step](each)
            if key in seen:
                problems.add(f"{path}[{index}]", "duplicate", "occurs twice, or has the key of another")
            seen.add(key)
    return True
