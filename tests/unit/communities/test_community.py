"""Learning communities: where they are seated, who may join, and every reason why not."""

import copy
import pickle
from datetime import date, datetime
from typing import Any, cast

import attrs
import pytest
from placed import orders

from pmm_core.communities import CommunityKind, Forum, LearningCommunity
from pmm_core.errors import InvalidValueError, RefusedError, WrongTypeError
from pmm_core.people import Npsn, Role, School, SchoolLevel, Teacher
from pmm_core.regions import find

BATANG, BLITAR = find("33.25"), find("35.05")
ANY = cast("Any", LearningCommunity)


def school(number: int = 1, **changes: Any) -> School:
    fields: dict[str, Any] = {"npsn": Npsn(f"2030000{number}"), "level": SchoolLevel.SMP, "kabupaten": BATANG}
    return School(**(fields | changes))


def teacher(**changes: Any) -> Teacher:
    fields: dict[str, Any] = {"id": "t-1", "role": Role.TEACHER, "workplace": school()}
    return Teacher(**(fields | changes))


def community(**changes: object) -> LearningCommunity:
    fields = {"id": "mgmp", "name": "MGMP IPS SMP", "kind": CommunityKind.BETWEEN_SCHOOLS, "seat": BATANG}
    built: LearningCommunity = ANY(**(fields | changes))
    return built


MGMP = community(forum=Forum.MGMP)
WITHIN = community(id="dalam", kind=CommunityKind.WITHIN_SCHOOL, seat=school())
ONLINE = community(id="daring", kind=CommunityKind.ONLINE, seat=None)
OUTSIDE = {Role.OFFICE_HEAD, Role.OFFICE_STAFF, Role.AGENCY_STAFF, Role.TRAINER}


@pytest.mark.parametrize(
    ("kind", "seat", "fits"),
    [
        (CommunityKind.ONLINE, None, True),
        (CommunityKind.ONLINE, BATANG, True),
        (CommunityKind.ONLINE, school(), True),
        (CommunityKind.WITHIN_SCHOOL, school(), True),
        (CommunityKind.WITHIN_SCHOOL, BATANG, False),
        (CommunityKind.WITHIN_SCHOOL, None, False),
        (CommunityKind.BETWEEN_SCHOOLS, BATANG, True),
        (CommunityKind.BETWEEN_SCHOOLS, school(), False),
        (CommunityKind.BETWEEN_SCHOOLS, None, False),
    ],
)
def test_each_kind_has_its_seat(kind: CommunityKind, seat: Any, fits: bool) -> None:  # noqa: FBT001
    if fits:
        assert seat == community(kind=kind, seat=seat).seat
    else:
        with pytest.raises(InvalidValueError) as caught:
            community(kind=kind, seat=seat)
        assert ("seat-mismatch",) == caught.value.codes


def test_school_and_kabupaten_follow_from_the_seat() -> None:
    assert (school(), BATANG) == (WITHIN.school, WITHIN.kabupaten)
    assert (None, BATANG) == (MGMP.school, MGMP.kabupaten)
    assert (None, None) == (ONLINE.school, ONLINE.kabupaten)


@pytest.mark.parametrize("kind", [CommunityKind.ONLINE, CommunityKind.WITHIN_SCHOOL])
def test_a_forum_is_between_schools(kind: CommunityKind) -> None:
    with pytest.raises(InvalidValueError) as caught:
        community(kind=kind, seat=school(), forum=Forum.KKG)
    assert ("forum-mismatch",) == caught.value.codes


@pytest.mark.parametrize(
    ("where", "who", "codes"),
    [
        (MGMP, teacher(), ()),
        (MGMP, teacher(role=Role.SUPERVISOR, workplace=BATANG), ()),
        (MGMP, teacher(workplace=BLITAR), ("other-kabupaten",)),
        (MGMP, teacher(role=Role.TRAINER, workplace=BLITAR), ("role-excluded", "other-kabupaten")),
        (WITHIN, teacher(), ()),
        (WITHIN, teacher(workplace=school(name="SMPN 1 Contoh")), ()),  # the number tells schools apart
        (WITHIN, teacher(role=Role.HEAD), ()),
        (WITHIN, teacher(workplace=school(2)), ("other-school",)),
        (WITHIN, teacher(role=Role.SUPERVISOR, workplace=BATANG), ("other-school",)),
        (ONLINE, teacher(workplace=BLITAR), ()),
        (ONLINE, teacher(role=Role.OFFICE_HEAD), ("role-excluded",)),
        (
            attrs.evolve(WITHIN, members=frozenset({"t-1"})),
            teacher(role=Role.AGENCY_STAFF, workplace=BLITAR),
            ("role-excluded", "already-member", "other-school"),
        ),
    ],
)
def test_who_may_join_and_every_reason_why_not(where: LearningCommunity, who: Teacher, codes: tuple[str, ...]) -> None:
    reasons = where.refusals(who)
    assert codes == tuple(reason.code for reason in reasons)
    assert all(bool(reason.possible) is not (who.role in OUTSIDE and "other" in reason.code) for reason in reasons)
    if codes:
        with pytest.raises(RefusedError) as caught:
            where.join(who)
        assert (reasons, "join") == (caught.value.refusals, caught.value.action)
    else:
        assert who.id in where.join(who).members


OWN, ONE_ONLINE = "join the community of the own school", "join a community that is online in PMM"


