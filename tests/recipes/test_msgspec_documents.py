"""Structs of msgspec carry values of the library as documents."""

from datetime import date

import msgspec
import pytest
from hypothesis import given, settings, strategies as st
from msgspec_documents import Document, dumps, loads, read, write

from pmm_core import Kabupaten, Teacher, find
from pmm_core.codec import to_plain
from pmm_core.cycle import CycleEvent
from pmm_core.testing import events, kabupatens, teachers

NAME = "Nama Rahasia"


class Visit(msgspec.Struct, frozen=True):
    day: date
    where: Document[Kabupaten]
    who: Document[Teacher] | None = None
    noted: tuple[Document[CycleEvent], ...] = ()


def documents_of(value: object) -> bytes:
    return msgspec.json.encode({"day": "2024-03-07", "where": to_plain(find("Kab. Batang")), "who": value})


@settings(max_examples=20, deadline=None)
@given(kabupatens(), st.none() | teachers(), st.lists(events(), max_size=2))
def test_a_struct_comes_back(where: Kabupaten, who: Teacher | None, noted: list[CycleEvent]) -> None:
    kept = Visit(date(2024, 3, 7), Document(where), who and Document(who), tuple(map(Document, noted)))
    assert kept == loads(dumps(kept), Visit)


def test_what_stands_in_the_text_is_the_document() -> None:
    batang = find("Kab. Batang")
    plain = msgspec.json.decode(dumps(Visit(date(2024, 3, 7), Document(batang))))
    assert to_plain(batang) == plain["where"]


def test_what_is_wrong_is_told_with_its_place_and_without_its_value() -> None:
    with pytest.raises(msgspec.ValidationError) as refused:
        loads(documents_of({"kind": "teacher", "format": 1, "id": "t-1", "name": NAME, "role": NAME}), Visit)
    text = str(refused.value)
    assert "$.who" in text
    assert "[missing-key]" in text
    assert NAME not in text


def test_by_itself_msgspec_writes_another_form() -> None:
    """What the page warns of: attrs classes are taken apart, kinds and formats are lost."""
    batang = find("Kab. Batang")
    assert to_plain(batang) != msgspec.json.decode(msgspec.json.encode(batang))


def test_the_hooks_take_nothing_else() -> None:
    with pytest.raises(NotImplementedError):
        write(object())
    with pytest.raises(NotImplementedError):
        read(object, {})


def test_a_document_is_equal_to_one_of_the_same_value_only() -> None:
    batang, tegal = find("Kab. Batang"), find("Kab. Tegal")
    assert Document(batang) == Document(batang) != Document(tegal)
    assert Document(batang) != batang
    assert {Document(batang)} == {Document(batang), Document(batang)}
    assert "Document(<Kabupaten 33.25 Kabupaten Batang>)" == repr(Document(batang))
