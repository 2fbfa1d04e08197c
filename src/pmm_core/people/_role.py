"""What people are in the school system, how they are employed, and what performance management asks of them.

                PNS, PPPK    non-ASN
teacher         must         encouraged
head            must         encouraged
supervisor      covered      covered
all others      not covered  not covered

The first two lines hold for ASN under local government, as the source says; who employs them is not asked.
Of supervisors only is known that the guidance of November 2024 covers them; what it asks of whom was not readable.
That all others are not covered is our reading: the guidance does not name them.
"""

from types import MappingProxyType
from typing import Final, final

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled


@final
@labelled(
    TEACHER=("guru", "teacher"),
    HEAD=("kepala sekolah", "head of school"),
    SUPERVISOR=("pengawas sekolah", "school supervisor"),
    OFFICE_HEAD=("kepala dinas", "head of the education office"),
    OFFICE_SECRETARY=("sekretaris dinas", "secretary of the education office"),
    OFFICE_STAFF=("pegawai dinas", "staff of the education office"),
    AGENCY_STAFF=("pegawai BPMP/BBGP", "staff of a ministry agency"),
    TRAINER=("widyaiswara", "ministry trainer"),
)
class Role(Labelled):
    """What somebody is in the school system (peran).

    The head of a school is both: superior (atasan) of the teachers and employee (pegawai) of the office.

    >>> Role("supervisor").label_id
    'pengawas sekolah'
    """

    TEACHER = "teacher"
    HEAD = "head"
    SUPERVISOR = "supervisor"
    OFFICE_HEAD = "office-head"
    OFFICE_SECRETARY = "office-secretary"
    OFFICE_STAFF = "office-staff"
    AGENCY_STAFF = "agency-staff"
    TRAINER = "trainer"


@final
@labelled(
    PNS=("PNS", "civil servant (PNS)"),
    PPPK=("PPPK", "servant by work agreement (PPPK)"),
    NON_ASN=("non-ASN", "not a servant of the state"),
)
class EmploymentStatus(Labelled):
    """How somebody is employed (status kepegawaian).

    >>> EmploymentStatus("pppk").is_asn, EmploymentStatus.NON_ASN.is_asn
    (True, False)
    """

    PNS = "pns"
    PPPK = "pppk"
    NON_ASN = "non-asn"

    @property
    def is_asn(self) -> bool:
        """Whether it is one of the two kinds of servants of the state (aparatur sipil negara, ASN)."""
        return self is not EmploymentStatus.NON_ASN


@final
@labelled(
    REQUIRED=("wajib", "required"),
    ENCOURAGED=("dianjurkan", "encouraged"),
    COVERED=("diatur", "covered"),
    NOT_COVERED=("tidak diatur", "not covered"),
)
class Obligation(Labelled):
    """What performance management in the platform (Pengelolaan Kinerja) asks of somebody.

    >>> Obligation("required").label_id
    'wajib'
    """

    REQUIRED = "required"
    ENCOURAGED = "encouraged"
    COVERED = "covered"
    """The guidance names them, and no source that was read says whether they must."""
    NOT_COVERED = "not-covered"
    """The guidance does not name them; that it does not cover them is our reading."""


_OBLIGATIONS: Final = MappingProxyType(
    {
        (role.value, status.value): obligation
        for role, asn, others in (
            (Role.TEACHER, Obligation.REQUIRED, Obligation.ENCOURAGED),
            (Role.HEAD, Obligation.REQUIRED, Obligation.ENCOURAGED),
            (Role.SUPERVISOR, Obligation.COVERED, Obligation.COVERED),
            (Role.OFFICE_HEAD, Obligation.NOT_COVERED, Obligation.NOT_COVERED),
            (Role.OFFICE_SECRETARY, Obligation.NOT_COVERED, Obligation.NOT_COVERED),
            (Role.OFFICE_STAFF, Obligation.NOT_COVERED, Obligation.NOT_COVERED),
            (Role.AGENCY_STAFF, Obligation.NOT_COVERED, Obligation.NOT_COVERED),
            (Role.TRAINER, Obligation.NOT_COVERED, Obligation.NOT_COVERED),
        )
        for status, obligation in (
            (EmploymentStatus.PNS, asn),
            (EmploymentStatus.PPPK, asn),
            (EmploymentStatus.NON_ASN, others),
        )
    }
)


def obligation(role: Role, status: EmploymentStatus) -> Obligation:
    """Tell what performance management in the platform asks of somebody (kewajiban Pengelolaan Kinerja).

    The source speaks of ASN under local government.  Who employs somebody is not modelled, so that an ASN of another
    employer, such as a teacher of a madrasah, gets the answer for local government.

    Args:
        role: what somebody is.
        status: how somebody is employed.

    Returns:
        Required of teachers and heads who are ASN under local government, and encouraged for those who are not ASN; of
        supervisors no more is known than that the guidance of November 2024 covers them.  All others are not covered by
        our reading, since the guidance does not name them.

    Raises:
        WrongTypeError: ``wrong-type`` for anything else.

    >>> obligation(Role.TEACHER, EmploymentStatus.PPPK), obligation(Role.TEACHER, EmploymentStatus.NON_ASN)
    (Obligation.REQUIRED, Obligation.ENCOURAGED)
    """
    problems = Problems("obligation")
    problems.instance("role", role, Role, "a Role")
    problems.instance("status", status, EmploymentStatus, "an EmploymentStatus")
    problems.done()
    return _OBLIGATIONS[role.value, status.value]
