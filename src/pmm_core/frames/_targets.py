"""What it takes for every area to reach a place, the others standing still, for all tables of a frame at once.

`pmm_core.ranking.Target` looks for the fewest units by halving.  Over a frame each area asks one question instead:
which of the *others* holds the place?  Of the rows in order, the best but k of the others is the row at k for whoever
stands below it, and the row at k + 1 for whoever stands at k or above.  Reaching that figure, or passing it, is what
the place takes:

- COMPETITION: reach it, since equals share the better place;
- DENSE: the same, among the distinct figures of the others;
- MODIFIED: pass it, since equals take the worse place;
- ORDINAL: reach it if the own code comes first, else pass it;
- FRACTIONAL: reach it if that leaves the mean of the places good enough, else pass it.

Holding a place even if every tie goes to the others is passing that figure under each of them.  Where there are fewer
than k others nothing is needed.
"""

from collections.abc import Iterable
from functools import partial
from typing import Final, assert_never, cast

import narwhals.stable.v2 as nw

from pmm_core._checks import Problems
from pmm_core.frames._engine import Frame, IntoFrameT, given_back
from pmm_core.frames._entry import read, settled
from pmm_core.frames._figures import RANKED, TABLE, figures, first_fault, one_if, one_of
from pmm_core.frames._options import KNOWN_METRICS, Options, options, refuse
from pmm_core.frames._places import BASE, KEYS, in_one_piece, place, with_places
from pmm_core.frames._schemas import MEASUREMENTS
from pmm_core.frames._steps import Told, laid_out, quotients, with_groups
from pmm_core.ranking import Metric, ScopeKind, TieMethod

_NOBODY: Final = -1


def targets(
    measurements: IntoFrameT,
    *,
    rank: int,
    within: ScopeKind | str = ScopeKind.PROVINCE,
    ties: TieMethod | str = TieMethod.COMPETITION,
    metrics: Iterable[Metric] = KNOWN_METRICS,
) -> IntoFrameT:
    """Tell the fewest additional units to a place, for every area of every table at once, the others standing still.

    The units are those of `pmm_core.ranking.Target`, value for value.  Where less is better they are units less.
    Tables with tie-breaks have no targets over frames.  What is lazy stays lazy, and the frame is read once.

    Args:
        measurements: one row per figure as in `MEASUREMENTS`.
        rank: the place that is wanted, or a better one.
        within: among whom, see `standings`.
        ties: how equal figures are numbered.
        metrics: what may be ranked, see `standings`.

    Returns:
        A frame of the same engine with the rows of the measurements, in any order: ``area``, ``metric``, ``on``,
        ``scope``, ``numerator``, ``denominator``, ``rank`` (or ``rank_doubled``) and ``size`` as in `standings`;
        ``wanted`` (the place); ``to_share``, the fewest units with which the area stands on the place, perhaps together
        with others; ``to_pass``, the fewest with which it holds the place even if every tie counts against it; either
        is null where the base does not leave as many; and ``reason``: null, or ``not-ranked``, ``no-units`` for a
        score, ``no-such-place`` for a table with fewer places, ``unreachable``.

    Raises:
        RefusedError: ``not-over-frames`` for tables within one kabupaten.
        InvalidValueError: ``too-small`` or ``too-large`` for the place, and the errors of `standings`.
        WrongTypeError: ``wrong-type`` and others for an argument or column of the wrong kind.

    >>> import pyarrow as pa
    >>> from datetime import date
    >>> measurements = pa.table({
    ...     "area": ["33.25", "33.26", "33.19"],
    ...     "metric": ["teachers-logged-in"] * 3,
    ...     "on": [date(2022, 12, 23)] * 3,
    ...     "numerator": [10, 45, 30],
    ...     "denominator": [100, 50, 40],
    ... })
    >>> found = targets(measurements, rank=2).sort_by("area").select(["area", "rank", "to_share", "to_pass"])
    >>> [tuple(row.values()) for row in found.to_pylist()]
    [('33.19', 2, 0, 0), ('33.25', 3, 65, 66), ('33.26', 1, 0, 0)]
    """
    problems = Problems("targets")
    frame = read(problems, "measurements", measurements, MEASUREMENTS)
    problems.integer("rank", rank, minimum=1, maximum=BASE - 1)
    asked = options(problems, within=within, ties=ties, metrics=metrics)
    (frame,) = settled(problems, frame)
    refuse("set targets over frames", asked)
    return cast("IntoFrameT", given_back(in_one_piece(frame, partial(_targets, asked, rank)), measurements))


