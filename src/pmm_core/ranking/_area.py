"""What is ranked, and among whom."""

from collections.abc import Iterable, Sequence
from typing import Final, assert_never, cast, final

import attrs

from pmm_core._checks import Problems, items
from pmm_core._labels import Labelled, labelled
from pmm_core.regions import IslandGroup, Kabupaten, Province, kabupatens


@final
@attrs.frozen
class Group:
    """A small group of people within a kabupaten: a kecamatan, a school, a team.

    A place of a very small group would tell the result of single persons, so that groups below a minimum size are not
    shown unless the caller asks for it, see `MINIMUM_GROUP_SIZE`.

    Args:
        kabupaten: where the group is.
        code: the caller's own id for it, unique within the kabupaten.
        name: how tables show it.

    Raises:
        InvalidValueError: ``empty`` for an empty code or name.
        WrongTypeError: for a field of the wrong kind.

    >>> from pmm_core import find
    >>> Group(find("Kab. Batang"), "kandeman", "Kecamatan Kandeman").key
    '33.25/kandeman'
    """

    kabupaten: Kabupaten
    code: str
    name: str

    def __attrs_post_init__(self) -> None:
        problems = Problems("Group")
        problems.instance("kabupaten", self.kabupaten, Kabupaten, "a Kabupaten")
        problems.text("code", self.code)
        problems.text("name", self.name)
        problems.done()

    @property
    def key(self) -> str:
        """Unique over the nation: the code of the kabupaten, a slash, the group's own code."""
        return f"{self.kabupaten.key}/{self.code}"

    def __str__(self) -> str:
        return self.name


Area = Kabupaten | Province | Group
"""What can be ranked."""

AREAS: Final = (Kabupaten, Province, Group)


@final
@labelled(
    KABUPATEN=("kabupaten/kota", "kabupaten"),
    PROVINCE=("provinsi", "province"),
    ISLAND_GROUP=("gugus pulau", "island group"),
    NATION=("nasional", "nation"),
    NAMED=("kelompok", "named set"),
)
class ScopeKind(Labelled):
    """How wide a table reaches."""

    KABUPATEN = "kabupaten"
    PROVINCE = "province"
    ISLAND_GROUP = "island-group"
    NATION = "nation"
    NAMED = "named"


_OPEN: Final = (ScopeKind.NATION, ScopeKind.NAMED)  # every area lies in these


