"""Several metrics in one score, by exact weights."""

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Final, final

import attrs

from pmm_core._checks import Exact, Problems, items
from pmm_core.ranking._alike import check_kind
from pmm_core.ranking._area import Scope
from pmm_core.ranking._measurement import Measurement
from pmm_core.ranking._metric import Metric, Scale
from pmm_core.ranking._rank import rank
from pmm_core.ranking._rows import Unranked, UnrankedReason
from pmm_core.ranking._standard import POINTS
from pmm_core.ranking._standings import Standings
from pmm_core.ranking._ties import TieMethod
from pmm_core.regions import Province
from pmm_core.sources import Source

_KEY: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FULL: Final = 100


@final
@attrs.frozen(kw_only=True)
class Component:
    """One metric of an index.

    Args:
        metric: which one; a share, or a count with a full mark.
        weight: its part of the index, above 0; the weights of an index add up to exactly 1.
        full_mark: for a count, how many earn all its points; more earn no more.  None for a share.

    Raises:
        InvalidValueError: ``too-small`` for a weight or full mark that is not above 0, ``missing-base`` for a count
            without a full mark, ``unexpected-base`` for a share with one, ``wrong-metric`` for a score.
        WrongTypeError: ``float-for-exact`` and others.

    >>> from fractions import Fraction
    >>> from pmm_core.ranking import TEACHERS_LOGGED_IN
    >>> Component(metric=TEACHERS_LOGGED_IN, weight=Fraction(1, 2)).weight
    Fraction(1, 2)
    """

    metric: Metric
    weight: Exact
    full_mark: int | None = None

    def __attrs_post_init__(self) -> None:
        problems = Problems("Component")
        if problems.exact("weight", self.weight, maximum=1) and self.weight == 0:
            problems.add("weight", "too-small", "must be above 0")
        if self.full_mark is not None:
            problems.integer("full_mark", self.full_mark, minimum=1)
        if problems.instance("metric", self.metric, Metric, "a Metric"):
            if self.metric.scale is Scale.SCORE:
                problems.add("metric", "wrong-metric", "must be a share or a count, not a score")
            if self.metric.scale is Scale.SHARE and self.full_mark is not None:
                problems.add("full_mark", "unexpected-base", "must be left out: a share has its base")
            if self.metric.scale is Scale.COUNT and self.full_mark is None:
                problems.add("full_mark", "missing-base", "must say how many earn all points of a count")
        problems.done()

    def points(self, figure: Measurement) -> Fraction | None:
        """What a figure earns, from 0 to the weight; None for an empty base or a share published without its base.

        Args:
            figure: what was measured, of the metric of this component; a share, or a count where it has a full mark.

        Raises:
            InvalidValueError: ``wrong-metric`` for a figure of another metric.
            WrongTypeError: for anything but a measurement.
        """
        problems = Problems("Component")
        if problems.instance("figure", figure, Measurement, "a Measurement") and figure.metric != self.metric:
            problems.add("figure.metric", "wrong-metric", f"is {figure.metric.key}, not {self.metric.key}")
        problems.done()
        if self.full_mark is None:
            part = figure.value if figure.scale is Scale.SHARE else None
        else:
            part = min(Fraction(int(figure.numerator), self.full_mark), Fraction(1))
        if part is None:
            return None
        return Fraction(self.weight) * (part if self.metric.more_is_better else 1 - part)


@final
@attrs.frozen(kw_only=True)
class Index:
    """A composite index: several metrics with exact weights (indeks komposit).

    Args:
        key: short and stable, lower case.
        label_id: the Indonesian wording.
        label_en: the English wording.
        components: the metrics and their weights.
        source: who decided so.

    Raises:
        InvalidValueError: ``weights-sum`` where the weights do not add up to exactly 1, ``duplicate`` for a metric
            that occurs twice, ``empty``, ``malformed``.
        WrongTypeError: for a field of the wrong kind.
    """

    key: str
    label_id: str
    label_en: str
    components: tuple[Component, ...]
    source: Source

    def __attrs_post_init__(self) -> None:
        problems = Problems("Index")
        if problems.text("key", self.key) and not _KEY.fullmatch(self.key):
            problems.add("key", "malformed", "must be lower-case words and numbers joined by hyphens")
        problems.text("label_id", self.label_id)
        problems.text("label_en", self.label_en)
        problems.instance("source", self.source, Source, "a Source")
        if problems.instance("components", self.components, tuple, "a tuple of components"):
            self._check_components(problems)
        problems.done()

    def _check_components(self, problems: Problems) -> None:
        seen: set[str] = set()
        kinds = [
            problems.instance(f"components[{index}]", component, Component, "a Component")
            for index, component in enumerate(self.components)
        ]
        if not all(kinds):
            return
        for index, component in enumerate(self.components):
            if component.metric.key in seen:
                problems.add(f"components[{index}]", "duplicate", f"{component.metric.key} occurs twice")
            seen.add(component.metric.key)
        total = sum((Fraction(component.weight) for component in self.components), Fraction(0))
        if total != 1:
            problems.add("components", "weights-sum", f"weights must add up to exactly 1, not {total}")

    @property
    def metric(self) -> Metric:
        """The metric of the table that the index yields: points from 0 to 100."""
        return Metric(
            key=self.key,
            label_id=self.label_id,
            label_en=self.label_en,
            unit=POINTS,
            scale=Scale.SCORE,
            source=self.source,
        )


