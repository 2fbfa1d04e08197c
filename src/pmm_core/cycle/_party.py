"""Who acts in a cycle, by role and opaque id; names never enter a cycle."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._texts import check_id
from pmm_core.people import Role, Teacher


@final
@attrs.frozen
class Party:
    """Somebody who acts in a cycle.

    Args:
        id: the caller's own opaque id of the person, up to 64 letters, digits and ``. _ : / -``; nobody's number.
        role: teacher, head of school, supervisor or somebody of the office.

    Raises:
        InvalidValueError: ``empty`` or ``malformed`` for the id, ``personal-id`` for the form of an official number.
        WrongTypeError: for a field of the wrong kind.

    >>> from pmm_core.people import Role
    >>> Party("G-17", Role.TEACHER)
    Party(role=Role.TEACHER)
    """

    id: str = attrs.field(repr=False)
    role: Role

    def __attrs_post_init__(self) -> None:
        problems = Problems("Party")
        check_id(problems, "id", self.id)
        problems.instance("role", self.role, Role, "a Role")
        problems.done()

    @classmethod
    def of(cls, teacher: Teacher) -> "Party":
        """Somebody known as a `pmm_core.people.Teacher`, by id and role; nothing else of them enters the cycle.

        Args:
            teacher: who it is.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a teacher.

        >>> from pmm_core.people import Role, Teacher
        >>> from pmm_core.regions import find
        >>> Party.of(Teacher(id="t-17", role=Role.TEACHER, workplace=find("Kab. Batang"))).id
        't-17'
        """
        problems = Problems("Party")
        problems.instance("teacher", teacher, Teacher, "a Teacher")
        problems.done()
        return cls(teacher.id, teacher.role)


OFFICE_ROLES: Final = (Role.OFFICE_HEAD, Role.OFFICE_SECRETARY, Role.OFFICE_STAFF)
"""Who can act for the office (dinas)."""

SUPERIORS: Final[Mapping[Role, tuple[Role, ...]]] = MappingProxyType(
    {
        Role.TEACHER: (Role.HEAD,),
        Role.HEAD: (Role.OFFICE_HEAD, Role.SUPERVISOR),
        Role.SUPERVISOR: (Role.OFFICE_HEAD,),
        Role.OFFICE_HEAD: (),
        Role.OFFICE_SECRETARY: (),
        Role.OFFICE_STAFF: (),
        Role.AGENCY_STAFF: (),
        Role.TRAINER: (),
    }
)
"""Who can be whose superior (atasan); no cycle is kept for a role without one.  That of a supervisor is our design."""
