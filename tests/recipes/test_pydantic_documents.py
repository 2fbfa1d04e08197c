"""Models of pydantic carry values of the library as documents."""

import json
from typing import Annotated, Any

import pytest
from hypothesis import given, settings, strategies as st
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_documents import Document

from pmm_core import Kabupaten, Period, Teacher, find
from pmm_core.codec import to_plain
from pmm_core.cycle import EVENT_TYPES, CycleEvent
from pmm_core.testing import events, kabupatens, teachers

NAME = "Nama Rahasia"


class Visit(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    where: Annotated[Kabupaten, Document()]
    who: Annotated[Teacher, Document()] | None = None
    noted: tuple[Annotated[CycleEvent, Document()], ...] = ()


@settings(max_examples=20, deadline=None)
@given(kabupatens(), st.none() | teachers(), st.lists(events(), max_size=2))
def test_a_model_comes_back(where: Kabupaten, who: Teacher | None, noted: list[CycleEvent]) -> None:
    kept = Visit(where=where, who=who, noted=tuple(noted))
    assert (where, who, tuple(noted)) == (kept.where, kept.who, kept.noted)
    assert kept == Visit.model_validate_json(kept.model_dump_json()) == Visit.model_validate(kept.model_dump())


def test_what_stands_in_the_text_is_the_document() -> None:
    batang = find("Kab. Batang")
    assert to_plain(batang) == json.loads(Visit(where=batang).model_dump_json())["where"]


def test_all_that_is_wrong_is_told_without_any_value() -> None:
    plain: dict[str, Any] = {
        "where": to_plain(find("Kab. Batang")) | {"code": 5},
        "who": {"kind": "teacher", "format": 1, "id": "t-1", "role": NAME, "name": 7},
    }
    with pytest.raises(ValidationError) as refused:
        Visit.model_validate(plain)
    told = {
        (error["loc"], problem["path"], problem["code"])
        for error in refused.value.errors(include_input=False)
        for problem in error.get("ctx", {})["problems"]
    }
    expected = {
        (("where",), "code", "wrong-type"),
        (("who",), "role", "unknown-choice"),
        (("who",), "workplace", "missing-key"),
        (("who",), "name", "wrong-type"),
    }
    assert expected == told
    assert NAME not in str(refused.value) + str(refused.value.errors(include_input=False))


@pytest.mark.parametrize("given", [None, 5, "Kab. Batang", [], Period.parse("2024-S1"), {"kind": "period"}])
def test_nothing_is_converted(given: object) -> None:
    with pytest.raises(ValidationError, match="document"):
        Visit.model_validate({"where": given})


def test_the_schema_refers_to_the_bundle() -> None:
    found = Visit.model_json_schema()["properties"]
    bundle = "https://example.org/pmm-core.schema.json#/$defs/"
    assert [{"$ref": f"{bundle}kabupaten"}] == found["where"]["anyOf"]
    told = [f"{bundle}{kind.kind.value}" for kind in EVENT_TYPES]
    assert sorted(told) == sorted(each["$ref"] for each in found["noted"]["items"]["anyOf"])
