"""Composite indices over frames, by hand: points, what has no place and why, and what is refused."""

from fractions import Fraction
from typing import Any

import pytest
from carriers import Carrier
from lazily import counting, failing, scans
from test_composite_laws import HALF, TWO, index_of
from test_standings import row
from which import LAZY, NULLS, ONE

from pmm_core.errors import InvalidValueError, RefusedError, WrongTypeError
from pmm_core.frames import MEASUREMENTS, composite, movement
from pmm_core.frames._composite import Digits  # pyright: ignore[reportPrivateUsage]
from pmm_core.ranking import COMMUNITIES_REGISTERED, SCHOOLS_LOGGED_IN, TEACHERS_LOGGED_IN

INDEX = index_of((SCHOOLS_LOGGED_IN, HALF, None), (COMMUNITIES_REGISTERED, HALF, 150))
SCHOOLS: dict[str, Any] = {"metric": "schools-logged-in"}
COMMUNITIES: dict[str, Any] = {"metric": "communities-registered"}
BATANGHARI = [row("15.04", 240, 240, **SCHOOLS), row("15.04", 144, None, **COMMUNITIES)]
BUNGO = [row("15.08", 100, 300, **SCHOOLS), row("15.08", 151, None, **COMMUNITIES)]
COLUMNS = [
    *("area", "metric", "on", "scope", "basis_points", "rank", "tied", "size"),
    *("reason", "scale", "ties", "tie_breaks"),
]


def told(carrier: Carrier, rows: list[dict[str, Any]], **options: Any) -> dict[str, tuple[Any, ...]]:
    found = carrier.rows(composite(INDEX, carrier.frame(rows, MEASUREMENTS), **options))
    return {each["area"]: (each["basis_points"], each["rank"], each["size"], each["reason"]) for each in found}


@ONE
def test_points_go_up_to_a_hundred_and_are_rounded_half_up(carrier: Carrier) -> None:
    assert {"15.04": (9800, 1, 2, None), "15.08": (6667, 2, 2, None)} == told(carrier, BATANGHARI + BUNGO)
    found = carrier.rows(composite(INDEX, carrier.frame(BATANGHARI, MEASUREMENTS)))
    assert COLUMNS == list(found[0])
    assert ("index", "15", "score", "competition") == tuple(
        found[0][name] for name in ("metric", "scope", "scale", "ties")
    )


@NULLS
def test_what_cannot_be_ranked_says_why(carrier: Carrier) -> None:
    rows = [
        *BATANGHARI,
        row("15.01", 1, 2, **SCHOOLS),
        *(row("15.02", 0, 0, **SCHOOLS), row("15.02", 1, None, **COMMUNITIES)),
        *(row("15.03", 1, None, **SCHOOLS), row("15.03", 1, None, **COMMUNITIES)),
        *(row("15.05", 1, 2, **SCHOOLS), row("15.05", 1, 2, **SCHOOLS), row("15.05", 1, None, **COMMUNITIES)),
        *(row("15.06", 3, 2, **SCHOOLS), row("15.06", 1, None, **COMMUNITIES)),
        *(row("15.07", 1, 2, **SCHOOLS), row("15.07", 1, 2, **COMMUNITIES)),
        *(row("15.09", 2**62, 2**62, **SCHOOLS), row("15.09", -(2**63), None, **COMMUNITIES)),
        row("15.08", 1, 2),
    ]
    assert {
        "15.04": (9800, 1, 1, None),
        "15.01": (None, None, 1, "incomplete"),
        "15.02": (None, None, 1, "empty-base"),
        "15.03": (None, None, 1, "incomplete"),
        "15.05": (None, None, 1, "duplicate"),
        "15.06": (None, None, 1, "over-full"),
        "15.07": (None, None, 1, "unexpected-base"),
        "15.09": (None, None, 1, "out-of-range"),
    } == told(carrier, rows)
    mixed = [*BATANGHARI, row("15", 1, 2, **SCHOOLS), row("15", 1, None, **COMMUNITIES)]
    assert {"15": (None, None, 0, "mixed-areas"), "15.04": (None, None, 0, "mixed-areas")} == told(carrier, mixed)


@ONE
def test_movement_takes_its_tables(carrier: Carrier) -> None:
    later = [each | {"on": each["on"].replace(year=2023)} for each in BUNGO]
    frames = [composite(INDEX, carrier.frame(rows, MEASUREMENTS)) for rows in (BATANGHARI + BUNGO, later)]
    found = carrier.rows(movement(*frames))
    assert [("15.04", "left", None), ("15.08", "up", 1)] == [
        (each["area"], each["kind"], each["places"]) for each in found
    ]


@LAZY
def test_nothing_is_computed_before_it_is_asked_for_and_the_source_is_read_once(carrier: Carrier) -> None:
    frame = carrier.frame(BATANGHARI, MEASUREMENTS)
    found = composite(INDEX, failing(carrier, frame))
    assert isinstance(found, carrier.kind())
    with pytest.raises(Exception, match="computed"):
        carrier.rows(found)
    if carrier.name in {"polars-lazy", "dask"}:
        reads: list[int] = []
        carrier.rows(composite(INDEX, counting(carrier, frame, reads)))
        assert len(BATANGHARI) == sum(reads)
    else:
        assert 1 == scans(carrier, composite(INDEX, frame))


@ONE
def test_an_index_that_does_not_fit_is_refused(carrier: Carrier) -> None:
    frame: Any = carrier.frame(BATANGHARI, MEASUREMENTS)
    fine = Fraction(1, 2**31)
    weights = index_of((SCHOOLS_LOGGED_IN, fine, None), (TEACHERS_LOGGED_IN, 1 - fine, None))
    marks = index_of((COMMUNITIES_REGISTERED, Fraction(1), 2**31))
    for index, path in ((weights, "index.components"), (marks, "index.components[0].full_mark")):
        with pytest.raises(InvalidValueError) as caught:
            composite(index, frame)
        assert [(path, "out-of-range")] == [(problem.path, problem.code) for problem in caught.value.problems]
    wrong: Any = "index"
    with pytest.raises(WrongTypeError) as types:
        composite(wrong, frame, within="village")
    assert ("wrong-type", "unknown-choice") == types.value.codes
    with pytest.raises(RefusedError):
        composite(INDEX, frame, within="kabupaten")


def test_there_are_as_many_digits_as_the_bases_need() -> None:
    assert (4, 7) == (Digits.of(TWO).grid, Digits.of(TWO).last)
    assert (3, 5) == (Digits.of(INDEX).grid, Digits.of(INDEX).last)
    assert ("_key0", "_key2", "_key4") == Digits.of(TWO).keys


@ONE
def test_nothing_comes_of_nothing(carrier: Carrier) -> None:
    frame: Any = carrier.frame([], MEASUREMENTS)
    assert [] == carrier.rows(composite(INDEX, frame))
