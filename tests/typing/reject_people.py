"""What must not type-check with the people; a marker that is not needed is an error."""

from pmm_core.people import Nik, Nip, Npsn, Nuptk, PmmProgress, Role, School, SchoolLevel, Teacher, pseudonym
from pmm_core.regions import find

SchoolLevel.SDN  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
text: str = SchoolLevel.SD  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]

Nip.parse(198609262015051001)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
nuptk: Nuptk = Nik("3325010101900001")  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
Nip("198609262015051001").text = ""  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
Nik("3325010101900001").birth_date()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
pseudonym("t-1", key="secret")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
pseudonym("t-1")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
School(Npsn("20300001"), SchoolLevel.SD, find("33.25"))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Teacher(id="t-1", role=Role.TEACHER)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Teacher(id="t-1", role="teacher", workplace=find("33.25"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Teacher(id="t-1", role=Role.TEACHER, workplace=find("33.25"), nip="1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
PmmProgress(True)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


class MyNip(Nip):  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    """A final class."""
