"""More rows than fit in memory, batch by batch, on engines that hold what they work on.

Sums of batches add up to the sums of all rows, so that each batch leaves a few hundred numbers behind and nothing
else.  Engines that stream by themselves, such as DuckDB and lazy Polars, need none of this.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, TypeVar, cast

import narwhals.stable.v2 as nw

from pmm_core._checks import Problems, kind_of
from pmm_core.frames._adoption import PEOPLE, Question, ask, shares, sums
from pmm_core.frames._engine import Frame, IntoFrameT, collected, given_back, is_eager, opened, small
from pmm_core.frames._entry import read
from pmm_core.frames._schemas import TEACHERS
from pmm_core.people import COUNTED_ROLES, Role, SchoolLevel
from pmm_core.ranking import ADOPTION, Metric
from pmm_core.regions import Kabupaten

Progress = Callable[[int], object]
Result = TypeVar("Result")


def each_batch(
    batches: Iterable[IntoFrameT], work: Callable[[IntoFrameT], Result], *, progress: Progress | None = None
) -> Iterator[Result]:
    """Do the same to each batch, one after the other, and tell how far it has come.

    Only the batch that is worked on is held.  What needs all rows of a cycle or of a kabupaten at once is right only
    where no batch cuts one in two.

    Args:
        batches: frames of one engine: the row groups of a Parquet file, the chunks of a CSV file; read once.
        work: what to do to each, for instance ``lambda events: verify(events, EVENTS)``.
        progress: called after each batch with the number of its rows, as the ``update`` of a progress bar is.

    Yields:
        What the work gives, batch by batch, when it is asked for.

    Raises:
        InvalidValueError: ``duplicate`` or ``unknown-engine`` for a frame.
        WrongTypeError: ``wrong-type`` for anything but frames and calls.

    >>> import pyarrow as pa
    >>> table = pa.table({"id": ["t-1", "t-2", "t-3"]})
    >>> done = []
    >>> list(each_batch([table[:2], table[2:]], len, progress=done.append)), done
    ([2, 1], [2, 1])
    """
    problems = Problems("each_batch")
    _check(problems, batches, progress)
    if not callable(work):
        problems.add("work", "wrong-type", f"must be a call, not {kind_of(work)}")
    problems.done()
    return _worked(problems, batches, work, progress)


def _worked(
    problems: Problems, batches: Iterable[Any], work: Callable[[Any], Result], progress: Progress | None
) -> Iterator[Result]:
    for index, batch in enumerate(batches):
        frame = opened(problems, f"batches[{index}]", batch)
        problems.done()
        yield work(batch)
        if progress is not None:
            progress(_rows(cast("Frame", frame)))


def adoption_by_batches(
    batches: Iterable[IntoFrameT],
    *,
    on: date,
    metrics: Iterable[Metric] = ADOPTION.steps,
    roles: Iterable[Role] = COUNTED_ROLES,
    among: Iterable[Kabupaten] = (),
    level: SchoolLevel | None = None,
    progress: Progress | None = None,
) -> IntoFrameT:
    """Measure adoption as `adoption` does, batch by batch; this runs, and holds one batch at a time.

    Args:
        batches: frames that together hold each person once: the row groups of a Parquet file, the chunks of a CSV file.
        on: the day the figures hold for.
        metrics: which steps; ask for one to rank by it.
        roles: whose progress counts; teachers only where it is left out.
        among: kabupaten that are measured in any case, on an empty base where nobody works there.
        level: only those of this level of school (jenjang); all where it is left out.
        progress: called after each batch with the number of its rows, as the ``update`` of a progress bar is.

    Returns:
        The same rows as `adoption` gives, in a frame of the engine of the first batch.

    Raises:
        InvalidValueError: ``empty`` for no batches, and those of `adoption`, as soon as they are met.
        WrongTypeError: those of `adoption`, and ``wrong-type`` for anything but frames and calls.

    >>> import pyarrow as pa
    >>> from datetime import date
    >>> from pmm_core.ranking import TEACHERS_LOGGED_IN
    >>> teachers = pa.table({"role": ["teacher"] * 3, "kabupaten": ["33.25"] * 3, "logged_in": [True, False, True]})
    >>> found = adoption_by_batches(
    ...     (teachers[start : start + 2] for start in (0, 2)), on=date(2022, 12, 23), metrics=[TEACHERS_LOGGED_IN]
    ... )
    >>> found.select(["numerator", "denominator"]).to_pylist()
    [{'numerator': 2, 'denominator': 3}]
    """
    problems = Problems("adoption_by_batches")
    question = ask(problems, on, metrics, roles, among, level)
    _check(problems, batches, progress)
    problems.done()
    names = (PEOPLE, *question.steps)
    counts: dict[str | None, list[int]] = {}
    first: Any = None
    for index, batch in enumerate(batches):
        frame = read(problems, f"batches[{index}]", batch, TEACHERS, only=question.columns)
        problems.done()
        first = batch if index == 0 else first
        _add(counts, cast("Frame", frame), question, names)
        if progress is not None:
            progress(_rows(cast("Frame", frame)))
    if first is None:
        problems.add("batches", "empty", "must hold at least one frame")
    problems.done()
    like = cast("Frame", opened(problems, "batches[0]", first))
    return cast("IntoFrameT", given_back(shares(_table(like, counts, names), question), first))


def _add(counts: dict[str | None, list[int]], frame: Frame, question: Question, names: tuple[str, ...]) -> None:
    for row in collected(sums(frame, question)):
        known = counts.setdefault(row["kabupaten"], [0] * len(names))
        counts[row["kabupaten"]] = [one + int(row[name]) for one, name in zip(known, names, strict=True)]


def _table(like: Frame, counts: dict[str | None, list[int]], names: tuple[str, ...]) -> Frame:
    """The sums as a small table of the engine of the first batch, also where there are none."""
    keys = [*counts, _NOBODY]
    columns = {name: [*(each[index] for each in counts.values()), 0] for index, name in enumerate(names)}
    table = small(like, {"kabupaten": keys, **columns})
    return table.filter((nw.col("kabupaten") != _NOBODY) | nw.col("kabupaten").is_null())


_NOBODY = ""


def _check(problems: Problems, batches: object, progress: object) -> None:
    if isinstance(batches, str | bytes) or not isinstance(batches, Iterable):
        problems.add("batches", "wrong-type", f"must be an iterable of frames, not {kind_of(batches)}")
    if progress is not None and not callable(progress):
        problems.add("progress", "wrong-type", f"must be a call that takes a number, not {kind_of(progress)}")


def _rows(frame: Frame) -> int:
    """How many rows a frame has; one that is lazy is asked, which most engines know without reading it."""
    if is_eager(frame):
        return len(cast("Any", frame))
    return int(collected(frame.select(nw.len().alias("rows")))[0]["rows"])
