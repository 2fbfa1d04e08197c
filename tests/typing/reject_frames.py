"""What must not type-check with data frames; a marker that is not needed is an error."""

from datetime import date

import polars as pl

from pmm_core import frames
from pmm_core.frames import TEACHERS
from pmm_core.people import Role
from pmm_core.ranking import TEACHERS_LOGGED_IN

day = date(2022, 12, 23)
lazy, eager = pl.LazyFrame(), pl.DataFrame()

frames.adoption([{"id": "t-1"}], on=day)  # type: ignore[type-var]  # pyright: ignore[reportArgumentType]
frames.adoption(lazy)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
frames.adoption(lazy, day)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
frames.adoption(lazy, on="2022-12-23")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
frames.adoption(lazy, on=day, metrics=["teachers-logged-in"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
frames.adoption(lazy, on=day, metrics=TEACHERS_LOGGED_IN)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
frames.adoption(lazy, on=day, roles=Role.TEACHER)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
frames.adoption(lazy, on=day, among=["33.25"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
frames.verify(lazy)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
frames.verify(lazy, "teachers")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
frames.adoption_by_batches(eager, on=day, progress="x")  # type: ignore[type-var, arg-type]  # pyright: ignore[reportArgumentType]
frames.standings(lazy, ties=5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
frames.standings(lazy, "nation")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
TEACHERS.column(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
TEACHERS.name = "guru"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
found: pl.DataFrame = frames.adoption(lazy, on=day)  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
