"""The strategies for ranking: valid values only, every kind reached, the simplest first, next to no filtering."""

from collections.abc import Callable
from datetime import date
from decimal import Context, Decimal, Inexact, Rounded, localcontext
from fractions import Fraction
from typing import Any, cast

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find as simplest, given, settings, strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core import ranking, testing as pmm
from pmm_core.errors import Problem, Refusal
from pmm_core.people import SchoolLevel
from pmm_core.ranking import (
    COMMUNITIES_REGISTERED,
    SCHOOLS_LOGGED_IN,
    Direction,
    Group,
    Measurement,
    MovementKind,
    Scale,
    ScopeKind,
    Standings,
    Target,
    TieBreakKey,
    TieMethod,
    UnrankedReason,
)
from pmm_core.regions import Kabupaten, Province, find
from pmm_core.sources import Certainty, Rule, Source

ANY = cast("Any", pmm)  # the door without its types, for arguments that a type checker would refuse
STRICT = settings(suppress_health_check=[], max_examples=25)  # a strategy that filters or dawdles fails here
DAY = date(2022, 12, 23)
PHASES = (Phase.generate, Phase.shrink)  # explaining a find would draw on and may come across another one
MADE: dict[str, tuple[st.SearchStrategy[Any], type]] = {
    "certainties": (pmm.certainties(), Certainty),
    "sources": (pmm.sources(certainty=Certainty.SEED), Source),
    "rules": (pmm.rules(), Rule),
    "problems": (pmm.problems(), Problem),
    "refusals": (pmm.refusals(), Refusal),
    "units": (pmm.units(), ranking.Unit),
    "metrics": (pmm.metrics(), ranking.Metric),
    "standard_metrics": (pmm.standard_metrics(), ranking.Metric),
    "groups": (pmm.groups(), Group),
    "scopes": (pmm.scopes(), ranking.Scope),
    "tie_methods": (pmm.tie_methods(), TieMethod),
    "tie_breaks": (pmm.tie_breaks(), ranking.TieBreak),
    "measurements": (pmm.measurements(), Measurement),
    "standings": (pmm.standings(), Standings),
    "histories": (pmm.histories(), ranking.History),
    "movements": (pmm.movements(), ranking.Movement),
    "comparisons": (pmm.comparisons(), ranking.Movements),
    "targets": (pmm.targets(), Target),
    "teams": (pmm.teams(), ranking.Team),
    "allocations": (pmm.allocations(), ranking.Allocation),
    "components": (pmm.components(), ranking.Component),
    "indices": (pmm.indices(), ranking.Index),
    "funnels": (pmm.funnels(), ranking.Funnel),
    "funnel_readings": (pmm.funnel_readings(), ranking.FunnelReading),
}


@pytest.mark.parametrize("name", MADE)
def test_values_are_of_their_kind_and_built_without_filtering(name: str) -> None:
    strategy, kind = MADE[name]

    @STRICT
    @given(strategy)
    def check(value: object) -> None:
        assert isinstance(value, kind)

    check()


def reach(strategy: st.SearchStrategy[Any], condition: Callable[[Any], bool]) -> Any:
    return simplest(
        strategy,
        condition,
        settings=settings(
            max_examples=5_000,
            phases=(Phase.generate,),
            suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
            database=None,
        ),
    )


def having(name: str, value: object) -> Callable[[Any], bool]:
    return lambda it: getattr(it, name) is value


def breaking(key: TieBreakKey) -> Callable[[Any], bool]:
    return lambda it: any(tie.key is key for tie in it.tie_breaks)


def lacking(why: UnrankedReason) -> Callable[[Any], bool]:
    return lambda it: any(row.reason is why for row in it.unranked)


def moving(kind: MovementKind) -> Callable[[Any], bool]:
    return lambda it: bool(it.only(kind))


def ranking_some(kind: type) -> Callable[[Any], bool]:
    return lambda it: any(isinstance(area, kind) for area in it.areas)


def being(kind: type) -> Callable[[Any], bool]:
    return lambda it: type(it) is kind


