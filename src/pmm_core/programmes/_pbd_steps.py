"""The steps of data-based planning (perencanaan berbasis data, PBD), as a table, and the function that decides.

    identification  the report          -> the indicators to work on
    reflection      those indicators    -> a root cause of each
    fix             the root causes     -> a solution for each
    work plan       the solutions       -> a line of the RKT for each
    budget          the work lines      -> a line of ARKAS for each
    outcome         everything above    -> practices for the plans of teachers and heads

The guide names identifikasi, refleksi and benahi, then RKT and ARKAS; press reports tell the same chain in words, one
of them up to the teacher's own plan in the SKP.  No step is skipped, and from reflection on each answers everything of
the step before.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.errors import Refusal
from pmm_core.programmes._pbd_items import BudgetLine, PbdItem, RootCause, Solution, WorkLine
from pmm_core.programmes._rapor import RaporIndicator
from pmm_core.sources import Source
from pmm_core.sources._works import RAPOR_GUIDE, SEED_MGMP_IPS


@final
@labelled(
    IDENTIFICATION=("identifikasi", "identification"),
    REFLECTION=("refleksi", "reflection"),
    FIX=("benahi", "fix"),
    WORK_PLAN=("rencana kerja tahunan (RKT)", "annual work plan"),
    BUDGET=("rencana anggaran (ARKAS)", "budget"),
    OUTCOME=("rencana kerja guru dalam SKP", "outcome for the plans of teachers and heads"),
)
class PbdStep(Labelled):
    """The steps of data-based planning (langkah PBD), in order.

    >>> [step.label_id for step in PbdStep][:3]
    ['identifikasi', 'refleksi', 'benahi']
    """

    IDENTIFICATION = "identification"
    REFLECTION = "reflection"
    FIX = "fix"
    WORK_PLAN = "work-plan"
    BUDGET = "budget"
    OUTCOME = "outcome"


@final
@attrs.frozen(kw_only=True)
class PbdRow:
    """What one step needs and yields; one row of `PBD_STEPS`.

    Args:
        step: which step.
        needs: what must be there before.
        yields: what it adds.
        takes: the kind of thing that it takes; None where it takes nothing.
        answers_all: whether everything of the step before must be answered.
        source: where the step comes from.
        note: doubts; empty where there are none.

    Raises:
        InvalidValueError: ``empty`` for an empty text.
        WrongTypeError: for a field of the wrong kind.

    >>> [row.step.value for row in PBD_STEPS if row.takes is None]
    ['outcome']
    """

    step: PbdStep
    needs: str
    yields: str
    takes: type[Any] | None
    answers_all: bool
    source: Source
    note: str = ""

    def __attrs_post_init__(self) -> None:
        problems = Problems("PbdRow")
        problems.instance("step", self.step, PbdStep, "a PbdStep")
        problems.text("needs", self.needs)
        problems.text("yields", self.yields)
        problems.instance("takes", self.takes, (type, type(None)), "a class or None")
        problems.instance("answers_all", self.answers_all, bool, "True or False")
        problems.instance("source", self.source, Source, "a Source")
        problems.instance("note", self.note, str, "a text")
        problems.done()


PBD_STEPS: Final = (
    PbdRow(
        step=PbdStep.IDENTIFICATION,
        needs="the report",
        yields="the indicators to work on",
        takes=RaporIndicator,
        answers_all=False,
        source=RAPOR_GUIDE,
        note="Which indicators to choose, and how many, is left to the school.",
    ),
    PbdRow(
        step=PbdStep.REFLECTION,
        needs="the indicators to work on",
        yields="a root cause of each",
        takes=RootCause,
        answers_all=True,
        source=RAPOR_GUIDE,
        note="A press report counts the root causes to the first step already.",
    ),
    PbdRow(
        step=PbdStep.FIX,
        needs="the root causes",
        yields="a solution for each",
        takes=Solution,
        answers_all=True,
        source=RAPOR_GUIDE,
    ),
    PbdRow(
        step=PbdStep.WORK_PLAN,
        needs="the solutions",
        yields="a line of the work plan (RKT) for each",
        takes=WorkLine,
        answers_all=True,
        source=RAPOR_GUIDE,
    ),
    PbdRow(
        step=PbdStep.BUDGET,
        needs="the lines of the work plan",
        yields="a line of the budget (ARKAS) for each",
        takes=BudgetLine,
        answers_all=True,
        source=RAPOR_GUIDE,
        note="What costs nothing has a line of 0 rupiah; that it needs one is our reading.",
    ),
    PbdRow(
        step=PbdStep.OUTCOME,
        needs="work plan and budget",
        yields="the practices that plans of teachers and heads can pick",
        takes=None,
        answers_all=False,
        source=SEED_MGMP_IPS,
    ),
)
"""The steps in order, each with what it needs, what it yields and where it comes from."""

ROWS: Final[Mapping[PbdStep, PbdRow]] = MappingProxyType({row.step: row for row in PBD_STEPS})
NOUNS: Final[Mapping[PbdStep, str]] = MappingProxyType(
    {
        PbdStep.IDENTIFICATION: "indicator",
        PbdStep.REFLECTION: "root cause",
        PbdStep.FIX: "solution",
        PbdStep.WORK_PLAN: "work line",
        PbdStep.BUDGET: "budget line",
        PbdStep.OUTCOME: "practice",
    }
)


def _itself(item: PbdItem) -> PbdItem:
    return item


KEYS: Final[Mapping[PbdStep, Callable[[Any], object]]] = MappingProxyType(
    {
        step: _itself if step is PbdStep.IDENTIFICATION else attrgetter("key")
        for step in PbdStep
        if step is not PbdStep.OUTCOME
    }
)
_LINKS: Final[Mapping[PbdStep, Callable[[Any], object]]] = MappingProxyType(
    {
        PbdStep.IDENTIFICATION: _itself,
        PbdStep.REFLECTION: attrgetter("indicator"),
        PbdStep.FIX: attrgetter("root_cause"),
        PbdStep.WORK_PLAN: attrgetter("solution"),
        PbdStep.BUDGET: attrgetter("work"),
    }
)


def decide(
    step: PbdStep, items: tuple[PbdItem, ...], *, next_step: PbdStep | None, before: tuple[object, ...]
) -> tuple[Refusal, ...]:
    """Give every reason why a step cannot be taken; the only place that knows.

    Args:
        step: which step.
        items: what it would add.
        next_step: the step that comes next, or None where all is done.
        before: the keys of what the step before has left, in order; indicators are their own keys.
    """
    found: list[Refusal] = []
    if step is not next_step:
        possible = () if next_step is None else (next_step.label_en,)
        found.append(Refusal("wrong-step", f"{step.label_en} does not come next", possible))
    if step is PbdStep.OUTCOME:
        return tuple(found)
    noun = NOUNS[step]
    asked = tuple(_name(step, number, key) for number, key in enumerate(before, 1))
    links = [_LINKS[step](item) for item in items]
    known, answered = frozenset(before), frozenset(links)
    for number, link in enumerate(links, 1):
        if link not in known:
            found.append(Refusal("unknown-link", f"{noun} {number} answers nothing of the step before", asked))
    if ROWS[step].answers_all:
        for name, key in zip(asked, before, strict=True):
            if key not in answered:
                found.append(Refusal("left-open", f"{name} is left without a {noun}", (f"a {noun} for {name}",)))
    return tuple(found)


def _name(step: PbdStep, number: int, key: object) -> str:
    """Name something of the step before without showing a key."""
    if isinstance(key, RaporIndicator):
        return key.value
    previous = list(PbdStep)[list(PbdStep).index(step) - 1]
    return f"{NOUNS[previous]} {number}"