@final
@attrs.frozen
class Scope:
    """Among whom the areas of a table are ranked.  Tables compare only within one scope.

    Build one with `Scope.province`, `Scope.island_group`, `Scope.kabupaten`, `Scope.nation` or `Scope.named`; `rank`
    finds the narrowest by itself.

    Args:
        kind: how wide it reaches.
        key: the code of the region, or the name of a named set.
        label: how tables show it.

    Raises:
        InvalidValueError: ``empty`` for an empty key or label.
        WrongTypeError: for a field of the wrong kind.

    >>> from pmm_core import find, find_province
    >>> jateng, batang, samarinda = find_province("Jawa Tengah"), find("Kab. Batang"), find("Kota Samarinda")
    >>> scopes = Scope.kabupaten(batang), Scope.island_group(jateng.island_group), Scope.nation(), Scope.named("pilot")
    >>> [len(scope.kabupatens) for scope in scopes]
    [1, 119, 514, 0]
    >>> Scope.province(jateng).holds(batang), Scope.province(jateng).without([batang, samarinda])
    (True, [1])
    """

    kind: ScopeKind
    key: str
    label: str

    def __attrs_post_init__(self) -> None:
        problems = Problems("Scope")
        problems.instance("kind", self.kind, ScopeKind, "a ScopeKind")
        problems.text("key", self.key)
        problems.text("label", self.label)
        problems.done()

    @classmethod
    def kabupaten(cls, kabupaten: Kabupaten) -> "Scope":
        """Everything within one kabupaten or kota.

        Args:
            kabupaten: which one.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a kabupaten or kota.
        """
        _must_be("kabupaten", kabupaten, Kabupaten, "a Kabupaten")
        return cls(ScopeKind.KABUPATEN, kabupaten.key, str(kabupaten))

    @classmethod
    def province(cls, province: Province) -> "Scope":
        """Everything within one province.

        Args:
            province: which one.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a province.

        >>> from pmm_core import find_province
        >>> len(Scope.province(find_province("Jawa Tengah")).kabupatens)
        35
        """
        _must_be("province", province, Province, "a Province")
        return cls(ScopeKind.PROVINCE, province.key, province.name)

    @classmethod
    def island_group(cls, island_group: IslandGroup) -> "Scope":
        """Everything within one island group.

        Args:
            island_group: which one.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but an island group.
        """
        _must_be("island_group", island_group, IslandGroup, "an IslandGroup")
        return cls(ScopeKind.ISLAND_GROUP, island_group.value, island_group.label_id)

    @classmethod
    def nation(cls) -> "Scope":
        """The whole of Indonesia."""
        return cls(ScopeKind.NATION, "id", "Indonesia")

    @classmethod
    def named(cls, name: str) -> "Scope":
        """A set that only the caller knows, for instance the pilot kabupaten of a programme.

        Args:
            name: what the set is called; tables of sets of one name compare.

        Raises:
            InvalidValueError: ``empty``.
            WrongTypeError: ``wrong-type`` for anything but a text.
        """
        return cls(ScopeKind.NAMED, name, name)

    @classmethod
    def around(cls, areas: Iterable[Area]) -> "Scope":
        """The narrowest of kabupaten, province, island group and nation that holds all these areas.

        Args:
            areas: at least one; provinces lie in an island group.

        Raises:
            InvalidValueError: ``empty``.
            WrongTypeError: for anything but areas.

        >>> from pmm_core import find
        >>> Scope.around([find("Kab. Batang"), find("Kota Semarang")]).label
        'Jawa Tengah'
        """
        problems = Problems("Scope")
        known: tuple[Area, ...] = items(problems, "areas", areas, "areas")
        problems.done()
        if not known:
            problems.add("areas", "empty", "must hold at least one area")
        kinds = set(map(type, known))
        for index, area in enumerate(known) if not kinds <= set(AREAS) else ():
            problems.instance(f"areas[{index}]", area, AREAS, "a Kabupaten, Province or Group")
        problems.done()
        homes = {area.kabupaten.key for area in known if isinstance(area, Group)} if Group in kinds else set[str]()
        if len(homes) == 1 and kinds == {Group}:
            return cls.kabupaten(next(area.kabupaten for area in known if isinstance(area, Group)))
        if kinds == {Kabupaten}:  # the usual table, asked in bulk
            within = [area.province for area in cast("Sequence[Kabupaten]", known)]
        else:
            within = [province_of(area) for area in known]
        found = {province.key: province for province in within}
        if len(found) == 1 and Province not in kinds:
            return cls.province(within[0])
        groups = {province.island_group for province in found.values()}
        return cls.island_group(within[0].island_group) if len(groups) == 1 else cls.nation()

    def holds(self, area: Area) -> bool:
        """Whether the area lies within this scope; a named set holds whatever its caller puts in.

        Args:
            area: a kabupaten, kota, province or group.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but an area.
        """
        if not isinstance(area, AREAS):  # pyright: ignore[reportUnnecessaryIsInstance] -- callers without a type checker
            _must_be("area", area, AREAS, "a Kabupaten, Province or Group")
        match self.kind:
            case ScopeKind.NATION | ScopeKind.NAMED:
                return True
            case ScopeKind.KABUPATEN:
                home = area.kabupaten if isinstance(area, Group) else area
                return home.key == self.key
            case ScopeKind.PROVINCE:
                return province_of(area).key == self.key
            case ScopeKind.ISLAND_GROUP:
                return province_of(area).island_group.value == self.key
            case _ as never:
                assert_never(never)

    def without(self, areas: Sequence[Area]) -> list[int]:
        """Where in a row of areas those stand that lie outside this scope.

        Args:
            areas: the areas; whatever stands in the nation or a named set lies within, and is not looked at.

        Returns:
            Their positions, from 0; empty where all lie within.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but an area.
        """
        problems = Problems("Scope")
        areas = items(problems, "areas", areas, "areas")
        for index, area in enumerate(areas):
            problems.instance(f"areas[{index}]", area, AREAS, "a Kabupaten, Province or Group")
        problems.done()
        return outside(self, areas)

    @property
    def kabupatens(self) -> tuple[Kabupaten, ...]:
        """The kabupaten and kota of the bundled table in this scope, by code; none for a named set."""
        if self.kind is ScopeKind.NAMED:
            return ()
        return tuple(kabupaten for kabupaten in kabupatens() if self.holds(kabupaten))

    def __str__(self) -> str:
        return self.label


def _must_be(path: str, value: object, kind: type | tuple[type, ...], name: str) -> None:
    problems = Problems("Scope")
    problems.instance(path, value, kind, name)
    problems.done()


def province_of(area: Area) -> Province:
    """The province that an area lies in; a province lies in itself."""
    match area:
        case Province():
            return area
        case Kabupaten():
            return area.province
        case Group():
            return area.kabupaten.province
        case _ as never:
            assert_never(never)


def outside(scope: Scope, areas: Sequence[Area]) -> list[int]:
    """Where in a row of areas those stand that lie outside a scope; that they are areas was checked before."""
    if scope.kind in _OPEN:
        return []
    if scope.kind is ScopeKind.PROVINCE and set(map(type, areas)) == {Kabupaten}:  # the usual table, asked in bulk
        provinces_of = [area.province.key for area in cast("Sequence[Kabupaten]", areas)]
        if provinces_of.count(scope.key) == len(areas):
            return []
    return [index for index, area in enumerate(areas) if not scope.holds(area)]
