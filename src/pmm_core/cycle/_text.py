"""A cycle as people read it: where it stands, what is done, what is next; nobody is named."""

from collections.abc import Iterator, Sequence
from typing import Final

from pmm_core._tables import html_table
from pmm_core.cycle._event import CycleEvent
from pmm_core.cycle._frame import Frame
from pmm_core.cycle._process import Situation

_HEAD: Final = ("event", "when", "where it stands")


def _title(frame: Frame, situation: Situation) -> str:
    where = f"{situation.state.label_en}, {situation.progress.label_en}"
    return f"cycle of {frame.period} (process {frame.process.key}): {where}"


def _next(frame: Frame, situation: Situation) -> Iterator[tuple[str, str, str]]:
    """What can follow, by whom, and when."""
    for kind in situation.exits:
        who = " or ".join(side.label_en for side in frame.process.valid[kind].by)
        when = ", ".join(map(str, frame.windows_of(kind))) or "any day"
        yield kind.kind.label_en, who, when


def text_of(frame: Frame, situation: Situation, events: Sequence[CycleEvent]) -> str:
    """The cycle as lines of text."""
    lines = [_title(frame, situation)]
    lines.extend(f"  {event.on}  {event.kind.label_en}" for event in events)
    lines.extend(f"  next: {what} by the {who} ({when})" for what, who, when in _next(frame, situation))
    return "\n".join(lines)


def html_of(frame: Frame, situation: Situation, events: Sequence[CycleEvent]) -> str:
    """The cycle as escaped HTML."""
    rows = [(event.kind.label_en, event.on.isoformat(), "done") for event in events]
    rows += [(what, when, f"next, by the {who}") for what, who, when in _next(frame, situation)]
    return html_table("cycle", "en", _title(frame, situation), rows, head=_HEAD)
