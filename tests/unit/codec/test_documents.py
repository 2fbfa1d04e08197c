"""Documents as they are written, and everything that is refused when they are read."""

import copy
import pickle
from collections import OrderedDict
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Any, cast

import attrs
import pytest

from pmm_core.calendar import CALENDAR, Period, PeriodCalendar, Phase, Weekday, WeekendOnly, Window
from pmm_core.codec import FORMAT, DecodeError, Limits, _write, from_plain, kinds, to_plain
from pmm_core.communities import CommunityKind, LearningCommunity
from pmm_core.cycle import (
    EVENT_TYPES,
    PROCESS_2024,
    TEACHER_INDICATORS,
    Behaviour,
    CompetenceItem,
    CompetenceKind,
    CycleEvent,
    EventKind,
    Frame,
    Move,
    NextStep,
    ObservationDays,
    Party,
    PerformanceCycle,
    Plan,
    PlanSubmitted,
    Policies,
    Process,
)
from pmm_core.errors import Code, InvalidValueError, PmmError, Problem, WrongTypeError
from pmm_core.people import BelajarAccount, EmploymentStatus, Nip, Npsn, Nuptk, Role, School, SchoolLevel, Teacher
from pmm_core.ranking import SCHOOLS_LOGGED_IN, Group, Measurement, Pace, Run, Team, Track, rank
from pmm_core.ranking._table import Table
from pmm_core.regions import Kabupaten, KabupatenCode, MatchedBy, RegionKind, Resolution, find, find_province

BATANG = find("33.25")
DAY = date(2022, 6, 30)
GURU, KEPALA = Party("G-17", Role.TEACHER), Party("K-3", Role.HEAD)
SCHOOL = School(npsn=Npsn("20300001"), level=SchoolLevel.SMP, kabupaten=BATANG)
TEACHER = Teacher(
    id="t-17",
    role=Role.TEACHER,
    workplace=SCHOOL,
    employment=EmploymentStatus.PNS,
    nip=Nip("198609262015051001"),
    nuptk=Nuptk("1234567890123456"),
    account=BelajarAccount("ani@guru.smp.belajar.id"),
    name="Ani Contoh, S.Pd.",
)
PLAN = Plan(
    indicator=TEACHER_INDICATORS[1],
    competence=(CompetenceItem("k1", CompetenceKind.SELF_TRAINING, 4),),
    expectations=((Behaviour.SERVICE, "ramah"),),
)
SUBMITTED = PlanSubmitted(on=date(2024, 1, 11), by=GURU, plan=PLAN)
OPENED = PerformanceCycle.open(employee=GURU, superior=KEPALA, period=Period.parse("2024-S1"))
CYCLE = OPENED.apply(SUBMITTED)
TEAM = {"kind": "team", "format": 1, "kecamatan": "Kandeman", "level": "sd", "left": 30, "weight": "1/2"}
PACE: dict[str, Any] = {"kind": "pace", "format": 1, "units": 156, "days": 7}


def problems_of(data: object, kind: Any = None, **options: Any) -> list[tuple[str, str]]:
    with pytest.raises(DecodeError) as caught:
        from_plain(data, kind, **options)
    return [(problem.path, problem.code) for problem in caught.value.problems]


# ---- what is written ----


def test_a_document_names_its_kind_and_its_format_first() -> None:
    assert FORMAT == 1
    assert ["kind", "format"] == list(to_plain(TEACHER))[:2]
    assert {"kind": "teacher", "format": 1, "id": "t-17", "role": "teacher"}.items() <= to_plain(TEACHER).items()


def test_a_text_of_its_own_stands_under_text_alone_and_bare_inside() -> None:
    assert {"kind": "period", "format": 1, "text": "2024-S1"} == to_plain(Period.parse("2024-S1"))
    window = Window(date(2024, 2, 1), date(2024, 6, 30))
    assert {"kind": "window", "format": 1, "text": "2024-02-01..2024-06-30"} == to_plain(window)
    assert "198609262015051001" == to_plain(TEACHER)["nip"]
    assert "33.25" == to_plain(BATANG)["code"]


