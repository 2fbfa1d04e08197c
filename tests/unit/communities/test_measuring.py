"""Counting communities, and the measurements that ranking makes of the counts."""

from datetime import date, datetime
from typing import Any, cast

import pytest

from pmm_core.communities import CommunityKind, CommunityTally, LearningCommunity, count_communities
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.people import PmmProgress, Role, Teacher
from pmm_core.ranking import (
    ACCOUNTS_ACTIVATED,
    ADOPTION,
    COMMUNITIES_REGISTERED,
    SCHOOLS_LOGGED_IN,
    TEACHERS_LOGGED_IN,
    TOPIC_2_COMPLETED,
    Measurement,
    rank,
)
from pmm_core.ranking._counting import measure_adoption, measure_communities
from pmm_core.regions import find, kabupatens

BATANGHARI, MUARO_JAMBI = find("Batanghari"), find("Muaro Jambi")
DAY = date(2022, 11, 24)
MOMENT = datetime(2022, 11, 24)  # noqa: DTZ001 -- what must be refused


def community(number: int, **changes: Any) -> LearningCommunity:
    fields: dict[str, Any] = {"id": f"k-{number}", "name": "Kombel", "kind": CommunityKind.ONLINE}
    fields |= {"seat": BATANGHARI, "registered_on": DAY}
    return LearningCommunity(**(fields | changes))


def teacher(number: int, step: int, **changes: Any) -> Teacher:
    progress = PmmProgress(account_registered=step > 0, logged_in=step > 1, topics_completed=max(0, step - 2))
    fields: dict[str, Any] = {"id": f"t-{number}", "role": Role.TEACHER, "workplace": BATANGHARI, "progress": progress}
    return Teacher(**(fields | changes))


def test_batanghari_is_first_of_11_with_144() -> None:
    jambi = kabupatens(province="Jambi")
    table = rank(measure_communities((community(number) for number in range(144)), on=DAY, among=jambi))
    assert (1, 144, 11) == (table.of("Batanghari").rank, table.of("Batanghari").measurement.numerator, table.size)


def test_only_what_is_registered_by_the_day_and_has_a_kabupaten_counts() -> None:
    given = [
        community(1),
        community(2, registered_on=None),
        community(3, registered_on=date(2022, 11, 25)),
        community(4, seat=None),
        community(5, kind=CommunityKind.BETWEEN_SCHOOLS, seat=MUARO_JAMBI),
    ]
    assert (CommunityTally(BATANGHARI, 1), CommunityTally(MUARO_JAMBI, 1)) == count_communities(given, on=DAY)
    between = count_communities(given, on=DAY, kind=CommunityKind.BETWEEN_SCHOOLS, among=[BATANGHARI])
    assert (CommunityTally(BATANGHARI, 0), CommunityTally(MUARO_JAMBI, 1)) == between


def test_no_community_is_counted_twice() -> None:
    with pytest.raises(InvalidValueError) as caught:
        count_communities([community(1), community(2), community(1, seat=MUARO_JAMBI), community(2)], on=DAY)
    assert [("communities[2]", "duplicate"), ("communities[3]", "duplicate")] == [
        (each.path, each.code) for each in caught.value.problems
    ]
    assert ["has the id of communities[0]", "has the id of communities[1]"] == [
        each.message for each in caught.value.problems
    ]


def test_every_wrong_argument_of_counting_is_told() -> None:
    call = cast("Any", count_communities)
    with pytest.raises(WrongTypeError) as caught:
        call(3, on=MOMENT, kind="online", among=[None])
    assert ["on", "kind", "among[0]", "communities"] == [each.path for each in caught.value.problems]
    with pytest.raises(WrongTypeError) as caught:
        call([community(1), "k-2"], on=DAY)
    assert ["communities[1]"] == [each.path for each in caught.value.problems]
    with pytest.raises(WrongTypeError):
        cast("Any", CommunityTally)("33.25", 1.0)


def test_the_steps_of_adoption_are_measured() -> None:
    people = (teacher(number, step) for number, step in enumerate((0, 1, 2, 4, 6)))
    found = measure_adoption(people, on=DAY)
    assert [4, 3, 2, 2, 1, 1] == [each.numerator for each in found]
    assert list(ADOPTION.steps) == [each.metric for each in found]
    assert {5} == {each.denominator for each in found}
    assert (1, 1, 0, 1, 0) == ADOPTION.read(found).lost


def test_one_step_is_measured_where_one_is_asked_for() -> None:
    people = [teacher(1, 2), teacher(2, 3, role=Role.HEAD)]
    asked = [TOPIC_2_COMPLETED, TEACHERS_LOGGED_IN]
    found = measure_adoption(people, on=DAY, metrics=asked, roles=list(Role), among=[MUARO_JAMBI])
    assert [(0, 2), (0, 0), (2, 2), (0, 0)] == [(each.numerator, each.denominator) for each in found]


def test_what_is_no_step_is_refused() -> None:
    with pytest.raises(InvalidValueError) as caught:
        measure_adoption([], on=DAY, metrics=[ACCOUNTS_ACTIVATED, SCHOOLS_LOGGED_IN])
    assert [("metrics[1]", "wrong-metric")] == [(each.path, each.code) for each in caught.value.problems]


def test_every_wrong_argument_of_measuring_is_told() -> None:
    call = cast("Any", measure_adoption)
    with pytest.raises(WrongTypeError) as caught:
        call([], on=MOMENT, metrics=["x"])
    assert ["on", "metrics[0]"] == [each.path for each in caught.value.problems]


def test_a_measurement_of_communities_is_a_count() -> None:
    assert (Measurement.count(BATANGHARI, COMMUNITIES_REGISTERED, 1, on=DAY),) == measure_communities(
        [community(1)], on=DAY
    )
