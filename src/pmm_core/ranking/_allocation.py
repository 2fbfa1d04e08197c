"""Sharing units out over teams, exactly.

The method of largest remainders: every team gets the whole part of its exact share, and the units that are left over
go one each to the largest remainders.  Where weights would ask a team for more than it has left, it is filled and the
rest is shared among the others by the same weights.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import final

import attrs

from pmm_core._checks import Exact, Problems, items
from pmm_core.errors import Refusal, RefusedError
from pmm_core.people import SchoolLevel
from pmm_core.ranking._rules import ALLOCATION, TEAMS
from pmm_core.ranking._words import Language, words_for
from pmm_core.sources import Rule, Source
from pmm_core.sources._citing import sources_of


@final
@attrs.frozen(kw_only=True)
class Team:
    """Those who win units in one kecamatan and level of school (tim kecamatan, korwil jenjang).

    Args:
        kecamatan: where.
        level: for which schools.
        left: how many units are still to be won there.
        weight: how large its part is to be, any exact number; as much as it has left where it is given no weight.

    Raises:
        InvalidValueError: ``empty`` or ``negative``.
        WrongTypeError: ``float-for-exact`` and others.

    >>> from pmm_core import SchoolLevel
    >>> Team(kecamatan="Kandeman", level=SchoolLevel.SD, left=30).key
    'Kandeman/sd'
    """

    kecamatan: str
    level: SchoolLevel
    left: int
    weight: Exact | None = None

    def __attrs_post_init__(self) -> None:
        problems = Problems("Team")
        problems.text("kecamatan", self.kecamatan)
        problems.instance("level", self.level, SchoolLevel, "a SchoolLevel")
        problems.integer("left", self.left)
        if self.weight is not None:
            problems.exact("weight", self.weight)
        problems.done()

    @property
    def key(self) -> str:
        """Kecamatan and level; one team for each."""
        return f"{self.kecamatan}/{self.level.value}"

    def __str__(self) -> str:
        return f"{self.kecamatan} {self.level.label_id}"


@final
@attrs.frozen
class TeamShare:
    """What one team is asked for.

    Args:
        team: which one.
        units: how many.

    Raises:
        InvalidValueError: ``negative``, or ``too-large`` for more than the team has left.
        WrongTypeError: for a field of the wrong kind.
    """

    team: Team
    units: int

    def __attrs_post_init__(self) -> None:
        problems = Problems("TeamShare")
        known = problems.instance("team", self.team, Team, "a Team")
        problems.integer("units", self.units, maximum=self.team.left if known else None)
        problems.done()

    @property
    def rest(self) -> int:
        """What the team has left afterwards."""
        return self.team.left - self.units


@final
@attrs.frozen(repr=False)
class Allocation:
    """Units shared out over teams, in the order in which the teams were given.

    Args:
        units: how many in all; the shares add up to it.
        shares: one per team.

    Raises:
        InvalidValueError: ``negative``, or ``malformed`` where the shares do not add up.
        WrongTypeError: for a field of the wrong kind.

    >>> from pmm_core import SchoolLevel
    >>> teams = [Team(kecamatan=name, level=SchoolLevel.SD, left=n) for name, n in (("Batang", 50), ("Bawang", 25))]
    >>> shared = allocate(10, teams)
    >>> shared.of("Batang"), shared.of(level=SchoolLevel.SD)
    (7, 10)
    >>> print(shared.text())
    kecamatan  SD  sum
    Batang      7    7
    Bawang      3    3
    sum        10   10
    """

    units: int
    shares: tuple[TeamShare, ...]

    def __attrs_post_init__(self) -> None:
        problems = Problems("Allocation")
        problems.integer("units", self.units)
        if problems.instance("shares", self.shares, tuple, "a tuple of shares"):
            for index, share in enumerate(self.shares):
                problems.instance(f"shares[{index}]", share, TeamShare, "a TeamShare")
        problems.done()
        total = sum(share.units for share in self.shares)
        if total != self.units:
            problems.add("shares", "malformed", f"add up to {total}, not {self.units}")
        problems.done()

    def of(self, kecamatan: str | None = None, level: SchoolLevel | None = None) -> int:
        """How many units a kecamatan, a level, or one team of both is asked for.

        Args:
            kecamatan: only this one; all where it is left out.
            level: only this one; all where it is left out.

        Raises:
            WrongTypeError: for an argument of the wrong kind.
        """
        problems = Problems("of")
        problems.instance("kecamatan", kecamatan, (str, type(None)), "a text or None")
        problems.instance("level", level, (SchoolLevel, type(None)), "a SchoolLevel or None")
        problems.done()
        return sum(
            share.units
            for share in self.shares
            if kecamatan in {None, share.team.kecamatan} and level in {None, share.team.level}
        )

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that produced this."""
        return (ALLOCATION, TEAMS)

    def __iter__(self) -> Iterator[TeamShare]:
        return iter(self.shares)

    def __len__(self) -> int:
        return len(self.shares)

    def __repr__(self) -> str:
        return f"<Allocation of {self.units} over {len(self.shares)} teams>"

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the rules come from, each work once."""
        return sources_of(*self.rules)

    def text(self, *, language: Language = "en") -> str:
        """A small table: kecamatan down, levels across, sums at the edges, a hyphen where there is no team.

        Args:
            language: ``"en"`` or ``"id"``.

        Raises:
            InvalidValueError: ``malformed`` for another language.
        """
        words, teams = words_for(language), {share.team.key for share in self.shares}
        levels = [level for level in SchoolLevel if any(share.team.level is level for share in self.shares)]
        rows = [[words.kecamatan, *(level.label_id for level in levels), words.sum]]
        for place in dict.fromkeys(share.team.kecamatan for share in self.shares):
            cells = [
                words.number(self.of(place, level)) if f"{place}/{level.value}" in teams else "-" for level in levels
            ]
            rows.append([place, *cells, words.number(self.of(place))])
        rows.append([words.sum, *(words.number(self.of(level=level)) for level in levels), words.number(self.units)])
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        return "\n".join(
            "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in rows
        )

    def __str__(self) -> str:
        return self.text()


def allocate(units: int, teams: Iterable[Team]) -> Allocation:
    """Share units out over teams by largest remainder.

    Args:
        units: how many to share out.
        teams: who gets them; in proportion to their weights, or to what each has left where no team has a weight.

    Returns:
        The allocation; it adds up exactly, and no team is asked for more than it has left.  Equal remainders go to
        the team with the smaller key, so that the order of the input never matters.

    Raises:
        RefusedError: ``teams-too-small`` where all teams together have fewer left.
        InvalidValueError: ``negative`` units, ``duplicate`` teams, ``empty`` where only some teams have a weight.
        WrongTypeError: for anything but teams and a whole number.

    >>> from pmm_core import SchoolLevel, Team
    >>> teams = [Team(kecamatan=name, level=SchoolLevel.SD, left=n) for name, n in (("Batang", 50), ("Bawang", 25))]
    >>> [share.units for share in allocate(10, teams)]
    [7, 3]
    """
    problems = Problems("allocate")
    problems.integer("units", units)
    known = items(problems, "teams", teams, "teams")
    are_teams = [problems.instance(f"teams[{index}]", team, Team, "a Team") for index, team in enumerate(known)]
    if all(are_teams):
        _check_teams(problems, known)
    problems.done()
    room = sum(team.left for team in known if team.weight != 0)
    if units > room:
        possible = (f"at most {room} units",)
        why = f"the teams have {room} units left, {units - room} fewer than the {units} to share out"
        raise RefusedError("allocate", (Refusal("teams-too-small", why, possible),))
    shares = _shares(units, known)
    return Allocation(units, tuple(TeamShare(team, shares[team.key]) for team in known))


def _check_teams(problems: Problems, teams: tuple[Team, ...]) -> None:
    seen: set[str] = set()
    weighted = any(team.weight is not None for team in teams)
    for index, team in enumerate(teams):
        if team.key in seen:
            problems.add(f"teams[{index}]", "duplicate", f"there are two teams for {team}")
        seen.add(team.key)
        if weighted and team.weight is None:
            problems.add(f"teams[{index}].weight", "empty", "must be given, since other teams have one")


def _shares(units: int, teams: tuple[Team, ...]) -> dict[str, int]:
    weights = {team.key: Fraction(team.left if team.weight is None else team.weight) for team in teams}
    left = {team.key: team.left for team in teams}
    shares = dict.fromkeys(left, 0)
    open_keys = sorted(key for key, weight in weights.items() if weight > 0 and left[key] > 0)
    rest = units
    while True:
        total = sum((weights[key] for key in open_keys), Fraction(0))
        exact = {key: rest * weights[key] / total for key in open_keys}
        full = [key for key in open_keys if exact[key] >= left[key]]
        if not full:
            break
        # filling the teams that would overflow leaves more for the others; at most as many rounds as teams
        for key in full:
            shares[key] = left[key]
            rest -= left[key]
        open_keys = [key for key in open_keys if key not in full]
    for key in open_keys:
        shares[key] = exact[key].numerator // exact[key].denominator
    over = rest - sum(shares[key] for key in open_keys)
    # no remainder can overflow its team: an exact share below what is left rounds up to at most what is left
    for key in sorted(open_keys, key=lambda key: (shares[key] - exact[key], key))[:over]:
        shares[key] += 1
    return shares
