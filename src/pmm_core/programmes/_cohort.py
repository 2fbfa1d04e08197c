"""Cohorts of Guru Penggerak (angkatan): how long they last by name, and when they were held as far as anybody said.

The duration of a cohort is nominal: nine months up to the fourth, six from the fifth.  It says nothing about dates: the
fourth began on 14 October 2021 and ended on 26 November 2022, more than thirteen months later.  So no date is ever
derived from a duration; what was not published is None, and a month without a day stays one.
"""

from calendar import monthrange
from datetime import MAXYEAR, date
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core.sources import Source
from pmm_core.sources._works import (
    PGP_COHORT_5,
    PGP_PRESS,
    PGP_SELECTION,
    PROGRAMME_KNOWLEDGE,
    SEED_BARITO_TIMUR,
)

_MONTHS: Final = 12


@final
@attrs.frozen
class PublishedDate:
    """A date as far as it was published (tanggal yang diumumkan): to the day, or to the month only.

    Args:
        year: the year.
        month: the month, 1 to 12.
        day: the day of the month, or None where only the month is known.

    Raises:
        InvalidValueError: ``too-small`` or ``too-large`` for a year or month, ``no-such-day`` for a day that the month
            does not have.
        WrongTypeError: for a part that is no whole number.

    >>> str(PublishedDate(2022, 5)), str(PublishedDate(2021, 10, 14))
    ('2022-05', '2021-10-14')
    >>> PublishedDate(2022, 5).latest
    datetime.date(2022, 5, 31)
    """

    year: int
    month: int
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        problems = Problems("PublishedDate")
        year = problems.integer("year", self.year, minimum=1, maximum=MAXYEAR)
        month = problems.integer("month", self.month, minimum=1, maximum=_MONTHS)
        if self.day is not None and problems.integer("day", self.day, minimum=None) and year and month:
            days = monthrange(self.year, self.month)[1]
            if not 1 <= self.day <= days:
                problems.add("day", "no-such-day", f"must be a day of a month with {days} days")
        problems.done()

    @property
    def earliest(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month, 1 if self.day is None else self.day)

    @property
    def latest(self) -> date:
        """The last day that it can mean."""
        last = monthrange(self.year, self.month)[1] if self.day is None else self.day
        return date(self.year, self.month, last)

    def __str__(self) -> str:
        month = f"{self.year:04}-{self.month:02}"
        return month if self.day is None else f"{month}-{self.day:02}"


@final
@attrs.frozen(kw_only=True)
class Cohort:
    """A cohort of Guru Penggerak (angkatan).

    Args:
        number: its number, from 1 on.
        months: how many months it lasts by name (durasi).
        months_source: who says so, and how surely.
        starts: when it began, as far as that was published; None where it was not.
        ends: when it ended, likewise.
        dates_source: who published a date; needed where there is one.
        note: doubts; empty where there are none.

    Raises:
        InvalidValueError: ``too-small`` for a number below 1, ``window-reversed`` for an end before the start.
        WrongTypeError: for a field of the wrong kind, such as dates without their source.

    >>> fourth = cohort(4)
    >>> fourth.months, str(fourth.starts), str(fourth.ends)
    (9, '2021-10-14', '2022-11-26')
    """

    number: int
    months: int
    months_source: Source = attrs.field(repr=False)
    starts: PublishedDate | None = None
    ends: PublishedDate | None = None
    dates_source: Source | None = attrs.field(default=None, repr=False)
    note: str = attrs.field(default="", repr=False)

    def __attrs_post_init__(self) -> None:
        problems = Problems("Cohort")
        problems.integer("number", self.number, minimum=1)
        problems.integer("months", self.months, minimum=1)
        problems.instance("months_source", self.months_source, Source, "a Source")
        given = [(path, each) for path, each in (("starts", self.starts), ("ends", self.ends)) if each is not None]
        dated = [problems.instance(path, each, PublishedDate, "a PublishedDate or None") for path, each in given]
        if given or self.dates_source is not None:
            problems.instance("dates_source", self.dates_source, Source, "a Source where a date is published")
        if all(dated) and self.starts and self.ends and self.ends.latest < self.starts.earliest:
            problems.add("ends", "window-reversed", "must not be before the start")
        problems.instance("note", self.note, str, "a text")
        problems.done()


_NINE: Final = 9
_SIX: Final = 6
_OCTOBER_2024: Final = "Told of in October 2024"

COHORTS: Final = (
    Cohort(
        number=1,
        months=_NINE,
        months_source=PGP_PRESS,
        starts=PublishedDate(2020, 10, 15),
        ends=PublishedDate(2021, 9),
        dates_source=PGP_PRESS,
        note="Two months in 2020 and seven in 2021; some began in April 2021 only.",
    ),
    Cohort(
        number=2,
        months=_NINE,
        months_source=PROGRAMME_KNOWLEDGE,
        ends=PublishedDate(2022, 1),
        dates_source=PGP_PRESS,
    ),
    Cohort(
        number=3,
        months=_NINE,
        months_source=PROGRAMME_KNOWLEDGE,
        ends=PublishedDate(2022, 7),
        dates_source=PGP_PRESS,
    ),
    Cohort(
        number=4,
        months=_NINE,
        months_source=SEED_BARITO_TIMUR,
        starts=PublishedDate(2021, 10, 14),
        ends=PublishedDate(2022, 11, 26),
        dates_source=PGP_PRESS,
        note="From its first to its last day it took more than thirteen months.",
    ),
    Cohort(
        number=5,
        months=_SIX,
        months_source=PGP_COHORT_5,
        starts=PublishedDate(2022, 5),
        ends=PublishedDate(2023, 1),
        dates_source=PGP_COHORT_5,
    ),
    Cohort(
        number=6,
        months=_SIX,
        months_source=PROGRAMME_KNOWLEDGE,
        starts=PublishedDate(2022, 8, 24),
        dates_source=PGP_PRESS,
    ),
    Cohort(
        number=7,
        months=_SIX,
        months_source=SEED_BARITO_TIMUR,
        starts=PublishedDate(2022, 10, 20),
        dates_source=PGP_PRESS,
    ),
    Cohort(number=8, months=_SIX, months_source=PROGRAMME_KNOWLEDGE, note="No date was found."),
    Cohort(
        number=9,
        months=_SIX,
        months_source=PGP_SELECTION,
        starts=PublishedDate(2023, 6, 1),
        ends=PublishedDate(2023, 11, 30),
        dates_source=PGP_SELECTION,
        note="The six months are read from the dates that the press gives.",
    ),
    Cohort(number=10, months=_SIX, months_source=PROGRAMME_KNOWLEDGE, note=f"{_OCTOBER_2024} as nearly finished."),
    Cohort(number=11, months=_SIX, months_source=PROGRAMME_KNOWLEDGE, note=f"{_OCTOBER_2024} as running."),
)
"""The eleven cohorts that are known, in order."""


def cohort(number: int) -> Cohort:
    """Give a cohort of Guru Penggerak by its number (angkatan).

    Args:
        number: 1 to 11.

    Returns:
        The cohort with its sources.

    Raises:
        InvalidValueError: ``too-small`` or ``too-large`` for a number that no known cohort has.
        WrongTypeError: ``wrong-type`` or ``bool-for-int`` for anything but a whole number.

    >>> cohort(7).months, cohort(7).months_source.certainty
    (6, Certainty.SEED)
    """
    problems = Problems("cohort")
    problems.integer("number", number, minimum=1, maximum=len(COHORTS))
    problems.done()
    return COHORTS[number - 1]
