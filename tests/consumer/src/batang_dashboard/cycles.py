"""One JSON file for each cycle, and who has to do something today."""

from datetime import date
from pathlib import Path

from pmm_core import PerformanceCycle
from pmm_core.cycle import CycleEvent, Side
from pmm_core.json import dumps, loads


class CycleFolder:
    """Keeps whole cycles; one program writes, so that nobody is in a hurry."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, key: str, cycle: PerformanceCycle) -> None:
        self._file(key).write_text(dumps(cycle, indent=True), encoding="utf-8")

    def load(self, key: str) -> PerformanceCycle:
        return loads(self._file(key).read_bytes(), PerformanceCycle)

    def record(self, key: str, event: CycleEvent) -> PerformanceCycle:
        cycle = self.load(key).apply(event)
        self.save(key, cycle)
        return cycle

    def _file(self, key: str) -> Path:
        return self.path / f"{key}.json"


def waiting(cycle: PerformanceCycle, *, on: date) -> tuple[Side, ...]:
    """Whose turn it is on a day, each side once."""
    open_steps = [step for step in cycle.next_steps(on=on) if step.open]
    return tuple(dict.fromkeys(side for step in open_steps for side in step.by))
