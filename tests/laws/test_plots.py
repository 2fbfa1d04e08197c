"""Laws of the pictures: whatever can be built can be drawn, and what stands on a picture is what the value says."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings, strategies as st

from pmm_core import CALENDAR, CreditLedger, History, PerformanceCycle, Period, Standings
from pmm_core.overview import REACHED
from pmm_core.plots import (
    _canvas,
    adoption_funnel,
    credit_ledger,
    cycle_progress,
    period_timeline,
    rank_history,
    standings,
)
from pmm_core.plots._canvas import spread
from pmm_core.plots._days import thinned, width_of
from pmm_core.ranking import FunnelReading
from pmm_core.testing import credit_ledgers, cycles, funnel_readings, histories, table_pairs

KNOWN = [*CALENDAR.periods(2024), *CALENDAR.periods(2025)]
FEW = settings(max_examples=10)  # a drawing takes long beside what is drawn
heights = st.lists(st.integers(1, 60).map(float), max_size=40).map(sorted)


class TestLabelsStandApart:
    """Labels keep their order and stand so far apart as they must; those that have room do not move."""

    @given(heights, st.sampled_from([1.0, 1.5, 3.0]))
    @example([], 1.0)
    @example([1, 1, 1], 1.0)
    @example([1, 2, 2, 4], 1.0)
    def test_no_two_are_nearer_than_that(self, wanted: list[float], apart: float) -> None:
        found = spread(wanted, apart)
        assert len(wanted) == len(found)
        assert [] == [pair for pair in pairwise(found) if pair[1] - pair[0] < apart - 1e-6]

    @given(st.lists(st.integers(1, 60), unique=True).map(sorted))
    @example([1, 2, 3])
    def test_what_has_room_stays(self, wanted: list[int]) -> None:
        assert wanted == spread([float(place) for place in wanted], 1)

    @given(heights)
    @example([1, 1, 1])
    def test_the_mean_does_not_move(self, wanted: list[float]) -> None:
        assert sum(wanted) == pytest.approx(sum(spread(wanted, 1)))


class TestDaysOnAnAxis:
    """The first and the last day are always written, the others where there is room."""

    @given(st.lists(st.dates(date(2020, 1, 1), date(2026, 1, 1)), min_size=1, unique=True).map(sorted))
    @example([date(2022, 1, 1)])
    @example([date(2022, 1, 1), date(2022, 1, 2), date(2022, 12, 31)])
    def test_as_many_as_there_is_room_for(self, days: Sequence[date]) -> None:
        kept = thinned(days, 8)
        assert (days[0], days[-1]) == (kept[0], kept[-1])
        assert [] == [pair for pair in pairwise(kept[:-1]) if (pair[1] - pair[0]).days < width_of(days) / 8]
        assert 9 >= len(kept)


class TestRankingsAreDrawn:
    """Every area with a place is on the picture, and every place is the one of the table."""

    @FEW
    @given(histories())
    def test_a_history(self, history: History) -> None:
        ax = rank_history(history, highlight=list(history.tables[-1].areas)[:2])
        texts = [text.get_text() for text in ax.texts]
        placed = {row.area.key for row in history.tables[-1].rows}
        assert len(placed) == len([text for text in texts if "  " in text and "\n" not in text])

    @FEW
    @given(table_pairs())
    def test_standings(self, pair: tuple[Standings, Standings]) -> None:
        before, after = pair
        ax = standings(after, before=before, language="id")
        assert after.size == len(ax.get_yticklabels()) == len(ax.patches)
        top, rest = standings(after, top=1), [row for row in after.rows if row.rank <= 1]
        assert len(rest) == len(top.patches)

    @FEW
    @given(funnel_readings())
    def test_a_funnel(self, reading: FunnelReading) -> None:
        ax = adoption_funnel(reading)
        assert len(reading.measurements) == len(ax.get_yticklabels())
        lost = [text.get_text() for text in ax.texts if text.get_text().startswith("−")]
        assert len([number for number in reading.lost if number]) == len(lost)


class TestPeriodsAndCyclesAreDrawn:
    """A day shows the phases that are open on it, and a cycle the milestones that it has reached."""

    @FEW
    @given(st.sampled_from(KNOWN), st.integers(0, 180))
    @example(KNOWN[0], 0)
    def test_a_day_of_a_period(self, period: Period, number: int) -> None:
        on = date.fromordinal(CALENDAR.span(period).start.toordinal() + number)
        ax = period_timeline(period, on=on)
        opened = [found.phase.label_en for found in CALENDAR.phases_on(on) if found.period == period]
        assert ax.texts[-1].get_text().endswith(", ".join(opened) or "no phase is open")

    @FEW
    @given(cycles())
    def test_a_cycle(self, cycle: PerformanceCycle) -> None:
        ax = cycle_progress(cycle)
        full = [mark for mark in ax.get_children() if getattr(mark, "get_markerfacecolor", str)() == _canvas.BLUE]
        assert len(REACHED[cycle.place]) == len([mark for mark in full if getattr(mark, "get_marker", str)() == "o"])
        texts = "\n".join(text.get_text() for text in ax.texts)
        assert cycle.state.label_en in texts


class TestLedgersAreDrawn:
    """Every entry has a column, and the balance is written as the ledger writes it."""

    @FEW
    @given(credit_ledgers())
    def test_a_ledger(self, ledger: CreditLedger) -> None:
        ax = credit_ledger(ledger)
        assert 1 + len(ledger.entries) == len(ax.get_xticklabels())
        assert f"{ledger.balance:,}" in {text.get_text() for text in ax.texts}