def test_a_region_is_written_in_full_and_so_is_one_of_the_callers_own() -> None:
    expected = {
        "kind": "kabupaten",
        "format": 1,
        "code": "33.25",
        "name": "Batang",
        "region_kind": "kabupaten",
        "province": {"code": "33", "name": "Jawa Tengah", "island_group": "jawa", "timezone": "wib"},
        "kecamatan_count": 15,
    }
    assert expected == to_plain(BATANG)
    assert from_plain(expected) is BATANG
    own = Kabupaten(code=KabupatenCode("33.69"), name="Contoh", kind=RegionKind.KABUPATEN, province=find_province("33"))
    for region in (own, attrs.evolve(BATANG, name="Batang Baru"), attrs.evolve(BATANG, kecamatan_count=None)):
        assert region == from_plain(to_plain(region))
    short = {key: part for key, part in expected.items() if key != "kecamatan_count"}
    assert attrs.evolve(BATANG, kecamatan_count=None) == from_plain(short)
    province = attrs.evolve(find_province("33"), name="Jawa")
    assert province == from_plain(to_plain(province))


def test_bundled_regions_are_shared_by_what_is_read() -> None:
    assert from_plain(to_plain(TEACHER), Teacher).kabupaten is BATANG
    assert from_plain(to_plain(find_province("33"))) is find_province("33")


def test_what_may_be_of_several_kinds_says_which() -> None:
    workplace = to_plain(TEACHER)["workplace"]
    assert "school" == workplace["kind"]
    assert "format" not in workplace
    assert "kind" not in workplace["kabupaten"]
    assert "kabupaten" == to_plain(TEACHER.move(BATANG))["workplace"]["kind"]
    group = Group(BATANG, "kandeman", "Kecamatan Kandeman")
    figures = [Measurement.count(area, SCHOOLS_LOGGED_IN, 1, on=DAY) for area in (BATANG, group, BATANG.province)]
    assert ["kabupaten", "group", "province"] == [to_plain(figure)["area"]["kind"] for figure in figures]
    assert figures == [from_plain(to_plain(figure)) for figure in figures]


@pytest.mark.parametrize(
    ("weight", "text"), [(2, "2"), (Fraction(1, 2), "1/2"), (Decimal("0.50"), "0.50"), (Decimal(2), "2."), (None, None)]
)
def test_exact_numbers_come_back_as_they_were(weight: Any, text: str | None) -> None:
    team = Team(kecamatan="Kandeman", level=SchoolLevel.SD, left=30, weight=weight)
    assert text == to_plain(team)["weight"]
    back = from_plain(to_plain(team), Team).weight
    assert (type(weight), str(weight)) == (type(back), str(back))


def test_sets_are_written_sorted_and_read_in_any_order() -> None:
    week = WeekendOnly(frozenset({Weekday.SUNDAY, Weekday.FRIDAY}))
    assert ["friday", "sunday"] == to_plain(week)["days_off"]
    assert week == from_plain({"kind": "weekend-only", "format": 1, "days_off": ["sunday", "friday"]})
    community = LearningCommunity(
        id="k-1", name="Contoh", kind=CommunityKind.ONLINE, members=frozenset({"b", "a", "c"}), movers=frozenset("a")
    )
    assert ["a", "b", "c"] == to_plain(community)["members"]
    assert community == from_plain(to_plain(community))


def test_pairs_are_lists_of_two() -> None:
    assert [["service", "ramah"]] == to_plain(PLAN)["expectations"]
    assert PLAN == from_plain(to_plain(PLAN))
    track = Track(BATANG, ((DAY, 1), (date(2022, 7, 1), Fraction(3, 2)), (date(2022, 7, 2), None)))
    assert [["2022-06-30", "1"], ["2022-07-01", "3/2"], ["2022-07-02", None]] == to_plain(track)["points"]
    assert track == from_plain(to_plain(track))


def test_none_is_written_and_need_not_be() -> None:
    plain = to_plain(Teacher(id="t-1", role=Role.HEAD, workplace=BATANG))
    assert [None] * 6 == [plain[key] for key in ("level", "subject", "employment", "nip", "nuptk", "name")]
    short = {"kind": "teacher", "format": 1, "id": "t-1", "role": "head", "workplace": plain["workplace"]}
    assert from_plain(plain) == from_plain(short)


def test_a_table_is_written_as_what_it_is_made_from_and_ranked_again() -> None:
    figures = [Measurement.count(find(code), SCHOOLS_LOGGED_IN, 3, on=DAY) for code in ("33.25", "33.26")]
    table = rank(figures)
    plain = to_plain(table)
    assert not {"ranked", "places", "rows"} & set(plain)
    assert (table, table.places) == (from_plain(plain), from_plain(plain).places)