REACHED: dict[str, tuple[st.SearchStrategy[Any], Callable[[Any], bool]]] = {
    **{f"scale {scale}": (pmm.measurements(), having("scale", scale)) for scale in Scale},
    **{f"direction {way}": (pmm.metrics(), having("direction", way)) for way in Direction},
    **{f"scope {kind}": (pmm.scopes(), having("kind", kind)) for kind in ScopeKind},
    **{f"ties {ties}": (pmm.standings(), having("ties", ties)) for ties in TieMethod},
    **{f"tie-break {key}": (pmm.standings(), breaking(key)) for key in TieBreakKey},
    **{f"reason {why}": (pmm.standings(), lacking(why)) for why in UnrankedReason},
    **{f"movement {kind}": (pmm.comparisons(), moving(kind)) for kind in MovementKind},
    **{f"single {kind}": (pmm.movements(), having("kind", kind)) for kind in MovementKind},
    **{f"areas {kind.__name__}": (pmm.standings(), ranking_some(kind)) for kind in (Kabupaten, Province, Group)},
    **{f"exact {kind.__name__}": (pmm.exact_scores(), being(kind)) for kind in (int, Fraction, Decimal)},
    **{f"level {level}": (pmm.teams(), having("level", level)) for level in SchoolLevel},
    "a tie": (pmm.standings(), lambda it: any(row.tied for row in it)),
    "an empty base": (pmm.measurements(scale=Scale.SHARE), lambda it: it.denominator == 0),
    "a share as a count": (pmm.standings(), lambda it: it.scale is not it.metric.scale),
    "a minimum": (pmm.standings(), lambda it: it.minimum and it.size),
    "markup": (pmm.groups(), lambda it: "<" in it.name),
    "a reached target": (pmm.targets(), lambda it: it.reached),
    "a reachable target": (pmm.targets(), lambda it: it.reachable and not it.reached),
    "an unreachable target": (pmm.targets(max_size=3, ties=st.just(TieMethod.MODIFIED)), lambda it: not it.reachable),
    "a projected target": (pmm.targets(), lambda it: it.since is not None),
    "a weight of nothing": (pmm.teams(weighted=True), lambda it: it.weight == 0),
    "a full team": (pmm.allocations(), lambda it: any(part.rest == 0 and part.units for part in it)),
    "an index of four": (pmm.indices(), lambda it: len(it.components) == 4),
    "a whole funnel": (pmm.funnel_readings(), lambda it: len(it.measurements) == 6),
    "several tables": (pmm.histories(), lambda it: len(it.tables) > 2),
    "a huge base": (pmm.measurements(scale=Scale.SHARE, max_base=2**70), lambda it: it.denominator > 2**64),
}


@pytest.mark.parametrize("name", REACHED)
def test_everything_is_reached(name: str) -> None:
    strategy, condition = REACHED[name]
    assert condition(reach(strategy, condition))


def most_simple(strategy: st.SearchStrategy[Any], condition: Callable[[Any], bool] = lambda _: True) -> Any:
    return simplest(strategy, condition, settings=settings(max_examples=1_000, phases=PHASES, database=None))


def test_decimals_do_not_depend_on_the_decimal_context() -> None:
    with localcontext(Context(prec=3, capitals=0, traps=[Inexact, Rounded])):
        above = most_simple(pmm.exact_scores(), lambda score: isinstance(score, Decimal) and score > 10)
        below = most_simple(pmm.exact_scores(max_value=-11), lambda score: isinstance(score, Decimal))
    assert ["10.01", "-11.00"] == [str(above), str(below)]


def test_the_simplest_come_first() -> None:
    assert Certainty.OFFICIAL is most_simple(pmm.certainties())
    assert ranking.Unit("0", "A", "A") == most_simple(pmm.units())
    assert 0 == most_simple(pmm.exact_scores())
    assert TieMethod.COMPETITION is most_simple(pmm.tie_methods())
    assert ranking.Scope.nation() == most_simple(pmm.scopes())
    assert Group(find("11.01"), "0", "A") == most_simple(pmm.groups())
    assert "<Measurement 11.01 accounts-activated 2020-01-01: 0 of 0>" == repr(most_simple(pmm.measurements()))
    assert 0 == len(most_simple(pmm.standings()))
    assert "Kabupaten Aceh Selatan: 1, same place" == str(most_simple(pmm.movements()))
    assert [] == most_simple(pmm.team_lists())
    assert 1 == len(most_simple(pmm.histories()).tables)


def test_tables_shrink_to_what_matters() -> None:
    tied = most_simple(pmm.standings(scale=Scale.SHARE), lambda table: any(row.tied for row in table))
    assert [(0, 1), (0, 1)] == [(row.measurement.numerator, row.measurement.denominator) for row in tied]
    assert (TieMethod.COMPETITION, (), 0, ()) == (tied.ties, tied.tie_breaks, tied.minimum, tied.unranked)


