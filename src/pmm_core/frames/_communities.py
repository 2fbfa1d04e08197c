"""From rows of learning communities to counts of kabupaten."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import cast

import narwhals.stable.v2 as nw

from pmm_core._checks import Problems
from pmm_core.communities import CommunityKind
from pmm_core.frames._areas import is_kabupaten, listed_codes, with_listed
from pmm_core.frames._engine import Frame, IntoFrameT, as_number, day_of, given_back, number_of_day, small
from pmm_core.frames._entry import read, settled
from pmm_core.frames._places import in_one_piece
from pmm_core.frames._schemas import COMMUNITIES
from pmm_core.ranking import COMMUNITIES_REGISTERED
from pmm_core.regions import Kabupaten


def registered_communities(
    communities: IntoFrameT, *, on: date, kind: CommunityKind | None = None, among: Iterable[Kabupaten] = ()
) -> IntoFrameT:
    """Count the communities registered in PMM per kabupaten, as `pmm_core.ranking.measure_communities` does.

    What is lazy stays lazy, and the frame is read once.

    Args:
        communities: one row per community as in `COMMUNITIES`: ``kabupaten``, ``registered_on``, and ``kind`` where one
            is asked for.  Those that are not registered by the day are passed over, and those of no kabupaten.
        on: the day.
        kind: only this kind; all where it is left out.
        among: kabupaten that are measured in any case, with 0 where there is none.

    Returns:
        A frame of the same engine with one row per kabupaten, in any order: ``area``, ``metric``, ``on``,
        ``numerator`` (how many), ``denominator`` (null, since a count has no base), and ``reason``: null, or
        ``unknown-region`` for a code that is none.

    Raises:
        InvalidValueError: ``missing-column``, ``duplicate`` or ``unknown-engine`` for the frame.
        WrongTypeError: ``datetime-for-date`` for the day or a column, ``wrong-type`` for anything else.

    >>> import pyarrow as pa
    >>> from datetime import date
    >>> days = [date(2022, 11, 1), date(2022, 12, 1), None]
    >>> communities = pa.table({"kabupaten": ["15.04"] * 3, "registered_on": days})
    >>> found = registered_communities(communities, on=date(2022, 11, 24))
    >>> found.select(["area", "numerator"]).to_pylist()
    [{'area': '15.04', 'numerator': 1}]
    """
    problems = Problems("registered_communities")
    problems.day("on", on)
    if kind is not None:
        problems.instance("kind", kind, CommunityKind, "a CommunityKind")
    listed = listed_codes(problems, among)
    needed = ("kabupaten", "registered_on", *(() if kind is None else ("kind",)))
    frame = read(problems, "communities", communities, COMMUNITIES, only=needed)
    (frame,) = settled(problems, frame)
    counted = frame.filter(~nw.col("kabupaten").is_null() & ~nw.col("registered_on").is_null())
    if kind is not None:
        counted = counted.filter(nw.col("kind") == kind.value)
    counted = counted.filter(number_of_day("registered_on") <= as_number(on))
    counts = counted.group_by("kabupaten").agg(nw.len().alias("numerator"))
    result = in_one_piece(counts, partial(_figures, listed, on))
    return cast("IntoFrameT", given_back(result, communities))


def _figures(listed: tuple[str, ...], on: date, counts: Frame) -> Frame:
    counts = with_listed(counts, listed, "numerator")
    told = small(counts, {"metric": (COMMUNITIES_REGISTERED.key,), "denominator": (None,)})
    return counts.join(told, how="cross").select(
        nw.col("kabupaten").alias("area"),
        nw.col("metric"),
        day_of(counts, on).alias("on"),
        nw.col("numerator"),
        nw.col("denominator"),
        nw.when(~is_kabupaten(counts, "kabupaten")).then(nw.lit("unknown-region")).alias("reason"),
    )
