"""The values: a province, a kabupaten or kota, and the bundled ones built from the rows of the table."""

from functools import cache
from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core.regions._code import KabupatenCode, ProvinceCode
from pmm_core.regions._data import made_once, rows
from pmm_core.regions._kinds import IslandGroup, RegionKind, TimeZone

_ADMINISTRATIVE: Final = "31"  # the six rows of Jakarta have no council of their own and say so in their names
_WORDS: Final = MappingProxyType({"kabupaten": ("Kabupaten", "Kab."), "kota": ("Kota", "Kota")})


def is_administrative(code: KabupatenCode) -> bool:
    """Tell whether the row is one of Jakarta's, whose official names hold the word "Administrasi"."""
    return code.text[:2] == _ADMINISTRATIVE


def _check_name(problems: Problems, name: str) -> None:
    if problems.text("name", name) and (not name.isprintable() or name != " ".join(name.split())):
        problems.add("name", "malformed", "must be one line with single blanks between its words")


@final
@attrs.frozen(kw_only=True, repr=False)
class Province:
    """A province (provinsi).

    The bundled ones come from `provinces` and `find_province`.  One of your own may be built; it has no rows.

    Args:
        code: its code in the system of Kemendagri.
        name: its name without the word "Provinsi".
        island_group: the group of islands (kelompok pulau) it lies in.
        timezone: its time zone (zona waktu).

    Raises:
        InvalidValueError: ``empty`` or ``malformed`` for the name.
        WrongTypeError: ``wrong-type`` for a field of the wrong kind.

    >>> from pmm_core.regions import find_province
    >>> jateng = find_province("Jawa Tengah")
    >>> jateng.key, jateng.official_name, jateng.size
    ('33', 'Provinsi Jawa Tengah', 35)
    """

    code: ProvinceCode
    name: str
    island_group: IslandGroup
    timezone: TimeZone
    key: str = attrs.field(init=False, eq=False)
    """The text of the code: what tables are sorted and joined by."""

    def __attrs_post_init__(self) -> None:
        problems = Problems("Province")
        problems.instance("code", self.code, ProvinceCode, "a ProvinceCode")
        _check_name(problems, self.name)
        problems.instance("island_group", self.island_group, IslandGroup, "an IslandGroup")
        problems.instance("timezone", self.timezone, TimeZone, "a TimeZone")
        problems.done()
        object.__setattr__(self, "key", self.code.text)

    @property
    def official_name(self) -> str:
        """The name with the word "Provinsi" before it."""
        return f"Provinsi {self.name}"

    @property
    def kabupatens(self) -> "tuple[Kabupaten, ...]":
        """Its kabupaten and kota in the bundled table, in the order of their codes; empty for one of your own."""
        return table().within.get(self, ())

    @property
    def size(self) -> int:
        """How many kabupaten and kota the bundled table lists for it: 35 for Jawa Tengah, 11 for Jambi."""
        return len(self.kabupatens)

    def __hash__(self) -> int:
        return hash(self.key)

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Province {self.key} {self.name}>"


