"""Communities over frames are counted as communities of the core, on every engine."""

from datetime import date, datetime
from typing import Any

import pytest
from carriers import Carrier
from hypothesis import example, given, strategies as st
from own_rows import Row, community_row, few, in_order, measurement_row

from pmm_core import find
from pmm_core.communities import CommunityKind, LearningCommunity
from pmm_core.errors import WrongTypeError
from pmm_core.frames import COMMUNITIES, registered_communities
from pmm_core.ranking import measure_communities
from pmm_core.regions import Kabupaten
from pmm_core.testing import kabupatens, learning_communities

DAY = date(2022, 11, 24)
JAMBI = find("Batanghari")


def online(number: int, *, at: Kabupaten | None = JAMBI, on: date | None = DAY) -> LearningCommunity:
    return LearningCommunity(id=f"k-{number}", name="Berbagi", kind=CommunityKind.ONLINE, seat=at, registered_on=on)


SOME = [
    online(1),
    online(2, on=date(2022, 11, 25)),
    online(3, on=None),
    online(4, at=None),
    online(5, at=find("Kota Jambi"), on=date(2021, 12, 31)),
    LearningCommunity(id="k-6", name="KKG", kind=CommunityKind.BETWEEN_SCHOOLS, seat=JAMBI, registered_on=DAY),
]


class TestCommunities:
    """Law: rows are counted as the objects that they stand for."""

    def test_over_any_communities(self, carrier: Carrier) -> None:
        @few(carrier)
        @given(
            st.lists(learning_communities(), max_size=12, unique_by=lambda community: community.id),
            st.dates(date(2021, 1, 1), date(2025, 1, 1)),
            st.none() | st.sampled_from(CommunityKind),
            st.lists(kabupatens(), max_size=3),
        )
        @example(SOME, DAY, None, [find("Muaro Jambi"), JAMBI])
        @example(SOME, DAY, CommunityKind.ONLINE, [])
        def check(known: list[LearningCommunity], on: date, kind: CommunityKind | None, among: list[Kabupaten]) -> None:
            frame = carrier.frame([*map(community_row, known)], COMMUNITIES)
            found = registered_communities(frame, on=on, kind=kind, among=among)
            wanted = measure_communities(known, on=on, kind=kind, among=among)
            assert isinstance(found, carrier.kind())
            assert in_order(map(measurement_row, wanted)) == carrier.rows(found)

        check()


def test_a_code_that_is_none_stays_visible_with_a_reason(carrier: Carrier) -> None:
    row: Row = community_row(online(1)) | {"kabupaten": "1504"}
    found = registered_communities(carrier.frame([row], COMMUNITIES), on=DAY)
    assert [("1504", 1, None, "unknown-region")] == [
        (each["area"], each["numerator"], each["denominator"], each["reason"]) for each in carrier.rows(found)
    ]


def test_all_problems_are_told_at_once(carrier: Carrier) -> None:
    frame = carrier.frame([community_row(online(1))], COMMUNITIES, only=("id", "kabupaten"))
    wrong: Any = {"on": datetime(2022, 11, 24), "kind": "online", "among": "33.25"}  # noqa: DTZ001
    with pytest.raises(WrongTypeError) as caught:
        registered_communities(frame, **wrong)
    assert [
        ("on", "datetime-for-date"),
        ("kind", "wrong-type"),
        ("among", "wrong-type"),
        ("communities[kind]", "missing-column"),
        ("communities[registered_on]", "missing-column"),
    ] == [(problem.path, problem.code) for problem in caught.value.problems]