def test_a_target_and_movements_are_worked_out_again() -> None:
    codes = ("33.25", "33.26", "33.27")
    before = rank([Measurement.count(find(code), SCHOOLS_LOGGED_IN, n, on=DAY) for n, code in enumerate(codes)])
    later = date(2022, 7, 31)
    after = rank([Measurement.count(find(code), SCHOOLS_LOGGED_IN, 9 - n, on=later) for n, code in enumerate(codes)])
    moved = after.compare(before)
    target = after.target("33.27", rank=1, by=date(2022, 8, 31), since=before)
    assert (moved, moved.rows) == (from_plain(to_plain(moved)), from_plain(to_plain(moved)).rows)
    assert (target, target.to_pass) == (from_plain(to_plain(target)), from_plain(to_plain(target)).to_pass)
    assert {"table", "area", "rank", "by", "on", "since"} == set(to_plain(target)) - {"kind", "format"}
    plain = to_plain(target) | {"rank": 9, "by": "2022-07-01"}
    assert [("document", "no-such-place"), ("document", "deadline-passed")] == problems_of(plain)
    swapped = to_plain(moved) | {"before": to_plain(moved)["after"], "after": to_plain(moved)["before"]}
    assert [("document", "dates-reversed")] == problems_of(swapped)


def test_what_is_written_is_new_each_time() -> None:
    plain = to_plain(TEACHER)
    plain["workplace"]["kabupaten"].clear()
    assert TEACHER == from_plain(to_plain(TEACHER))


def mutables(plain: object) -> list[object]:
    """List every object and list of a document, at any depth."""
    if isinstance(plain, dict):
        return [plain, *(found for part in cast("dict[str, object]", plain).values() for found in mutables(part))]
    if isinstance(plain, list):
        return [plain, *(found for part in cast("list[object]", plain) for found in mutables(part))]
    return []


@pytest.mark.parametrize(
    "value",
    [
        find("Batang"),
        find_province("Jambi"),
        SCHOOLS_LOGGED_IN,
        SCHOOLS_LOGGED_IN.source,
        Measurement.share(find("Batang"), SCHOOLS_LOGGED_IN, 1, of=2, on=date(2022, 6, 30)),
        Plan(indicator=TEACHER_INDICATORS[0], competence=()),
    ],
    ids=lambda value: type(value).__name__,
)
def test_two_documents_share_no_part_that_could_be_changed(value: object) -> None:
    """Reference data is remembered; a caller who changes a document changes nobody else's."""
    first, second = to_plain(value), to_plain(value)
    assert first == second
    assert not {id(part) for part in mutables(first)} & {id(part) for part in mutables(second)}


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_write, "_REMEMBERED", 1)
    write = _write._remembering(lambda value: {"n": value, "inner": {"n": value}})
    values = [10**20 + step for step in range(3)]
    for _ in range(2):
        assert [{"n": value, "inner": {"n": value}} for value in values] == [write(value) for value in values]


def test_subclasses_of_built_ins_come_out_plain() -> None:
    class Word(StrEnum):
        KANDEMAN = "Kandeman"

    class Number(IntEnum):
        SEVEN = 7

    class Day(date):
        def isoformat(self) -> str:
            return "no"

    plain = to_plain(Team(kecamatan=Word.KANDEMAN, level=SchoolLevel.SD, left=Number.SEVEN, weight=Number.SEVEN))
    assert {"Kandeman", 7, "7"} == {plain["kecamatan"], plain["left"], plain["weight"]}
    assert {str, int} == {type(plain[key]) for key in ("kecamatan", "left", "weight")}
    measured = Measurement.count(BATANG, SCHOOLS_LOGGED_IN, 3, on=Day(2022, 6, 30))
    assert "2022-06-30" == to_plain(measured)["on"]
    assert "Sekolah Ñ" == to_plain(attrs.evolve(SCHOOL, name="Sekolah Ñ"))["name"]


# ---- cycles ----


def test_a_cycle_is_written_as_its_frame_and_its_events() -> None:
    plain = to_plain(CYCLE)
    policies = {key: part for key, part in to_plain(Policies()).items() if key not in {"kind", "format"}}
    assert {
        "employee": {"id": "G-17", "role": "teacher"},
        "superior": {"id": "K-3", "role": "head"},
        "period": "2024-S1",
        "process": {"key": "2024", "policies": policies},
        "calendar": "default",
    } == plain["frame"]
    assert ["plan-submitted"] == [event["kind"] for event in plain["events"]]
    assert CYCLE == from_plain(plain, PerformanceCycle)


