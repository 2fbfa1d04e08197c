"""Which figures of a frame can stand in a table, and why the others cannot.

What `pmm_core.ranking.Measurement` and `pmm_core.ranking.rank` refuse with an error is told here row by row: a frame of
a nation is not thrown away for one row, and a row that is at fault is neither dropped nor ranked.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

import narwhals.stable.v2 as nw

from pmm_core.frames._areas import is_code
from pmm_core.frames._engine import Frame, is_eager
from pmm_core.frames._entry import names_of
from pmm_core.frames._options import Options
from pmm_core.frames._places import BASE, KEYS, with_keys
from pmm_core.frames._steps import Told, named, with_groups
from pmm_core.ranking import ScopeKind, TieBreakKey
from pmm_core.regions import IslandGroup, kabupatens, provinces

TABLE: Final = ("metric", "on", "scope")
"""What tells one table from another."""
RANKED: Final = (*TABLE, "_out")
"""The same, with those that have no place set apart."""
_PROVINCE: Final = 2
_NOBODY: Final = 9  # above every kind of figure

Faults = Sequence[tuple[nw.Expr, str]]


_AREAS: Final = tuple(
    sorted((*(province.key for province in provinces()), *(kabupaten.key for kabupaten in kabupatens())))
)
_GROUPS: Final = tuple(
    (group.value, tuple(province.key for province in provinces() if province.island_group is group))
    for group in IslandGroup
)


def first_fault(faults: Faults, among: Frame | None = None) -> nw.Expr:
    """The code of the first condition that holds, or null.

    Args:
        faults: the conditions, each with its code.
        among: where it holds its rows, it is asked which of the conditions hold at all; the others cost nothing more.
    """
    if among is not None and is_eager(among):
        held: nw.DataFrame[Any] = cast("Any", among)
        holding = held.select(**{f"_{place}": condition.any() for place, (condition, _) in enumerate(faults)}).row(0)
        faults = [fault for fault, holds in zip(faults, holding, strict=True) if holds] or [faults[0]]
    *others, (condition, code) = faults
    found: nw.Expr = nw.when(condition).then(nw.lit(code))
    for condition, code in reversed(others):
        found = nw.when(condition).then(nw.lit(code)).otherwise(found)
    return found


def figures(frame: Frame, asked: Options) -> Frame:
    """Read measurements into figures that can be ranked.

    Args:
        frame: as in `MEASUREMENTS`.
        asked: how they are to be ranked.

    Returns:
        The frame with ``scope``, ``reason`` (null for those that are ranked), ``_out`` (1 for the others), ``_share``
        (1 for shares, 0 for counts and scores), ``_n`` and ``_d``, and the keys.
    """
    frame = told_by_rows(frame, asked)
    if _is_sound(frame):
        frame = frame.with_columns(
            nw.col("_fault").alias("reason"), nw.lit(0, nw.Int64()).alias("_out"), sign_of(asked).alias("_sign")
        )
    else:
        frame, together, alone = _told_by_tables(frame)
        fine = nw.col("_fault").is_null() & alone
        frame = frame.with_columns(
            nw.when(nw.col("_fault").is_null()).then(together).otherwise(nw.col("_fault")).alias("reason"),
            one_if(~fine).alias("_out"),
            nw.when(fine).then(nw.col("_n")).otherwise(nw.lit(0)).alias("_n"),
            nw.when(fine).then(nw.col("_d")).otherwise(nw.lit(1)).alias("_d"),
            sign_of(asked).alias("_sign"),
        )
    return with_keys(frame, _tie_breaks(asked), signed=bool(asked.scores))


def _is_sound(frame: Frame) -> bool:
    """Whether a frame that holds its rows has nothing wrong, which most have and which spares them half of the work."""
    if not is_eager(frame):
        return False
    held: nw.DataFrame[Any] = cast("Any", frame)
    kind = nw.col("_share") + nw.col("_kind")
    faulty, low, high = held.select(
        (~nw.col("_fault").is_null()).any(), kind.min().alias("_low"), kind.max().alias("_high")
    ).row(0)
    return not faulty and low == high and not held.select(*TABLE, "area").is_duplicated().any()


def sign_of(asked: Options) -> nw.Expr:
    """-1 where more is better, 1 where less is."""
    if not asked.lower:
        return nw.lit(-1)
    return nw.when(one_of(nw.col("metric"), asked.lower)).then(nw.lit(1)).otherwise(nw.lit(-1)).cast(nw.Int64())


def keys_of(asked: Options) -> tuple[str, ...]:
    """The columns that tell who is better."""
    return (*KEYS, *(f"_tie{index}" for index in range(len(asked.tie_breaks))))


def _tie_breaks(asked: Options) -> dict[str, nw.Expr]:
    """A key for each tie-break, the smaller the better."""
    found: dict[str, nw.Expr] = {}
    for name, tie in zip(keys_of(asked)[len(KEYS) :], asked.tie_breaks, strict=True):
        if tie.key is TieBreakKey.BASE:
            found[name] = nw.col("_d") * -1
            continue
        count = nw.col("_n") * sign_of(asked)
        if asked.scores:  # equal scores are equal numbers, however they are written
            count = nw.when(one_of(nw.col("metric"), asked.scores)).then(nw.lit(0)).otherwise(count).cast(nw.Int64())
        found[name] = count
    return found


def told_by_rows(frame: Frame, asked: Options) -> Frame:
    """Add what each row tells by itself.

    Args:
        frame: as in `MEASUREMENTS`.
        asked: how they are to be ranked.

    Returns:
        The frame with ``scope``, ``_fault`` (a code, or null), ``_kind`` (2 for a province, 0 for a kabupaten),
        ``_share`` (1 for shares, 0 for counts and scores), ``_n`` and ``_d`` without gaps.
    """
    has_reason = "reason" in names_of(frame)
    frame, step = named(
        frame,
        _n=nw.col("numerator").fill_null(0),
        _d=nw.col("denominator").fill_null(1),
        _share=one_if(~nw.col("denominator").is_null()),
        _area=nw.col("area").fill_null(""),
        _metric=nw.col("metric").fill_null(""),
    )
    length, is_score = step["_area"].str.len_chars(), one_of(step["_metric"], asked.scores)
    is_area = is_code(frame, step["_area"], _AREAS)
    fault = first_fault(((~is_area, "unknown-region"), *_faults(asked, step)), among=frame)
    if has_reason:
        fault = nw.when(nw.col("reason").is_null()).then(fault).otherwise(nw.col("reason"))
    share = (
        nw.when(is_score).then(nw.lit(0)).otherwise(step["_share"]).cast(nw.Int64()) if asked.scores else step["_share"]
    )
    return frame.with_columns(
        step["_n"].alias("_n"),
        step["_d"].alias("_d"),
        share.alias("_share"),
        fault.alias("_fault"),
        (one_if(length == _PROVINCE) * 2).alias("_kind"),
        _scope(asked.within).alias("scope"),
    )


def one_of(text: nw.Expr, words: Sequence[str]) -> nw.Expr:
    """Whether a text is one of some words; PyArrow does not look for one among none."""
    return text.is_in(words) if words else text.is_null() & ~text.is_null()


def one_if(condition: nw.Expr) -> nw.Expr:
    """1 where a condition holds, else 0; also where the engine cannot tell."""
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0)).cast(nw.Int64())


def _faults(asked: Options, step: Mapping[str, nw.Expr]) -> Faults:
    number, base, share, metric = step["_n"], step["_d"], step["_share"] == 1, step["_metric"]
    negative, over, unmeasured = number < 0, number > base, ~share
    if asked.scores:
        scored = one_of(metric, asked.scores)
        negative, over, unmeasured = negative & ~scored, over & ~scored, unmeasured | scored
    faults = [
        (~one_of(metric, asked.keys), "wrong-metric"),
        (nw.col("on").is_null() | nw.col("numerator").is_null(), "missing-value"),
        (negative | (base < 0), "negative"),
        ((number >= BASE) | (number <= -BASE) | (base >= BASE), "out-of-range"),
        (share & one_of(metric, asked.counts), "unexpected-base"),
        (share & over, "over-full"),
        (base == 0, "empty-base"),
    ]
    return [*faults, (unmeasured, "tie-break-unmeasured")] if asked.by_base else faults


def _scope(within: ScopeKind) -> nw.Expr:
    if within is ScopeKind.NATION:
        return nw.lit("id")
    province = nw.col("area").str.slice(0, _PROVINCE)
    if within is ScopeKind.PROVINCE:
        return province
    return first_fault([(one_of(province, codes), name) for name, codes in _GROUPS])


def _told_by_tables(frame: Frame) -> tuple[Frame, nw.Expr, nw.Expr]:
    """Add what only the whole table tells: an area that occurs twice, figures or areas of two kinds.

    Returns:
        The frame, the code of what is wrong, or null, and whether nothing is.
    """
    stands = nw.col("_fault").is_null() | (nw.col("_fault") == "empty-base")
    kind = nw.col("_share") + nw.col("_kind")
    frame = with_groups(
        frame,
        _low=Told(nw.when(stands).then(kind).otherwise(nw.lit(_NOBODY)).cast(nw.Int64()), "min", TABLE),
        _high=Told(nw.when(stands).then(kind).otherwise(nw.lit(-1)).cast(nw.Int64()), "max", TABLE),
        _times=Told(kind, "len", (*TABLE, "area")),
    )
    again, mixed = nw.col("_times") > 1, nw.col("_low") < nw.col("_high")
    faults = (
        (again, "duplicate"),
        ((nw.col("_low") < 2) & (nw.col("_high") >= 2), "mixed-areas"),  # noqa: PLR2004 -- there provinces begin
        (mixed, "mixed-scales"),
    )
    return frame, first_fault(faults), ~(again | mixed)
