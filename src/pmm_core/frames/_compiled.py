"""The tables of the cycle as whole numbers, so that an engine can ask them of millions of events at once.

Nothing of a rule is written again: everything here is read off the rows of a `Process`, the windows of a calendar and
the graph that the objects walk.  A kind of event under a process is one number, its **rule**.  A set of states is one
number too, with a bit for each, and so are sets of progress, of sides and of guards; what an event leads to is the bit
of its target.  So an event is in order if the bit of the place before it is in the sets of its rule.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final, TypeVar

import attrs

from pmm_core._checks import Problems, items
from pmm_core.calendar import Period, PeriodCalendar, Phase, Window
from pmm_core.cycle import EVENT_TYPES, EventKind, Frame, Guard, Party, Process, Progress, Row, Side, State
from pmm_core.cycle._audit import everywhere, ways
from pmm_core.errors import RefusedError
from pmm_core.frames._engine import as_number
from pmm_core.people import Role

LAST_YEAR: Final = 2035
"""Up to which year periods are laid out, where a scheme has no end; what is later is an unknown period."""

STATES: Final = tuple(State)
PROGRESS: Final = tuple(Progress)
SIDES: Final = tuple(Side)
GUARDS: Final = tuple(Guard)
KINDS: Final = tuple(EventKind)
PHASES: Final = tuple(Phase)
UNKNOWN_KIND: Final = len(KINDS)
KIND_BASE: Final = 32
PROGRESS_BASE: Final = 1 << len(PROGRESS)
PLACE_BASE: Final = PROGRESS_BASE << len(STATES)
STAYS: Final = -1
ANY_DAY: Final = 99_999_999
UNKNOWN_CYCLE: Final = -1
NO_PROCESS: Final = -2
UNKNOWN_PERIOD: Final = -3
EXECUTION: Final = ("execution_opens", "execution_ends")
SPAN: Final = ("period_opens", "period_ends")
PHASE_ENDS: Final = tuple(f"{phase.value}_ended" for phase in PHASES)
"""The columns of the last days of the phases."""
OVERS: Final = 1 << len(PHASES)
"""How many sets of phases there are that may be over."""
_ONE: Final = Party("a", Role.TEACHER)
_OTHER: Final = Party("b", Role.HEAD)
ROW: Final = ("to_state", "to_progress", "states", "progresses", "sides", "guards")
FOREIGN: Final = (STAYS, STAYS, 0, 0, 0, 0)


def bits(members: Iterable[object], order: Sequence[object]) -> int:
    """A set as one whole number."""
    return sum(1 << order.index(member) for member in members)


START: Final = (bits((State.DRAFT,), STATES), bits((Progress.NOT_STARTED,), PROGRESS))
CLOSED: Final = bits((State.CLOSED,), STATES)


def _with_field(name: str) -> tuple[int, ...]:
    """The kinds of event that tell something, by their numbers."""
    return tuple(KINDS.index(kind.kind) for kind in EVENT_TYPES if name in {field.name for field in attrs.fields(kind)})


SETS_SUPERIOR: Final = _with_field("superior")
"""The kinds of event that name another superior."""
SETS_SCHEDULE: Final = _with_field("scheduled")
"""The kinds of event that set the day of the observation."""

A = TypeVar("A", State, Progress)


def place_number(state: State, progress: Progress) -> int:
    """A place as one whole number, from the bits of both."""
    return bits((state,), STATES) * PROGRESS_BASE + bits((progress,), PROGRESS)


@attrs.frozen(kw_only=True)
class Law:
    """What the rows of some processes say.

    A rule is ``process * KIND_BASE + kind``, a step is ``rule * PLACE_BASE + place``.
    """

    processes: tuple[Process, ...]
    rows: Mapping[int, tuple[int, ...]]
    """For each rule the numbers of `ROW`; another rule is not in the scheme, and has `FOREIGN`."""
    guards: frozenset[Guard]
    """The guards of any of the rows."""
    possible: Mapping[int, str]
    """What could follow instead, by ``(process * OVERS + phases that are over) * PLACE_BASE + place``."""
    actors: Mapping[int, str]
    """Who may record it, by rule."""
    missing: Mapping[int, str]
    """What would have to come between, by step."""


def checked(problems: Problems, processes: Iterable[Process]) -> tuple[Process, ...]:
    """Read the processes that a call was given, each of another key and fit to be compiled."""
    read = Problems("processes")
    given = items(read, "processes", processes, "processes")
    if not given:
        problems.add("processes", "empty" if read.clean else "wrong-type", "must be at least one process")
    seen: set[str] = set()
    for index, process in enumerate(given):
        where = f"processes[{index}]"
        if problems.instance(where, process, Process, "a Process"):
            if process.key in seen:
                problems.add(where, "duplicate", "has the key of one before")
            seen.add(process.key)
            for row in process.valid.values():
                if not all(_is_plain(moves) for moves in (row.states, row.progress)):
                    problems.add(where, "two-targets", f"the row of {row.event.kind.value} leads to two places")
    return given


def _is_plain(moves: tuple[tuple[A, A], ...]) -> bool:
    """Whether an event leads to one place on an axis wherever it comes from, or always stays."""
    return all(old is new for old, new in moves) or len({new for _, new in moves}) == 1


def _numbers(row: Row) -> tuple[int, ...]:
    return (
        _target(row.states, STATES),
        _target(row.progress, PROGRESS),
        bits((old for old, _ in row.states), STATES),
        bits((old for old, _ in row.progress) if row.progress else PROGRESS, PROGRESS),
        bits(row.by, SIDES),
        bits(row.guards, GUARDS),
    )


def _target(moves: tuple[tuple[A, A], ...], order: Sequence[A]) -> int:
    return next((bits((new,), order) for old, new in moves if old is not new), STAYS)


@lru_cache(maxsize=16)
def law_of(processes: tuple[Process, ...]) -> Law:
    """Compile the rows of some processes."""
    rows = {
        number * KIND_BASE + KINDS.index(kind.kind): row
        for number, process in enumerate(processes)
        for kind, row in process.valid.items()
    }
    return Law(
        processes=processes,
        rows=MappingProxyType({rule: _numbers(row) for rule, row in rows.items()}),
        guards=frozenset(guard for row in rows.values() for guard in row.guards),
        possible=MappingProxyType(
            {
                (number * OVERS + over) * PLACE_BASE + place_number(*place): _words(exits)
                for number, process in enumerate(processes)
                for place, situation in everywhere(process).items()
                for over in range(OVERS)
                if (exits := [kind.kind for kind in situation.exits if not _is_over(process.valid[kind], over)])
            }
        ),
        actors=MappingProxyType(
            {rule: ", ".join(processes[rule // KIND_BASE].actors[row.event].possible) for rule, row in rows.items()}
        ),
        missing=MappingProxyType(
            {
                (number * KIND_BASE + KINDS.index(kind)) * PLACE_BASE + place_number(*place): _words(between)
                for number, process in enumerate(processes)
                for place in everywhere(process)
                for kind, between in ways(process, place).items()
                if between
            }
        ),
    )


def _is_over(row: Row, over: int) -> bool:
    """Whether an event can happen in phases only that are all over."""
    within = bits(row.within, PHASES)
    return within > 0 and within & over == within


def _words(kinds: Iterable[EventKind]) -> str:
    return ", ".join(kind.value for kind in kinds)


@attrs.frozen(kw_only=True)
class Layout:
    """In which periods cycles of the processes can be, and what the windows of each are.

    Args:
        processes: the key of the process, for each pair of process and period.
        periods: the text of the period, for each of them.
        table: one row per kind of event in each of them: its rule, where it leads, and its windows.  The key is the
            number of the pair, ``* KIND_BASE + kind``; below zero it stands for cycles that nothing is known of.
        windows: in how many windows an event can be at most.
    """

    processes: tuple[str, ...]
    periods: tuple[str, ...]
    table: Mapping[str, tuple[int, ...]]
    windows: int


def layout_of(law: Law, calendar: PeriodCalendar) -> Layout:
    """Lay out the periods of a calendar for the processes; without those that lack one of the three phases."""
    frames = [
        (number, frame)
        for number, process in enumerate(law.processes)
        for scheme in calendar.schemes
        for year in range(scheme.first_year, 1 + max(LAST_YEAR, scheme.last_year or 0))
        for period in scheme.periods(year)
        for frame in _opened(process, period, calendar)
    ]
    most = max((len(frame.windows_of(kind)) for _, frame in frames for kind in frame.process.valid), default=1)
    ends = tuple(f"{end}_{number}" for number in range(most) for end in ("opens", "ends"))
    nothing = (*FOREIGN, *_ends((), most), *_ends((), 1), *_ends((), 1), *(ANY_DAY for _ in PHASES))
    rows: list[tuple[int, ...]] = [
        (unknown * KIND_BASE + kind, unknown, *nothing)
        for unknown in (UNKNOWN_CYCLE, NO_PROCESS, UNKNOWN_PERIOD)
        for kind in range(UNKNOWN_KIND + 1)
    ]
    for index, (number, frame) in enumerate(frames):
        windows = {KINDS.index(kind.kind): frame.windows_of(kind) for kind in frame.process.valid}
        last_days = [as_number(frame.phases[phase].end) for phase in PHASES]
        period = (*_ends((frame.execution,), 1), *_ends((frame.span,), 1), *last_days)
        for kind in range(UNKNOWN_KIND + 1):
            rule = number * KIND_BASE + kind
            numbers = law.rows.get(rule, FOREIGN)
            rows.append((index * KIND_BASE + kind, rule, *numbers, *_ends(windows.get(kind, ()), most), *period))
    names = ("key", "rule", *ROW, *ends, *EXECUTION, *SPAN, *PHASE_ENDS)
    return Layout(
        processes=tuple(frame.process.key for _, frame in frames),
        periods=tuple(str(frame.period) for _, frame in frames),
        table=MappingProxyType({name: tuple(row[index] for row in rows) for index, name in enumerate(names)}),
        windows=most,
    )


def _opened(process: Process, period: Period, calendar: PeriodCalendar) -> tuple[Frame, ...]:
    """What never changes in the cycles of a period, whoever they are of; nothing if none can be opened in it."""
    if period.mark != process.mark:
        return ()
    try:
        frame = Frame(employee=_ONE, superior=_OTHER, period=period, process=process, calendar=calendar)
    except RefusedError:
        return ()
    return (frame,)


def _ends(windows: tuple[Window, ...], most: int) -> tuple[int, ...]:
    """The first and last days of the windows as numbers: any day where there is none, no day where fewer are."""
    known = [end for window in windows for end in (as_number(window.start), as_number(window.end))] or [0, ANY_DAY]
    return (*known, *(ANY_DAY, 0) * (most - len(known) // 2))
