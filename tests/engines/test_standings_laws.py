"""Standings over frames are the tables of the core, on every engine."""

from collections.abc import Sequence
from datetime import date

from carriers import Carrier
from hypothesis import example, given, settings, strategies as st
from tables import SCOPES, Figures, Row, by_key, few, figure_row, many_tables, metrics_of, places, points, tables_of

from pmm_core import find
from pmm_core.frames import MEASUREMENTS, standings
from pmm_core.ranking import (
    COMMUNITIES_REGISTERED,
    LARGER_BASE,
    LARGER_COUNT,
    TEACHERS_LOGGED_IN,
    Measurement,
    Scale,
    ScopeKind,
    TieBreak,
    TieMethod,
)
from pmm_core.testing import tie_methods

DAY = date(2022, 12, 23)
NAMES = ("Kab. Batang", "Kudus", "Kab. Semarang", "Kota Semarang", "Batanghari", "Kota Jambi", "Kab. Blitar")
SHARES = ((1, 3), (2, 6), (715827882, 2147483646), (715827882, 2147483647), (0, 0), (0, 5), (5, 5))
PINNED = [
    *[
        Measurement.share(find(name), TEACHERS_LOGGED_IN, n, of=d, on=DAY)
        for name, (n, d) in zip(NAMES, SHARES, strict=True)
    ],
    *[
        Measurement.count(find(name), COMMUNITIES_REGISTERED, n, on=DAY)
        for name, n in zip(NAMES, (3, 3, 0, 0, 2**31 - 1, 7, 7), strict=True)
    ],
]


def wanted(figures: Figures, within: ScopeKind, ties: TieMethod, tie_breaks: Sequence[TieBreak]) -> list[Row]:
    told = {"ties": ties.value, "tie_breaks": ",".join(tie.name for tie in tie_breaks)}
    scale_of = {(figure.metric.key, figure.on): figure.scale for figure in figures}
    found: list[Row] = []
    tables = tables_of(figures, within, ties, tie_breaks)
    for key, parts in tables.items():
        for table in parts:
            common = {"scope": table.scope.key, "size": table.size, "scale": scale_of[key].value, **told}
            figure_in = {figure.area.key: figure_row(figure) for figure in table.measurements}
            for row in table.rows:
                share = points(row.measurement.percent())
                place = places(ties, "rank", row.rank)
                told_of = {"basis_points": share, **place, "tied": row.tied, "reason": None}
                found.append(figure_in[row.area.key] | common | told_of)
            for gone in table.unranked:
                place = places(ties, "rank", None)
                told_of = {"basis_points": None, **place, "tied": None, "reason": gone.reason.value}
                found.append(figure_in[gone.area.key] | common | told_of)
    return found


class TestStandings:
    """Law: whatever is ranked, however, has the places that `rank` gives it."""

    def test_over_any_tables(self, carrier: Carrier) -> None:
        @settings(max_examples=few(carrier))
        @given(
            many_tables(),
            st.sampled_from(SCOPES),
            tie_methods(),
            st.lists(st.sampled_from((LARGER_COUNT, LARGER_BASE)), max_size=2, unique=True),
        )
        @example([], ScopeKind.NATION, TieMethod.COMPETITION, [])
        @example(PINNED, ScopeKind.PROVINCE, TieMethod.DENSE, [LARGER_COUNT, LARGER_BASE])
        def check(figures: Figures, within: ScopeKind, ties: TieMethod, tie_breaks: list[TieBreak]) -> None:
            frame = carrier.frame([*map(figure_row, figures)], MEASUREMENTS)
            found = standings(frame, within=within, ties=ties, tie_breaks=tie_breaks, metrics=metrics_of(figures))
            assert isinstance(found, carrier.kind())
            rows = by_key(carrier.rows(found))
            expected = by_key(wanted(figures, within, ties, tie_breaks))
            unmeasured = [row for key, row in rows.items() if key not in expected]
            assert expected == {key: row for key, row in rows.items() if key in expected}
            assert len(figures) == len(rows)
            assert all(row["reason"] == "tie-break-unmeasured" for row in unmeasured)
            assert all(row["scale"] != Scale.SHARE.value for row in unmeasured)

        check()
