"""Who climbed and who fell between two frames of standings."""

from functools import partial
from typing import Final, cast

import narwhals.stable.v2 as nw

from pmm_core._checks import Problems
from pmm_core.errors import IncomparableError, Refusal
from pmm_core.frames._engine import Frame, IntoFrameT, beside, given_back, number_of_day
from pmm_core.frames._entry import names_of, read, settled
from pmm_core.frames._figures import first_fault
from pmm_core.frames._places import in_one_piece
from pmm_core.frames._schema import Column, ColumnKind, Schema
from pmm_core.frames._steps import Told, laid_out, with_groups
from pmm_core.ranking import MovementKind


def _column(name: str, kind: ColumnKind, about: str, *, nullable: bool = False, optional: bool = False) -> Column:
    return Column(name=name, kind=kind, about=about, nullable=nullable, optional=optional)


_PLACES: Final = ("rank", "rank_doubled")
_RULES: Final = (("scale", "different-scale"), ("ties", "different-ties"), ("tie_breaks", "different-tie-breaks"))
_SAME: Final = (*_RULES, ("_areas", "different-areas"))
"""What must be the same in two tables, and why they do not compare where it is not."""
_PROVINCE: Final = 2
_STANDINGS: Final = Schema(
    name="standings",
    about="The places that `standings` and `composite` give.",
    key=("area", "metric", "on", "scope"),
    columns=(
        _column("area", ColumnKind.TEXT, "The code of the area.", nullable=True),
        _column("metric", ColumnKind.TEXT, "The key of the metric.", nullable=True),
        _column("on", ColumnKind.DAY, "The day the figures hold for.", nullable=True),
        _column("scope", ColumnKind.TEXT, "Among whom.", nullable=True),
        _column("rank", ColumnKind.INTEGER, "The place.", nullable=True, optional=True),
        _column("rank_doubled", ColumnKind.INTEGER, "Twice the place.", nullable=True, optional=True),
        *(_column(name, ColumnKind.TEXT, "By which rules.") for name, _ in _RULES),
    ),
)
_GROUP: Final = ("area", "metric", "scope")
_TABLE: Final = ("metric", "scope")
_LATE: Final = 99_999_999


def movement(before: IntoFrameT, after: IntoFrameT) -> IntoFrameT:
    """Tell how every area moved between two frames of standings, for all their tables at once.

    The movements are those of `pmm_core.ranking.compare`, value for value.  What is lazy stays lazy.

    Args:
        before: what `standings` or `composite` gave for an earlier day, one day for each metric and scope.
        after: the same for a later day, by the same rules and of the same engine.

    Returns:
        A frame of the same engine with one row for each area that has a place in at least one of two tables, in any
        order: ``area``, ``metric``, ``scope``; ``on_before`` and ``on_after``, the days of the two tables; ``kind``, a
        value of `pmm_core.ranking.MovementKind`; ``rank_before``, ``rank_after``, null where it has no place;
        ``places``, how many it climbed: positive is better, null for who is new or has left; and ``reason``: null, or
        why the two tables do not compare, which leaves ``kind`` and ``places`` empty: ``mixed-dates`` for a table of
        several days, ``different-scale``, ``different-ties``, ``different-tie-breaks``, ``different-areas`` for
        provinces and kabupaten, ``dates-reversed``.  Of standings with ``rank_doubled``, the three columns of places
        are doubled, and are called ``rank_doubled_before``, ``rank_doubled_after`` and ``places_doubled``.

    Raises:
        IncomparableError: ``different-ties`` where only one of the frames carries doubled places.
        InvalidValueError: ``missing-column``, ``duplicate`` or ``unknown-engine`` for a frame, ``different-engine`` for
            the two.
        WrongTypeError: ``wrong-type`` for what is no frame, or for a column.

    >>> import pyarrow as pa
    >>> from datetime import date
    >>> from pmm_core.frames import standings
    >>> def table(day, *numbers):
    ...     size = len(numbers)
    ...     return standings(pa.table({"area": ["33.25", "33.19"], "metric": ["communities-registered"] * size,
    ...         "on": [day] * size, "numerator": numbers, "denominator": pa.array([None] * size, pa.int64())}))
    >>> found = movement(table(date(2022, 1, 1), 9, 5), table(date(2022, 12, 1), 9, 12)).sort_by("area")
    >>> found = found.select(["area", "kind", "rank_before", "rank_after", "places"])
    >>> [tuple(row.values()) for row in found.to_pylist()]
    [('33.19', 'up', 2, 1, 1), ('33.25', 'down', 1, 2, -1)]
    """
    problems = Problems("movement")
    earlier, later = read(problems, "before", before, _STANDINGS), read(problems, "after", after, _STANDINGS)
    places = _place_in(problems, "before", earlier), _place_in(problems, "after", later)
    later = beside(problems, "after", earlier, later)
    earlier, later = settled(problems, earlier, later)
    if places[0] != places[1]:
        why = f"the places are called {places[0]} before, {places[1]} after"
        raise IncomparableError("compare", (Refusal("different-ties", why, ("rank both by the same rules",)),))
    united = nw.concat([_sided(earlier, places[0], 0), _sided(later, places[0], 1)], how="vertical")
    return cast("IntoFrameT", given_back(in_one_piece(united, partial(_movement, places[0])), before))


