"""The rules of the communities, each with its source."""

from typing import Final

from pmm_core.sources import Rule
from pmm_core.sources._citing import names_at
from pmm_core.sources._works import (
    KOMBEL_GUIDES,
    OUR_DESIGN,
    SEED_BARITO_TIMUR,
    SEED_BATANGHARI,
    SEED_BLITAR,
    SEED_MGMP_IPS,
)

_names: Final = names_at("pmm_core.communities")


RULES: Final = (
    Rule(
        key="communities.kinds",
        statement="Learning communities are online in PMM, within a school, or between schools such as MGMP.",
        applies_to=_names("CommunityKind", "LearningCommunity"),
        source=SEED_BLITAR,
        note="In 2022 the online kind could be a chat group; later texts mean a community in PMM.",
    ),
    Rule(
        key="communities.forums",
        statement="KKG, MGMP, MGBK, KKKS, MKKS, PKG and groups of Guru Penggerak are communities between schools.",
        applies_to=_names("Forum", "LearningCommunity"),
        source=KOMBEL_GUIDES,
        note="Who may join which forum beyond the rule of its kind is not said: heads accompany an MGMP in a seed.",
    ),
    Rule(
        key="communities.membership",
        statement="Within a school the educators of that school are members, between schools those of one kabupaten.",
        applies_to=_names("MembershipRule", "MEMBERSHIP_RULES", "membership_rule", "Reach", "LearningCommunity"),
        source=KOMBEL_GUIDES,
        note="The guides say one gugus or the same kabupaten; a gugus is not modelled.  Supervisors are members where "
        "they work at the school; one of an office is a member of none within a school, and may move it.",
    ),
    Rule(
        key="communities.educators",
        statement="Teachers, heads and supervisors are educators (GTK); people of offices and agencies are not.",
        applies_to=_names("EDUCATORS"),
        source=OUR_DESIGN,
        note="The guides say GTK without a list; a supervisor leads an MGMP in a seed.",
    ),
    Rule(
        key="communities.movers",
        statement="A mover is a head, a supervisor or a teacher; in PMM a mover registers the community.",
        applies_to=_names("LearningCommunity.appoint", "MembershipRule"),
        source=KOMBEL_GUIDES,
        note="The trainings that a mover had to complete first became fewer over time and are not asked.",
    ),
    Rule(
        key="communities.counting",
        statement="The communities of a kabupaten that are registered in PMM are counted.",
        applies_to=_names("CommunityTally", "count_communities"),
        source=SEED_BATANGHARI,
        note="144 in Batanghari.  A rule by which a community counts as active was not found.",
    ),
    Rule(
        key="communities.activities",
        statement="Events are told by kind, days, sessions or meetings, and those who came, by role.",
        applies_to=_names("Activity", "ActivityKind", "Headcount"),
        source=SEED_MGMP_IPS,
        note="100 teachers of IPS and 35 of other subjects in 4 meetings.",
    ),
    Rule(
        key="communities.sessions",
        statement="A day of an event has one session or more.",
        applies_to=_names("Activity"),
        source=SEED_BARITO_TIMUR,
        note="One day with two sessions; that no day is without one is our reading.",
    ),
    Rule(
        key="communities.attendance",
        statement="Those who came are counted by role and by mode, and the parts add up to the total: 40 + 3 + 1 = 44.",
        applies_to=_names("Attendance", "AttendanceMode", "Headcount"),
        source=SEED_BLITAR,
        note="A number is unknown where several would add up: 207 in person and nobody says how many online, in "
        "another seed.",
    ),
)
