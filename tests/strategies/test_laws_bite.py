"""The shipped laws let right code through and catch each planted mistake."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from decimal import Context, Decimal, Inexact, Rounded, localcontext
from fractions import Fraction
from typing import Any, cast

import attrs
import pytest
from hypothesis import find as simplest, given, settings, strategies as st

from pmm_core._checks import Exact
from pmm_core.appraisal import Predicate, Rating, predicate_of
from pmm_core.calendar import Period
from pmm_core.credit import Grade, credit, exact_credit
from pmm_core.cycle import CycleEvent, PerformanceCycle
from pmm_core.ranking import Direction, TieMethod, ranks
from pmm_core.testing import (
    check_apportionment,
    check_credit,
    check_credit_total,
    check_cycle_store,
    check_matrix,
    check_movement,
    check_ranking,
    check_round_trip,
    cycles,
    exact_scores,
    periods,
    place_by_definition,
    predicates,
    tie_methods,
)

SCORES: list[Exact] = [90, Fraction(171, 2), Fraction(171, 2), 80]
CLOSE: list[Exact] = [Fraction(2**60, 2**60 + 1), Fraction(2**60 - 1, 2**60)]  # one float, two numbers


def ranked_by(ties: TieMethod) -> Callable[[list[Any]], list[Any]]:
    return lambda scores: list(ranks(scores, ties=ties))


def right(scores: list[Any]) -> list[Any]:
    return [1 + sum(other > score for other in scores) for score in scores]


def ordinal(scores: list[Any]) -> list[Any]:
    return list(ranks(scores, ties=TieMethod.ORDINAL))


def dense(scores: list[Any]) -> list[Any]:
    return list(ranks(scores, ties=TieMethod.DENSE))


def upside_down(scores: list[Any]) -> list[Any]:
    return list(ranks(scores, direction=Direction.LOWER))


def from_zero(scores: list[Any]) -> list[Any]:
    return [place - 1 for place in right(scores)]


def with_floats(scores: list[Any]) -> list[Any]:
    return right([float(score) for score in scores])


def in_floats(scores: list[Any]) -> list[Any]:
    return [float(place) for place in right(scores)]


def in_bools(scores: list[Any]) -> list[Any]:
    return [place == 1 for place in right(scores)]


def one_too_few(scores: list[Any]) -> list[Any]:
    return right(scores)[1:]


def sorting_its_input(scores: list[Any]) -> list[Any]:
    places = right(scores)
    scores.sort()
    return places


class Forgetful:
    """Ranks well once, and never again."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, scores: list[Any]) -> list[Any]:
        self.calls += 1
        return right(scores) if self.calls == 1 else dense(scores)


class Partial:
    """Ranks well as long as the scores come in the order in which they came first."""

    def __init__(self) -> None:
        self.first: list[Any] = []

    def __call__(self, scores: list[Any]) -> list[Any]:
        self.first = self.first or list(scores)
        return right(scores) if scores == self.first else dense(scores)


@given(st.lists(exact_scores(), max_size=8), tie_methods(), st.sampled_from(Direction))
def test_right_rankings_pass(scores: list[Any], ties: TieMethod, direction: Direction) -> None:
    check_ranking(lambda given: ranks(given, ties=ties, direction=direction), scores, ties=ties, direction=direction)


@pytest.mark.parametrize(
    ("planted", "scores", "message"),
    [
        (ordinal, SCORES, "place 3 for the score 171/2, which the law of competition gives place 2"),
        (dense, SCORES, "place 3 for the score 80"),
        (upside_down, SCORES, "place 4 for the score 90"),
        (from_zero, SCORES, "place 0 for the score 90"),
        (with_floats, CLOSE, "gives place 2"),
        (in_floats, SCORES, "is a float, not an exact number"),
        (in_bools, SCORES, "is a bool, not an exact number"),
        (one_too_few, SCORES, "3 places for 4 scores"),
        (sorting_its_input, SCORES, "it changes its input"),
        (Forgetful(), SCORES, "asked twice"),
        (Partial(), SCORES, "the order of the input changes places"),
    ],
    ids=lambda value: getattr(value, "__name__", type(value).__name__) if callable(value) else "",
)
def test_wrong_rankings_are_caught(
    planted: Callable[[list[Any]], Sequence[Any]], scores: list[Any], message: str
) -> None:
    with pytest.raises(AssertionError) as caught:
        check_ranking(planted, scores)
    assert message in str(caught.value)


