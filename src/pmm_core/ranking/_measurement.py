"""What was counted, where and when."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, final

import attrs

from pmm_core._checks import MOST, Exact, Problems
from pmm_core.ranking._area import AREAS, Area
from pmm_core.ranking._metric import Metric, Scale

_MOST_PLACES: Final = 60


def _is_plain(area: object, metric: object, on: object, number: object, base: object) -> bool:
    """Whether this is the common, valid count or share; all else takes the long way, which finds every problem."""
    if not (isinstance(area, AREAS) and isinstance(metric, Metric) and type(on) is date and type(number) is int):
        return False
    if metric.scale is Scale.SCORE:
        return False
    if base is None:
        return 0 <= number < MOST
    return type(base) is int and 0 <= number <= base < MOST and metric.base is not None


@final
@attrs.frozen(kw_only=True, repr=False)
class Measurement:
    """One figure: an area, a metric, a day, and the exact number.

    Use `Measurement.count`, `Measurement.share` or `Measurement.score`; they say what kind of number it is.

    Args:
        area: the kabupaten or kota (or the province, or a small group) that was measured.
        metric: what was counted.
        on: the day the figure holds for.
        numerator: how many; for a score the exact number itself.
        denominator: out of how many, or None where only a count was published; 0 is an empty base.
        size: how many people stand behind the figure, where the denominator does not say it.  Only small groups need
            it, see `MINIMUM_GROUP_SIZE`.

    Raises:
        InvalidValueError: ``negative``, ``over-full`` (more than the base holds), ``unexpected-base`` (the metric has
            none), ``not-finite`` or ``out-of-range``.
        WrongTypeError: ``float-for-exact``, ``bool-for-int``, ``datetime-for-date`` or ``wrong-type``.

    >>> from datetime import date
    >>> from pmm_core import find
    >>> from pmm_core.ranking import SCHOOLS_LOGGED_IN
    >>> full = Measurement.share(find("Batanghari"), SCHOOLS_LOGGED_IN, 240, of=240, on=date(2022, 11, 24))
    >>> full.percent(), full.left
    (Decimal('100.00'), 0)
    """

    area: Area
    metric: Metric
    on: date
    numerator: Exact
    denominator: int | None = None
    size: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.size is None and _is_plain(self.area, self.metric, self.on, self.numerator, self.denominator):
            return
        problems = Problems("Measurement")
        problems.instance("area", self.area, AREAS, "a Kabupaten, Province or Group")
        problems.day("on", self.on)
        if self.size is not None:
            problems.integer("size", self.size)
        if problems.instance("metric", self.metric, Metric, "a Metric"):
            self._check_number(problems)
        problems.done()

    def _check_number(self, problems: Problems) -> None:
        if self.metric.scale is Scale.SCORE:
            problems.exact("numerator", self.numerator, minimum=None)
        if self.denominator is not None and self.metric.base is None:
            problems.add("denominator", "unexpected-base", f"must be left out: {self.metric.key} has no base")
        if self.metric.scale is Scale.SCORE:
            return
        counted = problems.integer("numerator", self.numerator)
        if self.denominator is not None and problems.integer("denominator", self.denominator) and counted:
            over = self.numerator - self.denominator
            if over > 0:
                problems.add("numerator", "over-full", f"must not exceed the denominator, but does by {over}")

    @classmethod
    def count(cls, area: Area, metric: Metric, number: int, *, on: date, size: int | None = None) -> "Measurement":
        """A plain count, also of a metric whose base was not published.

        Args:
            area: where.
            metric: what was counted.
            number: how many.
            on: the day the figure holds for.
            size: how many people stand behind it; needed to rank small groups only.

        Raises:
            InvalidValueError: ``negative``.
            WrongTypeError: for a field of the wrong kind.
        """
        return cls(area=area, metric=metric, on=on, numerator=number, size=size)

    @classmethod
    def share(cls, area: Area, metric: Metric, number: int, *, of: int, on: date) -> "Measurement":
        """A share of a base.

        Args:
            area: where.
            metric: what was counted.
            number: how many.
            of: out of how many; 0 is an empty base, which has no share.
            on: the day the figure holds for.

        Raises:
            InvalidValueError: ``negative``, ``over-full`` or ``unexpected-base``.
            WrongTypeError: for a field of the wrong kind, None as a base among them.
        """
        if of is None:  # pyright: ignore[reportUnnecessaryComparison] -- callers without a type checker
            problems = Problems("Measurement")
            problems.add("of", "wrong-type", "must be a whole number, not None; use count where no base is known")
            problems.done()
        return cls(area=area, metric=metric, on=on, numerator=number, denominator=of)

    @classmethod
    def score(cls, area: Area, metric: Metric, value: Exact, *, on: date, size: int | None = None) -> "Measurement":
        """An exact score that counts nothing, for instance a published percentage or an index.

        Args:
            area: where.
            metric: a metric of the scale `Scale.SCORE`.
            value: the exact number: int, Fraction or Decimal.
            on: the day the figure holds for.
            size: how many people stand behind it; needed to rank small groups only.

        Raises:
            InvalidValueError: ``not-finite`` or ``out-of-range``.
            WrongTypeError: ``float-for-exact`` and others.
        """
        return cls(area=area, metric=metric, on=on, numerator=value, size=size)

    @property
    def scale(self) -> Scale:
        """Whether this is a count, a share or a score."""
        if self.metric.scale is Scale.SCORE:
            return Scale.SCORE
        return Scale.COUNT if self.denominator is None else Scale.SHARE

    @property
    def value(self) -> Fraction | None:
        """The exact number that is ranked; None for an empty base."""
        if self.denominator is None:
            return Fraction(self.numerator)
        return Fraction(self.numerator) / self.denominator if self.denominator else None

    @property
    def left(self) -> int | None:
        """How many of the base are still to be won; None where no base is known."""
        return None if self.denominator is None else self.denominator - int(self.numerator)

    @property
    def people(self) -> int | None:
        """How many stand behind the figure: the size where it was given, else the base; None if neither is known."""
        return self.denominator if self.size is None else self.size

    def __repr__(self) -> str:
        base = "" if self.denominator is None else f" of {self.denominator}"
        size = "" if self.size is None else f" (size {self.size})"
        return f"<Measurement {self.area.key} {self.metric.key} {self.on}: {self.numerator}{base}{size}>"

    def percent(self, places: int = 2) -> Decimal | None:
        """The share as a percentage for reading, rounded half up; rules never use it.

        Args:
            places: how many decimal places.

        Returns:
            The percentage; None for an empty base and for figures that are no share.

        Raises:
            InvalidValueError: ``negative`` or ``too-large`` for the decimal places.
            WrongTypeError: for anything but a whole number.
        """
        problems = Problems("percent")
        problems.integer("places", places, maximum=_MOST_PLACES)
        problems.done()
        if self.denominator is None or self.value is None:
            return None
        return rounded(self.value * 100, places)


def rounded(value: Fraction, places: int) -> Decimal:
    """Write an exact number with so many decimal places, half up."""
    doubled = 2 * abs(value.numerator) * 10**places + value.denominator
    digits = doubled // (2 * value.denominator)
    return Decimal((int(value < 0 < digits), tuple(map(int, str(digits))), -places))
