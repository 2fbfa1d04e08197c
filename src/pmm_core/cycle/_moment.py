"""Where a cycle stands: what it holds, and what can be read off it."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from pmm_core._checks import Problems
from pmm_core.appraisal import PeriodicEvaluation, Predicate
from pmm_core.appraisal._rules import MATRIX_RULE
from pmm_core.calendar import Period, Phase, Window
from pmm_core.cycle._decide import holds
from pmm_core.cycle._facts import Facts
from pmm_core.cycle._frame import Frame
from pmm_core.cycle._party import Party
from pmm_core.cycle._plan import Plan
from pmm_core.cycle._policies import PointsBound, StageRuns
from pmm_core.cycle._process import Process, Situation
from pmm_core.cycle._rules import (
    ASPECTS,
    HEAD_SUPERIORS,
    ORDER,
    OWN,
    POINTS_ADVICE,
    RUNS,
    SUPERIOR_ROLES,
    SUPERVISORS,
    TABLES,
)
from pmm_core.cycle._terms import Progress, Side, Stage, State
from pmm_core.cycle._text import html_of, text_of
from pmm_core.cycle._trail import EMPTY, Trail, trail_of
from pmm_core.people import Role
from pmm_core.sources import Rule, Source

_ABOVE: Final = MappingProxyType(
    {Role.TEACHER: SUPERIOR_ROLES, Role.HEAD: HEAD_SUPERIORS, Role.SUPERVISOR: SUPERVISORS}
)
"""The rule of whose superior is whose; nobody else is an employee in a cycle."""
_READINGS: Final[Mapping[type[object], Rule]] = MappingProxyType({StageRuns: RUNS, PointsBound: POINTS_ADVICE})
"""The rule of a reading where it is another one than that of the rows under it."""
_STAGES_DONE: Final = MappingProxyType(
    {
        Progress.NOT_STARTED.value: 0,
        Progress.PREPARED.value: 1,
        Progress.OBSERVED.value: 2,
        Progress.DISCUSSED.value: 2,
        Progress.ADVISED.value: 3,
        Progress.FOLLOWED_UP.value: 4,
        Progress.REFLECTED.value: 4,
        Progress.CONCLUDED.value: 5,
    }
)


@attrs.frozen(kw_only=True, repr=False)
class Moment:
    """What a cycle holds and tells of itself; `PerformanceCycle` adds what can be done with one."""

    frame: Frame
    events: Trail = attrs.field(default=EMPTY, converter=trail_of)
    _situation: Situation = attrs.field(init=False, eq=False)
    _facts: Facts = attrs.field(init=False, eq=False)

    @property
    def employee(self) -> Party:
        """Whose performance it is."""
        return self.frame.employee

    @property
    def period(self) -> Period:
        """Which period it is for."""
        return self.frame.period

    @property
    def process(self) -> Process:
        """The rules by which it runs."""
        return self.frame.process

    @property
    def state(self) -> State:
        """Where the cycle as a whole stands."""
        return self._situation.state

    @property
    def progress(self) -> Progress:
        """How far the five stages have come."""
        return self._situation.progress

    @property
    def place(self) -> tuple[State, Progress]:
        """State and progress as one, as the drawings of the tables take it."""
        return self._situation.place

    @property
    def stages_done(self) -> tuple[Stage, ...]:
        """The stages that are concluded."""
        return tuple(Stage)[: _STAGES_DONE[self._situation.progress.value]]

    @property
    def plan(self) -> Plan | None:
        """The plan as last drafted or submitted; None before."""
        return self._facts.plan

    @property
    def superior(self) -> Party:
        """Who is the superior now; `Frame.superior` is who was at the beginning."""
        return self._facts.superior

    @property
    def scheduled(self) -> date | None:
        """The day set for the observation; None before."""
        return self._facts.scheduled

    @property
    def completed(self) -> frozenset[str]:
        """The keys of the competence items that are completed."""
        return self._facts.completed

    def evidence_of(self, item: str) -> int | None:
        """How much evidence an item of the plan has.

        Args:
            item: its key, or `PRACTICE_ITEM` for the indicator of practice.

        Returns:
            The number of pieces; None for what is no item of the plan.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a text.
        """
        problems = Problems("question to the cycle")
        problems.instance("item", item, str, "the key of an item")
        problems.done()
        return self._facts.evidence_of(item)

    @property
    def predicate(self) -> Predicate | None:
        """The predicate (predikat kinerja); None before the appraisal."""
        appraisal = self._facts.appraisal
        return None if appraisal is None else appraisal.predicate

    @property
    def evaluation(self) -> PeriodicEvaluation | None:
        """The evaluation of the period (evaluasi periodik) that the appraisal amounts to; None before it."""
        found = self._facts.appraisal
        if found is None:
            return None
        return PeriodicEvaluation(
            employee=self.employee.id,
            period=self.period,
            results=found.results,
            behaviour=found.behaviour,
            on=found.on,
        )

    def window(self, phase: Phase) -> Window:
        """The window of a phase in this cycle's period, extensions counted.

        Args:
            phase: planning, execution or appraisal.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a phase.
        """
        return self.frame.calendar.window(self.period, phase)

    def side_of(self, party: Party) -> tuple[Side, ...]:
        """In which capacities somebody acts in this cycle now; none for a stranger.

        Args:
            party: who it is, by role and opaque id.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a party.
        """
        problems = Problems("question to the cycle")
        problems.instance("party", party, Party, "a Party")
        problems.done()
        return tuple(side for side in Side if holds(side, party, self.frame, self._facts))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules behind this cycle, each once: of its rows and readings, of who may act, and of the predicate."""
        rows = self.process.valid.values()
        held = (rule for row in rows for rule in (row.rule, _READINGS.get(type(row.choice))) if rule is not None)
        above = _ABOVE[self.employee.role]
        return tuple(dict.fromkeys((TABLES, *held, OWN, above, ORDER, ASPECTS, MATRIX_RULE)))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The works behind those rules, each once."""
        return tuple(dict.fromkeys(rule.source for rule in self.rules))

    def __repr__(self) -> str:
        return f"<PerformanceCycle {self.period} {self.state.value}/{self.progress.value}: {len(self.events)} events>"

    def _repr_html_(self) -> str:
        return html_of(self.frame, self._situation, tuple(self.events))

    def __str__(self) -> str:
        return text_of(self.frame, self._situation, tuple(self.events))