@pytest.mark.parametrize("ties", TieMethod)
def test_each_law_catches_every_other_method(ties: TieMethod) -> None:
    for other in TieMethod:
        if other is ties:
            check_ranking(ranked_by(other), SCORES, ties=ties)
        else:
            with pytest.raises(AssertionError):
                check_ranking(ranked_by(other), SCORES, ties=ties)


def test_the_definition_by_hand() -> None:
    places = [place_by_definition(SCORES, index, ties=TieMethod.FRACTIONAL) for index in range(4)]
    assert [1, Fraction(5, 2), Fraction(5, 2), 4] == places
    assert 4 == place_by_definition(SCORES, 0, direction=Direction.LOWER)


@given(st.integers(1, 99), st.integers(1, 99))
def test_the_right_movement_passes(before: int, after: int) -> None:
    check_movement(lambda one, other: one - other, before, after)


MOVEMENTS: dict[str, tuple[Callable[[int, int], int], str]] = {
    "wrong sign": (lambda before, after: after - before, "is -26 places climbed, not 26"),
    "no sign": (lambda before, after: abs(before - after), "is -26 places climbed, not 26"),
    "only falls": (lambda before, after: min(before - after, 0), "and back does not add up to nothing"),
}


@pytest.mark.parametrize(("planted", "message"), MOVEMENTS.values(), ids=MOVEMENTS)
def test_wrong_movements_are_caught(planted: Callable[[int, int], int], message: str) -> None:
    with pytest.raises(AssertionError) as caught:
        check_movement(planted, 1, 27)
    assert message in str(caught.value)


Share = Callable[[int, list[int]], Sequence[Any]]
SHARES: dict[str, tuple[Share, int, list[int], str | None]] = {
    "too few": (lambda _, left: left[1:], 1, [1], "0 shares for 1"),
    "parts": (lambda units, left: [units / len(left)] * len(left), 2, [1, 1], "not all whole numbers"),
    "bools": (lambda _units, _left: [True], 1, [1], "not all whole numbers"),
    "negative": (lambda _units, _left: [-1, 2], 1, [2, 2], "not all whole numbers"),
    "lost": (lambda _, left: [0] * len(left), 1, [1, 1], "the shares add up to 0, not 1"),
    "beyond": (lambda _units, _left: [2, 0], 2, [1, 3], "a share of 2 where 1 are left"),
    "far off": (lambda _units, _left: [3, 1], 4, [4, 4], "a share of 3 where 2 is the exact part"),
    "unfair": (lambda _units, _left: [1, 0], 1, [4, 5], "5 left get 0, and 4 left get 1"),
    "equals": (lambda _units, _left: [1, 0, 0], 1, [2, 2, 2], None),
    "equal remainders": (lambda _, left: [1, 7] if left == [2, 30] else [8, 0], 8, [2, 30], None),
    "order": (lambda _, left: [2, 2] if left == [5, 4] else [1, 3], 4, [5, 4], "the order of the input changes"),
}


@pytest.mark.parametrize(("planted", "units", "left", "message"), SHARES.values(), ids=SHARES)
def test_wrong_apportionments_are_caught(planted: Share, units: int, left: list[int], message: str | None) -> None:
    if message is None:
        check_apportionment(planted, units, left)
        return
    with pytest.raises(AssertionError) as caught:
        check_apportionment(planted, units, left)
    assert message in str(caught.value)


def test_more_than_there_is_left_is_no_question() -> None:
    with pytest.raises(ValueError, match="3 units cannot be shared out where 2 are left"):
        check_apportionment(lambda _, left: left, 3, [1, 1])


# -- the store of a cycle


