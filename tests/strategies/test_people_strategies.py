"""The strategies for people and communities: only valid values, every form reached, near-misses refused."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import pytest
from hypothesis import Phase, find as simplest, given, settings, strategies as st
from hypothesis.errors import InvalidArgument

from pmm_core.communities import Activity, Attendance, CommunityKind, Headcount, LearningCommunity
from pmm_core.errors import PmmError
from pmm_core.people import AccountRole, EmploymentStatus, NipForm, PmmProgress, Role, School, SchoolLevel, Teacher
from pmm_core.regions import find
from pmm_core.testing._communities import (
    COMMUNITIES_NEAR_MISSES,
    activities,
    attendances,
    headcounts,
    learning_communities,
)
from pmm_core.testing._identifiers import belajar_accounts, niks, nips, npsns, nuptks
from pmm_core.testing._near_miss import NearMiss
from pmm_core.testing._people import PEOPLE_NEAR_MISSES, progresses, schools, teachers

T = TypeVar("T")
STRICT = settings(suppress_health_check=[], max_examples=200)  # a strategy that filters or dawdles fails here
EVERY: tuple[st.SearchStrategy[Any], ...] = (
    *(nips(), niks(), nuptks(), npsns(), belajar_accounts(), schools(), progresses(), teachers()),
    *(learning_communities(), headcounts(), attendances(), activities()),
)


REACH = settings(database=None, max_examples=1000, phases=[Phase.generate])


def first(strategy: st.SearchStrategy[T]) -> T:
    """The simplest example; no database, since Hypothesis would file all these under one key."""
    return simplest(strategy, anything, settings=settings(database=None))


def reached(strategy: st.SearchStrategy[T], condition: Callable[[T], bool]) -> T:
    """Any example that meets a condition, without the cost of shrinking it."""
    return simplest(strategy, condition, settings=REACH)


def anything(_: object) -> bool:
    return True


@STRICT
@given(st.data())
def test_nothing_is_filtered(data: st.DataObject) -> None:
    for strategy in EVERY[:5]:
        data.draw(strategy)


@STRICT
@given(teachers(), schools(), progresses())
def test_people_are_not_filtered(teacher: Teacher, school: School, progress: PmmProgress) -> None:
    assert teacher.kabupaten.key
    assert school.level in SchoolLevel
    assert progress.topic_count == 4


@STRICT
@given(learning_communities(), activities())
def test_communities_are_not_filtered(community: LearningCommunity, activity: Activity) -> None:
    assert community.size == len(community.members)
    assert (activity.first_day is None) is (activity.days == ())


@given(st.data())
def test_arguments_are_met(data: st.DataObject) -> None:
    assert NipForm.PPPK is data.draw(nips(form=NipForm.PPPK)).form
    assert NipForm.PNS is data.draw(nips(form=NipForm.PNS)).form
    role = data.draw(st.sampled_from(AccountRole))
    assert role is data.draw(belajar_accounts(role=role)).role
    kabupaten = find("33.25")
    school = data.draw(schools(kabupaten=st.just(kabupaten), level=SchoolLevel.SMP))
    assert (kabupaten, SchoolLevel.SMP) == (school.kabupaten, school.level)
    head = data.draw(teachers(role=Role.HEAD, workplace=st.just(school)))
    assert (Role.HEAD, school) == (head.role, head.school)
    assert 2 == data.draw(progresses(topic_count=2)).topic_count
    kind = data.draw(st.sampled_from(CommunityKind))
    assert kind is data.draw(learning_communities(kind=kind)).kind


@pytest.mark.parametrize("form", NipForm)
def test_both_forms_of_the_number_come_by_themselves(form: NipForm) -> None:
    assert form is reached(nips(), lambda nip: nip.form is form).form


@pytest.mark.parametrize("status", EmploymentStatus)
def test_every_employment_comes_with_its_number(status: EmploymentStatus) -> None:
    found = reached(teachers(), lambda one: one.employment is status and (one.nip is not None or not status.is_asn))
    assert (found.nip is None) is not status.is_asn


def test_regions_of_every_sort_are_reached() -> None:
    assert reached(niks(), lambda nik: nik.region_known).region is not None
    assert not reached(niks(), lambda nik: not nik.region_known).region_known


def test_accounts_of_unknown_domains_are_reached_and_those_of_pupils_are_not() -> None:
    assert reached(belajar_accounts(), lambda account: account.role is None).level is None
    assert AccountRole.PUPIL is first(belajar_accounts(role=AccountRole.PUPIL)).role


def test_the_simplest_come_first() -> None:
    assert PmmProgress() == first(progresses())
    assert (None, None) == (first(schools()).name, first(schools()).kecamatan)
    assert Role.TEACHER is first(teachers()).role
    assert CommunityKind.ONLINE is first(learning_communities()).kind
    assert Attendance() == first(attendances())
    assert Headcount(Role.TEACHER, None) == first(headcounts())
    assert () == first(activities()).days


def test_what_seeds_tell_is_reached() -> None:
    assert reached(attendances(), lambda came: came.offline is not None and came.online is None).online is None
    several = reached(activities(), lambda each: len(each.days) > 1 and each.sessions is not None)
    assert several.first_day != several.last_day
    assert isinstance(reached(teachers(), lambda one: one.school is not None).workplace, School)


WRONG: dict[str, st.SearchStrategy[Any]] = {
    "form of a NIP": nips(form=cast("Any", "pns")),
    "role of an account": belajar_accounts(role=cast("Any", "teacher")),
    "kabupaten of a school": schools(kabupaten=cast("Any", find("33.25"))),
    "level of a school": schools(level=cast("Any", "sd")),
    "role of a teacher": teachers(role=cast("Any", "teacher")),
    "workplace of a teacher": teachers(workplace=cast("Any", find("33.25"))),
    "a text for a number of topics": progresses(topic_count=cast("Any", "4")),
    "fewer than no topics": progresses(topic_count=-1),
    "kind of a community": learning_communities(kind=cast("Any", "online")),
}


@pytest.mark.parametrize("strategy", WRONG.values(), ids=WRONG)
def test_a_wrong_argument_is_refused_when_a_value_is_drawn(strategy: st.SearchStrategy[Any]) -> None:
    with pytest.raises(InvalidArgument):
        first(strategy)


MISSES = (*PEOPLE_NEAR_MISSES, *COMMUNITIES_NEAR_MISSES)


_MISS_IDS = [f"{miss.code}: {miss.why} ({index})" for index, miss in enumerate(MISSES)]


@pytest.mark.parametrize("miss", MISSES, ids=_MISS_IDS)
def test_near_misses_are_refused_for_their_code(miss: NearMiss) -> None:
    with pytest.raises(PmmError) as caught:
        miss.provoke()
    assert miss.code in caught.value.codes


def test_near_misses_cover_every_code_of_people_and_communities() -> None:
    people = {
        *("malformed", "no-such-day", "impossible-part", "too-young", "appointed-later", "nip-mismatch"),
        *("personal-id", "pupil-account", "skipped-step", "no-topic-left", "goes-back", "too-large", "too-small"),
        *("negative", "funnel-widens", "duplicate", "empty", "wrong-type", "bool-for-int", "float-for-exact"),
        "datetime-for-date",
    }
    communities = {
        *("seat-mismatch", "forum-mismatch", "already-member", "not-member", "already-mover", "not-mover"),
        *("other-school", "other-kabupaten", "role-excluded", "attendance-sum", "duplicate", "negative", "malformed"),
        *("personal-id", "too-small", "empty", "wrong-type", "bool-for-int", "float-for-exact", "datetime-for-date"),
    }
    assert people == {miss.code for miss in PEOPLE_NEAR_MISSES}
    assert communities == {miss.code for miss in COMMUNITIES_NEAR_MISSES}
