"""Grades (jenjang) and golongan ruang of teachers who are civil servants, and what follows what.

    Ahli Pertama   III/a -> III/b
    Ahli Muda      III/c -> III/d
    Ahli Madya     IV/a  -> IV/b -> IV/c
    Ahli Utama     IV/d  -> IV/e

A step within a line is a rise of rank (kenaikan pangkat); the step to the next line is a rise of grade (kenaikan
jenjang).  The skilled grades (keterampilan) are left out: teachers have none.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Self, final

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.errors import InvalidValueError, Problem


@final
@labelled(
    PERTAMA=("Ahli Pertama", "first expert"),
    MUDA=("Ahli Muda", "junior expert"),
    MADYA=("Ahli Madya", "middle expert"),
    UTAMA=("Ahli Utama", "principal expert"),
)
class Grade(Labelled):
    """The grades of experts (jenjang jabatan fungsional keahlian), from the lowest to the highest.

    Teachers have no skilled grades (keterampilan), so that those are not here.

    >>> Grade("madya").label_id
    'Ahli Madya'
    """

    PERTAMA = "pertama"
    MUDA = "muda"
    MADYA = "madya"
    UTAMA = "utama"


_FORM: Final = re.compile(r"(?:GOL(?:ONGAN)?\.?\s*)?(III|IV)\s*(?:[/.\-]\s*)?([A-E])", re.ASCII)


@final
@labelled(
    III_A=("Penata Muda (III/a)", "golongan III/a"),
    III_B=("Penata Muda Tingkat I (III/b)", "golongan III/b"),
    III_C=("Penata (III/c)", "golongan III/c"),
    III_D=("Penata Tingkat I (III/d)", "golongan III/d"),
    IV_A=("Pembina (IV/a)", "golongan IV/a"),
    IV_B=("Pembina Tingkat I (IV/b)", "golongan IV/b"),
    IV_C=("Pembina Utama Muda (IV/c)", "golongan IV/c"),
    IV_D=("Pembina Utama Madya (IV/d)", "golongan IV/d"),
    IV_E=("Pembina Utama (IV/e)", "golongan IV/e"),
)
class Golongan(Labelled):
    """The ranks of civil servants in the grades of experts (pangkat, golongan ruang), from the lowest to the highest.

    >>> Golongan("III/a").label_id
    'Penata Muda (III/a)'
    """

    III_A = "III/a"
    III_B = "III/b"
    III_C = "III/c"
    III_D = "III/d"
    IV_A = "IV/a"
    IV_B = "IV/b"
    IV_C = "IV/c"
    IV_D = "IV/d"
    IV_E = "IV/e"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read it as people write it.

        Args:
            text: ``III/a``, ``IIIa``, ``iii/a``, ``III A``, ``Gol. III-a``; blanks around it are allowed.

        Returns:
            The golongan ruang.

        Raises:
            InvalidValueError: ``empty``, or ``malformed`` for anything but III/a to III/d and IV/a to IV/e.
            WrongTypeError: ``wrong-type`` for anything but a text.

        >>> Golongan.parse("IIIa"), Golongan.parse("gol. iv b")
        (Golongan.III_A, Golongan.IV_B)
        """
        problems = Problems("Golongan")
        if not problems.text("text", text):
            problems.done()
        wire = _wire_of(text)
        if wire is None:
            form = "must be a golongan ruang from III/a to III/d or from IV/a to IV/e"
            raise InvalidValueError("Golongan", (Problem("text", "malformed", form),))
        return cls(wire)

    @staticmethod
    def is_valid(text: object) -> bool:
        """Tell whether `parse` would read it.

        Args:
            text: anything; what is no text is not valid.

        >>> Golongan.is_valid("IV e"), Golongan.is_valid("III/e"), Golongan.is_valid("II/d")
        (True, False, False)
        """
        return isinstance(text, str) and _wire_of(text) is not None

    def __str__(self) -> str:
        return str(self.value)


