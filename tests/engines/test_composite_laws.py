"""Composite indices over frames are those of the core, on every engine, however little two sums differ."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import prod

from carriers import Carrier
from hypothesis import example, given, settings, strategies as st
from tables import HUGE, SCOPES, Figures, Row, by_key, few, figure_row, places
from which import OWN

from pmm_core import find
from pmm_core.frames import MEASUREMENTS, composite as composite_over_frames
from pmm_core.ranking import (
    ACCOUNTS_ACTIVATED,
    COMMUNITIES_REGISTERED,
    SCHOOLS_LOGGED_IN,
    TEACHERS,
    TEACHERS_LOGGED_IN,
    TOPIC_1_COMPLETED,
    Component,
    Direction,
    Index,
    Measurement,
    Metric,
    Scale,
    Scope,
    ScopeKind,
    TieMethod,
    composite,
)
from pmm_core.regions import Kabupaten, kabupatens as all_kabupatens
from pmm_core.sources import Certainty, Source
from pmm_core.testing import indices, tie_methods

OURS = Source(key="example", title="An example", locator="here", certainty=Certainty.DESIGN)
DAY = date(2022, 12, 23)
JAVA = [kabupaten for kabupaten in all_kabupatens() if kabupaten.key[:2] in {"33", "34"}]
WAITING = Metric(
    key="waiting",
    label_id="menunggu",
    label_en="waiting",
    unit=TEACHERS,
    base=TEACHERS,
    scale=Scale.SHARE,
    direction=Direction.LOWER,
    source=OURS,
)
Parts = list[tuple[Kabupaten, list[tuple[int, int]]]]


def index_of(*parts: tuple[Metric, Fraction, int | None]) -> Index:
    components = tuple(Component(metric=metric, weight=weight, full_mark=full) for metric, weight, full in parts)
    return Index(key="index", label_id="indeks", label_en="index", components=components, source=OURS)


HALF = Fraction(1, 2)
TWO = index_of((TEACHERS_LOGGED_IN, HALF, None), (TOPIC_1_COMPLETED, HALF, None))
SIX = index_of(
    (TEACHERS_LOGGED_IN, Fraction(1, 7), None),
    (TOPIC_1_COMPLETED, Fraction(2, 7), None),
    (COMMUNITIES_REGISTERED, Fraction(1, 21), 7),
    (SCHOOLS_LOGGED_IN, Fraction(2, 21), None),
    (WAITING, Fraction(1, 7), None),
    (ACCOUNTS_ACTIVATED, Fraction(2, 7), None),
)


def figures_of(index: Index, parts: Parts) -> Figures:
    """A figure of each component for each area; a number below zero leaves it out, a base below zero its base."""
    found: Figures = []
    for area, numbers in parts:
        for component, (number, base) in zip(index.components, numbers, strict=False):
            if number < 0:
                continue
            if component.full_mark is not None or base < 0:
                found.append(Measurement.count(area, component.metric, number, on=DAY))
            else:
                found.append(Measurement.share(area, component.metric, min(number, base), of=base, on=DAY))
    return found


def closest() -> Parts:
    """Two areas whose sums of two shares differ as little as such sums can, and three that are equal."""
    bases = (HUGE, HUGE - 1, HUGE - 2, HUGE - 18)  # no two have a common divisor
    whole = prod(bases)
    for wanted in range(1, 100):
        a, b, c, d = (wanted * pow(whole // base, -1, base) % base for base in bases)
        # a/p + b/q + c/r + d/s is wanted/whole and some whole number; so is a/p + b/q - ((r-c)/r + (s-d)/s)
        others = (bases[2] - c, bases[3] - d)
        sums = (
            Fraction(a, bases[0]) + Fraction(b, bases[1]),
            Fraction(others[0], bases[2]) + Fraction(others[1], bases[3]),
        )
        if sums[0] - sums[1] == Fraction(wanted, whole):
            near = [[(a, bases[0]), (b, bases[1])], [(others[0], bases[2]), (others[1], bases[3])]]
            equal = [[(1, 3), (2, 3)], [(HUGE - 2, HUGE - 1), (1, HUGE - 1)], [(4, 4), (0, 9)]]
            return list(zip(JAVA, [*near, *equal, *near[::-1]], strict=False))
    raise AssertionError


def wanted(index: Index, figures: Figures, within: ScopeKind, ties: TieMethod) -> list[Row]:
    homes: dict[Scope, Figures] = {}
    for figure in figures:
        homes.setdefault(home_of(within, figure), []).append(figure)
    found: list[Row] = []
    for scope, part in homes.items():
        table = composite(index, part, scope=scope, ties=ties)
        common = {"metric": index.key, "on": DAY, "scope": scope.key, "size": table.size, "scale": "score"}
        common |= {"ties": ties.value, "tie_breaks": ""}
        for row in table.rows:
            hundredths = (Fraction(row.measurement.numerator) * 200 + 1) // 2
            numbers = {"basis_points": int(hundredths), "tied": row.tied, "reason": None}
            found.append({"area": row.area.key} | common | numbers | places(ties, "rank", row.rank))
        for gone in table.unranked:
            missing: Row = {"basis_points": None, "tied": None, "reason": gone.reason.value}
            found.append({"area": gone.area.key} | common | missing | places(ties, "rank", None))
    return found


def home_of(within: ScopeKind, figure: Measurement) -> Scope:
    assert isinstance(figure.area, Kabupaten)
    if within is ScopeKind.NATION:
        return Scope.nation()
    province = figure.area.province
    return Scope.province(province) if within is ScopeKind.PROVINCE else Scope.island_group(province.island_group)


def numbers(most: int) -> st.SearchStrategy[list[tuple[int, int]]]:
    return st.lists(st.tuples(st.integers(-1, most), st.integers(-1, most)), min_size=1, max_size=3)


def agree(carrier: Carrier, index: Index, figures: Figures, within: ScopeKind, ties: TieMethod) -> None:
    frame = carrier.frame([*map(figure_row, figures)], MEASUREMENTS)
    found = composite_over_frames(index, frame, within=within, ties=ties)
    assert isinstance(found, carrier.kind())
    assert by_key(wanted(index, figures, within, ties)) == by_key(carrier.rows(found))


def parts(sizes: Sequence[int]) -> st.SearchStrategy[Parts]:
    some = st.one_of([numbers(most) for most in sizes])
    return st.lists(st.tuples(st.sampled_from(JAVA), some), max_size=8, unique_by=lambda part: part[0].key)


class TestComposite:
    """Law: the exact sum decides, as it does in the core."""

    def test_over_any_index(self, carrier: Carrier) -> None:
        @settings(max_examples=few(carrier))
        @given(indices(max_size=3), parts((2, 4, HUGE)), st.sampled_from(SCOPES), tie_methods())
        @example(TWO, closest(), ScopeKind.NATION, TieMethod.DENSE)
        def check(index: Index, drawn: Parts, within: ScopeKind, ties: TieMethod) -> None:
            agree(carrier, index, figures_of(index, drawn), within, ties)

        check()

    @OWN
    def test_over_six_components(self, carrier: Carrier) -> None:
        ones = [(1, 1), (3, 3), (9, 0), (HUGE, HUGE), (0, 5), (2, 2)]
        near = [(HUGE - 1, HUGE), (HUGE - 2, HUGE - 1), (6, 0), (HUGE - 3, HUGE - 2), (1, HUGE), (HUGE - 4, HUGE - 3)]
        less = [
            (HUGE - 1, HUGE),
            (HUGE - 2, HUGE - 1),
            (6, 0),
            (HUGE - 3, HUGE - 2),
            (1, HUGE - 1),
            (HUGE - 4, HUGE - 3),
        ]
        gone = [*ones[:4], (0, 0), (1, 1)]
        bare = [*ones[:4], (1, -1), (0, 0)]
        drawn = list(zip(JAVA, (ones, near, less, near, gone, ones[:5], bare), strict=False))
        agree(carrier, SIX, figures_of(SIX, drawn), ScopeKind.NATION, TieMethod.COMPETITION)


def test_the_closest_sums_are_indeed_close_and_differ() -> None:
    (_, one), (_, other), *_ = closest()
    apart = sum(Fraction(*part) for part in one) - sum(Fraction(*part) for part in other)
    assert 0 < apart < Fraction(1, 2**117)
    assert find("Kab. Cilacap") == JAVA[0]
