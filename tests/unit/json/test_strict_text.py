"""Hostile and sloppy texts: one error, the same with every backend, and nothing of the text in it."""

import json
import traceback
from typing import Any

import pytest

from pmm_core.codec import DecodeError, kinds
from pmm_core.codec._derive import shape_of_kind
from pmm_core.codec._shapes import CanonicalShape, ListShape, RecordShape, RowShape, SetShape
from pmm_core.json import DEPTH, Backend, loads, parse

NAMES: tuple[Backend, ...] = ("orjson", "msgspec", "stdlib")
MARK = "Zulaikha"  # made up; in every text below and in no message

each = pytest.mark.parametrize("backend", NAMES)


def refused(read: Any, data: str | bytes, backend: Backend) -> DecodeError:
    with pytest.raises(DecodeError) as caught:
        read(data, backend=backend)
    return caught.value


def told(error: DecodeError) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in error.problems]


NOT_JSON = {
    "nothing": b"",
    "blanks": b" \n ",
    "half": b'{"kind":"period","format":1,"text":"Zulaikha',
    "a comma too many": b'{"kind":"Zulaikha",}',
    "two documents": b'{"a":"Zulaikha"}{"a":1}',
    "single quotes": b"{'a':'Zulaikha'}",
    "a comment": b'{"a":1} // Zulaikha',
    "no number": b'{"Zulaikha":NaN}',
    "infinity": b'{"Zulaikha":Infinity}',
    "minus infinity": b'{"Zulaikha":-Infinity}',
    "a naked key": b"{Zulaikha:1}",
    "a leading zero": b'{"Zulaikha":01}',
    "a plus": b'{"Zulaikha":+1}',
    "hexadecimal": b'{"Zulaikha":0x1F}',
    "no digits behind the point": b'{"Zulaikha":1.}',
    "a line break in a text": b'{"a":"Zulai\nkha"}',
    "a strange escape": b'{"a":"Zulaikha\\x"}',
    "a byte order mark": b'\xef\xbb\xbf{"a":"Zulaikha"}',
    "UTF-16": '{"a":"Zulaikha"}'.encode("utf-16"),
    "UTF-32": '{"a":"Zulaikha"}'.encode("utf-32-le"),
    "a byte that is no character": b'{"a":"Zulaikha\xff"}',
    "a character written too long": b'{"a":"Zulaikha\xc0\xaf"}',
    "half a character in bytes": b'{"a":"Zulaikha\xed\xa0\x80"}',
}


@each
@pytest.mark.parametrize("read", [loads, parse])
@pytest.mark.parametrize("name", NOT_JSON)
def test_what_is_no_json_is_refused(name: str, read: Any, backend: Backend) -> None:
    error = refused(read, NOT_JSON[name], backend)
    assert [("document", "not-json")] == told(error)


@pytest.mark.parametrize("name", NOT_JSON)
def test_nothing_of_the_text_travels_with_the_error(name: str) -> None:
    error = refused(loads, NOT_JSON[name], "stdlib")
    assert MARK not in "".join(traceback.format_exception(error))
    assert None is error.__cause__
    assert None is error.__context__


def test_a_text_may_begin_with_no_mark_either() -> None:
    assert [("document", "not-json")] == told(refused(loads, '\ufeff{"kind":"period"}', "auto"))


@each
def test_the_place_is_told(backend: Backend) -> None:
    text = '{\n  "kind": "period",\n  "format": 1,\n  "text": 2024-S1\n}'
    assert "line 4, column 15" in str(refused(loads, text, backend))
    assert "byte 11" in str(refused(loads, b'{"kind":"pe\xffriod"}', backend))


@each
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"kind":"period","kind":"period","format":1,"text":"2024-S1"}', [("kind", "duplicate")]),
        ('{"a":1,"a":2,"b":[{"c":1},{"c":1,"c":1}]}', [("a", "duplicate"), ("b[1].c", "duplicate")]),
        ('{"b":{"x":{"y":1,"y":1}},"a":{"z":1,"z":2,"w":1,"w":1}}',
         [("b.x.y", "duplicate"), ("a.z", "duplicate"), ("a.w", "duplicate")]),
        ('{"Ny. Zulaikha":{"b":1,"b":1},"Ny. Zulaikha":{"b":2,"b":2}}',
         [("document", "duplicate"), ("_.b", "duplicate")]),
        ('[[{"a":1,"\\u0061":2}]]', [("[0][0].a", "duplicate")]),
    ],
)  # fmt: skip
def test_a_key_that_stands_twice_is_refused_wherever_it_is(
    backend: Backend, text: str, expected: list[tuple[str, str]]
) -> None:
    for read in (loads, parse):
        assert expected == told(refused(read, text, backend))
        assert MARK not in str(refused(read, text, backend))


@each
def test_no_more_problems_are_told_than_anybody_reads(backend: Backend) -> None:
    text = "[" + ",".join(['{"a":1,"a":2}'] * 1500) + "]"
    assert 1000 == len(refused(loads, text, backend).problems)


def nested(depth: int, *, kind: str = "[]") -> str:
    return {"[]": "[" * depth + "]" * depth, "{}": '{"a":' * depth + "1" + "}" * depth}[kind]


@each
@pytest.mark.parametrize("kind", ["[]", "{}"])
def test_the_deepest_text_that_is_read(backend: Backend, kind: str) -> None:
    assert parse(nested(DEPTH, kind=kind), backend=backend)
    assert [("document", "over-limit")] == told(refused(parse, nested(DEPTH + 1, kind=kind), backend))
    assert [("document", "wrong-type")] == told(refused(loads, nested(DEPTH), backend))
    for depth in (DEPTH + 1, 250, 2_000, 100_000):
        assert [("document", "over-limit")] == told(refused(loads, nested(depth, kind=kind), backend))


