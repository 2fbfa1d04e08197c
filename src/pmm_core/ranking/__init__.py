"""Who stands where, who moved, and what it takes: ranking kabupaten and kota, exactly.

Start with `rank`, which makes `Standings` from `Measurement` values; ask the table for `Standings.compare` and
`Standings.target`.
"""

from pmm_core.ranking._allocation import Allocation, Team, TeamShare, allocate
from pmm_core.ranking._area import Area, Group, Scope, ScopeKind
from pmm_core.ranking._composite import Component, Index, composite
from pmm_core.ranking._counting import measure_adoption, measure_communities
from pmm_core.ranking._funnel import ADOPTION, Funnel, FunnelReading
from pmm_core.ranking._history import History, Run, Track
from pmm_core.ranking._measurement import Measurement
from pmm_core.ranking._metric import Direction, Metric, Scale, Unit
from pmm_core.ranking._movement import Movement, MovementKind, Movements
from pmm_core.ranking._rank import compare, rank, rank_within
from pmm_core.ranking._rows import MINIMUM_GROUP_SIZE, Band, Standing, Unranked, UnrankedReason
from pmm_core.ranking._standard import (
    ACCOUNTS_ACTIVATED,
    COMMUNITIES,
    COMMUNITIES_REGISTERED,
    IKM_SCHOOLS,
    POINTS,
    SCHOOLS_LOGGED_IN,
    STANDARD_METRICS,
    TEACHERS,
    TEACHERS_LOGGED_IN,
    TOPIC_1_COMPLETED,
    TOPIC_2_COMPLETED,
    TOPIC_3_COMPLETED,
    TOPIC_4_COMPLETED,
    TOPICS_COMPLETED,
)
from pmm_core.ranking._standings import Standings
from pmm_core.ranking._target import Pace, Target
from pmm_core.ranking._tie_break import LARGER_BASE, LARGER_COUNT, TieBreak, TieBreakKey
from pmm_core.ranking._ties import Place, TieMethod, ranks
from pmm_core.ranking._words import Language

__all__ = [
    "ACCOUNTS_ACTIVATED",
    "ADOPTION",
    "COMMUNITIES",
    "COMMUNITIES_REGISTERED",
    "IKM_SCHOOLS",
    "LARGER_BASE",
    "LARGER_COUNT",
    "MINIMUM_GROUP_SIZE",
    "POINTS",
    "SCHOOLS_LOGGED_IN",
    "STANDARD_METRICS",
    "TEACHERS",
    "TEACHERS_LOGGED_IN",
    "TOPICS_COMPLETED",
    "TOPIC_1_COMPLETED",
    "TOPIC_2_COMPLETED",
    "TOPIC_3_COMPLETED",
    "TOPIC_4_COMPLETED",
    "Allocation",
    "Area",
    "Band",
    "Component",
    "Direction",
    "Funnel",
    "FunnelReading",
    "Group",
    "History",
    "Index",
    "Language",
    "Measurement",
    "Metric",
    "Movement",
    "MovementKind",
    "Movements",
    "Pace",
    "Place",
    "Run",
    "Scale",
    "Scope",
    "ScopeKind",
    "Standing",
    "Standings",
    "Target",
    "Team",
    "TeamShare",
    "TieBreak",
    "TieBreakKey",
    "TieMethod",
    "Track",
    "Unit",
    "Unranked",
    "UnrankedReason",
    "allocate",
    "compare",
    "composite",
    "measure_adoption",
    "measure_communities",
    "rank",
    "rank_within",
    "ranks",
]


def __dir__() -> list[str]:
    return __all__
