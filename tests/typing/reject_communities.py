"""What must not type-check with the communities; a marker that is not needed is an error."""

from datetime import date

from pmm_core.communities import Activity, ActivityKind, Attendance, CommunityKind, Headcount, LearningCommunity
from pmm_core.people import Role
from pmm_core.regions import find

mgmp = LearningCommunity(id="mgmp", name="MGMP", kind=CommunityKind.BETWEEN_SCHOOLS, seat=find("33.25"))

mgmp.join("t-1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
mgmp.name = "MKKS"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
LearningCommunity(id="k", name="K", kind="online")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
LearningCommunity(id="k", name="K", kind=CommunityKind.ONLINE, members=["t-1"])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Headcount(Role.TEACHER)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Headcount(Role.TEACHER, 0.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Attendance(counts=[Headcount(Role.TEACHER, 1)])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Activity(kind=ActivityKind.BIMTEK, name="Bimtek", days=date(2024, 1, 11))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
