"""Time two ways of doing one thing in turns, so that whatever the machine does at the time befalls both."""

import gc
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from statistics import median
from time import perf_counter
from typing import Any

Call = Callable[[], Any]


@dataclass
class Plan:
    """How long to measure."""

    rounds: int = 15
    round_seconds: float = 0.02

    @classmethod
    def quick(cls) -> "Plan":
        """Build one for a smoke run: its numbers mean nothing."""
        return cls(rounds=3, round_seconds=0.002)


@dataclass
class Row:
    """One comparison: seconds per call, or bytes, of ours and of each peer."""

    work: str
    ours: float
    peers: Mapping[str, float]
    goal: float | None = None
    stretch: float | None = None
    note: str = ""
    at_least: bool = False
    unit: str = "s"
    aims: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    ratios: dict[str, float] = field(init=False)

    def __post_init__(self) -> None:
        """Divide; where more is better, the ratio is that of the rates."""
        self.ratios = {
            name: (theirs / self.ours if self.at_least else self.ours / theirs) for name, theirs in self.peers.items()
        }

    @property
    def plain(self) -> dict[str, Any]:
        """What goes into a JSON file."""
        return asdict(self)


def _loops(call: Call, seconds: float) -> int:
    loops = 1
    while True:
        start = perf_counter()
        for _ in range(loops):
            call()
        gone = perf_counter() - start
        if gone >= seconds:
            return loops
        loops = max(loops + 1, int(loops * min(10.0, 1.2 * seconds / max(gone, 1e-9))))


def in_turns(calls: Mapping[str, Call], plan: Plan) -> dict[str, float]:
    """Return the median seconds per call of each, all measured in every round."""
    loops = {name: _loops(call, plan.round_seconds) for name, call in calls.items()}
    found: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(plan.rounds):
        for name, call in calls.items():
            start = perf_counter()
            for _ in range(loops[name]):
                call()
            found[name].append((perf_counter() - start) / loops[name])
    return {name: median(times) for name, times in found.items()}


def fresh(codes: Mapping[str, str], plan: Plan) -> dict[str, float]:
    """Return the median seconds that each piece of code adds to a fresh, otherwise empty interpreter."""
    found: dict[str, list[float]] = {name: [] for name in codes}
    for index in range(plan.rounds + 1):
        empty = _process("pass")
        for name, code in codes.items():
            gone = _process(code) - empty
            if index:  # the first round warms the caches of the file system
                found[name].append(gone)
    return {name: max(median(times), 1e-6) for name, times in found.items()}


def _process(code: str) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return perf_counter() - start


def compare(
    work: str,
    calls: Mapping[str, Call],
    plan: Plan,
    *,
    goal: float | None = None,
    stretch: float | None = None,
    note: str = "",
    at_least: bool = False,
    aims: Mapping[str, tuple[float, float]] | None = None,
) -> Row:
    """Time ours, which comes first, and the peers."""
    times = in_turns(calls, plan)
    ours = times.pop(next(iter(calls)))
    return Row(work, ours, times, goal, stretch, note, at_least, aims=aims or {})


def bytes_each(build: Callable[[int], Any], plan: Plan) -> float:
    """Return the bytes that one more thing takes, built for a number, with all that is not shared between them."""
    things = [build(-1)]  # what is built once for all is there before anything is counted
    count = 400 if plan.rounds > 3 else 20
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    things = [build(index) for index in range(count)]
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before - sys.getsizeof(things)) / count
