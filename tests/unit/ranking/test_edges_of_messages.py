"""Edges of the ranking that mutation testing brought to light: what is refused, in exactly which words."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import pytest

from pmm_core import ranking
from pmm_core.errors import (
    AmbiguousNameError,
    IncomparableError,
    InvalidValueError,
    Problem,
    Refusal,
    RefusedError,
    UnknownNameError,
)
from pmm_core.ranking import (
    COMMUNITIES_REGISTERED,
    SCHOOLS_LOGGED_IN,
    Component,
    Group,
    History,
    Index,
    Measurement,
    Metric,
    Movement,
    Scope,
    ScopeKind,
    Standings,
    TieBreak,
    TieMethod,
    composite,
    measure_adoption,
    rank,
    rank_within,
)
from pmm_core.regions import find
from pmm_core.sources import works

ANY = cast("Any", ranking)  # the door without its types: a checker would refuse most calls here
DAY, LATER, LAST = date(2022, 12, 1), date(2022, 12, 8), date(2022, 12, 15)
BATANG, KUDUS, JAMBI = find("33.25"), find("33.19"), find("15.71")
WHOLE = Index(
    key="one",
    label_id="satu",
    label_en="one",
    source=works()[0],
    components=(Component(metric=SCHOOLS_LOGGED_IN, weight=1),),
)


def count(area: Any, number: int, metric: Metric = COMMUNITIES_REGISTERED, *, on: date = DAY) -> Measurement:
    return Measurement.count(area, metric, number, on=on)


def table(*numbers: int, on: date = DAY, ties: TieMethod = TieMethod.COMPETITION) -> Standings:
    return rank((count(area, n, on=on) for area, n in zip((BATANG, KUDUS), numbers, strict=False)), ties=ties)


MALFORMED: dict[str, tuple[Callable[[], object], str, tuple[Problem, ...]]] = {
    "no figures and no day for an index": (
        lambda: composite(WHOLE, []),
        "rank",
        (Problem("measurements", "empty", "must hold one, or metric= and on= must say what the table is of"),),
    ),
    "a number among the figures of an index": (
        lambda: ANY.composite(WHOLE, [3]),
        "composite",
        (Problem("measurements[0]", "wrong-type", "must be a Measurement, not int"),),
    ),
    "a step that the funnel does not have": (
        lambda: measure_adoption([], on=DAY, metrics=[SCHOOLS_LOGGED_IN]),
        "measure_adoption",
        (Problem("metrics[0]", "wrong-metric", "schools-logged-in is no step of the adoption funnel"),),
    ),
    "a history of nothing": (
        lambda: History(()),
        "History",
        (Problem("tables", "empty", "must hold at least one table"),),
    ),
    "a province within a kabupaten": (
        lambda: rank_within(ScopeKind.KABUPATEN, [count(BATANG.province, 1)]),
        "rank_within",
        (Problem("kind", "mixed-areas", "Jawa Tengah is not within a kabupaten"),),
    ),
    "wrong rules for every part": (
        lambda: ANY.rank_within(ScopeKind.PROVINCE, [count(BATANG, 1)], ties="dense", minimum=-1),
        "Standings",
        (
            Problem("ties", "wrong-type", "must be a TieMethod, not str"),
            Problem("minimum", "negative", "must not be negative"),
        ),
    ),
    "a tie-break that lacks areas in two provinces": (
        lambda: rank_within(
            ScopeKind.PROVINCE,
            [count(area, 1) for area in (BATANG, KUDUS, JAMBI)],
            tie_breaks=[TieBreak.by([count(KUDUS, 1, SCHOOLS_LOGGED_IN)])],
        ),
        "Standings",
        tuple(
            Problem("tie_breaks[0]", "tie-break-missing", f"{name} has no value for metric:schools-logged-in")
            for name in ("Kota Jambi", "Kabupaten Batang")
        ),
    ),
    "a tie-break by nothing": (
        lambda: TieBreak.by([]),
        "TieBreak",
        (Problem("measurements", "empty", "must hold the figures of the other metric"),),
    ),
    "a scope around nobody": (
        lambda: Scope.around([]),
        "Scope",
        (Problem("areas", "empty", "must hold at least one area"),),
    ),
    "the movement of a name between good places": (
        lambda: ANY.Movement("Batang", 1, 2),
        "Movement",
        (Problem("area", "wrong-type", "must be a Kabupaten, Province or Group, not str"),),
    ),
    "a movement from place 0": (
        lambda: Movement(BATANG, 0, 1),
        "Movement",
        (Problem("before", "too-small", "must be at least 1"),),
    ),
    "a movement to place 0": (
        lambda: Movement(BATANG, 1, 0),
        "Movement",
        (Problem("after", "too-small", "must be at least 1"),),
    ),
    "a movement between places that no method gives": (
        lambda: Movement(BATANG, Fraction(4, 3), Fraction(7, 4)),
        "Movement",
        (
            Problem("before", "malformed", "must be a whole place or one between two, such as 5/2"),
            Problem("after", "malformed", "must be a whole place or one between two, such as 5/2"),
        ),
    ),
    "a movement to a decimal place": (
        lambda: ANY.Movement(BATANG, None, Decimal("2.5")),
        "Movement",
        (Problem("after", "wrong-type", "must be an int or a Fraction, not Decimal"),),
    ),
    "nobody with a figure within a province": (
        lambda: rank_within(ScopeKind.PROVINCE, [], metric=SCHOOLS_LOGGED_IN),
        "rank",
        (Problem("measurements", "empty", "must hold one, or metric= and on= must say what the table is of"),),
    ),
    "another metric and day than that of the figures within a province": (
        lambda: rank_within(ScopeKind.PROVINCE, [count(BATANG, 1)], metric=SCHOOLS_LOGGED_IN, on=date(2021, 1, 1)),
        "Standings",
        (
            Problem("measurements[0].metric", "mixed-metrics", "is communities-registered, not that of the table"),
            Problem("measurements[0].on", "mixed-dates", f"is {DAY}, not that of the table"),
        ),
    ),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_every_problem_is_told_to_the_letter(name: str) -> None:
    call, subject, problems = MALFORMED[name]
    with pytest.raises(InvalidValueError) as caught:
        call()
    assert (subject, problems) == (caught.value.subject, caught.value.problems)


OTHER_TIES = Refusal(
    "different-ties",
    "the tie methods differ: competition before, dense after",
    ("rank both tables by the same rules",),
)
REFUSED: dict[str, tuple[Callable[[], object], str, tuple[Refusal, ...]]] = {
    "a history out of order": (
        lambda: History((table(1, on=LATER), table(1))),
        "tell a history",
        (Refusal("dates-reversed", "2022-12-08 stands before 2022-12-01", ("History.of_tables",)),),
    ),
    "a history of other rules": (
        lambda: History((table(1), table(1, on=LATER, ties=TieMethod.DENSE))),
        "tell a history",
        (OTHER_TIES,),
    ),
    "going on as by other rules": (
        lambda: table(1, on=LATER, ties=TieMethod.DENSE).target(BATANG, rank=1, by=LAST, since=table(1)),
        "project",
        (OTHER_TIES,),
    ),
    "a target where nobody has a place": (
        lambda: rank([Measurement.share(BATANG, SCHOOLS_LOGGED_IN, 0, of=0, on=DAY)]).target(BATANG, rank=1, by=LATER),
        "set a target",
        (
            Refusal("no-such-place", "the table has 0 places, not 1", ()),
            Refusal("not-ranked", "Kabupaten Batang has no place: its base is empty", ()),
        ),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_every_refusal_is_told_to_the_letter(name: str) -> None:
    call, action, refusals = REFUSED[name]
    with pytest.raises(RefusedError) as caught:
        call()
    assert (action, refusals) == (caught.value.action, caught.value.refusals)
    compared = action in {"tell a history", "project"}
    assert compared is isinstance(caught.value, IncomparableError)


def test_a_name_that_two_groups_bear_is_told_with_both() -> None:
    groups = [Group(BATANG, "b", "Bandar"), Group(KUDUS, "c", "bandar")]
    with pytest.raises(AmbiguousNameError) as caught:
        rank((count(group, 1) for group in groups), minimum=0).of("BANDAR")
    assert ("group", "'BANDAR'", ("33.19/c", "33.25/b")) == (
        caught.value.kind,
        caught.value.text,
        caught.value.candidates,
    )


@pytest.mark.parametrize("name", ["Atlantis", "Blitar", "Batang"])
def test_a_table_of_nobody_does_not_know_a_name_whatever_it_means_elsewhere(name: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        rank([], metric=SCHOOLS_LOGGED_IN, on=DAY).of(name)
    assert ("area of this table", f"'{name}'", "not-in-table") == (
        caught.value.kind,
        caught.value.text,
        caught.value.code,
    )
