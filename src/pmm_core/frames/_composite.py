"""Areas ranked by a composite index: sums of fractions on different bases, exact in whole numbers of 64 bits.

The points of an area are T / q with T = p1 * n1/d1 + ... + pm * nm/dm, where the weights are p1/q ... pm/q.  The sum as
one fraction has a denominator of up to 31 * m bits, which no column holds.  So every term is written out by long
division as a whole part and *digits* to the base B = 2**31, as many as decide every question that is asked:

1.  **How fine.**  Let b be the number of bits that all bases together have at most.  Two different sums differ by more
    than 2**-2b.  On a grid of that width or finer, their whole parts therefore differ, in the same order, and equal
    sums have equal whole parts.  The grid has G digits, the least number with 31 * G >= 2 * b.
2.  **How far.**  A term cut off after K digits is short of the truth by less than 1 unit of the last digit, the sum by
    less than m units.  Adding m units makes it exceed the truth, by at most m units.  That never carries it over the
    next line of the grid: a sum that lies on a line is a whole width away from the next; any other is more than
    2**-(b + 31 * G) below it, since lines are multiples of 2**-31G and the sum has a denominator of at most b bits.
    So with 31 * K >= b + 31 * G + (bits of m), the line below the sum as computed is the line below the true sum.
3.  **Rounding for reading** asks for the whole part of a fixed multiple of T; its lines are further apart from a sum
    than those of the grid, so that the same digits answer it exactly.

The digits of the terms are added column by column and carried once; those of the grid, two to a column, are the keys
by which places are numbered.  ``tests/engines/test_composite_laws.py`` holds this against `fractions.Fraction`, with
sums that differ as little as sums can.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial, reduce
from itertools import count
from math import lcm
from operator import add
from typing import Final, cast

import attrs
import narwhals.stable.v2 as nw

from pmm_core._checks import Problems
from pmm_core.frames._engine import Frame, IntoFrameT, given_back
from pmm_core.frames._entry import read, settled
from pmm_core.frames._figures import RANKED, first_fault, one_if, one_of, told_by_rows
from pmm_core.frames._options import Options, options, refuse
from pmm_core.frames._places import BASE, in_one_piece, with_places
from pmm_core.frames._schemas import MEASUREMENTS
from pmm_core.frames._standings import table_of
from pmm_core.frames._steps import Told, quotients, with_groups
from pmm_core.ranking import Component, Index, ScopeKind, TieMethod

_BITS: Final = 31
_PLACES: Final = ("on", "scope")
_NOBODY: Final = 9  # above every kind of area
_NO_BASE: Final = -1  # below every base
_POINTS: Final = 10_000  # hundredths of a point, of 100


@attrs.frozen(kw_only=True)
class Digits:
    """How the sums of an index are written out."""

    common: int
    """The common denominator of the weights."""
    weights: tuple[int, ...]
    """Their numerators."""
    grid: int
    """How many digits tell any two sums apart."""
    last: int
    """How many digits are computed."""

    @classmethod
    def of(cls, index: Index) -> "Digits":
        """As many digits as the index needs."""
        weights = [Fraction(component.weight) for component in index.components]
        common = lcm(*(weight.denominator for weight in weights))
        bits = sum((component.full_mark or BASE - 1).bit_length() for component in index.components)
        grid = -(-2 * bits // _BITS)
        return cls(
            common=common,
            weights=tuple(int(weight * common) for weight in weights),
            grid=grid,
            last=grid - (-(bits + len(weights).bit_length()) // _BITS),
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that tell who is better."""
        return tuple(f"_key{place}" for place in range(0, self.grid + 1, 2))


