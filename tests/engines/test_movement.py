"""Movement over frames, by hand: climbs, falls, who is new and who has left, and what does not compare."""

from datetime import date
from typing import Any

import narwhals.stable.v2 as nw
import pytest
from carriers import CARRIERS, Carrier
from lazily import failing
from test_standings import SHARES, row
from which import LAZY, ONE, QUICK

from pmm_core.errors import IncomparableError, InvalidValueError, WrongTypeError
from pmm_core.frames import MEASUREMENTS, movement, standings
from pmm_core.ranking import LARGER_COUNT, TieMethod

EARLY, LATE = date(2022, 11, 1), date(2022, 12, 1)
COLUMNS = [
    *("area", "metric", "scope", "on_before", "on_after", "kind"),
    *("rank_before", "rank_after", "places", "reason"),
]


def table(carrier: Carrier, on: date, *figures: tuple[str, int, int | None], **options: Any) -> Any:
    rows = [row(area, number, base, on=on) for area, number, base in figures]
    return standings(carrier.frame(rows, MEASUREMENTS), **options)


def moves(carrier: Carrier, before: Any, after: Any) -> dict[str, tuple[Any, ...]]:
    found = carrier.rows(movement(before, after))
    return {each["area"]: tuple(each.values())[5:] for each in found}


@ONE
def test_a_climb_is_positive(carrier: Carrier) -> None:
    before = table(carrier, EARLY, ("33.01", 1, 9), ("33.02", 2, 9), ("33.03", 3, 9), ("33.04", 4, 9), ("33.05", 0, 0))
    after = table(carrier, LATE, ("33.01", 4, 9), ("33.02", 2, 9), ("33.03", 1, 9), ("33.04", 0, 0), ("33.05", 3, 9))
    assert {
        "33.01": ("up", 4, 1, 3, None),
        "33.02": ("same", 3, 3, 0, None),
        "33.03": ("down", 2, 4, -2, None),
        "33.04": ("left", 1, None, None, None),
        "33.05": ("new", None, 2, None, None),
    } == moves(carrier, before, after)
    found = carrier.rows(movement(before, after))[0]
    assert COLUMNS == list(found)
    assert [EARLY, LATE] == [found["on_before"], found["on_after"]]


@ONE
def test_halves_are_doubled(carrier: Carrier) -> None:
    before = table(carrier, EARLY, ("33.01", 1, 9), ("33.02", 1, 9), ties="fractional")
    after = table(carrier, LATE, ("33.01", 2, 9), ("33.02", 1, 9), ties="fractional")
    found = carrier.rows(movement(before, after))
    names = ("rank_doubled_before", "rank_doubled_after", "places_doubled")
    assert [(3, 2, 1), (3, 4, -1)] == [tuple(each[name] for name in names) for each in found]


@ONE
def test_a_table_that_only_one_of_them_has_is_new_or_has_left(carrier: Carrier) -> None:
    before = table(carrier, EARLY, ("33.01", 1, 9))
    after = table(carrier, LATE, ("34.01", 1, 9))
    found = carrier.rows(movement(before, after))
    assert [("left", EARLY, None), ("new", None, LATE)] == [
        (each["kind"], each["on_before"], each["on_after"]) for each in found
    ]


@ONE
@pytest.mark.parametrize(
    ("code", "first", "second", "options"),
    [
        ("dates-reversed", LATE, 9, {}),
        ("different-scale", EARLY, None, {}),
        ("different-ties", EARLY, 9, {"ties": TieMethod.DENSE}),
        ("different-tie-breaks", EARLY, 9, {"tie_breaks": (LARGER_COUNT,)}),
    ],
)
def test_what_does_not_compare_says_why(
    carrier: Carrier, code: str, first: date, second: int | None, options: dict[str, Any]
) -> None:
    found = moves(
        carrier,
        table(carrier, first, ("33.01", 1, 9), ("33.02", 2, 9)),
        table(carrier, LATE, ("33.01", 1, second), **options),
    )
    assert dict.fromkeys(("33.01", "33.02"), (None, None, None, None, code)) == found


