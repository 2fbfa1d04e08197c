"""What users write with pictures; checked, never run."""

from datetime import date
from typing import assert_type

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pmm_core import CALENDAR, CreditLedger, History, Kabupaten, PerformanceCycle, Period, Standings
from pmm_core.plots import (
    adoption_funnel,
    credit_ledger,
    cycle_progress,
    period_timeline,
    rank_history,
    standings,
)
from pmm_core.ranking import FunnelReading, Language


def pages(history: History, table: Standings, reading: FunnelReading, batang: Kabupaten, language: Language) -> None:
    """Draw a ranking."""
    ax = Figure().add_subplot()
    assert_type(rank_history(history), Axes)
    assert_type(rank_history(history, highlight=[batang, "Kudus"], ax=ax, language=language), Axes)
    assert_type(rank_history(history, highlight=(name for name in ("33.25", "33.19"))), Axes)
    assert_type(standings(table), Axes)
    assert_type(standings(table, before=table, highlight={batang}, top=5, ax=None, language="id"), Axes)
    assert_type(adoption_funnel(reading, ax=ax, language="en"), Axes)


def more(cycle: PerformanceCycle, ledger: CreditLedger) -> None:
    """Draw the rest."""
    assert_type(period_timeline(Period.parse("2024-S1"), calendar=CALENDAR, on=date(2024, 3, 7), language="id"), Axes)
    assert_type(cycle_progress(cycle, on=None, language="id"), Axes)
    assert_type(cycle_progress(cycle, on=date(2024, 3, 7)), Axes)
    assert_type(credit_ledger(ledger).get_title(loc="right"), str)
