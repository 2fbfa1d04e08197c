"""How a frame comes in: its engine, its columns, their kinds; and that nothing runs for it."""

# pyright: reportMissingTypeStubs=false, reportUnknownLambdaType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (several of the engines ship no types)

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from carriers import CARRIERS, Carrier
from own_rows import Row, teacher_row
from test_composite_laws import TWO
from which import NULLS, TWICE

from pmm_core import find
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.frames import (
    COMMUNITIES,
    SCHOOLS,
    TEACHERS,
    adoption,
    audit,
    composite,
    each_batch,
    faults,
    locate,
    registered_communities,
    standings,
    tally,
    verify,
)
from pmm_core.people import Role, Teacher
from pmm_core.ranking import TEACHERS_LOGGED_IN

DAY: Final = date(2022, 12, 23)
TEACHER: Final[Row] = teacher_row(Teacher(id="t-1", role=Role.TEACHER, workplace=find("Kab. Batang")))
ASKED: Final[dict[str, Any]] = {"on": DAY, "metrics": [TEACHERS_LOGGED_IN]}
DOORS: Final[Mapping[Callable[[Any], Any], str]] = {
    lambda frame: audit(frame, frame): "events",
    lambda frame: composite(TWO, frame): "measurements",
    lambda frame: faults(frame, SCHOOLS): "schools",
    lambda frame: [*each_batch([frame], len)]: "batches[0]",
    lambda frame: locate(frame, frame): "teachers",
    lambda frame: registered_communities(frame, on=DAY): "communities",
    standings: "measurements",
    tally: "states",
    lambda frame: verify(frame, TEACHERS): "teachers",
}
"""Those that read a frame, and what they call it."""


