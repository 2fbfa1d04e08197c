"""Movement over frames is the comparison of the core, on every engine."""

from datetime import date, timedelta

import attrs
from carriers import Carrier
from hypothesis import example, given, settings, strategies as st
from tables import SCOPES, Figures, Row, few, figure_row, many_tables, metrics_of, places, tables_of
from test_standings_laws import PINNED

from pmm_core.frames import MEASUREMENTS, movement, standings
from pmm_core.ranking import Measurement, ScopeKind, Standings, TieMethod, compare
from pmm_core.testing import tie_methods

LATER = [
    attrs.evolve(one, on=one.on + timedelta(days=9), area=two.area)
    for one, two in zip(PINNED[:7], PINNED[2:7], strict=False)
]


def halves(figures: Figures) -> tuple[Figures, Figures]:
    """The figures of each metric's first day, and those of its last."""
    first: dict[str, date] = {}
    for figure in figures:
        first.setdefault(figure.metric.key, figure.on)

    def is_first(figure: Measurement) -> bool:
        return figure.on == first[figure.metric.key]

    return [figure for figure in figures if is_first(figure)], [figure for figure in figures if not is_first(figure)]


def known_tables(figures: Figures, within: ScopeKind, ties: TieMethod) -> dict[tuple[str, str], Standings]:
    tables = tables_of(figures, within, ties)
    return {(table.metric.key, table.scope.key): table for parts in tables.values() for table in parts if table.size}


def wanted(before: Figures, after: Figures, within: ScopeKind, ties: TieMethod) -> list[Row]:
    old, new = known_tables(before, within, ties), known_tables(after, within, ties)
    found: list[Row] = []
    for metric, scope in {**old, **new}:
        earlier, later = old.get((metric, scope)), new.get((metric, scope))
        days = {"on_before": earlier and earlier.on, "on_after": later and later.on, "reason": None}
        known = {"metric": metric, "scope": scope} | days
        if earlier is not None and later is not None:
            moves = [(row.area, row.kind.value, row.before, row.after, row.places) for row in compare(earlier, later)]
        else:
            moves = [(row.area, "new", None, row.rank, None) for row in later or ()]
            moves += [(row.area, "left", row.rank, None, None) for row in earlier or ()]
        for area, kind, from_place, to_place, climbed in moves:
            numbers = places(ties, "rank_before", from_place) | places(ties, "rank_after", to_place)
            found.append({"area": area.key, "kind": kind} | known | numbers | places(ties, "places", climbed))
    return found


def by_table(rows: list[Row]) -> dict[tuple[str, str, str], Row]:
    return {(row["area"], row["metric"], row["scope"]): row for row in rows}


class TestMovement:
    """Law: who climbed and who fell is what `compare` says of the two tables."""

    def test_between_any_tables(self, carrier: Carrier) -> None:
        @settings(max_examples=few(carrier))
        @given(many_tables(), st.sampled_from(SCOPES), tie_methods())
        @example(PINNED + LATER, ScopeKind.NATION, TieMethod.FRACTIONAL)
        def check(figures: Figures, within: ScopeKind, ties: TieMethod) -> None:
            before, after = halves(figures)
            earlier, later = (
                standings(
                    carrier.frame([*map(figure_row, half)], MEASUREMENTS),
                    within=within,
                    ties=ties,
                    metrics=metrics_of(figures),
                )
                for half in (before, after)
            )
            found = movement(earlier, later)
            assert isinstance(found, carrier.kind())
            rows = carrier.rows(found)
            assert by_table(wanted(before, after, within, ties)) == by_table(rows)
            assert len(rows) == len(by_table(rows))

        check()
