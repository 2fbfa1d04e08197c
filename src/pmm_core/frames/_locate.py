"""The kabupaten of people by the school that they work at."""

from collections.abc import Iterable
from typing import Final, cast

import narwhals.stable.v2 as nw

from pmm_core._checks import Problems
from pmm_core.frames._engine import Frame, IntoFrameT, beside, given_back, is_arrow, opened
from pmm_core.frames._entry import blank_columns, names_of, read, settled, typed
from pmm_core.frames._schemas import SCHOOLS, TEACHERS

_FOUND: Final = "_of_the_school"
_OTHER: Final = "_too"
_SCHOOL: Final = "_school"


def locate(teachers: IntoFrameT, schools: IntoFrameT) -> IntoFrameT:
    """Find the kabupaten of people by their school, where their frame says only at which school they work.

    What is lazy stays lazy, and the number of rows stays the same: a school that is listed in two kabupaten is looked
    up in neither.  Who has a kabupaten already keeps it, as those have who work for an office.

    Args:
        teachers: any frame with the column ``school`` (NPSN), as text with its leading zeros; ``kabupaten`` may be
            there with gaps.
        schools: one row per school as in `SCHOOLS`: ``npsn`` and ``kabupaten``; of the same engine.

    Returns:
        All columns of the teachers, and ``kabupaten`` as the last one; it is null for those whose school is not known,
        which `faults` and `verify` report as ``missing-value``.

    Raises:
        InvalidValueError: ``missing-column``, ``duplicate`` or ``unknown-engine`` for a frame, ``different-engine``
            where the two are not of the same.
        WrongTypeError: ``wrong-type`` for a column or for anything but a frame.

    >>> import pyarrow as pa
    >>> teachers = pa.table({"id": ["t-1", "t-2"], "school": ["20300001", "20300002"]})
    >>> schools = pa.table({"npsn": ["20300001"], "kabupaten": ["33.25"]})
    >>> locate(teachers, schools).sort_by("id").column("kabupaten").to_pylist()
    ['33.25', None]
    """
    problems = Problems("locate")
    frame = opened(problems, "teachers", teachers)
    if frame is not None:
        with_gaps = ("kabupaten",) if "kabupaten" in names_of(frame) else ()
        read(problems, "teachers", teachers, TEACHERS, only=("school", *with_gaps))
    listed = read(problems, "schools", schools, SCHOOLS, only=("npsn", "kabupaten"))
    listed = beside(problems, "schools", frame, listed)
    frame, listed = settled(problems, frame, listed)
    return cast("IntoFrameT", given_back(_located(frame, listed), teachers))


def _located(teachers: Frame, schools: Frame) -> Frame:
    names = names_of(teachers)
    found_name, school = _unused(_FOUND, names), _unused(_SCHOOL, names)
    known = schools.group_by("npsn").agg(
        nw.col("kabupaten").min().alias(found_name), nw.col("kabupaten").max().alias(_OTHER)
    )
    known = known.filter(nw.col(found_name) == nw.col(_OTHER)).select(nw.col("npsn").alias(school), found_name)
    blank = blank_columns(teachers) if is_arrow(teachers) else ()  # which carries no such column through a join
    joined = teachers.with_columns(typed(teachers, TEACHERS.column("school")).alias(school))
    joined = (joined.drop(*blank) if blank else joined).join(known, on=school, how="left")
    found = nw.col(found_name)
    if "kabupaten" in names and "kabupaten" not in blank:
        own = typed(teachers, TEACHERS.column("kabupaten"))
        found = nw.when(own.is_null()).then(found).otherwise(own)
    others = [nw.lit(None).alias(name) if name in blank else nw.col(name) for name in names if name != "kabupaten"]
    return joined.select(*others, found.alias("kabupaten"))


def _unused(name: str, names: Iterable[str]) -> str:
    """A name that no column of the caller has, not even in other letters, which are the same to some engines."""
    taken = {str(each).lower() for each in names}  # pandas takes numbers for names too
    while name in taken:
        name += "_"
    return name
