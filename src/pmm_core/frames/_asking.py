"""Questions that every engine can be asked in the same words: sets that are whole numbers, and chains of cases."""

from collections.abc import Iterable, Sequence

import narwhals.stable.v2 as nw

from pmm_core._labels import Labelled
from pmm_core.frames._compiled import bits


def has(column: str, member: object, order: Sequence[object]) -> nw.Expr:
    """Whether a set that is a whole number has a member."""
    return is_odd(nw.col(column) // bits((member,), order))


def worded(column: str, words: Iterable[tuple[int, str]], otherwise: nw.Expr) -> nw.Expr:
    """The texts that whole numbers stand for; a chain of questions costs less than a join, and every engine has it."""
    text = otherwise
    for number, word in words:
        text = nw.when(nw.col(column) == number).then(nw.lit(word)).otherwise(text)
    return text


def worded_bits(order: Sequence[Labelled]) -> list[tuple[int, str]]:
    """The bits of members with their wire texts."""
    return [(bits((member,), order), member.value) for member in order]


def is_odd(number: nw.Expr) -> nw.Expr:
    """Whether a whole number that is not negative is odd; not every engine can take the rest."""
    return number - number // 2 * 2 == 1
