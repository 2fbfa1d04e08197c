"""Strategies for logs as they are found: lawful ones with slips in them, and what an audit says of them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from pmm_core.calendar import Period
from pmm_core.cycle import Audit, CycleEvent, Finding, PerformanceCycle, Process, audit
from pmm_core.testing._cycle import cycles, refused_events
from pmm_core.testing._cycle_events import events
from pmm_core.testing._cycle_plans import parties, pick, up_to
from pmm_core.testing._shared import check_size

_SHIFTS: Final = (1, -1, 40, -40, 400, -400)
_ANY: Final = events()
_REFUSED: Final = refused_events(cycle=cycles(max_events=8))


def audits(
    *, period: Period | None = None, process: Process | None = None, max_events: int = 25, max_slips: int = 4
) -> st.SearchStrategy[Audit]:
    """Generate logs that were read to the end: those of cycles, with slips.

    A slip leaves an event out, tells it twice, swaps it with the next, gives it another day or another actor, or puts
    any event between.

    Args:
        period: only of this period; of the years 2024 to 2026 where it is left out.
        process: only by these rules; the known ones under any reading where it is left out.
        max_events: of how many events a cycle is at most, before the slips.
        max_slips: how many slips there are at most; with none, every log is lawful.

    Returns:
        A strategy for audits; shrinks to one of an empty log.  Drawing from it raises ``InvalidArgument`` as for
        `cycles`.

    >>> from hypothesis import find as simplest
    >>> simplest(audits(), lambda audit: True)
    <Audit 2024-S1: 0 events, 0 findings>
    >>> len(simplest(audits(), lambda audit: not audit.sound).findings)
    1
    """
    return _audits(period, process, max_events, max_slips)


@st.composite
def _audits(draw: st.DrawFn, period: Period | None, process: Process | None, max_events: int, max_slips: int) -> Audit:
    check_size("slips", 0, max_slips)
    cycle = draw(cycles(period=period, process=process, max_events=max_events))
    log = list(cycle.events)
    for _ in range(up_to(draw, max_slips)):
        slip = pick(draw, _SLIPS) if log else _another
        slip(draw, cycle, log, up_to(draw, len(log) - 1) if log else 0)
    return audit(cycle.frame, log)


def _left_out(_: st.DrawFn, __: PerformanceCycle, log: list[CycleEvent], at: int) -> None:
    del log[at]


def _told_twice(_: st.DrawFn, __: PerformanceCycle, log: list[CycleEvent], at: int) -> None:
    log.insert(at, log[at])


def _swapped(_: st.DrawFn, __: PerformanceCycle, log: list[CycleEvent], at: int) -> None:
    log[at : at + 2] = log[at : at + 2][::-1]


def _on_another_day(draw: st.DrawFn, _: PerformanceCycle, log: list[CycleEvent], at: int) -> None:
    log[at] = attrs.evolve(log[at], on=log[at].on + timedelta(pick(draw, _SHIFTS)))


def _by_another(draw: st.DrawFn, cycle: PerformanceCycle, log: list[CycleEvent], at: int) -> None:
    log[at] = attrs.evolve(log[at], by=draw(parties() | st.sampled_from((cycle.employee, cycle.superior))))


def _another(draw: st.DrawFn, _: PerformanceCycle, log: list[CycleEvent], at: int) -> None:
    log.insert(at, draw(_ANY))


_SLIPS: Final[tuple[Callable[[st.DrawFn, PerformanceCycle, list[CycleEvent], int], None], ...]] = (
    _left_out,
    _told_twice,
    _swapped,
    _on_another_day,
    _by_another,
    _another,
)


def findings() -> st.SearchStrategy[Finding]:
    """Generate what an audit finds: any event that a cycle must refuse, told as the last of its log.

    Returns:
        A strategy for findings.

    >>> from hypothesis import find as simplest
    >>> simplest(findings(), lambda finding: finding.missing).codes[0]
    'wrong-state'
    """
    return _REFUSED.map(_last_finding)


def _last_finding(refused: tuple[PerformanceCycle, CycleEvent, Any]) -> Finding:
    cycle, event, _ = refused
    return audit(cycle.frame, (*cycle.events, event)).findings[-1]
