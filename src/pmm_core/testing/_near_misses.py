"""Calls that are almost right, for every stable code of the library."""

from collections.abc import Collection
from typing import Any, Final, cast

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.testing._appraisal_near_misses import APPRAISAL_NEAR_MISSES
from pmm_core.testing._calendar_near_misses import CALENDAR_NEAR_MISSES
from pmm_core.testing._codec_near_misses import CODEC_NEAR_MISSES
from pmm_core.testing._communities import COMMUNITIES_NEAR_MISSES
from pmm_core.testing._credit_near_misses import CREDIT_NEAR_MISSES
from pmm_core.testing._cycle_near_misses import CYCLE_NEAR_MISSES
from pmm_core.testing._holidays import HOLIDAYS_NEAR_MISSES
from pmm_core.testing._ics import ICS_NEAR_MISSES
from pmm_core.testing._near_miss import NearMiss
from pmm_core.testing._overview_near_misses import OVERVIEW_NEAR_MISSES
from pmm_core.testing._people import PEOPLE_NEAR_MISSES
from pmm_core.testing._programmes_near_misses import PROGRAMMES_NEAR_MISSES
from pmm_core.testing._ranking_near_misses import RANKING_NEAR_MISSES
from pmm_core.testing._regions import REGION_NEAR_MISSES

NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    *REGION_NEAR_MISSES,
    *CALENDAR_NEAR_MISSES,
    *PEOPLE_NEAR_MISSES,
    *COMMUNITIES_NEAR_MISSES,
    *APPRAISAL_NEAR_MISSES,
    *CREDIT_NEAR_MISSES,
    *PROGRAMMES_NEAR_MISSES,
    *RANKING_NEAR_MISSES,
    *CYCLE_NEAR_MISSES,
    *OVERVIEW_NEAR_MISSES,
    *CODEC_NEAR_MISSES,
    *HOLIDAYS_NEAR_MISSES,
    *ICS_NEAR_MISSES,
)
"""All of them, in the order of the layers: at least one for every code of `pmm_core.errors.codes` but eight.

Those eight only `pmm_core.frames` gives, which needs an engine; this kit does not ask for one.
"""


def near_misses(*, codes: Collection[str] | None = None) -> st.SearchStrategy[NearMiss]:
    """Generate calls that are almost right, each with the code that it must be refused for.

    Args:
        codes: only those refused for one of these codes; all where it is left out.

    Returns:
        A strategy for near misses; drawing from it raises ``InvalidArgument`` for a code that no near miss has, for no
        codes at all, and for a text in place of a collection.

    >>> from hypothesis import find as simplest
    >>> simplest(near_misses(codes=["over-full"]), lambda miss: True)
    NearMiss(code='over-full', why='241 of 240 schools')
    """
    return _near_misses(codes)


@st.composite
def _near_misses(draw: st.DrawFn, codes: Collection[str] | None) -> NearMiss:
    if isinstance(codes, str):
        raise InvalidArgument(f"codes must be a collection of codes, not the text {codes!r}")
    if codes is not None and not isinstance(cast("Any", codes), Collection):
        raise InvalidArgument(f"codes must be a collection of codes, not {type(codes).__name__}")
    known = {miss.code for miss in NEAR_MISSES}
    wanted = known if codes is None else frozenset(codes)
    unknown = sorted(wanted - known)
    if unknown or not wanted:
        raise InvalidArgument(f"no near miss is refused for {', '.join(unknown) or 'no code at all'}")
    return draw(st.sampled_from([miss for miss in NEAR_MISSES if miss.code in wanted]))
