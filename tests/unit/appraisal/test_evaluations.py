"""Evaluations of a period and of a year: what they tell, when they are due, and what does not belong together."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, cast

import attrs
import pytest

from pmm_core import appraisal
from pmm_core.appraisal import (
    EVALUATION_DEADLINES,
    AnnualEvaluation,
    AnnualOpening,
    EvaluationKind,
    PeriodicEvaluation,
    Predicate,
    Rating,
    annual_window,
    periodic_window,
)
from pmm_core.calendar import (
    ANNUAL_2025,
    CALENDAR,
    SEMESTERS_2024,
    DeadlineKind,
    Extension,
    Period,
    PeriodCalendar,
    Phase,
    Window,
    YearDay,
)
from pmm_core.errors import InvalidValueError, RefusedError, UnknownNameError, WrongTypeError
from pmm_core.sources import works

ANY = cast("Any", appraisal)  # the door without its types, for calls that a type checker would refuse
S1, S2, A1 = Period(2024, "S", 1), Period(2024, "S", 2), Period(2025, "A", 1)
ABOVE, SAME, BELOW = Rating.ABOVE, Rating.AS_EXPECTED, Rating.BELOW
AFTER = AnnualOpening.AFTER_LAST_PERIOD
NOON = datetime(2024, 6, 30, 12)  # noqa: DTZ001 -- refused whatever its zone


def periodic(**changes: object) -> PeriodicEvaluation:
    fields = {"employee": "G-17", "period": S1, "results": SAME, "behaviour": SAME, "on": date(2024, 6, 30)}
    built: PeriodicEvaluation = ANY.PeriodicEvaluation(**(fields | changes))
    return built


def annual(*halves: object, **changes: object) -> AnnualEvaluation:
    fields = {"employee": "G-17", "year": 2024, "results": SAME, "behaviour": SAME, "on": date(2025, 1, 31)}
    built: AnnualEvaluation = ANY.AnnualEvaluation(**(fields | {"periodic": halves} | changes))
    return built


def window(text: str) -> Window:
    return Window.parse(text)


def semesters(**changes: Any) -> PeriodCalendar:
    """Both semesters of 2024, changed alike."""
    patterns = tuple(attrs.evolve(each, **changes) for each in SEMESTERS_2024.patterns)
    return PeriodCalendar((attrs.evolve(SEMESTERS_2024, patterns=patterns),))


SILENT = semesters(deadlines=())
UNASSESSED = PeriodCalendar(
    (
        attrs.evolve(
            SEMESTERS_2024,
            patterns=tuple(attrs.evolve(each, phases=each.phases[:2]) for each in SEMESTERS_2024.patterns),
        ),
    )
)
EXTENDED = CALENDAR.extend(
    Extension(period=S1, phase=Phase.ASSESSMENT, until=date(2024, 7, 10), reason="made up", source=works()[0])
)


class TestWindows:
    """The days are the calendar's: typed here from the notes, and read from the calendar by the library."""

    @pytest.mark.parametrize(
        ("period", "expected"),
        [
            (S1, "2024-06-01..2024-06-30"),
            (S2, "2024-12-01..2024-12-31"),
            (A1, "2025-11-13..2025-12-31"),
            (Period(2031, "A", 1), "2031-11-13..2031-12-31"),
        ],
        ids=str,
    )
    def test_of_a_period(self, period: Period, expected: str) -> None:
        assert window(expected) == periodic_window(period)

    @pytest.mark.parametrize(
        ("year", "first", "after"),
        [
            (2024, "2024-12-01..2025-01-31", "2025-01-01..2025-01-31"),
            (2025, "2025-11-13..2026-01-31", "2026-01-01..2026-01-31"),
        ],
    )
    def test_of_a_year(self, year: int, first: str, after: str) -> None:
        assert window(first) == annual_window(year)
        assert window(first) == annual_window(year, opening=AnnualOpening.WITH_LAST_ASSESSMENT)
        assert window(after) == annual_window(year, opening=AFTER)

    def test_an_extension_of_the_assessment_is_counted_in(self) -> None:
        assert window("2024-06-01..2024-07-10") == periodic_window(S1, calendar=EXTENDED)
        assert annual_window(2024) == annual_window(2024, calendar=EXTENDED)

    def test_no_extension_moves_the_window_of_the_year(self) -> None:
        """No source says that it does, although the year considers what is then due after it."""
        long = Extension(period=S2, phase=Phase.ASSESSMENT, until=date(2025, 2, 28), reason="-", source=works()[0])
        calendar = CALENDAR.extend(long)
        assert window("2024-12-01..2025-02-28") == periodic_window(S2, calendar=calendar)
        assert window("2024-12-01..2025-01-31") == annual_window(2024, calendar=calendar)
        assert window("2025-01-01..2025-01-31") == annual_window(2024, calendar=calendar, opening=AFTER)
        assert 28 == annual(on=date(2025, 2, 28)).days_late(calendar=calendar)

    def test_a_scheme_with_a_later_day_moves_the_window_of_the_year(self) -> None:
        first, second = SEMESTERS_2024.patterns
        rules = tuple(
            attrs.evolve(each, on=YearDay(2, 29, years_later=1)) if each.kind.value == "annual-evaluation" else each
            for each in second.deadlines
        )
        scheme = attrs.evolve(SEMESTERS_2024, patterns=(first, attrs.evolve(second, deadlines=rules)))
        assert window("2024-12-01..2025-02-28") == annual_window(2024, calendar=PeriodCalendar((scheme,)))

    def test_the_latest_of_several_annual_deadlines_counts(self) -> None:
        rules = SEMESTERS_2024.patterns[1].deadlines
        early = tuple(attrs.evolve(each, on=YearDay(7, 1)) for each in rules if each.kind.value == "annual-evaluation")
        first, second = SEMESTERS_2024.patterns
        twice = attrs.evolve(SEMESTERS_2024, patterns=(attrs.evolve(first, deadlines=early), second))
        assert annual_window(2024) == annual_window(2024, calendar=PeriodCalendar((twice,)))

    @pytest.mark.parametrize(
        ("ask", "code"),
        [
            (lambda: periodic_window(S1, calendar=SILENT), "no-deadline"),
            (lambda: annual_window(2024, calendar=SILENT), "no-deadline"),
            (lambda: periodic_window(S1, calendar=UNASSESSED), "no-such-phase"),
            (lambda: annual_window(2024, calendar=UNASSESSED), "no-such-phase"),
            (lambda: periodic().days_late(calendar=SILENT), "no-deadline"),
            (lambda: annual().days_late(calendar=SILENT), "no-deadline"),
            (lambda: annual().is_late(calendar=SILENT), "no-deadline"),
        ],
        ids=range(7),
    )
    def test_a_calendar_that_does_not_tell(self, ask: Callable[[], object], code: str) -> None:
        with pytest.raises(RefusedError) as caught:
            ask()
        assert (code,) == caught.value.codes

    def test_what_the_calendar_tells_instead_is_said(self) -> None:
        first = SEMESTERS_2024.patterns[0]
        planning = semesters(deadlines=first.deadlines[:1])
        with pytest.raises(RefusedError) as caught:
            annual_window(2024, calendar=planning)
        (refusal,) = caught.value.refusals
        assert "the calendar names no last day for the annual evaluation of 2024-S2" == refusal.message
        possible = ("2024-01-31: end of planning of 2024-S1", "2024-01-31: end of planning of 2024-S2")
        assert possible == refusal.possible

    def test_a_year_without_an_assessment_opens_when_it_is_over(self) -> None:
        after = annual_window(2024, calendar=UNASSESSED, opening=AFTER)
        assert window("2025-01-01..2025-01-31") == after

    def test_years_and_periods_that_the_calendar_does_not_have(self) -> None:
        with pytest.raises(UnknownNameError) as caught:
            annual_window(2023)
        assert ("2023", "no-period", ("2024",)) == (caught.value.text, caught.value.code, caught.value.suggestions)
        with pytest.raises(UnknownNameError) as caught:
            annual(year=2031).days_late(calendar=semesters())
        assert ("no-period", ("2024",)) == (caught.value.code, caught.value.suggestions)
        unknown = Period(2025, "S", 1)
        with pytest.raises(UnknownNameError) as caught:
            periodic_window(unknown)
        assert "unknown-period" == caught.value.code
        with pytest.raises(UnknownNameError) as caught:
            periodic(period=unknown).days_late()
        assert "unknown-period" == caught.value.code

    def test_a_calendar_that_contradicts_itself(self) -> None:
        rule = SEMESTERS_2024.patterns[0].deadlines[-1]
        early = semesters(deadlines=(attrs.evolve(rule, on=YearDay(5, 31)),))
        with pytest.raises(InvalidValueError) as caught:
            periodic_window(S1, calendar=early)
        assert ("window-reversed",) == caught.value.codes
        assert 30 == periodic().days_late(calendar=early)

    @pytest.mark.parametrize(
        ("ask", "expected"),
        [
            (lambda: ANY.periodic_window("2024-S1", calendar=2024), ["period", "calendar"]),
            (lambda: ANY.annual_window("2024", calendar=None, opening="after"), ["year", "calendar", "opening"]),
            (lambda: ANY.annual_window(999), ["year"]),
            (lambda: ANY.annual_window(9999), ["year"]),
            (lambda: cast("Any", periodic()).days_late(calendar=ANNUAL_2025), ["calendar"]),
            (lambda: cast("Any", periodic()).is_early(calendar=ANNUAL_2025), ["calendar"]),
            (lambda: cast("Any", annual()).days_late(calendar=ANNUAL_2025), ["calendar"]),
            (lambda: cast("Any", annual()).missing(calendar=ANNUAL_2025), ["calendar"]),
            (lambda: cast("Any", annual()).is_early(opening="after"), ["opening"]),
        ],
        ids=range(9),
    )
    def test_arguments_of_the_wrong_kind(self, ask: Callable[[], object], expected: list[str]) -> None:
        with pytest.raises(InvalidValueError) as caught:
            ask()
        assert expected == [each.path for each in caught.value.problems]

    def test_each_kind_has_a_deadline_of_the_calendar(self) -> None:
        expected = {
            EvaluationKind.PERIODIC: DeadlineKind.EVALUATION,
            EvaluationKind.ANNUAL: DeadlineKind.ANNUAL_EVALUATION,
        }
        assert expected == dict(EVALUATION_DEADLINES)
        assert list(EvaluationKind) == list(EVALUATION_DEADLINES)


