"""The learning community: who belongs to it, who may join, and every reason why not."""

from datetime import date
from typing import Any, Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._texts import check_id, check_line
from pmm_core.communities._kind import SEAT_NAMES, SEATS, CommunityKind, Forum, Reach, membership_rule
from pmm_core.errors import Refusal, RefusedError
from pmm_core.people import Role, School, Teacher
from pmm_core.regions import Kabupaten

_NOBODY: Final[frozenset[str]] = frozenset()


@final
@attrs.frozen(kw_only=True, repr=False)
class LearningCommunity:
    """A learning community (komunitas belajar, kombel).

    It holds the opaque ids of its people and nothing else about them.  The rules of membership are asked when somebody
    joins; ids that are given to the constructor are taken as they are.

    Args:
        id: the caller's own opaque id.
        name: its name, one line.
        kind: which of the three kinds.
        seat: the school of a community within a school; the kabupaten of one between schools; for one online either,
            or None where it belongs to no kabupaten (kedudukan).
        forum: which forum between schools it is, or None.
        members: the ids of its members (anggota).
        movers: the ids of its movers (penggerak); a mover need not be a member.
        registered_on: the day it was registered in PMM, or None where it is not.

    Raises:
        InvalidValueError: ``seat-mismatch`` where the kind is not seated at such a place, ``forum-mismatch`` for a
            forum that is not between schools, ``personal-id``, ``empty`` or ``malformed`` for a text.
        WrongTypeError: ``wrong-type`` or ``datetime-for-date`` for a field of the wrong kind.

    >>> from pmm_core.regions import find
    >>> mgmp = LearningCommunity(
    ...     id="mgmp-ips",
    ...     name="MGMP IPS SMP",
    ...     kind=CommunityKind.BETWEEN_SCHOOLS,
    ...     seat=find("Kab. Batang"),
    ...     forum=Forum.MGMP,
    ... )
    >>> mgmp.join(Teacher(id="t-1", role=Role.TEACHER, workplace=find("Kab. Batang"))).size
    1
    """

    id: str
    name: str
    kind: CommunityKind
    seat: School | Kabupaten | None = None
    forum: Forum | None = None
    members: frozenset[str] = _NOBODY
    movers: frozenset[str] = _NOBODY
    registered_on: date | None = None

    def __attrs_post_init__(self) -> None:
        problems = Problems("LearningCommunity")
        check_id(problems, "id", self.id)
        check_line(problems, "name", self.name)
        kind = problems.instance("kind", self.kind, CommunityKind, "a CommunityKind")
        place = (School, Kabupaten, type(None))
        if problems.instance("seat", self.seat, place, "a School, a Kabupaten or None") and kind:
            self._check_seat(problems)
        if self.forum is not None:
            known = problems.instance("forum", self.forum, Forum, "a Forum")
            if known and kind and self.kind is not CommunityKind.BETWEEN_SCHOOLS:
                problems.add("forum", "forum-mismatch", f"must be left out for a community {self.kind.label_en}")
        for path, ids in (("members", self.members), ("movers", self.movers)):
            if problems.instance(path, ids, frozenset, "a frozenset of ids"):
                # without the id, which may be anything as long as it is not checked
                problems.each_of(f"{path}[...]", ids, check_id)
        if self.registered_on is not None:
            problems.day("registered_on", self.registered_on)
        problems.done()

    def _check_seat(self, problems: Problems) -> None:
        seat: Any = self.seat  # whatever a caller without a type checker gave
        if not isinstance(seat, SEATS[self.kind.value]):
            wanted = SEAT_NAMES[self.kind.value]
            problems.add("seat", "seat-mismatch", f"must be {wanted} for a community {self.kind.label_en}")

    @property
    def school(self) -> School | None:
        """The school it is seated at, if any."""
        return self.seat if isinstance(self.seat, School) else None

    @property
    def kabupaten(self) -> Kabupaten | None:
        """The kabupaten or kota it is counted in; None for one online that belongs to none."""
        return self.seat.kabupaten if isinstance(self.seat, School) else self.seat

    @property
    def size(self) -> int:
        """How many members it has."""
        return len(self.members)

    def refusals(self, teacher: Teacher) -> tuple[Refusal, ...]:
        """List every reason why somebody may not join (alasan penolakan).

        Args:
            teacher: who wants to.

        Returns:
            All reasons, each with what would be possible; empty if joining is allowed.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a teacher.

        >>> from pmm_core.regions import find
        >>> chat = LearningCommunity(id="k-1", name="Berbagi", kind=CommunityKind.ONLINE)
        >>> office = Teacher(id="o-1", role=Role.OFFICE_STAFF, workplace=find("Kab. Batang"))
        >>> [refusal.code for refusal in chat.refusals(office)]
        ['role-excluded']
        """
        _check_teacher(teacher)
        rule = membership_rule(self.kind)
        found = list(_role_refusals(teacher, rule.members, "join"))
        if teacher.id in self.members:
            found.append(Refusal("already-member", "the teacher is a member already", ("leave",)))
        here = isinstance(self.seat, School) and teacher.school is not None and teacher.school.npsn == self.seat.npsn
        if rule.reach is Reach.SAME_SCHOOL and not here:
            possible = _elsewhere(teacher, *CommunityKind)
            found.append(Refusal("other-school", "the teacher does not work at the school", possible))
        if rule.reach is Reach.SAME_KABUPATEN and teacher.kabupaten != self.kabupaten:
            why = f"the teacher does not work in {self.kabupaten}"
            possible = _elsewhere(teacher, CommunityKind.BETWEEN_SCHOOLS, CommunityKind.ONLINE)
            found.append(Refusal("other-kabupaten", why, possible))
        return tuple(found)

    def join(self, teacher: Teacher) -> "LearningCommunity":
        """Somebody becomes a member; `refusals` tells beforehand whether that is allowed.

        Args:
            teacher: who joins; id, role and workplace decide, and the community keeps the id alone.

        Raises:
            RefusedError: all of ``role-excluded``, ``already-member``, ``other-school`` and ``other-kabupaten`` that
                apply; the community is unchanged.
            WrongTypeError: ``wrong-type`` for anything but a teacher.
        """
        _refuse("join", self.refusals(teacher))
        return attrs.evolve(self, members=self.members | {teacher.id})

    def leave(self, member: str) -> "LearningCommunity":
        """Somebody is no member any longer; a mover stays one.

        Args:
            member: the id.

        Raises:
            RefusedError: ``not-member``.
            InvalidValueError: ``empty``, ``malformed`` or ``personal-id``.
            WrongTypeError: ``wrong-type`` for anything but an id.
        """
        _check_own_id("member", member)
        if member not in self.members:
            _refuse("leave", (Refusal("not-member", "the person is no member", ("join",)),))
        return attrs.evolve(self, members=self.members - {member})

    def appoint(self, teacher: Teacher) -> "LearningCommunity":
        """Somebody becomes a mover (penggerak).

        What a mover must have completed before the community can be registered changed over time and is not asked.

        Args:
            teacher: who is appointed; need not be a member, and the community keeps the id alone.

        Raises:
            RefusedError: all of ``role-excluded`` and ``already-mover`` that apply; the community is unchanged.
            WrongTypeError: ``wrong-type`` for anything but a teacher.
        """
        _check_teacher(teacher)
        found = list(_role_refusals(teacher, membership_rule(self.kind).movers, "move it"))
        if teacher.id in self.movers:
            found.append(Refusal("already-mover", "the teacher is a mover already", ("step down",)))
        _refuse("appoint", tuple(found))
        return attrs.evolve(self, movers=self.movers | {teacher.id})

    def step_down(self, mover: str) -> "LearningCommunity":
        """Somebody is no mover any longer; a member stays one.

        Args:
            mover: the id.

        Raises:
            RefusedError: ``not-mover``.
            InvalidValueError: ``empty``, ``malformed`` or ``personal-id``.
            WrongTypeError: ``wrong-type`` for anything but an id.
        """
        _check_own_id("mover", mover)
        if mover not in self.movers:
            _refuse("step down", (Refusal("not-mover", "the person is no mover", ("appoint",)),))
        return attrs.evolve(self, movers=self.movers - {mover})

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<LearningCommunity {self.id} {self.kind.value}, {self.size} members>"


