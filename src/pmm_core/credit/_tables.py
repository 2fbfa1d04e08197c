"""The figures of angka kredit as tables: exact, total and read-only.

    credit = months / 12 × percent of the predicate × coefficient of the grade

A rise within a grade needs so much for each step, counted from the start of the grade; a rise to the next grade needs
the whole: 2 × 50 = 100, 2 × 100 = 200, 3 × 150 = 450, one need for each golongan ruang of the grade.
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from pmm_core._checks import Problems
from pmm_core.appraisal import Predicate
from pmm_core.credit._grade import Golongan, Grade, golongan_of, next_golongan
from pmm_core.people import EmploymentStatus

MONTHS: Final = 12
PERCENTS: Final[Mapping[Predicate, int]] = MappingProxyType(
    {
        Predicate.VERY_POOR: 25,
        Predicate.POOR: 50,
        Predicate.NEEDS_IMPROVEMENT: 75,
        Predicate.GOOD: 100,
        Predicate.VERY_GOOD: 150,
    }
)
"""The percent of the coefficient that each predicate earns."""

COEFFICIENTS: Final[Mapping[Grade, Decimal]] = MappingProxyType(
    {
        Grade.PERTAMA: Decimal("12.5"),
        Grade.MUDA: Decimal(25),
        Grade.MADYA: Decimal("37.5"),
        Grade.UTAMA: Decimal(50),
    }
)
"""The credit of a year at 100 % in each grade (koefisien per tahun)."""

RANK_NEEDS: Final[Mapping[Grade, int]] = MappingProxyType(
    {Grade.PERTAMA: 50, Grade.MUDA: 100, Grade.MADYA: 150, Grade.UTAMA: 200}
)
"""The credit that each rise of rank (kenaikan pangkat) within a grade needs."""

GRADE_NEEDS: Final[Mapping[Grade, int | None]] = MappingProxyType(
    {Grade.PERTAMA: 100, Grade.MUDA: 200, Grade.MADYA: 450, Grade.UTAMA: None}
)
"""The credit that the rise from each grade to the next (kenaikan jenjang) needs; None where no grade follows."""

_CUMULATIVE: Final[Mapping[Golongan, int | None]] = MappingProxyType(
    {
        golongan: None if next_golongan(golongan) is None else step * RANK_NEEDS[grade]
        for grade in Grade
        for step, golongan in enumerate(golongan_of(grade), start=1)
    }
)
DIPLOMA_PERCENT: Final = 25
"""The percent of the need of a rise of rank that a new higher diploma (ijazah) adds."""

DIPLOMA_BONUS: Final[Mapping[Grade, Decimal]] = MappingProxyType(
    {
        Grade.PERTAMA: Decimal("12.5"),
        Grade.MUDA: Decimal(25),
        Grade.MADYA: Decimal("37.5"),
        Grade.UTAMA: Decimal(50),
    }
)
"""The credit that a new higher diploma (ijazah) adds in each grade."""

COLLECTORS: Final[Mapping[EmploymentStatus, bool]] = MappingProxyType(
    {EmploymentStatus.PNS: True, EmploymentStatus.PPPK: False, EmploymentStatus.NON_ASN: False}
)
"""Whether people of each employment collect credit for a rank."""


def collects_credit(status: EmploymentStatus) -> bool:
    """Tell whether people of an employment collect credit (angka kredit) for a rank.

    Args:
        status: how somebody is employed.

    Returns:
        True for PNS; False for PPPK, who do not rise in rank this way, and for those who are no servants of the state.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but an employment status.

    >>> from pmm_core.people import EmploymentStatus
    >>> collects_credit(EmploymentStatus.PNS), collects_credit(EmploymentStatus.PPPK)
    (True, False)
    """
    problems = Problems("collects_credit")
    problems.instance("status", status, EmploymentStatus, "an EmploymentStatus")
    problems.done()
    return COLLECTORS[status]


def cumulative_need(golongan: Golongan) -> int | None:
    """Tell what the step out of a golongan ruang needs, counted from the start of its grade (kebutuhan kumulatif).

    Args:
        golongan: where somebody is.

    Returns:
        The credit that must have come together since the grade began; None for IV/e, which nothing follows.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a golongan ruang.

    >>> [cumulative_need(golongan) for golongan in Golongan]
    [50, 100, 100, 200, 150, 300, 450, 200, None]
    """
    problems = Problems("cumulative_need")
    problems.instance("golongan", golongan, Golongan, "a Golongan")
    problems.done()
    return _CUMULATIVE[golongan]
