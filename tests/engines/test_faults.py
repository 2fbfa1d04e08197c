"""What is wrong with rows is what the core's constructors refuse, on every engine, and personal data is never told."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# (pandas ships no types)

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Final

import pytest
from carriers import CARRIERS, Carrier
from core_faults import CORE, shown_key, shown_value
from hypothesis import example, given, strategies as st
from own_rows import Row, community_row, few, measurement_row, school_row, teacher_row
from which import NULLS

from pmm_core import testing as pmm
from pmm_core.errors import WrongTypeError
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
    faults,
)
from pmm_core.ranking import COMMUNITIES_REGISTERED, TEACHERS_LOGGED_IN

DAY: Final = date(2024, 3, 7)
BAD_IDS: Final = (
    None, "", " ", "\u3000\t", "a b", "-a", "a" * 65, "a\n", "é", "3325012345678901", "1990-0101.2022:21/2-001",
    "Siti Rahmawati", "siti@guru.sd.belajar.id",
)  # fmt: skip
FINE_IDS: Final = ("a" * 64, "12345678901234567", "A.b_c:d/e-f", "x3325012345678901")
WORDS: Final = (None, "guru", "Siti Rahmawati", "", "199001012022212001", "19.90.01.01", "a" * 41, "Sd")
REGIONS: Final = ("99.01", "3325", "Kab. Batang", "")
NUMBERS: Final = (None, -1, 2**31, -(2**31), 2**31 - 1)

Changes = Sequence[Row]


def each(name: str, values: Sequence[Any]) -> list[Row]:
    return [{name: value} for value in values]


BASES: Final[Mapping[str, Row]] = {
    "teachers": {
        "id": "t", "role": "teacher", "kabupaten": "33.25", "account_registered": True, "logged_in": True,
        "topics_completed": 1, "level": "sd", "school": "20300001",
    },
    "schools": {"npsn": "20300001", "level": "sd", "kabupaten": "33.25", "kecamatan": "Kandeman"},
    "communities": {"id": "k", "kind": "online", "kabupaten": "33.25", "registered_on": DAY},
    "measurements": {
        "area": "33.25", "metric": "teachers-logged-in", "on": DAY, "numerator": 1, "denominator": 2, "reason": None,
    },
    "cycles": {
        "cycle": "c", "period": "2024-S1", "process": "2024", "employee_id": "g-1", "employee_role": "teacher",
        "superior_id": "k-1", "superior_role": "head",
    },
    "events": {
        "cycle": "c", "number": 1, "kind": "plan-submitted", "on": DAY, "by_id": "g-1", "by_role": "teacher",
        "body": "{}", "scheduled": DAY, "dated": DAY, "points": 32, "indicator": "teacher", "reflected": True,
        "superior_id": "k-1", "superior_role": "head",
    },
}  # fmt: skip
BAD_NPSNS: Final = (None, "", "2030000", "203000011", "P2030001", "2P300001", "p2030001", "20300001\n", "2030000 ")
BAD_LINES: Final = (None, "", " a", "a ", "a  b", "a\tb", "a\n", "a\xa0b", "a\u200bb", "x" * 201, "x" * 200, "Bâtang")
BAD_KEYS: Final = (None, "", "A", "a--b", "-a", "a-", "a_b", "a-1", "a\n", "communities-registered")
PERIODS: Final = (None, "", "2024-S3", "2024S1", "2024-S1\n-", "2023-S1", "2025-S1", "0024-S1", "x", "9999-A1")
CHANGES: Final[Mapping[str, Changes]] = {
    "teachers": [
        {},
        *each("id", [*BAD_IDS, *FINE_IDS]),
        *each("role", WORDS),
        *each("kabupaten", [*WORDS, *REGIONS, "33"]),
        *each("account_registered", [None, False]),
        *each("logged_in", [None, False]),
        *each("topics_completed", NUMBERS),
        *each("level", WORDS),
        *each("school", BAD_NPSNS),
        {"account_registered": False, "logged_in": False, "topics_completed": 0},
        {"account_registered": False, "logged_in": False},
    ],
    "schools": [
        {},
        *each("npsn", BAD_NPSNS),
        *each("level", WORDS),
        *each("kabupaten", REGIONS),
        *each("kecamatan", BAD_LINES),
    ],
    "communities": [
        {},
        *each("id", BAD_IDS),
        *each("kind", [*WORDS, "within-school", "between-schools"]),
        *each("kabupaten", [None, *REGIONS]),
        *each("registered_on", [None]),
        *[{"kind": kind, "kabupaten": None} for kind in ("within-school", "between-schools", "guru")],
    ],
    "measurements": [
        {},
        *each("area", [None, *REGIONS, "33"]),
        *each("metric", BAD_KEYS),
        *each("on", [None]),
        *each("numerator", [*NUMBERS, 2, 3]),
        *each("denominator", [*NUMBERS, 0]),
        *[{"metric": key, "denominator": None, "numerator": -1} for key in ("a", "communities-registered")],
        *each("reason", [*WORDS, "funnel-widens"]),
        {"numerator": 0, "denominator": 0},
        {"metric": "communities-registered", "numerator": 3},
        {"numerator": 2**31, "denominator": 2**31},
    ],
    "cycles": [
        {},
        *each("cycle", BAD_IDS),
        *each("period", PERIODS),
        *each("process", [*WORDS, "2025"]),
        *each("employee_id", [*BAD_IDS, "k-1"]),
        *each("employee_role", [*WORDS, "head", "trainer"]),
        *each("superior_id", [*BAD_IDS, "g-1"]),
        *each("superior_role", [*WORDS, "supervisor", "teacher"]),
        {"period": "2025-A1", "process": "2025"},
        {"period": "9998-A1", "process": "2025"},
        {"employee_role": "head", "superior_role": "supervisor"},
        {"superior_id": "g-1", "superior_role": "teacher"},
    ],
    "events": [
        {},
        *each("cycle", BAD_IDS),
        *each("number", [None, 0]),
        *each("kind", WORDS),
        *each("on", [None]),
        *each("by_id", BAD_IDS),
        *each("by_role", WORDS),
        *each("points", NUMBERS),
        *each("indicator", WORDS),
        *each("reflected", [None]),
        *each("body", [None, "", "Siti"]),
        *each("superior_id", [None, *BAD_IDS]),
        *each("superior_role", WORDS),
        *[{name: None} for name in ("scheduled", "dated")],
    ],
}
NUMBERED: Final = {"teachers": "id", "schools": "npsn", "communities": "id", "cycles": "cycle", "events": "cycle"}
NOT_SHOWN: Final = "(not shown)"


ARROW: Final = CARRIERS["pyarrow"]


def rows_of(schema: Schema) -> list[Row]:
    """One row for each change, each with a key of its own where the change leaves the key alone."""
    found: list[Row] = []
    for index, change in enumerate(CHANGES[schema.name]):
        key: Row = {"on": date(2000 + index // 300, 1 + index // 25 % 12, 1 + index % 25)}
        if schema.name in NUMBERED:
            key = {NUMBERED[schema.name]: f"{10_000_000 + index}"}
        found.append({**BASES[schema.name], **key, **change})
    return found


@cache
def all_that_is_wrong(schema: Schema) -> list[Row]:
    return wanted(schema, rows_of(schema))


def wanted(schema: Schema, rows: Sequence[Row]) -> list[Row]:
    """What the core says of each row, counted by column, code and value, with the smallest and the largest key."""
    told: dict[tuple[str, str, str | None], list[str | None]] = defaultdict(list)
    hidden = schema is SCHOOLS  # their key is a number of an office
    for row in rows:
        key = None if hidden else shown_key([row[name] for name in schema.key])
        for column, code in CORE[schema.name](row):
            value = shown_value(row[column]) if code in {"unknown-choice", "unknown-region"} else None
            told[column, code, value].append(key)
    return [
        {"column": column, "code": code, "value": value, "rows": len(keys), **ends(keys)}
        for (column, code, value), keys in told.items()
    ]


def ends(keys: Sequence[str | None]) -> Row:
    shown = [key for key in keys if key is not None] or [NOT_SHOWN]
    return {"first_key": min(shown), "last_key": max(shown)}


def by_place(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row["column"], row["code"], row["value"] or ""))


@NULLS
@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_every_way_to_be_wrong_is_told_as_the_core_tells_it(carrier: Carrier, schema: Schema) -> None:
    rows = rows_of(schema)
    found = faults(carrier.frame(rows, schema), schema)
    assert isinstance(found, carrier.kind())
    assert by_place(all_that_is_wrong(schema)) == by_place(carrier.rows(found))


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_the_ways_to_be_wrong_reach_every_column(schema: Schema) -> None:
    changed = {name for change in CHANGES[schema.name] for name in change}
    assert {column.name for column in schema.columns} <= changed | {"number"}
    told = {row["code"] for row in all_that_is_wrong(schema)}
    assert told
    assert any(not CORE[schema.name](row) for row in rows_of(schema))


class TestSoundRows:
    """Law: what is written from objects of the core has no faults."""

    @given(
        st.lists(pmm.teachers(), max_size=6, unique_by=lambda each: each.id),
        st.lists(pmm.schools(), max_size=6, unique_by=lambda each: each.npsn),
        st.lists(pmm.learning_communities(), max_size=6, unique_by=lambda each: each.id),
    )
    @example([], [], [])
    def test_of_objects(self, people: list[Any], schools: list[Any], communities: list[Any]) -> None:
        written = (
            (TEACHERS, [*map(teacher_row, people)]),
            (SCHOOLS, [*map(school_row, schools)]),
            (COMMUNITIES, [*map(community_row, communities)]),
        )
        for schema, rows in written:
            assert [] == ARROW.rows(faults(ARROW.frame(rows, schema), schema))

    @given(
        st.lists(pmm.kabupatens(), min_size=1, max_size=9, unique=True),
        st.sampled_from([TEACHERS_LOGGED_IN, COMMUNITIES_REGISTERED]),
        st.data(),
    )
    def test_of_measurements(self, areas: list[Any], metric: Any, data: st.DataObject) -> None:
        figures = [data.draw(pmm.measurements(area=st.just(area), metric=st.just(metric))) for area in areas]
        rows = [measurement_row(figure) for figure in figures]
        assert [] == ARROW.rows(faults(ARROW.frame(rows, MEASUREMENTS), MEASUREMENTS))


class TestTexts:
    """Law: an id is refused over frames for what the core refuses it for, whatever its letters."""

    def test_of_any_letters(self, carrier: Carrier) -> None:
        letters = st.characters(codec="utf-8", exclude_characters="\x00")
        texts = st.text(letters, max_size=70) | st.text("0123456789._:/-", min_size=14, max_size=24)

        @few(carrier)
        @given(
            st.lists(texts | st.sampled_from([text for text in BAD_IDS if text]), min_size=1, max_size=40, unique=True)
        )
        @example(["", " ", "\x85\u2028", "0" * 15, "0" * 16, "0" * 17, "0" * 18, "0-" * 16, "0-" * 18, "a\r", "٣" * 16])
        def check(ids: list[str]) -> None:
            rows = [{**BASES["communities"], "id": text} for text in ids]
            found = faults(carrier.frame(rows, COMMUNITIES), COMMUNITIES)
            assert by_place(wanted(COMMUNITIES, rows)) == by_place(carrier.rows(found))

        check()


def one(carrier: Carrier, schema: Schema, rows: Sequence[Row]) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in by_place(carrier.rows(faults(carrier.frame(rows, schema), schema)))]


@NULLS
def test_keys_that_occur_twice_are_told_with_all_their_rows(carrier: Carrier) -> None:
    teacher, figure, gone = BASES["teachers"], BASES["measurements"], BASES["teachers"] | {"id": None}
    rows = [teacher | {"id": name} for name in ("t-1", "t-2", "t-2", "t-3", "t-3", "t-3", "t-4")]
    assert [
        ("id", "duplicate", None, 5, "t-2", "t-3"),
        ("id", "missing-value", None, 2, NOT_SHOWN, NOT_SHOWN),
    ] == one(carrier, TEACHERS, [*rows, gone, gone])
    key = "33.25#teachers-logged-in#2024-03-07"
    other = figure | {"area": "33.26"}, figure | {"metric": "a"}, figure | {"on": date(2024, 3, 8)}
    found = one(carrier, MEASUREMENTS, [figure, figure, *other])
    assert [("area#metric#on", "duplicate", None, 2, key, key)] == found


@NULLS
def test_numbers_with_gaps_are_told_by_the_last(carrier: Carrier) -> None:
    event = BASES["events"]
    numbers = {"c-1": (1, 2, 3), "c-2": (1, 3), "c-3": (2,), "c-4": (1, 1, 2)}
    rows = [event | {"cycle": cycle, "number": number} for cycle, each in numbers.items() for number in each]
    assert [
        ("cycle#number", "duplicate", None, 2, "c-4#1", "c-4#1"),
        ("number", "missing-number", None, 2, "c-2#3", "c-3#2"),
    ] == one(carrier, EVENTS, rows)


def test_what_breaks_two_rules_is_told_by_both() -> None:
    row = BASES["cycles"] | {"period": "2024-A1", "superior_id": "g-1"}
    assert [("period", "unknown-period"), ("process", "no-process"), ("superior_id", "same-person")] == [
        each[:2] for each in one(ARROW, CYCLES, [row])
    ]


MARKS: Final = ("Siti Rahmawati", "3325012345678901", "199001012022212001", "siti@guru.sd.belajar.id", "198765432109")


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_nobody_s_name_number_or_address_is_told(schema: Schema) -> None:
    """On one engine: what the others tell is compared above, keys and words that must be hidden among it."""
    texts = [name for name, value in BASES[schema.name].items() if isinstance(value, str)]
    rows = [BASES[schema.name] | {name: mark} for mark in MARKS[:-1] for name in texts]
    rows += [BASES[schema.name] | {name: MARKS[-1]} for name in texts if name not in schema.key]
    told = repr(ARROW.rows(faults(ARROW.frame(rows, schema), schema)))
    assert [] == [mark for mark in MARKS if mark in told]


def test_a_schema_of_ones_own_may_call_its_columns_as_it_likes(carrier: Carrier) -> None:
    names = (
        "column",
        "code",
        "value",
        "rows",
        "first_key",
        "_key",
        "_alike",
        "_check",
        "_check_0",
        "_part_0",
        "_word_0",
    )
    text = TextForm.OPAQUE_ID
    own = Schema(
        name="own",
        about="Rows of a caller.",
        key=("_part_0", "value", "_alike"),
        columns=(
            *(Column(name=name, kind=ColumnKind.TEXT, form=text, about="A text.") for name in names),
            Column(name="_word_1", kind=ColumnKind.CODE, codes=("a",), about="A code."),
        ),
    )
    sound: Row = dict.fromkeys(names, "t-1") | {"_word_1": "a"}
    rows = [sound, sound, sound | {"value": "t-2", "_check": "t 2", "_check_0": None, "_word_1": "b"}]
    told = [
        ("_check", "malformed", None, 1, "t-1#t-2#t-1"),
        ("_check_0", "missing-value", None, 1, "t-1#t-2#t-1"),
        ("_part_0#value#_alike", "duplicate", None, 2, "t-1#t-1#t-1"),
        ("_word_1", "unknown-choice", "b", 1, "t-1#t-2#t-1"),
    ]
    found = carrier.rows(faults(carrier.frame(rows, own), own))
    assert told == [tuple(row[name] for name in ("column", "code", "value", "rows", "first_key")) for row in found]


def test_a_day_of_pandas_must_be_midnight() -> None:
    import pandas as pd  # noqa: PLC0415 -- only this engine has no days

    midnight = datetime(2024, 3, 7)  # noqa: DTZ001 -- as pandas holds days
    bits = [timedelta(hours=12), timedelta(0), timedelta(microseconds=1), timedelta(minutes=1), timedelta(seconds=1)]
    late = [*[midnight + bit for bit in bits], None]
    rows = [BASES["communities"] | {"id": f"k-{index}", "registered_on": on} for index, on in enumerate(late)]
    found = faults(pd.DataFrame(rows), COMMUNITIES)
    assert [["registered_on", "datetime-for-date", 4, "k-0", "k-4"]] == [
        [row[name] for name in ("column", "code", "rows", "first_key", "last_key")] for row in found.to_dict("records")
    ]


def test_what_is_no_schema_and_no_frame_is_told() -> None:
    wrong: Any = "teachers"
    for given_schema in (wrong, TEACHERS):
        with pytest.raises(WrongTypeError) as caught:
            faults(wrong, given_schema)
        assert ("wrong-type",) == caught.value.codes
