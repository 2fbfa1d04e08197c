"""The number of an educator (NUPTK), which is opaque."""

import re
from typing import ClassVar, final

import attrs

from pmm_core.people._identifier import Fault, IdentifierBase


@final
@attrs.frozen(repr=False)
class Nuptk(IdentifierBase):
    """The 16 digits of an educator (Nomor Unik Pendidik dan Tenaga Kependidikan, NUPTK), civil servant or not.

    The number is permanent and opaque: no check digit and no structure is published, so that it is never compared with
    a birth date.  It has the length of a NIK and is a type of its own, so that the two are never mixed up.

    Args:
        text: 16 digits without anything between them; `parse` reads what people write.

    Raises:
        InvalidValueError: ``malformed`` for another form; ``impossible-part`` for zeros only; ``empty``.
        WrongTypeError: ``wrong-type`` for anything but a text.

    >>> Nuptk.parse("1234 5678 9012 3456"), Nuptk.is_valid("1234567890123456"), Nuptk.is_valid("12345")
    (Nuptk(***), True, False)
    """

    _form: ClassVar[re.Pattern[str]] = re.compile(r"[0-9]{16}")
    _rule: ClassVar[str] = "must be 16 digits 0 to 9"

    @classmethod
    def _faults(cls, text: str) -> tuple[Fault, ...]:
        return () if text.strip("0") else (("impossible-part", "must not be zeros only"),)
