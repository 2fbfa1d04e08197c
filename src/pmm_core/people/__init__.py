"""The people of the platform and the schools they work in (guru dan satuan pendidikan).

Official numbers and addresses are types of their own with the same three verbs: ``parse`` reads what people write,
``is_valid`` tells whether it would, ``str`` gives the canonical text.  Nothing else shows them: no `repr` and no error.
"""

from pmm_core.people._account import AccountRole, BelajarAccount
from pmm_core.people._counting import COUNTED_ROLES, AdoptionTally, count_adoption
from pmm_core.people._identifier import Sex
from pmm_core.people._level import SchoolLevel
from pmm_core.people._nik import Nik
from pmm_core.people._nip import Nip, NipForm
from pmm_core.people._npsn import Npsn
from pmm_core.people._nuptk import Nuptk
from pmm_core.people._progress import TOPICS, PmmProgress
from pmm_core.people._pseudonym import MINIMUM_KEY_BYTES, Identifier, pseudonym
from pmm_core.people._role import EmploymentStatus, Obligation, Role, obligation
from pmm_core.people._school import School
from pmm_core.people._teacher import Teacher

__all__ = [
    "COUNTED_ROLES",
    "MINIMUM_KEY_BYTES",
    "TOPICS",
    "AccountRole",
    "AdoptionTally",
    "BelajarAccount",
    "EmploymentStatus",
    "Identifier",
    "Nik",
    "Nip",
    "NipForm",
    "Npsn",
    "Nuptk",
    "Obligation",
    "PmmProgress",
    "Role",
    "School",
    "SchoolLevel",
    "Sex",
    "Teacher",
    "count_adoption",
    "obligation",
    "pseudonym",
]


def __dir__() -> list[str]:
    return __all__
