"""What must happen to reach a place by a day."""

from collections.abc import Iterable
from datetime import date
from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._tables import html_table
from pmm_core.errors import Refusal, RefusedError
from pmm_core.ranking._allocation import Allocation, Team, allocate
from pmm_core.ranking._area import Area
from pmm_core.ranking._comparable import check_comparable
from pmm_core.ranking._contest import Contest
from pmm_core.ranking._measurement import Measurement
from pmm_core.ranking._rules import STANDING_STILL, TOP_FIVE
from pmm_core.ranking._table import Table
from pmm_core.ranking._target_checks import check_possible
from pmm_core.ranking._ties import Place
from pmm_core.ranking._words import Language, Words, place_text, words_for
from pmm_core.sources import Rule, Source
from pmm_core.sources._citing import sources_of

_WEEK: Final = 7


@final
@attrs.frozen
class Pace:
    """So many units in so many days.

    Args:
        units: how many there are to do.
        days: in how many days, the first day of work counted and the day of the figures not.

    >>> Pace(156, 7).per_day, Pace(156, 14).per_week
    (23, 78)
    """

    units: int
    days: int

    def __attrs_post_init__(self) -> None:
        problems = Problems("Pace")
        problems.integer("units", self.units)
        problems.integer("days", self.days, minimum=1)
        problems.done()

    @property
    def per_day(self) -> int:
        """The smallest whole number a day that gets there in time."""
        return -(-self.units // self.days)

    @property
    def per_week(self) -> int:
        """The smallest whole number in seven days that gets there; all of them where less than a week is left."""
        return min(self.units, -(-_WEEK * self.units // self.days))


@final
@attrs.frozen(kw_only=True, repr=False)
class Target:
    """A place to be reached by a day, and the fewest additional units that do it.

    `Standings.target` builds one.  Units are what the metric counts (teachers, schools, communities); where fewer is
    better they are units less.

    Args:
        table: where the area stands now.
        area: who wants to climb; must have a place.
        rank: the place that is wanted, or a better one.
        by: the day by which.
        on: the day from which the work starts, at the earliest that of the figures.
        since: an earlier table, where the others are to go on as since then; None lets them stand still, and so does
            every one of them without a place there, see `standing_still`.

    Raises:
        RefusedError: ``not-ranked``, ``no-such-place``, ``deadline-passed``, ``no-units`` (a score counts nothing), all
            at once.
        IncomparableError: where the earlier table does not compare with the table.
        UnknownNameError: ``not-in-table``.
        InvalidValueError: ``too-small`` for a place below 1.
        WrongTypeError: for a field of the wrong kind.

    >>> from datetime import date
    >>> from pmm_core import Measurement, SchoolLevel, find, rank
    >>> counts, day = {"Paser": 304, "Berau": 47}, date(2022, 6, 30)
    >>> table = rank(Measurement.count(find(name), SCHOOLS_LOGGED_IN, n, on=day) for name, n in counts.items())
    >>> target = table.target("Berau", rank=1, by=date(2022, 7, 7))
    >>> target.pace(), target.html(language="id")[:35]
    (Pace(units=257, days=7), '<table class="pmm-target" lang="id"')
    >>> print(target.text().splitlines()[1].strip())
    to share it: 257 more schools in 7 days (37 a day)
    >>> teams = [Team(kecamatan=name, level=SchoolLevel.SD, left=n) for name, n in (("Batu", 200), ("Talisayan", 100))]
    >>> [share.units for share in target.allocate(teams)]
    [171, 86]
    """

    table: Table
    area: Area
    rank: int
    by: date
    on: date
    since: Table | None = None
    measurement: Measurement = attrs.field(init=False, eq=False)
    """The figure of the area now."""
    current: Place = attrs.field(init=False, eq=False)
    """Its place now."""
    best: Place = attrs.field(init=False, eq=False)
    """The best place that can be reached with everything the base leaves."""
    to_share: int | None = attrs.field(init=False, eq=False)
    """The fewest units with which it stands on the place, perhaps together with others; None if out of reach."""
    to_pass: int | None = attrs.field(init=False, eq=False)
    """The fewest units with which it holds the place even if every tie counts against it; None if out of reach."""

    def __attrs_post_init__(self) -> None:
        self._check_types()
        index = check_possible(self.table, self.area, rank=self.rank, by=self.by, on=self.on)
        contest = Contest(self.table, index, by=self.by, since=self.since)
        put = object.__setattr__
        put(self, "area", self.table.ranked[index].area)
        put(self, "measurement", self.table.ranked[index])
        put(self, "current", self.table.places[index])
        put(self, "best", contest.place(contest.cap))
        put(self, "to_share", contest.fewest(contest.place, self.rank))
        put(self, "to_pass", contest.fewest(contest.held, self.rank))

    def _check_types(self) -> None:
        problems = Problems("Target")
        problems.instance("table", self.table, Table, "Standings")
        problems.integer("rank", self.rank, minimum=1)
        problems.day("by", self.by)
        problems.day("on", self.on)
        problems.done()
        if self.since is not None:
            check_comparable(self.since, self.table, verb="project")

    @property
    def days(self) -> int:
        """How many days there are, the last one counted."""
        return (self.by - max(self.on, self.table.on)).days

    @property
    def reachable(self) -> bool:
        """Whether the place can be reached at all."""
        return self.to_share is not None

    @property
    def reached(self) -> bool:
        """Whether nothing more is needed."""
        return self.to_share == 0

    @property
    def standing_still(self) -> tuple[Area, ...]:
        """The others that are taken to stay where they are: who has no place in the earlier table, all without one."""
        past = set[str]() if self.since is None else {figure.area.key for figure in self.since.ranked}
        others = (figure.area for figure in self.table.ranked if figure.area.key != self.area.key)
        return tuple(area for area in others if area.key not in past)

    def pace(self, units: int | None = None) -> Pace | None:
        """How fast it must go.

        Args:
            units: how many are wanted; the fewest that share the place where it is left out.

        Returns:
            The pace; None for a place out of reach.

        Raises:
            InvalidValueError: ``negative``.
            WrongTypeError: for anything but a whole number.
        """
        wanted = self.to_share if units is None else units
        return None if wanted is None else Pace(wanted, self.days)

    @property
    def per_day(self) -> int | None:
        """The smallest whole number of units a day that shares the place in time."""
        pace = self.pace()
        return None if pace is None else pace.per_day

    @property
    def per_week(self) -> int | None:
        """The smallest whole number of units in seven days that shares the place in time."""
        pace = self.pace()
        return None if pace is None else pace.per_week

    def allocate(self, teams: Iterable[Team], *, units: int | None = None) -> Allocation:
        """Share the units out over teams, in proportion to what each has left.

        Args:
            teams: who does the work, for instance one team per kecamatan and level of school.
            units: how many to share out; the fewest that share the place where it is left out.

        Returns:
            The allocation; it adds up exactly and asks no team for more than it has left.

        Raises:
            RefusedError: ``unreachable``, or ``teams-too-small``.
            InvalidValueError: ``duplicate`` teams, ``empty``, ``negative``.
            WrongTypeError: for anything but teams.
        """
        wanted = self.to_share if units is None else units
        if wanted is None:
            figure = self.measurement
            left = figure.left if self.table.metric.more_is_better else figure.numerator
            why = f"place {self.rank} is out of reach with {left} {self._unit} left"
            raise RefusedError("allocate", (Refusal("unreachable", why, (f"place {self.best}",)),))
        return allocate(wanted, teams)

    @property
    def _unit(self) -> str:
        return self.table.metric.unit.label_en

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that produced this."""
        return (TOP_FIVE, STANDING_STILL, *self.table.rules)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the rules come from, each work once."""
        return sources_of(*self.rules, first=self.table.metric.source)

    def __repr__(self) -> str:
        return (
            f"<Target {self.area.key} place {self.rank} by {self.by}: {self.to_share} to share, {self.to_pass} to pass>"
        )

    def text(self, *, language: Language = "en") -> str:
        """The target as a few lines for people.

        Args:
            language: ``"en"`` or ``"id"``.

        Returns:
            Where the area stands, what sharing and passing take, and what is assumed of the others.

        Raises:
            InvalidValueError: ``malformed`` for another language.
        """
        standing, efforts, others = self._told(words_for(language))
        lines = (f"  {verb}: {effort}" for verb, effort in efforts)
        return "\n".join([standing, *lines, f"  {others}"])

    def html(self, *, language: Language = "en") -> str:
        """The same as an HTML table for notebooks and pages, all text escaped; arguments and errors as for `text`."""
        words = words_for(language)
        standing, efforts, others = self._told(words)
        return html_table("target", words.code, standing, efforts, notes=(others,))

    def _repr_html_(self) -> str:
        return self.html()

    def _told(self, words: Words) -> tuple[str, tuple[tuple[str, str], ...], str]:
        """Where the area stands, what it takes, and what is assumed of the others."""
        place, on, by = place_text(self.current), words.day(self.table.on), words.day(self.by)
        head = {"area": self.area, "place": place, "size": self.table.size, "on": on, "wanted": self.rank, "by": by}
        verbs = ((words.share, self.to_share), (words.beat, self.to_pass))
        efforts = tuple((verb, self._effort(units, words)) for verb, units in verbs)
        return words.standing.format(**head), efforts, self._others(words)

    def _others(self, words: Words) -> str:
        if self.since is None:
            return words.still
        going_on = words.going_on.format(day=words.day(self.since.on))
        areas = ", ".join(map(str, self.standing_still))
        return words.but_for.format(going_on=going_on, areas=areas) if areas else going_on

    def _effort(self, units: int | None, words: Words) -> str:
        if units is None and self.reachable:
            return words.only_shared
        if units is None:
            return words.out_of_reach.format(best=place_text(self.best))
        change = words.more if self.table.metric.more_is_better else words.fewer
        what = {"units": words.number(units), "change": change, "unit": words.label(self.table.metric.unit)}
        effort = words.units.format(**what, days=self.days)
        if units == 0:
            return f"{effort} ({words.done})"
        pace = Pace(units, self.days)
        rates = [words.per_day.format(n=words.number(pace.per_day))]
        if self.days > _WEEK:  # within a week, a rate per week would only repeat the whole
            rates.append(words.per_week.format(n=words.number(pace.per_week)))
        return f"{effort} ({', '.join(rates)})"

    def __str__(self) -> str:
        return self.text()
