"""The rules of the communities name what is there and rest on works that are listed."""

from pmm_core import communities
from pmm_core.communities._rules import RULES
from pmm_core.sources import Certainty, works


def test_the_door_shows_what_it_lists() -> None:
    assert sorted(communities.__all__) == dir(communities)


def test_every_rule_rests_on_a_listed_work() -> None:
    assert [] == [rule.key for rule in RULES if rule.source not in works()]
    assert {"communities"} == {rule.key.split(".")[0] for rule in RULES}


def test_the_three_kinds_are_those_of_the_seed() -> None:
    found = next(rule for rule in RULES if rule.key == "communities.kinds")
    assert Certainty.SEED is found.certainty
