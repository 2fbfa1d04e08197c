"""The national assessment (asesmen nasional, AN): instruments, what they measure, who takes them, and how.

                         head  teacher  student (sampled)
    AKM                  no    no       yes
    character survey     no    no       yes
    environment survey   yes   yes      yes

It describes how the system does, never a single student; it is taken on computers only (ANBK).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, final

from pmm_core._labels import Labelled, labelled


@final
@labelled(ONLINE=("daring", "online"), SEMI_ONLINE=("semi daring", "semi-online"))
class AnMode(Labelled):
    """How a school takes it (moda): each computer on the net, or a local network with a server that syncs before.

    >>> AnMode("semi-online").label_id
    'semi daring'
    """

    ONLINE = "online"
    SEMI_ONLINE = "semi-online"


@final
@labelled(OWN=("mandiri", "at its own site"), HOSTED=("menumpang", "at the site of another"))
class AnSite(Labelled):
    """Where a school takes it (status): with its own site and computers, or with those of another.

    >>> AnSite.OWN.label_id
    'mandiri'
    """

    OWN = "own"
    HOSTED = "hosted"


@final
@labelled(
    AKM=("asesmen kompetensi minimum (AKM)", "minimum competence assessment"),
    CHARACTER_SURVEY=("survei karakter", "character survey"),
    ENVIRONMENT_SURVEY=("survei lingkungan belajar", "survey of the learning environment"),
)
class AnInstrument(Labelled):
    """The three instruments (instrumen).

    >>> AnInstrument("akm").label_en
    'minimum competence assessment'
    """

    AKM = "akm"
    CHARACTER_SURVEY = "character-survey"
    ENVIRONMENT_SURVEY = "environment-survey"


@final
@labelled(
    LITERACY=("literasi", "literacy"),
    NUMERACY=("numerasi", "numeracy"),
    CHARACTER=("karakter", "character"),
    ENVIRONMENT=("lingkungan belajar", "learning environment"),
)
class AnDimension(Labelled):
    """What the results describe (dimensi).

    >>> [dimension.label_id for dimension in AnDimension]
    ['literasi', 'numerasi', 'karakter', 'lingkungan belajar']
    """

    LITERACY = "literacy"
    NUMERACY = "numeracy"
    CHARACTER = "character"
    ENVIRONMENT = "environment"


@final
@labelled(HEAD=("kepala sekolah", "head of school"), TEACHER=("guru", "teacher"), STUDENT=("murid", "student"))
class AnTaker(Labelled):
    """Who takes it (peserta).

    >>> AnTaker.STUDENT.label_id
    'murid'
    """

    HEAD = "head"
    TEACHER = "teacher"
    STUDENT = "student"


AN_MEASURES: Final[Mapping[AnInstrument, tuple[AnDimension, ...]]] = MappingProxyType(
    {
        AnInstrument.AKM: (AnDimension.LITERACY, AnDimension.NUMERACY),
        AnInstrument.CHARACTER_SURVEY: (AnDimension.CHARACTER,),
        AnInstrument.ENVIRONMENT_SURVEY: (AnDimension.ENVIRONMENT,),
    }
)
"""What each instrument measures."""

AN_TAKES: Final[Mapping[tuple[AnTaker, AnInstrument], bool]] = MappingProxyType(
    {
        (AnTaker.HEAD, AnInstrument.AKM): False,
        (AnTaker.HEAD, AnInstrument.CHARACTER_SURVEY): False,
        (AnTaker.HEAD, AnInstrument.ENVIRONMENT_SURVEY): True,
        (AnTaker.TEACHER, AnInstrument.AKM): False,
        (AnTaker.TEACHER, AnInstrument.CHARACTER_SURVEY): False,
        (AnTaker.TEACHER, AnInstrument.ENVIRONMENT_SURVEY): True,
        (AnTaker.STUDENT, AnInstrument.AKM): True,
        (AnTaker.STUDENT, AnInstrument.CHARACTER_SURVEY): True,
        (AnTaker.STUDENT, AnInstrument.ENVIRONMENT_SURVEY): True,
    }
)
"""Whether somebody takes an instrument, for every pair."""

AN_SAMPLED: Final = frozenset({AnTaker.STUDENT})
"""Of whom a sample is drawn; of heads and teachers everybody answers, once for each school (NPSN)."""
AN_GRADES: Final = (5, 8, 11)
"""The grades whose students are drawn (kelas V, VIII, XI); learners of the last stage in equivalence programmes."""
