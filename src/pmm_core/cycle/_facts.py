"""What a cycle remembers of its events."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, final

import attrs

from pmm_core.cycle._event import CycleEvent
from pmm_core.cycle._events import (
    Appraised,
    CompetenceCompleted,
    EvidenceAttached,
    ObservationRescheduled,
    PlanDrafted,
    PlanSubmitted,
    PreparationDiscussed,
    SuperiorChanged,
)
from pmm_core.cycle._party import Party
from pmm_core.cycle._plan import Plan


@final
@attrs.frozen
class Facts:
    """What the payloads so far amount to.

    Sizes are bounded by the plan, never by the number of events, so that a step costs the same late as early.
    """

    superior: Party
    plan: Plan | None = None
    scheduled: date | None = None
    evidence: tuple[int, ...] = ()
    completed: frozenset[str] = frozenset()
    appraisal: Appraised | None = None

    def evidence_of(self, item: str) -> int | None:
        """How much evidence an item of the plan has; None for what is no item."""
        keys = () if self.plan is None else self.plan.item_keys
        return self.evidence[keys.index(item)] if item in keys else None


def _planned(facts: Facts, event: PlanDrafted | PlanSubmitted) -> Facts:
    evidence = (0,) * len(event.plan.item_keys)
    return Facts(facts.superior, event.plan, facts.scheduled, evidence, facts.completed, facts.appraisal)


def _scheduled(facts: Facts, event: PreparationDiscussed | ObservationRescheduled) -> Facts:
    return Facts(facts.superior, facts.plan, event.scheduled, facts.evidence, facts.completed, facts.appraisal)


def _attached(facts: Facts, event: EvidenceAttached) -> Facts:
    keys = () if facts.plan is None else facts.plan.item_keys
    evidence = tuple(
        event.number if key == event.item else count for key, count in zip(keys, facts.evidence, strict=True)
    )
    return Facts(facts.superior, facts.plan, facts.scheduled, evidence, facts.completed, facts.appraisal)


def _completed(facts: Facts, event: CompetenceCompleted) -> Facts:
    completed = facts.completed | {event.item}
    return Facts(facts.superior, facts.plan, facts.scheduled, facts.evidence, completed, facts.appraisal)


def _changed(facts: Facts, event: SuperiorChanged) -> Facts:
    return Facts(event.superior, facts.plan, facts.scheduled, facts.evidence, facts.completed, facts.appraisal)


def _appraised(facts: Facts, event: Appraised) -> Facts:
    return Facts(facts.superior, facts.plan, facts.scheduled, facts.evidence, facts.completed, event)


EFFECTS: Final[Mapping[type[CycleEvent], Callable[[Facts, Any], Facts]]] = MappingProxyType(
    {
        PlanDrafted: _planned,
        PlanSubmitted: _planned,
        PreparationDiscussed: _scheduled,
        ObservationRescheduled: _scheduled,
        EvidenceAttached: _attached,
        CompetenceCompleted: _completed,
        SuperiorChanged: _changed,
        Appraised: _appraised,
    }
)
"""What each kind of event changes in the facts; the others move the cycle and change nothing else."""