@pytest.mark.parametrize(
    ("on", "late", "early"),
    [
        (date(2024, 5, 31), 0, True),
        (date(2024, 6, 1), 0, False),
        (date(2024, 6, 30), 0, False),
        (date(2024, 7, 1), 1, False),
        (date(2024, 12, 31), 184, False),
    ],
    ids=str,
)
def test_a_period_s_evaluation_is_early_or_late(on: date, late: int, early: bool) -> None:  # noqa: FBT001 -- from the table above
    done = periodic(on=on)
    assert (late, late > 0, early) == (done.days_late(), done.is_late(), done.is_early())


def test_a_period_s_evaluation_is_in_time_by_an_extended_calendar() -> None:
    done = periodic(on=date(2024, 7, 10))
    assert (10, 0) == (done.days_late(), done.days_late(calendar=EXTENDED))
    assert (True, False) == (done.is_late(), done.is_late(calendar=EXTENDED))


@pytest.mark.parametrize(
    ("on", "late", "early", "early_after"),
    [
        (date(2024, 11, 30), 0, True, True),
        (date(2024, 12, 1), 0, False, True),
        (date(2025, 1, 1), 0, False, False),
        (date(2025, 1, 31), 0, False, False),
        (date(2025, 2, 1), 1, False, False),
    ],
    ids=str,
)
def test_a_year_s_evaluation_is_early_or_late(on: date, late: int, early: bool, early_after: bool) -> None:  # noqa: FBT001 -- from the table above
    done = annual(on=on)
    assert (late, late > 0) == (done.days_late(), done.is_late())
    assert (early, early_after) == (done.is_early(), done.is_early(opening=AFTER))


