"""Whatever text comes in, it becomes a value or one of our errors: every public reader, with texts that hurt.

The table of readers is checked against the doors, so that a new one cannot be left out.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from inspect import getattr_static, isclass, isfunction, signature
from pkgutil import iter_modules
from typing import Any, Final

import pytest
from hypothesis import example, given, strategies as st

import pmm_core

Reader = Callable[[object], None]

TEXTS: Final = (
    "", " ", "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85", "\u3000\xa0\u2028\u2029", "\x00", "33.25\x00", "\x1b[31m33.25",
    "\x7f", "\ud800", "\udfff\ud800", "Kab. \udcc3Batang", "\U0010ffff", "\ufeff33.25", "\ufffe",
    "\u200b\u200d\u2060", "\u202e52.33", "\u200f\u200eBatang\u2069", "\u0300\u0301Batang",
    "B\u0300\u0301\u0302\u0303atang", "\u0345" * 40, "３３．２５", "٣٣.٢٥", "３３２５", "²", "½", "Ⅷ",
    "１９８６０９２６２０１５０５１００１", "২০২৪-০৩-০৭", "İstanbul", "ß", "ſ", "\u212a", "ﬁ", "\ufdfa" * 9, "ǅ",
    "ΌΣΟΣ", "9" * 19, "9" * 60, "9" * 4300, "9" * 4301, "-" + "9" * 4301, "0" * 5000, "9" * 30 + "." + "9" * 30,
    "00000000", "1e999999", "1E+9999", "-1e-999999", "0x10", "1_000", "NaN", "sNaN", "Infinity", "-0", "1/0", "0/0",
    "7/-2", "+7", "2024-02-30", "2024-00-00", "0000-01-01", "2024-S0", "2024-S1\n", "2024‑S1", "9999-A1", "0999-S1",
    "2024-S99", "0001-01-01..9999-12-31", "2024-06-30..2024-02-01", "2024-02-01..", "..", "2024-02-30..2024-02-31",
    "31/02/2024", "29 Februari 2023", "0/0/0000", "99/99/9999", "32 13 9999", "Senin Selasa", "2024 2024 2024",
    "1 1 1", "Jum'at' 1/1/2024'", "(((((", "1 Januari 0000", "1.1.10000", "11 Januari 2024 24:00", "pagi pagi pagi",
    "1,1,2024,", "Kota", "Kab.", "kab. kab. kab.", "Kota Kota Kota", "Prov.", "provinsi provinsi", "Adm. Kota",
    "blitar", "33", "33.00", "III/", "III/f", "gol. gol. III/a", "GOL.", "iv  -  z", "İİİ/a", "@", "a@b",
    "@belajar.id", "a@.belajar.id", "a@a.b.c.belajar.id", "." * 60 + "@belajar.id", "\u212aani@guru.sd.belajar.id",
    "%s%n%d", "{0}{name}", "${jndi}", "'; DROP TABLE--", "<script>", "&amp;", "../../etc/passwd", "\\x00", "None",
    "True", "{", "[", '"', "{}", "[]", '""', "null", "[" * 300, '{"a":' * 300, '{"kind":"nip","kind":"nip"}',
    "1" * 70, "\ufeff{}", '{"kind":"pace","format":1,"units":1e999,"days":1}',
    '{"kind":"pace","format":1,"units":' + "9" * 5000 + ',"days":1}',
    '{"kind":"period","format":1,"text":"\\ud800"}', "[1,]", "// no", "'a'", "\u2028{}", "x" * 5000, "é" * 61,
    "a b " * 99,
)  # fmt: skip
HURTING: Final = st.sampled_from(
    "\x00\x1f\x85\xa0\u0300\u0345\u200f\u202e\u2028\u3000\ufeff\ud800\udfff\U0010ffff0９٣²Ⅷ½İßſ\u212aﬁ"
)
USUAL: Final = st.sampled_from("0123456789 ./-:@'\"{}[],_SAIVabdegiknorstu")
PIECES: Final = st.sampled_from(TEXTS) | st.sampled_from(
    [
        "33",
        "25",
        ".",
        "2024",
        "-S1",
        "..",
        "Kab. ",
        "Kota ",
        "Batang",
        "Januari",
        "Kamis, ",
        "III",
        "/a",
        "@guru.sd.belajar.id",
    ]
)
ANY: Final = st.text(max_size=30) | st.text(HURTING | USUAL, max_size=30) | st.lists(PIECES, max_size=5).map("".join)


ONE_LOOK_UP: Final = ("ranking.History", "ranking.Movements", "ranking.Standings", "plots")
"""These find an area in the same way, and suggest names where there is none, which takes a while."""


def test_texts_that_hurt(reader: Reader, request: pytest.FixtureRequest) -> None:
    name = request.node.callspec.id
    seldom = name.startswith(ONE_LOOK_UP) and name != "ranking.Standings.find"
    for text in TEXTS[:: 9 if seldom else 1]:
        reader(text)


class TestAnyText:
    """Any text at all is read or refused by every reader."""

    @given(ANY)
    @example("")
    @example("Kamis, 11 Januari 2024")
    @example("Kab. Batang")
    def test_any_text(self, readers: Mapping[str, Reader], text: str) -> None:
        for name, reader in readers.items():
            if not name.startswith(ONE_LOOK_UP):
                reader(text)


class Sly(str):
    """A text that is one and lies about it."""

    __slots__ = ()

    def strip(self, chars: str | None = None, /) -> str:
        del chars
        return "2024-S1"

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


NO_TEXTS: Final[tuple[Any, ...]] = (None, 7, 3.5, b"33.25", [], {}, object(), Sly("x"), ("a",))


def test_what_is_no_text(reader: Reader) -> None:
    for data in NO_TEXTS:
        reader(data)


# --- nothing is left out ---------------------------------------------------------------------------------------------

_TEXT: Final = re.compile(r"\b(?:str|bytes|bytearray|memoryview)\b")
_ANYTHING: Final = "text", "data", "value"


def takes_text(call: Callable[..., object]) -> bool:
    """Whether a parameter is a text or bytes by its type, or anything by its type and a text by its name."""
    found = signature(call).parameters.values()
    return any(
        _TEXT.search(str(each.annotation)) or (each.name in _ANYTHING and each.annotation in {object, Any})
        for each in found
    )


def public_calls() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every public function, and every public method of a public class, but for errors and the kit for tests."""
    for module in iter_modules(pmm_core.__path__, "pmm_core."):
        concept = module.name.split(".")[1]
        if concept.startswith("_") or concept == "testing":
            continue
        door = import_module(module.name)
        for name in door.__all__:
            thing = getattr(door, name)
            if isfunction(thing):
                yield f"{concept}.{name}", thing
            elif isclass(thing) and not issubclass(thing, BaseException):
                for own in {
                    name for base in thing.__mro__ for name in vars(base)
                }:  # dir() of an enum hides its own verbs
                    method = getattr_static(thing, own)
                    method = getattr(method, "__func__", method)
                    if isfunction(method) and not own.startswith("_") and method.__module__.startswith("pmm_core."):
                        yield f"{concept}.{name}.{own}", method


def test_no_reader_is_left_out(readers: Mapping[str, Reader], elsewhere: Mapping[str, str]) -> None:
    """A new one goes into the table above; one that only takes a value or is tried elsewhere is listed with where."""
    found = {name for name, call in public_calls() if takes_text(call)}
    assert sorted(found) == sorted(readers.keys() | elsewhere.keys())
    assert not readers.keys() & elsewhere.keys()
