"""The number of a school (NPSN)."""

import re
from typing import ClassVar, Final, final

import attrs

from pmm_core.people._identifier import IdentifierBase, without_fillers

_LENGTH: Final = 8


@final
@attrs.frozen(repr=False)
class Npsn(IdentifierBase):
    """The eight characters of a school (Nomor Pokok Sekolah Nasional, NPSN).

    Eight digits for schools; ``P`` and seven for community units (PKBM), ``K`` and seven for courses.  Nothing is read
    out of the digits.

    Args:
        text: the eight characters, letters in upper case; `parse` reads what people write.

    Raises:
        InvalidValueError: ``malformed`` for another form, ten or fourteen digits among them; ``empty``.
        WrongTypeError: ``wrong-type`` for anything but a text.

    >>> Npsn.parse("2030 0001"), str(Npsn.parse("p2030001")), Npsn.is_valid("2030000100")
    (Npsn(***), 'P2030001', False)
    """

    _form: ClassVar[re.Pattern[str]] = re.compile(r"[0-9PK][0-9]{7}")
    _rule: ClassVar[str] = "must be 8 digits 0 to 9, or P or K and 7 digits"

    @classmethod
    def _canonical(cls, text: str) -> str:
        short = without_fillers(text)
        # by name, since upper() would make letters of other characters
        return short.replace("p", "P", 1).replace("k", "K", 1) if len(short) == _LENGTH else short
