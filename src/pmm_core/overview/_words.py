"""The wording of printed overviews in English and Indonesian."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core.ranking import _measurement, _words as _of_ranking

_DOTS: Final = " · "
_PLACES: Final = 2


@final
@attrs.frozen(kw_only=True)
class Words:
    """The texts of one language; those with braces are filled in."""

    common: _of_ranking.Words
    cycles: tuple[str, str]
    steps: tuple[str, str]
    days: tuple[str, str]
    milestone: str
    counted_on: str
    unrated: str
    change: str
    step: str
    sides: str
    any_day: str
    days_left: str
    days_late: str
    late: str
    due: str
    missing: str
    may_close: str
    may_not_close: str
    nothing: str
    unfinished: str
    repeated: str
    foreign: str

    def percent(self, number: int, of: int) -> str:
        """A share for people; a dash where there is no base."""
        return f"{self.common.number(_measurement.rounded(Fraction(100 * number, of), _PLACES))} %" if of else "-"

    def counted(self, noun: tuple[str, str], number: int) -> str:
        """So many of something."""
        return f"{self.common.number(number)} {noun[number != 1]}"

    def joined(self, parts: Iterable[str]) -> str:
        """Parts of one line."""
        return _DOTS.join(parts)


_WORDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "en": Words(
            common=_of_ranking.words_for("en"),
            cycles=("cycle", "cycles"),
            steps=("step", "steps"),
            days=("day", "days"),
            milestone="milestone",
            counted_on="{cycles} on {day}",
            unrated="not rated yet",
            change="{before} -> {after}: {old} -> {new}",
            step="{period}: {kind} by the {by}, {when}",
            sides=" or ",
            any_day="any day",
            days_left="by {day}, {days} left",
            days_late="by {day}, {days} late",
            late="late: {steps} of {cycles}",
            due="due within {within}: {steps} of {cycles}",
            missing="without a cycle: {n} of {all}",
            may_close="{period} may be closed on {day}: {cycles}",
            may_not_close="{period} may not be closed on {day}",
            nothing="no cycles, and nobody expected",
            unfinished="cycles that are not finished: {n} of {all}",
            repeated="more than one cycle: {n}",
            foreign="cycles of another period: {n}",
        ),
        "id": Words(
            common=_of_ranking.words_for("id"),
            cycles=("siklus", "siklus"),
            steps=("langkah", "langkah"),
            days=("hari", "hari"),
            milestone="tonggak",
            counted_on="{cycles} per {day}",
            unrated="belum dinilai",
            change="{before} -> {after}: {old} -> {new}",
            step="{period}: {kind} oleh {by}, {when}",
            sides=" atau ",
            any_day="kapan saja",
            days_left="paling lambat {day}, sisa {days}",
            days_late="paling lambat {day}, terlambat {days}",
            late="terlambat: {steps} dari {cycles}",
            due="jatuh tempo dalam {within}: {steps} dari {cycles}",
            missing="tanpa siklus: {n} dari {all}",
            may_close="{period} dapat ditutup per {day}: {cycles}",
            may_not_close="{period} belum dapat ditutup per {day}",
            nothing="tidak ada siklus dan tidak ada yang ditunggu",
            unfinished="siklus yang belum selesai: {n} dari {all}",
            repeated="lebih dari satu siklus: {n}",
            foreign="siklus periode lain: {n}",
        ),
    }
)


def words_for(language: str) -> Words:
    """The wording of a language, or an error that names those there are."""
    return _WORDS[_of_ranking.words_for(language).code]
