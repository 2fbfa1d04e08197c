"""Events of planning: the plan is drafted, submitted, sent back, approved and agreed."""

from typing import final

import attrs

from pmm_core._checks import Problems
from pmm_core.cycle._event import CycleEvent, need, need_text
from pmm_core.cycle._kinds import EventKind
from pmm_core.cycle._plan import Plan


@final
@attrs.frozen(kw_only=True)
class PlanDrafted(CycleEvent):
    """The employee drafted the plan (RHK) or changed the draft.

    Args:
        plan: the draft.
    """

    kind = EventKind.PLAN_DRAFTED
    plan: Plan

    def _check(self, problems: Problems) -> None:
        if need(problems, "plan", self.plan):
            problems.instance("plan", self.plan, Plan, "a Plan")


@final
@attrs.frozen(kw_only=True)
class PlanSubmitted(CycleEvent):
    """The employee submitted the plan to the superior (diajukan).

    Args:
        plan: what was submitted.
    """

    kind = EventKind.PLAN_SUBMITTED
    plan: Plan

    def _check(self, problems: Problems) -> None:
        if need(problems, "plan", self.plan):
            problems.instance("plan", self.plan, Plan, "a Plan")


@final
@attrs.frozen(kw_only=True)
class RevisionRequested(CycleEvent):
    """The superior sent the plan back (perlu revisi).

    Args:
        reason: why; must not be empty.
    """

    kind = EventKind.REVISION_REQUESTED
    reason: str = attrs.field(repr=False)

    def _check(self, problems: Problems) -> None:
        need_text(problems, "reason", self.reason)


@final
@attrs.frozen(kw_only=True)
class PlanApproved(CycleEvent):
    """The superior approved the plan (disetujui)."""

    kind = EventKind.PLAN_APPROVED


@final
@attrs.frozen(kw_only=True)
class PlanAgreed(CycleEvent):
    """The employee agreed to the approved plan (disepakati), so that both agree."""

    kind = EventKind.PLAN_AGREED
