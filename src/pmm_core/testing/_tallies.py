"""Strategies for what is counted per kabupaten, and for the rules of membership."""

from functools import cache
from typing import Final

from hypothesis import strategies as st

from pmm_core.communities import MEMBERSHIP_RULES, CommunityTally, MembershipRule
from pmm_core.people import TOPICS, AdoptionTally
from pmm_core.regions import Kabupaten
from pmm_core.testing._regions import kabupatens
from pmm_core.testing._shared import check_size, check_strategies

_MOST: Final = 1_000
_STEPS: Final = 3  # counted, registered, logged in; the topics follow


@cache
def _anywhere() -> st.SearchStrategy[Kabupaten]:
    return kabupatens()


def adoption_tallies(
    *, kabupaten: st.SearchStrategy[Kabupaten] | None = None, topic_count: int = TOPICS, max_people: int = _MOST
) -> st.SearchStrategy[AdoptionTally]:
    """Generate how many people of a kabupaten took each step; the steps only narrow.

    Args:
        kabupaten: where; anywhere where it is left out.
        topic_count: how many topics are counted.
        max_people: the most people.

    Returns:
        A strategy for tallies; shrinks to nobody.  Drawing from it raises ``InvalidArgument`` for an argument of the
        wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(adoption_tallies(), lambda tally: tally.logged_in > 2).topics
    (0, 0, 0, 0)
    """
    return _adoption(kabupaten, topic_count, max_people)


@st.composite
def _adoption(
    draw: st.DrawFn, kabupaten: st.SearchStrategy[Kabupaten] | None, topic_count: int, max_people: int
) -> AdoptionTally:
    check_strategies(kabupaten=kabupaten)
    check_size("topic_count", 0, topic_count)
    check_size("people", 0, max_people)
    size = _STEPS + topic_count
    numbers = sorted(draw(st.lists(st.integers(0, max_people), min_size=size, max_size=size)), reverse=True)
    return AdoptionTally(
        kabupaten=draw(_anywhere() if kabupaten is None else kabupaten),
        people=numbers[0],
        accounts=numbers[1],
        logged_in=numbers[2],
        topics=tuple(numbers[_STEPS:]),
    )


def community_tallies(
    *, kabupaten: st.SearchStrategy[Kabupaten] | None = None, max_communities: int = _MOST
) -> st.SearchStrategy[CommunityTally]:
    """Generate how many communities a kabupaten has.

    Args:
        kabupaten: where; anywhere where it is left out.
        max_communities: the most communities.

    Returns:
        A strategy for tallies; shrinks to none.  Drawing from it raises ``InvalidArgument`` for an argument of the
        wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(community_tallies(), lambda tally: tally.communities > 1).communities
    2
    """
    return _communities(kabupaten, max_communities)


@st.composite
def _communities(
    draw: st.DrawFn, kabupaten: st.SearchStrategy[Kabupaten] | None, max_communities: int
) -> CommunityTally:
    check_strategies(kabupaten=kabupaten)
    check_size("communities", 0, max_communities)
    return CommunityTally(draw(_anywhere() if kabupaten is None else kabupaten), draw(st.integers(0, max_communities)))


def membership_rules() -> st.SearchStrategy[MembershipRule]:
    """Generate the rules of membership, one for each kind of community.

    Returns:
        A strategy for `pmm_core.communities.MEMBERSHIP_RULES`; shrinks to the first.

    >>> from hypothesis import find as simplest
    >>> simplest(membership_rules(), lambda rule: True).kind
    CommunityKind.ONLINE
    """
    return st.sampled_from(MEMBERSHIP_RULES)
