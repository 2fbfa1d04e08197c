"""The laws of JSON: a value comes back from every backend; whatever the bytes are, they become a value or one error."""

import json
from datetime import date
from typing import Any

from hypothesis import HealthCheck, example, given, settings, strategies as st

from pmm_core import Measurement, Period, find
from pmm_core.codec import DecodeError, Limits, kinds, to_plain
from pmm_core.errors import Problem
from pmm_core.json import Backend, dump_bytes, dumps, loads, parse
from pmm_core.ranking import TEACHERS_LOGGED_IN, Pace
from pmm_core.testing import _plugin, cycles, events, teachers

_plugin.register()

NAMES: tuple[Backend, ...] = ("orjson", "msgspec", "stdlib")
VALUES: st.SearchStrategy[Any] = st.sampled_from(tuple(kinds().values())).flatmap(st.from_type)
PERIOD = Period.parse("2024-S1")
FIGURE = Measurement.share(find("Kab. Batang"), TEACHERS_LOGGED_IN, 3960, of=6000, on=date(2022, 12, 23))
MANY = settings(max_examples=4 * settings().max_examples)
SLOW = settings(MANY, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

PLAIN: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)
PIECES = st.sampled_from(
    [
        *('{"kind":', '"period"', '"pace"', '"teacher"', '"format":1', '"text":', '"2024-S1"', '"units":', '"days":'),
        *(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            '"',
            "\\",
            "\\u",
            "\\ud800",
            "d83d",
            "null",
            "true",
            "NaN",
            "-Infinity",
            "-",
            ".",
        ),
        *("0", "1", "9" * 70, "1e999", "1.5", " ", "\n", "\x00", "\ufeff", "\udcff", "é", "[" * 120, "]" * 120),
    ]
)
DOCUMENTS = st.one_of(
    st.sampled_from([PERIOD, FIGURE, Pace(units=10**30, days=7)]), teachers(), events(), cycles()
).map(dump_bytes)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A document with some places cut out, doubled or written over."""
    data = draw(DOCUMENTS)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        middle = draw(
            st.sampled_from([b"", data[start:end] * 2])
            | st.binary(max_size=4)
            | PIECES.map(lambda text: text.encode("utf-8", "surrogatepass"))
        )
        data = data[:start] + middle + data[end:]
    return data


def outcome(data: str | bytes, backend: Backend) -> object:
    """What comes of a text: a value, or everything that is wrong with it."""
    try:
        return loads(data, backend=backend)
    except DecodeError as error:
        return error.subject, error.problems


def alike(data: str | bytes) -> object:
    """What comes of a text with every backend, which is the same."""
    first, *others = [outcome(data, backend) for backend in NAMES]
    assert [first, first] == others
    assert ("document", ()) != first
    return first


class TestRoundTrip:
    """Every value comes back from its text, and every backend writes and reads the same."""

    @SLOW
    @given(VALUES)
    @example(PERIOD)
    @example(FIGURE)
    @example(Pace(units=10**59, days=7))
    @example(Problem("a", "empty", '\x00\x1f\x7f\u2028\U0001f600"\\/'))
    def test_a_value_comes_back(self, value: Any) -> None:
        (text,) = {dumps(value, backend=backend) for backend in NAMES}
        assert value == alike(text)
        assert value == alike(text.encode())
        assert value == loads(dumps(value, indent=True))

    @given(teachers() | events() | cycles())
    @example(FIGURE)
    def test_writing_what_was_read_gives_the_same_bytes(self, value: Any) -> None:
        data = dump_bytes(value)
        assert data == dump_bytes(loads(data)) == dump_bytes(loads(bytearray(data)))

    @given(PLAIN, st.booleans(), st.sampled_from([None, 0, 2]))
    @example([1.5, -0.0, 10**30, {"": None}], False, None)
    @example({"a": {"a": 1e22}}, True, 2)
    def test_plain_data_come_back_however_they_are_written(
        self,
        plain: Any,
        ascii_only: bool,  # noqa: FBT001 -- drawn
        indent: int | None,
    ) -> None:
        text = json.dumps(plain, ensure_ascii=ascii_only, indent=indent)
        compact = json.dumps(plain, ensure_ascii=ascii_only, separators=(",", ":"))
        expected = repr(json.loads(text))
        for backend in NAMES:
            assert expected == repr(parse(text, backend=backend)) == repr(parse(compact.encode(), backend=backend))


class TestAnyBytes:
    """Whatever the bytes are, they become a value or raise `DecodeError`, the same with every backend."""

    @MANY
    @given(st.binary(max_size=60) | st.text(max_size=40) | st.lists(PIECES, max_size=12).map("".join))
    @example(b"")
    @example(b"\xff\xfe{\x00}\x00")
    @example('{"kind":"period","format":1,"text":"2024-S1","text":"2024-S1"}')
    @example("[" * 100_000)
    @example('{"kind":"pace","format":1,"units":' + "9" * 5_000 + ',"days":1}')
    @example('{"kind":"period","format":1,"text":"\\ud800"}')
    def test_any_bytes(self, data: str | bytes) -> None:
        alike(data)

    @MANY
    @given(damaged())
    @example(dump_bytes(PERIOD) + b"\n")
    @example(dump_bytes(PERIOD).replace(b"1,", b"1.0,"))
    def test_damaged_documents(self, data: bytes) -> None:
        alike(data)

    @MANY
    @given(PLAIN)
    @example({"kind": "period", "format": 1, "text": None})
    @example({"kind": "pace", "format": 10**30, "units": 1.5, "days": -1})
    def test_any_json(self, plain: Any) -> None:
        found = alike(json.dumps(plain))
        assert isinstance(found, tuple)

    @given(st.integers(0, 400), st.sampled_from(["[", '{"a":', '[{"b":[']), st.booleans())
    @example(100, "[", True)
    @example(101, '{"a":', False)
    def test_any_depth(self, depth: int, opening: str, closed: bool) -> None:  # noqa: FBT001 -- drawn
        ends = "".join({"[": "]", "{": "}"}[mark] for mark in reversed(opening) if mark in "[{")
        found = alike(opening * depth + "1" + ends * depth * closed)
        assert isinstance(found, tuple)

    @given(teachers(), st.integers(1, 60))
    @example(FIGURE, 1)
    @example(FIGURE, 60)
    def test_small_limits_end_in_the_same_error(self, value: Any, items: int) -> None:
        text = dumps(value)
        found: list[object] = []
        for backend in NAMES:
            try:
                found.append(loads(text, limits=Limits(items=items), backend=backend))
            except DecodeError as error:
                found.append(error.codes)
        assert [found[0]] * 3 == found
        assert found[0] in (value, ("over-limit",))


class TestOneText:
    """The text of a value says what the plain document says, key for key."""

    @given(teachers() | cycles())
    @example(FIGURE)
    def test_the_text_is_the_document(self, value: Any) -> None:
        assert to_plain(value) == json.loads(dumps(value))
        assert list(to_plain(value)) == list(json.loads(dumps(value)))