def test_an_impossible_history_is_refused_with_every_reason() -> None:
    plain = to_plain(CYCLE)
    plain["events"].append({"kind": "plan-approved", "on": "2024-01-10", "by": {"id": "G-17", "role": "teacher"}})
    found = problems_of(plain)
    assert {"events[1]"} == {path for path, _ in found}
    assert "impossible-history" == found[0][1]
    assert {"wrong-actor", "own-approval", "before-last-event"} <= {code for _, code in found}


def test_a_bad_event_and_a_bad_frame_are_told_together() -> None:
    plain = to_plain(CYCLE)
    plain["events"][0]["plan"]["competence"][0]["count"] = "4"
    plain["events"][0]["on"] = "2024-02-30"
    plain["frame"]["superior"]["role"] = "kepala"
    assert [
        ("frame.superior.role", "unknown-choice"),
        ("events[0].on", "no-such-day"),
        ("events[0].plan.competence[0].count", "wrong-type"),
    ] == problems_of(plain)


def test_an_event_may_be_expected_as_such_or_as_any_event() -> None:
    plain = to_plain(SUBMITTED)
    assert SUBMITTED == from_plain(plain, CycleEvent) == from_plain(plain, PlanSubmitted)
    assert SUBMITTED == from_plain(plain, "plan-submitted")
    assert [("kind", "unexpected-kind")] == problems_of(to_plain(CYCLE), CycleEvent)


@pytest.mark.parametrize("event", EVENT_TYPES, ids=lambda event: event.__name__)
def test_every_event_is_a_kind(event: Any) -> None:
    assert kinds()[event.kind.value] is event


def test_another_reading_of_the_rules_comes_back() -> None:
    process = PROCESS_2024.choosing(Policies(observation=ObservationDays.AS_SCHEDULED))
    cycle = PerformanceCycle.open(employee=GURU, superior=KEPALA, period=OPENED.period, process=process)
    plain = to_plain(cycle)
    assert "as-scheduled" == plain["frame"]["process"]["policies"]["observation"]
    assert process == from_plain(plain, PerformanceCycle).process
    assert PROCESS_2024 is from_plain({"kind": "process", "format": 1, "key": "2024"})
    assert PROCESS_2024 is from_plain(to_plain(PROCESS_2024))


@pytest.mark.parametrize(
    "process",
    [
        Process(key="2026", mark="S", rows=PROCESS_2024.rows),
        Process(key="2024", mark="S", rows=PROCESS_2024.rows[:3]),
        Process(key="2024", mark="X", rows=PROCESS_2024.rows),
    ],
    ids=["key", "rows", "mark"],
)
def test_a_process_of_the_callers_own_cannot_be_written(process: Process) -> None:
    with pytest.raises(InvalidValueError) as caught:
        to_plain(process)
    assert ("unknown-process",) == caught.value.codes
    assert [("key", "unknown-choice")] == problems_of({"kind": "process", "format": 1, "key": "2026"})


def test_a_calendar_of_the_callers_own_is_written_in_full() -> None:
    own = PeriodCalendar(CALENDAR.schemes)
    frame = Frame(employee=GURU, superior=KEPALA, period=OPENED.period, process=PROCESS_2024, calendar=own)
    plain = to_plain(frame)
    assert ["semesters-2024", "annual-2025", "annual-from-2026"] == [
        scheme["key"] for scheme in plain["calendar"]["schemes"]
    ]
    assert frame == from_plain(plain, Frame)
    assert frame.phases[Phase.PLANNING] == from_plain(plain, Frame).phases[Phase.PLANNING]
    same = attrs.evolve(frame, calendar=PeriodCalendar(CALENDAR.schemes, CALENDAR.extensions))
    assert "default" == to_plain(same)["calendar"]
    assert [("calendar", "unknown-choice")] == problems_of(plain | {"calendar": "mine"})
    assert [("calendar.schemes", "empty")] == problems_of(plain | {"calendar": {"schemes": list[Any]()}})
    assert [("calendar", "wrong-type")] == problems_of(plain | {"calendar": 2024})
    unknown = problems_of(plain | {"period": "2031-S1"})
    assert [("document", "unknown-period")] == unknown


# ---- strictness: nothing is converted ----

