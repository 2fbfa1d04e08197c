"""Numbering lists, making tables, asking for targets: beside scipy, pandas and Polars, list in, list out."""

import random
from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import polars as pl
from scipy.stats import rankdata
from timing import Plan, Row, compare

from pmm_core import Measurement, find_province, kabupatens, rank
from pmm_core.ranking import TEACHERS_LOGGED_IN, Scope, ranks

DAY = date(2022, 12, 23)


def scores_of(n: int) -> list[int]:
    """Return scores as basis points; of many, many are equal."""
    source = random.Random(n)  # the same for every run
    return [source.randrange(10_001) for _ in range(n)]


def by_scipy(scores: list[int]) -> Callable[[], Any]:
    """Rank with scipy, which ranks upwards: it gets the scores turned round, free of charge."""
    negative = [-score for score in scores]
    return lambda: rankdata(negative, method="min").tolist()


def by_pandas(scores: list[Any]) -> Callable[[], Any]:
    """Rank with pandas."""
    return lambda: pd.Series(scores).rank(method="min", ascending=False).tolist()


def by_polars(scores: list[int]) -> Callable[[], Any]:
    """Rank with Polars."""
    return lambda: pl.Series(scores).rank("min", descending=True).to_list()


def figures_of(areas: tuple[Any, ...]) -> list[Measurement]:
    """Return shares on bases of a few thousand; now and then two are equal."""
    source = random.Random(len(areas))
    found: list[Measurement] = []
    for area in areas:
        base = 100 * source.randrange(20, 130)
        number = source.randrange(base // 50) * 50
        found.append(Measurement.share(area, TEACHERS_LOGGED_IN, number, of=base, on=DAY))
    source.shuffle(found)
    return found


def must_agree(calls: dict[str, Callable[[], Any]]) -> None:
    """See that all do the same work before it is timed."""
    ours, *others = [[float(place) for place in call()] for call in calls.values()]
    if any(other != ours for other in others):
        raise SystemExit(f"{', '.join(calls)} do not agree")


def kernel(plan: Plan) -> list[Row]:
    """Number plain scores."""
    goals: dict[int, tuple[float | None, float | None]] = {35: (0.2, 0.08), 514: (0.9, 0.7), 100_000: (None, None)}
    found: list[Row] = []
    for n, (goal, stretch) in goals.items():
        scores = scores_of(n)
        calls: dict[str, Callable[[], Any]] = {
            "ours": lambda scores=scores: ranks(scores),  # type: ignore[misc]
            "scipy": by_scipy(scores),
            "pandas": by_pandas(scores),
            "polars": by_polars(scores),
        }
        must_agree(calls)
        note = "" if goal is None else "the goal is set against scipy"
        found.append(compare(f"ranks(), n = {n:,}", calls, plan, goal=goal, stretch=stretch, note=note))
    return found


def tables(plan: Plan) -> list[Row]:
    """Make full standings of exact shares."""
    jateng = find_province("Jawa Tengah")
    found: list[Row] = []
    for areas, scope, goal, stretch in (
        (jateng.kabupatens, Scope.province(jateng), 1.0, 0.3),
        (kabupatens(), Scope.nation(), 2.0, 1.0),
    ):
        figures = figures_of(areas)
        floats = [int(figure.numerator) / (figure.denominator or 1) for figure in figures]
        theirs = by_pandas(floats)
        table = rank(figures)
        places = {figure.area.key: place for figure, place in zip(table.ranked, table.places, strict=True)}
        must_agree({"ours": lambda: [places[figure.area.key] for figure in figures], "pandas": theirs})  # noqa: B023
        for work, call in (
            ("rank(measurements)", lambda: rank(figures).places),  # noqa: B023
            ("rank(..., scope=)", lambda: rank(figures, scope=scope).places),  # noqa: B023
        ):
            calls = {"ours": call, "pandas": theirs}
            found.append(compare(f"{work}, n = {len(figures)}", calls, plan, goal=goal, stretch=stretch))
    return found


def targets(plan: Plan) -> list[Row]:
    """Ask what a place takes, beside ranking once again with pandas."""
    nation = rank(figures_of(kabupatens()))
    province = rank(figures_of(find_province("Jawa Tengah").kabupatens))
    last = province.ranked[-1].area
    found: list[Row] = []
    for work, table, call, goal, stretch in (
        ("units_to(5), all 514 at once", nation, lambda: nation.units_to(5), 5.0, 1.0),
        ("one target among 514", nation, lambda: nation.target(last, rank=5, by=date(2022, 12, 30)), None, None),
        ("one target among 35", province, lambda: province.target(last, rank=5, by=date(2022, 12, 30)), None, None),
    ):
        floats = [int(figure.numerator) / (figure.denominator or 1) for figure in table.ranked]
        calls = {"ours": call, "pandas": by_pandas(floats)}
        note = "the peer ranks once again"
        found.append(compare(work, calls, plan, goal=goal, stretch=stretch, note=note))
    return found


def rows(plan: Plan) -> list[Row]:
    """Measure all of it."""
    return [*kernel(plan), *tables(plan), *targets(plan)]
