"""The values of the cycle: what every value of the library can do, and every refusal of bad input."""

import copy
import pickle
import traceback
from datetime import date, datetime
from enum import EnumType
from types import SimpleNamespace
from typing import Any, cast

import attrs
import pytest

from pmm_core import cycle as door
from pmm_core.appraisal import Rating
from pmm_core.calendar import CALENDAR, Period
from pmm_core.cycle import (
    EVENT_TYPES,
    HEAD_INDICATORS,
    PROCESS_2024,
    PROCESS_2025,
    TEACHER_INDICATORS,
    AspectJudgement,
    Behaviour,
    CompetenceItem,
    CompetenceKind,
    CycleEvent,
    EventKind,
    ExtraDuty,
    FocusRating,
    Frame,
    IndicatorFamily,
    Move,
    NextStep,
    Party,
    PerformanceCycle,
    Plan,
    Policies,
    PracticeAspect,
    PracticeIndicator,
    Process,
    Row,
    RubricLevel,
    Side,
    Stage,
    StageRuns,
    State,
    Trail,
    audit,
)
from pmm_core.errors import InvalidValueError, PmmError, RefusedError, WrongTypeError
from pmm_core.people import Role, Teacher
from pmm_core.regions import find

ANY = cast("Any", door)  # the door without its types, for calls that a type checker would refuse
GURU, KEPALA, DINAS = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD), Party("D-1", Role.OFFICE_STAFF)
DAY, NOON = date(2024, 1, 11), datetime(2024, 1, 11, 12)  # noqa: DTZ001 -- refused whatever its zone
S1 = Period.parse("2024-S1")
ITEM = CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 4)
DUTY = ExtraDuty("t1", "guru piket")
PLAN = Plan(indicator=TEACHER_INDICATORS[1], competence=(ITEM,), duties=(DUTY,))
RATINGS = tuple(FocusRating(each, RubricLevel.EFFECTIVE) for each in "abc")
ASPECTS = tuple(AspectJudgement(aspect, Rating.ABOVE) for aspect in PracticeAspect)
PAYLOADS: dict[EventKind, dict[str, Any]] = {
    EventKind.PLAN_DRAFTED: {"plan": PLAN},
    EventKind.PLAN_SUBMITTED: {"plan": PLAN},
    EventKind.REVISION_REQUESTED: {"reason": "-"},
    EventKind.PREPARATION_DISCUSSED: {"scheduled": DAY, "aim": "-"},
    EventKind.OBSERVATION_RESCHEDULED: {"scheduled": DAY, "reason": "-"},
    EventKind.OBSERVATION_HELD: {"ratings": RATINGS, "recommendation": "-"},
    EventKind.FOLLOW_UP_DISCUSSED: {"reflection": "-", "follow_up": "-", "awareness": None},
    EventKind.FOLLOW_UP_ADVISED: {"note": "-"},
    EventKind.FOLLOW_UP_DONE: {"effort": "-"},
    EventKind.FOLLOW_UP_REFLECTED: {"reflection": "-", "awareness": None},
    EventKind.FINAL_NOTE_GIVEN: {"note": "-"},
    EventKind.EVIDENCE_ATTACHED: {"item": "k1", "number": 1, "title": "-", "dated": DAY},
    EventKind.COMPETENCE_COMPLETED: {"item": "k1", "reflection": "-"},
    EventKind.SUPERIOR_CHANGED: {"superior": KEPALA, "reason": "-"},
    EventKind.APPRAISED: {"results": Rating.ABOVE, "behaviour": Rating.ABOVE, "aspects": ASPECTS, "notes": "-"},
    EventKind.EKINERJA_SYNCHRONISED: {"reference": "-"},
}
EVENTS = {kind: kind(on=DAY, by=GURU, **PAYLOADS.get(kind.kind, {})) for kind in EVENT_TYPES}
REQUESTED = EVENTS[EVENT_TYPES[2]]
OPENED = PerformanceCycle.open(employee=GURU, superior=KEPALA, period=S1)
ROW = PROCESS_2024.rows[0]
STEP = NextStep(kind=EventKind.PLAN_DRAFTED, by=(Side.EMPLOYEE,), window=None, open=True)

AUDIT = audit(OPENED.frame, [EVENTS[EVENT_TYPES[4]]])

