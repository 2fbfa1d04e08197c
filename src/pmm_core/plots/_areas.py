"""The areas that a caller wants to see at once."""

from collections.abc import Callable, Iterable

from pmm_core._checks import Problems, items
from pmm_core.ranking import Area
from pmm_core.ranking._area import AREAS


def read_areas(problems: Problems, path: str, areas: Iterable[Area | str]) -> tuple[Area | str, ...]:
    """Read areas, codes and names, and check that they are such."""
    known: tuple[Area | str, ...] = items(problems, path, areas, "areas, codes or names")
    for index, area in enumerate(known):
        problems.instance(f"{path}[{index}]", area, (*AREAS, str), "a Kabupaten, Province, Group or text")
    return known


def found(areas: Iterable[Area | str], find: Callable[[Area | str], Area]) -> dict[str, Area]:
    """The areas that are meant, each once, by their keys."""
    return {area.key: area for area in map(find, areas)}