@each
@pytest.mark.parametrize(
    "text",
    [
        "[" * 5_000,
        '{"a":' * 5_000,
        '["' + "]" * 200 + '",' + "[" * 101,
        '["\\"' + "]" * 200 + '",' + "[" * 101,
        "[[" + "{" * 200,
    ],
)
def test_what_is_not_closed_or_hides_its_depth_ends_in_the_same_error(backend: Backend, text: str) -> None:
    assert [("document", "over-limit")] == told(refused(loads, text, backend))


@each
def test_brackets_in_texts_are_no_depth(backend: Backend) -> None:
    assert ["[" * 300, '"' + "{" * 300] == parse('["' + "[" * 300 + '","\\"' + "{" * 300 + '"]', backend=backend)
    assert 300 == len(parse("[" + ",".join(["[]"] * 300) + "]", backend=backend))


@each
def test_a_text_of_quotes_without_end_is_read_once(backend: Backend) -> None:
    for text in ('"' + '\\"' * 200_000, "[" * 101 + '"\\' * 200_000, "[" * 101 + '\\"' * 200_000):
        assert {"not-json", "over-limit"} >= set(refused(loads, text, backend).codes)


def deepest(shape: Any) -> int:
    """How many objects and lists stand in each other in the deepest document of a shape."""
    inside = [field.shape for field in getattr(shape, "fields", ())]
    inside += [getattr(shape, name) for name in ("inner", "full") if hasattr(shape, name)]
    inside += getattr(shape, "parts", ())
    if not isinstance(shape, RecordShape | CanonicalShape):
        inside += [shape_of_kind(kind) for kind in (*getattr(shape, "kinds", ()), getattr(shape, "kind", None)) if kind]
    own = isinstance(shape, RecordShape | ListShape | SetShape | RowShape)
    return own + max(map(deepest, inside), default=0)


def test_no_document_comes_near_the_depth() -> None:
    found = {kind: deepest(shape_of_kind(kind)) for kind in kinds()}
    assert (4, 0) == (found["teacher"], found["period"])
    assert DEPTH / 5 > max(found.values())


PACE = '{"kind":"pace","format":1,"units":%s,"days":1}'


@each
@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("9" * 61, "out-of-range"),
        ("-" + "9" * 61, "out-of-range"),
        ("9" * 5_000, "out-of-range"),
        ("9" * 1_000_000, "out-of-range"),
        ("1.0", "float-for-exact"),
        ("1e3", "float-for-exact"),
        ("1" + "0" * 400 + ".5", "not-finite"),
        ("1e999", "not-finite"),
        ("-1E999999999999", "not-finite"),
        ("true", "bool-for-int"),
        ('"1"', "wrong-type"),
    ],
)
def test_numbers_are_bounded_and_never_converted(backend: Backend, number: str, code: str) -> None:
    assert (code,) == refused(loads, PACE % number, backend).codes


@each
def test_a_long_number_of_a_document_has_its_path(backend: Backend) -> None:
    assert [("units", "out-of-range")] == told(refused(loads, PACE % ("7" * 70), backend))


@each
def test_the_longest_number_is_read_to_the_last_digit(backend: Backend) -> None:
    assert int("9" * 60) == loads(PACE % ("9" * 60), backend=backend).units
    assert int("9" * 60) == parse("9" * 60, backend=backend)
    assert -int("9" * 59) == parse("-" + "9" * 59, backend=backend)


@each
@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("9" * 61, "out-of-range"),
        ("-" + "9" * 60, "out-of-range"),
        ("9" * 5_000, "out-of-range"),
        ("1e999", "not-finite"),
    ],
)
def test_for_classes_of_others_a_number_is_never_changed(backend: Backend, number: str, code: str) -> None:
    assert [("document", code)] == told(refused(parse, number, backend))


@each
def test_half_characters_are_refused(backend: Backend) -> None:
    text = '{"kind":"team","format":1,"kecamatan":"\\ud800","level":"sd","left":3}'
    assert [("kecamatan", "malformed")] == told(refused(loads, text, backend))
    assert [("kecamatan", "malformed")] == told(refused(loads, text.replace("\\ud800", "\ud800"), backend))


@each
@pytest.mark.parametrize("plain", [None, True, False, 0, -5, 1.5, "", "é😀\u2028\x7f", [], {}, {"a": [1, {"b": None}]}])
def test_plain_data_come_back(backend: Backend, plain: object) -> None:
    for text in (json.dumps(plain), json.dumps(plain, ensure_ascii=False, separators=(",", ":"))):
        found = parse(text, backend=backend)
        assert (type(plain), plain) == (type(found), found)


@pytest.mark.parametrize("backend", NAMES)
@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ('{"note": "\\ud83d"}', ["note"]),
        ('["x", "\\ude00", {"a": {"b": "\\ud800\\ud800"}}]', ["[1]", "[2].a.b"]),
        ('{"a": {"\\ud83d": 1}, "b": "\\ud83d\\ude00"}', ["a"]),
        ('"\\ud83d"', ["document"]),
        ('"\ud83d"', ["document"]),
    ],
)
def test_half_a_character_is_refused_wherever_it_stands(text: str, paths: list[str], backend: Backend) -> None:
    assert [(path, "malformed") for path in paths] == told(refused(parse, text, backend))


def test_two_halves_that_belong_together_are_one_character() -> None:
    assert {"note": "\N{GRINNING FACE}"} == parse('{"note": "\\ud83d\\ude00"}')
