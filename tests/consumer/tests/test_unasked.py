"""Nothing here imports the test kit: Hypothesis knows the types because both are installed."""

import importlib.metadata
import importlib.util
from datetime import date
from pathlib import Path

from batang_dashboard import Kecamatan, complaints, league, waiting
from hypothesis import given, settings, strategies as st

import pmm_core
from pmm_core import Kabupaten, PerformanceCycle, Plan, Predicate, Standings, find
from pmm_core.appraisal import OrganisationPredicate
from pmm_core.cycle import CycleEvent, Side

settings.register_profile("outside", max_examples=20, deadline=None, derandomize=True, database=None)
settings.load_profile("outside")


def test_the_library_is_the_installed_one() -> None:
    assert "site-packages" in Path(pmm_core.__file__).parts
    assert importlib.metadata.version("pmm-core") == pmm_core.__version__
    files = importlib.metadata.files("pmm-core") or []
    assert "pmm_core/py.typed" in map(str, files)
    assert not [file for file in files if file.parts[0] == "tests"]


def test_the_extras_brought_what_they_promise() -> None:
    assert importlib.util.find_spec("cattrs")
    assert importlib.util.find_spec("hypothesis")


@given(st.from_type(Kabupaten), st.integers(5, 500), st.integers(0, 5))
def test_a_league_of_one_has_a_winner(kabupaten: Kabupaten, teachers: int, logged_in: int) -> None:
    table = league(kabupaten, [Kecamatan("a", "A", logged_in, teachers)], on=date(2022, 12, 23))
    assert [1] == [row.rank for row in table]


@given(st.from_type(PerformanceCycle), st.from_type(date))
def test_somebody_waits_only_where_a_step_is_open(cycle: PerformanceCycle, day: date) -> None:
    assert set(waiting(cycle, on=day)) <= set(Side)


@given(st.from_type(Standings), st.from_type(CycleEvent), st.from_type(Plan))
def test_values_are_drawn_unasked(table: Standings, event: CycleEvent, plan: Plan) -> None:
    assert isinstance(table, Standings)
    assert isinstance(event, CycleEvent)
    assert isinstance(plan, Plan)


@given(st.lists(st.from_type(Predicate), min_size=1), st.from_type(OrganisationPredicate))
def test_complaints_name_what_is_possible(predicates: list[Predicate], organisation: OrganisationPredicate) -> None:
    assert all(line.partition(": ")[2] for line in complaints(organisation, predicates))


def test_batang_is_found() -> None:
    assert "33.25" == find("Kab. Batang").key
