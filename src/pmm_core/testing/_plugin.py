"""What Hypothesis calls by itself, so that ``st.from_type(Standings)`` works with no import of `pmm_core.testing`.

The call comes with every test run in an environment that has both packages, so it only fills a table: every strategy
is built when a test asks for its type.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from pmm_core import calendar, communities, cycle, errors, people, ranking, regions, sources
from pmm_core.errors import codes
from pmm_core.testing import (
    _calendar,
    _communities,
    _cycle,
    _cycle_events,
    _cycle_plans,
    _identifiers,
    _people,
    _ranking,
    _ranking_figures,
    _ranking_indices,
    _ranking_tables,
    _ranking_targets,
    _regions,
    _sources,
)
from pmm_core.testing._shared import days

Build = Callable[[type[Any]], st.SearchStrategy[Any]]


def register() -> None:
    """Tell Hypothesis how the public values are drawn; enums and plain data it finds out by itself.

    >>> register()  # done by Hypothesis itself where the library is installed
    >>> from hypothesis import find as simplest
    >>> from pmm_core import Kabupaten
    >>> simplest(st.from_type(Kabupaten), lambda kabupaten: True).key
    '11.01'
    """
    for kind, build in _STRATEGIES:
        st.register_type_strategy(kind, build)


def _from(make: Callable[[], st.SearchStrategy[Any]]) -> Build:
    return lambda _kind: make()


def _listed(values: Callable[[], tuple[Any, ...]]) -> Build:
    return lambda _kind: st.sampled_from(values())


def _event_of(kind: type[cycle.CycleEvent]) -> Build:
    return lambda _kind: _cycle_events.events(kind=kind.kind)


def _standing(_kind: type[Any]) -> st.SearchStrategy[ranking.Standing]:
    return _ranking_tables.standings(min_size=1, unranked=False).map(_first_row)


def _first_row(table: ranking.Standings) -> ranking.Standing:
    return table.rows[0]


def _track(_kind: type[Any]) -> st.SearchStrategy[ranking.Track]:
    area = st.shared(_regions.kabupatens(), key="pmm_core.track")
    return st.builds(_of, _ranking_tables.histories(area=area), area)


def _of(history: ranking.History, area: regions.Kabupaten) -> ranking.Track:
    points = tuple((table.on, table.place_of(area)) for table in history.tables)
    return ranking.Track(area, points)


def _run(_kind: type[Any]) -> st.SearchStrategy[ranking.Run]:
    return st.builds(_run_from, days(), st.integers(1, 12))


def _run_from(first: date, tables: int) -> ranking.Run:
    return ranking.Run(first, first + timedelta(days=7 * (tables - 1)), tables)


def _pace(_kind: type[Any]) -> st.SearchStrategy[ranking.Pace]:
    return st.builds(ranking.Pace, st.integers(0, 1_000), st.integers(1, 60))


def _team_share(_kind: type[Any]) -> st.SearchStrategy[ranking.TeamShare]:
    return _ranking_targets.allocations(teams=_ranking_targets.team_lists(min_size=1)).map(_first_share)


def _first_share(allocation: ranking.Allocation) -> ranking.TeamShare:
    return allocation.shares[0]


def _unranked(_kind: type[Any]) -> st.SearchStrategy[ranking.Unranked]:
    return st.builds(ranking.Unranked, _ranking.areas(), st.sampled_from(ranking.UnrankedReason))


def _resolution(_kind: type[Any]) -> st.SearchStrategy[regions.Resolution]:
    return _regions.region_spellings().map(_resolved)


def _resolved(pair: tuple[str, regions.Kabupaten]) -> regions.Resolution:
    return regions.resolve(pair[0])


_STRATEGIES: Final[tuple[tuple[type[Any], Build], ...]] = (
    (errors.Code, _listed(codes)),
    (errors.Problem, _from(_sources.problems)),
    (errors.Refusal, _from(_sources.refusals)),
    (sources.Source, _from(_sources.sources)),
    (sources.Rule, _from(_sources.rules)),
    (regions.Province, _from(_regions.provinces)),
    (regions.Kabupaten, _from(_regions.kabupatens)),
    (regions.ProvinceCode, _from(_regions.province_codes)),
    (regions.KabupatenCode, _from(_regions.kabupaten_codes)),
    (regions.Alias, _listed(regions.aliases)),
    (regions.FormerCode, _listed(regions.former_codes)),
    (regions.Resolution, _resolution),
    (calendar.Window, _from(_calendar.windows)),
    (calendar.Period, _from(_calendar.periods)),
    (calendar.PeriodScheme, _from(_calendar.period_schemes)),
    (calendar.Extension, _from(_calendar.extensions)),
    (calendar.PeriodCalendar, _from(_calendar.period_calendars)),
    (calendar.WeekendOnly, _from(_calendar.working_weeks)),
    (people.Nip, _from(_identifiers.nips)),
    (people.Nik, _from(_identifiers.niks)),
    (people.Nuptk, _from(_identifiers.nuptks)),
    (people.Npsn, _from(_identifiers.npsns)),
    (people.BelajarAccount, _from(_identifiers.belajar_accounts)),
    (people.School, _from(_people.schools)),
    (people.Teacher, _from(_people.teachers)),
    (people.PmmProgress, _from(_people.progresses)),
    (communities.LearningCommunity, _from(_communities.learning_communities)),
    (communities.Headcount, _from(_communities.headcounts)),
    (communities.Attendance, _from(_communities.attendances)),
    (communities.Activity, _from(_communities.activities)),
    (cycle.Party, _from(_cycle_plans.parties)),
    (cycle.PracticeIndicator, _from(_cycle_plans.practice_indicators)),
    (cycle.CompetenceItem, _from(_cycle_plans.competence_items)),
    (cycle.Plan, _from(_cycle_plans.plans)),
    (cycle.Policies, _from(_cycle_plans.policies)),
    (cycle.Process, _from(_cycle_plans.processes)),
    (cycle.CycleEvent, _from(_cycle_events.events)),
    *((kind, _event_of(kind)) for kind in cycle.EVENT_TYPES),
    (cycle.PerformanceCycle, _from(_cycle.cycles)),
    (ranking.Unit, _from(_ranking.units)),
    (ranking.Metric, _from(_ranking.metrics)),
    (ranking.Measurement, _from(_ranking_figures.measurements)),
    (ranking.Group, _from(_ranking.groups)),
    (ranking.Scope, _from(_ranking.scopes)),
    (ranking.TieBreak, _from(_ranking_tables.tie_breaks)),
    (ranking.Standings, _from(_ranking_tables.standings)),
    (ranking.Standing, _standing),
    (ranking.Unranked, _unranked),
    (ranking.Movement, _from(_ranking_tables.movements)),
    (ranking.Movements, _from(_ranking_tables.comparisons)),
    (ranking.History, _from(_ranking_tables.histories)),
    (ranking.Track, _track),
    (ranking.Target, _from(_ranking_targets.targets)),
    (ranking.Run, _run),
    (ranking.Pace, _pace),
    (ranking.Team, _from(_ranking_targets.teams)),
    (ranking.TeamShare, _team_share),
    (ranking.Allocation, _from(_ranking_targets.allocations)),
    (ranking.Component, _from(_ranking_indices.components)),
    (ranking.Index, _from(_ranking_indices.indices)),
    (ranking.Funnel, _from(_ranking_indices.funnels)),
    (ranking.FunnelReading, _from(_ranking_indices.funnel_readings)),
)
