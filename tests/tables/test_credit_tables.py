"""The tables of credit: total, closed, read-only, written again by hand, and agreeing with each other."""

from collections.abc import Mapping
from decimal import Decimal
from enum import EnumType
from fractions import Fraction
from typing import Any, cast

import pytest

from pmm_core.appraisal import Predicate
from pmm_core.credit import (
    COEFFICIENTS,
    COLLECTORS,
    DIPLOMA_BONUS,
    DIPLOMA_PERCENT,
    GRADE_NEEDS,
    GRADES,
    PERCENTS,
    RANK_NEEDS,
    Golongan,
    Grade,
    RiseKind,
    cumulative_need,
    golongan_of,
    grade_of,
    next_golongan,
    next_rise,
)
from pmm_core.people import EmploymentStatus

# grade, coefficient, need of a rank, need of the next grade, bonus of a diploma, its golongan ruang
BY_HAND: tuple[tuple[str, str, int, int | None, str, list[str]], ...] = (
    ("Ahli Pertama", "12.5", 50, 100, "12.5", ["III/a", "III/b"]),
    ("Ahli Muda", "25", 100, 200, "25", ["III/c", "III/d"]),
    ("Ahli Madya", "37.5", 150, 450, "37.5", ["IV/a", "IV/b", "IV/c"]),
    ("Ahli Utama", "50", 200, None, "50", ["IV/d", "IV/e"]),
)
PERCENTS_BY_HAND = {"Sangat Baik": 150, "Baik": 100, "Butuh Perbaikan": 75, "Kurang": 50, "Sangat Kurang": 25}
RANKS_BY_HAND = (
    ("III/a", "Penata Muda", 50, "rank"),
    ("III/b", "Penata Muda Tingkat I", 100, "grade"),
    ("III/c", "Penata", 100, "rank"),
    ("III/d", "Penata Tingkat I", 200, "grade"),
    ("IV/a", "Pembina", 150, "rank"),
    ("IV/b", "Pembina Tingkat I", 300, "rank"),
    ("IV/c", "Pembina Utama Muda", 450, "grade"),
    ("IV/d", "Pembina Utama Madya", 200, "rank"),
    ("IV/e", "Pembina Utama", None, None),
)
TABLES: dict[str, tuple[Mapping[Any, Any], EnumType]] = {
    "COEFFICIENTS": (COEFFICIENTS, Grade),
    "COLLECTORS": (COLLECTORS, EmploymentStatus),
    "DIPLOMA_BONUS": (DIPLOMA_BONUS, Grade),
    "GRADES": (GRADES, Golongan),
    "GRADE_NEEDS": (GRADE_NEEDS, Grade),
    "PERCENTS": (PERCENTS, Predicate),
    "RANK_NEEDS": (RANK_NEEDS, Grade),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_total_in_order_and_read_only(name: str) -> None:
    table, kind = TABLES[name]
    assert list(cast("Any", kind)) == list(table)
    with pytest.raises(TypeError):
        cast("Any", table)[next(iter(table))] = 0
    assert not any(isinstance(value, float) for value in table.values())


def test_the_grades_are_as_written_by_hand() -> None:
    found = [
        (
            grade.label_id,
            str(COEFFICIENTS[grade]),
            RANK_NEEDS[grade],
            GRADE_NEEDS[grade],
            str(DIPLOMA_BONUS[grade]),
            [each.value for each in golongan_of(grade)],
        )
        for grade in Grade
    ]
    assert list(BY_HAND) == found


def test_the_percents_are_as_written_by_hand() -> None:
    assert {each.label_id: percent for each, percent in PERCENTS.items()} == PERCENTS_BY_HAND


def test_the_ranks_are_as_written_by_hand() -> None:
    found: list[tuple[str, str, int | None, str | None]] = []
    for golongan in Golongan:
        rise = next_rise(golongan)
        name = golongan.label_id.removesuffix(f" ({golongan.value})")
        found.append((golongan.value, name, cumulative_need(golongan), rise and rise.value))
    assert list(RANKS_BY_HAND) == found


def test_a_diploma_adds_a_quarter_of_the_need_of_a_rank() -> None:
    assert 25 == DIPLOMA_PERCENT
    assert {grade: Fraction(need * DIPLOMA_PERCENT, 100) for grade, need in RANK_NEEDS.items()} == DIPLOMA_BONUS
    assert [Decimal("12.5"), Decimal(25), Decimal("37.5"), Decimal(50)] == list(DIPLOMA_BONUS.values())


@pytest.mark.parametrize("grade", [Grade.PERTAMA, Grade.MUDA, Grade.MADYA])
def test_the_steps_of_a_grade_add_up_to_the_need_of_the_next(grade: Grade) -> None:
    members = golongan_of(grade)
    assert len(members) * RANK_NEEDS[grade] == GRADE_NEEDS[grade] == cumulative_need(members[-1])
    assert [(step + 1) * RANK_NEEDS[grade] for step in range(len(members))] == [*map(cumulative_need, members)]


def test_grade_and_golongan_are_inverse() -> None:
    assert list(Golongan) == [golongan for grade in Grade for golongan in golongan_of(grade)]
    assert {golongan: grade for grade in Grade for golongan in golongan_of(grade)} == GRADES
    assert all(golongan in golongan_of(grade_of(golongan)) for golongan in Golongan)


def test_the_steps_go_through_every_golongan_once_and_stop() -> None:
    seen: list[Golongan] = []
    here: Golongan | None = Golongan.III_A
    while here is not None:
        seen.append(here)
        here = next_golongan(here)
    assert list(Golongan) == seen


@pytest.mark.parametrize("golongan", Golongan)
def test_a_step_leads_to_the_next_grade_where_its_kind_says_so(golongan: Golongan) -> None:
    following = next_golongan(golongan)
    kind = None
    if following is not None:
        kind = RiseKind.RANK if grade_of(following) is grade_of(golongan) else RiseKind.GRADE
    assert kind is next_rise(golongan)
    assert (following is None) is (cumulative_need(golongan) is None)


def test_better_predicates_and_higher_grades_earn_more() -> None:
    assert sorted(PERCENTS.values()) == list(PERCENTS.values())
    assert sorted(COEFFICIENTS.values()) == list(COEFFICIENTS.values())
    assert len(set(PERCENTS.values())) == len(PERCENTS)
    assert len(set(COEFFICIENTS.values())) == len(COEFFICIENTS)