@QUICK
def test_provinces_do_not_compare_with_kabupaten(carrier: Carrier) -> None:
    """As no objects do: nobody is new, and nobody has left."""
    before = table(carrier, EARLY, ("33", 1, 9), ("34", 2, 9), within="nation")
    after = table(carrier, LATE, ("33.01", 1, 9), within="nation")
    why = (None, None, None, None, "different-areas")
    assert dict.fromkeys(("33", "34", "33.01"), why) == moves(carrier, before, after)
    nobody = table(carrier, LATE, ("33.01", 0, 0), within="nation")  # a table of nobody is of every kind
    assert {"33": ("left", 2, None, None, None), "34": ("left", 1, None, None, None)} == moves(carrier, before, nobody)


@ONE
def test_a_table_of_several_days_does_not_compare(carrier: Carrier) -> None:
    rows = [row("33.01", 1, 9, on=EARLY), row("33.01", 1, 9, on=LATE)]
    both = standings(carrier.frame(rows, MEASUREMENTS))
    after = table(carrier, date(2023, 1, 1), ("33.01", 1, 9))
    assert {"33.01": (None, None, None, None, "mixed-dates")} == moves(carrier, both, after)
    early = table(carrier, date(2022, 1, 1), ("33.01", 1, 9))
    assert {"33.01": (None, None, None, None, "mixed-dates")} == moves(carrier, early, both)


@LAZY
def test_nothing_is_computed_before_it_is_asked_for(carrier: Carrier) -> None:
    frame = failing(carrier, carrier.frame(SHARES, MEASUREMENTS))
    found = movement(standings(frame), standings(frame))
    assert isinstance(found, carrier.kind())
    with pytest.raises(Exception, match="computed"):
        carrier.rows(found)


@ONE
def test_wrong_frames_are_told_at_once(carrier: Carrier) -> None:
    sound = table(carrier, EARLY, ("33.01", 1, 9))
    wrong: Any = carrier.frame(SHARES, MEASUREMENTS)
    with pytest.raises(InvalidValueError) as caught:
        movement(wrong, sound)
    missing = ["scope", "scale", "ties", "tie_breaks"]
    assert [(f"before[{name}]", "missing-column") for name in missing] == [
        (problem.path, problem.code) for problem in caught.value.problems
    ]
    none: Any = None
    with pytest.raises(WrongTypeError) as types:
        movement(none, none)
    assert ["before", "after"] == [problem.path for problem in types.value.problems]
    with pytest.raises(IncomparableError) as ties:
        movement(sound, table(carrier, LATE, ("33.01", 1, 9), ties="fractional"))
    assert ("different-ties",) == ties.value.codes


@ONE
def test_standings_need_a_place(carrier: Carrier) -> None:
    placeless: Any = nw.from_native(table(carrier, EARLY, ("33.01", 1, 9))).drop("rank").to_native()
    with pytest.raises(InvalidValueError) as caught:
        movement(placeless, placeless)
    assert [("before[rank]", "missing-column"), ("after[rank]", "missing-column")] == [
        (problem.path, problem.code) for problem in caught.value.problems
    ]


@ONE
def test_frames_of_two_engines_do_not_meet(carrier: Carrier) -> None:
    sound: Any = table(carrier, EARLY, ("33.01", 1, 9))
    other: Any = table(CARRIERS["pyarrow"], LATE, ("33.01", 1, 9))
    with pytest.raises(InvalidValueError) as caught:
        movement(sound, other)
    assert [("after", "different-engine")] == [(problem.path, problem.code) for problem in caught.value.problems]


@ONE
def test_nothing_comes_of_nothing(carrier: Carrier) -> None:
    frame: Any = carrier.frame([], MEASUREMENTS)
    assert [] == carrier.rows(movement(standings(frame), standings(frame)))
