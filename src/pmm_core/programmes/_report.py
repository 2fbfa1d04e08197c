"""A school's report of one year, its weakest indicators first, and how its scores differ from another year's."""

from datetime import MAXYEAR
from fractions import Fraction
from types import MappingProxyType
from typing import Final, final

import attrs

from pmm_core._checks import Exact, Problems
from pmm_core._texts import check_id
from pmm_core.errors import IncomparableError, Refusal
from pmm_core.programmes._rapor import PRIORITY_INDICATORS, Achievement, RaporIndicator, RaporReading

_PLACE: Final = MappingProxyType({indicator: place for place, indicator in enumerate(RaporIndicator)})
_WORD: Final = MappingProxyType({word: place for place, word in enumerate(Achievement)})


def _weakness(reading: RaporReading) -> tuple[int, Fraction, int]:
    return _WORD[reading.achievement], Fraction(reading.score), _PLACE[reading.indicator]


def _place(reading: RaporReading) -> int:
    return _PLACE[reading.indicator]


@final
@attrs.frozen(kw_only=True)
class RaporReport:
    """The Rapor Pendidikan of one unit for one year.

    Args:
        unit: the caller's own opaque id of the school or office (satuan pendidikan); not shown.
        year: the year of the report.
        readings: what it says, each indicator once, in any order; kept in the order of the indicators.

    Raises:
        InvalidValueError: ``empty`` without readings, ``duplicate`` for an indicator that occurs twice, ``personal-id``
            or ``malformed`` for the id.
        WrongTypeError: for a field of the wrong kind.

    >>> fair = RaporReading(indicator=RaporIndicator.NUMERACY, achievement=Achievement.FAIR, score=55)
    >>> poor = RaporReading(indicator=RaporIndicator.TEACHING_QUALITY, achievement=Achievement.POOR, score=58)
    >>> report = RaporReport(unit="s-1", year=2023, readings=(fair, poor))
    >>> [reading.indicator.value for reading in report.weakest]
    ['D.1', 'A.2']
    """

    unit: str = attrs.field(repr=False)
    year: int
    readings: tuple[RaporReading, ...]

    def __attrs_post_init__(self) -> None:
        problems = Problems("RaporReport")
        check_id(problems, "unit", self.unit)
        problems.integer("year", self.year, minimum=1, maximum=MAXYEAR)
        if problems.instance("readings", self.readings, tuple, "a tuple of readings"):
            if not self.readings:
                problems.add("readings", "empty", "must tell of an indicator at least")
            seen: set[RaporIndicator] = set()
            for index, each in enumerate(self.readings):
                if problems.instance(f"readings[{index}]", each, RaporReading, "a RaporReading"):
                    if each.indicator in seen:
                        problems.add(f"readings[{index}]", "duplicate", f"{each.indicator.value} occurs twice")
                    seen.add(each.indicator)
        problems.done()
        object.__setattr__(self, "readings", tuple(sorted(self.readings, key=_place)))

    @property
    def indicators(self) -> tuple[RaporIndicator, ...]:
        """The indicators that it tells of, in their own order."""
        return tuple(reading.indicator for reading in self.readings)

    @property
    def weakest(self) -> tuple[RaporReading, ...]:
        """All readings, the weakest first: by word, then by exact score, then in the order of the indicators."""
        return tuple(sorted(self.readings, key=_weakness))

    @property
    def untold(self) -> tuple[RaporIndicator, ...]:
        """The priority indicators that it does not tell of."""
        told = self.indicators
        return tuple(indicator for indicator in PRIORITY_INDICATORS if indicator not in told)

    def of(self, indicator: RaporIndicator) -> RaporReading | None:
        """Give what it says of an indicator; None where it does not tell.

        Args:
            indicator: which one.

        Raises:
            WrongTypeError: ``wrong-type`` for anything but an indicator.
        """
        problems = Problems("RaporReport.of")
        problems.instance("indicator", indicator, RaporIndicator, "a RaporIndicator")
        problems.done()
        return next((reading for reading in self.readings if reading.indicator is indicator), None)


@final
@attrs.frozen
class ScoreDifference:
    """How the score of one indicator differs between two reports (selisih skor).

    It is no judgement: by how much a score must differ before the report says *naik* or *turun* is not known here.

    Args:
        indicator: which one.
        before: the earlier score.
        after: the later score.

    Raises:
        InvalidValueError: ``negative`` for a score.
        WrongTypeError: ``float-for-exact`` and others.

    >>> ScoreDifference(RaporIndicator.LITERACY, 60, 55).difference
    Fraction(-5, 1)
    """

    indicator: RaporIndicator
    before: Exact
    after: Exact

    def __attrs_post_init__(self) -> None:
        problems = Problems("ScoreDifference")
        problems.instance("indicator", self.indicator, RaporIndicator, "a RaporIndicator")
        problems.exact("before", self.before)
        problems.exact("after", self.after)
        problems.done()

    @property
    def difference(self) -> Fraction:
        """The later score less the earlier one, exactly; below 0 where it fell."""
        return Fraction(self.after) - Fraction(self.before)


def score_differences(before: RaporReport, after: RaporReport) -> tuple[ScoreDifference, ...]:
    """Subtract the scores of an earlier report from those of a later one (selisih antartahun).

    Args:
        before: the earlier report.
        after: the later report, of the same unit and with the same indicators.

    Returns:
        One difference for each indicator, in the order of the indicators.

    Raises:
        IncomparableError: all of ``different-unit``, ``dates-reversed`` and ``different-indicators`` that apply.
        WrongTypeError: ``wrong-type`` for anything but reports.

    >>> def report(year, score):
    ...     reading = RaporReading(indicator=RaporIndicator.LITERACY, achievement=Achievement.FAIR, score=score)
    ...     return RaporReport(unit="s-1", year=year, readings=(reading,))
    >>> [str(each.difference) for each in score_differences(report(2022, 55), report(2023, 60))]
    ['5']
    """
    problems = Problems("score_differences")
    problems.instance("before", before, RaporReport, "a RaporReport")
    problems.instance("after", after, RaporReport, "a RaporReport")
    problems.done()
    found: list[Refusal] = []
    if before.unit != after.unit:
        found.append(Refusal("different-unit", "the reports are about different units"))
    if before.year >= after.year:
        why = f"the report of {before.year} is not earlier than that of {after.year}"
        found.append(Refusal("dates-reversed", why, ("the earlier report first",)))
    if before.indicators != after.indicators:
        both = tuple(each.value for each in before.indicators if each in after.indicators)
        found.append(Refusal("different-indicators", "the reports tell of different indicators", both))
    if found:
        raise IncomparableError("subtract the scores", tuple(found))
    return tuple(
        ScoreDifference(old.indicator, old.score, new.score)
        for old, new in zip(before.readings, after.readings, strict=True)
    )
