"""How Guru Penggerak (PGP) is made up: who takes part, how they are chosen, how they learn."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, final

from pmm_core._labels import Labelled, labelled


@final
@labelled(
    CALON_GURU_PENGGERAK=("calon guru penggerak (CGP)", "candidate Guru Penggerak"),
    PENGAJAR_PRAKTIK=("pengajar praktik (PP)", "practice coach"),
    FACILITATOR=("fasilitator", "facilitator"),
    INSTRUCTOR=("instruktur", "instructor"),
)
class ProgrammeRole(Labelled):
    """What somebody is in the programme (peran dalam PGP).

    >>> ProgrammeRole("pengajar-praktik").label_en
    'practice coach'
    """

    CALON_GURU_PENGGERAK = "calon-guru-penggerak"
    PENGAJAR_PRAKTIK = "pengajar-praktik"
    FACILITATOR = "facilitator"
    INSTRUCTOR = "instructor"


GRADERS: Final = frozenset({ProgrammeRole.PENGAJAR_PRAKTIK, ProgrammeRole.FACILITATOR})
"""Who grades the candidates (penilai)."""


@final
@labelled(
    FIRST=("tahap 1", "stage 1"),
    SECOND=("tahap 2", "stage 2"),
)
class SelectionStage(Labelled):
    """The two stages of the selection (tahap seleksi), in order.

    >>> [stage.label_id for stage in SelectionStage]
    ['tahap 1', 'tahap 2']
    """

    FIRST = "first"
    SECOND = "second"


@final
@labelled(
    CV=("curriculum vitae", "curriculum vitae"),
    ESSAY=("esai", "essay"),
    INTERVIEW=("wawancara", "interview"),
    TEACHING_SIMULATION=("simulasi mengajar", "teaching simulation"),
)
class SelectionPart(Labelled):
    """What a candidate is judged by in the selection (bahan seleksi).

    >>> SelectionPart.INTERVIEW.label_id
    'wawancara'
    """

    CV = "cv"
    ESSAY = "essay"
    INTERVIEW = "interview"
    TEACHING_SIMULATION = "teaching-simulation"


SELECTION: Final[Mapping[SelectionStage, tuple[SelectionPart, ...]]] = MappingProxyType(
    {
        SelectionStage.FIRST: (SelectionPart.CV, SelectionPart.ESSAY),
        SelectionStage.SECOND: (SelectionPart.INTERVIEW, SelectionPart.TEACHING_SIMULATION),
    }
)
"""What each stage of the selection looks at."""


@final
@labelled(
    ON_THE_JOB=("belajar di tempat kerja", "on the job"),
    WITH_PEERS=("belajar bersama rekan", "with peers"),
    WITH_EXPERTS=("belajar dari narasumber dan fasilitator", "with speakers and facilitators"),
)
class LearningPart(Labelled):
    """Where a candidate learns (cara belajar).

    >>> LearningPart.WITH_PEERS.label_id
    'belajar bersama rekan'
    """

    ON_THE_JOB = "on-the-job"
    WITH_PEERS = "with-peers"
    WITH_EXPERTS = "with-experts"


LEARNING_MIX: Final[Mapping[LearningPart, int]] = MappingProxyType(
    {LearningPart.ON_THE_JOB: 70, LearningPart.WITH_PEERS: 20, LearningPart.WITH_EXPERTS: 10}
)
"""How learning is mixed, in percent; the parts add up to 100."""
INDIVIDUAL_VISITS: Final = 6
"""How often a practice coach visits a candidate: monthly, each time a week before a workshop (lokakarya)."""
CLASS_COACHES: Final = (2, 3)
"""The least and the most practice coaches in one class of a workshop (kelas lokakarya)."""
