"""Logs of cycles as rows, lawful ones and damaged ones, and what the objects say of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import attrs
from carriers import Carrier, Row
from hypothesis import strategies as st

from pmm_core.appraisal import Rating
from pmm_core.calendar import Period
from pmm_core.cycle import (
    PROCESS_2024,
    PROCESS_2025,
    PROCESSES,
    TEACHER_INDICATORS,
    AppraisalSent,
    Appraised,
    AspectJudgement,
    Audit,
    CompetenceCompleted,
    CompetenceItem,
    CompetenceKind,
    CycleClosed,
    CycleEvent,
    EkinerjaSynchronised,
    EvidenceAttached,
    FinalNoteGiven,
    Finding,
    FocusRating,
    FollowUpAdvised,
    FollowUpDiscussed,
    FollowUpDone,
    FollowUpReflected,
    Frame,
    ObservationHeld,
    ObservationRescheduled,
    Party,
    Plan,
    PlanAgreed,
    PlanApproved,
    PlanDrafted,
    PlanSubmitted,
    PracticeAspect,
    PreparationDiscussed,
    Process,
    RevisionRequested,
    RubricLevel,
    SuperiorChanged,
)
from pmm_core.errors import Refusal
from pmm_core.frames._telling import CODES
from pmm_core.people import Role
from pmm_core.testing import audits, policies

Log = tuple[Frame, tuple[CycleEvent, ...]]
TOLD_BY_TABLES = ("wrong-state", "wrong-stage", "not-in-scheme", "wrong-actor")
OUT_OF_PLACE = ("wrong-state", "wrong-stage")
GURU, KEPALA, NEXT = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD), Party("K-4", Role.HEAD)
DINAS = Party("D-1", Role.OFFICE_HEAD)


def _lawful(period: str, process: Process) -> Log:
    """A whole cycle, with every kind of event that its process knows."""
    frame = Frame(employee=GURU, superior=KEPALA, period=Period.parse(period), process=process)
    year = frame.period.year
    annual = process is PROCESS_2025
    plan = Plan(indicator=TEACHER_INDICATORS[1], competence=(CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 4),))
    ratings = tuple(FocusRating(f"perilaku {number}", RubricLevel.EFFECTIVE) for number in (1, 2, 3))
    aspects = tuple(AspectJudgement(aspect, Rating.AS_EXPECTED) for aspect in PracticeAspect)
    final, late = (date(year, 11, 20), date(year, 12, 1)) if annual else (date(year, 6, 5), date(year, 6, 20))
    events: list[CycleEvent] = [
        PlanDrafted(on=date(year, 1, 10), by=GURU, plan=plan),
        PlanSubmitted(on=date(year, 1, 11), by=GURU, plan=plan),
        RevisionRequested(on=date(year, 1, 12), by=KEPALA, reason="perjelas"),
        PlanSubmitted(on=date(year, 1, 13), by=GURU, plan=plan),
        PlanApproved(on=date(year, 1, 20), by=KEPALA),
        PlanAgreed(on=date(year, 1, 21), by=GURU),
        PreparationDiscussed(on=date(year, 2, 5), by=GURU, scheduled=date(year, 2, 9), aim="umpan balik"),
        ObservationRescheduled(on=date(year, 2, 6), by=KEPALA, scheduled=date(year, 2, 12), reason="rapat"),
        ObservationHeld(on=date(year, 2, 12), by=KEPALA, ratings=ratings),
        SuperiorChanged(on=date(year, 2, 13), by=DINAS, superior=NEXT, reason="mutasi"),
        FollowUpDiscussed(on=date(year, 2, 14), by=GURU, reflection="sulit", follow_up="belajar"),
        FollowUpAdvised(on=date(year, 2, 15), by=NEXT, note="coba lagi"),
        CompetenceCompleted(on=date(year, 3, 3), by=GURU, item="k1", reflection="berguna"),
        FollowUpDone(on=date(year, 3, 4), by=GURU, effort="kursus"),
        FollowUpReflected(on=date(year, 3, 5), by=GURU, reflection="membaik"),
        FinalNoteGiven(on=date(year, 3, 6), by=NEXT, note="bagus"),
        SuperiorChanged(on=date(year, 3, 7), by=DINAS, superior=KEPALA, reason="kembali"),
        Appraised(on=final, by=KEPALA, results=Rating.ABOVE, behaviour=Rating.ABOVE, aspects=aspects),
        AppraisalSent(on=final, by=KEPALA),
        EkinerjaSynchronised(on=late, by=DINAS, reference="BKN-1"),
        CycleClosed(on=late, by=DINAS),
    ]
    if not annual:
        attached = date(year, 3, 2)
        evidence = EvidenceAttached(on=attached, by=GURU, item="k1", number=1, title="foto", dated=attached)
        events.insert(12, evidence)
    return frame, tuple(events)


LAWFUL: Final[tuple[Log, ...]] = (_lawful("2024-S1", PROCESS_2024), _lawful("2025-A1", PROCESS_2025))


@st.composite
def process_pairs(draw: st.DrawFn) -> tuple[Process, ...]:
    """The known processes, under any readings."""
    readings = draw(policies())
    return tuple(process.choosing(readings) for process in PROCESSES)


@st.composite
def several_logs(draw: st.DrawFn) -> tuple[tuple[Process, ...], list[Log]]:
    """Some processes, and logs of cycles by them."""
    pair = draw(process_pairs())
    one = st.sampled_from(pair).flatmap(lambda process: audits(process=process, max_events=22))
    drawn: list[Audit] = draw(st.lists(one, min_size=1, max_size=5))
    return pair, [(found.frame, found.events) for found in drawn]


def draws(carrier: Carrier) -> int:
    """How many examples a law draws: some engines plan for seconds, however few the rows are."""
    return 4 if carrier.name in {"polars", "pyarrow"} else 1


def sorted_rows(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: repr(list(row.items())))


def cycle_row(key: str, frame: Frame) -> Row:
    return {
        "cycle": key,
        "period": str(frame.period),
        "process": frame.process.key,
        "employee_id": frame.employee.id,
        "employee_role": frame.employee.role.value,
        "superior_id": frame.superior.id,
        "superior_role": frame.superior.role.value,
    }


def event_row(key: str, number: int, event: CycleEvent) -> Row:
    told: Any = event
    plan, superior = getattr(told, "plan", None), getattr(told, "superior", None)
    return {
        "cycle": key,
        "number": number,
        "kind": event.kind.value,
        "on": event.on,
        "by_id": event.by.id,
        "by_role": event.by.role.value,
        "body": repr(attrs.asdict(event)),
        "scheduled": getattr(told, "scheduled", None),
        "dated": getattr(told, "dated", None),
        "points": None if plan is None or plan.shortfall is None else plan.points,
        "indicator": None if plan is None else plan.indicator.family.value,
        "reflected": None if not hasattr(told, "reflection") else bool(told.reflection.strip()),
        "superior_id": None if superior is None else superior.id,
        "superior_role": None if superior is None else superior.role.value,
    }


def rows_of(logs: Sequence[Log]) -> tuple[list[Row], list[Row]]:
    """The rows of events and of cycles."""
    events = [
        event_row(f"c-{index}", number, event)
        for index, (_, log) in enumerate(logs)
        for number, event in enumerate(log, start=1)
    ]
    return events, [cycle_row(f"c-{index}", frame) for index, (frame, _) in enumerate(logs)]


def findings_of(key: str, found: Audit) -> list[Row]:
    """What the objects find, as far as columns can tell it, as the rows of a frame."""
    rows = [row for finding in found.findings for row in _rows(key, finding)]
    first = min((row["number"] for row in rows), default=0)
    return [{name: row["number"] == first if name == "first" else row[name] for name in row} for row in rows]


def is_told(refusal: Refusal) -> bool:
    """Whether columns can tell it: the number of evidence is checked against the plan, under a code of others too."""
    return refusal.code in CODES and not any(text.startswith("number ") for text in refusal.possible)


def _rows(key: str, finding: Finding) -> list[Row]:
    told = {
        refusal.code: ", ".join(refusal.possible if refusal.code in TOLD_BY_TABLES else ()) or None
        for refusal in finding.refusals
        if is_told(refusal)
    }
    missing = ", ".join(kind.value for kind in finding.missing) or None
    return [
        {
            "cycle": key,
            "number": finding.number,
            "kind": finding.event.value,
            "on": finding.on,
            "code": code,
            "state": finding.state.value,
            "progress": finding.progress.value,
            "first": None,
            "possible": possible,
            "missing": missing if code in OUT_OF_PLACE else None,
        }
        for code, possible in told.items()
    ]
