"""What must not type-check with pictures; a marker that is not needed is an error."""

from datetime import date

from matplotlib.figure import Figure

from pmm_core import CreditLedger, History, PerformanceCycle, Period, Standings
from pmm_core.plots import (
    adoption_funnel,
    credit_ledger,
    cycle_progress,
    period_timeline,
    rank_history,
    standings,
)


def pages(history: History, table: Standings, cycle: PerformanceCycle, ledger: CreditLedger) -> None:
    rank_history(table)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    rank_history([table])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    rank_history(history, ["Kudus"])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    rank_history(history, highlight=3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    rank_history(history, ax=Figure())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    rank_history(history, language="fr")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    standings(table, table)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    standings(table, before=history)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    standings(table, top="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    adoption_funnel(table)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    period_timeline("2024-S1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    period_timeline(Period.parse("2024-S1"), on="2024-03-07")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    cycle_progress(cycle, date(2024, 3, 7))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    credit_ledger(cycle)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    credit_ledger(ledger, on=date(2024, 3, 7))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    credit_ledger(ledger).savefig("x.png")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
