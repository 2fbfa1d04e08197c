"""What a superior's two ratings amount to: the predicate of performance (predikat kinerja)."""

from pmm_core.appraisal._rating import MATRIX, Predicate, Rating, predicate_of

__all__ = [
    "MATRIX",
    "Predicate",
    "Rating",
    "predicate_of",
]


def __dir__() -> list[str]:
    return __all__