def _targets(asked: Options, rank: int, frame: Frame) -> Frame:
    placed = with_places(figures(frame, asked), RANKED, KEYS, asked.ties)
    held = _with_holders(placed, asked.ties, rank)
    held, step = quotients(held, {"_down": ("_other_n", 1, "_other_d")})
    number, base, down = nw.col("_n"), nw.col("_d"), step["_down"]
    up = down + 1 - one_if(down * nw.col("_other_d") == nw.col("_other_n"))
    reach, beyond = up - number, down + 1 - number
    left = nw.when(nw.col("_share") == 1).then(base - number).otherwise(nw.lit(BASE)).cast(nw.Int64())  # counts go on
    if asked.lower:
        less = one_of(nw.col("metric"), asked.lower)
        reach = nw.when(less).then(number - down).otherwise(reach)
        beyond = nw.when(less).then(number - up + 1).otherwise(beyond)
        left = nw.when(less).then(number).otherwise(left)
    held = held.with_columns(_reach=reach, _beyond=beyond, _left=left)
    held = with_groups(held, _size=Told(1 - nw.col("_out"), "sum", TABLE))
    return _laid_out(held.with_columns(_shared=_shared(asked.ties, rank)), asked, rank)


def _with_holders(placed: Frame, ties: TieMethod, rank: int) -> Frame:
    """Add who of the others holds the place: their figure on the own base, and what a tie with them is decided by."""
    position, columns = nw.col("_ordinal"), ["_n", "_d"]
    below, there = position > rank, nw.col("_same") > 0
    if ties is TieMethod.DENSE:
        position, there = nw.col("_dense"), nw.col("_ordinal") == nw.col("_first")  # one of those that share a figure
        below = (position > rank) | (nw.col("_same") > 1)  # the figure stays, whoever of its owners moves
    if ties is TieMethod.ORDINAL:
        columns.append("_code")
        digits = nw.when(nw.col("_out") == 0).then(nw.col("area")).otherwise(nw.lit("0"))
        placed = placed.with_columns(_code=digits.str.replace_all(".", "", literal=True).cast(nw.Int64()))
    if ties is TieMethod.FRACTIONAL:
        columns += ["_first", "_same"]
    held = with_groups(
        placed,
        **{
            f"{column}_{wanted - rank}": Told(
                nw.when((position == wanted) & there).then(nw.col(column)).otherwise(nw.lit(_NOBODY)).cast(nw.Int64()),
                "max",
                RANKED,
            )
            for column in columns
            for wanted in (rank, rank + 1)
        },
    )
    held = held.with_columns(
        nw.when(below).then(nw.col(f"{column}_0")).otherwise(nw.col(f"{column}_1")).alias(f"_other{column}")
        for column in columns
    )
    there = nw.col("_other_d") > 0
    return held.with_columns(
        _held=one_if(there),
        _other_n=nw.when(there).then(nw.col("_other_n") * nw.col("_d")).otherwise(nw.lit(0)).cast(nw.Int64()),
        _other_d=nw.when(there).then(nw.col("_other_d")).otherwise(nw.lit(1)).cast(nw.Int64()),
    )


def _shared(ties: TieMethod, rank: int) -> nw.Expr:
    """The units to stand on the place, before it is asked whether they are left."""
    reach, beyond = nw.col("_reach"), nw.col("_beyond")
    match ties:
        case TieMethod.COMPETITION | TieMethod.DENSE:
            return reach
        case TieMethod.MODIFIED:
            return beyond
        case TieMethod.ORDINAL:
            return nw.when(nw.col("_code") < nw.col("_other_code")).then(reach).otherwise(beyond)
        case TieMethod.FRACTIONAL:
            other, own = nw.col("_other_first"), nw.col("_first")
            better = other - 1 - one_if(own < other)
            at_least = other + nw.col("_other_same") - 1 - one_if(own <= other)
            return nw.when(better + at_least <= 2 * rank - 2).then(reach).otherwise(beyond)
        case _ as never:
            assert_never(never)


def _laid_out(held: Frame, asked: Options, rank: int) -> Frame:
    ranked = nw.col("_out") == 0
    refusals = [
        (~ranked, "not-ranked"),
        *([(one_of(nw.col("metric"), asked.scores), "no-units")] if asked.scores else []),
        (nw.col("_size") < rank, "no-such-place"),
    ]
    shared, passed = _units("_shared"), _units("_beyond")
    reason = first_fault([*refusals, (shared > nw.col("_left"), "unreachable")])
    told = first_fault(refusals).is_null()
    columns = {
        **{name: nw.col(name) for name in ("area", "metric", "on", "scope", "numerator", "denominator")},
        asked.place: nw.when(ranked).then(place(asked.ties)),
        "size": nw.col("_size"),
        "wanted": nw.lit(rank),
        "to_share": nw.when(told & (shared <= nw.col("_left"))).then(shared),
        "to_pass": nw.when(told & (passed <= nw.col("_left"))).then(passed),
        "reason": reason,
        "ties": nw.lit(asked.ties.value),
    }
    return laid_out(held, columns, asked.place, "size", "wanted", "to_share", "to_pass")


def _units(name: str) -> nw.Expr:
    """The units of those who need any."""
    return nw.when((nw.col("_held") == 1) & (nw.col(name) > 0)).then(nw.col(name)).otherwise(nw.lit(0)).cast(nw.Int64())