def composite(
    index: Index,
    measurements: IntoFrameT,
    *,
    within: ScopeKind | str = ScopeKind.PROVINCE,
    ties: TieMethod | str = TieMethod.COMPETITION,
) -> IntoFrameT:
    """Rank areas by a composite index, within their province, island group or the nation, for each day in the frame.

    Places are those of `pmm_core.ranking.composite`, value for value.  What is lazy stays lazy, and the frame is read
    once.

    Args:
        index: the metrics and their weights.
        measurements: one row per figure as in `MEASUREMENTS`; rows of metrics that the index does not use are not
            looked at.
        within: among whom, see `standings`.
        ties: how equal points are numbered.

    Returns:
        A frame of the same engine with one row for each area and day, in any order: the columns of `standings` without
        ``numerator`` and ``denominator``, so that `movement` takes it.  ``metric`` is the key of the index, ``scale``
        is ``score``, ``basis_points`` are the points in hundredths, from 0 to 10000, rounded half up, for reading.
        ``reason`` is ``incomplete`` where a component is missing or a share was published without its base,
        ``empty-base`` where a base is 0, ``duplicate`` where a component occurs twice, ``mixed-areas``, or why a figure
        is at fault, see `standings`.

    Raises:
        RefusedError: ``not-over-frames`` for tables within one kabupaten.
        InvalidValueError: ``out-of-range`` for an index whose weights have no common denominator below 2**31 or with a
            full mark of 2**31 or more, and the errors of `standings`.
        WrongTypeError: ``wrong-type`` and others for an argument or column of the wrong kind.

    >>> import pyarrow as pa
    >>> from datetime import date
    >>> from fractions import Fraction
    >>> from pmm_core.ranking import COMMUNITIES_REGISTERED, SCHOOLS_LOGGED_IN, Component, Index
    >>> from pmm_core.sources import Certainty, Source
    >>> ours = Source(key="example", title="An example", locator="here", certainty=Certainty.DESIGN)
    >>> half = Fraction(1, 2)
    >>> index = Index(key="example", label_id="contoh", label_en="example", source=ours, components=(
    ...     Component(metric=SCHOOLS_LOGGED_IN, weight=half),
    ...     Component(metric=COMMUNITIES_REGISTERED, weight=half, full_mark=150)))
    >>> measurements = pa.table({
    ...     "area": ["15.04", "15.04", "15.05", "15.05"],
    ...     "metric": ["schools-logged-in", "communities-registered"] * 2,
    ...     "on": [date(2022, 11, 24)] * 4,
    ...     "numerator": [240, 144, 100, 160],
    ...     "denominator": [240, None, 200, None],
    ... })
    >>> found = composite(index, measurements).sort_by("rank").select(["area", "basis_points", "rank", "size"])
    >>> [tuple(row.values()) for row in found.to_pylist()]
    [('15.04', 9800, 1, 2), ('15.05', 7500, 2, 2)]
    """
    problems = Problems("composite")
    known: tuple[Component, ...] = ()
    if problems.instance("index", index, Index, "an Index"):
        known = index.components
        if Digits.of(index).common >= BASE:
            problems.add("index.components", "out-of-range", "must have weights with a common denominator below 2**31")
        for position, component in enumerate(known):
            if (component.full_mark or 0) >= BASE:
                problems.add(f"index.components[{position}].full_mark", "out-of-range", "must be below 2**31")
    frame = read(problems, "measurements", measurements, MEASUREMENTS)
    metrics = [component.metric for component in known]
    asked = options(problems, within=within, ties=ties, metrics=metrics)
    (frame,) = settled(problems, frame)
    refuse("rank over frames", asked)
    return cast("IntoFrameT", given_back(in_one_piece(frame, partial(_composite, asked, index)), measurements))


def _composite(asked: Options, index: Index, frame: Frame) -> Frame:
    digits, components = Digits.of(index), index.components
    rows = told_by_rows(frame.filter(one_of(nw.col("metric"), asked.keys)), asked)
    areas = _with_reasons(_by_area(rows, components), components)
    areas = areas.with_columns(nw.lit(index.key).alias("metric"), *_terms(components, digits))
    sums = _with_keys(_divided(areas, len(components), digits), len(components), digits)
    placed = with_places(sums, RANKED, digits.keys, asked.ties)
    points = nw.when(nw.col("_out") == 0).then(nw.col("_points"))
    return table_of(placed, asked, nw.lit("score"), basis_points=points)


def _by_area(rows: Frame, components: Sequence[Component]) -> Frame:
    """One row for each area and day, with all its components, out of one for each figure."""
    columns: list[nw.Expr] = [nw.when(nw.col("_fault") != "empty-base").then(nw.col("_fault")).alias("_fault")]
    for position, component in enumerate(components):
        here = nw.when(nw.col("metric") == component.metric.key)
        base = nw.when(nw.col("_share") == 1).then(nw.col("_d")).otherwise(nw.lit(_NO_BASE))
        columns += [
            here.then(nw.lit(1)).otherwise(nw.lit(0)).cast(nw.Int64()).alias(f"_times{position}"),
            here.then(nw.col("_n")).otherwise(nw.lit(0)).cast(nw.Int64()).alias(f"_n{position}"),
            here.then(base).otherwise(nw.lit(_NO_BASE)).cast(nw.Int64()).alias(f"_d{position}"),
        ]
    every = range(len(components))
    return (
        rows.with_columns(*columns)
        .group_by("area", "on", "scope")
        .agg(
            nw.col("_fault").max(),
            nw.col("_kind").max(),
            *(nw.col(f"_times{position}").sum() for position in every),
            *(nw.col(f"_{part}{position}").max() for part in "nd" for position in every),
        )
    )


