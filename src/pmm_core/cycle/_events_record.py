"""Events beside the stages: evidence, competence items, another superior."""

from datetime import date
from typing import final

import attrs

from pmm_core._checks import Problems
from pmm_core.cycle._event import CycleEvent, need, need_id, need_text
from pmm_core.cycle._kinds import EventKind
from pmm_core.cycle._party import Party


@final
@attrs.frozen(kw_only=True)
class EvidenceAttached(CycleEvent):
    """The employee attached evidence (bukti dukung) to an item of the plan.

    Args:
        item: the key of the item, or `PRACTICE_ITEM`.
        number: the how-manieth evidence of this item it is, from 1; a repeated call is thereby refused, not doubled.
        title: what it is.
        dated: the day the evidence itself bears.
    """

    kind = EventKind.EVIDENCE_ATTACHED
    item: str
    number: int
    title: str = attrs.field(repr=False)
    dated: date

    def _check(self, problems: Problems) -> None:
        need_id(problems, "item", self.item)
        if need(problems, "number", self.number):
            problems.integer("number", self.number, minimum=1)
        need_text(problems, "title", self.title)
        if need(problems, "dated", self.dated):
            problems.day("dated", self.dated)


@final
@attrs.frozen(kw_only=True)
class CompetenceCompleted(CycleEvent):
    """The employee completed a competence item of the plan.

    Args:
        item: the key of the item.
        reflection: what was learnt; the scheme of 2025 asks for it in place of points.
    """

    kind = EventKind.COMPETENCE_COMPLETED
    item: str
    reflection: str = attrs.field(default="", repr=False)

    def _check(self, problems: Problems) -> None:
        need_id(problems, "item", self.item)
        problems.instance("reflection", self.reflection, str, "a text")


@final
@attrs.frozen(kw_only=True)
class SuperiorChanged(CycleEvent):
    """The office named another superior for the rest of the period.

    Args:
        superior: who it is now.
        reason: why.
    """

    kind = EventKind.SUPERIOR_CHANGED
    superior: Party = attrs.field(repr=False)
    reason: str = attrs.field(repr=False)

    def _check(self, problems: Problems) -> None:
        if need(problems, "superior", self.superior):
            problems.instance("superior", self.superior, Party, "a Party")
        need_text(problems, "reason", self.reason)