class Store:
    """A store that does as it should; each planted mistake overrides one thing."""

    def __init__(self) -> None:
        self.events: list[CycleEvent] = []

    def append(self, event: CycleEvent, seen: int) -> None:
        if seen != len(self.events):
            raise LookupError("somebody else was faster")
        self.events.append(event)

    def load(self) -> Iterable[CycleEvent]:
        return tuple(self.events)

    def reopen(self) -> "Store":
        return self

    def close(self) -> None:
        self.events = []


class Prefilled(Store):
    def load(self) -> Iterable[CycleEvent]:
        return tuple(self.events) or FIVE.events


class Losing(Store):
    def append(self, event: CycleEvent, seen: int) -> None:
        if seen == 0:
            super().append(event, seen)


class Newest(Store):
    def load(self) -> Iterable[CycleEvent]:
        return tuple(self.events[::-1])


class Cutting(Store):
    """Keeps the day and nobody."""

    def load(self) -> Iterable[CycleEvent]:
        return tuple(attrs.evolve(event, on=event.on + timedelta(1)) for event in self.events)


class Texts(Store):
    def load(self) -> Iterable[CycleEvent]:
        return cast("Iterable[CycleEvent]", tuple(map(str, self.events)))


class Careless(Store):
    def append(self, event: CycleEvent, seen: int) -> None:  # noqa: ARG002 -- the mistake
        self.events.append(event)


class Overwriting(Store):
    """Turns the late writer away and keeps what it brought all the same."""

    def append(self, event: CycleEvent, seen: int) -> None:
        late = seen != len(self.events)
        self.events[seen:] = [event]
        if late:
            raise LookupError("somebody else was faster")


class Draining(Store):
    """Gives each event once it has them all; as a cursor does that is not rewound."""

    def load(self) -> Iterable[CycleEvent]:
        found, self.events = tuple(self.events), self.events if len(self.events) < len(FIVE.events) else []
        return found


class Shared(Store):
    ALL: list[CycleEvent] = []  # noqa: RUF012 -- the mistake

    def __init__(self) -> None:
        self.events = self.ALL


class Forgetting(Store):
    def reopen(self) -> Store:
        return Store()


FIVE: PerformanceCycle = simplest(
    cycles(min_events=5, max_events=5), lambda _: True, settings=settings(database=None, derandomize=True)
)


def check(make: Callable[[], Store], cycle: PerformanceCycle) -> None:
    def append(store: Store, event: CycleEvent, seen: int) -> None:
        store.append(event, seen)

    def load(store: Store) -> Iterable[CycleEvent]:
        return store.load()

    def reopen(store: Store) -> Store:
        return store.reopen()

    def close(store: Store) -> None:
        store.close()

    check_cycle_store(make, append, load, cycle, reopen=reopen, close=close, conflict=LookupError)


STORES: dict[str, tuple[type[Store], str]] = {
    "prefilled": (Prefilled, "a store that was just made holds events already"),
    "losing": (Losing, "1 events come back, and 2 were appended"),
    "newest first": (Newest, "the order is lost: as event 1 "),
    "changed": (Cutting, "event 1 has changed: "),
    "texts": (Texts, "event 1 has changed: a str comes back, and "),
    "two writers": (Careless, "two writers had seen 0 events, and both could append"),
    "overwritten": (Overwriting, "event 1 has changed: "),
    "used up": (Draining, "0 events come back, and 5 were there before a writer was turned away"),
    "one for all": (Shared, "a store that was just made holds events already"),
    "written to nothing": (Forgetting, "0 events come back, and 5 were there before it was opened again"),
}


@given(cycles(max_events=12))
def test_a_right_store_passes(cycle: PerformanceCycle) -> None:
    check(Store, cycle)


def test_a_store_needs_neither_to_be_opened_again_nor_closed() -> None:
    check_cycle_store(Store, Store.append, Store.load, FIVE)


@pytest.mark.parametrize(("planted", "message"), STORES.values(), ids=STORES)
def test_wrong_stores_are_caught(planted: type[Store], message: str) -> None:
    with pytest.raises(AssertionError) as caught:
        check(planted, FIVE)
    assert message in str(caught.value)


