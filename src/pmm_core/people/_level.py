"""The levels of school (jenjang)."""

from typing import Final, final

from pmm_core._labels import Labelled, labelled
from pmm_core.sources import Rule
from pmm_core.sources._works import SEED_BATANG


@final
@labelled(
    TK=("TK/PAUD", "kindergarten"),
    SD=("SD", "primary school"),
    SMP=("SMP", "junior secondary school"),
    SMA=("SMA", "senior secondary school"),
    SMK=("SMK", "vocational secondary school"),
    SLB=("SLB", "special school"),
)
class SchoolLevel(Labelled):
    """A level of school (jenjang), from the youngest pupils to the oldest.

    >>> SchoolLevel("sd").label_en
    'primary school'
    """

    TK = "tk"
    SD = "sd"
    SMP = "smp"
    SMA = "sma"
    SMK = "smk"
    SLB = "slb"


RULES: Final = (
    Rule(
        key="people.school-levels",
        statement="Coordinators are named for the levels TK, SD, SMP and SMA; SMK and SLB stand beside them.",
        applies_to=("pmm_core.people.SchoolLevel",),
        source=SEED_BATANG,
        note="The seed names four levels; SMK and SLB are general knowledge.",
    ),
)
