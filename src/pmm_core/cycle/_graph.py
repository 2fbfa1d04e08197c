"""The tables as a graph of places and moves, and the graph as text: Mermaid, Graphviz and a Markdown table.

The drawings show the tables, all of them and nothing else; the docs hold the text and a test compares.
"""

from typing import final

import attrs

from pmm_core._checks import Problems, kind_of
from pmm_core.cycle._process import Process
from pmm_core.cycle._terms import Progress, State


@final
@attrs.frozen(order=True)
class Move:
    """One arrow of a diagram: from a place to a place, by a kind of event.

    Args:
        source: the wire text of the state, or of the progress, that it leaves.
        target: the one that it reaches.
        event: the wire text of the kind of event.
    """

    source: str
    target: str
    event: str


def outer_moves(process: Process) -> tuple[Move, ...]:
    """The moves between the states of a cycle, in the order of the tables; what stays where it is is left out.

    Args:
        process: whose tables.

    Raises:
        WrongTypeError: ``wrong-type`` for anything else.

    >>> from pmm_core.cycle import PROCESS_2024
    >>> str(outer_moves(PROCESS_2024)[0].event)
    'plan-submitted'
    """
    _check("outer_moves", process)
    return tuple(
        Move(old.value, new.value, event.kind.value)
        for event, row in process.valid.items()
        for old, new in row.states
        if old is not new
    )


def inner_moves(process: Process) -> tuple[Move, ...]:
    """The moves of the five stages while the plan is agreed, in the order of the tables.

    Args:
        process: whose tables.

    Raises:
        WrongTypeError: ``wrong-type`` for anything else.

    >>> from pmm_core.cycle import PROCESS_2024
    >>> inner_moves(PROCESS_2024)[0].source
    'not-started'
    """
    _check("inner_moves", process)
    return tuple(
        Move(old.value, new.value, event.kind.value)
        for event, row in process.valid.items()
        if dict(row.states).get(State.AGREED) is State.AGREED
        for old, new in row.progress
    )


def mermaid(process: Process, *, here: tuple[State, Progress] | None = None) -> str:
    """Draw the tables of a process as the text of a Mermaid state diagram.

    Args:
        process: whose tables.
        here: where a cycle stands, to be marked; nothing where it is left out.

    Returns:
        The text, the five stages inside the state of execution.

    Raises:
        WrongTypeError: ``wrong-type`` for an argument of the wrong kind.

    >>> from pmm_core.cycle import PROCESS_2024
    >>> print(mermaid(PROCESS_2024).splitlines()[0])
    stateDiagram-v2
    """
    _check("mermaid", process, here)
    lines = ["stateDiagram-v2", f"    [*] --> {_id(State.DRAFT.value)}"]
    lines.extend(f"    {_id(state.value)} : {state.label_en}" for state in State if state is not State.AGREED)
    lines.append(f'    state "{State.AGREED.label_en}" as {_id(State.AGREED.value)} {{')
    lines.append(f"        [*] --> {_id(Progress.NOT_STARTED.value)}")
    lines.extend(f"        {_id(progress.value)} : {progress.label_en}" for progress in Progress)
    lines.extend(f"        {_id(move.source)} --> {_id(move.target)} : {move.event}" for move in inner_moves(process))
    lines.append("    }")
    lines.extend(f"    {_id(move.source)} --> {_id(move.target)} : {move.event}" for move in outer_moves(process))
    lines.append(f"    {_id(State.CLOSED.value)} --> [*]")
    if here is not None:
        lines.append("    classDef here font-weight:bold,stroke-width:3px")
        lines.extend(f"    class {_id(place.value)} here" for place in here[: 2 if here[0] is State.AGREED else 1])
    return "\n".join(lines)


def _id(text: str) -> str:
    return text.replace("-", "_")


def graphviz(process: Process) -> str:
    """Draw the tables of a process as the text of a Graphviz digraph.

    Args:
        process: whose tables.

    Returns:
        The text, the five stages as a cluster.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a process.

    >>> from pmm_core.cycle import PROCESS_2024
    >>> print(graphviz(PROCESS_2024).splitlines()[0])
    digraph "2024" {
    """
    _check("graphviz", process)
    lines = [f'digraph "{process.key}" {{', "    rankdir=TB;", "    node [shape=box, style=rounded];"]
    lines.extend(f'    "{state.value}" [label="{state.label_id}\\n{state.label_en}"];' for state in State)
    lines.append("    subgraph cluster_stages {")
    lines.append(f'        label="{State.AGREED.label_id}";')
    lines.extend(f'        "{progress.value}" [label="{progress.label_id}"];' for progress in Progress)
    lines.extend(f'        "{move.source}" -> "{move.target}" [label="{move.event}"];' for move in inner_moves(process))
    lines.append("    }")
    lines.extend(f'    "{move.source}" -> "{move.target}" [label="{move.event}"];' for move in outer_moves(process))
    lines.append(f'    "{State.AGREED.value}" -> "{Progress.NOT_STARTED.value}" [style=dashed];')
    lines.append("}")
    return "\n".join(lines)


def markdown(process: Process) -> str:
    """Write the table of a process as a Markdown table, one line per kind of event.

    Args:
        process: whose table.

    Returns:
        The table: event, who, when, from where to where, guards, and how sure the rule is.

    Raises:
        WrongTypeError: ``wrong-type`` for anything but a process.

    >>> from pmm_core.cycle import PROCESS_2025
    >>> "evidence-attached" in markdown(PROCESS_2025)
    False
    """
    _check("markdown", process)
    lines = [
        "| event | by | within | states | stages | guards | certainty |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for event, row in process.valid.items():
        cells = (
            event.kind.value,
            ", ".join(side.label_en for side in row.by),
            ", ".join(phase.label_en for phase in row.within) or "any day",
            "; ".join(_arrow(old.value, new.value) for old, new in row.states),
            "; ".join(_arrow(old.value, new.value) for old, new in row.progress) or "any",
            ", ".join(guard.label_en for guard in row.guards) or "none",
            row.rule.certainty.label_en,
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _check(action: str, process: object, here: object = None) -> None:
    problems = Problems(action)
    problems.instance("process", process, Process, "a Process")
    if here is not None and not _is_place(here):
        problems.add("here", "wrong-type", f"must be a pair of a State and a Progress, not {kind_of(here)}")
    problems.done()


def _is_place(here: object) -> bool:
    match here:
        case (State(), Progress()):
            return True
        case _:
            return False


def _arrow(old: str, new: str) -> str:
    return old if old == new else f"{old} → {new}"
