"""The guard: whatever public value a door lists can be drawn by its type, and by a strategy that has a name."""

import copy
import pickle
from collections.abc import Callable, Hashable, Iterable, Sized
from importlib import import_module
from inspect import getdoc, isclass, isfunction, signature
from pkgutil import iter_modules
from typing import Any, Final, get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

import pmm_core
from pmm_core import testing
from pmm_core._labels import Labelled
from pmm_core.cycle import CycleEvent
from pmm_core.testing import NearMiss, _plugin

ELSEWHERE: Final = frozenset({"frames"})  # the kit must not need narwhals; tests/engines draws what is public there
CONCEPTS: Final = [
    found.name for found in iter_modules(pmm_core.__path__) if found.ispkg and found.name not in ELSEWHERE
]
PUBLIC: Final[dict[type[Any], str]] = {
    thing: f"{concept}.{name}"
    for concept in CONCEPTS
    for door in [import_module(f"pmm_core.{concept}")]
    for name in door.__all__
    if isclass(thing := getattr(door, name))
}
ENUMS: Final = sorted((kind for kind in PUBLIC if issubclass(kind, Labelled)), key=PUBLIC.__getitem__)
VALUES: Final = sorted(
    (kind for kind in PUBLIC if attrs.has(kind) and not issubclass(kind, Exception)), key=PUBLIC.__getitem__
)
NAMED: Final[dict[str, Callable[..., st.SearchStrategy[Any]]]] = {
    name: thing
    for name in testing.__all__
    if isfunction(thing := getattr(testing, name))
    and get_origin(get_type_hints(thing).get("return")) is st.SearchStrategy
}
# what a door lists and no named strategy gives, each with the reason
EXCUSED: Final[dict[str, str]] = {}
NO_COPIES: Final = {NearMiss: "holds a call, which cannot be pickled"}
FEW: Final = settings(
    max_examples=6,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module", autouse=True)
def _registered() -> None:
    """Do what Hypothesis does by itself where the library is installed."""
    _plugin.register()


def named(kind: type[Any]) -> str:
    return PUBLIC[kind]


@pytest.mark.parametrize("kind", VALUES, ids=named)
def test_every_public_value_can_be_drawn_by_its_type_and_survives_copying(kind: type[Any]) -> None:
    assert kind in dict(_plugin._STRATEGIES), "Hypothesis would guess, and guess wrong"

    @FEW
    @given(st.from_type(kind))
    def check(value: Any) -> None:
        assert isinstance(value, kind)
        assert type(value) is kind or kind is CycleEvent
        if kind not in NO_COPIES:
            assert value == pickle.loads(pickle.dumps(value))  # noqa: S301 -- our own bytes
            assert value == copy.copy(value) == copy.deepcopy(value)

    check()


@pytest.mark.parametrize("kind", ENUMS, ids=named)
def test_every_member_of_every_public_enum_is_drawn_by_its_type(kind: type[Labelled]) -> None:
    seen: set[Labelled] = set()

    @settings(max_examples=3 * len(kind), database=None, deadline=None)
    @given(st.from_type(kind))
    def draw(member: Labelled) -> None:
        seen.add(member)

    draw()
    assert set(kind) == seen


def parts(hint: Any) -> Iterable[Any]:
    """The types that a strategy of such values gives, alone or in rows."""
    if get_origin(hint) in {tuple, list}:
        return [part for argument in get_args(hint) for part in parts(argument)]
    return [hint]


GIVEN: Final = {
    part for make in NAMED.values() for hint in get_args(get_type_hints(make)["return"]) for part in parts(hint)
}


@pytest.mark.parametrize("kind", VALUES, ids=named)
def test_every_public_value_has_a_strategy_with_a_name(kind: type[Any]) -> None:
    by_kind = issubclass(kind, CycleEvent) and "kind" in signature(testing.events).parameters
    assert (kind in GIVEN or by_kind) is not (PUBLIC[kind] in EXCUSED)


def test_no_excuse_is_left_over() -> None:
    assert set(EXCUSED) <= set(PUBLIC.values())


@pytest.mark.parametrize("name", NAMED)
def test_a_strategy_is_plural_keyword_only_and_told_with_an_example(name: str) -> None:
    make = NAMED[name]
    assert name.endswith("s")
    assert {"KEYWORD_ONLY"} >= {parameter.kind.name for parameter in signature(make).parameters.values()}
    text = getdoc(make) or ""
    assert "Returns:" in text
    assert ">>>" in text
    assert ("Args:" in text) is bool(signature(make).parameters)
    assert all(f"\n    {parameter}: " in text for parameter in signature(make).parameters)


@pytest.mark.parametrize("kind", [Hashable, Sized, Iterable], ids=lambda kind: kind.__name__)
def test_types_of_others_are_drawn_as_before(kind: type[Any]) -> None:
    """What registers a type registers it for its bases too; a test of somebody else's must not meet our tables."""

    @settings(max_examples=200, database=None, derandomize=True)
    @given(st.from_type(kind))
    def check(value: object) -> None:
        assert not type(value).__module__.startswith("pmm_core")

    check()
