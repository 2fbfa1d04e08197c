"""The laws of documents: what is written is read back, and whatever is read becomes a value or one error."""

import copy
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeGuard

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

from pmm_core.codec import DecodeError, from_plain, kinds, to_plain
from pmm_core.codec._kinds import PERSONAL
from pmm_core.ranking import Pace
from pmm_core.testing import documents
from pmm_core.testing._plugin import register

FEW = settings(
    max_examples=4,
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
PACE: dict[str, Any] = {"kind": "pace", "format": 1, "units": 156, "days": 7}
CYCLE: dict[str, Any] = {
    "kind": "performance-cycle",
    "format": 1,
    "frame": {
        "employee": {"id": "G-17", "role": "teacher"},
        "superior": {"id": "K-3", "role": "head"},
        "period": "2024-S1",
        "process": {"key": "2024"},
    },
    "events": [],
}


@pytest.fixture(scope="module", autouse=True)
def _registered() -> None:
    """Do what Hypothesis does by itself where the library is installed."""
    register()


def is_object(data: Any) -> TypeGuard[dict[Any, Any]]:
    return type(data) is dict


def is_list(data: Any) -> TypeGuard[list[Any]]:
    return type(data) is list


def is_plain(data: Any) -> bool:
    if is_object(data):
        return all(type(key) is str and is_plain(part) for key, part in data.items())
    if is_list(data):
        return all(map(is_plain, data))
    return data is None or type(data) in {str, int, bool}


@pytest.mark.parametrize("kind", kinds())
def test_a_value_of_every_kind_is_read_back_as_it_was(kind: str) -> None:
    """``from_plain(to_plain(value)) == value``, also through text, and what is written is plain and always the same."""
    builds = kinds()[kind]

    @FEW
    @given(st.from_type(builds))
    def check(value: Any) -> None:
        plain = to_plain(value)
        assert is_plain(plain)
        assert (kind, 1) == (plain["kind"], plain["format"])
        through_text = json.loads(json.dumps(plain))
        assert plain == through_text
        before = copy.deepcopy(plain)
        back = from_plain(through_text, builds)
        assert value == back
        assert type(value) is type(back)
        assert plain == to_plain(back) == before

    check()


@pytest.mark.parametrize("kind", sorted(set(kinds()) - PERSONAL))
def test_a_document_without_personal_data_is_one(kind: str) -> None:
    """It is read like every other, and writing what was read leaves nothing more out."""

    @FEW
    @given(st.from_type(kinds()[kind]))
    def check(value: Any) -> None:
        bare = to_plain(value, personal=False)
        assert bare == to_plain(from_plain(bare, kind), personal=False)

    check()


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**61, -1, 0, 1])
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["", "2024-02-30", "2024-S1", "7/2", "NaN", "1E+9999", "teacher", "kabupaten", "\ud800", "Ⅷ"])
)
JSON_LIKE = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
STRANGE = st.sampled_from(
    [b"x", (), (1,), {1}, frozenset("a"), {1: 2}, {None: 1}, date(2024, 1, 1), Decimal("NaN"), Fraction(1), object, ...]
)


def read_or_refused(data: object) -> None:
    """Read it; if it becomes a value, that is one which can be written, and if not, the error says why."""
    refused: DecodeError | None = None
    value: object = None
    try:
        value = from_plain(data)
    except DecodeError as error:
        refused = error
    if refused is None:
        assert value == from_plain(to_plain(value))
    else:
        assert refused.problems
        assert all(problem.path and problem.message for problem in refused.problems)
        assert str(refused)