@pytest.mark.parametrize(
    ("where", "who", "possible"),
    [
        (MGMP, teacher(workplace=BLITAR), ("join a community between schools of Kabupaten Blitar", ONE_ONLINE)),
        (
            WITHIN,
            teacher(workplace=school(2)),
            (OWN, "join a community between schools of Kabupaten Batang", ONE_ONLINE),
        ),
        (
            WITHIN,  # a supervisor of an office has no school of their own
            teacher(role=Role.SUPERVISOR, workplace=BLITAR),
            ("join a community between schools of Kabupaten Blitar", ONE_ONLINE),
        ),
        (WITHIN, teacher(role=Role.TRAINER, workplace=BLITAR), ()),
        (MGMP, teacher(role=Role.OFFICE_STAFF, workplace=BLITAR), ()),  # every kind is of educators
    ],
)
def test_a_refusal_names_other_communities_that_admit(
    where: LearningCommunity, who: Teacher, possible: tuple[str, ...]
) -> None:
    assert possible == where.refusals(who)[-1].possible


def test_a_role_that_is_not_admitted_is_told_which_are() -> None:
    (reason,) = ONLINE.refusals(teacher(role=Role.OFFICE_STAFF, workplace=BLITAR))
    assert ("join as teacher, head of school or school supervisor",) == reason.possible


def test_joining_and_leaving_give_new_values() -> None:
    joined = MGMP.join(teacher()).join(teacher(id="t-2"))
    assert (0, 2) == (MGMP.size, joined.size)
    assert frozenset({"t-2"}) == joined.leave("t-1").members
    with pytest.raises(RefusedError) as caught:
        joined.leave("t-1").leave("t-1")
    assert ("not-member",) == caught.value.codes


def test_a_mover_is_appointed_and_steps_down() -> None:
    moved = WITHIN.appoint(teacher(role=Role.SUPERVISOR, workplace=BATANG))
    assert (frozenset({"t-1"}), 0) == (moved.movers, moved.size)
    assert moved == moved.join(teacher()).leave("t-1")
    assert WITHIN == moved.step_down("t-1")
    with pytest.raises(RefusedError) as caught:
        WITHIN.step_down("t-1")
    assert ("not-mover",) == caught.value.codes
    with pytest.raises(RefusedError) as caught:
        moved.appoint(teacher(role=Role.TRAINER))
    assert ("role-excluded", "already-mover") == caught.value.codes


@pytest.mark.parametrize("verb", ["join", "refusals", "appoint"])
def test_only_people_join(verb: str) -> None:
    with pytest.raises(WrongTypeError):
        getattr(MGMP, verb)("t-1")


@pytest.mark.parametrize(("verb", "path"), [("leave", "member"), ("step_down", "mover")])
@pytest.mark.parametrize(
    ("given", "code"), [(1, "wrong-type"), ("", "empty"), ("a b", "malformed"), ("198609262015051001", "personal-id")]
)
def test_an_id_that_leaves_is_an_id(verb: str, path: str, given: object, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        getattr(MGMP, verb)(given)
    assert [(path, code)] == [(each.path, each.code) for each in caught.value.problems]


def test_every_problem_is_told_at_once() -> None:
    moment = datetime(2022, 11, 24)  # noqa: DTZ001 -- what must be refused
    with pytest.raises(WrongTypeError) as caught:
        community(
            id="", name=" x", kind="online", seat="33.25", forum="mgmp", members=[], movers={1}, registered_on=moment
        )
    expected = ["id", "name", "kind", "seat", "forum", "members", "movers", "registered_on"]
    assert expected == [each.path for each in caught.value.problems]


def test_the_ids_of_members_are_checked_and_not_repeated() -> None:
    with pytest.raises(InvalidValueError) as caught:
        community(members=frozenset({"198609262015051001"}), movers=frozenset({"ani@guru.sd.belajar.id"}))
    assert [("members[...]", "personal-id"), ("movers[...]", "malformed")] == [
        (each.path, each.code) for each in caught.value.problems
    ]
    assert "1986" not in str(caught.value)
    assert "ani" not in str(caught.value)


def test_what_is_wrong_with_ids_is_told_in_one_order_whatever_that_of_the_set() -> None:
    codes = ["empty", "malformed", "personal-id"]
    for given in orders("3325011203800001", "bad id", " "):
        with pytest.raises(WrongTypeError) as caught:
            community(members=given, movers=given | {None})
        assert [
            *(("members[...]", code) for code in codes),
            *(("movers[...]", code) for code in (*codes, "wrong-type")),
        ] == [(each.path, each.code) for each in caught.value.problems]


def test_a_seat_is_not_judged_before_the_kind_is_known() -> None:
    with pytest.raises(WrongTypeError) as caught:
        community(kind=None, seat=None, forum=Forum.MGMP)
    assert ["kind"] == [each.path for each in caught.value.problems]


def test_it_shows_id_kind_and_size() -> None:
    assert "<LearningCommunity mgmp between-schools, 0 members>" == repr(MGMP)


def test_it_is_a_value() -> None:
    twin, other = attrs.evolve(MGMP), attrs.evolve(MGMP, registered_on=date(2022, 11, 24))
    assert twin == MGMP
    assert other != MGMP
    assert 2 == len({MGMP, twin, other})
    for each in (copy.copy(MGMP), copy.deepcopy(MGMP), pickle.loads(pickle.dumps(MGMP))):  # noqa: S301 -- our own bytes
        assert MGMP == each
        assert hash(MGMP) == hash(each)
        assert repr(MGMP) == repr(each)
    with pytest.raises(InvalidValueError):
        attrs.evolve(MGMP, seat=None)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        cast("Any", MGMP).name = "x"
    with pytest.raises(TypeError):
        ANY("mgmp", "MGMP", CommunityKind.ONLINE)
