"""The shape of the tables: rows that say who may do what, when, and where it leads.

Theory.  A cycle is two machines.  The outer one is the plan's and the appraisal's: drafted, submitted, sent back,
approved, agreed, rated, sent, synchronised, closed.  The inner one is the practice's: five stages in order, two of
which take a record of each side.  They are coupled in one place only: the inner machine moves while the outer stands at
`State.AGREED`, and the appraisal looks at how far the inner one has come.

So a place in a cycle is a pair (`State`, `Progress`), and a row of a table says for one kind of event: which side
records it, in which windows of the period, from which states to which, from which progress to which, and which further
guards its payload must pass.  From the rows a graph is compiled once; it is total: every place that can be reached is
in it, with all its exits.  Nothing outside the rows decides what follows what; the diagrams in the docs, the Markdown
table and the strategies are drawn from the same rows.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, Protocol, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.calendar import Phase
from pmm_core.cycle._event import CycleEvent
from pmm_core.cycle._policies import CHOICES, Choice, Policies
from pmm_core.cycle._row_checks import check_all, check_event, check_guards, check_moves
from pmm_core.cycle._terms import Progress, Side, State
from pmm_core.errors import Refusal
from pmm_core.sources import Rule


@final
@labelled(
    FITTING_INDICATOR=("indikator sesuai peran", "the indicator fits the role"),
    ENOUGH_POINTS=("poin anjuran tercapai", "the advised points are reached"),
    SCHEDULE_IN_WINDOW=("jadwal dalam masa pelaksanaan", "the schedule lies in the window"),
    ON_SCHEDULE=("pada hari terjadwal", "on the scheduled day"),
    KNOWN_ITEM=("butir ada dalam rencana", "the item is in the plan"),
    NEXT_NUMBER=("nomor bukti berurutan", "the next evidence of the item"),
    DATED_IN_PERIOD=("tanggal bukti dalam periode", "the evidence is dated in the period"),
    OPEN_ITEM=("butir kompetensi belum selesai", "the competence item is still open"),
    REFLECTION=("refleksi diisi", "a reflection is given"),
    FITTING_SUPERIOR=("atasan sesuai peran", "the superior fits the employee"),
)
class Guard(Labelled):
    """What a payload is held against, beyond order, side and window."""

    FITTING_INDICATOR = "fitting-indicator"
    ENOUGH_POINTS = "enough-points"
    SCHEDULE_IN_WINDOW = "schedule-in-window"
    ON_SCHEDULE = "on-schedule"
    KNOWN_ITEM = "known-item"
    NEXT_NUMBER = "next-number"
    DATED_IN_PERIOD = "dated-in-period"
    OPEN_ITEM = "open-item"
    REFLECTION = "reflection"
    FITTING_SUPERIOR = "fitting-superior"


@final
@attrs.frozen(kw_only=True)
class Row:
    """What the table says of one kind of event.

    Args:
        event: the kind.
        by: the sides that may record it.
        states: from which state to which, for every state it may happen in.
        progress: from which progress to which; empty where it neither looks at the five stages nor moves them.
        within: the phases in whose windows it may happen; empty where any day will do.
        guards: what its payload must pass.
        choice: the reading under which the row holds; None for all.
        rule: the rule it carries out, with its source.

    Raises:
        InvalidValueError: ``empty`` for no side or no state, ``duplicate`` where a place is left twice, ``malformed``
            for a guard that asks for what the event does not hold.
        WrongTypeError: for a field of the wrong kind.
    """

    event: type[CycleEvent]
    by: tuple[Side, ...]
    states: tuple[tuple[State, State], ...]
    progress: tuple[tuple[Progress, Progress], ...] = ()
    within: tuple[Phase, ...] = ()
    guards: tuple[Guard, ...] = ()
    choice: Choice | None = None
    rule: Rule

    def __attrs_post_init__(self) -> None:
        problems = Problems("Row")
        sound = check_event(problems, self.event)
        for name, kind, check in _ROW_FIELDS:
            if problems.instance(name, getattr(self, name), tuple, "a tuple"):
                check(problems, name, getattr(self, name), kind)
        for name in ("by", "states"):
            if getattr(self, name) == ():
                problems.add(name, "empty", "must not be empty")
        problems.instance("choice", self.choice, (*CHOICES, type(None)), "a choice of a policy, or None")
        problems.instance("rule", self.rule, Rule, "a Rule")
        if sound and problems.clean:
            check_guards(problems, self.guards, self.event)
        problems.done()

    def after(self, state: State, progress: Progress) -> tuple[State, Progress] | None:
        """Where the event leads from a place; None where it cannot happen there.

        Args:
            state: where the cycle stands before it.
            progress: how far the five stages have come before it.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but a state and a progress.

        >>> PROCESS_2024.valid[PlanSubmitted].after(State.DRAFT, Progress.NOT_STARTED)
        (State.SUBMITTED, Progress.NOT_STARTED)
        """
        problems = Problems("Row")
        problems.instance("state", state, State, "a State")
        problems.instance("progress", progress, Progress, "a Progress")
        problems.done()
        new_state = dict(self.states).get(state)
        new_progress = dict(self.progress).get(progress) if self.progress else progress
        return None if new_state is None or new_progress is None else (new_state, new_progress)


_Check = Callable[[Problems, str, Any, type[Labelled]], None]
_ROW_FIELDS: Final[tuple[tuple[str, type[Labelled], _Check], ...]] = (
    ("by", Side, check_all),
    ("states", State, check_moves),
    ("progress", Progress, check_moves),
    ("within", Phase, check_all),
    ("guards", Guard, check_all),
)


CLOSED: Final = Refusal("cycle-closed", "the cycle is closed")
Place = tuple[State, Progress]
_BEGINNING: Final[tuple[Place, ...]] = ((State.DRAFT, Progress.NOT_STARTED),)


def _no_refusals() -> Mapping[type[CycleEvent], Refusal]:
    return MappingProxyType({})


def _no_exits() -> "Mapping[type[CycleEvent], Situation]":
    return MappingProxyType({})


@attrs.frozen(eq=False, repr=False)
class Situation:
    """A place in the compiled graph, with all its exits."""

    state: State
    progress: Progress
    exits: Mapping[type[CycleEvent], "Situation"] = attrs.field(factory=_no_exits)
    refusals: Mapping[type[CycleEvent], Refusal] = attrs.field(factory=_no_refusals)
    """Why what is no exit does not follow from here; worked out once, since refusing is as common as allowing."""
    place: tuple[State, Progress] = attrs.field(init=False)
    """State and progress as one, made once, since who reads many cycles asks each of them for nothing else."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "place", (self.state, self.progress))

    def __repr__(self) -> str:
        return f"<{self.state.value}/{self.progress.value}>"