PAIRS: list[tuple[Any, Any]] = [
    *((event, attrs.evolve(event, on=date(2024, 1, 12))) for event in EVENTS.values()),
    (GURU, KEPALA),
    (TEACHER_INDICATORS[0], HEAD_INDICATORS[0]),
    (ITEM, attrs.evolve(ITEM, count=5)),
    (DUTY, attrs.evolve(DUTY, title="wali kelas")),
    (PLAN, attrs.evolve(PLAN, duties=())),
    (RATINGS[0], RATINGS[1]),
    (ASPECTS[0], ASPECTS[1]),
    (Policies(), Policies(runs=StageRuns.MANY)),
    (ROW, PROCESS_2024.rows[1]),
    (PROCESS_2024, PROCESS_2025),
    (OPENED.frame, attrs.evolve(OPENED.frame, superior=Party("K-4", Role.HEAD))),
    (OPENED.events, OPENED.events.then(EVENTS[EVENT_TYPES[0]])),
    (OPENED, OPENED.apply(EVENTS[EVENT_TYPES[1]])),
    (STEP, attrs.evolve(STEP, open=False)),
    (Move("draft", "submitted", "plan-submitted"), Move("draft", "draft", "plan-drafted")),
    (AUDIT, audit(OPENED.frame, [])),
    (AUDIT.findings[0], attrs.evolve(AUDIT.findings[0], number=2)),
]
each = pytest.mark.parametrize("index", range(len(PAIRS)), ids=[type(value).__name__ for value, _ in PAIRS])


@each
def test_values_compare_by_what_they_hold(index: int) -> None:
    value, other = PAIRS[index]
    for same in (copy.deepcopy(value), copy.copy(value), pickle.loads(pickle.dumps(value))):  # noqa: S301 -- our own
        assert (same, hash(same)) == (value, hash(value))
        assert type(value) is type(same)
    assert value != other
    assert value != "a text"


@each
def test_values_are_frozen_and_have_no_other_attributes(index: int) -> None:
    value: Any = PAIRS[index][0]
    name = attrs.fields(cast("Any", type(value)))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, name, None)
    assert not hasattr(value, "__dict__")


def test_every_public_value_is_in_the_list() -> None:
    kinds = [getattr(door, name) for name in door.__all__]
    values = {kind for kind in kinds if isinstance(kind, type) and attrs.has(kind)}
    assert values - {CycleEvent} == {type(value) for value, _ in PAIRS}


ENUMS = [name for name in door.__all__ if isinstance(getattr(door, name), EnumType)]


@pytest.mark.parametrize("name", ENUMS)
def test_members_come_back_and_have_words_in_both_languages(name: str) -> None:
    kind: Any = getattr(door, name)
    for member in kind:
        assert member is pickle.loads(pickle.dumps(member))  # noqa: S301 -- our own bytes
        assert member is kind(member.value)
        assert member.label_id
        assert member.label_en


def refused(kind: Any, *given: Any, **fields: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidValueError) as caught:
        kind(*given, **fields)
    assert isinstance(caught.value, TypeError) is isinstance(caught.value, WrongTypeError)
    return [(problem.path, problem.code) for problem in caught.value.problems]


