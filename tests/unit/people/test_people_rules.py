"""The rules of the people name what is there and rest on works that are listed."""

from pmm_core import people
from pmm_core.people._rules import RULES
from pmm_core.sources import Certainty, works


def test_the_door_shows_what_it_lists() -> None:
    assert sorted(people.__all__) == dir(people)


def test_every_rule_rests_on_a_listed_work() -> None:
    assert [] == [rule.key for rule in RULES if rule.source not in works()]
    assert {"people"} == {rule.key.split(".")[0] for rule in RULES}


def test_who_must_use_performance_management_is_official() -> None:
    found = next(rule for rule in RULES if rule.key == "people.performance-management")
    assert Certainty.OFFICIAL is found.certainty
    assert "pmm_core.people.obligation" in found.applies_to


def test_what_only_pages_and_public_code_tell_is_secondary() -> None:
    sure = {rule.key: rule.certainty for rule in RULES}
    told = ("people.nik", "people.nip-pns", "people.performance-management-supervisors")
    assert [Certainty.SECONDARY] * 3 == [sure[key] for key in told]
