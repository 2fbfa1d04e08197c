"""The values of appraisal: what every value of the library can do, and that nobody is named."""

import copy
import pickle
import traceback
from datetime import date
from enum import EnumType
from typing import Any, cast

import attrs
import pytest

from pmm_core import appraisal as door
from pmm_core.appraisal import (
    DISTRIBUTION,
    AnnualEvaluation,
    ClauseBounds,
    OrganisationPredicate,
    PeriodicEvaluation,
    PredicateCounts,
    Rating,
    Violation,
    check_distribution,
)
from pmm_core.calendar import Period
from pmm_core.errors import InvalidValueError

MARKER = "RAHASIA-17"
S1 = Period(2024, "S", 1)
FIRST = PeriodicEvaluation(
    employee=MARKER, period=S1, results=Rating.ABOVE, behaviour=Rating.ABOVE, on=date(2024, 6, 30)
)
YEAR = AnnualEvaluation(
    employee=MARKER,
    year=2024,
    results=Rating.ABOVE,
    behaviour=Rating.BELOW,
    on=date(2025, 1, 31),
    periodic=(FIRST,),
)
COUNTS = PredicateCounts(good=29, very_good=71)
CLAUSE = DISTRIBUTION[OrganisationPredicate.OUTSTANDING][0]
BOUNDS = ClauseBounds(CLAUSE, 100)
CHECK = check_distribution(COUNTS, OrganisationPredicate.OUTSTANDING)

PAIRS: list[tuple[Any, Any]] = [
    (FIRST, attrs.evolve(FIRST, behaviour=Rating.BELOW)),
    (YEAR, attrs.evolve(YEAR, periodic=())),
    (COUNTS, attrs.evolve(COUNTS, poor=1)),
    (CLAUSE, attrs.evolve(CLAUSE, share=None, heads=70)),
    (BOUNDS, attrs.evolve(BOUNDS, employees=99)),
    (Violation(BOUNDS, 71), Violation(BOUNDS, 72)),
    (CHECK, attrs.evolve(CHECK, organisation=OrganisationPredicate.GOOD)),
]
each = pytest.mark.parametrize("index", range(len(PAIRS)), ids=[type(value).__name__ for value, _ in PAIRS])


@each
def test_values_compare_by_what_they_hold(index: int) -> None:
    value, other = PAIRS[index]
    for same in (copy.deepcopy(value), copy.copy(value), pickle.loads(pickle.dumps(value))):  # noqa: S301 -- our own
        assert (value, hash(value)) == (same, hash(same))
        assert type(value) is type(same)
        names = [field.name for field in attrs.fields(cast("Any", type(value)))]
        assert [getattr(value, name) for name in names] == [getattr(same, name) for name in names]
    assert value != other
    assert value != "a text"


@each
def test_values_are_frozen_and_have_no_other_attributes(index: int) -> None:
    value: Any = PAIRS[index][0]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, attrs.fields(cast("Any", type(value)))[0].name, None)
    assert not hasattr(value, "__dict__")


@each
def test_a_changed_copy_is_worked_out_anew(index: int) -> None:
    value, other = PAIRS[index]
    given = {field.name: getattr(other, field.name) for field in attrs.fields(cast("Any", type(value))) if field.init}
    assert repr(other) == repr(attrs.evolve(value, **given))


def test_every_public_value_is_in_the_list() -> None:
    kinds = [getattr(door, name) for name in door.__all__]
    assert {kind for kind in kinds if isinstance(kind, type) and attrs.has(kind)} == {type(one) for one, _ in PAIRS}


@pytest.mark.parametrize("name", [name for name in door.__all__ if isinstance(getattr(door, name), EnumType)])
def test_members_come_back_and_have_words_in_both_languages(name: str) -> None:
    kind: Any = getattr(door, name)
    for member in kind:
        assert member is pickle.loads(pickle.dumps(member))  # noqa: S301 -- our own bytes
        assert member is kind(member.value)
        assert member.label_id
        assert member.label_en
        assert member.value == member.value.lower().replace("_", "-").strip()


def test_who_was_evaluated_is_not_shown() -> None:
    for shown in (repr(FIRST), str(FIRST), repr(YEAR), str(YEAR)):
        assert MARKER not in shown
    assert MARKER == FIRST.employee == YEAR.employee


@pytest.mark.parametrize("employee", [MARKER + "!", "G-17"], ids=["malformed", "somebody else"])
def test_no_error_names_who_was_evaluated(employee: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(YEAR, employee=employee)
    text = "".join(traceback.format_exception_only(caught.value)) + repr(caught.value)
    assert MARKER not in text
    assert "G-17" not in text