WRONG: list[tuple[dict[str, Any], str, object, str]] = [
    (PACE, "days", "7", "wrong-type"),
    (PACE, "days", True, "bool-for-int"),
    (PACE, "days", 7.0, "float-for-exact"),
    (PACE, "days", float("nan"), "float-for-exact"),
    (PACE, "days", None, "wrong-type"),
    (PACE, "days", [7], "wrong-type"),
    (PACE, "days", Decimal(7), "wrong-type"),
    (PACE, "days", 10**60, "out-of-range"),
    (PACE, "days", -(10**60), "out-of-range"),
    (PACE, "days", 10**9999, "out-of-range"),
    (PACE, "days", 0, "too-small"),
    (TEAM, "kecamatan", 5, "wrong-type"),
    (TEAM, "kecamatan", None, "wrong-type"),
    (TEAM, "kecamatan", b"Kandeman", "wrong-type"),
    (TEAM, "kecamatan", SchoolLevel.SD, "wrong-type"),
    (TEAM, "kecamatan", "", "empty"),
    (TEAM, "kecamatan", "\ud800", "malformed"),
    (TEAM, "kecamatan", "x" * 100_001, "over-limit"),
    (TEAM, "level", "SD", "unknown-choice"),
    (TEAM, "level", "", "unknown-choice"),
    (TEAM, "level", None, "wrong-type"),
    (TEAM, "level", SchoolLevel.SD, "wrong-type"),
    (TEAM, "weight", 1, "wrong-type"),
    (TEAM, "weight", True, "wrong-type"),
    (TEAM, "weight", 0.5, "float-for-exact"),
    (TEAM, "weight", Fraction(1, 2), "wrong-type"),
    (TEAM, "weight", "2/4", "malformed"),
    (TEAM, "weight", "9" * 61, "out-of-range"),
    (TEAM, "weight", "9" * 10_000, "out-of-range"),
    (TEAM, "weight", "1E+61", "out-of-range"),
    (TEAM, "weight", "NaN", "malformed"),
    (TEAM, "weight", "-1", "negative"),
    ({"kind": "pmm-progress", "format": 1}, "logged_in", 1, "wrong-type"),
    ({"kind": "pmm-progress", "format": 1}, "logged_in", "true", "wrong-type"),
    ({"kind": "pmm-progress", "format": 1}, "logged_in", None, "wrong-type"),
    ({"kind": "run", "format": 1, "last": "2022-07-01", "tables": 1}, "first", "20220630", "malformed"),
    ({"kind": "run", "format": 1, "last": "2022-07-01", "tables": 1}, "first", "2022-W26-4", "malformed"),
    ({"kind": "run", "format": 1, "last": "2022-07-01", "tables": 1}, "first", "2022-06-30T00:00", "malformed"),
    ({"kind": "run", "format": 1, "last": "2022-07-01", "tables": 1}, "first", "2022-06-31", "no-such-day"),
    ({"kind": "run", "format": 1, "last": "2022-07-01", "tables": 1}, "first", "0000-01-01", "no-such-day"),
    ({"kind": "run", "format": 1, "last": "2022-07-01", "tables": 1}, "first", DAY, "wrong-type"),
    ({"kind": "run", "format": 1, "last": "2022-07-01", "tables": 1}, "first", datetime(2022, 6, 30), "wrong-type"),  # noqa: DTZ001
    ({"kind": "weekend-only", "format": 1}, "days_off", "sunday", "wrong-type"),
    ({"kind": "weekend-only", "format": 1}, "days_off", ("sunday",), "wrong-type"),
    ({"kind": "weekend-only", "format": 1}, "days_off", {"sunday"}, "wrong-type"),
    ({"kind": "weekend-only", "format": 1}, "days_off", ["sunday", "sunday"], "duplicate"),
    ({"kind": "period", "format": 1}, "text", " 2024-S1", "malformed"),
    ({"kind": "period", "format": 1}, "text", "2024S1", "malformed"),
    ({"kind": "period", "format": 1}, "text", "", "empty"),
    ({"kind": "period", "format": 1}, "text", 2024, "wrong-type"),
    ({"kind": "window", "format": 1}, "text", "2024-02-01..2024-01-01", "window-reversed"),
    ({"kind": "nip", "format": 1}, "text", "19860926 201505 1 001", "malformed"),
    ({"kind": "belajar-account", "format": 1}, "text", "Ani@guru.sd.belajar.id", "malformed"),
    ({"kind": "kabupaten-code", "format": 1}, "text", "3325", "malformed"),
]


@pytest.mark.parametrize(
    ("document", "key", "value", "code"),
    WRONG,
    ids=[f"{number}-{key}-{code}" for number, (_, key, _, code) in enumerate(WRONG)],
)
def test_nothing_is_converted(document: dict[str, Any], key: str, value: object, code: str) -> None:
    assert [(key, code)] == problems_of(document | {key: value})


