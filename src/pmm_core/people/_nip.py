"""The number of a civil servant: NIP of a PNS, NI of a PPPK.

    YYYYMMDD  YYYY  MM  S  NNN        birth, appointment, 1 man / 2 woman, serial from 001
                    01-12             a month: PNS
                    21-99             the number of the work agreement: PPPK

Digits 9 to 14 are the appointment; reading them as a region, as some programs do, is a mistake.
"""

import re
from datetime import date
from typing import ClassVar, Final, Self, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.errors import InvalidValueError
from pmm_core.people._identifier import Fault, IdentifierBase, Sex, check_text, day_of

EARLIEST_APPOINTMENT: Final = 1970
YOUNGEST_APPOINTMENT: Final = 17  # 18 is the usual minimum; one year is left, as only the years are compared
_MONTHS: Final = 12
_FIRST_AGREEMENT: Final = 21
_SEXES: Final = (Sex.MALE, Sex.FEMALE)


@final
@labelled(PNS=("NIP PNS", "number of a PNS"), PPPK=("NI PPPK", "number of a PPPK"))
class NipForm(Labelled):
    """The two forms of the number: of a civil servant (PNS) and of a servant by work agreement (PPPK).

    >>> NipForm("pppk").label_id
    'NI PPPK'
    """

    PNS = "pns"
    PPPK = "pppk"


@final
@attrs.frozen(repr=False)
class Nip(IdentifierBase):
    """The 18 digits of a PNS (Nomor Induk Pegawai, NIP) or of a PPPK (NI PPPK).

    Only the form is checked; no check can tell whether the number was issued.  The nine digits of before 2007 are no
    NIP, and teachers who are no civil servants have none.

    Args:
        text: 18 digits without anything between them; `parse` reads what people write.

    Raises:
        InvalidValueError: ``malformed`` for another form; ``no-such-day`` for a birth date that does not exist;
            ``impossible-part`` for an appointment before 1970 or in neither form, a sex digit other than 1 and 2,
            and a serial of 000; ``too-young`` for an appointment before the age of 17; ``empty``.
        WrongTypeError: ``wrong-type`` for anything but a text.

    >>> nip = Nip.parse("19900101 2022 21 2 001")
    >>> nip, nip.form, nip.birth_date, nip.appointment_year, nip.agreement_number, nip.sex
    (Nip(***), NipForm.PPPK, datetime.date(1990, 1, 1), 2022, 21, Sex.FEMALE)
    """

    _form: ClassVar[re.Pattern[str]] = re.compile(r"[0-9]{18}")  # [0-9], as \d takes the digits of every script
    _rule: ClassVar[str] = "must be 18 digits 0 to 9"

    @classmethod
    def _faults(cls, text: str) -> tuple[Fault, ...]:
        found: list[Fault] = []
        if day_of(int(text[:4]), int(text[4:6]), int(text[6:8])) is None:
            found.append(("no-such-day", "digits 1 to 8 must be a birth date that exists"))
        appointed, middle = int(text[8:12]), int(text[12:14])
        if appointed < EARLIEST_APPOINTMENT:
            found.append(("impossible-part", f"digits 9 to 12 must be a year from {EARLIEST_APPOINTMENT}"))
        elif appointed - int(text[:4]) < YOUNGEST_APPOINTMENT:
            found.append(
                ("too-young", f"the appointment must be at least {YOUNGEST_APPOINTMENT} years after the birth")
            )
        if not (1 <= middle <= _MONTHS or middle >= _FIRST_AGREEMENT):
            found.append(("impossible-part", "digits 13 and 14 must be a month, or from 21 the number of an agreement"))
        if text[14] not in "12":
            found.append(("impossible-part", "digit 15 must be 1 or 2"))
        if text[15:] == "000":
            found.append(("impossible-part", "digits 16 to 18 must be a serial from 001"))
        return tuple(found)

    @classmethod
    def parse(cls, text: str, *, on: date | None = None) -> Self:
        """Read it as people write it.

        Args:
            text: the number; blanks, dots and dashes are dropped.
            on: the day by which the appointment must have happened; not asked where it is left out.

        Returns:
            The number.

        Raises:
            InvalidValueError: those of the class, and ``appointed-later`` for an appointment after *on*.
            WrongTypeError: ``wrong-type`` for anything but a text, or ``datetime-for-date`` for *on*.
        """
        problems = Problems(cls.__name__)
        dated = on is None or problems.day("on", on)
        if not check_text(problems, text) or not dated:
            problems.done()
        found = cls(cls._canonical(text))
        if on is not None and (found.appointment_year, found.appointment_month or 1) > (on.year, on.month):
            problems.add("text", "appointed-later", f"the appointment must not be after {on}")
        problems.done()
        return found

    @classmethod
    def is_valid(cls, text: object, *, on: date | None = None) -> bool:
        """Tell whether `parse` would read it.

        Args:
            text: anything.
            on: the day by which the appointment must have happened; not asked where it is left out.

        Raises:
            WrongTypeError: ``wrong-type`` or ``datetime-for-date`` for *on*, which is the caller's own.

        >>> Nip.is_valid("198609262015051001"), Nip.is_valid("198602302015051001")
        (True, False)
        """
        problems = Problems(cls.__name__)
        if on is not None:
            problems.day("on", on)
        problems.done()
        if not isinstance(text, str):
            return False
        try:
            cls.parse(text, on=on)
        except InvalidValueError:
            return False
        return True

    @property
    def has_agreement(self) -> bool:
        """Whether it is the number of a PPPK, which holds that of a work agreement instead of a month."""
        return self.text[12:14] >= "21"  # two digits compare as texts as they do as numbers

    @property
    def form(self) -> NipForm:
        """Whether it is the number of a PNS or of a PPPK."""
        return NipForm.PPPK if self.has_agreement else NipForm.PNS

    @property
    def birth_date(self) -> date:
        """The birth date (tanggal lahir)."""
        return date(int(self.text[:4]), int(self.text[4:6]), int(self.text[6:8]))

    @property
    def appointment_year(self) -> int:
        """The year of the first appointment (TMT CPNS), or of the agreement."""
        return int(self.text[8:12])

    @property
    def appointment_month(self) -> int | None:
        """The month of the first appointment of a PNS; None for a PPPK, whose number does not hold it."""
        return None if self.has_agreement else int(self.text[12:14])

    @property
    def agreement_number(self) -> int | None:
        """The two digits for the work agreement (perjanjian kerja) of a PPPK, 21 for the first; None for a PNS."""
        return int(self.text[12:14]) if self.has_agreement else None

    @property
    def sex(self) -> Sex:
        """The sex that the number states."""
        return _SEXES[int(self.text[14]) - 1]

    @property
    def serial(self) -> int:
        """The serial among those with the same first 15 digits, from 1."""
        return int(self.text[15:])