def codes_of(frame: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidValueError) as caught:
        adoption(frame, **ASKED)
    return [(problem.path, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize("given", [None, [TEACHER], TEACHER, "teachers.parquet", pd.Series([1], name="id")], ids=repr)
def test_what_is_no_frame_is_told(given: Any) -> None:
    assert [("teachers", "wrong-type")] == codes_of(given)


def doubled(carrier: Carrier, *names: str) -> Any:
    """A frame in which two columns have the name that is told last."""
    given = pa.table([pa.array(["33.25"])] * (len(names) + 1), names=[*names, names[-1]])
    match carrier.name:
        case "pyarrow":
            return given
        case "duckdb":
            held = carrier.load(given.rename_columns([*names, "again"]))
            return held.project(", ".join([*(f'"{name}"' for name in names), f'"again" as "{names[-1]}"']))
        case "pyspark":
            held = carrier.load(given.rename_columns([*names, "again"]))
            return held.withColumnRenamed("again", names[-1])
        case _:
            frame = carrier.load(given.rename_columns([*names, "again"]))
            frame.columns = [*names, names[-1]]
            return frame


@TWICE
def test_two_columns_of_one_name_are_told(carrier: Carrier) -> None:
    frame = doubled(carrier, "logged_in", "kabupaten")
    assert [("teachers[kabupaten]", "duplicate")] == codes_of(frame)
    for call, path in DOORS.items():
        with pytest.raises(InvalidValueError) as caught:
            call(frame)
        problem = caught.value.problems[0]
        assert (f"{path}[kabupaten]", "duplicate") == (problem.path, problem.code)
        assert "2 columns have this name" == problem.message


@TWICE
def test_a_further_column_that_occurs_twice_is_told_and_no_personal_name_of_one(carrier: Carrier) -> None:
    assert [("teachers[note]", "duplicate")] == codes_of(doubled(carrier, "kabupaten", "note"))
    assert [("teachers[a text of 18 characters]", "duplicate")] == codes_of(doubled(carrier, "198609262015051001"))


def test_names_that_differ_by_case_are_one_to_duckdb() -> None:
    frame: Any = CARRIERS["duckdb"].load(pa.table({"kabupaten": ["33.25"]})).project("*, 'x' as Kabupaten")
    assert [("teachers[kabupaten]", "duplicate")] == codes_of(frame)


def test_an_engine_that_is_not_one_of_ours_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pmm_core.frames._engine._EAGER", ())
    assert [("teachers", "unknown-engine")] == codes_of(pa.table({"id": ["t-1"]}))


def test_columns_that_are_missing_or_of_another_kind_are_told_all_at_once(carrier: Carrier) -> None:
    wrong = pa.table({"role": [1], "logged_in": ["yes"]})
    assert [
        ("teachers[role]", "wrong-type"),
        ("teachers[kabupaten]", "missing-column"),
        ("teachers[logged_in]", "wrong-type"),
    ] == codes_of(carrier.load(wrong))


def test_a_float_where_whole_numbers_are_counted_is_told_apart() -> None:
    frame = pd.DataFrame([TEACHER | {"topics_completed": 0.5}])
    with pytest.raises(WrongTypeError) as caught:
        adoption(frame, on=DAY)
    assert [("teachers[topics_completed]", "float-for-exact")] == [
        (problem.path, problem.code) for problem in caught.value.problems
    ]
    assert "Int64" in str(caught.value)


def test_a_column_of_times_is_told_where_the_engine_has_days() -> None:
    times = {"kabupaten": ["33.25"], "registered_on": [datetime(2024, 3, 7)]}  # noqa: DTZ001 -- without a zone
    with pytest.raises(WrongTypeError) as caught:
        registered_communities(pl.DataFrame(times), on=DAY)
    assert ("datetime-for-date",) == caught.value.codes
    assert 1 == len(registered_communities(pd.DataFrame(times), on=date(2024, 3, 7)))


def test_a_text_for_a_day_is_told() -> None:
    with pytest.raises(WrongTypeError) as caught:
        registered_communities(pl.DataFrame({"kabupaten": ["33.25"], "registered_on": ["2024-03-07"]}), on=DAY)
    assert ("wrong-type",) == caught.value.codes


NARROW: Final = {
    "role": ["teacher"] * 3,
    "kabupaten": ["33.25", "33.25", "33.26"],
    "account_registered": [True] * 3,
    "logged_in": [True] * 3,
    "topics_completed": [1, 2, 0],
}


@pytest.mark.parametrize("kind", [pl.Categorical, pl.Enum(["33.25", "33.26", "teacher"]), pl.String], ids=str)
@pytest.mark.parametrize("whole", [pl.Int8, pl.UInt16, pl.Int32, pl.UInt64], ids=str)
def test_codes_may_be_categories_and_numbers_of_any_width(kind: Any, whole: Any) -> None:
    types: Any = {"role": kind, "kabupaten": kind, "topics_completed": whole}
    found = adoption(pl.DataFrame(NARROW).cast(types), on=DAY)
    assert 12 == len(found)
    assert {pl.String} == {found.schema[name] for name in ("area", "metric", "reason")}
    assert {pl.Int64} == {found.schema[name] for name in ("numerator", "denominator")}


def test_categories_of_pandas_and_texts_of_pyarrow_of_both_widths_can_be_joined() -> None:
    schools = {"npsn": ["20300001"], "kabupaten": ["33.25"]}
    teachers = {"school": ["20300001"]}
    found = locate(pd.DataFrame(teachers).astype("category"), pd.DataFrame(schools))
    assert ["33.25"] == [*found["kabupaten"]]
    wide = pa.table({"school": pa.array(["20300001"], pa.large_string())})
    assert ["33.25"] == locate(wide, pa.table(schools)).column("kabupaten").to_pylist()


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (7, ("wrong-type", "must hold texts, not what pandas calls mixed-integer")),
        (b"x", ("wrong-type", "must hold texts, not what pandas calls mixed")),
        ("\ud800", ("malformed", "must hold texts of whole characters, not of halves of a pair")),
    ],
    ids=["a number", "bytes", "half a character"],
)
def test_a_column_of_objects_of_pandas_is_looked_at_to_its_end(last: Any, expected: tuple[str, str]) -> None:
    npsn = pd.Series(["20300001"] * 150 + [last], dtype=object)
    with pytest.raises(InvalidValueError) as caught:
        faults(pd.DataFrame({"npsn": npsn, "level": "sd", "kabupaten": "33.25"}), SCHOOLS)
    told = [(problem.path, problem.code, problem.message) for problem in caught.value.problems]
    assert [("schools[npsn]", *expected)] == told


@pytest.mark.parametrize("last", ["20309999", None, float("nan")])
def test_texts_and_gaps_among_objects_of_pandas_are_taken(last: Any) -> None:
    npsn = pd.Series([f"2030{number:04}" for number in range(150)] + [last], dtype=object)
    level = pd.Series(["sd"] * 151, dtype=object)
    found = faults(pd.DataFrame({"npsn": npsn, "level": level, "kabupaten": "33.25"}), SCHOOLS)
    assert ([] if last == "20309999" else ["missing-value"]) == found["code"].tolist()


