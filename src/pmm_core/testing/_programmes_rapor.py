"""Strategies for reports, and for the planning that follows from them, at any step."""

from fractions import Fraction
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from pmm_core._checks import Exact
from pmm_core.programmes import (
    PBD_STEPS,
    PRACTICES,
    Achievement,
    BudgetLine,
    Change,
    DataBasedPlanning,
    PbdRow,
    PbdStep,
    RaporIndicator,
    RaporReading,
    RaporReport,
    RootCause,
    ScoreDifference,
    Solution,
    WorkLine,
)
from pmm_core.testing._cycle_plans import pick, up_to
from pmm_core.testing._programmes import years
from pmm_core.testing._shared import check_member, check_size, check_strategies, check_year, hundredths

_TEXTS: Final = ("A", "umpan balik jarang diberikan", "<b>&amp;</b>", "ꦲꦏ꧀ꦱꦫ")
_CHANGES: Final = (None, *Change)
_PERCENT: Final = 100
_DEAREST: Final = 50_000_000
_STEPS: Final = len(PbdStep)
_MORE: Final = 2  # how many items beyond one for each may answer a step


@cache
def _scores() -> st.SearchStrategy[Exact]:
    whole = st.integers(0, _PERCENT)
    decimals = st.integers(0, _PERCENT * 100).map(hundredths)
    return whole | decimals | st.integers(0, _PERCENT * 7).map(lambda number: Fraction(number, 7))


def rapor_readings(*, indicator: RaporIndicator | None = None) -> st.SearchStrategy[RaporReading]:
    """Generate what a report says of an indicator, by every word and exact kind of score.

    Args:
        indicator: only of this indicator; any where it is left out.

    Returns:
        A strategy for readings; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(rapor_readings(), lambda reading: reading.score > 50).score
    51
    """
    return _readings(indicator)


@st.composite
def _readings(draw: st.DrawFn, indicator: RaporIndicator | None) -> RaporReading:
    check_member("indicator", indicator, RaporIndicator)
    return _reading(draw, pick(draw, tuple(RaporIndicator)) if indicator is None else indicator)


def _reading(draw: st.DrawFn, indicator: RaporIndicator) -> RaporReading:
    word, change = pick(draw, tuple(Achievement)), pick(draw, _CHANGES)
    return RaporReading(indicator=indicator, achievement=word, score=draw(_scores()), change=change)


def rapor_reports(*, year: int | None = None) -> st.SearchStrategy[RaporReport]:
    """Generate the Rapor Pendidikan of units, on one indicator or on several.

    Args:
        year: only of this year; any where it is left out.

    Returns:
        A strategy for reports; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(rapor_reports(year=2023), lambda report: True).indicators
    (RaporIndicator.LITERACY,)
    """
    return _reports(year)


@st.composite
def _reports(draw: st.DrawFn, year: int | None) -> RaporReport:
    check_year("year", year)
    chosen = _subset(draw, tuple(RaporIndicator))
    if draw(st.booleans()):
        chosen = chosen[::-1]
    return RaporReport(
        unit=f"s-{1 + up_to(draw, 98)}",
        year=draw(years()) if year is None else year,
        readings=tuple(_reading(draw, indicator) for indicator in chosen),
    )


