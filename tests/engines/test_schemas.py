"""Schemas and their columns as values, and what the library's own schemas promise."""

import copy
import pickle
from typing import Any, Final

import attrs
import pytest
from hypothesis import given, strategies as st

from pmm_core.communities import CommunityKind
from pmm_core.cycle import PROCESSES, EventKind
from pmm_core.errors import InvalidValueError, WrongTypeError, codes
from pmm_core.frames import (
    COMMUNITIES,
    CYCLES,
    EVENTS,
    MEASUREMENTS,
    SCHEMAS,
    SCHOOLS,
    TEACHERS,
    Column,
    ColumnKind,
    Schema,
    TextForm,
)
from pmm_core.people import Role, SchoolLevel
from pmm_core.regions import kabupatens, provinces

ANY: Final = Column(name="id", kind=ColumnKind.TEXT, about="An id.")


def schema(**changes: Any) -> Schema:
    given: dict[str, Any] = {"name": "rows", "about": "Rows.", "columns": (ANY,), "key": ("id",)}
    return Schema(**given | changes)


def column(**changes: Any) -> Column:
    given: dict[str, Any] = {"name": "id", "kind": ColumnKind.TEXT, "about": "An id."}
    return Column(**given | changes)


class TestValues:
    """Law: schemas and columns survive copying, and are equal where all their fields are."""

    @given(st.sampled_from(SCHEMAS))
    def test_of_schemas(self, each: Schema) -> None:
        assert each == pickle.loads(pickle.dumps(each))  # noqa: S301 -- our own bytes
        assert each == copy.copy(each) == copy.deepcopy(each)
        assert hash(each) == hash(attrs.evolve(each))
        assert each != attrs.evolve(each, about="Something else.")

    @given(st.sampled_from([column for each in SCHEMAS for column in each.columns]))
    def test_of_columns(self, each: Column) -> None:
        assert each == pickle.loads(pickle.dumps(each))  # noqa: S301 -- our own bytes
        assert each == copy.copy(each) == copy.deepcopy(each)
        assert each != attrs.evolve(each, nullable=not each.nullable)


def test_the_words_of_codes_are_those_of_the_core() -> None:
    assert {role.value for role in Role} == {*TEACHERS.column("role").codes}
    assert {role.value for role in Role} == {*EVENTS.column("by_role").codes} == {*CYCLES.column("superior_role").codes}
    assert {level.value for level in SchoolLevel} == {*SCHOOLS.column("level").codes}
    assert {kind.value for kind in CommunityKind} == {*COMMUNITIES.column("kind").codes}
    assert {kind.value for kind in EventKind} == {*EVENTS.column("kind").codes}
    assert {process.key for process in PROCESSES} == {*CYCLES.column("process").codes}
    assert {kabupaten.key for kabupaten in kabupatens()} == {*TEACHERS.column("kabupaten").codes}
    regions = {region.key for each in (kabupatens(), provinces()) for region in each}
    assert regions == {*MEASUREMENTS.column("area").codes}
    assert {code.text for code in codes()} == {*MEASUREMENTS.column("reason").codes}


@pytest.mark.parametrize("each", SCHEMAS, ids=lambda each: each.name)
def test_words_are_sorted_and_keys_have_no_gaps(each: Schema) -> None:
    assert all([*column.codes] == sorted({*column.codes}) for column in each.columns)
    assert not any(each.column(name).nullable or each.column(name).optional for name in each.key)


def test_every_kind_and_every_form_is_used() -> None:
    columns = [column for each in SCHEMAS for column in each.columns]
    assert {*ColumnKind} == {column.kind for column in columns}
    assert {*TextForm, None} == {column.form for column in columns}


def test_what_must_be_there_is_listed() -> None:
    assert ("npsn", "level", "kabupaten") == SCHOOLS.required


def test_a_column_is_found_by_its_name() -> None:
    assert ColumnKind.FLAG is TEACHERS.column("logged_in").kind
    with pytest.raises(InvalidValueError) as caught:
        TEACHERS.column("loggedin")
    assert ("unknown-key",) == caught.value.codes
    assert "logged_in" in str(caught.value)


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"name": " "}, "name", "empty"),
        ({"about": ""}, "about", "empty"),
        ({"kind": "text"}, "kind", "wrong-type"),
        ({"kind": ColumnKind.CODE}, "codes", "empty"),
        ({"codes": ["a"]}, "codes", "wrong-type"),
        ({"codes": ("a", "")}, "codes[1]", "empty"),
        ({"codes": (1,)}, "codes[0]", "wrong-type"),
        ({"form": "opaque-id"}, "form", "wrong-type"),
        ({"form": TextForm.LINE, "kind": ColumnKind.INTEGER}, "form", "unexpected-kind"),
        ({"unknown": ""}, "unknown", "empty"),
        ({"unknown": "no-such-code"}, "unknown", "unknown-choice"),
        ({"nullable": 1}, "nullable", "wrong-type"),
        ({"optional": None}, "optional", "wrong-type"),
        ({"minimum": True}, "minimum", "bool-for-int"),
        ({"minimum": 0.5}, "minimum", "float-for-exact"),
    ],
)
def test_a_column_is_refused_for(changes: dict[str, Any], path: str, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        column(**changes)
    assert [(path, code)] == [(problem.path, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"name": ""}, "name", "empty"),
        ({"about": None}, "about", "wrong-type"),
        ({"columns": [ANY]}, "columns", "wrong-type"),
        ({"columns": ()}, "columns", "empty"),
        ({"columns": ("id",)}, "columns[0]", "wrong-type"),
        ({"columns": (ANY, ANY)}, "columns[1]", "duplicate"),
        ({"key": "id"}, "key", "wrong-type"),
        ({"key": ()}, "key", "empty"),
        ({"key": ("id", "number")}, "key[1]", "unknown-key"),
    ],
)
def test_a_schema_is_refused_for(changes: dict[str, Any], path: str, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        schema(**changes)
    assert [(path, code)] == [(problem.path, problem.code) for problem in caught.value.problems]


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(WrongTypeError) as caught:
        column(name="", kind=None, codes=None)
    assert ["name", "kind", "codes"] == [problem.path for problem in caught.value.problems]
