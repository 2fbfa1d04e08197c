"""The known calendar: the reference case, the table of 2024 row by row, and every question at its edges."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any, cast

import attrs
import pytest

from pmm_core.calendar import (
    ANNUAL_2025,
    ANNUAL_FROM_2026,
    CALENDAR,
    PLANNING_2024_S1_EXTENDED,
    SEMESTERS_2024,
    SEMESTERS_2024_TO_MAY,
    DeadlineKind,
    Extension,
    Period,
    PeriodCalendar,
    PeriodPattern,
    PeriodScheme,
    Phase,
    PhaseSpan,
    Window,
    YearDay,
)
from pmm_core.errors import InvalidValueError, PmmError, RefusedError, UnknownNameError, WrongTypeError
from pmm_core.sources import Certainty, works
from pmm_core.sources._works import ANNUAL_2025_PRESS, CEPU, OUR_DESIGN, SE0559, SEED_BLITAR, SIARAN_14119

S1, S2, A1 = (Period.parse(text) for text in ("2024-S1", "2024-S2", "2025-A1"))
PLANNING, EXECUTION, ASSESSMENT = Phase
WORK = works()[0]
ANY = cast("Any", CALENDAR)
PLAIN = PeriodCalendar((SEMESTERS_2024, ANNUAL_2025, ANNUAL_FROM_2026))
OTHER = PeriodCalendar((SEMESTERS_2024_TO_MAY, ANNUAL_2025, ANNUAL_FROM_2026), (PLANNING_2024_S1_EXTENDED,))


def open_on(text: str, calendar: PeriodCalendar = CALENDAR) -> list[str]:
    """Write the open phases of a day short: S1 execution."""
    found = calendar.phases_on(date.fromisoformat(text))
    return [f"{str(each.period)[5:]} {each.phase.value}" for each in found]


class TestReferenceCase:
    """Semester 1 of 2024 is executed from February to June 2024."""

    def test_the_window(self) -> None:
        window = CALENDAR.window(S1, EXECUTION)
        assert window == Window(date(2024, 2, 1), date(2024, 6, 30))
        assert window.days == 151

    def test_first_and_last_day_in_the_days_around_out(self) -> None:
        for day, expected in (
            (date(2024, 1, 31), False),
            (date(2024, 2, 1), True),
            (date(2024, 6, 30), True),
            (date(2024, 7, 1), False),
        ):
            assert CALENDAR.is_open(S1, EXECUTION, on=day) is expected
            assert (CALENDAR.why_closed(S1, EXECUTION, on=day) is None) is expected
            found = [(each.period, each.phase) for each in CALENDAR.phases_on(day)]
            assert ((S1, EXECUTION) in found) is expected

    def test_the_months_are_february_to_june(self) -> None:
        assert CALENDAR.months(S1, EXECUTION) == tuple(date(2024, month, 1) for month in range(2, 7))

    def test_the_second_semester(self) -> None:
        assert CALENDAR.window(S2, EXECUTION) == Window(date(2024, 8, 1), date(2024, 12, 31))
        assert CALENDAR.window(S2, EXECUTION).days == 153


class TestCalendarOf2024:
    """The worked table of the domain notes, each row, with the days on which it must not hold."""

    @pytest.mark.parametrize(
        ("day", "period", "phases"),
        [
            ("2024-01-01", S1, ["S1 planning"]),
            ("2024-01-31", S1, ["S1 planning"]),
            ("2024-02-01", S1, ["S1 planning", "S1 execution"]),
            ("2024-03-07", S1, ["S1 planning", "S1 execution"]),
            ("2024-03-31", S1, ["S1 planning", "S1 execution"]),
            ("2024-04-01", S1, ["S1 execution"]),
            ("2024-05-31", S1, ["S1 execution"]),
            ("2024-06-01", S1, ["S1 execution", "S1 assessment"]),
            ("2024-06-30", S1, ["S1 execution", "S1 assessment"]),
            ("2024-07-01", S2, ["S2 planning"]),
            ("2024-07-31", S2, ["S2 planning"]),
            ("2024-08-01", S2, ["S2 execution"]),
            ("2024-11-30", S2, ["S2 execution"]),
            ("2024-12-01", S2, ["S2 execution", "S2 assessment"]),
            ("2024-12-31", S2, ["S2 execution", "S2 assessment"]),
            ("2025-01-01", A1, ["A1 planning"]),
            ("2025-01-31", A1, ["A1 planning"]),
            ("2025-02-01", A1, ["A1 execution"]),
            ("2025-06-30", A1, ["A1 execution"]),
            ("2025-07-01", A1, ["A1 execution"]),
            ("2025-11-12", A1, ["A1 execution"]),
            ("2025-11-13", A1, ["A1 execution", "A1 assessment"]),
            ("2025-12-31", A1, ["A1 execution", "A1 assessment"]),
        ],
    )
    def test_a_day(self, day: str, period: Period, phases: list[str]) -> None:
        assert CALENDAR.period_on(date.fromisoformat(day)) == period
        assert open_on(day) == phases

    def test_no_period_before_2024(self) -> None:
        day = date(2023, 12, 31)
        for question in (CALENDAR.period_on, CALENDAR.phases_on):
            with pytest.raises(UnknownNameError) as caught:
                question(day)
            assert caught.value.codes == ("no-period",)
            assert caught.value.suggestions == ("2024-S1",)
        assert CALENDAR.due(on=day) == ()

    def test_the_annual_evaluation_of_2024_ends_with_january(self) -> None:
        def annual(day: date) -> list[Period]:
            return [each.period for each in CALENDAR.due(on=day) if each.kind is DeadlineKind.ANNUAL_EVALUATION]

        assert annual(date(2024, 6, 30)) == []
        assert annual(date(2025, 1, 31)) == [S2, A1]
        assert annual(date(2025, 2, 1)) == [A1]


class TestDeadlines:
    def test_the_first_semester(self) -> None:
        found = [(each.kind.value, str(each.on), each.source.key) for each in CALENDAR.deadlines(S1)]
        assert found == [
            ("planning", "2024-03-31", "se-dirjen-gtk-0559-2024"),
            ("execution", "2024-06-30", "se-dirjen-gtk-0559-2024"),
            ("evaluation", "2024-06-30", "perdirjen-gtk-7607-2023-evaluation"),
        ]

    def test_the_second_semester_carries_the_annual_evaluation(self) -> None:
        assert [str(each.on) for each in CALENDAR.deadlines(S2)] == [
            "2024-07-31",
            "2024-12-31",
            "2024-12-31",
            "2025-01-31",
        ]

    def test_without_the_extension(self) -> None:
        assert str(PLAIN.deadlines(S1)[0].on) == "2024-01-31"
        assert PLAIN.deadlines(S1)[0].source.certainty is Certainty.SECONDARY

    def test_an_extension_that_ends_before_its_deadline_does_not_move_it(self) -> None:
        first, second = SEMESTERS_2024.patterns
        early = attrs.evolve(first.phases[2], last=attrs.evolve(first.phases[2].last, day=20))
        scheme = attrs.evolve(SEMESTERS_2024, patterns=(attrs.evolve(first, phases=(*first.phases[:2], early)), second))
        until = attrs.evolve(PLANNING_2024_S1_EXTENDED, phase=ASSESSMENT, until=date(2024, 6, 25))
        deadline = PeriodCalendar((scheme,), (until,)).deadlines(S1)[-1]
        assert (deadline.on, deadline.source.key) == (date(2024, 6, 30), "perdirjen-gtk-7607-2023-evaluation")

    def test_what_is_due_is_in_order(self) -> None:
        assert [str(each) for each in CALENDAR.due(on=date(2024, 3, 7))] == list(map(str, CALENDAR.deadlines(S1)))
        due = CALENDAR.due(on=date(2025, 1, 1))
        assert [str(each.on) for each in due][:2] == ["2025-01-31", "2025-01-31"]
        assert [each.period for each in due][:2] == [S2, A1]


class TestExtension:
    def test_both_windows_can_be_asked(self) -> None:
        assert CALENDAR.regular_window(S1, PLANNING) == Window.parse("2024-01-01..2024-01-31")
        assert CALENDAR.window(S1, PLANNING) == Window.parse("2024-01-01..2024-03-31")
        assert CALENDAR.window(S2, PLANNING) == CALENDAR.regular_window(S2, PLANNING)

    def test_what_is_open_names_its_sources(self) -> None:
        planning, execution, assessment = CALENDAR.phases(S1)
        assert planning.extension is PLANNING_2024_S1_EXTENDED
        assert planning.sources == (CEPU, SE0559)
        assert execution.sources == (SEED_BLITAR, SE0559)
        assert [each.certainty for each in (planning, execution, assessment)] == [
            Certainty.SECONDARY,
            Certainty.SEED,
            Certainty.SECONDARY,
        ]

    def test_of_2025_planning_is_told_by_guides_and_the_start_of_assessment_by_the_ministry(self) -> None:
        planning, execution, assessment = CALENDAR.phases(A1)
        assert ((ANNUAL_2025_PRESS,), Certainty.SECONDARY) == (planning.sources, planning.certainty)
        assert (ANNUAL_2025_PRESS, OUR_DESIGN) == execution.sources  # from February; to the end of the year
        assert (SIARAN_14119, OUR_DESIGN) == assessment.sources  # from 13 November; to the end of the year
        assert [Certainty.SECONDARY] + [Certainty.DESIGN] * 3 == [
            each.source.certainty for each in CALENDAR.deadlines(A1)
        ]

    def test_every_day_from_2026_on_says_that_design_is_in_it(self) -> None:
        for year in (2026, 2040):
            (period,) = CALENDAR.periods(year)
            assert {each.certainty for each in CALENDAR.phases(period)} == {Certainty.DESIGN}
            assert {each.source.certainty for each in CALENDAR.deadlines(period)} == {Certainty.DESIGN}

    def test_later_years_have_the_days_of_2025(self) -> None:
        def days(scheme: PeriodScheme) -> list[object]:
            (pattern,) = scheme.patterns
            spans = [(span.phase, span.first, span.last) for span in pattern.phases]
            return [pattern.first, pattern.last, *spans, *((each.kind, each.on) for each in pattern.deadlines)]

        assert days(ANNUAL_2025) == days(ANNUAL_FROM_2026)

    def test_one_that_leads_into_the_next_period(self) -> None:
        later = Extension(period=S1, phase=ASSESSMENT, until=date(2024, 7, 15), reason="late", source=WORK)
        calendar = CALENDAR.extend(later)
        assert open_on("2024-07-15", calendar) == ["S1 assessment", "S2 planning"]
        assert open_on("2024-07-16", calendar) == ["S2 planning"]
        assert calendar.period_on(date(2024, 7, 15)) == S2

    def test_one_beyond_the_last_period(self) -> None:
        later = Extension(period=S2, phase=ASSESSMENT, until=date(2025, 1, 20), reason="late", source=WORK)
        calendar = PeriodCalendar((SEMESTERS_2024,), (later,))
        assert open_on("2025-01-20", calendar) == ["S2 assessment"]
        with pytest.raises(UnknownNameError):
            calendar.period_on(date(2025, 1, 20))
        with pytest.raises(UnknownNameError):
            calendar.phases_on(date(2025, 1, 21))

    def test_every_problem_is_named_at_once(self) -> None:
        base = PLANNING_2024_S1_EXTENDED
        wrong = (
            base,
            attrs.evolve(base, until=date(2024, 1, 31)),
            attrs.evolve(base, period=Period(2025, "S", 1)),
            attrs.evolve(base, period=A1, until=date(2025, 1, 30)),
        )
        with pytest.raises(InvalidValueError) as caught:
            PeriodCalendar(CALENDAR.schemes, wrong)
        assert [(problem.path, problem.code) for problem in caught.value.problems] == [
            ("extensions[1]", "not-later"),
            ("extensions[1]", "duplicate"),
            ("extensions[2]", "unknown-period"),
            ("extensions[3]", "not-later"),
        ]


class TestNeighbours:
    def test_across_the_change_of_scheme(self) -> None:
        assert [CALENDAR.next(S1), CALENDAR.next(S2), CALENDAR.next(A1)] == [S2, A1, Period(2026, "A", 1)]
        assert [CALENDAR.previous(A1), CALENDAR.previous(S2)] == [S2, S1]
        years = [Period(year, "A", 1) for year in (2026, 2027, 2028)]
        assert [CALENDAR.next(A1), CALENDAR.next(years[0]), CALENDAR.next(years[1])] == years
        assert [CALENDAR.previous(year) for year in years] == [A1, *years[:2]]

    def test_at_the_ends(self) -> None:
        for question, period in ((CALENDAR.previous, S1), (CALENDAR.next, Period(9998, "A", 1))):
            with pytest.raises(UnknownNameError) as caught:
                question(period)
            assert caught.value.codes == ("no-period",)

    @pytest.mark.parametrize(
        ("day", "period"),
        [
            ("2000-01-01", "2024-S1"),
            ("2023-12-31", "2024-S1"),
            ("2024-06-30", "2024-S1"),
            ("2024-12-31", "2024-S2"),
            ("2025-01-01", "2025-A1"),
            ("9999-12-31", "9998-A1"),
        ],
    )
    def test_the_nearest(self, day: str, period: str) -> None:
        assert str(CALENDAR.nearest(date.fromisoformat(day))) == period

    def test_of_two_equally_near_the_earlier(self) -> None:
        calendar = PeriodCalendar((SEMESTERS_2024, ANNUAL_FROM_2026))
        assert calendar.nearest(date(2025, 7, 2)) == S2
        assert calendar.nearest(date(2025, 7, 3)) == Period(2026, "A", 1)
        assert calendar.next(S2) == Period(2026, "A", 1)
        with pytest.raises(UnknownNameError):
            calendar.period_on(date(2025, 7, 2))

    def test_the_scheme_and_span_of_a_period(self) -> None:
        assert CALENDAR.scheme_of(S2) is SEMESTERS_2024
        assert CALENDAR.scheme_of(A1) is ANNUAL_2025
        assert CALENDAR.scheme_of(Period(2026, "A", 1)) is ANNUAL_FROM_2026
        assert CALENDAR.span(A1) == Window.parse("2025-01-01..2025-12-31")


class TestLaterYears:
    """Beyond the table the answers are worked out, and are the same."""

    def test_a_day_far_ahead(self) -> None:
        assert str(CALENDAR.period_on(date(2100, 7, 1))) == "2100-A1"
        assert open_on("2100-12-01") == ["A1 execution", "A1 assessment"]
        assert CALENDAR.window(Period(2100, "A", 1), PLANNING) == Window.parse("2100-01-01..2100-01-31")

    def test_the_last_year(self) -> None:
        assert str(CALENDAR.period_on(date(9998, 12, 31))) == "9998-A1"
        with pytest.raises(UnknownNameError) as caught:
            CALENDAR.period_on(date(9999, 1, 1))
        assert caught.value.suggestions == ("9998-A1",)

    def test_the_first_day_of_all(self) -> None:
        with pytest.raises(UnknownNameError) as caught:
            CALENDAR.phases_on(date.min)
        assert caught.value.suggestions == ("2024-S1",)


class TestWhyClosed:
    def test_before_it_opens(self) -> None:
        refusal = CALENDAR.why_closed(S1, EXECUTION, on=date(2024, 1, 31))
        assert refusal is not None
        assert (refusal.code, refusal.message) == ("phase-not-open", "execution of 2024-S1 begins on 2024-02-01")
        assert refusal.possible == ("execution of 2024-S1: 2024-02-01..2024-06-30",)

    def test_after_its_end_it_says_what_is_open_and_when_next(self) -> None:
        refusal = CALENDAR.why_closed(S1, PLANNING, on=date(2024, 4, 1))
        assert refusal is not None
        assert refusal.possible == (
            "execution of 2024-S1: 2024-02-01..2024-06-30",
            "planning of 2024-S2: 2024-07-01..2024-07-31",
        )

    def test_what_is_open_next_is_said_once(self) -> None:
        refusal = CALENDAR.why_closed(S1, PLANNING, on=date(2024, 7, 1))
        assert refusal is not None
        assert refusal.possible == ("planning of 2024-S2: 2024-07-01..2024-07-31",)

    @pytest.mark.parametrize(
        ("period", "phase", "day", "possible"),
        [
            # the planning of 2024-S2 is over as well
            (
                S1,
                PLANNING,
                "2024-08-15",
                ("execution of 2024-S2: 2024-08-01..2024-12-31", "planning of 2025-A1: 2025-01-01..2025-01-31"),
            ),
            # so is a whole period, and the next one belongs to another scheme
            (
                S1,
                EXECUTION,
                "2025-01-15",
                ("planning of 2025-A1: 2025-01-01..2025-01-31", "execution of 2025-A1: 2025-02-01..2025-12-31"),
            ),
            (
                S2,
                PLANNING,
                "2026-03-01",
                ("execution of 2026-A1: 2026-02-01..2026-12-31", "planning of 2027-A1: 2027-01-01..2027-01-31"),
            ),
            # far away, up to the end of all periods
            (
                S1,
                PLANNING,
                "9000-06-15",
                ("execution of 9000-A1: 9000-02-01..9000-12-31", "planning of 9001-A1: 9001-01-01..9001-01-31"),
            ),
            (
                S1,
                PLANNING,
                "9998-06-15",
                ("execution of 9998-A1: 9998-02-01..9998-12-31",),
            ),
            (S1, PLANNING, "9999-12-31", ()),
        ],
    )  # fmt: skip
    def test_what_is_over_as_well_is_passed_over(
        self, period: Period, phase: Phase, day: str, possible: tuple[str, ...]
    ) -> None:
        refusal = CALENDAR.why_closed(period, phase, on=date.fromisoformat(day))
        assert refusal is not None
        assert ("phase-over", possible) == (refusal.code, refusal.possible)

    def test_what_is_extended_that_long_is_not_over(self) -> None:
        later = Extension(period=S2, phase=PLANNING, until=date(2026, 6, 30), reason="a flood", source=WORK)
        refusal = CALENDAR.extend(later).why_closed(S1, PLANNING, on=date(2026, 3, 1))
        assert refusal is not None
        assert (
            "planning of 2024-S2: 2024-07-01..2026-06-30, extended",
            "execution of 2026-A1: 2026-02-01..2026-12-31",
        ) == refusal.possible

    def test_a_scheme_that_begins_much_later_is_found(self) -> None:
        calendar = PeriodCalendar((SEMESTERS_2024, attrs.evolve(ANNUAL_FROM_2026, first_year=2040)))
        refusal = calendar.why_closed(S1, PLANNING, on=date(2026, 3, 1))
        assert refusal is not None
        assert ("planning of 2040-A1: 2040-01-01..2040-01-31",) == refusal.possible

    def test_the_last_day_of_a_window_is_none_on_which_it_is_over(self) -> None:
        """The planning that ends on the day is open, so that no later one is named beside it."""
        refusal = CALENDAR.why_closed(S1, PLANNING, on=date(2024, 7, 31))
        assert refusal is not None
        assert ("planning of 2024-S2: 2024-07-01..2024-07-31",) == refusal.possible

    def test_what_is_extended_later_in_the_year_does_not_pass_what_comes_before(self) -> None:
        thirds = tuple(
            PeriodPattern(
                label_id=f"caturwulan {number}",
                label_en=f"third {number}",
                first=YearDay(first, 1),
                last=YearDay(first + 3, last),
                phases=(PhaseSpan(phase=PLANNING, first=YearDay(first, 1), last=YearDay(first, 20), sources=(WORK,)),),
            )
            for number, first, last in ((1, 1, 30), (2, 5, 31), (3, 9, 31))
        )
        scheme = PeriodScheme(key="thirds", mark="T", patterns=thirds, first_year=2024, source=WORK)
        later = Extension(
            period=Period(2024, "T", 3), phase=PLANNING, until=date(2024, 10, 31), reason="-", source=WORK
        )
        refusal = PeriodCalendar((scheme,), (later,)).why_closed(Period(2024, "T", 1), PLANNING, on=date(2024, 2, 15))
        assert refusal is not None
        assert ("planning of 2024-T2: 2024-05-01..2024-05-20",) == refusal.possible

    def test_the_error_names_no_window_that_is_over_either(self) -> None:
        for question in (CALENDAR.require_open, CALENDAR.days_left):
            with pytest.raises(RefusedError) as caught:
                question(S1, PLANNING, on=date(2024, 8, 15))
            assert (
                "execution of 2024-S2: 2024-08-01..2024-12-31",
                "planning of 2025-A1: 2025-01-01..2025-01-31",
            ) == caught.value.refusals[0].possible

    def test_where_nothing_follows(self) -> None:
        refusal = PeriodCalendar((SEMESTERS_2024,)).why_closed(S2, EXECUTION, on=date(2025, 1, 1))
        assert refusal is not None
        assert (refusal.code, refusal.possible) == ("phase-over", ())
        over = PeriodCalendar((SEMESTERS_2024,)).why_closed(S1, PLANNING, on=date(2024, 8, 1))
        assert over is not None
        assert ("execution of 2024-S2: 2024-08-01..2024-12-31",) == over.possible

    def test_the_opening_or_an_error(self) -> None:
        assert CALENDAR.require_open(S1, EXECUTION, on=date(2024, 3, 7)).window.days == 151
        with pytest.raises(RefusedError) as caught:
            CALENDAR.require_open(S1, EXECUTION, on=date(2024, 1, 12))
        assert caught.value.codes == ("phase-not-open",)


class TestDaysLeft:
    @pytest.mark.parametrize(
        ("day", "left"), [("2024-01-01", 181), ("2024-02-01", 150), ("2024-06-29", 1), ("2024-06-30", 0)]
    )
    def test_until_the_last_day(self, day: str, left: int) -> None:
        assert CALENDAR.days_left(S1, EXECUTION, on=date.fromisoformat(day)) == left

    def test_after_it(self) -> None:
        with pytest.raises(RefusedError) as caught:
            CALENDAR.days_left(S1, EXECUTION, on=date(2024, 7, 1))
        assert caught.value.codes == ("phase-over",)


class TestOtherReading:
    """The leaflet that ends execution in May and November."""

    def test_it_differs_in_the_last_month_of_execution_only(self) -> None:
        days = [date(2024, 1, 1) + timedelta(n) for n in range(366)]
        differ = [day for day in days if CALENDAR.phases_on(day) != OTHER.phases_on(day)]
        assert {day.month for day in differ} >= {6, 12}
        assert open_on("2024-05-31", OTHER) == ["S1 execution"]
        assert open_on("2024-06-01", OTHER) == ["S1 assessment"]
        assert open_on("2024-11-30", OTHER) == ["S2 execution"]
        assert open_on("2024-12-01", OTHER) == ["S2 assessment"]

    def test_it_is_the_same_period_by_name(self) -> None:
        assert OTHER.period_on(date(2024, 3, 7)) == CALENDAR.period_on(date(2024, 3, 7))
        assert CALENDAR != OTHER

    def test_it_says_that_it_is_the_other_reading(self) -> None:
        assert "other reading" in SEMESTERS_2024_TO_MAY.note
        assert OTHER.window(S1, EXECUTION).days == 121


class TestRefusals:
    @pytest.mark.parametrize("text", ["2024-S3", "2025-S1", "2023-S1", "2024-A1"])
    def test_an_unknown_period(self, text: str) -> None:
        for question in (CALENDAR.span, CALENDAR.phases, CALENDAR.deadlines, CALENDAR.next, CALENDAR.scheme_of):
            with pytest.raises(UnknownNameError) as caught:
                cast("Any", question)(Period.parse(text))
            assert caught.value.codes == ("unknown-period",)
            assert all(CALENDAR.span(Period.parse(each)) for each in caught.value.suggestions)
            assert caught.value.suggestions

    def test_a_phase_that_a_period_does_not_have(self) -> None:
        first, second = SEMESTERS_2024.patterns
        scheme = attrs.evolve(SEMESTERS_2024, patterns=(attrs.evolve(first, phases=first.phases[1:]), second))
        with pytest.raises(RefusedError) as caught:
            PeriodCalendar((scheme,)).window(S1, PLANNING)
        assert caught.value.codes == ("no-such-phase",)
        assert caught.value.refusals[0].possible == ("execution", "assessment")

    def test_phases_in_any_order_come_in_theirs(self) -> None:
        first, second = SEMESTERS_2024.patterns
        scheme = attrs.evolve(SEMESTERS_2024, patterns=(attrs.evolve(first, phases=first.phases[::-1]), second))
        assert [each.phase for each in PeriodCalendar((scheme,)).phases(S1)] == list(Phase)

    def test_a_day_between_two_phases(self) -> None:
        first, second = SEMESTERS_2024.patterns
        scheme = attrs.evolve(SEMESTERS_2024, patterns=(attrs.evolve(first, phases=first.phases[:1]), second))
        calendar = PeriodCalendar((scheme,))
        assert calendar.phases_on(date(2024, 3, 7)) == ()
        assert calendar.period_on(date(2024, 3, 7)) == S1
        refusal = calendar.why_closed(S1, PLANNING, on=date(2024, 3, 7))
        assert refusal is not None
        assert refusal.possible == ("planning of 2024-S2: 2024-07-01..2024-07-31",)

    @pytest.mark.parametrize(
        "question",
        [
            lambda: ANY.period_on("2024-03-07"),
            lambda: ANY.phases_on(datetime(2024, 3, 7)),  # noqa: DTZ001 -- it is refused
            lambda: ANY.nearest(None),
            lambda: ANY.due(on=20240307),
            lambda: ANY.span("2024-S1"),
            lambda: ANY.window(S1, "execution"),
            lambda: ANY.is_open(S1, EXECUTION, on=datetime(2024, 3, 7)),  # noqa: DTZ001 -- it is refused
            lambda: ANY.why_closed(S1, EXECUTION, on="2024-03-07"),
            lambda: ANY.periods("2024"),
            lambda: ANY.periods(True),
            lambda: ANY.extend("2024-S1"),
            lambda: cast("Any", PeriodCalendar)([SEMESTERS_2024]),
            lambda: cast("Any", PeriodCalendar)((SEMESTERS_2024,), None),
            lambda: cast("Any", PeriodCalendar)(("semesters-2024",)),
        ],
        ids=map(str, count()),
    )
    def test_what_is_of_the_wrong_kind(self, question: Any) -> None:
        with pytest.raises(WrongTypeError):
            question()

    @pytest.mark.parametrize(
        "schemes",
        [
            (),
            (ANNUAL_2025, SEMESTERS_2024),
            (SEMESTERS_2024, SEMESTERS_2024_TO_MAY),
            (SEMESTERS_2024, attrs.evolve(SEMESTERS_2024, first_year=2023, last_year=None)),
        ],
    )
    def test_schemes_that_do_not_follow_each_other(self, schemes: tuple[Any, ...]) -> None:
        with pytest.raises(PmmError) as caught:
            PeriodCalendar(schemes)
        assert caught.value.codes in {("schemes-overlap",), ("empty",)}


SEMESTERS = "two-periods planning execution execution-second-semester assessment"
YEARS = "annual-period annual-assessment"
ALWAYS = "periods-and-schemes whole-days"


@pytest.mark.parametrize(
    ("calendar", "expected"),
    [
        (CALENDAR, f"{SEMESTERS} evaluation-deadlines planning-extended {YEARS} {ALWAYS}"),
        (PLAIN, f"{SEMESTERS} evaluation-deadlines {YEARS} {ALWAYS}"),
        (
            OTHER,
            f"two-periods planning execution-to-may assessment evaluation-deadlines planning-extended {YEARS} {ALWAYS}",
        ),
        (PeriodCalendar((ANNUAL_FROM_2026,)), f"evaluation-deadlines {YEARS} {ALWAYS}"),
        (PeriodCalendar((attrs.evolve(ANNUAL_2025, source=WORK),)), ALWAYS),  # a scheme of one's own has its source
    ],
    ids=["known", "plain", "other", "annual", "own"],
)
def test_a_calendar_tells_the_rules_of_what_it_holds(calendar: PeriodCalendar, expected: str) -> None:
    assert [f"calendar.{key}" for key in expected.split()] == [rule.key for rule in calendar.rules]


def test_the_known_calendar_rests_on_the_works_of_its_rules() -> None:
    assert {rule.source for rule in CALENDAR.rules} <= set(CALENDAR.sources)


def test_texts_and_sources() -> None:
    assert repr(CALENDAR) == "<PeriodCalendar semesters-2024, annual-2025, annual-from-2026; 1 extended>"
    assert repr(PLAIN) == "<PeriodCalendar semesters-2024, annual-2025, annual-from-2026>"
    assert str(CALENDAR).splitlines()[-1].startswith("planning of 2024-S1 until 2024-03-31")
    assert SE0559 in CALENDAR.sources
    assert len(set(CALENDAR.sources)) == len(CALENDAR.sources)
    assert set(CALENDAR.sources) <= set(works())
    assert {source.certainty for source in CALENDAR.sources} >= {Certainty.SEED, Certainty.DESIGN}
