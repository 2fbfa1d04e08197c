"""What users write with the rankings; checked, never run."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, assert_never, assert_type

from pmm_core import find, find_province
from pmm_core.errors import PmmError
from pmm_core.people import SchoolLevel
from pmm_core.ranking import (
    ADOPTION,
    COMMUNITIES_REGISTERED,
    LARGER_BASE,
    LARGER_COUNT,
    MINIMUM_GROUP_SIZE,
    SCHOOLS_LOGGED_IN,
    STANDARD_METRICS,
    TEACHERS,
    Allocation,
    Area,
    Band,
    Component,
    Direction,
    FunnelReading,
    Group,
    History,
    Index,
    Language,
    Measurement,
    Metric,
    Movement,
    MovementKind,
    Movements,
    Pace,
    Place,
    Run,
    Scale,
    Scope,
    ScopeKind,
    Standing,
    Standings,
    Target,
    Team,
    TeamShare,
    TieBreak,
    TieMethod,
    Track,
    Unit,
    Unranked,
    UnrankedReason,
    allocate,
    compare,
    composite,
    rank,
    rank_within,
    ranks,
)
from pmm_core.sources import Rule, Source, works

day, later = date(2022, 12, 23), date(2022, 12, 30)
batang = find("Kab. Batang")

metric = Metric(
    key="late",
    label_id="terlambat",
    label_en="late",
    unit=Unit("teachers", "guru", "teachers"),
    base=TEACHERS,
    scale=Scale.SHARE,
    direction=Direction.LOWER,
    source=works()[0],
)
assert_type(metric.more_is_better, bool)
assert_type(metric.base, Unit | None)
assert_type(STANDARD_METRICS[0], Metric)

figure = Measurement.share(batang, SCHOOLS_LOGGED_IN, 5, of=9, on=day)
assert_type(figure, Measurement)
assert_type(Measurement.count(Group(batang, "x", "X"), COMMUNITIES_REGISTERED, 5, on=day, size=9), Measurement)
assert_type(Measurement.score(batang.province, metric, Decimal("67.82"), on=day), Measurement)
assert_type(figure.area, Area)
assert_type(figure.value, Fraction | None)
assert_type(figure.percent(), Decimal | None)
assert_type(figure.percent(1), Decimal | None)
assert_type(figure.left, int | None)
assert_type(figure.people, int | None)
assert_type(figure.scale, Scale)

table = rank([figure], scope=find_province("Jateng"), ties=TieMethod.DENSE, tie_breaks=[LARGER_COUNT, LARGER_BASE])
assert_type(table, Standings)
assert_type(rank((each for each in [figure]), metric=metric, on=day, scope=Scope.nation(), minimum=0), Standings)
assert_type(rank([], metric=metric, on=day, without=[Unranked(batang, UnrankedReason.INCOMPLETE)]), Standings)
assert_type(rank_within(ScopeKind.PROVINCE, [figure], tie_breaks=[TieBreak.by([figure])]), tuple[Standings, ...])
assert_type(ranks([1, Fraction(1, 2), Decimal("0.3")], direction=Direction.LOWER), list[int | Fraction])
assert_type(table.of("Batang"), Standing)
assert_type(table.of(batang).rank, Place)
assert_type(table.of(batang).area, Area)
assert_type(table.place_of(batang), Place | None)
assert_type(table.top(5), tuple[Standing, ...])
assert_type(table.at(Fraction(5, 2)), tuple[Standing, ...])
assert_type(table.neighbours("Batang", 2), tuple[Standing, ...])
assert_type(table.tied_with("Batang"), tuple[Area, ...])
assert_type(table.band("Batang"), Band)
assert_type(table.size, int)
assert_type(table.missing, tuple[Area, ...])
assert_type(table.unranked, tuple[Unranked, ...])
assert_type(table.units_to(5, passing=True), dict[str, int | None])
assert_type(table.rules, tuple[Rule, ...])
assert_type(table.sources, tuple[Source, ...])
assert_type(table.text(before=table, language="id"), str)
assert_type(table.html(), str)
assert_type([row.tied for row in table], list[int])
assert_type(batang in table, bool)
language: Language = "en"
minimum: Literal[5] = MINIMUM_GROUP_SIZE

moved = compare(table, table)
assert_type(moved, Movements)
assert_type(table.compare(table), Movements)
assert_type(moved.of("Batang"), Movement)
assert_type(moved.of("Batang").places, Place | None)
assert_type(moved.of("Batang").kind, MovementKind)
assert_type(moved.only(MovementKind.UP), tuple[Movement, ...])

target = table.target("Batang", rank=5, by=later, on=day, since=table)
assert_type(target, Target)
assert_type(target.to_share, int | None)
assert_type(target.to_pass, int | None)
assert_type(target.best, Place)
assert_type(target.per_day, int | None)
assert_type(target.pace(), Pace | None)
assert_type(target.reachable, bool)

team = Team(kecamatan="Kandeman", level=SchoolLevel.SD, left=30, weight=Fraction(1, 3))
assert_type(target.allocate([team], units=3), Allocation)
assert_type(allocate(3, [team]).shares, tuple[TeamShare, ...])
assert_type(allocate(3, [team]).of("Kandeman", SchoolLevel.SD), int)

index = Index(
    key="both",
    label_id="keduanya",
    label_en="both",
    components=(Component(metric=metric, weight=Decimal("0.5")), Component(metric=metric, weight=1, full_mark=150)),
    source=works()[0],
)
assert_type(composite(index, [figure], scope=find_province("33")), Standings)
assert_type(ADOPTION.read([figure]), FunnelReading)
assert_type(ADOPTION.read([figure]).lost, tuple[int, ...])

history = History.of_tables([table, table])
assert_type(history.of("Batang"), Track)
assert_type(history.of("Batang").best, Place | None)
assert_type(history.of("Batang").longest_run(5), Run | None)
assert_type(history.of("Batang").largest_drop, Movement | None)


def way(row: Movement) -> str:
    match row.kind:
        case MovementKind.UP | MovementKind.DOWN | MovementKind.SAME:
            return str(row)
        case MovementKind.NEW | MovementKind.LEFT:
            return row.text(language="id")
        case _ as never:
            assert_never(never)


def why(error: PmmError) -> tuple[str, ...]:
    return assert_type(error.codes, tuple[str, ...])
