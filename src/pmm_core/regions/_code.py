"""The codes of Kemendagri as types of their own, so that they cannot be taken for those of BPS or for numbers."""

import re
from typing import Final, Self, final

import attrs

from pmm_core._checks import Problems, kind_of
from pmm_core.regions._kinds import CodeSystem, RegionKind

# [0-9] and never \d, which takes the digits of every script
_PROVINCE: Final = re.compile(r"[1-9][0-9]")
_KABUPATEN: Final = re.compile(r"[1-9][0-9]\.(?:0[1-9]|[1-689][0-9]|7[1-9])")  # 00 and 70 lie in neither kind's range
BARE: Final = re.compile(r"[1-9][0-9]{3}")
_FIRST_KOTA: Final = "71"

_PROVINCE_FORM: Final = "must be two digits such as 33"
_KABUPATEN_FORM: Final = "must be two digits, a dot and two digits from 01 to 69 or 71 to 99, such as 33.25"
_NAME_THE_SYSTEM: Final = (
    "four bare digits may be a code of Kemendagri or of BPS; write 33.25, or name the system: CodeSystem.KEMENDAGRI"
)
_BPS_REFUSED: Final = "codes of BPS denote other kabupaten and are not bundled; translate them to Kemendagri's first"


def check_text(problems: Problems, path: str, value: object) -> bool:
    """Check that the value is a text with something in it; a number is told why it is none."""
    if isinstance(value, int | float):
        message = f"must be a text, not {kind_of(value)}; as a number, 11.10 loses its last zero and is 11.1"
        return problems.add(path, "wrong-type", message)
    return problems.text(path, value)


def _check(subject: str, form: re.Pattern[str], text: str, message: str) -> None:
    problems = Problems(subject)
    if check_text(problems, "text", text) and not form.fullmatch(text):
        problems.add("text", "malformed", message)
    problems.done()


@final
@attrs.frozen(order=True)
class ProvinceCode:
    """The code of a province (kode provinsi) in the system of Kemendagri.

    Only the form is checked: whether a province has the code is what `find_province` answers.

    Args:
        text: two digits, for instance ``33``.

    Raises:
        InvalidValueError: ``empty``, or ``malformed`` for another form.
        WrongTypeError: ``wrong-type`` for anything but a text.

    >>> ProvinceCode("33")
    ProvinceCode('33')
    """

    text: str

    def __attrs_post_init__(self) -> None:
        _check("ProvinceCode", _PROVINCE, self.text, _PROVINCE_FORM)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a code as people write it, with blanks around it allowed.

        Args:
            text: the code; always taken as Kemendagri's.

        Returns:
            The code.

        Raises:
            InvalidValueError: ``empty``, or ``malformed`` for another form.
            WrongTypeError: ``wrong-type`` for anything but a text.

        >>> ProvinceCode.parse(" 15 ")
        ProvinceCode('15')
        """
        problems = Problems("ProvinceCode")
        check_text(problems, "text", text)
        problems.done()
        return cls(text.strip())

    @staticmethod
    def is_valid(text: object) -> bool:
        """Tell whether `parse` would read it.

        Args:
            text: anything; what is no text is not valid.

        >>> ProvinceCode.is_valid("33"), ProvinceCode.is_valid(33)
        (True, False)
        """
        return isinstance(text, str) and _PROVINCE.fullmatch(text.strip()) is not None

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"ProvinceCode({self.text!r})"


@final
@attrs.frozen(order=True)
class KabupatenCode:
    """The code of a kabupaten or kota (kode kabupaten/kota) in the system of Kemendagri.

    Only the form is checked: whether a kabupaten has the code is what `find` answers.

    Args:
        text: two digits, a dot, two digits, for instance ``33.25``.

    Raises:
        InvalidValueError: ``empty``, or ``malformed`` for another form; 00 and 70 at the end belong to no kind.
        WrongTypeError: ``wrong-type`` for anything but a text.

    >>> KabupatenCode("33.25").kind
    RegionKind.KABUPATEN
    """

    text: str

    def __attrs_post_init__(self) -> None:
        _check("KabupatenCode", _KABUPATEN, self.text, _KABUPATEN_FORM)

    @classmethod
    def parse(cls, text: str, *, system: CodeSystem | None = None) -> Self:
        """Read a code as people write it, with blanks around it allowed.

        Args:
            text: the dotted code, or four bare digits together with their system.
            system: whose code it is.  May be left out for the dotted form, which is Kemendagri's.

        Returns:
            The code.

        Raises:
            InvalidValueError: ``code-system`` for four bare digits without a system and for every code of BPS,
                ``empty``, or ``malformed`` for another form.
            WrongTypeError: ``wrong-type`` for a code that is no text or a system that is no `CodeSystem`.

        >>> KabupatenCode.parse("3325", system=CodeSystem.KEMENDAGRI)
        KabupatenCode('33.25')
        """
        problems = Problems("KabupatenCode")
        if system is not None:
            problems.instance("system", system, CodeSystem, "a CodeSystem")
        if system is CodeSystem.BPS:
            problems.add("system", "code-system", _BPS_REFUSED)
        if not check_text(problems, "text", text):
            problems.done()
        stripped = text.strip()
        if BARE.fullmatch(stripped):
            if system is None:
                problems.add("text", "code-system", _NAME_THE_SYSTEM)
            stripped = f"{stripped[:2]}.{stripped[2:]}"
        if not _KABUPATEN.fullmatch(stripped):
            problems.add("text", "malformed", _KABUPATEN_FORM)
        problems.done()
        return cls(stripped)

    @staticmethod
    def is_valid(text: object) -> bool:
        """Tell whether `parse` would read it without being told the system.

        Args:
            text: anything; what is no text is not valid.

        >>> KabupatenCode.is_valid("33.25"), KabupatenCode.is_valid("3325")
        (True, False)
        """
        return isinstance(text, str) and _KABUPATEN.fullmatch(text.strip()) is not None

    @property
    def province(self) -> ProvinceCode:
        """The code of the province, which is the part before the dot."""
        return ProvinceCode(self.text[:2])

    @property
    def kind(self) -> RegionKind:
        """Kabupaten up to 69 in the last two digits, kota from 71."""
        return RegionKind.KABUPATEN if self.text[3:] < _FIRST_KOTA else RegionKind.KOTA

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"KabupatenCode({self.text!r})"