def _wire_of(text: str) -> str | None:
    """The wire text that a spelling stands for; None for any other text."""
    found = _FORM.fullmatch(text.strip().upper())
    wire = None if found is None else f"{found[1]}/{found[2].lower()}"
    return wire if wire in _WIRES else None


_WIRES: Final = frozenset(member.value for member in Golongan)


@final
@labelled(RANK=("kenaikan pangkat", "rise of rank"), GRADE=("kenaikan jenjang", "rise of grade"))
class RiseKind(Labelled):
    """What the step to the next golongan ruang is: a rise within the grade, or one to the next grade.

    >>> RiseKind("grade").label_id
    'kenaikan jenjang'
    """

    RANK = "rank"
    GRADE = "grade"


GRADES: Final[Mapping[Golongan, Grade]] = MappingProxyType(
    {
        Golongan.III_A: Grade.PERTAMA,
        Golongan.III_B: Grade.PERTAMA,
        Golongan.III_C: Grade.MUDA,
        Golongan.III_D: Grade.MUDA,
        Golongan.IV_A: Grade.MADYA,
        Golongan.IV_B: Grade.MADYA,
        Golongan.IV_C: Grade.MADYA,
        Golongan.IV_D: Grade.UTAMA,
        Golongan.IV_E: Grade.UTAMA,
    }
)
"""The grade of every golongan ruang."""

_ORDER: Final = tuple(Golongan)
_NEXT: Final[Mapping[Golongan, Golongan | None]] = MappingProxyType(dict(zip(_ORDER, (*_ORDER[1:], None), strict=True)))
_OF_GRADE: Final[Mapping[Grade, tuple[Golongan, ...]]] = MappingProxyType(
    {grade: tuple(each for each in Golongan if GRADES[each] is grade) for grade in Grade}
)


def _check(subject: str, golongan: object) -> None:
    problems = Problems(subject)
    problems.instance("golongan", golongan, Golongan, "a Golongan")
    problems.done()


def grade_of(golongan: Golongan) -> Grade:
    """Tell the grade (jenjang) that a golongan ruang belongs to.

    Args:
        golongan: which one.

    Returns:
        The grade.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a golongan ruang.

    >>> grade_of(Golongan.III_D)
    Grade.MUDA
    """
    _check("grade_of", golongan)
    return GRADES[golongan]


def golongan_of(grade: Grade) -> tuple[Golongan, ...]:
    """List the golongan ruang of a grade (jenjang), the lowest first.

    Args:
        grade: which one.

    Returns:
        Two or three of them.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a grade.

    >>> golongan_of(Grade.UTAMA)
    (Golongan.IV_D, Golongan.IV_E)
    """
    problems = Problems("golongan_of")
    problems.instance("grade", grade, Grade, "a Grade")
    problems.done()
    return _OF_GRADE[grade]


def next_golongan(golongan: Golongan) -> Golongan | None:
    """Tell which golongan ruang follows.

    Args:
        golongan: where somebody is.

    Returns:
        The next one; None after IV/e.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a golongan ruang.

    >>> next_golongan(Golongan.III_D), next_golongan(Golongan.IV_E)
    (Golongan.IV_A, None)
    """
    _check("next_golongan", golongan)
    return _NEXT[golongan]


def next_rise(golongan: Golongan) -> RiseKind | None:
    """Tell whether the next step is a rise of rank within the grade, or one of grade.

    Args:
        golongan: where somebody is.

    Returns:
        The kind of the step; None after IV/e.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a golongan ruang.

    >>> next_rise(Golongan.III_A), next_rise(Golongan.III_B)
    (RiseKind.RANK, RiseKind.GRADE)
    """
    _check("next_rise", golongan)
    following = _NEXT[golongan]
    if following is None:
        return None
    return RiseKind.RANK if GRADES[following] is GRADES[golongan] else RiseKind.GRADE
