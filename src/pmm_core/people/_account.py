"""The account with which people log in to the platform (akun belajar.id), classified by its domain."""

import re
from types import MappingProxyType
from typing import ClassVar, Final, final

import attrs

from pmm_core._labels import Labelled, labelled
from pmm_core.people._identifier import IdentifierBase
from pmm_core.people._level import SchoolLevel

_LONGEST: Final = 254  # of any address that mail delivers
_SUFFIX: Final = "belajar.id"


@final
@labelled(
    TEACHER=("guru", "teacher"),
    ADMIN=("kepala sekolah atau operator", "head or operator"),
    PUPIL=("siswa", "pupil"),
    OFFICE=("dinas atau pengawas", "education office or supervisor"),
    INSTRUCTOR=("unit kementerian", "ministry unit"),
)
class AccountRole(Labelled):
    """Whom a domain of belajar.id is for (peran akun).

    >>> AccountRole("admin").label_en
    'head or operator'
    """

    TEACHER = "teacher"
    ADMIN = "admin"
    PUPIL = "pupil"
    OFFICE = "office"
    INSTRUCTOR = "instructor"


_LEVELS: Final = MappingProxyType(
    {
        "paud": SchoolLevel.TK,
        "sd": SchoolLevel.SD,
        "smp": SchoolLevel.SMP,
        "sma": SchoolLevel.SMA,
        "smk": SchoolLevel.SMK,
        "slb": SchoolLevel.SLB,
    }
)
_Class = tuple[AccountRole | None, SchoolLevel | None]
_UNKNOWN: Final[_Class] = (None, None)
_CLASSES: Final[MappingProxyType[str, _Class]] = MappingProxyType(
    {
        **{f"guru.{word}": (AccountRole.TEACHER, level) for word, level in _LEVELS.items()},
        **{f"admin.{word}": (AccountRole.ADMIN, level) for word, level in _LEVELS.items()},
        **{word: (AccountRole.PUPIL, _LEVELS[word]) for word in ("sd", "smp", "sma", "smk")},
        "guru": (AccountRole.TEACHER, None),  # seen in lists of allowed domains only
        "admin": (AccountRole.ADMIN, None),  # the same
        "dinas": (AccountRole.OFFICE, None),
        "instruktur": (AccountRole.INSTRUCTOR, None),
    }
)

PUPIL_ENDS: Final = tuple(f"@{word}.{_SUFFIX}" for word, (role, _) in _CLASSES.items() if role is AccountRole.PUPIL)


@final
@attrs.frozen(repr=False)
class BelajarAccount(IdentifierBase):
    """An account of belajar.id (akun belajar.id), with which people log in to the platform.

    An account is no key for a person: one person may have an account for each level of school.

    Args:
        text: the address in lower case; `parse` reads what people write.

    Raises:
        InvalidValueError: ``malformed`` for another form and for every address outside belajar.id; ``empty``.
        WrongTypeError: ``wrong-type`` for anything but a text.

    >>> account = BelajarAccount.parse(" Ani@guru.sd.belajar.id ")
    >>> account, account.role, account.level
    (BelajarAccount(***), AccountRole.TEACHER, SchoolLevel.SD)
    >>> BelajarAccount.is_valid("ani@guru.sd.belajar.id.example.com")
    False
    """

    _form: ClassVar[re.Pattern[str]] = re.compile(
        rf"(?=.{{1,{_LONGEST}}}\Z)[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?@(?:[a-z0-9-]+\.){{0,2}}belajar\.id"
    )
    _rule: ClassVar[str] = "must be a lower-case address at belajar.id or at up to two names before it"

    @classmethod
    def _canonical(cls, text: str) -> str:
        short = text.strip()
        # only ASCII is folded: lower() would make an ordinary k of the Kelvin sign
        return short.lower() if short.isascii() else short

    @property
    def domain(self) -> str:
        """What stands after the @; it names no person."""
        return self.text.partition("@")[2]

    @property
    def role(self) -> AccountRole | None:
        """Whom the domain is for; None where the table does not know it."""
        return _CLASSES.get(self._own, _UNKNOWN)[0]

    @property
    def level(self) -> SchoolLevel | None:
        """The level of school (jenjang) that the domain names; None where it names none or is not known."""
        return _CLASSES.get(self._own, _UNKNOWN)[1]

    @property
    def _own(self) -> str:
        return self.domain.removesuffix(_SUFFIX).rstrip(".")
