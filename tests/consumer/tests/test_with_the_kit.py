"""Strategies, a law and the state machine of the library, on code that is not the library's."""

import json
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from batang_dashboard import CycleFolder, Kecamatan, league, summary
from hypothesis import HealthCheck, given, settings, strategies as st

from pmm_core import PerformanceCycle, PmmError, Teacher, find
from pmm_core.codec import DecodeError, from_plain, kinds, to_plain
from pmm_core.cycle import CycleEvent
from pmm_core.json import converter, dumps, loads
from pmm_core.testing import (
    NEAR_MISSES,
    CycleMachine,
    NearMiss,
    check_ranking,
    cycles,
    kabupatens,
    near_misses,
    teachers,
)

DAY = date(2022, 12, 23)
BRIEF = settings(max_examples=20, deadline=None, derandomize=True, database=None)


@BRIEF
@given(st.lists(st.integers(0, 100), min_size=1, max_size=8))
def test_the_league_keeps_the_law(logged_in: list[int]) -> None:
    def places(scores: list[int]) -> list[int]:
        lines = [Kecamatan(f"k{number}", f"K{number}", score, 100) for number, score in enumerate(scores)]
        table = league(find("Kab. Batang"), lines, on=DAY)
        return [int(table.of(f"Kecamatan {line.name}").rank) for line in lines]

    check_ranking(places, logged_in)


def test_the_wall_shows_the_league() -> None:
    lines = [Kecamatan("a", "Bandar", 30, 40), Kecamatan("b", "Subah", 33, 40), Kecamatan("c", "Reban", 4, 4)]
    table = league(find("Kab. Batang"), lines, on=DAY)
    assert ["1. Kecamatan Subah: 82.5 %", "2. Kecamatan Bandar: 75.0 %"] == summary(table)
    assert 1 == len(table.unranked)


@BRIEF
@given(cycles())
def test_a_folder_keeps_cycles(cycle: PerformanceCycle) -> None:
    with tempfile.TemporaryDirectory() as path:
        folder = CycleFolder(Path(path))
        folder.save("one", cycle)
        assert cycle == folder.load("one")


@BRIEF
@given(teachers())
def test_a_teacher_travels_as_plain_data_and_as_text(teacher: Teacher) -> None:
    assert teacher == from_plain(json.loads(json.dumps(to_plain(teacher))), Teacher) == loads(dumps(teacher), Teacher)
    assert teacher == converter().structure(converter().unstructure(teacher), Teacher)


@BRIEF
@given(kabupatens().map(to_plain), st.sampled_from(sorted(kinds())))
def test_a_document_of_another_kind_is_refused(plain: dict[str, object], kind: str) -> None:
    if kind == "kabupaten":
        return
    with pytest.raises(DecodeError) as refused:
        from_plain(plain, kind)
    assert ("unexpected-kind",) == refused.value.codes


@BRIEF
@given(near_misses())
def test_near_misses_are_refused(miss: NearMiss) -> None:
    assert miss in NEAR_MISSES
    with pytest.raises(PmmError) as refused:
        miss.provoke()
    assert miss.code in refused.value.codes


class FolderMachine(CycleMachine):
    def make_store(self) -> CycleFolder:
        self.path = tempfile.TemporaryDirectory()
        folder = CycleFolder(Path(self.path.name))
        folder.save("one", self.opened)
        return folder

    def record(self, store: CycleFolder, event: CycleEvent) -> None:
        store.record("one", event)

    def load(self, store: CycleFolder) -> Iterable[CycleEvent]:
        return store.load("one").events

    def close(self, store: CycleFolder) -> None:  # noqa: ARG002 -- the folder is known
        self.path.cleanup()


TestFolder = FolderMachine.TestCase
TestFolder.settings = settings(
    max_examples=5,
    stateful_step_count=10,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
