"""The rules of programmes, each with its source."""

from typing import Final

from pmm_core.sources import Rule
from pmm_core.sources._citing import names_at
from pmm_core.sources._works import (
    AN_PRESS,
    JUKNIS_ANBK,
    NOVI,
    OUR_DESIGN,
    PGP_ACCOUNT,
    PGP_PRESS,
    PGP_SELECTION,
    POS_AN,
    PRACTITIONERS,
    PROGRAMME_KNOWLEDGE,
    RAPOR_BANDS,
    RAPOR_GUIDE,
    SEED_BARITO_TIMUR,
    SEED_BATANGHARI,
    SEED_MGMP_IPS,
)

_names: Final = names_at("pmm_core.programmes")


RULES: Final = (
    Rule(
        key="programmes.cohort-months",
        statement="Guru Penggerak lasts nine months for cohort 4 and six for cohort 7.",
        applies_to=_names("Cohort", "COHORTS", "cohort"),
        source=SEED_BARITO_TIMUR,
        note="The press has 1, 5 and 9; the others are from memory.  Each cohort names its own source.",
    ),
    Rule(
        key="programmes.cohort-dates",
        statement="A cohort began and ended when the press says so; no date follows from a duration.",
        applies_to=_names("Cohort", "PublishedDate"),
        source=PGP_PRESS,
        note="Cohort 4 took more than thirteen months from its first to its last day, nine by name.",
    ),
    Rule(
        key="programmes.roles",
        statement="Candidates learn with practice coaches, facilitators and instructors; the first two grade them.",
        applies_to=_names("ProgrammeRole", "GRADERS"),
        source=PGP_ACCOUNT,
    ),
    Rule(
        key="programmes.learning-mix",
        statement="Learning is 70 % on the job, 20 % with peers and 10 % with speakers and facilitators.",
        applies_to=_names("LearningPart", "LEARNING_MIX"),
        source=PGP_PRESS,
    ),
    Rule(
        key="programmes.visits",
        statement="A coach visits each candidate six times; a class of a workshop has two or three coaches.",
        applies_to=_names("INDIVIDUAL_VISITS", "CLASS_COACHES"),
        source=PGP_ACCOUNT,
        note="How many workshops there are is told differently.",
    ),
    Rule(
        key="programmes.selection",
        statement="Stage 1 looks at CV and essay, stage 2 at an interview and a teaching simulation.",
        applies_to=_names("SelectionStage", "SelectionPart", "SELECTION"),
        source=PGP_SELECTION,
    ),
    Rule(
        key="programmes.conditions",
        statement="In Dapodik, five years of teaching, D4 or S1, an SK; heads who are not ASN must be definitive.",
        applies_to=_names(
            "Candidate",
            "Condition",
            "CONDITIONS",
            "MINIMUM_YEARS",
            "SUFFICIENT_QUALIFICATIONS",
            "Qualification",
            "APPLYING_ROLES",
            "eligibility",
            "enter_selection",
        ),
        source=PGP_SELECTION,
        note="Read as the conditions of candidates; for the other roles none are told.  S2 and S3 imply S1.",
    ),
    Rule(
        key="programmes.definitive-heads",
        statement="Of heads who are ASN it is not asked that they be definitive, unless that reading is chosen.",
        applies_to=_names("DefinitiveHeads"),
        source=OUR_DESIGN,
        note="The press says it of heads who are not ASN; whether it means every head cannot be told.",
    ),
    Rule(
        key="programmes.unknown-facts",
        statement="A condition that cannot be decided is a reason of its own, neither met nor failed.",
        applies_to=_names("eligibility"),
        source=OUR_DESIGN,
        note="So that nobody is let in, or turned away, for what nobody has looked up.",
    ),
    Rule(
        key="programmes.an-instruments",
        statement="AKM measures literacy and numeracy, two surveys measure character and the learning environment.",
        applies_to=_names("AnInstrument", "AnDimension", "AN_MEASURES"),
        source=JUKNIS_ANBK,
        note="A seed names the same four dimensions.",
    ),
    Rule(
        key="programmes.an-takers",
        statement="Heads and all teachers answer a survey only; a sample of students takes all three instruments.",
        applies_to=_names("AnTaker", "AN_TAKES", "AN_SAMPLED"),
        source=POS_AN,
        note="That their survey is the one of the learning environment is from memory.",
    ),
    Rule(
        key="programmes.an-grades",
        statement="Students of grades V, VIII and XI are drawn at random.",
        applies_to=_names("AN_GRADES"),
        source=AN_PRESS,
        note="Sizes of the sample (30 and 45) are from memory and not modelled.",
    ),
    Rule(
        key="programmes.an-modes",
        statement="The assessment is taken on computers only, online or semi-online.",
        applies_to=_names("AnMode"),
        source=JUKNIS_ANBK,
    ),
    Rule(
        key="programmes.an-sites",
        statement="A school takes it at its own site (mandiri) or at that of another (menumpang).",
        applies_to=_names("AnSite"),
        source=PROGRAMME_KNOWLEDGE,
        note="A seed has the word mandiri; what it means, and its opposite, are from memory.",
    ),
    Rule(
        key="programmes.an-participation",
        statement="A unit takes part under its NPSN, once a year.",
        applies_to=_names("AnParticipation"),
        source=POS_AN,
        note="That it is once a year is our reading.",
    ),
    Rule(
        key="programmes.an-tally",
        statement="Schools are counted by site and mode: in Batanghari all primary schools at their own.",
        applies_to=_names("AnTally", "count_participations"),
        source=SEED_BATANGHARI,
    ),
    Rule(
        key="programmes.rapor-indicators",
        statement="A.1, A.2, A.3, D.1, D.4 and D.8 have priority in primary and secondary education.",
        applies_to=_names("RaporIndicator", "PRIORITY_INDICATORS"),
        source=RAPOR_GUIDE,
        note="Eight for some kinds of units, which are not told.  D.3 is known from the practice of heads.",
    ),
    Rule(
        key="programmes.rapor-readings",
        statement="The report tells of each indicator a word, a score and the change since last year.",
        applies_to=_names("Achievement", "Change", "RaporReading", "RaporReport"),
        source=RAPOR_BANDS,
        note="Where a word begins and ends is not told, so that no word is worked out from a score.",
    ),
    Rule(
        key="programmes.weakest-first",
        statement="Indicators are listed by their word, then by their exact score, then in the order of the report.",
        applies_to=_names("RaporReport.weakest"),
        source=OUR_DESIGN,
        note="The report itself gives no order; words come first since scores of two indicators measure two things.",
    ),
    Rule(
        key="programmes.score-differences",
        statement="Scores of two years are subtracted exactly, for one unit and the same indicators only.",
        applies_to=_names("ScoreDifference", "score_differences"),
        source=OUR_DESIGN,
        note="By how much a score must differ for naik or turun is not told, so that no word is given.",
    ),
    Rule(
        key="programmes.teacher-practices",
        statement="D.1, quality of teaching, has eight sub-indicators, which are practices of teachers.",
        applies_to=_names(
            "TEACHER_INDICATORS", "PracticeIndicator", "IndicatorFamily", "PRACTICES", "PRACTICE_FAMILIES"
        ),
        source=PRACTITIONERS,
        note="The names appear one by one in practitioners' code and a school's page.",
    ),
    Rule(
        key="programmes.head-practices",
        statement="Eight practices of heads of school are derived from D.3, instructional leadership.",
        applies_to=_names("HEAD_INDICATORS", "PRACTICES", "PRACTICE_FAMILIES"),
        source=NOVI,
        note="Two of the eight names were not readable.",
    ),
    Rule(
        key="programmes.pbd",
        statement="Identifikasi, refleksi, benahi, then the work plan (RKT) and the budget (ARKAS), in this order.",
        applies_to=_names("PbdStep", "PbdRow", "PBD_STEPS", "DataBasedPlanning"),
        source=RAPOR_GUIDE,
        note="A press report counts root causes to the first step; the order of what is found stays the same.",
    ),
    Rule(
        key="programmes.pbd-answers",
        statement="Every root cause, solution, work line and budget line answers the step before, and all of it.",
        applies_to=_names("DataBasedPlanning", "RootCause", "Solution", "WorkLine", "BudgetLine"),
        source=OUR_DESIGN,
        note="The guide gives the order of the steps; that nothing may be left open is how we read a chain.",
    ),
    Rule(
        key="programmes.pbd-outcome",
        statement="What was planned from the report goes on into the teacher's own plan in the SKP.",
        applies_to=_names("DataBasedPlanning.practice_indicators"),
        source=SEED_MGMP_IPS,
        note="Which practices a plan can pick, namely those of D.1 and D.3 that were mended, is our reading.",
    ),
)
