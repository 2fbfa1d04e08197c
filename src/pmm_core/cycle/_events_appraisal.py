"""Events of assessment: rated, sent, synchronised, closed."""

from typing import final

import attrs

from pmm_core._checks import Problems
from pmm_core.appraisal import MATRIX, Predicate, Rating
from pmm_core.cycle._event import CycleEvent, need, need_text
from pmm_core.cycle._kinds import EventKind
from pmm_core.cycle._terms import PracticeAspect


@final
@attrs.frozen
class AspectJudgement:
    """How one aspect of practice is judged.

    Args:
        aspect: which one.
        rating: how it compares with what was expected; that the scale is this one is our design.
    """

    aspect: PracticeAspect
    rating: Rating

    def __attrs_post_init__(self) -> None:
        problems = Problems("AspectJudgement")
        problems.instance("aspect", self.aspect, PracticeAspect, "a PracticeAspect")
        problems.instance("rating", self.rating, Rating, "a Rating")
        problems.done()


@final
@attrs.frozen(kw_only=True)
class Appraised(CycleEvent):
    """The superior rated results and behaviour; the predicate follows from the two.

    Args:
        results: the rating of the results of work (hasil kerja).
        behaviour: the rating of the behaviour at work (perilaku kerja).
        aspects: how practice was judged on its three aspects, each once.
        notes: notes for the next period; may be empty.
    """

    kind = EventKind.APPRAISED
    results: Rating
    behaviour: Rating
    aspects: tuple[AspectJudgement, ...]
    notes: str = attrs.field(default="", repr=False)

    def _check(self, problems: Problems) -> None:
        for name in ("results", "behaviour"):
            if need(problems, name, getattr(self, name)):
                problems.instance(name, getattr(self, name), Rating, "a Rating")
        problems.instance("notes", self.notes, str, "a text")
        if need(problems, "aspects", self.aspects) and problems.instance("aspects", self.aspects, tuple, "a tuple"):
            judged = [
                problems.instance(f"aspects[{index}]", judgement, AspectJudgement, "an AspectJudgement")
                for index, judgement in enumerate(self.aspects)
            ]
            if all(judged):
                named = [judgement.aspect for judgement in self.aspects]
                if sorted(map(str, named)) != sorted(map(str, PracticeAspect)):
                    problems.add("aspects", "aspect-count", "must judge each of the three aspects once")

    @property
    def predicate(self) -> Predicate:
        """The predicate that the two ratings yield."""
        return MATRIX[self.results, self.behaviour]  # both were checked when the event was built


@final
@attrs.frozen(kw_only=True)
class AppraisalSent(CycleEvent):
    """The superior sent the appraisal to the office."""

    kind = EventKind.APPRAISAL_SENT


@final
@attrs.frozen(kw_only=True)
class EkinerjaSynchronised(CycleEvent):
    """The appraisal was taken over by e-Kinerja BKN; a fact that the library records and does not cause.

    Args:
        reference: how the other system calls it.
    """

    kind = EventKind.EKINERJA_SYNCHRONISED
    reference: str = attrs.field(repr=False)

    def _check(self, problems: Problems) -> None:
        need_text(problems, "reference", self.reference)


@final
@attrs.frozen(kw_only=True)
class CycleClosed(CycleEvent):
    """The cycle was closed; nothing can happen in it any more."""

    kind = EventKind.CYCLE_CLOSED
