"""The rules of the cycle, each with its source."""

from typing import Final

from pmm_core.sources import Rule
from pmm_core.sources._citing import names_at
from pmm_core.sources._works import (
    ANNUAL_2025_PRESS,
    BERAKHLAK,
    MASBABAL,
    NOVI,
    NUNING,
    OUR_DESIGN,
    PD7607,
    PD7607_EVALUATION,
    PIG_POIN,
    PRACTITIONERS,
    PTF_KS,
    REVIEW_IN_PRACTICE,
    RUBRIK,
    SE0559,
    SEED_BLITAR,
    SEED_MGMP_IPS,
    SLIDE14,
    TIRTO_2025,
)

_named: Final = names_at("pmm_core.cycle")


PLANNING: Final = Rule(
    key="cycle.planning",
    statement="The employee drafts the plan (RHK) and submits it to the superior within the planning window.",
    applies_to=_named("PlanDrafted", "PlanSubmitted", "Plan", "PerformanceCycle"),
    source=NUNING,
    note="The app's own words for its states were not found.  The window is the calendar's; see calendar.planning.",
)
APPROVAL: Final = Rule(
    key="cycle.approval",
    statement="The superior approves the plan, and the employee agrees to it; only then does execution open.",
    applies_to=_named("PlanApproved", "PlanAgreed", "ApprovalDays", "State"),
    source=NUNING,
    note="A seed article says agreed by both.  On which days, and that nothing is withdrawn after approval, is our "
    "design.",
)
REVISION: Final = Rule(
    key="cycle.sending-back",
    statement="The superior may send a submitted plan back, as long as it can still be submitted again.",
    applies_to=_named("RevisionRequested"),
    source=REVIEW_IN_PRACTICE,
    note="That it is done is from memory.  That it ends with the planning window is our design: no source lets a plan "
    "be filed after it, so that a plan sent back later could not return, and the cycle could not go on.",
)
OWN: Final = Rule(
    key="cycle.nobody-decides-on-their-own",
    statement="Nobody approves, observes or rates themselves; a head is superior in some cycles and employee in one.",
    applies_to=_named("PerformanceCycle", "Party", "Side"),
    source=OUR_DESIGN,
    note="The guide for heads names the two roles; that they never meet in one person is our reading.",
)
SUPERIOR_ROLES: Final = Rule(
    key="cycle.superiors",
    statement="A teacher's superior is the head of school, who is an employee as well, in a cycle of their own.",
    applies_to=_named("SUPERIORS", "Frame", "Party"),
    source=PTF_KS,
    note="The guide for heads names the two roles.  Who the superior of a head is, tells cycle.superiors-of-heads.",
)
HEAD_SUPERIORS: Final = Rule(
    key="cycle.superiors-of-heads",
    statement="A head's superior is the head of the office, who may delegate to a team (tim kerja) of supervisors by "
    "decree (SK), registered in SIM Tendik; likewise a head may form a team of teachers of the own school.",
    applies_to=_named("SUPERIORS", "OFFICE_ROLES", "Frame", "Party"),
    source=PD7607_EVALUATION,
    note="Ascribed to Perdirjen GTK 7607/2023 by inference; supervisors tell the same.  By our design one supervisor "
    "stands for their team, nobody asks for the decree, and what a head's team prepares is recorded by the head.",
)
SUPERVISORS: Final = Rule(
    key="cycle.supervisors",
    statement="A supervisor is an employee like a teacher: under the head of the office, in any period, with a "
    "practice indicator of teachers.",
    applies_to=_named("SUPERIORS", "PerformanceCycle", "TEACHER_INDICATORS"),
    source=OUR_DESIGN,
    note="The guidance of November 2024 covers supervisors (people.performance-management-supervisors); no source that "
    "was read names their superior, their indicators or their first period.  So no period is refused, also before that "
    "month, and a plan is held against the family of indicators that is not a head's.  Check it before you rely on it.",
)
HEAD_PLANS: Final = Rule(
    key="cycle.heads-own-plan",
    statement="A head has an own plan (SKP) in the platform from 15 January 2024, at first only a definitive head.",
    applies_to=_named("PerformanceCycle"),
    source=PTF_KS,
    note="Stated and not enforced: a cycle knows roles and no appointments, and the guide tells when and to whom a "
    "feature opened, not that a plan of another day or another head is void.",
)
STAGES: Final = Rule(
    key="cycle.five-stages",
    statement="Preparation talk, observation, follow-up talk, follow-up effort, follow-up reflection, in this order.",
    applies_to=_named(
        *("Stage", "Progress", "PreparationDiscussed", "ObservationHeld", "FollowUpDiscussed", "FollowUpAdvised"),
        *("FollowUpDone", "FollowUpReflected", "FinalNoteGiven", "Awareness"),
    ),
    source=SEED_BLITAR,
    note="Who records what, and that the superior's notes conclude stages 3 and 5, follows practitioners' forms.",
)
RUNS: Final = Rule(
    key="cycle.stage-runs",
    statement="The five stages are run once in a period.",
    applies_to=_named("StageRuns"),
    source=OUR_DESIGN,
    note="No source says that a second run is required or barred.",
)
OBSERVATION: Final = Rule(
    key="cycle.observation",
    statement="The superior rates three focus behaviours of the agreed indicator on a rubric of three levels.",
    applies_to=_named("ObservationHeld", "FocusRating", "RubricLevel", "FOCUS_BEHAVIOURS", "ObservationDays"),
    source=RUBRIK,
    note="Scales from 1 to 4 in third-party apps are not followed.  On which day it may be recorded is our design.",
)
RESCHEDULING: Final = Rule(
    key="cycle.rescheduling",
    statement="A missed observation is set for another day by the superior.",
    applies_to=_named("ObservationRescheduled"),
    source=PRACTITIONERS,
    note="In the app this is done by hand.",
)
EVIDENCE: Final = Rule(
    key="cycle.evidence",
    statement="Evidence (bukti dukung) belongs to an item of the plan and is dated in the period.",
    applies_to=_named("EvidenceAttached", "PRACTICE_ITEM"),
    source=SEED_MGMP_IPS,
    note="The seed says that evidence is collected; its dates follow a copy of the FAQ; numbering is our design.",
)
COMPETENCE: Final = Rule(
    key="cycle.competence",
    statement="Competence items of the plan are completed during execution.",
    applies_to=_named("CompetenceCompleted", "CompetenceItem", "CompetenceKind"),
    source=OUR_DESIGN,
    note="The help text on points (PIG-POIN) tells what an item can be; no source tells when one is completed.",
)
POINTS_TABLE: Final = Rule(
    key="cycle.points",
    statement="Each kind of competence item has fixed points; a mover earns 36 once, with at least three sharing "
    "events in all.",
    applies_to=_named("POINTS", "MOVER_EVENTS"),
    source=PIG_POIN,
    note="Points of programmes were not visible; a course rests on a secondary source; a mover's zero is our reading, "
    "and that the events of several items count together.",
)
POINTS_ADVICE: Final = Rule(
    key="cycle.points-advice",
    statement="A teacher's plan for a semester is advised to hold 32 to 128 points.",
    applies_to=_named("ADVISED_POINTS", "PointsBound"),
    source=PIG_POIN,
    note="The help text recommends; a shortfall is left to the head.  That it binds is the other reading.  The least "
    "points of a head and those of a programme were not visible, so nobody is refused for them.",
)
INDICATORS: Final = Rule(
    key="cycle.teacher-indicators",
    statement="A teacher's plan names one of the eight sub-indicators of D.1, quality of teaching.",
    applies_to=_named("TEACHER_INDICATORS", "PracticeIndicator", "IndicatorFamily"),
    source=PRACTITIONERS,
    note="The names appear one by one in practitioners' code and a school's page.",
)
HEAD_CHOICES: Final = Rule(
    key="cycle.head-indicators",
    statement="A head's plan names one of eight choices derived from D.3, instructional leadership.",
    applies_to=_named("HEAD_INDICATORS"),
    source=NOVI,
    note="Two of the eight names were not readable; a head may bring an indicator of the family.",
)
DUTIES: Final = Rule(
    key="cycle.extra-duties",
    statement="A plan may hold extra duties.",
    applies_to=_named("ExtraDuty"),
    source=MASBABAL,
    note="Examples such as guru piket are told by practitioners.",
)
BEHAVIOURS: Final = Rule(
    key="cycle.behaviours",
    statement="Behaviour at work is the seven BerAKHLAK values; superiors may add expectations.",
    applies_to=_named("Behaviour"),
    source=BERAKHLAK,
)
ASPECTS: Final = Rule(
    key="cycle.practice-aspects",
    statement="Practice is judged on the effort to reflect, the effort to learn, and the change of practice.",
    applies_to=_named("PracticeAspect", "AspectJudgement"),
    source=SLIDE14,
    note="On which scale an aspect is judged is not said; the scale of the ratings is our design.",
)
APPRAISAL: Final = Rule(
    key="cycle.appraisal",
    statement="The superior rates results and behaviour in the assessment window; the predicate follows by itself.",
    applies_to=_named("Appraised", "AppraisalAfter"),
    source=TIRTO_2025,
    note="That the appraisal waits for the five stages is our design; sources show the order only.  A cycle takes no "
    "appraisal after its window: for one that came late, extend the window; appraisal.evaluation-deadlines tells by "
    "how many days an evaluation is late.",
)
SENDING: Final = Rule(
    key="cycle.sending",
    statement="The superior sends the appraisal to the office.",
    applies_to=_named("AppraisalSent"),
    source=TIRTO_2025,
)
SYNCHRONISING: Final = Rule(
    key="cycle.synchronising",
    statement="The appraisal goes from the platform to e-Kinerja BKN; the library records that it did.",
    applies_to=_named("EkinerjaSynchronised"),
    source=SE0559,
)
CLOSING: Final = Rule(
    key="cycle.closing",
    statement="A cycle may be closed once its appraisal was sent; a closed cycle takes nothing any more.",
    applies_to=_named("CycleClosed"),
    source=OUR_DESIGN,
    note="A teacher's page says that a semester is over when the document is sent; the act of closing is ours.",
)
SUPERIOR_CHANGE: Final = Rule(
    key="cycle.superior-change",
    statement="The office may name another superior until the appraisal is sent, on any day.",
    applies_to=_named("SuperiorChanged"),
    source=OUR_DESIGN,
    note="Heads are moved within a period and after it; no source says how the platform records it.  Without a day on "
    "which it ends, nobody is left with an appraisal that none may send.",
)
ORDER: Final = Rule(
    key="cycle.order-of-days",
    statement="Events are recorded in the order of their days; the same event twice in a row is refused as a slip.",
    applies_to=_named("PerformanceCycle", "CycleEvent", "EventKind", "EVENT_TYPES", "Trail"),
    source=OUR_DESIGN,
    note="So that the events of a cycle are its history.  The slip is refused as duplicate-event; an equal event that "
    "comes after another one is judged like any event.",
)
WORD: Final = Rule(
    key="cycle.taken-at-its-word",
    statement="An event of a log that the rules refuse is reported, and what follows is judged from where it leads.",
    applies_to=_named("audit", "Audit", "Finding"),
    source=OUR_DESIGN,
    note="So that the rest of the log is still read and most slips are one finding; the first is what a cycle refuses. "
    " A day outside the windows of its event is not held against what follows, and a repeated number of evidence takes "
    "no count back.",
)
TABLES: Final = Rule(
    key="cycle.tables",
    statement="A table says what may happen in a cycle, by whom, in which windows, and where it leads.",
    applies_to=_named("Process", "Row", "Guard", "Policies", "PROCESSES"),
    source=OUR_DESIGN,
    note="The duties come from Perdirjen GTK 7607/2023 and SE 0559; the shape of the states is ours, and each row "
    "carries a rule of its own.",
)
SEMESTERS: Final = Rule(
    key="cycle.process-2024",
    statement="In 2024 a cycle lasts a semester, its plan holds points, and evidence is uploaded.",
    applies_to=_named("PROCESS_2024"),
    source=PD7607,
    note="The points are those of cycle.points, the evidence that of cycle.evidence.",
)
ANNUAL: Final = Rule(
    key="cycle.process-2025",
    statement="From 2025 a cycle lasts a year, holds no points but a reflection, and takes no uploads.",
    applies_to=_named("PROCESS_2025"),
    source=ANNUAL_2025_PRESS,
)

RULES: Final = (
    PLANNING,
    APPROVAL,
    REVISION,
    OWN,
    SUPERIOR_ROLES,
    HEAD_SUPERIORS,
    SUPERVISORS,
    HEAD_PLANS,
    STAGES,
    RUNS,
    OBSERVATION,
    RESCHEDULING,
    EVIDENCE,
    COMPETENCE,
    POINTS_TABLE,
    POINTS_ADVICE,
    INDICATORS,
    HEAD_CHOICES,
    DUTIES,
    BEHAVIOURS,
    ASPECTS,
    APPRAISAL,
    SENDING,
    SYNCHRONISING,
    CLOSING,
    SUPERIOR_CHANGE,
    ORDER,
    WORD,
    TABLES,
    SEMESTERS,
    ANNUAL,
)
