"""Every rule names what carries it out, and everything that states a rule is named by one."""

import enum
import importlib
import inspect
from collections.abc import Iterable, Mapping
from types import MappingProxyType, ModuleType, SimpleNamespace
from typing import Any

import pytest

from pmm_core.errors import WrongTypeError
from pmm_core.people import SchoolLevel
from pmm_core.rulebook import rules
from pmm_core.sources import Certainty, Rule, works

CONCEPTS = (
    "pmm_core.regions",
    "pmm_core.calendar",
    "pmm_core.people",
    "pmm_core.communities",
    "pmm_core.appraisal",
    "pmm_core.credit",
    "pmm_core.programmes",
    "pmm_core.cycle",
    "pmm_core.ranking",
    "pmm_core.overview",
    "pmm_core.holidays",
)

# Public things that carry figures or hold results and state no rule of their own, each with the reason.
PLAIN: Mapping[str, str] = MappingProxyType(
    {
        "pmm_core.cycle.Move": "an arrow of a drawing of the tables",
        "pmm_core.cycle.NextStep": "an answer read off the tables",
        "pmm_core.cycle.graphviz": "draws the tables",
        "pmm_core.cycle.inner_moves": "reads the tables",
        "pmm_core.cycle.markdown": "writes the tables",
        "pmm_core.cycle.mermaid": "draws the tables",
        "pmm_core.cycle.outer_moves": "reads the tables",
    }
)


def doors() -> list[ModuleType]:
    return [importlib.import_module(name) for name in CONCEPTS]


def resolve(name: str) -> object:
    """Return what a public dotted name stands for; raises where a part of it is private or missing."""
    parts = name.split(".")
    if any(part.startswith("_") for part in parts):
        raise AttributeError(f"{name} is private")
    home: Any = importlib.import_module(parts[0])
    for index, part in enumerate(parts[1:], start=2):
        if inspect.ismodule(home):
            try:
                home = importlib.import_module(".".join(parts[:index]))
            except ModuleNotFoundError:
                if part not in home.__all__:
                    raise AttributeError(f"{name}: no door lists {part}") from None
                home = getattr(home, part)
        else:
            home = getattr(home, part)
    return home


def states_rules(door: Any) -> Iterable[str]:
    """List what a door offers that could state a rule: classes, functions and constants, but no bare type alias."""
    for name in door.__all__:
        thing = getattr(door, name)
        if isinstance(thing, type) or inspect.isroutine(thing) or name.isupper():
            yield f"{door.__name__}.{name}"


def unnamed(door: Any, known: Iterable[Rule], plain: Iterable[str]) -> list[str]:
    """List what no rule names and no list excuses; naming a method or member names its owner."""
    named = {".".join(name.split(".")[:3]) for rule in known for name in rule.applies_to}
    return [name for name in states_rules(door) if name not in named and name not in set(plain)]


def test_there_are_rules_of_every_concept() -> None:
    assert {rule.key.split(".")[0] for rule in rules()} >= {"regions", "people", "ranking"}


def test_every_key_is_there_once() -> None:
    keys = [rule.key for rule in rules()]
    assert sorted(set(keys)) == sorted(keys)


def test_every_source_is_in_the_bibliography() -> None:
    assert [] == [rule.key for rule in rules() if rule.source not in works()]


def test_every_work_of_the_bibliography_carries_a_rule_or_is_data() -> None:
    carrying = {rule.source.key for rule in rules()}
    assert carrying
    assert carrying <= {work.key for work in works()}


@pytest.mark.parametrize("certainty", Certainty)
def test_rules_can_be_listed_by_certainty(certainty: Certainty) -> None:
    assert tuple(rule for rule in rules() if rule.certainty is certainty) == rules(certainty=certainty)


@pytest.mark.parametrize("wrong", ["design", "official", 3, True])
def test_rules_are_not_listed_by_a_text(wrong: Any) -> None:
    with pytest.raises(WrongTypeError) as caught:
        rules(certainty=wrong)
    assert (("certainty", "wrong-type"),) == tuple((each.path, each.code) for each in caught.value.problems)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.key)
def test_what_carries_a_rule_out_is_public_and_there(rule: Rule) -> None:
    for name in rule.applies_to:
        resolve(name)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.key)
def test_a_rule_of_our_own_says_why(rule: Rule) -> None:
    assert rule.certainty is not Certainty.DESIGN or rule.note.strip(), "a decision of ours needs its reason"


@pytest.mark.parametrize("door", doors(), ids=lambda door: door.__name__)
def test_everything_that_could_state_a_rule_is_named_by_one(door: ModuleType) -> None:
    assert [] == unnamed(door, rules(), PLAIN)


def test_every_excuse_is_still_needed_and_has_a_reason() -> None:
    offered = {name for door in doors() for name in unnamed(door, rules(), ())}
    assert [] == [name for name in PLAIN if name not in offered]
    assert all(reason.strip() for reason in PLAIN.values())


class Made(enum.Enum):
    UP = 1


def test_a_made_up_constant_enum_and_function_are_caught() -> None:
    door = SimpleNamespace(__name__="pmm_core.made", __all__=["LIMIT", "Made", "decide"])
    door.LIMIT, door.Made, door.decide = 5, Made, resolve
    assert ["pmm_core.made.LIMIT", "pmm_core.made.Made", "pmm_core.made.decide"] == unnamed(door, rules(), ())
    assert ["pmm_core.made.Made"] == unnamed(door, rules(), ("pmm_core.made.LIMIT", "pmm_core.made.decide"))


@pytest.mark.parametrize(
    "name",
    ["pmm_core.people._level.SchoolLevel", "pmm_core.people.Nobody", "pmm_core.people.SchoolLevel.XX", "pmm_core.x"],
)
def test_a_private_or_missing_name_is_caught(name: str) -> None:
    with pytest.raises(AttributeError):
        resolve(name)


def test_a_member_of_a_public_class_is_found() -> None:
    assert resolve("pmm_core.people.SchoolLevel.SD") is SchoolLevel.SD
