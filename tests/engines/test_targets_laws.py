"""Targets over frames are the targets of the core, on every engine."""

from carriers import Carrier
from hypothesis import given, settings, strategies as st
from tables import SCOPES, Figures, Row, by_key, few, figure_row, many_tables, methods, metrics_of, places, tables_of
from test_standings_laws import PINNED

from pmm_core.frames import MEASUREMENTS, targets
from pmm_core.ranking import Scale, ScopeKind, Standings, TieMethod
from pmm_core.testing import tie_methods


def units(table: Standings, rank: int) -> dict[str, tuple[int | None, int | None, str | None]]:
    """What a table of the core says to every area that it ranks."""
    if table.scale is Scale.SCORE:
        return {row.area.key: (None, None, "no-units") for row in table}
    if rank > table.size:
        return {row.area.key: (None, None, "no-such-place") for row in table}
    shared, passed = table.units_to(rank), table.units_to(rank, passing=True)
    return {key: (few, passed[key], "unreachable" if few is None else None) for key, few in shared.items()}


def wanted(figures: Figures, within: ScopeKind, ties: TieMethod, rank: int) -> list[Row]:
    found: list[Row] = []
    for parts in tables_of(figures, within, ties).values():
        for table in parts:
            common = {"scope": table.scope.key, "size": table.size, "wanted": rank, "ties": ties.value}
            told = units(table, rank)
            for figure in table.measurements:
                shared, passed, reason = told.get(figure.area.key, (None, None, "not-ranked"))
                units_of = {"to_share": shared, "to_pass": passed, "reason": reason}
                found.append(figure_row(figure) | common | places(ties, "rank", table.place_of(figure.area)) | units_of)
    return found


def agree(carrier: Carrier, figures: Figures, within: ScopeKind, ties: TieMethod, rank: int) -> None:
    frame = carrier.frame([*map(figure_row, figures)], MEASUREMENTS)
    found = targets(frame, rank=rank, within=within, ties=ties, metrics=metrics_of(figures))
    assert isinstance(found, carrier.kind())
    assert by_key(wanted(figures, within, ties, rank)) == by_key(carrier.rows(found))


class TestTargets:
    """Law: the fewest units to a place are those that the core finds by trying."""

    def test_over_any_tables(self, carrier: Carrier) -> None:
        @settings(max_examples=few(carrier))
        @given(many_tables(), st.sampled_from(SCOPES), tie_methods(), st.integers(1, 6))
        def check(figures: Figures, within: ScopeKind, ties: TieMethod, rank: int) -> None:
            agree(carrier, figures, within, ties, rank)

        check()

    def test_by_every_method(self, carrier: Carrier) -> None:
        for ties in methods(carrier):
            agree(carrier, PINNED, ScopeKind.NATION, ties, 3)
