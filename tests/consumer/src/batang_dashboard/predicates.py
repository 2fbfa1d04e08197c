"""Whether the predicates of a school are distributed as its own predicate asks."""

from collections.abc import Iterable

from pmm_core import Predicate
from pmm_core.appraisal import OrganisationPredicate, PredicateCounts, check_distribution


def complaints(organisation: OrganisationPredicate, predicates: Iterable[Predicate]) -> list[str]:
    """Every clause that is not met, with what would be possible."""
    check = check_distribution(PredicateCounts.of(predicates), organisation)
    return [f"{refusal.code}: {'; '.join(refusal.possible)}" for refusal in check.refusals]