class TestEvents:
    """An event checks its own payload: everything that is wrong at once, whatever the kind."""

    @pytest.mark.parametrize("kind", EVENT_TYPES, ids=lambda kind: kind.kind.value)
    def test_what_is_left_out(self, kind: type[CycleEvent]) -> None:
        payload = PAYLOADS.get(kind.kind, {})
        optional = {"recommendation", "awareness", "notes", "reflection" if "item" in payload else ""}
        needed = [name for name in payload if name not in optional]
        found = dict(refused(kind, on=None, by=None, **dict.fromkeys(payload))) if payload else {}
        assert all(found[name] == "missing-payload" for name in needed)
        assert not payload or {"wrong-type"} == {found["on"], found["by"]}

    @pytest.mark.parametrize("kind", EVENT_TYPES, ids=lambda kind: kind.kind.value)
    def test_what_is_of_another_kind(self, kind: type[CycleEvent]) -> None:
        payload = PAYLOADS.get(kind.kind, {})
        found = dict(refused(kind, on=NOON, by="K-3", **{name: object() for name in payload}))
        assert "datetime-for-date" == found.pop("on")
        assert {"by", *payload} == set(found)
        assert {"wrong-type"} == set(found.values())

    @pytest.mark.parametrize("kind", EVENT_TYPES, ids=lambda kind: kind.kind.value)
    def test_texts_that_say_nothing(self, kind: type[CycleEvent]) -> None:
        payload = PAYLOADS.get(kind.kind, {})
        blank = {name: " \n" for name, value in payload.items() if isinstance(value, str)}
        optional = {"recommendation", "notes", "reflection" if "item" in payload else ""}
        if set(blank) - optional:
            found = refused(kind, on=DAY, by=GURU, **(payload | blank))
            assert {(name, "empty") for name in blank if name not in optional} == set(found)
        else:
            assert kind is type(kind(on=DAY, by=GURU, **(payload | blank)))

    @pytest.mark.parametrize("name", ["scheduled", "dated"])
    def test_a_moment_is_no_day(self, name: str) -> None:
        for kind, payload in PAYLOADS.items():
            if name in payload:
                event: Any = next(each for each in EVENT_TYPES if each.kind is kind)
                assert [(name, "datetime-for-date")] == refused(event, on=DAY, by=GURU, **(payload | {name: NOON}))

    @pytest.mark.parametrize(
        ("number", "code"),
        [(True, "bool-for-int"), (1.0, "float-for-exact"), (0, "too-small"), (-1, "too-small"), ("1", "wrong-type")],
    )
    def test_numbers_of_evidence(self, number: Any, code: str) -> None:
        payload = PAYLOADS[EventKind.EVIDENCE_ATTACHED] | {"number": number}
        assert [("number", code)] == refused(ANY.EvidenceAttached, on=DAY, by=GURU, **payload)

    @pytest.mark.parametrize(
        ("ratings", "expected"),
        [
            (RATINGS[:2], [("ratings", "focus-count")]),
            ((*RATINGS, FocusRating("d", RubricLevel.NOT_DONE)), [("ratings", "focus-count")]),
            ((), [("ratings", "focus-count")]),
            ((*RATINGS, RATINGS[0], "c"), [("ratings", "focus-count")]),
            ((*RATINGS[:2], RATINGS[0]), [("ratings[2].behaviour", "duplicate")]),
            ((*RATINGS[:2], "c"), [("ratings[2]", "wrong-type")]),
            (list(RATINGS), [("ratings", "wrong-type")]),
        ],
        ids=["two", "four", "none", "more", "twice", "text", "list"],
    )
    def test_three_focus_behaviours(self, ratings: Any, expected: list[tuple[str, str]]) -> None:
        assert expected == refused(ANY.ObservationHeld, on=DAY, by=KEPALA, ratings=ratings)

    @pytest.mark.parametrize(
        ("aspects", "expected"),
        [
            (ASPECTS[:2], [("aspects", "aspect-count")]),
            ((*ASPECTS[:2], ASPECTS[0]), [("aspects", "aspect-count")]),
            ((*ASPECTS, ASPECTS[0]), [("aspects", "aspect-count")]),
            ((*ASPECTS[:2], Rating.ABOVE), [("aspects[2]", "wrong-type")]),
            (list(ASPECTS), [("aspects", "wrong-type")]),
        ],
        ids=["two", "twice", "four", "rating", "list"],
    )
    def test_three_aspects(self, aspects: Any, expected: list[tuple[str, str]]) -> None:
        payload = PAYLOADS[EventKind.APPRAISED] | {"aspects": aspects}
        assert expected == refused(ANY.Appraised, on=DAY, by=KEPALA, **payload)

    def test_aspects_in_any_order(self) -> None:
        payload = PAYLOADS[EventKind.APPRAISED] | {"aspects": ASPECTS[::-1]}
        assert "Sangat Baik" == ANY.Appraised(on=DAY, by=KEPALA, **payload).predicate.label_id


