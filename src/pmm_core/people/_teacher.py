"""A person of the platform: a teacher, a head, a supervisor, or somebody of an office."""

from typing import Any, Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._texts import ID, SHORT_ID, check_id, check_line, is_line
from pmm_core.people._account import PUPIL_ENDS, BelajarAccount
from pmm_core.people._level import SchoolLevel
from pmm_core.people._nip import Nip
from pmm_core.people._nuptk import Nuptk
from pmm_core.people._progress import PmmProgress
from pmm_core.people._role import EmploymentStatus, Obligation, Role, obligation
from pmm_core.people._school import School
from pmm_core.regions import Kabupaten

_NOTHING_YET: Final = PmmProgress()
_PNS: Final = EmploymentStatus.PNS
_PPPK: Final = EmploymentStatus.PPPK


@final
@attrs.frozen(kw_only=True, repr=False)
class Teacher:
    """A teacher (guru) or anybody else who has a role in the platform, known by an opaque id.

    Its `repr` shows the id only; whoever wants a name or a number asks for it.

    Args:
        id: the caller's own opaque id, up to 64 letters, digits and ``. _ : / -``; nobody's number or address.
        role: what somebody is (peran).
        workplace: the school (satuan pendidikan), or the kabupaten of those who work for an office (tempat tugas).
        level: the level of school (jenjang) of the work, or None; it is not compared with that of the school.
        subject: the subject (mata pelajaran), or None.
        employment: how somebody is employed (status kepegawaian), or None where unknown.
        nip: the NIP or NI PPPK; None for those who have none.
        nuptk: the NUPTK, or None.
        account: the account of belajar.id, or None.
        name: the name, or None; best left out.
        progress: how far somebody has come in the platform.

    Raises:
        InvalidValueError: ``nip-mismatch`` where the number is not of the form of the employment, ``personal-id`` for
            a number as id, ``pupil-account`` for the account of a pupil, ``empty`` or ``malformed`` for a text.
        WrongTypeError: ``wrong-type`` for a field of the wrong kind.

    >>> from pmm_core.regions import find
    >>> school = School(npsn=Npsn("20300001"), level=SchoolLevel.SMP, kabupaten=find("Kab. Batang"))
    >>> teacher = Teacher(
    ...     id="t-17",
    ...     role=Role.TEACHER,
    ...     workplace=school,
    ...     subject="IPS",
    ...     employment=EmploymentStatus.PPPK,
    ...     nip=Nip.parse("19900101 2022 21 2 001"),
    ... )
    >>> teacher, teacher.kabupaten, teacher.obligation
    (<Teacher t-17>, <Kabupaten 33.25 Kabupaten Batang>, Obligation.REQUIRED)
    """

    id: str
    role: Role
    workplace: School | Kabupaten
    level: SchoolLevel | None = None
    subject: str | None = None
    employment: EmploymentStatus | None = None
    nip: Nip | None = None
    nuptk: Nuptk | None = None
    account: BelajarAccount | None = None
    name: str | None = None
    progress: PmmProgress = _NOTHING_YET

    def __attrs_post_init__(self) -> None:
        me: Any = self  # whatever a caller without a type checker gave
        if not (
            type(me.id) is str
            and len(me.id) <= SHORT_ID
            and ID.fullmatch(me.id)
            and type(me.role) is Role
            and (type(me.workplace) is School or type(me.workplace) is Kabupaten)
            and (me.level is None or type(me.level) is SchoolLevel)
            and (me.subject is None or is_line(me.subject))
            and (me.employment is None or type(me.employment) is EmploymentStatus)
            and (me.nip is None or (type(me.nip) is Nip and self._nip_fits()))
            and (me.nuptk is None or type(me.nuptk) is Nuptk)
            and (me.account is None or (type(me.account) is BelajarAccount and not self._is_pupil()))
            and (me.name is None or is_line(me.name))
            and type(me.progress) is PmmProgress
        ):
            self._find_problems()

    def _find_problems(self) -> None:
        problems = Problems("Teacher")
        check_id(problems, "id", self.id)
        problems.instance("role", self.role, Role, "a Role")
        problems.instance("workplace", self.workplace, (School, Kabupaten), "a School or a Kabupaten")
        if self.level is not None:
            problems.instance("level", self.level, SchoolLevel, "a SchoolLevel")
        if self.subject is not None:
            check_line(problems, "subject", self.subject)
        employed = self.employment is None or problems.instance(
            "employment", self.employment, EmploymentStatus, "an EmploymentStatus"
        )
        if self.nip is not None and problems.instance("nip", self.nip, Nip, "a Nip") and employed:
            self._check_nip(problems)
        if self.nuptk is not None:
            problems.instance("nuptk", self.nuptk, Nuptk, "a Nuptk")
        if self.account is not None:
            known = problems.instance("account", self.account, BelajarAccount, "a BelajarAccount")
            if known and self._is_pupil():
                problems.add("account", "pupil-account", "must not be the account of a pupil")
        if self.name is not None:
            check_line(problems, "name", self.name)
        problems.instance("progress", self.progress, PmmProgress, "a PmmProgress")
        problems.done()

    def _check_nip(self, problems: Problems) -> None:
        if self.nip is not None and self.employment is not None and not self._nip_fits():
            wanted = "left out" if self.employment is EmploymentStatus.NON_ASN else "of the form of the employment"
            problems.add("nip", "nip-mismatch", f"must be {wanted}: {self.employment.label_en}")

    def _nip_fits(self) -> bool:
        """Whether the number has the form of the employment."""
        if self.nip is None or self.employment is None:
            return True
        return self.employment is (_PPPK if self.nip.has_agreement else _PNS)

    def _is_pupil(self) -> bool:
        return self.account is not None and self.account.text.endswith(PUPIL_ENDS)

    @property
    def school(self) -> School | None:
        """The school, or None for those who work for an office."""
        return self.workplace if isinstance(self.workplace, School) else None

    @property
    def kabupaten(self) -> Kabupaten:
        """The kabupaten or kota of the workplace."""
        return self.workplace.kabupaten if isinstance(self.workplace, School) else self.workplace

    @property
    def obligation(self) -> Obligation | None:
        """What performance management asks of somebody; None where the employment is not known.

        As `obligation` says, an ASN is taken for one under local government.
        """
        return None if self.employment is None else obligation(self.role, self.employment)

    def move(self, workplace: School | Kabupaten) -> "Teacher":
        """Somebody goes to work elsewhere (mutasi).

        Args:
            workplace: the new school; the kabupaten or kota for somebody who works for its office.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a school or a kabupaten.
        """
        return attrs.evolve(self, workplace=workplace)

    def advance(self, progress: PmmProgress) -> "Teacher":
        """Take over the progress that was found later.

        Args:
            progress: the whole of it, at least as far as before.

        Raises:
            RefusedError: ``goes-back`` where a step would be taken back.
            WrongTypeError: ``wrong-type`` for anything but a progress.
        """
        return attrs.evolve(self, progress=self.progress.advance(progress))

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<Teacher {self.id}>"
