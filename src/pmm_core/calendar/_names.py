"""How Indonesian writes the days of the week and the months, in full and short; lower case and without apostrophes."""

from types import MappingProxyType
from typing import Final

MONTH_NAMES: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
# each line holds the spellings of one month, the standard one first
_MONTHS: Final = (
    ("januari", "jan"),
    ("februari", "feb", "pebruari", "peb"),
    ("maret", "mar"),
    ("april", "apr"),
    ("mei",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("agustus", "agu", "ags", "agt", "agust"),
    ("september", "sep", "sept"),
    ("oktober", "okt"),
    ("november", "nov", "nopember", "nop"),
    ("desember", "des"),
)
# the same for the days of the week, Monday first
_WEEKDAYS: Final = (
    ("senin", "sen"),
    ("selasa", "sel"),
    ("rabu", "rab"),
    ("kamis", "kam"),
    ("jumat", "jum"),
    ("sabtu", "sab"),
    ("minggu", "min", "mgg", "ahad"),
)
MONTHS: Final = MappingProxyType({name: number for number, names in enumerate(_MONTHS, 1) for name in names})
WEEKDAYS: Final = MappingProxyType({name: number for number, names in enumerate(_WEEKDAYS) for name in names})
FILLERS: Final = frozenset({"hari", "tanggal", "tgl", "pagi", "siang", "sore", "petang", "malam"})
