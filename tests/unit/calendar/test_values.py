"""The values of the calendar: construction, refusal, and what every value of the library can do."""

import copy
import pickle
from datetime import date, datetime
from typing import Any, cast

import attrs
import pytest

from pmm_core.calendar import (
    ANNUAL_2025,
    ANNUAL_FROM_2026,
    CALENDAR,
    FIVE_DAY_WEEK,
    PLANNING_2024_S1_EXTENDED,
    SEMESTERS_2024,
    SEMESTERS_2024_TO_MAY,
    SIX_DAY_WEEK,
    Deadline,
    DeadlineKind,
    DeadlineRule,
    Extension,
    Period,
    PeriodPattern,
    PeriodScheme,
    Phase,
    PhaseSpan,
    Window,
    YearDay,
)
from pmm_core.errors import InvalidValueError, WrongTypeError
from pmm_core.sources import Certainty, works

WORK = works()[0]
S1 = Period(2024, "S", 1)
FIRST, SECOND = SEMESTERS_2024.patterns
YEAR = PeriodPattern(
    label_id="tahunan",
    label_en="year",
    first=YearDay(7, 1),
    last=YearDay(6, 30, 1),
    phases=(PhaseSpan(phase=Phase.EXECUTION, first=YearDay(7, 1), last=YearDay(2, 29, 1), sources=(WORK,)),),
)
ACADEMIC = PeriodScheme(key="academic", mark="TA", patterns=(YEAR,), first_year=2020, source=WORK)

PAIRS: list[tuple[Any, Any]] = [
    (S1, Period(2024, "S", 2)),
    (Window.parse("2024-01-01..2024-01-31"), Window.parse("2024-01-01..2024-01-30")),
    (YearDay(6, 30), YearDay(6, 30, 1)),
    (FIRST.phases[0], FIRST.phases[1]),
    (FIRST.deadlines[0], FIRST.deadlines[1]),
    (FIRST, SECOND),
    (SEMESTERS_2024, SEMESTERS_2024_TO_MAY),
    (PLANNING_2024_S1_EXTENDED, attrs.evolve(PLANNING_2024_S1_EXTENDED, until=date(2024, 4, 30))),
    (CALENDAR.phases(S1)[0], CALENDAR.phases(S1)[1]),
    (CALENDAR.deadlines(S1)[0], CALENDAR.deadlines(S1)[1]),
    (CALENDAR, attrs.evolve(CALENDAR, extensions=())),
    (FIVE_DAY_WEEK, SIX_DAY_WEEK),
]
each = pytest.mark.parametrize(("value", "other"), PAIRS, ids=lambda value: type(value).__name__)


def refused(kind: Any, *given: Any, **fields: Any) -> tuple[tuple[str, str], ...]:
    with pytest.raises(InvalidValueError) as caught:
        kind(*given, **fields)
    return tuple((problem.path, problem.code) for problem in caught.value.problems)


@each
def test_values_compare_by_what_they_hold(value: object, other: object) -> None:
    same = copy.deepcopy(value)
    assert (same, hash(same)) == (value, hash(value))
    assert value != other
    assert copy.copy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 -- our own bytes


@each
def test_values_are_frozen(value: Any, other: object) -> None:
    del other
    name = attrs.fields(cast("Any", type(value)))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, name, None)


def test_a_calendar_out_of_a_pickle_answers_the_same() -> None:
    back = pickle.loads(pickle.dumps(CALENDAR))  # noqa: S301 -- our own bytes
    assert back.phases_on(date(2024, 3, 7)) == CALENDAR.phases_on(date(2024, 3, 7))
    assert back.period_on(date(2030, 3, 7)) == Period(2030, "A", 1)


class TestPeriod:
    def test_text_and_order(self) -> None:
        periods = [Period.parse(text) for text in ("2025-A1", "2024-S2", "2024-S1")]
        assert list(map(str, sorted(periods))) == ["2024-S1", "2024-S2", "2025-A1"]
        assert repr(S1) == "<Period 2024-S1>"

    @pytest.mark.parametrize("text", ["2024-S1", "1000-A1", "9998-ABC99", " 2024-S1 "])
    def test_what_parses_is_valid(self, text: str) -> None:
        assert Period.is_valid(text)
        assert str(Period.parse(text)) == text.strip()

    @pytest.mark.parametrize(
        "text", ["", "2024", "2024-S", "2024-S0", "2024-S01", "2024-S100", "24-S1", "0999-S1", "9999-S1", "2024-s1"]
    )
    def test_what_does_not_parse_is_not_valid(self, text: str) -> None:
        assert not Period.is_valid(text)
        with pytest.raises(InvalidValueError):
            Period.parse(text)

    def test_anything_but_a_text_is_not_valid(self) -> None:
        assert not Period.is_valid(2024)
        with pytest.raises(WrongTypeError):
            Period.parse(cast("Any", 2024))

    @pytest.mark.parametrize(
        ("given", "problems"),
        [
            ((999, "S", 1), [("year", "too-small")]),
            ((9999, "S", 1), [("year", "too-large")]),
            ((2024, "", 1), [("mark", "empty")]),
            ((2024, "SEME", 1), [("mark", "malformed")]),
            ((2024, "S", 0), [("ordinal", "too-small")]),
            ((2024, "S", 100), [("ordinal", "too-large")]),
            ((True, 5, 1.0), [("year", "bool-for-int"), ("mark", "wrong-type"), ("ordinal", "float-for-exact")]),
        ],
    )
    def test_it_refuses(self, given: tuple[Any, ...], problems: list[tuple[str, str]]) -> None:
        assert list(refused(Period, *given)) == problems


