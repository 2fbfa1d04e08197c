"""The laws of histories, against plain loops over the tables."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import example, given, strategies as st

from pmm_core.ranking import (
    COMMUNITIES_REGISTERED,
    Area,
    History,
    Measurement,
    Place,
    Standings,
    Track,
    compare,
    rank,
)
from pmm_core.regions import find
from pmm_core.testing import histories

FIRST = date(2022, 1, 1)
BATANG, KUDUS = find("33.25"), find("33.19")


def story(*counts: tuple[int | None, int]) -> History:
    tables: list[Standings] = []
    for index, (own, other) in enumerate(counts):
        day = FIRST + timedelta(days=index)
        known = {BATANG: own, KUDUS: other}
        tables.append(
            rank(
                [
                    Measurement.count(area, COMMUNITIES_REGISTERED, n, on=day)
                    for area, n in known.items()
                    if n is not None
                ],
                scope=BATANG.province,
            )
        )
    return History(tuple(tables))


STORY = story((9, 1), (9, 2), (None, 3), (1, 4), (9, 5))


def everyone(history: History) -> list[Area]:
    return list({area.key: area for table in history.tables for area in table.areas}.values())


def places(history: History, area: Area) -> list[Place | None]:
    return [table.place_of(area) for table in history.tables]


def shuffle(values: list[Any], random: Random | None) -> None:
    """Change the order: by chance, or backwards for the pinned example."""
    if random is None:
        values.reverse()
    else:
        random.shuffle(values)


class TestATrackIsThePlacesOfAnArea:
    """The track holds the place on each day; best and worst are the extremes of those there are."""

    @given(histories())
    @example(STORY)
    def test_extremes(self, history: History) -> None:
        for area in everyone(history):
            track = history.of(area)
            known = [place for place in places(history, area) if place is not None]
            assert [place for _, place in track.points] == places(history, area)
            assert [day for day, _ in track.points] == [table.on for table in history.tables]
            assert [place for _, place in track.placed] == known
            assert track.best == min(known, default=None)
            assert track.worst == max(known, default=None)


class TestTheLongestRun:
    """No row of tables in which the area is among the first so many is longer, and the earliest of equals is taken."""

    @given(histories(), st.integers(1, 5))
    @example(STORY, 1)
    def test_against_every_row(self, history: History, top: int) -> None:
        for area in everyone(history):
            known = places(history, area)
            rows = [
                (end - start, -start)
                for start in range(len(known))
                for end in range(start + 1, len(known) + 1)
                if all(place is not None and place <= top for place in known[start:end])
            ]
            found = history.of(area).longest_run(top)
            if not rows:
                assert found is None
                continue
            length, start = max(rows)
            assert found is not None
            assert (length, history.tables[-start].on) == (found.tables, found.first)
            assert history.tables[length - start - 1].on == found.last


class TestStepsAreMovements:
    """Each step is what comparing two neighbouring tables gives; drop and climb are the earliest extremes."""

    @given(histories(min_tables=2))
    @example(STORY)
    def test_against_comparisons(self, history: History) -> None:
        for area in everyone(history):
            track = history.of(area)
            expected = [
                (after.on, row)
                for before, after in zip(history.tables, history.tables[1:], strict=False)
                for row in compare(before, after)
                if row.area == area
            ]
            assert expected == list(track.steps)
            moved = [row for _, row in expected if row.places]
            falls = [row for row in moved if (row.places or 0) < 0]
            climbs = [row for row in moved if (row.places or 0) > 0]
            assert track.largest_drop == (min(falls, key=lambda row: row.places or Fraction(0)) if falls else None)
            assert track.largest_climb == (max(climbs, key=lambda row: row.places or Fraction(0)) if climbs else None)


class TestTheOrderOfTablesNeverMatters:
    """Tables in any order give the same history, sorted by their days."""

    @given(histories(), st.randoms(use_true_random=False))
    @example(STORY, None)
    def test_it(self, history: History, random: Random | None) -> None:
        moved = list(history.tables)
        shuffle(moved, random)
        again = History.of_tables(moved)
        assert history == again
        days = [table.on for table in again.tables]
        assert days == sorted(set(days))

    def test_a_hand_made_story(self) -> None:
        track = STORY.of("Kab. Batang")
        assert isinstance(track, Track)
        assert [1, 1, None, 2, 1] == [place for _, place in track.points]
        assert (1, 2) == (track.best, track.worst)
        run = track.longest_run(1)
        assert run is not None
        assert (FIRST, FIRST + timedelta(days=1), 2) == (run.first, run.last, run.tables)
