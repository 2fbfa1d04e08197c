"""Long rows: what is compared grows with the row at most, told by counting, never by a clock.

A key that is looked for in a list is held against each one before it, so that twice as many take four times as long;
and whoever reads a plan or an observation from elsewhere decides nothing about how long it is.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Final

import attrs
import pytest

from pmm_core._checks import Problems
from pmm_core.cycle import (
    PROCESS_2024,
    TEACHER_INDICATORS,
    CompetenceItem,
    CompetenceKind,
    ExtraDuty,
    FocusRating,
    ObservationHeld,
    Party,
    Plan,
    RubricLevel,
)
from pmm_core.errors import InvalidValueError
from pmm_core.frames._compiled import checked
from pmm_core.people import Role

SIZES: Final = (50, 100, 200)
PER_ITEM: Final = 4
KEPALA: Final = Party("K-3", Role.HEAD)


class Counted(str):
    """A text that counts how often it is held against another."""

    __slots__ = ()
    __hash__ = str.__hash__
    compared = 0

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return str.__eq__(self, other)


def a_plan(keys: list[Counted]) -> None:
    half = len(keys) // 2
    items = tuple(CompetenceItem(key, CompetenceKind.COURSE) for key in keys[:half])
    Plan(
        indicator=TEACHER_INDICATORS[0], competence=items, duties=tuple(ExtraDuty(key, "piket") for key in keys[half:])
    )


def an_observation(keys: list[Counted]) -> None:
    with suppress(InvalidValueError):
        ratings = tuple(FocusRating(key, RubricLevel.EFFECTIVE) for key in keys)
        ObservationHeld(on=date(2024, 3, 7), by=KEPALA, ratings=ratings)


def processes(keys: list[Counted]) -> None:
    checked(Problems("audit"), [attrs.evolve(PROCESS_2024, key=key) for key in keys])


@pytest.mark.parametrize("build", [a_plan, an_observation, processes])
def test_keys_are_not_held_against_each_one_before_them(build: Callable[[list[Counted]], None]) -> None:
    for size in SIZES:
        keys = [Counted(f"k{number}") for number in range(size)]
        Counted.compared = 0
        build(keys)
        assert Counted.compared <= PER_ITEM * size


def test_the_counting_would_tell() -> None:
    Counted.compared = 0
    keys: list[Counted] = []
    for number in range(SIZES[0]):
        key = Counted(f"k{number}")
        assert key not in keys
        keys.append(key)
    assert Counted.compared > PER_ITEM * SIZES[0]
