"""Which school takes the national assessment how and where, and how many do (kepesertaan AN)."""

from collections.abc import Iterable
from datetime import MAXYEAR
from itertools import product
from types import MappingProxyType
from typing import Any, Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._texts import check_stream
from pmm_core.people import Npsn, School, SchoolLevel
from pmm_core.programmes._assessment import AnMode, AnSite


@final
@attrs.frozen(kw_only=True)
class AnParticipation:
    """How one school takes the assessment of one year (kepesertaan AN).

    A school cannot take part without a number (NPSN), and `pmm_core.people.School` cannot be built without one.

    Args:
        school: which school; its name and number are not shown.
        year: the year of the assessment.
        mode: how.
        site: where.

    Raises:
        InvalidValueError: ``too-small`` or ``too-large`` for the year.
        WrongTypeError: for a field of the wrong kind.

    >>> from pmm_core.people import Npsn, SchoolLevel
    >>> from pmm_core.regions import find
    >>> school = School(npsn=Npsn("10500001"), level=SchoolLevel.SD, kabupaten=find("Batanghari"))
    >>> AnParticipation(school=school, year=2022, mode=AnMode.SEMI_ONLINE, site=AnSite.OWN).mode.label_id
    'semi daring'
    """

    school: School
    year: int
    mode: AnMode
    site: AnSite

    def __attrs_post_init__(self) -> None:
        problems = Problems("AnParticipation")
        problems.instance("school", self.school, School, "a School")
        problems.integer("year", self.year, minimum=1, maximum=MAXYEAR)
        problems.instance("mode", self.mode, AnMode, "an AnMode")
        problems.instance("site", self.site, AnSite, "an AnSite")
        problems.done()


_CELLS: Final = MappingProxyType({cell: index for index, cell in enumerate(product(AnSite, AnMode))})


@final
@attrs.frozen(kw_only=True)
class AnTally:
    """How many schools took the assessment where and how (hasil hitung AN).

    Args:
        year: the year of the assessment.
        own_online: at their own site, online.
        own_semi_online: at their own site, semi-online.
        hosted_online: at the site of another, online.
        hosted_semi_online: at the site of another, semi-online.

    Raises:
        InvalidValueError: ``negative`` for a number; ``too-small`` or ``too-large`` for the year.
        WrongTypeError: for a field of the wrong kind.

    >>> tally = AnTally(year=2022, own_online=200, own_semi_online=40)
    >>> tally.schools, tally.of(mode=AnMode.ONLINE), tally.all_own
    (240, 200, True)
    """

    year: int
    own_online: int = 0
    own_semi_online: int = 0
    hosted_online: int = 0
    hosted_semi_online: int = 0

    def __attrs_post_init__(self) -> None:
        problems = Problems("AnTally")
        problems.integer("year", self.year, minimum=1, maximum=MAXYEAR)
        for path in ("own_online", "own_semi_online", "hosted_online", "hosted_semi_online"):
            problems.integer(path, getattr(self, path))
        problems.done()

    def of(self, *, site: AnSite | None = None, mode: AnMode | None = None) -> int:
        """How many schools at this site and in this mode; whichever is left out counts in full.

        Args:
            site: at their own site or at that of another; None for both.
            mode: online or semi-online; None for both.

        Raises:
            WrongTypeError: ``wrong-type`` for an argument of the wrong kind.
        """
        problems = Problems("AnTally.of")
        problems.instance("site", site, (AnSite, type(None)), "an AnSite or None")
        problems.instance("mode", mode, (AnMode, type(None)), "an AnMode or None")
        problems.done()
        numbers = (self.own_online, self.own_semi_online, self.hosted_online, self.hosted_semi_online)
        return sum(
            numbers[index] for cell, index in _CELLS.items() if site in (None, cell[0]) and mode in (None, cell[1])
        )

    @property
    def schools(self) -> int:
        """How many schools in all."""
        return self.of()

    @property
    def all_own(self) -> bool:
        """Whether every school took it at its own site (mandiri); True where there is none."""
        return self.of(site=AnSite.HOSTED) == 0


def count_participations(
    participations: Iterable[AnParticipation], *, year: int, level: SchoolLevel | None = None
) -> AnTally:
    """Count the schools by site and mode, in one pass.

    Args:
        participations: whom to count; those of other years and levels are passed over.
        year: the year of the assessment.
        level: only schools of this level (jenjang); all where it is left out.

    Returns:
        The numbers.

    Raises:
        InvalidValueError: ``duplicate`` for a school that occurs twice in the year.
        WrongTypeError: for anything else in the collection.

    >>> from pmm_core.people import Npsn, School
    >>> from pmm_core.regions import find
    >>> school = School(npsn=Npsn("10500001"), level=SchoolLevel.SD, kabupaten=find("Batanghari"))
    >>> taken = AnParticipation(school=school, year=2022, mode=AnMode.SEMI_ONLINE, site=AnSite.OWN)
    >>> count_participations([taken], year=2022, level=SchoolLevel.SD).all_own
    True
    """
    problems = Problems("count_participations")
    problems.integer("year", year, minimum=1, maximum=MAXYEAR)
    problems.instance("level", level, (SchoolLevel, type(None)), "a SchoolLevel or None")
    check_stream(problems, "participations", participations, "participations")
    problems.done()
    numbers = [0] * len(_CELLS)
    seen: set[Npsn] = set()
    for index, each in enumerate(participations):
        if not problems.instance(f"participations[{index}]", each, AnParticipation, "an AnParticipation"):
            continue
        if each.year != year:
            continue
        if each.school.npsn in seen:
            problems.add(f"participations[{index}]", "duplicate", "the school occurs twice in the year")
        seen.add(each.school.npsn)
        if level in (None, each.school.level):
            numbers[_CELLS[each.site, each.mode]] += 1
    problems.done()
    named: dict[str, Any] = dict(
        zip(("own_online", "own_semi_online", "hosted_online", "hosted_semi_online"), numbers, strict=True)
    )
    return AnTally(year=year, **named)
