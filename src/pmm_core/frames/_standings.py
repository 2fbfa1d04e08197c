"""Who stands where, for all tables of a frame at once."""

from collections.abc import Iterable
from functools import partial
from typing import cast

import narwhals.stable.v2 as nw

from pmm_core._checks import Problems
from pmm_core.frames._engine import Frame, IntoFrameT, given_back
from pmm_core.frames._entry import read, settled
from pmm_core.frames._figures import RANKED, TABLE, figures, keys_of, one_of
from pmm_core.frames._options import KNOWN_METRICS, Options, options, refuse
from pmm_core.frames._places import in_one_piece, place, with_places
from pmm_core.frames._schemas import MEASUREMENTS
from pmm_core.frames._steps import Told, laid_out, of_group
from pmm_core.ranking import Metric, ScopeKind, TieBreak, TieMethod


def standings(
    measurements: IntoFrameT,
    *,
    within: ScopeKind | str = ScopeKind.PROVINCE,
    ties: TieMethod | str = TieMethod.COMPETITION,
    tie_breaks: Iterable[TieBreak] = (),
    metrics: Iterable[Metric] = KNOWN_METRICS,
) -> IntoFrameT:
    """Rank areas within their province, island group or the nation, one table for each metric and day in the frame.

    Places are those of `pmm_core.ranking.rank`, value for value: shares are compared as exact fractions.  What is lazy
    stays lazy, and the frame is read once.

    Args:
        measurements: one row per figure as in `MEASUREMENTS`; a row whose ``reason`` is set already keeps it.
        within: among whom, a `pmm_core.ranking.ScopeKind` or its text: ``province``, ``island-group`` or ``nation``.
        ties: how equal figures are numbered, a `pmm_core.ranking.TieMethod` or its text.
        tie_breaks: keys that decide between equal figures, in this order: `pmm_core.ranking.LARGER_COUNT` and
            `pmm_core.ranking.LARGER_BASE`.
        metrics: what may be ranked, since only a metric says whether more is better; every metric of the library where
            it is left out.

    Returns:
        A frame of the same engine with the rows of the measurements, in any order:

        - ``area``, ``metric``, ``on``, ``numerator``, ``denominator``: as they came in, in 64 bits;
        - ``scope``: the table, as the code of the province, the text of the island group, or ``id``;
        - ``basis_points``: a share in hundredths of a percent, rounded half up, for reading; null for what is none;
        - ``rank``: the place; under FRACTIONAL there is ``rank_doubled`` instead, twice the place, so that halves are
          exact whole numbers;
        - ``tied``: how many others share the figure, tie-breaks counted;
        - ``size``: how many are ranked in the table;
        - ``reason``: null for those that have a place, else a stable code: ``empty-base``, ``unknown-region``,
          ``wrong-metric`` (not among *metrics*), ``missing-value``, ``negative``, ``out-of-range`` (2**31 or more),
          ``unexpected-base``, ``over-full``, ``tie-break-unmeasured``, ``duplicate`` (the area occurs twice: no row of
          it counts), ``mixed-areas`` or ``mixed-scales`` (nobody in the table has a place), or what came in;
        - ``scale``, ``ties``, ``tie_breaks``: what is ranked and how ties were treated, for `movement` to compare.

    Raises:
        RefusedError: ``not-over-frames`` for tables within one kabupaten, and for tie-breaks by another metric.
        InvalidValueError: ``missing-column``, ``duplicate`` or ``unknown-engine`` for the frame, ``unknown-choice`` for
            a text, ``malformed`` for `pmm_core.ranking.ScopeKind.NAMED`, ``duplicate`` for a metric that is given
            twice.
        WrongTypeError: ``wrong-type`` and others for an argument or column of the wrong kind.

    >>> import pyarrow as pa
    >>> from datetime import date
    >>> day = date(2022, 12, 23)
    >>> measurements = pa.table({
    ...     "area": ["33.25", "33.26", "33.19"],
    ...     "metric": ["teachers-logged-in"] * 3,
    ...     "on": [day] * 3,
    ...     "numerator": [1, 2, 0],
    ...     "denominator": [3, 6, 0],
    ... })
    >>> found = standings(measurements).sort_by("area").select(["area", "rank", "tied", "size", "reason"])
    >>> [tuple(row.values()) for row in found.to_pylist()]
    [('33.19', None, None, 2, 'empty-base'), ('33.25', 1, 1, 2, None), ('33.26', 1, 1, 2, None)]
    """
    problems = Problems("standings")
    frame = read(problems, "measurements", measurements, MEASUREMENTS)
    asked = options(problems, within=within, ties=ties, tie_breaks=tie_breaks, metrics=metrics)
    (frame,) = settled(problems, frame)
    refuse("rank over frames", asked)
    return cast("IntoFrameT", given_back(in_one_piece(frame, partial(_standings, asked)), measurements))


def _standings(asked: Options, frame: Frame) -> Frame:
    placed = with_places(figures(frame, asked), RANKED, keys_of(asked), asked.ties)
    share = (nw.col("_out") == 0) & (nw.col("_share") == 1)
    scale: nw.Expr = nw.when(nw.col("denominator").is_null()).then(nw.lit("count")).otherwise(nw.lit("share"))
    if asked.scores:
        scale = nw.when(one_of(nw.col("metric"), asked.scores)).then(nw.lit("score")).otherwise(scale)
    return table_of(
        placed,
        asked,
        scale,
        numerator=nw.col("numerator"),
        denominator=nw.col("denominator"),
        basis_points=nw.when(share).then(nw.col("_points")),
    )


def table_of(placed: Frame, asked: Options, scale: nw.Expr, **figure: nw.Expr) -> Frame:
    """The columns of standings, out of rows with places."""
    ranked = nw.col("_out") == 0
    placed, size = of_group(placed, "_size", Told(1 - nw.col("_out"), "sum", TABLE))
    columns = {
        **{name: nw.col(name) for name in ("area", "metric", "on", "scope")},
        **figure,
        asked.place: nw.when(ranked).then(place(asked.ties)),
        "tied": nw.when(ranked).then(nw.col("_same") - 1),
        "size": size,
        "reason": nw.col("reason"),
        "scale": scale,
        "ties": nw.lit(asked.ties.value),
        "tie_breaks": nw.lit(",".join(tie.name for tie in asked.tie_breaks)),
    }
    return laid_out(placed, columns, "basis_points", asked.place, "tied", "size")
