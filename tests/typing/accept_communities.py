"""What users write with the communities; checked, never run."""

from datetime import date
from typing import assert_type

from pmm_core.communities import (
    Activity,
    ActivityKind,
    Attendance,
    AttendanceMode,
    CommunityKind,
    CommunityTally,
    Forum,
    Headcount,
    LearningCommunity,
    MembershipRule,
    count_communities,
    membership_rule,
)
from pmm_core.errors import Refusal
from pmm_core.people import Role, School, Teacher
from pmm_core.regions import Kabupaten, find

batang = find("33.25")
mgmp = LearningCommunity(
    id="mgmp",
    name="MGMP IPS",
    kind=CommunityKind.BETWEEN_SCHOOLS,
    seat=batang,
    forum=Forum.MGMP,
    members=frozenset({"t-1"}),
)
teacher = Teacher(id="t-1", role=Role.TEACHER, workplace=batang)
assert_type(mgmp.refusals(teacher), tuple[Refusal, ...])
assert_type(mgmp.join(teacher).leave("t-1"), LearningCommunity)
assert_type(mgmp.appoint(teacher).step_down("t-1"), LearningCommunity)
assert_type(mgmp.kabupaten, Kabupaten | None)
assert_type(mgmp.school, School | None)
assert_type(membership_rule(CommunityKind.ONLINE), MembershipRule)
assert_type(count_communities([mgmp], on=date(2024, 1, 1)), tuple[CommunityTally, ...])

came = Attendance(counts=(Headcount(Role.TEACHER, 40), Headcount(Role.HEAD, None, mode=AttendanceMode.ONLINE)))
assert_type(came.size, int | None)
assert_type(came.of_role(Role.TEACHER), int | None)
clinic = Activity(kind=ActivityKind.COACHING_CLINIC, name="Clinic", days=(date(2024, 3, 7),), attendance=came)
assert_type(clinic.first_day, date | None)
