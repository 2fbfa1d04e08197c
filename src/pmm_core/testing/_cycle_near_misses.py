"""Calls about cycles that are almost right, with the code that they must be refused for."""

from datetime import date, datetime
from functools import cache
from typing import Any, Final, cast

import attrs

from pmm_core import cycle as door
from pmm_core.appraisal import Rating
from pmm_core.calendar import Period
from pmm_core.cycle import (
    HEAD_INDICATORS,
    PRACTICE_ITEM,
    PROCESS_2024,
    PROCESS_2025,
    TEACHER_INDICATORS,
    AppraisalSent,
    Appraised,
    AspectJudgement,
    CompetenceCompleted,
    CompetenceItem,
    CompetenceKind,
    CycleClosed,
    CycleEvent,
    EvidenceAttached,
    FinalNoteGiven,
    FocusRating,
    FollowUpAdvised,
    FollowUpDiscussed,
    FollowUpDone,
    FollowUpReflected,
    ObservationDays,
    ObservationHeld,
    ObservationRescheduled,
    Party,
    PerformanceCycle,
    Plan,
    PlanAgreed,
    PlanApproved,
    PlanDrafted,
    PlanSubmitted,
    PointsBound,
    Policies,
    PracticeAspect,
    PreparationDiscussed,
    Process,
    RevisionRequested,
    RubricLevel,
    SuperiorChanged,
    Trail,
)
from pmm_core.people import Role
from pmm_core.testing._near_miss import NearMiss

_ANY: Final = cast("Any", door)  # the door without its types, for calls that a type checker would refuse
_GURU: Final = Party("G-17", Role.TEACHER)
_KEPALA: Final = Party("K-3", Role.HEAD)
_DINAS: Final = Party("D-1", Role.OFFICE_HEAD)
_ITEM: Final = CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 2)
_PLAN: Final = Plan(indicator=TEACHER_INDICATORS[1], competence=(_ITEM,))
_RATINGS: Final = tuple(FocusRating(f"perilaku {number}", RubricLevel.EFFECTIVE) for number in (1, 2, 3))
_ASPECTS: Final = tuple(AspectJudgement(aspect, Rating.AS_EXPECTED) for aspect in PracticeAspect)
_DAY: Final = date(2024, 1, 11)  # the seeds' own days
_OBSERVED: Final = date(2024, 3, 7)
_LAST: Final = date(2024, 6, 28)
_NOON: Final = datetime(2024, 1, 11, 12)  # noqa: DTZ001 -- it is refused whatever its zone


def _open(
    *,
    employee: Party = _GURU,
    superior: Party = _KEPALA,
    period: str = "2024-S1",
    process: Process | None = None,
) -> PerformanceCycle:
    return PerformanceCycle.open(employee=employee, superior=superior, period=Period.parse(period), process=process)


def _held(on: date = _OBSERVED, by: Party = _KEPALA, **changes: Any) -> ObservationHeld:
    fields: dict[str, Any] = {"on": on, "by": by, "ratings": _RATINGS}
    return ObservationHeld(**(fields | changes))


def _appraised(**changes: Any) -> Appraised:
    rated: dict[str, Any] = {
        "results": Rating.ABOVE,
        "behaviour": Rating.ABOVE,
        "aspects": _ASPECTS,
        "on": _LAST,
        "by": _KEPALA,
    }
    return Appraised(**(rated | changes))


def _evidence(item: str = PRACTICE_ITEM, number: int = 1, **changes: Any) -> EvidenceAttached:
    what: dict[str, Any] = {
        "item": item,
        "number": number,
        "title": "sertifikat",
        "dated": _OBSERVED,
        "on": _OBSERVED,
        "by": _GURU,
    }
    return EvidenceAttached(**(what | changes))


def _changed(superior: Party) -> SuperiorChanged:
    return SuperiorChanged(on=_DAY, by=_DINAS, superior=superior, reason="mutasi")


@cache
def _agreed(process: Process = PROCESS_2024) -> PerformanceCycle:
    annual = process.mark == PROCESS_2025.mark
    day = _DAY.replace(year=2025) if annual else _DAY
    return _open(period="2025-A1" if annual else "2024-S1", process=process).replay(
        (
            PlanSubmitted(on=day, by=_GURU, plan=_PLAN),
            PlanApproved(on=day, by=_KEPALA),
            PlanAgreed(on=day, by=_GURU),
        )
    )


@cache
def _prepared(process: Process = PROCESS_2024) -> PerformanceCycle:
    talk = PreparationDiscussed(on=date(2024, 2, 5), by=_GURU, scheduled=_OBSERVED, aim="aim")
    return _agreed(process).apply(talk)


