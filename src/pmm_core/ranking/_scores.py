"""What is compared in a table: one plain number per figure, larger always better, or several where ties are broken."""

from collections.abc import Iterable, Sequence
from typing import Any

from pmm_core.ranking._measurement import Measurement
from pmm_core.ranking._metric import Metric, Scale
from pmm_core.ranking._order import keys, keys_of
from pmm_core.ranking._tie_break import TieBreak


def scores_of(ranked: Sequence[Measurement], scale: Scale, metric: Metric, tie_breaks: Iterable[TieBreak]) -> list[Any]:
    """The scores of the figures that earn a place, in their order.

    Args:
        ranked: the figures; every tie-break has a value for each.
        scale: whether they are counts, shares or scores.
        metric: which end of them is the good one.
        tie_breaks: the keys that decide between equal scores.
    """
    numbers: list[Any] = [figure.numerator for figure in ranked]
    if scale is Scale.SHARE:
        bases: list[Any] = [figure.denominator for figure in ranked]  # every share has one
        first = keys(numbers, bases)
    else:
        first = numbers if scale is Scale.COUNT else keys_of(numbers)
    if not metric.more_is_better:
        first = [-key for key in first]  # of the keys, since a decimal is rounded by whatever context its caller set
    others = [keys_of([key for key in tie.values(ranked) if key is not None]) for tie in tie_breaks]
    return list(zip(first, *others, strict=True)) if others else first
