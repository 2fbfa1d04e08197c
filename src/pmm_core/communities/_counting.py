"""Counting communities per kabupaten."""

from collections.abc import Iterable
from datetime import date
from typing import final

import attrs

from pmm_core._checks import Problems, items
from pmm_core._texts import check_stream
from pmm_core.communities._community import LearningCommunity
from pmm_core.communities._kind import CommunityKind
from pmm_core.regions import Kabupaten


@final
@attrs.frozen
class CommunityTally:
    """How many registered communities a kabupaten has (hasil hitung komunitas).

    Args:
        kabupaten: where.
        communities: how many.

    Raises:
        InvalidValueError: ``negative``.
        WrongTypeError: for a field of the wrong kind.
    """

    kabupaten: Kabupaten
    communities: int

    def __attrs_post_init__(self) -> None:
        problems = Problems("CommunityTally")
        problems.instance("kabupaten", self.kabupaten, Kabupaten, "a Kabupaten")
        problems.integer("communities", self.communities)
        problems.done()


def count_communities(
    communities: Iterable[LearningCommunity],
    *,
    on: date,
    kind: CommunityKind | None = None,
    among: Iterable[Kabupaten] = (),
) -> tuple[CommunityTally, ...]:
    """Count, per kabupaten, the communities that are registered in PMM on a day, in one pass.

    Args:
        communities: which to count, each once.  Those that are not registered by that day are passed over, and those
            online that belong to no kabupaten.
        on: the day.
        kind: only this kind; all where it is left out.
        among: kabupaten that are listed in any case, with 0 where there is no community.

    Returns:
        One tally per kabupaten, in the order of their codes.

    Raises:
        InvalidValueError: ``duplicate`` for an id that occurs twice.
        WrongTypeError: ``datetime-for-date`` for the day, ``wrong-type`` for anything else.

    >>> from datetime import date
    >>> from pmm_core.regions import find
    >>> day = date(2022, 11, 24)
    >>> one = LearningCommunity(
    ...     id="k-1", name="A", kind=CommunityKind.ONLINE, seat=find("Batanghari"), registered_on=day
    ... )
    >>> [tally.communities for tally in count_communities([one], on=day, among=[find("Muaro Jambi")])]
    [1, 0]
    """
    problems = Problems("count_communities")
    problems.day("on", on)
    if kind is not None:
        problems.instance("kind", kind, CommunityKind, "a CommunityKind")
    listed = items(problems, "among", among, "kabupaten")
    for index, kabupaten in enumerate(listed):
        problems.instance(f"among[{index}]", kabupaten, Kabupaten, "a Kabupaten")
    check_stream(problems, "communities", communities, "communities")
    problems.done()
    counted: dict[Kabupaten, int] = dict.fromkeys(listed, 0)
    seen: dict[str, int] = {}
    for index, each in enumerate(communities):
        if not problems.instance(f"communities[{index}]", each, LearningCommunity, "a LearningCommunity"):
            continue
        if (first := seen.setdefault(each.id, index)) != index:
            problems.add(f"communities[{index}]", "duplicate", f"has the id of communities[{first}]")
        home = each.kabupaten
        registered = each.registered_on is not None and each.registered_on <= on
        if home is not None and registered and (kind is None or each.kind is kind):
            counted[home] = counted.get(home, 0) + 1
    problems.done()
    return tuple(CommunityTally(kabupaten, counted[kabupaten]) for kabupaten in sorted(counted, key=_code))


def _code(kabupaten: Kabupaten) -> str:
    return kabupaten.key