@pytest.mark.parametrize(
    "data",
    [None, 1, "period", b"{}", ["kind"], (), set[str](), OrderedDict(PACE), MappingProxyType(PACE), TEACHER],
    ids=lambda data: type(data).__name__,
)
def test_only_an_object_is_a_document(data: object) -> None:
    assert [("document", "wrong-type")] == problems_of(data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({}, [("kind", "missing-key"), ("format", "missing-key")]),
        ({"kind": 1, "format": "1"}, [("kind", "wrong-type"), ("format", "wrong-type")]),
        ({"kind": "Pace", "format": True}, [("kind", "unknown-kind"), ("format", "wrong-type")]),
        (PACE | {"kind": "cycle-event"}, [("kind", "unknown-kind")]),
        (PACE | {"kind": "a b"}, [("kind", "unknown-kind")]),
        (PACE | {"format": 0}, [("format", "too-small")]),
        (PACE | {"format": -1}, [("format", "too-small")]),
        (PACE | {"format": 2}, [("format", "newer-format")]),
        (PACE | {"format": 10**4000}, [("format", "newer-format")]),
        (PACE | {"format": 1.0}, [("format", "wrong-type")]),
    ],
)
def test_the_head_of_a_document_is_read_first(data: object, expected: list[tuple[str, str]]) -> None:
    assert expected == problems_of(data)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"day": 1}, ("day", "unknown-key")),
        ({"": 1}, ("document", "unknown-key")),
        ({"Ani Contoh": 1}, ("document", "unknown-key")),
        ({1: 1}, ("document", "wrong-type")),
        ({None: 1}, ("document", "wrong-type")),
        ({"text": "2024-S1"}, ("text", "unknown-key")),
    ],
)
def test_unknown_keys_are_refused(change: dict[Any, Any], expected: tuple[str, str]) -> None:
    assert [expected] == problems_of(PACE | change)


def test_a_text_alone_takes_no_other_key_and_must_be_there() -> None:
    assert [("text", "missing-key"), ("year", "unknown-key")] == problems_of({"kind": "period", "format": 1, "year": 1})
    assert [("year", "unknown-key")] == problems_of({"kind": "period", "format": 1, "text": "2024-S1", "year": 1})


def test_a_slip_of_the_pen_gets_a_hint() -> None:
    with pytest.raises(DecodeError) as caught:
        from_plain(PACE | {"dayss": 1})
    assert "dayss: must hold known keys only; did you mean days? [unknown-key]" == str(caught.value.problems[0])
    with pytest.raises(DecodeError) as caught:
        from_plain(PACE | {"kind": "paces"})
    assert "did you mean pace?" in str(caught.value)


def test_a_pair_must_be_a_list_of_two() -> None:
    plain = to_plain(PLAN)
    for pair, code in ((["service"], "malformed"), (["service", "ramah", 1], "malformed"), ("service", "wrong-type")):
        assert [("expectations[0]", code)] == problems_of(plain | {"expectations": [pair]})
    assert [("expectations[0][0]", "unknown-choice"), ("expectations[0][1]", "wrong-type")] == problems_of(
        plain | {"expectations": [["ramah", 1]]}
    )


def test_a_value_of_several_kinds_must_say_a_fitting_one() -> None:
    plain = to_plain(TEACHER)
    for workplace, expected in (
        ("20300001", ("workplace", "wrong-type")),
        ({}, ("workplace.kind", "missing-key")),
        ({"kind": 1}, ("workplace.kind", "wrong-type")),
        ({"kind": "sekolah"}, ("workplace.kind", "unknown-kind")),
        ({"kind": "pace", "units": 1, "days": 1}, ("workplace.kind", "unexpected-kind")),
    ):
        assert [expected] == problems_of(plain | {"workplace": workplace})
    assert [("progress.kind", "unknown-key")] == problems_of(plain | {"progress": {"kind": "pmm-progress"}})


def test_what_a_class_refuses_is_told_with_its_place() -> None:
    plain: dict[str, Any] = to_plain(TEACHER) | {"employment": "pppk"}
    assert [("nip", "nip-mismatch")] == problems_of(plain)
    plain["workplace"]["kabupaten"]["region_kind"] = "kota"
    plain["progress"] = {"topics_completed": 2}
    assert [
        ("workplace.kabupaten.region_kind", "kind-mismatch"),
        ("progress.logged_in", "skipped-step"),
    ] == problems_of(plain)


