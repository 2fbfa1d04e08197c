"""What the figures of one table have in common."""

from collections.abc import Iterable

from pmm_core._checks import Problems
from pmm_core.ranking._area import Area
from pmm_core.ranking._measurement import Measurement


def check_kind(problems: Problems, path: str, area: Area, kind: type[Area]) -> None:
    """Check that the area of a row is of the kind of the others."""
    if type(area) is not kind:
        problems.add(f"{path}.area", "mixed-areas", f"is a {type(area).__name__}, not a {kind.__name__}")


def check_alike(problems: Problems, path: str, figures: Iterable[object]) -> None:
    """Check that figures can stand in one table: one metric, one day, one scale, one kind of area, each area once."""
    first: Measurement | None = None
    seen: set[str] = set()
    for index, figure in enumerate(figures):
        where = f"{path}[{index}]"
        if not isinstance(figure, Measurement):
            problems.instance(where, figure, Measurement, "a Measurement")
            continue
        first = first or figure
        if figure.metric != first.metric:
            problems.add(f"{where}.metric", "mixed-metrics", f"is {figure.metric.key}, not {first.metric.key}")
        elif figure.scale is not first.scale:
            problems.add(
                f"{where}.denominator", "mixed-scales", f"makes a {figure.scale.value}, not a {first.scale.value}"
            )
        if figure.on != first.on:
            problems.add(f"{where}.on", "mixed-dates", f"is {figure.on}, not {first.on}")
        check_kind(problems, where, figure.area, type(first.area))
        if figure.area.key in seen:
            problems.add(f"{where}.area", "duplicate", f"{figure.area} ({figure.area.key}) occurs twice")
        seen.add(figure.area.key)
