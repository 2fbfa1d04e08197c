"""The kabupaten of people by the number of their school."""

from typing import Any

import attrs
import pytest
from carriers import Carrier
from hypothesis import example, given, strategies as st
from own_rows import Row, few, school_row, teacher_row

from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.frames import SCHOOLS, TEACHERS, Column, ColumnKind, locate
from pmm_core.people import School, Teacher
from pmm_core.testing import schools, teachers

HERE = {"npsn": "20300001", "level": "sd", "kabupaten": "33.25"}
NAMES = ["id", "kabupaten"]


def people(carrier: Carrier, *rows: Row) -> Any:
    return carrier.frame(rows, TEACHERS, only=[*rows[0]])


def told(carrier: Carrier, frame: Any) -> list[tuple[str, str | None]]:
    return [(row["id"], row["kabupaten"]) for row in carrier.rows(frame)]


class TestLocate:
    """Law: who works at a listed school is found where the school is; all others are kept, without a place."""

    def test_over_any_people(self, carrier: Carrier) -> None:
        @few(carrier)
        @given(
            st.lists(teachers(workplace=schools()), max_size=12, unique_by=lambda teacher: teacher.id),
            st.sets(st.integers(0, 11)),
        )
        @example([], set())
        def check(crowd: list[Teacher], unlisted: set[int]) -> None:
            known: dict[str, School] = {}
            for index, teacher in enumerate(crowd):
                if index not in unlisted and teacher.school is not None:
                    known.setdefault(str(teacher.school.npsn), teacher.school)
            rows = [{name: row[name] for name in ("id", "school")} for row in map(teacher_row, crowd)]
            frame = carrier.frame(rows, TEACHERS, only=("id", "school"))
            found = locate(frame, carrier.frame([*map(school_row, known.values())], SCHOOLS))
            assert isinstance(found, carrier.kind())
            where = {npsn: school.kabupaten.key for npsn, school in known.items()}
            assert sorted((row["id"], where.get(row["school"])) for row in rows) == told(carrier, found)

        check()


def test_all_columns_stay_and_the_kabupaten_is_the_last(carrier: Carrier) -> None:
    frame = people(carrier, {"id": "t-1", "school": "20300001", "logged_in": True})
    (row,) = carrier.rows(locate(frame, carrier.frame([HERE], SCHOOLS)))
    assert ["id", "logged_in", "school", "kabupaten"] == list(row)
    assert "33.25" == row["kabupaten"]


def test_columns_of_any_name_stay_as_they_are(carrier: Carrier) -> None:
    """Names that the search itself could use are as good as any other, also in other letters."""
    names = ("_of_the_school", "_of_the_school_", "_SCHOOL", "_too", "npsn")
    schema = attrs.evolve(
        TEACHERS,
        columns=(
            *(TEACHERS.column(name) for name in ("id", "school")),
            *(Column(name=name, kind=ColumnKind.TEXT, about="Of the caller.") for name in names),
        ),
    )
    own = {"id": "t-1", "school": "20300001"} | dict.fromkeys(names, "kept")
    frame = carrier.frame([own, own | {"id": "t-2", "school": None}], schema)
    rows = carrier.rows(locate(frame, carrier.frame([HERE], SCHOOLS)))
    assert [own | {"kabupaten": "33.25"}, own | {"id": "t-2", "school": None, "kabupaten": None}] == rows


def test_who_has_a_kabupaten_keeps_it(carrier: Carrier) -> None:
    rows: list[Row] = [
        {"id": "o-1", "kabupaten": "15.04", "school": None},
        {"id": "t-1", "kabupaten": "15.04", "school": "20300001"},
        {"id": "t-2", "kabupaten": None, "school": "20300001"},
        {"id": "t-3", "kabupaten": None, "school": None},
    ]
    found = locate(people(carrier, *rows), carrier.frame([HERE], SCHOOLS))
    assert [("o-1", "15.04"), ("t-1", "15.04"), ("t-2", "33.25"), ("t-3", None)] == told(carrier, found)


def test_a_school_that_is_listed_twice_multiplies_nobody_and_two_places_are_none(carrier: Carrier) -> None:
    rows = [{"id": "t-1", "school": "20300001"}, {"id": "t-2", "school": "20300002"}]
    other = HERE | {"npsn": "20300002"}
    listed = [HERE, HERE | {"level": "smp"}, other, other | {"kabupaten": "33.26"}]
    found = locate(people(carrier, *rows), carrier.frame(listed, SCHOOLS))
    assert [("t-1", "33.25"), ("t-2", None)] == told(carrier, found)


def test_all_problems_are_told_at_once(carrier: Carrier) -> None:
    with pytest.raises(InvalidValueError) as caught:
        locate(people(carrier, {"id": "t-1"}), carrier.frame([HERE], SCHOOLS, only=("level",)))
    assert [
        ("teachers[school]", "missing-column"),
        ("schools[npsn]", "missing-column"),
        ("schools[kabupaten]", "missing-column"),
    ] == [(problem.path, problem.code) for problem in caught.value.problems]


def test_what_is_no_frame_is_told(carrier: Carrier) -> None:
    wrong: Any = [{"id": "t-1"}]
    with pytest.raises(WrongTypeError) as caught:
        locate(wrong, carrier.frame([HERE], SCHOOLS))
    assert ("wrong-type",) == caught.value.codes
