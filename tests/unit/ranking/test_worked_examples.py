"""The worked examples of the sources, with their numbers spelled out."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from pmm_core.errors import InvalidValueError
from pmm_core.ranking import (
    ADOPTION,
    COMMUNITIES_REGISTERED,
    SCHOOLS_LOGGED_IN,
    Measurement,
    MovementKind,
    Standings,
    TieMethod,
    compare,
    rank,
    ranks,
)
from pmm_core.regions import find, find_province

JATENG = find_province("Jawa Tengah")
BATANG = find("Kab. Batang")


def jateng(place: int, on: date) -> Standings:
    """A made-up table of 35 in which Batang has the place; the others stand in the order of their codes."""
    others = [row for row in JATENG.kabupatens if row != BATANG]
    order = [*others[: place - 1], BATANG, *others[place - 1 :]]
    counts = zip(order, range(1_000, 0, -10), strict=False)
    return rank(Measurement.count(area, SCHOOLS_LOGGED_IN, count, on=on) for area, count in counts)


class TestBatangFellFrom1To27Of35:
    """The first seed: once first of 35 in Jawa Tengah, then place 27; the goal is the top five within one week."""

    BEFORE = jateng(1, date(2022, 11, 23))
    NOW = jateng(27, date(2022, 12, 23))

    def test_the_table_has_35(self) -> None:
        assert (35, ()) == (self.NOW.size, self.NOW.missing)
        assert 27 == self.NOW.of("Batang").rank

    def test_26_places_down(self) -> None:
        row = compare(self.BEFORE, self.NOW).of("Batang")
        assert (MovementKind.DOWN, -26, 1, 27) == (row.kind, row.places, row.before, row.after)
        assert "Kabupaten Batang: 1 -> 27, down 26 places" == str(row)
        assert "Kabupaten Batang: 1 -> 27, turun 26 peringkat" == row.text(language="id")

    def test_22_places_to_climb_to_the_top_five(self) -> None:
        assert BATANG not in [row.area for row in self.NOW.top(5)]
        assert 22 == self.NOW.of(BATANG).rank - 5

    def test_the_last_place_takes_nothing(self) -> None:
        assert {0} == set(self.NOW.units_to(35).values())
        assert 220 == self.NOW.units_to(5)[BATANG.key]

    def test_where_codes_decide_a_shared_place_takes_more(self) -> None:
        figures = self.NOW.measurements
        ordinal, dense = (rank(figures, ties=ties) for ties in (TieMethod.ORDINAL, TieMethod.DENSE))
        fifth = ordinal.at(5)[0].area.key
        assert 220 + (fifth < BATANG.key) == ordinal.units_to(5)[BATANG.key]
        assert 220 == dense.units_to(5)[BATANG.key]

    def test_the_works_behind_it(self) -> None:
        assert SCHOOLS_LOGGED_IN.source == self.NOW.sources[0]
        assert len(self.NOW.sources) == len(set(self.NOW.sources))

    def test_one_week(self) -> None:
        friday = date(2022, 12, 23)
        assert date(2022, 12, 30) == friday + timedelta(days=7)
        target = self.NOW.target("Batang", rank=5, by=date(2022, 12, 30))
        assert 7 == target.days
        assert (220, 221) == (target.to_share, target.to_pass)  # 960 - 740: the made-up fifth against the 27th
        assert (32, 220) == (target.per_day, target.per_week)


class TestBatanghari:
    """The fourth seed: 240 of 240 units logged in; 144 communities, the most of 11 in Jambi."""

    HERE, DAY = find("Batanghari"), date(2022, 11, 24)

    def test_240_of_240_is_all(self) -> None:
        full = Measurement.share(self.HERE, SCHOOLS_LOGGED_IN, 240, of=240, on=self.DAY)
        assert (Decimal("100.00"), Fraction(1), 0) == (full.percent(), full.value, full.left)

    def test_144_communities_are_the_most_of_11(self) -> None:
        others = [row for row in find_province("Jambi").kabupatens if row != self.HERE]
        counts = [*((row, 100 + index) for index, row in enumerate(others)), (self.HERE, 144)]
        table = rank(Measurement.count(row, COMMUNITIES_REGISTERED, count, on=self.DAY) for row, count in counts)
        assert (1, 11) == (table.of(self.HERE).rank, table.size)
        assert Fraction(3, 5) == Fraction(144, 240)


class TestKudus:
    """The funnel of August 2022: 88, 54, 35, 25, 17 %; a topic 2 of 60 after a topic 1 of 54 cannot be."""

    HERE, DAY = find("Kudus"), date(2022, 8, 15)

    def read(self, *percents: int) -> tuple[int, ...]:
        steps = zip(ADOPTION.steps[1:], percents, strict=True)
        figures = [Measurement.share(self.HERE, step, n, of=100, on=self.DAY) for step, n in steps]
        return ADOPTION.read(reversed(figures)).lost

    def test_it_narrows(self) -> None:
        assert (34, 19, 10, 8) == self.read(88, 54, 35, 25, 17)

    def test_it_must_not_widen(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            self.read(88, 54, 60, 25, 17)
        assert ("funnel-widens",) == caught.value.codes
        (problem,) = caught.value.problems
        assert "measurements[2].numerator" == problem.path
        assert "topic-2-completed is 6 above topic-1-completed" == problem.message


class TestTies:
    """{A 90.0, B 85.5, C 85.5, D 80.0}; all equal; one; none."""

    SCORES = [Decimal("90.0"), Decimal("85.5"), Decimal("85.5"), Decimal("80.0")]  # noqa: RUF012 -- read only

    def test_competition_and_dense(self) -> None:
        assert [1, 2, 2, 4] == ranks(self.SCORES)
        assert [1, 2, 2, 3] == ranks(self.SCORES, ties=TieMethod.DENSE)

    def test_all_equal_are_all_first(self) -> None:
        assert [1, 1, 1] == ranks([7, 7, 7])

    def test_one_is_first_and_none_is_nothing(self) -> None:
        assert [1] == ranks([7])
        assert [] == ranks([])

    def test_35_distinct(self) -> None:
        assert list(range(1, 36)) == ranks(range(35, 0, -1))


class TestKaltim:
    """Schools that logged in in Kalimantan Timur on 30 June 2022; the article calls the fourth the second."""

    DAY = date(2022, 6, 30)
    LOGINS = {  # noqa: RUF012 -- read only
        "Paser": 304,
        "Kutai Kartanegara": 166,
        "Kota Balikpapan": 207,
        "Kota Samarinda": 203,
        "Berau": 47,
        "Mahakam Ulu": 9,
    }
    TABLE = rank(
        Measurement.count(find(name), SCHOOLS_LOGGED_IN, n, on=date(2022, 6, 30)) for name, n in LOGINS.items()
    )

    def test_the_order(self) -> None:
        order = ["Paser", "Balikpapan", "Samarinda", "Kutai Kartanegara", "Berau", "Mahakam Ulu"]
        assert order == [getattr(row.area, "name", "") for row in self.TABLE]
        assert (5, 6) == (self.TABLE.of("Berau").rank, self.TABLE.size)
        assert 4 == self.TABLE.of("Kutai Kartanegara").rank

    def test_what_place_3_takes(self) -> None:
        target = self.TABLE.target("Berau", rank=3, by=date(2022, 7, 7))
        assert (156, 157) == (target.to_share, target.to_pass)  # 203 - 47, and one more
        assert (7, 23, 156) == (target.days, target.per_day, target.per_week)
        assert "seed-batanghari-2022" in [source.key for source in target.sources]

    def test_the_province(self) -> None:
        kaltim = Measurement.share(find_province("Kaltim"), SCHOOLS_LOGGED_IN, 1_414, of=2_085, on=self.DAY)
        assert Decimal("67.82") == kaltim.percent()
        assert Decimal(68) == kaltim.percent(0)
        assert 671 == kaltim.left
