"""Steps that can only narrow: whoever took the third took the second."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Final, final

import attrs

from pmm_core._checks import Problems, items
from pmm_core.ranking._area import Area
from pmm_core.ranking._measurement import Measurement
from pmm_core.ranking._metric import Metric
from pmm_core.ranking._standard import ACCOUNTS_ACTIVATED, TEACHERS_LOGGED_IN, TOPICS_COMPLETED


@final
@attrs.frozen
class FunnelReading:
    """The steps of one area on one day, each at most as many as the one before.

    `Funnel.read` builds it.

    Args:
        measurements: the figures in the order of the steps.

    Raises:
        InvalidValueError: ``funnel-widens`` for every step that counts more than the one before, ``funnel-base`` where
            the bases differ, ``mixed-areas``, ``mixed-dates``, ``empty``.
        WrongTypeError: for anything but measurements.
    """

    measurements: tuple[Measurement, ...]

    def __attrs_post_init__(self) -> None:
        problems = Problems("FunnelReading")
        if problems.instance("measurements", self.measurements, tuple, "a tuple of measurements"):
            if not self.measurements:
                problems.add("measurements", "empty", "must hold at least one step")
            for index, figure in enumerate(self.measurements):
                problems.instance(f"measurements[{index}]", figure, Measurement, "a Measurement")
        problems.done()
        for index, (one, other) in enumerate(pairwise(self.measurements), 1):
            self._check_step(problems, f"measurements[{index}]", one, other)
        problems.done()

    def _check_step(self, problems: Problems, where: str, one: Measurement, other: Measurement) -> None:
        if other.area.key != one.area.key:
            problems.add(f"{where}.area", "mixed-areas", f"is {other.area}, not {one.area}")
        if other.on != one.on:
            problems.add(f"{where}.on", "mixed-dates", f"is {other.on}, not {one.on}")
        if other.denominator != one.denominator:
            problems.add(f"{where}.denominator", "funnel-base", f"differs from that of {one.metric.key}")
        if other.numerator > one.numerator:
            more = Fraction(other.numerator) - Fraction(one.numerator)
            problems.add(f"{where}.numerator", "funnel-widens", f"{other.metric.key} is {more} above {one.metric.key}")

    @property
    def area(self) -> Area:
        """Whose steps they are."""
        return self.measurements[0].area

    @property
    def on(self) -> date:
        """The day they hold for."""
        return self.measurements[0].on

    @property
    def lost(self) -> tuple[int, ...]:
        """How many each step has fewer than the one before; nothing for the first."""
        counts = [int(figure.numerator) for figure in self.measurements]
        return tuple(one - other for one, other in pairwise(counts))


@final
@attrs.frozen
class Funnel:
    """Metrics in the order in which people pass through them (corong adopsi).

    Args:
        steps: the metrics, the widest first.

    Raises:
        InvalidValueError: ``empty``, or ``duplicate`` for a metric that occurs twice.
        WrongTypeError: for anything but metrics.

    >>> from datetime import date
    >>> from pmm_core import Measurement, find
    >>> kudus, day = find("Kudus"), date(2022, 8, 15)
    >>> steps = zip(ADOPTION.steps[1:], (88, 54, 35, 25, 17))
    >>> ADOPTION.read(Measurement.share(kudus, step, n, of=100, on=day) for step, n in steps).lost
    (34, 19, 10, 8)
    """

    steps: tuple[Metric, ...]

    def __attrs_post_init__(self) -> None:
        problems = Problems("Funnel")
        if problems.instance("steps", self.steps, tuple, "a tuple of metrics"):
            if not self.steps:
                problems.add("steps", "empty", "must hold at least one metric")
            seen: set[str] = set()
            for index, step in enumerate(self.steps):
                if problems.instance(f"steps[{index}]", step, Metric, "a Metric"):
                    if step.key in seen:
                        problems.add(f"steps[{index}]", "duplicate", f"{step.key} occurs twice")
                    seen.add(step.key)
        problems.done()

    def read(self, measurements: Iterable[Measurement]) -> FunnelReading:
        """Put the figures of one area in the order of the steps and check that they only narrow.

        Args:
            measurements: one per step, in any order; steps that were not measured may be left out.

        Returns:
            The reading.

        Raises:
            InvalidValueError: ``wrong-metric``, ``duplicate``, and those of `FunnelReading`.
            WrongTypeError: for anything but measurements.
        """
        problems = Problems("Funnel")
        figures = items(problems, "measurements", measurements, "measurements")
        order = {step.key: position for position, step in enumerate(self.steps)}
        found: dict[int, Measurement] = {}
        for index, figure in enumerate(figures):
            if problems.instance(f"measurements[{index}]", figure, Measurement, "a Measurement"):
                position = order.get(figure.metric.key, -1)
                if position < 0:
                    problems.add(f"measurements[{index}].metric", "wrong-metric", f"{figure.metric.key} is no step")
                elif position in found:
                    problems.add(f"measurements[{index}]", "duplicate", f"{figure.metric.key} is given twice")
                found[position] = figure
        problems.done()
        return FunnelReading(tuple(found[position] for position in sorted(found)))


ADOPTION: Final = Funnel((ACCOUNTS_ACTIVATED, TEACHERS_LOGGED_IN, *TOPICS_COMPLETED))
"""From an activated account through the log-in to topics 1 to 4."""
