"""Bad input, case by case: the class of the error, the path and code of every problem, all of them at once."""

import copy
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import attrs
import pytest

from pmm_core import ranking
from pmm_core.errors import InvalidValueError, PmmError, RefusedError, WrongTypeError
from pmm_core.people import SchoolLevel
from pmm_core.ranking import (
    ADOPTION,
    COMMUNITIES_REGISTERED,
    LARGER_BASE,
    LARGER_COUNT,
    POINTS,
    SCHOOLS_LOGGED_IN,
    TEACHERS,
    TEACHERS_LOGGED_IN,
    TOPIC_1_COMPLETED,
    Component,
    Group,
    History,
    Index,
    Measurement,
    Metric,
    Scale,
    Scope,
    ScopeKind,
    Standings,
    Team,
    TieBreakKey,
    TieMethod,
    UnrankedReason,
    rank,
)
from pmm_core.regions import find, find_province
from pmm_core.sources import works

ANY = cast("Any", ranking)  # the door without its types: a checker would refuse most calls here
DAY, LATER = date(2022, 11, 24), date(2022, 12, 1)
NOON = datetime(2022, 11, 24, 12)  # noqa: DTZ001 -- any datetime is refused
BATANG, KUDUS, DEMAK, JAMBI = find("33.25"), find("33.19"), find("33.21"), find("15.71")
SOURCE = works()[0]
SCORE = Metric(key="score", label_id="skor", label_en="score", unit=POINTS, scale=Scale.SCORE, source=SOURCE)
Found = list[tuple[str, str]]


def count(number: int, area: Any = BATANG, *, on: date = DAY, metric: Metric = COMMUNITIES_REGISTERED) -> Measurement:
    return Measurement.count(area, metric, number, on=on)


def share(number: int, of: int, area: Any = BATANG, *, metric: Metric = SCHOOLS_LOGGED_IN) -> Measurement:
    return Measurement.share(area, metric, number, of=of, on=DAY)


def table(*numbers: int, on: date = DAY, **rules: Any) -> Standings:
    return rank((count(n, area, on=on) for n, area in zip(numbers, (BATANG, KUDUS, DEMAK), strict=False)), **rules)


def measurement(**changes: Any) -> Measurement:
    fields = {"area": BATANG, "metric": SCHOOLS_LOGGED_IN, "on": DAY, "numerator": 1, "denominator": 2}
    built: Measurement = ANY.Measurement(**(fields | changes))
    return built


def standings(**changes: Any) -> Standings:
    fields = {
        "metric": COMMUNITIES_REGISTERED,
        "on": DAY,
        "measurements": (count(1), count(2, KUDUS)),
        "scope": Scope.nation(),
    }
    built: Standings = ANY.Standings(**(fields | changes))
    return built


def metric(**changes: Any) -> Metric:
    fields = {"key": "a", "label_id": "b", "label_en": "c", "unit": TEACHERS, "source": SOURCE}
    built: Metric = ANY.Metric(**(fields | changes))
    return built


def index(*components: Any, **changes: Any) -> Index:
    fields = {"key": "a", "label_id": "b", "label_en": "c", "components": components, "source": SOURCE}
    built: Index = ANY.Index(**(fields | changes))
    return built


def team(**changes: Any) -> Team:
    built: Team = ANY.Team(**({"kecamatan": "Batang", "level": SchoolLevel.SD, "left": 9} | changes))
    return built


def funnel(*figures: Measurement) -> object:
    return ANY.FunnelReading(figures)


WHOLE = Component(metric=SCHOOLS_LOGGED_IN, weight=1)
THIRD = Component(metric=TEACHERS_LOGGED_IN, weight=Decimal("0.33"))
TARGETED = table(1, 2)

