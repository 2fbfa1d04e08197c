"""Which tables may be compared: those that rank the same thing among the same areas by the same rules."""

from pmm_core._checks import Problems
from pmm_core.errors import IncomparableError, Refusal
from pmm_core.ranking._table import Table


def check_comparable(before: Table, after: Table, *, verb: str = "compare") -> None:
    """Refuse, with every reason, what must not be compared."""
    problems = Problems(verb)
    problems.instance("before", before, Table, "Standings")
    problems.instance("after", after, Table, "Standings")
    problems.done()
    refusals = (*differences(before, after), *_order(before, after))
    if refusals:
        raise IncomparableError(verb, refusals)


def differences(before: Table, after: Table) -> tuple[Refusal, ...]:
    """Every respect in which two tables follow different rules."""
    names = [tuple(tie.name for tie in table.tie_breaks) for table in (before, after)]
    kinds = [table.kind.__name__ if table.kind else "" for table in (before, after)]  # an empty table is of every kind
    pairs = (
        ("different-metric", "metrics", before.metric.key, after.metric.key, before.metric == after.metric),
        ("different-scale", "scales", before.scale.value, after.scale.value, before.scale is after.scale),
        ("different-scope", "scopes", before.scope.label, after.scope.label, before.scope == after.scope),
        ("different-ties", "tie methods", before.ties.value, after.ties.value, before.ties is after.ties),
        ("different-tie-breaks", "tie-breaks", names[0] or "none", names[1] or "none", names[0] == names[1]),
        ("different-minimum", "minimum sizes", before.minimum, after.minimum, before.minimum == after.minimum),
        ("different-areas", "kinds of area", kinds[0], kinds[1], "" in kinds or kinds[0] == kinds[1]),
    )
    return tuple(
        Refusal(code, f"the {what} differ: {one} before, {other} after", ("rank both tables by the same rules",))
        for code, what, one, other, same in pairs
        if not same
    )


def _order(before: Table, after: Table) -> tuple[Refusal, ...]:
    if before.on < after.on:
        return ()
    why = f"the table called earlier is of {before.on}, the other of {after.on}"
    return (Refusal("dates-reversed", why, ("give the earlier table as before",)),)