@final
@attrs.frozen(kw_only=True, repr=False)
class Kabupaten:
    """A kabupaten or a kota; ``kind`` tells them apart.

    The bundled ones come from `kabupatens` and `find`.  One of your own may be built, for instance for a test.

    Args:
        code: its code in the system of Kemendagri.
        name: its name without "Kabupaten" or "Kota"; shared by two regions in 26 cases.
        kind: kabupaten or kota (jenis); the code says the same.
        province: the province (provinsi) it lies in; the code begins with its code.
        kecamatan_count: how many kecamatan it has (distrik in Papua), or None where unknown.  It changes by decree.

    Raises:
        InvalidValueError: ``kind-mismatch`` or ``province-mismatch`` where the code says otherwise, ``empty`` or
            ``malformed`` for the name, ``too-small`` for fewer than one kecamatan.
        WrongTypeError: ``wrong-type``, ``bool-for-int`` or ``float-for-exact`` for a field of the wrong kind.

    >>> from pmm_core.regions import find
    >>> batang = find("Kab. Batang")
    >>> batang.key, str(batang), batang.short_name, batang.province.name
    ('33.25', 'Kabupaten Batang', 'Kab. Batang', 'Jawa Tengah')
    """

    code: KabupatenCode
    name: str
    kind: RegionKind
    province: Province
    kecamatan_count: int | None = None
    key: str = attrs.field(init=False, eq=False)
    """The text of the code: what tables are sorted and joined by."""

    def __attrs_post_init__(self) -> None:
        problems = Problems("Kabupaten")
        coded = problems.instance("code", self.code, KabupatenCode, "a KabupatenCode")
        _check_name(problems, self.name)
        if problems.instance("kind", self.kind, RegionKind, "a RegionKind") and coded and self.code.kind != self.kind:
            problems.add("kind", "kind-mismatch", f"code {self.code} is that of a {self.code.kind.value}")
        placed = problems.instance("province", self.province, Province, "a Province")
        if placed and coded and self.code.text[:2] != self.province.key:
            problems.add("province", "province-mismatch", f"code {self.code} lies outside {self.province.key}")
        if self.kecamatan_count is not None:
            problems.integer("kecamatan_count", self.kecamatan_count, minimum=1)
        problems.done()
        object.__setattr__(self, "key", self.code.text)

    @property
    def official_name(self) -> str:
        """The name with the full kind word: Kabupaten Batang, Kota Administrasi Jakarta Pusat."""
        administrative = " Administrasi" if is_administrative(self.code) else ""
        return f"{_WORDS[self.kind.value][0]}{administrative} {self.name}"

    @property
    def short_name(self) -> str:
        """The name with the short kind word, for tables and plots: Kab. Batang, Kota Blitar."""
        return f"{_WORDS[self.kind.value][1]} {self.name}"

    @property
    def island_group(self) -> IslandGroup:
        """The group of islands (kelompok pulau) of its province."""
        return self.province.island_group

    @property
    def timezone(self) -> TimeZone:
        """The time zone (zona waktu) of its province."""
        return self.province.timezone

    def __hash__(self) -> int:
        return hash(self.key)

    def __str__(self) -> str:
        return self.official_name

    def __repr__(self) -> str:
        return f"<Kabupaten {self.key} {self.official_name}>"


@final
@attrs.frozen
class Table:
    """The bundled regions, built once: all of them in the order of their codes, and those of each province."""

    provinces: tuple[Province, ...]
    kabupatens: tuple[Kabupaten, ...]
    within: MappingProxyType[Province, tuple[Kabupaten, ...]]


@cache
def table() -> Table:
    """Give the bundled regions, which are built when somebody asks for the first one."""
    found: Table = made_once("_bundled", "TABLE")
    return found


def built() -> Table:
    """Build the bundled regions; a row that is wrong fails here as it would anywhere."""
    groups = {group.label_id: group for group in IslandGroup}
    known: dict[str, Province] = {}
    within: dict[Province, list[Kabupaten]] = {}
    for row in rows("kabupaten_kota.csv"):
        code = row["province_code"]
        if code not in known:
            known[code] = Province(
                code=ProvinceCode(code),
                name=row["province_name"],
                island_group=groups[row["island_group"]],
                timezone=TimeZone[row["timezone"]],
            )
        kabupaten = Kabupaten(
            code=KabupatenCode(row["code"]),
            name=row["name"],
            kind=RegionKind(row["kind"]),
            province=known[code],
            kecamatan_count=int(row["kecamatan_count"]),
        )
        within.setdefault(known[code], []).append(kabupaten)
    return Table(
        provinces=tuple(within),
        kabupatens=tuple(kabupaten for members in within.values() for kabupaten in members),
        within=MappingProxyType({province: tuple(members) for province, members in within.items()}),
    )