def test_all_problems_are_told_at_once() -> None:
    plain = to_plain(TEACHER)
    plain |= {"id": 17, "role": "guru", "nip": "1", "subject": 3, "umur": 40}
    del plain["workplace"]
    assert [
        ("id", "wrong-type"),
        ("role", "unknown-choice"),
        ("workplace", "missing-key"),
        ("subject", "wrong-type"),
        ("nip", "malformed"),
        ("umur", "unknown-key"),
    ] == problems_of(plain)


# ---- who asks ----


def test_another_kind_than_the_expected_is_refused() -> None:
    assert [("kind", "unexpected-kind")] == problems_of(PACE, Period)
    assert Pace(156, 7) == from_plain(PACE, Pace) == from_plain(PACE, "pace") == from_plain(PACE)


@pytest.mark.parametrize("kind", ["", "Pace", "cycle-event", int, Move, Table, Role])
def test_what_has_no_document_cannot_be_expected(kind: Any) -> None:
    if kind is Table:  # stands for what can be done with one
        assert [("kind", "unexpected-kind")] == problems_of(PACE, kind)
        return
    with pytest.raises(InvalidValueError) as caught:
        from_plain(PACE, kind)
    assert not isinstance(caught.value, DecodeError)
    assert ("unknown-kind",) == caught.value.codes


@pytest.mark.parametrize(("kind", "limits"), [(7, Limits()), (Pace, None), (Pace, 7)])
def test_a_wrong_question_is_a_wrong_type(kind: Any, limits: Any) -> None:
    with pytest.raises(WrongTypeError):
        from_plain(PACE, kind, limits=limits)


@pytest.mark.parametrize("value", [None, 7, "2024-S1", {}, Role.TEACHER, Pace, object(), ValueError("x")])
def test_only_values_of_the_library_are_written(value: Any) -> None:
    with pytest.raises(WrongTypeError) as caught:
        to_plain(value)
    assert ("wrong-type",) == caught.value.codes


def test_what_is_never_written_says_why() -> None:
    with pytest.raises(InvalidValueError, match="an arrow of a drawing") as caught:
        to_plain(Move("a", "b", "c"))
    assert ("no-document",) == caught.value.codes


def test_what_could_not_be_read_back_is_not_written() -> None:
    for value, code in (
        (Run(DAY, DAY, 10**60), "out-of-range"),
        (Team(kecamatan="\ud800", level=SchoolLevel.SD, left=1), "malformed"),
        (Track(BATANG, ((DAY, 10**60),)), "out-of-range"),
        (Track(BATANG, ((DAY, cast("Any", Decimal(1))),)), "wrong-type"),
    ):
        with pytest.raises(InvalidValueError) as caught:
            to_plain(value)
        assert (code,) == caught.value.codes


ANY_RUN, ANY_CODE = cast("Any", Run), cast("Any", Code)


@pytest.mark.parametrize(
    "value",
    [
        ANY_RUN(datetime(2022, 6, 30), DAY, 1),  # noqa: DTZ001
        ANY_RUN("2022-06-30", DAY, 1),
        ANY_RUN(DAY, DAY, True),
        ANY_RUN(DAY, DAY, "1"),
        ANY_RUN(DAY, DAY, 1.0),
        ANY_CODE(None, "a", "b"),
        ANY_CODE("a", 7, "b"),
        cast("Any", Resolution)(BATANG, "alias"),
        cast("Any", Resolution)(None, MatchedBy.ALIAS),
        cast("Any", NextStep)(kind=EventKind.PLAN_AGREED, by=(), window=None, open=1),
        cast("Any", Track)(BATANG, 7),
    ],
    ids=repr,
)
def test_a_value_that_its_class_did_not_check_is_not_written_either(value: object) -> None:
    with pytest.raises(WrongTypeError) as caught:
        to_plain(value)
    assert ("wrong-type",) == caught.value.codes


# ---- personal data ----


def test_personal_data_can_be_left_out() -> None:
    plain = to_plain(TEACHER, personal=False)
    assert not {"name", "nip", "nuptk", "account"} & set(plain)
    bare = attrs.evolve(TEACHER, name=None, nip=None, nuptk=None, account=None)
    assert bare == from_plain(plain)
    assert to_plain(TEACHER)["name"] == "Ani Contoh, S.Pd."


