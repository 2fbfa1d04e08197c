"""The names of what can happen, as the tables and the wire know them."""

from typing import final

from pmm_core._labels import Labelled, labelled


@final
@labelled(
    PLAN_DRAFTED=("RHK disusun", "plan drafted"),
    PLAN_SUBMITTED=("RHK diajukan", "plan submitted"),
    REVISION_REQUESTED=("revisi diminta", "revision requested"),
    PLAN_APPROVED=("RHK disetujui", "plan approved"),
    PLAN_AGREED=("RHK disepakati", "plan agreed"),
    PREPARATION_DISCUSSED=("diskusi persiapan", "preparation discussed"),
    OBSERVATION_RESCHEDULED=("observasi dijadwalkan ulang", "observation rescheduled"),
    OBSERVATION_HELD=("observasi kinerja", "observation held"),
    FOLLOW_UP_DISCUSSED=("diskusi tindak lanjut", "follow-up discussed"),
    FOLLOW_UP_ADVISED=("catatan tindak lanjut atasan", "superior's note on the follow-up"),
    FOLLOW_UP_DONE=("upaya tindak lanjut", "follow-up done"),
    FOLLOW_UP_REFLECTED=("refleksi tindak lanjut", "follow-up reflected"),
    FINAL_NOTE_GIVEN=("catatan akhir atasan", "superior's final note"),
    EVIDENCE_ATTACHED=("bukti dukung dilampirkan", "evidence attached"),
    COMPETENCE_COMPLETED=("pengembangan kompetensi selesai", "competence item completed"),
    SUPERIOR_CHANGED=("pergantian atasan", "superior changed"),
    APPRAISED=("penilaian kinerja", "appraised"),
    APPRAISAL_SENT=("penilaian dikirim", "appraisal sent"),
    EKINERJA_SYNCHRONISED=("sinkron dengan e-Kinerja BKN", "synchronised to e-Kinerja BKN"),
    CYCLE_CLOSED=("siklus ditutup", "cycle closed"),
)
class EventKind(Labelled):
    """Everything that can happen in a cycle."""

    PLAN_DRAFTED = "plan-drafted"
    PLAN_SUBMITTED = "plan-submitted"
    REVISION_REQUESTED = "revision-requested"
    PLAN_APPROVED = "plan-approved"
    PLAN_AGREED = "plan-agreed"
    PREPARATION_DISCUSSED = "preparation-discussed"
    OBSERVATION_RESCHEDULED = "observation-rescheduled"
    OBSERVATION_HELD = "observation-held"
    FOLLOW_UP_DISCUSSED = "follow-up-discussed"
    FOLLOW_UP_ADVISED = "follow-up-advised"
    FOLLOW_UP_DONE = "follow-up-done"
    FOLLOW_UP_REFLECTED = "follow-up-reflected"
    FINAL_NOTE_GIVEN = "final-note-given"
    EVIDENCE_ATTACHED = "evidence-attached"
    COMPETENCE_COMPLETED = "competence-completed"
    SUPERIOR_CHANGED = "superior-changed"
    APPRAISED = "appraised"
    APPRAISAL_SENT = "appraisal-sent"
    EKINERJA_SYNCHRONISED = "ekinerja-synchronised"
    CYCLE_CLOSED = "cycle-closed"