class TestKeysOfItems:
    """They stand in a repr and in refusals, so that none is somebody's number or address."""

    @pytest.mark.parametrize(
        ("key", "code"),
        [
            ("", "empty"),
            ("k 1", "malformed"),
            ("k" * 65, "malformed"),
            ("ani@guru.sd.belajar.id", "malformed"),
            ("198609262015051001", "personal-id"),
            ("19860926.201505.1.001", "personal-id"),
            ("3325010101860001", "personal-id"),
            (7, "wrong-type"),
        ],
    )
    def test_what_is_no_id_is_refused(self, key: Any, code: str) -> None:
        assert [("key", code)] == refused(CompetenceItem, key, CompetenceKind.COURSE)
        assert [("key", code)] == refused(ExtraDuty, key, "t")
        attached = PAYLOADS[EventKind.EVIDENCE_ATTACHED] | {"item": key}
        assert [("item", code)] == refused(ANY.EvidenceAttached, on=DAY, by=GURU, **attached)
        assert [("item", code)] == refused(ANY.CompetenceCompleted, on=DAY, by=GURU, item=key)

    def test_one_that_is_left_out_is_missing(self) -> None:
        assert [("item", "missing-payload")] == refused(ANY.CompetenceCompleted, on=DAY, by=GURU, item=None)

    @pytest.mark.parametrize("key", ["practice", "1", "k1", "pelatihan-mandiri", "RHK_2/a.b:c", "k" * 64])
    def test_an_id_of_ones_own_is_taken(self, key: str) -> None:
        plan = attrs.evolve(PLAN, competence=(), duties=())
        if key != "practice":
            plan = attrs.evolve(plan, competence=(attrs.evolve(ITEM, key=key),))
        assert key in plan.item_keys
        assert key == ANY.CompetenceCompleted(on=DAY, by=GURU, item=key).item


