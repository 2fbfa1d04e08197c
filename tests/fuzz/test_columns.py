"""Whatever stands in the columns of a frame, it is counted or refused by one of our errors."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# (pandas ships no types)

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial
from importlib import import_module
from typing import Any, Final

import pytest
from hypothesis import example, given, settings, strategies as st

from pmm_core import Period
from pmm_core.errors import PmmError
from pmm_core.frames import (
    COMMUNITIES,
    CYCLE_STATES,
    CYCLES,
    EVENTS,
    MEASUREMENTS,
    SCHEMAS,
    SCHOOLS,
    TEACHERS,
    ColumnKind,
    Schema,
    adoption,
    audit,
    composite,
    faults,
    locate,
    measure_stages,
    movement,
    registered_communities,
    standings,
    states,
    tally,
    targets,
    verify,
)
from pmm_core.ranking import SCHOOLS_LOGGED_IN, Component, Index
from pmm_core.sources import works

pa: Any = import_module("pyarrow")
pd: Any = import_module("pandas")
pl: Any = import_module("polars")

DAY: Final = date(2024, 3, 7)
MARK: Final = "Ani Contoh 198609262015051001"
TEXTS: Final = (
    "\x00", "\u202e52.33", "\ufeff", "9" * 5_000, "x" * 1_000, "３３.２５", "e\u0300" * 9, "\U0010ffff",
    "'; DROP TABLE teachers--", "{0}%s", "\\", "$1", "(a+)+$", "[", "*", "--", "#", "a#b", "NULL", "null", "None",
    "NaN", "\n", "33.25\n", MARK, "ani@guru.sd.belajar.id", None, "",
)  # fmt: skip
NUMBERS: Final = (2**63 - 1, -(2**63), 2**31, -1, 0, None)
DAYS: Final = (date.min, date.max, date(1, 1, 2), None)
ARROW: Final = {
    ColumnKind.TEXT: pa.string(),
    ColumnKind.CODE: pa.string(),
    ColumnKind.INTEGER: pa.int64(),
    ColumnKind.FLAG: pa.bool_(),
    ColumnKind.DAY: pa.date32(),
}
HURTING: Final[Mapping[ColumnKind, Sequence[Any]]] = {
    ColumnKind.TEXT: TEXTS,
    ColumnKind.CODE: TEXTS,
    ColumnKind.INTEGER: NUMBERS,
    ColumnKind.FLAG: (None, True),
    ColumnKind.DAY: DAYS,
}
ENGINES: Final[Mapping[str, Callable[[Any], Any]]] = {
    "pyarrow": lambda table: table,
    "polars": pl.from_arrow,
    "pandas": lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
}
SLOWER: Final = (("faults", "polars"), ("faults", "pyarrow"), ("verify", "pandas"))
PARTS: Final = (Component(metric=SCHOOLS_LOGGED_IN, weight=1),)
INDEX: Final = Index(key="one", label_id="satu", label_en="one", components=PARTS, source=works()[0])
ASKED: Final[Mapping[str, tuple[tuple[Schema, ...], Callable[..., Any]]]] = {
    **{f"faults of {schema.name}": ((schema,), partial(faults, schema=schema)) for schema in SCHEMAS},
    **{f"verify of {schema.name}": ((schema,), partial(verify, schema=schema)) for schema in SCHEMAS},
    "adoption": ((TEACHERS,), partial(adoption, on=DAY)),
    "audit": ((EVENTS, CYCLES), audit),
    "composite": ((MEASUREMENTS,), partial(composite, INDEX)),
    "locate": ((TEACHERS, SCHOOLS), locate),
    "measure_stages": ((TEACHERS, CYCLE_STATES), partial(measure_stages, on=DAY, period=Period.parse("2024-S1"))),
    "movement": ((MEASUREMENTS, MEASUREMENTS), movement),
    "registered_communities": ((COMMUNITIES,), partial(registered_communities, on=DAY)),
    "standings": ((MEASUREMENTS,), standings),
    "states": ((EVENTS, CYCLES), partial(states, on=DAY)),
    "tally": ((CYCLE_STATES,), tally),
    "targets": ((MEASUREMENTS,), partial(targets, rank=1)),
}


def told(error: PmmError) -> str:
    text = f"{error} {error!r}"
    assert error.codes
    assert len(str(error)) <= 5_000  # 20 problems of each column at most
    assert text.isprintable()
    assert MARK not in text
    assert "198609262015051001" not in text
    assert "ani@" not in text
    return text


def asked(call: Callable[..., Any], *frames: Any) -> None:
    try:
        found = call(*frames)
        text = str(found.to_pydict() if hasattr(found, "to_pydict") else found.to_dict())
    except PmmError as error:
        told(error)
    else:
        assert text


def table(schema: Schema, rows: int = len(TEXTS)) -> Any:
    """Every column full of what hurts, none of them at the pace of another."""
    columns = {
        column.name: pa.array(
            [HURTING[column.kind][n % len(HURTING[column.kind])] for n in range(rows)], ARROW[column.kind]
        )
        for column in schema.columns
    }
    return pa.table(columns)


@pytest.mark.parametrize(
    ("name", "engine"),
    [
        *((name, "polars") for name in ASKED if not name.startswith("faults ")),  # verify asks the same
        *((f"{call} of schools", engine) for call, engine in SLOWER),
    ],
)
def test_columns_that_hurt(name: str, engine: str) -> None:
    schemas, call = ASKED[name]
    asked(call, *(ENGINES[engine](table(schema)) for schema in schemas))
    asked(call, *(ENGINES[engine](table(schema, rows=0)) for schema in schemas))


ROWS: Final = 12
CELLS_OF_A_COLUMN: Final = st.lists(st.none() | st.text(max_size=6), min_size=ROWS, max_size=ROWS)


@settings(max_examples=max(1, settings().max_examples // 5))  # each of them is a frame full of them
@given(st.data())
@example(None)
def test_any_text_in_any_column(data: st.DataObject | None) -> None:
    """What is told of a frame names no row by what stands in it, unless that is an opaque id or a code."""
    schema = TEACHERS if data is None else data.draw(st.sampled_from((SCHOOLS, COMMUNITIES)))
    whole = table(schema, rows=ROWS)
    texts = [column.name for column in schema.columns if column.kind in {ColumnKind.TEXT, ColumnKind.CODE}]
    for name in texts:
        cells = ["", None, "\x1f"] * (ROWS // 3) if data is None else data.draw(CELLS_OF_A_COLUMN)
        clean = [cell and cell.encode("utf-8", "replace").decode() for cell in cells]
        whole = whole.set_column(whole.schema.get_field_index(name), name, pa.array(clean, pa.string()))
    asked(partial(verify, schema=schema), pl.from_arrow(whole))


# --- columns of other types ------------------------------------------------------------------------------------------

SOUND: Final = {
    "npsn": ["20300001", "20300002"],
    "level": ["sd", "sd"],
    "kabupaten": ["33.25", "33.25"],
    "kecamatan": ["A", "B"],
}
TYPES: Final[Mapping[str, Any]] = {
    "whole numbers": pa.array([1, 2]),
    "floats": pa.array([1.5, float("nan")]),
    "decimals": pa.array([Decimal("1.5"), None]),
    "bytes": pa.array([b"\xff", b"x"]),
    "flags": pa.array([True, None]),
    "days": pa.array([DAY, None]),
    "times": pa.array([datetime(2024, 1, 1), None]),  # noqa: DTZ001 -- what has no zone
    "hours": pa.array([time(1), None]),
    "spans": pa.array([timedelta(1), None]),
    "lists": pa.array([["a"], None]),
    "records": pa.array([{"a": 1}, None]),
    "nothing": pa.nulls(2),
    "wide": pa.array([1, 2**64 - 1], pa.uint64()),
    "long days": pa.array([DAY, None], pa.date64()),
    "days that are not whole": pa.array([1, None], pa.int64()).cast(pa.date64()),
    "three in one": pa.array([(1, 2, 3), None], pa.month_day_nano_interval()),
    "views": pa.array(["20300001", "x"]).cast(pa.string_view()),
    "words": pa.array(["20300001", "x"]).dictionary_encode(),
}


NOT_FOR: Final = {
    ("views", "pandas"),  # it has none
    ("three in one", "polars"),
}


@pytest.mark.parametrize(
    ("name", "engine"),
    [(name, engine) for name in TYPES for engine in ENGINES if (name, engine) not in NOT_FOR],
)
def test_a_column_of_another_type(name: str, engine: str) -> None:
    for column in SOUND if engine == "polars" else ("npsn",):
        given_so = pa.table({**{each: pa.array(cells) for each, cells in SOUND.items()}, column: TYPES[name]})
        asked(partial(verify, schema=SCHOOLS), ENGINES[engine](given_so))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", [name for name in ASKED if not name.startswith("faults ")])
def test_columns_of_nothing_but_gaps_and_numbers_without_a_sign(name: str, engine: str) -> None:
    """Neither has an error of its own; two columns of one name have ours."""
    schemas, call = ASKED[name]
    frames = [table(schema, rows=4) for schema in schemas]
    asked(call, *(ENGINES[engine](pa.table({each: pa.nulls(4) for each in frame.column_names})) for frame in frames))
    wide = pa.array([1, 2**63, 2**64 - 1, None], pa.uint64())
    widened = [
        pa.table({field.name: wide if field.type == pa.int64() else frame.column(field.name) for field in frame.schema})
        for frame in frames
    ]
    asked(call, *map(ENGINES[engine], widened))


@pytest.mark.parametrize("name", ASKED)
def test_two_columns_of_one_name(name: str) -> None:
    schemas, call = ASKED[name]
    for columns in ([MARK] * 2, ["", "\u202e", ""], [f"{number}\n" for number in range(900)] * 2):
        frame = pd.DataFrame([[0] * len(columns)], columns=columns)
        with pytest.raises(PmmError) as caught:
            call(*[frame] * len(schemas))
        assert {"duplicate"} == set(caught.value.codes)
        told(caught.value)


CELLS: Final[tuple[Any, ...]] = (
    7, 1.5, float("nan"), Decimal("sNaN"), Fraction(1, 2), b"x", object(), [1], {}, set[int](), (),
    datetime(2024, 1, 1, tzinfo=UTC), DAY, True, 10**5_000,
)  # fmt: skip


@pytest.mark.parametrize("cell", CELLS, ids=map(str, range(len(CELLS))))
def test_a_column_of_objects_of_pandas(cell: Any) -> None:
    for column in ("npsn", "level"):
        cells = {each: pd.Series(values, dtype=object) for each, values in SOUND.items()}
        cells[column] = pd.Series([cell, SOUND[column][0]], dtype=object)
        asked(partial(verify, schema=SCHOOLS), pd.DataFrame(cells))


BEGINNING: Final = 150  # more cells than anybody looks at to guess what a column holds


@pytest.mark.parametrize(
    ("cell", "expected"),
    [(7, "wrong-type"), (b"x", "wrong-type"), ([1], "wrong-type"), ("\ud800", "malformed"), (None, None), ("x", None)],
    ids=["number", "bytes", "list", "half a character", "gap", "text"],
)
def test_a_cell_that_comes_late(cell: Any, expected: str | None) -> None:
    for column in ("npsn", "level"):
        cells = {each: pd.Series([values[0]] * (BEGINNING + 1), dtype=object) for each, values in SOUND.items()}
        cells[column] = pd.Series([SOUND[column][0]] * BEGINNING + [cell], dtype=object)
        frame = pd.DataFrame(cells)
        if expected is None:
            asked(partial(faults, schema=SCHOOLS), frame)
            continue
        with pytest.raises(PmmError) as caught:
            faults(frame, SCHOOLS)
        assert (expected,) == caught.value.codes
        assert f"frame[{column}]" in told(caught.value) or f"schools[{column}]" in told(caught.value)


# --- words -----------------------------------------------------------------------------------------------------------

WORDS: Final[tuple[Any, ...]] = (
    "",
    " ",
    "x",
    "Province",
    "PROVINCE",
    "'; DROP--",
    "named",
    None,
    7,
    b"x",
    [],
    object(),
)
UNSEEN: Final = ("\ud800", "\x00", "\u202e", "9" * 5_001)
CHOICES: Final[Mapping[str, Callable[[Any], Any]]] = {
    "composite within": lambda word: composite(INDEX, table(MEASUREMENTS), within=word),
    "composite ties": lambda word: composite(INDEX, table(MEASUREMENTS), ties=word),
    "standings within": lambda word: standings(table(MEASUREMENTS), within=word),
    "standings ties": lambda word: standings(table(MEASUREMENTS), ties=word),
    "targets within": lambda word: targets(table(MEASUREMENTS), rank=1, within=word),
    "targets ties": lambda word: targets(table(MEASUREMENTS), rank=1, ties=word),
    "tally by": lambda word: tally(table(CYCLE_STATES), by=word),
    "tally by a list": lambda word: tally(table(CYCLE_STATES), by=[word]),
    "tally by two": lambda word: tally(table(CYCLE_STATES), by=[word, word]),
}


@pytest.mark.parametrize("name", CHOICES)
def test_words_that_are_none(name: str) -> None:
    for word in WORDS:
        if name == "tally by" and word == []:
            continue  # by nothing at all
        with pytest.raises(PmmError) as caught:
            CHOICES[name](word)
        told(caught.value)


@pytest.mark.parametrize("name", CHOICES)
def test_words_that_nobody_can_read(name: str) -> None:
    for word in UNSEEN:
        with pytest.raises(PmmError) as caught:
            CHOICES[name](word)
        assert len(told(caught.value)) <= 1000


NO_FRAMES: Final[tuple[Any, ...]] = (
    *(None, 7, "x", b"x", [], {}, object(), pd.DataFrame),
    *(pd.Series(["x"]), pl.Series(["x"]), pa.array(["x"])),
)


@pytest.mark.parametrize("name", ASKED)
def test_what_is_no_frame(name: str) -> None:
    schemas, call = ASKED[name]
    for frame in NO_FRAMES:
        with pytest.raises(PmmError) as caught:
            call(*[frame] * len(schemas))
        told(caught.value)
