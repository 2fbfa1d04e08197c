"""Learning communities (komunitas belajar), who may belong to them, and what they do together."""

from pmm_core.communities._activity import Activity, ActivityKind, Attendance, AttendanceMode, Headcount
from pmm_core.communities._community import LearningCommunity
from pmm_core.communities._counting import CommunityTally, count_communities
from pmm_core.communities._kind import (
    EDUCATORS,
    MEMBERSHIP_RULES,
    CommunityKind,
    Forum,
    MembershipRule,
    Reach,
    membership_rule,
)

__all__ = [
    "EDUCATORS",
    "MEMBERSHIP_RULES",
    "Activity",
    "ActivityKind",
    "Attendance",
    "AttendanceMode",
    "CommunityKind",
    "CommunityTally",
    "Forum",
    "Headcount",
    "LearningCommunity",
    "MembershipRule",
    "Reach",
    "count_communities",
    "membership_rule",
]


def __dir__() -> list[str]:
    return __all__
