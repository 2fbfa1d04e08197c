"""Counting teachers per kabupaten."""

from collections.abc import Iterator
from typing import Any, cast

import pytest

from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.people import AdoptionTally, PmmProgress, Role, Teacher, count_adoption
from pmm_core.regions import find

BATANG, BLITAR = find("33.25"), find("35.05")
NEW = PmmProgress()
INSIDE = NEW.register_account().log_in()
ANY = cast("Any", count_adoption)
ANY_TALLY = cast("Any", AdoptionTally)


def teacher(number: int, progress: PmmProgress = NEW, **changes: Any) -> Teacher:
    fields: dict[str, Any] = {"id": f"t-{number}", "role": Role.TEACHER, "workplace": BATANG, "progress": progress}
    return Teacher(**(fields | changes))


def tally(**changes: Any) -> AdoptionTally:
    fields = {"kabupaten": BATANG, "people": 3, "accounts": 2, "logged_in": 2, "topics": (1, 1, 0, 0)}
    built: AdoptionTally = ANY_TALLY(**(fields | changes))
    return built


def people() -> Iterator[Teacher]:
    yield teacher(1)
    yield teacher(2, INSIDE)
    yield teacher(3, INSIDE.complete_topic().complete_topic())
    yield teacher(4, INSIDE, role=Role.HEAD)
    yield teacher(5, NEW.register_account(), workplace=BLITAR)


def test_each_step_holds_those_who_went_further() -> None:
    expected = (
        tally(),
        tally(kabupaten=BLITAR, people=1, accounts=1, logged_in=0, topics=(0, 0, 0, 0)),
    )
    assert expected == count_adoption(people())


def test_heads_are_counted_where_they_are_asked_for() -> None:
    assert [4, 1] == [each.people for each in count_adoption(people(), roles=[Role.TEACHER, Role.HEAD])]


def test_kabupaten_are_listed_in_any_case_where_they_are_asked_for() -> None:
    empty = count_adoption([], among=[BLITAR, BATANG])
    assert ["33.25", "35.05"] == [each.kabupaten.key for each in empty]
    assert [0, 0] == [each.people for each in empty]
    assert () == count_adoption([])


@pytest.mark.parametrize("topics", [1_001, 10**12, 10**59])
def test_more_topics_than_anybody_has_are_refused_before_anything_is_counted(topics: int) -> None:
    with pytest.raises(InvalidValueError) as caught:
        count_adoption(iter(()), topics=topics, among=[BATANG])
    assert [("topics", "too-large")] == [(each.path, each.code) for each in caught.value.problems]
    assert (0,) * 1_000 == count_adoption([], topics=1_000, among=[BATANG])[0].topics


def test_as_many_topics_as_asked_for() -> None:
    most = PmmProgress(account_registered=True, logged_in=True, topics_completed=6, topic_count=6)
    assert (1,) * 6 == count_adoption([teacher(1, most)], topics=6)[0].topics
    assert () == count_adoption([teacher(1, most)], topics=0)[0].topics
    assert (1, 1) == count_adoption([teacher(1, most)], topics=2)[0].topics


def test_nobody_is_counted_twice() -> None:
    with pytest.raises(InvalidValueError) as caught:
        count_adoption([teacher(1), teacher(2), teacher(1), teacher(1)])
    assert [("teachers[2]", "duplicate"), ("teachers[3]", "duplicate")] == [
        (each.path, each.code) for each in caught.value.problems
    ]
    assert ["has the id of teachers[0]"] * 2 == [each.message for each in caught.value.problems]


def test_every_wrong_argument_is_told_at_once() -> None:
    with pytest.raises(WrongTypeError) as caught:
        ANY("t-1", roles=["teacher"], topics=True, among=["33.25"])
    assert ["topics", "roles[0]", "among[0]", "teachers"] == [each.path for each in caught.value.problems]


def test_what_is_no_teacher_is_told_with_its_place() -> None:
    with pytest.raises(WrongTypeError) as caught:
        ANY([teacher(1), "t-2", None])
    assert ["teachers[1]", "teachers[2]"] == [each.path for each in caught.value.problems]


@pytest.mark.parametrize(
    ("changes", "paths"),
    [
        ({"people": 1}, ["accounts"]),
        ({"topics": (3, 4)}, ["topics[0]", "topics[1]"]),
        ({"topics": [1]}, ["topics"]),
        ({"accounts": -1}, ["accounts"]),
        ({"kabupaten": "33.25"}, ["kabupaten"]),
    ],
)
def test_a_tally_only_narrows(changes: dict[str, Any], paths: list[str]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        tally(**changes)
    assert paths == [each.path for each in caught.value.problems]
