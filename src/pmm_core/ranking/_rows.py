"""The rows of a table: those with a place and those without, and the band a place falls in."""

from typing import Final, final

import attrs

from pmm_core._checks import Problems
from pmm_core._labels import Labelled, labelled
from pmm_core.ranking._area import AREAS, Area
from pmm_core.ranking._measurement import Measurement
from pmm_core.ranking._ties import Place

MINIMUM_GROUP_SIZE: Final = 5
"""Groups of fewer people than this get no place unless the caller asks for it."""


@final
@labelled(
    EMPTY_BASE=("penyebut kosong", "its base is empty"),
    SMALL_GROUP=("kelompok terlalu kecil", "the group is too small to be shown"),
    SIZE_UNKNOWN=("besar kelompok tidak diketahui", "the size of the group is not known"),
    INCOMPLETE=("komponen tidak lengkap", "a component of the index is missing"),
)
class UnrankedReason(Labelled):
    """Why an area stands in a table without a place."""

    EMPTY_BASE = "empty-base"
    SMALL_GROUP = "small-group"
    SIZE_UNKNOWN = "size-unknown"
    INCOMPLETE = "incomplete"


@final
@attrs.frozen
class Unranked:
    """An area without a place, and why.

    Args:
        area: which one.
        reason: why it has no place.

    Raises:
        WrongTypeError: for a field of the wrong kind.
    """

    area: Area
    reason: UnrankedReason

    def __attrs_post_init__(self) -> None:
        problems = Problems("Unranked")
        problems.instance("area", self.area, AREAS, "a Kabupaten, Province or Group")
        problems.instance("reason", self.reason, UnrankedReason, "an UnrankedReason")
        problems.done()


@final
@labelled(
    TOP=("peringkat atas", "top fifth"),
    UPPER_MIDDLE=("peringkat menengah atas", "upper middle fifth"),
    MIDDLE=("peringkat menengah", "middle fifth"),
    LOWER_MIDDLE=("peringkat menengah bawah", "lower middle fifth"),
    BOTTOM=("peringkat bawah", "bottom fifth"),
)
class Band(Labelled):
    """A fifth of a table, in the words of Rapor Pendidikan."""

    TOP = "top"
    UPPER_MIDDLE = "upper-middle"
    MIDDLE = "middle"
    LOWER_MIDDLE = "lower-middle"
    BOTTOM = "bottom"

    @classmethod
    def of(cls, place: int, size: int) -> "Band":
        """The band of a place in a table of so many: the first 20 % are the top, up to 40 % the upper middle ...

        Args:
            place: 1 + the number of strictly better ones.
            size: how many are ranked.

        Raises:
            InvalidValueError: ``too-small`` or ``too-large`` for a place outside the table.
            WrongTypeError: for anything but whole numbers.

        >>> Band.of(7, 35), Band.of(8, 35)
        (Band.TOP, Band.UPPER_MIDDLE)
        """
        problems = Problems("Band")
        if problems.integer("size", size, minimum=1):
            problems.integer("place", place, minimum=1, maximum=size)
        problems.done()
        return tuple(cls)[(5 * place - 1) // size]


@final
@attrs.frozen
class Standing:
    """One row: an area and its place.

    Args:
        rank: the place, a whole number unless the table is numbered fractionally.
        measurement: the figure that earned it.
        tied: how many others share the score.
    """

    rank: Place
    measurement: Measurement
    tied: int = 0

    @property
    def area(self) -> Area:
        """The kabupaten, province or group."""
        return self.measurement.area
