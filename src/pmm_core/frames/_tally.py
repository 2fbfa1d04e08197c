"""How many cycles of a nation stand where: the same counts as over objects, out of the frame of states."""

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from types import MappingProxyType
from typing import Final, cast

import narwhals.stable.v2 as nw

from pmm_core._checks import Problems, items
from pmm_core._labels import Labelled
from pmm_core.cycle import Progress, State
from pmm_core.frames._engine import Cell, Frame, IntoFrameT, given_back, how_many, small, whole
from pmm_core.frames._entry import read, settled
from pmm_core.frames._logic import some_of
from pmm_core.frames._schema import Column, ColumnKind, Schema
from pmm_core.frames._states import CYCLE_STATES
from pmm_core.overview import PHASES, REACHED, CyclePhase, Milestone

Place = tuple[State, Progress]
_TOLD: Final = ("step", "cycles", "of")
_PLACES: Final[tuple[Place, ...]] = tuple(product(State, Progress))


def _counting(kind: type[Labelled], at: Callable[[Place], Iterable[Labelled]]) -> Mapping[Labelled, tuple[Place, ...]]:
    return {member: tuple(place for place in _PLACES if member in at(place)) for member in kind}


_COUNTS: Final[Mapping[type[Labelled], Mapping[Labelled, tuple[Place, ...]]]] = MappingProxyType(
    {
        Milestone: _counting(Milestone, REACHED.__getitem__),
        CyclePhase: _counting(CyclePhase, lambda place: (PHASES[place],)),
        State: _counting(State, lambda place: place[:1]),
        Progress: _counting(Progress, lambda place: place[1:]),
    }
)
"""At which places a cycle counts for each member."""


def tally(states: IntoFrameT, *, by: Iterable[str] = (), over: type[Labelled] = Milestone) -> IntoFrameT:
    """Count how many cycles stand where: the funnel of cycles, as `pmm_core.overview.count_cycles` tells it.

    Args:
        states: what the function `states` gave, with more columns beside it if you like.
        by: the names of columns of yours to group by, for instance a kabupaten that you joined.
        over: what to count: `pmm_core.overview.Milestone` for how many have reached each, or
            `pmm_core.overview.CyclePhase`, `pmm_core.cycle.State` or `pmm_core.cycle.Progress` for how many stand in
            each.

    Returns:
        A frame of the same engine with one row per group and member of ``over``, in any order: the columns of ``by``,
        ``step`` (the wire text of the member), ``cycles`` (how many) and ``of`` (how many there are in the group).

    Raises:
        InvalidValueError: ``missing-column``, ``duplicate`` or ``unknown-engine`` for the frame, ``duplicate`` for a
            name that occurs twice in ``by`` or is that of another column of the result, ``unknown-choice`` for
            anything else to count.
        WrongTypeError: ``wrong-type`` for a column or an argument of the wrong kind.

    >>> import pyarrow as pa
    >>> found = pa.table({"state": ["agreed", "draft"], "progress": ["prepared", "not-started"]})
    >>> from pmm_core.overview import CyclePhase
    >>> {row["step"]: row["cycles"] for row in tally(found, over=CyclePhase).sort_by("step").to_pylist()}
    {'assessment': 0, 'done': 0, 'execution': 1, 'planning': 1}
    """
    problems = Problems("tally")
    kinds = problems.instance("over", over, type, "a class") and over in _COUNTS
    if not kinds and problems.clean:
        problems.add("over", "unknown-choice", f"must be one of {', '.join(kind.__name__ for kind in _COUNTS)}")
    names = items(problems, "by", by, "names of columns")
    for index, name in enumerate(names):
        if problems.text(f"by[{index}]", name) and name in names[:index]:
            problems.add(f"by[{index}]", "duplicate", "is named before")
        if isinstance(name, str) and name in _TOLD:
            problems.add(
                f"by[{index}]", "duplicate", f"must be called otherwise, since {name} is a column of the result"
            )
    frame = read(problems, "states", states, _grouped(names), only=("state", "progress", *names))
    (frame,) = settled(problems, frame)
    return cast("IntoFrameT", given_back(_counted(frame, names, _COUNTS[over]), states))


def _grouped(names: Iterable[object]) -> Schema:
    """The columns that are read: where a cycle stands, and the texts to group by."""
    found = [CYCLE_STATES.column(name) for name in ("state", "progress")]
    found.extend(
        Column(name=name, kind=ColumnKind.TEXT, about="A group.", nullable=True)
        for name in names
        if isinstance(name, str) and name.strip() and name not in {"state", "progress"}
    )
    return Schema(name="states", about="Where cycles stand.", key=("state",), columns=tuple(dict.fromkeys(found)))


def _counted(frame: Frame, names: tuple[str, ...], counts: Mapping[Labelled, tuple[Place, ...]]) -> Frame:
    """One row per group and member."""
    steps = [f"_step_{index}" for index in range(len(counts))]
    flags = [stands_at(places).alias(step) for step, places in zip(steps, counts.values(), strict=True)]
    groups_of = [f"_group_{index}" for index in range(len(names))]  # what the caller calls them may be a name of ours
    told = [nw.col(name).alias(group) for name, group in zip(names, groups_of, strict=True)]
    marked = frame.select(*told, *flags)
    sums = [how_many(frame, nw.col(step)).alias(step) for step in steps]
    if names:
        groups = marked.group_by(*groups_of).agg(*sums, nw.len().alias("of"))
    else:
        groups = marked.select(*sums, nw.len().alias("of")).with_columns(nw.col(step).fill_null(0) for step in steps)
    members: dict[str, list[Cell]] = {
        "step": [member.value for member in counts],
        "_member": list(range(len(counts))),
    }
    number: nw.Expr = nw.lit(0)
    for index, step in enumerate(steps):
        number = nw.when(nw.col("_member") == index).then(nw.col(step)).otherwise(number)
    rows = groups.join(small(frame, members), how="cross").with_columns(number.alias("cycles"))
    own = [nw.col(group).alias(name) for name, group in zip(names, groups_of, strict=True)]
    return whole(rows.select(*own, *_TOLD), "cycles", "of")


def stands_at(places: Iterable[Place]) -> nw.Expr:
    """Whether a cycle stands at one of some places."""
    wanted: dict[State, list[str]] = {}
    for state, progress in places:
        wanted.setdefault(state, []).append(progress.value)
    return some_of(
        (nw.col("state") == state.value) & nw.col("progress").is_in(those) for state, those in wanted.items()
    )
