"""Events of the five stages of practice, each with its record."""

from datetime import date
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core.cycle._event import CycleEvent, need, need_text
from pmm_core.cycle._kinds import EventKind
from pmm_core.cycle._terms import Awareness, RubricLevel

FOCUS_BEHAVIOURS: Final = 3
"""How many focus behaviours an observation rates."""


@final
@attrs.frozen(kw_only=True)
class PreparationDiscussed(CycleEvent):
    """Stage 1, Diskusi Persiapan: the employee filed the preparation and both set the day of the observation.

    Args:
        scheduled: the day of the observation.
        aim: what the employee wants to reach.
    """

    kind = EventKind.PREPARATION_DISCUSSED
    scheduled: date
    aim: str = attrs.field(repr=False)

    def _check(self, problems: Problems) -> None:
        if need(problems, "scheduled", self.scheduled):
            problems.day("scheduled", self.scheduled)
        need_text(problems, "aim", self.aim)


@final
@attrs.frozen(kw_only=True)
class ObservationRescheduled(CycleEvent):
    """The superior moved the day of the observation.

    Args:
        scheduled: the new day.
        reason: why.
    """

    kind = EventKind.OBSERVATION_RESCHEDULED
    scheduled: date
    reason: str = attrs.field(repr=False)

    def _check(self, problems: Problems) -> None:
        if need(problems, "scheduled", self.scheduled):
            problems.day("scheduled", self.scheduled)
        need_text(problems, "reason", self.reason)


@final
@attrs.frozen
class FocusRating:
    """One focus behaviour as it was observed.

    Args:
        behaviour: which one, in the words of the rubric; never shown, since people write names into texts.
        level: how far it was done.
        note: the evidence that the observer noted.

    Raises:
        InvalidValueError: ``empty`` for an empty behaviour.
        WrongTypeError: for a field of the wrong kind.
    """

    behaviour: str = attrs.field(repr=False)
    level: RubricLevel
    note: str = attrs.field(default="", repr=False)

    def __attrs_post_init__(self) -> None:
        problems = Problems("FocusRating")
        problems.text("behaviour", self.behaviour)
        problems.instance("level", self.level, RubricLevel, "a RubricLevel")
        problems.instance("note", self.note, str, "a text")
        problems.done()


@final
@attrs.frozen(kw_only=True)
class ObservationHeld(CycleEvent):
    """Stage 2, Observasi Kinerja: the superior observed and rated the three focus behaviours.

    Args:
        ratings: one per focus behaviour, three in all.
        recommendation: what the superior recommends; may be empty.
    """

    kind = EventKind.OBSERVATION_HELD
    ratings: tuple[FocusRating, ...]
    recommendation: str = attrs.field(default="", repr=False)

    def _check(self, problems: Problems) -> None:
        problems.instance("recommendation", self.recommendation, str, "a text")
        if not need(problems, "ratings", self.ratings):
            return
        if not problems.instance("ratings", self.ratings, tuple, "a tuple of ratings"):
            return
        if len(self.ratings) != FOCUS_BEHAVIOURS:
            problems.add("ratings", "focus-count", f"must rate {FOCUS_BEHAVIOURS} behaviours, not {len(self.ratings)}")
            return  # of a row of any length
        seen: set[str] = set()
        for index, rating in enumerate(self.ratings):
            if problems.instance(f"ratings[{index}]", rating, FocusRating, "a FocusRating"):
                if rating.behaviour in seen:
                    problems.add(f"ratings[{index}].behaviour", "duplicate", "is rated twice")
                seen.add(rating.behaviour)


@final
@attrs.frozen(kw_only=True)
class FollowUpDiscussed(CycleEvent):
    """Stage 3, Diskusi Tindak Lanjut: the employee recorded the reflection and the plan made in the talk.

    Args:
        reflection: what the employee sees now.
        follow_up: what is to be done.
        awareness: how aware of the difficulty, where the form asks it.
    """

    kind = EventKind.FOLLOW_UP_DISCUSSED
    reflection: str = attrs.field(repr=False)
    follow_up: str = attrs.field(repr=False)
    awareness: Awareness | None = None

    def _check(self, problems: Problems) -> None:
        need_text(problems, "reflection", self.reflection)
        need_text(problems, "follow_up", self.follow_up)
        problems.instance("awareness", self.awareness, (Awareness, type(None)), "an Awareness or None")


@final
@attrs.frozen(kw_only=True)
class FollowUpAdvised(CycleEvent):
    """The superior added the note that concludes the follow-up talk.

    Args:
        note: the superior's note.
    """

    kind = EventKind.FOLLOW_UP_ADVISED
    note: str = attrs.field(repr=False)

    def _check(self, problems: Problems) -> None:
        need_text(problems, "note", self.note)


@final
@attrs.frozen(kw_only=True)
class FollowUpDone(CycleEvent):
    """Stage 4, Upaya Tindak Lanjut: the employee did what the talk had planned.

    Args:
        effort: what was learnt or practised.
    """

    kind = EventKind.FOLLOW_UP_DONE
    effort: str = attrs.field(repr=False)

    def _check(self, problems: Problems) -> None:
        need_text(problems, "effort", self.effort)


@final
@attrs.frozen(kw_only=True)
class FollowUpReflected(CycleEvent):
    """Stage 5, Refleksi Tindak Lanjut: the employee looked back on what changed.

    Args:
        reflection: what was achieved, what is still hard, what comes next.
        awareness: how aware of the difficulty, where the form asks it.
    """

    kind = EventKind.FOLLOW_UP_REFLECTED
    reflection: str = attrs.field(repr=False)
    awareness: Awareness | None = None

    def _check(self, problems: Problems) -> None:
        need_text(problems, "reflection", self.reflection)
        problems.instance("awareness", self.awareness, (Awareness, type(None)), "an Awareness or None")


@final
@attrs.frozen(kw_only=True)
class FinalNoteGiven(CycleEvent):
    """The superior added the final note that concludes the five stages.

    Args:
        note: the superior's note.
    """

    kind = EventKind.FINAL_NOTE_GIVEN
    note: str = attrs.field(repr=False)

    def _check(self, problems: Problems) -> None:
        need_text(problems, "note", self.note)
