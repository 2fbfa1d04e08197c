"""Conditions joined: all of them, any of them."""

from collections.abc import Iterable
from functools import reduce

import narwhals.stable.v2 as nw


def all_of(conditions: Iterable[nw.Expr]) -> nw.Expr:
    """Whether all of some conditions hold; there must be one."""
    return reduce(_and, conditions)


def some_of(conditions: Iterable[nw.Expr]) -> nw.Expr:
    """Whether any of some conditions holds; of none, none does."""
    found = list(conditions)
    return reduce(_or, found) if found else nw.lit(value=False)


def _and(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    return one & other


def _or(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    return one | other
