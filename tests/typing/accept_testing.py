"""What users write with the test kit; checked, never run."""

from collections.abc import Iterable, Mapping
from typing import Any, assert_type

from hypothesis import given, strategies as st

from pmm_core import testing as pmm
from pmm_core.appraisal import Predicate, Rating
from pmm_core.calendar import Period
from pmm_core.credit import Grade
from pmm_core.cycle import CycleEvent, PerformanceCycle
from pmm_core.ranking import Measurement, Scale, Standings
from pmm_core.regions import Kabupaten, find

assert_type(pmm.standings(max_size=3, scale=Scale.SHARE), st.SearchStrategy[Standings])
assert_type(pmm.measurements(area=st.just(find("33.25"))), st.SearchStrategy[Measurement])
assert_type(pmm.region_spellings(kabupaten=pmm.kabupatens()), st.SearchStrategy[tuple[str, Kabupaten]])
assert_type(pmm.cycle_histories(min_events=2), st.SearchStrategy[tuple[CycleEvent, ...]])
assert_type(pmm.PROFILES, Mapping[str, Mapping[str, Any]])
assert_type(pmm.NEAR_MISSES[0].code, str)


class Store:
    """A store of one's own."""

    def append(self, event: CycleEvent, seen: int) -> None:
        """Keep an event."""

    def load(self) -> Iterable[CycleEvent]:
        """Give all of them back."""
        return ()


@given(pmm.cycles())
def test_my_store(cycle: PerformanceCycle) -> None:
    pmm.check_cycle_store(Store, Store.append, Store.load, cycle, conflict=(LookupError, OSError))


def matrix(results: Rating, behaviour: Rating) -> Predicate:
    return Predicate.GOOD if results is behaviour else Predicate.POOR


def credit(months: int, predicate: Predicate, grade: Grade) -> int:
    return months + len(predicate.value) + len(grade.value)


pmm.check_matrix(matrix)
pmm.check_credit(credit, 12, Predicate.GOOD, Grade.MUDA)
pmm.check_credit_total(len, [(12, Predicate.GOOD, Grade.MUDA)])
pmm.check_round_trip(str, Period.parse, [Period(2024, "S", 1)])
pmm.register_profiles()