class Printer(Protocol):
    """What IPython and Hypothesis hand to a value that prints itself."""

    def text(self, text: str, /) -> object:
        """Print a text."""

    def pretty(self, obj: object, /) -> object:
        """Print a value in its turn."""


@final
@attrs.frozen(kw_only=True, repr=False)
class Process:
    """The rules by which cycles of one scheme run.

    Args:
        key: short and stable.
        mark: the letters that the ids of its periods carry, as ``S`` in ``2024-S1``.
        rows: the whole table, alternative readings included.
        policies: which readings hold.

    Raises:
        InvalidValueError: ``duplicate`` where two rows hold for one event, ``empty`` for no rows.
        WrongTypeError: for a field of the wrong kind.
    """

    key: str
    mark: str
    rows: tuple[Row, ...] = attrs.field(hash=False)
    policies: Policies = attrs.field(factory=Policies)
    valid: Mapping[type[CycleEvent], Row] = attrs.field(init=False, eq=False)
    """The row that holds for each kind of event."""
    situations: tuple[Situation, ...] = attrs.field(init=False, eq=False)
    actors: Mapping[type[CycleEvent], Refusal] = attrs.field(init=False, eq=False)
    """What to tell somebody of the wrong side."""

    def __attrs_post_init__(self) -> None:
        problems = Problems("Process")
        problems.text("key", self.key)
        problems.text("mark", self.mark)
        problems.instance("policies", self.policies, Policies, "Policies")
        if problems.instance("rows", self.rows, tuple, "a tuple of rows"):
            if not self.rows:
                problems.add("rows", "empty", "must hold the table")
            for index, row in enumerate(self.rows):
                problems.instance(f"rows[{index}]", row, Row, "a Row")
        problems.done()
        valid: dict[type[CycleEvent], Row] = {}
        for index, row in enumerate(self.rows):
            if self.policies.chose(row.choice):
                if row.event in valid:
                    problems.add(f"rows[{index}]", "duplicate", f"two rows hold for {row.event.kind.value}")
                valid[row.event] = row
        problems.done()
        object.__setattr__(self, "valid", MappingProxyType(valid))
        object.__setattr__(self, "situations", linked(valid, _BEGINNING))
        object.__setattr__(self, "actors", MappingProxyType({kind: _wrong_actor(row) for kind, row in valid.items()}))

    @property
    def start(self) -> Situation:
        """Where every cycle begins."""
        return self.situations[0]

    def choosing(self, policies: Policies) -> "Process":
        """The same tables under other readings; errors as for the class.

        Args:
            policies: the readings.

        >>> PROCESS_2024.choosing(Policies(runs=StageRuns.MANY))
        <Process 2024, many: 20 kinds of event, 16 situations>
        """
        return Process(key=self.key, mark=self.mark, rows=self.rows, policies=policies)

    def __reduce__(self) -> tuple[object, ...]:
        # the graph holds itself in circles and is compiled again from the rows
        return _restore, (self.key, self.mark, self.rows, self.policies)

    def __repr__(self) -> str:
        others = (value for name, value in _readings(self.policies).items() if value is not _readings(Policies())[name])
        readings = "".join(f", {value.value}" for value in others)
        return f"<Process {self.key}{readings}: {len(self.valid)} kinds of event, {len(self.situations)} situations>"

    def _repr_pretty_(self, printer: Printer, _cycle: bool) -> None:  # noqa: FBT001 -- as IPython calls it
        # Hypothesis would print the whole table for every cycle that it shows
        printer.text(repr(self))