def test_what_a_store_raises_for_another_reason_is_not_swallowed() -> None:
    def append(store: Store, event: CycleEvent, seen: int) -> None:
        if seen != len(store.events):
            raise OSError("no space left")
        store.events.append(event)

    with pytest.raises(OSError, match="no space left"):
        check_cycle_store(Store, append, Store.load, FIVE, conflict=LookupError)


class Elsewhere:
    """A cycle of which the events tell all but what it was."""

    def __init__(self, *, today: bool) -> None:
        self.events = FIVE.events
        self.today = today

    def replay(self, events: Sequence[CycleEvent]) -> Any:
        return FIVE.replay(events[:1]) if self.today else self

    def __eq__(self, other: object) -> bool:
        return not self.today

    def __hash__(self) -> int:
        return 0

    def as_of(self, day: date) -> object:  # noqa: ARG002 -- as a cycle is asked
        return object()


@pytest.mark.parametrize("today", [True, False])
def test_the_cycle_of_the_events_is_compared_too(today: bool) -> None:  # noqa: FBT001 -- as pytest gives it
    with pytest.raises(AssertionError, match="the cycle of the stored events is another one"):
        check(Store, cast("Any", Elsewhere(today=today)))


# -- predicates, credit, round trips


def best_of(results: Rating, behaviour: Rating) -> Predicate:
    ranked = max(results, behaviour, key=list(Rating).index)
    return {Rating.BELOW: Predicate.VERY_POOR, Rating.AS_EXPECTED: Predicate.GOOD, Rating.ABOVE: Predicate.VERY_GOOD}[
        ranked
    ]


MATRICES: dict[str, tuple[Callable[[Rating, Rating], object], str]] = {
    "turned": (lambda results, behaviour: predicate_of(behaviour, results), "poor, which the law gives needs"),
    "best of both": (best_of, "results below expectation, behaviour as expected: good, which the law gives needs"),
    "texts": (lambda results, behaviour: predicate_of(results, behaviour).value, "no predicate but a str"),
}


def test_the_right_matrix_passes() -> None:
    check_matrix(predicate_of)


@pytest.mark.parametrize(("planted", "message"), MATRICES.values(), ids=MATRICES)
def test_wrong_matrices_are_caught(planted: Callable[[Rating, Rating], object], message: str) -> None:
    with pytest.raises(AssertionError) as caught:
        check_matrix(planted)
    assert message in str(caught.value)


@pytest.mark.parametrize("pair", [(results, behaviour) for results in Rating for behaviour in Rating])
def test_every_cell_of_the_matrix_counts(pair: tuple[Rating, Rating]) -> None:
    def planted(results: Rating, behaviour: Rating) -> Predicate:
        right = predicate_of(results, behaviour)
        wrong = Predicate.GOOD if right is not Predicate.GOOD else Predicate.VERY_GOOD
        return wrong if (results, behaviour) == pair else right

    with pytest.raises(AssertionError):
        check_matrix(planted)


PARTS = st.tuples(st.integers(1, 12), predicates(), st.sampled_from(Grade))
NINE_MONTHS = (9, Predicate.VERY_GOOD, Grade.UTAMA)
HALF = (12, Predicate.VERY_POOR, Grade.PERTAMA)  # 3.125
Credit = Callable[[int, Predicate, Grade], object]


def exact_sum(parts: list[tuple[int, Predicate, Grade]]) -> Decimal:
    hundredths = sum((exact_credit(*part) for part in parts), Fraction()) * 100
    return Decimal(int(hundredths + Fraction(1, 2))).scaleb(-2)


@given(PARTS, st.lists(PARTS, max_size=6))
def test_right_credit_passes(part: tuple[int, Predicate, Grade], parts: list[tuple[int, Predicate, Grade]]) -> None:
    check_credit(credit, *part)
    check_credit_total(exact_sum, parts)


def to_one_place(_months: int, _predicate: Predicate, _grade: Grade) -> Decimal:
    return Decimal("56.3")


HOSTILE = Context(prec=3, capitals=0, traps=[Inexact, Rounded])


