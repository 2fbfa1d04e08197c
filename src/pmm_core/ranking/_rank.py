"""From measurements to tables."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from pmm_core._checks import Problems, items
from pmm_core.ranking._area import Area, Group, Scope, ScopeKind, province_of
from pmm_core.ranking._measurement import Measurement
from pmm_core.ranking._metric import Metric
from pmm_core.ranking._movement import Movements
from pmm_core.ranking._rows import MINIMUM_GROUP_SIZE, Unranked
from pmm_core.ranking._standings import Standings
from pmm_core.ranking._table import Table
from pmm_core.ranking._tie_break import TieBreak
from pmm_core.ranking._ties import TieMethod
from pmm_core.regions import Province

_Row = TypeVar("_Row", Measurement, Unranked)


def rank(
    measurements: Iterable[Measurement],
    *,
    metric: Metric | None = None,
    on: date | None = None,
    scope: Scope | Province | None = None,
    ties: TieMethod = TieMethod.COMPETITION,
    tie_breaks: Iterable[TieBreak] = (),
    minimum: int | None = None,
    without: Iterable[Unranked] = (),
) -> Standings:
    """Rank areas by one metric on one day (pemeringkatan kabupaten/kota).

    Args:
        measurements: one figure per area, in any order.
        metric: what they are of; needed only for a table that may be empty, checked where it is given.
        on: their day; likewise.
        scope: among whom, a province or any `Scope`; the narrowest that holds all areas where it is left out.
        ties: how equal scores are numbered.
        tie_breaks: keys that decide between equal scores, in this order.
        minimum: groups of fewer people get no place; 0 shows all.  Where it is left out, `MINIMUM_GROUP_SIZE` holds for
            small groups, and nothing is hidden of kabupaten and provinces.
        without: areas known to have no figure, each with the reason.

    Returns:
        The table: exact, and the same for every order of the input.

    Raises:
        InvalidValueError: ``mixed-metrics``, ``mixed-dates``, ``mixed-scales``, ``mixed-areas``, ``duplicate``,
            ``out-of-scope``, ``tie-break-missing``, ``tie-break-unmeasured``, ``negative``, all at once; ``empty`` for
            no measurements where metric and day are not said.
        WrongTypeError: for an argument of the wrong kind.

    >>> from datetime import date
    >>> from pmm_core import find
    >>> from pmm_core.ranking import SCHOOLS_LOGGED_IN
    >>> day = date(2022, 6, 30)
    >>> logins = {"Paser": 304, "Kota Balikpapan": 207, "Berau": 47}
    >>> table = rank(Measurement.count(find(name), SCHOOLS_LOGGED_IN, n, on=day) for name, n in logins.items())
    >>> [(str(row.area), row.rank) for row in table.top(2)]
    [('Kabupaten Paser', 1), ('Kota Balikpapan', 2)]
    """
    problems = Problems("rank")
    figures = items(problems, "measurements", measurements, "measurements")
    breaks = items(problems, "tie_breaks", tie_breaks, "tie-breaks")
    absent = items(problems, "without", without, "rows")
    problems.instance("scope", scope, (Scope, Province, type(None)), "a Scope, a Province or None")
    for index, row in enumerate(absent):
        problems.instance(f"without[{index}]", row, Unranked, "an Unranked")
    if not figures and problems.clean and (metric is None or on is None):
        problems.add("measurements", "empty", "must hold one, or metric= and on= must say what the table is of")
    if list(map(type, figures)).count(Measurement) != len(figures):
        for index, figure in enumerate(figures):
            problems.instance(f"measurements[{index}]", figure, Measurement, "a Measurement")
    problems.done()
    areas: list[Area] = [row.area for row in (*figures, *absent)]
    kinds = set(map(type, areas))
    if scope is None:
        scope = Scope.around(areas) if areas else Scope.nation()
    return Standings(
        metric=figures[0].metric if metric is None else metric,
        on=figures[0].on if on is None else on,
        measurements=figures,
        scope=Scope.province(scope) if isinstance(scope, Province) else scope,
        ties=ties,
        tie_breaks=breaks,
        minimum=(MINIMUM_GROUP_SIZE if Group in kinds else 0) if minimum is None else minimum,
        without=absent,
    )


def rank_within(
    kind: ScopeKind,
    measurements: Iterable[Measurement],
    *,
    metric: Metric | None = None,
    on: date | None = None,
    ties: TieMethod = TieMethod.COMPETITION,
    tie_breaks: Iterable[TieBreak] = (),
    minimum: int | None = None,
    without: Iterable[Unranked] = (),
) -> tuple[Standings, ...]:
    """Rank areas within their kabupaten, province or island group, one table for each.

    Args:
        kind: within what; `ScopeKind.NATION` gives one table.
        measurements: one figure per area, in any order, all of one metric and day.
        metric: what they are of; needed only where nobody has a figure, checked where it is given.
        on: their day; likewise.
        ties: how equal scores are numbered.
        tie_breaks: keys that decide between equal scores.
        minimum: groups of fewer people get no place, see `rank`.
        without: areas known to have no figure, each with the reason, for instance those of a composite table.

    Returns:
        The tables in the order of their codes.

    Raises:
        InvalidValueError: the errors of `rank`; ``malformed`` for `ScopeKind.NAMED`, which does not say
            who belongs.
        WrongTypeError: for an argument of the wrong kind.

    >>> from datetime import date
    >>> from pmm_core import find
    >>> from pmm_core.ranking import COMMUNITIES_REGISTERED
    >>> day = date(2022, 11, 24)
    >>> figures = [Measurement.count(find(name), COMMUNITIES_REGISTERED, n, on=day)
    ...            for name, n in (("Batanghari", 144), ("Kab. Batang", 60), ("Kota Jambi", 90))]
    >>> [(str(table.scope), table.size) for table in rank_within(ScopeKind.PROVINCE, figures)]
    [('Jambi', 2), ('Jawa Tengah', 1)]
    """
    problems = Problems("rank_within")
    if problems.instance("kind", kind, ScopeKind, "a ScopeKind") and kind is ScopeKind.NAMED:
        problems.add("kind", "malformed", "must be a region: a name does not say who belongs to it")
    breaks = items(problems, "tie_breaks", tie_breaks, "tie-breaks")
    problems.done()
    whole = rank(measurements, metric=metric, on=on, ties=ties, tie_breaks=breaks, minimum=minimum, without=without)
    figures, absent = _by_home(kind, whole.measurements), _by_home(kind, whole.without)
    return tuple(
        rank(
            figures.get(scope, ()),
            metric=whole.metric,
            on=whole.on,
            scope=scope,
            ties=ties,
            tie_breaks=breaks,
            minimum=whole.minimum,
            without=absent.get(scope, ()),
        )
        for scope in sorted({**figures, **absent}, key=_scope_key)
    )


def _by_home(kind: ScopeKind, rows: Iterable[_Row]) -> dict[Scope, list[_Row]]:
    parts: dict[Scope, list[_Row]] = {}
    for row in rows:
        parts.setdefault(_home(kind, row.area), []).append(row)
    return parts


def _home(kind: ScopeKind, area: Area) -> Scope:
    if kind is ScopeKind.NATION:
        return Scope.nation()
    if kind is ScopeKind.ISLAND_GROUP:
        return Scope.island_group(province_of(area).island_group)
    if kind is ScopeKind.PROVINCE:
        return Scope.province(province_of(area))
    if isinstance(area, Province):
        problems = Problems("rank_within")
        problems.add("kind", "mixed-areas", f"{area} is not within a kabupaten")
        problems.done()
    # a province was refused above: done() has raised, which mypy cannot see
    return Scope.kabupaten(area.kabupaten if isinstance(area, Group) else area)  # type: ignore[arg-type]


def _scope_key(scope: Scope) -> str:
    return scope.key


def compare(before: Table, after: Table) -> Movements:
    """How every area moved from an earlier table to a later one (perubahan peringkat).

    Args:
        before: the earlier table.
        after: the later table, of the same metric, scope and rules.

    Returns:
        The movements, the largest climb first; `Movement.places` is positive for a climb.

    Raises:
        IncomparableError: every difference that would make the comparison mislead.
        WrongTypeError: for anything but tables.

    >>> from datetime import date
    >>> from pmm_core import find
    >>> from pmm_core.ranking import COMMUNITIES_REGISTERED
    >>> def table(day, **counts):
    ...     return rank(Measurement.count(find(name), COMMUNITIES_REGISTERED, n, on=day) for name, n in counts.items())
    >>> print(compare(table(date(2022, 1, 1), Batang=9, Kudus=5), table(date(2022, 12, 1), Batang=9, Kudus=12)))
    Kabupaten Kudus: 2 -> 1, up 1 place
    Kabupaten Batang: 1 -> 2, down 1 place
    """
    return Movements(before, after)
