"""Enums with their wording in both languages."""

import pytest

from pmm_core._labels import Labelled, labelled


@labelled(UP=("naik", "up"), DOWN=("turun", "down"))
class Way(Labelled):
    UP = "up"
    DOWN = "down"


class OtherWay(Labelled):
    UP = "up"


def test_every_member_carries_both_labels() -> None:
    assert [("naik", "up"), ("turun", "down")] == [(way.label_id, way.label_en) for way in Way]


def test_a_member_is_shown_without_its_value() -> None:
    assert repr(Way.UP) == "Way.UP"


def test_members_of_two_enums_with_one_text_are_not_equal() -> None:
    assert {Way.UP: 1, OtherWay.UP: 2} == {OtherWay.UP: 2, Way.UP: 1}
    assert len({Way.UP, OtherWay.UP}) == 2


@pytest.mark.parametrize(
    "labels",
    [
        {},
        {"UP": ("naik", "up")},
        {"DOWN": ("turun", "down"), "UP": ("naik", "up")},
        {"UP": ("naik", "up"), "DOWN": ("turun", "down"), "SIDE": ("samping", "side")},
    ],
    ids=["none", "missing", "another order", "too many"],
)
def test_labels_that_differ_from_the_members_fail_at_import(labels: dict[str, tuple[str, str]]) -> None:
    class Fresh(Labelled):
        UP = "up"
        DOWN = "down"

    with pytest.raises(TypeError, match="Fresh: labels and members differ"):
        labelled(**labels)(Fresh)