class TestThePlan:
    """One indicator, items and duties under keys of their own, at most one expectation for each behaviour."""

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"indicator": "care"}, [("indicator", "wrong-type")]),
            ({"competence": [ITEM]}, [("competence", "wrong-type")]),
            ({"competence": (ITEM, ITEM)}, [("competence[1].key", "duplicate")]),
            ({"competence": (ITEM, DUTY)}, [("competence[1]", "wrong-type"), ("duties[0].key", "duplicate")][:1]),
            ({"duties": (ExtraDuty("k1", "piket"),)}, [("duties[0].key", "duplicate")]),
            ({"duties": (ExtraDuty("practice", "piket"),)}, [("duties[0].key", "duplicate")]),
            ({"duties": None}, [("duties", "wrong-type")]),
            ({"expectations": {}}, [("expectations", "wrong-type")]),
            ({"expectations": ((Behaviour.LOYAL, ""),)}, [("expectations[0][1]", "empty")]),
            ({"expectations": ((Behaviour.LOYAL,),)}, [("expectations[0]", "malformed")]),
            ({"expectations": ("loyal",)}, [("expectations[0]", "wrong-type"), ("expectations[0]", "malformed")]),
            ({"expectations": (("loyal", "a"),)}, [("expectations[0][0]", "wrong-type")]),
            ({"expectations": ((Behaviour.LOYAL, "a"),) * 2}, [("expectations[1]", "duplicate")]),
        ],
        ids=str,
    )
    def test_it_refuses(self, changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
        fields: dict[str, Any] = {"indicator": PLAN.indicator, "competence": (ITEM,), "duties": (DUTY,)}
        assert expected == refused(Plan, **(fields | changes))

    def test_what_it_holds(self) -> None:
        assert ("practice", "k1", "t1") == PLAN.item_keys
        labels = ["Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif"]
        assert labels == [behaviour.label_id for behaviour in PLAN.behaviours]
        assert (8, 6) == (len(TEACHER_INDICATORS), len(HEAD_INDICATORS))
        assert 14 == len({indicator.key for indicator in (*TEACHER_INDICATORS, *HEAD_INDICATORS)})

    @pytest.mark.parametrize(
        ("kind", "given", "expected"),
        [
            (PracticeIndicator, ("", "head", " ", None), ["empty", "wrong-type", "empty", "wrong-type"]),
            (CompetenceItem, ("", "speaker", 0), ["empty", "wrong-type", "too-small"]),
            (CompetenceItem, ("k1", CompetenceKind.SPEAKER, True), ["bool-for-int"]),
            (CompetenceItem, ("k1", CompetenceKind.SPEAKER, 1.5), ["float-for-exact"]),
            (ExtraDuty, ("", 3), ["empty", "wrong-type"]),
            (FocusRating, ("", 3, None), ["empty", "wrong-type", "wrong-type"]),
            (AspectJudgement, ("change", "above"), ["wrong-type", "wrong-type"]),
            (Party, ("", "head"), ["empty", "wrong-type"]),
            (Party, (17, Role.HEAD), ["wrong-type"]),
            (Party, ("Ani Lestari", Role.TEACHER), ["malformed"]),
            (Party, ("19900101 202221 2 001".replace(" ", "."), Role.TEACHER), ["personal-id"]),
        ],
        ids=str,
    )
    def test_its_parts_refuse(self, kind: Any, given: tuple[Any, ...], expected: list[str]) -> None:
        assert expected == [code for _, code in refused(kind, *given)]

    def test_a_party_of_a_teacher(self) -> None:
        teacher = Teacher(id="t-17", role=Role.HEAD, workplace=find("33.25"))
        assert Party("t-17", Role.HEAD) == Party.of(teacher)
        assert [("teacher", "wrong-type")] == refused(Party.of, "t-17")


class TestTheTablesAsValues:
    """Rows and processes check themselves, so that a table of one's own cannot be half a table."""

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"event": "plan-drafted"}, [("event", "wrong-type")]),
            ({"event": Plan}, [("event", "wrong-type")]),
            ({"by": ()}, [("by", "empty")]),
            ({"by": (Side.OFFICE, Side.OFFICE)}, [("by", "duplicate")]),
            ({"by": ("office",)}, [("by", "wrong-type")]),
            ({"by": Side.OFFICE}, [("by", "wrong-type")]),
            ({"states": ()}, [("states", "empty")]),
            ({"states": ((State.DRAFT,),)}, [("states", "wrong-type")]),
            ({"states": ("draft",)}, [("states", "wrong-type")]),
            ({"states": ((State.DRAFT, "draft"),)}, [("states", "wrong-type")]),
            ({"states": ((State.DRAFT, State.DRAFT), (State.DRAFT, State.SENT))}, [("states", "duplicate")]),
            ({"progress": ((State.DRAFT, State.DRAFT),)}, [("progress", "wrong-type")] * 2),
            ({"within": ("planning",)}, [("within", "wrong-type")]),
            ({"guards": ["reflection"]}, [("guards", "wrong-type")]),
            ({"choice": "many", "rule": "a rule"}, [("choice", "wrong-type"), ("rule", "wrong-type")]),
        ],
        ids=str,
    )
    def test_rows(self, changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
        assert expected == refused(attrs.evolve, ROW, **changes)

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"rows": ()}, [("rows", "empty")]),
            ({"rows": [ROW]}, [("rows", "wrong-type")]),
            ({"rows": (ROW, "row")}, [("rows[1]", "wrong-type")]),
            ({"rows": (ROW, ROW)}, [("rows[1]", "duplicate")]),
            ({"key": "", "mark": 3}, [("key", "empty"), ("mark", "wrong-type")]),
            ({"policies": StageRuns.MANY}, [("policies", "wrong-type")]),
        ],
        ids=str,
    )
    def test_processes(self, changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
        assert expected == refused(attrs.evolve, PROCESS_2024, **changes)

    def test_policies(self) -> None:
        names = [field.name for field in attrs.fields(Policies)]
        assert [(name, "wrong-type") for name in names] == refused(Policies, **dict.fromkeys(names, cast("Any", "x")))
        assert [("policies", "wrong-type")] == refused(PROCESS_2024.choosing, cast("Any", None))

    def test_how_they_show(self) -> None:
        assert "<draft/not-started>" == repr(PROCESS_2024.start)
        assert "<Frame 2024-S1 by process 2024>" == repr(OPENED.frame)
        assert "<PerformanceCycle 2024-S1 draft/not-started: 0 events>" == repr(OPENED)
        assert "<Trail of 0 events>" == repr(OPENED.events)
        assert [1, 2, 3, 4, 5] == [stage.number for stage in Stage]

    def test_how_they_show_in_ipython_and_hypothesis(self) -> None:
        """Neither the tables nor the calendar nor an id, and a trail as the row that it is."""
        for value, expected in (
            (PROCESS_2024, ["<Process 2024: 20 kinds of event, 16 situations>"]),
            (OPENED.frame, ["<Frame of a teacher, 2024-S1, by <Process 2024: 20 kinds of event, 16 situations>>"]),
            (OPENED.events, ["Trail.of(", (), ")"]),
        ):
            shown: list[Any] = []
            cast("Any", value)._repr_pretty_(SimpleNamespace(text=shown.append, pretty=shown.append), False)
            assert expected == shown


class TestOpening:
    """Who, when, and by which rules: everything that is wrong at once."""

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"period": "2024-S1"}, [("period", "wrong-type")]),
            ({"period": Period.parse("2024-Q1")}, [("process", "no-process")]),
            ({"process": PROCESS_2025}, [("process", "no-process")]),
            ({"process": "2024"}, [("process", "wrong-type")]),
            ({"calendar": None}, [("calendar", "wrong-type")]),
            ({"superior": Party("G-17", Role.HEAD)}, [("superior", "same-person")]),
            ({"superior": DINAS}, [("superior", "wrong-superior")]),
            ({"superior": GURU}, [("superior", "same-person"), ("superior", "wrong-superior")]),
            ({"employee": DINAS}, [("superior", "wrong-superior")]),
            ({"employee": "G-17", "superior": None}, [("employee", "wrong-type"), ("superior", "wrong-type")]),
        ],
        ids=[*"abcdefghij"],
    )
    def test_it_refuses(self, changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
        fields: dict[str, Any] = {"employee": GURU, "superior": KEPALA, "period": S1}
        assert expected == refused(PerformanceCycle.open, **(fields | changes))

    def test_a_period_that_the_calendar_does_not_know(self) -> None:
        with pytest.raises(PmmError) as caught:
            PerformanceCycle.open(employee=GURU, superior=KEPALA, period=Period.parse("2024-S3"))
        assert ("unknown-period",) == caught.value.codes

    def test_all_at_once(self) -> None:
        found = refused(Frame, employee=None, superior=None, period=None, process=None, calendar=None)
        assert {"employee", "superior", "period", "process", "calendar"} == {path for path, _ in found}
        assert CALENDAR is OPENED.frame.calendar

    def test_a_frame_is_a_frame(self) -> None:
        assert [("frame", "wrong-type")] == refused(PerformanceCycle, frame=cast("Any", "frame"))

    @pytest.mark.parametrize("events", [None, 5, "plan-submitted", EVENTS[EVENT_TYPES[1]], b"x"], ids=[*"abcde"])
    def test_events_are_an_iterable(self, events: Any) -> None:
        with pytest.raises(WrongTypeError):
            OPENED.replay(events)
        with pytest.raises(WrongTypeError):
            PerformanceCycle(frame=OPENED.frame, events=events)

    @pytest.mark.parametrize("event", [None, "plan-submitted", PLAN, EventKind.PLAN_DRAFTED], ids=[*"abcd"])
    def test_an_event_is_an_event(self, event: Any) -> None:
        for ask in (OPENED.refusals, OPENED.can, OPENED.apply):
            assert [("event", "wrong-type")] == refused(ask, event)

    def test_an_event_of_no_kind_is_none(self) -> None:
        """The class that all events share has no kind, and so no row in any table."""
        assert [("event", "wrong-type")] == refused(OPENED.refusals, CycleEvent(on=DAY, by=GURU))

    def test_questions(self) -> None:
        assert [("on", "datetime-for-date"), ("by", "wrong-type")] == refused(OPENED.allowed, on=NOON, by="G-17")
        assert [("on", "datetime-for-date")] == refused(OPENED.next_steps, on=NOON)
        assert [("day", "datetime-for-date")] == refused(OPENED.as_of, NOON)
        assert [("day", "wrong-type")] == refused(OPENED.as_of, "2024-01-11")
        assert [("party", "wrong-type")] == refused(OPENED.side_of, "G-17")
        assert (None, None) == (OPENED.predicate, OPENED.scheduled)


class TestTrails:
    """A row of events that shares all but the last with the one before it."""

    def test_it_is_like_a_tuple(self) -> None:
        some = list(EVENTS.values())[:3]
        trail = Trail.of(some)
        assert some == list(trail)
        assert (3, some[-1]) == (len(trail), trail.last)
        assert some[:2] == list(trail.until(2))
        assert trail is trail.until(9)
        assert 0 == len(trail.until(0))
        assert Trail.of(trail) is trail
        assert trail != tuple(some)
        assert trail != Trail.of(some[:2])
        assert trail != Trail.of([*some[:2], some[0]])

    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            ((None, None, 5), [("size", "malformed")]),
            ((None, None, -3), [("size", "malformed")]),
            ((None, None, False), [("size", "bool-for-int")]),
            ((Trail(), REQUESTED, 0), [("size", "malformed")]),
            ((Trail(), REQUESTED, True), [("size", "bool-for-int")]),
            ((Trail(), REQUESTED), [("size", "malformed")]),
            ((Trail(), REQUESTED, -1), [("size", "malformed")]),
            ((Trail(), REQUESTED, 2), [("size", "malformed")]),
            ((Trail(), None, 0), [("last", "empty")]),
            ((None, REQUESTED, 1), [("earlier", "empty")]),
            (("x", 5, 2), [("earlier", "wrong-type"), ("last", "wrong-type")]),
            (("x", None, 2.0), [("earlier", "wrong-type"), ("size", "float-for-exact")]),
        ],
    )
    def test_one_that_is_built_by_hand_is_right_or_refused(
        self, arguments: tuple[Any, ...], expected: list[tuple[str, str]]
    ) -> None:
        """So that no trail counts events that it does not hold."""
        assert expected == refused(Trail, *arguments)

    def test_what_is_no_event_does_not_follow(self) -> None:
        assert [("last", "wrong-type")] == refused(Trail().then, 5)
        assert [("events[0]", "wrong-type"), ("events[2]", "wrong-type")] == refused(
            PerformanceCycle, frame=OPENED.frame, events=(5, REQUESTED, None)
        )


