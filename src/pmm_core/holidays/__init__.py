"""Working days without the national holidays (hari libur nasional) and joint leave (cuti bersama) of Indonesia.

Needs holidays: ``pip install "pmm-core[holidays]"``.  `NationalCalendar` is a `pmm_core.calendar.WorkingCalendar`; it
answers for the years of `DECREES` and refuses all others, because their days are not fixed yet or were never compared.
"""

from pmm_core.holidays._decrees import DECREES
from pmm_core.holidays._national import JointLeave, NationalCalendar

__all__ = ["DECREES", "JointLeave", "NationalCalendar"]


def __dir__() -> list[str]:
    return __all__
