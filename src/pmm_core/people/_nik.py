"""The number of a resident (NIK).

    PPKKCC  DDMMYY  SSSS        province, kabupaten, kecamatan of the first registration; birth, 40 more on the
                                day for women; serial from 0001

A NIK never changes: not when its owner moves, nor when the birth date is corrected or the region gets a new code.
"""

import re
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import ClassVar, Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core.people._identifier import Fault, IdentifierBase, Sex, day_of
from pmm_core.regions import Kabupaten, former_codes, kabupatens

YOUNGEST: Final = 17  # of a teacher
_WOMEN: Final = 40
_CENTURIES: Final = (2000, 1900)


@cache
def _regions() -> MappingProxyType[str, Kabupaten]:
    former = {each.code.text: each.kabupaten for each in former_codes()}
    return MappingProxyType(former | {each.key: each for each in kabupatens()})  # where both exist, today's wins


def _days(text: str) -> tuple[date, ...]:
    """The birth dates that the digits can mean, the later century first."""
    day, month, year = int(text[6:8]), int(text[8:10]), int(text[10:12])
    day -= _WOMEN if day > _WOMEN else 0
    found = (day_of(century + year, month, day) for century in _CENTURIES)
    return tuple(each for each in found if each is not None)


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


@final
@attrs.frozen(repr=False)
class Nik(IdentifierBase):
    """The 16 digits of a resident (Nomor Induk Kependudukan, NIK).

    Only the form is checked.  A region that is not in the bundled tables is no error, since splits before 2022 are not
    in them; ask `region_known`.  Never take the region for that of a school: it is where the owner was first
    registered.

    Args:
        text: 16 digits without anything between them; `parse` reads what people write.

    Raises:
        InvalidValueError: ``malformed`` for another form; ``no-such-day`` for a birth date that exists in no
            century; ``impossible-part`` for a serial of 0000; ``empty``.
        WrongTypeError: ``wrong-type`` for anything but a text.

    >>> from datetime import date
    >>> nik = Nik.parse("33.25.01-410190-0001")
    >>> nik, nik.region, nik.sex, nik.birth_date(on=date(2024, 1, 1))
    (Nik(***), <Kabupaten 33.25 Kabupaten Batang>, Sex.FEMALE, datetime.date(1990, 1, 1))
    """

    _form: ClassVar[re.Pattern[str]] = re.compile(r"[0-9]{16}")
    _rule: ClassVar[str] = "must be 16 digits 0 to 9"

    @classmethod
    def _faults(cls, text: str) -> tuple[Fault, ...]:
        found: list[Fault] = []
        if not _days(text):
            found.append(("no-such-day", "digits 7 to 12 must be a birth date, with 40 more on the day for women"))
        if text[12:] == "0000":
            found.append(("impossible-part", "digits 13 to 16 must be a serial from 0001"))
        return tuple(found)

    @property
    def region_code(self) -> str:
        """The code of the kabupaten of first registration as Kemendagri wrote it then, for instance ``33.25``."""
        return f"{self.text[:2]}.{self.text[2:4]}"

    @property
    def region_known(self) -> bool:
        """Whether the code is a current or a former one of the bundled tables; False is a warning, no error."""
        return self.region_code in _regions()

    @property
    def region(self) -> Kabupaten | None:
        """The kabupaten or kota that the code stands for today; None where the code is not known."""
        return _regions().get(self.region_code)

    @property
    def sex(self) -> Sex:
        """The sex that the number states."""
        return Sex.FEMALE if int(self.text[6:8]) > _WOMEN else Sex.MALE

    def birth_date(self, *, on: date, youngest: int = YOUNGEST) -> date:
        """The birth date (tanggal lahir); the number holds no century, so that a day and a least age decide it.

        Args:
            on: a day on which the owner has at least that age.
            youngest: the least age; give 0 where the owner can be a child.

        Returns:
            The later of the days in 19YY and 20YY on which the owner can be born.

        Raises:
            InvalidValueError: ``too-young`` where the owner has that age in neither century.
            WrongTypeError: ``datetime-for-date`` and others for the arguments.
        """
        problems = Problems("Nik")
        problems.day("on", on)
        problems.integer("youngest", youngest)
        problems.done()
        fitting = [born for born in _days(self.text) if born <= on and _age(born, on) >= youngest]
        if not fitting:
            problems.add("on", "too-young", f"must be a day on which the owner is at least {youngest} years old")
        problems.done()
        return fitting[0]
