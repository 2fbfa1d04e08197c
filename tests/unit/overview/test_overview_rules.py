"""The rules of overview name what the door shows, and say where they come from."""

from pmm_core import overview
from pmm_core.overview._rules import RULES
from pmm_core.sources import Certainty, works


def test_every_public_name_is_under_a_rule() -> None:
    named = {name for rule in RULES for name in rule.applies_to}
    assert {f"pmm_core.overview.{name}" for name in overview.__all__} == named


def test_the_door_shows_what_it_lists() -> None:
    assert sorted(overview.__all__) == dir(overview)


def test_keys_are_unique_and_begin_with_the_concept() -> None:
    keys = [rule.key for rule in RULES]
    assert len(set(keys)) == len(keys)
    assert {"overview"} == {key.split(".")[0] for key in keys}


def test_every_rule_rests_on_a_listed_work_and_ours_say_why() -> None:
    assert [] == [rule.key for rule in RULES if rule.source not in works()]
    assert all(rule.note for rule in RULES if rule.certainty is Certainty.DESIGN)


def test_what_is_not_ours() -> None:
    others = {rule.key: rule.certainty for rule in RULES if rule.certainty is not Certainty.DESIGN}
    assert {
        "overview.closing": Certainty.SECONDARY,
        "overview.one-cycle-each": Certainty.RECALLED,
    } == others