class TestYearDay:
    def test_the_last_of_february(self) -> None:
        assert [YearDay(2, 29).in_year(year) for year in (2023, 2024)] == [date(2023, 2, 28), date(2024, 2, 29)]
        assert YearDay(2, 29, 1).in_year(2023) == date(2024, 2, 29)

    def test_text(self) -> None:
        assert [str(YearDay(1, 31)), str(YearDay(1, 31, 1))] == ["01-31", "01-31 of the year after"]

    def test_it_refuses(self) -> None:
        assert refused(YearDay, 13, 32, 2) == (
            ("month", "too-large"),
            ("day", "too-large"),
            ("years_later", "too-large"),
        )
        assert refused(YearDay, 2, 30) == (("day", "too-large"),)
        assert refused(YearDay(1, 1).in_year, 9999) == (("year", "too-large"),)
        assert refused(YearDay(1, 1).in_year, True) == (("year", "bool-for-int"),)


def test_deadline_kinds_name_the_phase_that_moves_them() -> None:
    assert [kind.phase for kind in DeadlineKind] == [Phase.PLANNING, Phase.EXECUTION, Phase.ASSESSMENT, None]


def test_a_phase_span_refuses_what_is_no_rule() -> None:
    assert refused(PhaseSpan, phase="planning", first=date(2024, 1, 1), last=YearDay(1, 31), sources=("x",)) == (
        ("phase", "wrong-type"),
        ("first", "wrong-type"),
        ("sources[0]", "wrong-type"),
    )
    assert refused(attrs.evolve, FIRST.phases[0], sources=WORK) == (("sources", "wrong-type"),)
    assert refused(attrs.evolve, FIRST.phases[0], sources=()) == (("sources", "empty"),)
    assert FIRST.phases[0].certainty is Certainty.SECONDARY
    # in order in long years only: 29 February means the last day
    assert refused(PhaseSpan, phase=Phase.PLANNING, first=YearDay(3, 1), last=YearDay(2, 29), sources=(WORK,)) == (
        ("last", "window-reversed"),
    )


def test_a_deadline_rule_refuses_what_is_no_rule() -> None:
    assert refused(DeadlineRule, "planning", date(2024, 1, 1), None) == (
        ("kind", "wrong-type"),
        ("on", "wrong-type"),
        ("source", "wrong-type"),
    )


class TestPattern:
    def test_a_phase_that_it_does_not_have(self) -> None:
        assert FIRST.span(Phase.PLANNING) is FIRST.phases[0]
        assert YEAR.span(Phase.PLANNING) is None

    def test_it_refuses(self) -> None:
        twice = (FIRST.phases[0], FIRST.phases[0])
        assert refused(attrs.evolve, FIRST, phases=twice) == (("phases[1]", "duplicate"),)
        assert refused(attrs.evolve, FIRST, phases=()) == (("phases", "empty"),)
        assert refused(attrs.evolve, FIRST, phases=[*FIRST.phases]) == (("phases", "wrong-type"),)
        assert refused(attrs.evolve, FIRST, phases=(1,)) == (("phases[0]", "wrong-type"),)
        assert refused(attrs.evolve, FIRST, deadlines=(FIRST.deadlines[0],) * 2) == (("deadlines[1]", "duplicate"),)
        assert refused(attrs.evolve, FIRST, deadlines=None) == (("deadlines", "wrong-type"),)
        assert refused(attrs.evolve, FIRST, first=YearDay(1, 2)) == (("phases[0]", "outside-period"),)

    def test_every_problem_is_named_at_once(self) -> None:
        found = refused(attrs.evolve, FIRST, label_id="", label_en=" ", first=YearDay(8, 1))
        assert found == (("label_id", "empty"), ("label_en", "empty"), ("last", "window-reversed"))


