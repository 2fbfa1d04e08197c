"""Long texts: memory grows with the text at most, what has a limit is refused before it is worked on.

No clock is read: memory is counted by Python itself, and who works on what is watched.
"""

import tracemalloc
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from difflib import get_close_matches
from typing import Any, Final

import pytest

from pmm_core import json
from pmm_core.calendar import _dates, parse_date
from pmm_core.codec import DecodeError, Limits, _leaves, from_plain
from pmm_core.errors import InvalidValueError, PmmError
from pmm_core.json import _text
from pmm_core.people import BelajarAccount, Nik, Nip, Npsn, Nuptk
from pmm_core.people._identifier import LONGEST_INPUT
from pmm_core.regions import _spelling, find, find_province

Reader = Callable[[object], None]

LENGTHS: Final = (2**10, 2**14)
SHAPES: Final = (
    *(" ", "-", ".", "/", "(", "'", "0", "9", "I", "a", "\x00", "\t", "_", "@", "\\", '"', "[", "{", "é", "٣"),
    *("\u3000", "\ud800", "\u200f", "\u0300", "İ", "ﬁ", "\U0001f600", "kab. ", "Kota ", "III "),
    *("1/", "a.", "a@", '{"a":', "[{", "9."),
)
PER_CHARACTER: Final = 150  # bytes: up to four each, and three where case is folded, in a few forms at a time
AT_LEAST: Final = 200_000
NAMES: Final[tuple[Any, ...]] = json.backends()
ONE_LOOK_UP: Final = ("ranking.History", "ranking.Movements", "ranking.Standings", "plots")  # as in test_text


def test_memory_grows_with_the_text_at_most(reader: Reader, request: pytest.FixtureRequest) -> None:
    seldom = request.node.callspec.id.startswith(ONE_LOOK_UP)
    reader("x")  # what is loaded once is no growth
    tracemalloc.start()
    try:
        for shape in SHAPES[:: 9 if seldom else 1]:
            for length in LENGTHS:
                text = (shape * length)[:length]
                tracemalloc.reset_peak()
                before, _ = tracemalloc.get_traced_memory()
                reader(text)
                after = tracemalloc.get_traced_memory()[1] - before
                assert after <= AT_LEAST + PER_CHARACTER * length, (shape, length)
    finally:
        tracemalloc.stop()


# --- limits ----------------------------------------------------------------------------------------------------------

LONG: Final = 100_000
MARKS: Final = "\u0315" * LONG + "\u0300" * LONG  # each of the second kind has to be moved before each of the first


class Untouched(str):
    """A text that must not be worked on."""

    __slots__ = ()

    def translate(self, table: Any, /) -> str:
        del table
        raise AssertionError(f"was translated, {len(self)} characters")


@pytest.mark.parametrize("kind", [Nik, Nip, Npsn, Nuptk])
def test_what_is_too_long_for_any_number_is_not_read_through(kind: Any) -> None:
    for text in ("1" * (LONGEST_INPUT + 1), " 1" * LONG):
        with pytest.raises(InvalidValueError):
            kind.parse(Untouched(text))
    with pytest.raises(AssertionError):
        kind.parse(Untouched("1" * LONGEST_INPUT))


def test_what_is_too_long_for_any_address_is_looked_at_in_one_step() -> None:
    """The form says first how long an address may be; what comes then is not asked of a longer one."""
    assert BelajarAccount._form.pattern.startswith(r"(?=.{1,254}\Z)")
    assert not BelajarAccount.is_valid("a" * LONG + "@belajar.id")


def untouched(text: str) -> None:
    raise AssertionError(f"was worked on, {len(text)} characters")


class Never:
    """Stands in for a pattern that must not be asked."""

    def fullmatch(self, text: str) -> None:
        raise AssertionError(f"was asked, {len(text)} characters")


def test_what_is_too_long_for_any_date_is_not_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_dates, "_ALLOWED", Never())
    with pytest.raises(InvalidValueError):
        parse_date("1 " * LONG)
    with pytest.raises(AssertionError):
        parse_date("1 Januari 2024")


def test_names_are_not_compared_with_what_is_longer_than_any(monkeypatch: pytest.MonkeyPatch) -> None:
    """Comparing takes the square of the length."""
    asked: list[int] = []
    close: Any = get_close_matches

    def watched(word: str, *arguments: Any, **options: Any) -> Any:
        asked.append(len(word))
        return close(word, *arguments, **options)

    monkeypatch.setattr(_spelling, "get_close_matches", watched)
    for read in (find, find_province):
        for text in ("Batnag", "a" * 60, "a" * 61, "kab. " + "a" * 61, "prov " * LONG, "ba tang " * LONG):
            with suppress(PmmError):
                read(text)
    assert {6, 60} == set(asked)


@pytest.mark.parametrize("read", [find, find_province])
def test_marks_are_not_sorted_in_what_is_longer_than_any_name(
    read: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sorting the marks on one letter takes the square of their number: 16,000 take a second, a million an hour."""
    longest = 0

    def watched(form: Any, text: str) -> str:
        nonlocal longest
        longest = max(longest, len(text))
        return unicodedata.normalize(form, text[:9])

    monkeypatch.setattr("pmm_core.regions._spelling.unicodedata", type("", (), {"normalize": staticmethod(watched)}))
    with pytest.raises(PmmError):
        read(f"a{MARKS}")
    assert longest <= 1000


def test_a_number_longer_than_any_is_not_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turning digits into a number takes the square of their number."""
    longest = 0

    def watched(digits: str) -> int:
        nonlocal longest
        longest = max(longest, len(digits))
        return int(digits)

    monkeypatch.setattr(_text, "int", watched, raising=False)
    for digits in ("9" * 60, "9" * 61, "-" + "9" * LONG):
        with pytest.raises(DecodeError):
            json.loads(f'{{"kind":"pace","format":1,"units":{digits},"days":[]}}', backend="stdlib")
    assert 60 == longest


def test_an_exact_number_longer_than_any_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_leaves, "exact_of", untouched)
    with pytest.raises(DecodeError) as caught:
        from_plain({"kind": "component", "format": 1, "metric": 1, "weight": "9" * LONG, "full_mark": None})
    assert "out-of-range" in caught.value.codes


def test_a_text_longer_than_the_limit_is_not_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_leaves, "is_writable", untouched)
    with pytest.raises(DecodeError) as caught:
        from_plain({"kind": "party", "format": 1, "id": "é" * 11, "role": "teacher"}, limits=Limits(text=10))
    assert ("over-limit",) == caught.value.codes


def test_bytes_above_the_limit_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_text, "is_deep", untouched)
    for read in (json.loads, json.parse):
        for backend in NAMES:
            with pytest.raises(DecodeError) as caught:
                read(b"[" * 11, size=10, backend=backend)
            assert ("over-limit",) == caught.value.codes
