"""Sources, rules and how sure they are."""

from datetime import date, datetime
from typing import Any, cast

import attrs
import pytest

from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.sources import Certainty, Rule, Source, _works, works

NOTE = Source(key="note-1", title="A note", locator="page 3", certainty=Certainty.RECALLED)
RULE = Rule(key="ranking.ties", statement="Ties share a place.", applies_to=("pmm_core.rank",), source=NOTE)


def test_what_no_source_says_is_no_law() -> None:
    assert [Certainty.RECALLED, Certainty.DESIGN] == [certainty for certainty in Certainty if not certainty.is_law]


def test_certainty_falls_in_the_order_of_its_members() -> None:
    assert ["official", "seed", "secondary", "recalled", "design"] == [certainty.value for certainty in Certainty]


def test_a_source_says_title_day_certainty_and_place() -> None:
    dated = attrs.evolve(NOTE, issued=date(2024, 1, 11))
    assert str(dated) == "A note, 2024-01-11 (recalled; page 3)"


def test_a_source_without_a_day_leaves_it_out() -> None:
    assert str(NOTE) == "A note (recalled; page 3)"


def test_a_rule_says_its_statement_and_what_stands_behind_it() -> None:
    assert str(RULE) == "Ties share a place. [recalled: A note]"


def test_a_rule_is_as_sure_as_its_source() -> None:
    assert Certainty.RECALLED is RULE.certainty


@pytest.mark.parametrize("key", ["a", "a-b", "a.b-2", "2022", "kepmendagri-300.2.2-2138-2025"])
def test_keys_are_words_and_numbers_joined_by_hyphens_or_dots(key: str) -> None:
    assert key == attrs.evolve(NOTE, key=key).key
    assert key == attrs.evolve(RULE, key=key).key


@pytest.mark.parametrize("key", ["A", "a b", "-a", "a-", "a--b", "a_b", "a\n", "é", "٣"])
@pytest.mark.parametrize("value", [NOTE, RULE], ids=["source", "rule"])
def test_any_other_key_is_malformed(value: Any, key: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(value, key=key)
    assert caught.value.codes == ("malformed",)


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"key": ""}, "key", "empty"),
        ({"key": None}, "key", "wrong-type"),
        ({"title": " "}, "title", "empty"),
        ({"locator": 3}, "locator", "wrong-type"),
        ({"certainty": "official"}, "certainty", "wrong-type"),
        ({"issued": "2024-01-11"}, "issued", "wrong-type"),
        ({"issued": datetime(2024, 1, 11)}, "issued", "datetime-for-date"),  # noqa: DTZ001 -- any datetime is refused
    ],
)
def test_a_source_refuses_what_it_cannot_hold(changes: dict[str, Any], path: str, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(NOTE, **changes)
    assert [(path, code)] == [(problem.path, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"key": ""}, "key", "empty"),
        ({"statement": ""}, "statement", "empty"),
        ({"applies_to": ()}, "applies_to", "empty"),
        ({"applies_to": ["pmm_core.rank"]}, "applies_to", "wrong-type"),
        ({"applies_to": "pmm_core.rank"}, "applies_to", "wrong-type"),
        ({"applies_to": ("pmm_core.rank", "")}, "applies_to[1]", "empty"),
        ({"source": "note-1"}, "source", "wrong-type"),
        ({"note": None}, "note", "wrong-type"),
    ],
)
def test_a_rule_refuses_what_it_cannot_hold(changes: dict[str, Any], path: str, code: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(RULE, **changes)
    assert [(path, code)] == [(problem.path, problem.code) for problem in caught.value.problems]


def test_all_problems_come_at_once_and_one_of_type_makes_it_a_type_error() -> None:
    with pytest.raises(WrongTypeError) as caught:
        attrs.evolve(RULE, key="A", statement="", source=cast("Source", None))
    assert caught.value.codes == ("malformed", "empty", "wrong-type")


def test_the_bibliography_lists_each_work_once() -> None:
    keys = [work.key for work in works()]
    assert sorted(set(keys)) == sorted(keys)


def test_the_bibliography_holds_every_work_that_has_a_name() -> None:

    named = [value for value in vars(_works).values() if isinstance(value, Source)]
    assert list(works()) == named
