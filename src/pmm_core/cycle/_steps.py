"""What can come next in a cycle."""

from typing import final

import attrs

from pmm_core.calendar import Window
from pmm_core.cycle._kinds import EventKind
from pmm_core.cycle._terms import Side


@final
@attrs.frozen(kw_only=True)
class NextStep:
    """Something that can come next, seen from a day.

    Args:
        kind: what.
        by: whose turn it is; any of these sides.
        window: the window that is open or comes next; None where any day will do or all windows are past.
        open: whether it can be recorded on that day, by a side whose turn it is and with a fitting payload.
        missed: whether its last window is past.
    """

    kind: EventKind
    by: tuple[Side, ...]
    window: Window | None
    open: bool
    missed: bool = False

    def __str__(self) -> str:
        who = " or ".join(side.label_en for side in self.by)
        if self.missed:
            return f"{self.kind.label_en} by the {who}: its window is past"
        if self.window is None:
            return f"{self.kind.label_en} by the {who}: any day"
        when = f"until {self.window.end}" if self.open else f"from {self.window.start} to {self.window.end}"
        return f"{self.kind.label_en} by the {who}: {when}"