MARK = "Zzmark"


class TestNothingPersonalShows:
    """Ids and free texts never come into a repr, a text, a message or a traceback."""

    def test_reprs(self) -> None:
        people = Party(f"{MARK}-1", Role.TEACHER), Party(f"{MARK}-2", Role.HEAD)
        for kind in EVENT_TYPES:
            hidden: dict[str, Any] = {
                name: MARK if isinstance(value, str) and name != "item" else value
                for name, value in PAYLOADS.get(kind.kind, {}).items()
            }
            if "superior" in hidden:
                hidden["superior"] = people[1]
            if "ratings" in hidden:
                hidden["ratings"] = tuple(FocusRating(f"{MARK} {each}", RATINGS[0].level, MARK) for each in "abc")
            if "plan" in hidden:
                secret = ((Behaviour.LOYAL, MARK),)
                hidden["plan"] = attrs.evolve(PLAN, duties=(ExtraDuty("t1", MARK),), expectations=secret)
            event = kind(on=DAY, by=people[0], **hidden)
            assert MARK not in repr(event) + str(event) + repr(Trail.of([event]))
        cycle = PerformanceCycle.open(employee=people[0], superior=people[1], period=S1)
        assert MARK not in repr(cycle) + str(cycle) + repr(cycle.frame) + repr(people)

    def test_messages_and_tracebacks(self) -> None:
        employee, superior = Party(f"{MARK}-1", Role.TEACHER), Party(f"{MARK}-2", Role.HEAD)
        cycle = PerformanceCycle.open(employee=employee, superior=superior, period=S1)
        for kind in EVENT_TYPES:
            hidden = {name: MARK if value == "-" else value for name, value in PAYLOADS.get(kind.kind, {}).items()}
            for by in (employee, superior, Party(f"{MARK}-3", Role.TRAINER)):
                event = kind(on=date(2023, 12, 31), by=by, **hidden)
                with pytest.raises(RefusedError) as caught:
                    cycle.apply(event)
                said = [str(caught.value), repr(caught.value), repr(caught.value.args)]
                said += [repr(refusal) for refusal in cycle.refusals(event)]
                said += traceback.format_exception_only(caught.value)
                assert MARK not in "".join(said)

    def test_bad_input(self) -> None:
        for make in (
            lambda: Party(f"{MARK}-1", cast("Any", MARK)),
            lambda: ANY.RevisionRequested(on=MARK, by=MARK, reason=3),
            lambda: PerformanceCycle.open(
                employee=Party(MARK, Role.TEACHER), superior=Party(MARK, Role.HEAD), period=S1
            ),
            lambda: OPENED.allowed(on=cast("Any", MARK), by=cast("Any", MARK)),
            lambda: PracticeIndicator(MARK, cast("Any", IndicatorFamily.HEAD.value), "", ""),
        ):
            with pytest.raises(InvalidValueError) as caught:
                make()
            assert MARK not in str(caught.value) + repr(caught.value) + repr(caught.value.args)


