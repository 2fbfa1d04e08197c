"""Who may apply for Guru Penggerak, decided on facts of which some may be unknown (syarat Guru Penggerak).

Each condition is met, failed or open, by the logic of three values: what is unknown is never taken as met, and never as
failed either.  A head of school who is not an ASN must be a definitive one, so that this condition is met as soon as
one of its parts is: not a head, an ASN, or definitive.  One function decides; it gives every condition that is not met.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.errors import Refusal, RefusedError
from pmm_core.people import EmploymentStatus, Role
from pmm_core.programmes._penggerak import ProgrammeRole, SelectionStage


@final
@labelled(
    SMA=("SMA/sederajat", "secondary school"),
    D1=("D1", "diploma of one year"),
    D2=("D2", "diploma of two years"),
    D3=("D3", "diploma of three years"),
    D4=("D4", "diploma of four years"),
    S1=("S1", "bachelor"),
    S2=("S2", "master"),
    S3=("S3", "doctor"),
)
class Qualification(Labelled):
    """The highest degree that somebody holds (kualifikasi akademik).

    >>> Qualification("s1").label_en
    'bachelor'
    """

    SMA = "sma"
    D1 = "d1"
    D2 = "d2"
    D3 = "d3"
    D4 = "d4"
    S1 = "s1"
    S2 = "s2"
    S3 = "s3"


MINIMUM_YEARS: Final = 5
"""How many years a candidate must have taught at least."""
SUFFICIENT_QUALIFICATIONS: Final = frozenset({Qualification.D4, Qualification.S1, Qualification.S2, Qualification.S3})
"""The degrees that qualify: D4 or S1, and what is built on them."""
APPLYING_ROLES: Final = frozenset({Role.TEACHER, Role.HEAD})
"""Who may apply: teachers and heads of school."""


@final
@labelled(
    DAPODIK=("terdaftar di Dapodik", "registered in Dapodik"),
    TEACHING_YEARS=("masa mengajar", "years of teaching"),
    QUALIFICATION=("kualifikasi akademik", "qualification"),
    APPOINTMENT=("memiliki SK", "letter of appointment"),
    ROLE=("guru atau kepala sekolah", "teacher or head of school"),
    DEFINITIVE_HEAD=("kepala sekolah definitif", "definitive head of school"),
)
class Condition(Labelled):
    """The conditions for applying (syarat).

    >>> Condition.APPOINTMENT.label_id
    'memiliki SK'
    """

    DAPODIK = "dapodik"
    TEACHING_YEARS = "teaching-years"
    QUALIFICATION = "qualification"
    APPOINTMENT = "appointment"
    ROLE = "role"
    DEFINITIVE_HEAD = "definitive-head"


CONDITIONS: Final[Mapping[ProgrammeRole, tuple[Condition, ...]]] = MappingProxyType(
    {
        ProgrammeRole.CALON_GURU_PENGGERAK: tuple(Condition),
        ProgrammeRole.PENGAJAR_PRAKTIK: (),
        ProgrammeRole.FACILITATOR: (),
        ProgrammeRole.INSTRUCTOR: (),
    }
)
"""The conditions for each role of the programme, in the order in which reasons are told; none where no source says."""


@final
@labelled(
    NON_ASN=("hanya kepala sekolah non-ASN", "asked of heads who are not ASN"),
    EVERY_HEAD=("setiap kepala sekolah", "asked of every head"),
)
class DefinitiveHeads(Labelled):
    """Of which heads it is asked that they be definitive; the press says it of those who are not ASN.

    >>> len(DefinitiveHeads)
    2
    """

    NON_ASN = "non-asn"
    EVERY_HEAD = "every-head"


_FLAGS: Final = ("in_dapodik", "has_sk", "definitive")


@final
@attrs.frozen(kw_only=True)
class Candidate:
    """What is known of somebody who wants to take part (fakta calon); None means that it is not known.

    It holds no name, number or id: keep it beside the caller's own.

    Args:
        in_dapodik: whether the person is registered in Dapodik.
        years_taught: how many whole years the person has taught (masa mengajar).
        qualification: the highest degree.
        has_sk: whether there is a letter of appointment (SK).
        role: what the person is.
        definitive: whether a head of school is a definitive one; of nobody else it is asked.
        employment: how the person is employed.

    Raises:
        InvalidValueError: ``negative`` for the years.
        WrongTypeError: for a field of the wrong kind.

    >>> Candidate(in_dapodik=True, years_taught=6).qualification is None
    True
    """

    in_dapodik: bool | None = None
    years_taught: int | None = None
    qualification: Qualification | None = None
    has_sk: bool | None = None
    role: Role | None = None
    definitive: bool | None = None
    employment: EmploymentStatus | None = None

    def __attrs_post_init__(self) -> None:
        problems = Problems("Candidate")
        for path in _FLAGS:
            problems.instance(path, getattr(self, path), (bool, type(None)), "True, False or None")
        if self.years_taught is not None:
            problems.integer("years_taught", self.years_taught)
        for path, kind, name in (
            ("qualification", Qualification, "a Qualification or None"),
            ("role", Role, "a Role or None"),
            ("employment", EmploymentStatus, "an EmploymentStatus or None"),
        ):
            problems.instance(path, getattr(self, path), (kind, type(None)), name)
        problems.done()


def _dapodik(candidate: Candidate, _: DefinitiveHeads) -> bool | None:
    return candidate.in_dapodik


def _years(candidate: Candidate, _: DefinitiveHeads) -> bool | None:
    return None if candidate.years_taught is None else candidate.years_taught >= MINIMUM_YEARS


def _qualification(candidate: Candidate, _: DefinitiveHeads) -> bool | None:
    return None if candidate.qualification is None else candidate.qualification in SUFFICIENT_QUALIFICATIONS


def _appointment(candidate: Candidate, _: DefinitiveHeads) -> bool | None:
    return candidate.has_sk


def _role(candidate: Candidate, _: DefinitiveHeads) -> bool | None:
    return None if candidate.role is None else candidate.role in APPLYING_ROLES


def _definitive(candidate: Candidate, heads: DefinitiveHeads) -> bool | None:
    """Any of: no head, definitive, and an ASN where only the others are asked; open where one of them is unknown."""
    parts = [None if candidate.role is None else candidate.role is not Role.HEAD, candidate.definitive]
    if heads is DefinitiveHeads.NON_ASN:
        parts.append(None if candidate.employment is None else candidate.employment.is_asn)
    return True if True in parts else None if None in parts else False


@attrs.frozen
class _Test:
    """How a condition is decided, and what is said where it fails: code, reason, what would be possible."""

    met: Callable[[Candidate, DefinitiveHeads], bool | None]
    failed: Refusal


_TESTS: Final[Mapping[Condition, _Test]] = MappingProxyType(
    {
        Condition.DAPODIK: _Test(
            _dapodik, Refusal("not-in-dapodik", "is not registered in Dapodik", ("be registered by the school",))
        ),
        Condition.TEACHING_YEARS: _Test(
            _years,
            Refusal("too-few-years", f"has taught for fewer than {MINIMUM_YEARS} years", ("apply for a later cohort",)),
        ),
        Condition.QUALIFICATION: _Test(
            _qualification, Refusal("qualification-short", "has a degree below D4 or S1", ("take D4 or S1",))
        ),
        Condition.APPOINTMENT: _Test(
            _appointment, Refusal("no-appointment", "has no letter of appointment (SK)", ("be appointed",))
        ),
        Condition.ROLE: _Test(
            _role,
            Refusal("role-excluded", "is neither a teacher nor a head of school", ("apply as teacher or as head",)),
        ),
        Condition.DEFINITIVE_HEAD: _Test(
            _definitive,
            Refusal("head-not-definitive", "is a head of school, but not a definitive one", ("become definitive",)),
        ),
    }
)


def eligibility(
    candidate: Candidate, role: ProgrammeRole, *, heads: DefinitiveHeads = DefinitiveHeads.NON_ASN
) -> tuple[Refusal, ...]:
    """List every reason why somebody may not apply for a role in the programme (kelayakan).

    Args:
        candidate: what is known.
        role: which role of the programme.
        heads: of which heads it is asked that they be definitive.

    Returns:
        One reason for each condition that fails or cannot be decided, each with what would be possible; empty if all
        are met.

    Raises:
        WrongTypeError: ``wrong-type`` for an argument of the wrong kind.

    >>> ani = Candidate(in_dapodik=True, years_taught=4, qualification=Qualification.S1, role=Role.TEACHER)
    >>> [reason.code for reason in eligibility(ani, ProgrammeRole.CALON_GURU_PENGGERAK)]
    ['too-few-years', 'unknown-fact']
    """
    problems = Problems("eligibility")
    problems.instance("candidate", candidate, Candidate, "a Candidate")
    problems.instance("role", role, ProgrammeRole, "a ProgrammeRole")
    problems.instance("heads", heads, DefinitiveHeads, "a DefinitiveHeads")
    problems.done()
    asked = CONDITIONS[role]
    if not asked:
        known = tuple(each.label_en for each in ProgrammeRole if CONDITIONS[each])
        return (Refusal("no-conditions", f"the conditions for a role as {role.label_en} are not known", known),)
    found: list[Refusal] = []
    for condition in asked:
        test = _TESTS[condition]
        met = test.met(candidate, heads)
        if met is None:
            why = f"{condition.label_en}: not known"
            found.append(Refusal("unknown-fact", why, (f"find out about {condition.label_en}",)))
        elif not met:
            found.append(test.failed)
    return tuple(found)


def enter_selection(
    candidate: Candidate, role: ProgrammeRole, *, heads: DefinitiveHeads = DefinitiveHeads.NON_ASN
) -> SelectionStage:
    """Somebody applies (mendaftar); `eligibility` tells beforehand whether that is allowed.

    Args:
        candidate: what is known.
        role: which role of the programme.
        heads: of which heads it is asked that they be definitive.

    Returns:
        The stage of the selection that comes first.

    Raises:
        RefusedError: all of ``not-in-dapodik``, ``too-few-years``, ``qualification-short``, ``no-appointment``,
            ``role-excluded``, ``head-not-definitive`` and ``unknown-fact`` that apply, or ``no-conditions``.
        WrongTypeError: ``wrong-type`` for an argument of the wrong kind.

    >>> budi = Candidate(
    ...     in_dapodik=True, years_taught=5, qualification=Qualification.S1, has_sk=True, role=Role.TEACHER
    ... )
    >>> enter_selection(budi, ProgrammeRole.CALON_GURU_PENGGERAK)
    SelectionStage.FIRST
    """
    reasons = eligibility(candidate, role, heads=heads)
    if reasons:
        raise RefusedError(f"apply as {role.label_en}", reasons)
    return SelectionStage.FIRST
