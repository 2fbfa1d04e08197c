"""Which rules a calendar carries out: those that name the known schemes and extensions in it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from pmm_core.calendar._known import (
    ANNUAL_2025,
    ANNUAL_FROM_2026,
    PLANNING_2024_S1_EXTENDED,
    SEMESTERS_2024,
    SEMESTERS_2024_TO_MAY,
)
from pmm_core.calendar._period import Extension
from pmm_core.calendar._rules import MODEL, RULES, WHOLE_DAYS
from pmm_core.calendar._scheme import PeriodScheme
from pmm_core.sources import Rule

_KNOWN: Final[Mapping[PeriodScheme | Extension, str]] = MappingProxyType(
    {
        SEMESTERS_2024: "SEMESTERS_2024",
        SEMESTERS_2024_TO_MAY: "SEMESTERS_2024_TO_MAY",
        ANNUAL_2025: "ANNUAL_2025",
        ANNUAL_FROM_2026: "ANNUAL_FROM_2026",
        PLANNING_2024_S1_EXTENDED: "PLANNING_2024_S1_EXTENDED",
    }
)


def rules_of(parts: Iterable[PeriodScheme | Extension]) -> tuple[Rule, ...]:
    """The rules of what is known of some schemes and extensions, in the order of the list, and of every calendar."""
    names = {f"pmm_core.calendar.{_KNOWN[each]}" for each in parts if each in _KNOWN}
    return tuple(rule for rule in RULES if rule in {MODEL, WHOLE_DAYS} or names.intersection(rule.applies_to))
