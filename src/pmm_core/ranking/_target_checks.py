"""What must hold before a target can be set: every reason against it at once."""

from datetime import date

from pmm_core.errors import Refusal, RefusedError
from pmm_core.ranking._area import Area
from pmm_core.ranking._metric import Scale
from pmm_core.ranking._table import Table


def check_possible(table: Table, area: Area, *, rank: int, by: date, on: date) -> int:
    """Check that an area can be given a target; gives where in the table it stands.

    Args:
        table: where the area stands now.
        area: who wants to climb.
        rank: the place that is wanted.
        by: the day by which.
        on: the day from which the work starts.

    Raises:
        RefusedError: ``no-such-place``, ``deadline-passed``, ``no-units``, ``not-ranked``, all at once.
    """
    refusals = list[Refusal]()
    if rank > table.size:
        why = f"the table has {table.size} places, not {rank}"
        refusals.append(Refusal("no-such-place", why, (f"a place from 1 to {table.size}",) if table.size else ()))
    start = max(on, table.on)
    if by <= start:
        why = f"{by} is not after {start}, the day from which there is time"
        refusals.append(Refusal("deadline-passed", why, (f"a day after {start}",)))
    if table.scale is Scale.SCORE:
        refusals.append(Refusal("no-units", f"{table.metric.key} is a score and counts nothing", ("a count or share",)))
    index = None
    try:
        index = table.index_of(area)
    except RefusedError as error:
        refusals.extend(error.refusals)
    if index is None or refusals:
        raise RefusedError("set a target", tuple(refusals))
    return index
