"""What users write with data frames; checked, never run."""

from collections.abc import Iterator
from datetime import date
from typing import Any, assert_type

import duckdb
import narwhals.stable.v2 as nw
import polars as pl

from pmm_core import TieMethod, find, frames
from pmm_core.frames import COMMUNITIES, EVENTS, SCHEMAS, SCHOOLS, TEACHERS, Column, ColumnKind, Schema
from pmm_core.people import Role, SchoolLevel
from pmm_core.ranking import LARGER_BASE, TEACHERS_LOGGED_IN, ScopeKind

day = date(2022, 12, 23)
lazy, eager, relation = pl.LazyFrame(), pl.DataFrame(), duckdb.read_parquet("teachers.parquet")


def rows(number: int) -> Iterator[pl.DataFrame]:
    """Some batches."""
    for _ in range(number):
        yield eager


def told(count: int) -> None:
    """Say how far it has come."""


assert_type(frames.verify(lazy, TEACHERS), pl.LazyFrame)
assert_type(frames.verify(eager, SCHOOLS), pl.DataFrame)
assert_type(frames.faults(relation, EVENTS), duckdb.DuckDBPyRelation)
assert_type(frames.locate(lazy, lazy), pl.LazyFrame)
assert_type(frames.adoption(lazy, on=day), pl.LazyFrame)
assert_type(frames.adoption(eager, on=day, metrics=[TEACHERS_LOGGED_IN], roles={Role.HEAD}), pl.DataFrame)
assert_type(frames.adoption(relation, on=day, among=[find("Kudus")], level=SchoolLevel.SD), duckdb.DuckDBPyRelation)
assert_type(frames.registered_communities(lazy, on=day), pl.LazyFrame)
assert_type(frames.adoption_by_batches(rows(3), on=day, progress=told), pl.DataFrame)
assert_type(frames.each_batch(rows(3), lambda batch: batch.height, progress=told), Iterator[int])
assert_type(frames.standings(lazy), pl.LazyFrame)
assert_type(frames.standings(eager, within="nation", ties="dense"), pl.DataFrame)
assert_type(
    frames.standings(relation, within=ScopeKind.PROVINCE, ties=TieMethod.ORDINAL, tie_breaks=[LARGER_BASE]),
    duckdb.DuckDBPyRelation,
)
assert_type(frames.movement(lazy, lazy), pl.LazyFrame)
assert_type(frames.targets(lazy, rank=5), pl.LazyFrame)
assert_type(frames.audit(lazy, lazy), pl.LazyFrame)
assert_type(frames.states(eager, eager, on=day), pl.DataFrame)
assert_type(TEACHERS.column("role").kind, ColumnKind)
assert_type(COMMUNITIES.columns, tuple[Column, ...])
assert_type(SCHEMAS, tuple[Schema, Schema, Schema, Schema, Schema, Schema])


def through(frame: "nw.LazyFrame[Any]") -> "nw.LazyFrame[Any]":
    """A frame of narwhals stays one."""
    return frames.standings(frames.adoption(frame, on=day))
