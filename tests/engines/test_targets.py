"""Targets over frames, by hand: what every method asks for, either direction, and what has no target."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from carriers import Carrier
from lazily import failing
from test_standings import COMPLAINTS, GAPS, SCORE, SHARES, row
from which import LAZY, NULLS, ONE

from pmm_core.errors import InvalidValueError, RefusedError, WrongTypeError
from pmm_core.frames import MEASUREMENTS, targets
from pmm_core.ranking import STANDARD_METRICS, ScopeKind, TieMethod

COLUMNS = [
    *("area", "metric", "on", "scope", "numerator", "denominator", "rank", "size"),
    *("wanted", "to_share", "to_pass", "reason", "ties"),
]
TEN = [row("33.01", 9, 10), row("33.02", 6, 10), row("33.03", 6, 10), row("33.04", 2, 10), row("33.05", 1, 20)]


def units(
    carrier: Carrier, rows: Sequence[dict[str, Any]], **options: Any
) -> dict[str, tuple[int | None, int | None, str | None]]:
    found = carrier.rows(targets(carrier.frame(rows, MEASUREMENTS), **options))
    return {each["area"]: (each["to_share"], each["to_pass"], each["reason"]) for each in found}


@ONE
@pytest.mark.parametrize(
    ("ties", "to_share"),
    [
        (TieMethod.COMPETITION, (0, 0, 0, 4, 11)),
        (TieMethod.DENSE, (0, 0, 0, 4, 11)),
        (TieMethod.MODIFIED, (0, 1, 1, 5, 12)),
        (TieMethod.ORDINAL, (0, 0, 1, 5, 12)),
        (TieMethod.FRACTIONAL, (0, 1, 1, 5, 12)),
    ],
)
def test_the_second_place_takes_so_much(carrier: Carrier, ties: TieMethod, to_share: tuple[int, ...]) -> None:
    found = units(carrier, TEN, rank=2, ties=ties)
    to_pass = (0, 1, 1, 5, 12)
    areas = ("33.01", "33.02", "33.03", "33.04", "33.05")
    assert {area: (few, more, None) for area, few, more in zip(areas, to_share, to_pass, strict=True)} == found


@ONE
def test_a_row_says_all_there_is_to_say(carrier: Carrier) -> None:
    found = carrier.rows(targets(carrier.frame([row("33.01", 2, 3), row("33.02", 1, 3)], MEASUREMENTS), rank=1))
    assert COLUMNS == list(found[0])
    common = {"metric": "teachers-logged-in", "on": date(2022, 12, 23), "scope": "33", "denominator": 3, "size": 2}
    common |= {"wanted": 1, "reason": None, "ties": "competition"}
    one = {"area": "33.01", "numerator": 2, "rank": 1, "to_share": 0, "to_pass": 0}
    other = {"area": "33.02", "numerator": 1, "rank": 2, "to_share": 1, "to_pass": 2}
    assert [one | common, other | common] == found


@ONE
def test_a_full_base_above_cannot_be_passed_and_a_small_one_cannot_be_reached(carrier: Carrier) -> None:
    rows = [row("33.01", 5, 5), row("33.02", 1, 4), row("34.01", 2, 2), row("34.02", 0, 2)]
    assert (3, None, None) == units(carrier, rows, rank=1)["33.02"]
    assert (None, None, "unreachable") == units(carrier, rows, rank=1, ties="modified", within="nation")["33.02"]


@ONE
def test_less_is_better_where_the_metric_says_so(carrier: Carrier) -> None:
    rows = [
        *(row(f"33.0{number}", number, None, metric="complaints") for number in (0, 3, 3, 8) if number),
        row("33.07", 0, None, metric="complaints"),
        row("34.01", 1, 4, metric="gaps"),
        row("34.02", 7, 9, metric="gaps"),
    ]
    rows = [*{each["area"]: each for each in rows}.values()]
    found = units(carrier, rows, rank=1, metrics=(COMPLAINTS, GAPS))
    assert {
        "33.03": (3, None, None),
        "33.07": (0, 0, None),
        "33.08": (8, None, None),
        "34.01": (0, 0, None),
        "34.02": (5, 5, None),
    } == found


@ONE
def test_counts_have_no_end(carrier: Carrier) -> None:
    rows = [
        row("33.01", 2**31 - 1, None, metric="communities-registered"),
        row("33.02", 0, None, metric="communities-registered"),
    ]
    assert (2**31 - 1, 2**31, None) == units(carrier, rows, rank=1)["33.02"]


@NULLS
def test_what_has_no_target_says_why(carrier: Carrier) -> None:
    rows = [*SHARES, row("34.01", 1, 2), row("33.06", 1, 2, metric="score"), row("33.07", 1, 0, metric="score")]
    found = units(carrier, rows, rank=2, metrics=(*STANDARD_METRICS, SCORE))
    assert {"33.05": "not-ranked", "34.01": "no-such-place", "33.06": "no-units", "33.07": "not-ranked"} == {
        area: reason for area, (_, _, reason) in found.items() if reason
    }


@LAZY
def test_nothing_is_computed_before_it_is_asked_for(carrier: Carrier) -> None:
    found = targets(failing(carrier, carrier.frame(SHARES, MEASUREMENTS)), rank=1, ties=TieMethod.ORDINAL)
    assert isinstance(found, carrier.kind())
    with pytest.raises(Exception, match="computed"):
        carrier.rows(found)


@ONE
def test_wrong_arguments_are_told_at_once(carrier: Carrier) -> None:
    frame: Any = carrier.frame(SHARES, MEASUREMENTS)
    with pytest.raises(InvalidValueError) as caught:
        targets(frame, rank=0, ties="best")
    assert ("too-small", "unknown-choice") == caught.value.codes
    with pytest.raises(InvalidValueError) as large:
        targets(frame, rank=2**31)
    assert ("too-large",) == large.value.codes
    wrong: Any = "first"
    with pytest.raises(WrongTypeError):
        targets(frame, rank=wrong)
    with pytest.raises(RefusedError) as refused:
        targets(frame, rank=1, within=ScopeKind.KABUPATEN)
    assert ("not-over-frames",) == refused.value.codes


@ONE
def test_nothing_comes_of_nothing(carrier: Carrier) -> None:
    frame: Any = carrier.frame([], MEASUREMENTS)
    assert [] == carrier.rows(targets(frame, rank=1))
