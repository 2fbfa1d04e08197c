"""The closed word lists of the regions: kinds, island groups, time zones, code systems."""

from typing import final

from pmm_core._labels import Labelled, labelled


@final
@labelled(KABUPATEN=("kabupaten", "regency"), KOTA=("kota", "city"))
class RegionKind(Labelled):
    """The two kinds of region below a province (jenis): kabupaten and kota.

    >>> RegionKind("kota").label_en
    'city'
    """

    KABUPATEN = "kabupaten"
    KOTA = "kota"


@final
@labelled(
    SUMATERA=("Sumatera", "Sumatra"),
    JAWA=("Jawa", "Java"),
    BALI_DAN_NUSA_TENGGARA=("Bali dan Nusa Tenggara", "Bali and Nusa Tenggara"),
    KALIMANTAN=("Kalimantan", "Kalimantan"),
    SULAWESI=("Sulawesi", "Sulawesi"),
    MALUKU=("Maluku", "Maluku"),
    PAPUA=("Papua", "Papua"),
)
class IslandGroup(Labelled):
    """A group of islands (kelompok pulau), for tables that are wider than a province and narrower than the nation.

    >>> IslandGroup("bali-dan-nusa-tenggara").label_id
    'Bali dan Nusa Tenggara'
    """

    SUMATERA = "sumatera"
    JAWA = "jawa"
    BALI_DAN_NUSA_TENGGARA = "bali-dan-nusa-tenggara"
    KALIMANTAN = "kalimantan"
    SULAWESI = "sulawesi"
    MALUKU = "maluku"
    PAPUA = "papua"


@final
@labelled(
    WIB=("Waktu Indonesia Barat", "Western Indonesian Time"),
    WITA=("Waktu Indonesia Tengah", "Central Indonesian Time"),
    WIT=("Waktu Indonesia Timur", "Eastern Indonesian Time"),
)
class TimeZone(Labelled):
    """A time zone of Indonesia (zona waktu); a province lies in exactly one.

    >>> TimeZone.WITA.utc_offset
    8
    """

    WIB = "wib"
    WITA = "wita"
    WIT = "wit"

    @property
    def utc_offset(self) -> int:
        """How many whole hours the zone is ahead of UTC, all year round."""
        return 7 + list(TimeZone).index(self)  # one hour from zone to zone, from west to east


@final
@labelled(
    KEMENDAGRI=("Kementerian Dalam Negeri", "Ministry of Home Affairs"),
    BPS=("Badan Pusat Statistik", "Statistics Indonesia"),
)
class CodeSystem(Labelled):
    """Whose code some digits are (sistem kode wilayah).

    Both systems write four digits for a kabupaten and mean different ones by them: 1101 is Aceh Selatan for Kemendagri
    and Simeulue for BPS.  The codes of BPS are named here so that they can be refused; they are not bundled.

    >>> CodeSystem("bps").label_en
    'Statistics Indonesia'
    """

    KEMENDAGRI = "kemendagri"
    BPS = "bps"
