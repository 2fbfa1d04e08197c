"""What must not type-check with the documents; a marker that is not needed is an error."""

from pmm_core.codec import DecodeError, Limits, from_plain, kinds, to_plain
from pmm_core.people import Teacher
from pmm_core.ranking import Pace

PACE = {"kind": "pace", "format": 1, "units": 156, "days": 7}

to_plain(Pace(156, 7), False)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
to_plain(Pace(156, 7), personal="no")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
to_plain()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
from_plain(PACE, Pace, 9)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
from_plain(PACE, 7)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
from_plain(PACE, limits=9)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
teacher: Teacher = from_plain(PACE, Pace)  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
kinds()["mine"] = Pace  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
Limits(5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Limits(items="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Limits(depth=5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Limits().items = 5  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
DecodeError("document")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


class MyLimits(Limits):  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues]
    """A final class."""