def composite(
    index: Index,
    measurements: Iterable[Measurement],
    *,
    on: date | None = None,
    scope: Scope | Province | None = None,
    ties: TieMethod = TieMethod.COMPETITION,
    minimum: int | None = None,
) -> Standings:
    """Rank areas by a composite index.

    Args:
        index: the metrics and their weights.
        measurements: the figures of all its metrics, in any order, all of one day.
        on: their day; needed only for a table that may be empty.
        scope: among whom, see `rank`.
        ties: how equal scores are numbered.
        minimum: groups of fewer people get no place, see `rank`; the smallest figure of a group decides.

    Returns:
        The table of points from 0 to 100; who lacks a component or the base of a share, or has an empty base, stands in
        it without a place, and with the reason.

    Raises:
        InvalidValueError: ``wrong-metric`` for a figure that the index does not use, ``duplicate``, ``mixed-dates``,
            ``mixed-areas``, and the errors of `rank`.
        WrongTypeError: for an argument of the wrong kind.

    >>> from datetime import date
    >>> from fractions import Fraction
    >>> from pmm_core import Measurement, find
    >>> from pmm_core.ranking import COMMUNITIES_REGISTERED, SCHOOLS_LOGGED_IN
    >>> from pmm_core.sources import Certainty, Source
    >>> ours = Source(key="example", title="An example", locator="here", certainty=Certainty.DESIGN)
    >>> half = Fraction(1, 2)
    >>> index = Index(key="example", label_id="contoh", label_en="example", source=ours, components=(
    ...     Component(metric=SCHOOLS_LOGGED_IN, weight=half),
    ...     Component(metric=COMMUNITIES_REGISTERED, weight=half, full_mark=150)))
    >>> here, day = find("Batanghari"), date(2022, 11, 24)
    >>> table = composite(index, [
    ...     Measurement.share(here, SCHOOLS_LOGGED_IN, 240, of=240, on=day),
    ...     Measurement.count(here, COMMUNITIES_REGISTERED, 144, on=day)])
    >>> table.of(here).measurement.value
    Fraction(98, 1)
    """
    problems = Problems("composite")
    problems.instance("index", index, Index, "an Index")
    figures = items(problems, "measurements", measurements, "measurements")
    problems.done()
    parts = _by_area(problems, index, figures)
    problems.done()
    scores: list[Measurement] = []
    without: list[Unranked] = []
    for known in parts.values():
        area, day = next((figure.area, figure.on) for figure in known.values())
        points = [
            component.points(known[component.metric.key])
            for component in index.components
            if component.metric.key in known
        ]
        earned = [point for point in points if point is not None]
        if len(earned) < len(index.components):
            without.append(Unranked(area, _reason(index, known)))
            continue
        people = [figure.people for figure in known.values()]
        size = None if None in people else min(number for number in people if number is not None)
        scores.append(Measurement.score(area, index.metric, _FULL * sum(earned, Fraction(0)), on=day, size=size))
    return rank(
        scores, metric=index.metric, on=_day(figures, on), scope=scope, ties=ties, minimum=minimum, without=without
    )


def _reason(index: Index, known: dict[str, Measurement]) -> UnrankedReason:
    """Why somebody earns no score: a base of 0 is empty, one that was not published is a part that is missing."""
    shares = [one.metric.key for one in index.components if one.full_mark is None]
    complete = len(known) == len(index.components) and None not in [known[key].denominator for key in shares]
    return UnrankedReason.EMPTY_BASE if complete else UnrankedReason.INCOMPLETE


def _day(figures: Iterable[Measurement], on: date | None) -> date | None:
    return next((figure.on for figure in figures), None) if on is None else on


def _by_area(problems: Problems, index: Index, figures: Iterable[object]) -> dict[str, dict[str, Measurement]]:
    """Sort the figures by area and metric, and find all that does not belong."""
    wanted = {component.metric.key: component.metric for component in index.components}
    parts: dict[str, dict[str, Measurement]] = {}
    first: Measurement | None = None
    for position, figure in enumerate(figures):
        where = f"measurements[{position}]"
        if not isinstance(figure, Measurement):
            problems.instance(where, figure, Measurement, "a Measurement")
            continue
        first = first or figure
        if wanted.get(figure.metric.key) != figure.metric:
            problems.add(f"{where}.metric", "wrong-metric", f"{figure.metric.key} is not part of {index.key}")
        if figure.on != first.on:
            problems.add(f"{where}.on", "mixed-dates", f"is {figure.on}, not {first.on}")
        check_kind(problems, where, figure.area, type(first.area))
        known = parts.setdefault(figure.area.key, {})
        if figure.metric.key in known:
            problems.add(where, "duplicate", f"{figure.area} has two figures of {figure.metric.key}")
        known[figure.metric.key] = figure
    return parts