def _check_teacher(value: object) -> None:
    problems = Problems("LearningCommunity")
    problems.instance("teacher", value, Teacher, "a Teacher")
    problems.done()


def _check_own_id(path: str, value: object) -> None:
    problems = Problems("LearningCommunity")
    check_id(problems, path, value)
    problems.done()


def _role_refusals(teacher: Teacher, admitted: frozenset[Role], action: str) -> tuple[Refusal, ...]:
    if teacher.role in admitted:
        return ()
    names = [role.label_en for role in Role if role in admitted]
    possible = (f"{action} as {', '.join(names[:-1])} or {names[-1]}",)
    return (Refusal("role-excluded", f"{teacher.role.label_en} are not admitted", possible),)


def _elsewhere(teacher: Teacher, *kinds: CommunityKind) -> tuple[str, ...]:
    """Which of other communities admit somebody: that of the own school where there is one, and none without a role."""
    ways = {
        CommunityKind.WITHIN_SCHOOL: "join the community of the own school",
        CommunityKind.BETWEEN_SCHOOLS: f"join a community between schools of {teacher.kabupaten}",
        CommunityKind.ONLINE: "join a community that is online in PMM",
    }
    if teacher.school is None:
        del ways[CommunityKind.WITHIN_SCHOOL]
    return tuple(way for kind, way in ways.items() if kind in kinds and teacher.role in membership_rule(kind).members)


def _refuse(action: str, reasons: tuple[Refusal, ...]) -> None:
    if reasons:
        raise RefusedError(action, reasons)