class TestAnything:
    """Whatever is read becomes a value or a `DecodeError`; nothing else is ever raised."""

    @given(JSON_LIKE | STRANGE)
    @example({})
    @example({"kind": "pace", "format": 1})
    @example({"kind": [], "format": {}})
    @example({"kind": "track", "format": 1, "area": {"kind": "group"}, "points": [[None]]})
    def test_any_data_at_all(self, data: object) -> None:
        read_or_refused(data)

    @given(st.sampled_from(tuple(kinds())), st.dictionaries(st.text(max_size=8), JSON_LIKE | STRANGE, max_size=4))
    @example("pace", {})
    @example("period", {"text": None})
    def test_any_body_of_any_kind(self, kind: str, body: dict[Any, Any]) -> None:
        read_or_refused({"kind": kind, "format": 1, **body})

    @given(st.data())
    def test_any_document_in_which_things_went_wrong(self, data: st.DataObject) -> None:
        document = copy.deepcopy(data.draw(documents()))
        for _ in range(data.draw(st.integers(1, 3))):
            spoil(data.draw, document)
        read_or_refused(document)


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Go through every place of a document: what it stands in, and its key or index."""
    steps: list[tuple[Any, Any]] = []
    if is_object(data):
        steps = list(data.items())
    elif is_list(data):
        steps = list(enumerate(data))
    for step, part in steps:
        yield data, step
        yield from places(part)


def spoil(draw: Any, document: dict[str, Any]) -> None:
    """Let one thing go wrong: something lost, renamed, added, repeated, of another type, or put elsewhere."""
    found = [(home, step) for home, step in places(document) if step not in {"kind", "format"}]
    if not found:
        return
    home, step = draw(st.sampled_from(found))
    what = draw(st.sampled_from(["drop", "retype", "nest", "swap", "rename or repeat", "add"]))
    if what == "drop":
        del home[step]
    elif what == "nest":
        home[step] = draw(st.sampled_from([[home[step]], {"kind": home[step]}, {"text": home[step]}]))
    elif what == "swap":
        other, place = draw(st.sampled_from(found))
        home[step] = copy.deepcopy(other[place]) if other is not home else None
    elif what == "rename or repeat" and is_object(home):
        home[f"{step}s"] = home.pop(step)
    elif what == "rename or repeat" and is_list(home):
        home.append(copy.deepcopy(home[step]))
    elif what == "add" and is_object(home):
        home[draw(st.text(max_size=8))] = draw(JSON_LIKE)
    else:
        home[step] = copy.deepcopy(draw(LEAVES | STRANGE))  # what goes wrong next must not change the strategy


class TestStrictness:
    """A key more, a key less or another type is refused at its place, whatever the kind."""

    @given(documents(), st.from_regex(r"[a-z]{1,8}", fullmatch=True))
    @example(PACE, "day")
    def test_an_unknown_key_is_refused(self, document: dict[str, Any], key: str) -> None:
        if key not in document and key not in optional(document):
            with pytest.raises(DecodeError) as caught:
                from_plain(document | {key: None})
            assert (key, "unknown-key") in [(problem.path, problem.code) for problem in caught.value.problems]

    @given(documents(), st.data())
    @example(PACE, None)
    def test_a_key_is_required_or_has_a_default(self, document: dict[str, Any], data: st.DataObject | None) -> None:
        keys = [key for key in document if key not in optional(document)]
        key = keys[-1] if data is None else data.draw(st.sampled_from(keys))
        with pytest.raises(DecodeError) as caught:
            from_plain({name: part for name, part in document.items() if name != key})
        assert (key, "missing-key") in [(problem.path, problem.code) for problem in caught.value.problems]

    @given(documents(), st.data())
    @example(PACE, None)
    def test_no_other_type_is_taken_for_a_value(self, document: dict[str, Any], data: st.DataObject | None) -> None:
        key = "days" if data is None else data.draw(st.sampled_from(sorted(set(document) - {"kind", "format"})))
        with pytest.raises(DecodeError) as caught:
            from_plain(document | {key: object()})
        assert [key] == [problem.path for problem in caught.value.problems]
        assert "wrong-type" in caught.value.codes


def optional(document: dict[str, Any]) -> set[str]:
    from pmm_core.codec._derive import shape_of_kind  # noqa: PLC0415 -- private
    from pmm_core.codec._shapes import RecordShape  # noqa: PLC0415 -- private

    shape = shape_of_kind(document["kind"])
    return {field.key for field in shape.fields if not field.required} if isinstance(shape, RecordShape) else set()


class TestReplay:
    """A history is read event by event, so that reading and living through it are one."""

    @given(documents(kind="performance-cycle"), st.data())
    @example(CYCLE, None)
    def test_every_beginning_of_a_history_is_one(self, document: dict[str, Any], data: st.DataObject | None) -> None:
        events = document["events"]
        size = len(events) if data is None else data.draw(st.integers(0, len(events)))
        cycle = from_plain(document | {"events": events[:size]})
        assert events[:size] == to_plain(cycle)["events"]

    @given(documents(kind="performance-cycle"))
    @example(CYCLE)
    def test_what_happened_before_it_could_is_told_at_its_place(self, document: dict[str, Any]) -> None:
        last = {"kind": "cycle-closed", "on": "1999-01-01", "by": {"id": "nobody", "role": "teacher"}}
        with pytest.raises(DecodeError) as caught:
            from_plain(document | {"events": [*document["events"], last]})
        assert {f"events[{len(document['events'])}]"} == {problem.path for problem in caught.value.problems}
        assert "impossible-history" == caught.value.problems[0].code


def test_the_pinned_documents_are_sound() -> None:
    assert Pace(156, 7) == from_plain(PACE)
    assert CYCLE["frame"]["period"] == str(from_plain(CYCLE).period)