def _readings(policies: Policies) -> dict[str, Choice]:
    return attrs.asdict(policies)


def _restore(key: str, mark: str, rows: tuple[Row, ...], policies: Policies) -> Process:
    return Process(key=key, mark=mark, rows=rows, policies=policies)


def linked(valid: Mapping[type[CycleEvent], Row], starts: tuple[Place, ...]) -> tuple[Situation, ...]:
    """Every place that can be reached from some, linked by the events that lead from one to the next."""
    known = {place: Situation(*place) for place in starts}
    queue = list(known.values())
    for situation in queue:  # grows while it is read
        exits: dict[type[CycleEvent], Situation] = {}
        for event, row in valid.items():
            place = row.after(situation.state, situation.progress)
            if place is not None:
                if place not in known:
                    known[place] = Situation(*place)
                    queue.append(known[place])
                exits[event] = known[place]
        refusals = {event: misplaced(situation, row, exits) for event, row in valid.items() if event not in exits}
        object.__setattr__(situation, "exits", MappingProxyType(exits))
        object.__setattr__(situation, "refusals", MappingProxyType(refusals))
    return tuple(queue)


def misplaced(situation: Situation, row: Row, exits: Iterable[type[CycleEvent]]) -> Refusal:
    """Why an event does not follow from a place, and which ones do."""
    if situation.state is State.CLOSED:
        return CLOSED
    possible = tuple(other.kind.value for other in exits)
    name = row.event.kind.value
    if row.progress and situation.state in dict(row.states):
        return Refusal("wrong-stage", f"{name} does not follow {situation.progress.label_en}", possible)
    return Refusal("wrong-state", f"{name} does not follow {situation.state.label_en}", possible)


def _wrong_actor(row: Row) -> Refusal:
    sides = tuple(side.label_en for side in row.by)
    return Refusal("wrong-actor", f"{row.event.kind.value} is recorded by the {' or '.join(sides)}", sides)
