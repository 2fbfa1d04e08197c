"""The levels of school (jenjang)."""

from typing import final

from pmm_core._labels import Labelled, labelled


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
