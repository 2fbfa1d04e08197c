"""Strategies for learning communities and activities, and calls about them that are almost right."""

from datetime import date, datetime
from functools import cache
from typing import Any, Final, cast

from hypothesis import strategies as st

from pmm_core import communities
from pmm_core.communities import (
    Activity,
    ActivityKind,
    Attendance,
    AttendanceMode,
    CommunityKind,
    Forum,
    Headcount,
    LearningCommunity,
)
from pmm_core.people import Npsn, Role, School, SchoolLevel, Teacher
from pmm_core.regions import Kabupaten, find
from pmm_core.testing._near_miss import NearMiss
from pmm_core.testing._people import schools, teacher_ids
from pmm_core.testing._regions import kabupatens
from pmm_core.testing._shared import check_member, days

_SORTS: Final = tuple(
    (role, mode, group)
    for role in (Role.TEACHER, Role.HEAD, Role.SUPERVISOR)
    for mode in (None, *AttendanceMode)
    for group in ("", "IPS")
)
_MOST: Final = 200
_NAMES: Final = ("MGMP IPS SMP", "Kombel Contoh", "KKG Gugus 1")
_EVENTS: Final = ("Bimtek e-Kinerja PMM", "Coaching clinic")


def learning_communities(*, kind: CommunityKind | None = None) -> st.SearchStrategy[LearningCommunity]:
    """Generate learning communities (komunitas belajar) of every kind, each with a seat that fits.

    Args:
        kind: only this kind; any where it is left out.

    Returns:
        A strategy for communities; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(learning_communities(kind=CommunityKind.BETWEEN_SCHOOLS), lambda each: True).seat
    <Kabupaten 11.01 Kabupaten Aceh Selatan>
    """
    return _learning_communities(kind)


@cache
def _seats(kind: CommunityKind) -> st.SearchStrategy[School | Kabupaten | None]:
    if kind is CommunityKind.WITHIN_SCHOOL:
        return schools()
    return kabupatens() if kind is CommunityKind.BETWEEN_SCHOOLS else st.none() | kabupatens() | schools()


@st.composite
def _learning_communities(draw: st.DrawFn, kind: CommunityKind | None) -> LearningCommunity:
    check_member("kind", kind, CommunityKind)
    chosen = draw(st.sampled_from(CommunityKind)) if kind is None else kind
    forums = (None, *Forum) if chosen is CommunityKind.BETWEEN_SCHOOLS else (None,)
    ids = st.frozensets(teacher_ids(), max_size=5)
    return LearningCommunity(
        id=draw(st.integers(1, 999).map("k-{}".format)),
        name=draw(st.sampled_from(_NAMES)),
        kind=chosen,
        seat=draw(_seats(chosen)),
        forum=draw(st.sampled_from(forums)),
        members=draw(ids),
        movers=draw(ids),
        registered_on=draw(st.none() | days()),
    )


def headcounts() -> st.SearchStrategy[Headcount]:
    """Generate numbers of those who attended, known and unknown.

    Returns:
        A strategy for headcounts.

    >>> from hypothesis import find as simplest
    >>> simplest(headcounts(), lambda each: each.number is not None).number
    0
    """
    return st.builds(_headcount, st.sampled_from(_SORTS), st.none() | st.integers(0, _MOST))


def _headcount(sort: tuple[Role, AttendanceMode | None, str], number: int | None) -> Headcount:
    role, mode, group = sort
    return Headcount(role, number, mode=mode, group=group)


def attendances() -> st.SearchStrategy[Attendance]:
    """Generate attendances that add up: the truth is drawn first, then what of it is told.

    Returns:
        A strategy for attendances.

    >>> from hypothesis import find as simplest
    >>> simplest(attendances(), lambda each: each.total is not None).size
    0
    """
    return _attendances()


@st.composite
def _attendances(draw: st.DrawFn) -> Attendance:
    counts: list[Headcount] = []
    came = dict.fromkeys(AttendanceMode, 0)
    for sort in draw(st.lists(st.sampled_from(_SORTS), max_size=4, unique=True)):
        number = draw(st.integers(0, _MOST))
        online = draw(st.integers(0, number)) if sort[1] is None else number * (sort[1] is AttendanceMode.ONLINE)
        came[AttendanceMode.ONLINE] += online
        came[AttendanceMode.OFFLINE] += number - online
        counts.append(_headcount(sort, number if draw(st.booleans()) else None))
    told = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
    offline, online = came[AttendanceMode.OFFLINE], came[AttendanceMode.ONLINE]
    return Attendance(
        counts=tuple(counts),
        total=offline + online if told[0] else None,
        offline=offline if told[1] else None,
        online=online if told[2] else None,
    )


def activities() -> st.SearchStrategy[Activity]:
    """Generate activities (kegiatan) on no known day, one, or several.

    Returns:
        A strategy for activities.

    >>> from hypothesis import find as simplest
    >>> simplest(activities(), lambda each: True).kind
    ActivityKind.COACHING_CLINIC
    """
    return _activities()


@cache
def _places() -> st.SearchStrategy[Kabupaten | None]:
    return st.none() | kabupatens()