def test_right_credit_passes_whatever_the_decimal_context() -> None:
    with localcontext(HOSTILE):
        for predicate in Predicate:
            for grade in Grade:
                check_credit(credit, 12, predicate, grade)
        check_credit_total(lambda _: Decimal("1018.75"), [(11, Predicate.VERY_GOOD, Grade.UTAMA)] * 14 + [NINE_MONTHS])
        with pytest.raises(AssertionError) as caught:
            check_credit(to_one_place, 12, Predicate.VERY_GOOD, Grade.MADYA)
    assert "12 months, very good, Ahli Madya: 56.3, which rounded once is 56.25" == str(caught.value)


def half_to_even(months: int, predicate: Predicate, grade: Grade) -> Decimal:
    return Decimal(round(exact_credit(months, predicate, grade) * 100)).scaleb(-2)


def cut_off(months: int, predicate: Predicate, grade: Grade) -> Decimal:
    return Decimal(int(exact_credit(months, predicate, grade) * 100)).scaleb(-2)


def as_float(months: int, predicate: Predicate, grade: Grade) -> float:
    return float(credit(months, predicate, grade))


def yes(_months: int, _predicate: Predicate, _grade: Grade) -> bool:
    return True


CREDITS: dict[str, tuple[Credit, str]] = {
    "half to even": (
        half_to_even,
        "12 months, very poor, Ahli Pertama: 3.12, which rounded once is 3.13",
    ),
    "cut off": (cut_off, "3.12, which rounded once is 3.13"),
    "not rounded": (exact_credit, "25/8, which rounded once is 3.13"),
    "float": (as_float, "a float, not an exact number"),
    "bool": (yes, "a bool, not an exact number"),
    "a year at a time": (lambda _, predicate, grade: credit(6, predicate, grade), "1.56, which rounded once is 3.13"),
}


@pytest.mark.parametrize(("planted", "message"), CREDITS.values(), ids=CREDITS)
def test_wrong_credit_is_caught(planted: Credit, message: str) -> None:
    with pytest.raises(AssertionError) as caught:
        check_credit(planted, *HALF)
    assert message in str(caught.value)


def test_credit_that_is_rounded_at_every_step_is_caught() -> None:
    quarters = [(3, Predicate.VERY_GOOD, Grade.PERTAMA)] * 4
    with pytest.raises(AssertionError, match=r"the sum of 4 parts: 18\.76, which rounded once is 18\.75"):
        check_credit_total(lambda parts: sum(credit(*part) for part in parts), quarters)


@pytest.mark.parametrize("months", [0, 13])
def test_months_that_no_evaluation_covers_are_no_question(months: int) -> None:
    with pytest.raises(ValueError, match=f"no evaluation covers {months} months"):
        check_credit(credit, months, Predicate.GOOD, Grade.MUDA)


class Reader:
    """Reads each document once."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def __call__(self, text: str) -> Period:
        period = Period.parse(text) if text not in self.seen else Period(1999, "S", 1)
        self.seen.add(text)
        return period


class Writer:
    """Never writes the same twice."""

    def __init__(self) -> None:
        self.blanks = 0

    def __call__(self, period: Period) -> str:
        self.blanks += 1
        return str(period) + " " * self.blanks


ROUND_TRIPS: dict[str, tuple[Callable[[Period], str], Callable[[str], object], str]] = {
    "text": (str, str, "a Period comes back as a str"),
    "another": (str, lambda text: Period.parse("2025-A1" if text else text), "a Period comes back as another one"),
    "once": (str, Reader(), "read twice, a Period comes back as another one"),
    "two ways": (Writer(), Period.parse, "a Period that came back is written in another way"),
}


@given(st.lists(periods()))
def test_a_right_round_trip_passes(values: list[Period]) -> None:
    check_round_trip(str, Period.parse, values)


@pytest.mark.parametrize(("dump", "load", "message"), ROUND_TRIPS.values(), ids=ROUND_TRIPS)
def test_wrong_round_trips_are_caught(
    dump: Callable[[Period], str], load: Callable[[str], object], message: str
) -> None:
    with pytest.raises(AssertionError) as caught:
        check_round_trip(dump, load, [Period(2024, "S", 1)])
    assert message == str(caught.value)