def test_predicates_are_read_off_the_matrix() -> None:
    assert Predicate.POOR is periodic(results=ABOVE, behaviour=BELOW).predicate
    assert Predicate.NEEDS_IMPROVEMENT is annual(results=BELOW, behaviour=ABOVE).predicate


class TestTheYear:
    """Periodic evaluations stand beside the year's; what is missing or differs is told, and nothing is computed."""

    def test_what_is_missing(self) -> None:
        first, second = periodic(), periodic(period=S2, on=date(2024, 12, 31))
        assert (S1, S2) == annual().missing()
        assert (S2,) == annual(first).missing()
        assert (S1,) == annual(second).missing()
        assert () == annual(first, second).missing()

    def test_the_one_period_of_2025_is_evaluated_like_any_other(self) -> None:
        own = periodic(period=A1, on=date(2025, 12, 1))
        assert (A1,) == annual(year=2025).missing()
        assert () == annual(own, year=2025).missing()
        assert (0, 0) == (own.days_late(), annual(own, year=2025, on=date(2026, 1, 31)).days_late())

    def test_a_year_without_periods_misses_none(self) -> None:
        assert () == annual(year=2023).missing()
        assert () == annual(year=2025).missing(calendar=semesters())

    def test_what_differs(self) -> None:
        first, second = periodic(results=BELOW), periodic(period=S2, results=ABOVE)
        year = annual(first, second)
        assert (True, (first,)) == (year.differs, year.differing)
        assert Predicate.GOOD is year.predicate
        assert (False, ()) == (annual(second).differs, annual(second).differing)
        assert not annual().differs

    def test_other_ratings_with_the_same_predicate_do_not_differ(self) -> None:
        assert not annual(periodic(results=ABOVE)).differs

    def test_nothing_is_computed_from_the_periodic_ones(self) -> None:
        worst = (periodic(results=BELOW, behaviour=BELOW), periodic(period=S2, results=BELOW, behaviour=BELOW))
        assert Predicate.VERY_GOOD is annual(*worst, results=ABOVE, behaviour=ABOVE).predicate


