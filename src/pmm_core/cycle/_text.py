"""A cycle as people read it: where it stands, what is done, what is next; nobody is named."""

from collections.abc import Sequence

from pmm_core.cycle._event import CycleEvent
from pmm_core.cycle._frame import Frame
from pmm_core.cycle._process import Situation


def text_of(frame: Frame, situation: Situation, events: Sequence[CycleEvent]) -> str:
    """The cycle as lines of text."""
    process = frame.process
    lines = [
        f"cycle of {frame.period} (process {process.key}): {situation.state.label_en}, {situation.progress.label_en}"
    ]
    lines.extend(f"  {event.on}  {event.kind.label_en}" for event in events)
    for kind in situation.exits:
        who = " or ".join(side.label_en for side in process.valid[kind].by)
        when = ", ".join(map(str, frame.windows_of(kind))) or "any day"
        lines.append(f"  next: {kind.kind.label_en} by the {who} ({when})")
    return "\n".join(lines)