@cache
def _closed() -> PerformanceCycle:
    rest = (
        _held(),
        FollowUpDiscussed(on=_OBSERVED, by=_GURU, reflection="r", follow_up="f"),
        FollowUpAdvised(on=_OBSERVED, by=_KEPALA, note="n"),
        FollowUpDone(on=_OBSERVED, by=_GURU, effort="e"),
        FollowUpReflected(on=_OBSERVED, by=_GURU, reflection="r"),
        FinalNoteGiven(on=_OBSERVED, by=_KEPALA, note="n"),
        _appraised(),
        AppraisalSent(on=_LAST, by=_KEPALA),
        CycleClosed(on=_LAST, by=_DINAS),
    )
    return _prepared().replay((*_prepared().events, *rest))


def _choosing(**chosen: Any) -> Process:
    return PROCESS_2024.choosing(Policies(**chosen))


def _submit(on: date = _DAY, by: Party = _GURU, plan: Plan = _PLAN) -> PlanSubmitted:
    return PlanSubmitted(on=on, by=by, plan=plan)


def _heads_plan() -> Plan:
    return Plan(indicator=HEAD_INDICATORS[0], competence=())


def _annual() -> CompetenceCompleted:
    return CompetenceCompleted(on=date(2025, 3, 7), by=_GURU, item="k1")


def _twice(cycle: PerformanceCycle, first: CycleEvent, second: CycleEvent) -> PerformanceCycle:
    return cycle.apply(first).apply(second)