FIRST, SECOND = periodic(), periodic(period=S2)


@pytest.mark.parametrize(
    ("halves", "changes", "expected"),
    [
        ((periodic(employee="G-18"),), {}, [("periodic[0].employee", "other-employee")]),
        ((FIRST,), {"year": 2025}, [("periodic[0].period", "other-year")]),
        ((FIRST, FIRST), {}, [("periodic[1].period", "duplicate")]),
        ((FIRST, periodic(results=ABOVE)), {}, [("periodic[1].period", "duplicate")]),
        ((SECOND, FIRST), {}, [("periodic[1].period", "out-of-order")]),
        (
            (FIRST, SECOND, FIRST),
            {},
            [("periodic[2].period", "duplicate"), ("periodic[2].period", "out-of-order")],
        ),
        (
            (periodic(employee="G-18", period=A1), FIRST),
            {},
            [
                ("periodic[0].employee", "other-employee"),
                ("periodic[0].period", "other-year"),
                ("periodic[1].period", "out-of-order"),
            ],
        ),
        ((FIRST, "2024-S2"), {"employee": "G-18"}, [("periodic[1]", "wrong-type")]),
        ((FIRST,), {"year": "2024"}, [("year", "wrong-type")]),
        ((), {"year": True}, [("year", "bool-for-int")]),
        ((), {"year": 999}, [("year", "too-small")]),
        ((), {"year": 9999}, [("year", "too-large")]),
        ((), {"periodic": [FIRST]}, [("periodic", "wrong-type")]),
        ((), {"on": NOON}, [("on", "datetime-for-date")]),
        (
            (),
            {"employee": " ", "results": "above", "behaviour": None, "on": "2025-01-31"},
            [("employee", "empty"), ("results", "wrong-type"), ("behaviour", "wrong-type"), ("on", "wrong-type")],
        ),
    ],
    ids=range(15),
)
def test_what_a_year_refuses(halves: tuple[Any, ...], changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        annual(*halves, **changes)
    assert expected == [(each.path, each.code) for each in caught.value.problems]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"employee": "199001012022212001"}, [("employee", "personal-id")]),
        ({"employee": "ani@guru.sd.belajar.id"}, [("employee", "malformed")]),
        ({"employee": 17, "period": "2024-S1"}, [("employee", "wrong-type"), ("period", "wrong-type")]),
        ({"on": NOON}, [("on", "datetime-for-date")]),
        ({"results": Predicate.GOOD, "behaviour": 3}, [("results", "wrong-type"), ("behaviour", "wrong-type")]),
    ],
    ids=range(5),
)
def test_what_a_period_s_evaluation_refuses(changes: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        periodic(**changes)
    assert expected == [(each.path, each.code) for each in caught.value.problems]


def test_a_changed_copy_is_checked_and_its_predicate_is_read_again() -> None:
    done = periodic()
    assert Predicate.POOR is attrs.evolve(done, behaviour=BELOW).predicate
    with pytest.raises(WrongTypeError):
        attrs.evolve(cast("Any", done), on=NOON)
    with pytest.raises(InvalidValueError):
        attrs.evolve(annual(done), employee="G-18")