class TestScheme:
    def test_a_year_may_begin_in_any_month(self) -> None:
        assert YEAR.window(2023) == Window.parse("2023-07-01..2024-06-30")
        assert ACADEMIC.periods(2023) == (Period(2023, "TA", 1),)

    def test_what_it_holds(self) -> None:
        assert [SEMESTERS_2024.holds_in(year) for year in (2023, 2024, 2025)] == [False, True, False]
        assert [ANNUAL_2025.holds_in(year) for year in (2024, 2025, 2026)] == [False, True, False]
        assert [ANNUAL_FROM_2026.holds_in(year) for year in (2025, 2026, 9998, 9999)] == [False, True, True, False]
        assert SEMESTERS_2024.periods(2025) == ()
        assert [SEMESTERS_2024.periods_per_year, ANNUAL_2025.periods_per_year] == [2, 1]

    def test_the_pattern_of_a_period(self) -> None:
        assert SEMESTERS_2024.pattern(Period(2024, "S", 2)) is SECOND
        for period in (Period(2024, "S", 3), Period(2025, "S", 1), Period(2024, "A", 1)):
            assert SEMESTERS_2024.pattern(period) is None

    def test_text(self) -> None:
        assert repr(SEMESTERS_2024) == "<PeriodScheme semesters-2024>"
        assert str(SEMESTERS_2024).startswith("semesters-2024 (2024..2024): Perdirjen GTK 7607")
        assert str(ANNUAL_2025).startswith("annual-2025 (2025..2025): ")
        assert str(ANNUAL_FROM_2026).startswith("annual-from-2026 (2026..): ")

    @pytest.mark.parametrize(
        ("changes", "problems"),
        [
            ({"key": "A b"}, [("key", "malformed")]),
            ({"key": ""}, [("key", "empty")]),
            ({"mark": "s"}, [("mark", "malformed")]),
            ({"patterns": ()}, [("patterns", "empty")]),
            ({"patterns": (FIRST,)}, [("patterns[0]", "periods-untiled")]),
            ({"patterns": (SECOND, FIRST)}, [("patterns[0]", "periods-untiled")]),
            ({"patterns": (FIRST, FIRST, SECOND)}, [("patterns[0]", "periods-untiled")]),
            ({"patterns": FIRST}, [("patterns", "wrong-type")]),
            ({"patterns": ("x",)}, [("patterns[0]", "wrong-type")]),
            ({"first_year": 999}, [("first_year", "too-small")]),
            ({"last_year": 2023}, [("last_year", "too-small")]),
            ({"first_year": True, "last_year": 2024}, [("first_year", "bool-for-int")]),
            ({"last_year": "2024"}, [("last_year", "wrong-type")]),
            ({"source": None, "note": None}, [("source", "wrong-type"), ("note", "wrong-type")]),
        ],
    )
    def test_it_refuses(self, changes: dict[str, Any], problems: list[tuple[str, str]]) -> None:
        assert list(refused(attrs.evolve, SEMESTERS_2024, **changes)) == problems

    def test_a_year_that_begins_in_the_year_after_is_refused(self) -> None:
        late = attrs.evolve(
            YEAR,
            first=YearDay(1, 1, 1),
            last=YearDay(12, 31, 1),
            phases=(attrs.evolve(YEAR.phases[0], first=YearDay(1, 1, 1)),),
        )
        assert refused(attrs.evolve, ACADEMIC, patterns=(late,)) == (("patterns[0]", "periods-untiled"),)

    def test_a_gap_in_long_years_only_is_found(self) -> None:
        head = attrs.evolve(FIRST, last=YearDay(2, 28), phases=FIRST.phases[:1], deadlines=())
        tail = attrs.evolve(SECOND, first=YearDay(3, 1))
        assert refused(attrs.evolve, SEMESTERS_2024, patterns=(head, tail)) == (("patterns[0]", "periods-untiled"),)
        whole = attrs.evolve(head, last=YearDay(2, 29))
        assert attrs.evolve(SEMESTERS_2024, patterns=(whole, tail)).periods_per_year == 2

    def test_its_questions_take_only_what_they_can_answer(self) -> None:
        assert refused(SEMESTERS_2024.holds_in, "2024") == (("year", "wrong-type"),)
        assert refused(SEMESTERS_2024.pattern, "2024-S1") == (("period", "wrong-type"),)


def test_an_extension_refuses() -> None:
    found = refused(
        Extension,
        period="2024-S1",
        phase="planning",
        until=datetime(2024, 3, 31),  # noqa: DTZ001 -- it is refused
        reason=" ",
        source=None,
    )
    assert found == (
        ("period", "wrong-type"),
        ("phase", "wrong-type"),
        ("until", "datetime-for-date"),
        ("reason", "empty"),
        ("source", "wrong-type"),
    )


def test_texts_of_what_the_calendar_builds() -> None:
    assert str(PLANNING_2024_S1_EXTENDED).startswith("planning of 2024-S1 until 2024-03-31: ")
    assert repr(CALENDAR.phases(S1)[1]) == "<OpenPhase execution of 2024-S1: 2024-02-01..2024-06-30>"
    deadline: Deadline = CALENDAR.deadlines(S1)[-1]
    assert str(deadline) == "2024-06-30: periodic evaluation of 2024-S1"