@given(
    pmm.measurements(
        area=st.just(find("33.25")),
        metric=st.just(SCHOOLS_LOGGED_IN),
        on=st.just(DAY),
        scale=Scale.SHARE,
        min_base=3,
        max_base=5,
    )
)
def test_measurements_keep_to_their_arguments(figure: Measurement) -> None:
    assert (find("33.25"), SCHOOLS_LOGGED_IN, DAY) == (figure.area, figure.metric, figure.on)
    assert figure.denominator in {3, 4, 5}


@given(
    pmm.standings(
        min_size=2,
        max_size=3,
        area=pmm.kabupatens(province="Jambi"),
        metric=st.just(SCHOOLS_LOGGED_IN),
        on=st.just(DAY),
        scale=Scale.COUNT,
        ties=st.just(TieMethod.DENSE),
        tie_breaks=False,
        unranked=False,
    )
)
def test_standings_keep_to_their_arguments(table: Standings) -> None:
    assert (SCHOOLS_LOGGED_IN, DAY, Scale.COUNT) == (table.metric, table.on, table.scale)
    assert (TieMethod.DENSE, ()) == (table.ties, table.tie_breaks)
    assert table.size in {2, 3}
    assert table.scope.label == "Jambi"


@given(pmm.standings(scale=Scale.SCORE))
def test_scores_have_metrics_of_their_own(table: Standings) -> None:
    assert Scale.SCORE is table.scale is table.metric.scale


@given(pmm.standings(scale=Scale.COUNT, metric=pmm.metrics(scale=Scale.SHARE)))
def test_counts_of_a_share_have_at_least_one_area(table: Standings) -> None:
    assert (Scale.COUNT, Scale.SHARE) == (table.scale, table.metric.scale)
    assert table.size


@settings(max_examples=10)
@given(st.data())
def test_the_others_keep_to_their_arguments(data: st.DataObject) -> None:
    draw = data.draw
    assert find("33.25") == draw(pmm.groups(kabupaten=st.just(find("33.25")))).kabupaten
    assert draw(pmm.metrics(direction=Direction.LOWER)).direction is Direction.LOWER
    assert -3 <= draw(pmm.exact_scores(min_value=-3, max_value=-1)) <= -1
    assert 50 <= draw(pmm.exact_scores(min_value=50, max_value=60)) <= 60
    before, after = draw(pmm.table_pairs(min_size=1, max_size=2, metric=st.just(COMMUNITIES_REGISTERED)))
    assert before.metric == after.metric == COMMUNITIES_REGISTERED
    history = draw(pmm.histories(min_tables=2, max_tables=3, max_size=2, area=pmm.provinces()))
    assert 2 <= len(history.tables) <= 3
    target = draw(
        pmm.targets(
            max_size=2, area=pmm.provinces(), ties=st.just(TieMethod.DENSE), direction=Direction.LOWER, projected=False
        )
    )
    assert (TieMethod.DENSE, None) == (target.table.ties, target.since)
    assert isinstance(target.area, Province)
    team = draw(pmm.teams(kecamatan=st.just("A"), level=st.just(SchoolLevel.SD), max_left=3, weighted=False))
    assert ("A/sd", None) == (team.key, team.weight)
    assert team.left <= 3
    assert all(each.weight is not None for each in draw(pmm.team_lists(min_size=1, max_size=2, weighted=True)))
    assert 2 == len(draw(pmm.allocations(teams=pmm.team_lists(min_size=2, max_size=2))))
    part = draw(pmm.components(metric=st.just(SCHOOLS_LOGGED_IN), weight=st.just(Fraction(1, 3))))
    assert (SCHOOLS_LOGGED_IN, Fraction(1, 3)) == (part.metric, part.weight)
    assert 2 == len(draw(pmm.indices(min_size=2, max_size=2)).components)
    reading = draw(pmm.funnel_readings(area=st.just(find("33.25")), on=st.just(DAY), max_base=9))
    assert (find("33.25"), DAY) == (reading.area, reading.on)
    rule = draw(pmm.rules(source=st.just(SCHOOLS_LOGGED_IN.source)))
    assert SCHOOLS_LOGGED_IN.source == rule.source
    assert draw(pmm.near_misses(codes={"over-full"})).code == "over-full"


@given(pmm.histories() | pmm.targets().map(lambda target: target.table))
def test_days_are_of_the_years_2020_to_2030(value: Any) -> None:
    tables = value.tables if isinstance(value, ranking.History) else (value,)
    assert all(2020 <= table.on.year <= 2030 for table in tables)


