"""Provinces, kabupaten and kota (wilayah) of Indonesia, their codes, and finding one by what people write.

The bundled tables hold the 38 provinces and 514 kabupaten and kota of Kepmendagri 300.2.2-2138/2025.  They are read
once, when the first region is asked for.  `find` never picks: a name that two regions share is refused with both of
them named, and an unknown one with the closest names.
"""

from pmm_core.regions._code import KabupatenCode, ProvinceCode
from pmm_core.regions._data import ATTRIBUTION, DATA_VERSION
from pmm_core.regions._index import MatchedBy, Resolution
from pmm_core.regions._kinds import CodeSystem, IslandGroup, RegionKind, TimeZone
from pmm_core.regions._listing import kabupatens, provinces
from pmm_core.regions._province import find_province
from pmm_core.regions._region import Kabupaten, Province
from pmm_core.regions._resolver import find, resolve
from pmm_core.regions._spelling import Alias, FormerCode, aliases, former_codes

__all__ = [
    "ATTRIBUTION",
    "DATA_VERSION",
    "Alias",
    "CodeSystem",
    "FormerCode",
    "IslandGroup",
    "Kabupaten",
    "KabupatenCode",
    "MatchedBy",
    "Province",
    "ProvinceCode",
    "RegionKind",
    "Resolution",
    "TimeZone",
    "aliases",
    "find",
    "find_province",
    "former_codes",
    "kabupatens",
    "provinces",
    "resolve",
]


def __dir__() -> list[str]:
    return __all__