def test_what_was_given_by_narwhals_comes_back_by_narwhals(carrier: Carrier) -> None:
    frame = nw.from_native(carrier.frame([TEACHER], TEACHERS))
    found = adoption(frame, **ASKED)
    assert isinstance(found, nw.LazyFrame if carrier.lazy else nw.DataFrame)
    assert isinstance(found.to_native(), carrier.kind())


@NULLS
def test_more_columns_than_ours_are_welcome(carrier: Carrier) -> None:
    own = carrier.load(pa.table({name: [TEACHER[name]] for name in TEACHERS.required} | {"name": ["a"], "_step": [7]}))
    assert 6 == len(carrier.rows(adoption(own, on=DAY)))
    assert [] == carrier.rows(faults(own, TEACHERS))


def test_an_eager_frame_of_polars_is_taken_beside_a_lazy_one() -> None:
    teachers = pl.LazyFrame({"id": ["t-1"], "school": ["20300001"]})
    schools: Any = pl.DataFrame({"npsn": ["20300001"], "kabupaten": ["33.25"]})
    assert ["33.25"] == locate(teachers, schools).collect()["kabupaten"].to_list()


@pytest.mark.parametrize("other", [lambda frame: frame.lazy(), lambda frame: frame.to_arrow()], ids=["lazy", "arrow"])
def test_frames_that_cannot_be_joined_are_told(other: Any) -> None:
    schools = pl.DataFrame({"npsn": ["20300001"], "kabupaten": ["33.25"]})
    with pytest.raises(InvalidValueError) as caught:
        locate(pl.DataFrame({"school": ["20300001"]}), other(schools))
    assert [("schools", "different-engine")] == [(problem.path, problem.code) for problem in caught.value.problems]


GONE: Final = "a file that is not there"


def lazy_frame(schema: Any) -> Any:
    """A lazy frame that fails as soon as anybody computes it."""

    def fail(_frame: pl.DataFrame) -> pl.DataFrame:
        raise FileNotFoundError(GONE)

    kinds = {"text": pl.String, "code": pl.String, "integer": pl.Int64, "flag": pl.Boolean, "day": pl.Date}
    types = {column.name: kinds[column.kind.value] for column in schema.columns}
    return pl.LazyFrame(schema=types).map_batches(fail, schema=types)


def test_polars_is_not_made_to_compute() -> None:
    teachers, schools, communities = map(lazy_frame, (TEACHERS, SCHOOLS, COMMUNITIES))
    for found in (
        adoption(teachers, on=DAY, among=[find("Kudus")]),
        faults(teachers, TEACHERS),
        locate(teachers, schools),
        registered_communities(communities, on=DAY),
    ):
        assert isinstance(found, pl.LazyFrame)
        with pytest.raises(Exception, match=GONE):
            found.collect()
    with pytest.raises(Exception, match=GONE):
        verify(teachers, TEACHERS)


def test_duckdb_is_not_made_to_compute(tmp_path: Path) -> None:
    import duckdb  # noqa: PLC0415 -- only here
    import pyarrow.parquet as pq  # noqa: PLC0415

    path = tmp_path / "teachers.parquet"
    pq.write_table(CARRIERS["pyarrow"].frame([TEACHER], TEACHERS), path)
    teachers: Any = duckdb.connect().read_parquet(str(path))
    results = [adoption(teachers, on=DAY), faults(teachers, TEACHERS)]
    path.unlink()
    for found in results:
        with pytest.raises(duckdb.IOException):
            found.fetchall()


def test_dask_is_not_made_to_compute() -> None:
    def fail(piece: Any) -> Any:
        if len(piece):
            raise FileNotFoundError(GONE)
        return piece

    given = CARRIERS["dask"].frame([TEACHER], TEACHERS)
    teachers = given.map_partitions(fail, meta=given._meta)
    results: list[Any] = [adoption(teachers, on=DAY), faults(teachers, TEACHERS)]
    for found in results:
        assert isinstance(found, CARRIERS["dask"].kind())
        with pytest.raises(FileNotFoundError, match=GONE):
            CARRIERS["dask"].rows(found)
