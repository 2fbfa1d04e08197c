"""Which rules produced a table."""

from collections.abc import Sized

from pmm_core.ranking._metric import Metric, Scale
from pmm_core.ranking._rules import (
    BETTER_FIRST,
    COMPOSITE,
    EMPTY_BASE,
    METRIC_RULES,
    METRICS,
    MINIMUM,
    ORDINAL_PLACE,
    TIE_BREAKS,
    TIES,
)
from pmm_core.ranking._standard import POINTS, STANDARD_METRICS
from pmm_core.sources import Rule


def rules_of(metric: Metric, tie_breaks: Sized, unranked: Sized, minimum: int) -> tuple[Rule, ...]:
    """The rules of a table, in the order in which they apply: what is ranked, how, and who is left out.

    Args:
        metric: what is ranked; a score in `POINTS` is that of an index.
        tie_breaks: the keys between equal scores.
        unranked: who has no place.
        minimum: of how many people a group must be.
    """
    found = [ORDINAL_PLACE, METRICS, BETTER_FIRST, TIES]
    if metric in STANDARD_METRICS:
        found.insert(1, METRIC_RULES[metric.key])
    if metric.scale is Scale.SCORE and metric.unit == POINTS:
        found.insert(1, COMPOSITE)
    if tie_breaks:
        found.append(TIE_BREAKS)
    if unranked:
        found.append(EMPTY_BASE)
    if minimum:
        found.append(MINIMUM)
    return tuple(found)
