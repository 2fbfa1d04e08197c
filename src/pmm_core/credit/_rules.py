"""The rules of credit, each with its source.

The text of the regulation was not at hand: a BKN trainer's slides and practitioners' work give the figures, and agree.
"""

from typing import Final

from pmm_core.sources import Rule
from pmm_core.sources._citing import names_at
from pmm_core.sources._works import (
    BKN3_SLIDES,
    CIVIL_SERVICE,
    CREDIT_COMMENT,
    CREDIT_GUIDE,
    CREDIT_SIASN,
    GOLONGAN_OLDER,
    OUR_DESIGN,
)

_names: Final = names_at("pmm_core.credit")


FORMULA: Final = Rule(
    key="credit.formula",
    statement="Credit is months / 12 × percent of the predicate × coefficient of the grade.",
    applies_to=_names("exact_credit", "credit", "Earned"),
    source=BKN3_SLIDES,
    note="Whether PermenPANRB 21/2024 changes it for teachers could not be read.",
)
PERCENT: Final = Rule(
    key="credit.percents",
    statement="Sangat Baik earns 150 %, Baik 100, Butuh Perbaikan (Cukup) 75, Kurang 50 and Sangat Kurang 25.",
    applies_to=_names("PERCENTS"),
    source=BKN3_SLIDES,
    note="The older PK Guru bands (125, 100, 75, 50, 25 %) are another system and must not be mixed with these.",
)
COEFFICIENT: Final = Rule(
    key="credit.coefficients",
    statement="A year at 100 % earns 12.5 as Ahli Pertama, 25 as Ahli Muda, 37.5 as Ahli Madya, 50 as Ahli Utama.",
    applies_to=_names("COEFFICIENTS"),
    source=CREDIT_SIASN,
    note="The trainer's slides confirm 12.5.  The skilled grades (keterampilan) are left out: teachers have none.",
)
ROUNDING: Final = Rule(
    key="credit.rounding",
    statement="Figures are added exactly and written with two decimal places, half up, once.",
    applies_to=_names("credit", "CreditLedger", "LedgerLine"),
    source=CREDIT_GUIDE,
    note="Its running totals 4.69, 9.38, 14.06, 18.75 come about in no other way.",
)
RISE_NEEDS: Final = Rule(
    key="credit.needs",
    statement="A rise of rank needs 50, 100, 150 or 200 by grade; a rise to the next grade 100, 200 or 450.",
    applies_to=_names("RANK_NEEDS", "GRADE_NEEDS"),
    source=CREDIT_GUIDE,
    note="Other conditions of a rise (time in rank, a vacancy, a test of competence) are not modelled.",
)
RESTART: Final = Rule(
    key="credit.restart",
    statement="Credit goes on adding up within a grade and restarts at 0 with a rise to the next grade.",
    applies_to=_names("CreditLedger", "Rise"),
    source=CREDIT_COMMENT,
    note="What lies above the need is lost by this reading; no official text was readable.",
)
CUMULATIVE: Final = Rule(
    key="credit.cumulative-need",
    statement="The k-th step within a grade needs k times the need of a rise of rank, counted from the grade's start.",
    applies_to=_names("Need", "cumulative_need"),
    source=OUR_DESIGN,
    note="It follows from credit going on within a grade, and gives the needs of the grades: 2 × 50, 2 × 100, 3 × 150.",
)
DIPLOMA: Final = Rule(
    key="credit.diploma",
    statement="A new higher diploma adds 25 % of the need of a rise of rank, once per level, from predicate Baik on.",
    applies_to=_names("DIPLOMA_PERCENT", "DIPLOMA_BONUS", "DiplomaBonus"),
    source=CREDIT_GUIDE,
)
LAST_EVALUATION: Final = Rule(
    key="credit.diploma-evaluation",
    statement="The predicate that the bonus asks for is that of the months that the ledger was credited with last.",
    applies_to=_names("CreditLedger", "DiplomaBonus", "Need", "Outlook"),
    source=OUR_DESIGN,
    note="The guide says at least Baik, not of which evaluation; a ledger without any months knows of none.  Where the "
    "last predicate is not known, an outlook takes it that there is none.",
)
DEGREES: Final = Rule(
    key="credit.degrees",
    statement="The levels of diplomas are S1 or D-IV, S2 and S3, in this order.",
    applies_to=_names("Degree"),
    source=CIVIL_SERVICE,
)
GOLONGANS: Final = Rule(
    key="credit.golongan",
    statement="Ahli Pertama holds III/a and III/b, Ahli Muda III/c and III/d, Ahli Madya IV/a to IV/c, Utama the rest.",
    applies_to=_names(
        "GRADES", "Grade", "Golongan", "RiseKind", "grade_of", "golongan_of", "next_golongan", "next_rise"
    ),
    source=GOLONGAN_OLDER,
)
RANK_NAMES: Final = Rule(
    key="credit.rank-names",
    statement="The ranks are called Penata Muda (III/a) to Pembina Utama (IV/e).",
    applies_to=_names("Golongan"),
    source=CIVIL_SERVICE,
)
PNS_ONLY: Final = Rule(
    key="credit.collectors",
    statement="Only PNS collect credit for a rank; PPPK do not rise in rank this way.",
    applies_to=_names("COLLECTORS", "collects_credit", "CreditLedger"),
    source=CIVIL_SERVICE,
)
ENTRIES: Final = Rule(
    key="credit.entries",
    statement="Credit is earned for whole months of one calendar year, in order, each month once.",
    applies_to=_names("Earned", "CreditEntry", "CreditLedger"),
    source=OUR_DESIGN,
    note="An evaluation covers a semester or a year; no source says what a part of a month counts.",
)
FIRST_MONTHS: Final = Rule(
    key="credit.first-year",
    statement="Months of 2023 and later earn credit; what earlier years earned enters a ledger as its opening balance.",
    applies_to=_names("Earned", "CreditLedger"),
    source=OUR_DESIGN,
    note="No source that was read says from which day the formula of Peraturan BKN 3/2023 holds; the year is that of "
    "its number.  The older PK Guru bands must not be mixed with it.",
)
REACHED: Final = Rule(
    key="credit.reached",
    statement="A need is reached by the exact figure, or by the written one with two decimal places, as is chosen.",
    applies_to=_names("ReachedBy", "Need"),
    source=OUR_DESIGN,
    note="No source says which; they differ by half a hundredth at most.  Rounding is for reading: the default.",
)
PROJECTION: Final = Rule(
    key="credit.outlook",
    statement="An outlook counts the fewest whole months at one predicate in the present grade.",
    applies_to=_names("Outlook", "Need"),
    source=OUR_DESIGN,
    note="No source projects; one predicate throughout is the plainest assumption that can be checked by hand.",
)

RULES: Final = (
    FORMULA,
    PERCENT,
    COEFFICIENT,
    ROUNDING,
    RISE_NEEDS,
    RESTART,
    CUMULATIVE,
    DIPLOMA,
    LAST_EVALUATION,
    DEGREES,
    GOLONGANS,
    RANK_NAMES,
    PNS_ONLY,
    ENTRIES,
    FIRST_MONTHS,
    REACHED,
    PROJECTION,
)
