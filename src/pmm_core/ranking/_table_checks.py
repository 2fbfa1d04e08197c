"""What must hold before figures become a table: everything wrong is found, little is paid where nothing is."""

from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, Final

from pmm_core._checks import Problems
from pmm_core.ranking._alike import check_alike, check_kind
from pmm_core.ranking._area import Group, Scope, outside
from pmm_core.ranking._measurement import Measurement
from pmm_core.ranking._metric import Metric
from pmm_core.ranking._rows import Unranked, UnrankedReason
from pmm_core.ranking._tie_break import TieBreak

AREA_KEY: Final = attrgetter("area.key")


def check_members(problems: Problems, path: str, values: tuple[Any, ...], kind: type[Any]) -> None:
    """Check that a field is a tuple of one kind of thing."""
    if problems.instance(path, values, tuple, "a tuple"):
        for index, value in enumerate(values):
            problems.instance(f"{path}[{index}]", value, kind, f"a {kind.__name__}")


def check_figures(problems: Problems, figures: tuple[Any, ...], metric: Metric, on: date) -> list[str]:
    """Check that the figures can stand in one table of this metric and day; gives the codes of their areas."""
    if not problems.instance("measurements", figures, tuple, "a tuple"):
        return []
    keys = _keys_at_a_glance(figures, metric, on)
    if keys is not None:
        return keys
    check_alike(problems, "measurements", figures)
    for figure in figures[:1]:  # the others were compared with the first
        if isinstance(figure, Measurement):
            if figure.metric != metric:
                problems.add(
                    "measurements[0].metric", "mixed-metrics", f"is {figure.metric.key}, not that of the table"
                )
            if figure.on != on:
                problems.add("measurements[0].on", "mixed-dates", f"is {figure.on}, not that of the table")
    return []  # whatever the glance did not like, the long way has found; the caller raises it


def _keys_at_a_glance(figures: tuple[Any, ...], metric: Metric, on: date) -> list[str] | None:
    """The codes of the areas if all is well: column by column, since this is paid for every table."""
    size = len(figures)
    if list(map(type, figures)).count(Measurement) != size:
        return None
    areas = [figure.area for figure in figures]
    keys = [area.key for area in areas]
    fine = (
        [figure.metric for figure in figures].count(metric) == size
        and [figure.on for figure in figures].count(on) == size
        and [figure.denominator for figure in figures].count(None) in {0, size}
        and len(set(keys)) == size
        and len(set(map(type, areas))) <= 1
    )
    return keys if fine else None


def check_scope(problems: Problems, scope: Scope, figures: Sequence[Measurement], without: Sequence[Unranked]) -> None:
    """Check that every area lies in the scope, and that nobody both has and lacks a figure."""
    for index in outside(scope, [figure.area for figure in figures]):
        problems.add(f"measurements[{index}].area", "out-of-scope", f"{figures[index].area} is not in {scope}")
    if not without:
        return
    known = {figure.area.key for figure in figures}
    kind = type(figures[0].area if figures else without[0].area)  # that the figures are of one was checked before
    for index, row in enumerate(without):
        check_kind(problems, f"without[{index}]", row.area, kind)
        if row.area.key in known:
            problems.add(f"without[{index}].area", "duplicate", f"{row.area} stands in the table already")
        known.add(row.area.key)
        if not scope.holds(row.area):
            problems.add(f"without[{index}].area", "out-of-scope", f"{row.area} is not in {scope}")


def check_tie_breaks(problems: Problems, tie_breaks: Iterable[TieBreak], ranked: Sequence[Measurement]) -> None:
    """Check that every tie-break has a value for every area that is ranked."""
    for index, tie_break in enumerate(tie_breaks):
        for figure, key in zip(ranked, tie_break.values(ranked), strict=True):
            if key is None:
                own = not tie_break.measurements
                code = "tie-break-unmeasured" if own else "tie-break-missing"
                problems.add(f"tie_breaks[{index}]", code, f"{figure.area} has no value for {tie_break.name}")


def split(figures: list[Measurement], minimum: int) -> tuple[list[Measurement], list[Unranked]]:
    """Part the figures that earn a place from those that do not."""
    if minimum == 0 and [figure.denominator for figure in figures].count(0) == 0:
        return figures, []
    ranked: list[Measurement] = []
    unranked: list[Unranked] = []
    for figure in figures:
        reason = _reason(figure, minimum)
        if reason is None:
            ranked.append(figure)
        else:
            unranked.append(Unranked(figure.area, reason))
    return ranked, unranked


def _reason(figure: Measurement, minimum: int) -> UnrankedReason | None:
    if figure.denominator == 0:
        return UnrankedReason.EMPTY_BASE
    if minimum == 0:
        return None
    people = figure.people
    if people is None:
        # what a kabupaten counts is never one person's result; of a group nobody can say so
        return UnrankedReason.SIZE_UNKNOWN if isinstance(figure.area, Group) else None
    return UnrankedReason.SMALL_GROUP if people < minimum else None