@pytest.mark.parametrize("value", [TEACHER.nip, TEACHER.nuptk, TEACHER.account])
def test_a_number_of_a_person_is_personal_as_a_whole(value: object) -> None:
    with pytest.raises(InvalidValueError) as caught:
        to_plain(value, personal=False)
    assert ("personal-data",) == caught.value.codes
    assert str(value) not in str(caught.value)


def test_the_number_of_a_school_is_not() -> None:
    assert "20300001" == to_plain(Npsn("20300001"), personal=False)["text"]


def test_personal_is_true_or_false() -> None:
    with pytest.raises(WrongTypeError):
        to_plain(TEACHER, personal=cast("Any", 0))


# ---- limits ----


def nested(depth: int) -> object:
    inner: object = 1
    for _ in range(depth):
        inner = [inner]
    return inner


@pytest.mark.parametrize("key", ["units", "text", "strange"])
def test_hostile_depth_is_never_followed(key: str) -> None:
    deep = nested(100_000)
    assert problems_of(PACE | {key: deep})
    assert problems_of({"kind": "plan", "format": 1, "indicator": deep, "competence": deep, "expectations": [deep]})
    assert problems_of(deep) == [("document", "wrong-type")]


def test_the_size_of_a_document_is_bounded() -> None:
    assert [("document", "over-limit")] == problems_of(PACE, limits=Limits(items=3))
    assert Pace(156, 7) == from_plain(PACE, limits=Limits(items=4))
    week = {"kind": "weekend-only", "format": 1, "days_off": ["sunday"] * 1_000}
    assert [("document", "over-limit")] == problems_of(week, limits=Limits(items=1_002))
    assert [("days_off", "duplicate")] == problems_of(week, limits=Limits(items=1_003))


def test_texts_and_digits_are_bounded() -> None:
    assert [("kecamatan", "over-limit")] == problems_of(TEAM, limits=Limits(text=7))
    assert [("units", "out-of-range")] == problems_of(PACE, limits=Limits(digits=2))
    assert [("weight", "out-of-range")] == problems_of(TEAM | {"weight": "1/100"}, limits=Limits(digits=2))


def test_the_problems_that_are_told_are_bounded() -> None:
    week = {"kind": "weekend-only", "format": 1, "days_off": [1] * 50}
    found = problems_of(week, limits=Limits(problems=3))
    assert [("days_off[0]", "wrong-type"), ("days_off[1]", "wrong-type"), ("days_off[2]", "wrong-type")] == found[:3]
    assert [("document", "over-limit")] == found[3:]
    assert 50 == len(problems_of(week))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"items": 0}, "too-small"),
        ({"text": 0}, "too-small"),
        ({"digits": 0}, "too-small"),
        ({"digits": 61}, "too-large"),
        ({"problems": 0}, "too-small"),
        ({"items": True}, "bool-for-int"),
        ({"text": "9"}, "wrong-type"),
    ],
)
def test_limits_are_checked(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Limits(**changes)
    assert (code,) == caught.value.codes


# ---- the error ----

ERROR = DecodeError("pace document", (Problem("days", "missing-key", "must be given"),))


def test_the_error_is_what_a_caller_expects() -> None:
    assert isinstance(ERROR, PmmError)
    assert isinstance(ERROR, ValueError)
    assert not isinstance(ERROR, TypeError)
    assert "pmm_core.codec" == type(ERROR).__module__
    assert "invalid pace document: days: must be given [missing-key]" == str(ERROR)
    assert ("missing-key",) == ERROR.codes


def again(error: DecodeError) -> DecodeError:
    back: DecodeError = pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own bytes
    return back


@pytest.mark.parametrize("through", [again, copy.copy, copy.deepcopy], ids=["pickle", "copy", "deepcopy"])
def test_the_error_survives(through: Callable[[DecodeError], DecodeError]) -> None:
    back = through(ERROR)
    assert type(back) is DecodeError
    assert (str(ERROR), repr(ERROR), ERROR.problems) == (str(back), repr(back), back.problems)


def test_the_error_takes_notes() -> None:
    error = copy.copy(ERROR)
    error.add_note("row 3")
    assert ["row 3"] == error.__notes__


def test_a_value_in_a_place_that_is_not_its_own_is_not_written() -> None:
    class Other(School):  # type: ignore[misc] # pyright: ignore[reportGeneralTypeIssues]
        """A subclass, which no type checker lets through."""

    school = Other(npsn=SCHOOL.npsn, level=SCHOOL.level, kabupaten=BATANG)
    object.__setattr__(teacher := attrs.evolve(TEACHER), "workplace", school)
    with pytest.raises(WrongTypeError):
        to_plain(teacher)
