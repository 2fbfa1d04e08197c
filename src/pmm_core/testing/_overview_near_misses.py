"""Near misses of overview: calls that are almost right, each with the code that it must be refused for."""

from datetime import date, datetime
from typing import Any, Final, cast

import attrs

from pmm_core import overview
from pmm_core.appraisal import Predicate
from pmm_core.calendar import ANNUAL_2025, Period, PeriodCalendar
from pmm_core.cycle import EventKind, Party, PerformanceCycle, Progress, Side, State
from pmm_core.overview import (
    Closing,
    Conflict,
    CycleTally,
    Milestone,
    MilestoneChange,
    Outstanding,
    Overview,
    closing,
    compare_tallies,
    measure_stages,
    require_one_each,
    review,
)
from pmm_core.people import Role, Teacher
from pmm_core.ranking import TEACHERS_LOGGED_IN
from pmm_core.regions import find
from pmm_core.testing._near_miss import NearMiss

_ANY: Final = cast("Any", overview)  # the door without its types, for calls that a type checker would refuse
_DAY: Final = date(2024, 6, 30)
_NOON: Final = datetime(2024, 6, 30, 12)  # noqa: DTZ001 -- any datetime is refused
_S1, _A1 = Period.parse("2024-S1"), Period.parse("2025-A1")
_GURU, _KEPALA = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
_DRAFT: Final = (State.DRAFT, Progress.NOT_STARTED, 1)
_ONE: Final = CycleTally(on=_DAY, places=(_DRAFT,))


def _cycle(period: Period = _S1) -> PerformanceCycle:
    return PerformanceCycle.open(employee=_GURU, superior=_KEPALA, period=period)


def _step(**changes: Any) -> Outstanding:
    fields: dict[str, Any] = {
        "employee": _GURU,
        "superior": _KEPALA,
        "period": _S1,
        "kind": EventKind.PLAN_SUBMITTED,
        "by": (Side.EMPLOYEE,),
        "deadline": date(2024, 3, 31),
        "on": _DAY,
        "is_next": True,
    }
    return Outstanding(**(fields | changes))


def _tally(**changes: Any) -> CycleTally:
    fields: dict[str, Any] = {"on": _DAY, "places": (_DRAFT,)}
    return CycleTally(**(fields | changes))


def _require(*cycles: PerformanceCycle, **others: Any) -> None:
    closing(cycles, period=_S1, on=_DAY, **others).require()


def _conflict(**changes: Any) -> Conflict:
    fields: dict[str, Any] = {"employee": _GURU, "first": _S1, "second": _S1, "shared": None}
    return Conflict(**(fields | changes))


def _overview(**changes: Any) -> Overview:
    fields: dict[str, Any] = {"tally": _ONE, "within": 14}
    return Overview(**(fields | changes))


def _measured(*cycles: PerformanceCycle, teachers: tuple[str, ...] = ("G-17",), **others: Any) -> object:
    people = [Teacher(id=each, role=Role.TEACHER, workplace=find("33.25")) for each in teachers]
    return measure_stages(people, cycles, on=_DAY, **others)


def _listed(cycle: PerformanceCycle) -> list[str]:
    return [cycle.employee.id]


def _change(**changes: Any) -> MilestoneChange:
    fields: dict[str, Any] = {"milestone": Milestone.RATED, "before": 1, "after": 1}
    bases: dict[str, Any] = {"cycles_before": 2, "cycles_after": 2}
    return MilestoneChange(**(fields | bases | changes))


def _overlapping() -> list[PerformanceCycle]:
    """A semester, and the year that a calendar of somebody's own gives the same teacher."""
    year = PeriodCalendar((attrs.evolve(ANNUAL_2025, first_year=2024),))
    annual = PerformanceCycle.open(employee=_GURU, superior=_KEPALA, period=Period.parse("2024-A1"), calendar=year)
    return [_cycle(), annual]