@st.composite
def _activities(draw: st.DrawFn) -> Activity:
    known = tuple(sorted(draw(st.frozensets(days(), max_size=3))))
    day_count = draw(st.none() | st.integers(max(1, len(known)), 5))
    least = max(1, len(known)) if day_count is None else day_count
    return Activity(
        kind=draw(st.sampled_from(ActivityKind)),
        name=draw(st.sampled_from(_EVENTS)),
        days=known,
        day_count=day_count,
        sessions=draw(st.none() | st.integers(least, 10)),
        attendance=draw(attendances()),
        kabupaten=draw(_places()),
        community=draw(st.sampled_from((None, "k-1"))),
    )


def _school(number: int) -> School:
    return School(npsn=Npsn(f"2030000{number}"), level=SchoolLevel.SMP, kabupaten=find("33.25"))


def _teacher(**changes: Any) -> Teacher:
    fields: dict[str, Any] = {"id": "t-1", "role": Role.TEACHER, "workplace": _school(1)}
    return Teacher(**(fields | changes))


def _community(**changes: Any) -> LearningCommunity:
    kind = CommunityKind.BETWEEN_SCHOOLS
    fields: dict[str, Any] = {"id": "k-1", "name": "MGMP IPS SMP", "kind": kind, "seat": find("33.25")}
    return LearningCommunity(**(fields | changes))


def _within() -> LearningCommunity:
    return _community(kind=CommunityKind.WITHIN_SCHOOL, seat=_school(2))


def _activity(**changes: Any) -> Activity:
    fields: dict[str, Any] = {"kind": ActivityKind.BIMTEK, "name": "Bimtek e-Kinerja"}
    return Activity(**(fields | changes))


_ANY: Final = cast("Any", communities)  # the door without its types, for calls that a type checker would refuse
_DAY: Final = date(2024, 1, 11)
_FORTY_FOUR: Final = (Headcount(Role.TEACHER, 40), Headcount(Role.HEAD, 3), Headcount(Role.SUPERVISOR, 1))

COMMUNITIES_NEAR_MISSES: Final[tuple[NearMiss, ...]] = (
    NearMiss("seat-mismatch", "within a kabupaten", lambda: _community(kind=CommunityKind.WITHIN_SCHOOL)),
    NearMiss("seat-mismatch", "between schools without a kabupaten", lambda: _community(seat=None)),
    NearMiss("forum-mismatch", "an MGMP online", lambda: _community(kind=CommunityKind.ONLINE, forum=Forum.MGMP)),
    NearMiss("already-member", "joins twice", lambda: _community().join(_teacher()).join(_teacher())),
    NearMiss("not-member", "leaves before joining", lambda: _community().leave("t-1")),
    NearMiss("already-mover", "appointed twice", lambda: _community().appoint(_teacher()).appoint(_teacher())),
    NearMiss("not-mover", "steps down before being appointed", lambda: _community().step_down("t-1")),
    NearMiss("other-school", "from the school next door", lambda: _within().join(_teacher())),
    NearMiss("other-kabupaten", "from Blitar", lambda: _community().join(_teacher(workplace=find("35.05")))),
    NearMiss("role-excluded", "staff of an office", lambda: _community().join(_teacher(role=Role.OFFICE_STAFF))),
    NearMiss("attendance-sum", "40 + 3 + 1 are not 45", lambda: Attendance(counts=_FORTY_FOUR, total=45)),
    NearMiss("attendance-sum", "207 and 1 in a total of 200", lambda: Attendance(total=200, offline=207, online=1)),
    NearMiss("duplicate", "teachers twice", lambda: Attendance(counts=(_FORTY_FOUR[0], _FORTY_FOUR[0]))),
    NearMiss(
        "duplicate", "counted twice", lambda: communities.count_communities([_community(), _community()], on=_DAY)
    ),
    NearMiss("negative", "fewer than nobody", lambda: Headcount(Role.TEACHER, -1)),
    NearMiss("malformed", "a day twice", lambda: _activity(days=(_DAY, _DAY))),
    NearMiss("malformed", "an address for an id", lambda: _community(id="kombel@guru.sd.belajar.id")),
    NearMiss("personal-id", "a number for a member", lambda: _community(members=frozenset({"198609262015051001"}))),
    NearMiss("too-small", "two days with one session", lambda: _activity(day_count=2, sessions=1)),
    NearMiss("empty", "no name", lambda: _community(name=" ")),
    NearMiss("wrong-type", "members in a list", lambda: _community(members=["t-1"])),
    NearMiss("wrong-type", "an id joins", lambda: cast("Any", _community()).join("t-1")),
    NearMiss("bool-for-int", "a yes for a number", lambda: Headcount(Role.TEACHER, True)),
    NearMiss("float-for-exact", "half a teacher", lambda: _ANY.Headcount(Role.TEACHER, 0.5)),
    NearMiss(
        "datetime-for-date",
        "a moment for a day",
        lambda: _activity(days=(datetime(2024, 1, 11),)),  # noqa: DTZ001 -- what must be refused
    ),
)