def _place_in(problems: Problems, side: str, frame: Frame | None) -> str:
    names = () if frame is None else names_of(frame)
    found = next((name for name in _PLACES if name in names), "")
    if frame is not None and not found:
        problems.add(f"{side}[rank]", "missing-column", "the column rank, or rank_doubled, is missing")
    return found


def _sided(frame: Frame, place: str, side: int) -> Frame:
    """The rows that have a place, each saying which of the frames it comes from."""
    rules = [nw.col(name) for name, _ in _RULES]
    length = nw.col("area").str.len_chars()
    areas = nw.when(length == _PROVINCE).then(nw.lit("provinces")).otherwise(nw.lit("kabupatens")).alias("_areas")
    ranked = frame.filter(~nw.col(place).is_null())
    return ranked.select(*_GROUP, "on", nw.col(place).alias("_place"), *rules, areas, nw.lit(side).alias("_side"))


def _movement(place: str, united: Frame) -> Frame:
    rows = united.with_columns(number_of_day("on").alias("_day"))
    told: list[nw.Expr] = []
    for side in (0, 1):
        here = nw.when(nw.col("_side") == side)
        told += [
            here.then(nw.col("_place")).otherwise(nw.lit(-1)).alias(f"_place{side}"),
            here.then(nw.col("_day")).otherwise(nw.lit(_LATE)).alias(f"_first{side}"),
            here.then(nw.col("_day")).otherwise(nw.lit(0)).alias(f"_last{side}"),
            here.then(nw.col("on")).alias(f"_on{side}"),
        ]
    rows = rows.with_columns(*told, *(nw.col(name).alias(f"_{name}") for name, _ in _SAME))
    smallest = ("_first0", "_first1", *(name for name, _ in _SAME))
    largest = ("_last0", "_last1", "_on0", "_on1", *(f"_{name}" for name, _ in _SAME))
    own = rows.group_by(*_GROUP).agg(
        *(nw.col(name).max() for name in ("_place0", "_place1", *largest)), *(nw.col(name).min() for name in smallest)
    )
    latest = {name: Told(nw.col(name), "max", _TABLE) for name in largest}
    own = with_groups(own, **latest, **{name: Told(nw.col(name), "min", _TABLE) for name in smallest})
    return _told(own.with_columns(_reason().alias("reason")), place)


def _reason() -> nw.Expr:
    first, last = (nw.col("_first0"), nw.col("_first1")), (nw.col("_last0"), nw.col("_last1"))
    there = (last[0] > 0, last[1] > 0)
    return first_fault(
        (
            ((there[0] & (first[0] < last[0])) | (there[1] & (first[1] < last[1])), "mixed-dates"),
            *((nw.col(name) != nw.col(f"_{name}"), code) for name, code in _SAME),
            (there[0] & there[1] & (last[1] <= last[0]), "dates-reversed"),
        )
    )


def _told(rows: Frame, place: str) -> Frame:
    before, after = nw.col("_place0"), nw.col("_place1")
    fine = nw.col("reason").is_null()
    kind = first_fault(
        (
            (before < 0, MovementKind.NEW.value),
            (after < 0, MovementKind.LEFT.value),
            (before > after, MovementKind.UP.value),
            (before < after, MovementKind.DOWN.value),
            (before == after, MovementKind.SAME.value),
        )
    )
    columns = {
        **{name: nw.col(name) for name in _GROUP},
        "on_before": nw.col("_on0"),
        "on_after": nw.col("_on1"),
        "kind": nw.when(fine).then(kind),
        f"{place}_before": nw.when(fine & (before > 0)).then(before),
        f"{place}_after": nw.when(fine & (after > 0)).then(after),
        place.replace("rank", "places"): nw.when(fine & (before > 0) & (after > 0)).then(before - after),
        "reason": nw.col("reason"),
    }
    return laid_out(rows, columns, f"{place}_before", f"{place}_after", place.replace("rank", "places"))
