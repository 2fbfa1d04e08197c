"""Calls about rankings and sources that are almost right."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Final, cast

from pmm_core import ranking, regions
from pmm_core.people import SchoolLevel
from pmm_core.ranking import (
    COMMUNITIES_REGISTERED,
    LARGER_BASE,
    SCHOOLS_LOGGED_IN,
    TEACHERS_LOGGED_IN,
    TOPIC_1_COMPLETED,
    Allocation,
    Component,
    Funnel,
    Index,
    Measurement,
    Metric,
    Scale,
    Scope,
    ScopeKind,
    Standings,
    Team,
    TeamShare,
    TieBreak,
    TieMethod,
    Unit,
    allocate,
    compare,
    rank,
    ranks,
)
from pmm_core.sources import Certainty, Source
from pmm_core.testing._near_miss import NearMiss

_DAY: Final = date(2022, 11, 24)
_LATER: Final = _DAY + timedelta(days=7)
_ANY: Final = cast("Any", ranking)  # the door without its types, for calls that a type checker would refuse
_NOTE: Final = Source(key="note", title="A note", locator="page 3", certainty=Certainty.DESIGN)
_POINTS: Final = Metric(
    key="points", label_id="poin", label_en="points", unit=ranking.POINTS, scale=Scale.SCORE, source=_NOTE
)


@cache
def _at(code: str) -> regions.Kabupaten:
    return regions.find(code)


def _count(number: Any, *, code: str = "33.25", on: Any = _DAY, metric: Metric = COMMUNITIES_REGISTERED) -> Measurement:
    return Measurement.count(_at(code), metric, number, on=on)


def _share(number: Any, of: Any, *, code: str = "33.25", metric: Metric = SCHOOLS_LOGGED_IN) -> Measurement:
    return Measurement.share(_at(code), metric, number, of=of, on=_DAY)


def _points(value: Any, *, code: str = "33.25", on: date = _DAY) -> Measurement:
    return Measurement.score(_at(code), _POINTS, value, on=on)


def _table(on: date = _DAY, **rules: Any) -> Standings:
    figures = [_count(9, on=on), _count(5, code="33.19", on=on), _count(0, code="33.22", on=on)]
    return rank(figures, **rules)


def _shares(*, on: date = _DAY) -> Standings:
    figures = (("33.25", 5, 10), ("33.19", 9, 10), ("33.22", 0, 0))
    return rank(Measurement.share(_at(code), SCHOOLS_LOGGED_IN, n, of=of, on=on) for code, n, of in figures)


def _team(left: Any, *, kecamatan: str = "Batang", weight: Any = None) -> Team:
    return Team(kecamatan=kecamatan, level=SchoolLevel.SD, left=left, weight=weight)


def _index(*parts: tuple[Metric, Any]) -> Index:
    components = tuple(Component(metric=metric, weight=weight) for metric, weight in parts)
    return Index(key="index", label_id="indeks", label_en="index", components=components, source=_NOTE)


def _compared(**rules: Any) -> Callable[[], object]:
    return lambda: compare(_table(), _table(_LATER, **rules))


def _compared_by_kind() -> object:
    nation = Scope.nation()
    province = Measurement.count(regions.find_province("33"), COMMUNITIES_REGISTERED, 9, on=_DAY)
    return compare(rank([province], scope=nation), _table(_LATER, scope=nation))


def _share_out_what_is_not_there() -> Allocation:
    table = rank([_share(0, 2), _share(2, 2, code="33.19")], ties=TieMethod.MODIFIED)
    return table.target("33.25", rank=1, by=_LATER).allocate([_team(9)])


_JAMBI: Final = "15.04"
_HALF: Final = Fraction(1, 2)

_VALUES: Final = (
    NearMiss("float-for-exact", "a count with a point", lambda: _count(144.0)),
    NearMiss("float-for-exact", "a percentage as a float", lambda: _points(67.82)),
    NearMiss("float-for-exact", "a plain score as a float", lambda: ranks([cast("Any", 0.5)])),
    NearMiss("float-for-exact", "not a number", lambda: ranks([cast("Any", float("nan"))])),
    NearMiss("float-for-exact", "a float weight", lambda: _team(3, weight=0.5)),
    NearMiss("bool-for-int", "a yes for a count", lambda: _count(True)),
    NearMiss("bool-for-int", "a no for a minimum", lambda: _table(minimum=False)),
    NearMiss("datetime-for-date", "noon for a day", lambda: _count(1, on=datetime(2022, 11, 24, 12))),  # noqa: DTZ001 -- any datetime is refused
    NearMiss("wrong-type", "the text of a number", lambda: _count("144")),
    NearMiss("wrong-type", "the text of a day", lambda: _count(1, on="2022-11-24")),
    NearMiss("wrong-type", "a half for a count", lambda: _count(_HALF)),
    NearMiss("wrong-type", "the name for the area", lambda: _ANY.Measurement.count("Batang", _POINTS, 1, on=_DAY)),
    NearMiss("wrong-type", "no base at all for a share", lambda: _share(1, None)),
    NearMiss("wrong-type", "the text of a tie method", lambda: _table(ties="dense")),
    NearMiss("wrong-type", "one measurement in place of many", lambda: rank(cast("Any", _count(1)))),
    NearMiss("not-finite", "a Decimal that is no number", lambda: _points(Decimal("NaN"))),
    NearMiss("not-finite", "an infinite score", lambda: ranks([Decimal("Infinity")])),
    NearMiss("out-of-range", "a score of a thousand digits", lambda: _points(Decimal("1E999"))),
    NearMiss("negative", "less than none", lambda: _count(-1)),
    NearMiss("negative", "a base below none", lambda: _share(0, -1)),
    NearMiss("negative", "the first minus three", lambda: _table().top(-3)),
    NearMiss("too-small", "place 0", lambda: _table().target("33.25", rank=0, by=_LATER)),
    NearMiss("too-small", "a weight of nothing", lambda: Component(metric=SCHOOLS_LOGGED_IN, weight=0)),
    NearMiss("too-large", "a weight of more than all", lambda: Component(metric=SCHOOLS_LOGGED_IN, weight=2)),
    NearMiss("too-large", "figures for a key that takes none", lambda: TieBreak(LARGER_BASE.key, (_count(1),))),
    NearMiss("too-large", "more than the team has left", lambda: Allocation(4, (TeamShare(_team(3), 4),))),
    NearMiss("empty", "no measurements, and nothing said of them", lambda: rank([])),
    NearMiss("empty", "a unit without a name", lambda: Unit("schools", "", "schools")),
    NearMiss("empty", "no steps", lambda: Funnel(())),
    NearMiss(
        "empty", "one team without a weight", lambda: allocate(1, [_team(3, weight=1), _team(3, kecamatan="Gringsing")])
    ),
    NearMiss("malformed", "a key in capitals", lambda: Unit("Schools", "satuan pendidikan", "schools")),
    NearMiss("malformed", "a language that there is not", lambda: _table().text(language=cast("Any", "jv"))),
    NearMiss(
        "malformed",
        "a key of a source with blanks",
        lambda: Source(key="a note", title="A note", locator="page 3", certainty=Certainty.DESIGN),
    ),
    NearMiss(
        "malformed",
        "within a set that only its caller knows",
        lambda: ranking.rank_within(ScopeKind.NAMED, [_count(1)]),
    ),
    NearMiss("duplicate", "one kabupaten twice", lambda: rank([_count(1), _count(2)])),
    NearMiss("duplicate", "one step twice", lambda: Funnel((SCHOOLS_LOGGED_IN, SCHOOLS_LOGGED_IN))),
    NearMiss("duplicate", "two teams of one kecamatan and level", lambda: allocate(1, [_team(3), _team(3)])),
)

_FIGURES: Final = (
    NearMiss("over-full", "241 of 240 schools", lambda: _share(241, 240)),
    NearMiss("over-full", "one of an empty base", lambda: _share(1, 0)),
    NearMiss("unexpected-base", "a base for communities", lambda: _share(1, 2, metric=COMMUNITIES_REGISTERED)),
    NearMiss(
        "unexpected-base",
        "a full mark for a share",
        lambda: Component(metric=SCHOOLS_LOGGED_IN, weight=1, full_mark=240),
    ),
    NearMiss(
        "missing-base",
        "a share of nothing that is named",
        lambda: Metric(
            key="share", label_id="persentase", label_en="share", unit=ranking.POINTS, scale=Scale.SHARE, source=_NOTE
        ),
    ),
    NearMiss("missing-base", "a count without a full mark", lambda: Component(metric=COMMUNITIES_REGISTERED, weight=1)),
    NearMiss(
        "mixed-metrics",
        "schools beside teachers",
        lambda: rank([_share(1, 2), _share(1, 2, code="33.19", metric=TEACHERS_LOGGED_IN)]),
    ),
    NearMiss("mixed-metrics", "figures of another metric than is said", lambda: _table(metric=SCHOOLS_LOGGED_IN)),
    NearMiss("mixed-dates", "two days in one table", lambda: rank([_count(1), _count(2, code="33.19", on=_LATER)])),
    NearMiss("mixed-dates", "figures of another day than is said", lambda: rank([_count(1)], on=_LATER)),
    NearMiss(
        "mixed-scales",
        "a count beside a share",
        lambda: rank([_share(1, 2), _count(1, code="33.19", metric=SCHOOLS_LOGGED_IN)]),
    ),
    NearMiss(
        "mixed-areas",
        "a province among its kabupaten",
        lambda: rank([_count(1), Measurement.count(_at("33.25").province, COMMUNITIES_REGISTERED, 9, on=_DAY)]),
    ),
    NearMiss(
        "out-of-scope",
        "Batanghari in Jawa Tengah",
        lambda: rank([_count(144, code=_JAMBI)], scope=_at("33.25").province),
    ),
    NearMiss(
        "tie-break-missing",
        "a tie-break that knows one of three",
        lambda: _table(tie_breaks=[TieBreak.by([_share(1, 2)])]),
    ),
    NearMiss("tie-break-unmeasured", "counts have no base", lambda: _table(tie_breaks=[LARGER_BASE])),
    NearMiss("wrong-metric", "a step that is none", lambda: ranking.ADOPTION.read([_count(1)])),
    NearMiss("wrong-metric", "a score in an index", lambda: Component(metric=_POINTS, weight=1)),
    NearMiss(
        "weights-sum",
        "a third three times, as people write it",
        lambda: _index(
            (SCHOOLS_LOGGED_IN, Decimal("0.33")),
            (TEACHERS_LOGGED_IN, Decimal("0.33")),
            (TOPIC_1_COMPLETED, Decimal("0.33")),
        ),
    ),
    NearMiss("weights-sum", "no components", _index),
    NearMiss(
        "funnel-widens",
        "60 of 54 in Kudus",
        lambda: ranking.ADOPTION.read(
            [_share(54, 100, metric=TEACHERS_LOGGED_IN), _share(60, 100, metric=TOPIC_1_COMPLETED)]
        ),
    ),
    NearMiss(
        "funnel-base",
        "one step of 100, the next of 101",
        lambda: ranking.ADOPTION.read(
            [_share(54, 100, metric=TEACHERS_LOGGED_IN), _share(35, 101, metric=TOPIC_1_COMPLETED)]
        ),
    ),
)

_QUESTIONS: Final = (
    NearMiss("not-in-table", "Batanghari in a table of Jawa Tengah", lambda: _table().of(_at(_JAMBI))),
    NearMiss("not-ranked", "the place of an empty base", lambda: _shares().of("33.22")),
    NearMiss("not-ranked", "a target for an empty base", lambda: _shares().target("33.22", rank=1, by=_LATER)),
    NearMiss("no-such-place", "place 4 of 3", lambda: _table().target("33.25", rank=4, by=_LATER)),
    NearMiss("no-such-place", "the units to place 4 of 3", lambda: _table().units_to(4)),
    NearMiss("deadline-passed", "by the very day of the figures", lambda: _table().target("33.19", rank=1, by=_DAY)),
    NearMiss(
        "no-units", "points cannot be won one by one", lambda: rank([_points(3)]).target("33.25", rank=1, by=_LATER)
    ),
    NearMiss("unreachable", "sharing out what no effort reaches", _share_out_what_is_not_there),
    NearMiss("teams-too-small", "ten units for teams with nine", lambda: allocate(10, [_team(9)])),
    NearMiss("teams-too-small", "a weight of 0 takes nothing", lambda: allocate(1, [_team(9, weight=0)])),
)

_COMPARISONS: Final = (
    NearMiss("different-metric", "schools then communities", lambda: compare(_shares(), _table(_LATER))),
    NearMiss(
        "different-scale",
        "a share then a count",
        lambda: compare(_shares(), rank([_count(1, on=_LATER, metric=SCHOOLS_LOGGED_IN)])),
    ),
    NearMiss("different-scope", "the province then the nation", _compared(scope=Scope.nation())),
    NearMiss("different-ties", "competition then dense", _compared(ties=TieMethod.DENSE)),
    NearMiss("different-tie-breaks", "none then one", _compared(tie_breaks=[ranking.LARGER_COUNT])),
    NearMiss("different-minimum", "all shown, then small ones hidden", _compared(minimum=5)),
    NearMiss("different-areas", "provinces then kabupaten", _compared_by_kind),
    NearMiss("dates-reversed", "the later table first", lambda: compare(_table(_LATER), _table())),
    NearMiss("dates-reversed", "a table with itself", lambda: compare(_table(), _table())),
)

RANKING_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (*_VALUES, *_FIGURES, *_QUESTIONS, *_COMPARISONS)