OVERVIEW_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    NearMiss("optional-event", "nobody waits for evidence", lambda: _step(kind=EventKind.EVIDENCE_ATTACHED)),
    NearMiss("empty", "by nobody", lambda: _step(by=())),
    NearMiss("datetime-for-date", "late since noon", lambda: _step(deadline=_NOON)),
    NearMiss("datetime-for-date", "late at noon", lambda: next(overview.late([_cycle()], on=_NOON))),
    NearMiss("negative", "due before today", lambda: overview.due([_cycle()], on=_DAY, within=-1)),
    NearMiss("wrong-type", "one cycle in place of many", lambda: _ANY.outstanding(_cycle(), on=_DAY)),
    NearMiss("wrong-type", "the frame of a cycle", lambda: next(_ANY.late([_cycle().frame], on=_DAY))),
    NearMiss("missing-cycles", "one of one without a cycle", lambda: _require(expected=[_GURU])),
    NearMiss("unfinished-cycles", "a draft in June", lambda: _require(_cycle())),
    NearMiss("repeated-cycles", "one person twice", lambda: _require(_cycle(), _cycle())),
    NearMiss("repeated-cycles", "one cycle twice", lambda: require_one_each([_cycle(), _cycle()])),
    NearMiss("other-period", "a cycle of 2025", lambda: _require(_cycle(_A1))),
    NearMiss("other-period", "two periods in one figure", lambda: _measured(_cycle(), _cycle(_A1))),
    NearMiss("empty", "no cycles, and nobody expected", _require),
    NearMiss("duplicate", "expected twice", lambda: _require(expected=[_GURU, _GURU])),
    NearMiss(
        "over-full",
        "more unfinished than there are",
        lambda: Closing(period=_S1, on=_DAY, cycles=0, unfinished=(("G-17", (EventKind.APPRAISED,)),)),
    ),
    NearMiss("overlapping-periods", "a semester within a year", lambda: require_one_each(_overlapping())),
    NearMiss("no-conflict", "2024 and 2025", lambda: _conflict(second=_A1)),
    NearMiss("unknown-teacher", "somebody else's cycle", lambda: _measured(_cycle(), teachers=("G-18",))),
    NearMiss("wrong-metric", "logged in, which no cycle tells", lambda: _measured(metrics=[TEACHERS_LOGGED_IN])),
    NearMiss("duplicate", "a teacher twice", lambda: _measured(teachers=("G-17", "G-17"))),
    NearMiss("duplicate", "a place twice", lambda: _tally(places=(_DRAFT, _DRAFT))),
    NearMiss("too-small", "no cycle at a place", lambda: _tally(places=((*_DRAFT[:2], 0),))),
    NearMiss("bool-for-int", "a yes for a number", lambda: _tally(places=((*_DRAFT[:2], True),))),
    NearMiss("float-for-exact", "half a cycle", lambda: _tally(places=((*_DRAFT[:2], 0.5),))),
    NearMiss("over-full", "a predicate for a draft", lambda: _tally(ratings=((Predicate.GOOD, 1),))),
    NearMiss("mixed-dates", "two days in one sum", lambda: _ONE + _tally(on=date(2024, 7, 1))),
    NearMiss("malformed", "a language that there is not", lambda: _ONE.text(language=cast("Any", "jv"))),
    NearMiss("wrong-type", "a group without a hash", lambda: _ANY.count_cycles([_cycle()], on=_DAY, by=_listed)),
    NearMiss("empty", "none before", lambda: compare_tallies(CycleTally(on=date(2024, 1, 1)), _ONE)),
    NearMiss("dates-reversed", "a tally with itself", lambda: compare_tallies(_ONE, _ONE)),
    NearMiss("too-small", "out of none", lambda: _change(cycles_before=0)),
    NearMiss("over-full", "three of two", lambda: _change(after=3)),
    NearMiss("mixed-dates", "steps of another day", lambda: _overview(steps=(_step(on=date(2024, 7, 1)),))),
    NearMiss("too-large", "due in three weeks", lambda: _overview(steps=(_step(deadline=date(2024, 7, 21)),))),
    NearMiss("over-full", "one of none", lambda: _overview(expected=2)),
    NearMiss("negative", "looking back", lambda: review([], on=_DAY, within=-1)),
    NearMiss("wrong-type", "the key of a process", lambda: _ANY.milestones_of("2024")),
)
