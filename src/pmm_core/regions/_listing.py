"""Listing the bundled regions, all of them or some."""

from pmm_core._checks import Problems
from pmm_core.regions._kinds import IslandGroup, RegionKind
from pmm_core.regions._province import find_province
from pmm_core.regions._region import Kabupaten, Province, table


def provinces() -> tuple[Province, ...]:
    """List the provinces (provinsi).

    Returns:
        All bundled provinces, in the order of their codes.

    >>> len(provinces()), provinces()[0].name
    (38, 'Aceh')
    """
    return table().provinces


def kabupatens(
    *, province: Province | str | None = None, island_group: IslandGroup | None = None, kind: RegionKind | None = None
) -> tuple[Kabupaten, ...]:
    """List kabupaten and kota, all of them or those that meet every condition given.

    Args:
        province: only those of this province, given as a value or as `find_province` reads it.
        island_group: only those of this group of islands (kelompok pulau).
        kind: only kabupaten, or only kota.

    Returns:
        The bundled regions in the order of their codes; may be empty, for instance for the kota of Papua Selatan.

    Raises:
        UnknownNameError: ``unknown-region`` for the province.
        InvalidValueError: ``empty`` for the province.
        WrongTypeError: ``wrong-type`` for a condition of the wrong kind.

    >>> len(kabupatens()), len(kabupatens(kind=RegionKind.KOTA))
    (514, 98)
    >>> [str(kota) for kota in kabupatens(province="Jambi", kind=RegionKind.KOTA)]
    ['Kota Jambi', 'Kota Sungai Penuh']
    """
    problems = Problems("condition")
    if province is not None:
        problems.instance("province", province, (Province, str), "a Province or a text")
    if island_group is not None:
        problems.instance("island_group", island_group, IslandGroup, "an IslandGroup")
    if kind is not None:
        problems.instance("kind", kind, RegionKind, "a RegionKind")
    problems.done()
    rows = table().kabupatens if province is None else find_province(province).kabupatens
    return tuple(
        row
        for row in rows
        if (kind is None or row.kind is kind) and (island_group is None or row.island_group is island_group)
    )
