"""From two ratings to a predicate, evaluations by period and year, and how predicates may be distributed.

A superior rates results and behaviour; the predicate of performance (predikat kinerja) is read off a matrix.  In an
organisation the predicates of its employees are to be distributed as its own predicate asks; `check_distribution` tells
every clause that is not met.
"""

from pmm_core.appraisal._check import (
    ClauseBounds,
    DistributionCheck,
    Violation,
    bounds,
    can_be_met,
    check_distribution,
)
from pmm_core.appraisal._clause import Bound, Clause, MostReading
from pmm_core.appraisal._counts import PredicateCounts
from pmm_core.appraisal._distribution import DISTRIBUTION, OrganisationPredicate, clauses_of
from pmm_core.appraisal._evaluation import AnnualEvaluation, PeriodicEvaluation
from pmm_core.appraisal._matrix import (
    MATRIX,
    MATRIX_WITNESSES,
    Stance,
    matrix_markdown,
    pairs_of,
    predicate_of,
)
from pmm_core.appraisal._rating import SYNONYMS, Predicate, Rating
from pmm_core.appraisal._windows import (
    EVALUATION_DEADLINES,
    AnnualOpening,
    EvaluationKind,
    annual_window,
    periodic_window,
)
from pmm_core.appraisal._wording import Wording

__all__ = [
    "DISTRIBUTION",
    "EVALUATION_DEADLINES",
    "MATRIX",
    "MATRIX_WITNESSES",
    "SYNONYMS",
    "AnnualEvaluation",
    "AnnualOpening",
    "Bound",
    "Clause",
    "ClauseBounds",
    "DistributionCheck",
    "EvaluationKind",
    "MostReading",
    "OrganisationPredicate",
    "PeriodicEvaluation",
    "Predicate",
    "PredicateCounts",
    "Rating",
    "Stance",
    "Violation",
    "Wording",
    "annual_window",
    "bounds",
    "can_be_met",
    "check_distribution",
    "clauses_of",
    "matrix_markdown",
    "pairs_of",
    "periodic_window",
    "predicate_of",
]


def __dir__() -> list[str]:
    return __all__