def _with_reasons(areas: Frame, components: Sequence[Component]) -> Frame:
    fault, kind = nw.col("_fault"), nw.col("_kind")
    areas = with_groups(
        areas,
        _low=Told(nw.when(fault.is_null()).then(kind).otherwise(nw.lit(_NOBODY)).cast(nw.Int64()), "min", _PLACES),
        _high=Told(nw.when(fault.is_null()).then(kind).otherwise(nw.lit(-1)).cast(nw.Int64()), "max", _PLACES),
    )
    every = range(len(components))
    shares = [position for position in every if not components[position].full_mark]
    own = first_fault(
        (
            *((nw.col(f"_times{position}") > 1, "duplicate") for position in every),
            *((nw.col(f"_times{position}") == 0, "incomplete") for position in every if position not in shares),
            *((nw.col(f"_d{position}") == _NO_BASE, "incomplete") for position in shares),  # also where there is none
            *((nw.col(f"_d{position}") == 0, "empty-base") for position in shares),
            (nw.col("_low") < nw.col("_high"), "mixed-areas"),
        )
    )
    return areas.with_columns(
        nw.when(fault.is_null()).then(own).otherwise(fault).alias("reason"),
        one_if(~(fault.is_null() & own.is_null())).alias("_out"),
    )


def _terms(components: Sequence[Component], digits: Digits) -> list[nw.Expr]:
    """What each component earns of its weight, as a numerator and a base that are sound in every row."""
    fine, found = nw.col("_out") == 0, list[nw.Expr]()
    for position, (component, weight) in enumerate(zip(components, digits.weights, strict=True)):
        number, base = nw.col(f"_n{position}"), nw.col(f"_d{position}")
        if component.full_mark is not None:
            base = nw.lit(component.full_mark)
            number = nw.when(number < component.full_mark).then(number).otherwise(base)
        earned = number if component.metric.more_is_better else base - number
        found += [
            nw.when(fine).then(earned * weight).otherwise(nw.lit(0)).cast(nw.Int64()).alias(f"_rest{position}"),
            nw.when(fine).then(base).otherwise(nw.lit(1)).cast(nw.Int64()).alias(f"_d{position}"),
        ]
    return found


def _divided(areas: Frame, size: int, digits: Digits) -> Frame:
    """Write the terms out by long division, and add up each column of digits."""
    every = range(size)
    for position in range(digits.last + 1):
        times = BASE if position else 1
        areas, step = quotients(areas, {f"_part{term}": (f"_rest{term}", times, f"_d{term}") for term in every})
        parts = [step[f"_part{term}"] for term in every]
        rests = {f"_rest{term}": nw.col(f"_rest{term}") * times - parts[term] * nw.col(f"_d{term}") for term in every}
        areas = areas.with_columns(reduce(add, parts).alias(f"_digit{position}"), **rests)
    return areas


def _with_keys(sums: Frame, size: int, digits: Digits) -> Frame:
    """Carry from the last digit to the first; then give the keys of the grid, and the points for reading."""
    sums = sums.with_columns(
        (nw.col(f"_digit{digits.last}") + size).alias(f"_digit{digits.last}"), nw.lit(0).alias("_up")
    )
    for place in range(digits.last, -1, -1):
        digit = nw.col(f"_digit{place}")
        carried = [(nw.col("_up") + nw.col(f"_digit{place + 1}") * 2 * _POINTS) // BASE] if place < digits.last else []
        columns = [expression.alias("_up") for expression in carried]
        if place:
            columns += [
                (digit - digit // BASE * BASE).alias(f"_digit{place}"),
                (nw.col(f"_digit{place - 1}") + digit // BASE).alias(f"_digit{place - 1}"),
            ]
        sums = sums.with_columns(*columns)
    doubled = nw.col("_digit0") * 2 * _POINTS + nw.col("_up")
    return sums.with_columns(
        ((doubled + digits.common) // (2 * digits.common)).alias("_points"),
        *(_key(place, digits.grid).alias(name) for place, name in zip(count(0, 2), digits.keys, strict=False)),
    )


def _key(place: int, grid: int) -> nw.Expr:
    """Two digits of the grid in one number, the smaller the better."""
    digit = nw.col(f"_digit{place}")
    return -1 * (digit * BASE + nw.col(f"_digit{place + 1}")) if place < grid else -1 * digit
