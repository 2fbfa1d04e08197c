"""Whatever bytes come in, they become a value or a `DecodeError`: broken encodings, broken JSON, and plain data.

The laws of JSON draw any bytes for every backend; here stand those that are known to hurt, each with its code.
"""

import tracemalloc
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import example, given, strategies as st

from pmm_core.codec import DecodeError, Limits, from_plain, kinds
from pmm_core.errors import PmmError, WrongTypeError
from pmm_core.json import backends, converter, loads, parse
from pmm_core.people import Npsn, pseudonym

PERIOD: Final = b'{"kind":"period","format":1,"text":"2024-S1"}'
PACE: Final = '{"kind":"pace","format":1,"units":%s,"days":7}'
NAMES: Final[tuple[Any, ...]] = backends()
BOM: Final = b"\xef\xbb\xbf"

# what is no JSON at all, whoever reads it
NOT_JSON: Final = (
    b"", b" ", b"\x00", b"\n\n", BOM, BOM + PERIOD, PERIOD + b"\x00", b"\x00" + PERIOD, PERIOD + PERIOD, PERIOD[:-1],
    *(PERIOD.decode().encode(other) for other in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp037")),
    b"\xff", b"\xfe\xff", b'"\xc0\xaf"', b'"\xc0\x80"', b'"\xed\xa0\x80"', b'"\xed\xa0\xbd\xed\xb8\x80"',
    b'"\xf4\x90\x80\x80"', b'"\xf8\x88\x80\x80\x80"', b'"\x80"', b'"\xe2\x82"', b'"\xc3', b'"M\xfcller"', b'"\xe9"',
    b"\x1f\x8b\x08\x00", b"\x80\x04N.", b"PK\x03\x04", b"\x89PNG", b"%PDF-1.7", b"PAR1", b"bplist00", b"nul",
    b"NULL", b"None", b"True", b"undefined", b"'a'", b"[1,]", b"[,1]", b"{,}", b'{"a":1,}', b'{"a"}', b"{a:1}",
    b"{1:2}", b'{"a":1 "b":2}', b"[1 2]", b"]", b"}", b"[}", b'["a', b'"\\"', b'"\\x41"', b'"\\u12"', b'"\\u00g0"',
    b'"\n"', b'"\t"', b'"\x1f"', b"01", b"+1", b"1.", b".5", b"1e", b"1e+", b"0x10", b"1_000", b"--1", b"- 1", b"NaN",
    b"-Infinity", b"Infinity", b"nan", b"1,2", b"// no\n1", b"/* no */1", b"# no\n1", b"\x0b1", b"\xc2\xa01",
    b"\xe2\x80\xa81", b"1\xc2\x85", b"\xef\xbb\xbf\xef\xbb\xbf1",
)  # fmt: skip
# what is JSON, and refused for what it holds
REFUSED: Final[dict[str, tuple[str, ...]]] = {
    "[" * 101 + "]" * 101: ("over-limit",),
    '{"a":' * 101 + "1" + "}" * 101: ("over-limit",),
    "[" * 100_000: ("over-limit",),
    '[{"a":' * 60_000: ("over-limit",),
    '{"kind":"pace","kind":"pace","format":1,"units":1,"days":7}': ("duplicate",),
    '{"kind":"pace","k\\u0069nd":"pace","format":1,"units":1,"days":7}': ("duplicate",),
    '{"a":{"b":[{"c":1,"c":2}]},"a":1,"":0,"":0}': ("duplicate",),
    '{"a":1' + ',"a":1' * 5_000 + "}": ("duplicate",),
    PACE % "1e999999": ("not-finite",),
    PACE % "-1e999999": ("not-finite",),
    PACE % ("1." + "0" * 5_000): ("float-for-exact",),
    PACE % "1E2": ("float-for-exact",),
    PACE % "-0.0": ("float-for-exact",),
    PACE % "5e-324": ("float-for-exact",),
    PACE % ("9" * 5_000): ("out-of-range",),
    PACE % ("-" + "9" * 100_000): ("out-of-range",),
    PACE % 10**60: ("out-of-range",),
    PACE % "-1": ("negative",),
    PACE % "true": ("bool-for-int",),
    PACE % '"1"': ("wrong-type",),
    PACE % "null": ("wrong-type",),
    '{"kind":"period","format":1,"text":"\\ud800"}': ("malformed",),
    '{"kind":"period","format":1,"text":"\\u0000"}': ("malformed",),
    '{"kind":"period","format":1,"text":"' + "\\u0031" * 100_001 + '"}': ("over-limit",),
    '{"kind":"component","format":1,"metric":"x","weight":"1E+9999","full_mark":null}': ("wrong-type", "out-of-range"),
    '{"kind":"component","format":1,"metric":{},"weight":"1/0","full_mark":null}': ("missing-key", "malformed"),
    '{"\\ud800":1}': ("missing-key",),
    "1e5": ("wrong-type",),
    "{}": ("missing-key",),
    "null": ("wrong-type",),
}


def outcome(read: Callable[..., object], data: Any, **options: Any) -> tuple[str, ...]:
    """The codes of the error, or none where there is a value."""
    refused: DecodeError | None = None
    try:
        read(data, **options)
    except DecodeError as error:
        refused = error
    if refused is None:
        return ()
    assert refused.codes
    assert f"{refused} {refused!r}".isprintable()
    assert all(len(str(problem)) <= 500 for problem in refused.problems)
    return refused.codes


@pytest.mark.parametrize("data", NOT_JSON, ids=repr)
def test_what_is_no_json(data: bytes) -> None:
    for backend in backends():
        assert ("not-json",) == outcome(loads, data, backend=backend)
        assert ("not-json",) == outcome(parse, data, backend=backend)


@pytest.mark.parametrize("text", REFUSED, ids=map(str, range(len(REFUSED))))
def test_what_is_json_and_no_document(text: str) -> None:
    for backend in backends():
        assert REFUSED[text] == outcome(loads, text, backend=backend)
        assert REFUSED[text] == outcome(loads, text.encode(), backend=backend)


def test_bytes_of_every_kind_are_bytes() -> None:
    """Also those that belong to something that can change, of which every second is meant, or that come in words."""
    doubled = bytes(byte for each in PERIOD for byte in (each, 0))
    words = memoryview(PERIOD + b" " * (-len(PERIOD) % 4)).cast("I")
    for data in (PERIOD, bytearray(PERIOD), memoryview(PERIOD), memoryview(doubled)[::2], words):
        for backend in NAMES:
            assert loads(PERIOD, backend=backend) == loads(data, backend=backend)


@given(
    st.binary(max_size=40),
    st.sampled_from([b"", BOM, PERIOD, PERIOD[:20], b'"', b'{"kind":"', b"[[[["]),
    st.sampled_from(backends()),
)
@example(b"\xed\xa0\x80", PERIOD[:20], "stdlib")
def test_any_bytes_after_a_sound_beginning(data: bytes, begin: bytes, backend: Any) -> None:
    outcome(loads, begin + data, backend=backend)
    outcome(parse, begin + data, backend=backend)


# --- memory ----------------------------------------------------------------------------------------------------------

SHAPES: Final = (
    "[", '{"a":', "[0,", "[[],", '["",', "[{},", '{"a":1,', '"\\u0000', '["a",', "[1e5,", "[123456789012345678,",
    "\ud83d", "\\", " ",
)  # fmt: skip
PER_BYTE: Final = 160  # the smallest member of a list takes two bytes here and a pointer there, which grows in steps


@pytest.mark.parametrize("backend", backends())
def test_memory_grows_with_the_bytes_at_most(backend: Any) -> None:
    length = 2**13
    outcome(loads, b"[x", backend=backend)
    tracemalloc.start()
    try:
        for shape in SHAPES:
            first, rest = shape[:1], shape[1:] or shape
            for text in (
                shape * (length // len(shape)),
                first + rest * (length // len(rest)) + "0" + {"[": "]"}.get(first, "}"),
            ):
                data = text.encode("utf-8", "surrogatepass")
                tracemalloc.reset_peak()
                before, _ = tracemalloc.get_traced_memory()
                outcome(loads, data, backend=backend)
                assert tracemalloc.get_traced_memory()[1] - before <= 100_000 + PER_BYTE * len(data), shape
    finally:
        tracemalloc.stop()


# --- plain data ------------------------------------------------------------------------------------------------------


class Everything(dict[Any, Any]):
    """An object that says it has every key."""

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: object) -> object:
        return self


def endless() -> list[Any]:
    found: list[Any] = []
    found.append(found)
    return found


PLAIN: Final[tuple[Any, ...]] = (
    None, True, 0, -1, 10**5_000, -(10**5_000), 1.5, float("nan"), float("inf"), 1e308, Decimal("sNaN"),
    Decimal("1e999999"), Fraction(1, 3), "", "x", "\ud800", "9" * 5_000, b"x", bytearray(b"x"), memoryview(b"x"), [],
    [[]], [None] * 3, (), {}, {"": 0}, {1: 2}, {None: None}, {"kind": 1}, {"kind": {}},
    {"kind": "pace", "format": 10**5_000}, {"\ud800": 1}, {"text": 10**5_000}, set[int](), frozenset({1}), range(3),
    iter([1]), object(), object, ..., NotImplemented, date(2024, 1, 1), datetime(2024, 1, 1, tzinfo=UTC), lambda: 1,
    complex(1, 1), Everything(), Everything(kind="pace", format=1), endless(), {"a": endless()},
)  # fmt: skip


@pytest.mark.parametrize("kind", kinds())
def test_no_plain_data_break_the_reading_of_a_kind(kind: str) -> None:
    """As a document, in a document of the kind, and for the converter."""
    structure = CONVERTER.structure
    for data in PLAIN:
        outcome(from_plain, data, kind=kind)
        outcome(from_plain, {"kind": kind, "format": 1, "text": data, "id": data, "on": data, "by": data})
        outcome(structure, data, cl=kinds()[kind])


CONVERTER: Final[Any] = converter()


@given(st.integers(1, 40))
@example(1)
def test_small_limits_stop_what_never_ends(items: int) -> None:
    assert () != outcome(
        from_plain, {"kind": "target", "format": 1, "measurements": [endless()] * 50}, limits=Limits(items=items)
    )


@pytest.mark.parametrize(
    "key", ["k" * 32, bytearray(32), memoryview(bytes(32)), [0] * 32, None, 32], ids=lambda key: type(key).__name__
)
def test_a_key_is_bytes(key: Any) -> None:
    with pytest.raises(WrongTypeError):
        pseudonym(Npsn("20300001"), key=key)


def test_every_length_of_a_key() -> None:
    for length in range(64):
        if length >= 32:
            assert 64 == len(pseudonym("t-1", key=bytes(length)))
            continue
        with pytest.raises(PmmError) as caught:
            pseudonym("t-1", key=bytes(length))
        assert ("too-small",) == caught.value.codes
