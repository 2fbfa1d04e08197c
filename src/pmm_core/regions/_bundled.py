"""The bundled regions and their spellings, made while this file is loaded; see `made_once`."""

from types import MappingProxyType
from typing import Final

from pmm_core.regions._code import KabupatenCode
from pmm_core.regions._data import rows
from pmm_core.regions._region import Table, built
from pmm_core.regions._spelling import Alias, FormerCode

TABLE: Final[Table] = built()
_KNOWN: Final = MappingProxyType({kabupaten.key: kabupaten for kabupaten in TABLE.kabupatens})
ALIASES: Final = tuple(Alias(row["alias"], _KNOWN[row["code"]], row["source"]) for row in rows("kabupaten_aliases.csv"))
FORMER_CODES: Final = tuple(
    FormerCode(KabupatenCode(row["former_code"]), _KNOWN[row["code"]], row["law"])
    for row in rows("kabupaten_former_codes.csv")
)
