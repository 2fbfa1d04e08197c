"""What figures per kabupaten have in common: those that are wanted in any case, and codes that are none."""

import re
from collections.abc import Iterable
from typing import Final

import narwhals.stable.v2 as nw

from pmm_core._checks import Problems, items
from pmm_core.frames._engine import Frame, small, whole
from pmm_core.frames._logic import some_of
from pmm_core.frames._steps import laid_out, reads_sql
from pmm_core.regions import Kabupaten, kabupatens

_KABUPATENS: Final = tuple(sorted(kabupaten.key for kabupaten in kabupatens()))
_MANY: Final = 100


def listed_codes(problems: Problems, among: Iterable[Kabupaten]) -> tuple[str, ...]:
    """The codes of kabupaten that are wanted in any case, each once; what is none is noted."""
    listed = items(problems, "among", among, "kabupaten")
    for index, kabupaten in enumerate(listed):
        problems.instance(f"among[{index}]", kabupaten, Kabupaten, "a Kabupaten")
    return tuple(sorted({kabupaten.key for kabupaten in listed if isinstance(kabupaten, Kabupaten)}))


def with_listed(counts: Frame, among: tuple[str, ...], *names: str) -> Frame:
    """Counts per kabupaten, with zeros for those that are wanted in any case and are not there.

    Args:
        counts: one row per kabupaten, in a column of that name.
        among: the codes of those that are wanted.
        names: the columns of counts.
    """
    counts = laid_out(counts, {name: nw.col(name) for name in ("kabupaten", *names)}, *names)
    if not among:
        return counts
    wanted = small(counts, {"kabupaten": among}).join(counts, on="kabupaten", how="anti")
    zeros = whole(wanted.with_columns(nw.lit(0).alias(name) for name in names), *names)
    return nw.concat([counts, zeros.select("kabupaten", *names)], how="vertical")


def is_kabupaten(frame: Frame, name: str) -> nw.Expr:
    """Whether a code is that of a kabupaten or kota of the bundled table; a missing one is none."""
    return is_code(frame, nw.col(name), _KABUPATENS) & ~nw.col(name).is_null()


def is_code(frame: Frame, column: nw.Expr, words: tuple[str, ...]) -> nw.Expr:
    """Whether a text is one of the words of a code.

    Where it becomes SQL, hundreds are asked for as one pattern: PySpark takes each word of a list on its own, for
    seconds before it begins.  The others look a word up sooner than they read so long a pattern.
    """
    if len(words) < _MANY or not reads_sql(frame):
        return column.is_in(words)
    ends: dict[str, list[str]] = {}
    for word in words:
        ends.setdefault(word[:2], []).append(re.escape(word[2:]))
    choices = "|".join(f"{re.escape(begin)}(?:{'|'.join(those)})" for begin, those in ends.items())
    return column.str.contains(f"^(?:{choices})$") & ~column.str.contains("\n")


def any_of(name: str, words: Iterable[str]) -> nw.Expr:
    """Whether a column holds one of a few words; quicker than looking them up where there is one."""
    column = nw.col(name)
    found = [column == word for word in words]
    return some_of(found) if found else column.is_null() & ~column.is_null()
