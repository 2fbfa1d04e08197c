"""Keys that decide between equal scores."""

from collections.abc import Iterable
from typing import Final, final

import attrs

from pmm_core._checks import Exact, Problems, items
from pmm_core._labels import Labelled, labelled
from pmm_core.ranking._alike import check_alike
from pmm_core.ranking._measurement import Measurement
from pmm_core.ranking._order import negated


@final
@labelled(
    COUNT=("jumlah lebih besar didahulukan", "the larger count first"),
    BASE=("penyebut lebih besar didahulukan", "the larger base first"),
    METRIC=("metrik lain", "another metric"),
)
class TieBreakKey(Labelled):
    """What a tie-break looks at."""

    COUNT = "count"
    BASE = "base"
    METRIC = "metric"


@final
@attrs.frozen
class TieBreak:
    """One key that decides between equal scores.

    Use `LARGER_COUNT` or `LARGER_BASE`, or build one from another metric with `TieBreak.by`.

    Args:
        key: what it looks at.
        measurements: the figures of the other metric; empty for the other keys.

    Raises:
        InvalidValueError: ``empty``, ``mixed-metrics``, ``mixed-scales``, ``mixed-dates`` or ``duplicate`` among the
            measurements, ``too-large`` where a key takes none.
        WrongTypeError: for a field of the wrong kind.
    """

    key: TieBreakKey
    measurements: tuple[Measurement, ...] = attrs.field(default=(), repr=False)

    def __attrs_post_init__(self) -> None:
        problems = Problems("TieBreak")
        problems.instance("key", self.key, TieBreakKey, "a TieBreakKey")
        if problems.instance("measurements", self.measurements, tuple, "a tuple of measurements"):
            self._check(problems)
        problems.done()

    def _check(self, problems: Problems) -> None:
        if self.key is not TieBreakKey.METRIC:
            if self.measurements:
                problems.add("measurements", "too-large", "must be left out for this key")
            return
        if not self.measurements:
            problems.add("measurements", "empty", "must hold the figures of the other metric")
        check_alike(problems, "measurements", self.measurements)

    @classmethod
    def by(cls, measurements: Iterable[Measurement]) -> "TieBreak":
        """Decide by another metric: whoever is better there comes first.

        Args:
            measurements: its figures, one for every area that is ranked.

        Returns:
            The tie-break.

        Raises:
            InvalidValueError: see `TieBreak`.
            WrongTypeError: for anything that is no measurement.

        >>> from datetime import date
        >>> from pmm_core import Measurement, find, rank
        >>> areas, day = (find("Berau"), find("Paser")), date(2022, 12, 23)
        >>> schools = [Measurement.count(area, SCHOOLS_LOGGED_IN, 100, on=day) for area in areas]
        >>> teachers = [Measurement.count(area, TEACHERS_LOGGED_IN, n, on=day) for area, n in zip(areas, (80, 90))]
        >>> table = rank(schools, tie_breaks=[TieBreak.by(teachers)])
        >>> [(row.rank, str(row.area)) for row in table]
        [(1, 'Kabupaten Paser'), (2, 'Kabupaten Berau')]
        """
        problems = Problems("TieBreak")
        figures = items(problems, "measurements", measurements, "measurements")
        problems.done()
        return cls(TieBreakKey.METRIC, figures)

    @property
    def name(self) -> str:
        """How tables name it, and what must agree for two tables to compare."""
        return f"metric:{self.measurements[0].metric.key}" if self.measurements else self.key.value

    def values(self, ranked: Iterable[Measurement]) -> list[Exact | None]:
        """The key of every ranked measurement, larger always better; None where there is none.

        Args:
            ranked: the measurements.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but measurements.

        >>> from datetime import date
        >>> from pmm_core import find
        >>> day = date(2022, 12, 23)
        >>> half = [
        ...     Measurement.share(find(name), TEACHERS_LOGGED_IN, count, of=base, on=day)
        ...     for name, count, base in (("Kudus", 100, 200), ("Kab. Batang", 150, 300))
        ... ]
        >>> LARGER_BASE.values(half)
        [200, 300]
        """
        problems = Problems("TieBreak")
        ranked = items(problems, "ranked", ranked, "measurements")
        for index, figure in enumerate(ranked):
            problems.instance(f"ranked[{index}]", figure, Measurement, "a Measurement")
        problems.done()
        if self.key is TieBreakKey.METRIC:
            sign = 1 if self.measurements[0].metric.more_is_better else -1
            known = {figure.area.key: figure.value for figure in self.measurements}
            found = [known.get(figure.area.key) for figure in ranked]
            return [None if value is None else value * sign for value in found]
        if self.key is TieBreakKey.BASE:
            return [figure.denominator for figure in ranked]
        return [figure.numerator if figure.metric.more_is_better else negated(figure.numerator) for figure in ranked]


LARGER_COUNT: Final = TieBreak(TieBreakKey.COUNT)
"""Of equal shares, the one with the better count first."""
LARGER_BASE: Final = TieBreak(TieBreakKey.BASE)
"""Of equal shares, the one on the larger base first."""
