"""Gathers the rules from the concepts; this file is the only one that knows them all."""

from collections.abc import Iterable

from pmm_core._checks import Problems
from pmm_core.appraisal import _rules as appraisal
from pmm_core.calendar import _rules as calendar
from pmm_core.communities import _rules as communities
from pmm_core.credit import _rules as credit
from pmm_core.cycle import _rules as cycle
from pmm_core.overview import _rules as overview
from pmm_core.people import _rules as people
from pmm_core.programmes import _rules as programmes
from pmm_core.ranking import _rules as ranking
from pmm_core.regions import _rules as regions
from pmm_core.sources import Certainty, Rule


def rules(*, certainty: Certainty | None = None) -> tuple[Rule, ...]:
    """List the rules of the library, each with where it applies and what it rests on.

    Args:
        certainty: only the rules of this certainty; all where it is left out.

    Returns:
        The rules in the order of the layers.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a certainty, such as its text.

    >>> from pmm_core.sources import Certainty
    >>> all(rule.source.title for rule in rules())
    True
    >>> any(rule.certainty.is_law for rule in rules(certainty=Certainty.DESIGN))
    False
    """
    problems = Problems("rules")
    if certainty is not None:
        problems.instance("certainty", certainty, Certainty, "a Certainty")
    problems.done()
    known: Iterable[Rule] = (
        *regions.RULES,
        *calendar.RULES,
        *people.RULES,
        *communities.RULES,
        *appraisal.RULES,
        *credit.RULES,
        *programmes.RULES,
        *cycle.RULES,
        *ranking.RULES,
        *overview.RULES,
    )
    return tuple(rule for rule in known if certainty is None or rule.certainty is certainty)
