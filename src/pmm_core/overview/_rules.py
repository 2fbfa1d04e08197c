"""The rules of overview, each with its source.

No source says how many cycles are looked at together.  What is counted, when a milestone counts as reached and what
keeps a period open are therefore decisions of this library; the days by which something must be done are not made here
but read off the tables of the cycle.
"""

from typing import Final

from pmm_core.sources import Rule
from pmm_core.sources._citing import names_at
from pmm_core.sources._works import INFOGURU_2024, OUR_DESIGN, SEMESTER_RHYTHM

_named: Final = names_at("pmm_core.overview")


MILESTONES: Final = Rule(
    key="overview.milestones",
    statement="A milestone is reached while a cycle stands at it or beyond; what must be done again is not reached.",
    applies_to=_named("Milestone", "REACHED", "milestones_of"),
    source=OUR_DESIGN,
    note="So a plan that was sent back has to be submitted again.  Synchronising is no milestone: it may be left out.",
)
REQUIRED: Final = Rule(
    key="overview.required-events",
    statement="A whole cycle needs the plan's three events, the seven of the five stages, and three of the appraisal.",
    applies_to=_named("REQUIRED_EVENTS"),
    source=OUR_DESIGN,
    note="The order is that of the cycle's tables; that evidence and competence items are optional here is ours.",
)
PHASE: Final = Rule(
    key="overview.phase-of-a-cycle",
    statement="A cycle stands in planning, execution, assessment or done by its own state, whatever the calendar says.",
    applies_to=_named("CyclePhase", "PHASES"),
    source=OUR_DESIGN,
    note="After the five stages only the appraisal is left, so that such a cycle counts for assessment.",
)
TALLY: Final = Rule(
    key="overview.tally",
    statement="Every breakdown of a tally adds up to its cycles, and tallies of one day add up to that of all.",
    applies_to=_named("CycleTally", "count_cycles"),
    source=OUR_DESIGN,
    note="So that schools can count apart and a dinas can add.",
)
OUTSTANDING: Final = Rule(
    key="overview.outstanding",
    statement="What a cycle needs and has not done is late after the last day that the cycle's own tables allow.",
    applies_to=_named("Outstanding", "outstanding", "late", "due"),
    source=OUR_DESIGN,
    note="The windows are the calendar's, with their own sources; what any day will do for is never late.",
)
OVER: Final = Rule(
    key="overview.closing",
    statement="A period is over for a teacher when the appraisal was sent.",
    applies_to=_named("Closing", "closing"),
    source=INFOGURU_2024,
    note="That nobody may be missing and all must be so far is our design; another milestone can be asked for.",
)
ONE_EACH: Final = Rule(
    key="overview.one-cycle-each",
    statement="A teacher is taken to have one cycle for a period, and none for periods that share days.",
    applies_to=_named("Conflict", "conflicts", "require_one_each"),
    source=SEMESTER_RHYTHM,
    note="That periods of two schemes must not share days is our design.",
)
CHANGE: Final = Rule(
    key="overview.change",
    statement="Two tallies compare milestone by milestone, in numbers and in exact shares, the earlier first.",
    applies_to=_named("TallyChange", "MilestoneChange", "compare_tallies"),
    source=OUR_DESIGN,
    note="A tally of no cycles has no shares, so that nothing compares with it.",
)
MEASURING: Final = Rule(
    key="overview.measuring-stages",
    statement="A kabupaten is measured by the share of all its teachers whose cycle has reached a stage.",
    applies_to=_named("measure_stages", "STAGE_METRICS", "STAGE_FUNNEL", "PLANS_AGREED", "TEACHERS_RATED"),
    source=OUR_DESIGN,
    note="No source publishes such a figure; teachers without a cycle stay in the base, as they have not begun.",
)
REVIEW: Final = Rule(
    key="overview.review",
    statement="An overview tells numbers; ids are told only to those who ask for them.",
    applies_to=_named("Overview", "review"),
    source=OUR_DESIGN,
    note="Two weeks ahead is our choice; who is late is personal data.",
)

RULES: Final = (
    MILESTONES,
    REQUIRED,
    PHASE,
    TALLY,
    OUTSTANDING,
    OVER,
    ONE_EACH,
    CHANGE,
    MEASURING,
    REVIEW,
)
