"""The league of the kecamatan of one kabupaten, by the share of teachers who have logged in."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from pmm_core import Kabupaten, Measurement, Standings, rank
from pmm_core.ranking import TEACHERS_LOGGED_IN, Group


class Kecamatan(NamedTuple):
    """One line of the office's own list."""

    code: str
    name: str
    logged_in: int
    teachers: int


def league(kabupaten: Kabupaten, lines: Iterable[Kecamatan], *, on: date) -> Standings:
    """Rank them; very small ones get no place."""
    return rank(
        (
            Measurement.share(
                Group(kabupaten, line.code, f"Kecamatan {line.name}"),
                TEACHERS_LOGGED_IN,
                line.logged_in,
                of=line.teachers,
                on=on,
            )
            for line in lines
        ),
        metric=TEACHERS_LOGGED_IN,
        on=on,
    )


def summary(table: Standings) -> list[str]:
    """The lines of the screen on the wall."""
    return [f"{row.rank}. {row.area}: {row.measurement.percent(1)} %" for row in table]
