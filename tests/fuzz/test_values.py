"""Every public value refuses what it cannot hold with one of our errors, whatever is put into whichever field.

One sound value of each kind is taken from the documents that are kept for every version of the format; every field of
it in turn is given what hurts.
"""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from pmm_core.codec import from_plain, kinds
from pmm_core.errors import PmmError

KEPT: Final = Path(__file__).parents[1] / "contract" / "golden" / "codec" / "v1"
HUGE: Final = 10**5_000  # Python refuses to write it
LONGEST_MESSAGE: Final = 700


class Liar(str):
    """A text that is equal to every other."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


TEXTS: Final = (
    "", " ", "\x00", "\ud800", "\u202e", "\u200f" * 3, "a\u0300" * 5, "１２３４", "9" * 5_000, "1e999999",
    "１９８６０９２６２０１５０５１００１", "\ufeff{}", "NaN", "²", "İ", "\U0010ffff", "%s%n{0}", "a" * 10_000,
    "٣٣.٢٥", "2024-02-30", "\x1b[31m", "<script>", "\u2028", "None", "a\nb",
)  # fmt: skip
OTHERS: Final[tuple[Any, ...]] = (
    None, True, ..., 1, -1, HUGE, -HUGE, Fraction(1, HUGE), Fraction(HUGE, 3), Decimal("1e999999"),
    Decimal("-1e-999999"), Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), float("nan"), float("inf"), 1e308,
    complex(1, 2), b"x", bytearray(b"x"), object(), type, Liar("x"), datetime(2024, 1, 1, tzinfo=UTC), date.min,
    date.max, [], {}, set[int](), (), frozenset[int](), (None,), ((),), (1, 2), (HUGE,), ((HUGE, HUGE),),
    frozenset({HUGE}), ("\ud800",), (("a", 1),), range(3), lambda: 1, NotImplemented,
)  # fmt: skip

MADE_BY_US: Final = frozenset(
    {
        *("alias", "deadline", "former-code", "ledger-line", "membership-rule", "next-step", "open-phase"),
        *("resolution", "run", "standing", "track"),
    }
)
"""Rows that the library builds out of checked values and does not check again."""


@cache
def sound(kind: str) -> Any:
    return from_plain(json.loads((KEPT / f"{kind}.json").read_text(encoding="utf-8")), kind)


def forms(value: Any, kind: str) -> Iterator[Any]:
    """A text alone, and inside of what such a field holds."""
    yield value
    if isinstance(value, str) and ("tuple" in kind or "frozenset" in kind):
        yield from ((value,), (value, value), frozenset({value}), ((value, value),))


@pytest.mark.parametrize("kind", [kind for kind in kinds() if kind not in MADE_BY_US])
def test_every_field_refuses_what_it_cannot_hold(kind: str) -> None:
    value = sound(kind)
    own_kind: Any = value.__class__
    for field in attrs.fields(own_kind):
        for text in (*TEXTS, *OTHERS) if field.init else ():
            for given in forms(text, str(field.type)):
                refused = refusal(value, field.alias or field.name, given)
                if refused is not None:
                    assert refused.codes
                    assert len(str(refused)) <= LONGEST_MESSAGE, field.name
                    assert f"{refused} {refused!r}".isprintable(), field.name


def refusal(value: Any, field: str, given: Any) -> PmmError | None:
    """What the class has against it; any error but ours comes out of here."""
    try:
        attrs.evolve(value, **{field: given})
    except PmmError as error:
        return error
    return None


def test_what_we_make_ourselves_are_kinds() -> None:
    assert set(kinds()) >= MADE_BY_US
