"""Edges of calendars of one's own that mutation testing brought to light: last days, gaps, years without a period."""

from datetime import date
from importlib.util import find_spec, module_from_spec
from typing import Any

import attrs
import pytest

from pmm_core.calendar import (
    ANNUAL_2025,
    ANNUAL_FROM_2026,
    CALENDAR,
    PLANNING_2024_S1_EXTENDED,
    SEMESTERS_2024,
    DeadlineKind,
    Period,
    PeriodCalendar,
    PeriodPattern,
    PeriodScheme,
    Phase,
    PhaseSpan,
    Window,
    YearDay,
)
from pmm_core.errors import InvalidValueError, UnknownNameError
from pmm_core.sources import works

S1, S2 = Period.parse("2024-S1"), Period.parse("2024-S2")
SEMESTERS = PeriodCalendar((SEMESTERS_2024,))
LAST = date(2024, 12, 31)


def year_of(*phases: tuple[Phase, tuple[int, int], tuple[int, int]]) -> PeriodScheme:
    """A scheme of 2024 whose one period is the year, with these phases."""
    source = works()[0]
    spans = tuple(
        PhaseSpan(phase=phase, first=YearDay(*first), last=YearDay(*last), sources=(source,))
        for phase, first, last in phases
    )
    whole = PeriodPattern(label_id="-", label_en="-", first=YearDay(1, 1), last=YearDay(12, 31), phases=spans)
    return PeriodScheme(key="own", mark="T", patterns=(whole,), first_year=2024, last_year=2024, source=source)


def said(question: Any, *given: Any) -> str:
    with pytest.raises(UnknownNameError) as caught:
        question(*given)
    return str(caught.value)


class TestLastDays:
    def test_a_phase_of_one_day_is_open_on_the_last_day_of_a_period(self) -> None:
        calendar = PeriodCalendar(
            (year_of((Phase.EXECUTION, (2, 1), (12, 31)), (Phase.ASSESSMENT, (12, 31), (12, 31))),)
        )
        assert Period(2024, "T", 1) == calendar.period_on(LAST)
        assert [Phase.EXECUTION, Phase.ASSESSMENT] == [found.phase for found in calendar.phases_on(LAST)]
        assert [Phase.EXECUTION] == [found.phase for found in calendar.phases_on(date(2024, 12, 30))]

    def test_a_period_ends_before_a_gap_though_its_phases_have_ended_long_ago(self) -> None:
        calendar = PeriodCalendar((year_of((Phase.PLANNING, (1, 1), (1, 31))), ANNUAL_FROM_2026))
        assert Period(2024, "T", 1) == calendar.period_on(LAST)
        assert "unknown period of the day: 2025-01-01 [no-period]; did you mean 2024-T1?" == said(
            calendar.period_on, date(2025, 1, 1)
        )

    @pytest.mark.parametrize("question", [SEMESTERS.period_on, SEMESTERS.phases_on])
    def test_nothing_holds_on_the_day_after_the_last(self, question: Any) -> None:
        assert "unknown period of the day: 2025-01-01 [no-period]; did you mean 2024-S2?" == said(
            question, date(2025, 1, 1)
        )

    def test_the_years_after_those_that_are_kept_worked_out_begin_as_the_others(self) -> None:
        for year in range(2026, 2050):
            (found,) = CALENDAR.phases_on(date(year, 1, 1))
            assert f"planning of {year}-A1: {year}-01-01..{year}-01-31" == str(found)

    def test_a_scheme_may_not_begin_on_the_last_day_of_the_one_before(self) -> None:
        pattern = year_of((Phase.PLANNING, (12, 31), (12, 31))).patterns[0]
        late = attrs.evolve(pattern, first=YearDay(12, 31), last=YearDay(12, 30, 1))
        following = PeriodScheme(key="late", mark="L", patterns=(late,), first_year=2024, source=SEMESTERS_2024.source)
        with pytest.raises(InvalidValueError) as caught:
            PeriodCalendar((SEMESTERS_2024, following))
        assert (
            "invalid PeriodCalendar: schemes[1]: must begin after the scheme before it has ended [schemes-overlap]"
        ) == str(caught.value)
        after = PeriodCalendar((SEMESTERS_2024, attrs.evolve(following, first_year=2025)))
        assert Window(date(2025, 12, 31), date(2026, 12, 30)) == after.span(Period(2025, "L", 1))


class TestUnknownPeriods:
    def test_for_a_year_without_one_the_nearest_to_its_beginning_is_suggested(self) -> None:
        """From 1 January 2023 both are 731 days away, and of two equally near it is the earlier."""
        early = attrs.evolve(SEMESTERS_2024, first_year=2020, last_year=2020)
        calendar = PeriodCalendar((early, ANNUAL_2025))
        assert "unknown period: 2023-S1 [unknown-period]; did you mean 2020-S2?" == said(
            calendar.span, Period.parse("2023-S1")
        )

    def test_what_nothing_comes_before_or_after_is_told(self) -> None:
        assert "unknown period before: 2024-S1 [no-period]" == said(SEMESTERS.previous, S1)
        assert "unknown period after: 2024-S2 [no-period]" == said(SEMESTERS.next, S2)


class TestExtensions:
    def test_one_far_into_later_years_is_due_until_then(self) -> None:
        until = date(2026, 5, 1)
        calendar = PeriodCalendar(CALENDAR.schemes, (attrs.evolve(PLANNING_2024_S1_EXTENDED, until=until),))
        assert [(S1, DeadlineKind.PLANNING, until)] == [
            (each.period, each.kind, each.on) for each in calendar.due(on=date(2026, 4, 1)) if each.period.year == 2024
        ]

    def test_one_until_the_very_day_of_a_deadline_does_not_speak_for_it(self) -> None:
        first, second = SEMESTERS_2024.patterns
        early = attrs.evolve(first.phases[2], last=YearDay(6, 20))
        scheme = attrs.evolve(SEMESTERS_2024, patterns=(attrs.evolve(first, phases=(*first.phases[:2], early)), second))
        until = attrs.evolve(PLANNING_2024_S1_EXTENDED, phase=Phase.ASSESSMENT, until=date(2024, 6, 30))
        deadline = PeriodCalendar((scheme,), (until,)).deadlines(S1)[-1]
        assert (date(2024, 6, 30), first.deadlines[-1].source) == (deadline.on, deadline.source)
        assert until.source != deadline.source


def test_deadlines_are_those_of_the_period_that_is_asked_for() -> None:
    # built at work and not at import, so that the code that builds it is tried
    calendar = PeriodCalendar((SEMESTERS_2024,))
    assert [S1] * 3 == [each.period for each in calendar.deadlines(S1)]
    assert "2024-07-31: end of planning of 2024-S2" == str(calendar.deadlines(S2)[0])


def test_the_known_schemes_name_their_disputes() -> None:
    """They are made once, at import; so a module of its own is executed here."""
    spec = find_spec("pmm_core.calendar._known")
    assert spec is not None
    assert spec.loader is not None
    known: Any = module_from_spec(spec)
    spec.loader.exec_module(known)
    assert [
        "Execution to the end of June by the seed and SE 0559; one leaflet ends it in May.",
        "The other reading, of one leaflet: execution February to May and August to November.",
        "Sources tell when each phase of 2025 begins; that execution and assessment end with the year is our design.",
        "Sources speak of 2025 only; that later years have the same days is our design.",
    ] == [
        scheme.note
        for scheme in (
            known.SEMESTERS_2024,
            known.SEMESTERS_2024_TO_MAY,
            known.ANNUAL_2025,
            known.ANNUAL_FROM_2026,
        )
    ]