def _subset(draw: st.DrawFn, values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Draw some of these, at least one; shrinks to the first alone."""
    mask = 1 + up_to(draw, 2 ** len(values) - 2)
    return tuple(value for place, value in enumerate(values) if mask >> place & 1)


def score_differences() -> st.SearchStrategy[ScoreDifference]:
    """Generate how the score of an indicator differs between two reports (selisih skor).

    Returns:
        A strategy for differences.

    >>> from hypothesis import find as simplest
    >>> simplest(score_differences(), lambda each: each.difference > 10).after
    11
    """
    return st.builds(ScoreDifference, st.sampled_from(RaporIndicator), _scores(), _scores())


def root_causes(*, indicator: RaporIndicator | None = None) -> st.SearchStrategy[RootCause]:
    """Generate root causes (akar masalah), with and without a practice behind them.

    Args:
        indicator: only of this indicator; any where it is left out.

    Returns:
        A strategy for root causes; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(root_causes(), lambda cause: cause.practice is not None).indicator
    RaporIndicator.TEACHING_QUALITY
    """
    return _root_causes(indicator)


@st.composite
def _root_causes(draw: st.DrawFn, indicator: RaporIndicator | None) -> RootCause:
    check_member("indicator", indicator, RaporIndicator)
    chosen = pick(draw, tuple(RaporIndicator)) if indicator is None else indicator
    return _root_cause(draw, _key(draw, "c"), chosen)


def _key(draw: st.DrawFn, letter: str) -> str:
    return f"{letter}{1 + up_to(draw, 98)}"


def _root_cause(draw: st.DrawFn, key: str, indicator: RaporIndicator) -> RootCause:
    practice = pick(draw, (None, *PRACTICES[indicator]))
    return RootCause(key=key, indicator=indicator, text=pick(draw, _TEXTS), practice=practice)


def solutions() -> st.SearchStrategy[Solution]:
    """Generate solutions of a root cause (benahi).

    Returns:
        A strategy for solutions.

    >>> from hypothesis import find as simplest
    >>> simplest(solutions(), lambda each: True)
    Solution(key='s1', root_cause='c1')
    """
    return _solutions()


@st.composite
def _solutions(draw: st.DrawFn) -> Solution:
    return Solution(_key(draw, "s"), _key(draw, "c"), pick(draw, _TEXTS))


def work_lines() -> st.SearchStrategy[WorkLine]:
    """Generate lines of a work plan (RKT).

    Returns:
        A strategy for work lines.

    >>> from hypothesis import find as simplest
    >>> simplest(work_lines(), lambda each: True)
    WorkLine(key='w1', solution='s1')
    """
    return _work_lines()


@st.composite
def _work_lines(draw: st.DrawFn) -> WorkLine:
    return WorkLine(_key(draw, "w"), _key(draw, "s"), pick(draw, _TEXTS))


def budget_lines() -> st.SearchStrategy[BudgetLine]:
    """Generate lines of a budget (ARKAS).

    Returns:
        A strategy for budget lines.

    >>> from hypothesis import find as simplest
    >>> simplest(budget_lines(), lambda each: True)
    BudgetLine(key='b1', work='w1', amount=0)
    """
    return _budget_lines()


@st.composite
def _budget_lines(draw: st.DrawFn) -> BudgetLine:
    return BudgetLine(_key(draw, "b"), _key(draw, "w"), up_to(draw, _DEAREST))


def pbd_rows() -> st.SearchStrategy[PbdRow]:
    """Generate the rows of the table of steps (langkah PBD).

    Returns:
        A strategy for rows.

    >>> from hypothesis import find as simplest
    >>> simplest(pbd_rows(), lambda row: row.answers_all).step
    PbdStep.REFLECTION
    """
    return st.sampled_from(PBD_STEPS)


def data_based_plannings(
    *, report: st.SearchStrategy[RaporReport] | None = None, steps: int | None = None
) -> st.SearchStrategy[DataBasedPlanning]:
    """Generate data-based planning (PBD) that has come to any step; shrinks to a report of which nothing was chosen.

    Args:
        report: what it starts from; any report where it is left out.
        steps: how many steps are taken, 0 to 6; any number where it is left out.

    Returns:
        A strategy for plannings; drawing from it raises ``InvalidArgument`` for an argument of the wrong kind.

    >>> from hypothesis import find as simplest
    >>> simplest(data_based_plannings(), lambda planning: True)
    <DataBasedPlanning 2020, next: identification>
    >>> len(simplest(data_based_plannings(steps=6), lambda planning: True).budget)
    1
    """
    return _plannings(report, steps)


@cache
def _any_report() -> st.SearchStrategy[RaporReport]:
    return rapor_reports()


@st.composite
def _plannings(draw: st.DrawFn, report: st.SearchStrategy[RaporReport] | None, steps: int | None) -> DataBasedPlanning:
    check_strategies(report=report)
    if steps is not None:
        check_size("steps", steps, _STEPS)
    taken = up_to(draw, _STEPS) if steps is None else steps
    from_report = draw(_any_report() if report is None else report)
    indicators = _subset(draw, from_report.indicators) if taken else ()
    causes: tuple[RootCause, ...] = ()
    fixes: tuple[Solution, ...] = ()
    work: tuple[WorkLine, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    if taken > 1:
        causes = tuple(_root_cause(draw, f"c{n}", each) for n, each in _answers(draw, indicators))
    if taken > 2:  # noqa: PLR2004 -- the number of a step
        fixes = tuple(Solution(f"s{n}", each.key, pick(draw, _TEXTS)) for n, each in _answers(draw, causes))
    if taken > 3:  # noqa: PLR2004 -- the number of a step
        work = tuple(WorkLine(f"w{n}", each.key, pick(draw, _TEXTS)) for n, each in _answers(draw, fixes))
    if taken > 4:  # noqa: PLR2004 -- the number of a step
        budget = tuple(BudgetLine(f"b{n}", each.key, up_to(draw, _DEAREST)) for n, each in _answers(draw, work))
    return DataBasedPlanning(
        report=from_report,
        indicators=indicators,
        root_causes=causes,
        solutions=fixes,
        work=work,
        budget=budget,
        concluded=taken == _STEPS,
    )


def _answers(draw: st.DrawFn, asked: tuple[Any, ...]) -> list[tuple[int, Any]]:
    """Number what answers the step before: one for each, and up to two more; some are told in another order."""
    more = [pick(draw, asked) for _ in range(up_to(draw, _MORE))]
    return list(enumerate((*more, *asked), 1))
