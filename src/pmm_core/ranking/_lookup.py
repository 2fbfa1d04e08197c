"""Finding the area that a caller means among those of a table, and all that could stand in it."""

from collections.abc import Iterable

from pmm_core._checks import Problems, shown
from pmm_core.errors import AmbiguousNameError, UnknownNameError
from pmm_core.ranking._area import AREAS, Area, Group, Scope, ScopeKind
from pmm_core.regions import Kabupaten, Province, find, find_province, provinces


def find_area(asked: Area | str, areas: Iterable[Area]) -> Area:
    """The area of a table that a code, a name or an area means.

    Raises:
        UnknownNameError: ``not-in-table``, or ``unknown-region``.
        AmbiguousNameError: ``ambiguous-region``.
        WrongTypeError: for anything but an area or a text.
    """
    problems = Problems("look-up")
    problems.instance("area", asked, (*AREAS, str), "a Kabupaten, Province, Group or text")
    problems.done()
    known = {area.key: area for area in areas}
    if isinstance(asked, str):
        if asked in known:
            return known[asked]
        area: Area | None = _read(asked, known.values())
    else:
        area = asked
    if area is not None and area.key in known:
        return known[area.key]
    raise UnknownNameError("area of this table", shown(str(asked)), "not-in-table")


def _read(text: str, known: Iterable[Area]) -> Area | None:
    kinds = {type(area) for area in known}
    if kinds == {Group}:
        wanted = text.casefold()
        found = [
            area for area in known if isinstance(area, Group) and wanted in {area.code.casefold(), area.name.casefold()}
        ]
        if len(found) > 1:
            raise AmbiguousNameError("group", shown(text), tuple(area.key for area in found))
        return found[0] if found else None
    if kinds == {Province}:
        return find_province(text)
    return find(text) if kinds == {Kabupaten} else None


def siblings(scope: Scope, kind: type[Area]) -> tuple[Area, ...]:
    """Every area of the bundled table that could stand in a table of this scope and kind."""
    if kind is Province:
        return tuple(
            province for province in provinces() if scope.kind is not ScopeKind.NAMED and scope.holds(province)
        )
    return scope.kabupatens if kind is Kabupaten else ()
