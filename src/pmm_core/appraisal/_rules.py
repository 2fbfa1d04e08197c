"""The rules of appraisal, each with its source."""

from typing import Final

from pmm_core.sources import Rule
from pmm_core.sources._citing import names_at
from pmm_core.sources._works import (
    BKN3_SLIDES,
    OUR_DESIGN,
    PD7607_EVALUATION,
    PERMENPANRB_6_2022,
    SE0559,
    SE_MENPANRB_3_2023,
)

_named: Final = names_at("pmm_core.appraisal")


MATRIX_RULE: Final = Rule(
    key="appraisal.matrix",
    statement="Ratings of results and behaviour on three levels yield one of five predicates by a table of nine cells.",
    applies_to=_named(
        "MATRIX", "MATRIX_WITNESSES", "Predicate", "Rating", "Stance", "matrix_markdown", "pairs_of", "predicate_of"
    ),
    source=PERMENPANRB_6_2022,
    note="The annex was not readable: five of nine public implementations agree cell for cell, four differ.",
)
SYNONYMS_RULE: Final = Rule(
    key="appraisal.synonyms",
    statement="Butuh Perbaikan is also called Cukup, and Kurang is also called Kurang/Misconduct.",
    applies_to=_named("SYNONYMS", "Wording", "Predicate.text"),
    source=BKN3_SLIDES,
    note="SE MenPANRB 3/2023 has the same words; that Misconduct alone is read as well is our design.",
)
WORDS: Final = Rule(
    key="appraisal.words-read",
    statement="A word is read in Indonesian or English whatever its case; one that nearly fits is refused.",
    applies_to=_named("Predicate.parse", "Rating.parse", "OrganisationPredicate.parse"),
    source=OUR_DESIGN,
    note="No source defines how the words are written in files; a guess would put somebody into another row.",
)
EVALUATIONS: Final = Rule(
    key="appraisal.evaluations",
    statement="Performance is evaluated for each period and for the year, which considers the periodic evaluations.",
    applies_to=_named("EvaluationKind", "PeriodicEvaluation", "AnnualEvaluation"),
    source=PD7607_EVALUATION,
    note="Ascribed to Perdirjen GTK 7607/2023 by inference.  By our design the one period of a year from 2025 on has a "
    "periodic evaluation like any other, beside the annual one.",
)
EVALUATION_DAYS: Final = Rule(
    key="appraisal.evaluation-deadlines",
    statement="The periodic evaluation is due on 30 June and 31 December, the annual one in January of the next year.",
    applies_to=_named("EVALUATION_DEADLINES", "periodic_window", "annual_window"),
    source=PD7607_EVALUATION,
    note="The days are the calendar's (calendar.evaluation-deadlines); a late evaluation is a fact and no error.  An "
    "extension of the assessment moves the periodic day only: no source says that the annual one follows, although the "
    "annual evaluation considers the periodic ones.",
)
PERIODIC_OPENING: Final = Rule(
    key="appraisal.periodic-opening",
    statement="The window of a periodic evaluation opens with the assessment of its period.",
    applies_to=_named("periodic_window", "PeriodicEvaluation.is_early"),
    source=OUR_DESIGN,
    note="Sources name last days only; ratings are given in the assessment phase, so nothing can be evaluated before.",
)
ANNUAL_OPENING: Final = Rule(
    key="appraisal.annual-opening",
    statement="The window of an annual evaluation opens with the assessment of the year's last period.",
    applies_to=_named("AnnualOpening", "annual_window", "AnnualEvaluation.is_early"),
    source=OUR_DESIGN,
    note="No source says; in 2025 assessment and annual predicate were one stage that began on 13 November.  The other "
    "reading opens it when the last period has ended.",
)
NO_FORMULA: Final = Rule(
    key="appraisal.no-annual-formula",
    statement="The ratings of the year are given and never computed from the periodic ones.",
    applies_to=_named("AnnualEvaluation"),
    source=OUR_DESIGN,
    note="No formula was found; as remembered, the superior rates the year.  So what is missing or differs is told as "
    "a fact, without a verdict.",
)
ALLOWANCE: Final = Rule(
    key="appraisal.allowance",
    statement="The local allowance (TPP) of January to June 2024 rests on the result of 2023; from July 2024 it rests "
    "on that of the semester before, in e-Kinerja BKN, which the platform feeds.",
    applies_to=_named("PeriodicEvaluation", "AnnualEvaluation"),
    source=SE0559,
    note="Stated and not enforced: the library knows no allowances, and the circular tells which result counts and not "
    "how much it is worth; whoever works one out reads the evaluation of that period or year.",
)
ORGANISATION: Final = Rule(
    key="appraisal.organisation-predicates",
    statement="An organisation has one of five predicates, from Sangat Kurang to Istimewa.",
    applies_to=_named("OrganisationPredicate"),
    source=SE_MENPANRB_3_2023,
)
DISTRIBUTION_RULE: Final = Rule(
    key="appraisal.distribution",
    statement="The predicate of an organisation bounds how many of its employees have which predicates.",
    applies_to=_named("DISTRIBUTION", "Clause", "DistributionCheck", "Violation", "check_distribution", "clauses_of"),
    source=SE_MENPANRB_3_2023,
    note="The shares come from a press guide; the circular's own table was not readable.",
)
MOST: Final = Rule(
    key="appraisal.distribution-most",
    statement="Most (at most 70 %) is read as an upper bound only; by the other reading it also is more than half.",
    applies_to=_named("MostReading", "DISTRIBUTION", "clauses_of"),
    source=OUR_DESIGN,
    note="The press gives both the word and the number; a refusal should rest on the number that was published.",
)
HEADS: Final = Rule(
    key="appraisal.distribution-heads",
    statement="Shares are compared exactly: in heads a lower bound is rounded up and an upper one down.",
    applies_to=_named("Bound", "ClauseBounds", "PredicateCounts", "bounds", "can_be_met"),
    source=OUR_DESIGN,
    note="No source says how to round, or what holds for nobody, which is refused.  One or two employees cannot meet "
    "all clauses of Kurang and of Sangat Kurang; if most is more than half as well, one, two or four employees cannot "
    "meet all of Baik and of Istimewa.  Every other number can.",
)

RULES: Final = (
    MATRIX_RULE,
    SYNONYMS_RULE,
    WORDS,
    EVALUATIONS,
    EVALUATION_DAYS,
    PERIODIC_OPENING,
    ANNUAL_OPENING,
    NO_FORMULA,
    ALLOWANCE,
    ORGANISATION,
    DISTRIBUTION_RULE,
    MOST,
    HEADS,
)
