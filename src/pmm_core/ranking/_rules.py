"""The rules of ranking, each with its source.

No published text says how kabupaten are ranked in the platform's implementation beyond "an ordinal out of the number
of kabupaten/kota, per metric, dated" (the two seed articles).  Formula, weights, ties, rounding and empty bases are
therefore decisions of this library, and say so.
"""

from types import MappingProxyType
from typing import Final

from pmm_core.sources import Rule
from pmm_core.sources._citing import names_at
from pmm_core.sources._works import (
    BBPMP_JATENG,
    HARE_NIEMEYER,
    OUR_DESIGN,
    PRIVACY_LAW,
    RAPOR_BANDS,
    SEED_BATANG,
    SEED_BATANGHARI,
    STATISTICS,
)

_named: Final = names_at("pmm_core.ranking")


ORDINAL_PLACE: Final = Rule(
    key="ranking.ordinal",
    statement="A kabupaten's standing is a place out of the kabupaten/kota of its province, per metric and day.",
    applies_to=_named("rank", "Standings", "Standing", "Scope", "ScopeKind", "Measurement"),
    source=SEED_BATANG,
    note="The seed quotes 1 and 27 of 35; which metric the ranking used is not known.",
)
BETTER_FIRST: Final = Rule(
    key="ranking.better-first",
    statement="A place is 1 + the number of areas with a strictly better exact score; input order never matters.",
    applies_to=_named("rank", "ranks", "Direction", "Scale"),
    source=OUR_DESIGN,
    note="No source publishes the formula.",
)
TIES: Final = Rule(
    key="ranking.ties",
    statement="Equal scores are numbered by one of five named methods; standard competition (1, 2, 2, 4) unless asked.",
    applies_to=_named("TieMethod", "ranks"),
    source=STATISTICS,
    note="No source says how the platform's rankings show ties; the default is our design.",
)
TIE_BREAKS: Final = Rule(
    key="ranking.tie-breaks",
    statement="Tie-breaks apply in the order given and are kept in the table; remaining ties are listed by code.",
    applies_to=_named("TieBreak", "TieBreakKey", "LARGER_BASE", "LARGER_COUNT"),
    source=OUR_DESIGN,
    note="No source breaks ties.",
)
EMPTY_BASE: Final = Rule(
    key="ranking.unranked",
    statement="An area without a base has no share; it is listed without a place, never as 0 %.",
    applies_to=_named("Unranked", "UnrankedReason"),
    source=OUR_DESIGN,
    note="No source says what happens with an empty base.",
)
MINIMUM: Final = Rule(
    key="ranking.minimum-group",
    statement="Groups below a minimum size get no place and do not count for others; off for kabupaten and provinces.",
    applies_to=_named("MINIMUM_GROUP_SIZE", "Group"),
    source=PRIVACY_LAW,
    note="The law protects data that identify a person; the number 5 and the method are our design.",
)
ADOPTION_STEPS: Final = Rule(
    key="ranking.adoption-funnel",
    statement="Teachers who logged in, then those who completed topics 1 to 4: each step counts at most as many.",
    applies_to=_named(
        "ADOPTION",
        "Funnel",
        "FunnelReading",
        "TEACHERS_LOGGED_IN",
        "TOPICS_COMPLETED",
        "TOPIC_1_COMPLETED",
        "TOPIC_2_COMPLETED",
        "TOPIC_3_COMPLETED",
        "TOPIC_4_COMPLETED",
        "measure_adoption",
    ),
    source=BBPMP_JATENG,
    note="Kudus in August 2022: 88, 54, 35, 25, 17 %. That the steps may not widen is our design.",
)
ACCOUNTS: Final = Rule(
    key="ranking.accounts",
    statement="Every teacher is to register with an e-mail account, then to do all activities, which hold four topics.",
    applies_to=_named("ACCOUNTS_ACTIVATED", "TEACHERS"),
    source=SEED_BATANG,
    note="A local drive of 2022; SE Dirjen GTK 0559/2024 says that these features are not obligatory.",
)
SCHOOLS: Final = Rule(
    key="ranking.schools-logged-in",
    statement="Schools that logged in are counted on the units that implement Kurikulum Merdeka.",
    applies_to=_named("SCHOOLS_LOGGED_IN", "IKM_SCHOOLS"),
    source=SEED_BATANGHARI,
    note="240 of 240 in Batanghari; elsewhere shares of teachers are used, so that the base belongs to the metric.",
)
COMMUNITIES: Final = Rule(
    key="ranking.communities",
    statement="Learning communities registered in the platform are ranked by their number.",
    applies_to=_named("COMMUNITIES_REGISTERED", "COMMUNITIES", "measure_communities"),
    source=SEED_BATANGHARI,
    note="144 in Batanghari, the most of 11 kabupaten/kota in Jambi.",
)
METRICS: Final = Rule(
    key="ranking.metric-carries-base",
    statement="A metric names what it counts, its base, direction and source; one table holds one metric.",
    applies_to=_named("Metric", "Unit", "STANDARD_METRICS", "POINTS"),
    source=OUR_DESIGN,
    note="Sources use different bases (teachers, or units implementing the curriculum).",
)
BANDS: Final = Rule(
    key="ranking.bands",
    statement="Bands are fifths of the table: peringkat atas is the first 20 %, menengah atas up to 40 %, and so on.",
    applies_to=_named("Band"),
    source=RAPOR_BANDS,
    note="Bands of Rapor Pendidikan, not of a PMM ranking; the last three are recalled.",
)
MOVEMENT: Final = Rule(
    key="ranking.movement",
    statement=(
        "Places climbed are positive: from 1 to 27 is -26; only tables of one metric, scope, method and kind of area "
        "compare."
    ),
    applies_to=_named("compare", "Movement", "MovementKind", "Movements"),
    source=OUR_DESIGN,
    note="The seed tells the fall of Batang in words; the sign is ours.",
)
HISTORY: Final = Rule(
    key="ranking.history",
    statement="A history is a row of comparable tables in the order of their days; an unranked day ends a run.",
    applies_to=_named("History", "Track", "Run"),
    source=OUR_DESIGN,
    note="Sources quote places on two days at most; how longer histories are read is ours.",
)
TOP_FIVE: Final = Rule(
    key="ranking.target",
    statement="A target is a place to be reached by a day: the fewest more units that share it, and that pass it.",
    applies_to=_named("Target", "Pace"),
    source=SEED_BATANG,
    note="The seed names the goal (top five of 35 within one week of 2022-12-23); the arithmetic is ours.",
)
STANDING_STILL: Final = Rule(
    key="ranking.projection",
    statement=(
        "The others stand still, or go on exactly as since an earlier table, within 0 and their base; who had no place "
        "there stands still and is named."
    ),
    applies_to=_named("Target"),
    source=OUR_DESIGN,
    note="No source projects; going on in a straight line is the plainest assumption that can be checked by hand.",
)
ALLOCATION: Final = Rule(
    key="ranking.allocation",
    statement="Units are shared out in proportion by largest remainder, add up exactly, and exceed no team's rest.",
    applies_to=_named("Allocation", "TeamShare", "allocate"),
    source=HARE_NIEMEYER,
    note="The seed has teams in 15 kecamatan and coordinators for TK, SD, SMP and SMA; how they share is ours.",
)
TEAMS: Final = Rule(
    key="ranking.teams",
    statement="Teams are formed per kecamatan and level of school.",
    applies_to=_named("Team"),
    source=SEED_BATANG,
)
COMPOSITE: Final = Rule(
    key="ranking.composite",
    statement="A composite index is the sum of exact weights, adding up to 1, times shares: 0 to 100 points.",
    applies_to=_named("Index", "Component", "composite"),
    source=OUR_DESIGN,
    note="No source gives weights or a composite score.",
)
GROUPS: Final = Rule(
    key="ranking.within",
    statement="Areas are ranked within their kabupaten, province or island group, or over the whole nation.",
    applies_to=_named("rank_within"),
    source=OUR_DESIGN,
    note="Provincial and national places are both quoted in sources.",
)

RULES: Final = (
    ORDINAL_PLACE,
    BETTER_FIRST,
    TIES,
    TIE_BREAKS,
    EMPTY_BASE,
    MINIMUM,
    METRICS,
    ACCOUNTS,
    ADOPTION_STEPS,
    SCHOOLS,
    COMMUNITIES,
    BANDS,
    MOVEMENT,
    HISTORY,
    TOP_FIVE,
    STANDING_STILL,
    ALLOCATION,
    TEAMS,
    COMPOSITE,
    GROUPS,
)


METRIC_RULES: Final = MappingProxyType(
    {
        "accounts-activated": ACCOUNTS,
        "teachers-logged-in": ADOPTION_STEPS,
        "topic-1-completed": ADOPTION_STEPS,
        "topic-2-completed": ADOPTION_STEPS,
        "topic-3-completed": ADOPTION_STEPS,
        "topic-4-completed": ADOPTION_STEPS,
        "schools-logged-in": SCHOOLS,
        "communities-registered": COMMUNITIES,
    }
)
"""The rule behind each standard metric."""