def test_ties_and_empty_bases_are_frequent() -> None:
    seen: list[tuple[bool, bool]] = []

    @settings(max_examples=100, derandomize=True, database=None)
    @given(pmm.standings(scale=Scale.SHARE, min_size=2))
    def count(table: Standings) -> None:
        reasons = {row.reason for row in table.unranked}
        seen.append((any(row.tied for row in table), UnrankedReason.EMPTY_BASE in reasons))

    count()
    assert sum(tied for tied, _ in seen) > 30
    assert sum(empty for _, empty in seen) > 10


WRONG: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
    "certainty must be a Certainty or None, not str": lambda: ANY.sources(certainty="seed"),
    "source must be a strategy, not Source": lambda: ANY.rules(source=SCHOOLS_LOGGED_IN.source),
    "scale must be a Scale or None, not str": lambda: ANY.metrics(scale="share"),
    "direction must be a Direction or None, not int": lambda: ANY.metrics(direction=1),
    "kabupaten must be a strategy, not Kabupaten": lambda: ANY.groups(kabupaten=find("33.25")),
    "min_value must be a whole number, not 0.5": lambda: ANY.exact_scores(min_value=0.5),
    "max_value must be a whole number, not True": lambda: ANY.exact_scores(max_value=True),
    "min_value=3 is above max_value=2": lambda: pmm.exact_scores(min_value=3, max_value=2),
    "area must be a strategy, not list": lambda: ANY.measurements(area=[]),
    "on must be a strategy, not date; wrap a fixed value in st.just": lambda: ANY.measurements(on=DAY),
    "min_base=5 is above max_base=4": lambda: pmm.measurements(min_base=5, max_base=4),
    "min_base must be a whole number from 0 on, not -1": lambda: pmm.measurements(min_base=-1),
    "max_base must be a whole number from 0 on, not True": lambda: pmm.measurements(max_base=True),
    "<Metric communities-registered> is no share": lambda: pmm.measurements(
        metric=st.just(COMMUNITIES_REGISTERED), scale=Scale.SHARE
    ),
    "min_size=2 is above max_size=1": lambda: pmm.standings(min_size=2, max_size=1),
    "max_size must be a whole number from 0 on, not 1.5": lambda: ANY.table_pairs(max_size=1.5),
    "metric must be a strategy, not Metric": lambda: ANY.standings(metric=SCHOOLS_LOGGED_IN),
    "ties must be a strategy, not TieMethod": lambda: ANY.standings(ties=TieMethod.DENSE),
    "on must be a strategy, not date": lambda: ANY.standings(on=DAY),
    "min_tables=6 is above max_tables=5": lambda: pmm.histories(min_tables=6),
    "min_size=1 is above max_size=0": lambda: pmm.targets(max_size=0),
    "level must be a strategy, not SchoolLevel": lambda: ANY.teams(level=SchoolLevel.SD),
    "weighted must be a bool or None, not int": lambda: ANY.teams(weighted=1),
    "weighted must be a bool or None, not str": lambda: ANY.team_lists(weighted="no"),
    "max_left must be a whole number from 0 on, not -3": lambda: pmm.team_lists(min_size=1, max_left=-3),
    "teams must be a strategy, not list": lambda: ANY.allocations(teams=[]),
    "weight must be a strategy, not int": lambda: ANY.components(weight=1),
    "min_size=1 is above max_size=0; an index": lambda: pmm.indices(max_size=0),
    "max_base must be a whole number from 0 on, not 'x'": lambda: ANY.funnel_readings(max_base="x"),
    "codes must be a collection of codes, not the text 'over-full'": lambda: pmm.near_misses(codes="over-full"),
    "no near miss is refused for made-up": lambda: pmm.near_misses(codes=["over-full", "made-up"]),
    "no near miss is refused for no code at all": lambda: pmm.near_misses(codes=()),
}


@pytest.mark.parametrize("message", WRONG)
def test_a_wrong_argument_is_refused_when_a_value_is_drawn(message: str) -> None:
    strategy = WRONG[message]()  # does not raise

    @settings(database=None)
    @given(strategy)
    def draw(_value: object) -> None: ...

    with pytest.raises(InvalidArgument) as caught:
        draw()
    assert message.partition("; an index")[0] in str(caught.value)


def test_strategies_have_only_keyword_arguments() -> None:
    names = {"check_apportionment", "check_movement", "check_ranking", "place_by_definition", "NearMiss", "NEAR_MISSES"}
    for name in set(MADE) | {"measurement_lists", "table_pairs", "team_lists", "exact_scores", "areas", "near_misses"}:
        assert name in pmm.__all__
        assert name not in names
        with pytest.raises(TypeError):
            getattr(ANY, name)(None)


@given(pmm.targets())
def test_targets_are_whole_values(target: Target) -> None:
    assert attrs.evolve(target) == target
