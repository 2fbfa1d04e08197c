"""Strategies for the programmes: cohorts, candidates, and how schools take the national assessment."""

from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from pmm_core.people import EmploymentStatus, Role, School
from pmm_core.programmes import (
    APPLYING_ROLES,
    COHORTS,
    MINIMUM_YEARS,
    SUFFICIENT_QUALIFICATIONS,
    AnMode,
    AnParticipation,
    AnSite,
    AnTally,
    Candidate,
    Cohort,
    PublishedDate,
    Qualification,
)
from pmm_core.testing._people import schools
from pmm_core.testing._shared import check_member, check_strategies, check_year, days, labels
from pmm_core.testing._sources import sources

FIRST_YEAR: Final = 2020
LAST_YEAR: Final = 2030
_MOST_YEARS: Final = 40
_MOST_SCHOOLS: Final = 500
_FLAGS: Final = (None, True, False)
_QUALIFICATIONS: Final = tuple(each for each in Qualification if each in SUFFICIENT_QUALIFICATIONS)
_ROLES: Final = tuple(role for role in Role if role in APPLYING_ROLES)


@cache
def years() -> st.SearchStrategy[int]:
    """Generate the years that reports and assessments are of; shrinks to the first."""
    return st.integers(FIRST_YEAR, LAST_YEAR)


def published_dates() -> st.SearchStrategy[PublishedDate]:
    """Generate dates as far as they were published: to the day, or to the month.

    Returns:
        A strategy for published dates.

    >>> from hypothesis import find as simplest
    >>> str(simplest(published_dates(), lambda each: True)), str(simplest(published_dates(), lambda each: each.day))
    ('2020-01', '2020-01-01')
    """
    return _published_dates()


@st.composite
def _published_dates(draw: st.DrawFn) -> PublishedDate:
    day = draw(days())
    return PublishedDate(day.year, day.month, day.day if draw(st.booleans()) else None)


def cohorts(*, known: bool = False) -> st.SearchStrategy[Cohort]:
    """Generate cohorts of Guru Penggerak (angkatan): the known ones, and at times one that never was.

    Args:
        known: only the eleven that are known.

    Returns:
        A strategy for cohorts; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(cohorts(), lambda each: each.months == 6).number
    5
    """
    return _cohorts(known=known)


@st.composite
def _cohorts(draw: st.DrawFn, *, known: bool) -> Cohort:
    check_member("known", known, bool)
    number = draw(st.integers(1, len(COHORTS) if known else len(COHORTS) + 9))
    if number <= len(COHORTS):
        return COHORTS[number - 1]
    told = sorted(draw(st.lists(published_dates(), max_size=2)), key=lambda each: (each.earliest, each.latest))
    starts = told[0] if told and (len(told) > 1 or draw(st.booleans())) else None
    return Cohort(
        number=number,
        months=draw(st.integers(1, 24)),
        months_source=draw(sources()),
        starts=starts,
        ends=told[-1] if told and (starts is None or len(told) > 1) else None,
        dates_source=draw(sources()) if told else None,
        note=draw(st.just("") | labels()),
    )


def candidates(*, eligible: bool = False) -> st.SearchStrategy[Candidate]:
    """Generate what is known of somebody who wants to become a Guru Penggerak, with every fact unknown at times.

    Args:
        eligible: only those who meet every condition, under either reading of the one for heads.

    Returns:
        A strategy for candidates; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(candidates(), lambda each: True) == Candidate()
    True
    >>> simplest(candidates(eligible=True), lambda each: True).years_taught
    5
    """
    return _candidates(eligible=eligible)


@st.composite
def _candidates(draw: st.DrawFn, *, eligible: bool) -> Candidate:
    check_member("eligible", eligible, bool)
    employment = draw(st.sampled_from((None, *EmploymentStatus)))
    if eligible:
        role = draw(st.sampled_from(_ROLES))
        return Candidate(
            in_dapodik=True,
            years_taught=draw(st.integers(MINIMUM_YEARS, _MOST_YEARS)),
            qualification=draw(st.sampled_from(_QUALIFICATIONS)),
            has_sk=True,
            role=role,
            definitive=True if role is Role.HEAD else draw(st.sampled_from(_FLAGS)),
            employment=employment,
        )
    in_dapodik, has_sk, definitive = draw(st.tuples(*[st.sampled_from(_FLAGS)] * 3))
    return Candidate(
        in_dapodik=in_dapodik,
        years_taught=draw(st.none() | st.integers(0, _MOST_YEARS)),
        qualification=draw(st.sampled_from((None, *Qualification))),
        has_sk=has_sk,
        role=draw(st.sampled_from((None, *Role))),
        definitive=definitive,
        employment=employment,
    )


def an_participations(
    *, school: st.SearchStrategy[School] | None = None, year: int | None = None
) -> st.SearchStrategy[AnParticipation]:
    """Generate how schools take the national assessment (kepesertaan AN).

    Args:
        school: which schools; any where it is left out.
        year: only of this year; any where it is left out.

    Returns:
        A strategy for participations; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(an_participations(year=2022), lambda each: each.mode is AnMode.SEMI_ONLINE).site
    AnSite.OWN
    """
    return _an_participations(school, year)


@cache
def _anywhere() -> st.SearchStrategy[School]:
    return schools()


@st.composite
def _an_participations(draw: st.DrawFn, school: st.SearchStrategy[School] | None, year: int | None) -> AnParticipation:
    check_strategies(school=school)
    check_year("year", year)
    return AnParticipation(
        school=draw(_anywhere() if school is None else school),
        year=draw(years()) if year is None else year,
        mode=draw(st.sampled_from(AnMode)),
        site=draw(st.sampled_from(AnSite)),
    )


def an_tallies(*, year: int | None = None) -> st.SearchStrategy[AnTally]:
    """Generate numbers of schools by site and mode (hasil hitung AN).

    Args:
        year: only of this year; any where it is left out.

    Returns:
        A strategy for tallies; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(an_tallies(), lambda each: not each.all_own).hosted_semi_online
    1
    """
    return _an_tallies(year)


@st.composite
def _an_tallies(draw: st.DrawFn, year: int | None) -> AnTally:
    check_year("year", year)
    numbers: Any = draw(st.tuples(*[st.integers(0, _MOST_SCHOOLS)] * 4))
    return AnTally(
        year=draw(years()) if year is None else year,
        own_online=numbers[0],
        own_semi_online=numbers[1],
        hosted_online=numbers[2],
        hosted_semi_online=numbers[3],
    )
