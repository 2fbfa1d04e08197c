"""The words of the cycle: where it can stand, how far the practice has come, and whose turn it is."""

from typing import final

from pmm_core._labels import Labelled, labelled


@final
@labelled(
    DRAFT=("draf RHK", "drafting the plan"),
    SUBMITTED=("diajukan", "submitted"),
    RETURNED=("perlu revisi", "sent back for revision"),
    APPROVED=("disetujui", "approved"),
    AGREED=("disepakati, pelaksanaan", "agreed, in execution"),
    RATED=("dinilai", "rated"),
    SENT=("dikirim ke dinas", "sent to the office"),
    SYNCHRONISED=("tersinkron ke e-Kinerja BKN", "synchronised to e-Kinerja BKN"),
    CLOSED=("selesai", "closed"),
)
class State(Labelled):
    """Where the cycle as a whole stands (status SKP)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    AGREED = "agreed"
    RATED = "rated"
    SENT = "sent"
    SYNCHRONISED = "synchronised"
    CLOSED = "closed"


@final
@labelled(
    PREPARATION=("Diskusi Persiapan", "preparation talk"),
    OBSERVATION=("Observasi Kinerja", "observation of practice"),
    FOLLOW_UP_TALK=("Diskusi Tindak Lanjut", "follow-up talk"),
    FOLLOW_UP_EFFORT=("Upaya Tindak Lanjut", "follow-up effort"),
    FOLLOW_UP_REFLECTION=("Refleksi Tindak Lanjut", "follow-up reflection"),
)
class Stage(Labelled):
    """The five stages of the practice cycle, in their order.

    >>> [stage.number for stage in Stage]
    [1, 2, 3, 4, 5]
    """

    PREPARATION = "preparation"
    OBSERVATION = "observation"
    FOLLOW_UP_TALK = "follow-up-talk"
    FOLLOW_UP_EFFORT = "follow-up-effort"
    FOLLOW_UP_REFLECTION = "follow-up-reflection"

    @property
    def number(self) -> int:
        """Its place among the five, from 1."""
        return tuple(Stage).index(self) + 1


@final
@labelled(
    NOT_STARTED=("belum mulai", "not started"),
    PREPARED=("persiapan selesai", "prepared"),
    OBSERVED=("sudah diobservasi", "observed"),
    DISCUSSED=("refleksi dan rencana tercatat", "reflection and plan recorded"),
    ADVISED=("diskusi tindak lanjut selesai", "follow-up talk concluded"),
    FOLLOWED_UP=("upaya tindak lanjut selesai", "follow-up done"),
    REFLECTED=("refleksi tercatat", "reflection recorded"),
    CONCLUDED=("lima tahap selesai", "five stages concluded"),
)
class Progress(Labelled):
    """How far the five stages have come.

    The third and the fifth stage take two records each, the teacher's and then the superior's note, so that there are
    eight positions for five stages.
    """

    NOT_STARTED = "not-started"
    PREPARED = "prepared"
    OBSERVED = "observed"
    DISCUSSED = "discussed"
    ADVISED = "advised"
    FOLLOWED_UP = "followed-up"
    REFLECTED = "reflected"
    CONCLUDED = "concluded"


@final
@labelled(
    EMPLOYEE=("pegawai yang dinilai", "employee"),
    SUPERIOR=("atasan", "superior"),
    OFFICE=("dinas", "office"),
)
class Side(Labelled):
    """In which capacity somebody acts in one cycle; a head of school is an employee in one and a superior in others."""

    EMPLOYEE = "employee"
    SUPERIOR = "superior"
    OFFICE = "office"


@final
@labelled(
    NOT_DONE=("belum dilakukan", "not done yet"),
    NOT_EFFECTIVE=("dilakukan tapi belum efektif", "done, not yet effective"),
    EFFECTIVE=("dilakukan dan efektif", "done and effective"),
)
class RubricLevel(Labelled):
    """The three levels on which a focus behaviour is observed (rubrik observasi kelas)."""

    NOT_DONE = "not-done"
    NOT_EFFECTIVE = "not-effective"
    EFFECTIVE = "effective"


@final
@labelled(
    REFLECTION=("Upaya Refleksi", "effort to reflect"),
    LEARNING=("Upaya Mempelajari", "effort to learn"),
    CHANGE=("Perubahan Praktik", "change of practice"),
)
class PracticeAspect(Labelled):
    """The three aspects that practice is judged on."""

    REFLECTION = "reflection"
    LEARNING = "learning"
    CHANGE = "change"


@final
@labelled(
    UNAWARE=("belum sadar kesulitan", "not aware of the difficulty"),
    AWARE=("sadar kesulitan", "aware of the difficulty"),
    AWARE_OF_EFFECT=("sadar dampak kesulitan", "aware of the effect of the difficulty"),
)
class Awareness(Labelled):
    """How aware the teacher is of a difficulty, as the forms of the follow-up talk and reflection ask."""

    UNAWARE = "unaware"
    AWARE = "aware"
    AWARE_OF_EFFECT = "aware-of-effect"


@final
@labelled(
    SERVICE=("Berorientasi Pelayanan", "service-oriented"),
    ACCOUNTABLE=("Akuntabel", "accountable"),
    COMPETENT=("Kompeten", "competent"),
    HARMONIOUS=("Harmonis", "harmonious"),
    LOYAL=("Loyal", "loyal"),
    ADAPTIVE=("Adaptif", "adaptive"),
    COLLABORATIVE=("Kolaboratif", "collaborative"),
)
class Behaviour(Labelled):
    """The seven values of conduct (BerAKHLAK); all of them are part of every plan."""

    SERVICE = "service"
    ACCOUNTABLE = "accountable"
    COMPETENT = "competent"
    HARMONIOUS = "harmonious"
    LOYAL = "loyal"
    ADAPTIVE = "adaptive"
    COLLABORATIVE = "collaborative"
