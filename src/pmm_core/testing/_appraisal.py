"""Strategies for ratings and the predicates that they yield."""

from hypothesis import strategies as st

from pmm_core.appraisal import Predicate, Rating


def ratings() -> st.SearchStrategy[Rating]:
    """Generate ratings of results or behaviour; shrinks to the worst.

    Returns:
        A strategy for ratings.

    >>> from hypothesis import find as simplest
    >>> simplest(ratings(), lambda rating: True)
    Rating.BELOW
    """
    return st.sampled_from(Rating)


def predicates() -> st.SearchStrategy[Predicate]:
    """Generate predicates (predikat kinerja); shrinks to the worst.

    Returns:
        A strategy for predicates.

    >>> from hypothesis import find as simplest
    >>> simplest(predicates(), lambda predicate: True).label_id
    'Sangat Kurang'
    """
    return st.sampled_from(Predicate)
