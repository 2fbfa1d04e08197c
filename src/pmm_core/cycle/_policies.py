"""Choices where the sources are silent or disagree: each reading has a name, and the other can be chosen."""

from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled


@final
@labelled(
    WITH_EXECUTION=("sampai akhir pelaksanaan", "until the end of execution"),
    PLANNING_ONLY=("hanya masa perencanaan", "in the planning window only"),
)
class ApprovalDays(Labelled):
    """When a submitted plan may be approved and agreed: the extension of 2024 speaks of filing only."""

    WITH_EXECUTION = "with-execution"
    PLANNING_ONLY = "planning-only"


@final
@labelled(
    ANY_DAY=("hari mana pun dalam pelaksanaan", "any day of execution"),
    AS_SCHEDULED=("hanya pada hari terjadwal", "on the scheduled day only"),
)
class ObservationDays(Labelled):
    """Whether an observation may be recorded on another day than the scheduled one, as practitioners report."""

    ANY_DAY = "any-day"
    AS_SCHEDULED = "as-scheduled"


@final
@labelled(
    ALL_STAGES=("setelah lima tahap selesai", "after all five stages"),
    ANY_TIME=("kapan pun dalam masa penilaian", "at any progress"),
)
class AppraisalAfter(Labelled):
    """Whether the appraisal waits for the five stages; sources show the order only."""

    ALL_STAGES = "all-stages"
    ANY_TIME = "any-time"


@final
@labelled(ONE=("satu kali per periode", "one run a period"), MANY=("boleh diulang", "may be repeated"))
class StageRuns(Labelled):
    """Whether the five stages may be run again within a period; no source says."""

    ONE = "one"
    MANY = "many"


@final
@labelled(ADVISED=("dianjurkan", "advised"), REQUIRED=("diwajibkan", "required"))
class PointsBound(Labelled):
    """Whether a teacher's plan below the advised points may be submitted; the help text only recommends."""

    ADVISED = "advised"
    REQUIRED = "required"


Choice = ApprovalDays | ObservationDays | AppraisalAfter | StageRuns | PointsBound
CHOICES: Final = (ApprovalDays, ObservationDays, AppraisalAfter, StageRuns, PointsBound)


@final
@attrs.frozen(kw_only=True)
class Policies:
    """One choice for every open question.

    Args:
        approval: when a submitted plan may be approved.
        observation: on which day an observation may be recorded.
        appraisal: whether it waits for the five stages.
        runs: whether the five stages may be repeated.
        points: whether the advised points bind.

    Raises:
        WrongTypeError: for a choice of the wrong kind.

    >>> again = Policies(runs=StageRuns.MANY)
    >>> again.chose(StageRuns.MANY), again.chose(StageRuns.ONE), again.chose(None)
    (True, False, True)
    """

    approval: ApprovalDays = ApprovalDays.WITH_EXECUTION
    observation: ObservationDays = ObservationDays.ANY_DAY
    appraisal: AppraisalAfter = AppraisalAfter.ALL_STAGES
    runs: StageRuns = StageRuns.ONE
    points: PointsBound = PointsBound.ADVISED

    def __attrs_post_init__(self) -> None:
        problems = Problems("Policies")
        problems.instance("approval", self.approval, ApprovalDays, "an ApprovalDays")
        problems.instance("observation", self.observation, ObservationDays, "an ObservationDays")
        problems.instance("appraisal", self.appraisal, AppraisalAfter, "an AppraisalAfter")
        problems.instance("runs", self.runs, StageRuns, "a StageRuns")
        problems.instance("points", self.points, PointsBound, "a PointsBound")
        problems.done()

    def chose(self, choice: Choice | None) -> bool:
        """Whether this reading was chosen.

        Args:
            choice: the reading; None stands for no particular one, which always holds.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a choice or None.
        """
        problems = Problems("chose")
        problems.instance("choice", choice, (*CHOICES, type(None)), "a choice of a policy, or None")
        problems.done()
        return choice is None or choice in (self.approval, self.observation, self.appraisal, self.runs, self.points)