class TestRefusalsSayWhatIsPossible:
    """Every kind of bad input of the issue, with its code, what would be possible, and an unchanged cycle."""

    @pytest.mark.parametrize(
        ("event", "expected"),
        [
            (
                ANY.PlanApproved(on=DAY, by=KEPALA),
                {"wrong-state": ("plan-drafted", "plan-submitted", "superior-changed")},
            ),
            (ANY.PlanSubmitted(on=DAY, by=KEPALA, plan=PLAN), {"wrong-actor": ("employee",)}),
            (
                ANY.PlanSubmitted(on=date(2023, 12, 31), by=GURU, plan=PLAN),
                {"outside-window": ("2024-01-01..2024-03-31",)},
            ),
            (
                ANY.PlanSubmitted(on=DAY, by=GURU, plan=attrs.evolve(PLAN, indicator=HEAD_INDICATORS[0])),
                {"wrong-indicator": None},
            ),
            (
                ANY.SuperiorChanged(on=DAY, by=DINAS, superior=DINAS, reason="-"),
                {"wrong-superior": ("head of school",)},
            ),
            (
                ANY.SuperiorChanged(on=DAY, by=DINAS, superior=KEPALA, reason="-"),
                {"duplicate-event": ("somebody else",)},
            ),
        ],
        ids=["order", "actor", "day", "indicator", "superior", "again"],
    )
    def test_before_a_plan(self, event: CycleEvent, expected: dict[str, tuple[str, ...] | None]) -> None:
        found = {refusal.code: refusal for refusal in OPENED.refusals(event)}
        assert set(expected) == set(found)
        for code, possible in expected.items():
            assert found[code].possible
            assert possible in (None, found[code].possible)
        with pytest.raises(RefusedError):
            OPENED.apply(event)
        assert 0 == len(OPENED.events)

    def test_in_execution(self) -> None:
        cycle = OPENED
        for event in (
            ANY.PlanSubmitted(on=DAY, by=GURU, plan=PLAN),
            ANY.PlanApproved(on=DAY, by=KEPALA),
            ANY.PlanAgreed(on=DAY, by=GURU),
        ):
            cycle = cycle.apply(event)
        march = date(2024, 3, 7)

        def upload(item: str, number: int, dated: date = march, on: date = march) -> CycleEvent:
            made: CycleEvent = ANY.EvidenceAttached(on=on, by=GURU, item=item, number=number, title="-", dated=dated)
            return made

        def codes(event: CycleEvent) -> dict[str, tuple[str, ...]]:
            return {refusal.code: refusal.possible for refusal in cycle.refusals(event)}

        def of_dates(event: CycleEvent) -> tuple[str, ...]:
            return codes(event)["evidence-outside-period"]

        assert {"unknown-item": ("practice", "k1", "t1")} == codes(upload("k2", 1))
        assert {"evidence-number": ("number 1",)} == codes(upload("k1", 2))
        for outside in (date(2023, 12, 31), date(2024, 7, 1), date(2024, 3, 8)):
            assert {"evidence-outside-period": ("evidence dated in 2024-01-01..2024-03-07",)} == codes(
                upload("k1", 1, outside)
            )
        first, last, late = date(2024, 1, 1), date(2024, 6, 30), date(2024, 7, 9)
        assert ("evidence dated in 2024-01-01..2024-01-01",) == of_dates(upload("k1", 1, march, on=first))
        assert ("evidence dated in 2024-01-01..2024-06-30",) == of_dates(upload("k1", 1, late, on=last))
        assert ("evidence dated in 2024-01-01..2024-06-30",) == of_dates(upload("k1", 1, late, on=late))
        assert () == of_dates(upload("k1", 1, march, on=date(2023, 12, 31)))
        cycle = cycle.apply(upload("k1", 1))
        assert {"duplicate-event"} == set(codes(upload("k1", 1)))
        assert {"duplicate-event": ("number 2",)} == codes(upload("k1", 1, on=date(2024, 3, 8)))
        assert {"before-last-event": ("2024-03-07 or later",), "evidence-number": ("number 2",)} == codes(
            upload("k1", 3, DAY, on=date(2024, 3, 6))
        )
        cycle = cycle.apply(ANY.CompetenceCompleted(on=march, by=GURU, item="k1"))
        done = ANY.CompetenceCompleted(on=date(2024, 3, 8), by=GURU, item="k1")
        assert {"item-completed": ()} == codes(done)
        assert {"unknown-item": ()} == codes(attrs.evolve(done, item="t1"))
        everything = upload("k9", 5, date(2024, 7, 2), on=date(2024, 1, 1))
        assert {"outside-window", "before-last-event", "unknown-item", "evidence-outside-period"} == set(
            codes(everything)
        )


def test_a_row_is_what_the_table_says() -> None:
    assert isinstance(ROW, Row)
    assert ROW.after(State.CLOSED, PROCESS_2024.start.progress) is None
    assert isinstance(PROCESS_2024, Process)


def test_the_doors_list_what_they_offer() -> None:
    assert sorted(door.__all__) == dir(door)
    assert {rule.source for rule in OPENED.rules} == set(OPENED.sources)