CYCLE_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    NearMiss("missing-payload", "an observation of nothing", lambda: _held(ratings=None)),
    NearMiss("missing-payload", "no plan", lambda: _ANY.PlanSubmitted(on=_DAY, by=_GURU, plan=None)),
    NearMiss("focus-count", "two of three behaviours", lambda: _held(ratings=_RATINGS[:2])),
    NearMiss("duplicate", "one behaviour twice", lambda: _held(ratings=(*_RATINGS[:2], _RATINGS[0]))),
    NearMiss("duplicate", "two items of one key", lambda: Plan(indicator=_PLAN.indicator, competence=(_ITEM, _ITEM))),
    NearMiss("personal-id", "an item under somebody's number", lambda: _evidence("198609262015051001")),
    NearMiss("malformed", "an item under somebody's address", lambda: attrs.evolve(_ITEM, key="ani@belajar.id")),
    NearMiss("malformed", "a row of events that claims more", lambda: Trail(size=1)),
    NearMiss("aspect-count", "two of three aspects", lambda: _appraised(aspects=_ASPECTS[:2])),
    NearMiss("no-process", "a semester by the rules of a year", lambda: _open(process=PROCESS_2025)),
    NearMiss("no-process", "a scheme that nobody knows", lambda: _open(period="2024-Q1")),
    NearMiss("unknown-period", "a third semester", lambda: _open(period="2024-S3")),
    NearMiss("same-person", "a head of oneself", lambda: _open(superior=Party("G-17", Role.HEAD))),
    NearMiss("same-person", "becomes one's own superior", lambda: _open().apply(_changed(Party("G-17", Role.HEAD)))),
    NearMiss("wrong-superior", "a teacher above a teacher", lambda: _open(superior=Party("G-2", Role.TEACHER))),
    NearMiss(
        "wrong-superior", "a supervisor above a teacher", lambda: _open().apply(_changed(Party("P-1", Role.SUPERVISOR)))
    ),
    NearMiss("cycle-closed", "closed twice", lambda: _closed().apply(CycleClosed(on=_LAST, by=_KEPALA))),
    NearMiss("not-in-scheme", "evidence in 2025", lambda: _agreed(PROCESS_2025).apply(_evidence())),
    NearMiss(
        "wrong-state", "approved before it is submitted", lambda: _open().apply(PlanApproved(on=_DAY, by=_KEPALA))
    ),
    NearMiss("wrong-state", "agreed before it is approved", lambda: _open().apply(PlanAgreed(on=_DAY, by=_GURU))),
    NearMiss("wrong-stage", "observed before the preparation", lambda: _agreed().apply(_held())),
    NearMiss("wrong-stage", "rated before the five stages", lambda: _agreed().apply(_appraised())),
    NearMiss("wrong-actor", "submitted by the superior", lambda: _open().apply(_submit(by=_KEPALA))),
    NearMiss(
        "wrong-actor", "evidence of somebody else", lambda: _agreed().apply(_evidence(by=Party("G-2", Role.TEACHER)))
    ),
    NearMiss(
        "own-approval",
        "approved by the teacher",
        lambda: _open().apply(_submit()).apply(PlanApproved(on=_DAY, by=_GURU)),
    ),
    NearMiss(
        "own-approval",
        "closed by the same person as somebody of the office",
        lambda: (
            _closed()
            .replay(tuple(_closed().events)[:-1])
            .apply(CycleClosed(on=_LAST, by=Party("G-17", Role.OFFICE_HEAD)))
        ),
    ),
    NearMiss("outside-window", "the day after the extension", lambda: _open().apply(_submit(on=date(2024, 4, 1)))),
    NearMiss(
        "outside-window",
        "prepared before execution",
        lambda: _agreed().apply(PreparationDiscussed(on=date(2024, 1, 31), by=_GURU, scheduled=_OBSERVED, aim="aim")),
    ),
    NearMiss(
        "before-last-event", "observed before it was prepared", lambda: _prepared().apply(_held(on=date(2024, 2, 4)))
    ),
    NearMiss(
        "duplicate-event",
        "the same draft twice",
        lambda: _twice(_open(), *[PlanDrafted(on=_DAY, by=_GURU, plan=_PLAN)] * 2),
    ),
    NearMiss(
        "duplicate-event", "the same evidence, later", lambda: _twice(_agreed(), _evidence(), _evidence(on=_LAST))
    ),
    NearMiss("duplicate-event", "the superior as before", lambda: _open().apply(_changed(_KEPALA))),
    NearMiss(
        "wrong-indicator", "a teacher with an indicator of a head", lambda: _open().apply(_submit(plan=_heads_plan()))
    ),
    NearMiss(
        "points-short",
        "16 of 32 points",
        lambda: _open(process=_choosing(points=PointsBound.REQUIRED)).apply(_submit()),
    ),
    NearMiss(
        "schedule-outside-window",
        "an observation in July",
        lambda: _prepared().apply(
            ObservationRescheduled(on=_OBSERVED, by=_KEPALA, scheduled=date(2024, 7, 1), reason="sakit")
        ),
    ),
    NearMiss(
        "off-schedule",
        "the day before",
        lambda: _prepared(_choosing(observation=ObservationDays.AS_SCHEDULED)).apply(_held(on=date(2024, 3, 6))),
    ),
    NearMiss("unknown-item", "evidence of what was not planned", lambda: _agreed().apply(_evidence("k2"))),
    NearMiss(
        "unknown-item",
        "the practice is no competence item",
        lambda: _agreed().apply(CompetenceCompleted(on=_OBSERVED, by=_GURU, item=PRACTICE_ITEM)),
    ),
    NearMiss("evidence-number", "the second evidence first", lambda: _agreed().apply(_evidence(number=2))),
    NearMiss(
        "evidence-outside-period",
        "a certificate of December",
        lambda: _agreed().apply(_evidence(dated=date(2023, 12, 31))),
    ),
    NearMiss(
        "evidence-outside-period",
        "a certificate of tomorrow",
        lambda: _agreed().apply(_evidence(dated=date(2024, 3, 8))),
    ),
    NearMiss(
        "item-completed",
        "completed twice",
        lambda: _twice(_agreed(), *[CompetenceCompleted(on=_OBSERVED, by=_GURU, item="k1")] * 2),
    ),
    NearMiss("missing-reflection", "nothing learnt", lambda: _agreed(PROCESS_2025).apply(_annual())),
    NearMiss("empty", "sent back for no reason", lambda: RevisionRequested(on=_DAY, by=_KEPALA, reason=" ")),
    NearMiss("empty", "nobody", lambda: Party("", Role.TEACHER)),
    NearMiss("malformed", "a name as id", lambda: Party("Ani Lestari", Role.TEACHER)),
    NearMiss("personal-id", "a NIK as id", lambda: Party("3325010101900001", Role.TEACHER)),
    NearMiss("empty", "no table", lambda: Process(key="2026", mark="A", rows=())),
    NearMiss("datetime-for-date", "a moment for a day", lambda: _submit(on=_NOON)),
    NearMiss("datetime-for-date", "a question with a time", lambda: _open().as_of(_NOON)),
    NearMiss("bool-for-int", "a yes for a number", lambda: _evidence(number=True)),
    NearMiss("float-for-exact", "half an evidence", lambda: _evidence(number=cast("Any", 0.5))),
    NearMiss("too-small", "evidence is counted from 1", lambda: _evidence(number=0)),
    NearMiss("wrong-type", "the text of an event", lambda: _ANY.PerformanceCycle.apply(_open(), "plan-submitted")),
    NearMiss("wrong-type", "an id for somebody", lambda: _ANY.PlanApproved(on=_DAY, by="K-3")),
    NearMiss("wrong-type", "an event of no kind", lambda: _open().apply(_ANY.CycleEvent(on=_DAY, by=_GURU))),
)