CASES: dict[str, tuple[Callable[[], object], type[PmmError], Found]] = {
    # units and metrics
    "a unit of nothing": (
        lambda: ANY.Unit("", " ", None),
        WrongTypeError,
        [("key", "empty"), ("label_id", "empty"), ("label_en", "wrong-type")],
    ),
    "a unit with blanks in its key": (lambda: ANY.Unit("my unit", "a", "b"), InvalidValueError, [("key", "malformed")]),
    "a unit with a final line break": (lambda: ANY.Unit("unit\n", "a", "b"), InvalidValueError, [("key", "malformed")]),
    "a metric with everything wrong": (
        lambda: metric(key=3, label_id="", label_en=None, unit="x", source="x", base="x", scale="x", direction="x"),
        WrongTypeError,
        [
            ("key", "wrong-type"),
            ("label_id", "empty"),
            ("label_en", "wrong-type"),
            ("unit", "wrong-type"),
            ("source", "wrong-type"),
            ("direction", "wrong-type"),
            ("base", "wrong-type"),
            ("scale", "wrong-type"),
        ],
    ),
    "a share without a base": (lambda: metric(scale=Scale.SHARE), InvalidValueError, [("base", "missing-base")]),
    "a count with a base": (lambda: metric(base=TEACHERS), InvalidValueError, [("base", "unexpected-base")]),
    "a score with a base": (
        lambda: metric(base=TEACHERS, scale=Scale.SCORE),
        InvalidValueError,
        [("base", "unexpected-base")],
    ),
    # measurements
    "a negative numerator": (lambda: measurement(numerator=-1), InvalidValueError, [("numerator", "negative")]),
    "an over-full numerator": (lambda: measurement(numerator=3), InvalidValueError, [("numerator", "over-full")]),
    "one of an empty base": (lambda: measurement(denominator=0), InvalidValueError, [("numerator", "over-full")]),
    "a negative base": (
        lambda: measurement(numerator=0, denominator=-1),
        InvalidValueError,
        [("denominator", "negative")],
    ),
    "a float": (lambda: measurement(numerator=1.0), WrongTypeError, [("numerator", "float-for-exact")]),
    "not a number": (lambda: measurement(numerator=float("nan")), WrongTypeError, [("numerator", "float-for-exact")]),
    "a bool": (lambda: measurement(numerator=True), WrongTypeError, [("numerator", "bool-for-int")]),
    "a bool for the base": (lambda: measurement(denominator=True), WrongTypeError, [("denominator", "bool-for-int")]),
    "a float for the base": (
        lambda: measurement(denominator=2.0),
        WrongTypeError,
        [("denominator", "float-for-exact")],
    ),
    "a half for a count": (
        lambda: measurement(numerator=Fraction(1, 2)),
        WrongTypeError,
        [("numerator", "wrong-type")],
    ),
    "a text": (lambda: measurement(numerator="1"), WrongTypeError, [("numerator", "wrong-type")]),
    "nothing for a number": (lambda: measurement(numerator=None), WrongTypeError, [("numerator", "wrong-type")]),
    "a datetime": (lambda: measurement(on=NOON), WrongTypeError, [("on", "datetime-for-date")]),
    "the text of a day": (lambda: measurement(on="2022-11-24"), WrongTypeError, [("on", "wrong-type")]),
    "a name for an area": (lambda: measurement(area="Kab. Batang"), WrongTypeError, [("area", "wrong-type")]),
    "a key for a metric": (lambda: measurement(metric="schools"), WrongTypeError, [("metric", "wrong-type")]),
    "a negative size": (lambda: measurement(size=-1), InvalidValueError, [("size", "negative")]),
    "a size of a half": (lambda: measurement(size=0.5), WrongTypeError, [("size", "float-for-exact")]),
    "a base for a count": (
        lambda: measurement(metric=COMMUNITIES_REGISTERED),
        InvalidValueError,
        [("denominator", "unexpected-base")],
    ),
    "a base for a score": (
        lambda: measurement(metric=SCORE),
        InvalidValueError,
        [("denominator", "unexpected-base")],
    ),
    "a score of no number": (
        lambda: measurement(metric=SCORE, denominator=None, numerator=Decimal("NaN")),
        InvalidValueError,
        [("numerator", "not-finite")],
    ),
    "an infinite score": (
        lambda: Measurement.score(BATANG, SCORE, Decimal("-Infinity"), on=DAY),
        InvalidValueError,
        [("numerator", "not-finite")],
    ),
    "a score of a thousand places": (
        lambda: Measurement.score(BATANG, SCORE, Decimal("1E-999"), on=DAY),
        InvalidValueError,
        [("numerator", "out-of-range")],
    ),
    "a float for a score": (
        lambda: ANY.Measurement.score(BATANG, SCORE, 67.82, on=DAY),
        WrongTypeError,
        [("numerator", "float-for-exact")],
    ),
    "a share of nothing known": (lambda: share(1, cast("Any", None)), WrongTypeError, [("of", "wrong-type")]),
    "all of a measurement": (
        lambda: measurement(
            area=None, metric=COMMUNITIES_REGISTERED, on=None, numerator=-1, denominator=1.5, size=True
        ),
        WrongTypeError,
        [
            ("area", "wrong-type"),
            ("on", "wrong-type"),
            ("size", "bool-for-int"),
            ("denominator", "unexpected-base"),
            ("numerator", "negative"),
            ("denominator", "float-for-exact"),
        ],
    ),
    "a percentage of minus places": (lambda: share(1, 2).percent(-1), InvalidValueError, [("places", "negative")]),
    "a percentage of a million places": (
        lambda: share(1, 2).percent(1_000_000),
        InvalidValueError,
        [("places", "too-large")],
    ),
    "a percentage of half a place": (
        lambda: share(1, 2).percent(cast("Any", 0.5)),
        WrongTypeError,
        [("places", "float-for-exact")],
    ),
    # areas and scopes
    "a group of nothing": (
        lambda: ANY.Group("33.25", "", None),
        WrongTypeError,
        [("kabupaten", "wrong-type"), ("code", "empty"), ("name", "wrong-type")],
    ),
    "a scope of nothing": (
        lambda: ANY.Scope("nation", "", 3),
        WrongTypeError,
        [("kind", "wrong-type"), ("key", "empty"), ("label", "wrong-type")],
    ),
    "a named scope without a name": (
        lambda: Scope.named(" "),
        InvalidValueError,
        [("key", "empty"), ("label", "empty")],
    ),
    "a province's name for a scope": (
        lambda: ANY.Scope.province("Jawa Tengah"),
        WrongTypeError,
        [("province", "wrong-type")],
    ),
    "a kabupaten's code for a scope": (
        lambda: ANY.Scope.kabupaten("33.25"),
        WrongTypeError,
        [("kabupaten", "wrong-type")],
    ),
    "an island's name for a scope": (
        lambda: ANY.Scope.island_group("jawa"),
        WrongTypeError,
        [("island_group", "wrong-type")],
    ),
    "a scope around nobody": (lambda: Scope.around([]), InvalidValueError, [("areas", "empty")]),
    "a scope around one": (lambda: ANY.Scope.around(BATANG), WrongTypeError, [("areas", "wrong-type")]),
    "a scope around names": (
        lambda: ANY.Scope.around([BATANG, "Kudus", None]),
        WrongTypeError,
        [("areas[1]", "wrong-type"), ("areas[2]", "wrong-type")],
    ),
    "a name in a scope": (
        lambda: Scope.nation().holds(cast("Any", "Batang")),
        WrongTypeError,
        [("area", "wrong-type")],
    ),
    # tables
    "mixed metrics": (
        lambda: rank([count(1), count(2, KUDUS, metric=SCHOOLS_LOGGED_IN)]),
        InvalidValueError,
        [("measurements[1].metric", "mixed-metrics")],
    ),
    "mixed dates": (
        lambda: rank([count(1), count(2, KUDUS, on=LATER)]),
        InvalidValueError,
        [("measurements[1].on", "mixed-dates")],
    ),
    "mixed scales": (
        lambda: rank([share(1, 2), count(2, KUDUS, metric=SCHOOLS_LOGGED_IN)]),
        InvalidValueError,
        [("measurements[1].denominator", "mixed-scales")],
    ),
    "mixed areas": (
        lambda: rank([count(1), count(2, BATANG.province)]),
        InvalidValueError,
        [("measurements[1].area", "mixed-areas")],
    ),
    "a duplicate kabupaten": (
        lambda: rank([count(1), count(2, KUDUS), count(1)]),
        InvalidValueError,
        [("measurements[2].area", "duplicate")],
    ),
    "everything mixed": (
        lambda: rank(
            [count(1), count(2, KUDUS, metric=SCHOOLS_LOGGED_IN, on=LATER), count(3), count(4, JAMBI.province)]
        ),
        InvalidValueError,
        [
            ("measurements[1].metric", "mixed-metrics"),
            ("measurements[1].on", "mixed-dates"),
            ("measurements[2].area", "duplicate"),
            ("measurements[3].area", "mixed-areas"),
        ],
    ),
    "another metric than is said": (
        lambda: table(1, metric=SCHOOLS_LOGGED_IN),
        InvalidValueError,
        [("measurements[0].metric", "mixed-metrics")],
    ),
    "another day than is said": (
        lambda: rank([count(1)], on=LATER),
        InvalidValueError,
        [("measurements[0].on", "mixed-dates")],
    ),
    "out of scope": (
        lambda: rank([count(1), count(2, JAMBI)], scope=BATANG.province),
        InvalidValueError,
        [("measurements[1].area", "out-of-scope")],
    ),
    "a province in a kabupaten": (
        lambda: rank([count(1, BATANG.province)], scope=Scope.kabupaten(BATANG)),
        InvalidValueError,
        [("measurements[0].area", "out-of-scope")],
    ),
    "a province on another island": (
        lambda: rank([count(1, BATANG.province)], scope=Scope.island_group(JAMBI.island_group)),
        InvalidValueError,
        [("measurements[0].area", "out-of-scope")],
    ),
    "who lacks a figure has one, or is elsewhere": (
        lambda: rank(
            [count(1)],
            scope=BATANG.province,
            without=[ANY.Unranked(area, UnrankedReason.INCOMPLETE) for area in (BATANG, JAMBI, KUDUS, KUDUS)],
        ),
        InvalidValueError,
        [("without[0].area", "duplicate"), ("without[1].area", "out-of-scope"), ("without[3].area", "duplicate")],
    ),
    "no measurements": (lambda: rank([]), InvalidValueError, [("measurements", "empty")]),
    "no measurements and no day": (
        lambda: rank([], metric=SCHOOLS_LOGGED_IN),
        InvalidValueError,
        [("measurements", "empty")],
    ),
    "one measurement": (lambda: rank(cast("Any", count(1))), WrongTypeError, [("measurements", "wrong-type")]),
    "things that are no measurements": (
        lambda: rank(cast("Any", [count(1), 3, None])),
        WrongTypeError,
        [("measurements[1]", "wrong-type"), ("measurements[2]", "wrong-type")],
    ),
    "the rows of a table": (lambda: rank(cast("Any", table(1))), WrongTypeError, [("measurements[0]", "wrong-type")]),
    "things that are no tie-breaks or rows": (
        lambda: table(1, tie_breaks="count", without=[BATANG]),
        WrongTypeError,
        [("tie_breaks", "wrong-type"), ("without[0]", "wrong-type")],
    ),
    "a tie-break by its name": (
        lambda: table(1, tie_breaks=["count"]),
        WrongTypeError,
        [("tie_breaks[0]", "wrong-type")],
    ),
    "a tie method by its name": (lambda: table(1, ties="dense"), WrongTypeError, [("ties", "wrong-type")]),
    "a scope by its name": (lambda: table(1, scope="Jawa Tengah"), WrongTypeError, [("scope", "wrong-type")]),
    "a minimum of yes": (lambda: table(1, minimum=True), WrongTypeError, [("minimum", "bool-for-int")]),
    "a minimum below nothing": (lambda: table(1, minimum=-1), InvalidValueError, [("minimum", "negative")]),
    "a table of wrong things": (
        lambda: standings(
            metric=None, on=NOON, ties=None, minimum=1.5, scope=None, tie_breaks=[], without=None, measurements=[]
        ),
        WrongTypeError,
        [
            ("metric", "wrong-type"),
            ("on", "datetime-for-date"),
            ("ties", "wrong-type"),
            ("minimum", "float-for-exact"),
            ("scope", "wrong-type"),
            ("tie_breaks", "wrong-type"),
            ("without", "wrong-type"),
            ("measurements", "wrong-type"),
        ],
    ),
    "a table of no measurements at all": (
        lambda: standings(measurements=(None, 3)),
        WrongTypeError,
        [("measurements[0]", "wrong-type"), ("measurements[1]", "wrong-type")],
    ),
    "a tie-break that knows too few": (
        lambda: table(1, 2, 3, tie_breaks=[ranking.TieBreak.by([share(1, 2), share(0, 0, KUDUS)])]),
        InvalidValueError,
        [("tie_breaks[0]", "tie-break-missing")] * 2,
    ),
    "a base for a tie-break among counts": (
        lambda: table(1, 2, tie_breaks=[LARGER_COUNT, LARGER_BASE]),
        InvalidValueError,
        [("tie_breaks[1]", "tie-break-unmeasured")] * 2,
    ),
    "wrong things without a row": (
        lambda: ANY.Unranked("Batang", "empty"),
        WrongTypeError,
        [("area", "wrong-type"), ("reason", "wrong-type")],
    ),
    # movements and histories
    "a tie-break of wrong things": (
        lambda: ANY.TieBreak("count", [count(1)]),
        WrongTypeError,
        [("key", "wrong-type"), ("measurements", "wrong-type")],
    ),
    "figures for a key that takes none": (
        lambda: ANY.TieBreak(TieBreakKey.BASE, (count(1),)),
        InvalidValueError,
        [("measurements", "too-large")],
    ),
    "a tie-break by nothing": (lambda: ranking.TieBreak.by([]), InvalidValueError, [("measurements", "empty")]),
    "a tie-break by one": (lambda: ANY.TieBreak.by(count(1)), WrongTypeError, [("measurements", "wrong-type")]),
    "a tie-break by mixed figures": (
        lambda: ANY.TieBreak.by([count(1), None, count(1, on=LATER)]),
        WrongTypeError,
        [
            ("measurements[1]", "wrong-type"),
            ("measurements[2].on", "mixed-dates"),
            ("measurements[2].area", "duplicate"),
        ],
    ),
    # questions to a table
    "the place of a name": (lambda: table(1).place_of(cast("Any", "Batang")), WrongTypeError, [("area", "wrong-type")]),
    "the row of a number": (lambda: table(1).of(cast("Any", 33.25)), WrongTypeError, [("area", "wrong-type")]),
    "the rows at a float": (lambda: table(1).at(cast("Any", 1.5)), WrongTypeError, [("place", "float-for-exact")]),
    "the first minus one": (lambda: table(1).top(-1), InvalidValueError, [("n", "negative")]),
    "the first yes": (lambda: table(1).top(True), WrongTypeError, [("n", "bool-for-int")]),
    "minus one neighbours": (lambda: table(1).neighbours(BATANG, -1), InvalidValueError, [("n", "negative")]),
    "place 0": (lambda: table(1).units_to(0), InvalidValueError, [("rank", "too-small")]),
    "another language": (
        lambda: table(1).text(language=cast("Any", "jv")),
        InvalidValueError,
        [("language", "malformed")],
    ),
    "a language without a hash": (
        lambda: table(1).html(language=cast("Any", [])),
        InvalidValueError,
        [("language", "malformed")],
    ),
    "a band of place 0": (lambda: ranking.Band.of(0, 5), InvalidValueError, [("place", "too-small")]),
    "a band beyond the table": (lambda: ranking.Band.of(6, 5), InvalidValueError, [("place", "too-large")]),
    "a band of nobody": (lambda: ranking.Band.of(1, 0), InvalidValueError, [("size", "too-small")]),
    # plain scores
    "scores of every wrong kind": (
        lambda: ANY.ranks([1, 0.5, True, "1", None, Decimal("NaN"), Decimal("1E99")], ties="dense", direction=None),
        WrongTypeError,
        [
            ("scores[1]", "float-for-exact"),
            ("scores[2]", "bool-for-int"),
            ("scores[3]", "wrong-type"),
            ("scores[4]", "wrong-type"),
            ("scores[5]", "not-finite"),
            ("scores[6]", "out-of-range"),
            ("ties", "wrong-type"),
            ("direction", "wrong-type"),
        ],
    ),
    "one score": (lambda: ANY.ranks(3), WrongTypeError, [("scores", "wrong-type")]),
    # ranking within parts
    "within a named set": (
        lambda: ranking.rank_within(ScopeKind.NAMED, [count(1)]),
        InvalidValueError,
        [("kind", "malformed")],
    ),
    "within wrong things": (
        lambda: ANY.rank_within("province", [count(1)], tie_breaks=None),
        WrongTypeError,
        [("kind", "wrong-type"), ("tie_breaks", "wrong-type")],
    ),
    "provinces within a kabupaten": (
        lambda: ranking.rank_within(ScopeKind.KABUPATEN, [count(1, BATANG.province)]),
        InvalidValueError,
        [("kind", "mixed-areas")],
    ),
    # movement and history
    "a movement from nowhere to nowhere": (
        lambda: ANY.Movement("Batang", None, None),
        WrongTypeError,
        [("area", "wrong-type"), ("before", "empty")],
    ),
    "a movement to place 0": (
        lambda: ANY.Movement(BATANG, 0, 1.5),
        WrongTypeError,
        [("before", "too-small"), ("after", "float-for-exact")],
    ),
    "movements of a name": (
        lambda: ANY.compare(table(1), table(2, on=LATER)).only("up"),
        WrongTypeError,
        [("kind", "wrong-type")],
    ),
    "a comparison of nothing": (
        lambda: ANY.compare(None, "table"),
        WrongTypeError,
        [("before", "wrong-type"), ("after", "wrong-type")],
    ),
    "a history of nothing": (lambda: History(()), InvalidValueError, [("tables", "empty")]),
    "a history of a list": (lambda: ANY.History([table(1)]), WrongTypeError, [("tables", "wrong-type")]),
    "a history of days": (lambda: ANY.History((DAY,)), WrongTypeError, [("tables[0]", "wrong-type")]),
    "a history of one table": (lambda: ANY.History.of_tables(table(1)), WrongTypeError, [("tables[0]", "wrong-type")]),
    "a history of unsortable things": (
        lambda: ANY.History.of_tables([table(1), None]),
        WrongTypeError,
        [("tables[1]", "wrong-type")],
    ),
    "two tables of one day": (
        lambda: History.of_tables([table(1), table(2)]),
        InvalidValueError,
        [("tables[1]", "duplicate")],
    ),
    "a run in the first 0": (
        lambda: History((table(1),)).of(BATANG).longest_run(0),
        InvalidValueError,
        [("top", "too-small")],
    ),
    # targets
    "a target of wrong things": (
        lambda: ANY.Target(table=None, area=BATANG, rank=0, by=NOON, on=None),
        WrongTypeError,
        [("table", "wrong-type"), ("rank", "too-small"), ("by", "datetime-for-date"), ("on", "wrong-type")],
    ),
    "a target since a day": (
        lambda: TARGETED.target(BATANG, rank=1, by=LATER, since=cast("Any", DAY)),
        WrongTypeError,
        [("before", "wrong-type")],
    ),
    "a pace of no days": (
        lambda: ranking.Pace(-1, 0),
        InvalidValueError,
        [("units", "negative"), ("days", "too-small")],
    ),
    "a pace of minus one": (
        lambda: TARGETED.target(BATANG, rank=1, by=LATER).pace(-1),
        InvalidValueError,
        [("units", "negative")],
    ),
    # teams
    "a team of wrong things": (
        lambda: team(kecamatan=" ", level="sd", left=-1, weight=0.5),
        WrongTypeError,
        [("kecamatan", "empty"), ("level", "wrong-type"), ("left", "negative"), ("weight", "float-for-exact")],
    ),
    "a weight below nothing": (lambda: team(weight=Fraction(-1, 2)), InvalidValueError, [("weight", "negative")]),
    "a share of nobody": (
        lambda: ANY.TeamShare("Batang", True),
        WrongTypeError,
        [("team", "wrong-type"), ("units", "bool-for-int")],
    ),
    "a share beyond the rest": (lambda: ANY.TeamShare(team(), 10), InvalidValueError, [("units", "too-large")]),
    "an allocation that does not add up": (
        lambda: ANY.Allocation(3, (ANY.TeamShare(team(), 2),)),
        InvalidValueError,
        [("shares", "malformed")],
    ),
    "an allocation of wrong things": (
        lambda: ANY.Allocation(-1, (3,)),
        WrongTypeError,
        [("units", "negative"), ("shares[0]", "wrong-type")],
    ),
    "an allocation of a list": (lambda: ANY.Allocation(0, []), WrongTypeError, [("shares", "wrong-type")]),
    "the part of a wrong thing": (
        lambda: ANY.allocate(1, [team()]).of(3, "sd"),
        WrongTypeError,
        [("kecamatan", "wrong-type"), ("level", "wrong-type")],
    ),
    "units for wrong teams": (
        lambda: ANY.allocate(-1, [team(), "Batang"]),
        WrongTypeError,
        [("units", "negative"), ("teams[1]", "wrong-type")],
    ),
    "two teams for one task, one without a weight": (
        lambda: ANY.allocate(1, [team(), team(weight=1), team(kecamatan="Bawang")]),
        InvalidValueError,
        [("teams[0].weight", "empty"), ("teams[1]", "duplicate"), ("teams[2].weight", "empty")],
    ),
    # indices
    "a component of wrong things": (
        lambda: ANY.Component(metric="x", weight=0.5, full_mark=0),
        WrongTypeError,
        [("weight", "float-for-exact"), ("full_mark", "too-small"), ("metric", "wrong-type")],
    ),
    "a component of no weight": (
        lambda: Component(metric=SCHOOLS_LOGGED_IN, weight=0),
        InvalidValueError,
        [("weight", "too-small")],
    ),
    "a component of two wholes": (
        lambda: Component(metric=SCHOOLS_LOGGED_IN, weight=2),
        InvalidValueError,
        [("weight", "too-large")],
    ),
    "a full mark for a share": (
        lambda: Component(metric=SCHOOLS_LOGGED_IN, weight=1, full_mark=9),
        InvalidValueError,
        [("full_mark", "unexpected-base")],
    ),
    "no full mark for a count": (
        lambda: Component(metric=COMMUNITIES_REGISTERED, weight=1),
        InvalidValueError,
        [("full_mark", "missing-base")],
    ),
    "a score for a component": (
        lambda: Component(metric=SCORE, weight=1),
        InvalidValueError,
        [("metric", "wrong-metric")],
    ),
    "points for a number": (lambda: WHOLE.points(cast("Any", 3)), WrongTypeError, [("figure", "wrong-type")]),
    "points for another metric": (
        lambda: WHOLE.points(count(3)),
        InvalidValueError,
        [("figure.metric", "wrong-metric")],
    ),
    "an index of wrong things": (
        lambda: index(3, WHOLE, key="A", label_id="", label_en=3, source=None),
        WrongTypeError,
        [
            ("key", "malformed"),
            ("label_id", "empty"),
            ("label_en", "wrong-type"),
            ("source", "wrong-type"),
            ("components[0]", "wrong-type"),
        ],
    ),
    "an index of a list": (lambda: index(components=[WHOLE]), WrongTypeError, [("components", "wrong-type")]),
    "an index of one metric twice": (
        lambda: index(THIRD, THIRD),
        InvalidValueError,
        [("components[1]", "duplicate"), ("components", "weights-sum")],
    ),
    "an index of nothing": (index, InvalidValueError, [("components", "weights-sum")]),
    "an index of wrong figures": (
        lambda: ANY.composite(index(WHOLE), [share(1, 2), 3, share(1, 2), count(3, on=LATER)]),
        WrongTypeError,
        [
            ("measurements[1]", "wrong-type"),
            ("measurements[2]", "duplicate"),
            ("measurements[3].metric", "wrong-metric"),
            ("measurements[3].on", "mixed-dates"),
        ],
    ),
    "no index": (
        lambda: ANY.composite(None, 3),
        WrongTypeError,
        [("index", "wrong-type"), ("measurements", "wrong-type")],
    ),
    # funnels
    "a funnel of nothing": (lambda: ranking.Funnel(()), InvalidValueError, [("steps", "empty")]),
    "a funnel of a list": (lambda: ANY.Funnel([SCHOOLS_LOGGED_IN]), WrongTypeError, [("steps", "wrong-type")]),
    "a funnel of wrong steps": (
        lambda: ANY.Funnel((SCHOOLS_LOGGED_IN, 3, SCHOOLS_LOGGED_IN)),
        WrongTypeError,
        [("steps[1]", "wrong-type"), ("steps[2]", "duplicate")],
    ),
    "a reading of nothing": (lambda: ADOPTION.read([]), InvalidValueError, [("measurements", "empty")]),
    "a reading of a list": (lambda: ANY.FunnelReading([]), WrongTypeError, [("measurements", "wrong-type")]),
    "a reading of numbers": (lambda: ANY.FunnelReading((3,)), WrongTypeError, [("measurements[0]", "wrong-type")]),
    "a reading of other metrics": (
        lambda: ADOPTION.read(
            cast("Any", [count(1), 3, share(1, 2, metric=TEACHERS_LOGGED_IN), share(1, 2, metric=TEACHERS_LOGGED_IN)])
        ),
        WrongTypeError,
        [
            ("measurements[0].metric", "wrong-metric"),
            ("measurements[1]", "wrong-type"),
            ("measurements[3]", "duplicate"),
        ],
    ),
    "a funnel that widens over places, days and bases": (
        lambda: funnel(share(1, 9), attrs.evolve(share(2, 8, KUDUS, metric=TOPIC_1_COMPLETED), on=LATER)),
        InvalidValueError,
        [
            ("measurements[1].area", "mixed-areas"),
            ("measurements[1].on", "mixed-dates"),
            ("measurements[1].denominator", "funnel-base"),
            ("measurements[1].numerator", "funnel-widens"),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused_for_every_reason_at_once(name: str) -> None:
    call, kind, expected = CASES[name]
    with pytest.raises(PmmError) as caught:
        call()
    error = caught.value
    assert type(error) is kind
    assert isinstance(error, InvalidValueError)
    assert expected == [(problem.path, problem.code) for problem in error.problems]
    assert error.codes == tuple(dict.fromkeys(code for _, code in expected))
    assert all(problem.message.strip() for problem in error.problems)


REFUSED: dict[str, tuple[Callable[[], object], tuple[str, ...]]] = {
    "a place that there is not": (lambda: TARGETED.target(BATANG, rank=3, by=LATER), ("no-such-place",)),
    "by the very day": (lambda: TARGETED.target(BATANG, rank=1, by=DAY), ("deadline-passed",)),
    "by the day of the start": (
        lambda: TARGETED.target(BATANG, rank=1, by=LATER, on=LATER),
        ("deadline-passed",),
    ),
    "units of a score": (
        lambda: rank([Measurement.score(BATANG, SCORE, 3, on=DAY)]).target(BATANG, rank=1, by=LATER),
        ("no-units",),
    ),
    "an area without a place": (
        lambda: rank([share(1, 2), share(0, 0, KUDUS)]).target(KUDUS, rank=1, by=LATER),
        ("not-ranked",),
    ),
    "everything wrong with a target": (
        lambda: rank(
            [Measurement.score(BATANG, SCORE, 3, on=DAY)], without=[ANY.Unranked(KUDUS, UnrankedReason.INCOMPLETE)]
        ).target(KUDUS, rank=9, by=DAY),
        ("no-such-place", "deadline-passed", "no-units", "not-ranked"),
    ),
    "a target in a table of nobody": (
        lambda: rank([share(0, 0)]).target(BATANG, rank=1, by=LATER),
        ("no-such-place", "not-ranked"),
    ),
    "units to a place that there is not": (lambda: TARGETED.units_to(3), ("no-such-place",)),
    "units to a place of scores": (
        lambda: rank([Measurement.score(BATANG, SCORE, 3, on=DAY)]).units_to(2),
        ("no-such-place", "no-units"),
    ),
    "the row of an empty base": (lambda: rank([share(0, 0)]).of(BATANG), ("not-ranked",)),
    "the band of an empty base": (lambda: rank([share(0, 0)]).band("Batang"), ("not-ranked",)),
    "more units than teams have": (lambda: ranking.allocate(10, [team()]), ("teams-too-small",)),
    "units for teams without weight": (lambda: ranking.allocate(1, [team(weight=0)]), ("teams-too-small",)),
    "units that nobody can win": (
        lambda: (
            rank([share(0, 2), share(2, 2, KUDUS)], ties=TieMethod.MODIFIED)
            .target(BATANG, rank=1, by=LATER)
            .allocate([team()])
        ),
        ("unreachable",),
    ),
    "a history out of order and of other rules": (
        lambda: History((table(1, on=LATER), table(1, ties=TieMethod.DENSE))),
        ("different-ties", "dates-reversed"),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_every_reason(name: str) -> None:
    call, expected = REFUSED[name]
    with pytest.raises(RefusedError) as caught:
        call()
    assert expected == caught.value.codes
    assert all(refusal.message.strip() for refusal in caught.value.refusals)


def test_refusals_say_what_is_possible() -> None:
    with pytest.raises(RefusedError) as caught:
        TARGETED.target(BATANG, rank=3, by=DAY)
    assert [("a place from 1 to 2",), ("a day after 2022-11-24",)] == [each.possible for each in caught.value.refusals]
    with pytest.raises(RefusedError, match="at most 9 units"):
        ranking.allocate(10, [team()])


def test_what_was_given_stays_as_it_was() -> None:
    figures: list[Any] = [count(1), count(1), None]
    breaks: list[Any] = ["x"]
    given = copy.deepcopy((figures, breaks))
    with pytest.raises(WrongTypeError):
        rank(figures, tie_breaks=breaks)
    assert given == (figures, breaks)
    before = table(1, 2)
    with pytest.raises(RefusedError):
        before.target(BATANG, rank=9, by=DAY)
    assert table(1, 2) == before


def test_errors_hold_no_personal_data() -> None:
    number, mail = "198609262015051001", "ani@guru.sd.belajar.id"
    for text in (number, mail, f"Ani {number}"):
        for call in (
            lambda text=text: table(1).of(text),
            lambda text=text: rank([count(9, Group(BATANG, "x", "X"))], minimum=0).of(text),
            lambda text=text: table(1, on=cast("Any", text)),
            lambda text=text: table(1, metric=text),
            lambda text=text: rank([cast("Any", text)]),
            lambda text=text: team(left=text),
            lambda text=text: table(1).text(language=cast("Any", text)),
        ):
            with pytest.raises(PmmError) as caught:
                call()
            assert text not in str(caught.value)
            assert text not in repr(caught.value)


def test_names_of_provinces_are_read() -> None:
    assert 1 == rank([count(3, find_province("Jateng"))]).of("Jateng").rank
