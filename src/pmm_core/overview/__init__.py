"""Many cycles at once: how far they are, who is late with what, what is due, and what keeps a period open (ikhtisar).

Start with `review`, which looks at all of it in one pass.  Every question goes through the cycles once and takes any
iterable; the day is always given, and what happened after it does not count.
"""

from pmm_core.overview._change import MilestoneChange, TallyChange, compare_tallies
from pmm_core.overview._closing import Closing, closing
from pmm_core.overview._conflicts import Conflict, conflicts, require_one_each
from pmm_core.overview._counting import count_cycles
from pmm_core.overview._measuring import PLANS_AGREED, STAGE_FUNNEL, STAGE_METRICS, TEACHERS_RATED, measure_stages
from pmm_core.overview._milestones import PHASES, REACHED, REQUIRED_EVENTS, CyclePhase, Milestone, milestones_of
from pmm_core.overview._outstanding import Outstanding, due, late, outstanding
from pmm_core.overview._review import Overview, review
from pmm_core.overview._tally import CycleTally

__all__ = [
    "PHASES",
    "PLANS_AGREED",
    "REACHED",
    "REQUIRED_EVENTS",
    "STAGE_FUNNEL",
    "STAGE_METRICS",
    "TEACHERS_RATED",
    "Closing",
    "Conflict",
    "CyclePhase",
    "CycleTally",
    "Milestone",
    "MilestoneChange",
    "Outstanding",
    "Overview",
    "TallyChange",
    "closing",
    "compare_tallies",
    "conflicts",
    "count_cycles",
    "due",
    "late",
    "measure_stages",
    "milestones_of",
    "outstanding",
    "require_one_each",
    "review",
]


def __dir__() -> list[str]:
    return __all__
