"""The whole reachable state space, every question in every place, against sentences written by hand.

Dates are reduced to where they lie (in a window, the day before it, the day after it, before the last event), texts to
one; everything else is enumerated.  `expected` shares no code and no table with the library: it is a second reading of
the domain notes, as a list of sentences.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final

import attrs
import pytest

from pmm_core.appraisal import Rating
from pmm_core.calendar import Period
from pmm_core.cycle import (
    EVENT_TYPES,
    HEAD_INDICATORS,
    PROCESS_2024,
    PROCESS_2025,
    TEACHER_INDICATORS,
    AppraisalAfter,
    ApprovalDays,
    AspectJudgement,
    CompetenceItem,
    CompetenceKind,
    CycleEvent,
    FocusRating,
    ObservationDays,
    Party,
    PerformanceCycle,
    Plan,
    PointsBound,
    Policies,
    PracticeAspect,
    Process,
    RubricLevel,
    StageRuns,
)
from pmm_core.people import Role

GURU, KEPALA, BARU = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD), Party("K-4", Role.HEAD)
DINAS, ASING = Party("D-1", Role.OFFICE_STAFF), Party("X-9", Role.TRAINER)
ACTORS: Final = (GURU, KEPALA, BARU, DINAS, ASING)
DAY: Final = timedelta(1)
FULL = (
    CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 3),
    CompetenceItem("k2", CompetenceKind.SHARING_PARTICIPANT, 2),
)
GOOD = Plan(indicator=TEACHER_INDICATORS[0], competence=FULL)
SHORT = Plan(indicator=TEACHER_INDICATORS[1], competence=FULL[:1])
HEADS = Plan(indicator=HEAD_INDICATORS[0], competence=FULL)
FIXED: Mapping[str, dict[str, Any]] = {
    "revision-requested": {"reason": "-"},
    "observation-held": {"ratings": tuple(FocusRating(each, RubricLevel.EFFECTIVE) for each in "abc")},
    "follow-up-discussed": {"reflection": "-", "follow_up": "-"},
    "follow-up-advised": {"note": "-"},
    "follow-up-done": {"effort": "-"},
    "follow-up-reflected": {"reflection": "-"},
    "final-note-given": {"note": "-"},
    "appraised": {
        "results": Rating.ABOVE,
        "behaviour": Rating.AS_EXPECTED,
        "aspects": tuple(AspectJudgement(each, Rating.AS_EXPECTED) for each in PracticeAspect),
    },
    "ekinerja-synchronised": {"reference": "-"},
}


@attrs.frozen
class Scheme:
    """What the notes say of the days of one period, and which readings hold."""

    process: Process
    period: str
    span: tuple[date, date]
    planning: tuple[date, date]
    execution: tuple[date, date]
    assessment: tuple[date, date]

    @property
    def policies(self) -> Policies:
        return self.process.policies

    @property
    def annual(self) -> bool:
        return self.process.key == "2025"

    def windows(self, event: str) -> tuple[tuple[date, date], ...]:
        if event in ("plan-drafted", "plan-submitted", "revision-requested"):
            return (self.planning,)
        if event in ("plan-approved", "plan-agreed"):
            late = self.policies.approval is ApprovalDays.WITH_EXECUTION
            return (self.planning, self.execution) if late else (self.planning,)
        if event == "appraised":
            return (self.assessment,)
        whenever = ("superior-changed", "appraisal-sent", "ekinerja-synchronised", "cycle-closed")
        return () if event in whenever else (self.execution,)


@attrs.frozen
class Here:
    """Where a cycle stands, as somebody would keep it on paper."""

    state: str = "draft"
    stage: int = 0
    superior: Party = KEPALA
    plan: Plan | None = None
    scheduled: date | None = None
    evidence: Mapping[str, int] = attrs.field(factory=dict[str, int])
    completed: frozenset[str] = frozenset()
    last: CycleEvent | None = None

    @property
    def items(self) -> tuple[str, ...]:
        return () if self.plan is None else tuple(item.key for item in self.plan.competence)

    @property
    def key(self) -> tuple[object, ...]:
        """The abstraction: what two places must share to be the same place."""
        done = "none" if self.plan is None else "all" if set(self.items) <= self.completed else "some"
        on = None if self.last is None else self.last.on
        late = self.scheduled is not None and on is not None and on > self.scheduled
        return (self.state, self.stage, done, self.scheduled is None, late, on, self.superior)


STEPS: Final = {
    "preparation-discussed": 0,
    "observation-held": 1,
    "follow-up-discussed": 2,
    "follow-up-advised": 3,
    "follow-up-done": 4,
    "follow-up-reflected": 5,
    "final-note-given": 6,
}
STAGE_NAMES: Final = (
    *("not-started", "prepared", "observed", "discussed", "advised", "followed-up", "reflected", "concluded"),
)
LAST_STAGE: Final = 7
BY_EMPLOYEE: Final = (
    *("plan-drafted", "plan-submitted", "plan-agreed", "preparation-discussed", "follow-up-discussed"),
    *("follow-up-done", "follow-up-reflected", "evidence-attached", "competence-completed"),
)
BY_SUPERIOR: Final = (
    *("revision-requested", "plan-approved", "observation-rescheduled", "observation-held", "follow-up-advised"),
    *("final-note-given", "appraised", "appraisal-sent", "cycle-closed"),
)
BY_OFFICE: Final = ("superior-changed", "ekinerja-synchronised", "cycle-closed")


def right_order(scheme: Scheme, here: Here, event: str) -> str | None:
    """The code for an event that does not follow; None where it does."""
    if here.state == "closed":
        return "cycle-closed"
    if event in ("plan-drafted", "plan-submitted"):
        return None if here.state in ("draft", "returned") else "wrong-state"
    if event == "superior-changed":
        return "wrong-state" if here.state in ("sent", "synchronised") else None
    if event == "cycle-closed":
        return None if here.state in ("sent", "synchronised") else "wrong-state"
    before = {
        "revision-requested": "submitted",
        "plan-approved": "submitted",
        "plan-agreed": "approved",
        "appraisal-sent": "rated",
        "ekinerja-synchronised": "sent",
    }.get(event, "agreed")
    if here.state != before:
        return "wrong-state"
    stages = range(LAST_STAGE + 1)
    if event == "observation-rescheduled":
        stages = range(1, 2)
    elif event == "appraised" and scheme.policies.appraisal is AppraisalAfter.ALL_STAGES:
        stages = range(LAST_STAGE, LAST_STAGE + 1)
    elif event in STEPS:
        stages = range(STEPS[event], STEPS[event] + 1)
    again = event == "preparation-discussed" and scheme.policies.runs is StageRuns.MANY and here.stage == LAST_STAGE
    return None if here.stage in stages or again else "wrong-stage"


def right_actor(here: Here, event: str, by: Party) -> set[str]:
    if event in BY_EMPLOYEE and by == GURU:
        return set()
    if event in BY_SUPERIOR and by == here.superior:
        return set()
    if event in BY_OFFICE and by == DINAS:
        return set()
    return {"wrong-actor", "own-approval"} if by == GURU else {"wrong-actor"}


def right_plan(scheme: Scheme, _: Here, event: Any) -> Iterator[str]:
    if event.plan is HEADS:
        yield "wrong-indicator"
    required = scheme.policies.points is PointsBound.REQUIRED and not scheme.annual
    if required and event.plan is SHORT and event.kind.value == "plan-submitted":
        yield "points-short"


def right_schedule(scheme: Scheme, _: Here, event: Any) -> Iterator[str]:
    if not max(event.on, scheme.execution[0]) <= event.scheduled <= scheme.execution[1]:
        yield "schedule-outside-window"


def right_observation(scheme: Scheme, here: Here, event: Any) -> Iterator[str]:
    if scheme.policies.observation is ObservationDays.AS_SCHEDULED and here.scheduled not in (None, event.on):
        yield "off-schedule"


def right_evidence(scheme: Scheme, here: Here, event: Any) -> Iterator[str]:
    if here.plan is None or event.item not in ("practice", *here.items):
        yield "unknown-item"
    else:
        already = here.evidence.get(event.item, 0)
        if event.number <= already:
            yield "duplicate-event"
        if event.number > already + 1:
            yield "evidence-number"
    if not scheme.span[0] <= event.dated <= min(scheme.span[1], event.on):
        yield "evidence-outside-period"


def right_competence(scheme: Scheme, here: Here, event: Any) -> Iterator[str]:
    if event.item not in here.items:
        yield "unknown-item"
    if event.item in here.completed:
        yield "item-completed"
    if scheme.annual and not event.reflection:
        yield "missing-reflection"


def right_superior(_: Scheme, here: Here, event: Any) -> Iterator[str]:
    if event.superior.id == GURU.id:
        yield "same-person"
    elif event.superior.role is not Role.HEAD:
        yield "wrong-superior"
    elif event.superior == here.superior:
        yield "duplicate-event"


RIGHT: Final = {
    "plan-drafted": right_plan,
    "plan-submitted": right_plan,
    "preparation-discussed": right_schedule,
    "observation-rescheduled": right_schedule,
    "observation-held": right_observation,
    "evidence-attached": right_evidence,
    "competence-completed": right_competence,
    "superior-changed": right_superior,
}


def expected(scheme: Scheme, here: Here, event: CycleEvent) -> set[str]:
    """Every code for which an event must be refused; none where it must be taken."""
    kind = event.kind.value
    codes: set[str] = set()
    if here.last is not None:
        codes |= {"before-last-event"} if event.on < here.last.on else set()
        codes |= {"duplicate-event"} if event == here.last else set()
    if kind == "evidence-attached" and scheme.annual:
        return codes | {"not-in-scheme"} | ({"cycle-closed"} if here.state == "closed" else set())
    order = right_order(scheme, here, kind)
    codes |= {order} if order else set()
    codes |= right_actor(here, kind, event.by)
    windows = scheme.windows(kind)
    if windows and not any(first <= event.on <= last for first, last in windows):
        codes.add("outside-window")
    return codes | (set(RIGHT[kind](scheme, here, event)) if kind in RIGHT else set())


def after(here: Here, event: Any) -> Here:
    """The paper with one line more."""
    kind = event.kind.value
    changes: dict[str, Any] = {"last": event}
    if kind in STEPS:
        changes["stage"] = STEPS[kind] + 1
    state = {
        "plan-submitted": "submitted",
        "revision-requested": "returned",
        "plan-approved": "approved",
        "plan-agreed": "agreed",
        "appraised": "rated",
        "appraisal-sent": "sent",
        "ekinerja-synchronised": "synchronised",
        "cycle-closed": "closed",
    }.get(kind, here.state)
    if kind in ("plan-drafted", "plan-submitted"):
        changes["plan"] = event.plan
    elif kind in ("preparation-discussed", "observation-rescheduled"):
        changes["scheduled"] = event.scheduled
    elif kind == "evidence-attached":
        changes["evidence"] = {**here.evidence, event.item: here.evidence.get(event.item, 0) + 1}
    elif kind == "competence-completed":
        changes["completed"] = here.completed | {event.item}
    elif kind == "superior-changed":
        changes["superior"] = event.superior
    return attrs.evolve(here, state=state, **changes)


def days_to_ask(scheme: Scheme, here: Here, event: str) -> list[date]:
    """The first and the last day that are right, and the days around the windows and before the last event."""
    windows = scheme.windows(event) or (scheme.span,)
    first, last = min(start for start, _ in windows), max(end for _, end in windows)
    days = {first, last, first - DAY, last + DAY}
    if here.last is not None:
        days |= {max(first, here.last.on), here.last.on - DAY}
    if event == "observation-held" and here.scheduled is not None:
        days |= {here.scheduled, here.scheduled + DAY}
    return sorted(days)


def payloads(scheme: Scheme, here: Here, event: str, on: date) -> Iterator[dict[str, Any]]:
    """Payloads that are right, and each way in which one can be wrong."""
    if event in ("plan-drafted", "plan-submitted"):
        yield from ({"plan": plan} for plan in (GOOD, SHORT, HEADS))
    elif event in ("preparation-discussed", "observation-rescheduled"):
        text = "aim" if event == "preparation-discussed" else "reason"
        days = {max(on, scheme.execution[0]), on - DAY, scheme.execution[1] + DAY, scheme.execution[1]}
        yield from ({"scheduled": day, text: "-"} for day in sorted(days))
    elif event == "evidence-attached":
        number = here.evidence.get("practice", 0) + 1
        rows = (("practice", number, on), ("k2", 1, on), ("k9", 1, on), ("practice", number + 1, on))
        late = (("practice", number, on + DAY), ("practice", number, scheme.span[0] - DAY), ("practice", 1, on))
        yield from ({"item": item, "number": n, "dated": day, "title": "-"} for item, n, day in (*rows, *late))
    elif event == "competence-completed":
        yield from ({"item": item, "reflection": text} for item in ("k1", "k2", "k9") for text in ("-", ""))
    elif event == "superior-changed":
        people = (BARU, KEPALA, ASING, Party(GURU.id, Role.HEAD))
        yield from ({"superior": person, "reason": "-"} for person in people)
    else:
        yield FIXED.get(event, {})


def semester(**others: Any) -> Scheme:
    return Scheme(
        process=PROCESS_2024.choosing(Policies(**others)),
        period="2024-S1",
        span=(date(2024, 1, 1), date(2024, 6, 30)),
        planning=(date(2024, 1, 1), date(2024, 3, 31)),
        execution=(date(2024, 2, 1), date(2024, 6, 30)),
        assessment=(date(2024, 6, 1), date(2024, 6, 30)),
    )


ANNUAL = Scheme(
    process=PROCESS_2025,
    period="2025-A1",
    span=(date(2025, 1, 1), date(2025, 12, 31)),
    planning=(date(2025, 1, 1), date(2025, 1, 31)),
    execution=(date(2025, 2, 1), date(2025, 12, 31)),
    assessment=(date(2025, 11, 13), date(2025, 12, 31)),
)
SCHEMES = {
    "2024": semester(),
    "2024, the other readings": semester(
        approval=ApprovalDays.PLANNING_ONLY,
        observation=ObservationDays.AS_SCHEDULED,
        points=PointsBound.REQUIRED,
        runs=StageRuns.MANY,
    ),
    "2024, appraised at any time": semester(appraisal=AppraisalAfter.ANY_TIME),
    "2025": ANNUAL,
}
# places, questions asked, and how many of these the cycle takes
COUNTS = {
    "2024": (177, 152_214, 1_759),
    "2024, the other readings": (152, 87_980, 991),
    "2024, appraised at any time": (392, 227_684, 2_185),
    "2025": (256, 143_954, 962),
}


def questions(scheme: Scheme, here: Here) -> Iterator[CycleEvent]:
    """Every kind on every day by everybody.

    What is wrong in a payload besides: by those whose turn it can be; but for the first scheme, on the first right day.
    """
    for kind in EVENT_TYPES:
        name = kind.kind.value
        first = min((start for start, _ in scheme.windows(name)), default=scheme.span[0])
        right = first if here.last is None else max(first, here.last.on)
        for on in days_to_ask(scheme, here, name):
            for index, payload in enumerate(payloads(scheme, here, name, on)):
                if index == 0 or on == right or scheme is SCHEMES["2024"]:
                    for by in ACTORS if index == 0 else (GURU, here.superior, DINAS):
                        yield kind(on=on, by=by, **payload)


@pytest.mark.parametrize("name", SCHEMES)
def test_every_question_in_every_place(name: str) -> None:
    scheme = SCHEMES[name]
    opened = PerformanceCycle.open(
        employee=GURU, superior=KEPALA, period=Period.parse(scheme.period), process=scheme.process
    )
    queue = [(opened, Here())]
    known = {queue[0][1].key}
    asked = taken = 0
    for cycle, here in queue:  # grows while it is read
        assert (here.state, STAGE_NAMES[here.stage]) == (cycle.state.value, cycle.progress.value)
        for event in questions(scheme, here):
            asked += 1
            refusals = cycle.refusals(event)
            assert expected(scheme, here, event) == {refusal.code for refusal in refusals}, (cycle, event)
            if not refusals:
                taken += 1
                then = after(here, event)
                if then.key not in known:
                    known.add(then.key)
                    queue.append((cycle.apply(event), then))
    places = {(here.state, here.stage) for _, here in queue}
    assert {
        (there.state.value, STAGE_NAMES.index(there.progress.value)) for there in scheme.process.situations
    } == places
    assert COUNTS[name] == (len(queue), asked, taken)
