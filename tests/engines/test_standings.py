"""Standings over frames, by hand: the five ways with ties, what has no place and why, and what is refused."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import narwhals.stable.v2 as nw
import pytest
from carriers import Carrier
from lazily import counting, failing, scans
from which import LAZY, NULLS, ONE

from pmm_core.errors import InvalidValueError, RefusedError, WrongTypeError
from pmm_core.frames import MEASUREMENTS, standings
from pmm_core.ranking import (
    COMMUNITIES,
    COMMUNITIES_REGISTERED,
    LARGER_BASE,
    LARGER_COUNT,
    POINTS,
    STANDARD_METRICS,
    TEACHERS,
    TEACHERS_LOGGED_IN,
    Direction,
    Measurement,
    Metric,
    Scale,
    ScopeKind,
    TieBreak,
    TieMethod,
)
from pmm_core.regions import find
from pmm_core.sources import Certainty, Source

Row = dict[str, Any]
DAY = date(2022, 12, 23)
OURS = Source(key="example", title="An example", locator="here", certainty=Certainty.DESIGN)
COMPLAINTS = Metric(
    key="complaints",
    label_id="keluhan",
    label_en="complaints",
    unit=COMMUNITIES,
    direction=Direction.LOWER,
    source=OURS,
)
GAPS = Metric(
    key="gaps",
    label_id="kekosongan",
    label_en="gaps",
    unit=TEACHERS,
    base=TEACHERS,
    scale=Scale.SHARE,
    direction=Direction.LOWER,
    source=OURS,
)
SCORE = Metric(key="score", label_id="skor", label_en="score", unit=POINTS, scale=Scale.SCORE, source=OURS)
COLUMNS = [
    *("area", "metric", "on", "scope", "numerator", "denominator", "basis_points"),
    *("rank", "tied", "size", "reason", "scale", "ties", "tie_breaks"),
]


def row(area: str | None, number: int | None, base: int | None, **others: Any) -> Row:
    return {"area": area, "metric": "teachers-logged-in", "on": DAY, "numerator": number, "denominator": base} | others


def ranked(carrier: Carrier, rows: Sequence[Row], name: str = "rank", **options: Any) -> Mapping[Any, Any]:
    found = carrier.rows(standings(carrier.frame(rows, MEASUREMENTS), **options))
    return {each["area"]: each[name] for each in found}


SHARES = [row("33.01", 4, 5), row("33.02", 2, 4), row("33.03", 5, 10), row("33.04", 1, 3), row("33.05", 0, 0)]


@ONE
@pytest.mark.parametrize(
    ("ties", "places"),
    [
        (TieMethod.COMPETITION, (1, 2, 2, 4)),
        (TieMethod.DENSE, (1, 2, 2, 3)),
        (TieMethod.MODIFIED, (1, 3, 3, 4)),
        (TieMethod.ORDINAL, (1, 2, 3, 4)),
        (TieMethod.FRACTIONAL, (2, 5, 5, 8)),
    ],
)
def test_equal_shares_are_numbered_by_each_method(carrier: Carrier, ties: TieMethod, places: tuple[int, ...]) -> None:
    name = "rank_doubled" if ties is TieMethod.FRACTIONAL else "rank"
    found = ranked(carrier, SHARES, name, ties=ties)
    assert dict(zip(("33.01", "33.02", "33.03", "33.04", "33.05"), (*places, None), strict=True)) == found


@ONE
def test_a_row_says_all_there_is_to_say(carrier: Carrier) -> None:
    found = carrier.rows(standings(carrier.frame([row("33.01", 2, 3), row("33.02", 1, 0)], MEASUREMENTS)))
    assert COLUMNS == list(found[0])
    common = {"metric": "teachers-logged-in", "on": DAY, "scope": "33", "size": 1}
    told = {"scale": "share", "ties": "competition", "tie_breaks": ""}
    one = {
        "area": "33.01",
        "numerator": 2,
        "denominator": 3,
        "basis_points": 6667,
        "rank": 1,
        "tied": 0,
        "reason": None,
    }
    other = {"area": "33.02", "numerator": 1, "denominator": 0, "basis_points": None, "rank": None, "tied": None}
    assert [one | common | told, other | common | told | {"reason": "over-full"}] == found


@NULLS
def test_what_cannot_be_ranked_says_why_and_keeps_nobody_else_from_a_place(carrier: Carrier) -> None:
    topic_1, topic_2 = {"metric": "topic-1-completed"}, {"metric": "topic-2-completed"}
    wrong = [
        (row("33.06", 1, 2, reason="funnel-widens"), "funnel-widens"),
        (row(None, 1, 2), "unknown-region"),
        (row("33.99", 1, 2), "unknown-region"),
        (row("33.25\n", 1, 2), "unknown-region"),
        (row("Batang", 1, 2), "unknown-region"),
        (row("33.07", 1, 2, metric=None), "wrong-metric"),
        (row("33.08", 1, 2, metric="mètrik"), "wrong-metric"),
        (row("33.09", None, 2), "missing-value"),
        (row("33.10", 1, 2, on=None), "missing-value"),
        (row("33.11", -1, 2), "negative"),
        (row("33.12", 1, -2), "negative"),
        (row("33.13", 1, 2**31), "out-of-range"),
        (row("33.14", 2**62, 2**62), "out-of-range"),
        (row("33.15", 1, 2, metric="communities-registered"), "unexpected-base"),
        (row("33.16", 3, 2), "over-full"),
        (row("33.17", 0, 0), "empty-base"),
        (row("33.18", 1, 2), "duplicate"),
        (row("33.18", 2, 2), "duplicate"),
        (row("33.19", 1, 2, **topic_1), "mixed-areas"),
        (row("33", 1, 2, **topic_1), "mixed-areas"),
        (row("33.20", 1, 2, **topic_2), "mixed-scales"),
        (row("33.21", 1, None, **topic_2), "mixed-scales"),
    ]
    frame = carrier.frame([*(each for each, _ in wrong), *SHARES], MEASUREMENTS)
    found = carrier.rows(standings(frame))
    reasons = sorted(
        [(each["area"] or "", each["numerator"] or 0, why) for each, why in wrong] + [("33.05", 0, "empty-base")]
    )
    assert reasons == sorted(
        (each["area"] or "", each["numerator"] or 0, each["reason"]) for each in found if each["reason"]
    )
    assert all(each["rank"] is None and each["tied"] is None for each in found if each["reason"])
    assert {"33.01": 1, "33.02": 2, "33.03": 2, "33.04": 4} == {
        each["area"]: each["rank"] for each in found if not each["reason"]
    }


@ONE
def test_less_is_better_where_the_metric_says_so(carrier: Carrier) -> None:
    rows = [
        *(row(f"33.0{number}", number % 3, None, metric="complaints") for number in range(1, 5)),
        *(row(f"34.0{number}", 1, number, metric="gaps") for number in range(1, 5)),
    ]
    found = ranked(carrier, rows, metrics=(COMPLAINTS, GAPS), tie_breaks=(LARGER_COUNT,))
    wanted = {"33.01": 2, "33.02": 4, "33.03": 1, "33.04": 2, "34.01": 4, "34.02": 3, "34.03": 2, "34.04": 1}
    assert wanted == found


@ONE
def test_scores_are_fractions_of_either_sign(carrier: Carrier) -> None:
    values = ((-1, 3), (-2, 6), (7, 2), (0, 5), (2**31 - 1, 3), (2**31 - 2, 3), (1, None), (1, 0))
    rows = [row(f"33.0{number}", *value, metric="score") for number, value in enumerate(values, start=1)]
    found = ranked(carrier, rows, metrics=(SCORE, TEACHERS_LOGGED_IN), tie_breaks=(LARGER_COUNT,))
    places = (6, 6, 3, 5, 1, 2, 4, None)
    assert {f"33.0{number}": place for number, place in enumerate(places, start=1)} == found


@ONE
def test_tie_breaks_decide_in_their_order(carrier: Carrier) -> None:
    rows = [row("33.01", 1, 2), row("33.02", 2, 4), row("33.03", 2, 4), row("33.04", 3, 4)]
    assert {"33.01": 4, "33.02": 2, "33.03": 2, "33.04": 1} == ranked(carrier, rows, tie_breaks=[LARGER_COUNT])
    found = ranked(carrier, rows, "tie_breaks", tie_breaks=(LARGER_BASE, LARGER_COUNT))
    assert {"base,count"} == set(found.values())
    counts = [row("33.01", 1, None, metric="communities-registered")]
    assert {"33.01": "tie-break-unmeasured"} == ranked(carrier, counts, "reason", tie_breaks=[LARGER_BASE])
    scores = [row("33.01", 1, 2, metric="score")]
    assert {"33.01": "tie-break-unmeasured"} == ranked(
        carrier, scores, "reason", tie_breaks=[LARGER_BASE], metrics=[SCORE]
    )


@ONE
def test_scopes_reach_as_far_as_they_are_asked_to(carrier: Carrier) -> None:
    rows = [row("33.01", 1, 2), row("34.01", 2, 2), row("51.01", 3, 4)]
    assert {"33.01": 1, "34.01": 1, "51.01": 1} == ranked(carrier, rows)
    assert {"33.01": 2, "34.01": 1, "51.01": 1} == ranked(carrier, rows, within=ScopeKind.ISLAND_GROUP)
    assert {"33.01": 3, "34.01": 1, "51.01": 2} == ranked(carrier, rows, within="nation", ties="dense")
    provinces = [row("33", 1, 2), row("34", 2, 2)]
    assert {"33": "jawa", "34": "jawa"} == ranked(carrier, provinces, "scope", within="island-group")
    assert {"33": 2, "34": 1} == ranked(carrier, provinces, within="island-group")


@ONE
def test_a_metric_of_your_own_must_be_said_to_be_one(carrier: Carrier) -> None:
    rows = [row("33.01", 1, None, metric="complaints")]
    assert {"33.01": "wrong-metric"} == ranked(carrier, rows, "reason")
    assert {"33.01": None} == ranked(carrier, rows, "reason", metrics=(*STANDARD_METRICS, COMPLAINTS))
    assert {"33.01": "wrong-metric"} == ranked(carrier, rows, "reason", metrics=())


@NULLS
def test_a_frame_of_narwhals_gives_one_of_narwhals(carrier: Carrier) -> None:
    frame = nw.from_native(carrier.frame(SHARES, MEASUREMENTS))
    found = standings(frame)
    assert isinstance(found, nw.LazyFrame if carrier.lazy else nw.DataFrame)
    assert 5 == len(carrier.rows(found.to_native()))


@LAZY
def test_nothing_is_computed_before_it_is_asked_for(carrier: Carrier) -> None:
    frame = failing(carrier, carrier.frame(SHARES, MEASUREMENTS))
    found = standings(frame, ties=TieMethod.DENSE, tie_breaks=(LARGER_COUNT,))
    assert isinstance(found, carrier.kind())
    with pytest.raises(Exception, match="computed"):
        carrier.rows(found)


@LAZY
def test_a_lazy_source_is_read_once(carrier: Carrier) -> None:
    frame = carrier.frame(SHARES, MEASUREMENTS)
    if carrier.name in {"polars-lazy", "dask"}:
        reads: list[int] = []
        carrier.rows(standings(counting(carrier, frame, reads)))
        assert len(SHARES) == sum(reads)
    else:
        assert 1 == scans(carrier, standings(frame))


@ONE
def test_all_problems_are_told_at_once(carrier: Carrier) -> None:
    frame: Any = carrier.frame(SHARES, MEASUREMENTS, only=("area", "metric", "on", "denominator"))
    wrong: Any = {"within": "village", "ties": 3, "tie_breaks": ["base"], "metrics": ["x", COMPLAINTS, COMPLAINTS]}
    with pytest.raises(WrongTypeError) as caught:
        standings(frame, **wrong)
    assert [
        ("measurements[numerator]", "missing-column"),
        ("tie_breaks[0]", "wrong-type"),
        ("metrics[0]", "wrong-type"),
        ("metrics[2]", "duplicate"),
        ("within", "unknown-choice"),
        ("ties", "wrong-type"),
    ] == [(problem.path, problem.code) for problem in caught.value.problems]


@ONE
def test_what_objects_can_do_and_frames_cannot_is_refused_with_all_reasons(carrier: Carrier) -> None:
    frame = carrier.frame(SHARES, MEASUREMENTS)
    other = [Measurement.count(find("Kab. Batang"), COMMUNITIES_REGISTERED, 1, on=DAY)]
    with pytest.raises(RefusedError) as caught:
        standings(frame, within=ScopeKind.KABUPATEN, tie_breaks=[LARGER_COUNT, TieBreak.by(other)])
    assert ["not-over-frames", "not-over-frames"] == [refusal.code for refusal in caught.value.refusals]
    assert "metric:communities-registered" in caught.value.refusals[1].message
    assert "LARGER_COUNT" in caught.value.refusals[1].possible
    with pytest.raises(InvalidValueError) as unnamed:
        standings(frame, within="named")
    assert ("malformed",) == unnamed.value.codes


def test_what_is_no_frame_is_refused() -> None:
    wrong: Any = [row("33.01", 1, 2)]
    with pytest.raises(WrongTypeError) as caught:
        standings(wrong)
    assert ["measurements"] == [problem.path for problem in caught.value.problems]
